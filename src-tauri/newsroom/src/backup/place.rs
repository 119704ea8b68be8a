//! A place that backups lie in: putting one there, and thinning what lies there.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use super::lock::Lock;
use super::media::{self, Sharing};
use super::record::{self, Backup, Record};
use super::room::{self, Limits};
use super::{Made, SecondPlace, copy, newsroom_id, thin, watermark};
use crate::Result;
use crate::error::Error;
use crate::verify::{self, Fault, Photos};

/// What is backed up.
pub(super) struct Source<'a> {
    pub(super) sql: &'a Connection,
    /// The newsroom's folder.
    pub(super) newsroom: &'a Path,
}

/// What the names of backups made before a migration begin with.
const BEFORE: &str = "before-schema-";

/// Makes a backup of a newsroom whose schema is this program's.
pub(super) fn back_up(
    source: &Source<'_>,
    now: Timestamp,
    folder: &Path,
    limits: Limits,
) -> Result<Made> {
    let _lock = Lock::take(folder)?;
    let path = free_name(folder, now);
    let state = source.sql.unchecked_transaction()?;
    let mut removed = make_room(source, folder, limits)?;
    let (record, faults) = write(source, &path, now, Check::Whole)?;
    drop(state);
    removed.extend(thin_out(folder, &record.newsroom, limits));
    let (bytes, media) = (record.bytes, record.media.len());
    Ok(Made { path, made: record.made, bytes, media, faults, removed, second: None })
}

/// Makes the backup before a migration, unless it is there.
pub(super) fn before_migration(source: &Source<'_>, version: u32) -> Result<()> {
    let folder = source.newsroom.join("backups");
    let _lock = Lock::take(&folder)?;
    let state = source.sql.unchecked_transaction()?;
    let path = folder.join(format!("{BEFORE}{}.db", version + 1));
    let (change, operations) = watermark(source.sql)?;
    let same = |record: Record| (record.change, record.operations) == (change, operations);
    if record::read(&path).ok().flatten().is_some_and(same) && path.is_file() {
        return Ok(());
    }
    make_room(source, &folder, Limits::default())?;
    let query = "SELECT coalesce(max(at), 0) FROM change";
    let last: i64 = source.sql.query_row(query, [], |row| row.get(0))?;
    let made = Timestamp::from_millisecond(last).unwrap_or_default();
    write(source, &path, made, Check::RowsAlone)?;
    drop(state);
    Ok(())
}

/// Copies a backup that was just made into the second place.
pub(super) fn mirror(database: &Path, folder: &Path, limits: Limits) -> SecondPlace {
    if !folder.is_dir() {
        return SecondPlace::Absent { folder: folder.to_owned() };
    }
    match copy_to(database, folder, limits) {
        Ok(path) => SecondPlace::Written { path },
        Err(error) => {
            let (code, message, params) = (error.code(), error.to_string(), error.params());
            SecondPlace::Failed { folder: folder.to_owned(), code, message, params }
        }
    }
}

/// The backups of a newsroom in a place, the newest first; those before a migration apart.
pub(crate) fn own(folder: &Path, newsroom: &str) -> Vec<Backup> {
    let mut all = record::all(folder);
    all.retain(|backup| backup.record.newsroom == newsroom && !is_before(&backup.path));
    all
}

fn is_before(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(BEFORE))
}

/// How a copy is looked at besides its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Check {
    /// As `verify` does.
    Whole,
    /// The schema is another program's.
    RowsAlone,
}

