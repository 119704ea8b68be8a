//! What a parcel says of its story: JSON, in the words of the database.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_text::BlockKind;

use crate::edition::EditionText;
use crate::id::{
    BlockId, ContentHash, DeviceId, EditionId, LogHash, MediaHash, NameId, PersonId, RevisionId,
    StoryId, WordingHash,
};
use crate::media::care::Care;
use crate::names::{NameKind, Names};

/// A story with all that was written and decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contents {
    /// The id of the newsroom that it comes from, in hexadecimal.
    pub(super) newsroom: String,
    pub(super) story: StoryPart,
    /// Everybody whose hand is in it.
    pub(super) people: BTreeMap<PersonId, String>,
    /// The devices that wrote it, and since when each did (UTC milliseconds).
    pub(super) devices: BTreeMap<DeviceId, i64>,
    pub(super) names: Vec<NamePart>,
    pub(super) editions: Vec<EditionPart>,
    pub(super) texts: Vec<TextPart>,
    pub(super) media: Vec<MediaPart>,
    /// In the order of the log.
    pub(super) decisions: Vec<DecisionPart>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoryPart {
    pub(super) id: StoryId,
    pub(super) slug: String,
    pub(super) original: Language,
    pub(super) created: i64,
    pub(super) created_by: PersonId,
    pub(super) place: Option<NameId>,
    pub(super) source: Option<NameId>,
    pub(super) authors: Vec<NameId>,
    pub(super) day: Option<String>,
    pub(super) instant: Option<i64>,
    pub(super) section: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) embargo: Option<i64>,
    pub(super) views: Option<u64>,
}

/// An author, a place or a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamePart {
    pub(super) id: NameId,
    pub(super) kind: NameKind,
    pub(super) names: Names,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditionPart {
    pub(super) id: EditionId,
    pub(super) language: Language,
    pub(super) made_from: Option<Language>,
    pub(super) address: Option<String>,
    pub(super) address_given: bool,
    pub(super) extra: serde_json::Map<String, serde_json::Value>,
    /// The newest revision of the draft's line: what the draft says.
    pub(super) head: Option<RevisionId>,
    /// Every wording that its blocks ever had.
    pub(super) wordings: Vec<WordingPart>,
    /// In the order of their numbers.
    pub(super) revisions: Vec<RevisionPart>,
    pub(super) links: Vec<(BlockId, BlockId)>,
    /// In the order in which they were made.
    pub(super) bases: Vec<BasisPart>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct WordingPart(pub(super) BlockId, pub(super) BlockKind, pub(super) WordingHash);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RevisionPart {
    pub(super) id: RevisionId,
    pub(super) number: u32,
    pub(super) parent: Option<RevisionId>,
    pub(super) merged: Option<RevisionId>,
    pub(super) content: ContentHash,
    pub(super) person: PersonId,
    pub(super) at: i64,
    pub(super) device: DeviceId,
    pub(super) reason: String,
    pub(super) seen: Option<RevisionId>,
    /// Its blocks in order: places in the edition's wordings.
    pub(super) blocks: Vec<usize>,
    pub(super) absorbed: Vec<(BlockId, BlockId)>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BasisPart {
    pub(super) translation: Option<WordingHash>,
    pub(super) originals: Vec<WordingHash>,
    pub(super) original_revision: Option<RevisionId>,
    pub(super) kind: String,
    /// The place in the edition's bases at which a later diff starts.
    pub(super) since: Option<usize>,
    pub(super) reason: Option<String>,
    pub(super) person: PersonId,
    pub(super) at: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextPart {
    pub(super) content: ContentHash,
    pub(super) language: Language,
    /// None: its words were erased.
    pub(super) text: Option<EditionText>,
}

/// A photo that a text of the story shows or showed. Its bytes are a part of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MediaPart {
    pub(super) hash: MediaHash,
    pub(super) file_name: String,
    pub(super) credit: Names,
    /// What is said of it; nobody's word that it was checked.
    #[serde(default, skip_serializing_if = "Care::is_none")]
    pub(super) care: Care,
}

/// A row of the log, byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionPart {
    pub(super) device: DeviceId,
    pub(super) seq: u64,
    pub(super) prev: LogHash,
    pub(super) hash: LogHash,
    pub(super) payload: String,
}

impl BasisPart {
    /// The originals' hashes, one after the other, as they are stored.
    pub(super) fn original_bytes(&self) -> Vec<u8> {
        self.originals.iter().flat_map(|hash| hash.0).collect()
    }
}
