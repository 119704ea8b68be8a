//! Marking a changed block of the original as minor: translations need not follow it.

use shpalta_text::BlockHash;

use super::basis::{self, Bases, BasisKind, NewBasis, Pair};
use super::link::Links;
use super::row;
use crate::act::Act;
use crate::decision::DecisionKind;
use crate::draft;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::{BlockId, StoryId};
use crate::revision::{Revision, Side};
use crate::status::Picture;
use crate::transact::Tx;
use crate::{Newsroom, Result};

impl Newsroom {
    /// Marks block `number` (counted from 1) of the original's draft as a minor change: each row
    /// that was fresh before the change is fresh for the new wording, too. Returns how many rows.
    ///
    /// # Errors
    /// [`Error::NotChanged`], [`Error::NoBlock`], [`Error::NotAllowed`] unless an editor of the
    /// original's language asks.
    pub fn mark_minor(
        &mut self,
        act: &Act,
        story: StoryId,
        number: usize,
        reason: Option<&str>,
    ) -> Result<usize> {
        self.transact(act, "minor", |tx| {
            let original = crate::story::get(tx, story)?.original;
            let edition = Edition::of(tx, story, original)?;
            tx.person.must_approve(original)?;
            let (edition, _) = draft::cut_pending(tx, edition)?;
            let head = Side::head(tx, &edition)?;
            let at = number.checked_sub(1).filter(|at| *at < head.blocks.len());
            let block = at.map(|at| head.blocks[at].id).ok_or(Error::NoBlock(number))?;
            let before = wordings_before(tx, &edition, &head, block)?;
            if before.is_empty() {
                return Err(Error::NotChanged(number));
            }
            let picture = Picture::of(tx, edition.clone())?;
            let mut entry = picture.entry(DecisionKind::Minor);
            entry.note = reason.map(str::to_owned);
            tx.log(entry.with("block", number.to_string()))?;
            let mut passed = 0;
            for follower in edition.followers(tx)? {
                passed += pass(tx, follower, &head, block, &before)?;
            }
            tx.changed(story, Some(edition.id))?;
            Ok(passed)
        })
    }
}

/// The wordings that the block had in the revisions before the present one, the latest first: in
/// each revision back to the last approved one that says otherwise.
fn wordings_before(
    tx: &Tx<'_>,
    edition: &Edition,
    head: &Side,
    block: BlockId,
) -> Result<Vec<BlockHash>> {
    let wording = |side: &Side| side.blocks.iter().find(|b| b.id == block).map(|b| b.hash);
    let now = wording(head);
    let approved = crate::decision::approvals(tx, edition.id)?;
    let mut before = Vec::new();
    let mut revision = edition.head;
    while let Some(id) = revision {
        let then = wording(&Side::load(tx, id)?);
        if let Some(hash) = then.filter(|_| then != now)
            && !before.contains(&hash)
        {
            before.push(hash);
        }
        if then != now && approved.contains(&id) {
            break;
        }
        revision = Revision::get(tx, id)?.parent;
    }
    Ok(before)
}

/// Passes the change for one translation.
fn pass(
    tx: &Tx<'_>,
    translation: Edition,
    original: &Side,
    block: BlockId,
    before: &[BlockHash],
) -> Result<usize> {
    let (translation, _) = draft::cut_pending(tx, translation)?;
    let side = Side::head(tx, &translation)?;
    let links = Links::load(tx, translation.id)?;
    let bases = Bases::load(tx, translation.id)?;
    let mut new = Vec::new();
    for row in row::matched(&side, original, &links, &bases) {
        let stands_for = |at: &usize| original.blocks[*at].id == block;
        if !row.originals.iter().any(stands_for) {
            continue;
        }
        let earlier = before.iter().find_map(|hash| {
            let hashes = row
                .originals
                .iter()
                .map(|at| if stands_for(at) { *hash } else { original.blocks[*at].hash });
            let pair = Pair::new(row.pair.translation, hashes);
            bases.of(&pair).last()
        });
        if let Some(earlier) = earlier {
            new.push(NewBasis {
                pair: row.pair,
                original_revision: original.revision,
                kind: BasisKind::Minor,
                since: earlier.since.or(Some(earlier.position)),
                reason: None,
            });
        }
    }
    basis::store(tx, &translation, &new, tx.act.by)?;
    if !new.is_empty() {
        tx.changed(translation.story, Some(translation.id))?;
    }
    Ok(new.len())
}
