//! The folder that an export writes to: what of it is ours, what changes, and the switch.
//!
//! New files are staged in a hidden folder inside, then renamed into place: assets, pages, front
//! pages, removals, and the manifest last. A run that was killed left its intended manifest in the
//! staging folder, so the next run knows which files are ours and finishes the work.

mod staging;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use shpalta_language::Language;

use crate::address;
use crate::error::Error;
use crate::manifest::{self, Entry, Files, Kind};
use staging::STAGING;

/// Whether an export changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Write,
    /// Says what it would do.
    DryRun,
}

/// A folder with an export in progress.
pub struct Folder {
    root: PathBuf,
    mode: Mode,
    /// What was ours when the export began.
    had: Files,
    /// The pages and notices among it, by story and language.
    pages: BTreeMap<(String, Language), Vec<Entry>>,
    /// What is to be ours.
    will: Files,
    /// Paths that this run has decided on, and whether each file stood there as it is to be.
    put: BTreeMap<String, bool>,
    /// Paths to write; the position is the name in the staging folder.
    staged: Vec<String>,
    unchanged: usize,
    /// There was no folder to lock yet: what lies in it by now is another run's.
    is_new: bool,
    /// This run made the folder.
    made: bool,
    /// Held while this is alive; where a folder cannot be locked, none.
    _lock: Option<File>,
}

/// A file that was decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    /// Whether it stood there already as it is to be.
    pub stood: bool,
}

/// What a switch did, or would do.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Switched {
    pub written: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
}

/// Whether a newsroom's database lies in the folder or above it.
fn is_in_newsroom(root: &Path) -> bool {
    let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    real.ancestors().any(|folder| folder.join("newsroom.db").exists())
}

impl Folder {
    /// Looks at the folder; it need not be there yet if the folder above it is.
    ///
    /// # Errors
    /// [`Error::NoFolder`], [`Error::InNewsroom`], [`Error::Busy`], [`Error::BadManifest`], [`Error::NotRead`].
    pub fn open(root: &Path, mode: Mode) -> Result<Self, Error> {
        let root = std::path::absolute(root).map_err(|error| Error::reading(root, &error))?;
        if !root.is_dir() && (root.exists() || !root.parent().is_some_and(Path::is_dir)) {
            return Err(Error::NoFolder(root));
        }
        if is_in_newsroom(&root) {
            return Err(Error::InNewsroom(root));
        }
        let was_absent = !root.exists();
        let lock = locked(&root)?;
        let mut had = manifest_in(&root)?;
        for (path, entry) in manifest_in(&root.join(STAGING)).unwrap_or_default() {
            had.entry(path).or_insert(entry);
        }
        Ok(Self {
            root,
            mode,
            pages: by_edition(&had),
            will: had.clone(),
            had,
            put: BTreeMap::new(),
            staged: Vec::new(),
            unchanged: 0,
            is_new: was_absent && lock.is_none(),
            made: false,
            _lock: lock,
        })
    }

    /// The folder, absolute.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What the folder is to hold, as far as decided.
    pub fn files(&self) -> &Files {
        &self.will
    }

    /// Whether this run has decided on the file.
    pub fn decided(&self, path: &str) -> bool {
        self.put.contains_key(path)
    }

    /// The edition's pages that stood here when the export began: one, or more after a killed run.
    pub fn pages(&self, story: &str, language: Language) -> Vec<Entry> {
        self.pages.get(&(story.to_owned(), language)).cloned().unwrap_or_default()
    }

    /// A file of ours as it stands in the folder, unless it is missing or somebody changed it.
    ///
    /// # Errors
    /// [`Error::NotRead`], [`Error::LeadsOut`].
    pub fn intact(&self, entry: &Entry) -> Result<Option<Vec<u8>>, Error> {
        let bytes = self.read(&entry.path)?;
        Ok(bytes.filter(|bytes| sha256(bytes) == entry.sha256))
    }

