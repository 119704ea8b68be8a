//! Which stories a filter lists, and how many.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use shpalta_language::Language;

use super::tag::{Kind, Languages, NOBODY};
use super::{BoardFilter, search};
use crate::Result;
use crate::id::PersonId;
use crate::staff::{self, Person};

/// A search shows so many stories; more than these nobody reads through.
const MOST_FOUND: usize = 1_000;

/// So many matches are looked up one by one; for more of them the list is walked.
const FEW: usize = 2_000;

/// What a filter lists for a person at an instant.
#[derive(Debug)]
pub(super) enum Listing {
    Tagged(Tagged),
    /// Stories and their last changes, the newest first.
    These(Vec<(i64, i64)>),
}

/// Stories with a tag.
#[derive(Debug)]
pub(super) struct Tagged {
    kind: Kind,
    holder: PersonId,
    /// The languages that count for the person.
    mine: Languages,
    /// Languages of single stories that do not: those under an embargo, those that the person
    /// submitted.
    except: HashMap<i64, Languages>,
}

/// How many stories are listed, and how many of their editions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) stories: usize,
    pub(super) editions: usize,
}

/// Who reads the board, and when.
#[derive(Debug)]
pub(super) struct Reader {
    person: Option<Person>,
    now: Timestamp,
}

impl Reader {
    pub(super) fn new(sql: &Connection, id: Option<PersonId>, now: Timestamp) -> Result<Self> {
        Ok(Self { person: id.map(|id| staff::person(sql, id)).transpose()?, now })
    }

    fn languages(&self, may: impl Fn(&Person, Language) -> bool) -> Languages {
        let Some(person) = &self.person else { return Languages::NONE };
        Languages::of(Language::ALL.into_iter().filter(|language| may(person, *language)))
    }

    /// What a filter lists. Nobody's own work is none.
    pub(super) fn listing(&self, sql: &Connection, filter: BoardFilter) -> Result<Listing> {
        let own = self.person.as_ref().map_or(NOBODY, |person| person.id);
        let everybodys = |kind| Tagged::new(kind, NOBODY, Languages::ALL);
        Ok(Listing::Tagged(match filter {
            BoardFilter::All => everybodys(Kind::All),
            BoardFilter::Open => everybodys(Kind::Open),
            BoardFilter::Behind => everybodys(Kind::Behind),
            BoardFilter::Review => everybodys(Kind::Review),
            BoardFilter::Withdrawn => everybodys(Kind::Withdrawn),
            BoardFilter::Write => Tagged::new(Kind::Write, own, self.languages(Person::may_write)),
            BoardFilter::Translate => {
                Tagged::new(Kind::Translate, NOBODY, self.languages(Person::may_write))
            }
            BoardFilter::Approve => {
                let mine = self.languages(Person::may_approve);
                let submitted = Tagged::new(Kind::Submitted, own, Languages::ALL).all(sql)?;
                Tagged::new(Kind::Approve, NOBODY, mine).except(submitted)
            }
            BoardFilter::Ready => {
                let mine = self.languages(Person::may_approve);
                let embargoed = embargoed(sql, self.now)?.into_iter();
                Tagged::new(Kind::Ready, NOBODY, mine)
                    .except(embargoed.map(|(story, _)| (story, Languages::ALL)))
            }
            BoardFilter::Embargoed => {
                let mut these = embargoed(sql, self.now)?;
                these.sort_unstable_by_key(|(_, changed)| std::cmp::Reverse(*changed));
                return Ok(Listing::These(these));
            }
        }))
    }
}

