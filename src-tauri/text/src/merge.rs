//! Three-way merge by words: what two people made of one text.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::diff::kept::kept;
use crate::diff::token::tokens;
use crate::diff::{is_short, without_islands};

/// A part of a merged text, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase", tag = "piece")]
pub enum Piece {
    /// Neither changed it.
    Kept { text: String },
    /// Ours changed it, theirs did not: `base` stood there.
    Ours { base: String, text: String },
    /// Theirs changed it, ours did not.
    Theirs { base: String, text: String },
    /// Both made the same change.
    Both { base: String, text: String },
    /// Both changed it, each otherwise. Somebody has to choose.
    Conflict { base: String, ours: String, theirs: String },
}

/// What a conflict becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Base,
    Ours,
    Theirs,
}

/// Merges what two made of a text. Each word that either typed is in a piece.
///
/// Changes that touch, with no word or line break between them left as it was, are one conflict:
/// a phrase of which each wrote a half is nobody's sentence.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Vec<Piece> {
    let texts = [base, ours, theirs];
    let parts = texts.map(parts);
    let same = stable(texts, &parts);
    let mut pieces = Pieces { texts, parts: &parts, done: Vec::new() };
    let mut from = [0; 3];
    for run in joined(texts, &parts, &same) {
        pieces.changed(from, run.start);
        pieces.kept(run.start[0]..run.end[0]);
        from = run.end;
    }
    let end = [0, 1, 2].map(|text| parts[text].len());
    pieces.changed(from, end);
    pieces.done
}

/// How many conflicts there are.
pub fn conflicts(pieces: &[Piece]) -> usize {
    pieces.iter().filter(|piece| matches!(piece, Piece::Conflict { .. })).count()
}

/// The merged text, with each conflict as it is chosen.
pub fn text(pieces: &[Piece], choice: Choice) -> String {
    let said = |piece: &Piece| match piece {
        Piece::Kept { text }
        | Piece::Ours { text, .. }
        | Piece::Theirs { text, .. }
        | Piece::Both { text, .. } => text.clone(),
        Piece::Conflict { base, ours, theirs } => match choice {
            Choice::Base => base.clone(),
            Choice::Ours => ours.clone(),
            Choice::Theirs => theirs.clone(),
        },
    };
    pieces.iter().map(said).collect()
}

/// Words and marks, and the white space between them, each a part of its own: together they are
/// the text.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = 0;
    for token in tokens(text) {
        if at < token.start {
            parts.push(at..token.start);
        }
        at = token.end;
        parts.push(token);
    }
    if at < text.len() {
        parts.push(at..text.len());
    }
    parts
}

/// A run of parts that stands in all three texts: the places of its first part and after its last.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: [usize; 3],
    end: [usize; 3],
}

/// The runs that both left as they were.
fn stable(texts: [&str; 3], parts: &[Vec<Range<usize>>; 3]) -> Vec<Run> {
    let [base, ours, theirs] = [0, 1, 2].map(|at| said(texts[at], &parts[at]));
    let in_ours = matched(&base, &ours);
    let in_theirs: HashMap<usize, usize> = matched(&base, &theirs).into_iter().collect();
    let mut runs: Vec<Run> = Vec::new();
    for (base, ours) in in_ours {
        let Some(theirs) = in_theirs.get(&base) else { continue };
        let start = [base, ours, *theirs];
        let end = start.map(|at| at + 1);
        match runs.last_mut() {
            Some(run) if run.end == start => run.end = end,
            _ => runs.push(Run { start, end }),
        }
    }
    runs
}

fn said<'a>(text: &'a str, parts: &[Range<usize>]) -> Vec<&'a str> {
    parts.iter().map(|part| &text[part.clone()]).collect()
}

/// Pairs of places with the same part; what two unlike phrases have in common by chance is none.
fn matched(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let same = kept(old.iter(), new.iter());
    without_islands(&same, |at| is_short(old[at]), (old.len(), new.len()))
}

/// The same runs without those that keep changes of different hands apart by nothing but a space.
fn joined(texts: [&str; 3], parts: &[Vec<Range<usize>>; 3], runs: &[Run]) -> Vec<Run> {
    let end = [0, 1, 2].map(|text| parts[text].len());
    let hand = |from: [usize; 3], to: [usize; 3]| {
        let [base, ours, theirs] =
            [0, 1, 2].map(|at| said(texts[at], &parts[at][from[at]..to[at]]).concat());
        (ours != base, theirs != base)
    };
    let mut left: Vec<Run> = Vec::new();
    let mut before = hand([0; 3], runs.first().map_or(end, |run| run.start));
    for (at, run) in runs.iter().enumerate() {
        let after = hand(run.end, runs.get(at + 1).map_or(end, |next| next.start));
        let said = said(texts[0], &parts[0][run.start[0]..run.end[0]]).concat();
        let is_space = said.chars().all(|letter| letter.is_whitespace() && letter != '\n');
        let other_hand = before.0 && after.1 || before.1 && after.0;
        if is_space && other_hand {
            before = (before.0 || after.0, before.1 || after.1);
        } else {
            left.push(*run);
            before = after;
        }
    }
    left
}

struct Pieces<'a> {
    texts: [&'a str; 3],
    parts: &'a [Vec<Range<usize>>; 3],
    done: Vec<Piece>,
}

impl Pieces<'_> {
    fn said(&self, text: usize, parts: Range<usize>) -> String {
        said(self.texts[text], &self.parts[text][parts]).concat()
    }

    fn kept(&mut self, parts: Range<usize>) {
        let text = self.said(0, parts);
        self.done.push(Piece::Kept { text });
    }

    /// What lies between two runs in each text.
    fn changed(&mut self, from: [usize; 3], to: [usize; 3]) {
        let [base, ours, theirs] = [0, 1, 2].map(|text| self.said(text, from[text]..to[text]));
        let piece = match (ours == base, theirs == base) {
            (true, true) if base.is_empty() => return,
            (true, true) => Piece::Kept { text: base },
            (false, true) => Piece::Ours { base, text: ours },
            (true, false) => Piece::Theirs { base, text: theirs },
            (false, false) if ours == theirs => Piece::Both { base, text: ours },
            (false, false) => Piece::Conflict { base, ours, theirs },
        };
        self.done.push(piece);
    }
}
