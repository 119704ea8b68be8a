//! Submit, return, revoke.

use rusqlite::Connection;
use shpalta_language::Language;

use super::{DecisionKind, Verdicts};
use crate::act::Act;
use crate::draft;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::StoryId;
use crate::status::{Editorial, Picture};
use crate::transact::Tx;
use crate::{Newsroom, Result};

impl Newsroom {
    /// Sends an edition's text to the editors.
    ///
    /// # Errors
    /// [`Error::NoText`], [`Error::AlreadyApproved`], [`Error::AlreadyInReview`],
    /// [`Error::NotAllowed`].
    pub fn submit(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        note: Option<&str>,
    ) -> Result<()> {
        self.transact(act, "submit", |tx| {
            tx.person.must_write(language)?;
            let picture = cut_picture(tx, story, language)?;
            match picture.editorial() {
                Editorial::NotStarted => return Err(no_text(tx, story, language)?),
                Editorial::Approved => return Err(Error::AlreadyApproved),
                Editorial::InReview => return Err(Error::AlreadyInReview),
                Editorial::Draft | Editorial::Returned => {}
            }
            decide(tx, &picture, DecisionKind::Submit, note)
        })
    }

    /// Sends a submitted text back to its writer, with a comment.
    ///
    /// # Errors
    /// [`Error::NotInReview`], [`Error::NotAllowed`].
    pub fn return_text(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        note: Option<&str>,
    ) -> Result<()> {
        self.rule(act, DecisionKind::Return, story, language, note, |verdicts| {
            verdicts.submit().map(|_| ()).ok_or(Error::NotInReview)
        })
    }

    /// Takes an approval back. A page that is out stays.
    ///
    /// # Errors
    /// [`Error::NotApproved`], [`Error::NotAllowed`].
    pub fn revoke(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        note: Option<&str>,
    ) -> Result<()> {
        self.rule(act, DecisionKind::Revoke, story, language, note, |verdicts| {
            verdicts.approval().map(|_| ()).ok_or(Error::NotApproved)
        })
    }

    /// An editor's decision that takes no other condition than what was decided before.
    fn rule(
        &mut self,
        act: &Act,
        kind: DecisionKind,
        story: StoryId,
        language: Language,
        note: Option<&str>,
        allowed: impl Fn(&Verdicts) -> Result<()>,
    ) -> Result<()> {
        self.transact(act, kind.name(), |tx| {
            tx.person.must_approve(language)?;
            let picture = cut_picture(tx, story, language)?;
            allowed(&picture.verdicts)?;
            decide(tx, &picture, kind, note)
        })
    }
}

/// The edition as it stands, everything typed being in a revision.
pub(super) fn cut_picture(tx: &Tx<'_>, story: StoryId, language: Language) -> Result<Picture> {
    let edition = Edition::of(tx, story, language)?;
    let (edition, _) = draft::cut_pending(tx, edition)?;
    Picture::of(tx, edition)
}

pub(super) fn no_text(sql: &Connection, story: StoryId, language: Language) -> Result<Error> {
    Ok(Error::NoText { slug: crate::story::get(sql, story)?.slug, language })
}

fn decide(tx: &Tx<'_>, picture: &Picture, kind: DecisionKind, note: Option<&str>) -> Result<()> {
    let mut entry = picture.entry(kind);
    entry.note = note.map(str::to_owned);
    tx.log(entry)?;
    tx.changed(picture.edition.story, Some(picture.edition.id))
}
