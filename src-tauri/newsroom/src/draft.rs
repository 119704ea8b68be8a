//! Drafts: the working text of an edition, saved as it is typed.

mod due;
mod open;
mod put;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

use crate::act::Act;
use crate::edition::{self, Edition, EditionText};
use crate::error::Error;
use crate::id::{ContentHash, EditionId, PersonId, RevisionId, SittingId, StoryId};
use crate::revision::{Reason, Revision, instant_column};
use crate::transact::Tx;
use crate::{Newsroom, Result};

pub use due::{LONG_SPELL, MUCH};
pub use open::DraftView;
pub(crate) use put::{Putting, adopt, cut_pending, put};

/// A draft as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Counts the saves; a save names the one that it was based on. Zero before the first.
    pub save: u64,
    pub text: EditionText,
    /// Who saved last.
    pub person: Option<PersonId>,
    pub at: Option<Timestamp>,
    pub(crate) content: Option<ContentHash>,
    pub(crate) seen: Option<RevisionId>,
    /// The sitting of the last save, if it named one.
    pub(crate) sitting: Option<SittingId>,
    /// When that was saved first which is in no revision yet.
    pub(crate) uncut_since: Option<Timestamp>,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Saved {
    /// The text is on disk.
    Saved {
        #[ts(type = "number")]
        save: u64,
        /// The number of the revision that was cut, if one was: of this text by [`Newsroom::write`]
        /// and [`Newsroom::restore`], of what stood before by [`Newsroom::save_draft`].
        revision: Option<u32>,
    },
    /// It is the text that stands there; nothing changed.
    Unchanged {
        #[ts(type = "number")]
        save: u64,
    },
    /// Somebody else saved meanwhile: their text is the draft, this one is kept as a revision.
    Conflict {
        #[ts(type = "number")]
        save: u64,
        kept: u32,
    },
}

/// A text to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save<'a> {
    pub story: StoryId,
    pub language: Language,
    pub text: &'a EditionText,
    /// The draft's save counter that the text is based on.
    pub based_on: u64,
    /// The number of the followed edition's revision that the writer saw; none: its newest.
    pub seen: Option<u32>,
    /// The stretch of work that the save belongs to; none for the command.
    pub sitting: Option<SittingId>,
}

impl Newsroom {
    /// The draft of an edition; empty before the first save.
    pub fn draft(&self, story: StoryId, language: Language) -> Result<Draft> {
        self.read(|sql| get(sql, Edition::of(sql, story, language)?.id))
    }

    /// Saves a draft as it is typed. What stands there and is in no revision yet is cut before it
    /// is replaced when another person or another sitting goes on, when the save removes [`MUCH`],
    /// and after a [`LONG_SPELL`] of typing.
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::NoRevision`] for a revision that was not there to be seen.
    pub fn save_draft(&mut self, act: &Act, save: &Save<'_>) -> Result<Saved> {
        self.transact(act, "draft", |tx| store(tx, save, None))
    }

    /// Saves a draft and cuts a revision, as the command does.
    ///
    /// # Errors
    /// As [`Newsroom::save_draft`].
    pub fn write(&mut self, act: &Act, save: &Save<'_>, reason: Reason) -> Result<Saved> {
        self.transact(act, "write", |tx| store(tx, save, Some(reason)))
    }

    /// Cuts a revision of what the person typed and is in none yet, when they leave the edition.
    /// Returns its number.
    pub fn leave(&mut self, act: &Act, story: StoryId, language: Language) -> Result<Option<u32>> {
        self.transact(act, "leave", |tx| {
            let edition = Edition::of(tx, story, language)?;
            if get(tx, edition.id)?.person != Some(tx.act.by) {
                return Ok(None);
            }
            let (edition, cut) = cut_pending(tx, edition)?;
            if cut.is_some() {
                tx.changed(story, Some(edition.id))?;
            }
            Ok(cut.map(|cut| cut.number))
        })
    }

    /// Makes the text of an old revision the draft, as a new revision.
    ///
    /// # Errors
    /// As [`Newsroom::save_draft`], and [`Error::TextErased`].
    pub fn restore(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        revision: u32,
        based_on: u64,
    ) -> Result<Saved> {
        self.transact(act, "restore", |tx| {
            let edition = Edition::of(tx, story, language)?;
            tx.person.must_write(language)?;
            let old = Revision::worded(tx, &edition, revision)?;
            let text = edition::text(tx, old.content)?;
            // What a wording was made from is what its writer saw then, not what is new since.
            let putting =
                Putting { text: &text, based_on, seen: old.seen, sitting: None, told: &[] };
            put(tx, edition, &putting, Some(Reason::Restore))
        })
    }
}

/// Saves; with a reason also cuts a revision, and first one of what stood in the draft uncut.
pub(crate) fn store(tx: &Tx<'_>, save: &Save<'_>, cut: Option<Reason>) -> Result<Saved> {
    let edition = Edition::of(tx, save.story, save.language)?;
    tx.person.must_write(edition.language)?;
    let seen = seen_revision(tx, &edition, save.seen)?;
    let text = save.text.normalised();
    let (based_on, sitting) = (save.based_on, save.sitting);
    let putting = Putting { text: &text, based_on, seen, sitting, told: &[] };
    put(tx, edition, &putting, cut)
}

pub(crate) fn seen_revision(
    sql: &Connection,
    edition: &Edition,
    number: Option<u32>,
) -> Result<Option<RevisionId>> {
    if edition.follows.is_none() {
        return match number {
            Some(_) => Err(Error::IsOriginal),
            None => Ok(None),
        };
    }
    let followed = edition.followed(sql)?;
    match number {
        Some(number) => Ok(Some(Revision::numbered(sql, &followed, number)?.id)),
        None => Ok(followed.head),
    }
}

pub(crate) fn get(sql: &Connection, edition: EditionId) -> Result<Draft> {
    let draft = sql
        .prepare_cached(include_str!("draft/get.sql"))?
        .query_row([edition], from_row)
        .optional()?;
    Ok(draft.unwrap_or(Draft {
        save: 0,
        text: EditionText::default(),
        person: None,
        at: None,
        content: None,
        seen: None,
        sitting: None,
        uncut_since: None,
    }))
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        text: edition::text_from_row(row, 0)?,
        save: row.get(4)?,
        content: Some(row.get(5)?),
        seen: row.get(6)?,
        person: Some(row.get(7)?),
        at: Some(instant_column(row, 8)?),
        sitting: row.get(9)?,
        uncut_since: row.get::<_, Option<i64>>(10)?.map(|_| instant_column(row, 10)).transpose()?,
    })
}
