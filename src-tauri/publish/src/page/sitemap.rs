//! Sitemaps (<https://www.sitemaps.org/protocol.html>) with the versions of each page, the sitemap
//! of fresh news, and `robots.txt`, which leads to them.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use shpalta_language::date::{self, When};
use shpalta_language::{Language, page as words};

use super::listed::Listed;
use super::versions::Alternate;
use super::{Pages, Versions};
use crate::error::Error;

/// How long a story is news to a search engine
/// (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).
pub const FRESH: SignedDuration = SignedDuration::from_hours(48);

/// The most stories that its sitemap takes.
pub const MOST_NEWS: usize = 1_000;

/// A page of a sitemap.
#[derive(Serialize)]
pub struct Mapped {
    url: String,
    changed: Option<String>,
    versions: Vec<Alternate>,
}

#[derive(Serialize)]
struct News {
    url: String,
    site: String,
    language: &'static str,
    published: String,
    title: String,
}

#[derive(Serialize)]
struct Lines<T> {
    pages: Vec<T>,
}

impl Pages<'_> {
    /// A page with its versions; none where the site has no address.
    pub fn mapped(
        &self,
        path: &str,
        changed: Option<Timestamp>,
        versions: &Versions,
    ) -> Option<Mapped> {
        let changed = changed.map(|at| date::machine(When::Instant(at), &self.zone));
        let versions = versions.alternates(path, self.site.url.as_deref());
        Some(Mapped { url: self.absolute(path)?, changed, versions })
    }

    /// A sitemap.
    ///
    /// # Errors
    /// [`Error::Template`], here as below.
    pub fn sitemap(&self, pages: Vec<Mapped>) -> Result<String, Error> {
        self.xml("sitemap.xml", Lines { pages })
    }

    /// A sitemap of sitemaps, given by their paths.
    pub fn sitemaps(&self, paths: &[String]) -> Result<String, Error> {
        let urls: Vec<_> = paths.iter().filter_map(|path| self.absolute(path)).collect();
        self.xml("sitemaps.xml", std::collections::BTreeMap::from([("urls", urls)]))
    }

    /// The sitemap of fresh news.
    pub fn news(&self, stories: &[(Language, Listed)]) -> Result<String, Error> {
        let news = |(language, story): &(Language, Listed)| {
            let name = self.site.name.get(language).filter(|name| !name.is_empty());
            Some(News {
                url: self.absolute(&story.path)?,
                site: name.map_or(words::home(*language), String::as_str).to_owned(),
                language: language.code(),
                published: date::machine(story.published, &self.zone),
                title: story.headline.clone(),
            })
        };
        self.xml("news.xml", Lines { pages: stories.iter().filter_map(news).collect() })
    }

    /// `robots.txt`: all may be read, and where the sitemaps are.
    pub fn robots(&self, sitemaps: &[&str]) -> String {
        let lines = sitemaps.iter().filter_map(|path| self.absolute(path));
        let lines: String = lines.map(|url| format!("Sitemap: {url}\n")).collect();
        format!("User-agent: *\nDisallow:\n\n{lines}")
    }
}
