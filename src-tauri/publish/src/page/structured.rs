//! What machines read: schema.org's `NewsArticle` as JSON-LD.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use shpalta_language::Language;

use super::Versions;
use crate::address;
use crate::error::Error;

const OPENING: &str = "<script type=\"application/ld+json\">";
const CLOSING: &str = "</script>";

/// <https://schema.org/NewsArticle>. Addresses are absolute, and left out when the site has none.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NewsArticle {
    #[serde(rename = "@context")]
    pub context: String,
    #[serde(rename = "@type")]
    pub kind: String,
    pub headline: String,
    pub description: String,
    pub in_language: Language,
    /// A day, or an instant with its offset.
    pub date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_location: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_section: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_entity_of_page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of_work: Option<Version>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work_translation: Vec<Version>,
}

/// A person, an organisation or a place.
#[derive(Serialize, Deserialize)]
pub(super) struct Named {
    #[serde(rename = "@type")]
    pub kind: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Named {
    pub fn new(kind: &str, name: &str) -> Self {
        Self { kind: kind.to_owned(), name: name.to_owned(), url: None }
    }
}

/// A note that says what was wrong or unclear: <https://schema.org/CorrectionComment>.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Correction {
    #[serde(rename = "@type")]
    kind: String,
    text: String,
    /// An instant with its offset.
    date_published: String,
}

impl Correction {
    pub fn new(text: &str, date_published: String) -> Self {
        Self { kind: "CorrectionComment".to_owned(), text: text.to_owned(), date_published }
    }
}

/// The same story in another language.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Version {
    #[serde(rename = "@type")]
    kind: String,
    #[serde(rename = "@id")]
    id: String,
    pub in_language: Language,
}

impl NewsArticle {
    /// Names the other versions: the original of a translation, the translations of an original.
    pub fn name_versions(&mut self, versions: &Versions, url: Option<&str>) {
        let here = self.in_language;
        let version = |(language, path): (&Language, &String)| {
            let id = address::absolute(url?, path);
            Some(Version { kind: "NewsArticle".to_owned(), id, in_language: *language })
        };
        let others = || versions.paths.iter().filter(|(language, _)| **language != here);
        let original = |language: &Language| Some(*language) == versions.original;
        self.translation_of_work =
            others().find(|(language, _)| original(language)).and_then(version);
        self.work_translation = match versions.original == Some(here) {
            true => others().filter_map(version).collect(),
            false => Vec::new(),
        };
    }

    /// JSON that may stand in a `script` element: nothing in it can end the element.
    pub fn json(&self) -> Result<String, Error> {
        // By way of `Value`, whose keys are sorted.
        serde_json::to_value(self)
            .and_then(|value: Value| serde_json::to_string(&value))
            .map(|json| inert(&json))
            .map_err(|error| Error::Template(error.to_string()))
    }
}

/// The article in a page of ours.
pub(super) fn in_page(html: &str) -> Option<NewsArticle> {
    let (_, rest) = html.split_once(OPENING)?;
    serde_json::from_str(rest.split_once(CLOSING)?.0).ok()
}

/// The page with another article for machines in place of its own.
pub(super) fn replaced(html: &str, article: &NewsArticle) -> Result<Option<String>, Error> {
    let Some((before, rest)) = html.split_once(OPENING) else { return Ok(None) };
    let Some((_, after)) = rest.split_once(CLOSING) else { return Ok(None) };
    Ok(Some([before, OPENING, &article.json()?, CLOSING, after].concat()))
}

fn inert(json: &str) -> String {
    json.chars().fold(String::with_capacity(json.len()), |mut out, c| {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
        out
    })
}
