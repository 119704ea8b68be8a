//! What the window's pages may use.

use std::fs;
use std::path::{Path, PathBuf};

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

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
