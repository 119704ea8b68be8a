//! What the window's pages may use.

use std::fs;
use std::path::{Path, PathBuf};

use shpalta_newsroom::Error;

use crate::cli::root;

#[test]
fn only_the_folder_backend_knows_the_shell() {
    let ui = root().join("ui/src");
    let files = files(&ui);
    assert!(files.len() > 10, "the pages of the window have moved");
    for file in files {
        let place = file.strip_prefix(&ui).unwrap();
        let text = fs::read_to_string(&file).unwrap_or_default();
        let knows = ["@tauri-apps/", "__TAURI"].iter().any(|name| text.contains(name));
        assert!(!knows || place.starts_with("backend"), "{} knows the shell", place.display());
    }
}

/// The window does not ask Rust which refusals are the disk's: it has to know while nothing works.
#[test]
fn what_goes_into_a_journal_is_what_the_disk_or_the_database_refused() {
    let text = fs::read_to_string(root().join("ui/src/features/editor/keeping.ts")).unwrap();
    let (_, set) = text.split_once("new Set(").unwrap();
    let mut listed: Vec<&str> = set.split('"').nth(1).unwrap().split(' ').collect();
    let storage = Error::every().filter(Error::is_about_storage).map(|error| error.code());
    let mut storage: Vec<&str> = storage.collect();
    listed.sort_unstable();
    storage.sort_unstable();
    assert_eq!(listed, storage);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
