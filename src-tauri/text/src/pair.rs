//! Alignment of an original and its translation: which blocks stand for which.

mod beads;
mod evidence;
mod skeleton;

#[cfg(test)]
mod tests;

use crate::align::Leaf;
use crate::align::chain::{chain, gaps};

use beads::align;

/// Pairs (index of the original's block, index of the translation's block), n to m, sorted.
/// `anchors` are pairs of such indices that are already known; blocks that stand in them get no further pair. What lies
/// between two anchors pairs only within that gap (of anchors that cross, as many as keep their
/// order make the gaps).
///
/// Kinds in equal order pair in order. Otherwise blocks are aligned by kind, length, and what
/// both languages write alike: numbers, addresses, names.
pub fn pair(
    original: &[Leaf<'_>],
    translation: &[Leaf<'_>],
    anchors: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    let mut is_free = (vec![true; original.len()], vec![true; translation.len()]);
    for &(i, j) in anchors {
        is_free.0[i] = false;
        is_free.1[j] = false;
    }
    let mut pairs = Vec::new();
    for gap in gaps(&chain(anchors.to_vec()), original.len(), translation.len()) {
        let originals: Vec<usize> = gap.old.filter(|&i| is_free.0[i]).collect();
        let translations: Vec<usize> = gap.new.filter(|&j| is_free.1[j]).collect();
        let blocks = |text: &[Leaf<'_>], at: &[usize]| -> Vec<_> {
            at.iter().map(|&at| text[at].kind).collect()
        };
        if blocks(original, &originals) == blocks(translation, &translations) {
            pairs.extend(originals.into_iter().zip(translations));
            continue;
        }
        let ours: Vec<_> = originals.iter().map(|&i| original[i]).collect();
        let theirs: Vec<_> = translations.iter().map(|&j| translation[j]).collect();
        pairs.extend(align(&ours, &theirs).map(|(i, j)| (originals[i], translations[j])));
    }
    pairs.sort_unstable();
    pairs
}
