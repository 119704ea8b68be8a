//! Opening. Nothing is written before the file is known to be ours, whole and not newer.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Newsroom, device};
use crate::Result;
use crate::error::Error;

/// The schema that this program writes.
pub const SCHEMA_VERSION: u32 = 1;

/// "SHPA": marks a database as ours (SQLite's `application_id`).
pub(super) const APPLICATION_ID: u32 = 0x5348_5041;

const MIGRATIONS: [&str; SCHEMA_VERSION as usize] =
    [include_str!("../../migrations/0001_newsroom.sql")];

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);

impl Newsroom {
    /// Opens the newsroom in `folder`.
    ///
    /// # Errors
    /// [`Error::NoNewsroom`], [`Error::NotANewsroom`], [`Error::NewerNewsroom`],
    /// [`Error::Damaged`], [`Error::Locked`], [`Error::Files`]. The folder is as it was then.
    pub fn open(folder: &Path) -> Result<Self> {
        let database = folder.join("newsroom.db");
        let header = Header::read(folder, &database)?;
        header.check(&database)?;
        let connection = connect(&database).map_err(|e| Error::explained(e, &database))?;
        let mut newsroom = Self {
            folder: folder.to_owned(),
            fingerprint: device::fingerprint(&database),
            database,
            connection,
        };
        newsroom.check_schema()?;
        Ok(newsroom)
    }

    fn check_schema(&mut self) -> Result<()> {
        let path = self.database.clone();
        let explain = |error: rusqlite::Error| Error::explained(error.into(), &path);
        let version: u32 = self
            .connection
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .map_err(explain)?;
        if version > SCHEMA_VERSION {
            return Err(Error::NewerNewsroom { path, found: version, known: SCHEMA_VERSION });
        }
        if version == 0 {
            let detail = "it has no schema".to_owned();
            return Err(Error::Damaged { path, detail });
        }
        migrate(&mut self.connection).map_err(|error| Error::explained(error, &path))
    }
}

/// Brings the schema up to date, each migration in a transaction of its own.
pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for (number, migration) in (1_u32..).zip(MIGRATIONS).skip(version as usize) {
        let sql = connection.transaction()?;
        sql.execute_batch(migration)?;
        sql.pragma_update(None, "user_version", number)?;
        sql.commit()?;
    }
    Ok(())
}

fn connect(database: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let writing = Connection::open_with_flags(database, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|connection| {
            prepare(&connection)?;
            Ok(connection)
        });
    match writing {
        Err(error) if cannot_write(&error) && !has_unread_log(database) => {
            let uri = format!("file:{}?immutable=1", encoded(database));
            let reading = flags | OpenFlags::SQLITE_OPEN_READ_ONLY;
            let connection = Connection::open_with_flags(uri, reading)?;
            connection.pragma_update(None, "query_only", true)?;
            Ok(connection)
        }
        other => Ok(other?),
    }
}

/// The settings of every connection (see `PRAGMA` in SQLite's manual). The read at the end makes
/// SQLite look at the file.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

/// Read-only media and full disks: reading must still be possible.
fn cannot_write(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, PermissionDenied, ReadOnly, SystemIoFailure};
    error.sqlite_error_code().is_some_and(|code| {
        matches!(code, CannotOpen | DiskFull | PermissionDenied | ReadOnly | SystemIoFailure)
    })
}

/// Whether the write-ahead log holds commits that an immutable reading would not see.
fn has_unread_log(database: &Path) -> bool {
    let log = database.with_extension("db-wal");
    std::fs::metadata(log).is_ok_and(|file| file.len() > 0)
}

/// A path as SQLite's URIs want it.
fn encoded(path: &Path) -> String {
    let mut uri = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                uri.push(char::from(*byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The first 100 bytes of the database (SQLite's "Database File Format", section 1.3).
struct Header {
    bytes: [u8; 100],
    file_size: u64,
}

impl Header {
    fn read(folder: &Path, database: &Path) -> Result<Self> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Error::NoNewsroom(folder.to_owned()),
            _ => Error::Files { path: database.to_owned(), detail: error.to_string() },
        };
        let mut file = File::open(database).map_err(failed)?;
        let status = file.metadata().map_err(failed)?;
        let mut bytes = [0; 100];
        if !status.is_file() || file.read_exact(&mut bytes).is_err() {
            return Err(Error::NotANewsroom(database.to_owned()));
        }
        Ok(Self { bytes, file_size: status.len() })
    }

    fn check(&self, database: &Path) -> Result<()> {
        let path = database.to_owned();
        if &self.bytes[..16] != b"SQLite format 3\0" || self.number(68) != APPLICATION_ID {
            return Err(Error::NotANewsroom(path));
        }
        let found = self.number(60);
        if found > SCHEMA_VERSION {
            return Err(Error::NewerNewsroom { path, found, known: SCHEMA_VERSION });
        }
        if self.file_size < self.page_size() * u64::from(self.number(28)) {
            return Err(Error::Damaged { path, detail: "the end of the file is missing".into() });
        }
        Ok(())
    }

    fn page_size(&self) -> u64 {
        match u16::from_be_bytes([self.bytes[16], self.bytes[17]]) {
            1 => 65_536,
            size => u64::from(size),
        }
    }

    fn number(&self, at: usize) -> u32 {
        let mut bytes = [0; 4];
        bytes.copy_from_slice(&self.bytes[at..at + 4]);
        u32::from_be_bytes(bytes)
    }
}
