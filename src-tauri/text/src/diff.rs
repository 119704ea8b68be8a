//! Word diff.

pub(crate) mod kept;
pub(crate) mod token;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use kept::kept;
use token::tokens;

/// What became of a run of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Kept,
    Removed,
    Added,
}

/// A run of text with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Run {
    /// What became of it.
    pub change: Change,
    /// The text, spaces included.
    pub text: String,
}

/// The word diff of two texts: kept and removed runs give `old` back, kept and added ones `new`.
///
/// Only words, numbers and marks are compared; the space around a changed phrase is kept where
/// both texts have it, and a space inside it changes with it. No two neighbouring runs are of the
/// same change, and of a replaced phrase the removed text comes first.
pub fn words(old: &str, new: &str) -> Vec<Run> {
    let old_words: Vec<_> = tokens(old).collect();
    let new_words: Vec<_> = tokens(new).collect();
    let same = kept(
        old_words.iter().map(|word| &old[word.clone()]),
        new_words.iter().map(|word| &new[word.clone()]),
    );
    let short = |word: usize| is_short(&old[old_words[word].clone()]);
    let same = without_islands(&same, short, (old_words.len(), new_words.len()));

    let same = same.into_iter().map(|(i, j)| (old_words[i].clone(), new_words[j].clone()));
    let end = (old.len()..old.len(), new.len()..new.len());
    let mut runs = Runs::default();
    let (mut old_at, mut new_at) = (0, 0);
    for (in_old, in_new) in same.chain([end]) {
        runs.replace(&old[old_at..in_old.start], &new[new_at..in_new.start]);
        runs.push(Change::Kept, &old[in_old.clone()]);
        (old_at, new_at) = (in_old.end, in_new.end);
    }
    runs.0
}

/// Letters of a word that two unlike phrases have in common by chance: a preposition, a mark.
const SHORT: usize = 3;

/// Whether a word is one that unlike phrases may share.
pub(crate) fn is_short(word: &str) -> bool {
    word.chars().count() <= SHORT
}

/// The kept words (pairs of indices) without the short ones that stand alone amid longer changes.
pub(crate) fn without_islands(
    same: &[(usize, usize)],
    is_short: impl Fn(usize) -> bool,
    end: (usize, usize),
) -> Vec<(usize, usize)> {
    let follows = |a: &(usize, usize), b: &(usize, usize)| (a.0 + 1, a.1 + 1) == *b;
    let mut islands = same.chunk_by(follows).peekable();
    let mut kept = Vec::with_capacity(same.len());
    let (mut old_at, mut new_at) = (0, 0);
    while let Some(island) = islands.next() {
        let (old_start, new_start) = island[0];
        let (old_end, new_end) = (old_start + island.len(), new_start + island.len());
        let (old_next, new_next) = islands.peek().map_or(end, |next| next[0]);
        let before = (old_start - old_at).min(new_start - new_at);
        let after = (old_next - old_end).min(new_next - new_end);
        if island.len() < before.min(after) && island.iter().all(|&(old, _)| is_short(old)) {
            continue;
        }
        kept.extend_from_slice(island);
        (old_at, new_at) = (old_end, new_end);
    }
    kept
}

/// Bytes of white space that both texts begin with, and of what is left, end with.
fn shared_space(removed: &str, added: &str) -> (usize, usize) {
    let space = |(a, b): &(char, char)| a == b && a.is_whitespace();
    let width = |(a, _): (char, char)| a.len_utf8();
    let before = removed.chars().zip(added.chars()).take_while(space).map(width).sum();
    let rest = removed[before..].chars().rev().zip(added[before..].chars().rev());
    (before, rest.take_while(space).map(width).sum())
}

/// Runs as they grow: neighbours of the same change are one run.
#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    /// What stood between two kept words, and what stands there now (either may be empty).
    fn replace(&mut self, removed: &str, added: &str) {
        let (before, after) = shared_space(removed, added);
        self.push(Change::Kept, &removed[..before]);
        self.push(Change::Removed, &removed[before..removed.len() - after]);
        self.push(Change::Added, &added[before..added.len() - after]);
        self.push(Change::Kept, &removed[removed.len() - after..]);
    }

    fn push(&mut self, change: Change, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.change == change => last.text.push_str(text),
            _ => self.0.push(Run { change, text: text.to_owned() }),
        }
    }
}
