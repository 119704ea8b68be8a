//! What became of a text's blocks, for somebody who knows the old text. Pure.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use shpalta_text::BlockKind;
use shpalta_text::diff::{self, Change, Run};
use ts_rs::TS;

use crate::id::BlockId;
use crate::revision::Stand;

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum BlockState {
    Same,
    /// It says something else; what was joined into it is part of what it said.
    Changed,
    Added,
    Removed,
    /// It says the same at another place.
    Moved,
}

/// A block of the new text, or one that is gone from the old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewBlock {
    /// Counted from 1 in the new text; none for what is gone.
    pub block: Option<usize>,
    pub kind: BlockKind,
    pub state: BlockState,
    pub runs: Vec<Run>,
}

/// The blocks of the new text in order, and where they stood those that are gone.
pub(super) fn compared(old: &Stand, new: &Stand) -> Vec<ReviewBlock> {
    let stood: BTreeMap<BlockId, usize> =
        old.side.blocks.iter().enumerate().map(|(at, block)| (block.id, at)).collect();
    let sources: Vec<Vec<usize>> = (0..new.blocks.len())
        .map(|at| {
            let ids = new.side.identities(at);
            let places: BTreeSet<usize> =
                ids.iter().filter_map(|id| stood.get(id)).copied().collect();
            places.into_iter().collect()
        })
        .collect();
    let in_order = in_order(&sources);
    let mut gone = gone(old.blocks.len(), &sources);
    let mut blocks = Vec::new();
    blocks.extend(removed(old, gone.remove(&None).unwrap_or_default()));
    for (at, sources) in sources.iter().enumerate() {
        blocks.push(compared_block(old, new, at, sources, in_order.contains(&at)));
        blocks.extend(removed(old, gone.remove(&Some(at)).unwrap_or_default()));
    }
    blocks
}

fn compared_block(
    old: &Stand,
    new: &Stand,
    at: usize,
    sources: &[usize],
    in_order: bool,
) -> ReviewBlock {
    let block = &new.blocks[at];
    let (said, says) = (old.words_at(sources), block.text.as_str());
    let same_kind = sources.iter().all(|source| old.blocks[*source].kind == block.kind);
    let one = |change| vec![Run { change, text: says.to_owned() }];
    let (state, runs) = match sources {
        [] => (BlockState::Added, one(Change::Added)),
        _ if said != says || !same_kind => (BlockState::Changed, diff::words(&said, says)),
        _ if in_order => (BlockState::Same, one(Change::Kept)),
        _ => (BlockState::Moved, one(Change::Kept)),
    };
    let runs = runs.into_iter().filter(|run| !run.text.is_empty()).collect();
    ReviewBlock { block: Some(at + 1), kind: block.kind, state, runs }
}

fn removed(old: &Stand, places: Vec<usize>) -> impl Iterator<Item = ReviewBlock> + '_ {
    places.into_iter().map(|at| {
        let block = &old.blocks[at];
        let run = Run { change: Change::Removed, text: block.text.clone() };
        let runs = if run.text.is_empty() { Vec::new() } else { vec![run] };
        ReviewBlock { block: None, kind: block.kind, state: BlockState::Removed, runs }
    })
}

/// The old blocks that are gone, by the new block behind which they stood: the one that came from
/// the nearest old block before them.
fn gone(count: usize, sources: &[Vec<usize>]) -> BTreeMap<Option<usize>, Vec<usize>> {
    let mut became: BTreeMap<usize, usize> = BTreeMap::new();
    for (new, sources) in sources.iter().enumerate() {
        became.extend(sources.iter().map(|old| (*old, new)));
    }
    let mut gone: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut behind = None;
    for old in 0..count {
        match became.get(&old) {
            Some(new) => behind = Some(*new),
            None => gone.entry(behind).or_default().push(old),
        }
    }
    gone
}

