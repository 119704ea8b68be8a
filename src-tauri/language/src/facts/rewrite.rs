//! Writing a changed fact into a translation, in the form that stands there.

mod amount;
mod day;

use std::collections::HashMap;
use std::ops::Range;

use super::{Fact, FactKind, scan::Scan};
use crate::Language;

/// What to replace in a text, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// Stands once in the text.
    pub from: String,
    pub to: String,
}

/// Words on each side of a fact that may be taken along so that it stands once in its text.
const MOST_WORDS: usize = 3;

/// How a text that says `gone` in digits would say `came`: with the text's own decimal sign,
/// grouping, percent sign and month. None where that is not sure: a number in words, a noun that
/// would need another form, a fact that the text says twice.
pub fn rewrite(language: Language, text: &str, gone: &Fact, came: &Fact) -> Option<Rewrite> {
    let scan = Scan::new(language, text);
    let before = scan.located();
    let mut places = before.iter().filter(|(fact, _)| fact.agrees(gone)).map(|(_, place)| place);
    let place = places.next().filter(|_| places.next().is_none())?.clone();
    let written = &text[place.clone()];
    // "20th" would need another ending.
    if written.contains('\n') || text[place.end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let to = match gone.kind {
        FactKind::Number => {
            let after = text[place.end..].strip_prefix(is_space).unwrap_or_default();
            let noun = after.starts_with(char::is_alphabetic);
            amount::written(language, written, (&gone.key, &came.key), noun)
        }
        FactKind::Date => day::written(language, written, (&gone.key, &came.key)),
        FactKind::Name | FactKind::Currency | FactKind::Negation | FactKind::Quote => None,
    }?;
    let whole = format!("{}{to}{}", &text[..place.start], &text[place.end..]);
    let after = Scan::new(language, &whole).facts();
    let before = before.into_iter().map(|(fact, _)| fact);
    if counted(after) != counted(before.map(|fact| renamed(fact, gone, came))) {
        return None;
    }
    let wide = standing_once(text, &place)?;
    let to = format!("{}{to}{}", &text[wide.start..place.start], &text[place.end..wide.end]);
    Some(Rewrite { from: text[wide].to_owned(), to })
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

fn renamed(fact: Fact, gone: &Fact, came: &Fact) -> Fact {
    if fact.agrees(gone) { came.clone() } else { fact }
}

fn counted(facts: impl IntoIterator<Item = Fact>) -> HashMap<(FactKind, String), usize> {
    let mut counted = HashMap::new();
    for fact in facts {
        *counted.entry((fact.kind, fact.key)).or_default() += 1;
    }
    counted
}

/// The place itself, or with the words around it that make it the only one of its kind.
fn standing_once(text: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let mut wide = place.clone();
    let mut words = 0;
    while text.matches(&text[wide.clone()]).count() != 1 {
        let line_end = text[wide.end..].find('\n').map_or(text.len(), |at| wide.end + at);
        let right = word_after(&text[wide.end..line_end]);
        let line_start = text[..wide.start].rfind('\n').map_or(0, |at| at + 1);
        let left = word_before(&text[line_start..wide.start]);
        match (right, left) {
            _ if words == 2 * MOST_WORDS => return None,
            (Some(length), _) if words < MOST_WORDS => wide.end += length,
            (_, Some(length)) => wide.start -= length,
            (_, None) => return None,
        }
        words += 1;
    }
    Some(wide)
}

/// Bytes up to the end of the next word.
fn word_after(text: &str) -> Option<usize> {
    let start = text.find(|c: char| !c.is_whitespace())?;
    let length = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
    Some(start + length)
}

/// Bytes back to the start of the word before.
fn word_before(text: &str) -> Option<usize> {
    let trimmed = text.trim_end();
    let start = trimmed
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(0, char::len_utf8));
    (!trimmed.is_empty()).then(|| text.len() - start)
}

#[cfg(test)]
mod tests;
