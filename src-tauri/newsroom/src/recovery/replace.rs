//! Replacing a database that is lost: it is moved aside, and the newest good backup takes its
//! place. Nothing is deleted or overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use super::{folder_of, new_folder};
use crate::backup::{self, Backup};
use crate::verify::Fault;
use crate::{Newsroom, Result, setting};

/// What the name of a folder with a lost database begins with.
const ASIDE: &str = "damaged-";

/// A backup that a newsroom can be brought back from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// The database file.
    pub path: PathBuf,
    pub made: Timestamp,
    /// Length of the database file.
    pub bytes: u64,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Where the files of the lost database lie now; none when there were none.
    pub aside: Option<PathBuf>,
    /// What is wrong with the newsroom as it was backed up, and media that are lost.
    pub faults: Vec<Fault>,
}

/// Faults that no backup of the database mends: they are in photos, or in what is rebuilt.
const ELSEWHERE: [&str; 4] = ["media_missing", "media_altered", "media_erased", "board"];

/// Whether the database of a newsroom is lost, so that an older one may take its place.
pub fn is_lost(newsroom: &Path) -> bool {
    match Newsroom::open(newsroom).and_then(|newsroom| newsroom.verify()) {
        Ok(found) => found.faults.iter().any(|fault| !ELSEWHERE.contains(&fault.code)),
        Err(error) => {
            matches!(error.code(), "damaged" | "database" | "no_newsroom" | "not_a_newsroom")
        }
    }
}

/// The newest good backup of a newsroom whose database is lost that still has the bytes it was made
/// with: under `backups/`, or in the second place where the database still says which.
pub fn rescue(newsroom: &Path) -> Option<Rescue> {
    let own = newsroom.join("backups");
    let database = newsroom.join("newsroom.db");
    let said = backup::read_only(&database).ok();
    let read = |of: fn(&Connection) -> Result<Option<String>>| {
        said.as_ref().and_then(|sql| of(sql).ok().flatten())
    };
    let second = read(|sql| setting::get(sql, backup::SECOND_PLACE)).map(PathBuf::from);
    let of_folder = || backup::all(&own).into_iter().next().map(|backup| backup.record.newsroom);
    let id = read(|sql| backup::newsroom_id(sql).map(Some)).or_else(of_folder)?;
    let mut all: Vec<Backup> =
        std::iter::once(own).chain(second).flat_map(|place| backup::own(&place, &id)).collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.record.made));
    let good = all.into_iter().find(|backup| backup.is_good() && backup.is_whole())?;
    let (made, bytes) = (good.record.made, good.record.bytes);
    Some(Rescue { path: good.path, made, bytes })
}

/// Moves the files of a newsroom's database aside and puts a backup in their place. It is a new
/// device then. What is interrupted leaves either database, and can be done again.
///
/// # Errors
/// [`crate::Error::BackupDamaged`] before anything is moved, [`crate::Error::Files`] and the like.
pub fn replace(newsroom: &Path, file: &Path, now: Timestamp) -> Result<Replaced> {
    let database = newsroom.join("newsroom.db");
    let part = backup::part_of(&database);
    backup::prepare_copy(file, &part, newsroom)?;
    let aside = move_aside(newsroom, now)?;
    backup::put(&part, &database)?;
    backup::sync_folder(newsroom)?;
    let faults = Newsroom::open(newsroom)?.verify()?.faults;
    Ok(Replaced { aside, faults })
}

/// The folders of lost databases that were moved aside.
pub fn moved_aside(newsroom: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(newsroom.join("recovery")).into_iter().flatten().flatten();
    let named = |path: &PathBuf| {
        path.is_dir() && path.file_name().is_some_and(|it| it.to_string_lossy().starts_with(ASIDE))
    };
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(named).collect();
    folders.sort();
    folders
}

/// The database itself goes last: while its log lies elsewhere it is still there to be moved.
fn move_aside(newsroom: &Path, now: Timestamp) -> Result<Option<PathBuf>> {
    let names = ["newsroom.db-shm", "newsroom.db-wal", "newsroom.db-journal", "newsroom.db"];
    let mut files = names.map(|name| newsroom.join(name)).into_iter().filter(|file| file.exists());
    let Some(first) = files.next() else { return Ok(None) };
    let stem = format!("{ASIDE}{}", now.strftime("%Y-%m-%dT%H-%M-%SZ"));
    let aside = new_folder(&folder_of(newsroom)?, &stem)?;
    for file in std::iter::once(first).chain(files) {
        let place = aside.join(file.file_name().unwrap_or_default());
        backup::put(&file, &place)?;
    }
    backup::sync_folder(&aside)?;
    Ok(Some(aside))
}

#[cfg(test)]
mod tests;
