//! Erasing: the one exception to "nothing is deleted". The words of chosen revisions go, or a photo;
//! their hashes, the hashes of blocks and the decision stay.

mod photo;

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use shpalta_language::Language;

use crate::act::Act;
use crate::backup::{self, Backup};
use crate::decision::{DecisionKind, Verdicts};
use crate::edition::{self, Edition};
use crate::error::Error;
use crate::id::{ContentHash, EditionId, MediaHash, StoryId};
use crate::revision::{Revision, instant_column};
use crate::transact::Tx;
use crate::{Newsroom, Result, publication, recovery, setting};

pub use photo::ErasedPhoto;

/// How long other programs may hold up that the newsroom's files are cleared.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// Hashes of the texts that were named, erased now or before.
    pub contents: Vec<ContentHash>,
    /// All revisions that had these words: story, language and number.
    pub revisions: Vec<String>,
    /// Whether no byte of the words is left in the newsroom's files. Not so while another program
    /// reads there, or the disk is full: erasing again clears them.
    pub cleared: bool,
    /// Backups that still hold the words.
    pub backups: Vec<PathBuf>,
    /// What lies in `recovery/` and may hold the words: journals of this edition, and lost databases
    /// that have them or cannot be read. Nothing there goes by itself.
    pub recovery: Vec<PathBuf>,
}

/// What was erased, as backups are searched for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gone {
    contents: Vec<ContentHash>,
    media: Vec<MediaHash>,
}

impl Gone {
    /// The words of texts.
    pub fn texts(contents: &[ContentHash]) -> Self {
        Self { contents: contents.to_vec(), media: Vec::new() }
    }

    /// A photo.
    pub fn photo(media: MediaHash) -> Self {
        Self { contents: Vec::new(), media: vec![media] }
    }

    /// Whether a backup holds any of it, or cannot be read.
    fn is_in(&self, backup: &Backup) -> bool {
        let named = |media: &MediaHash| backup.record.media.contains(&media.to_string());
        self.media.iter().any(named)
            || !self.contents.is_empty() && holds(&backup.path, &self.contents).unwrap_or(true)
    }
}

/// Where a text is needed, so that it cannot be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// It is what the draft says.
    Draft,
    /// It is what the newest revision says: the next one is woven from it.
    Newest,
    /// It is approved.
    Approved,
    /// Its page is out.
    Exported,
}

impl Use {
    /// For programs; it never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Newest => "newest",
            Self::Approved => "approved",
            Self::Exported => "exported",
        }
    }

    pub(crate) fn remedy(self) -> &'static str {
        match self {
            Self::Draft | Self::Newest => "Write the text without those words first, then erase.",
            Self::Approved => "Approve a text without those words, or revoke the approval first.",
            Self::Exported => "Export a text without those words, or a notice, first.",
        }
    }
}

impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => "it is what the draft says",
            Self::Newest => "it is what the newest revision says",
            Self::Approved => "it is approved",
            Self::Exported => "its page is out",
        })
    }
}

impl Newsroom {
    /// Erases the words of revisions of an edition, wherever else a revision has the very same
    /// text, too. Erasing what is erased changes nothing but clears the newsroom's files again.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless a chief asks, [`Error::ReasonNeeded`], [`Error::NoRevision`],
    /// [`Error::TextInUse`].
    pub fn erase(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        revisions: &[u32],
        reason: &str,
    ) -> Result<Erased> {
        let contents: Vec<ContentHash> = self.transact(act, "erase", |tx| {
            tx.person.must_be_chief()?;
            let reason = reason.trim();
            if reason.is_empty() {
                return Err(Error::ReasonNeeded);
            }
            let edition = Edition::of(tx, story, language)?;
            let mut contents = Vec::new();
            for number in revisions {
                let revision = Revision::numbered(tx, &edition, *number)?;
                erase(tx, &edition, &revision, reason)?;
                contents.push(revision.content);
            }
            Ok(contents)
        })?;
        let cleared = self.clear();
        let revisions = self.read(|sql| named(sql, &contents))?;
        let backups = self.backups_holding(&Gone::texts(&contents))?;
        let recovery = self.recovery_holding(story, language, &contents)?;
        Ok(Erased { contents, revisions, cleared, backups, recovery })
    }

    fn recovery_holding(
        &self,
        story: StoryId,
        language: Language,
        contents: &[ContentHash],
    ) -> Result<Vec<PathBuf>> {
        let slug = self.story(story)?.slug;
        let journals = recovery::journals(self.folder()).into_iter();
        let journals =
            journals.filter(|it| it.entry.story == slug && it.entry.language == language);
        let lost = recovery::moved_aside(self.folder()).into_iter();
        let lost = lost.filter(|it| holds(&it.join("newsroom.db"), contents).unwrap_or(true));
        Ok(journals.map(|journal| journal.path).chain(lost).collect())
    }

    /// Backups, in the second place too, that hold what was erased, or cannot be read.
    pub fn backups_holding(&self, gone: &Gone) -> Result<Vec<PathBuf>> {
        let places = self.backup_places()?;
        let all = places.iter().flat_map(|folder| backup::all(folder));
        let holding = all.filter(|backup| gone.is_in(backup));
        Ok(holding.map(|backup| backup.path).collect())
    }

