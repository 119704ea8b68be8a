//! The board: stories × languages, answered from a cache that lives in the same file and follows
//! every change in the same transaction.
//!
//! Nothing in the cache depends on the clock: an embargo is compared when the board is read.

mod derive;
mod facts;
mod list;
mod pill;
mod search;
mod tag;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

use crate::finding::{FindingCode, FindingCounts};
use crate::id::{PersonId, StoryId};
use crate::names::NameEntry;
use crate::revision::instant_column;
use crate::status::{Editorial, Publication, publication_at};
use crate::story::{self, Story};
use crate::{Act, Newsroom, Result, staff};

use derive::{Derived, derive};
use facts::Facts;
use list::Reader;
pub use pill::Pill;

/// Which stories the board shows. What is "mine" is told by the person who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BoardFilter {
    /// Work is left in an edition that has text, or nobody wrote the original yet. An edition
    /// that is out as approved, one that is withdrawn for good and a translation that nobody
    /// began leave none.
    Open,
    /// The pill of an edition says "behind".
    Behind,
    /// The pill of an edition says "in review".
    Review,
    /// The embargo has not passed.
    Embargoed,
    /// The page of an edition is a notice, for good or while facts are checked.
    Withdrawn,
    /// Mine to write: I began the story or wrote in its original last, and the original has no
    /// text, is a draft or returned, or has a finding that stops it.
    Write,
    /// Mine to translate: in a language of mine, of a text that there is, a translation that is
    /// not begun, a draft or returned, behind, or stopped by a finding.
    Translate,
    /// Mine to approve: in review, in a language that I may approve, and not submitted by me.
    Approve,
    /// Mine to export: an approved text that would go out now and is not out, in a language that
    /// I may approve.
    Ready,
    /// The archive: every story.
    All,
}

/// What part of the board is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BoardQuery {
    pub filter: BoardFilter,
    /// Words that a headline in any language has to have the beginnings of; empty finds all.
    pub search: String,
    /// The language that names are spelt in.
    pub language: Language,
    /// How many stories come before the first that is asked for.
    pub offset: usize,
    /// How many stories are asked for.
    pub limit: usize,
}

/// A part of the board, the story that changed last first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardPage {
    /// How many stories there are altogether; a search counts to 1,000.
    pub total: usize,
    pub stories: Vec<BoardStory>,
}

/// One story on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardStory {
    #[serde(skip)]
    #[ts(skip)]
    pub id: StoryId,
    /// The story's slug.
    pub story: String,
    pub original: Language,
    /// The original's headline, or else that of the first edition that has one.
    pub headline: String,
    pub place: Option<String>,
    pub authors: Vec<String>,
    pub section: Option<String>,
    #[ts(type = "string | null")]
    pub embargo: Option<Timestamp>,
    /// When the story changed last.
    #[ts(type = "string")]
    pub changed: Timestamp,
    /// The three editions, in the order uk, en, ru.
    pub editions: Vec<BoardEdition>,
}

/// One edition on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardEdition {
    pub language: Language,
    pub headline: String,
    pub pill: Pill,
    pub editorial: Editorial,
    pub publication: Publication,
    /// The number of the newest revision.
    pub revision: Option<u32>,
    pub approved_revision: Option<u32>,
    /// Rows of a translation, and how many of them have text or need none.
    pub rows: usize,
    pub written: usize,
    pub behind: usize,
    pub coming: usize,
    pub findings: FindingCounts,
    /// The first finding that holds the text back.
    pub finding: Option<FindingCode>,
    /// When what the pill says came about. Being behind is as old as the original's approval.
    #[ts(type = "string | null")]
    pub since: Option<Timestamp>,
    /// The name of whoever brought it about.
    pub person: Option<String>,
    pub second_look: bool,
}

/// How many stories (open, behind, review, embargoed, withdrawn, all) or editions (write,
/// translate, approve, ready) the filters list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct BoardCounts {
    pub open: usize,
    pub behind: usize,
    pub review: usize,
    pub embargoed: usize,
    pub withdrawn: usize,
    pub write: usize,
    pub translate: usize,
    pub approve: usize,
    pub ready: usize,
    pub all: usize,
}

