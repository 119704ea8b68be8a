//! What stands in a folder that exports go to. It saves the next export reading the folder and
//! asking about every story: a cache, made anew from the folder whenever it is not there.

mod lists;
mod stretches;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, Row, params};
use shpalta_language::Language;

use crate::edition::Hasher;
use crate::error::Error;
use crate::id::StoryId;
use crate::{Newsroom, Result};

pub use lists::{ListedFile, Place};

/// Of the tables: a ledger of another version is thrown away.
const VERSION: u32 = 6;

/// The state: how many files there are.
const FILES: &str = "files";

/// How much of it is kept in memory, in KiB: an export goes to and fro in it.
const CACHE: i64 = 64 * 1024;

/// One folder's ledger. All that is done with it is undone unless [`Ledger::keep`] is called.
#[derive(Debug)]
pub struct Ledger {
    sql: Connection,
    /// How many files there are more than the state says; fewer, if negative.
    more_files: Cell<i64>,
    /// Some list is cut into stretches.
    has_stretches: Cell<bool>,
}

/// A file of ours in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFile {
    /// Below the folder, `/` between its parts.
    pub path: String,
    /// In hexadecimal.
    pub sha256: String,
    pub kind: String,
    /// Slug, for a page.
    pub story: Option<String>,
    pub language: Option<Language>,
    /// The part of a long manifest that lists it.
    pub part: Option<u8>,
    pub look: Look,
}

/// By what a file is known to be as it was without being read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// In bytes.
    pub size: i64,
    /// When it was last written, in nanoseconds since 1970.
    pub modified: i64,
}

/// What some files look like: far smaller than the files' rows, for all are read each time.
#[derive(Debug, Default)]
pub struct Looks {
    /// All paths, one after the other.
    paths: String,
    /// Where each path ends, and what is there.
    ends: Vec<(usize, Look)>,
}

impl Looks {
    /// Each path below the folder, with what is there.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Look)> {
        let begins = std::iter::once(0).chain(self.ends.iter().map(|(end, _)| *end));
        begins.zip(&self.ends).map(|(begin, (end, look))| (&self.paths[begin..*end], *look))
    }
}

impl Newsroom {
    /// The ledger of a folder; none where this newsroom cannot keep one.
    pub fn ledger(&self, target: &Path) -> Option<Ledger> {
        if !self.is_writable() {
            return None;
        }
        let path = self.beside_ledger(target, "db");
        std::fs::create_dir_all(self.ledgers()).ok()?;
        match Ledger::at(&path) {
            Err(Error::Database(error)) if is_busy(&error) => None,
            Err(_) => Ledger::anew(&path).ok(),
            Ok(ledger) => Some(ledger),
        }
    }

    /// The folder where notes may be kept of the server that a site's folder is brought to; none
    /// where this newsroom can keep none.
    pub fn server_notes(&self, site: &Path) -> Option<PathBuf> {
        self.is_writable().then(|| self.beside_ledger(site, "server"))
    }

    fn beside_ledger(&self, target: &Path, ending: &str) -> PathBuf {
        let mut name = Hasher::new("shpalta ledger 1");
        name.part(target.as_os_str().as_encoded_bytes());
        let name: String = name.finish()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        self.ledgers().join(format!("{name}.{ending}"))
    }

    fn ledgers(&self) -> PathBuf {
        self.folder().join("cache").join("exports")
    }

    /// Removes all ledgers: they repeat headlines. Whether they are gone.
    pub(crate) fn forget_ledgers(&self) -> bool {
        match std::fs::remove_dir_all(self.ledgers()) {
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
            Ok(()) => true,
        }
    }

    /// Stories that changed after a position of the feed, in their order. That a story was exported
    /// changes its page nowhere but in copies, so the site need not look at it again.
    pub fn stories_changed_since(&self, position: i64, exports: Exports) -> Result<Vec<StoryId>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("ledger/changed.sql"))?;
            let stories =
                query.query_map(params![position, exports == Exports::Count], |row| row.get(0))?;
            Ok(stories.collect::<Result<_, _>>()?)
        })
    }
}

/// Whether an export counts as a change of its stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exports {
    Count,
    DoNotCount,
}

impl Ledger {
    /// One that lasts as long as the export.
    ///
    /// # Errors
    /// Those of SQLite, here as below.
    pub fn in_memory() -> Result<Self> {
        Self::begun(Connection::open_in_memory()?)
    }

    fn at(path: &Path) -> Result<Self> {
        Self::begun(Connection::open(path)?)
    }

    fn anew(path: &Path) -> Result<Self> {
        for ending in ["db", "db-journal", "db-wal", "db-shm"] {
            let _ = std::fs::remove_file(path.with_extension(ending));
        }
        Self::at(path)
    }

