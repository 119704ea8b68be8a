//! The typography of an exported page: quotes, apostrophes, dashes, no-break spaces.
//!
//! Stored text keeps the bytes that were typed; this is applied to each text node at export.
//! Only quotes, apostrophes, hyphens, dots and spaces change, never a letter or a digit, and
//! polishing twice equals polishing once. Words with `://` or `@` in them are left alone.

use std::borrow::Cow;

use crate::Language;

mod quote;
mod space;
#[cfg(test)]
mod tests;

/// A text node as a page shows it.
pub fn polish(language: Language, text: &str) -> String {
    polished(language, Setting::Text, text)
}

/// A headline as a page shows it: English headlines have single quotes outside.
pub fn polish_headline(language: Language, text: &str) -> String {
    polished(language, Setting::Headline, text)
}

/// Where the text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Setting {
    Text,
    Headline,
}

fn polished(language: Language, setting: Setting, text: &str) -> String {
    let bound = space::bound(language, &signed(language, setting, text));
    match language {
        Language::Uk | Language::Ru if bound.contains("...") => one_sign_ellipses(&bound),
        Language::Uk | Language::Ru | Language::En => bound,
    }
}

/// The text with its dashes, quotes and apostrophes set.
fn signed(language: Language, setting: Setting, text: &str) -> Cow<'_, str> {
    let is_dash = |word| word == "-";
    if !text.contains(quote::is_typed) && !text.split_whitespace().any(is_dash) {
        return text.into();
    }
    let mut signs = signs(text);
    dashes(language, &mut signs);
    quote::set(language, setting, &mut signs);
    signs.iter().map(|sign| sign.c).collect::<String>().into()
}

/// A character of the text.
#[derive(Debug, Clone, Copy)]
struct Sign {
    c: char,
    /// Part of an address or a link: not to be touched.
    fixed: bool,
}

fn signs(text: &str) -> Vec<Sign> {
    let words = text.split_inclusive(char::is_whitespace);
    let with_fixed = words.map(|word| (word, is_address(word)));
    with_fixed.flat_map(|(word, fixed)| word.chars().map(move |c| Sign { c, fixed })).collect()
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@')
}

/// The dash between words: spaced en dash in Ukrainian, spaced em dash in Russian and English.
fn dash(language: Language) -> char {
    match language {
        Language::Uk => '–',
        Language::En | Language::Ru => '—',
    }
}

/// A hyphen between spaces is a dash that was typed in haste. Dashes stay as they were chosen.
fn dashes(language: Language, signs: &mut [Sign]) {
    for at in 0..signs.len() {
        let before = at.checked_sub(1).map(|before| signs[before].c);
        let after = signs.get(at + 1).map(|after| after.c);
        let spaced =
            before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
        if signs[at].c == '-' && spaced && (before, after) != (None, None) {
            signs[at].c = dash(language);
        }
    }
}

/// Three dots become one sign; two or four are something else. English keeps its three (AP).
fn one_sign_ellipses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        if is_address(word) {
            out.push_str(word);
            continue;
        }
        let mut rest = word;
        while let Some(at) = rest.find('.') {
            let dots = rest[at..].len() - rest[at..].trim_start_matches('.').len();
            out.push_str(&rest[..at]);
            out.push_str(if dots == 3 { "…" } else { &rest[at..at + dots] });
            rest = &rest[at + dots..];
        }
        out.push_str(rest);
    }
    out
}
