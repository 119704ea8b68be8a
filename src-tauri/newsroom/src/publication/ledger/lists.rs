//! Which lists show a page, and where: front pages, feeds, sections, authors …

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use shpalta_language::Language;

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
}

/// How far a list was read, from its oldest page on.
#[derive(Debug, Clone)]
pub struct Reached {
    at: i64,
    age: Vec<u8>,
    path: String,
}

impl Default for Reached {
    /// Before the first.
    fn default() -> Self {
        Self { at: i64::MIN, age: Vec::new(), path: String::new() }
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

    /// Puts a page into a list, or elsewhere in it.
    pub fn enter(&self, list: &str, path: &str, place: Place) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT OR REPLACE INTO entry (list, path, at, age) VALUES (?, ?, ?, ?)",
            )?
            .execute(params![list, path, place.at.as_millisecond(), place.age()])?;
        Ok(())
    }

    /// Takes a page out of a list.
    pub fn leave(&self, list: &str, path: &str) -> Result<()> {
        let delete = "DELETE FROM entry WHERE list = ? AND path = ?";
        self.sql.prepare_cached(delete)?.execute([list, path])?;
        Ok(())
    }

    /// How many pages of a list come before a place, whether or not something stands there.
    pub fn rank(&self, list: &str, path: &str, place: Place) -> Result<usize> {
        let mut query = self.sql.prepare_cached(include_str!("rank.sql"))?;
        let given = params![list, place.at.as_millisecond(), place.age(), path];
        Ok(query.query_row(given, |row| row.get(0))?)
    }

    /// How many pages a list has.
    pub fn count_in(&self, list: &str) -> Result<usize> {
        let query = "SELECT count(*) FROM entry WHERE list = ?";
        Ok(self.sql.prepare_cached(query)?.query_row([list], |row| row.get(0))?)
    }

    /// What a list shows of some of its pages, the newest first: behind the older ones up to `from`,
    /// so many are passed over. With it the place up to which was read.
    pub fn slice(
        &self,
        list: &str,
        from: &Reached,
        passed: usize,
        limit: usize,
    ) -> Result<(Vec<String>, Reached)> {
        let mut query = self.sql.prepare_cached(include_str!("slice.sql"))?;
        let given = params![list, from.at, from.age, from.path, limit, passed];
        let mut rows = query.query(given)?;
        let (mut listed, mut reached) = (Vec::new(), None);
        while let Some(row) = rows.next()? {
            listed.push(row.get(0)?);
            if reached.is_none() {
                reached = Some(Reached { at: row.get(1)?, age: row.get(2)?, path: row.get(3)? });
            }
        }
        Ok((listed, reached.unwrap_or_else(|| from.clone())))
    }

    /// What a list shows of its newest page.
    pub fn newest_in(&self, list: &str) -> Result<Option<String>> {
        let mut query = self.sql.prepare_cached(include_str!("newest_in.sql"))?;
        Ok(query.query_row([list], |row| row.get(0)).optional()?)
    }

    /// The names of lists that begin so.
    pub fn list_names(&self, beginning: &str) -> Result<Vec<String>> {
        let mut query = self.sql.prepare_cached(include_str!("names.sql"))?;
        let names = query.query_map([beginning], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Says what lists show of a page; none for one that is in no list.
    pub fn list(&self, path: &str, listed: Option<(&str, Place)>) -> Result<()> {
        let place = listed.map(|(_, place)| place);
        self.sql
            .prepare_cached("UPDATE file SET listed = ?, at = ?, age = ? WHERE path = ?")?
            .execute(params![
                listed.map(|(listed, _)| listed),
                place.map(|place| place.at.as_millisecond()),
                place.and_then(|place| place.story),
                path
            ])?;
        Ok(())
    }

    /// What lists show of a language's pages, the newest first.
    pub fn newest(&self, language: Language, limit: usize) -> Result<Vec<String>> {
        let mut query = self.sql.prepare_cached(include_str!("newest.sql"))?;
        let listed = query.query_map(params![language.code(), limit], |row| row.get(0))?;
        Ok(listed.collect::<Result<_, _>>()?)
    }

    /// How many pages are in lists.
    pub fn count_listed(&self) -> Result<usize> {
        let query = "SELECT count(*) FROM file WHERE listed IS NOT NULL";
        Ok(self.sql.prepare_cached(query)?.query_row([], |row| row.get(0))?)
    }

    /// All pages that are in lists.
    pub fn listed_pages(&self) -> Result<Vec<ListedFile>> {
        self.lists(include_str!("listed.sql"), [])
    }

    /// Those that one part of the manifest lists.
    pub fn listed_pages_of_part(&self, part: u8) -> Result<Vec<ListedFile>> {
        self.lists(include_str!("listed_of_part.sql"), [part])
    }

    /// Those whose place is between two instants, both included, the newest first.
    pub fn listed_between(
        &self,
        from: Timestamp,
        to: Timestamp,
        limit: usize,
    ) -> Result<Vec<ListedFile>> {
        let given = params![from.as_millisecond(), to.as_millisecond(), limit];
        self.lists(include_str!("listed_between.sql"), given)
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
