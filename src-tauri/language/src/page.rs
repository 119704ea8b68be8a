//! The words that stand on an exported page around the story, in the page's language.
//!
//! Plain text with ordinary spaces: `typography::polish` adds the no-break ones. Clock times and
//! dates come in as the page prints them (`date::clock`, `date::stamp`).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::{
    Language,
    fold::search_key,
    number,
    plural::{Plural, plural},
    romanise,
};

/// One of three, by language.
fn of<T>(language: Language, uk: T, en: T, ru: T) -> T {
    match language {
        Language::Uk => uk,
        Language::En => en,
        Language::Ru => ru,
    }
}

/// What stands before the authors' names. Neutral in Ukrainian and Russian, so that no form of
/// «автор» has to be chosen for anybody.
pub fn byline_prefix(language: Language) -> &'static str {
    of(language, "Текст: ", "By ", "Текст: ")
}

/// What joins a name of the byline, the `index`th of `count` from 0, to the one before it. English
/// joins the last with "and".
pub fn byline_joint(language: Language, index: usize, count: usize) -> &'static str {
    match index {
        0 => "",
        _ if index + 1 == count => of(language, ", ", " and ", ", "),
        _ => ", ",
    }
}

/// The credit under an image.
pub fn photo_credit(language: Language, credit: &str) -> String {
    format!("{}{credit}", of(language, "Фото: ", "Photo: ", "Фото: "))
}

/// The views counter with its noun: «30 209 переглядів», "30,209 views".
pub fn views(language: Language, n: u64) -> String {
    let noun = match plural(language, n) {
        Plural::One => of(language, "перегляд", "view", "просмотр"),
        Plural::Few => of(language, "перегляди", "views", "просмотра"),
        Plural::Many | Plural::Other => of(language, "переглядів", "views", "просмотров"),
    };
    format!("{} {noun}", number::grouped(language, n))
}

/// The line that dates an update.
pub fn updated(language: Language, stamp: &str) -> String {
    format!("{} {stamp}", of(language, "Оновлено", "Updated", "Обновлено"))
}

/// The line of a story that is still running.
pub fn developing(language: Language) -> &'static str {
    of(language, "Новина доповнюється", "This is a developing story", "Новость дополняется")
}

/// What stands in place of the text of a flash.
pub fn more_to_follow(language: Language) -> &'static str {
    of(language, "Подробиці згодом.", "More details to follow.", "Подробности позже.")
}

/// The name of a note that says we were wrong.
pub fn correction(language: Language) -> &'static str {
    of(language, "Виправлення", "Correction", "Исправление")
}

/// The name of a note that makes something clearer.
pub fn clarification(language: Language) -> &'static str {
    of(language, "Уточнення", "Clarification", "Уточнение")
}

/// The name of a refutation (Law of Ukraine "On Media", article 43).
pub fn refutation(language: Language) -> &'static str {
    of(language, "Спростування", "Retraction", "Опровержение")
}

/// The name of an answer by right (same article).
pub fn right_of_reply(language: Language) -> &'static str {
    of(language, "Право на відповідь", "Right of reply", "Право на ответ")
}

/// A dated note: name, stamp and text, stopped as the language does.
pub fn note(language: Language, name: &str, stamp: &str, text: &str) -> String {
    let stop = of(language, ".", ":", ".");
    format!("{name}, {stamp}{stop} {text}")
}

/// The ready-made notice of a language that a correction of the original has not reached.
pub fn correction_under_way(language: Language, clock: &str) -> String {
    match language {
        Language::Uk => {
            let at = if clock.starts_with("11") { "об" } else { "о" };
            format!("Оригінал цієї новини виправлено {at} {clock}; цю версію оновлюємо.")
        }
        Language::En => format!(
            "The original of this story was corrected at {clock}. This version is being updated."
        ),
        Language::Ru => {
            format!("Оригинал этой новости исправлен в {clock}; эта версия обновляется.")
        }
    }
}

/// The notice of a withdrawn page, with the reason given to readers.
pub fn withdrawn(language: Language, reason: Option<&str>) -> String {
    let notice = of(
        language,
        "Матеріал знято з публікації.",
        "This story has been withdrawn.",
        "Материал снят с публикации.",
    );
    match reason.map(str::trim).filter(|reason| !reason.is_empty()) {
        Some(reason) => format!("{notice} {reason}"),
        None => notice.to_owned(),
    }
}

/// The notice of a page held while facts are checked.
pub fn held(language: Language) -> &'static str {
    of(
        language,
        "Матеріал тимчасово знято: редакція перевіряє факти.",
        "This story has been taken down while we check the facts.",
        "Материал временно снят: редакция проверяет факты.",
    )
}

