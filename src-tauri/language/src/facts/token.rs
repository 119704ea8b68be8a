//! A text as words, runs of digits and signs.

use crate::fold::{is_apostrophe, search_key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Digits,
    Sign,
}

/// A piece of the text without spaces.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub text: &'a str,
    /// A word's search key; empty for digits and signs.
    pub key: String,
    /// Byte offset in the text.
    pub start: usize,
    pub kind: Kind,
    /// White space stands before it.
    pub spaced: bool,
    /// It may have its capital because a sentence or quotation begins with it.
    pub opens_sentence: bool,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub fn is_capitalised(&self) -> bool {
        self.kind == Kind::Word && self.text.starts_with(char::is_uppercase)
    }

    pub fn is_sign(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }

    /// A hyphen or dash without a space before it.
    pub fn is_hyphen(&self) -> bool {
        self.kind == Kind::Sign && !self.spaced && matches!(self.text, "-" | "–" | "‑" | "—")
    }
}

/// Abbreviations whose stop ends no sentence.
const ABBREVIATIONS: [&str; 42] = [
    "м",
    "с",
    "смт",
    "ім",
    "вул",
    "просп",
    "св",
    "гр",
    "обл",
    "р",
    "ст",
    "п",
    "о",
    "т",
    "зв",
    "ред",
    "акад",
    "проф",
    "г",
    "ул",
    "им",
    "пос",
    "пр",
    "стр",
    "др",
    "mr",
    "mrs",
    "ms",
    "dr",
    "gen",
    "lt",
    "col",
    "capt",
    "maj",
    "sgt",
    "sen",
    "rep",
    "gov",
    "st",
    "vs",
    "no",
    "adm",
];

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = text;
    let mut sentence = Sentence::default();
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        if first.is_whitespace() {
            sentence.space(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (kind, length) = piece(rest, first);
        let piece = &rest[..length];
        let spaced = sentence.spaced || start == 0;
        let opens_sentence = sentence.next(kind, piece);
        let key = if kind == Kind::Word { search_key(piece) } else { String::new() };
        tokens.push(Token { text: piece, key, start, kind, spaced, opens_sentence });
        rest = &rest[length..];
    }
    tokens
}

fn piece(rest: &str, first: char) -> (Kind, usize) {
    if first.is_ascii_digit() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        return (Kind::Digits, digits);
    }
    if first.is_alphabetic() {
        return (Kind::Word, word_length(rest));
    }
    (Kind::Sign, first.len_utf8())
}

/// Letters with their marks, apostrophes and hyphens between letters, and "U.S."
fn word_length(rest: &str) -> usize {
    let dotted = dotted_length(rest);
    if dotted > 0 {
        return dotted;
    }
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let inside = is_apostrophe(c) || matches!(c, '-' | '‑');
        let letter_next = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let mark = matches!(c, '\u{300}'..='\u{36f}');
        if !(c.is_alphabetic() || mark || (inside && letter_next)) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// "U.S.", "p.m.": single letters with stops, no spaces; at least two.
fn dotted_length(rest: &str) -> usize {
    let mut length = 0;
    let mut pairs = 0;
    let mut chars = rest.chars();
    while let (Some(letter), Some('.')) = (chars.next(), chars.next()) {
        if !letter.is_ascii_alphabetic() {
            break;
        }
        length += 2;
        pairs += 1;
    }
    if pairs >= 2 { length } else { 0 }
}

/// Where in a sentence the reading stands.
struct Sentence {
    spaced: bool,
    fresh: bool,
    last_word: String,
    stopped: bool,
}

impl Default for Sentence {
    fn default() -> Self {
        Self { spaced: false, fresh: true, last_word: String::new(), stopped: false }
    }
}

impl Sentence {
    fn space(&mut self, c: char) {
        self.spaced = true;
        self.fresh |= c == '\n' || self.stopped;
        self.stopped = false;
    }

    /// Whether the piece opens a sentence; takes note of it.
    fn next(&mut self, kind: Kind, piece: &str) -> bool {
        self.spaced = false;
        match kind {
            Kind::Word | Kind::Digits => {
                let opens = self.fresh;
                self.fresh = false;
                self.stopped = false;
                self.last_word = piece.to_lowercase();
                opens
            }
            Kind::Sign => {
                self.sign(piece);
                false
            }
        }
    }

    fn sign(&mut self, sign: &str) {
        match sign {
            "." => self.stopped = !self.last_word_is_abbreviation(),
            "!" | "?" | "…" => self.stopped = true,
            // A quotation opens with a capital of its own.
            "«" | "„" | "“" | "\"" | "‘" | "•" | ":" => self.fresh = true,
            "»" | "”" | "’" | ")" => {}
            _ => self.stopped = false,
        }
    }

    fn last_word_is_abbreviation(&self) -> bool {
        self.last_word.chars().count() == 1 || ABBREVIATIONS.contains(&self.last_word.as_str())
    }
}
