//! The language of a text, told from its letters.

use crate::Language;

/// A text is one language's when this many letters speak for it for each that speaks against.
const CERTAIN: usize = 4;

/// The language that the letters are: і ї є ґ are Ukrainian, ы э ъ ё Russian, Latin letters
/// English. None when they are none of these, or speak for two.
pub fn language(text: &str) -> Option<Language> {
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let latin = count(|c| c.is_ascii_alphabetic());
    let cyrillic = count(|c| matches!(c, '\u{400}'..='\u{52f}'));
    let ukrainian = count(|c| "іїєґІЇЄҐ".contains(c));
    let russian = count(|c| "ыэъёЫЭЪЁ".contains(c));
    if latin > cyrillic * CERTAIN {
        return Some(Language::En);
    }
    if latin >= cyrillic {
        return None;
    }
    match (ukrainian, russian) {
        (uk, ru) if uk > ru * CERTAIN => Some(Language::Uk),
        (uk, ru) if ru > uk * CERTAIN => Some(Language::Ru),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_only_one_language_has_name_it() {
        assert_eq!(language("Київ отримає нові трамваї"), Some(Language::Uk));
        assert_eq!(language("Киев получит новые трамваи"), Some(Language::Ru));
        assert_eq!(language("Kyiv gets new trams"), Some(Language::En));
    }

    #[test]
    fn a_few_foreign_words_do_not_count() {
        assert_eq!(language("Київ купив потяги Škoda й електробуси Solaris"), Some(Language::Uk));
        assert_eq!(
            language("He called it «Крим», and left the stage at once."),
            Some(Language::En)
        );
    }

    #[test]
    fn letters_that_speak_for_none_or_for_two_name_no_language() {
        for text in ["", "2025", "Контекст", "Київ — ы ы ы", "Kyiv Київ"] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}
