//! Restoring: a backup becomes a newsroom in a folder of its own. Nothing is overwritten.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;

use super::media::{self, Sharing};
use super::record::{self, Record};
use super::{copy, damaged, newsroom_id};
use crate::error::Error;
use crate::newsroom::{PARTS, check_file, has_unread_log};
use crate::verify::Fault;
use crate::{Newsroom, Result};

/// What came of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Restored {
    /// The newsroom's folder.
    pub newsroom: PathBuf,
    /// Whether a record stood beside the backup that every row was compared with.
    pub compared: bool,
    /// How many media files came with it.
    pub media: usize,
    /// What is wrong with the newsroom, as it was when it was backed up, and media that are lost.
    pub faults: Vec<Fault>,
}

/// Stands in a folder while a newsroom is restored into it. A folder that has it and no newsroom
/// was left half way: restoring goes on there.
const UNDER_WAY: &str = ".restoring";

/// Makes a newsroom of a backup in `folder`, which is new or empty. It is a new device: the
/// decisions made there are a chain of their own.
///
/// # Errors
/// [`Error::BackupDamaged`] for one that is not what it was (it names the newest good one),
/// [`Error::FolderNotEmpty`], [`Error::NewsroomExists`], and those of opening.
pub fn restore(file: &Path, folder: &Path) -> Result<Restored> {
    let record = looked_at(file)?;
    prepare(folder)?;
    let failed = |error: io::Error| Error::files(folder, &error);
    for part in PARTS {
        fs::create_dir_all(folder.join(part)).map_err(failed)?;
    }
    let database = folder.join("newsroom.db");
    let part = copy::part_of(&database);
    let media = copy_over(file, &part, folder)?;
    copy::put(&part, &database)?;
    fs::remove_file(folder.join(UNDER_WAY)).map_err(failed)?;
    copy::sync_folder(folder)?;
    let faults = Newsroom::open(folder)?.verify()?.faults;
    Ok(Restored { newsroom: folder.to_owned(), compared: record.is_some(), media, faults })
}

/// Looks at a backup and copies it beside the database whose place it is to take. Returns how many
/// media files came with it.
///
/// # Errors
/// As [`restore`]; nothing is in anybody's place then.
pub(crate) fn prepare_copy(file: &Path, part: &Path, folder: &Path) -> Result<usize> {
    looked_at(file)?;
    for part in PARTS {
        let part = folder.join(part);
        fs::create_dir_all(&part).map_err(|error| Error::files(&part, &error))?;
    }
    copy_over(file, part, folder)
}

fn copy_over(file: &Path, part: &Path, folder: &Path) -> Result<usize> {
    let failed = |error: io::Error| Error::files(part, &error);
    // A log that an interrupted copy left would be taken for this one's.
    let _ = fs::remove_file(part.with_extension("part-wal"));
    fs::copy(file, part).and_then(|_| copy::sync(part)).map_err(failed)?;
    if record::hash_file(part).map_err(failed)? != record::hash_file(file).map_err(failed)? {
        let detail = "its bytes differ".to_owned();
        return Err(Error::BackupUnverified { path: part.to_owned(), detail });
    }
    let media = restore_media(part, file, folder)?;
    log_ahead(part).map_err(|error| error.explained(part))?;
    Ok(media)
}

/// Looks at a backup without writing anything beside it.
fn looked_at(file: &Path) -> Result<Option<Record>> {
    let id = || copy::read_only(file).and_then(|sql| newsroom_id(&sql)).ok();
    let refused = |detail: String| damaged(file, id().as_deref(), detail);
    let record = record::read(file).map_err(refused)?;
    match check_file(file) {
        Err(Error::Damaged { detail, .. }) => return Err(refused(detail)),
        Err(Error::NotANewsroom(_)) if record.is_some() => {
            return Err(refused("it is no newsroom any more".to_owned()));
        }
        other => other?,
    }
    if has_unread_log(file) {
        return Err(refused("changes that lie beside it are not part of it".to_owned()));
    }
    let said = copy::read_only(file).and_then(|sql| copy::integrity(&sql));
    match said {
        Ok(said) if said == "ok" => {}
        Ok(said) => return Err(refused(said)),
        Err(Error::Database(error)) => return Err(refused(error.to_string())),
        Err(error) => return Err(error),
    }
    let Some(record) = record else { return Ok(None) };
    if let Some(detail) = copy::difference(file, &record.tables)? {
        return Err(refused(detail));
    }
    let failed = |error: io::Error| Error::files(file, &error);
    match record::hash_file(file).map_err(failed)? == record.sha256 {
        true => Ok(Some(record)),
        false => Err(refused("its bytes differ from those that were written".to_owned())),
    }
}

/// Makes the folder, or takes up one that was left half way.
fn prepare(folder: &Path) -> Result<()> {
    let failed = |error: io::Error| Error::files(folder, &error);
    if folder.join("newsroom.db").exists() {
        return Err(Error::NewsroomExists(folder.to_owned()));
    }
    fs::create_dir_all(folder).map_err(failed)?;
    let under_way = folder.join(UNDER_WAY);
    if !under_way.exists() && fs::read_dir(folder).map_err(failed)?.next().is_some() {
        return Err(Error::FolderNotEmpty(folder.to_owned()));
    }
    File::create(under_way).and_then(|file| file.sync_all()).map_err(failed)
}

/// The media that the backup names, from its own place, else from the newsroom that the place
/// belongs to. Returns how many there were.
fn restore_media(database: &Path, file: &Path, folder: &Path) -> Result<usize> {
    let sql = copy::read_only(database)?;
    let beside = file.parent().unwrap_or(Path::new("."));
    let sources = [beside, beside.parent().unwrap_or(beside)];
    let named = media::named(&sql)?;
    let lacking = media::lacking(&named, folder);
    let mut kept = named.len() - lacking.len();
    for (hash, _) in lacking {
        kept += usize::from(media::keep(&hash, &sources, folder, Sharing::Copy)?);
    }
    copy::sync_folder(&folder.join("media"))?;
    Ok(kept)
}

/// Has the database keep a write-ahead log, as a newsroom does.
fn log_ahead(database: &Path) -> Result<()> {
    let sql = Connection::open(database)?;
    sql.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    drop(sql);
    copy::sync(database).map_err(|error| Error::files(database, &error))
}