impl Newsroom {
    /// A part of the board as `person` sees it at an instant. Nobody has no work of their own.
    ///
    /// # Errors
    /// [`Error::NoPerson`](crate::Error::NoPerson).
    pub fn board(
        &self,
        query: &BoardQuery,
        person: Option<PersonId>,
        now: Timestamp,
    ) -> Result<BoardPage> {
        self.read(|sql| {
            let listing = Reader::new(sql, person, now)?.listing(sql, query.filter)?;
            let (total, page) = match search::query(&query.search) {
                Some(words) => {
                    let found = listing.found(sql, &words)?;
                    let page = found.iter().skip(query.offset).take(query.limit);
                    (found.len(), page.copied().collect())
                }
                None => {
                    let page = listing.page(sql, query.offset, query.limit)?;
                    (listing.count(sql)?.stories, page)
                }
            };
            let shown = page.into_iter().map(|number| shown(sql, number, query.language, now));
            Ok(BoardPage { total, stories: shown.collect::<Result<_>>()? })
        })
    }

    /// One story as the board shows it, with names spelt in `language`.
    pub fn board_story(
        &self,
        story: StoryId,
        language: Language,
        now: Timestamp,
    ) -> Result<BoardStory> {
        self.read(|sql| {
            let number = number_of(sql, story)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
            shown(sql, number, language, now)
        })
    }

    /// What the filters of the board list, counted.
    ///
    /// # Errors
    /// [`Error::NoPerson`](crate::Error::NoPerson).
    pub fn board_counts(&self, person: Option<PersonId>, now: Timestamp) -> Result<BoardCounts> {
        self.read(|sql| {
            let reader = Reader::new(sql, person, now)?;
            let count = |filter| reader.listing(sql, filter)?.count(sql);
            Ok(BoardCounts {
                open: count(BoardFilter::Open)?.stories,
                behind: count(BoardFilter::Behind)?.stories,
                review: count(BoardFilter::Review)?.stories,
                embargoed: count(BoardFilter::Embargoed)?.stories,
                withdrawn: count(BoardFilter::Withdrawn)?.stories,
                write: count(BoardFilter::Write)?.editions,
                translate: count(BoardFilter::Translate)?.editions,
                approve: count(BoardFilter::Approve)?.editions,
                ready: count(BoardFilter::Ready)?.editions,
                all: count(BoardFilter::All)?.stories,
            })
        })
    }

    /// All stories, the one that changed last first.
    pub fn story_ids(&self) -> Result<Vec<StoryId>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("board/ids.sql"))?;
            Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }

    /// Slugs of the stories that the cache tells otherwise than they are.
    pub fn stale_board_rows(&self) -> Result<Vec<String>> {
        self.read(stale)
    }

    /// Whether the counters of the board say what counting its tags says.
    pub fn board_counts_agree(&self) -> Result<bool> {
        self.read(counts_agree)
    }

    /// Computes the board's cache anew.
    ///
    /// # Errors
    /// [`Error::NotAllowed`](crate::Error::NotAllowed) unless a chief asks.
    pub fn rebuild_board(&mut self, act: &Act) -> Result<()> {
        self.transact(act, "rebuild", |tx| {
            tx.person.must_be_chief()?;
            rebuild(tx)?;
            tx.changed_newsroom()
        })
    }
}

/// A story as the board shows it.
fn shown(sql: &Connection, number: i64, language: Language, now: Timestamp) -> Result<BoardStory> {
    let (id, changed) = sql
        .prepare_cached(include_str!("board/story.sql"))?
        .query_row([number], |row| Ok((row.get(0)?, instant_column(row, 1)?)))?;
    let story = story::get(sql, id)?;
    let facts = Facts::load(sql, id)?;
    let original = facts.iter().filter(|facts| facts.language == story.original);
    let headlines = original.chain(&facts).map(|facts| &facts.headline);
    let headline = headlines.into_iter().find(|headline| !headline.is_empty()).cloned();
    let spelt = |entry: &NameEntry| entry.in_language(language).map(str::to_owned);
    let editions = shown_editions(sql, facts, story.embargo, now)?;
    Ok(BoardStory {
        id,
        headline: headline.unwrap_or_default(),
        place: story.place.as_ref().and_then(spelt),
        authors: story.authors.iter().filter_map(spelt).collect(),
        editions,
        story: story.slug,
        original: story.original,
        section: story.section,
        embargo: story.embargo,
        changed,
    })
}

