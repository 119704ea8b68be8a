//! Alignment of an edition's old and new text: which block is which.

use crate::{BlockHash, BlockKind};

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
pub fn follow(old: &[Leaf<'_>], new: &[Leaf<'_>], past: &[Past<'_>]) -> Vec<Following> {
    let _ = (old, past);
    new.iter().map(|_| Following { origin: Origin::New, joined: Vec::new() }).collect()
}
