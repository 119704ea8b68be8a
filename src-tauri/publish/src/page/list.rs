//! Lists of stories: the front page of a language, its sections, its authors, its corrections.
//!
//! A long list is in parts that are counted from the oldest, each full, so that a new story changes
//! no part but the first page, which shows what is newer than all of them.

use serde::Serialize;
use shpalta_language::{Language, page as words};

use super::card::{Card, Kind};
use super::feed::FeedPaths;
use super::listed::Listed;
use super::note::Note;
use super::{Frame, Moment, Pages, Versions};
use crate::address;
use crate::error::Error;

/// How many stories a part has. The first page has as many or more, but less than twice as many.
pub const PART: usize = 50;

/// How many headlines describe a list.
const DESCRIBING: usize = 3;

/// A list of a language's stories.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// The front page.
    Latest,
    /// By what the section goes by in addresses.
    Section(String),
    /// By what the author goes by in addresses.
    Author(String),
    /// Stories that were corrected or clarified.
    Corrections,
}

/// A page of a list.
pub struct ListPage {
    pub list: List,
    pub language: Language,
    /// The part, counted from 1; none: the first page.
    pub part: Option<usize>,
    /// How many parts there are.
    pub parts: usize,
    /// The first pages of the list in the languages that have it.
    pub versions: Versions,
    /// The newest first.
    pub stories: Vec<Listed>,
    /// The sections that a front page leads to.
    pub sections: Vec<(List, String)>,
}

/// A link of a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub href: String,
    pub name: String,
}

#[derive(Serialize)]
struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    card: Card,
    feeds: Vec<Feed>,
    heading: String,
    sections: Vec<Link>,
    stories: Vec<Story>,
    newer: Option<String>,
    older: Option<String>,
    labels: Labels,
}

#[derive(Serialize)]
struct Labels {
    sections: &'static str,
    pager: &'static str,
    newer: &'static str,
    older: &'static str,
    empty: &'static str,
}

/// A feed as a page names it.
#[derive(Serialize)]
struct Feed {
    mime: &'static str,
    href: String,
}

#[derive(Serialize)]
struct Story {
    href: String,
    headline: String,
    place: Option<String>,
    published: Moment,
    /// In the list of corrections: what they are.
    notes: Vec<Note>,
}

impl List {
    /// Its name among the lists of a language.
    pub fn name(&self) -> String {
        match self {
            Self::Latest => "latest".to_owned(),
            Self::Section(key) => format!("section/{key}"),
            Self::Author(key) => format!("author/{key}"),
            Self::Corrections => "corrections".to_owned(),
        }
    }

    /// The list of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        match (name, name.split_once('/')) {
            ("latest", _) => Some(Self::Latest),
            ("corrections", _) => Some(Self::Corrections),
            (_, Some(("section", key))) => Some(Self::Section(key.to_owned())),
            (_, Some(("author", key))) => Some(Self::Author(key.to_owned())),
            _ => None,
        }
    }

    /// The path of a part; none: of the first page.
    pub fn path(&self, language: Language, part: Option<usize>) -> String {
        let (folder, name) = (address::folder(language), self.name());
        match (self, part) {
            (Self::Latest, None) => address::front(language),
            (_, None) => format!("{folder}{name}.html"),
            (_, Some(number)) => format!("{folder}{name}/{number}.html"),
        }
    }

    /// How many parts a list of so many stories has beside its first page.
    pub fn parts(stories: usize) -> usize {
        (stories / PART).saturating_sub(1)
    }

    fn heading(&self, language: Language, stories: &[Listed]) -> String {
        let newest = stories.first();
        let section = |story: &Listed| story.section.clone();
        let author = |key: &String| {
            let authors = newest.map(|story| story.authors.as_slice()).unwrap_or_default();
            authors.iter().find(|author| author.key == *key).map(|author| author.name.clone())
        };
        match self {
            Self::Latest => words::latest(language).to_owned(),
            Self::Section(key) => newest.and_then(section).unwrap_or_else(|| key.clone()),
            Self::Author(key) => author(key).unwrap_or_else(|| key.clone()),
            Self::Corrections => words::corrections(language).to_owned(),
        }
    }
}

