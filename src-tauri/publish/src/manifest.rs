//! `manifest.json`: what of the folder is ours. Paths and hashes only; names and signatures stay
//! in the newsroom.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;

use crate::address;

/// Name of the manifest in the folder; it does not list itself.
pub const NAME: &str = "manifest.json";

/// What a file of the site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Style,
    Image,
    Data,
    Page,
    Notice,
    Index,
    Feed,
    Sitemap,
}

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Below the folder, `/` between its parts.
    pub path: String,
    /// In hexadecimal.
    pub sha256: String,
    pub kind: Kind,
    /// Slug of the story, for pages and notices.
    pub story: Option<String>,
    pub lang: Option<Language>,
}

/// The files by path.
pub type Files = BTreeMap<String, Entry>;

/// The manifest's bytes: sorted by path, a file a line, so that equal sites have equal manifests.
pub fn written(files: &Files) -> serde_json::Result<String> {
    let lines = files.values().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("{{\"files\": [\n{}\n]}}\n", lines.join(",\n")))
}

/// Reads a manifest; whoever has written it may not make us touch anything out of the folder.
///
/// # Errors
/// What is wrong with it, for people.
pub fn read(json: &[u8]) -> Result<Files, String> {
    #[derive(Deserialize)]
    struct Manifest {
        files: Vec<Entry>,
    }
    let manifest: Manifest = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    if let Some(entry) = manifest.files.iter().find(|entry| !address::stays_inside(&entry.path)) {
        return Err(format!("it lists “{}”", entry.path));
    }
    Ok(manifest.files.into_iter().map(|entry| (entry.path.clone(), entry)).collect())
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
    fn a_manifest_reads_back_sorted_by_path() {
        let files: Files =
            ["b.html", "a.html"].map(|path| (path.to_owned(), entry(path))).into_iter().collect();
        let json = written(&files).unwrap();
        assert_eq!(read(json.as_bytes()).unwrap(), files);
        assert!(json.find("a.html").unwrap() < json.find("b.html").unwrap());
        assert!(json.contains(r#""kind":"page","story":"s","lang":"en""#), "{json}");
    }

    #[test]
    fn an_empty_site_has_a_manifest_that_reads_back() {
        assert_eq!(read(written(&Files::new()).unwrap().as_bytes()).unwrap(), Files::new());
    }

    #[test]
    fn a_manifest_that_points_out_of_the_folder_is_refused() {
        let files = Files::from([("x".to_owned(), entry("../../etc/passwd"))]);
        assert!(read(written(&files).unwrap().as_bytes()).unwrap_err().contains("passwd"));
    }
}
