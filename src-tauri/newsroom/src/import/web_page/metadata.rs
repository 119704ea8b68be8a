//! What a page says about itself to machines: JSON-LD, `meta` elements, its language and address.

use std::rc::Rc;

use serde_json::Value;
use shpalta_language::Language;

use super::dom::{self, Node};
use crate::import::{
    front_matter::language_of_tag,
    moment::{self, Moment},
};

/// The page's own account of the article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Metadata {
    pub language: Option<Language>,
    pub headline: Option<String>,
    pub description: Option<String>,
    pub date: Option<Moment>,
    pub authors: Vec<String>,
    pub source: Option<String>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    pub slug: Option<String>,
}

impl Metadata {
    /// JSON-LD is the more exact: `meta` fills what it leaves open.
    pub fn of(document: &Rc<Node>) -> Self {
        let nodes = dom::all(document);
        let mut metadata = nodes.iter().find_map(from_json_ld).unwrap_or_default();
        for node in &nodes {
            match dom::tag(node) {
                Some("html") => {
                    let tag = dom::attribute(node, "lang");
                    let language = tag.and_then(|tag| language_of_tag(&tag));
                    metadata.language = language.or(metadata.language);
                }
                Some("meta") => metadata.add_meta(node),
                Some("link") if dom::attribute(node, "rel").as_deref() == Some("canonical") => {
                    let slug = dom::attribute(node, "href").and_then(|href| slug(&href));
                    metadata.slug = slug.or(metadata.slug.take());
                }
                _ => {}
            }
        }
        metadata
    }

    fn add_meta(&mut self, node: &Node) {
        let name = dom::attribute(node, "property").or_else(|| dom::attribute(node, "name"));
        let (Some(name), Some(content)) = (name, dom::attribute(node, "content")) else { return };
        match name.to_lowercase().as_str() {
            "og:title" => fill(&mut self.headline, content),
            "og:description" | "description" => fill(&mut self.description, content),
            "article:section" => fill(&mut self.section, content),
            "og:url" if self.slug.is_none() => self.slug = slug(&content),
            "article:published_time" if self.date.is_none() => self.date = moment::read(&content),
            "author" | "article:author" if self.authors.is_empty() && !is_address(&content) => {
                self.authors.push(content);
            }
            "article:tag" if !self.tags.contains(&content) => self.tags.push(content),
            _ => {}
        }
    }
}

fn fill(field: &mut Option<String>, content: String) {
    if field.is_none() {
        *field = Some(content);
    }
}

fn is_address(text: &str) -> bool {
    text.contains("://")
}

fn from_json_ld(node: &Rc<Node>) -> Option<Metadata> {
    let is_json_ld = dom::tag(node) == Some("script")
        && dom::attribute(node, "type").is_some_and(|kind| kind == "application/ld+json");
    if !is_json_ld {
        return None;
    }
    let value: Value = serde_json::from_str(&dom::raw_text(node)).ok()?;
    let article = article(&value)?;
    let text = |key: &str| article.get(key).and_then(name);
    let texts = |key: &str| article.get(key).map(names).unwrap_or_default();
    Some(Metadata {
        language: text("inLanguage").and_then(|tag| language_of_tag(&tag)),
        headline: text("headline").or_else(|| text("name")),
        description: text("description"),
        date: text("datePublished").and_then(|date| moment::read(&date)),
        authors: texts("author"),
        source: text("publisher"),
        section: text("articleSection"),
        tags: texts("keywords").iter().flat_map(|list| list.split(',')).map(trimmed).collect(),
        slug: None,
    })
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// The article among what a script describes: itself, one of a list, or one of a graph.
fn article(value: &Value) -> Option<&Value> {
    if let Value::Array(list) = value {
        return list.iter().find_map(article);
    }
    let is_article = value.get("@type").is_some_and(|kind| {
        names(kind).iter().any(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting"))
    });
    if is_article { Some(value) } else { value.get("@graph").and_then(article) }
}

/// A text, the name of an object, or the first of a list.
fn name(value: &Value) -> Option<String> {
    names(value).into_iter().next()
}

fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => vec![trimmed(text)],
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        Value::Array(list) => list.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}

/// The last part of an address, without its ending.
fn slug(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?.split_once("://")?.1;
    let (_, last) = path.trim_end_matches('/').rsplit_once('/')?;
    let slug = last.split('.').next()?;
    (!slug.is_empty() && slug != "index").then(|| slug.to_owned())
}
