//! Writing: the draft of an edition, saved as it is typed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::draft::{DraftView, Save, Saved};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::history::ShownEdition;
use shpalta_newsroom::id::{SittingId, StoryId};
use shpalta_newsroom::{Act, Newsroom};
use ts_rs::TS;
use uuid::Uuid;

use super::{Edition, LeaveEdition};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::rescue;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SaveDraft {
    pub(crate) operation: Uuid,
    /// One stay of one person in one edition.
    pub(crate) sitting: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    /// The draft's save counter that the text is based on.
    pub(crate) based_on: u64,
    /// The revision of the followed edition that the writer saw.
    pub(crate) seen: Option<u32>,
    pub(crate) text: EditionText,
}

/// A draft to be gone on with.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OpenedDraft {
    #[serde(flatten)]
    pub(crate) draft: DraftView,
    /// Whether the text is the one of its journal, and in no database yet.
    pub(crate) kept: bool,
}

/// What became of a save. It is given when the text is on disk, never before.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SaveAnswer {
    pub(crate) outcome: Outcome,
    pub(crate) save: u64,
    /// The revision that was cut, if one was.
    pub(crate) revision: Option<u32>,
    /// After a conflict: the revision that keeps our text.
    pub(crate) kept: Option<u32>,
    #[ts(type = "string")]
    pub(crate) at: Timestamp,
    /// The draft as it stands, where it is not the text that was sent.
    pub(crate) text: Option<EditionText>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    Saved,
    Unchanged,
    /// Somebody else saved meanwhile: theirs is the draft, ours is kept.
    Conflict,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Show {
    pub(crate) story: String,
    pub(crate) language: Language,
    /// None: the draft.
    pub(crate) revision: Option<u32>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Left {
    /// The revision that was cut, if one was.
    pub(crate) revision: Option<u32>,
}

/// A text that its journal has and the database does not is gone on with.
pub(crate) fn open(desk: &Desk, wanted: Edition) -> Result<OpenedDraft, Failure> {
    let kept = rescue::adopt(desk, &wanted.story, wanted.language);
    let mut draft = desk
        .read_story(&wanted.story, |newsroom, story| newsroom.open_draft(story, wanted.language))?;
    let is_kept = kept.is_some();
    if let Some(entry) = kept {
        draft.text = entry.whole();
        draft.save = draft.save.min(entry.based_on);
    }
    Ok(OpenedDraft { draft, kept: is_kept })
}

pub(crate) fn save(desk: &Desk, wanted: SaveDraft) -> Result<SaveAnswer, Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let save = Save {
            story,
            language: wanted.language,
            text: &wanted.text,
            based_on: wanted.based_on,
            seen: wanted.seen,
            sitting: Some(SittingId(wanted.sitting)),
        };
        let saved = newsroom.save_draft(act, &save)?;
        answered(newsroom, act, story, wanted.language, saved, Some(&wanted.text))
    })
}

/// What the window is told of a save; `sent` is the text that it shows.
pub(super) fn answered(
    newsroom: &Newsroom,
    act: &Act,
    story: StoryId,
    language: Language,
    saved: Saved,
    sent: Option<&EditionText>,
) -> shpalta_newsroom::Result<SaveAnswer> {
    let (outcome, save, revision, kept) = match saved {
        Saved::Saved { save, revision } => (Outcome::Saved, save, revision, None),
        Saved::Unchanged { save } => (Outcome::Unchanged, save, None, None),
        Saved::Conflict { save, kept } => (Outcome::Conflict, save, None, Some(kept)),
    };
    let text = match sent {
        // What normalising changed comes to the window when the text is opened again: replacing
        // it under somebody's hands would move the cursor.
        Some(_) if outcome != Outcome::Conflict => None,
        _ => Some(newsroom.draft(story, language)?.text),
    };
    Ok(SaveAnswer { outcome, save, revision, kept, at: act.at, text })
}

pub(crate) fn leave(desk: &Desk, wanted: LeaveEdition) -> Result<Left, Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let revision = newsroom.leave(act, story, wanted.language)?;
        Ok(Left { revision })
    })
}

pub(crate) fn show(desk: &Desk, wanted: Show) -> Result<ShownEdition, Failure> {
    desk.read_story(&wanted.story, |newsroom, story| {
        newsroom.show(story, wanted.language, wanted.revision)
    })
}