/// Writes database, media and record. The database's name is given last: what has it is whole.
fn write(
    source: &Source<'_>,
    path: &Path,
    made: Timestamp,
    check: Check,
) -> Result<(Record, Vec<Fault>)> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let part = copy::part_of(path);
    let written = (|| -> Result<_> {
        let tables = copy::copy(source.sql, &part)?;
        let copied = copy::read_only(&part)?;
        let sharing = match folder == source.newsroom.join("backups") {
            true => Sharing::Link,
            false => Sharing::Copy,
        };
        let (media, mut faults) = keep_media(&copied, source.newsroom, folder, sharing)?;
        if check == Check::Whole {
            faults.extend(verify::walk(&copied, Photos::Unseen)?.faults);
        }
        let (change, operations) = watermark(&copied)?;
        let record = Record {
            newsroom: newsroom_id(&copied)?,
            made,
            change,
            operations,
            schema: copied.query_row("PRAGMA user_version", [], |row| row.get(0))?,
            bytes: fs::metadata(&part).map_err(|error| Error::files(&part, &error))?.len(),
            sha256: record::hash_file(&part).map_err(|error| Error::files(&part, &error))?,
            tables,
            media,
            faults: faults.len(),
        };
        Ok((record, faults))
    })();
    let (record, faults) = written.inspect_err(|_| _ = fs::remove_file(&part))?;
    publish(&part, path, &record)?;
    Ok((record, faults))
}

fn publish(part: &Path, path: &Path, record: &Record) -> Result<()> {
    let to = record::path_of(path);
    let staged = copy::part_of(&to);
    record::write(&staged, record)?;
    copy::put(&staged, &to)?;
    copy::put(part, path)?;
    path.parent().map_or(Ok(()), copy::sync_folder)
}

/// Keeps the media that a database names; those that it lacks are faults.
fn keep_media(
    sql: &Connection,
    newsroom: &Path,
    folder: &Path,
    sharing: Sharing,
) -> Result<(Vec<String>, Vec<Fault>)> {
    let named = media::named(sql)?;
    let mut lost = Vec::new();
    for (hash, _) in media::lacking(&named, folder) {
        if !media::keep(&hash, &[newsroom], folder, sharing)? {
            lost.push(hash);
        }
    }
    copy::sync_folder(&folder.join("media"))?;
    let faults = lost.iter().map(|hash| Fault::of("media_missing", hash, verify::MEDIA_MISSING));
    let faults = faults.collect();
    let kept = named.into_iter().map(|(hash, _)| hash).filter(|hash| !lost.contains(hash));
    Ok((kept.collect(), faults))
}

/// The name of an instant that no backup has yet.
fn free_name(folder: &Path, now: Timestamp) -> PathBuf {
    let stem = now.strftime("%Y-%m-%dT%H-%M-%SZ").to_string();
    let named = |number: u32| match number {
        1 => folder.join(format!("{stem}.db")),
        _ => folder.join(format!("{stem}-{number}.db")),
    };
    let mut number = 1;
    while named(number).exists() {
        number += 1;
    }
    named(number)
}

/// Sees to it that there is room for a backup and the reserve, if need be by removing old ones.
///
/// # Errors
/// [`Error::BackupNoRoom`]; nothing was removed in vain then but what thinning removes anyway.
fn make_room(source: &Source<'_>, folder: &Path, limits: Limits) -> Result<Vec<String>> {
    let id = newsroom_id(source.sql)?;
    let pages: u64 = source.sql.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    let page: u64 = source.sql.query_row("PRAGMA page_size", [], |row| row.get(0))?;
    let lacking = media::lacking(&media::named(source.sql)?, folder);
    let media: u64 = lacking.iter().map(|(_, bytes)| bytes).sum();
    // The copy exists twice for a while: with and without its empty pages.
    room_for(folder, &id, 2 * pages * page + media, limits)
}

fn room_for(folder: &Path, newsroom: &str, needed: u64, limits: Limits) -> Result<Vec<String>> {
    let wanted = needed.saturating_add(limits.reserve);
    let is_enough = |free: u64| free >= wanted;
    let Some(free) = room::free(folder) else { return Ok(Vec::new()) };
    if is_enough(free) {
        return Ok(Vec::new());
    }
    let mut removed = thin_out(folder, newsroom, limits);
    let mut spare = own(folder, newsroom);
    let newest_good = spare.iter().position(Backup::is_good).unwrap_or(0);
    spare.retain({
        let keep = spare.get(newest_good).map(|backup| backup.path.clone());
        move |backup| Some(&backup.path) != keep.as_ref()
    });
    let gained: u64 = spare.iter().map(|backup| backup.record.bytes).sum();
    let free = room::free(folder).unwrap_or(free);
    if !is_enough(free.saturating_add(gained)) {
        let path = folder.to_owned();
        return Err(Error::BackupNoRoom { path, needed: wanted, free });
    }
    while !is_enough(room::free(folder).unwrap_or(u64::MAX)) {
        let Some(oldest) = spare.pop() else { break };
        removed.push(remove(&oldest));
    }
    media::sweep(folder);
    Ok(removed)
}

