//! How alike two wordings are.

use std::collections::HashMap;

use super::Leaf;
use super::matching::Matching;
use crate::BlockKind;
use crate::diff::token::{is_address, tokens};
use crate::fold::fold;

/// Letters of a word that count: inflection changes what follows.
const STEM: usize = 5;

/// Below so many words single words say little, and letters are compared instead.
const FEW: usize = 6;

/// A block's wording, taken apart for comparison.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Stems of the words in order.
    stems: Vec<u32>,
    /// The same, sorted.
    bag: Vec<u32>,
    /// Neighbouring letters, sorted; only of a short wording.
    letters: Vec<(char, char)>,
}

impl Profile {
    /// Words in it.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// From 0 to 1. Measured on news in our three languages: a sentence with every fourth word
    /// replaced has 0.67 and more; of two different sentences of one story nine in ten pairs stay
    /// below 0.25, 99 in 100 below 0.4, 999 in 1,000 below 0.65.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let (shorter, longer) = (self.len().min(other.len()), self.len().max(other.len()));
        if longer == 0 {
            return 0.0;
        }
        let shared = shared(&self.bag, &other.bag);
        let words = dice(shared, self.len(), other.len());
        if shorter >= FEW {
            return words.max(portion(shared, shorter) - CONTINUED);
        }
        if self.letters.is_empty() || other.letters.is_empty() {
            return words;
        }
        let shared = self::shared(&self.letters, &other.letters);
        words.max(dice(shared, self.letters.len(), other.letters.len()) - LETTERS)
    }

    /// The share of the words that stand in the other wording too.
    pub(super) fn share_in(&self, other: &Self) -> f64 {
        portion(shared(&self.bag, &other.bag), self.len())
    }
}

/// What a wording that stands whole in a longer one lacks of being the same.
const CONTINUED: f64 = 0.35;

/// What chance gives to two short wordings of one language in neighbouring letters.
const LETTERS: f64 = 0.1;

/// How far these parts, one after the other, are the whole: of its words, and of its pairs of
/// neighbouring words (their order), from 0 to 1.
pub(super) fn composition(whole: &Profile, parts: &[&Profile]) -> (f64, f64) {
    let stems: Vec<u32> = parts.iter().flat_map(|part| part.stems.iter().copied()).collect();
    let mut bag = stems.clone();
    bag.sort_unstable();
    let words = dice(shared(&whole.bag, &bag), whole.len(), bag.len());
    let (ours, theirs) = (neighbours(&whole.stems), neighbours(&stems));
    (words, dice(shared(&ours, &theirs), ours.len(), theirs.len()))
}

fn neighbours(stems: &[u32]) -> Vec<(u32, u32)> {
    let mut pairs: Vec<_> = stems.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs
}

fn dice(shared: usize, ours: usize, theirs: usize) -> f64 {
    portion(2 * shared, ours + theirs)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn portion(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// How many items two sorted lists share, twins counted.
fn shared<T: Ord>(ours: &[T], theirs: &[T]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(a), Some(b)) = (ours.get(i), theirs.get(j)) {
        let order = a.cmp(b);
        shared += usize::from(order.is_eq());
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
    shared
}

/// The wordings of an alignment that still matter, and which of them are worth comparing.
pub(super) struct Likeness {
    /// By old and by new block; empty for blocks that stand unchanged.
    pub(super) old: Vec<Profile>,
    pub(super) new: Vec<Profile>,
    /// Pairs (old, new) that share words, sorted.
    pub(super) likely: Vec<(usize, usize)>,
}

impl Likeness {
    pub(super) fn of(matching: &Matching<'_>) -> Self {
        let mut stems = Stems::default();
        let mut profile = |leaf: &Leaf<'_>, open: bool| {
            if open && has_words(leaf.kind) { stems.profile(leaf.text) } else { Profile::default() }
        };
        let old: Vec<_> = (matching.old.iter().enumerate())
            .map(|(at, leaf)| profile(leaf, matching.is_old_open(at)))
            .collect();
        let new: Vec<_> = (matching.new.iter().enumerate())
            .map(|(at, leaf)| profile(leaf, matching.is_new_open(at)))
            .collect();
        let likely = likely(&old, &new);
        Self { old, new, likely }
    }

    pub(super) fn between(&self, old: usize, new: usize) -> f64 {
        self.old[old].likeness(&self.new[new])
    }
}

/// Whether the words of such a block say what it is about.
fn has_words(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Image | BlockKind::Rule)
}

