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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correction: Vec<Correction>,
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
    /// Of a person: what their page goes by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Named {
    pub fn new(kind: &str, name: &str) -> Self {
        Self { kind: kind.to_owned(), name: name.to_owned(), identifier: None, url: None }
    }
}

/// A note that says what was wrong or unclear: <https://schema.org/CorrectionComment>.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Correction {
    #[serde(rename = "@type")]
    kind: String,
    /// What readers call it.
    pub name: String,
    pub text: String,
    /// An instant with its offset.
    pub date_published: String,
}

impl Correction {
    pub fn new(name: &str, text: &str, date_published: &str) -> Self {
        Self {
            kind: "CorrectionComment".to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            date_published: date_published.to_owned(),
        }
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

/// HTML with all its tags changed, and nothing between them.
pub(crate) fn in_tags(html: &str, mut change: impl FnMut(&str) -> String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        let end = tag_end(tag);
        out.push_str(text);
        out.push_str(&change(&tag[..end]));
        rest = &tag[end..];
    }
    out + rest
}

/// Behind the `>` that ends a tag; one in a quoted value does not.
fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    let end = tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(tag.len(), |end| end + 1)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_change_and_the_text_between_them_stays() {
        let html = r#"<p>a "x" &lt;x&gt; <img alt="5 > x" src="x"> x</p>x"#;
        let changed = in_tags(html, |tag| tag.replace('x', "y"));
        assert_eq!(changed, r#"<p>a "x" &lt;x&gt; <img alt="5 > y" src="y"> x</p>x"#);
    }
}