    fn begun(sql: Connection) -> Result<Self> {
        sql.busy_timeout(Duration::ZERO)?;
        sql.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // What is written to a new one needs no copy to go back to.
        let pages: u32 = sql.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        if pages > 0 {
            sql.pragma_update(None, "journal_mode", "WAL")?;
        }
        // After a power cut it may be older than the folder, never mixed; the folder tells.
        sql.pragma_update(None, "synchronous", "NORMAL")?;
        sql.pragma_update(None, "cache_size", -CACHE)?;
        sql.set_prepared_statement_cache_capacity(64);
        let version: u32 = sql.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        sql.execute_batch("BEGIN IMMEDIATE")?;
        if version != VERSION {
            sql.execute_batch(include_str!("ledger/clear.sql"))?;
            sql.execute_batch(include_str!("ledger/tables.sql"))?;
            sql.pragma_update(None, "user_version", VERSION)?;
        }
        let has_stretches = sql.prepare("SELECT 1 FROM stretch")?.exists([])?;
        Ok(Self { sql, more_files: Cell::new(0), has_stretches: Cell::new(has_stretches) })
    }

    /// Keeps what was done; what is done later can be kept, too.
    pub fn keep(&self) -> Result<()> {
        if self.more_files.get() != 0 {
            self.set_state(FILES, &self.count()?.to_string())?;
            self.more_files.set(0);
        }
        Ok(self.sql.execute_batch("COMMIT; BEGIN IMMEDIATE")?)
    }

    /// Forgets everything.
    pub fn clear(&self) -> Result<()> {
        self.more_files.set(0);
        self.has_stretches.set(false);
        Ok(self.sql.execute_batch(include_str!("ledger/empty.sql"))?)
    }

    pub fn state(&self, key: &str) -> Result<Option<String>> {
        let mut query = self.sql.prepare_cached("SELECT value FROM state WHERE key = ?")?;
        Ok(query.query_row([key], |row| row.get(0)).optional()?)
    }

    pub fn set_state(&self, key: &str, value: &str) -> Result<()> {
        let set = "INSERT OR REPLACE INTO state VALUES (?, ?)";
        self.sql.prepare_cached(set)?.execute([key, value])?;
        Ok(())
    }

    /// How many files there are.
    pub fn count(&self) -> Result<usize> {
        let kept = self.state(FILES)?.and_then(|files| files.parse().ok()).unwrap_or(0);
        Ok(usize::try_from(kept + self.more_files.get()).unwrap_or_default())
    }

    pub fn file(&self, path: &str) -> Result<Option<LedgerFile>> {
        let mut query = self.sql.prepare_cached(include_str!("ledger/file.sql"))?;
        Ok(query.query_row([path], file_of).optional()?)
    }

    /// All files, by path.
    pub fn files(&self) -> Result<Vec<LedgerFile>> {
        self.listed_by(include_str!("ledger/files.sql"), [])
    }

    /// What all files look like, so many at once, by path; `take` has each part when it is read.
    pub fn looks(&self, at_once: usize, mut take: impl FnMut(Looks)) -> Result<()> {
        let mut query = self.sql.prepare_cached(include_str!("ledger/looks.sql"))?;
        let mut rows = query.query([])?;
        let mut looks = Looks::default();
        while let Some(row) = rows.next()? {
            looks.paths.push_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
            let look = Look { size: row.get(1)?, modified: row.get(2)? };
            looks.ends.push((looks.paths.len(), look));
            if looks.ends.len() == at_once {
                take(std::mem::take(&mut looks));
            }
        }
        take(looks);
        Ok(())
    }

    /// The pages of a story in a language.
    pub fn pages(&self, story: &str, language: Language) -> Result<Vec<LedgerFile>> {
        self.listed_by(include_str!("ledger/pages.sql"), params![story, language.code()])
    }

    /// The files of one part of the manifest; none: those that belong to no part.
    pub fn files_of_part(&self, part: Option<u8>) -> Result<Vec<LedgerFile>> {
        self.listed_by(include_str!("ledger/part.sql"), params![part])
    }

    /// The files of a kind.
    pub fn files_of_kind(&self, kind: &str) -> Result<Vec<LedgerFile>> {
        self.listed_by(include_str!("ledger/kind.sql"), params![kind])
    }

    /// Whether a language has a file of one of the kinds.
    pub fn has(&self, language: Language, kinds: [&str; 2]) -> Result<bool> {
        let query = "SELECT 1 FROM file WHERE language = ? AND kind IN (?, ?)";
        let [one, other] = kinds;
        Ok(self.sql.prepare_cached(query)?.exists([language.code(), one, other])?)
    }

    fn listed_by(&self, query: &str, given: impl rusqlite::Params) -> Result<Vec<LedgerFile>> {
        let mut query = self.sql.prepare_cached(query)?;
        Ok(query.query_map(given, file_of)?.collect::<Result<_, _>>()?)
    }

    /// Puts a file in; what lists show of it stays.
    pub fn put(&self, file: &LedgerFile) -> Result<()> {
        self.put_listed(file, None)
    }

