//! Confirming rows: "done" and "still right".

use serde::{Deserialize, Serialize};
use shpalta_language::Language;

use super::basis::{self, BasisKind, NewBasis};
use super::claim::Claims;
use crate::act::Act;
use crate::decision::DecisionKind;
use crate::draft;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::{PairsHash, StoryId};
use crate::status::Picture;
use crate::transact::Tx;
use crate::{Newsroom, Result};

/// Which rows to confirm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// One row, counted from 1.
    Row(usize),
    /// All that are not fresh or that something is coming for.
    All,
}

/// The rows that were confirmed, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Confirmed {
    pub rows: Vec<usize>,
}

impl Newsroom {
    /// Says that rows of a translation stand for their original as it is. A row that is fresh but
    /// has something coming is confirmed against the original's newest revision. `looked_at` is
    /// what the person was shown ([`TranslateView::content`](super::TranslateView::content)); none for whatever stands there.
    ///
    /// # Errors
    /// [`Error::TextChanged`] when either text is another by now; [`Error::OldFactsKept`] without a reason while a fact changed and the translation keeps the
    /// old one; [`Error::NothingToConfirm`], [`Error::NoRow`], [`Error::IsOriginal`],
    /// [`Error::NotAllowed`].
    pub fn confirm(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        which: Which,
        reason: Option<&str>,
        looked_at: Option<PairsHash>,
    ) -> Result<Confirmed> {
        self.transact(act, "confirm", |tx| {
            let edition = Edition::of(tx, story, language)?;
            tx.person.must_write(language)?;
            let (edition, _) = draft::cut_pending(tx, edition)?;
            let followed = edition.followed(tx)?;
            let picture = Picture::of(tx, edition)?;
            if looked_at.is_some_and(|looked_at| looked_at != picture.pairs_hash()) {
                return Err(Error::TextChanged);
            }
            let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
            let confirming = Confirming { claims: Claims::of(tx, &picture, &followed), reason };
            let rows = confirming.rows(which)?;
            let mut bases = Vec::new();
            for row in &rows {
                bases.push(confirming.basis(tx, *row)?);
            }
            basis::store(tx, &picture.edition, &bases, tx.act.by)?;
            if !rows.is_empty() {
                tx.changed(story, Some(picture.edition.id))?;
            }
            Ok(Confirmed { rows: rows.into_iter().map(|at| at + 1).collect() })
        })
    }
}

struct Confirming<'a> {
    claims: Claims<'a>,
    reason: Option<&'a str>,
}

impl Confirming<'_> {
    /// Indexes of the rows to confirm.
    fn rows(&self, which: Which) -> Result<Vec<usize>> {
        let count = self.claims.picture.rows.rows.len();
        let open = |at: &usize| self.claims.is_open(*at);
        match which {
            Which::All => Ok((0..count).filter(open).collect()),
            Which::Row(number) => match number.checked_sub(1).filter(|at| *at < count) {
                None => Err(Error::NoRow(number)),
                Some(at) if !open(&at) => Err(Error::NothingToConfirm(number)),
                Some(at) => Ok(vec![at]),
            },
        }
    }

    fn basis(&self, tx: &Tx<'_>, at: usize) -> Result<NewBasis> {
        let claim = self.claims.claim(at)?;
        if self.reason.is_none() && !claim.kept.is_empty() {
            let facts: Vec<_> = claim.kept.iter().map(|fact| fact.text.as_str()).collect();
            return Err(Error::OldFactsKept { row: at + 1, facts: facts.join(", ") });
        }
        let mut entry = self.claims.picture.entry(DecisionKind::Confirm);
        entry.note = self.reason.map(str::to_owned);
        let entry = entry.with("old", claim.old.unwrap_or_default()).with("new", claim.new);
        tx.log(entry.with("translation", claim.translation))?;
        Ok(NewBasis {
            pair: claim.pair,
            original_revision: claim.original_revision,
            kind: BasisKind::Confirmed,
            since: None,
            reason: self.reason.map(str::to_owned),
        })
    }
}
