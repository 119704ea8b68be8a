//! Backups: verified copies of a newsroom that are restored without it.
//!
//! A backup is a database with a [`Record`] beside it, under `backups/` or in a second place. Media
//! files lie in `media/` there, once for all backups. Making one reads one state of the newsroom
//! and holds no writer up; a window makes it with a [`Newsroom`] of its own in a thread.

mod copy;
mod digest;
mod lock;
mod media;
mod place;
mod record;
mod restore;
mod room;
mod thin;

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use serde::Serialize;

use crate::error::{Error, Params};
use crate::verify::Fault;
use crate::{Newsroom, Result, setting};

pub use digest::{TableDigest, Tables};
pub use record::{Backup, Record};
pub use restore::{Restored, restore};
pub use room::Limits;

pub(crate) use copy::{part_of, put, read_only, sync_folder};
pub(crate) use digest::{differing, tables};
pub(crate) use place::{own, remove_where};
pub(crate) use record::{all, hash_file, hex};
pub(crate) use restore::prepare_copy;

/// How long after a good backup the next one is due while somebody works.
pub const INTERVAL: SignedDuration = SignedDuration::from_hours(1);

/// What is older, and not the newest state, is worth a warning: a day of work.
pub const OLD: SignedDuration = SignedDuration::from_hours(24);

/// What became of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Made {
    /// The database file.
    pub path: PathBuf,
    pub made: Timestamp,
    /// Length of the database file.
    pub bytes: u64,
    /// How many media files it has.
    pub media: usize,
    /// What is wrong with the newsroom itself; the backup is kept, but does not count as good.
    pub faults: Vec<Fault>,
    /// Older backups that were thinned out: names of their files.
    pub removed: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<SecondPlace>,
}

/// What became of the copy in the second place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum SecondPlace {
    Written {
        path: PathBuf,
    },
    /// The place is not there now: a disk that is not plugged in.
    Absent {
        folder: PathBuf,
    },
    /// It is there and could not take the copy.
    Failed {
        folder: PathBuf,
        code: &'static str,
        message: String,
        /// What a window words the code with.
        #[serde(skip)]
        params: Params,
    },
}

/// How well a newsroom is backed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BackupState {
    /// When the last good backup was made.
    pub last_good: Option<Timestamp>,
    /// When the last backup was made, good or not.
    pub last: Option<Timestamp>,
    /// Whether something changed since then, or there is none.
    pub changed: bool,
    /// When the newsroom was founded.
    pub founded: Timestamp,
    /// Whether something changed since the last good one, or there is none.
    pub at_risk: bool,
}

/// The setting that names the second place.
pub(crate) const SECOND_PLACE: &str = "site.backup.folder";

impl BackupState {
    /// Whether a backup is due while somebody works. On closing one is due whenever something
    /// `changed`.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.changed && self.last.is_none_or(|last| last.duration_until(now).abs() >= INTERVAL)
    }

    /// Whether more than a day of work is in no good backup.
    pub fn is_old(&self, now: Timestamp) -> bool {
        self.at_risk && self.last_good.unwrap_or(self.founded).duration_until(now) >= OLD
    }
}

impl Newsroom {
    /// Makes a backup under `backups/`, and a copy in the second place that the settings name.
    ///
    /// # Errors
    /// [`Error::BackupBusy`], [`Error::BackupNoRoom`], [`Error::BackupUnverified`],
    /// [`Error::Damaged`], [`Error::ReadOnly`], [`Error::NoNewsroom`], [`Error::Files`]. What was
    /// there before stays.
    pub fn back_up(&self, now: Timestamp) -> Result<Made> {
        // A folder that went is not made anew for its backups.
        self.must_be_in_place()?;
        let limits = self.backup_limits()?;
        let own = self.backup_folder();
        let mut made = self.back_up_within(now, &own, limits)?;
        if let Some(folder) = self.second_place()?
            && folder.canonicalize().ok() != own.canonicalize().ok()
        {
            made.second = Some(place::mirror(&made.path, &folder, limits));
        }
        Ok(made)
    }

