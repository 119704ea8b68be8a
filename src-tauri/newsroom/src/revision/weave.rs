//! Weaving a new text into the identities of an edition's blocks: pure.

use std::collections::{BTreeMap, BTreeSet};

use shpalta_text::align::{Leaf, Origin, Past, follow};
use shpalta_text::{Block, BlockHash, BlockKind};

use super::{Placed, Side, Stand};
use crate::id::BlockId;

/// A wording that a block of the edition had at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wording {
    pub(crate) block: BlockId,
    pub(crate) kind: BlockKind,
    pub(crate) hash: BlockHash,
}

/// A new text with the identities of its blocks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Woven {
    pub(crate) side: Side,
    /// What each block says.
    pub(crate) texts: Vec<String>,
    /// For each block, the old blocks (by index) that its text comes from; none for new text.
    pub(crate) sources: Vec<Vec<usize>>,
    /// (block that was split, the new block that holds a part of it).
    pub(crate) splits: Vec<(BlockId, BlockId)>,
    /// Blocks that were never there before and are no part of an old one.
    pub(crate) new: BTreeSet<BlockId>,
    /// (new block, the block of the followed edition that it is known to stand for).
    pub(crate) told: Vec<(BlockId, BlockId)>,
}

/// A block that is known to be new, by its place in the new text, and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) at: usize,
    pub(crate) original: BlockId,
}

/// Gives the blocks of a new text their identities. `wordings` are all that the edition's blocks
/// ever had, the most recent first.
pub(crate) fn weave(
    old: &Stand,
    new: &[Block],
    wordings: &[Wording],
    mut next_id: impl FnMut() -> BlockId,
) -> Woven {
    let old_leaves: Vec<_> = old.blocks.iter().map(leaf).collect();
    let new_leaves: Vec<_> = new.iter().map(leaf).collect();
    let standing = positions(&old.side);
    let past: Vec<_> = wordings
        .iter()
        .filter(|wording| {
            let at = standing.get(&wording.block);
            at.is_none_or(|at| old.blocks[*at].hash != wording.hash)
        })
        .map(|wording| (wording.block, past(wording, standing.get(&wording.block).copied())))
        .collect();
    let past_leaves: Vec<_> = past.iter().map(|(_, past)| *past).collect();

    let mut woven = Woven::default();
    let mut taken = BTreeSet::new();
    let following = follow(&old_leaves, &new_leaves, &past_leaves);
    for (block, following) in new.iter().zip(&following) {
        let mut sources = following.joined.clone();
        let id = match following.origin {
            Origin::Old(at) => {
                sources.insert(0, at);
                old.side.blocks[at].id
            }
            // Two former wordings of one block may return at once: the first has its identity.
            Origin::Past(at) if taken.insert(past[at].0) => past[at].0,
            Origin::SplitFrom(at) => {
                sources.insert(0, at);
                let id = next_id();
                woven.splits.push((old.side.blocks[at].id, id));
                id
            }
            Origin::Past(_) | Origin::New => {
                let id = next_id();
                woven.new.insert(id);
                id
            }
        };
        for joined in &following.joined {
            woven.side.absorbed.insert(old.side.blocks[*joined].id, id);
        }
        woven.side.blocks.push(placed(id, block));
        woven.texts.push(block.text.clone());
        woven.sources.push(sources);
    }
    keep_absorbed(&old.side, &mut woven.side);
    woven
}

/// Gives the blocks of a text their identities into which others were put: those are new, the rest
/// stand as they stood.
pub(crate) fn weave_in(
    old: &Stand,
    new: &[Block],
    told: &[Told],
    mut next_id: impl FnMut() -> BlockId,
) -> Woven {
    let mut woven = Woven::default();
    let mut stood = old.side.blocks.iter().enumerate();
    for (at, block) in new.iter().enumerate() {
        let told = told.iter().find(|told| told.at == at);
        let old = if told.is_some() { None } else { stood.next() };
        let (id, sources) = match old {
            Some((source, stood)) => (stood.id, vec![source]),
            None => {
                let id = next_id();
                woven.new.insert(id);
                (id, Vec::new())
            }
        };
        woven.told.extend(told.map(|told| (id, told.original)));
        woven.side.blocks.push(placed(id, block));
        woven.texts.push(block.text.clone());
        woven.sources.push(sources);
    }
    keep_absorbed(&old.side, &mut woven.side);
    woven
}

/// What was joined earlier stays joined while the joined block stands.
fn keep_absorbed(old: &Side, new: &mut Side) {
    let standing: BTreeSet<_> = new.blocks.iter().map(|block| block.id).collect();
    for (block, into) in &old.absorbed {
        if !standing.contains(block) {
            new.absorbed.entry(*block).or_insert(*into);
        }
    }
    let all = new.absorbed.clone();
    new.absorbed.retain(|block, into| {
        let mut end = *into;
        while let (false, Some(next)) = (standing.contains(&end), all.get(&end)) {
            end = *next;
        }
        !standing.contains(block) && standing.contains(&end)
    });
}

fn positions(side: &Side) -> BTreeMap<BlockId, usize> {
    side.blocks.iter().enumerate().map(|(at, block)| (block.id, at)).collect()
}

fn leaf(block: &Block) -> Leaf<'_> {
    Leaf { kind: block.kind, hash: block.hash, text: &block.text }
}

/// Past wordings are found by their hash alone; what they said is not needed.
fn past(wording: &Wording, old: Option<usize>) -> Past<'static> {
    Past { leaf: Leaf { kind: wording.kind, hash: wording.hash, text: "" }, old }
}

fn placed(id: BlockId, block: &Block) -> Placed {
    Placed {
        id,
        kind: block.kind,
        hash: block.hash,
        field: block.field,
        start: block.span.start,
        end: block.span.end,
    }
}
