//! The order of names in lists, by the alphabet of the reader's language.

use std::{cmp::Ordering, sync::LazyLock};

use icu_collator::{CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use icu_locale_core::{Locale, locale};

use crate::{Language, fold::search_key};

static UK: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator(locale!("uk")));
static EN: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator(locale!("en")));
static RU: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator(locale!("ru")));

/// Which of two names stands first in a list of `language` (CLDR collation). Equal only when the
/// collator finds no difference at all.
pub fn compare(language: Language, a: &str, b: &str) -> Ordering {
    let collator = match language {
        Language::Uk => &UK,
        Language::En => &EN,
        Language::Ru => &RU,
    };
    match collator.as_ref() {
        Some(collator) => collator.compare(a, b),
        None => search_key(a).cmp(&search_key(b)),
    }
}

fn collator(locale: Locale) -> Option<CollatorBorrowed<'static>> {
    CollatorBorrowed::try_new(CollatorPreferences::from(locale), CollatorOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, names: &str) -> String {
        let mut names: Vec<&str> = names.split(' ').collect();
        names.sort_by(|a, b| compare(language, a, b));
        names.join(" ")
    }

    #[test]
    fn every_language_has_its_collator() {
        for collator in [&UK, &EN, &RU] {
            assert!(collator.is_some());
        }
    }

    #[test]
    fn ukrainian_letters_stand_where_the_alphabet_has_them() {
        assert_eq!(
            sorted(Language::Uk, "Єрмак Іваненко Їжак Гнатюк Жук Йосипенко Ґудзь"),
            "Гнатюк Ґудзь Єрмак Жук Іваненко Їжак Йосипенко"
        );
    }

    #[test]
    fn case_and_accents_come_after_letters() {
        assert_eq!(sorted(Language::En, "Zoe adam Élan Eve Adam"), "adam Adam Élan Eve Zoe");
        assert_eq!(sorted(Language::Ru, "Ёлкин Жуков Ельцин Егоров"), "Егоров Ёлкин Ельцин Жуков");
    }
}
