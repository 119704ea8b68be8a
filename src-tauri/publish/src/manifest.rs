//! `manifest.json`: what of the folder is ours. Paths and hashes only; names and signatures stay
//! in the newsroom.
//!
//! A site of many files lists its pages and photos in parts, so that one story's export does not
//! write anew what it says of all others.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shpalta_language::Language;

use crate::address;
use crate::error::Error;

/// Name of the manifest in the folder; it does not list itself.
pub const NAME: &str = "manifest.json";

/// The most files that are listed in one piece.
pub const MOST_IN_ONE: usize = 8_192;

/// Where the parts lie.
const PARTS: &str = "manifest/";

/// What a file of the site is, in the order in which files are put in place: what pages need comes
/// before them, what leads to them after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Style,
    Image,
    Data,
    Page,
    Notice,
    /// Where a page used to be.
    Redirect,
    Index,
    Feed,
    Sitemap,
    /// Of the manifest.
    Part,
}

impl Kind {
    const ALL: [Self; 10] = [
        Self::Style,
        Self::Image,
        Self::Data,
        Self::Page,
        Self::Notice,
        Self::Redirect,
        Self::Index,
        Self::Feed,
        Self::Sitemap,
        Self::Part,
    ];

    /// The kind's name in the manifest.
    pub fn name(self) -> &'static str {
        match self {
            Self::Style => "style",
            Self::Image => "image",
            Self::Data => "data",
            Self::Page => "page",
            Self::Notice => "notice",
            Self::Redirect => "redirect",
            Self::Index => "index",
            Self::Feed => "feed",
            Self::Sitemap => "sitemap",
            Self::Part => "part",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is the page of a story.
    pub fn is_page(self) -> bool {
        matches!(self, Self::Page | Self::Notice)
    }
}

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Below the folder, `/` between its parts.
    pub path: String,
    /// In hexadecimal.
    pub sha256: String,
    pub kind: Kind,
    /// Slug of the story, for its pages and what stands beside or for them.
    pub story: Option<String>,
    pub lang: Option<Language>,
}

impl Entry {
    /// The part of a long manifest that lists the file: a story's files are together. None: the
    /// manifest itself does; what it lists does not grow with the archive.
    pub fn part(&self) -> Option<u8> {
        let key = match (self.story.as_deref(), self.kind) {
            (Some(story), _) => story,
            (None, Kind::Image | Kind::Data) => &self.path,
            (None, Kind::Index) if self.is_numbered() => &self.path,
            (None, _) => return None,
        };
        Some(Sha256::digest(key)[0])
    }

    /// Whether it is called by a number, as pages of long lists are.
    fn is_numbered(&self) -> bool {
        let name = self.path.rsplit('/').next().and_then(|name| name.strip_suffix(".html"));
        name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

/// The files by path.
pub type Files = BTreeMap<String, Entry>;

/// A part of the manifest, as the manifest names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub path: String,
    pub sha256: String,
}

impl Part {
    /// Its path says what it holds, so that the manifest never names a part that is changing.
    pub fn path(number: u8, sha256: &str) -> String {
        format!("{PARTS}{number:02x}-{}.json", &sha256[..16])
    }

    /// Whether a path is that of a part, of this manifest or of another.
    pub fn is_path(path: &str) -> bool {
        let name = path.strip_prefix(PARTS).and_then(|name| name.strip_suffix(".json"));
        let hexadecimal = |text: &str, digits| {
            text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let halves = name.and_then(|name| name.split_once('-'));
        halves.is_some_and(|(number, hash)| hexadecimal(number, 2) && hexadecimal(hash, 16))
    }
}

/// The bytes of a manifest: sorted by path, a file a line, so that equal sites have equal
/// manifests.
pub fn written<'a>(
    files: impl IntoIterator<Item = &'a Entry>,
    parts: &[Part],
) -> serde_json::Result<String> {
    let files = lines(files)?;
    if parts.is_empty() {
        return Ok(format!("{{\"files\": [\n{files}\n]}}\n"));
    }
    let parts = lines(parts)?;
    Ok(format!("{{\"parts\": [\n{parts}\n],\n\"files\": [\n{files}\n]}}\n"))
}

fn lines<T: Serialize>(all: impl IntoIterator<Item = T>) -> serde_json::Result<String> {
    let lines = all.into_iter().map(|one| serde_json::to_string(&one));
    Ok(lines.collect::<serde_json::Result<Vec<_>>>()?.join(",\n"))
}

/// What a manifest, or a part of one, says.
#[derive(Debug, Default, Deserialize)]
pub struct Manifest {
    #[serde(default)]
    pub parts: Vec<Part>,
    pub files: Vec<Entry>,
}

impl Manifest {
    /// Reads a manifest; whoever has written it may not make us touch anything out of the folder.
    ///
    /// # Errors
    /// What is wrong with it, for people.
    pub fn read(json: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        let paths = manifest.files.iter().map(|entry| &entry.path);
        if let Some(path) = paths.into_iter().find(|path| !address::stays_inside(path)) {
            return Err(format!("it lists “{path}”"));
        }
        match manifest.parts.iter().find(|part| !Part::is_path(&part.path)) {
            Some(part) => Err(format!("it lists “{}”", part.path)),
            None => Ok(manifest),
        }
    }

