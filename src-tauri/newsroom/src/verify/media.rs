//! Media files: there, of their length, and the ones that were added; erased ones are not there.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::Verification;
use crate::Result;
use crate::backup::hash_file;
use crate::id::MediaHash;

/// Which files are looked at.
#[derive(Clone, Copy)]
pub(crate) enum Photos<'a> {
    /// Those in the `media/` of a folder.
    In(&'a Path),
    /// None: only the database is at hand.
    Unseen,
}

pub(crate) const MEDIA_MISSING: &str =
    "the photo's file is not in media/; add it again, or take it from a backup's media/";

pub(super) fn check(sql: &Connection, photos: Photos<'_>, found: &mut Verification) -> Result<()> {
    let Photos::In(folder) = photos else { return Ok(()) };
    let mut query = sql.prepare("SELECT hash, bytes, file_name FROM media")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (hash, bytes, name): (MediaHash, u64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        found.media += 1;
        let file = folder.join("media").join(hash.to_string());
        let subject = format!("{hash} ({name})");
        match fs::metadata(&file) {
            Err(_) => found.fault("media_missing", subject, MEDIA_MISSING),
            Ok(file) if file.len() != bytes => {
                let meaning = "the photo's file has another length than the one that was added";
                found.fault("media_altered", subject, meaning);
            }
            Ok(_) if hash_file(&file).ok() != Some(hash.to_string()) => {
                let meaning = "the photo's file is not the one that was added";
                found.fault("media_altered", subject, meaning);
            }
            Ok(_) => {}
        }
    }
    erased(sql, folder, found)
}

/// Of erased photos no file is left, and the decision to erase them is.
fn erased(sql: &Connection, folder: &Path, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare(include_str!("erased_media.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        found.erased_media += 1;
        let (hash, is_decided): (MediaHash, bool) = (row.get(0)?, row.get(1)?);
        if folder.join("media").join(hash.to_string()).exists() {
            let meaning = "the file of an erased photo is there; erase it again";
            found.fault("media_erased", hash, meaning);
        }
        if !is_decided {
            found.fault("erasure", hash, "a photo is said to be erased that nobody erased");
        }
    }
    Ok(())
}
