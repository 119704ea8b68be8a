//! A newsroom's own look: templates and files that stand in for the built-in ones, one by one.
//!
//! A theme's templates are given what ours are given and can read nothing else. What makes a page
//! safe and lets later exports mend it has to stay in it; a page without is no page.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{ICON, POLICIES, STYLE, left, structured};
use crate::error::Error;

/// No file of a theme is larger, in bytes.
const LARGEST: u64 = 512 * 1024;

/// So much work a page may be, in instructions of the template engine: a hundred times that of the
/// longest built-in one.
pub(super) const FUEL: u64 = 5_000_000;

/// Templates and files by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    files: BTreeMap<String, String>,
}

impl Theme {
    /// The theme in a folder; the built-in one where there is no folder. Files that are no
    /// templates, style or icon are left alone, links are not followed.
    ///
    /// # Errors
    /// [`Error::Theme`] for a file that is too large or no text, [`Error::NotRead`].
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Error::reading(folder, &error)),
        };
        let mut files = BTreeMap::new();
        for entry in entries {
            let entry = entry.map_err(|error| Error::reading(folder, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !is_ours(&name) || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
                continue;
            }
            let path = entry.path();
            let size = entry.metadata().map_err(|error| Error::reading(&path, &error))?.len();
            if size > LARGEST {
                return Err(fault(&name, None, format!("larger than {LARGEST} bytes")));
            }
            let bytes = fs::read(&path).map_err(|error| Error::reading(&path, &error))?;
            let text = String::from_utf8(bytes)
                .map_err(|_| fault(&name, None, "not written in UTF-8".to_owned()))?;
            files.insert(name, text);
        }
        Ok(Self { files })
    }

    /// What tells one theme from another.
    pub fn stamp(&self) -> String {
        let mut hash = Sha256::new();
        for part in self.files.iter().flat_map(|(name, text)| [name, text]) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// A file of the theme.
    pub fn file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// Its templates by name.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        let templates = self.files.iter().filter(|(name, _)| is_template(name));
        templates.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// An error of the template engine: the theme's, if it arose there.
    pub(super) fn error(&self, error: &minijinja::Error) -> Error {
        let mut blamed = None;
        let mut cause = Some(error);
        while let Some(error) = cause {
            let name = error.name().filter(|name| self.files.contains_key(*name));
            blamed = name.map(|name| (name, error)).or(blamed);
            cause = error.source().and_then(|source| source.downcast_ref());
        }
        match blamed {
            Some((name, error)) => {
                let detail =
                    error.detail().map_or_else(String::new, |detail| format!(": {detail}"));
                fault(name, error.line(), format!("{}{detail}", error.kind()))
            }
            None => Error::Template(format!("{error:#}")),
        }
    }

    /// Whether an article still has what may not be missing.
    ///
    /// # Errors
    /// [`Error::Theme`].
    pub(super) fn must_be_whole(&self, html: &str) -> Result<(), Error> {
        if self.templates().next().is_none() {
            return Ok(());
        }
        let policy = format!("http-equiv=\"Content-Security-Policy\" content=\"{}\"", POLICIES[0]);
        let lacks = if !html.contains(&policy) {
            Some("the policy: {% for policy in frame.policies %} of base.html".to_owned())
        } else if structured::in_page(html).is_none() {
            Some("the article for machines: {{ structured|safe }} of article.html".to_owned())
        } else {
            left::missing_mark(html).map(|mark| format!("a line that begins with {mark}"))
        };
        match lacks {
            None => Ok(()),
            Some(lacks) => {
                let suspects = ["article.html", "base.html", "switch.html"];
                let file = suspects.into_iter().find(|name| self.files.contains_key(*name));
                let any = || self.templates().next().map(|(name, _)| name);
                let file = file.or_else(any).unwrap_or_default();
                Err(fault(file, None, format!("the page lacks {lacks}")))
            }
        }
    }
}

fn is_template(name: &str) -> bool {
    name.strip_suffix(".html").is_some_and(|stem| !stem.is_empty() && !stem.starts_with('.'))
}

fn is_ours(name: &str) -> bool {
    is_template(name) || name == STYLE || name == ICON
}

fn fault(file: &str, line: Option<usize>, detail: String) -> Error {
    Error::Theme { file: file.to_owned(), line, detail }
}
