//! An export as one file: the whole site as a zip, as pages or as Markdown for Hugo, or one edition
//! as a page to send by mail.
//!
//! The pages are made in a hidden folder beside the file, by the same rules as any export; the file
//! is put in place when it is whole.

mod hugo;
mod letter;

use std::fs::{self, File};
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use shpalta_newsroom::publication::Target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::address;
use crate::error::Error;
use crate::export::{Ledgers, Outcome, Request, Source, Watch, export_into};
use crate::folder::{Mode, is_in_newsroom, locked, sha256};
use crate::manifest::{self, Files};
use crate::page::{Pages, Theme};

/// What a zip of ours says of itself: only such a file is ever replaced.
const COMMENT: &str = "Shpalta";

/// What is made of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Zip,
    /// A zip of Markdown that Hugo builds.
    Hugo,
    /// One page with all that it needs.
    Letter,
}

impl Form {
    /// The form that a target's name asks for; none: a folder.
    pub fn of(to: &Path) -> Option<Self> {
        let ending = to.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            _ if to.is_dir() => None,
            "zip" if is_markdown(to) => Some(Self::Hugo),
            "zip" => Some(Self::Zip),
            "html" => Some(Self::Letter),
            _ => None,
        }
    }
}

/// Whether `.md` stands before the name's ending.
fn is_markdown(to: &Path) -> bool {
    let stem = to.file_stem().map(Path::new).and_then(Path::extension);
    stem.is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

/// Exports into one file.
///
/// # Errors
/// Those of an export; [`Error::NotOneEdition`], [`Error::ForeignFile`].
pub(crate) fn export(
    source: &impl Source,
    request: &Request,
    to: &Path,
    form: Form,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    let to = std::path::absolute(to).map_err(|error| Error::reading(to, &error))?;
    if form == Form::Letter && !request.is_of_one_edition() {
        return Err(Error::NotOneEdition(to));
    }
    must_be_ours(&to, form)?;
    let workshop = Workshop::beside(&to)?;
    let request = Request { to: Some(workshop.0.clone()), ..request.clone() };
    let mut outcome = export_into(source, &request, Ledgers::None, watch)?;
    outcome.target = Target::Copy(to.display().to_string());
    if request.mode == Mode::Write {
        let packed = match form {
            Form::Zip => Some(zip(&workshop.0)?),
            Form::Hugo => Some(garden(source, &workshop.0, &outcome)?),
            Form::Letter => letter(&workshop.0, source.site()?.url.as_deref())?,
        };
        put(&to, packed, &mut outcome)?;
    }
    outcome.to = to;
    Ok(outcome)
}

/// A hidden folder in which pages are made; it goes, whatever becomes of them.
struct Workshop(PathBuf);

impl Workshop {
    /// # Errors
    /// [`Error::NoFolder`], [`Error::InNewsroom`]; [`Error::Busy`] while another export makes the
    /// same file.
    fn beside(to: &Path) -> Result<Self, Error> {
        let above = to.parent().unwrap_or(to);
        if !above.is_dir() {
            return Err(Error::NoFolder(above.to_owned()));
        }
        if is_in_newsroom(above) {
            return Err(Error::InNewsroom(above.to_owned()));
        }
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        let folder = to.with_file_name(format!(".{name}.shpalta"));
        locked(&folder).map_err(|_| Error::Busy(to.to_owned()))?;
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::writing(&folder, &error))
            }
            _ => Ok(Self(folder)),
        }
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn must_be_ours(to: &Path, form: Form) -> Result<(), Error> {
    let bytes = match fs::read(to) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::reading(to, &error)),
    };
    let ours = match form {
        Form::Zip | Form::Hugo => bytes.ends_with(COMMENT.as_bytes()),
        Form::Letter => String::from_utf8_lossy(&bytes).contains(letter::GENERATOR),
    };
    if ours { Ok(()) } else { Err(Error::ForeignFile(to.to_owned())) }
}

fn files_in(folder: &Path) -> Result<Files, Error> {
    Ok(manifest::listed(folder)?.unwrap_or_default())
}

fn read(folder: &Path, path: &str) -> Result<Vec<u8>, Error> {
    let file = folder.join(path);
    fs::read(&file).map_err(|error| Error::reading(&file, &error))
}

/// A zip whose files are of a time that never changes: equal files are equal bytes.
struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    fn new() -> Result<Self, Error> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.set_comment(COMMENT).map_err(|error| Self::failed("", &error))?;
        Ok(Self(zip))
    }

    /// Adds a file; photos are compressed already.
    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let method = match path.contains(address::MEDIA) {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let added = self.0.start_file(path, options);
        added
            .and_then(|()| Ok(self.0.write_all(bytes)?))
            .map_err(|error| Self::failed(path, &error))
    }

    fn finish(self) -> Result<Vec<u8>, Error> {
        Ok(self.0.finish().map_err(|error| Self::failed("", &error))?.into_inner())
    }

    fn failed(path: &str, error: &zip::result::ZipError) -> Error {
        Error::NotWritten { path: path.into(), detail: error.to_string() }
    }
}

/// All files by path.
fn zip(folder: &Path) -> Result<Vec<u8>, Error> {
    let mut paths: Vec<String> = files_in(folder)?.into_keys().collect();
    let parts = manifest::Manifest::of(folder)?.unwrap_or_default().parts;
    paths.extend(parts.into_iter().map(|part| part.path));
    paths.push(manifest::NAME.to_owned());
    paths.sort_unstable();
    let mut archive = Archive::new()?;
    for path in paths {
        archive.add(&path, &read(folder, &path)?)?;
    }
    archive.finish()
}

/// The site as Markdown.
fn garden(source: &impl Source, folder: &Path, outcome: &Outcome) -> Result<Vec<u8>, Error> {
    let site = source.site()?;
    let pages = Pages::new(&site, Theme::default())?;
    let files = files_in(folder)?;
    let mut archive = Archive::new()?;
    hugo::Garden::new(source, (&site, &pages), folder, outcome, files).put(&mut archive)?;
    archive.finish()
}

/// The page of the one edition that went out; none if it was held back.
fn letter(folder: &Path, url: Option<&str>) -> Result<Option<Vec<u8>>, Error> {
    let page = files_in(folder)?.into_values().find(|file| file.kind.is_page());
    let Some(page) = page else { return Ok(None) };
    let html = String::from_utf8(read(folder, &page.path)?)
        .map_err(|error| Error::Template(error.to_string()))?;
    let letter = letter::Letter { folder, page: &page.path, url };
    Ok(Some(letter.of(&html)?.into_bytes()))
}

/// Puts the file in place, unless it stands there; the outcome tells of it alone.
fn put(to: &Path, packed: Option<Vec<u8>>, outcome: &mut Outcome) -> Result<(), Error> {
    outcome.written.clear();
    outcome.unchanged = 0;
    let Some(packed) = packed else { return Ok(()) };
    let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if fs::read(to).is_ok_and(|there| sha256(&there) == sha256(&packed)) {
        outcome.unchanged = 1;
        return Ok(());
    }
    let part = to.with_file_name(format!(".{name}.part"));
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(&packed)?;
        file.sync_all()?;
        fs::rename(&part, to)
    });
    if let Err(error) = written {
        let _ = fs::remove_file(&part);
        return Err(Error::writing(to, &error));
    }
    outcome.written.push(name);
    Ok(())
}

#[cfg(test)]
mod tests;
