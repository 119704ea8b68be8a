//! Alignment of an edition's old and new text: which block is which.
//!
//! The steps go from the certain to the likely; what one step has matched, no later one undoes.

pub(crate) mod chain;
mod equal;
pub(crate) mod likeness;
mod matching;
mod parts;
mod place;
mod similar;

#[cfg(test)]
mod tests;

use crate::{BlockHash, BlockKind};

use likeness::Likeness;
use matching::Matching;

/// A block as alignment sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf<'a> {
    /// Blocks pair within their kind first.
    pub kind: BlockKind,
    /// Equal hashes are equal blocks.
    pub hash: BlockHash,
    /// The inline source, for similarity.
    pub text: &'a str,
}

/// A wording that some block of the edition had before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past<'a> {
    /// The former wording.
    pub leaf: Leaf<'a>,
    /// The index in the old text of the block that once had it, if that block still stands there.
    pub old: Option<usize>,
}

/// Where a new block comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is the old block of that index: unchanged, moved or edited.
    Old(usize),
    /// It is a block that stood in the text before and returns: index into the past.
    Past(usize),
    /// It is part of the old block of that index, another part of which keeps its identity.
    SplitFrom(usize),
    /// It was not there before.
    New,
}

/// The origin of one new block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// Whose identity it takes.
    pub origin: Origin,
    /// Further old blocks whose text was joined into it.
    pub joined: Vec<usize>,
}

/// One entry per new block. No old block and no past identity is taken twice.
///
/// `past` is ordered, most recent first. In order of precedence: headline with headline and lead
/// with lead; equal in order; equal but moved; returned to a former wording; split and joined;
/// same kind and most similar (then another kind of prose, if much alike); what is left between
/// the same neighbours, as many of a kind on both sides, in order.
pub fn follow(old: &[Leaf<'_>], new: &[Leaf<'_>], past: &[Past<'_>]) -> Vec<Following> {
    let mut matching = Matching::new(old, new);
    equal::only_one_of_a_kind(&mut matching);
    equal::in_order(&mut matching);
    equal::moved(&mut matching);
    equal::returned(&mut matching, past);
    if !matching.is_complete() {
        let likeness = Likeness::of(&matching);
        parts::split(&mut matching, &likeness);
        parts::joined(&mut matching, &likeness);
        similar::same_kind(&mut matching, &likeness);
        similar::another_kind(&mut matching, &likeness);
        place::between_the_same_neighbours(&mut matching);
        place::beside_the_same_neighbour(&mut matching);
    }
    matching.finish()
}
