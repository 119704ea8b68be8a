//! Confirming rows: "done" and "still right".

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_language::facts::{self, Fact};
use shpalta_text::BlockKind;

use super::basis::{self, BasisKind, NewBasis};
use super::row::Matched;
use crate::act::Act;
use crate::decision::DecisionKind;
use crate::draft;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::{PairsHash, StoryId};
use crate::revision::Stand;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    pub rows: Vec<usize>,
}

impl Newsroom {
    /// Says that rows of a translation stand for their original as it is. A row that is fresh but
    /// has something coming is confirmed against the original's newest revision. `looked_at` is
    /// what the person was shown ([`TranslateView::content`]); none for whatever stands there.
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
            let confirming = Confirming::load(tx, edition, reason)?;
            if looked_at.is_some_and(|looked_at| looked_at != confirming.picture.pairs_hash()) {
                return Err(Error::TextChanged);
            }
            let rows = confirming.rows(which)?;
            let mut bases = Vec::new();
            for row in &rows {
                bases.push(confirming.basis(tx, *row)?);
            }
            basis::store(tx, &confirming.picture.edition, &bases, tx.act.by)?;
            if !rows.is_empty() {
                tx.changed(story, Some(confirming.picture.edition.id))?;
            }
            Ok(Confirmed { rows: rows.into_iter().map(|at| at + 1).collect() })
        })
    }
}

struct Confirming<'a> {
    picture: Picture,
    followed: Edition,
    reason: Option<&'a str>,
}

impl<'a> Confirming<'a> {
    fn load(tx: &Tx<'_>, edition: Edition, reason: Option<&'a str>) -> Result<Self> {
        let followed = edition.followed(tx)?;
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        Ok(Self { picture: Picture::of(tx, edition)?, followed, reason })
    }

    /// Indexes of the rows to confirm.
    fn rows(&self, which: Which) -> Result<Vec<usize>> {
        let rows = &self.picture.rows.rows;
        let open = |at: &usize| rows[*at].coming || !self.picture.rows.matched[*at].is_fresh();
        match which {
            Which::All => Ok((0..rows.len()).filter(open).collect()),
            Which::Row(number) => match number.checked_sub(1).filter(|at| *at < rows.len()) {
                None => Err(Error::NoRow(number)),
                Some(at) if !open(&at) => Err(Error::NothingToConfirm(number)),
                Some(at) => Ok(vec![at]),
            },
        }
    }

    fn basis(&self, tx: &Tx<'_>, at: usize) -> Result<NewBasis> {
        let row = &self.picture.rows.matched[at];
        let (pair, against) = if row.is_fresh() {
            (self.picture.newest_pair(row), &self.picture.newest)
        } else {
            (row.pair.clone(), &self.picture.reference)
        };
        let revision = against.revision;
        let words = Words::of(tx, self, row, pair.originals(), revision)?;
        // The digits of an image's address are no facts.
        let kept = match row.kind {
            BlockKind::Image => Vec::new(),
            _ => words.kept(self.followed.language, self.picture.edition.language),
        };
        if self.reason.is_none() && !kept.is_empty() {
            let facts: Vec<_> = kept.iter().map(|fact| fact.text.as_str()).collect();
            return Err(Error::OldFactsKept { row: at + 1, facts: facts.join(", ") });
        }
        let mut entry = self.picture.entry(DecisionKind::Confirm);
        entry.note = self.reason.map(str::to_owned);
        let entry = entry.with("old", words.old).with("new", words.new);
        tx.log(entry.with("translation", words.translation))?;
        Ok(NewBasis {
            pair,
            original_revision: revision,
            kind: BasisKind::Confirmed,
            since: None,
            reason: self.reason.map(str::to_owned),
        })
    }
}

/// The texts that a confirmation is about.
struct Words {
    old: String,
    new: String,
    translation: String,
}

impl Words {
    fn of(
        tx: &Tx<'_>,
        confirming: &Confirming<'_>,
        row: &Matched,
        originals: &[shpalta_text::BlockHash],
        revision: Option<crate::id::RevisionId>,
    ) -> Result<Self> {
        let language = confirming.followed.language;
        let new = Stand::load(tx, language, revision)?.words_of(originals);
        let translation = row.block.map(|at| confirming.picture.stand.blocks[at].text.clone());
        let old = match row.pair.translation.and_then(|hash| confirming.picture.bases.start(hash)) {
            Some(start) => {
                Stand::load(tx, language, start.original_revision)?.words_of(start.pair.originals())
            }
            None => String::new(),
        };
        Ok(Self { old, new, translation: translation.unwrap_or_default() })
    }

    fn kept(&self, original: Language, translation: Language) -> Vec<Fact> {
        if self.old.is_empty() || self.translation.is_empty() {
            return Vec::new();
        }
        facts::kept(original, &self.old, &self.new, translation, &self.translation)
    }
}
