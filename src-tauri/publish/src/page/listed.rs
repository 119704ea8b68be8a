//! A story as lists, feeds and sitemaps show it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use shpalta_language::date::{When, kyiv};
use shpalta_language::{Language, page as words, romanise};

use super::list::List;
use super::structured;
use crate::address;

/// A story as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub path: String,
    pub headline: String,
    pub lead: String,
    pub place: Option<String>,
    pub published: When,
    /// When readers were told of something new.
    pub modified: Option<Timestamp>,
    pub authors: Vec<Author>,
    pub section: Option<String>,
    /// What was corrected or clarified, the newest first.
    pub notes: Vec<Note>,
    pub tags: Vec<String>,
    /// The address of its first picture.
    pub image: Option<String>,
    /// The story's original, if it is another one than this and is there.
    pub original: Option<Language>,
}

/// An author of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    pub name: String,
    /// What the author's page goes by.
    pub key: String,
}

/// What was wrong or unclear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What readers call it.
    pub name: String,
    pub text: String,
    pub at: Timestamp,
}

impl Listed {
    /// Reads it from the page itself, wherever and whenever that was exported; none when the page
    /// is not one of ours.
    pub fn in_page(path: &str, html: &str) -> Option<Self> {
        let article = structured::in_page(html)?;
        let language = article.in_language;
        let published = &article.date_published;
        let day = || published.parse::<Date>().ok().map(When::Day);
        let instant = || published.parse::<Timestamp>().ok().map(When::Instant);
        Some(Self {
            path: path.to_owned(),
            published: if published.contains('T') { instant() } else { day() }?,
            headline: article.headline,
            lead: article.description,
            place: article.content_location.map(|place| place.name),
            modified: article.date_modified.and_then(|modified| modified.parse().ok()),
            authors: article
                .author
                .into_iter()
                .map(|author| Author::of(language, author))
                .collect(),
            section: article.article_section,
            notes: article.correction.into_iter().filter_map(Note::of).collect(),
            tags: article.keywords,
            image: article.image.into_iter().next(),
            original: article.translation_of_work.map(|original| original.in_language),
        })
    }

    /// The instant by which the story is news.
    pub fn at(&self) -> Timestamp {
        day_begins(self.published)
    }

    /// The lists that show it, and the instants by which they do.
    pub fn lists(&self, language: Language) -> Vec<(List, Timestamp)> {
        let section = self.section.iter().map(|name| words::section_key(language, name));
        let authors = self.authors.iter().map(|author| List::Author(author.key.clone()));
        let lists = std::iter::once(List::Latest).chain(section.map(List::Section)).chain(authors);
        let corrected = self.notes.iter().map(|note| note.at).max();
        lists
            .map(|list| (list, self.at()))
            .chain(corrected.map(|at| (List::Corrections, at)))
            .collect()
    }
}

impl Author {
    fn of(language: Language, author: structured::Named) -> Self {
        let key = author.identifier.filter(|key| address::is_plain(key));
        let key = key.unwrap_or_else(|| romanise::address(&author.name, language));
        Self { name: author.name, key }
    }
}

impl Note {
    fn of(correction: structured::Correction) -> Option<Self> {
        let at = correction.date_published.parse().ok()?;
        Some(Self { name: correction.name, text: correction.text, at })
    }
}

/// An instant, or that with which a day begins in Kyiv.
pub(super) fn day_begins(when: When) -> Timestamp {
    match when {
        When::Instant(instant) => instant,
        When::Day(day) => day
            .to_zoned_datetime(kyiv())
            .map_or(Timestamp::UNIX_EPOCH, |midnight| midnight.timestamp()),
    }
}
