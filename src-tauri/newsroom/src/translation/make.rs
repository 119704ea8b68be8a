//! What writing a translation says of its pairs: new text is made from what its writer saw, a
//! later edit carries freshness along and adds none.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use shpalta_text::BlockHash;
use shpalta_text::align::Leaf;
use shpalta_text::pair::pair;

use super::basis::{self, Bases, Basis, BasisKind, NewBasis, Pair};
use super::link::{self, Links};
use crate::Result;
use crate::edition::Edition;
use crate::id::{BlockId, EditionId, RevisionId};
use crate::revision::{Placed, Side, Stand, Woven, Writer};
use crate::transact::Tx;

/// Links and bases that a new text of a translation brings.
#[derive(Debug, Clone, Default)]
pub(crate) struct Made {
    pub(crate) links: Vec<(BlockId, BlockId)>,
    pub(crate) bases: Vec<NewBasis>,
}

/// Stores what the new text of a translation brings.
pub(crate) fn store(
    tx: &Tx<'_>,
    edition: &Edition,
    old: &Stand,
    woven: &Woven,
    writer: Writer,
) -> Result<()> {
    let made = made(tx, edition, old, woven, writer.seen)?;
    for (block, original) in &made.links {
        link::insert(tx, edition.id, *block, *original)?;
    }
    basis::store(tx, edition, &made.bases, writer.person)
}

/// What the new text of a translation brings, stored or not.
pub(crate) fn made(
    sql: &Connection,
    edition: &Edition,
    old: &Stand,
    woven: &Woven,
    seen: Option<RevisionId>,
) -> Result<Made> {
    let followed = edition.followed(sql)?;
    let seen = Stand::load(sql, followed.language, seen)?;
    let mut links = Links::load(sql, edition.id)?;
    let mut made = Made::default();
    for (whole, part) in &woven.splits {
        made.links.extend(links.of(*whole).map(|original| (*part, original)));
    }
    made.links.extend(&woven.told);
    made.links.extend(paired(woven, &links, &made.links, &seen));
    for (block, original) in &made.links {
        links.add(*block, *original);
    }
    let bases = Bases::load(sql, edition.id)?;
    let weaving = Weaving { old, woven, seen: &seen.side, links: &links, bases: &bases };
    for at in 0..woven.side.blocks.len() {
        let placed = &woven.side.blocks[at];
        if weaving.is_unchanged(at) || had_before(sql, edition.id, placed)? {
            continue;
        }
        made.bases.extend(weaving.basis(at));
    }
    Ok(made)
}

/// Pairs new blocks with blocks of the original that nothing stands for yet.
fn paired(
    woven: &Woven,
    links: &Links,
    more: &[(BlockId, BlockId)],
    seen: &Stand,
) -> Vec<(BlockId, BlockId)> {
    let side = &woven.side;
    let mut all = links.clone();
    more.iter().for_each(|(block, original)| all.add(*block, *original));
    // Old blocks that stand for nothing stay out: they must not take a new block's partner.
    let (mut leaves, mut places, mut anchors) = (Vec::new(), Vec::new(), Vec::new());
    for (at, placed) in side.blocks.iter().enumerate() {
        let originals = all.originals(side, at, &seen.side);
        let told = woven.told.iter().any(|(block, _)| *block == placed.id);
        if originals.is_empty() && (told || !woven.new.contains(&placed.id)) {
            continue;
        }
        anchors.extend(originals.into_iter().map(|original| (original, leaves.len())));
        leaves.push(Leaf { kind: placed.kind, hash: placed.hash, text: &woven.texts[at] });
        places.push(placed.id);
    }
    if leaves.len() == anchors.iter().map(|(_, at)| at).collect::<BTreeSet<_>>().len() {
        return Vec::new();
    }
    let originals: Vec<_> = seen
        .blocks
        .iter()
        .map(|block| Leaf { kind: block.kind, hash: block.hash, text: &block.text })
        .collect();
    let anchored: BTreeSet<_> = anchors.iter().copied().collect();
    pair(&originals, &leaves, &anchors)
        .into_iter()
        .filter(|found| !anchored.contains(found))
        .map(|(original, at)| (places[at], seen.side.blocks[original].id))
        .collect()
}

/// A wording that the block had before gets no new basis, only its old ones.
fn had_before(sql: &Connection, edition: EditionId, placed: &Placed) -> Result<bool> {
    let query = "SELECT 1 FROM wording WHERE edition = ? AND block = ? AND hash = ?";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.exists(params![edition, placed.id, placed.hash.0])?)
}

struct Weaving<'a> {
    old: &'a Stand,
    woven: &'a Woven,
    seen: &'a Side,
    links: &'a Links,
    bases: &'a Bases,
}

impl Weaving<'_> {
    fn is_unchanged(&self, at: usize) -> bool {
        let new = &self.woven.side.blocks[at];
        let sources = &self.woven.sources[at];
        matches!(sources[..], [old] if {
            let old = &self.old.side.blocks[old];
            old.id == new.id && old.hash == new.hash
        })
    }

    fn basis(&self, at: usize) -> Option<NewBasis> {
        let hash = self.woven.side.blocks[at].hash;
        let sources = &self.woven.sources[at];
        if sources.is_empty() {
            return self.first_writing(at, hash);
        }
        let stood: Vec<_> = sources.iter().map(|old| self.stood(*old)).collect::<Option<_>>()?;
        let originals = match &stood[..] {
            [one] => one.pair.originals().to_vec(),
            // Parts of one original, joined again, stand for it once.
            many => {
                let all = many.iter().flat_map(|basis| basis.pair.originals());
                all.copied().collect::<BTreeSet<_>>().into_iter().collect()
            }
        };
        Some(NewBasis {
            pair: Pair::new(Some(hash), originals),
            original_revision: stood[0].original_revision,
            kind: BasisKind::Carried,
            since: stood[0].since,
            reason: None,
        })
    }

    fn first_writing(&self, at: usize, hash: BlockHash) -> Option<NewBasis> {
        let originals = self.links.originals(&self.woven.side, at, self.seen);
        if originals.is_empty() {
            return None;
        }
        let hashes = originals.into_iter().map(|at| self.seen.blocks[at].hash);
        Some(NewBasis {
            pair: Pair::new(Some(hash), hashes),
            original_revision: self.seen.revision,
            kind: BasisKind::Made,
            since: None,
            reason: None,
        })
    }

    /// The basis that an old wording stood on: against the texts seen, if it was fresh against
    /// them, else against those that it was last made from.
    fn stood(&self, old: usize) -> Option<&Basis> {
        let originals = self.links.originals(&self.old.side, old, self.seen);
        let seen = originals.into_iter().map(|at| self.seen.blocks[at].hash);
        let wording = self.old.side.blocks[old].hash;
        let fresh = self.bases.of(&Pair::new(Some(wording), seen)).last();
        fresh.or_else(|| self.bases.latest(wording))
    }
}