/// Stories under an embargo, with their last changes.
fn embargoed(sql: &Connection, now: Timestamp) -> Result<Vec<(i64, i64)>> {
    let mut query = sql.prepare_cached(include_str!("embargoed.sql"))?;
    let rows = query.query_map([now.as_millisecond()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Listing {
    /// How many there are: from the counters.
    pub(super) fn count(&self, sql: &Connection) -> Result<Count> {
        match self {
            Self::Tagged(tagged) => tagged.count(sql),
            Self::These(these) => Ok(Count { stories: these.len(), editions: these.len() }),
        }
    }

    /// The numbers of the stories on one page, the one that changed last first.
    pub(super) fn page(&self, sql: &Connection, offset: usize, limit: usize) -> Result<Vec<i64>> {
        match self {
            Self::Tagged(tagged) => tagged.page(sql, offset, limit),
            Self::These(these) => {
                let page = these.iter().skip(offset).take(limit);
                Ok(page.map(|(story, _)| *story).collect())
            }
        }
    }

    /// The numbers of the listed stories that a search finds, the one that changed last first; at
    /// most [`MOST_FOUND`].
    pub(super) fn found(&self, sql: &Connection, query: &str) -> Result<Vec<i64>> {
        let found = search::matching(sql, query)?;
        match self {
            Self::These(these) => {
                let numbers = these.iter().map(|(story, _)| *story);
                Ok(numbers.filter(|story| found.contains(story)).take(MOST_FOUND).collect())
            }
            Self::Tagged(tagged) if found.len() > FEW => {
                let wanted = |story| found.contains(&story);
                tagged.walk(sql, 0, wanted, 0, MOST_FOUND)
            }
            Self::Tagged(tagged) => {
                let mut these = Vec::new();
                for story in found {
                    these.extend(tagged.changed(sql, story)?.map(|changed| (changed, story)));
                }
                these.sort_unstable_by(|a, b| b.cmp(a));
                Ok(these.into_iter().map(|(_, story)| story).take(MOST_FOUND).collect())
            }
        }
    }
}

impl Tagged {
    fn new(kind: Kind, holder: PersonId, mine: Languages) -> Self {
        Self { kind, holder, mine, except: HashMap::new() }
    }

    fn except(mut self, stories: impl IntoIterator<Item = (i64, Languages)>) -> Self {
        self.except.extend(stories);
        self
    }

    /// Of a story's languages under this tag those that count.
    fn counted(&self, story: i64, tagged: Languages) -> Languages {
        let except = self.except.get(&story).copied().unwrap_or_default();
        tagged.and(self.mine).without(except)
    }

    fn all(&self, sql: &Connection) -> Result<Vec<(i64, Languages)>> {
        let mut query = sql.prepare_cached(include_str!("list.sql"))?;
        let rows = query
            .query_map(params![self.kind.name(), self.holder, self.mine, 0], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn count(&self, sql: &Connection) -> Result<Count> {
        let query = "SELECT languages, stories FROM board_count WHERE kind = ? AND person = ?";
        let mut query = sql.prepare_cached(query)?;
        let mut rows = query.query(params![self.kind.name(), self.holder])?;
        let mut count = Count::default();
        while let Some(row) = rows.next()? {
            let counted = row.get::<_, Languages>(0)?.and(self.mine);
            let stories: usize = row.get(1)?;
            count.editions += stories * counted.len();
            count.stories += if counted.is_empty() { 0 } else { stories };
        }
        for story in self.except.keys() {
            let Some((_, tagged)) = self.tag(sql, *story)? else { continue };
            let (before, after) = (tagged.and(self.mine), self.counted(*story, tagged));
            count.editions -= before.len() - after.len();
            count.stories -= usize::from(!before.is_empty() && after.is_empty());
        }
        Ok(count)
    }

    fn page(&self, sql: &Connection, offset: usize, limit: usize) -> Result<Vec<i64>> {
        // Without exceptions SQLite skips faster than we do.
        let (skipped, left) = if self.except.is_empty() { (offset, 0) } else { (0, offset) };
        self.walk(sql, skipped, |_| true, left, limit)
    }

    /// Walks the list from its `skipped`th story on; of the wanted ones the first `offset` are
    /// left out.
    fn walk(
        &self,
        sql: &Connection,
        skipped: usize,
        wanted: impl Fn(i64) -> bool,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<i64>> {
        let mut query = sql.prepare_cached(include_str!("list.sql"))?;
        let mut rows = query.query(params![self.kind.name(), self.holder, self.mine, skipped])?;
        let (mut left, mut page) = (offset, Vec::new());
        while page.len() < limit
            && let Some(row) = rows.next()?
        {
            let story = row.get(0)?;
            if self.counted(story, row.get(1)?).is_empty() || !wanted(story) {
                continue;
            }
            match left {
                0 => page.push(story),
                _ => left -= 1,
            }
        }
        Ok(page)
    }

    /// The last change of a story and its languages under this tag.
    fn tag(&self, sql: &Connection, story: i64) -> Result<Option<(i64, Languages)>> {
        let query = "SELECT changed, languages FROM board_tag \
                     WHERE story = ? AND kind = ? AND person = ?";
        let mut query = sql.prepare_cached(query)?;
        let parameters = params![story, self.kind.name(), self.holder];
        Ok(query.query_row(parameters, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// The last change of a story that is listed.
    fn changed(&self, sql: &Connection, story: i64) -> Result<Option<i64>> {
        let tag = self.tag(sql, story)?;
        Ok(tag
            .filter(|(_, tagged)| !self.counted(story, *tagged).is_empty())
            .map(|(changed, _)| changed))
    }
}
