//! What machines read of the whole site: feeds, sitemaps, `robots.txt`. Only a site with an
//! address has them: all their links are absolute.

use std::collections::BTreeMap;

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_newsroom::publication::ledger::ListedFile;

use super::lists::key;
use super::shared::Shared;
use super::threads::Crew;
use super::{Run, Scope, Source};
use crate::error::Error;
use crate::manifest::Kind;
use crate::page::feed::FeedPaths;
use crate::page::list::List;
use crate::page::listed::Listed;
use crate::page::sitemap::{FRESH, MOST_NEWS, Mapped};
use crate::page::{Pages, Versions};

const SITEMAP: &str = "sitemap.xml";
const NEWS: &str = "news.xml";
const ROBOTS: &str = "robots.txt";

/// More pages than this are in sitemaps of their own, so that one story changes one of them.
const MOST_IN_ONE: usize = 1_000;

/// The ledger's state: when the first of the fresh news will not be fresh any more, or the first of
/// the news to come is.
const STALE: &str = "stale";

impl<'a, S: Source> Run<'a, S> {
    pub(super) fn feeds_of(&mut self, language: Language, stories: &[Listed]) -> Result<(), Error> {
        if !self.pages.are_addressed() {
            return self.forget_feeds(language);
        }
        for feed in self.pages.feeds(language, stories)? {
            self.put_shared(&feed.path, Kind::Feed, Some(language), feed.content.as_bytes())?;
        }
        Ok(())
    }

    pub(super) fn forget_feeds(&mut self, language: Language) -> Result<(), Error> {
        FeedPaths::of(language).all().iter().try_for_each(|path| self.folder.remove(path))
    }

    /// Whether the sitemap of fresh news is to be made anew though no story changed.
    pub(super) fn news_is_stale(&self) -> Result<bool, Error> {
        let stale = self.folder.ledger.state(STALE)?.and_then(|stale| stale.parse().ok());
        Ok(stale.is_some_and(|stale: i64| stale <= self.request.now.as_millisecond()))
    }

    /// The sitemaps and what leads to them.
    pub(super) fn sitemaps(&mut self, fronts: &Versions, crew: &Crew<'a, S>) -> Result<(), Error> {
        if !self.pages.are_addressed() || fronts.paths.is_empty() {
            return self.forget_sitemaps();
        }
        if self.pages_listed()? > MOST_IN_ONE {
            self.many_sitemaps(fronts, crew)?;
        } else {
            self.forget_parts()?;
            let mut mapped = self.mapped_fronts(fronts);
            mapped.extend(mapped_pages(&self.pages, self.folder.ledger.listed_pages()?));
            let xml = self.pages.sitemap(mapped)?;
            self.put_shared(SITEMAP, Kind::Sitemap, None, xml.as_bytes())?;
        }
        self.news()?;
        self.robots()
    }

    /// How many pages lists show.
    fn pages_listed(&self) -> Result<usize, Error> {
        let counts = latest().map(|list| self.folder.ledger.count_in(&list));
        counts.into_iter().try_fold(0, |sum, count| Ok(sum + count?))
    }

    fn mapped_fronts(&self, fronts: &Versions) -> Vec<Mapped> {
        let paths = fronts.paths.values();
        paths.filter_map(|path| self.pages.mapped(path, None, fronts)).collect()
    }

    /// A sitemap for each part of the manifest, so that a story's pages are in one; those of which
    /// no page changed stay as they are.
    fn many_sitemaps(&mut self, fronts: &Versions, crew: &Crew<'a, S>) -> Result<(), Error> {
        let first = part_path(None);
        let all = self.scope == Scope::All || self.folder.file(&first)?.is_none();
        let xml = self.pages.sitemap(self.mapped_fronts(fronts))?;
        self.put_shared(&first, Kind::Sitemap, None, xml.as_bytes())?;
        let parts = match all {
            true => (0..=u8::MAX).collect(),
            false => self.folder.parts_with_other_pages(),
        };
        let mut shared = Shared::by(crew);
        for part in parts {
            let path = part_path(Some(part));
            let listed = self.folder.ledger.listed_pages_of_part(part)?;
            if listed.is_empty() {
                self.folder.remove(&path)?;
                continue;
            }
            self.make_shared(&mut shared, path, Kind::Sitemap, None, move |pages| {
                pages.sitemap(mapped_pages(pages, listed))
            })?;
        }
        self.accept_shared(shared)?;
        let xml = self.pages.sitemaps(&self.parts()?)?;
        self.put_shared(SITEMAP, Kind::Sitemap, None, xml.as_bytes())
    }