    /// The manifest of a folder; none where there is none.
    ///
    /// # Errors
    /// [`Error::BadManifest`], [`Error::NotRead`].
    pub fn of(folder: &Path) -> Result<Option<Self>, Error> {
        read_at(&folder.join(NAME))
    }
}

fn read_at(path: &Path) -> Result<Option<Manifest>, Error> {
    match fs::read(path) {
        Ok(json) => match Manifest::read(&json) {
            Ok(manifest) => Ok(Some(manifest)),
            Err(detail) => Err(Error::BadManifest { path: path.to_owned(), detail }),
        },
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(Error::reading(path, &error)),
    }
}

/// All files that the manifest of a folder and its parts list; none where there is no manifest.
///
/// # Errors
/// [`Error::BadManifest`], [`Error::NotRead`].
pub fn listed(folder: &Path) -> Result<Option<Files>, Error> {
    let Some(manifest) = Manifest::of(folder)? else { return Ok(None) };
    let mut files = manifest.files;
    for part in manifest.parts {
        let path = folder.join(&part.path);
        let missing = || Error::BadManifest { path: path.clone(), detail: "it is missing".into() };
        files.extend(read_at(&path)?.ok_or_else(missing)?.files);
    }
    Ok(Some(files.into_iter().map(|entry| (entry.path.clone(), entry)).collect()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn entry(path: &str) -> Entry {
        Entry {
            path: path.into(),
            sha256: "00".into(),
            kind: Kind::Page,
            story: Some("s".into()),
            lang: Some(Language::En),
        }
    }

    #[test]
    fn a_manifest_reads_back() {
        let files = ["a.html", "b.html"].map(entry);
        let json = written(&files, &[]).unwrap();
        assert_eq!(Manifest::read(json.as_bytes()).unwrap().files, files);
        assert!(json.contains(r#""kind":"page","story":"s","lang":"en""#), "{json}");
    }

    #[test]
    fn an_empty_site_has_a_manifest_that_reads_back() {
        let json = written(&[], &[]).unwrap();
        assert_eq!(Manifest::read(json.as_bytes()).unwrap().files, []);
    }

    #[test]
    fn a_manifest_that_points_out_of_the_folder_is_refused() {
        let json = written(&[entry("../../etc/passwd")], &[]).unwrap();
        assert!(Manifest::read(json.as_bytes()).unwrap_err().contains("passwd"));
        let parts = [Part { path: "../../etc/passwd".into(), sha256: String::new() }];
        let json = written(&[], &parts).unwrap();
        assert!(Manifest::read(json.as_bytes()).unwrap_err().contains("passwd"));
    }

    #[test]
    fn the_files_of_a_story_are_in_one_part_and_those_of_all_in_the_manifest() {
        let pages = ["a.html", "en/a.html"].map(entry);
        assert_eq!(pages[0].part(), pages[1].part());
        assert!(pages[0].part().is_some());
        let index = Entry { story: None, kind: Kind::Index, ..entry("index.html") };
        assert_eq!(index.part(), None);
        let numbered = Entry { path: "ru/section/kyiv/12.html".into(), ..index };
        assert!(numbered.part().is_some());
        let image = |path| Entry { story: None, kind: Kind::Image, ..entry(path) }.part();
        assert!(image("media/1.jpg").is_some() && image("media/1.jpg") != image("media/2.jpg"));
    }

    #[test]
    fn a_part_is_known_by_its_path() {
        let path = Part::path(0x3f, &"0123456789abcdef".repeat(4));
        assert_eq!(path, "manifest/3f-0123456789abcdef.json");
        assert!(Part::is_path(&path));
        for other in ["manifest/site.json", "manifest/3f-0123.json", "3f-0123456789abcdef.json"] {
            assert!(!Part::is_path(other), "{other}");
        }
    }

    #[test]
    fn every_kind_has_its_name_in_the_manifest() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
    }
}
