//! The board: stories × languages, answered from a cache that lives in the same file and follows
//! every change in the same transaction.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use serde::Serialize;
use shpalta_language::Language;

use crate::edition::{Edition, language_column};
use crate::finding::FindingCounts;
use crate::id::{EditionId, StoryId};
use crate::publication::{self, WithdrawalKind};
use crate::revision::Revision;
use crate::status::{Picture, Publication, publication_at};
use crate::story::{self, Story};
use crate::{Act, Newsroom, Result};

/// One story on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardStory {
    pub story: StoryId,
    pub slug: String,
    pub original: Language,
    pub embargo: Option<Timestamp>,
    /// The three editions, in the order of [`Language::ALL`].
    pub editions: Vec<BoardEdition>,
    /// Where the next page begins, if this story is the last of its page.
    pub cursor: i64,
}

/// One pill's facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardEdition {
    pub edition: EditionId,
    pub language: Language,
    pub headline: String,
    /// As in [`crate::status::Editorial::name`].
    pub editorial: String,
    pub revision: Option<u32>,
    pub approved_revision: Option<u32>,
    /// Rows of a translation, and how many of them have text.
    pub rows: usize,
    pub written: usize,
    pub behind: usize,
    pub coming: usize,
    pub findings: FindingCounts,
    pub second_look: bool,
    pub withdrawal: Option<WithdrawalKind>,
    /// Never, outdated or exported, whatever the embargo.
    pub exported: Publication,
}

impl BoardEdition {
    /// The publication state at an instant, given the story's embargo.
    pub fn publication(&self, embargo: Option<Timestamp>, now: Timestamp) -> Publication {
        publication_at(self.withdrawal, embargo, self.exported, now)
    }
}

impl Newsroom {
    /// One page of the board, the story that changed last first. `before` is the cursor of the
    /// page before; none for the first.
    pub fn board(&self, before: Option<i64>, limit: usize) -> Result<Vec<BoardStory>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("board/page.sql"))?;
            let before = before.unwrap_or(i64::MAX);
            let mut page = query
                .query_map(params![before, limit], board_story)?
                .collect::<Result<Vec<_>, _>>()?;
            for story in &mut page {
                story.editions = cached(sql, story.story)?;
            }
            Ok(page)
        })
    }

    /// Slugs of the stories whose cached row says something else than its story does.
    pub fn stale_board_rows(&self) -> Result<Vec<String>> {
        let stories = self.story_ids()?;
        self.read(|sql| {
            let mut stale = Vec::new();
            for id in stories {
                let story = story::get(sql, id)?;
                if cached(sql, id)? != derived(sql, &story)? {
                    stale.push(story.slug);
                }
            }
            Ok(stale)
        })
    }

    /// Computes the board's cache anew.
    ///
    /// # Errors
    /// [`Error::NotAllowed`](crate::Error::NotAllowed) unless a chief asks.
    pub fn rebuild_board(&mut self, act: &Act) -> Result<()> {
        let stories = self.story_ids()?;
        self.transact(act, "rebuild", |tx| {
            tx.person.must_be_chief()?;
            stories.into_iter().for_each(|story| tx.affected(story));
            tx.changed_newsroom()
        })
    }
}

fn board_story(row: &Row<'_>) -> rusqlite::Result<BoardStory> {
    let embargo: Option<i64> = row.get(3)?;
    Ok(BoardStory {
        story: row.get(0)?,
        slug: row.get(1)?,
        original: language_column(row, 2)?,
        embargo: embargo.and_then(|millis| Timestamp::from_millisecond(millis).ok()),
        editions: Vec::new(),
        cursor: row.get(4)?,
    })
}

