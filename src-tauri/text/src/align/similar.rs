//! Edited blocks: the most similar wordings.

use std::collections::{BTreeMap, HashMap};

use super::likeness::{Likeness, are_kindred};
use super::matching::{GapNumbers, Matching};
use crate::BlockKind;

/// How alike two blocks must be, from 0 to 1.
struct Demands {
    /// Between the same neighbours and in order.
    in_place: f64,
    /// Between the same neighbours, but crossing another pair, or not in the place of its own
    /// among as many of a kind.
    across: f64,
    /// Anywhere.
    anywhere: f64,
}

/// Being between the same neighbours speaks for a pair as much as this likeness.
const SAME_GAP: f64 = 0.2;

/// Blocks of one kind that are most similar.
pub(super) fn same_kind(matching: &mut Matching<'_>, likeness: &Likeness) {
    let demands = Demands { in_place: 0.4, across: 0.6, anywhere: 0.6 };
    take_most_similar(matching, likeness, &demands, |old, new| old == new);
}

/// Blocks that became another kind of prose: a paragraph a list item, a lead a paragraph.
pub(super) fn another_kind(matching: &mut Matching<'_>, likeness: &Likeness) {
    let demands = Demands { in_place: 0.6, across: 0.6, anywhere: 0.8 };
    take_most_similar(matching, likeness, &demands, |old, new| old != new && are_kindred(old, new));
}

fn take_most_similar(
    matching: &mut Matching<'_>,
    likeness: &Likeness,
    demands: &Demands,
    kinds: impl Fn(BlockKind, BlockKind) -> bool,
) {
    let gaps = GapNumbers::of(matching);
    let places = Places::of(matching, &gaps);
    let mut pairs = Vec::new();
    for &(old, new) in &likeness.likely {
        let free = matching.is_old_free(old) && matching.is_new_free(new);
        if !free || !kinds(matching.old[old].kind, matching.new[new].kind) {
            continue;
        }
        let alike = likeness.between(old, new);
        let same_gap = gaps.old[old] == gaps.new[new];
        if alike >= if same_gap { demands.in_place } else { demands.anywhere } {
            let weight = alike + if same_gap { SAME_GAP } else { 0.0 };
            pairs.push((alike, weight, same_gap, old, new));
        }
    }
    pairs.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| (a.3, a.4).cmp(&(b.3, b.4))));

    let mut in_order = BTreeMap::new();
    for (alike, _, same_gap, old, new) in pairs {
        if !matching.is_old_free(old) || !matching.is_new_free(new) {
            continue;
        }
        let straight = same_gap && keeps_order(&in_order, old, new);
        if alike >= demands.across || (straight && places.agree(old, new)) {
            matching.keep(old, new);
            if straight {
                in_order.insert(old, new);
            }
        }
    }
}

/// Whether the pair crosses none of those taken.
fn keeps_order(taken: &BTreeMap<usize, usize>, old: usize, new: usize) -> bool {
    let before = taken.range(..old).next_back();
    let after = taken.range(old..).next();
    before.is_none_or(|(_, &before)| before < new) && after.is_none_or(|(_, &after)| after > new)
}

/// Where free blocks stand among those of their kind between the same neighbours.
struct Places {
    old: HashMap<usize, Place>,
    new: HashMap<usize, Place>,
}

#[derive(Clone, Copy)]
struct Place {
    rank: usize,
    of: usize,
}

impl Places {
    fn of(matching: &Matching<'_>, gaps: &GapNumbers) -> Self {
        let old = matching.free_old().map(|at| (at, (gaps.old[at], matching.old[at].kind)));
        let new = matching.free_new().map(|at| (at, (gaps.new[at], matching.new[at].kind)));
        Self { old: ranks(old), new: ranks(new) }
    }

    /// Whether each is at the other's place, or their numbers differ and no place is anyone's own.
    fn agree(&self, old: usize, new: usize) -> bool {
        match (self.old.get(&old), self.new.get(&new)) {
            (Some(old), Some(new)) => old.of != new.of || old.rank == new.rank,
            _ => false,
        }
    }
}

fn ranks(
    blocks: impl Iterator<Item = (usize, (Option<usize>, BlockKind))>,
) -> HashMap<usize, Place> {
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, group) in blocks {
        groups.entry(group).or_default().push(at);
    }
    let places = groups.into_values().flat_map(|group| {
        let of = group.len();
        group.into_iter().enumerate().map(move |(rank, at)| (at, Place { rank, of }))
    });
    places.collect()
}
