//! The folder that an export writes to: what of it is ours, what changes, and the switch.
//!
//! New files are staged in a hidden folder inside, then renamed into place: assets, pages, front
//! pages, removals, and the manifest last. A run that was killed left a list of what it meant to
//! put in place in the staging folder, so the next run knows which files are ours and finishes the
//! work.
//!
//! What of the folder is ours stands in a ledger. One that the newsroom keeps is believed if it
//! tells of the manifest that lies in the folder; else it is made anew from there.

mod disk;
mod known;
mod switch;
mod sync;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use shpalta_language::Language;
use shpalta_newsroom::publication::ledger::{Ledger, LedgerFile};

use crate::error::Error;
use crate::manifest::{Entry, Kind};
use disk::{InPlace, Staged};

pub(crate) use disk::locked;
pub use disk::{Disk, Weighed};
pub use switch::Switched;

/// Whether an export changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Write,
    /// Says what it would do.
    DryRun,
}

/// A folder with an export in progress.
pub struct Folder {
    disk: Arc<Disk>,
    /// What is to be ours, as far as decided.
    pub(crate) ledger: Ledger,
    /// The ledger had to be made anew from the folder.
    pub(crate) made_anew: bool,
    /// A run that was killed left something behind.
    unfinished: bool,
    /// Paths that this run has decided on, and whether each file stood there as it is to be.
    put: BTreeMap<String, bool>,
    /// What is to be put in place.
    coming: Vec<Coming>,
    removed: BTreeSet<String>,
    /// Files of other stories in whose place this run put something.
    displaced: BTreeMap<String, Entry>,
    unchanged: usize,
    /// Where a long manifest says something else now, and of what: the part; none: the manifest
    /// itself.
    touched: BTreeSet<(Option<u8>, Kind)>,
}

/// A file that is to be put in place.
struct Coming {
    staged: Staged,
    file: Entry,
    /// Whether a file of ours stands there; else nothing may.
    replaces: bool,
}

/// A file that was decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    /// Whether it stood there already as it is to be.
    pub stood: bool,
}

/// Whether a newsroom's database lies in the folder or above it.
pub(crate) fn is_in_newsroom(root: &Path) -> bool {
    let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    real.ancestors().any(|folder| folder.join("newsroom.db").exists())
}

impl Folder {
    /// Looks at the folder; it need not be there yet if the folder above it is. `ledger` is the one
    /// that is kept of it, if one is.
    ///
    /// # Errors
    /// [`Error::NoFolder`], [`Error::InNewsroom`], [`Error::Busy`], [`Error::BadManifest`],
    /// [`Error::NotRead`].
    pub fn open(
        root: &Path,
        mode: Mode,
        ledger: impl FnOnce(&Path) -> Option<Ledger>,
    ) -> Result<Self, Error> {
        let root = std::path::absolute(root).map_err(|error| Error::reading(root, &error))?;
        if !root.is_dir() && (root.exists() || !root.parent().is_some_and(Path::is_dir)) {
            return Err(Error::NoFolder(root));
        }
        if is_in_newsroom(&root) {
            return Err(Error::InNewsroom(root));
        }
        let kept = ledger(&root).map_or_else(Ledger::in_memory, Ok)?;
        let mut folder = Self {
            disk: Arc::new(Disk::new(root, mode)?),
            ledger: kept,
            made_anew: false,
            unfinished: false,
            put: BTreeMap::new(),
            coming: Vec::new(),
            removed: BTreeSet::new(),
            displaced: BTreeMap::new(),
            unchanged: 0,
            touched: BTreeSet::new(),
        };
        folder.know()?;
        Ok(folder)
    }

    /// The folder, absolute.
    pub fn root(&self) -> &Path {
        &self.disk.root
    }

    /// What threads may do with the folder.
    pub fn disk(&self) -> &Arc<Disk> {
        &self.disk
    }

    /// A file of ours, as far as decided.
    ///
    /// # Errors
    /// Those of the ledger, here as below.
    pub fn file(&self, path: &str) -> Result<Option<Entry>, Error> {
        Ok(self.ledger.file(path)?.and_then(entry_of))
    }

    /// Our files of a kind, as far as decided.
    pub fn files_of(&self, kind: Kind) -> Result<Vec<Entry>, Error> {
        Ok(self.ledger.files_of_kind(kind.name())?.into_iter().filter_map(entry_of).collect())
    }

    /// The edition's pages that stood here when the export began: one, or more after a killed run.
    pub fn pages(&self, story: &str, language: Language) -> Result<Vec<Entry>, Error> {
        let pages = self.ledger.pages(story, language)?.into_iter().filter_map(entry_of);
        let displaced = self.displaced.values().cloned();
        let all = pages.filter(|page| !self.put.contains_key(&page.path)).chain(displaced);
        let is_edition = |page: &Entry| {
            page.kind.is_page()
                && page.story.as_deref() == Some(story)
                && page.lang == Some(language)
        };
        Ok(all.filter(is_edition).collect())
    }

    /// What leads to the edition's page, as far as decided.
    pub fn redirects(&self, story: &str, language: Language) -> Result<Vec<Entry>, Error> {
        let files = self.ledger.pages(story, language)?.into_iter().filter_map(entry_of);
        Ok(files.filter(|file| file.kind == Kind::Redirect).collect())
    }