fn board_edition(row: &Row<'_>) -> rusqlite::Result<BoardEdition> {
    let withdrawal = row.get::<_, Option<String>>(13)?.map(|kind| match kind.as_str() {
        "held" => WithdrawalKind::Held,
        _ => WithdrawalKind::Withdrawn,
    });
    let exported = match row.get_ref(14)?.as_str()? {
        "exported" => Publication::Exported,
        "outdated" => Publication::Outdated,
        _ => Publication::Never,
    };
    Ok(BoardEdition {
        edition: row.get(0)?,
        language: language_column(row, 1)?,
        headline: row.get(2)?,
        editorial: row.get(3)?,
        revision: row.get(4)?,
        approved_revision: row.get(5)?,
        rows: row.get(6)?,
        written: row.get(7)?,
        behind: row.get(8)?,
        coming: row.get(9)?,
        findings: FindingCounts { stop: row.get(10)?, warn: row.get(11)? },
        second_look: row.get(12)?,
        withdrawal,
        exported,
    })
}

/// What the cache says of a story's editions.
fn cached(sql: &Connection, story: StoryId) -> Result<Vec<BoardEdition>> {
    let mut query = sql.prepare_cached(include_str!("board/editions.sql"))?;
    Ok(query.query_map([story], board_edition)?.collect::<Result<_, _>>()?)
}

/// What the story itself says of its editions.
fn derived(sql: &Connection, story: &Story) -> Result<Vec<BoardEdition>> {
    let editions = Edition::all(sql, story.id)?.into_iter();
    editions.map(|edition| derived_edition(sql, story, edition)).collect()
}

fn derived_edition(sql: &Connection, story: &Story, edition: Edition) -> Result<BoardEdition> {
    let exported = publication::exported_state(sql, story, &edition)?;
    let withdrawal = publication::withdrawal(sql, &edition)?.map(|withdrawal| withdrawal.kind);
    let picture = Picture::of(sql, edition)?;
    let number = |id| Revision::get(sql, id).map(|revision| revision.number);
    Ok(BoardEdition {
        edition: picture.edition.id,
        language: picture.edition.language,
        editorial: picture.editorial().name().to_owned(),
        revision: picture.edition.head.map(number).transpose()?,
        approved_revision: picture.verdicts.approved_revision().map(number).transpose()?,
        rows: picture.rows.rows.len(),
        written: picture.rows.rows.iter().filter(|row| row.block.is_some()).count(),
        behind: picture.rows.behind,
        coming: picture.rows.coming,
        findings: FindingCounts::of(&picture.findings),
        second_look: picture.second_look_due(),
        headline: picture.stand.text.headline,
        withdrawal,
        exported,
    })
}

/// Computes the cache anew.
pub(crate) fn rebuild(sql: &Connection) -> Result<()> {
    let mut stories = sql.prepare("SELECT id FROM story")?;
    let stories = stories.query_map([], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?;
    stories.into_iter().try_for_each(|story| refresh(sql, story))
}

/// Has the cache follow a story.
pub(crate) fn refresh(sql: &Connection, id: StoryId) -> Result<()> {
    let story = story::get(sql, id)?;
    for edition in derived(sql, &story)? {
        let withdrawal = edition.withdrawal.map(|kind| match kind {
            WithdrawalKind::Held => "held",
            WithdrawalKind::Withdrawn => "withdrawn",
        });
        let exported = match edition.exported {
            Publication::Exported => "exported",
            Publication::Outdated => "outdated",
            Publication::Never | Publication::Embargoed | Publication::Withdrawn => "never",
        };
        sql.prepare_cached(include_str!("board/store.sql"))?.execute(params![
            edition.edition,
            id,
            edition.language.code(),
            edition.headline,
            edition.editorial,
            edition.revision,
            edition.approved_revision,
            edition.rows,
            edition.written,
            edition.behind,
            edition.coming,
            edition.findings.stop,
            edition.findings.warn,
            edition.second_look,
            withdrawal,
            exported,
        ])?;
    }
    sql.prepare_cached(include_str!("board/changed.sql"))?.execute([id])?;
    Ok(())
}

#[cfg(test)]
mod tests;
