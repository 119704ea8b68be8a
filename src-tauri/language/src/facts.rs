//! The facts of a text whose change a translation must follow: numbers, dates, names, currencies,
//! denials, quotes.
//!
//! Keys are neutral to the language, so that «1,5 млн», "1.5 million" and «полтора» can be told
//! apart or recognised. What cannot be recognised across languages is left out: a missed
//! agreement costs nothing, a false contradiction makes a translator give a reason for nothing.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use ts_rs::TS;

use crate::{Language, fold::search_key};

mod currency;
mod date;
mod decimal;
mod ending;
mod name;
mod negation;
mod number;
mod numeral;
mod pairs;
mod quote;
mod rewrite;
mod scan;
mod skeleton;
mod successor;
#[cfg(test)]
mod tests;
mod token;

use name::{Name, sure_names};
use scan::Scan;

pub use pairs::pairs;
pub use rewrite::{Rewrite, rewrite};
pub use successor::successors;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    Number,
    Date,
    Name,
    Currency,
    Negation,
    Quote,
}

/// A fact of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub kind: FactKind,
    /// The same in every language for the same fact: `1500000`, `26%`, `15:30`, `01-20`,
    /// `month:1`, `weekday:1`, `UAH`, `not`. A name's key lists alternatives, joined by `|`: two
    /// names agree when they share one. A quote's key is its folded text.
    pub key: String,
    /// As it is written.
    pub text: String,
}

impl Fact {
    /// Whether two facts are the same, in one language or two.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self.kind, other.kind) {
            (FactKind::Name, FactKind::Name) => {
                self.key.split('|').any(|key| other.key.split('|').any(|its| its == key))
            }
            _ => self.kind == other.kind && self.key == other.key,
        }
    }
}

/// The facts of a text in its order, names and quotes after the others. A capital at the start of
/// a sentence makes a name only of a known place, of a surname by its ending, and of a word that
/// has its capital elsewhere in the text, too.
pub fn facts(language: Language, text: &str) -> Vec<Fact> {
    let scan = Scan::new(language, text);
    let mut facts = scan.facts();
    facts.extend(sure_names(scan.names()).iter().map(Name::fact));
    facts.extend(quote::quotes(text));
    facts
}

/// The facts of the original's `old` text that are gone from its `new` text while a translation
/// still carries them: what makes "still right" wrong. A fact that stands in `new` as often as in
/// `old` is not gone. A denial that came or went counts when the translation did not follow.
pub fn kept(
    original_language: Language,
    old: &str,
    new: &str,
    translation_language: Language,
    translation: &str,
) -> Vec<Fact> {
    let old = Scan::new(original_language, old);
    let new = Scan::new(original_language, new);
    let translation = Scan::new(translation_language, translation);
    let (before, after, carried) = (old.facts(), new.facts(), translation.facts());
    let mut kept = kept_values(&before, &after, &carried);
    kept.extend(kept_denial(&before, &after, &carried));
    kept.extend(kept_names(&old, &new, &translation));
    kept
}

/// The facts in which two texts of one language differ, those of the old text first: what forbids
/// to call a change silent. A name is the same in every case form.
pub fn changed(language: Language, old: &str, new: &str) -> Vec<Fact> {
    let scans = [Scan::new(language, old), Scan::new(language, new)];
    let [before, after] = [&scans[0], &scans[1]].map(Scan::facts);
    let mut changed = surplus(&before, &after);
    changed.extend(surplus(&after, &before));
    changed.extend(lost_names(&scans[0], &scans[1]));
    changed.extend(lost_names(&scans[1], &scans[0]));
    let [before, after] = [old, new].map(quote::quotes);
    changed.extend(surplus(&before, &after));
    changed.extend(surplus(&after, &before));
    changed
}

/// Sure names of one text that no word of the other agrees with.
fn lost_names(from: &Scan<'_>, other: &Scan<'_>) -> Vec<Fact> {
    let words = other.word_keys();
    let names = sure_names(from.names());
    names.iter().filter(|name| !name.agrees(&words)).map(Name::fact).collect()
}

fn counts(facts: &[Fact]) -> HashMap<(FactKind, &str), usize> {
    let mut counts = HashMap::new();
    for fact in facts {
        *counts.entry((fact.kind, fact.key.as_str())).or_default() += 1;
    }
    counts
}

/// Facts that stand more often in one list than in the other, one of each.
fn surplus(facts: &[Fact], others: &[Fact]) -> Vec<Fact> {
    let (ours, theirs) = (counts(facts), counts(others));
    let count = |counts: &HashMap<_, usize>, fact: &Fact| -> usize {
        counts.get(&(fact.kind, fact.key.as_str())).copied().unwrap_or(0)
    };
    let mut seen = BTreeSet::new();
    facts
        .iter()
        .filter(|fact| count(&ours, fact) > count(&theirs, fact))
        .filter(|fact| seen.insert((fact.kind, fact.key.clone())))
        .cloned()
        .collect()
}

/// Numbers, dates and currencies that the new text has fewer of than the old one and than the
/// translation.
fn kept_values(before: &[Fact], after: &[Fact], carried: &[Fact]) -> Vec<Fact> {
    let standing = |fact: &Fact| after.iter().filter(|its| its.key == fact.key).count();
    surplus(before, after)
        .into_iter()
        .filter(|fact| fact.kind != FactKind::Negation)
        .filter(|fact| carried.iter().filter(|its| carries(its, fact)).count() > standing(fact))
        .collect()
}

/// A day carries its month, too.
fn carries(fact: &Fact, wanted: &Fact) -> bool {
    if fact.kind == wanted.kind && fact.key == wanted.key {
        return true;
    }
    let month = wanted.key.strip_prefix("month:").and_then(|month| month.parse::<u8>().ok());
    month.is_some_and(|month| {
        fact.kind == FactKind::Date && fact.key.starts_with(&format!("{month:02}-"))
    })
}

/// A denial that came or went while the translation stands as before.
fn kept_denial(before: &[Fact], after: &[Fact], carried: &[Fact]) -> Option<Fact> {
    let denials = |facts: &[Fact]| {
        facts.iter().filter(|fact| fact.kind == FactKind::Negation).cloned().collect::<Vec<_>>()
    };
    let (before, after, carried) = (denials(before), denials(after), denials(carried));
    let stands = match (before.len(), after.len()) {
        (old, new) if old == new => false,
        (_, 0) => !carried.is_empty(),
        (old, _) => carried.len() == old,
    };
    let fact = if before.len() > after.len() { before.first() } else { after.first() };
    fact.filter(|_| stands).cloned()
}

/// Names gone from the original that the translation still has. The first word of a sentence
/// counts when the translation has a name that agrees with it.
fn kept_names(old: &Scan<'_>, new: &Scan<'_>, translation: &Scan<'_>) -> Vec<Fact> {
    let words = new.word_keys();
    let carried: BTreeSet<String> =
        translation.names().into_iter().flat_map(|name| name.keys).collect();
    let mut seen = BTreeSet::new();
    old.names()
        .iter()
        .filter(|name| !name.agrees(&words) && name.agrees(&carried))
        .filter(|name| seen.insert(search_key(name.text)))
        .map(Name::fact)
        .collect()
}
