//! Opening. Nothing is written before the file is known to be ours, whole and not newer.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::ffi::{SQLITE_FULL, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::{Newsroom, device};
use crate::error::Error;
use crate::{Result, backup, board};

/// The schema that this program writes.
pub const SCHEMA_VERSION: u32 = 6;

/// "SHPA": marks a database as ours (SQLite's `application_id`).
pub(super) const APPLICATION_ID: u32 = 0x5348_5041;

pub(crate) const MIGRATIONS: [&str; SCHEMA_VERSION as usize] = [
    include_str!("../../migrations/0001_newsroom.sql"),
    include_str!("../../migrations/0002_board.sql"),
    include_str!("../../migrations/0003_parcel.sql"),
    include_str!("../../migrations/0004_care.sql"),
    include_str!("../../migrations/0005_findings.sql"),
    include_str!("../../migrations/0006_held.sql"),
];

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
        let beside = Beside::of(&database);
        let (connection, access) =
            connect(&database, &beside).map_err(|error| Error::explained(error, &database))?;
        let mut newsroom = Self {
            folder: folder.to_owned(),
            fingerprint: device::fingerprint(&database),
            inode: device::inode(&database).unwrap_or_default(),
            database,
            connection,
            access,
        };
        let checked = match header.is_short() {
            true => newsroom.check_pages(),
            false => Ok(()),
        };
        match checked.and_then(|()| newsroom.check_schema()) {
            Ok(()) => Ok(newsroom),
            Err(error) => {
                drop(newsroom);
                beside.clear();
                Err(error)
            }
        }
    }

    /// A file is short while its log is being written back into it, and stays so where that is cut
    /// short: then the log has what is missing.
    fn check_pages(&self) -> Result<()> {
        let explain = |error: rusqlite::Error| Error::explained(error.into(), &self.database);
        let said: rusqlite::Result<String> =
            self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
        let error = match said {
            Ok(said) if said == "ok" => return Ok(()),
            Ok(_) => end_is_missing(&self.database),
            Err(error) => explain(error),
        };
        self.keep_log().map_err(explain)?;
        Err(error)
    }

    /// What is no newsroom that this program may write is left as it is: closing would write the
    /// log into it.
    fn keep_log(&self) -> rusqlite::Result<bool> {
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
    }

    fn check_schema(&mut self) -> Result<()> {
        let path = self.database.clone();
        let explain = |error: rusqlite::Error| Error::explained(error.into(), &path);
        let version = version(&self.connection).map_err(explain)?;
        if version > SCHEMA_VERSION {
            self.keep_log().map_err(explain)?;
            return Err(Error::NewerNewsroom { path, found: version, known: SCHEMA_VERSION });
        }
        if version == 0 {
            let detail = "it has no schema".to_owned();
            return Err(Error::Damaged { path, detail });
        }
        if version < SCHEMA_VERSION {
            let state = &self.connection;
            backup::before_migration(state, &path, version)
                .map_err(|error| Error::explained(error, &path))?;
        }
        migrate(&mut self.connection).map_err(|error| Error::explained(error, &path))
    }
}

/// Brings the schema up to date and has the board follow: one transaction, so that a newsroom is of
/// one version or of the other.
pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    if version(connection)? >= SCHEMA_VERSION {
        return Ok(());
    }
    let sql = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have been faster.
    let version = version(&sql)?;
    if version >= SCHEMA_VERSION {
        return Ok(());
    }
    for migration in MIGRATIONS.into_iter().skip(version as usize) {
        sql.execute_batch(migration)?;
    }
    board::rebuild(&sql)?;
    sql.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    sql.commit()?;
    Ok(())
}

fn version(sql: &Connection) -> rusqlite::Result<u32> {
    sql.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// What can be done with an open newsroom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Write,
    /// Reading only, because nothing may be written there.
    Read,
    /// Reading only, because the disk is full.
    ReadFullDisk,
}

fn connect(database: &Path, beside: &Beside) -> Result<(Connection, Access)> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let writing = Connection::open_with_flags(database, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|connection| {
            prepare(&connection)?;
            Ok(connection)
        });
    match writing {
        Err(error) if cannot_write(&error) && !has_unread_log(database) => {
            beside.clear();
            let reading = flags | OpenFlags::SQLITE_OPEN_READ_ONLY;
            let connection = Connection::open_with_flags(uri(database), reading)?;
            Ok((connection, if is_full(&error) { Access::ReadFullDisk } else { Access::Read }))
        }
        other => Ok((other?, Access::Write)),
    }
}

/// The settings of every connection (see `PRAGMA` in SQLite's manual). Plans do not depend on what
/// is bound to a statement: else it would be compiled anew each time that it is run. The read at
/// the end makes SQLite look at the file.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

/// The files that SQLite keeps beside a database. Those that an opening made and has no use for
/// are removed again.
struct Beside {
    new: Vec<PathBuf>,
}

impl Beside {
    fn of(database: &Path) -> Self {
        let names = ["db-wal", "db-shm"].map(|ending| database.with_extension(ending));
        Self { new: names.into_iter().filter(|file| !file.exists()).collect() }
    }

    /// A log that holds something stays.
    fn clear(&self) {
        for file in &self.new {
            let is_log = file.extension().is_some_and(|ending| ending == "db-wal");
            if !is_log || std::fs::metadata(file).is_ok_and(|file| file.len() == 0) {
                let _ = std::fs::remove_file(file);
            }
        }
    }
}

/// Read-only media and full disks: reading must still be possible.
fn cannot_write(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, PermissionDenied, ReadOnly, SystemIoFailure};
    error.sqlite_error_code().is_some_and(|code| {
        matches!(code, CannotOpen | DiskFull | PermissionDenied | ReadOnly | SystemIoFailure)
    })
}

/// Whether there is no room for the files beside the database, as SQLite says it when it makes
/// them.
fn is_full(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    code.is_some_and(|code| matches!(code, SQLITE_FULL | SQLITE_IOERR_SHMSIZE | SQLITE_IOERR_WRITE))
}

/// Whether the write-ahead log holds commits that an immutable reading would not see.
pub(crate) fn has_unread_log(database: &Path) -> bool {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|file| file.len() > 0)
}

/// The URI of a database that nobody writes: SQLite makes nothing beside it.
pub(crate) fn uri(database: &Path) -> String {
    format!("file:{}?immutable=1", encoded(database))
}

/// Refuses a file that is no newsroom's database, newer than this program or cut short. Reads no
/// more than its header.
///
/// # Errors
/// As [`Newsroom::open`].
pub(crate) fn check_file(database: &Path) -> Result<()> {
    let folder = database.parent().unwrap_or(Path::new("."));
    Header::read(folder, database)?.check(database)
}

fn end_is_missing(database: &Path) -> Error {
    Error::Damaged { path: database.to_owned(), detail: "the end of the file is missing".into() }
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
        if self.is_short() && !has_unread_log(database) {
            return Err(end_is_missing(database));
        }
        Ok(())
    }

    /// Whether the file has fewer pages than it says.
    fn is_short(&self) -> bool {
        self.file_size < self.page_size() * u64::from(self.number(28))
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
