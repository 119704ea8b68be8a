//! A newsroom on disk: one folder with `newsroom.db`, `media/`, `backups/`, `recovery/`, `cache/`.

mod create;
pub(crate) mod device;
mod open;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::Result;
use crate::error::Error;

pub use create::Founding;
use open::Access;
#[cfg(test)]
pub(crate) use open::MIGRATIONS;
pub use open::SCHEMA_VERSION;
pub(crate) use open::{check_file, has_unread_log, uri};

/// The folders beside the database.
pub(crate) const PARTS: [&str; 4] = ["media", "backups", "recovery", "cache"];

/// An open newsroom.
#[derive(Debug)]
pub struct Newsroom {
    folder: PathBuf,
    pub(crate) database: PathBuf,
    pub(crate) connection: Connection,
    pub(crate) fingerprint: [u8; 32],
    /// Of the database file that was opened.
    inode: u64,
    access: Access,
}

/// How much of the database a connection that reads all of it keeps in memory, in KiB.
const READ_CACHE: i64 = 32 * 1024;

impl Newsroom {
    /// The same newsroom by a connection of its own, for a thread that reads much of it.
    ///
    /// # Errors
    /// Those of [`Newsroom::open`].
    pub fn another(&self) -> Result<Self> {
        let other = Self::open(&self.folder)?;
        other.connection.pragma_update(None, "cache_size", -READ_CACHE)?;
        Ok(other)
    }

    /// The newsroom's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether changes can be kept.
    pub fn is_writable(&self) -> bool {
        self.access == Access::Write
    }

    /// Refuses where the newsroom could only be opened for reading.
    pub(crate) fn must_be_writable(&self) -> Result<()> {
        match self.access {
            Access::Write => Ok(()),
            Access::Read => Err(Error::ReadOnly(self.database.clone())),
            Access::ReadFullDisk => Err(Error::DiskFull(self.database.clone())),
        }
    }

    /// Whether the database that was opened is still the one in its folder.
    pub fn is_in_place(&self) -> bool {
        device::inode(&self.database) == Some(self.inode)
    }

    /// Refuses where it is not: SQLite would go on writing to a file that nobody finds again.
    pub(crate) fn must_be_in_place(&self) -> Result<()> {
        match self.is_in_place() {
            true => Ok(()),
            false => Err(Error::NoNewsroom(self.folder.clone())),
        }
    }

    /// Runs a read on one consistent state of the newsroom. Reads never write.
    pub(crate) fn read<T>(&self, body: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let run = || {
            let state = self.connection.unchecked_transaction()?;
            body(&state)
        };
        self.explain(run())
    }

    /// What SQLite's answer means for this newsroom.
    pub(crate) fn explain<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| error.explained(&self.database))
    }
}
