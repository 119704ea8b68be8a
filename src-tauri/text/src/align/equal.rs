//! Equal wordings: in place, moved, and returned.

use std::collections::{HashMap, VecDeque};

use super::matching::{GapNumbers, Key, Matching, key};
use super::{Leaf, Past};
use crate::BlockKind;
use crate::diff::kept::kept;

/// A headline stays the headline and a lead the lead, whatever they say.
pub(super) fn only_one_of_a_kind(matching: &mut Matching<'_>) {
    for kind in [BlockKind::Headline, BlockKind::Lead] {
        let old = matching.old.iter().position(|leaf| leaf.kind == kind);
        let new = matching.new.iter().position(|leaf| leaf.kind == kind);
        if let (Some(old), Some(new)) = (old, new) {
            matching.keep(old, new);
        }
    }
}

/// Equal and in the same order.
pub(super) fn in_order(matching: &mut Matching<'_>) {
    let (old, new) = (matching.old, matching.new);
    // Where the difference is found decides which of two twins `kept` takes; the first is meant.
    let (mut old_from, mut new_from) = (0, 0);
    for (old_at, new_at) in kept(old.iter().map(key), new.iter().map(key)) {
        let (first_old, first_new) =
            (first_twin(old, old_from, old_at), first_twin(new, new_from, new_at));
        matching.keep(first_old, first_new);
        (old_from, new_from) = (first_old + 1, first_new + 1);
    }
}

/// The first leaf from `from` on that equals the one at `at`.
fn first_twin(leaves: &[Leaf<'_>], from: usize, at: usize) -> usize {
    (from..at).find(|&twin| key(&leaves[twin]) == key(&leaves[at])).unwrap_or(at)
}

/// Equal elsewhere; twins pair in order.
pub(super) fn moved(matching: &mut Matching<'_>) {
    let mut left: HashMap<Key, VecDeque<usize>> = HashMap::new();
    for old in matching.free_old() {
        left.entry(key(&matching.old[old])).or_default().push_back(old);
    }
    let free: Vec<_> = matching.free_new().collect();
    for new in free {
        let twins = left.get_mut(&key(&matching.new[new]));
        if let Some(old) = twins.and_then(VecDeque::pop_front) {
            matching.keep(old, new);
        }
    }
}

/// A block that once had this wording.
#[derive(Clone, Copy)]
struct Former {
    past: usize,
    old: Option<usize>,
}

/// Wordings that return: first to a block that stands in this very place and had them before,
/// then to the one that had them most recently.
pub(super) fn returned(matching: &mut Matching<'_>, past: &[Past<'_>]) {
    let mut wanted: HashMap<Key, Vec<usize>> = HashMap::new();
    for new in matching.free_new() {
        wanted.entry(key(&matching.new[new])).or_default().push(new);
    }
    let mut formers: HashMap<Key, Vec<Former>> = HashMap::new();
    for (index, entry) in past.iter().enumerate() {
        let key = key(&entry.leaf);
        if wanted.contains_key(&key) && entry.old.is_none_or(|old| matching.is_old_free(old)) {
            formers.entry(key).or_default().push(Former { past: index, old: entry.old });
        }
    }
    // By place in the text, so that the outcome does not hang on the order of a hash map.
    let mut returning: Vec<(Vec<usize>, Vec<Former>)> = formers
        .into_iter()
        .filter_map(|(key, formers)| Some((wanted.remove(&key)?, formers)))
        .collect();
    returning.sort_unstable_by_key(|(news, _)| news[0]);

    let gaps = GapNumbers::of(matching);
    for (news, formers) in &returning {
        for twins in news.chunk_by(|&a, &b| gaps.new[a] == gaps.new[b]) {
            let here = |former: &&Former| {
                former.old.is_some_and(|old| gaps.old[old] == gaps.new[twins[0]])
            };
            give_back(matching, twins, formers.iter().filter(here));
        }
    }
    for (news, formers) in &returning {
        give_back(matching, news, formers.iter());
    }
}

/// Gives the most recent of the formers that are still to be had to the new twins, in order.
fn give_back<'f>(
    matching: &mut Matching<'_>,
    twins: &[usize],
    formers: impl Iterator<Item = &'f Former>,
) {
    let twins: Vec<_> = twins.iter().copied().filter(|&new| matching.is_new_free(new)).collect();
    let mut chosen: Vec<Former> = Vec::new();
    for former in formers {
        let doubled = former.old.is_some() && chosen.iter().any(|other| other.old == former.old);
        if chosen.len() < twins.len()
            && !doubled
            && former.old.is_none_or(|old| matching.is_old_free(old))
        {
            chosen.push(*former);
        }
    }
    chosen.sort_by_key(|former| (former.old.is_none(), former.old, former.past));
    for (new, former) in twins.into_iter().zip(chosen) {
        match former.old {
            Some(old) => matching.keep(old, new),
            None => matching.bring_back(former.past, new),
        }
    }
}
