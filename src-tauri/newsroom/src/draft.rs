//! Drafts: the working text of an edition, saved as it is typed.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

use crate::act::Act;
use crate::edition::{self, Edition, EditionText};
use crate::error::Error;
use crate::id::{ContentHash, EditionId, PersonId, RevisionId, StoryId};
use crate::revision::{self, Cut, Reason, Revision, Writer, instant_column};
use crate::transact::Tx;
use crate::{Newsroom, Result};

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
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Saved {
    /// The text is on disk.
    Saved {
        #[ts(type = "number")]
        save: u64,
        /// The number of the revision that was cut, if one was.
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
}

impl Newsroom {
    /// The draft of an edition; empty before the first save.
    pub fn draft(&self, story: StoryId, language: Language) -> Result<Draft> {
        self.read(|sql| get(sql, Edition::of(sql, story, language)?.id))
    }

    /// Saves a draft as it is typed. No revision is cut.
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
}

/// Saves; with a reason also cuts a revision, and first one of what stood in the draft uncut.
pub(crate) fn store(tx: &Tx<'_>, save: &Save<'_>, cut: Option<Reason>) -> Result<Saved> {
    let edition = Edition::of(tx, save.story, save.language)?;
    tx.person.must_write(edition.language)?;
    let seen = seen_revision(tx, &edition, save.seen)?;
    let text = save.text.normalised();
    let content = text.content_hash(edition.language);
    let current = get(tx, edition.id)?;
    if current.content == Some(content) || current.content.is_none() && text.is_empty() {
        return Ok(Saved::Unchanged { save: current.save });
    }
    let reason = cut.unwrap_or(Reason::Write);
    let writer = Writer { person: tx.act.by, reason, seen };
    if current.save != save.based_on {
        let kept = revision::keep_aside(tx, &edition, &text, writer)?.number;
        tx.changed(edition.story, Some(edition.id))?;
        return Ok(Saved::Conflict { save: current.save, kept });
    }
    let (edition, _) = match cut {
        Some(_) => cut_pending(tx, edition)?,
        None => (edition, None),
    };
    let number = current.save + 1;
    tx.prepare_cached(include_str!("draft/store.sql"))?.execute(params![
        edition.id,
        number,
        content,
        text.headline,
        text.lead,
        text.body,
        edition::variants_json(&text),
        seen,
        tx.act.by,
        tx.act.at.as_millisecond(),
    ])?;
    let cut = match cut {
        Some(_) => revision::cut(tx, &edition, &text, writer)?,
        None => None,
    };
    tx.changed(edition.story, Some(edition.id))?;
    Ok(Saved::Saved { save: number, revision: cut.map(|cut| cut.number) })
}

/// Cuts a revision of what stands in the draft and in no revision yet. Returns the edition as it
/// is then.
pub(crate) fn cut_pending(tx: &Tx<'_>, edition: Edition) -> Result<(Edition, Option<Cut>)> {
    let draft = get(tx, edition.id)?;
    let Some(person) = draft.person else { return Ok((edition, None)) };
    let writer = Writer { person, reason: Reason::Write, seen: draft.seen };
    let cut = revision::cut(tx, &edition, &draft.text, writer)?;
    Ok((Edition::of(tx, edition.story, edition.language)?, cut))
}

fn seen_revision(
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
    })
}
