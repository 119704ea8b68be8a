//! What an export did, or would do.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::finding::Finding;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::publication::{ExportedRow, Found, HeldEdition, Target};
use ts_rs::TS;

use super::Looked;
use crate::preflight::HeldBack;
use crate::server::Brought;

/// What was done. Serialises as the command prints it.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// The folder.
    pub to: PathBuf,
    /// Paths below it, without the manifest.
    pub written: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
    /// Photos that had to be decoded: of the others all was there already.
    #[serde(skip)]
    pub decoded: usize,
    pub held_back: Vec<HeldBack>,
    /// The editions of the stories in question that have a text or a page: of those asked for, else
    /// of those that changed or are held back.
    #[serde(skip)]
    pub editions: Vec<EditionFate>,
    /// Where the photos of texts stand, below the folder.
    #[serde(skip)]
    pub photos: BTreeMap<MediaHash, String>,
    /// For the newsroom's record: the editions written, or not because they stood there already.
    #[serde(skip)]
    pub rows: Vec<ExportedRow>,
    /// For the record, too: what was found of the pages that are out.
    #[serde(skip)]
    pub found: Found,
    /// And what was held back of the stories that were looked at: what has a text or a page.
    #[serde(skip)]
    pub held: Vec<HeldEdition>,
    #[serde(skip)]
    pub target: Target,
    /// What was brought to the site's server, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brought: Option<Brought>,
    /// Of a dry run: not all that lies in the folder was brought to the server yet.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub server_waits: bool,
    /// Where the next export can go on, once this one is on record; none if not all was looked at.
    #[serde(skip)]
    pub looked: Option<Looked>,
}

/// What was done, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportOutcome {
    /// The folder.
    pub to: String,
    /// Paths below it, without the manifest.
    pub written: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
    pub editions: Vec<EditionFate>,
    /// What was brought to the site's server, if it has one.
    pub brought: Option<Brought>,
    /// Before an export: not all that lies in the folder was brought to the server yet.
    pub server_waits: bool,
}

impl From<Outcome> for ExportOutcome {
    fn from(outcome: Outcome) -> Self {
        Self {
            to: outcome.to.display().to_string(),
            written: outcome.written,
            removed: outcome.removed,
            unchanged: outcome.unchanged,
            editions: outcome.editions,
            brought: outcome.brought,
            server_waits: outcome.server_waits,
        }
    }
}

/// What became of one edition in an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionFate {
    /// Slug.
    pub story: String,
    /// Approved, else the draft's; empty if there is neither.
    pub headline: String,
    pub lang: Language,
    pub fate: FateKind,
    /// Of its page below the folder; none where there is no page.
    pub path: Option<String>,
    /// A finding held it back, and somebody took it on themselves.
    pub overridden: bool,
    /// All that was found, warnings too; nothing for a language that was not asked for.
    pub findings: Vec<Finding>,
    /// What readers of the site have not seen yet; none for a copy, and where no text goes out.
    #[serde(default)]
    pub news: Option<News>,
}

/// What of a page is other than when it last went out to the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum News {
    /// All: it was not out, or is a notice.
    First,
    /// The text: the labels of both revisions.
    Text { old: u32, new: u32 },
    /// What stands beside the text: names, dates, photos and whose they are.
    Details,
    /// Nothing of the edition: its links, the other languages, the look of the site.
    Around,
}

/// What becomes of an edition's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FateKind {
    /// The approved text goes out.
    Written,
    /// The approved text stands there already.
    Unchanged,
    /// The page is a notice.
    Notice,
    /// The page stays as it was last exported, but for its switch: held back, or not asked for.
    Left,
    /// There is no page: held back, or not asked for.
    Absent,
}
