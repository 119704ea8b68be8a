//! What an export does on the disk before the switch; several threads may at once.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
#[cfg(target_os = "linux")]
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

#[cfg(target_os = "linux")]
use rustix::fs::OFlags;
use shpalta_newsroom::publication::ledger::{Look, Looks};

use super::{Mode, is_absent, sha256};
use crate::address;
use crate::error::Error;
use crate::manifest;

/// The hidden folder in which new files wait for the switch.
pub(super) const STAGING: &str = ".shpalta-staging";

/// In it: folders that the site does not have yet.
const NEW_FOLDERS: &str = "new";

/// The folder as threads share it.
pub struct Disk {
    pub(super) root: PathBuf,
    pub(super) mode: Mode,
    /// The next name in the staging folder.
    next: AtomicUsize,
    /// Folders of the site that are folders, not links.
    plain: Mutex<BTreeSet<String>>,
    /// Folders that were not there when something was weighed that is to lie in them.
    absent: Mutex<BTreeSet<String>>,
    hold: Mutex<Hold>,
}

/// What this export has of the folder.
struct Hold {
    /// There was no folder to lock yet: what lies in it by now is another run's.
    is_new: bool,
    /// This run made the folder.
    made: bool,
    /// The staging folder is there, with nothing old in it.
    staging: bool,
    /// Held while this is alive; where a folder cannot be locked, none.
    lock: Option<File>,
}

/// A file as it is to be, beside what stands in its place.
#[derive(Debug)]
pub struct Weighed {
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    pub(super) look: Look,
    pub(super) place: InPlace,
}

/// What stands where a file is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InPlace {
    Same,
    /// Nothing.
    Nothing(Staged),
    /// Something else.
    Other(Staged),
}

/// Where a file waits for the switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Staged {
    /// In the staging folder, under this name.
    Alone(usize),
    /// In a folder that the site does not have yet, which can be put in place as a whole.
    InNewFolder,
}

/// What stands there before.
enum Stands {
    Same(Look),
    Other,
    Nothing,
    NoFolder,
}

impl Disk {
    /// # Errors
    /// [`Error::Busy`].
    pub(super) fn new(root: PathBuf, mode: Mode) -> Result<Self, Error> {
        let was_absent = !root.exists();
        let lock = locked(&root)?;
        let is_new = was_absent && lock.is_none();
        let hold = Hold { is_new, made: false, staging: false, lock };
        let (next, plain, absent) = (AtomicUsize::new(0), Mutex::default(), Mutex::default());
        Ok(Self { root, mode, next, plain, absent, hold: Mutex::new(hold) })
    }

    /// Compares a file with what stands in its place, and stages it where that is not the same. Who
    /// has weighed it decides about it or gives the export up: a new folder is put in place with
    /// all that was staged in it.
    ///
    /// # Errors
    /// [`Error::BadAddress`], [`Error::LeadsOut`], [`Error::ForeignFile`], those of reading and
    /// writing.
    pub fn weigh(&self, path: &str, bytes: &[u8]) -> Result<Weighed, Error> {
        if !address::stays_inside(path) {
            return Err(Error::BadAddress(path.to_owned()));
        }
        let sha256 = sha256(bytes);
        let stands = self.stands(path, bytes)?;
        let (staged, look) = match stands {
            Stands::Same(look) => return Ok(Weighed { sha256, look, place: InPlace::Same }),
            Stands::Other | Stands::Nothing => self.stage(bytes)?,
            Stands::NoFolder => self.stage_with_folder(path, bytes)?,
        };
        let place = match stands {
            Stands::Other => InPlace::Other(staged),
            Stands::Same(_) | Stands::Nothing | Stands::NoFolder => InPlace::Nothing(staged),
        };
        Ok(Weighed { sha256, look, place })
    }

    fn stands(&self, path: &str, bytes: &[u8]) -> Result<Stands, Error> {
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        if self.hold().is_new || folder.is_some_and(|folder| lock(&self.absent).contains(folder)) {
            return Ok(if folder.is_some() { Stands::NoFolder } else { Stands::Nothing });
        }
        if !self.leads_inside(path)? {
            lock(&self.absent).extend(folder.map(str::to_owned));
            return Ok(Stands::NoFolder);
        }
        let at = self.root.join(path);
        let found = match fs::symlink_metadata(&at) {
            Ok(found) => found,
            Err(error) if is_absent(&error) => return Ok(Stands::Nothing),
            Err(error) => return Err(Error::reading(&at, &error)),
        };
        if !found.is_file() || found.len() != bytes.len() as u64 {
            return Ok(Stands::Other);
        }
        let same = self.read(path)?.filter(|(found, _)| found == bytes);
        Ok(same.map_or(Stands::Other, |(_, look)| Stands::Same(look)))
    }

