//! Which fact came in the place of one that is gone.

use std::ops::Range;

use shpalta_text::diff::{self, Change};

use super::{Fact, FactKind, scan::Scan, surplus};
use crate::Language;

/// Numbers and dates of the old text that are gone from the new one, each with the one that came
/// in its place: the only one of its kind that came, or else the only one in the phrase that
/// replaced its phrase. A fact without such a successor is left out.
pub fn successors(language: Language, old: &str, new: &str) -> Vec<(Fact, Fact)> {
    let [before, after] = [old, new].map(|text| Scan::new(language, text).located());
    let phrases = replaced(old, new);
    let mut found = Vec::new();
    for kind in [FactKind::Number, FactKind::Date] {
        let gone = surplus_of(kind, &before, &after);
        let came = surplus_of(kind, &after, &before);
        if let ([(gone, _)], [(came, _)]) = (&gone[..], &came[..]) {
            found.push((gone.clone(), came.clone()));
            continue;
        }
        for (removed, added) in &phrases {
            let inside = |facts: &[(Fact, Range<usize>)], phrase: &Range<usize>| {
                let mut inside = facts.iter().filter(|(_, place)| overlap(place, phrase));
                inside.next().filter(|_| inside.next().is_none()).map(|(fact, _)| fact.clone())
            };
            found.extend(inside(&gone, removed).zip(inside(&came, added)));
        }
    }
    found
}

/// Facts of a kind that stand more often in one text than in the other, wherever they stand.
fn surplus_of(
    kind: FactKind,
    ours: &[(Fact, Range<usize>)],
    theirs: &[(Fact, Range<usize>)],
) -> Vec<(Fact, Range<usize>)> {
    let of_kind = |facts: &[(Fact, Range<usize>)]| -> Vec<Fact> {
        facts.iter().filter(|(fact, _)| fact.kind == kind).map(|(fact, _)| fact.clone()).collect()
    };
    let more = surplus(&of_kind(ours), &of_kind(theirs));
    let is_more = |fact: &Fact| more.iter().any(|more| more.agrees(fact));
    ours.iter().filter(|(fact, _)| is_more(fact)).cloned().collect()
}

/// The bytes of each phrase that was replaced, and of what replaced it.
fn replaced(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let runs = diff::words(old, new);
    let (mut old_at, mut new_at) = (0, 0);
    let mut phrases = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let length = run.text.len();
        match run.change {
            Change::Kept => (old_at, new_at) = (old_at + length, new_at + length),
            Change::Removed => {
                if let Some(next) = runs.get(at + 1).filter(|next| next.change == Change::Added) {
                    let added = new_at..new_at + next.text.len();
                    phrases.push((old_at..old_at + length, added));
                }
                old_at += length;
            }
            Change::Added => new_at += length,
        }
    }
    phrases
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Uk};

    fn found(language: Language, old: &str, new: &str) -> Vec<(String, String)> {
        let pairs = successors(language, old, new).into_iter();
        pairs.map(|(gone, came)| (gone.text, came.text)).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn the_only_one_that_came_is_the_successor() {
        let (old, new) = ("Загинули 12 людей 20 січня.", "Загинуло 14 людей 21 січня.");
        assert_eq!(found(Uk, old, new), pairs(&[("12", "14"), ("20 січня", "21 січня")]));
    }

    #[test]
    fn of_several_each_has_the_one_in_its_place() {
        let (old, new) = ("12 killed, 5 wounded, 3 missing.", "14 killed, 6 wounded, 3 missing.");
        assert_eq!(found(En, old, new), pairs(&[("12", "14"), ("5", "6")]));
    }

    #[test]
    fn what_has_no_successor_or_several_has_none() {
        assert_eq!(found(En, "12 people were killed.", "People were killed."), []);
        assert_eq!(found(En, "12 people were killed.", "2 or 3 people were killed."), []);
    }
}