impl Pages<'_> {
    /// A page of a list as HTML.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn list(&self, page: &ListPage) -> Result<String, Error> {
        let ListPage { list, language, part, versions, stories, .. } = page;
        let (language, part) = (*language, *part);
        let path = list.path(language, part);
        let mut heading = list.heading(language, stories);
        if let Some(number) = part {
            heading = words::part(language, &heading, number);
        }
        let is_front = *list == List::Latest && part.is_none();
        let link = |(section, name): &(List, String)| Link {
            href: address::relative(&path, &section.path(language, None)),
            name: name.clone(),
        };
        self.render(
            "list.html",
            Context {
                frame: self.frame(language, &path, &heading),
                versions: versions.switch(language, &path, self.site.url.as_deref()),
                card: self.card(
                    Kind::List,
                    language,
                    &path,
                    &heading,
                    &description(&heading, stories),
                ),
                feeds: if is_front { self.feed_links(language, &path) } else { Vec::new() },
                sections: page.sections.iter().map(link).collect(),
                stories: stories.iter().map(|story| self.story(page, &path, story)).collect(),
                newer: page.newer(&path),
                older: page.older(&path),
                labels: labels(list, language),
                heading,
            },
        )
    }

    fn story(&self, page: &ListPage, path: &str, story: &Listed) -> Story {
        let language = page.language;
        let notes = story.notes.iter().filter(|_| page.list == List::Corrections);
        Story {
            href: address::relative(path, &story.path),
            headline: story.headline.clone(),
            place: story.place.clone(),
            published: self.moment(language, story.published),
            notes: notes
                .map(|note| self.note_of(language, &note.name, note.at, &note.text))
                .collect(),
        }
    }

    /// None where the site has no address: then it has no feeds.
    fn feed_links(&self, language: Language, from: &str) -> Vec<Feed> {
        if !self.are_addressed() {
            return Vec::new();
        }
        let FeedPaths { rss, atom, json } = FeedPaths::of(language);
        let feeds = [
            ("application/rss+xml", rss),
            ("application/atom+xml", atom),
            ("application/feed+json", json),
        ];
        let link = |(mime, path): (&'static str, String)| Feed {
            mime,
            href: address::relative(from, &path),
        };
        feeds.into_iter().map(link).collect()
    }
}

impl ListPage {
    fn newer(&self, from: &str) -> Option<String> {
        let newer = self.part?;
        let newer = (newer < self.parts).then_some(newer + 1);
        Some(address::relative(from, &self.list.path(self.language, newer)))
    }

    fn older(&self, from: &str) -> Option<String> {
        let older = self.part.map_or(self.parts, |part| part - 1);
        let path = |older| address::relative(from, &self.list.path(self.language, Some(older)));
        (older > 0).then_some(older).map(path)
    }
}

fn labels(list: &List, language: Language) -> Labels {
    Labels {
        sections: words::sections(language),
        pager: words::pager(language),
        newer: words::newer(language),
        older: words::older(language),
        empty: match list {
            List::Corrections => words::no_corrections(language),
            List::Latest | List::Section(_) | List::Author(_) => words::no_stories(language),
        },
    }
}

fn description(heading: &str, stories: &[Listed]) -> String {
    let newest: Vec<_> =
        stories.iter().take(DESCRIBING).map(|story| story.headline.as_str()).collect();
    match newest.is_empty() {
        true => heading.to_owned(),
        false => format!("{heading}: {}", newest.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_list_is_found_by_its_name() {
        let key = || "kyiv".to_owned();
        for list in [List::Latest, List::Section(key()), List::Author(key()), List::Corrections] {
            assert_eq!(List::from_name(&list.name()), Some(list));
        }
        assert_eq!(List::from_name("tag/kyiv"), None);
    }

    #[test]
    fn the_first_page_takes_what_fills_no_part() {
        for (stories, parts) in [(0, 0), (50, 0), (99, 0), (100, 1), (149, 1), (150, 2)] {
            assert_eq!(List::parts(stories), parts, "{stories}");
        }
    }

    #[test]
    fn parts_lead_from_one_to_the_next() {
        let list = List::Section("war".to_owned());
        let page = |part| ListPage {
            list: list.clone(),
            language: Language::En,
            part,
            parts: 2,
            versions: Versions::default(),
            stories: Vec::new(),
            sections: Vec::new(),
        };
        let links = |part| {
            let path = list.path(Language::En, part);
            (page(part).newer(&path), page(part).older(&path))
        };
        let to = |path: &str| Some(path.to_owned());
        assert_eq!(links(None), (None, to("war/2.html")));
        assert_eq!(links(Some(2)), (to("../war.html"), to("1.html")));
        assert_eq!(links(Some(1)), (to("2.html"), None));
    }
}