    /// A plain file of the folder; links are not followed.
    ///
    /// # Errors
    /// [`Error::NotRead`], [`Error::LeadsOut`], [`Error::ForeignFile`].
    pub(super) fn read(&self, path: &str) -> Result<Option<(Vec<u8>, Look)>, Error> {
        if !self.leads_inside(path)? {
            return Ok(None);
        }
        let at = self.root.join(path);
        let read = || {
            let found = fs::symlink_metadata(&at)?;
            if !found.is_file() {
                return Ok(None);
            }
            let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or_default());
            File::open(&at)?.read_to_end(&mut bytes)?;
            Ok(Some((bytes, look_of(&found))))
        };
        match read() {
            Err(error) if is_absent(&error) => Ok(None),
            read => read.map_err(|error| Error::reading(&at, &error)),
        }
    }

    /// What a file of the folder looks like; none if it is not there.
    pub(super) fn look(&self, path: &str) -> Option<Look> {
        fs::symlink_metadata(self.root.join(path)).ok().map(|found| look_of(&found))
    }

    /// The paths of files that are missing or look otherwise.
    pub(super) fn differing(&self, looks: &Looks) -> Vec<String> {
        let mut at = Standpoint::of(&self.root);
        let differing = looks.iter().filter(|(path, look)| at.look(path) != Some(*look));
        differing.map(|(path, _)| path.to_owned()).collect()
    }

    /// Whether the folders on the way are there. One that is a link would let us write anywhere.
    ///
    /// # Errors
    /// [`Error::LeadsOut`], [`Error::ForeignFile`], [`Error::NotRead`].
    pub(super) fn leads_inside(&self, path: &str) -> Result<bool, Error> {
        for (at, _) in path.match_indices('/') {
            let part = &path[..at];
            if lock(&self.plain).contains(part) {
                continue;
            }
            let folder = self.root.join(part);
            match fs::symlink_metadata(&folder) {
                Ok(found) if found.is_dir() => lock(&self.plain).insert(part.to_owned()),
                Ok(found) if found.is_symlink() => return Err(Error::LeadsOut(folder)),
                Ok(_) => return Err(Error::ForeignFile(folder)),
                Err(error) if is_absent(&error) => return Ok(false),
                Err(error) => return Err(Error::reading(&folder, &error)),
            };
        }
        Ok(true)
    }

    /// Puts bytes into the staging folder.
    pub(super) fn stage(&self, bytes: &[u8]) -> Result<(Staged, Look), Error> {
        let staged = Staged::Alone(self.next.fetch_add(1, Ordering::Relaxed));
        if self.mode == Mode::DryRun {
            return Ok((staged, Look::default()));
        }
        self.clear_staging()?;
        let path = self.staged(staged, "");
        let look = create(&path, bytes).map_err(|error| Error::writing(&path, &error))?;
        Ok((staged, look))
    }

    /// Puts a file into the staging folder, with the folders in which it is to lie. Where the same
    /// file was put there before, that one stays as it is.
    fn stage_with_folder(&self, path: &str, bytes: &[u8]) -> Result<(Staged, Look), Error> {
        let staged = Staged::InNewFolder;
        if self.mode == Mode::DryRun {
            return Ok((staged, Look::default()));
        }
        self.clear_staging()?;
        let at = self.staged(staged, path);
        let made = create(&at, bytes).or_else(|error| match at.parent() {
            Some(folder) if is_absent(&error) => {
                fs::create_dir_all(folder).and_then(|()| create(&at, bytes))
            }
            _ => Err(error),
        });
        match made {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => self.stage(bytes),
            made => made.map(|look| (staged, look)).map_err(|error| Error::writing(&at, &error)),
        }
    }

    /// Where a file of the site waits.
    pub(super) fn staged(&self, staged: Staged, path: &str) -> PathBuf {
        let staging = self.root.join(STAGING);
        match staged {
            Staged::Alone(name) => staging.join(name.to_string()),
            Staged::InNewFolder => staging.join(NEW_FOLDERS).join(path),
        }
    }

    /// Makes the staging folder. What a killed run staged is of no use, but its manifest is until
    /// ours takes its place.
    pub(super) fn clear_staging(&self) -> Result<(), Error> {
        let mut hold = self.hold();
        if hold.staging {
            return Ok(());
        }
        if hold.is_new {
            hold.make(&self.root)?;
        }
        let staging = self.root.join(STAGING);
        fs::create_dir_all(&staging).map_err(|error| Error::writing(&staging, &error))?;
        empty(&staging)?;
        hold.staging = true;
        Ok(())
    }

    fn hold(&self) -> MutexGuard<'_, Hold> {
        lock(&self.hold)
    }
}

