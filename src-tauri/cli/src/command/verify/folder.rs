//! What was exported, in a folder or on a server, against its manifest and the newsroom's record.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::Serialize;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::verify::Fault;
use shpalta_publish::folder::sha256;
use shpalta_publish::manifest::{self, Files, Part};
use shpalta_publish::{Error, ServerAddress};
use tempfile::TempDir;

use crate::failure::Failure;

/// What the comparison found.
#[derive(Debug, Serialize)]
pub(super) struct Compared {
    /// The folder, or the address of the server.
    pub(super) folder: PathBuf,
    /// How many files the manifest lists.
    pub(super) files: usize,
    pub(super) faults: Vec<Fault>,
    /// Files that the manifest does not list: no fault, a site may have others.
    pub(super) foreign: Vec<String>,
}

/// Compares a folder, or what lies on a server, with its manifest; that of the site also with what
/// was last exported.
pub(super) fn compare(newsroom: &Newsroom, wanted: &Path) -> Result<Compared, Failure> {
    let site = newsroom.site()?;
    let Some(address) = server(wanted, site.server.as_deref())? else {
        let is_site = is_same_folder(site.folder.as_deref(), wanted);
        return compare_folder(newsroom, wanted, is_site);
    };
    let copy = TempDir::new().map_err(|error| not_read(wanted, &error))?;
    let foreign = shpalta_publish::copy_of(&address, copy.path())?;
    let is_site = site.server.is_some_and(|site| site.parse() == Ok(address));
    let compared = compare_folder(newsroom, copy.path(), is_site)?;
    Ok(Compared { folder: wanted.to_owned(), foreign, ..compared })
}

/// The server that an address names; the site's own may be named without its key.
fn server(wanted: &Path, site: Option<&str>) -> Result<Option<ServerAddress>, Failure> {
    let Some(text) = wanted.to_str().filter(|text| text.contains("://")) else { return Ok(None) };
    let address: ServerAddress = text.parse().map_err(Error::from)?;
    let site = site.and_then(|site| site.parse::<ServerAddress>().ok());
    let is_site = |site: &ServerAddress| site.to_string() == address.to_string();
    Ok(Some(site.filter(is_site).unwrap_or(address)))
}

fn is_same_folder(site: Option<&Path>, folder: &Path) -> bool {
    let site = site.and_then(|site| site.canonicalize().ok());
    site.is_some() && site == folder.canonicalize().ok()
}

fn compare_folder(newsroom: &Newsroom, folder: &Path, is_site: bool) -> Result<Compared, Failure> {
    let files = listed(folder)?;
    let mut compared = Compared {
        folder: folder.to_owned(),
        files: files.len(),
        faults: Vec::new(),
        foreign: Vec::new(),
    };
    for entry in files.values() {
        compared.compare_file(folder, &entry.path, &entry.sha256)?;
    }
    compared.look_for_foreign(folder, "", &files)?;
    if is_site {
        compared.compare_record(newsroom, &files)?;
    }
    Ok(compared)
}

fn listed(folder: &Path) -> Result<Files, Failure> {
    let missing = || {
        let path = folder.join(manifest::NAME);
        not_read(&path, &ErrorKind::NotFound.into())
    };
    Ok(manifest::listed(folder)?.ok_or_else(missing)?)
}

fn not_read(path: &Path, error: &io::Error) -> Error {
    Error::NotRead { path: path.to_owned(), detail: error.to_string() }
}

impl Compared {
    fn fault(&mut self, code: &'static str, subject: &str, meaning: &'static str) {
        self.faults.push(Fault { code, subject: subject.to_owned(), meaning });
    }

    fn compare_file(&mut self, folder: &Path, path: &str, hash: &str) -> Result<(), Failure> {
        let file = folder.join(path);
        match fs::read(&file) {
            Ok(bytes) if sha256(&bytes) == hash => {}
            Ok(_) => self.fault("page_altered", path, "the file is not the one that was exported"),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                self.fault("page_missing", path, "the file is not there");
            }
            Err(error) => return Err(not_read(&file, &error).into()),
        }
        Ok(())
    }

    /// Hidden files are the system's or the export's own.
    fn look_for_foreign(
        &mut self,
        folder: &Path,
        below: &str,
        files: &Files,
    ) -> Result<(), Failure> {
        let here = folder.join(below);
        let failed = |error: io::Error| not_read(&here, &error);
        let mut entries =
            fs::read_dir(&here).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(failed)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
            if name.starts_with('.') || path == manifest::NAME || Part::is_path(&path) {
                continue;
            }
            if entry.file_type().map_err(failed)?.is_dir() {
                self.look_for_foreign(folder, &path, files)?;
            } else if !files.contains_key(&path) {
                self.foreign.push(path);
            }
        }
        Ok(())
    }

    fn compare_record(&mut self, newsroom: &Newsroom, files: &Files) -> Result<(), Failure> {
        for story in newsroom.story_ids()? {
            for edition in newsroom.dossier(story)?.editions {
                let Some(row) = edition.exported else { continue };
                if files.get(&row.path).is_none_or(|entry| entry.sha256 != row.sha256) {
                    let meaning = "the manifest does not list the page that was last exported";
                    self.fault("record", &row.path, meaning);
                }
            }
        }
        Ok(())
    }
}
