//! The backbone of an alignment: what stands in the same order on both sides.

use std::ops::Range;

/// What lies between two neighbours in a chain, on either side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// The longest choice of the pairs that increases strictly on both sides.
pub(crate) fn chain(mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    pairs.sort_by_key(|&(old, new)| (old, std::cmp::Reverse(new)));
    // `ends[n]`: the pair that ends the chain of length n + 1 with the smallest new index.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; pairs.len()];
    for (at, &(_, new)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < new);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain: Vec<_> =
        std::iter::successors(ends.last().copied(), |&at| before[at]).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

/// The gaps of a chain through sequences of these lengths: one more than the chain has pairs.
pub(crate) fn gaps(chain: &[(usize, usize)], old: usize, new: usize) -> Vec<Gap> {
    let starts = std::iter::once((0, 0)).chain(chain.iter().map(|&(i, j)| (i + 1, j + 1)));
    let ends = chain.iter().copied().chain([(old, new)]);
    starts.zip(ends).map(|((i, j), (m, n))| Gap { old: i..m, new: j..n }).collect()
}
