//! An exported folder, as a reader of its pages sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::cli::{Desk, text};

pub const UK: &str = "news/tram-museum.html";
pub const EN: &str = "en/news/tram-museum-vinnytsia.html";
pub const RU: &str = "ru/news/muzeinyi-tramvai.html";

pub struct Site(pub PathBuf);

impl Site {
    /// The site's folder of a desk.
    pub fn of(desk: &Desk) -> Self {
        Self(desk.beside("site"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.join(path).exists()
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn page(&self, path: &str) -> Page {
        Page(Html::parse_document(&self.read(path)))
    }

    pub fn manifest(&self) -> Value {
        serde_json::from_str(&self.read("manifest.json")).unwrap()
    }

    /// The paths that the manifest lists.
    pub fn listed(&self) -> BTreeSet<String> {
        let manifest = self.manifest();
        manifest["files"].as_array().unwrap().iter().map(|file| text(&file["path"])).collect()
    }

    /// The paths of a kind that the manifest lists.
    pub fn of_kind(&self, kind: &str) -> Vec<String> {
        let manifest = self.manifest();
        let files = manifest["files"].as_array().unwrap().iter();
        files.filter(|file| file["kind"] == kind).map(|file| text(&file["path"])).collect()
    }

    /// All listed pages: articles, notices, lists, and what leads to where a page is now.
    pub fn pages(&self) -> Vec<String> {
        self.listed().into_iter().filter(|path| path.ends_with(".html")).collect()
    }

    /// When each file and folder was last written.
    pub fn times(&self) -> BTreeMap<PathBuf, SystemTime> {
        let mut times = BTreeMap::new();
        walk(&self.0, &mut |path| {
            times.insert(path.to_owned(), fs::metadata(path).unwrap().modified().unwrap());
        });
        times
    }
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    visit(folder);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => walk(&path, visit),
            false => visit(&path),
        }
    }
}

pub struct Page(Html);

impl Page {
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    /// The text of the elements that match, with plain spaces.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(|one| plain(&one.text().collect::<String>())).collect()
    }

    /// The text of the one element that matches.
    pub fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector}: {texts:?}");
        texts.concat()
    }

    /// An attribute of all elements that match and have it.
    pub fn values(&self, selector: &str, attribute: &str) -> Vec<String> {
        let matching = self.all(selector);
        matching.iter().filter_map(|one| one.value().attr(attribute)).map(str::to_owned).collect()
    }

    /// What the language switch leads to, by language.
    pub fn switch(&self) -> BTreeMap<String, String> {
        let links = self.all("nav.languages a");
        let link = |one: &ElementRef<'_>| {
            let attribute = |name| one.value().attr(name).expect("a language").to_owned();
            (attribute("hreflang"), attribute("href"))
        };
        links.iter().map(link).collect()
    }

    /// What the page tells machines.
    pub fn structured(&self) -> Value {
        let scripts = self.all("script[type='application/ld+json']");
        assert_eq!(scripts.len(), 1);
        let json: String = scripts[0].text().collect();
        serde_json::from_str(&json).expect("JSON-LD is JSON")
    }
}

/// With spaces of one kind, runs of them as one.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
