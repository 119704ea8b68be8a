//! What of the folder is ours: from the ledger, or from the folder itself.

use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, PoisonError};
use std::{fs, iter, thread};

use shpalta_newsroom::publication::ledger::Looks;

use super::disk::{Disk, STAGING};
use super::{Folder, is_absent, ledger_file, sha256};
use crate::error::Error;
use crate::manifest::{self, Entry, Kind, Manifest, Part};

/// The ledger's state: the hash of the manifest that it tells of.
pub(super) const MANIFEST: &str = "manifest";

/// So many files are handed at once to whoever looks at them.
const AT_ONCE: usize = 1_024;

impl Folder {
    /// Makes the ledger anew unless it tells of what lies in the folder.
    ///
    /// # Errors
    /// [`Error::BadManifest`], [`Error::NotRead`], those of the ledger.
    pub(super) fn know(&mut self) -> Result<(), Error> {
        let path = self.disk.root.join(manifest::NAME);
        let stamp = match fs::read(&path) {
            Ok(manifest) => sha256(&manifest),
            Err(error) if is_absent(&error) => String::new(),
            Err(error) => return Err(Error::reading(&path, &error)),
        };
        self.unfinished = self.disk.root.join(STAGING).exists();
        let known = self.ledger.state(MANIFEST)?;
        if !self.unfinished && known.as_deref().unwrap_or_default() == stamp {
            self.made_anew = known.is_none();
            return Ok(());
        }
        self.made_anew = true;
        self.ledger.clear()?;
        self.ledger.set_state(MANIFEST, &stamp)?;
        for entry in manifest::listed(&self.disk.root)?.unwrap_or_default().values() {
            self.enter(entry)?;
        }
        let Manifest { parts, files } = Manifest::of(&self.disk.root)?.unwrap_or_default();
        if !parts.is_empty() {
            // What an older program listed in the manifest itself.
            let elsewhere = files.iter().filter(|file| file.part().is_some());
            self.touched.extend(elsewhere.map(|file| (file.part(), file.kind)));
        }
        for part in parts {
            self.enter(&part_entry(part))?;
        }
        self.enter_intended()
    }

    /// What a killed run put in place, or meant to, is ours; so are parts of a manifest that it
    /// did not live to write or to remove.
    fn enter_intended(&mut self) -> Result<(), Error> {
        let intended = match self.unfinished {
            true => manifest::listed(&self.disk.root.join(STAGING)).ok().flatten(),
            false => None,
        };
        for entry in intended.unwrap_or_default().values() {
            let is_news = match self.ledger.file(&entry.path)? {
                None => true,
                // It was put in place.
                Some(known) => known.sha256 != entry.sha256 && self.intact(entry)?.is_some(),
            };
            if is_news {
                self.enter(entry)?;
                self.touched.insert((entry.part(), entry.kind));
            }
        }
        for path in parts_in(&self.disk.root) {
            if self.ledger.file(&path)?.is_none() {
                self.removed.insert(path);
            }
        }
        Ok(())
    }

    fn enter(&self, entry: &Entry) -> Result<(), Error> {
        let look = self.disk.look(&entry.path).unwrap_or_default();
        Ok(self.ledger.put(&ledger_file(entry, look))?)
    }

    /// Files of ours that are missing or look otherwise than when they were put in place. They are
    /// looked at while the ledger is still being read.
    ///
    /// # Errors
    /// Those of the ledger.
    pub(crate) fn altered(&self) -> Result<Vec<Entry>, Error> {
        let (disk, ledger) = (&self.disk, &self.ledger);
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let (send, receive) = mpsc::channel();
        let receive = Mutex::new(receive);
        let altered: Result<Vec<String>, Error> = thread::scope(|scope| {
            let others: Vec<_> =
                (1..threads).map(|_| scope.spawn(|| differing(disk, &receive))).collect();
            let read = ledger.looks(AT_ONCE, |looks| _ = send.send(looks));
            drop(send);
            let mut altered = differing(disk, &receive);
            for other in others {
                altered.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            read?;
            Ok(altered)
        });
        let mut entries = Vec::new();
        for path in altered? {
            entries.extend(self.file(&path)?);
        }
        Ok(entries)
    }
}

/// Looks at files until no more of them come.
fn differing(disk: &Disk, looks: &Mutex<Receiver<Looks>>) -> Vec<String> {
    let next = || looks.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    iter::from_fn(next).flat_map(|looks| disk.differing(&looks)).collect()
}

pub(super) fn part_entry(part: Part) -> Entry {
    let Part { path, sha256 } = part;
    Entry { path, sha256, kind: Kind::Part, story: None, lang: None }
}

/// Parts of a manifest that lie in the folder.
fn parts_in(root: &Path) -> Vec<String> {
    let listed = fs::read_dir(root.join("manifest")).into_iter().flatten().flatten();
    let paths = listed.map(|file| format!("manifest/{}", file.file_name().to_string_lossy()));
    paths.filter(|path| Part::is_path(path)).collect()
}
