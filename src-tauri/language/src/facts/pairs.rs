//! The facts of a text beside those of its translation.

use super::{
    Fact, FactKind,
    name::{Name, sure_names},
    scan::Scan,
};
use crate::Language;

/// The facts of two texts in two languages, each fact once, in the original's order; what only the
/// translation says comes last. A fact without a partner stands alone. Quotes are left out: their
/// words have no key that is the same in every language.
pub fn pairs(
    original: (Language, &str),
    translation: (Language, &str),
) -> Vec<(Option<Fact>, Option<Fact>)> {
    let [original, translation] = [original, translation].map(|(language, text)| {
        let scan = Scan::new(language, text);
        Said {
            sure: distinct(sure(&scan)),
            possible: scan.names().iter().map(Name::fact).collect(),
        }
    });
    let mut pairs: Vec<_> = original
        .sure
        .iter()
        .map(|fact| (Some(fact.clone()), translation.partner(fact).cloned()))
        .collect();
    let alone = translation.sure.into_iter().filter_map(|fact| match original.partner(&fact) {
        // The original says it in its first word, where a capital alone makes no name.
        Some(partner) if !original.sure.contains(partner) => {
            Some((Some(partner.clone()), Some(fact)))
        }
        Some(_) => None,
        None => Some((None, Some(fact))),
    });
    pairs.extend(alone);
    pairs
}

struct Said {
    sure: Vec<Fact>,
    /// What may be a name, if the other text has it, too.
    possible: Vec<Fact>,
}

impl Said {
    fn partner(&self, fact: &Fact) -> Option<&Fact> {
        let possible = self.possible.iter().filter(|_| fact.kind == FactKind::Name);
        self.sure.iter().chain(possible).find(|other| other.agrees(fact))
    }
}

fn sure(scan: &Scan<'_>) -> Vec<Fact> {
    let mut facts = scan.facts();
    facts.extend(sure_names(scan.names()).iter().map(Name::fact));
    facts
}

fn distinct(facts: Vec<Fact>) -> Vec<Fact> {
    let mut distinct: Vec<Fact> = Vec::new();
    for fact in facts {
        if !distinct.iter().any(|other| other.agrees(&fact)) {
            distinct.push(fact);
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Uk};

    fn written(original: &str, translation: &str) -> Vec<(String, String)> {
        let pairs = pairs((Uk, original), (En, translation)).into_iter();
        let text = |fact: Option<Fact>| fact.map_or("–".to_owned(), |fact| fact.text);
        pairs.map(|(original, translation)| (text(original), text(translation))).collect()
    }

    fn expected(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn facts_that_agree_stand_beside_each_other_and_others_alone() {
        assert_eq!(
            written(
                "Загинуло 14 людей 20 січня, сказав міністр Умєров.",
                "12 people were killed on January 20, Umerov said.",
            ),
            expected(&[("14", "–"), ("20 січня", "January 20"), ("Умєров", "Umerov"), ("–", "12")]),
        );
    }

    #[test]
    fn a_fact_that_is_said_twice_is_one_fact() {
        assert_eq!(
            written(
                "У Харкові 5 поранених, з них 5 дітей. Мер Харкова підтвердив.",
                "In Kharkiv 5 were wounded, all of them children.",
            ),
            expected(&[("5", "5"), ("Харкові", "Kharkiv")]),
        );
    }

    #[test]
    fn a_name_at_the_start_of_a_sentence_is_the_partner_of_a_sure_one() {
        assert_eq!(
            written("Про це сказав Рютте.", "Rutte said so."),
            expected(&[("Рютте", "Rutte")])
        );
    }
}
