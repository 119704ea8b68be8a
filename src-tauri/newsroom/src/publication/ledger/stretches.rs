//! How many pages of a list stand before a place: a list is cut into stretches whose pages are
//! counted, so nobody walks it. They are made when somebody asks, for where nobody does, as while
//! a whole site is made, keeping them would be work for nothing.

use rusqlite::{OptionalExtension, Row, params};

use super::{Ledger, Place};
use crate::Result;

/// How many pages a new stretch has; one of twice as many is cut in two.
const STRETCH: usize = 128;

/// Where a page stands in a list: what pages of a list are ordered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    at: i64,
    age: Vec<u8>,
    path: String,
}

impl Spot {
    /// Before the first page.
    fn first() -> Self {
        Self::of(i64::MIN, &[], "")
    }

    pub fn of(at: i64, age: &[u8], path: &str) -> Self {
        Self { at, age: age.to_owned(), path: path.to_owned() }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { at: row.get(0)?, age: row.get(1)?, path: row.get(2)? })
    }
}

impl Ledger {
    /// How many pages a list has.
    pub fn count_in(&self, list: &str) -> Result<usize> {
        self.stretch(list)?;
        let query = "SELECT coalesce(sum(pages), 0) FROM stretch WHERE list = ?";
        Ok(self.sql.prepare_cached(query)?.query_row([list], |row| row.get(0))?)
    }

    /// How many pages of a list come before a place, whether or not something stands there.
    pub fn rank(&self, list: &str, path: &str, place: Place) -> Result<usize> {
        self.stretch(list)?;
        let spot = place.spot(path);
        let mut query = self.sql.prepare_cached(include_str!("stretch_of.sql"))?;
        let given = params![list, spot.at, spot.age, spot.path];
        let Some(begin) = query.query_row(given, Spot::read).optional()? else { return Ok(0) };
        let mut query = self.sql.prepare_cached(include_str!("rank.sql"))?;
        let given = params![list, spot.at, spot.age, spot.path, begin.at, begin.age, begin.path];
        Ok(query.query_row(given, |row| row.get(0))?)
    }

    /// What a list shows of some of its pages, the newest first; the oldest `passed` are passed
    /// over.
    pub fn slice(&self, list: &str, passed: usize, limit: usize) -> Result<Vec<String>> {
        let (near, left) = self.spot_near(list, passed)?;
        let mut query = self.sql.prepare_cached(include_str!("slice.sql"))?;
        let given = params![list, near.at, near.age, near.path, limit, left];
        Ok(query.query_map(given, |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// A spot at or before the page that so many of the list stand before, and how many pages from
    /// there on stand before it.
    fn spot_near(&self, list: &str, passed: usize) -> Result<(Spot, usize)> {
        self.stretch(list)?;
        let mut query = self.sql.prepare_cached(include_str!("stretches.sql"))?;
        let mut rows = query.query([list])?;
        let (mut near, mut left) = (Spot::first(), passed);
        let mut pages = 0;
        while let Some(row) = rows.next()? {
            if left < pages {
                break;
            }
            left -= pages;
            near = Spot::read(row)?;
            pages = row.get(3)?;
        }
        Ok((near, left))
    }

    /// Counts a page in that came to a spot.
    pub(super) fn lengthen(&self, list: &str, spot: &Spot) -> Result<()> {
        match self.recount(list, spot, 1)? {
            Some((begin, pages)) if pages >= 2 * STRETCH => self.cut(list, &begin, pages),
            _ => Ok(()),
        }
    }

    /// Counts a page out that left a spot.
    pub(super) fn shorten(&self, list: &str, spot: &Spot) -> Result<()> {
        self.recount(list, spot, -1).map(drop)
    }

    /// Where the stretch of a spot begins, and how many pages it has now; none where the list has
    /// no stretches.
    fn recount(&self, list: &str, spot: &Spot, more: i64) -> Result<Option<(Spot, usize)>> {
        if !self.has_stretches.get() {
            return Ok(None);
        }
        let mut query = self.sql.prepare_cached(include_str!("recount.sql"))?;
        let given = params![list, spot.at, spot.age, spot.path, more];
        Ok(query.query_row(given, |row| Ok((Spot::read(row)?, row.get(3)?))).optional()?)
    }

    fn cut(&self, list: &str, begin: &Spot, pages: usize) -> Result<()> {
        let mut query = self.sql.prepare_cached(include_str!("middle.sql"))?;
        let given = params![list, begin.at, begin.age, begin.path, STRETCH];
        let middle = query.query_row(given, Spot::read)?;
        self.put_stretch(list, begin, STRETCH)?;
        self.put_stretch(list, &middle, pages - STRETCH)
    }

    /// Cuts a list into stretches unless it has some.
    fn stretch(&self, list: &str) -> Result<()> {
        let has = "SELECT 1 FROM stretch WHERE list = ?";
        if self.sql.prepare_cached(has)?.exists([list])? {
            return Ok(());
        }
        let query = "SELECT at, age, path FROM entry WHERE list = ? ORDER BY at, age, path";
        let mut query = self.sql.prepare_cached(query)?;
        let mut rows = query.query([list])?;
        let (mut begin, mut pages) = (Spot::first(), 0);
        while let Some(row) = rows.next()? {
            if pages == STRETCH {
                self.put_stretch(list, &begin, pages)?;
                (begin, pages) = (Spot::read(row)?, 0);
            }
            pages += 1;
        }
        match pages {
            0 => Ok(()),
            pages => self.put_stretch(list, &begin, pages),
        }
    }

    fn put_stretch(&self, list: &str, begin: &Spot, pages: usize) -> Result<()> {
        self.has_stretches.set(true);
        let put = "INSERT OR REPLACE INTO stretch VALUES (?, ?, ?, ?, ?)";
        self.sql
            .prepare_cached(put)?
            .execute(params![list, begin.at, begin.age, begin.path, pages])?;
        Ok(())
    }
}
