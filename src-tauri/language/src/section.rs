//! Section headings with a meaning: «Деталі», «Нагадаємо».

use std::collections::HashMap;
use std::sync::LazyLock;

use shpalta_text::Section;

use crate::{Language, fold::search_key};

/// Every word that opens a section; the first of a language and section is the one printed by
/// default. English prints "Background": "Recall" is a calque, known for import only.
const WORDS: [(Language, Section, &[&str]); 6] = [
    (Language::Uk, Section::Details, &["Деталі", "Подробиці"]),
    (
        Language::Uk,
        Section::Background,
        &["Нагадаємо", "Контекст", "Передісторія", "Що передувало", "Бекграунд"],
    ),
    (Language::En, Section::Details, &["Details"]),
    (
        Language::En,
        Section::Background,
        &["Background", "Recall", "Context", "What came before", "What preceded"],
    ),
    (Language::Ru, Section::Details, &["Детали", "Подробности"]),
    (
        Language::Ru,
        Section::Background,
        &["Напомним", "Контекст", "Предыстория", "Что предшествовало", "Бэкграунд"],
    ),
];

/// No heading with more characters than this opens a section; long paragraphs are asked, too.
const LONGEST: usize = 60;

/// The words as they are compared.
static KEYS: LazyLock<HashMap<(Language, String), Section>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(language, section, words)| {
        words.iter().map(|word| ((*language, search_key(word)), *section))
    });
    words.collect()
});

/// The section that a heading opens in an edition of `language`, if any. Case, typography and a
/// trailing colon or stop do not count.
pub fn section(language: Language, heading: &str) -> Option<Section> {
    if heading.chars().nth(LONGEST).is_some() {
        return None;
    }
    KEYS.get(&(language, heading_key(heading))).copied()
}

/// The word that a language prints over a section unless the newsroom chose another.
pub fn word(language: Language, section: Section) -> &'static str {
    WORDS
        .iter()
        .find(|(of, kind, _)| *of == language && *kind == section)
        .and_then(|(_, _, words)| words.first().copied())
        .unwrap_or_default()
}

/// The language and section of a heading whose language is unknown. «Контекст» is both
/// Ukrainian and Russian; the earlier language of the desk wins.
pub fn any(heading: &str) -> Option<(Language, Section)> {
    Language::ALL
        .into_iter()
        .find_map(|language| section(language, heading).map(|section| (language, section)))
}

fn heading_key(heading: &str) -> String {
    search_key(heading)
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ',' | '…' | '*' | '_'))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_opens_its_section_in_any_case_and_with_a_colon() {
        for (language, kind, words) in WORDS {
            for word in words {
                for heading in [
                    (*word).to_owned(),
                    word.to_uppercase(),
                    format!(" {}: ", word.to_lowercase()),
                    format!("**{word}.**"),
                ] {
                    assert_eq!(section(language, &heading), Some(kind), "{heading}");
                }
            }
        }
    }

    #[test]
    fn other_headings_open_no_section() {
        for heading in ["", ":", "Що кажуть", "Деталі угоди", "Background checks", "Reaction"]
        {
            assert_eq!(any(heading), None, "{heading}");
        }
        assert_eq!(section(Language::En, "Деталі"), None);
    }

    #[test]
    fn the_word_printed_by_default_is_recognised_again() {
        for language in Language::ALL {
            for kind in [Section::Details, Section::Background] {
                assert_eq!(any(word(language, kind)), Some((language, kind)));
            }
        }
        assert_eq!(word(Language::En, Section::Background), "Background");
    }
}
