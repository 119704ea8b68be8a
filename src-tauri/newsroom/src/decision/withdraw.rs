//! Hold, withdraw, reinstate: one editor, at once.

use shpalta_language::Language;

use super::DecisionKind;
use crate::act::Act;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::StoryId;
use crate::log::Entry;
use crate::publication::{self, WithdrawalKind};
use crate::transact::Tx;
use crate::{Newsroom, Result};

impl Newsroom {
    /// Makes the pages of a story, or of one edition, notices; `kind` says for good or while facts
    /// are checked. Nothing delays it.
    ///
    /// # Errors
    /// [`Error::NoDecision`] when it is so already, [`Error::NotAllowed`].
    pub fn withdraw(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Option<Language>,
        kind: WithdrawalKind,
        note: Option<&str>,
    ) -> Result<()> {
        let decision = match kind {
            WithdrawalKind::Withdrawn => DecisionKind::Withdraw,
            WithdrawalKind::Held => DecisionKind::Hold,
        };
        self.transact(act, decision.name(), |tx| {
            let is_so = |now: Option<WithdrawalKind>| now == Some(kind);
            decide(tx, story, language, decision, note, is_so)
        })
    }

    /// Takes a hold or a withdrawal back.
    ///
    /// # Errors
    /// As [`Newsroom::withdraw`].
    pub fn reinstate(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Option<Language>,
        note: Option<&str>,
    ) -> Result<()> {
        self.transact(act, "reinstate", |tx| {
            let is_so = |now: Option<WithdrawalKind>| now.is_none();
            decide(tx, story, language, DecisionKind::Reinstate, note, is_so)
        })
    }
}

fn decide(
    tx: &Tx<'_>,
    story: StoryId,
    language: Option<Language>,
    kind: DecisionKind,
    note: Option<&str>,
    is_so: impl Fn(Option<WithdrawalKind>) -> bool,
) -> Result<()> {
    let editions: Vec<_> = Edition::all(tx, story)?
        .into_iter()
        .filter(|edition| language.is_none_or(|language| language == edition.language))
        .collect();
    match language {
        Some(language) => tx.person.must_approve(language)?,
        None => tx.person.must_edit()?,
    }
    let mut all_so = true;
    for edition in &editions {
        let now = publication::withdrawal(tx, edition)?.map(|withdrawal| withdrawal.kind);
        all_so &= is_so(now);
    }
    if all_so {
        return Err(Error::NoDecision(kind));
    }
    let mut entry = Entry::of(kind);
    entry.story = Some(story);
    entry.edition = language.and(editions.first()).map(|edition| edition.id);
    entry.note = note.map(str::to_owned);
    tx.log(entry)?;
    tx.changed(story, None)
}
