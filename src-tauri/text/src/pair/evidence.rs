//! What a block and its translation have in common whatever the languages.

use std::collections::HashMap;

use super::skeleton::skeleton;
use crate::align::Leaf;
use crate::diff::token::{is_address, tokens};

/// A mark that both languages write alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Mark {
    /// Digits, without the separators of thousands, with a decimal point.
    Number(String),
    /// A web address.
    Address(String),
    /// The consonants of a word.
    Word(String),
}

/// What one block shows of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// Letters and other signs, spaces included.
    pub(super) length: f64,
    /// Numbers of marks (see [`Weights`]), sorted, each once.
    pub(super) marks: Vec<usize>,
}

impl Evidence {
    /// Of two neighbours taken together.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut marks = [&self.marks[..], &other.marks[..]].concat();
        marks.sort_unstable();
        marks.dedup();
        Self { length: self.length + other.length, marks }
    }
}

/// How much it says that two blocks share a mark: the rarer, the more.
pub(super) struct Weights(Vec<f64>);

impl Weights {
    /// What the marks that both have are worth.
    pub(super) fn shared(&self, ours: &Evidence, theirs: &Evidence) -> f64 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(a), Some(b)) = (ours.marks.get(i), theirs.marks.get(j)) {
            if a == b {
                sum += self.0[*a];
            }
            i += usize::from(a <= b);
            j += usize::from(a >= b);
        }
        sum
    }
}

/// Numbers and addresses are copied, words only resemble each other.
const COPIED: f64 = 1.5;
const RESEMBLING: f64 = 1.0;

/// The evidence of all blocks of two texts, and what each mark is worth in them.
pub(super) fn gather(
    original: &[Leaf<'_>],
    translation: &[Leaf<'_>],
) -> (Vec<Evidence>, Vec<Evidence>, Weights) {
    let mut numbers: HashMap<Mark, usize> = HashMap::new();
    let mut seen: Vec<usize> = Vec::new();
    let mut evidence = |leaf: &Leaf<'_>| {
        let mut own: Vec<usize> = marks(leaf.text)
            .into_iter()
            .map(|mark| {
                let next = numbers.len();
                *numbers.entry(mark).or_insert(next)
            })
            .collect();
        own.sort_unstable();
        own.dedup();
        seen.resize(seen.len().max(own.last().map_or(0, |last| last + 1)), 0);
        own.iter().for_each(|&mark| seen[mark] += 1);
        Evidence { length: count(leaf.text.chars().count()), marks: own }
    };
    let ours: Vec<_> = original.iter().map(&mut evidence).collect();
    let theirs: Vec<_> = translation.iter().map(&mut evidence).collect();
    let blocks = count(ours.len() + theirs.len());
    let mut weights = vec![0.0; seen.len()];
    for (mark, number) in numbers {
        let factor = if matches!(mark, Mark::Word(_)) { RESEMBLING } else { COPIED };
        weights[number] = factor * (1.0 + blocks / count(seen[number])).ln();
    }
    (ours, theirs, Weights(weights))
}

#[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 signs")]
fn count(number: usize) -> f64 {
    number as f64
}

fn marks(text: &str) -> Vec<Mark> {
    let text = text.to_lowercase();
    let mut marks = Vec::new();
    let mut end = 0;
    for token in tokens(&text) {
        let word = &text[token.clone()];
        let continues = &text[end..token.start] == " " && is_thousands(word);
        end = token.end;
        match marks.last_mut() {
            Some(Mark::Number(number)) if continues => number.push_str(word),
            _ if is_address(word) => marks.push(Mark::Address(word.to_owned())),
            _ if word.starts_with(char::is_numeric) => marks.push(Mark::Number(number(word))),
            _ => marks.extend(word.split('-').filter_map(skeleton).map(Mark::Word)),
        }
    }
    marks
}

fn is_thousands(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|digit| digit.is_ascii_digit())
}

/// The number that a token begins with: `30 209`, `30,209` and `30209` are one, as are `1,5` and
/// `1.5`.
fn number(token: &str) -> String {
    let end = token.find(|sign: char| sign.is_alphabetic() || sign == '-').unwrap_or(token.len());
    let groups: Vec<&str> = token[..end].split(|sign: char| !sign.is_numeric()).collect();
    let (whole, rest) = (groups[0], &groups[1..]);
    let separator = if rest.iter().all(|group| is_thousands(group)) { "" } else { "." };
    rest.iter().fold(whole.to_owned(), |number, group| number + separator + group)
}
