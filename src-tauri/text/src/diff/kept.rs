//! What two sequences have in common, in order.

use std::hash::Hash;

use imara_diff::{Algorithm, Diff, InternedInput, Interner};

/// Pairs (index in `old`, index in `new`) of equal items, increasing on both sides, as many as
/// can be found in nearly linear time (Myers with the shortcuts of GNU diff).
pub(crate) fn kept<T: Eq + Hash>(
    old: impl IntoIterator<Item = T>,
    new: impl IntoIterator<Item = T>,
) -> Vec<(usize, usize)> {
    let mut input =
        InternedInput { before: Vec::new(), after: Vec::new(), interner: Interner::new(0) };
    input.update_before(old.into_iter());
    input.update_after(new.into_iter());
    let diff = Diff::compute(Algorithm::Myers, &input);
    let old = (0..input.before.len()).filter(|&i| !diff.is_removed(position(i)));
    let new = (0..input.after.len()).filter(|&j| !diff.is_added(position(j)));
    old.zip(new).collect()
}

fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