/// The heading over other stories. "Read also" would be a calque.
pub fn related(language: Language) -> &'static str {
    of(language, "Читайте також", "Related", "Читайте также")
}

/// The heading and link of the list of news.
pub fn latest(language: Language) -> &'static str {
    of(language, "Останні новини", "Latest news", "Последние новости")
}

/// The link to the front page.
pub fn home(language: Language) -> &'static str {
    of(language, "Головна", "Home", "Главная")
}

/// What stands where a page used to be …
pub fn moved(language: Language) -> &'static str {
    of(language, "Сторінку перенесено", "This page has moved", "Страница перенесена")
}

/// … and the link to where it is now.
pub fn go_to_new_address(language: Language) -> &'static str {
    of(language, "Перейти на нову адресу", "Go to its new address", "Перейти на новый адрес")
}

/// The label of a story's section.
pub fn section_label(language: Language) -> &'static str {
    of(language, "Рубрика", "Section", "Рубрика")
}

/// A story's section as a page names it: one of the usual sections in the page's own word, any
/// other as it was given, and only in the language that it was given in.
pub fn section_name(language: Language, original: Language, section: &str) -> Option<&str> {
    match usual_section(original, section) {
        Some(rubric) => Some(rubric.name(language)),
        None => (language == original).then_some(section),
    }
}

/// What a section's page goes by, given its name in a language: ASCII words joined by hyphens, the
/// same in every language for the usual sections.
pub fn section_key(language: Language, section: &str) -> String {
    let usual = usual_section(language, section);
    usual.map_or_else(|| romanise::key(section, language), |rubric| rubric.key.to_owned())
}

/// The usual section of a name in a language.
fn usual_section(language: Language, name: &str) -> Option<&'static Rubric> {
    static USUAL: LazyLock<HashMap<(Language, String), &Rubric>> = LazyLock::new(|| {
        let rubrics = Language::ALL.into_iter().flat_map(|language| {
            rubrics().iter().map(move |one| ((language, search_key(one.name(language))), one))
        });
        rubrics.collect()
    });
    USUAL.get(&(language, search_key(name))).copied()
}

/// The spoken name of the list of sections.
pub fn sections(language: Language) -> &'static str {
    of(language, "Рубрики", "Sections", "Рубрики")
}

/// The heading and link of the list of corrections.
pub fn corrections(language: Language) -> &'static str {
    of(
        language,
        "Виправлення й уточнення",
        "Corrections and clarifications",
        "Исправления и уточнения",
    )
}

/// What a list says that has nothing in it …
pub fn no_stories(language: Language) -> &'static str {
    of(language, "Новин поки немає.", "There are no stories yet.", "Новостей пока нет.")
}

/// … and that of corrections.
pub fn no_corrections(language: Language) -> &'static str {
    of(
        language,
        "Виправлень поки не було.",
        "Nothing has been corrected so far.",
        "Исправлений пока не было.",
    )
}

/// The spoken name of the links between the parts of a long list.
pub fn pager(language: Language) -> &'static str {
    of(language, "Сторінки списку", "Pages of the list", "Страницы списка")
}

/// The link to the part of a list that is newer …
pub fn newer(language: Language) -> &'static str {
    of(language, "Новіші матеріали", "Newer stories", "Более новые материалы")
}

/// … and to the older one.
pub fn older(language: Language) -> &'static str {
    of(language, "Раніші матеріали", "Older stories", "Более ранние материалы")
}

/// The title of a part of a long list; parts are counted from the oldest.
pub fn part(language: Language, heading: &str, number: usize) -> String {
    let word = of(language, "сторінка", "page", "страница");
    format!("{heading}, {word} {number}")
}

/// The label of a story's tags.
pub fn tags_label(language: Language) -> &'static str {
    of(language, "Теги", "Tags", "Теги")
}

/// The first link of a page, for the keyboard.
pub fn skip(language: Language) -> &'static str {
    of(language, "Перейти до тексту", "Skip to content", "Перейти к тексту")
}

/// What stands on paper above a page whose text was not approved.
pub fn draft(language: Language) -> &'static str {
    of(
        language,
        "Чернетка: цей текст не затверджено",
        "Draft: this text is not approved",
        "Черновик: этот текст не утвержден",
    )
}

/// What stands behind the words of a link to a page that is not in the reader's language.
pub fn in_ukrainian(language: Language) -> &'static str {
    of(language, "(українською)", "(in Ukrainian)", "(на украинском языке)")
}

/// The spoken name of the language switch.
pub fn language_switch(language: Language) -> &'static str {
    of(language, "Мова", "Language", "Язык")
}

/// A language's own name for itself: what the switch shows on every page.
pub fn language_name(language: Language) -> &'static str {
    of(language, "Українська", "English", "Русский")
}

