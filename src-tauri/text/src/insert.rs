//! Putting a block into a text where it has none, in the shape of the block that it stands for.
//!
//! The text grows in one place and keeps every other byte. What is to be inserted is tried and
//! read again: it is taken only if the text then has the new block and, besides, the same blocks
//! as before.

mod chunk;
mod photo;
mod place;

use std::ops::Range;

use crate::block::body_blocks;
use crate::markdown::{Shape, shapes};
use crate::{Block, BlockHash, BlockKind};

/// A body with its blocks, those of the headline and the lead not counted.
#[derive(Debug, Clone, Copy)]
pub struct Body<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
}

/// What is to be inserted.
#[derive(Debug, Clone, Copy)]
pub struct Inserting<'a> {
    /// What the text is a translation of.
    pub original: Body<'a>,
    /// The block of it that has none yet.
    pub at: usize,
    /// For each block of the original, the block of the text that stands for it.
    pub pairs: &'a [Option<usize>],
    /// The block of the text that the new one comes behind; none: it comes first.
    pub after: Option<usize>,
    /// None: the original's own.
    pub words: Option<&'a str>,
}

/// A body that grew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inserted {
    pub text: String,
    /// The first of the new blocks, in the new body.
    pub first: usize,
    /// The original's blocks that the new ones stand for, in order.
    pub originals: Vec<usize>,
}

/// Why nothing can be inserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Something stands there.
    Taken,
    /// A part of the same table is there.
    Table,
    /// An attribution whose quote is not there.
    Quote,
    /// No way of writing it leaves the other blocks as they are.
    Shape,
}

impl Obstacle {
    /// For programs; it never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Table => "table",
            Self::Quote => "quote",
            Self::Shape => "shape",
        }
    }
}

/// Inserts a block of the body.
///
/// # Errors
/// Why it cannot be done.
pub fn insert(body: Body<'_>, inserting: &Inserting<'_>) -> Result<Inserted, Obstacle> {
    let (ours, theirs) = (shapes(body.text), shapes(inserting.original.text));
    // A leaf without bytes is no block; then the two cannot be told together.
    if ours.len() != body.blocks.len() || theirs.len() != inserting.original.blocks.len() {
        return Err(Obstacle::Shape);
    }
    let scene = Scene { body, ours: &ours, theirs: &theirs, inserting };
    let kind = inserting.original.blocks[inserting.at].kind;
    let tries = match kind {
        BlockKind::Alt | BlockKind::Caption => photo::tries(&scene),
        BlockKind::Cell => scene.table()?,
        BlockKind::Attribution if scene.quote_is_missing() => return Err(Obstacle::Quote),
        _ => scene.tries(chunk::of(&scene, inserting.words)),
    };
    tries.into_iter().find_map(|one| one.read_again(body)).ok_or(Obstacle::Shape)
}

/// Where the insertion happens: both texts with their shapes.
struct Scene<'a> {
    body: Body<'a>,
    ours: &'a [Shape],
    theirs: &'a [Shape],
    inserting: &'a Inserting<'a>,
}

impl Scene<'_> {
    fn original(&self) -> &Block {
        &self.inserting.original.blocks[self.inserting.at]
    }

    /// A block of the original in its shape.
    fn shape(&self) -> &Shape {
        &self.theirs[self.inserting.at]
    }

    fn paired(&self, original: usize) -> Option<usize> {
        self.inserting.pairs.get(original).copied().flatten()
    }

    /// A table comes as a whole or not at all.
    fn table(&self) -> Result<Vec<Try>, Obstacle> {
        let whole = &self.shape().whole;
        let cells: Vec<_> =
            (0..self.theirs.len()).filter(|at| self.theirs[*at].whole == *whole).collect();
        if cells.iter().any(|at| self.paired(*at).is_some()) {
            return Err(Obstacle::Table);
        }
        let mut source = self.inserting.original.text[whole.clone()].to_owned();
        let mut new: Vec<_> = cells.iter().map(|at| self.copied(*at)).collect();
        if let Some(words) = self.inserting.words {
            let words = words.replace('|', "\\|").replace('\n', " ");
            let block = self.original();
            let from = source_of(block, self.inserting.original.text);
            let start = from.start - whole.start;
            source.replace_range(start..start + from.len(), &words);
            if let Some(own) = cells.iter().position(|at| *at == self.inserting.at) {
                new[own].hash = BlockHash::of(BlockKind::Cell, &words);
            }
        }
        Ok(self.tries(vec![chunk::Chunk { source, new, originals: cells }]))
    }

    fn quote_is_missing(&self) -> bool {
        let before = self.inserting.at.checked_sub(1);
        before.is_some_and(|at| {
            self.theirs[at].leaf.kind == BlockKind::Quote && self.paired(at).is_none()
        })
    }

    /// What a copy of a block of the original is read as.
    fn copied(&self, at: usize) -> New {
        let block = &self.inserting.original.blocks[at];
        New { kind: block.kind, hash: block.hash }
    }
}

/// Where a block's words stand in its body.
fn source_of(block: &Block, body: &str) -> Range<usize> {
    let source = &body[block.span.clone()];
    let start = source.find(&block.text).unwrap_or_default();
    let start = block.span.start + start;
    start..start + block.text.len()
}

/// What a new block has to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct New {
    kind: BlockKind,
    hash: BlockHash,
}

/// One way of inserting.
#[derive(Debug, Clone)]
struct Try {
    /// The byte of the body where it grows.
    at: usize,
    source: String,
    new: Vec<New>,
    originals: Vec<usize>,
}

impl Try {
    /// The body with it, if it reads as it should.
    fn read_again(self, body: Body<'_>) -> Option<Inserted> {
        let (before, after) = body.text.split_at_checked(self.at)?;
        let text = format!("{before}{}{after}", self.source);
        let blocks = body_blocks(&text, &|_| None);
        let grown = self.at..self.at + self.source.len();
        let count = self.new.len();
        let first = (0..=blocks.len().checked_sub(count)?).find(|first| {
            let (new, rest) = (&blocks[*first..first + count], &blocks[first + count..]);
            let is_new = new.iter().zip(&self.new).all(|(block, new)| {
                block.kind == new.kind && block.hash == new.hash && overlaps(&block.span, &grown)
            });
            is_new && same(body.blocks, blocks[..*first].iter().chain(rest))
        })?;
        Some(Inserted { text, first, originals: self.originals })
    }
}

fn overlaps(span: &Range<usize>, grown: &Range<usize>) -> bool {
    span.start < grown.end && grown.start < span.end.max(span.start + 1)
}

fn same<'a>(before: &[Block], after: impl Iterator<Item = &'a Block>) -> bool {
    let says = |block: &'a Block| (block.kind, block.text.as_str());
    before.iter().map(|block| (block.kind, block.text.as_str())).eq(after.map(says))
}

#[cfg(test)]
mod tests;
