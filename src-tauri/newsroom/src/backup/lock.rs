//! One program writes into a folder of backups at a time.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use crate::Result;
use crate::error::Error;

/// Held while it lives; the system lets go of it when the program ends, however it ends.
pub(super) struct Lock {
    file: File,
}

/// Closing the file would not do: a program that is being started holds it open, too, for a moment.
impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

impl Lock {
    /// Makes the folder if need be, takes its lock, and clears away what an interrupted backup
    /// left.
    ///
    /// # Errors
    /// [`Error::BackupBusy`], [`Error::Files`] and the like.
    pub(super) fn take(folder: &Path) -> Result<Self> {
        let failed = |error: std::io::Error| Error::files(folder, &error);
        fs::create_dir_all(folder.join("media")).map_err(failed)?;
        let file = File::create(folder.join(".lock")).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::BackupBusy(folder.to_owned())),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        clear(folder);
        clear(&folder.join("media"));
        Ok(Self { file })
    }
}

/// Removes temporary files: `….part`, and what SQLite writes beside one.
pub(super) fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".part") || name.contains(".part-") {
            let _ = fs::remove_file(entry.path());
        }
    }
}