/// The notice of a page that does not exist in its language.
pub fn not_in_this_language(language: Language) -> &'static str {
    of(
        language,
        "Цієї новини немає українською.",
        "This story is not available in English.",
        "Этой новости нет на русском.",
    )
}

/// The spoken name of the authors' part of a page.
pub fn author_label(language: Language) -> &'static str {
    of(language, "Автори", "Authors", "Авторы")
}

/// The name of a section in the three languages, with its page address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rubric {
    /// ASCII, lower case; the same in every language.
    pub key: &'static str,
    pub uk: &'static str,
    pub en: &'static str,
    pub ru: &'static str,
}

impl Rubric {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &'static str {
        of(language, self.uk, self.en, self.ru)
    }
}

/// The sections that a new newsroom starts with.
pub fn rubrics() -> &'static [Rubric] {
    const RUBRICS: [Rubric; 11] = [
        rubric("war", "Війна", "War", "Война"),
        rubric("politics", "Політика", "Politics", "Политика"),
        rubric("economy", "Економіка", "Economy", "Экономика"),
        rubric("society", "Суспільство", "Society", "Общество"),
        rubric("world", "Світ", "World", "Мир"),
        rubric("kyiv", "Київ", "Kyiv", "Киев"),
        rubric("incidents", "Надзвичайні події", "Incidents", "Происшествия"),
        rubric("health", "Здоров’я", "Health", "Здоровье"),
        rubric("culture", "Культура", "Culture", "Культура"),
        rubric("sports", "Спорт", "Sports", "Спорт"),
        rubric("technology", "Технології", "Technology", "Технологии"),
    ];
    &RUBRICS
}

const fn rubric(key: &'static str, uk: &'static str, en: &'static str, ru: &'static str) -> Rubric {
    Rubric { key, uk, en, ru }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_agree_with_their_number() {
        assert_eq!(views(Language::Uk, 30_209), "30\u{a0}209 переглядів");
        assert_eq!(views(Language::Uk, 30_201), "30\u{a0}201 перегляд");
        assert_eq!(views(Language::Uk, 3), "3 перегляди");
        assert_eq!(views(Language::Ru, 30_202), "30\u{a0}202 просмотра");
        assert_eq!(views(Language::Ru, 30_209), "30\u{a0}209 просмотров");
        assert_eq!(views(Language::En, 1), "1 view");
        assert_eq!(views(Language::En, 30_209), "30,209 views");
    }

    #[test]
    fn a_byline_joins_its_names_as_the_language_does() {
        let joints = |language, count| -> Vec<_> {
            (0..count).map(|index| byline_joint(language, index, count)).collect()
        };
        assert_eq!(joints(Language::En, 3), ["", ", ", " and "]);
        assert_eq!(joints(Language::En, 2), ["", " and "]);
        assert_eq!(joints(Language::Uk, 3), ["", ", ", ", "]);
        assert_eq!(joints(Language::Ru, 1), [""]);
    }

    #[test]
    fn notices_speak_the_language_of_their_page() {
        assert_eq!(
            correction_under_way(Language::Uk, "12:40"),
            "Оригінал цієї новини виправлено о 12:40; цю версію оновлюємо."
        );
        assert!(correction_under_way(Language::Uk, "11:05").contains("виправлено об 11:05;"));
        assert_eq!(
            withdrawn(Language::En, Some("The source was wrong.")),
            "This story has been withdrawn. The source was wrong."
        );
        assert_eq!(withdrawn(Language::Ru, Some(" ")), "Материал снят с публикации.");
        assert_eq!(
            note(Language::En, correction(Language::En), "January 20, 2025", "It is 2026."),
            "Correction, January 20, 2025: It is 2026."
        );
        assert_eq!(
            note(Language::Uk, correction(Language::Uk), "20 січня 2025", "Правильно – 2026."),
            "Виправлення, 20 січня 2025. Правильно – 2026."
        );
    }

    #[test]
    fn a_usual_section_has_each_languages_word_and_another_stays_at_home() {
        use Language::{En, Ru, Uk};
        assert_eq!(section_name(En, Uk, "суспільство"), Some("Society"));
        assert_eq!(section_name(Ru, Uk, "Здоров'я"), Some("Здоровье"));
        assert_eq!(section_name(Uk, En, "World"), Some("Світ"));
        assert_eq!(section_name(Uk, Uk, "Дача і город"), Some("Дача і город"));
        assert_eq!(section_name(En, Uk, "Дача і город"), None);
        assert_eq!(section_name(En, Uk, "Society"), None);
    }

    #[test]
    fn each_default_section_has_a_name_in_each_language() {
        for rubric in rubrics() {
            assert!(rubric.key.chars().all(|c| c.is_ascii_lowercase()));
            for language in Language::ALL {
                assert!(!rubric.name(language).is_empty());
            }
        }
    }
}
