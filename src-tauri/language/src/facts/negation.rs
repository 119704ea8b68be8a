//! Words that deny.

use super::{
    Fact, FactKind,
    scan::{Found, Scan},
};
use crate::Language;

impl Scan<'_> {
    /// A denial at a token; its key is `not`. «Не лише», «не менше», "no less than" deny nothing,
    /// and a doubled negative («ніхто не прийшов») counts once, by its «не».
    pub(super) fn negation(&self, at: usize) -> Option<Found> {
        let word = self.key_at(at)?;
        if !self.denies(word) || self.is_figure_of_speech(at) {
            return None;
        }
        let text = self.between(at, at + 1).to_owned();
        let fact = Fact { kind: FactKind::Negation, key: "not".to_owned(), text };
        Some(Found { facts: vec![fact], end: at + 1 })
    }

    fn denies(&self, word: &str) -> bool {
        match self.language {
            Language::Uk => matches!(
                word,
                "не" | "немає"
                    | "нема"
                    | "без"
                    | "неможливо"
                    | "відсутній"
                    | "відсутня"
                    | "відсутні"
            ),
            Language::Ru => matches!(word, "не" | "нет" | "без" | "нельзя" | "невозможно"),
            Language::En => {
                word.ends_with("n't")
                    || matches!(
                        word,
                        "not"
                            | "no"
                            | "never"
                            | "without"
                            | "none"
                            | "nobody"
                            | "nothing"
                            | "neither"
                            | "cannot"
                            | "impossible"
                    )
            }
        }
    }

    fn is_figure_of_speech(&self, at: usize) -> bool {
        let next = self.key_at(at + 1).unwrap_or_default();
        const AFTER_NOT: [&str; 29] = [
            "лише",
            "тільки",
            "просто",
            "менше",
            "менш",
            "більше",
            "більш",
            "раніше",
            "пізніше",
            "раз",
            "только",
            "просто",
            "менее",
            "меньше",
            "более",
            "больше",
            "ранее",
            "раньше",
            "позднее",
            "позже",
            "only",
            "just",
            "less",
            "fewer",
            "more",
            "earlier",
            "later",
            "merely",
            "doubt",
        ];
        // "No." before a number is №.
        let number_sign = self.word_at(at) == Some("No")
            && self.tokens.get(at + 1).is_some_and(|stop| stop.is_sign("."));
        AFTER_NOT.contains(&next) || number_sign
    }
}
