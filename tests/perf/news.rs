//! The stories of a large site, as the newsroom takes them in and as other programs read them.

use std::fmt::Write;

use shpalta_language::date::{self, When};
use shpalta_language::{Language, page};

use crate::text;

/// Paragraphs of each text.
const PARAGRAPHS: usize = 8;

/// Who writes: the name in each language, and what it goes by in addresses.
pub const AUTHORS: [([&str; 3], &str); 4] = [
    (["Олена Коваль", "Olena Koval", "Елена Коваль"], "olena-koval"),
    (["Тарас Мельник", "Taras Melnyk", "Тарас Мельник"], "taras-melnyk"),
    (["Ірина Бондар", "Iryna Bondar", "Ирина Бондарь"], "iryna-bondar"),
    (["Андрій Шевчук", "Andrii Shevchuk", "Андрей Шевчук"], "andrii-shevchuk"),
];

/// Where it happens.
pub const PLACES: [[&str; 3]; 3] =
    [["Київ", "Kyiv", "Киев"], ["Львів", "Lviv", "Львов"], ["Вінниця", "Vinnytsia", "Винница"]];

/// Who tells it; in every language by this name.
pub const SOURCE: &str = "УНП";

/// A story by its number.
#[derive(Debug, Clone, Copy)]
pub struct Story(pub usize);

impl Story {
    /// What the story goes by in addresses.
    pub fn slug(self) -> String {
        format!("story-{}", self.0)
    }

    /// The path of a language's page below the site.
    pub fn page(self, language: Language) -> String {
        format!("{}news/{}.html", folder(language), self.slug())
    }

    /// A file of one language as the newsroom takes it in.
    pub fn for_the_desk(self, language: Language) -> String {
        let mut front = self.front(language);
        let _ = writeln!(front, "slug: {}\nauthors: [{:?}]", self.slug(), self.author(language));
        let _ = writeln!(front, "dateline: {:?}", self.place(language));
        if language == Language::Uk {
            let _ = writeln!(front, "section: {:?}\ntags: {:?}", self.section(language), TAGS);
        }
        self.with_body(&front, language)
    }

    /// The same for Hugo and Eleventy, with what the newsroom finds out by itself: the words of the
    /// date, names and sections in the language, and what they go by in addresses.
    pub fn for_peers(self, language: Language) -> String {
        let mut front = self.front(language);
        let zoned = self.at().to_zoned_datetime(date::kyiv()).expect("an instant in Kyiv");
        let stamp = date::stamp(language, When::Instant(zoned.timestamp()), &date::kyiv());
        let fields = [
            ("moment", zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
            ("mail", zoned.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()),
            ("stamp", stamp),
            ("key", self.slug()),
            ("language", language.code().to_owned()),
            ("layout", "article.njk".to_owned()),
            ("permalink", self.page(language)),
            ("dateline", self.place(language).to_owned()),
            ("source", SOURCE.to_owned()),
        ];
        for (key, value) in fields {
            let _ = writeln!(front, "{key}: {value:?}");
        }
        let lists = [
            ("rubrics", self.section(language)),
            ("rubric_keys", SECTIONS[self.0 % SECTIONS.len()]),
            ("authors", self.author(language)),
            ("author_keys", AUTHORS[self.0 % AUTHORS.len()].1),
        ];
        for (key, value) in lists {
            let _ = writeln!(front, "{key}: [{value:?}]");
        }
        if language == Language::Uk {
            let _ = writeln!(front, "words: {TAGS:?}");
        }
        self.with_body(&front, language)
    }

    /// What every program is told.
    fn front(self, language: Language) -> String {
        let number = self.0;
        let (headline, lead) = match language {
            Language::Uk => ("Потяги до Вінниці", "Розклад руху"),
            Language::En => ("Trains to Vinnytsia", "The timetable"),
            Language::Ru => ("Поезда в Винницу", "Расписание движения"),
        };
        let at = self.at().strftime("%Y-%m-%dT%H:%M:%S");
        let zone =
            self.at().to_zoned_datetime(date::kyiv()).expect("an instant in Kyiv").strftime("%:z");
        format!(
            "title: \"{headline}, {number}\"\ndescription: \"{lead}, {number}\"\ndate: {at}{zone}\n"
        )
    }

    fn with_body(self, front: &str, language: Language) -> String {
        format!("---\n{front}---\n\n{}\n", text::paragraphs_from(language, self.0, PARAGRAPHS))
    }

    /// Four minutes after the story before, in Kyiv.
    fn at(self) -> jiff::civil::DateTime {
        let first = jiff::civil::date(2025, 1, 2).at(6, 0, 0, 0);
        let minutes = i64::try_from(self.0 * 4).expect("so many minutes fit");
        first + jiff::Span::new().minutes(minutes)
    }

    fn author(self, language: Language) -> &'static str {
        of(language, AUTHORS[self.0 % AUTHORS.len()].0)
    }

    fn place(self, language: Language) -> &'static str {
        of(language, PLACES[self.0 % PLACES.len()])
    }

    fn section(self, language: Language) -> &'static str {
        let key = SECTIONS[self.0 % SECTIONS.len()];
        let rubric = page::rubrics().iter().find(|rubric| rubric.key == key);
        rubric.expect("a usual section").name(language)
    }
}

const SECTIONS: [&str; 5] = ["economy", "society", "world", "culture", "sports"];
const TAGS: [&str; 2] = ["потяги", "Вінниця"];

/// A language's folder below the site.
fn folder(language: Language) -> &'static str {
    of(language, ["", "en/", "ru/"])
}

/// What is meant for a language, of uk, en, ru.
pub fn of<T>(language: Language, [uk, en, ru]: [T; 3]) -> T {
    match language {
        Language::Uk => uk,
        Language::En => en,
        Language::Ru => ru,
    }
}