/// A folder of the site that is held open while files of it are looked at one after the other: the
/// way to it is walked once.
#[cfg(target_os = "linux")]
struct Standpoint<'a> {
    root: &'a Path,
    /// Below the root.
    folder: String,
    /// None: it is not there.
    open: Option<OwnedFd>,
}

#[cfg(target_os = "linux")]
impl<'a> Standpoint<'a> {
    fn of(root: &'a Path) -> Self {
        Self { root, folder: String::new(), open: opened(root) }
    }

    /// What a file of the site looks like; none if it is not there.
    fn look(&mut self, path: &str) -> Option<Look> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if folder != self.folder {
            self.open = opened(&self.root.join(folder));
            folder.clone_into(&mut self.folder);
        }
        let flags = rustix::fs::AtFlags::SYMLINK_NOFOLLOW;
        let found = rustix::fs::statat(self.open.as_ref()?, name, flags).ok()?;
        let seconds = found.st_mtime.checked_mul(1_000_000_000);
        let modified = seconds?.checked_add(i64::try_from(found.st_mtime_nsec).ok()?)?;
        Some(Look { size: found.st_size, modified: modified.max(0) })
    }
}

#[cfg(target_os = "linux")]
fn opened(folder: &Path) -> Option<OwnedFd> {
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    rustix::fs::open(folder, flags, rustix::fs::Mode::empty()).ok()
}

/// The root of the site.
#[cfg(not(target_os = "linux"))]
struct Standpoint<'a>(&'a Path);

#[cfg(not(target_os = "linux"))]
impl<'a> Standpoint<'a> {
    fn of(root: &'a Path) -> Self {
        Self(root)
    }

    /// What a file of the site looks like; none if it is not there.
    fn look(&mut self, path: &str) -> Option<Look> {
        fs::symlink_metadata(self.0.join(path)).ok().map(|found| look_of(&found))
    }
}

impl Hold {
    /// Makes the folder. Whoever makes it first has the export.
    fn make(&mut self, root: &Path) -> Result<(), Error> {
        fs::create_dir(root).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists if root.is_dir() => Error::Busy(root.to_owned()),
            _ => Error::writing(root, &error),
        })?;
        self.lock = locked(root)?;
        self.is_new = false;
        self.made = true;
        Ok(())
    }
}

impl Drop for Disk {
    /// A run that was refused or stopped leaves nothing behind, except the manifest that a killed
    /// run before it left.
    fn drop(&mut self) {
        let hold = self.hold();
        if self.mode == Mode::DryRun || hold.is_new {
            return;
        }
        let staging = self.root.join(STAGING);
        if staging.join(manifest::NAME).exists() {
            let _ = empty(&staging);
        } else {
            let _ = fs::remove_dir_all(staging);
        }
        if hold.made {
            // Only an empty folder goes.
            let _ = fs::remove_dir(&self.root);
        }
    }
}

/// Empties a staging folder, but for the manifest.
fn empty(staging: &Path) -> Result<(), Error> {
    let listed = fs::read_dir(staging).map_err(|error| Error::reading(staging, &error))?;
    for file in listed.flatten().filter(|file| file.file_name() != manifest::NAME) {
        let path = file.path();
        let removed = match file.file_type() {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
            _ => fs::remove_file(&path),
        };
        removed.map_err(|error| Error::writing(&path, &error))?;
    }
    Ok(())
}

/// Writes a file that is not there yet.
fn create(path: &Path, bytes: &[u8]) -> io::Result<Look> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    Ok(look_of(&file.metadata()?))
}

/// What no thread leaves half done cannot be spoilt by one that ended early.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Two exports into one folder would mix. Where folders cannot be locked, there is no guard.
pub(crate) fn locked(root: &Path) -> Result<Option<File>, Error> {
    let Ok(folder) = File::open(root) else { return Ok(None) };
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(TryLockError::WouldBlock) => Err(Error::Busy(root.to_owned())),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

fn look_of(found: &Metadata) -> Look {
    let modified = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Look {
        size: i64::try_from(found.len()).unwrap_or(i64::MAX),
        modified: modified.map_or(0, |time| i64::try_from(time.as_nanos()).unwrap_or(i64::MAX)),
    }
}
