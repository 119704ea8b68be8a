//! Which form of a noun a number asks for.

use crate::Language;

/// The plural categories of whole numbers in our three languages (names of CLDR).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Plural {
    /// 1 view; 1, 21, 101 перегляд.
    One,
    /// 2–4, 22–24… перегляди; English has none.
    Few,
    /// 0, 5–20, 25… переглядів; English has none.
    Many,
    /// English, all but one.
    Other,
}

/// The category of a whole number by the rules of CLDR 48.
pub fn plural(language: Language, n: u64) -> Plural {
    match language {
        Language::En if n == 1 => Plural::One,
        Language::En => Plural::Other,
        Language::Uk | Language::Ru => match (n % 10, n % 100) {
            (_, 11..=14) => Plural::Many,
            (1, _) => Plural::One,
            (2..=4, _) => Plural::Few,
            _ => Plural::Many,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slavic_numbers_take_one_few_or_many_by_their_last_digits() {
        for language in [Language::Uk, Language::Ru] {
            for n in [1, 21, 101, 30_201] {
                assert_eq!(plural(language, n), Plural::One, "{n}");
            }
            for n in [2, 4, 22, 104, 30_202] {
                assert_eq!(plural(language, n), Plural::Few, "{n}");
            }
            for n in [0, 5, 11, 12, 14, 20, 111, 30_209] {
                assert_eq!(plural(language, n), Plural::Many, "{n}");
            }
        }
    }

    #[test]
    fn english_knows_one_and_the_rest() {
        assert_eq!(plural(Language::En, 1), Plural::One);
        for n in [0, 2, 11, 21] {
            assert_eq!(plural(Language::En, n), Plural::Other, "{n}");
        }
    }
}