    /// The edition's page, as far as decided.
    pub fn page_now(&self, story: &str, language: Language) -> Result<Option<Entry>, Error> {
        let mut files = self.ledger.pages(story, language)?.into_iter().filter_map(entry_of);
        Ok(files.find(|file| file.kind.is_page()))
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
        Ok(self.disk.read(path)?.map(|(bytes, _)| bytes))
    }

    /// Decides what a file is to be; it is staged if it differs from what stands there.
    ///
    /// # Errors
    /// As [`Disk::weigh`] and [`Folder::accept`].
    pub fn put(&mut self, file: Entry, bytes: &[u8]) -> Result<Put, Error> {
        let weighed = self.disk.weigh(&file.path, bytes)?;
        self.accept(file, weighed)
    }

    /// Decides that a weighed file is to be as it was weighed; its hash is filled in.
    ///
    /// # Errors
    /// [`Error::ForeignFile`], [`Error::AddressTaken`].
    pub fn accept(&mut self, file: Entry, weighed: Weighed) -> Result<Put, Error> {
        self.accept_listed(file, weighed, None)
    }

    /// The same; if the file is new, lists show this of it, as the ledger keeps it.
    ///
    /// # Errors
    /// As [`Folder::accept`].
    pub fn accept_listed(
        &mut self,
        file: Entry,
        weighed: Weighed,
        listed: Option<&str>,
    ) -> Result<Put, Error> {
        let Weighed { sha256, look, place } = weighed;
        let file = Entry { sha256: sha256.clone(), ..file };
        let had = self.ledger.file(&file.path)?;
        let before = had.clone().and_then(entry_of);
        if let Some(&stood) = self.put.get(&file.path) {
            return match before {
                Some(put) if put == file => Ok(Put { sha256, stood }),
                put => Err(taken(&file.path, put.as_ref())),
            };
        }
        let was_ours = before.is_some() || self.removed.contains(&file.path);
        let stood = place == InPlace::Same;
        let replaces = matches!(place, InPlace::Other(_));
        match place {
            InPlace::Same => self.unchanged += 1,
            InPlace::Other(_) if !was_ours => {
                return Err(Error::ForeignFile(self.disk.root.join(&file.path)));
            }
            InPlace::Nothing(staged) | InPlace::Other(staged) => {
                self.coming.push(Coming { staged, file: file.clone(), replaces });
            }
        }
        self.put.insert(file.path.clone(), stood);
        self.removed.remove(&file.path);
        if before.as_ref() != Some(&file) {
            let both = [Some(&file), before.as_ref()].into_iter().flatten();
            self.touched.extend(both.map(|file| (file.part(), file.kind)));
        }
        if had.as_ref().is_none_or(|had| had.look != look) || before.as_ref() != Some(&file) {
            self.ledger.put_listed(&ledger_file(&file, look), listed)?;
        }
        if let Some(other) = before.filter(|other| other.story != file.story) {
            self.displaced.insert(file.path, other);
        }
        Ok(Put { sha256, stood })
    }

    /// Whether this run has decided that a file is to stand there.
    pub(crate) fn is_decided(&self, path: &str) -> bool {
        self.put.contains_key(path)
    }

    /// Parts of a long manifest in which a page of a story changed, came or went.
    pub(crate) fn parts_with_other_pages(&self) -> BTreeSet<u8> {
        let pages = self.touched.iter().filter(|(_, kind)| kind.is_page());
        pages.filter_map(|(part, _)| *part).collect()
    }

    /// Whether a file of a kind changed, came or went.
    pub(crate) fn changes_of(&self, kind: Kind) -> bool {
        self.touched.iter().any(|(_, touched)| *touched == kind)
    }

    /// Decides that a file of ours is to go.
    pub fn remove(&mut self, path: &str) -> Result<(), Error> {
        if self.put.contains_key(path) {
            return Ok(());
        }
        if let Some(entry) = self.file(path)? {
            self.touched.insert((entry.part(), entry.kind));
            self.ledger.remove(path)?;
            self.removed.insert(path.to_owned());
        }
        Ok(())
    }
}

fn ledger_file(entry: &Entry, look: shpalta_newsroom::publication::ledger::Look) -> LedgerFile {
    LedgerFile {
        path: entry.path.clone(),
        sha256: entry.sha256.clone(),
        kind: entry.kind.name().to_owned(),
        story: entry.story.clone(),
        language: entry.lang,
        part: entry.part(),
        look,
    }
}

/// None: the ledger names a kind that there is not.
fn entry_of(file: LedgerFile) -> Option<Entry> {
    Some(Entry {
        kind: Kind::from_name(&file.kind)?,
        path: file.path,
        sha256: file.sha256,
        story: file.story,
        lang: file.language,
    })
}

fn taken(path: &str, by: Option<&Entry>) -> Error {
    let story = by.and_then(|entry| entry.story.clone()).unwrap_or_default();
    Error::AddressTaken { path: path.to_owned(), story }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digits = |byte: u8| [byte >> 4, byte & 0xf].map(|digit| DIGITS[usize::from(digit)]);
    Sha256::digest(bytes).iter().flat_map(|byte| digits(*byte)).collect()
}

#[cfg(test)]
mod tests;