/// The editions of a story as the board shows them.
pub(crate) fn editions(
    sql: &Connection,
    story: &Story,
    now: Timestamp,
) -> Result<Vec<BoardEdition>> {
    shown_editions(sql, Facts::load(sql, story.id)?, story.embargo, now)
}

fn shown_editions(
    sql: &Connection,
    facts: Vec<Facts>,
    embargo: Option<Timestamp>,
    now: Timestamp,
) -> Result<Vec<BoardEdition>> {
    facts.into_iter().map(|facts| edition(sql, facts, embargo, now)).collect()
}

fn edition(
    sql: &Connection,
    facts: Facts,
    embargo: Option<Timestamp>,
    now: Timestamp,
) -> Result<BoardEdition> {
    let person = facts.person.map(|id| staff::person(sql, id)).transpose()?;
    Ok(BoardEdition {
        pill: facts.pill(),
        publication: publication_at(facts.withdrawal, embargo, facts.exported, now),
        language: facts.language,
        headline: facts.headline,
        editorial: facts.editorial,
        revision: facts.revision,
        approved_revision: facts.approved_revision,
        rows: facts.rows,
        written: facts.written,
        behind: facts.behind,
        coming: facts.coming,
        findings: facts.findings,
        finding: facts.finding,
        since: facts.since,
        person: person.map(|person| person.name),
        second_look: facts.second_look,
    })
}

/// Slugs of the stories that the cache tells otherwise than they are.
pub(crate) fn stale(sql: &Connection) -> Result<Vec<String>> {
    let mut stale = Vec::new();
    for id in all_stories(sql)? {
        // A cache that cannot be read is another than it should be.
        if cached(sql, id).ok().flatten() != Some(derive(sql, id)?) {
            stale.push(story::get(sql, id)?.slug);
        }
    }
    Ok(stale)
}

/// Whether the counters say what counting the tags says.
pub(crate) fn counts_agree(sql: &Connection) -> Result<bool> {
    Ok(!sql.prepare(include_str!("board/miscounted.sql"))?.exists([])?)
}

/// Whether the search finds the words of each story where they stand, and no others.
pub(crate) fn search_agrees(sql: &Connection) -> Result<bool> {
    search::agrees(sql)
}

fn number_of(sql: &Connection, story: StoryId) -> Result<Option<i64>> {
    let mut query = sql.prepare_cached("SELECT number FROM board_story WHERE story = ?")?;
    Ok(query.query_row([story], |row| row.get(0)).optional()?)
}

/// What the cache holds of a story.
fn cached(sql: &Connection, story: StoryId) -> Result<Option<Derived>> {
    let Some(number) = number_of(sql, story)? else { return Ok(None) };
    let mut words = sql.prepare_cached("SELECT words FROM board_story WHERE number = ?")?;
    Ok(Some(Derived {
        editions: Facts::load(sql, story)?,
        tags: tag::load(sql, number)?,
        words: words.query_row([number], |row| row.get(0))?,
    }))
}

fn all_stories(sql: &Connection) -> Result<Vec<StoryId>> {
    let mut query = sql.prepare("SELECT id FROM story")?;
    Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Computes the cache of every story, and the counters, anew.
pub(crate) fn rebuild(sql: &Connection) -> Result<()> {
    all_stories(sql)?.into_iter().try_for_each(|story| refresh(sql, story))?;
    sql.execute_batch(include_str!("board/recount.sql"))?;
    Ok(())
}

/// Has the cache follow a story.
pub(crate) fn refresh(sql: &Connection, id: StoryId) -> Result<()> {
    let derived = derive(sql, id)?;
    for facts in &derived.editions {
        facts.store(sql, id)?;
    }
    let number = match number_of(sql, id)? {
        Some(number) => {
            sql.prepare_cached(include_str!("board/word.sql"))?
                .execute(params![number, derived.words])?;
            number
        }
        None => {
            sql.prepare_cached("INSERT INTO board_story (story, words) VALUES (?, ?)")?
                .execute(params![id, derived.words])?;
            sql.last_insert_rowid()
        }
    };
    let changed = sql
        .prepare_cached(include_str!("board/last_change.sql"))?
        .query_row(params![id, number], |row| row.get(0))?;
    tag::store(sql, number, &derived.tags, changed)
}

#[cfg(test)]
mod tests;
