//! Parts of a line: words that may be in another language than their page, and dates.

use serde::Serialize;
use shpalta_language::{Language, letters, typography};
use shpalta_newsroom::names::Spelt;

use super::Moment;

/// Words, and their language where it is not the page's.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Marked {
    pub text: String,
    lang: Option<&'static str>,
}

impl Marked {
    /// A name on a page in a language.
    pub fn name(page: Language, spelt: &Spelt) -> Self {
        Self::new(page, spelling(spelt), Some(spelt.language))
    }

    /// A text that somebody gave in a language that they did not say: its letters tell it, or
    /// nothing does.
    pub fn note(page: Language, note: &str) -> Self {
        let language = letters::language(note);
        Self::new(page, typography::polish(language.unwrap_or(page), note), language)
    }

    fn new(page: Language, text: String, language: Option<Language>) -> Self {
        Self { text, lang: language.filter(|language| *language != page).map(Language::code) }
    }
}

/// A name as it is printed.
pub(super) fn spelling(spelt: &Spelt) -> String {
    typography::polish(spelt.language, &spelt.name)
}

/// A line with a moment in it.
#[derive(Serialize)]
pub(super) struct Dated {
    before: String,
    moment: Moment,
    after: String,
}

impl Dated {
    /// The line that shows the stamp of a moment.
    pub fn new(line: &str, moment: Moment) -> Self {
        let (before, after) = line.split_once(&moment.stamp).unwrap_or((line, ""));
        Self { before: before.to_owned(), after: after.trim_end().to_owned(), moment }
    }

    /// The line itself.
    pub fn line(&self) -> String {
        [self.before.as_str(), &self.moment.stamp, &self.after].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_another_language_are_marked() {
        use Language::{En, Uk};
        let spelt = |language| Spelt { name: "Соня".to_owned(), language };
        assert_eq!(Marked::name(Uk, &spelt(Uk)).lang, None);
        assert_eq!(Marked::name(En, &spelt(Uk)).lang, Some("uk"));
        let spelt = Spelt { name: "Дем'ян".to_owned(), language: Uk };
        assert_eq!(Marked::name(Uk, &spelt).text, "Дем’ян");
    }

    #[test]
    fn the_letters_of_a_note_tell_its_language_or_nothing_does() {
        use Language::{En, Ru, Uk};
        let lang = |page, note| Marked::note(page, note).lang;
        assert_eq!(lang(En, "Перевіряємо дату"), Some("uk"));
        assert_eq!(lang(Uk, "Перевіряємо дату"), None);
        assert_eq!(lang(Uk, "We are checking the date"), Some("en"));
        assert_eq!(lang(Uk, "Мы проверяем дату"), Some("ru"));
        assert_eq!(lang(Ru, "2026"), None);
    }
}
