//! Which lists show a page, and where: front pages, feeds, sections, authors …

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use shpalta_language::Language;

use super::stretches::Spot;
use super::{Ledger, language_of};
use crate::Result;
use crate::id::StoryId;

/// A page that is in lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedFile {
    /// Slug.
    pub story: Option<String>,
    pub language: Option<Language>,
    /// What lists show of it.
    pub listed: String,
}

/// Where lists show a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub at: Timestamp,
    /// Of the story: ids grow with time.
    pub story: Option<StoryId>,
}

impl Place {
    fn age(&self) -> &[u8] {
        self.story.as_ref().map_or(&[], |story| story.0.as_bytes())
    }

    pub(super) fn spot(&self, path: &str) -> Spot {
        Spot::of(self.at.as_millisecond(), self.age(), path)
    }
}

impl Ledger {
    /// What lists show of a page, if they do.
    pub fn listed(&self, path: &str) -> Result<Option<String>> {
        let mut query = self.sql.prepare_cached("SELECT listed FROM file WHERE path = ?")?;
        Ok(query.query_row([path], |row| row.get(0)).optional()?.flatten())
    }

    /// The lists that show a page, by name, and where.
    pub fn entries(&self, path: &str) -> Result<BTreeMap<String, Place>> {
        let query = "SELECT list, at, age FROM entry WHERE path = ?";
        let mut query = self.sql.prepare_cached(query)?;
        let entries = query.query_map([path], |row| {
            let age: Vec<u8> = row.get(2)?;
            let at = Timestamp::from_millisecond(row.get(1)?).unwrap_or_default();
            Ok((row.get(0)?, Place { at, story: uuid::Uuid::from_slice(&age).ok().map(StoryId) }))
        })?;
        Ok(entries.collect::<Result<_, _>>()?)
    }

    /// Puts a page into a list that does not have it.
    ///
    /// # Errors
    /// Those of SQLite; one of them is that the list has it.
    pub fn enter(&self, list: &str, path: &str, place: Place) -> Result<()> {
        self.sql
            .prepare_cached("INSERT INTO entry (list, path, at, age) VALUES (?, ?, ?, ?)")?
            .execute(params![list, path, place.at.as_millisecond(), place.age()])?;
        self.lengthen(list, &place.spot(path))
    }

    /// Takes a page out of a list.
    pub fn leave(&self, list: &str, path: &str) -> Result<()> {
        let delete = "DELETE FROM entry WHERE list = ? AND path = ? RETURNING at, age";
        let mut query = self.sql.prepare_cached(delete)?;
        let spot = query.query_row([list, path], |row| {
            Ok(Spot::of(row.get(0)?, row.get_ref(1)?.as_blob()?, path))
        });
        spot.optional()?.map_or(Ok(()), |spot| self.shorten(list, &spot))
    }

    /// What a list shows of its newest pages, the newest first, of equals the younger.
    pub fn newest_in(&self, list: &str, limit: usize) -> Result<Vec<String>> {
        let mut query = self.sql.prepare_cached(include_str!("newest.sql"))?;
        let listed = query.query_map(params![list, limit], |row| row.get(0))?;
        Ok(listed.collect::<Result<_, _>>()?)
    }

    /// The names of lists that begin so.
    pub fn list_names(&self, beginning: &str) -> Result<Vec<String>> {
        let mut query = self.sql.prepare_cached(include_str!("names.sql"))?;
        let names = query.query_map([beginning], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Says what lists show of a page; none for one that is in no list.
    pub fn list(&self, path: &str, listed: Option<&str>) -> Result<()> {
        let list = "UPDATE file SET listed = ? WHERE path = ?";
        self.sql.prepare_cached(list)?.execute(params![listed, path])?;
        Ok(())
    }

    /// All pages that are in lists.
    pub fn listed_pages(&self) -> Result<Vec<ListedFile>> {
        self.lists(include_str!("listed.sql"), [])
    }

    /// Those that one part of the manifest lists.
    pub fn listed_pages_of_part(&self, part: u8) -> Result<Vec<ListedFile>> {
        self.lists(include_str!("listed_of_part.sql"), [part])
    }

    /// Those of three lists whose place is between two instants, both included, the newest first.
    pub fn listed_between(
        &self,
        [one, another, third]: &[String; 3],
        from: Timestamp,
        to: Timestamp,
        limit: usize,
    ) -> Result<Vec<ListedFile>> {
        let (from, to) = (from.as_millisecond(), to.as_millisecond());
        let given = params![one, another, third, from, to, limit];
        self.lists(include_str!("listed_between.sql"), given)
    }

    /// When the place of the first of three lists' pages comes after an instant, in milliseconds
    /// since 1970.
    pub fn next_listed(
        &self,
        [one, another, third]: &[String; 3],
        after: Timestamp,
    ) -> Result<Option<i64>> {
        let query = "SELECT min(at) FROM entry WHERE list IN (?, ?, ?) AND at > ?";
        let given = params![one, another, third, after.as_millisecond()];
        Ok(self.sql.prepare_cached(query)?.query_row(given, |row| row.get(0))?)
    }

    fn lists(&self, query: &str, given: impl rusqlite::Params) -> Result<Vec<ListedFile>> {
        let mut query = self.sql.prepare_cached(query)?;
        let pages = query.query_map(given, |row| {
            let (story, listed) = (row.get(0)?, row.get(2)?);
            Ok(ListedFile { story, language: language_of(row, 1)?, listed })
        })?;
        Ok(pages.collect::<Result<_, _>>()?)
    }
}