    fn parts(&self) -> Result<Vec<String>, Error> {
        let sitemaps = self.folder.files_of(Kind::Sitemap)?.into_iter().map(|file| file.path);
        Ok(sitemaps.filter(|path| path.starts_with("sitemap/")).collect())
    }

    fn forget_parts(&mut self) -> Result<(), Error> {
        self.parts()?.iter().try_for_each(|path| self.folder.remove(path))
    }

    fn forget_sitemaps(&mut self) -> Result<(), Error> {
        self.forget_parts()?;
        [SITEMAP, NEWS, ROBOTS].iter().try_for_each(|path| self.folder.remove(path))
    }

    fn news(&mut self) -> Result<(), Error> {
        let now = self.request.now;
        let since = now.checked_sub(FRESH).unwrap_or(Timestamp::MIN);
        let fresh = self.folder.ledger.listed_between(&latest(), since, now, MOST_NEWS)?;
        let fresh: Vec<(Language, Listed)> = fresh
            .into_iter()
            .filter_map(|page| Some((page.language?, serde_json::from_str(&page.listed).ok()?)))
            .collect();
        let oldest = fresh.iter().map(|(_, story)| story.at()).min();
        let ends = oldest.and_then(|oldest| oldest.checked_add(FRESH).ok());
        // At that very instant it is still fresh.
        let ends = ends.unwrap_or(Timestamp::MAX).as_millisecond() + 1;
        let begins = self.folder.ledger.next_listed(&latest(), now)?.unwrap_or(ends);
        self.folder.ledger.set_state(STALE, &ends.min(begins).to_string())?;
        let xml = self.pages.news(&fresh)?;
        self.put_shared(NEWS, Kind::Sitemap, None, xml.as_bytes())
    }

    /// A site may have a `robots.txt` of its own.
    fn robots(&mut self) -> Result<(), Error> {
        let text = self.pages.robots(&[SITEMAP, NEWS]);
        self.put_unless_foreign(ROBOTS, Kind::Sitemap, &text)
    }
}

/// The lists of all stories, one of each language.
fn latest() -> [String; 3] {
    Language::ALL.map(|language| key(language, &List::Latest))
}

/// Each page names the versions of its story.
fn mapped_pages(pages: &Pages<'_>, listed: Vec<ListedFile>) -> Vec<Mapped> {
    let mut stories = BTreeMap::<String, Vec<(Language, Listed)>>::new();
    for page in listed {
        let listed = serde_json::from_str(&page.listed).ok();
        if let (Some(story), Some(language), Some(listed)) = (page.story, page.language, listed) {
            stories.entry(story).or_default().push((language, listed));
        }
    }
    let mapped = stories.into_values().flat_map(|story| {
        let path = |(language, page): &(Language, Listed)| (*language, page.path.clone());
        // Which of them is the original matters only where there is no Ukrainian.
        let original = story.iter().find_map(|(_, page)| page.original);
        let versions = Versions { paths: story.iter().map(path).collect(), original };
        let mapped = |(_, page): &(Language, Listed)| {
            let changed = page.modified.unwrap_or_else(|| page.at());
            pages.mapped(&page.path, Some(changed), &versions)
        };
        story.iter().filter_map(mapped).collect::<Vec<_>>()
    });
    mapped.collect()
}

/// The path of a part of the sitemap; none: that of the front pages.
fn part_path(part: Option<u8>) -> String {
    match part {
        Some(part) => format!("sitemap/{part:02x}.xml"),
        None => "sitemap/fronts.xml".to_owned(),
    }
}
