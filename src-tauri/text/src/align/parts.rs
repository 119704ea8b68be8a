//! Blocks that were split, and blocks that were joined.

use std::ops::RangeInclusive;

use super::likeness::{Likeness, Profile, are_kindred, composition};
use super::matching::Matching;

/// A part has at least this share of its words from the whole.
const OWN_WORDS: f64 = 0.8;

/// The parts together have at least this share of the whole's words …
const ALL_WORDS: f64 = 0.9;

/// … and of its pairs of neighbouring words; one changed word breaks two of them.
const IN_ORDER: f64 = 0.75;

/// No block falls into more parts than this.
const MANY: usize = 12;

/// Old blocks whose text now stands in several new ones: the largest free part keeps the
/// identity, unless one of them has it already.
pub(super) fn split(matching: &mut Matching<'_>, likeness: &Likeness) {
    for pairs in likeness.likely.chunk_by(|a, b| a.0 == b.0) {
        let old = pairs[0].0;
        if !matching.is_old_open(old) {
            continue;
        }
        let partner = matching.new_of(old);
        let part = |new: usize| {
            let eligible = Some(new) == partner
                || (matching.is_new_open(new) && matching.old_of(new).is_none());
            let kindred = are_kindred(matching.old[old].kind, matching.new[new].kind);
            (eligible && kindred).then(|| &likeness.new[new])
        };
        let whole = Whole { profile: &likeness.old[old], partner };
        let seeds = pairs.iter().map(|&(_, new)| new);
        let Some(run) = whole.parts(seeds, matching.new.len(), part) else { continue };
        let free: Vec<_> = run.filter(|&new| matching.is_new_free(new)).collect();
        let heir = partner.or_else(|| largest(&free, &likeness.new));
        for new in free {
            if Some(new) == heir {
                matching.keep(old, new);
            } else {
                matching.split_off(old, new);
            }
        }
    }
}

/// New blocks that hold the text of several old ones: they continue the largest, unless they are
/// known to be another block; the others count as joined.
pub(super) fn joined(matching: &mut Matching<'_>, likeness: &Likeness) {
    let mut likely: Vec<_> = likeness.likely.iter().map(|&(old, new)| (new, old)).collect();
    likely.sort_unstable();
    for pairs in likely.chunk_by(|a, b| a.0 == b.0) {
        let new = pairs[0].0;
        if !matching.is_new_open(new) {
            continue;
        }
        let partner = matching.old_of(new);
        let part = |old: usize| {
            let eligible = Some(old) == partner || matching.is_old_free(old);
            let kindred = are_kindred(matching.old[old].kind, matching.new[new].kind);
            (eligible && kindred).then(|| &likeness.old[old])
        };
        let whole = Whole { profile: &likeness.new[new], partner };
        let seeds = pairs.iter().map(|&(_, old)| old);
        let Some(run) = whole.parts(seeds, matching.old.len(), part) else { continue };
        let free: Vec<_> = run.filter(|&old| matching.is_old_free(old)).collect();
        if let (true, Some(largest)) = (matching.is_new_free(new), largest(&free, &likeness.old)) {
            matching.keep(largest, new);
        }
        for old in free {
            if matching.is_old_free(old) {
                matching.join(old, new);
            }
        }
    }
}

/// The part with the most words; the first of equals.
fn largest(parts: &[usize], profiles: &[Profile]) -> Option<usize> {
    parts.iter().copied().min_by_key(|&part| std::cmp::Reverse(profiles[part].len()))
}

/// A block that may have several counterparts.
struct Whole<'a> {
    profile: &'a Profile,
    /// The counterpart that it has for certain.
    partner: Option<usize>,
}

impl<'a> Whole<'a> {
    /// The neighbouring blocks, two or more, that together are this one. They stand around one
    /// of the `seeds` in a text of `count` blocks; `part` gives those that may take part.
    fn parts(
        &self,
        seeds: impl Iterator<Item = usize>,
        count: usize,
        part: impl Fn(usize) -> Option<&'a Profile>,
    ) -> Option<RangeInclusive<usize>> {
        let inside = |at: usize| {
            part(at).filter(|part| {
                part.len() > 0
                    && part.len() < self.profile.len()
                    && part.share_in(self.profile) >= OWN_WORDS
            })
        };
        let mut best: Option<(f64, RangeInclusive<usize>)> = None;
        let mut seen = None;
        for seed in seeds {
            if seen.is_some_and(|seen| seed <= seen) || inside(seed).is_none() {
                continue;
            }
            let first =
                (seed.saturating_sub(MANY)..seed).rev().take_while(|&at| inside(at).is_some());
            let first = first.last().unwrap_or(seed);
            let run: Vec<_> = (first..count).map_while(inside).take(2 * MANY).collect();
            seen = Some(first + run.len() - 1);
            for (score, range) in self.compositions(first, &run) {
                if best.as_ref().is_none_or(|(least, _)| score > *least) {
                    best = Some((score, range));
                }
            }
        }
        best.map(|(_, range)| range)
    }

    /// Every stretch of the run that makes up the whole, with how well it does.
    fn compositions(
        &self,
        first: usize,
        run: &[&Profile],
    ) -> impl Iterator<Item = (f64, RangeInclusive<usize>)> {
        let stretches = (0..run.len()).flat_map(move |start| {
            let ends = start + 1..run.len().min(start + MANY);
            ends.map(move |end| start..=end)
        });
        stretches.filter_map(move |stretch| {
            let range = first + stretch.start()..=first + stretch.end();
            if self.partner.is_some_and(|partner| !range.contains(&partner)) {
                return None;
            }
            let (words, order) = composition(self.profile, &run[stretch]);
            (words >= ALL_WORDS && order >= IN_ORDER).then_some((words + order, range))
        })
    }
}
