//! One pass over a text: at each token the most specific fact.

use std::ops::Range;

use super::{
    Fact,
    token::{Kind, Token, tokens},
};
use crate::Language;

/// Facts found at a token, and the token after them.
pub(super) struct Found {
    pub facts: Vec<Fact>,
    pub end: usize,
}

pub(super) struct Scan<'a> {
    pub language: Language,
    text: &'a str,
    pub tokens: Vec<Token<'a>>,
}

impl<'a> Scan<'a> {
    pub fn new(language: Language, text: &'a str) -> Self {
        Self { language, text, tokens: tokens(text) }
    }

    /// Everything but names and quotes, in the order of the text.
    pub fn facts(&self) -> Vec<Fact> {
        self.located().into_iter().map(|(fact, _)| fact).collect()
    }

    /// The same, with the bytes where each is written.
    pub fn located(&self) -> Vec<(Fact, Range<usize>)> {
        let mut facts = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let found = self
                .date(at)
                .or_else(|| self.currency(at))
                .or_else(|| self.number(at))
                .or_else(|| self.negation(at));
            match found {
                Some(found) => {
                    let place = self.place(at, found.end);
                    facts.extend(found.facts.into_iter().map(|fact| (fact, place.clone())));
                    at = found.end.max(at + 1);
                }
                None => at += 1,
            }
        }
        facts
    }

    pub fn word_at(&self, at: usize) -> Option<&'a str> {
        self.tokens.get(at).filter(|token| token.kind == Kind::Word).map(|token| token.text)
    }

    /// The search key of a word.
    pub fn key_at(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).filter(|token| token.kind == Kind::Word).map(|token| token.key.as_str())
    }

    /// The search key of the word before.
    pub fn key_before(&self, at: usize) -> Option<&str> {
        at.checked_sub(1).and_then(|before| self.key_at(before))
    }

    /// The source from one token up to another.
    pub fn between(&self, from: usize, to: usize) -> &'a str {
        self.text.get(self.place(from, to)).unwrap_or_default()
    }

    /// The bytes from one token up to another.
    fn place(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(self.text.len(), |token| token.start);
        let end =
            to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, Token::end);
        start..end.max(start)
    }

    /// No space before the token.
    pub fn joined(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Exactly one space of any kind, and no line break, before the token.
    pub fn one_space_before(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let end = at.checked_sub(1).map_or(0, |before| self.tokens[before].end());
        let gap = self.text.get(end..token.start).unwrap_or_default();
        gap.chars().count() == 1 && gap != "\n"
    }
}
