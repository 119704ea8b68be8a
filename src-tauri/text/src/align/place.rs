//! Blocks that nothing but their place tells apart.

use std::ops::Range;

use super::matching::Matching;
use crate::BlockKind;

/// Between the same neighbours, as many of a kind on both sides, in order however unlike.
pub(super) fn between_the_same_neighbours(matching: &mut Matching<'_>) {
    for gap in matching.gaps() {
        pair_as_many_of_a_kind(matching, gap.old, gap.new);
    }
}

/// Beside one neighbour that both have, when the other one moved.
pub(super) fn beside_the_same_neighbour(matching: &mut Matching<'_>) {
    let mut start = 0;
    while start < matching.new.len() {
        let length = (start..matching.new.len()).take_while(|&at| matching.is_new_free(at)).count();
        let run = start..start + length;
        start = run.end + 1;
        if run.is_empty() {
            continue;
        }
        if let Some(first) = old_after(matching, &run) {
            let old =
                (first..matching.old.len()).take_while(|&at| matching.is_old_free(at)).count();
            pair_as_many_of_a_kind(matching, first..first + old, run.clone());
        }
        if let Some(end) = old_before(matching, &run) {
            let old = (0..end).rev().take_while(|&at| matching.is_old_free(at)).count();
            pair_as_many_of_a_kind(matching, end - old..end, run);
        }
    }
}

/// The old block that follows the run's left neighbour.
fn old_after(matching: &Matching<'_>, run: &Range<usize>) -> Option<usize> {
    match run.start.checked_sub(1) {
        Some(left) => matching.old_of(left).map(|left| left + 1),
        None => Some(0),
    }
}

/// The old block that the run's right neighbour is: the end of what stood before it.
fn old_before(matching: &Matching<'_>, run: &Range<usize>) -> Option<usize> {
    if run.end == matching.new.len() {
        return Some(matching.old.len());
    }
    matching.old_of(run.end)
}

fn pair_as_many_of_a_kind(matching: &mut Matching<'_>, old: Range<usize>, new: Range<usize>) {
    for kind in BlockKind::ALL {
        let free_old: Vec<_> = (old.clone())
            .filter(|&at| matching.old[at].kind == kind && matching.is_old_free(at))
            .collect();
        let free_new: Vec<_> = (new.clone())
            .filter(|&at| matching.new[at].kind == kind && matching.is_new_free(at))
            .collect();
        if free_old.len() == free_new.len() {
            for (old, new) in free_old.into_iter().zip(free_new) {
                matching.keep(old, new);
            }
        }
    }
}
