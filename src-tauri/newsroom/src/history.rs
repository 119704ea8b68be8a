//! What was: revisions, decisions, and texts as they stood.

use jiff::Timestamp;
use rusqlite::params;
use serde::Serialize;
use shpalta_language::Language;
use shpalta_text::diff::{self, Run};
use shpalta_text::{BlockKind, Section};
use ts_rs::TS;

use crate::decision::DecisionKind;
use crate::edition::{self, Edition, EditionText};
use crate::id::{BlockId, ContentHash, StoryId};
use crate::revision::{Revision, Stand, instant_column};
use crate::status::Picture;
use crate::{Newsroom, Result, erase, staff};

/// A block as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownBlock {
    /// Counted from 1.
    pub block: usize,
    pub id: BlockId,
    pub kind: BlockKind,
    pub text: String,
    pub section: Option<Section>,
}

/// An edition's text as it stands or stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownEdition {
    pub address: Option<String>,
    pub text: EditionText,
    pub blocks: Vec<ShownBlock>,
    /// The revision that says this; for a draft, the newest of its line.
    pub revision: Option<u32>,
    pub content: Option<ContentHash>,
}

/// A revision in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastRevision {
    pub revision: u32,
    pub parent: Option<u32>,
    pub person: String,
    #[ts(type = "string")]
    pub at: Timestamp,
    pub reason: String,
    pub content_hash: ContentHash,
    /// When its words were erased, if they were.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub erased: Option<Timestamp>,
}

/// A decision in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastDecision {
    #[ts(as = "DecisionKind")]
    pub decision: String,
    pub revision: Option<u32>,
    pub person: String,
    #[ts(type = "string")]
    pub at: Timestamp,
    pub note: Option<String>,
    /// It was made elsewhere and came in a parcel: it decides nothing here.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub elsewhere: bool,
}

/// What became of an edition, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct History {
    pub revisions: Vec<PastRevision>,
    pub decisions: Vec<PastDecision>,
}

/// The difference of one field between two revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldDiff {
    pub field: String,
    pub runs: Vec<Run>,
}

impl Newsroom {
    /// An edition's draft, or one of its revisions, with its blocks.
    ///
    /// # Errors
    /// [`Error::NoRevision`](crate::Error::NoRevision),
    /// [`Error::TextErased`](crate::Error::TextErased).
    pub fn show(
        &self,
        story: StoryId,
        language: Language,
        revision: Option<u32>,
    ) -> Result<ShownEdition> {
        self.read(|sql| {
            let edition = Edition::of(sql, story, language)?;
            let address = edition.address.clone();
            let (stand, shown, content) = match revision {
                Some(number) => {
                    let revision = Revision::worded(sql, &edition, number)?;
                    let stand = Stand::load(sql, language, Some(revision.id))?;
                    (stand, Some(revision.number), Some(revision.content))
                }
                None => {
                    let head = edition.head.map(|id| Revision::get(sql, id)).transpose()?;
                    let picture = Picture::of(sql, edition)?;
                    let content = picture.draft.content;
                    (picture.stand, head.map(|head| head.number), content)
                }
            };
            let blocks = shown_blocks(&stand);
            Ok(ShownEdition { address, text: stand.text, blocks, revision: shown, content })
        })
    }

    /// The revisions and decisions of an edition.
    pub fn history(&self, story: StoryId, language: Language) -> Result<History> {
        self.read(|sql| {
            let edition = Edition::of(sql, story, language)?;
            let all = Revision::all(sql, edition.id)?;
            let number = |id| all.iter().find(|other| other.id == id).map(|other| other.number);
            let mut revisions = Vec::new();
            for revision in &all {
                revisions.push(PastRevision {
                    revision: revision.number,
                    parent: revision.parent.and_then(number),
                    person: staff::person(sql, revision.person)?.name,
                    at: revision.at,
                    reason: revision.reason.clone(),
                    content_hash: revision.content,
                    erased: erase::erased_at(sql, revision.content)?,
                });
            }
            let mut query = sql.prepare_cached(include_str!("history/decisions.sql"))?;
            let rows = query.query_map(params![story, edition.id], |row| {
                let revision: Option<_> = row.get(1)?;
                let decision: String = row.get(0)?;
                let at = instant_column(row, 3)?;
                let said = (row.get(2)?, at, row.get(4)?, row.get(5)?);
                Ok((decision, revision.and_then(number), said))
            })?;
            let mut decisions = Vec::new();
            for row in rows {
                let (decision, revision, (person, at, note, elsewhere)) = row?;
                let person = staff::person(sql, person)?.name;
                decisions.push(PastDecision { decision, revision, person, at, note, elsewhere });
            }
            Ok(History { revisions, decisions })
        })
    }

    /// The word diff of two revisions, field by field; fields that say the same are left out.
    ///
    /// # Errors
    /// [`Error::NoRevision`](crate::Error::NoRevision),
    /// [`Error::TextErased`](crate::Error::TextErased).
    pub fn diff(
        &self,
        story: StoryId,
        language: Language,
        old: u32,
        new: u32,
    ) -> Result<Vec<FieldDiff>> {
        self.read(|sql| {
            let edition = Edition::of(sql, story, language)?;
            let text = |number| {
                let revision = Revision::worded(sql, &edition, number)?;
                edition::text(sql, revision.content)
            };
            let (old, new) = (text(old)?, text(new)?);
            let fields = [
                ("headline", &old.headline, &new.headline),
                ("lead", &old.lead, &new.lead),
                ("body", &old.body, &new.body),
            ];
            let changed = fields.into_iter().filter(|(_, old, new)| old != new);
            Ok(changed
                .map(|(field, old, new)| FieldDiff {
                    field: field.to_owned(),
                    runs: diff::words(old, new),
                })
                .collect())
        })
    }
}

fn shown_blocks(stand: &Stand) -> Vec<ShownBlock> {
    let blocks = stand.blocks.iter().zip(&stand.side.blocks).zip(1..);
    blocks
        .map(|((block, placed), number)| ShownBlock {
            block: number,
            id: placed.id,
            kind: block.kind,
            text: block.text.clone(),
            section: block.section,
        })
        .collect()
}
