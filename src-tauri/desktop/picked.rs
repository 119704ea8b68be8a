//! Files that a person picked in a dialog or dropped on the window. The webview knows them by
//! token: it can name no path of its own making.

use std::collections::HashMap;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use shpalta_newsroom::parcel;
use ts_rs::TS;
use uuid::Uuid;

use crate::failure::Failure;

/// A picked file as the window knows it.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct Picked {
    pub(crate) token: Uuid,
    pub(crate) name: String,
    pub(crate) bytes: u64,
}

/// What was picked since the program started.
#[derive(Default)]
pub(crate) struct Picking {
    known: Mutex<HashMap<Uuid, PathBuf>>,
    /// What the system handed in and the window did not see yet.
    handed_in: Mutex<Vec<Picked>>,
}

impl Picking {
    /// Takes files in; folders and what is gone are left out.
    pub(crate) fn take(&self, paths: impl IntoIterator<Item = PathBuf>) -> Vec<Picked> {
        let files = paths.into_iter().filter_map(|path| {
            let file = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
            Some((path, file.len()))
        });
        files.map(|(path, bytes)| self.enter(path, bytes)).collect()
    }

    /// Files that the system opens with this program wait until the window can take them in.
    pub(crate) fn hand_in(&self, paths: impl IntoIterator<Item = PathBuf>) {
        let files = self.take(paths);
        self.handed_in.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
    }

    /// What was handed in since it was asked for last.
    pub(crate) fn take_handed_in(&self) -> Vec<Picked> {
        mem::take(&mut self.handed_in.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn enter(&self, path: PathBuf, bytes: u64) -> Picked {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known_as = known.iter().find(|(_, other)| **other == path).map(|(token, _)| *token);
        let token = known_as.unwrap_or_else(Uuid::new_v4);
        known.insert(token, path);
        Picked { token, name, bytes }
    }

    /// The file of a token.
    ///
    /// # Errors
    /// `bad_request` for a token that was not given out.
    pub(crate) fn path(&self, token: Uuid) -> Result<PathBuf, Failure> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&token).cloned().ok_or_else(|| Failure::bad_request(token))
    }
}

/// The texts and parcels that lie in a folder, in the order of their names.
pub(crate) fn files_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let comes_in = |path: &PathBuf| {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        INCOMING_ENDINGS.contains(&ending.as_str())
    };
    let entries = fs::read_dir(folder)?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(comes_in).collect();
    files.sort();
    Ok(files)
}

/// Endings of files that hold texts, and of parcels.
pub(crate) const INCOMING_ENDINGS: [&str; 6] =
    ["md", "markdown", "txt", "html", "htm", parcel::ENDING];

/// Endings of files that hold pictures.
pub(crate) const IMAGE_ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "webp", "gif", "heic", "heif"];
