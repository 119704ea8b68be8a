//! Alignment of two texts that tell the same in order, after Gale and Church, "A Program for
//! Aligning Sentences in Bilingual Corpora" (1993): the cheapest string of beads, each of which
//! holds up to two neighbouring blocks of either text.

use super::evidence::{Evidence, Weights, gather};
use crate::BlockKind;
use crate::align::Leaf;

// The costs are those with the most right pairs in news documents that professionals translated
// (English to Ukrainian, Ukrainian to Russian), with sentences left out, merged and added.

/// The cost of leaving a block alone.
const ALONE: f64 = 3.0;

/// The cost of taking two blocks for one, or two for two: they are rarer than one for one.
const TWO_FOR_ONE: f64 = 5.0;
const TWO_FOR_TWO: f64 = 9.0;

/// The cost of a paragraph that became a list item or a quote, and the like.
const OTHER_KIND: f64 = 2.5;

/// Variance of a translation's length by letter of the original. Gale and Church measured 6.8
/// between English, French and German; our three languages differ by less than a tenth in length.
const VARIANCE: f64 = 6.8;

/// What a shared mark of weight 1 is worth, and all shared marks together at most.
const MARK: f64 = 0.8;
const MARKS_LIMIT: f64 = 16.0;

/// What a pair is worth that cannot be another: both headlines, both the image at one address.
const CERTAIN: f64 = 20.0;

/// How far from the straight line between the texts' ends a long alignment may stray, in blocks.
const BAND: usize = 64;

/// The numbers of blocks in a bead: of the original, of the translation.
const BEADS: [(usize, usize); 6] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2)];

/// Pairs of indices, n to m.
pub(super) fn align(
    original: &[Leaf<'_>],
    translation: &[Leaf<'_>],
) -> impl Iterator<Item = (usize, usize)> {
    let texts = Texts::of(original, translation);
    texts
        .cheapest()
        .into_iter()
        .flat_map(|(i, j, (n, m))| (i..i + n).flat_map(move |i| (j..j + m).map(move |j| (i, j))))
}

/// The bead that ends at a place, and the cost of all up to it.
#[derive(Clone, Copy)]
struct Step {
    cost: f64,
    bead: (usize, usize),
}

/// One text: its blocks, what they show, and what each shows together with the next.
struct Side<'a> {
    blocks: &'a [Leaf<'a>],
    single: Vec<Evidence>,
    double: Vec<Evidence>,
}

impl<'a> Side<'a> {
    fn of(blocks: &'a [Leaf<'a>], single: Vec<Evidence>) -> Self {
        let double = single.windows(2).map(|pair| pair[0].with(&pair[1])).collect();
        Self { blocks, single, double }
    }

    fn evidence(&self, at: usize, count: usize) -> &Evidence {
        if count == 1 { &self.single[at] } else { &self.double[at] }
    }
}

struct Texts<'a> {
    ours: Side<'a>,
    theirs: Side<'a>,
    weights: Weights,
}

impl<'a> Texts<'a> {
    fn of(original: &'a [Leaf<'a>], translation: &'a [Leaf<'a>]) -> Self {
        let (ours, theirs, weights) = gather(original, translation);
        Self { ours: Side::of(original, ours), theirs: Side::of(translation, theirs), weights }
    }

    /// The beads of the cheapest string: where each begins, and its size.
    fn cheapest(&self) -> Vec<(usize, usize, (usize, usize))> {
        let (n, m) = (self.ours.blocks.len(), self.theirs.blocks.len());
        let width = m + 1;
        let far = Step { cost: f64::INFINITY, bead: (0, 0) };
        let mut steps = vec![far; (n + 1) * width];
        steps[0].cost = 0.0;
        for i in 0..=n {
            for j in band(i, n, m) {
                for bead in BEADS {
                    let (Some(from_i), Some(from_j)) =
                        (i.checked_sub(bead.0), j.checked_sub(bead.1))
                    else {
                        continue;
                    };
                    let before = steps[from_i * width + from_j].cost;
                    if before.is_finite() {
                        let cost = before + self.cost(from_i, from_j, bead);
                        let step = &mut steps[i * width + j];
                        if cost < step.cost {
                            *step = Step { cost, bead };
                        }
                    }
                }
            }
        }
        let mut beads = Vec::new();
        let (mut i, mut j) = (n, m);
        while (i, j) != (0, 0) {
            let bead = steps[i * width + j].bead;
            (i, j) = (i - bead.0, j - bead.1);
            beads.push((i, j, bead));
        }
        beads.reverse();
        beads
    }

    fn cost(&self, i: usize, j: usize, bead: (usize, usize)) -> f64 {
        let size = match bead {
            (0, _) | (_, 0) => return ALONE,
            (1, 1) => 0.0,
            (2, 2) => TWO_FOR_TWO,
            _ => TWO_FOR_ONE,
        };
        let (ours, theirs) = (&self.ours.blocks[i..i + bead.0], &self.theirs.blocks[j..j + bead.1]);
        let Some(kinds) = kinds_cost(ours, theirs) else { return f64::INFINITY };
        if are_certain(&ours[0], &theirs[0]) {
            return -CERTAIN;
        }
        let (ours, theirs) = (self.ours.evidence(i, bead.0), self.theirs.evidence(j, bead.1));
        let marks = (MARK * self.weights.shared(ours, theirs)).min(MARKS_LIMIT);
        size + kinds + length_cost(ours.length, theirs.length) - marks
    }
}

/// Half the square of the difference in standard deviations: the logarithm of a normal density.
fn length_cost(ours: f64, theirs: f64) -> f64 {
    let difference = ours - theirs;
    let variance = VARIANCE * f64::midpoint(ours, theirs).max(1.0);
    difference * difference / variance / 2.0
}

/// The translation's places that are considered for a place in the original.
fn band(i: usize, n: usize, m: usize) -> std::ops::RangeInclusive<usize> {
    let middle = (i * m).checked_div(n).unwrap_or(0);
    let reach = BAND + n.abs_diff(m);
    middle.saturating_sub(reach)..=m.min(middle + reach)
}

/// Whether two blocks that may stand for each other can stand for no other.
fn are_certain(ours: &Leaf<'_>, theirs: &Leaf<'_>) -> bool {
    match ours.kind {
        BlockKind::Headline | BlockKind::Lead => true,
        BlockKind::Image => ours.text == theirs.text,
        _ => false,
    }
}

/// What it costs that blocks of these kinds stand for each other; `None` if they never do.
fn kinds_cost(ours: &[Leaf<'_>], theirs: &[Leaf<'_>]) -> Option<f64> {
    let mut cost: f64 = 0.0;
    for our in ours {
        for their in theirs {
            cost = cost.max(kind_cost(our.kind, their.kind)?);
        }
    }
    let single = ours.len() == 1 && theirs.len() == 1;
    let running = |leaf: &Leaf<'_>| is_running(leaf.kind);
    (single || ours.iter().chain(theirs).all(running)).then_some(cost)
}

fn kind_cost(ours: BlockKind, theirs: BlockKind) -> Option<f64> {
    if ours == theirs {
        return Some(0.0);
    }
    (is_running(ours) && is_running(theirs)).then_some(OTHER_KIND)
}

/// Running text, which a translator may divide otherwise.
fn is_running(kind: BlockKind) -> bool {
    use BlockKind::{Attribution, Item, Paragraph, Quote};
    matches!(kind, Paragraph | Item | Quote | Attribution)
}
