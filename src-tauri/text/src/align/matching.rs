//! What is known so far while an old and a new text are aligned.

use super::chain::{Gap, chain, gaps};
use super::{Following, Leaf, Origin};
use crate::{BlockHash, BlockKind};

/// Blocks of equal keys are equal.
pub(super) type Key = (BlockKind, BlockHash);

pub(super) fn key(leaf: &Leaf<'_>) -> Key {
    (leaf.kind, leaf.hash)
}

/// The alignment as it grows.
pub(super) struct Matching<'a> {
    pub(super) old: &'a [Leaf<'a>],
    pub(super) new: &'a [Leaf<'a>],
    /// By new block: where it comes from, once that is known.
    origins: Vec<Option<Origin>>,
    /// By new block: the old blocks joined into it.
    joined: Vec<Vec<usize>>,
    /// By old block: the new block that took it, as itself or joined.
    heirs: Vec<Option<usize>>,
}

impl<'a> Matching<'a> {
    pub(super) fn new(old: &'a [Leaf<'a>], new: &'a [Leaf<'a>]) -> Self {
        Self {
            old,
            new,
            origins: vec![None; new.len()],
            joined: vec![Vec::new(); new.len()],
            heirs: vec![None; old.len()],
        }
    }

    /// Whether there is this old block and nobody has taken it.
    pub(super) fn is_old_free(&self, old: usize) -> bool {
        self.heirs.get(old).is_some_and(Option::is_none)
    }

    /// Whether the origin of this new block is unknown.
    pub(super) fn is_new_free(&self, new: usize) -> bool {
        self.origins[new].is_none()
    }

    pub(super) fn free_old(&self) -> impl Iterator<Item = usize> {
        (0..self.old.len()).filter(|&old| self.is_old_free(old))
    }

    pub(super) fn free_new(&self) -> impl Iterator<Item = usize> {
        (0..self.new.len()).filter(|&new| self.is_new_free(new))
    }

    /// Whether no further step can change anything: every new block has its origin, and no old
    /// one is left over that could have been joined into a neighbour.
    pub(super) fn is_complete(&self) -> bool {
        self.free_new().next().is_none() && self.free_old().next().is_none()
    }

    /// The new block is the old one, if both are free.
    pub(super) fn keep(&mut self, old: usize, new: usize) {
        if self.is_old_free(old) && self.is_new_free(new) {
            self.heirs[old] = Some(new);
            self.origins[new] = Some(Origin::Old(old));
        }
    }

    /// The free new block is a part of the old one.
    pub(super) fn split_off(&mut self, old: usize, new: usize) {
        self.origins[new] = Some(Origin::SplitFrom(old));
    }

    /// The new block is a returned one.
    pub(super) fn bring_back(&mut self, past: usize, new: usize) {
        self.origins[new] = Some(Origin::Past(past));
    }

    /// The free old block went into the new one.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        self.heirs[old] = Some(new);
        self.joined[new].push(old);
    }

    /// The old block that the new one is.
    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        match self.origins[new] {
            Some(Origin::Old(old)) => Some(old),
            _ => None,
        }
    }

    /// The new block that the old one is now.
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.heirs[old].filter(|&new| self.old_of(new) == Some(old))
    }

    /// Whether the wording of this old block is gone: nobody took the block, or a new wording did.
    pub(super) fn is_old_open(&self, old: usize) -> bool {
        match self.heirs[old] {
            None => true,
            Some(_) => {
                self.new_of(old).is_some_and(|new| key(&self.new[new]) != key(&self.old[old]))
            }
        }
    }

    /// Whether the wording of this new block does not stand in the old text as this block.
    pub(super) fn is_new_open(&self, new: usize) -> bool {
        match self.origins[new] {
            None | Some(Origin::Past(_)) => true,
            Some(Origin::Old(old)) => key(&self.new[new]) != key(&self.old[old]),
            Some(Origin::SplitFrom(_) | Origin::New) => false,
        }
    }

    /// What lies between the blocks that kept their order.
    pub(super) fn gaps(&self) -> Vec<Gap> {
        let known = (0..self.new.len()).filter_map(|new| Some((self.old_of(new)?, new)));
        gaps(&chain(known.collect()), self.old.len(), self.new.len())
    }

    pub(super) fn finish(self) -> Vec<Following> {
        let origins = self.origins.into_iter().map(|origin| origin.unwrap_or(Origin::New));
        origins
            .zip(self.joined)
            .map(|(origin, mut joined)| {
                joined.sort_unstable();
                Following { origin, joined }
            })
            .collect()
    }
}

/// By index: the number of the gap it lies in; `None` for what stands in the chain.
pub(super) struct GapNumbers {
    pub(super) old: Vec<Option<usize>>,
    pub(super) new: Vec<Option<usize>>,
}

impl GapNumbers {
    pub(super) fn of(matching: &Matching<'_>) -> Self {
        let mut numbers =
            Self { old: vec![None; matching.old.len()], new: vec![None; matching.new.len()] };
        for (number, gap) in matching.gaps().into_iter().enumerate() {
            numbers.old[gap.old].fill(Some(number));
            numbers.new[gap.new].fill(Some(number));
        }
        numbers
    }
}