    /// A plain file of the folder; links are not followed.
    ///
    /// # Errors
    /// [`Error::NotRead`], [`Error::LeadsOut`].
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        self.must_lead_inside(path)?;
        let file = self.root.join(path);
        match fs::symlink_metadata(&file) {
            Ok(found) if found.is_file() => {
                fs::read(&file).map(Some).map_err(|error| Error::reading(&file, &error))
            }
            Ok(_) => Ok(None),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(Error::reading(&file, &error)),
        }
    }

    /// Decides what a file is to be; it is staged if it differs from what stands there.
    ///
    /// # Errors
    /// [`Error::ForeignFile`], [`Error::AddressTaken`], [`Error::BadAddress`],
    /// [`Error::LeadsOut`], those of writing.
    pub fn put(&mut self, file: Entry, bytes: &[u8]) -> Result<Put, Error> {
        if !address::stays_inside(&file.path) {
            return Err(Error::BadAddress(file.path));
        }
        let file = Entry { sha256: sha256(bytes), ..file };
        let sha256 = file.sha256.clone();
        if let Some(&stood) = self.put.get(&file.path) {
            return match self.will.get(&file.path) {
                Some(put) if *put == file => Ok(Put { sha256, stood }),
                put => Err(taken(&file.path, put)),
            };
        }
        let stood = self.stands(&file.path, bytes)?;
        if stood {
            self.unchanged += 1;
        } else {
            self.stage(&file.path, bytes)?;
        }
        self.put.insert(file.path.clone(), stood);
        self.will.insert(file.path.clone(), file);
        Ok(Put { sha256, stood })
    }

    /// Decides that a file of ours is to go.
    pub fn remove(&mut self, path: &str) {
        if !self.put.contains_key(path) {
            self.will.remove(path);
        }
    }

    fn stands(&self, path: &str, bytes: &[u8]) -> Result<bool, Error> {
        let found = match self.read(path)? {
            Some(found) => found == bytes,
            None if fs::symlink_metadata(self.root.join(path)).is_err() => return Ok(false),
            None => false,
        };
        match found || self.had.contains_key(path) {
            true => Ok(found),
            false => Err(Error::ForeignFile(self.root.join(path))),
        }
    }

    /// A folder of the site that is a link would let us write anywhere.
    fn must_lead_inside(&self, path: &str) -> Result<(), Error> {
        for (at, _) in path.match_indices('/') {
            let folder = self.root.join(&path[..at]);
            match fs::symlink_metadata(&folder) {
                Ok(found) if found.is_dir() => {}
                Ok(found) if found.is_symlink() => return Err(Error::LeadsOut(folder)),
                Ok(_) => return Err(Error::ForeignFile(folder)),
                Err(error) if is_absent(&error) => return Ok(()),
                Err(error) => return Err(Error::reading(&folder, &error)),
            }
        }
        Ok(())
    }

    /// Puts everything in place. When nothing changed, nothing is touched.
    ///
    /// # Errors
    /// Those of writing. Before the first rename nothing has changed; after it, the next run
    /// finishes.
    pub fn switch(mut self) -> Result<Switched, Error> {
        let removed: Vec<String> =
            self.had.keys().filter(|path| !self.will.contains_key(*path)).cloned().collect();
        if self.mode == Mode::Write && self.changes()? {
            self.move_into_place(&removed)?;
        }
        let mut written = std::mem::take(&mut self.staged);
        written.sort();
        Ok(Switched { written, removed, unchanged: self.unchanged })
    }

    fn changes(&self) -> Result<bool, Error> {
        let same = match self.read(manifest::NAME)? {
            Some(manifest) => manifest == self.manifest(&self.will)?.into_bytes(),
            None => self.will.is_empty(),
        };
        Ok(!same || !self.staged.is_empty() || self.root.join(STAGING).exists())
    }

    fn manifest(&self, files: &Files) -> Result<String, Error> {
        manifest::written(files)
            .map_err(|error| Error::writing(&self.root.join(manifest::NAME), &error.into()))
    }

    fn move_into_place(&mut self, removed: &[String]) -> Result<(), Error> {
        if self.staged.is_empty() {
            self.clear_staging()?;
        }
        let mut ours = self.had.clone();
        ours.extend(self.will.clone());
        let intended = self.manifest(&ours)?;
        self.write_staged("intended", intended.as_bytes())?;
        self.rename("intended", &format!("{STAGING}/{}", manifest::NAME))?;
        for (name, path) in self.by_kind() {
            self.rename(&name, &path)?;
        }
        for path in removed {
            self.unlink(path)?;
        }
        self.sync_folders();
        self.write_staged("final", self.manifest(&self.will)?.as_bytes())?;
        self.rename("final", manifest::NAME)?;
        sync(&self.root);
        let staging = self.root.join(STAGING);
        fs::remove_dir_all(&staging).map_err(|error| Error::writing(&staging, &error))
    }

    /// What pages need comes before them, what leads to them after them.
    fn by_kind(&self) -> Vec<(String, String)> {
        let mut staged: Vec<_> = self.staged.iter().enumerate().collect();
        staged.sort_by_key(|(_, path)| self.will.get(*path).map(|entry| entry.kind));
        staged.into_iter().map(|(name, path)| (name.to_string(), path.clone())).collect()
    }

    fn rename(&self, staged: &str, path: &str) -> Result<(), Error> {
        let to = self.root.join(path);
        let folder = to.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)
            .and_then(|()| fs::rename(self.root.join(STAGING).join(staged), &to))
            .map_err(|error| Error::writing(&to, &error))
    }

    fn sync_folders(&self) {
        let folders: BTreeSet<_> =
            self.staged.iter().filter_map(|path| Path::new(path).parent()).collect();
        folders.into_iter().for_each(|folder| sync(&self.root.join(folder)));
    }

    fn unlink(&self, path: &str) -> Result<(), Error> {
        self.must_lead_inside(path)?;
        let file = self.root.join(path);
        match fs::remove_file(&file) {
            Err(error) if !is_absent(&error) => Err(Error::writing(&file, &error)),
            _ => Ok(()),
        }
    }
}

fn by_edition(files: &Files) -> BTreeMap<(String, Language), Vec<Entry>> {
    let mut pages = BTreeMap::<_, Vec<_>>::new();
    for entry in files.values().filter(|entry| matches!(entry.kind, Kind::Page | Kind::Notice)) {
        if let (Some(story), Some(language)) = (entry.story.clone(), entry.lang) {
            pages.entry((story, language)).or_default().push(entry.clone());
        }
    }
    pages
}

fn taken(path: &str, by: Option<&Entry>) -> Error {
    let story = by.and_then(|entry| entry.story.clone()).unwrap_or_default();
    Error::AddressTaken { path: path.to_owned(), story }
}

fn manifest_in(folder: &Path) -> Result<Files, Error> {
    let path = folder.join(manifest::NAME);
    match fs::read(&path) {
        Ok(json) => manifest::read(&json).map_err(|detail| Error::BadManifest { path, detail }),
        Err(error) if is_absent(&error) => Ok(Files::new()),
        Err(error) => Err(Error::reading(&path, &error)),
    }
}

/// Two exports into one folder would mix. Where folders cannot be locked, there is no guard.
fn locked(root: &Path) -> Result<Option<File>, Error> {
    let Ok(folder) = File::open(root) else { return Ok(None) };
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(TryLockError::WouldBlock) => Err(Error::Busy(root.to_owned())),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// A rename, too, must survive a power cut. Not every system opens folders: best effort.
fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
