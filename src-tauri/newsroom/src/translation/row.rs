//! Rows: a block of a translation with its links, fresh or not. Pure.

use std::collections::BTreeSet;

use serde::Serialize;
use shpalta_text::BlockKind;
use ts_rs::TS;

use super::basis::{Bases, Pair};
use super::link::Links;
use crate::id::BlockId;
use crate::revision::Side;

/// Whether a row's translation stands for its original as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum RowState {
    /// The pair as it stands has a basis.
    Fresh,
    /// It has none.
    Changed,
    /// An original without a translation.
    Missing,
    /// A translation without an original.
    Extra,
}

/// One row of a translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Row {
    /// Counted from 1, in the order of the translation's text.
    pub row: usize,
    pub kind: BlockKind,
    /// The translation's block, counted from 1; none where nothing is translated.
    pub block: Option<usize>,
    /// The original's blocks, counted from 1.
    pub original: Vec<usize>,
    pub state: RowState,
    /// Whether it would fall behind if the original's newest revision were approved.
    pub coming: bool,
}

impl Row {
    /// Whether it has text or was confirmed to need none.
    pub fn is_written(&self) -> bool {
        self.block.is_some() || self.state == RowState::Fresh
    }
}

/// A row before it is numbered: indexes from 0, and the pair that freshness asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matched {
    pub(crate) kind: BlockKind,
    pub(crate) block: Option<usize>,
    pub(crate) originals: Vec<usize>,
    pub(crate) pair: Pair,
    pub(crate) state: RowState,
    /// Addresses, rules, code and markup say the same in every language: equal is fresh.
    pub(crate) same: bool,
}

impl Matched {
    pub(crate) fn is_fresh(&self) -> bool {
        self.state == RowState::Fresh
    }

    /// Whether the row stood so at an approval, or an editor of the language confirmed it since.
    pub(crate) fn is_nodded(&self, bases: &Bases, approval: i64) -> bool {
        self.same || bases.approved(&self.pair, approval)
    }

    /// What the row is about, for comparing it with the row of another original revision.
    pub(super) fn subject(&self, translation: &Side, original: &Side) -> BlockId {
        match (self.block, self.originals.first()) {
            (Some(at), _) => translation.blocks[at].id,
            (None, Some(at)) => original.blocks[*at].id,
            (None, None) => BlockId(uuid::Uuid::nil()),
        }
    }
}

/// The rows of a translation against one revision of what it follows.
pub(crate) fn matched(
    translation: &Side,
    original: &Side,
    links: &Links,
    bases: &Bases,
) -> Vec<Matched> {
    let written: Vec<_> = (0..translation.blocks.len())
        .map(|at| written(at, translation, original, links, bases))
        .collect();
    let covered: BTreeSet<_> = written.iter().flat_map(|row| &row.originals).copied().collect();
    let missing = (0..original.blocks.len())
        .filter(|at| !covered.contains(at))
        .map(|at| missing(at, original, bases))
        .collect();
    in_order(written, missing)
}

fn written(
    at: usize,
    translation: &Side,
    original: &Side,
    links: &Links,
    bases: &Bases,
) -> Matched {
    let block = &translation.blocks[at];
    let originals = links.originals(translation, at, original);
    let hashes = originals.iter().map(|at| original.blocks[*at].hash);
    let pair = Pair::new(Some(block.hash), hashes);
    let same = is_language_neutral(block.kind) && pair.originals() == [block.hash];
    let state = match (same || bases.has(&pair), originals.is_empty()) {
        (true, _) => RowState::Fresh,
        (false, true) => RowState::Extra,
        (false, false) => RowState::Changed,
    };
    Matched { kind: block.kind, block: Some(at), originals, pair, state, same }
}

fn missing(at: usize, original: &Side, bases: &Bases) -> Matched {
    let block = &original.blocks[at];
    let pair = Pair::new(None, [block.hash]);
    let state = if bases.has(&pair) { RowState::Fresh } else { RowState::Missing };
    Matched { kind: block.kind, block: None, originals: vec![at], pair, state, same: false }
}

pub(super) fn is_language_neutral(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Image | BlockKind::Code | BlockKind::Html | BlockKind::Rule => true,
        BlockKind::Headline
        | BlockKind::Lead
        | BlockKind::Paragraph
        | BlockKind::Heading
        | BlockKind::Item
        | BlockKind::Quote
        | BlockKind::Attribution
        | BlockKind::Caption
        | BlockKind::Alt
        | BlockKind::Cell
        | BlockKind::Footnote => false,
    }
}

/// A missing row stands where its original stands: behind the row of the nearest original before.
fn in_order(mut rows: Vec<Matched>, missing: Vec<Matched>) -> Vec<Matched> {
    for row in missing {
        let own = row.originals[0];
        let before = rows
            .iter()
            .enumerate()
            .filter_map(|(place, row)| {
                let nearest = row.originals.iter().filter(|at| **at < own).max()?;
                Some((*nearest, place))
            })
            .max();
        rows.insert(before.map_or(0, |(_, place)| place + 1), row);
    }
    rows
}

/// The rows as people see them, and how many are coming besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Numbered {
    pub(crate) rows: Vec<Row>,
    pub(crate) matched: Vec<Matched>,
    pub(crate) behind: usize,
    pub(crate) coming: usize,
}

/// Rows against the original that counts (`reference`), with what its newest revision would make
/// of them.
pub(crate) fn numbered(
    translation: &Side,
    reference: &Side,
    newest: &Side,
    links: &Links,
    bases: &Bases,
) -> Numbered {
    let matched_now = matched(translation, reference, links, bases);
    let behind_now: BTreeSet<_> = not_fresh(&matched_now, translation, reference);
    let coming = if reference.revision == newest.revision {
        BTreeSet::new()
    } else {
        let then = matched(translation, newest, links, bases);
        not_fresh(&then, translation, newest).difference(&behind_now).copied().collect()
    };
    let rows = matched_now
        .iter()
        .zip(1..)
        .map(|(row, number)| Row {
            row: number,
            kind: row.kind,
            block: row.block.map(|at| at + 1),
            original: row.originals.iter().map(|at| at + 1).collect(),
            state: row.state,
            coming: coming.contains(&row.subject(translation, reference)),
        })
        .collect();
    Numbered { rows, behind: behind_now.len(), coming: coming.len(), matched: matched_now }
}

fn not_fresh(rows: &[Matched], translation: &Side, original: &Side) -> BTreeSet<BlockId> {
    rows.iter()
        .filter(|row| !row.is_fresh())
        .map(|row| row.subject(translation, original))
        .collect()
}
