//! Typewriter quotes and apostrophes made those of the language.

use super::{Setting, Sign};
use crate::{Language, fold::is_apostrophe};

/// The apostrophe of a page.
const APOSTROPHE: char = '’';

/// Opening and closing quotes, outer and inner.
type Quotes = [(char, char); 2];

/// Sets every typewriter quote and apostrophe; quotes that were chosen stay and count as
/// surroundings of the others.
pub(super) fn set(language: Language, setting: Setting, signs: &mut [Sign]) {
    let quotes = quotes(language, setting);
    let mut open = Vec::new();
    for at in 0..signs.len() {
        let c = signs[at].c;
        if signs[at].fixed {
            continue;
        }
        signs[at].c = match c {
            '"' => double(language, signs, at, &quotes, &mut open),
            c if is_typed_apostrophe(c) && within_word(signs, at) => APOSTROPHE,
            '\'' if language == Language::En => single(signs, at, &mut open),
            c => chosen(language, c, &mut open),
        };
    }
}

fn quotes(language: Language, setting: Setting) -> Quotes {
    match (language, setting) {
        (Language::Uk | Language::Ru, _) => [('«', '»'), ('„', '“')],
        (Language::En, Setting::Text) => [('“', '”'), ('‘', '’')],
        (Language::En, Setting::Headline) => [('‘', '’'), ('“', '”')],
    }
}

/// What a keyboard has for quotes and apostrophes: the only signs that are set.
pub(super) fn is_typed(c: char) -> bool {
    c == '"' || is_typed_apostrophe(c)
}

/// U+02BC and U+02B9 are letters to Unicode, and a fair apostrophe: they stay.
fn is_typed_apostrophe(c: char) -> bool {
    is_apostrophe(c) && !c.is_alphabetic()
}

/// `"` by its surroundings; where they do not tell, and after a number (inches), it stays.
fn double(
    language: Language,
    signs: &[Sign],
    at: usize,
    quotes: &Quotes,
    open: &mut Vec<char>,
) -> char {
    let closes = can_close(signs, at);
    if can_open(signs, at) && (!closes || open.is_empty()) {
        let (opening, _) = quotes[open.len() % quotes.len()];
        open.push(opening);
        return opening;
    }
    if !closes {
        return '"';
    }
    match open.pop() {
        Some(opening) => closing(language, opening),
        None if follows_digit(signs, at) => '"',
        None => quotes[0].1,
    }
}

/// English `'` outside a word: a quote where another one closes it, else an apostrophe
/// (workers', '90s).
fn single(signs: &[Sign], at: usize, open: &mut Vec<char>) -> char {
    if can_open(signs, at) && starts_quotation(signs, at) {
        open.push('‘');
        return '‘';
    }
    let beside_word =
        [before(signs, at), after(signs, at)].into_iter().flatten().any(char::is_alphanumeric);
    if !beside_word && !can_close(signs, at) {
        return '\'';
    }
    close(APOSTROPHE, open);
    APOSTROPHE
}

/// A letter follows, and a closing sign somewhere after it.
fn starts_quotation(signs: &[Sign], at: usize) -> bool {
    let closes = |end: usize| {
        matches!(signs[end].c, '\'' | APOSTROPHE)
            && !signs[end].fixed
            && !within_word(signs, end)
            && can_close(signs, end)
    };
    after(signs, at).is_some_and(char::is_alphabetic) && (at + 2..signs.len()).any(closes)
}

/// A quote that somebody chose: it stays, and opens or closes for those after it.
fn chosen(language: Language, c: char, open: &mut Vec<char>) -> char {
    match c {
        '“' if language != Language::En && open.last() == Some(&'„') => close(c, open),
        '«' | '„' | '“' | '‘' => open.push(c),
        _ => close(c, open),
    }
    c
}

fn close(c: char, open: &mut Vec<char>) {
    let matching = |opening: &mut char| {
        matches!((*opening, c), ('«', '»') | ('„', '“' | '”') | ('“', '”') | ('‘', APOSTROPHE))
    };
    open.pop_if(matching);
}

/// In an English text “ opens, whatever it would close elsewhere.
fn closing(language: Language, opening: char) -> char {
    match opening {
        '«' => '»',
        '„' if language != Language::En => '“',
        '‘' => '’',
        _ => '”',
    }
}

fn can_open(signs: &[Sign], at: usize) -> bool {
    let (before, after) = (before(signs, at), after(signs, at));
    let room_before =
        before.is_none_or(|c| c.is_whitespace() || is_dash(c) || matches!(c, '(' | '[' | '/'));
    match after {
        Some(c) => room_before && !c.is_whitespace() && !is_stop(c),
        None => before.is_some_and(char::is_whitespace),
    }
}

fn can_close(signs: &[Sign], at: usize) -> bool {
    let (before, after) = (before(signs, at), after(signs, at));
    let room_after = after.is_none_or(|c| c.is_whitespace() || is_dash(c) || is_stop(c));
    match before {
        Some(c) => room_after && !c.is_whitespace() && !matches!(c, '(' | '['),
        None => room_after && after.is_some(),
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '/')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '„' | '“' | '”') || is_typed_apostrophe(c)
}

/// The nearest character before that is no quote.
fn before(signs: &[Sign], at: usize) -> Option<char> {
    signs[..at].iter().rev().map(|sign| sign.c).find(|c| !is_quote(*c))
}

/// The nearest character after that is no quote.
fn after(signs: &[Sign], at: usize) -> Option<char> {
    signs[at + 1..].iter().map(|sign| sign.c).find(|c| !is_quote(*c))
}

fn within_word(signs: &[Sign], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| signs[before].c.is_alphanumeric());
    before && signs.get(at + 1).is_some_and(|after| after.c.is_alphabetic())
}

fn follows_digit(signs: &[Sign], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| signs[before].c.is_numeric())
}