/// Numbers for stems.
#[derive(Default)]
struct Stems(HashMap<String, u32>);

impl Stems {
    fn profile(&mut self, text: &str) -> Profile {
        let text = fold(text).to_lowercase();
        let words: Vec<&str> = tokens(&text)
            .map(|token| &text[token])
            .filter(|token| token.contains(char::is_alphanumeric))
            .collect();
        let stems: Vec<u32> = words.iter().map(|word| self.number(word)).collect();
        let mut bag = stems.clone();
        bag.sort_unstable();
        let mut letters = Vec::new();
        if words.len() <= 2 * FEW {
            letters = words.iter().flat_map(|word| letter_pairs(word)).collect();
            letters.sort_unstable();
        }
        Profile { stems, bag, letters }
    }

    fn number(&mut self, word: &str) -> u32 {
        let whole = is_address(word) || word.contains(char::is_numeric);
        let end = word.char_indices().nth(STEM).filter(|_| !whole).map(|(end, _)| end);
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(word[..end.unwrap_or(word.len())].to_owned()).or_insert(next)
    }
}

/// Neighbouring letters of a word, its edges included.
fn letter_pairs(word: &str) -> impl Iterator<Item = (char, char)> {
    let edge = std::iter::once(' ');
    edge.clone().chain(word.chars()).zip(word.chars().chain(edge))
}

/// Up to so many pairs of blocks, each is compared.
const FEW_PAIRS: usize = 4096;

/// A word that stands in more old blocks than this tells none of them apart.
const COMMON: usize = 32;

/// So many old blocks are considered for a new one.
const CANDIDATES: usize = 8;

fn likely(old: &[Profile], new: &[Profile]) -> Vec<(usize, usize)> {
    let worded = |profiles: &[Profile]| -> Vec<usize> {
        (0..profiles.len()).filter(|&at| profiles[at].len() > 0).collect()
    };
    let (olds, news) = (worded(old), worded(new));
    if olds.len() * news.len() <= FEW_PAIRS {
        return olds.iter().flat_map(|&i| news.iter().map(move |&j| (i, j))).collect();
    }
    let mut standing: HashMap<u32, Vec<usize>> = HashMap::new();
    for &i in &olds {
        for stem in old[i].bag.chunk_by(|a, b| a == b) {
            standing.entry(stem[0]).or_default().push(i);
        }
    }
    standing.retain(|_, blocks| blocks.len() <= COMMON);
    let mut likely: Vec<_> = news
        .into_iter()
        .flat_map(|j| candidates(&new[j], &standing).into_iter().map(move |i| (i, j)))
        .collect();
    likely.sort_unstable();
    likely
}

/// The old blocks that share most of the telling words, most first.
fn candidates(new: &Profile, standing: &HashMap<u32, Vec<usize>>) -> Vec<usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for stem in new.bag.chunk_by(|a, b| a == b) {
        for &i in standing.get(&stem[0]).into_iter().flatten() {
            *shared.entry(i).or_default() += 1;
        }
    }
    let mut ranked: Vec<_> = shared.into_iter().collect();
    ranked.sort_unstable_by_key(|&(i, shared)| (std::cmp::Reverse(shared), i));
    ranked.into_iter().take(CANDIDATES).map(|(i, _)| i).collect()
}

/// Whether text may go over from one kind into the other: all running text, but what belongs to
/// a picture or is no prose stays what it is.
pub(super) fn are_kindred(a: BlockKind, b: BlockKind) -> bool {
    a == b || (is_prose(a) && is_prose(b))
}

fn is_prose(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Headline
        | BlockKind::Lead
        | BlockKind::Paragraph
        | BlockKind::Heading
        | BlockKind::Item
        | BlockKind::Quote
        | BlockKind::Attribution
        | BlockKind::Cell
        | BlockKind::Footnote => true,
        BlockKind::Image
        | BlockKind::Caption
        | BlockKind::Alt
        | BlockKind::Code
        | BlockKind::Html
        | BlockKind::Rule => false,
    }
}