    /// Makes a backup, then removes those that still hold what was erased. Returns the names of all
    /// that went, those thinned out by the way among them.
    ///
    /// # Errors
    /// As [`Newsroom::back_up`]; none is removed then.
    pub fn renew_backups(&self, now: Timestamp, gone: &Gone) -> Result<Vec<String>> {
        let mut removed = self.back_up(now)?.removed;
        for folder in self.backup_places()? {
            removed.extend(backup::remove_where(&folder, |backup| gone.is_in(backup))?);
        }
        Ok(removed)
    }

    fn backup_places(&self) -> Result<Vec<PathBuf>> {
        let second = self.read(|sql| setting::get(sql, "site.backup.folder"))?.map(PathBuf::from);
        let places = std::iter::once(self.backup_folder()).chain(second);
        Ok(places.filter(|folder| folder.is_dir()).collect())
    }

    /// Has nothing left of what was deleted in the database, the search, the write-ahead log and
    /// what is kept of exports. Whether that could be done.
    fn clear(&self) -> bool {
        self.forget_ledgers() && self.clear_database()
    }

    fn clear_database(&self) -> bool {
        let rebuilt = "INSERT INTO board_search (board_search) VALUES ('rebuild'); VACUUM";
        let until = Instant::now() + PATIENCE;
        loop {
            let cleared = self.connection.execute_batch(rebuilt).and_then(|()| {
                let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
                self.connection.query_row(checkpoint, [], |row| row.get::<_, bool>(0))
            });
            match cleared {
                Ok(false) => return true,
                _ if Instant::now() >= until => return false,
                _ => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }
}

/// Erases a text; one that is erased already is left alone.
fn erase(tx: &Tx<'_>, edition: &Edition, revision: &Revision, reason: &str) -> Result<()> {
    let content = revision.content;
    if is_erased(tx, content)? {
        return Ok(());
    }
    let with_it = editions_with(tx, content)?;
    for (_, other) in &with_it {
        if let Some(place) = in_use(tx, *other, content)? {
            return Err(Error::TextInUse { number: revision.number, place });
        }
    }
    let mut entry = crate::log::Entry::of(DecisionKind::Erase);
    entry.story = Some(edition.story);
    entry.edition = Some(edition.id);
    entry.revision = Some(revision.id);
    entry.content = Some(content);
    entry.note = Some(reason.to_owned());
    let position = tx.log(entry)?;
    forget_answers(tx, &edition::text(tx, content)?.headline)?;
    tx.prepare_cached(include_str!("erase/text.sql"))?.execute(params![content, position])?;
    for (story, edition) in with_it {
        tx.changed(story, Some(edition))?;
    }
    Ok(())
}

/// What operations answered names headlines, and is kept for whoever asks again.
fn forget_answers(tx: &Tx<'_>, headline: &str) -> Result<()> {
    if headline.is_empty() {
        return Ok(());
    }
    let quoted = serde_json::Value::from(headline).to_string();
    tx.prepare_cached(include_str!("erase/answers.sql"))?.execute([quoted])?;
    Ok(())
}

/// Whether the words of a text were erased.
pub(crate) fn is_erased(sql: &Connection, content: ContentHash) -> Result<bool> {
    let query = "SELECT erased IS NOT NULL FROM text WHERE content_hash = ?";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.query_row([content], |row| row.get(0)).optional()?.unwrap_or(false))
}

/// When the words of a text were erased.
pub(crate) fn erased_at(sql: &Connection, content: ContentHash) -> Result<Option<Timestamp>> {
    let query = "SELECT log.at FROM text JOIN log ON log.position = text.erased
                 WHERE text.content_hash = ?";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.query_row([content], |row| instant_column(row, 0)).optional()?)
}

fn editions_with(sql: &Connection, content: ContentHash) -> Result<Vec<(StoryId, EditionId)>> {
    let mut query = sql.prepare_cached(include_str!("erase/editions.sql"))?;
    let rows = query.query_map([content], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What an edition needs a text for.
fn in_use(sql: &Connection, edition: EditionId, content: ContentHash) -> Result<Option<Use>> {
    let stands = |query: &str| sql.prepare_cached(query)?.exists(params![edition, content]);
    let draft = "SELECT 1 FROM draft WHERE edition = ? AND content_hash = ?";
    let newest = include_str!("erase/newest.sql");
    Ok(if stands(draft)? {
        Some(Use::Draft)
    } else if Verdicts::load(sql, edition)?.approval().is_some_and(|a| a.content == Some(content)) {
        Some(Use::Approved)
    } else if is_out(sql, edition, content)? {
        Some(Use::Exported)
    } else if stands(newest)? {
        Some(Use::Newest)
    } else {
        None
    })
}

/// Whether the page that was last exported says this.
fn is_out(sql: &Connection, edition: EditionId, content: ContentHash) -> Result<bool> {
    Ok(publication::last_row(sql, edition)?.is_some_and(|row| row.content == Some(content)))
}

/// All revisions with these texts.
fn named(sql: &Connection, contents: &[ContentHash]) -> Result<Vec<String>> {
    let mut revisions = Vec::new();
    for content in contents {
        let mut query = sql.prepare_cached(include_str!("verify/with_content.sql"))?;
        for revision in query.query_map([content], |row| row.get(0))? {
            revisions.push(revision?);
        }
    }
    Ok(revisions)
}

/// Whether a backup holds the words of one of these texts.
fn holds(database: &Path, contents: &[ContentHash]) -> Result<bool> {
    let sql = backup::read_only(database)?;
    let mut query = sql.prepare(include_str!("erase/holds.sql"))?;
    for content in contents {
        if query.exists([content])? {
            return Ok(true);
        }
    }
    Ok(false)
}
