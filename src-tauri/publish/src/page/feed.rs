//! Feeds of a language's newest stories: RSS 2.0 (<https://www.rssboard.org/rss-specification>),
//! Atom (RFC 4287) and JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>). They say what the
//! pages say, and nothing of the clock: equal sites have equal feeds.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use shpalta_language::date::{self, When};
use shpalta_language::{Language, page as words};

use super::Pages;
use super::listed::Listed;
use crate::address;
use crate::error::Error;

/// A feed as it stands on the site.
pub struct Feed {
    pub path: String,
    pub content: String,
}

/// The paths of a language's feeds.
pub struct FeedPaths {
    pub rss: String,
    pub atom: String,
    pub json: String,
}

impl FeedPaths {
    pub fn of(language: Language) -> Self {
        let path = |name: &str| address::front(language).replace("index.html", name);
        Self { rss: path("feed.xml"), atom: path("atom.xml"), json: path("feed.json") }
    }

    pub fn all(self) -> [String; 3] {
        [self.rss, self.atom, self.json]
    }
}

#[derive(Serialize)]
struct Context {
    language: &'static str,
    title: String,
    description: &'static str,
    home: String,
    rss: String,
    atom: String,
    json: String,
    /// When something of it was last published or changed.
    updated: Option<Stamp>,
    epoch: Stamp,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    url: String,
    title: String,
    summary: String,
    published: Stamp,
    updated: Stamp,
    authors: Vec<String>,
    tags: Vec<String>,
    image: Option<String>,
}

/// An instant as Atom and as RSS write it.
#[derive(Clone, Serialize)]
struct Stamp {
    #[serde(skip)]
    at: Timestamp,
    machine: String,
    mail: String,
}

impl Pages<'_> {
    /// The feeds of a language; none where the site has no address.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn feeds(&self, language: Language, stories: &[Listed]) -> Result<Vec<Feed>, Error> {
        let Some(home) = self.absolute(&address::front(language)) else { return Ok(Vec::new()) };
        let paths = FeedPaths::of(language);
        let url = |path: &str| self.absolute(path).unwrap_or_default();
        let items: Vec<_> = stories.iter().map(|story| self.item(story)).collect();
        let name = self.site.name.get(&language).filter(|name| !name.is_empty());
        let context = Context {
            language: language.code(),
            title: name.map_or(words::home(language), String::as_str).to_owned(),
            description: words::latest(language),
            home,
            rss: url(&paths.rss),
            atom: url(&paths.atom),
            json: url(&paths.json),
            updated: items.iter().map(|item| &item.updated).max_by_key(|stamp| stamp.at).cloned(),
            epoch: self.stamp(Timestamp::UNIX_EPOCH),
            items,
        };
        let json = json_feed(&context)?;
        Ok(vec![
            Feed { content: self.xml("feed.xml", &context)?, path: paths.rss },
            Feed { content: self.xml("atom.xml", &context)?, path: paths.atom },
            Feed { content: json, path: paths.json },
        ])
    }

    fn item(&self, story: &Listed) -> Item {
        let published = story.at();
        Item {
            url: self.absolute(&story.path).unwrap_or_default(),
            title: story.headline.clone(),
            summary: story.lead.clone(),
            published: self.stamp(published),
            updated: self.stamp(story.modified.unwrap_or(published)),
            authors: story.authors.iter().map(|author| author.name.clone()).collect(),
            tags: story.section.iter().chain(&story.tags).cloned().collect(),
            image: story.image.clone(),
        }
    }

    fn stamp(&self, at: Timestamp) -> Stamp {
        let mail = at.to_zoned_datetime(self.zone.clone()).strftime("%a, %d %b %Y %H:%M:%S %z");
        Stamp { at, machine: date::machine(When::Instant(at), &self.zone), mail: mail.to_string() }
    }

    /// XML from a template, without the characters that XML cannot hold.
    pub(super) fn xml(&self, name: &str, context: impl Serialize) -> Result<String, Error> {
        let xml = self.render(name, context)?;
        let fits = |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !is_no_character(c));
        Ok(if xml.chars().all(fits) { xml } else { xml.chars().filter(|c| fits(*c)).collect() })
    }
}

/// <https://www.w3.org/TR/xml/#charsets>
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn json_feed(feed: &Context) -> Result<String, Error> {
    let named = |name: &String| json!({ "name": name });
    let item = |item: &Item| {
        let mut told = json!({
            "id": item.url,
            "url": item.url,
            "title": item.title,
            "content_text": item.summary,
            "date_published": item.published.machine,
            "date_modified": item.updated.machine,
            "authors": item.authors.iter().map(named).collect::<Vec<_>>(),
            "tags": item.tags,
            "language": feed.language,
        });
        if let Some(image) = &item.image {
            told["image"] = json!(image);
        }
        told
    };
    let told = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "language": feed.language,
        "items": feed.items.iter().map(item).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&told)
        .map(|json| json + "\n")
        .map_err(|error| Error::Template(error.to_string()))
}
