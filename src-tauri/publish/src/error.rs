//! Why an export was not done. Each error has a stable code, a sentence and a remedy.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What stopped the whole export. What stops one edition is a finding (see [`crate::preflight`]).
/// Nothing of the site was changed, unless [`Error::NotWritten`] came in the middle of the switch;
/// the next run then finishes what was begun.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("The site has no folder to export to.")]
    NoSiteFolder,
    #[error("The folder {0} is not there.")]
    NoFolder(PathBuf),
    #[error("The folder {0} is part of a newsroom.")]
    InNewsroom(PathBuf),
    #[error("Another export is writing to {0}.")]
    Busy(PathBuf),
    #[error("{0} is in the way and does not belong to the site.")]
    ForeignFile(PathBuf),
    #[error("{0} leads out of the site's folder.")]
    LeadsOut(PathBuf),
    #[error("{path} cannot be used: {detail}.")]
    BadManifest { path: PathBuf, detail: String },
    #[error("“{0}” cannot be a page's address.")]
    BadAddress(String),
    #[error("Two stories claim {path}; the other is “{story}”.")]
    AddressTaken { path: String, story: String },
    #[error("The disk that holds {0} is full.")]
    DiskFull(PathBuf),
    #[error("{0} cannot be written to.")]
    NotAllowed(PathBuf),
    #[error("{path} could not be read: {detail}.")]
    NotRead { path: PathBuf, detail: String },
    #[error("{path} could not be written: {detail}.")]
    NotWritten { path: PathBuf, detail: String },
    #[error("{} of the theme cannot be used: {detail}.", place_in(file, *line))]
    Theme { file: String, line: Option<usize>, detail: String },
    #[error("{0} is to hold one edition, and more are asked for.")]
    NotOneEdition(PathBuf),
    #[error("A page could not be made: {0}.")]
    Template(String),
    #[error("The export was stopped.")]
    Cancelled,
    #[error(transparent)]
    Server(#[from] shpalta_remote::Error),
    #[error(transparent)]
    Newsroom(#[from] shpalta_newsroom::Error),
}

impl From<shpalta_photo::NotRead> for Error {
    fn from(not_read: shpalta_photo::NotRead) -> Self {
        Self::reading(&not_read.path, &not_read.error)
    }
}

impl Error {
    /// The code that programs and the window know the error by; it never changes. Errors of the
    /// newsroom have codes of their own and none here.
    pub fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoSiteFolder => "export_no_site_folder",
            Self::NoFolder(_) => "export_no_folder",
            Self::InNewsroom(_) => "export_in_newsroom",
            Self::Busy(_) => "export_busy",
            Self::ForeignFile(_) => "export_foreign_file",
            Self::LeadsOut(_) => "export_leads_out",
            Self::BadManifest { .. } => "export_bad_manifest",
            Self::BadAddress(_) => "export_bad_address",
            Self::AddressTaken { .. } => "export_address_taken",
            Self::DiskFull(_) => "export_disk_full",
            Self::NotAllowed(_) => "export_not_allowed",
            Self::NotRead { .. } => "export_not_read",
            Self::NotWritten { .. } => "export_not_written",
            Self::Theme { .. } => "export_theme",
            Self::NotOneEdition(_) => "export_not_one_edition",
            Self::Template(_) => "export_template",
            Self::Cancelled => "export_cancelled",
            Self::Server(error) => error.code(),
            Self::Newsroom(_) => return None,
        })
    }

    /// What the person can do about it; none for errors of the newsroom.
    pub fn remedy(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoSiteFolder => "Set the site's folder, or name one with --to.",
            Self::NoFolder(_) => "Create the folder above it, or connect the disk it is on.",
            Self::InNewsroom(_) => "Choose a folder outside: what is exported is for all to read.",
            Self::Busy(_) => "Wait until it is done, then export again.",
            Self::ForeignFile(_) => "Move that file away, or export to another folder.",
            Self::LeadsOut(_) => "Replace the link by a folder, or export to another folder.",
            Self::BadManifest { .. } => {
                "Move the file away to export everything anew, or restore it from a backup."
            }
            Self::BadAddress(_) => "Give the page an address of Latin letters, digits and hyphens.",
            Self::AddressTaken { .. } => {
                "Change one of the two addresses; if that is done, export all stories at once."
            }
            Self::DiskFull(_) => "Make room on the disk, then export again.",
            Self::NotAllowed(_) => "Ask for the right to write there, or export to another folder.",
            Self::NotRead { .. } | Self::NotWritten { .. } => "Check the disk, then export again.",
            Self::Theme { .. } => {
                "Mend that file of the newsroom's theme folder, or move it away to have the built-in one."
            }
            Self::NotOneEdition(_) => {
                "Name one story and one language, or a file that ends in .zip for all."
            }
            Self::Template(_) => "Report this: the templates are part of the program.",
            Self::Cancelled => "Nothing was changed; export again whenever you like.",
            Self::Server(error) => error.remedy(),
            Self::Newsroom(_) => return None,
        })
    }

    /// What differs from case to case, by name: what the window words the error with.
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let path = |path: &Path| ("path", path.display().to_string());
        let text = |name: &'static str, text: &str| (name, text.to_owned());
        match self {
            Self::NoSiteFolder | Self::Cancelled => BTreeMap::new(),
            Self::Newsroom(error) => error.params(),
            Self::Server(error) => error.params(),
            Self::NoFolder(at)
            | Self::InNewsroom(at)
            | Self::Busy(at)
            | Self::ForeignFile(at)
            | Self::LeadsOut(at)
            | Self::DiskFull(at)
            | Self::NotOneEdition(at)
            | Self::NotAllowed(at) => BTreeMap::from([path(at)]),
            Self::BadManifest { path: at, detail }
            | Self::NotRead { path: at, detail }
            | Self::NotWritten { path: at, detail } => {
                BTreeMap::from([path(at), text("detail", detail)])
            }
            Self::BadAddress(address) => BTreeMap::from([text("address", address)]),
            Self::AddressTaken { path, story } => {
                BTreeMap::from([text("path", path), text("story", story)])
            }
            Self::Theme { file, line, detail } => {
                BTreeMap::from([text("place", &place_in(file, *line)), text("detail", detail)])
            }
            Self::Template(detail) => BTreeMap::from([text("detail", detail)]),
        }
    }

    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        Self::NotRead { path: path.to_owned(), detail: error.to_string() }
    }

    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed(path),
            _ => Self::NotWritten { path, detail: error.to_string() },
        }
    }
}

/// As compilers write it.
fn place_in(file: &str, line: Option<usize>) -> String {
    line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the sentence says of the case, the window can say, too.
    #[test]
    fn the_sentence_names_every_parameter() {
        let (path, detail) = (|| PathBuf::from("/site"), "torn".to_owned());
        for error in [
            Error::NoFolder(path()),
            Error::Busy(path()),
            Error::NotOneEdition(path()),
            Error::BadManifest { path: path(), detail: detail.clone() },
            Error::NotWritten { path: path(), detail: detail.clone() },
            Error::BadAddress("a b".to_owned()),
            Error::AddressTaken { path: "news/a.html".to_owned(), story: "bridge".to_owned() },
            Error::Theme { file: "base.html".to_owned(), line: Some(7), detail: detail.clone() },
            Error::Template(detail),
        ] {
            let params = error.params();
            assert!(!params.is_empty());
            for value in params.values() {
                assert!(error.to_string().contains(value), "{error} lacks {value}");
            }
        }
        assert!(Error::Cancelled.params().is_empty());
    }
}