/// Removes what thinning and the size leave out. Good ones and others are thinned apart: a copy of
/// a newsroom with faults pushes no good one out. Returns the names of the files.
fn thin_out(folder: &Path, newsroom: &str, limits: Limits) -> Vec<String> {
    let (good, others): (Vec<Backup>, Vec<Backup>) =
        own(folder, newsroom).into_iter().partition(Backup::is_good);
    let mut removed = Vec::new();
    for group in [good, others] {
        let made: Vec<Timestamp> = group.iter().map(|backup| backup.record.made).collect();
        let kept = thin::kept(&made);
        let mut last = None;
        for backup in group {
            // Of two made in the same instant the one that is listed first is the newer.
            let again = last.replace(backup.record.made) == Some(backup.record.made);
            if again || !kept.contains(&backup.record.made) {
                removed.push(remove(&backup));
            }
        }
    }
    let left = own(folder, newsroom);
    let newest_good = left.iter().position(Backup::is_good);
    let sizes: Vec<u64> = left.iter().map(|backup| backup.record.bytes).collect();
    let fitting = thin::fitting(&sizes, limits.size);
    for (at, backup) in left.iter().enumerate().skip(fitting) {
        if Some(at) != newest_good {
            removed.push(remove(backup));
        }
    }
    if !removed.is_empty() {
        media::sweep(folder);
    }
    removed
}

/// Removes the database first: a record alone is nobody's backup.
fn remove(backup: &Backup) -> String {
    let _ = fs::remove_file(&backup.path);
    let _ = fs::remove_file(record::path_of(&backup.path));
    backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Removes backups of one's own that `holds` says.
pub(crate) fn remove_where(folder: &Path, holds: impl Fn(&Backup) -> bool) -> Result<Vec<String>> {
    let _lock = Lock::take(folder)?;
    let all = record::all(folder);
    let removed = all.iter().filter(|backup| holds(backup)).map(remove).collect();
    media::sweep(folder);
    Ok(removed)
}

fn copy_to(database: &Path, folder: &Path, limits: Limits) -> Result<PathBuf> {
    let gone = || Error::NoNewsroom(database.to_owned());
    let record = record::read(database).ok().flatten().ok_or_else(gone)?;
    let from = database.parent().ok_or_else(gone)?;
    let _lock = Lock::take(folder)?;
    let sql = copy::read_only(database)?;
    let lacking = media::lacking(&media::named(&sql)?, folder);
    let bytes: u64 = lacking.iter().map(|(_, bytes)| bytes).sum();
    room_for(folder, &record.newsroom, record.bytes + bytes, limits)?;
    for (hash, _) in lacking {
        media::keep(&hash, &[from], folder, Sharing::Copy)?;
    }
    copy::sync_folder(&folder.join("media"))?;
    let path = folder.join(database.file_name().unwrap_or_default());
    let part = copy::part_of(&path);
    let failed = |error: std::io::Error| Error::files(&path, &error);
    fs::copy(database, &part).and_then(|_| copy::sync(&part)).map_err(failed)?;
    if record::hash_file(&part).map_err(failed)? != record.sha256 {
        let _ = fs::remove_file(&part);
        let detail = "its bytes differ".to_owned();
        return Err(Error::BackupUnverified { path, detail });
    }
    publish(&part, &path, &record)?;
    thin_out(folder, &record.newsroom, limits);
    Ok(path)
}