    /// Makes a backup in a folder of somebody's choice, which is made if need be.
    ///
    /// # Errors
    /// As [`Newsroom::back_up`].
    pub fn back_up_to(&self, now: Timestamp, folder: &Path) -> Result<Made> {
        self.back_up_within(now, folder, self.backup_limits()?)
    }

    /// Makes a backup in a folder within limits of one's own.
    ///
    /// # Errors
    /// As [`Newsroom::back_up`].
    pub fn back_up_within(&self, now: Timestamp, folder: &Path, limits: Limits) -> Result<Made> {
        let source = place::Source { sql: &self.connection, newsroom: self.folder() };
        self.explain(place::back_up(&source, now, folder, limits))
    }

    /// The backups under `backups/` that have a whole record, the newest first.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        let id = self.read(newsroom_id)?;
        Ok(place::own(&self.backup_folder(), &id))
    }

    /// How well the newsroom is backed up. Reads no more than records.
    pub fn backup_state(&self) -> Result<BackupState> {
        let all = self.backups()?;
        let change = self.last_change()?;
        let (last, good) = (all.first(), all.iter().find(|backup| backup.is_good()));
        let is_behind = |backup: &Backup| backup.record.change != change;
        Ok(BackupState {
            last_good: good.map(|good| good.record.made),
            last: last.map(|backup| backup.record.made),
            changed: last.is_none_or(is_behind),
            founded: self.founded()?,
            at_risk: good.is_none_or(is_behind),
        })
    }

    fn founded(&self) -> Result<Timestamp> {
        let query = "SELECT created FROM newsroom";
        let at: i64 = self.read(|sql| Ok(sql.query_row(query, [], |row| row.get(0))?))?;
        Ok(Timestamp::from_millisecond(at).unwrap_or_default())
    }

    /// The second place that the settings name.
    pub fn second_place(&self) -> Result<Option<PathBuf>> {
        Ok(self.read(|sql| setting::get(sql, SECOND_PLACE))?.map(PathBuf::from))
    }

    /// Where this newsroom's own backups lie.
    pub fn backup_folder(&self) -> PathBuf {
        self.folder().join("backups")
    }

    fn backup_limits(&self) -> Result<Limits> {
        let size = self.read(|sql| setting::get(sql, "site.backup.size"))?;
        Ok(Limits::of_setting(size.as_deref()))
    }
}

/// Copies a newsroom as an older program left it, before its schema is brought up to date. It is
/// made once for each version, and thinning passes it by.
pub(crate) fn before_migration(sql: &Connection, database: &Path, version: u32) -> Result<()> {
    let Some(folder) = database.parent() else { return Ok(()) };
    let source = place::Source { sql, newsroom: folder };
    place::before_migration(&source, version)
}

/// The newsroom's id, in hexadecimal.
pub(crate) fn newsroom_id(sql: &Connection) -> Result<String> {
    let id: Vec<u8> = sql.query_row("SELECT id FROM newsroom", [], |row| row.get(0))?;
    Ok(record::hex(&id))
}

/// The position of the last change, and how many operations there were: what a state is known by.
pub(crate) fn watermark(sql: &Connection) -> Result<(i64, u64)> {
    let query = "SELECT (SELECT coalesce(max(position), 0) FROM change),
                        (SELECT count(*) FROM operation)";
    Ok(sql.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The newest backup of the same newsroom in the folder of a backup that still has the bytes it was
/// made with.
fn newest_whole(beside: &Path, newsroom: Option<&str>) -> Option<PathBuf> {
    let folder = beside.parent()?;
    let all = record::all(folder).into_iter();
    let mut others = all.filter(|backup| {
        backup.path != beside && newsroom.is_none_or(|id| id == backup.record.newsroom)
    });
    others.find(|backup| backup.is_good() && backup.is_whole()).map(|backup| backup.path)
}

/// The same, as what is said of a damaged backup.
fn damaged(path: &Path, newsroom: Option<&str>, detail: impl Into<String>) -> Error {
    let newest = newest_whole(path, newsroom);
    Error::BackupDamaged { path: path.to_owned(), detail: detail.into(), newest }
}
