//! Stories: one piece of news, whatever its language, and the details that its pages show.

mod set;
mod view;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use shpalta_language::date::When;
use shpalta_language::{Language, romanise};

use crate::act::Act;
use crate::edition::{self, Edition, Hasher, language_column};
use crate::error::{Error, Expected};
use crate::finding::Held;
use crate::id::{DetailsHash, EditionId, MediaHash, NameId, NamesHash, StoryId};
use crate::media::{self, Media};
use crate::names::{self, NameEntry};
use crate::revision::{Stand, instant_column};
use crate::transact::Tx;
use crate::{Newsroom, Result};

pub use set::{STORY_KEYS, names_of};
pub(crate) use set::{
    instant, set_authors, set_embargo, set_place, set_section, set_source, set_tags, set_views,
    set_when,
};
pub use view::{ImageText, StoryEdition, StoryImage, StoryView};

/// What a story's pages show besides their text, and what holds them back.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    pub id: StoryId,
    pub slug: String,
    pub original: Language,
    pub place: Option<NameEntry>,
    pub source: Option<NameEntry>,
    pub authors: Vec<NameEntry>,
    pub when: Option<When>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    pub embargo: Option<Timestamp>,
    pub views: Option<u64>,
    pub first_published: Option<Timestamp>,
}

impl Newsroom {
    /// The story of a slug.
    ///
    /// # Errors
    /// [`Error::NoStory`].
    pub fn story_id(&self, slug: &str) -> Result<StoryId> {
        self.read(|sql| find(sql, slug)?.ok_or_else(|| Error::NoStory(slug.to_owned())))
    }

    /// A story with its details.
    pub fn story(&self, story: StoryId) -> Result<Story> {
        self.read(|sql| get(sql, story))
    }

    /// Begins a story in its original language. The slug is made from the headline; a number
    /// follows where it is taken. Nothing is written yet.
    ///
    /// # Errors
    /// [`Error::BadValue`] for a headline without letters, [`Error::NotAllowed`].
    pub fn new_story(&mut self, act: &Act, original: Language, headline: &str) -> Result<StoryId> {
        let slug = romanise::address(headline, original);
        if slug.is_empty() {
            return Err(Error::bad_value("headline", headline, Expected::Headline));
        }
        self.transact(act, "story", |tx| {
            tx.person.must_write(original)?;
            let slug = free_slug(tx, &slug)?;
            insert(tx, &slug, original)
        })
    }
}

/// Enters a story with its three editions.
pub(crate) fn insert(tx: &Tx<'_>, slug: &str, original: Language) -> Result<StoryId> {
    if find(tx, slug)?.is_some() {
        return Err(Error::StoryExists(slug.to_owned()));
    }
    let id = StoryId(tx.ids.next());
    let source = crate::setting::get(tx, "source")?;
    let source = source.and_then(|id| id.parse().ok()).map(NameId);
    tx.prepare_cached(include_str!("story/insert.sql"))?.execute(params![
        id,
        slug,
        original.code(),
        tx.act.at.as_millisecond(),
        tx.act.by,
        source,
    ])?;
    edition::insert_all(tx, id, || EditionId(tx.ids.next()))?;
    tx.changed(id, None)?;
    Ok(id)
}

pub(crate) fn free_slug(sql: &Connection, wanted: &str) -> Result<String> {
    let mut slug = wanted.to_owned();
    let mut number = 2;
    while find(sql, &slug)?.is_some() {
        slug = format!("{wanted}-{number}");
        number += 1;
    }
    Ok(slug)
}

pub(crate) fn find(sql: &Connection, slug: &str) -> Result<Option<StoryId>> {
    let mut query = sql.prepare_cached("SELECT id FROM story WHERE slug = ?")?;
    Ok(query.query_row([slug], |row| row.get(0)).optional()?)
}