/// The new blocks that kept their order: the longest run of them (Fredman 1975, by patience).
fn in_order(sources: &[Vec<usize>]) -> BTreeSet<usize> {
    let firsts: Vec<(usize, usize)> = sources
        .iter()
        .enumerate()
        .filter_map(|(new, sources)| Some((new, *sources.first()?)))
        .collect();
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; firsts.len()];
    for at in 0..firsts.len() {
        let length = ends.partition_point(|end| firsts[*end].1 < firsts[at].1);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain = BTreeSet::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        chain.insert(firsts[place].0);
        at = before[place];
    }
    chain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use shpalta_language::Language;
    use uuid::Uuid;

    use super::*;
    use crate::edition::EditionText;
    use crate::revision::{Placed, Side};

    /// A text of one-letter paragraphs; each letter is a block of its own.
    fn stand(paragraphs: &[(u128, &str)]) -> Stand {
        let words: Vec<_> = paragraphs.iter().map(|(_, words)| *words).collect();
        let text = EditionText { body: words.join("\n\n"), ..EditionText::default() };
        let blocks = text.blocks(Language::Uk);
        let placed = blocks.iter().zip(paragraphs).map(|(block, (id, _))| Placed {
            id: BlockId(Uuid::from_u128(*id)),
            kind: block.kind,
            hash: block.hash,
            field: block.field,
            start: block.span.start,
            end: block.span.end,
        });
        let side = Side { blocks: placed.collect(), ..Side::default() };
        Stand { text, side, blocks }
    }

    fn states(old: &Stand, new: &Stand) -> Vec<(Option<usize>, BlockState)> {
        compared(old, new).into_iter().map(|block| (block.block, block.state)).collect()
    }

    #[test]
    fn blocks_are_told_by_their_identity() {
        use BlockState::{Added, Changed, Moved, Removed, Same};
        let old = stand(&[(1, "а"), (2, "б"), (3, "в"), (4, "г")]);
        let new = stand(&[(1, "а"), (5, "ґ"), (3, "в в"), (4, "г")]);
        let expected = [
            (Some(1), Same),
            (None, Removed),
            (Some(2), Added),
            (Some(3), Changed),
            (Some(4), Same),
        ];
        assert_eq!(states(&old, &new), expected);
        let moved = stand(&[(2, "б"), (3, "в"), (1, "а"), (4, "г")]);
        let expected = [(Some(1), Same), (Some(2), Same), (Some(3), Moved), (Some(4), Same)];
        assert_eq!(states(&old, &moved), expected);
    }

    #[test]
    fn what_was_joined_into_a_block_is_part_of_what_it_said() {
        let old = stand(&[(1, "а"), (2, "б")]);
        let mut new = stand(&[(1, "а б")]);
        new.side.absorbed.insert(BlockId(Uuid::from_u128(2)), BlockId(Uuid::from_u128(1)));
        assert_eq!(states(&old, &new), [(Some(1), BlockState::Changed)]);
        let runs = &compared(&old, &new)[0].runs;
        assert!(runs.iter().all(|run| run.text.trim().is_empty() || run.change == Change::Kept));
    }

    proptest! {
        /// Kept and removed runs are the old text, kept and added ones the new.
        #[test]
        fn both_texts_are_in_the_comparison(
            old in prop::collection::btree_set(1_u128..9, 0..6),
            new in Just((1_u128..9).collect::<Vec<_>>()).prop_shuffle(),
            count in 0_usize..8,
        ) {
            let word = |id: &u128| (*id, &"абвгґдеє"[2 * (*id as usize - 1)..2 * *id as usize]);
            let old: Vec<_> = old.iter().map(word).collect();
            let new: Vec<_> = new[..count].iter().map(word).collect();
            let (old, new) = (stand(&old), stand(&new));
            let blocks = compared(&old, &new);
            let said = |without: Change| -> BTreeSet<String> {
                let runs = blocks.iter().flat_map(|block| &block.runs);
                runs.filter(|run| run.change != without).map(|run| run.text.clone()).collect()
            };
            let words = |stand: &Stand| -> BTreeSet<String> {
                stand.blocks.iter().map(|block| block.text.clone()).collect()
            };
            prop_assert_eq!(said(Change::Added), words(&old));
            prop_assert_eq!(said(Change::Removed), words(&new));
            let numbers: Vec<_> = blocks.iter().filter_map(|block| block.block).collect();
            prop_assert_eq!(numbers, (1..=new.blocks.len()).collect::<Vec<_>>());
        }
    }
}
