//! What keeps a newsroom safe: backups, texts that could not be saved, the way back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::{OperationId, SittingId};
use shpalta_newsroom::recovery::{self, Entry, Replayed, Text};
use ts_rs::TS;
use uuid::Uuid;

use super::start::{DeskView, Folder, absolute, described};
use super::{Edition, Nothing};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::guard::{self, Safety};
use crate::rescue;

/// A backup as the window lists it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupFile {
    pub(crate) name: String,
    #[ts(type = "string")]
    pub(crate) made: Timestamp,
    /// Length of the database.
    pub(crate) bytes: u64,
    /// Whether nothing was wrong with the newsroom then.
    pub(crate) good: bool,
}

/// A backup that a newsroom can be brought back from.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Rescuable {
    #[ts(type = "string")]
    pub(crate) made: Timestamp,
    pub(crate) bytes: u64,
    /// Where it lies.
    pub(crate) path: String,
    /// How many texts wait in journals.
    pub(crate) journals: usize,
}

/// A newsroom that was brought back.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Rescued {
    pub(crate) desk: DeskView,
    /// When the backup was made.
    #[ts(type = "string")]
    pub(crate) made: Timestamp,
    /// Where the lost database lies now.
    pub(crate) aside: Option<String>,
    /// How many things are wrong with it, as it was backed up.
    pub(crate) faults: usize,
}

/// A text that the database did not take.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeepDraft {
    pub(crate) operation: Uuid,
    pub(crate) sitting: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    /// The draft's save counter that the text is based on.
    pub(crate) based_on: u64,
    pub(crate) seen: Option<u32>,
    pub(crate) text: EditionText,
    /// Words that have no place in the text yet.
    pub(crate) loose: Vec<String>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct KeptDraft {
    #[ts(type = "string")]
    pub(crate) at: Timestamp,
}

/// Texts to be written into a folder.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct WriteTexts {
    pub(crate) folder: String,
    pub(crate) texts: Vec<UnsavedText>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnsavedText {
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) text: EditionText,
    pub(crate) loose: Vec<String>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct WrittenTexts {
    /// The new folder.
    pub(crate) folder: String,
    pub(crate) count: usize,
}

pub(crate) fn safety(desk: &Desk, _: Nothing) -> Result<Safety, Failure> {
    guard::learn_state(desk, &*desk.newsroom()?);
    Ok(desk.guard.known())
}

pub(crate) fn back_up(desk: &Desk, _: Nothing) -> Result<(), Failure> {
    guard::back_up(desk, &desk.newsroom()?)
}

pub(crate) fn backups(desk: &Desk, _: Nothing) -> Result<Vec<BackupFile>, Failure> {
    let all = desk.read(Newsroom::backups)?;
    let listed = all.into_iter().map(|backup| BackupFile {
        name: backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        made: backup.record.made,
        bytes: backup.record.bytes,
        good: backup.is_good(),
    });
    Ok(listed.collect())
}

pub(crate) fn rescuable(_: &Desk, wanted: Folder) -> Result<Option<Rescuable>, Failure> {
    let folder = absolute(&wanted.folder)?;
    let found = recovery::rescue(&folder);
    Ok(found.map(|found| Rescuable {
        made: found.made,
        bytes: found.bytes,
        path: found.path.display().to_string(),
        journals: recovery::journals(&folder).len(),
    }))
}

/// The person agreed: all of it is done, and the newsroom is open.
pub(crate) fn rescue(desk: &Desk, wanted: Folder) -> Result<Rescued, Failure> {
    let folder = absolute(&wanted.folder)?;
    let (found, replaced) = rescue::replace(desk, &folder)?;
    Ok(Rescued {
        desk: described(&*desk.sit_down(&folder)?)?,
        made: found.made,
        aside: replaced.aside.map(|aside| aside.display().to_string()),
        faults: replaced.faults.len(),
    })
}

pub(crate) fn recovered(desk: &Desk, _: Nothing) -> Result<Vec<Replayed>, Failure> {
    Ok(desk.rescue.take_replayed())
}

/// Nothing of this needs the database.
pub(crate) fn keep_draft(desk: &Desk, wanted: KeepDraft) -> Result<KeptDraft, Failure> {
    let open = desk.newsroom()?;
    let at = Timestamp::now();
    let entry = Entry {
        story: wanted.story,
        language: wanted.language,
        person: open.me(),
        sitting: SittingId(wanted.sitting),
        operation: OperationId(wanted.operation),
        at,
        based_on: wanted.based_on,
        seen: wanted.seen,
        text: wanted.text.normalised(),
        loose: wanted.loose,
    };
    desk.rescue.keep(&open.folder, &entry)?;
    Ok(KeptDraft { at })
}

/// What was kept is in the database now.
pub(crate) fn drop_kept(desk: &Desk, wanted: Edition) -> Result<(), Failure> {
    let open = desk.newsroom()?;
    Ok(desk.rescue.is_saved(&open.folder, &wanted.story, wanted.language)?)
}

/// The window shows the text no longer: it is saved from its journal as soon as that can be done.
pub(crate) fn let_go(desk: &Desk, wanted: Edition) -> Result<(), Failure> {
    desk.rescue.let_go(&wanted.story, wanted.language);
    desk.guard.look_now();
    Ok(())
}

/// The texts of the window, and those that other texts left in journals.
pub(crate) fn write_texts(desk: &Desk, wanted: WriteTexts) -> Result<WrittenTexts, Failure> {
    let folder = absolute(&wanted.folder)?;
    let of_window = wanted.texts.into_iter().map(|text| Text {
        story: text.story,
        language: text.language,
        text: text.text,
        loose: text.loose,
    });
    let mut texts: Vec<Text> = of_window.collect();
    for journal in recovery::journals(&desk.newsroom()?.folder) {
        let Entry { story, language, text, loose, .. } = journal.entry;
        let is_there = |other: &Text| other.story == story && other.language == language;
        if !texts.iter().any(is_there) {
            texts.push(Text { story, language, text, loose });
        }
    }
    let written = recovery::write_texts(&folder, &texts, Timestamp::now())?;
    Ok(WrittenTexts { folder: written.display().to_string(), count: texts.len() })
}