pub(crate) fn get(sql: &Connection, id: StoryId) -> Result<Story> {
    let mut query = sql.prepare_cached(include_str!("story/get.sql"))?;
    let (mut story, place, source) = query.query_row([id], |row| {
        let day = row.get::<_, Option<String>>(4)?.and_then(|day| day.parse::<Date>().ok());
        let optional_instant = |column| match row.get_ref(column)? {
            rusqlite::types::ValueRef::Null => Ok(None),
            _ => instant_column(row, column).map(Some),
        };
        let when = day.map(When::Day).or(optional_instant(5)?.map(When::Instant));
        let story = Story {
            id,
            slug: row.get(0)?,
            original: language_column(row, 1)?,
            place: None,
            source: None,
            authors: Vec::new(),
            when,
            section: row.get(6)?,
            tags: Vec::new(),
            embargo: optional_instant(7)?,
            views: row.get(8)?,
            first_published: optional_instant(9)?,
        };
        Ok((story, row.get::<_, Option<NameId>>(2)?, row.get::<_, Option<NameId>>(3)?))
    })?;
    story.place = place.map(|id| names::entry(sql, id)).transpose()?;
    story.source = source.map(|id| names::entry(sql, id)).transpose()?;
    let authors = "SELECT author FROM story_author WHERE story = ? ORDER BY ordinal";
    let mut authors = sql.prepare_cached(authors)?;
    for author in authors.query_map([id], |row| row.get(0))? {
        story.authors.push(names::entry(sql, author?)?);
    }
    let tags = "SELECT tag FROM story_tag WHERE story = ? ORDER BY ordinal";
    let mut tags = sql.prepare_cached(tags)?;
    story.tags = tags.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(story)
}

/// The media that a text shows and the newsroom holds.
pub(crate) fn media_of(sql: &Connection, stand: &Stand) -> Result<Vec<Media>> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for block in &stand.blocks {
        let hash = shpalta_text::block::media_hash(&block.text).and_then(MediaHash::from_hex);
        let Some(hash) = hash.filter(|_| block.kind == shpalta_text::BlockKind::Image) else {
            continue;
        };
        if seen.insert(hash) {
            all.extend(media::find(sql, hash)?);
        }
    }
    Ok(all)
}

/// What the newsroom has of what a text shows and links to.
pub(crate) fn held<'a>(sql: &Connection, stand: &Stand, media: &'a [Media]) -> Result<Held<'a>> {
    let mut stories = BTreeSet::new();
    let named = stand.blocks.iter().flat_map(|block| match block.kind {
        shpalta_text::BlockKind::Html => shpalta_text::defined_stories(&block.text),
        _ => shpalta_text::stories(&block.text),
    });
    for slug in named {
        if find(sql, &slug)?.is_some() {
            stories.insert(slug);
        }
    }
    Ok(Held { media, stories })
}

/// The details of a page: SHA-256 over the story's own choices that the page of that language
/// shows. How a name is spelt is not among them.
pub(crate) fn details_hash(story: &Story, edition: &Edition, media: &[Media]) -> DetailsHash {
    let mut hash = Hasher::new("shpalta details 1");
    let id = |entry: &Option<NameEntry>| entry.as_ref().map(|entry| entry.id.0.into_bytes());
    hash.part(edition.language.code().as_bytes());
    hash.optional(id(&story.place).as_ref().map(<[u8; 16]>::as_slice));
    hash.optional(id(&story.source).as_ref().map(<[u8; 16]>::as_slice));
    hash.optional(story.when.map(when_text).as_deref().map(str::as_bytes));
    hash.optional(edition.address.as_deref().map(str::as_bytes));
    hash.optional(story.section.as_deref().map(str::as_bytes));
    hash.part(&(story.authors.len() as u64).to_be_bytes());
    story.authors.iter().for_each(|author| hash.part(author.id.0.as_bytes()));
    hash.part(&(story.tags.len() as u64).to_be_bytes());
    story.tags.iter().for_each(|tag| hash.part(tag.as_bytes()));
    for media in media {
        hash.part(&media.hash.0);
        hash.optional(media::credit(media, edition.language).map(str::as_bytes));
    }
    DetailsHash(hash.finish())
}

/// The names that a page shows, as its language spells them.
pub(crate) fn names_hash(story: &Story, language: Language) -> NamesHash {
    let entries = story.place.iter().chain(&story.source).chain(&story.authors);
    names::names_hash(entries.filter_map(|entry| entry.in_language(language)))
}

/// A date as stored and as JSON shows it: `2025-01-20`, or an instant in UTC.
pub fn when_text(when: When) -> String {
    match when {
        When::Day(day) => day.to_string(),
        When::Instant(instant) => instant.to_string(),
    }
}

impl Newsroom {
    /// Every story with its slug.
    pub fn story_slugs(&self) -> Result<Vec<(StoryId, String)>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached("SELECT id, slug FROM story ORDER BY id")?;
            let slugs = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(slugs.collect::<Result<_, _>>()?)
        })
    }
}

/// Stories with an edition that ever showed a media file, or with an author whose portrait it is.
pub(crate) fn using_media(sql: &Connection, hash: MediaHash) -> Result<BTreeSet<StoryId>> {
    let block = media::block_hash(hash).0;
    let mut query = sql.prepare_cached(include_str!("story/using_media.sql"))?;
    Ok(query.query_map(params![block, hash], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
