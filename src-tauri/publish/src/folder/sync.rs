//! What lies in the folder is brought to the disk.

use std::fs::File;
#[cfg(target_os = "linux")]
use std::io;
#[cfg(target_os = "linux")]
use std::panic::resume_unwind;
use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::thread;

use super::Disk;
use crate::error::Error;

/// More files than this are brought to the disk by one call for the whole file system.
#[cfg(target_os = "linux")]
const FEW: usize = 16;

/// More files than this take a while to get there.
#[cfg(target_os = "linux")]
const MANY: usize = 128;

impl Disk {
    /// Brings files and folders to the disk: before the switch so that what is switched to is
    /// whole, and after it, for a rename, too, must survive a power cut. Of many nobody asks which
    /// they are.
    ///
    /// # Errors
    /// Those of writing.
    pub(super) fn sync(
        &self,
        count: usize,
        paths: impl FnOnce() -> Vec<PathBuf>,
    ) -> Result<(), Error> {
        #[cfg(target_os = "linux")]
        if count > FEW {
            return self.sync_all().map_err(|error| Error::writing(&self.root, &error));
        }
        paths().iter().try_for_each(|path| {
            let folder = path.is_dir();
            match File::open(path).and_then(|file| file.sync_all()) {
                // Not every system opens folders.
                Err(_) if folder => Ok(()),
                synced => synced.map_err(|error| Error::writing(path, &error)),
            }
        })
    }

    /// Does something while what waits so far is brought to the disk, if it is much: then less is
    /// left for [`Disk::sync`].
    ///
    /// # Errors
    /// Those of `work`, and of writing: the system tells of each once, so none may be passed over.
    #[cfg(target_os = "linux")]
    pub(super) fn sync_while<T>(
        &self,
        count: usize,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        if count <= MANY {
            return work();
        }
        let (synced, done) = thread::scope(|scope| {
            let syncing = scope.spawn(|| self.sync_all());
            let done = work();
            (syncing.join().unwrap_or_else(|panic| resume_unwind(panic)), done)
        });
        let done = done?;
        synced.map_err(|error| Error::writing(&self.root, &error))?;
        Ok(done)
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn sync_while<T>(
        &self,
        _: usize,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        work()
    }

    #[cfg(target_os = "linux")]
    fn sync_all(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(&self.root)?)?)
    }
}
