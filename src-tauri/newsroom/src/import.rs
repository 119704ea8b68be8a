//! Importing files: front matter, the text of a copied page, a saved page.

mod enter;
pub mod error;
mod escape;
pub mod file;
pub(crate) mod front_matter;
mod moment;
mod page_text;
pub mod parsed;
mod plain;
mod web_page;
mod write;
mod yaml;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use shpalta_language::date::kyiv;
use shpalta_language::{Language, romanise};
use ts_rs::TS;

use crate::act::Act;
use crate::error::Error;
use crate::id::OperationId;
use crate::revision::Reason;
use crate::{Newsroom, Result};
pub use error::ImportError;
use error::{Fault, Refusal};
use parsed::Parsed;
pub use parsed::{Note, Remark};
pub use write::WrittenFile;

/// What to import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    pub files: Vec<PathBuf>,
    /// The language of files that do not say it.
    pub language: Option<Language>,
    /// The slug of the story that all files belong to; none: files of one name make one story.
    pub story: Option<String>,
}

/// What an import did.
#[derive(Debug, Default)]
pub struct Summary {
    pub stories: Vec<ImportedStory>,
    /// Files that were refused, with the reason.
    pub refused: Vec<Refused>,
}

/// A story that came in or went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedStory {
    pub story: String,
    /// The original's headline as it stands now.
    pub headline: String,
    pub editions: Vec<ImportedEdition>,
    /// Where the files contradict each other or the newsroom's tables.
    pub contradictions: Vec<Contradiction>,
}

/// What a file says otherwise than the story or another file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{what}: {ours} stands, a file says {theirs}")]
pub struct Contradiction {
    pub what: String,
    pub ours: String,
    pub theirs: String,
}

/// One edition of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedEdition {
    pub language: Language,
    pub file: PathBuf,
    /// The number of the revision that was cut; none when nothing changed.
    pub revision: Option<u32>,
    /// The number under which this text was kept because somebody else saved meanwhile.
    pub kept_aside: Option<u32>,
    /// What a person should be told.
    pub notes: Vec<Note>,
}

/// Files that were not taken in.
#[derive(Debug)]
pub struct Refused {
    pub files: Vec<PathBuf>,
    pub error: Error,
}

/// The files of one story.
struct Group {
    slug: String,
    editions: BTreeMap<Language, (PathBuf, Parsed)>,
    saving: Saving,
}

/// How the texts of a group are saved.
#[derive(Debug, Clone, Copy)]
struct Saving {
    /// The draft's save counter that the text is based on; none: whatever stands there.
    based_on: Option<u64>,
    /// The number of the followed edition's revision that the writer saw; none: its newest.
    seen: Option<u32>,
    reason: Reason,
}

impl Saving {
    /// As an import does.
    const IMPORT: Self = Self { based_on: None, seen: None, reason: Reason::Import };
}

impl Newsroom {
    /// Imports files. Each story is a transaction of its own: what is refused leaves the rest of
    /// the batch alone.
    pub fn import(&mut self, act: &Act, batch: &Batch) -> Summary {
        let mut summary = Summary::default();
        let today = act.at.to_zoned_datetime(kyiv()).date();
        let mut groups: Vec<Group> = Vec::new();
        let mut by_stem = HashMap::new();
        for file in &batch.files {
            let parsed = parse(file, batch.language, today);
            match parsed.and_then(|parsed| place(&mut groups, &mut by_stem, batch, file, parsed)) {
                Ok(()) => {}
                Err(error) => {
                    summary
                        .refused
                        .push(Refused { files: vec![file.clone()], error: error.into() });
                }
            }
        }
        for (number, group) in groups.into_iter().enumerate() {
            let files = group.editions.values().map(|(file, _)| file.clone()).collect();
            let act = Act { operation: part(act.operation, number), ..*act };
            match self.import_group(&act, batch.story.is_some(), group) {
                Ok(story) => summary.stories.push(story),
                Err(error) => summary.refused.push(Refused { files, error }),
            }
        }
        summary
    }

    fn import_group(&mut self, act: &Act, existing: bool, group: Group) -> Result<ImportedStory> {
        self.transact(act, "import", |tx| enter::group(tx, existing, &group))
    }
}

fn parse(file: &Path, language: Option<Language>, today: Date) -> Result<Parsed, ImportError> {
    file::parse(file, None, language, today)
}

/// Puts a file to its story's others.
fn place(
    groups: &mut Vec<Group>,
    by_stem: &mut HashMap<PathBuf, usize>,
    batch: &Batch,
    file: &Path,
    parsed: Parsed,
) -> Result<(), ImportError> {
    let refused = |refusal| Fault { line: None, refusal }.of(file);
    let language = parsed.language.ok_or_else(|| refused(Refusal::LanguageUnsaid))?;
    if parsed.headline.is_none() && parsed.body.is_empty() {
        return Err(refused(Refusal::HeadlineMissing));
    }
    let stem = file::stem_before_language(file);
    let key = match &batch.story {
        Some(_) => PathBuf::new(),
        None => file.with_file_name(&stem),
    };
    let at = *by_stem.entry(key).or_insert_with(|| {
        let slug = batch.story.clone().unwrap_or_else(|| romanise::address(&stem, language));
        groups.push(Group { slug, editions: BTreeMap::new(), saving: Saving::IMPORT });
        groups.len() - 1
    });
    let editions = &mut groups[at].editions;
    if let Some((other, _)) = editions.get(&language) {
        return Err(refused(Refusal::EditionTwice { language, other: other.clone() }));
    }
    editions.insert(language, (file.to_owned(), parsed));
    Ok(())
}

/// The operation of one story of a batch: the same batch again is the same operations.
fn part(operation: OperationId, number: usize) -> OperationId {
    let mut bytes = *operation.0.as_bytes();
    let number = u64::try_from(number).unwrap_or_default();
    for (byte, part) in bytes[8..].iter_mut().zip(number.to_be_bytes()) {
        *byte ^= part;
    }
    OperationId(uuid::Uuid::from_bytes(bytes))
}
