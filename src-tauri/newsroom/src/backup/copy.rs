//! Copying one state of a database, and comparing the copy with it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::digest::{self, Tables};
use crate::Result;
use crate::error::Error;
use crate::newsroom::uri;

/// Pages that are copied in one go (1 MiB of them).
const STEP: i32 = 256;

/// How long to wait for whoever holds the target, which is nobody but a virus scanner.
const PAUSE: Duration = Duration::from_millis(20);

/// Copies the state that `source` reads (in a transaction of its caller's) into `part`, a file that
/// is not there yet, and compares every row. Pages that hold nothing are left out. The file is on
/// disk then. Returns the row hashes.
///
/// # Errors
/// [`Error::BackupUnverified`] where the copy is not the same, and those of SQLite.
pub(super) fn copy(source: &Connection, part: &Path) -> Result<Tables> {
    let wanted = digest::tables(source)?;
    let raw = part.with_extension("raw.part");
    let copied = pages(source, &raw).and_then(|()| compact(&raw, part));
    let _ = fs::remove_file(&raw);
    copied.map_err(|error| error.explained(part))?;
    let unverified = |detail| Error::BackupUnverified { path: part.to_owned(), detail };
    if let Some(detail) = difference(part, &wanted)? {
        return Err(unverified(detail));
    }
    sync(part).map_err(|error| Error::files(part, &error))?;
    Ok(wanted)
}

/// What is wrong with a database that should hold these rows; none when nothing is.
pub(super) fn difference(database: &Path, wanted: &Tables) -> Result<Option<String>> {
    let found = read_only(database).and_then(|copy| {
        let said = integrity(&copy)?;
        Ok((said, digest::tables(&copy)?))
    });
    Ok(match found {
        Err(Error::Database(error)) => Some(error.to_string()),
        Err(error) => return Err(error),
        Ok((said, _)) if said != "ok" => Some(said),
        Ok((_, found)) => {
            let tables = digest::differing(wanted, &found);
            (!tables.is_empty()).then(|| format!("these tables differ: {}", tables.join(", ")))
        }
    })
}

/// The first line of SQLite's own check.
pub(super) fn integrity(sql: &Connection) -> Result<String> {
    Ok(sql.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?)
}

/// A database that nobody writes, opened so that nothing is made beside it.
pub(crate) fn read_only(database: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(uri(database), flags)?)
}

/// The caller's transaction holds the state still, so no step begins anew.
fn pages(source: &Connection, raw: &Path) -> Result<()> {
    let mut target = Connection::open(raw)?;
    {
        let backup = Backup::new(source, &mut target)?;
        loop {
            match backup.step(STEP)? {
                StepResult::Done => break,
                StepResult::Busy | StepResult::Locked => std::thread::sleep(PAUSE),
                _ => {}
            }
        }
    }
    // One file, that is read where nothing may be written, too.
    target.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(())
}

/// Writes the rows alone into a new file: what was deleted from the newsroom is in no backup.
fn compact(raw: &Path, part: &Path) -> Result<()> {
    let to = part.to_str().ok_or_else(|| {
        Error::files(part, &io::Error::new(io::ErrorKind::InvalidFilename, "it is not Unicode"))
    })?;
    Connection::open(raw)?.execute("VACUUM INTO ?", [to])?;
    Ok(())
}

/// Has a file on disk.
pub(super) fn sync(file: &Path) -> io::Result<()> {
    File::options().write(true).open(file)?.sync_all()
}

/// Has the names of a folder on disk, where the system can.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        let failed = |error: io::Error| Error::files(folder, &error);
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(())
}

/// Renames a finished file into its place.
pub(crate) fn put(part: &Path, place: &Path) -> Result<()> {
    fs::rename(part, place).map_err(|error| Error::files(place, &error))
}

/// A file's name while it is written.
pub(crate) fn part_of(place: &Path) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    place.with_file_name(name)
}
