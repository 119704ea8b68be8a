//! The stories that are told through the command: files of `fixtures/news`.

use serde_json::Value;

use super::{Desk, Words, fixture, text};

/// A short story: a headline, a lead and two paragraphs.
pub const WEATHER_UK: &str = include_str!("../fixtures/news/weather.uk.md");

/// The same in English.
pub const WEATHER_EN: &str = include_str!("../fixtures/news/weather.en.md");

impl Desk {
    /// Imports the story of all elements in its three languages, with its photo.
    pub fn import_tram_museum(&self) {
        let photo = fixture("news/tram.png");
        let credit = "uk=Музей трамвая,en=Tram museum,ru=Музей трамвая";
        self.ok(["media", "add", photo.to_str().unwrap(), "--credit", credit, "--by", "Rosa"]);
        self.import(&["tram-museum.uk.md", "tram-museum.en.md", "tram-museum.ru.md"]);
    }

    /// The reporter imports fixtures; what the command told of it.
    pub fn import(&self, names: &[&str]) -> Value {
        let files = names.iter().map(|name| fixture(&format!("news/{name}")));
        let files = files.map(|file| file.to_str().unwrap().to_owned());
        self.ok("story import --by Rosa".words().into_iter().chain(files).collect::<Vec<_>>())
    }

    /// Submitted by the reporter, approved by an editor.
    pub fn pass(&self, slug: &str, language: &str) {
        self.ok(format!("submit {slug} --lang {language} --by Rosa"));
        self.ok(format!("approve {slug} --lang {language} --by Edyta"));
    }

    /// A newsroom with a site, and the story of all elements approved in its three languages.
    pub fn with_tram_museum() -> Self {
        let desk = Self::new();
        desk.import_tram_museum();
        ["uk", "en", "ru"].iter().for_each(|language| desk.pass("tram-museum", language));
        desk.ok("site set url https://shpalta.example");
        desk.ok("site set name Шпальта");
        desk.ok("site set folder site");
        desk
    }

    /// Writes an edition from a text.
    pub fn write(&self, slug: &str, language: &str, text: &str) -> Value {
        let file = self.file("written.md", text);
        self.ok(["story", "write", slug, "--lang", language, "--from", &file, "--by", "Rosa"])
    }

    /// A newsroom with the short story, approved in Ukrainian and English.
    pub fn with_weather() -> Self {
        let desk = Self::new();
        desk.import(&["weather.uk.md", "weather.en.md"]);
        ["uk", "en"].iter().for_each(|language| desk.pass("weather", language));
        desk
    }

    /// What `story show` prints.
    pub fn show(&self, slug: &str, language: &str) -> Value {
        self.ok(format!("story show {slug} --lang {language}"))
    }

    /// EDITION of the contract.
    pub fn edition(&self, slug: &str, language: &str) -> Value {
        self.ok(format!("status {slug}"))["stories"][0]["editions"][language].take()
    }

    pub fn editorial(&self, slug: &str, language: &str) -> String {
        text(&self.edition(slug, language)["editorial"])
    }

    pub fn publication(&self, slug: &str, language: &str) -> String {
        text(&self.edition(slug, language)["publication"])
    }
}