    /// The same; if the file is new, lists show this of it.
    pub fn put_listed(&self, file: &LedgerFile, listed: Option<&str>) -> Result<()> {
        let given = params![
            file.path,
            file.sha256,
            file.kind,
            file.story,
            file.language.map(Language::code),
            file.part,
            file.look.size,
            file.look.modified,
            listed,
        ];
        match self.sql.prepare_cached(include_str!("ledger/insert.sql"))?.execute(given)? {
            0 => {
                let update = include_str!("ledger/update.sql");
                self.sql.prepare_cached(update)?.execute(&given[..given.len() - 1])?;
            }
            _ => self.more_files.update(|files| files + 1),
        }
        Ok(())
    }

    /// Takes a file out, with what it shows and where it is listed.
    pub fn remove(&self, path: &str) -> Result<()> {
        let removed = "DELETE FROM file WHERE path = ?";
        let removed = self.sql.prepare_cached(removed)?.execute([path])?;
        self.more_files.update(|files| files - i64::from(removed > 0));
        self.sql.prepare_cached("DELETE FROM shown WHERE page = ?")?.execute([path])?;
        self.sql.prepare_cached("DELETE FROM link WHERE page = ?")?.execute([path])?;
        self.entries(path)?.keys().try_for_each(|list| self.leave(list, path))
    }

    /// Says which images a page shows; those that it showed before and does not any more.
    pub fn show(&self, page: &str, images: &[String]) -> Result<Vec<String>> {
        let mut query = self.sql.prepare_cached("SELECT image FROM shown WHERE page = ?")?;
        let before = query.query_map([page], |row| row.get(0))?;
        let mut before: Vec<String> = before.collect::<Result<_, _>>()?;
        before.retain(|image| !images.contains(image));
        for image in &before {
            self.sql
                .prepare_cached("DELETE FROM shown WHERE page = ? AND image = ?")?
                .execute([page, image])?;
        }
        for image in images {
            self.sql
                .prepare_cached("INSERT OR IGNORE INTO shown VALUES (?, ?)")?
                .execute([page, image])?;
        }
        Ok(before)
    }

    pub fn is_shown(&self, image: &str) -> Result<bool> {
        Ok(self.sql.prepare_cached("SELECT 1 FROM shown WHERE image = ?")?.exists([image])?)
    }

    /// Says which stories, by slug, a page links to.
    pub fn link(&self, page: &str, stories: &BTreeSet<String>) -> Result<()> {
        self.sql.prepare_cached("DELETE FROM link WHERE page = ?")?.execute([page])?;
        let mut insert = self.sql.prepare_cached("INSERT INTO link VALUES (?, ?)")?;
        for story in stories {
            insert.execute([page, story])?;
        }
        Ok(())
    }

    /// The pages that link to a story, by path.
    pub fn pages_linking_to(&self, story: &str) -> Result<Vec<String>> {
        let query = "SELECT page FROM link WHERE story = ? ORDER BY page";
        let mut query = self.sql.prepare_cached(query)?;
        Ok(query.query_map([story], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Keeps in mind what holds a story back, and when it is to be looked at whether or not it
    /// changes.
    pub fn remember(
        &self,
        story: StoryId,
        held: Option<&str>,
        due: Option<Timestamp>,
    ) -> Result<()> {
        if held.is_none() && due.is_none() {
            self.sql.prepare_cached("DELETE FROM story WHERE id = ?")?.execute([story])?;
            return Ok(());
        }
        self.sql
            .prepare_cached("INSERT OR REPLACE INTO story VALUES (?, ?, ?)")?
            .execute(params![story, held, due.map(Timestamp::as_millisecond)])?;
        Ok(())
    }

    /// What holds stories back, by story.
    pub fn held(&self) -> Result<Vec<(StoryId, String)>> {
        let query = "SELECT id, held FROM story WHERE held IS NOT NULL ORDER BY id";
        let mut query = self.sql.prepare_cached(query)?;
        let held = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(held.collect::<Result<_, _>>()?)
    }

    /// Stories that are due by now.
    pub fn due(&self, now: Timestamp) -> Result<Vec<StoryId>> {
        let mut query = self.sql.prepare_cached("SELECT id FROM story WHERE due <= ?")?;
        let due = query.query_map([now.as_millisecond()], |row| row.get(0))?;
        Ok(due.collect::<Result<_, _>>()?)
    }
}

/// Another export is going to the same folder.
fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
}

fn language_of(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Language>> {
    let code: Option<String> = row.get(column)?;
    Ok(code.as_deref().and_then(Language::from_code))
}

fn file_of(row: &Row<'_>) -> rusqlite::Result<LedgerFile> {
    Ok(LedgerFile {
        path: row.get(0)?,
        sha256: row.get(1)?,
        kind: row.get(2)?,
        story: row.get(3)?,
        language: language_of(row, 4)?,
        part: row.get(5)?,
        look: Look { size: row.get(6)?, modified: row.get(7)? },
    })
}

#[cfg(test)]
mod tests;
