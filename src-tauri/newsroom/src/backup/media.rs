//! Media files of backups: kept once for all backups of a place, under their hash.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{copy, record};
use crate::Result;
use crate::error::Error;
use crate::id::MediaHash;

/// Whether files may share their bytes with the newsroom's. A shared file survives that the
/// newsroom's is removed, not that its disk fails; so in a second place they are copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    Link,
    Copy,
}

/// The hashes and lengths of the media that a database names.
pub(super) fn named(sql: &Connection) -> Result<Vec<(String, u64)>> {
    let mut query = sql.prepare("SELECT hash, bytes FROM media ORDER BY hash")?;
    let rows = query.query_map([], |row| {
        Ok((row.get::<_, MediaHash>(0)?.to_string(), row.get::<_, u64>(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Those that a place does not have yet.
pub(super) fn lacking(media: &[(String, u64)], folder: &Path) -> Vec<(String, u64)> {
    let has = |(hash, bytes): &&(String, u64)| {
        fs::metadata(place(folder, hash)).is_ok_and(|file| file.len() == *bytes)
    };
    media.iter().filter(|file| !has(file)).cloned().collect()
}

/// Puts a file into a place, from the first source whose file is what its name says. Returns
/// whether there was one.
pub(super) fn keep(hash: &str, sources: &[&Path], folder: &Path, sharing: Sharing) -> Result<bool> {
    let to = place(folder, hash);
    let part = copy::part_of(&to);
    for source in sources {
        let from = place(source, hash);
        let _ = fs::remove_file(&part);
        if !from.is_file() {
            continue;
        }
        let shared = sharing == Sharing::Link && fs::hard_link(&from, &part).is_ok();
        if !shared {
            fs::copy(&from, &part).map_err(|error| Error::files(&to, &error))?;
        }
        if record::hash_file(&part).is_ok_and(|found| found == hash) {
            copy::sync(&part).map_err(|error| Error::files(&to, &error))?;
            copy::put(&part, &to)?;
            return Ok(true);
        }
    }
    let _ = fs::remove_file(&part);
    Ok(false)
}

/// Removes files that no record names. Where a record cannot be read nothing is removed: it may
/// name any.
pub(super) fn sweep(folder: &Path) {
    let mut named = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if record::has_ending(&path, "db") {
            match record::read(&path) {
                Ok(Some(record)) => named.extend(record.media),
                _ => return,
            }
        }
    }
    for entry in fs::read_dir(folder.join("media")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.len() == 64 && !named.contains(&name) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn place(folder: &Path, hash: &str) -> PathBuf {
    folder.join("media").join(hash)
}
