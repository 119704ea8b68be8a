//! Tokens of a text: what a reader sees as one word, one number, one mark.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The tokens of a text in order, as byte ranges. White space belongs to none.
///
/// A token is a word (apostrophes and hyphens inside it included), a number (with the marks and
/// no-break spaces between its digits), a web address, or one mark.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += text[at..].len() - text[at..].trim_start().len();
        let rest = &text[at..];
        let length = address(rest).or_else(|| word(rest)).or_else(|| mark(rest))?;
        let start = at;
        at += length;
        Some(start..at)
    })
}

/// Length of the web address that the text begins with.
fn address(text: &str) -> Option<usize> {
    if !text.starts_with("http") || !is_address(text) {
        return None;
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']' | '"' | '»' | '”');
    let whole = &text[..text.find(ends).unwrap_or(text.len())];
    Some(whole.trim_end_matches(['.', ',', ';', ':', '!', '?']).len())
}

/// Whether a token is a web address.
pub(crate) fn is_address(token: &str) -> bool {
    token.starts_with("https://") || token.starts_with("http://")
}

/// Length of the word or number that the text begins with.
fn word(text: &str) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    let (_, mut last) = letters.next().filter(|&(_, first)| first.is_alphanumeric())?;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, next)| next);
        if !is_inner(letter) && !next.is_some_and(|next| joins(last, letter, next)) {
            return Some(at);
        }
        last = letter;
    }
    Some(text.len())
}

/// Letters, digits and the accents upon them.
fn is_inner(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// Whether a mark between two letters or digits makes one word of them.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        '-' | '\u{2010}' | '\u{2011}' => is_inner(before) && is_inner(after),
        '\'' | '‘' | '’' | '`' | '´' => !before.is_numeric() && after.is_alphabetic(),
        '.' | ',' | ':' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
            before.is_numeric() && after.is_numeric()
        }
        _ => false,
    }
}

/// Length of the mark that the text begins with: one sign as a reader sees it.
fn mark(text: &str) -> Option<usize> {
    text.graphemes(true).next().map(|sign| {
        let end = sign.find(char::is_whitespace).filter(|&end| end > 0);
        end.unwrap_or(sign.len())
    })
}
