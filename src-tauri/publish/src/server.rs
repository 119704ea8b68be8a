//! The server where a site lives: what is written into the site's folder is brought there.
//!
//! What stands there is known from the manifest that lies there. The folder is what is to stand
//! there: if somebody else brought something since, that is fetched into the folder first. Then
//! what differs is brought, assets, pages, lists, and what is not wanted goes; the manifest comes
//! last. While that goes on, a list of what is meant to come or to go lies there, too: a run that was
//! cut off is known by it, and what it brought is not brought again.

mod bring;
mod fetch;
mod notes;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use shpalta_remote::{Address, Remote, kept_secret};
use ts_rs::TS;

use crate::error::Error;
use crate::folder::sha256;
use crate::manifest::{self, Files, Manifest, Part};
use notes::Notes;

/// The list of what is meant to be put there or removed.
const INTENDED: &str = ".shpalta-staging/manifest.json";

/// What was brought to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Brought {
    /// Its address.
    pub server: String,
    /// Files, without the manifest.
    pub written: usize,
    pub removed: usize,
}

/// Looks at a setting of the site before it is set: a server's address has to be one.
///
/// # Errors
/// [`Error::Server`].
pub fn check_site(key: &str, value: &str) -> Result<(), Error> {
    match (key, value.trim()) {
        ("server", address) if !address.is_empty() => Ok(address.parse::<Address>().map(drop)?),
        _ => Ok(()),
    }
}

/// An address as it is shown to people: without the key that the server is to show.
pub fn without_key(server: &str) -> String {
    server.parse().map_or_else(|_| server.to_owned(), |address: Address| address.to_string())
}

/// Whether something of the folder was not brought yet, as far as is known without asking.
pub(crate) fn waits(address: &Address, folder: &Path, notes: &Path) -> bool {
    let here = fs::read(folder.join(manifest::NAME)).ok();
    here.map(|json| sha256(&json)) != notes::left_there(notes, address)
}

/// Copies what the manifest of a server lists, and the manifest, into an empty folder; the paths of
/// what else lies there. What is missing there is missing in the folder.
///
/// # Errors
/// [`Error::Server`], [`Error::BadManifest`], those of writing.
pub fn copy_of(address: &Address, folder: &Path) -> Result<Vec<String>, Error> {
    let remote = Remote::connect(address, kept_secret(address)?.as_deref())?;
    let json = remote.read(manifest::NAME)?;
    let there = stand(&remote, address, folder, json.as_deref())?;
    let parts = there.parts.iter().map(|part| part.path.clone());
    let listed = there.files.keys().cloned().chain(parts);
    let write = |path: &str, bytes: &[u8]| {
        let at = folder.join(path);
        let above = at.parent().unwrap_or(folder);
        let written = fs::create_dir_all(above).and_then(|()| fs::write(&at, bytes));
        written.map_err(|error| Error::writing(&at, &error))
    };
    if let Some(json) = &json {
        write(manifest::NAME, json)?;
    }
    remote.read_each::<Error>(listed, |(path, bytes)| match bytes {
        Some(bytes) => write(&path, &bytes),
        None => Ok(()),
    })?;
    let is_foreign = |path: &String| {
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        let is_manifest = path == manifest::NAME || Part::is_path(path);
        !is_hidden && !is_manifest && !there.files.contains_key(path)
    };
    Ok(remote.list()?.into_iter().filter(is_foreign).collect())
}

/// A server, and the folder that is brought there.
pub(crate) struct Server<'a> {
    address: &'a Address,
    remote: Remote,
    folder: &'a Path,
    notes: Notes,
}

/// Files of ours, by the manifest that lists them.
struct Stand {
    /// Of the manifest's bytes; none where there is no manifest.
    stamp: Option<String>,
    files: Files,
    parts: Vec<Part>,
}

impl<'a> Server<'a> {
    /// Connects, and fetches into the folder what somebody else brought. `notes` is where is kept
    /// what is known of the server, below the newsroom.
    ///
    /// # Errors
    /// [`Error::Server`]; [`Error::Busy`] while another export brings this folder;
    /// [`Error::BadManifest`], [`Error::ForeignFile`], those of reading and writing.
    pub fn reach(address: &'a Address, folder: &'a Path, notes: &Path) -> Result<Self, Error> {
        let notes = Notes::open(notes, address).map_err(|error| error.of(folder))?;
        let remote = Remote::connect(address, kept_secret(address)?.as_deref())?;
        let mut server = Self { address, remote, folder, notes };
        server.catch_up()?;
        Ok(server)
    }

    /// Files that lie in the folder, as they are to lie there.
    fn here(&self) -> Result<Stand, Error> {
        let path = self.folder.join(manifest::NAME);
        let read = match path.exists() {
            true => Some(fs::read(&path).map_err(|error| Error::reading(&path, &error))?),
            false => None,
        };
        Ok(Stand {
            stamp: read.as_deref().map(sha256),
            files: manifest::listed(self.folder)?.unwrap_or_default(),
            parts: Manifest::of(self.folder)?.unwrap_or_default().parts,
        })
    }

    /// The manifest on the server.
    fn manifest_there(&self) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.remote.read(manifest::NAME)?)
    }

    /// Files that the manifest on the server lists.
    fn there(&self, json: Option<&[u8]>) -> Result<Stand, Error> {
        stand(&self.remote, self.address, self.folder, json)
    }

    /// A file of the server, for people.
    fn shown(&self, path: &str) -> PathBuf {
        shown(self.address, path)
    }
}

/// Files that a manifest on a server lists. A part's name says what it holds, so one that lies in
/// the folder will do.
fn stand(
    remote: &Remote,
    address: &Address,
    folder: &Path,
    json: Option<&[u8]>,
) -> Result<Stand, Error> {
    let Some(json) = json else {
        return Ok(Stand { stamp: None, files: Files::new(), parts: Vec::new() });
    };
    let Manifest { mut files, parts } = read_manifest(address, manifest::NAME, json)?;
    for part in &parts {
        let is_it = |json: &Vec<u8>| sha256(json) == part.sha256;
        let json = match fs::read(folder.join(&part.path)).ok().filter(is_it) {
            Some(json) => json,
            None => remote
                .read(&part.path)?
                .filter(is_it)
                .ok_or_else(|| bad_manifest(address, &part.path, "it is missing, or is another"))?,
        };
        files.extend(read_manifest(address, &part.path, &json)?.files);
    }
    let files = files.into_iter().map(|file| (file.path.clone(), file)).collect();
    Ok(Stand { stamp: Some(sha256(json)), files, parts })
}

fn read_manifest(address: &Address, path: &str, json: &[u8]) -> Result<Manifest, Error> {
    Manifest::read(json).map_err(|detail| bad_manifest(address, path, &detail))
}

fn bad_manifest(address: &Address, path: &str, detail: &str) -> Error {
    Error::BadManifest { path: shown(address, path), detail: detail.to_owned() }
}

fn shown(address: &Address, path: &str) -> PathBuf {
    format!("{address}: {path}").into()
}
