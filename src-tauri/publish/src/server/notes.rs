//! What is known of a server between exports. Losing it costs time only.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use shpalta_remote::Address;

use crate::error::Error;

/// The notes of one folder; no other export brings it while they are open.
pub(super) struct Notes {
    folder: PathBuf,
    /// How both sides were left.
    pub seen: Seen,
    /// By path: the hash of what stands there, of files that a run brought before it was cut off.
    pub done: BTreeMap<String, String>,
    /// The hash of the list that this run put there.
    pub run: Option<String>,
    journal: Option<File>,
    _lock: File,
}

/// The hashes of both manifests when the server was last looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    /// The address that it was.
    pub server: String,
    pub there: Option<String>,
    pub here: Option<String>,
}

/// Why notes cannot be opened.
pub(super) enum NotOpened {
    Busy,
    Io(PathBuf, io::Error),
}

impl NotOpened {
    pub fn of(self, site: &Path) -> Error {
        match self {
            Self::Busy => Error::Busy(site.to_owned()),
            Self::Io(path, error) => Error::writing(&path, &error),
        }
    }
}

impl Notes {
    pub fn open(folder: &Path, address: &Address) -> Result<Self, NotOpened> {
        let failed = |error| NotOpened::Io(folder.to_owned(), error);
        fs::create_dir_all(folder).map_err(failed)?;
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(NotOpened::Busy),
            // Where files cannot be locked, there is no guard.
            Err(TryLockError::Error(_)) | Ok(()) => (),
        }
        let seen = seen(folder, address);
        let fresh = Seen { server: address.to_string(), ..Seen::default() };
        let (run, done) = match &seen {
            Some(_) => journal(&fs::read_to_string(folder.join("done")).unwrap_or_default()),
            None => Default::default(),
        };
        Ok(Self {
            folder: folder.to_owned(),
            seen: seen.unwrap_or(fresh),
            done,
            run,
            journal: None,
            _lock: lock,
        })
    }

    /// Keeps how both sides were left.
    pub fn keep(&mut self, there: Option<String>, here: Option<String>) -> Result<(), Error> {
        let seen = Seen { there, here, ..self.seen.clone() };
        if seen == self.seen {
            return Ok(());
        }
        let (path, part) = (self.folder.join("seen.json"), self.folder.join("seen.part"));
        let written = serde_json::to_vec(&seen)
            .map_err(io::Error::from)
            .and_then(|json| fs::write(&part, json))
            .and_then(|()| fs::rename(&part, &path));
        written.map_err(|error| Error::writing(&path, &error))?;
        self.seen = seen;
        Ok(())
    }

    /// Begins the journal of a run, with what an earlier one brought.
    pub fn begin(&mut self, run: String) -> Result<(), Error> {
        let (path, part) = (self.folder.join("done"), self.folder.join("done.part"));
        let earlier = self.done.iter().map(|(path, sha256)| format!("{sha256} {path}\n"));
        let text: String = [format!("{run}\n")].into_iter().chain(earlier).collect();
        let journal = fs::write(&part, text)
            .and_then(|()| fs::rename(&part, &path))
            .and_then(|()| File::options().append(true).open(&path));
        self.journal = Some(journal.map_err(|error| Error::writing(&path, &error))?);
        self.run = Some(run);
        Ok(())
    }

    /// Notes a file that stands there now.
    pub fn enter(&mut self, path: &str, sha256: &str) {
        if let Some(journal) = &mut self.journal {
            // What is not noted is brought once more.
            let _ = writeln!(journal, "{sha256} {path}");
        }
    }

    /// The run is done.
    pub fn end(&mut self) {
        self.journal = None;
        self.run = None;
        self.done.clear();
        let _ = fs::remove_file(self.folder.join("done"));
    }
}

fn seen(folder: &Path, address: &Address) -> Option<Seen> {
    let seen: Seen = serde_json::from_slice(&fs::read(folder.join("seen.json")).ok()?).ok()?;
    (seen.server == address.to_string()).then_some(seen)
}

/// The hash of the manifest that was left on a server, if one was.
pub(super) fn left_there(folder: &Path, address: &Address) -> Option<String> {
    seen(folder, address)?.there
}

/// What a journal says: its run, and what was brought. A line that was cut off says nothing.
fn journal(text: &str) -> (Option<String>, BTreeMap<String, String>) {
    let mut lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    let run = lines.next().map(str::to_owned);
    let done = lines.filter_map(|line| line.split_once(' '));
    (run, done.map(|(sha256, path)| (path.to_owned(), sha256.to_owned())).collect())
}
