//! The whole site of one story with every element, against the files in `fixtures/export`.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use imara_diff::{Algorithm, BasicLineDiffPrinter, Diff, InternedInput, UnifiedDiffConfig};
use serde_json::Value;

use super::site::Site;
use crate::cli::{Desk, fixture};

#[test]
fn the_exported_site_is_the_one_that_was_reviewed() {
    let desk = Desk::with_tram_museum();
    desk.ok("export");
    let exported = reviewed_part(&Site::of(&desk));
    let snapshots = fixture("export");
    if env::var_os("SHPALTA_SNAPSHOTS").is_some_and(|what| what == "write") {
        rewrite(&snapshots, &exported);
        return;
    }
    let kept = kept(&snapshots, &snapshots);
    let paths: Vec<_> = exported.keys().collect();
    assert_eq!(paths, kept.keys().collect::<Vec<_>>(), "other pages; {HOW_TO_ACCEPT}");
    let differences: Vec<_> = exported
        .iter()
        .filter(|(path, text)| kept[*path] != **text)
        .map(|(path, text)| format!("{path}\n{}", difference(&kept[path], text)))
        .collect();
    assert!(differences.is_empty(), "{HOW_TO_ACCEPT}\n\n{}", differences.join("\n"));
}

const HOW_TO_ACCEPT: &str =
    "if the pages are meant to change: SHPALTA_SNAPSHOTS=write cargo test -p shpalta-tests";

/// Pages and manifest by path. The style is looked at, not read, and the ids of editions, which
/// ninjs tells, are others in each newsroom: their hashes stay out.
fn reviewed_part(site: &Site) -> BTreeMap<String, String> {
    let mut part: BTreeMap<_, _> =
        site.pages().into_iter().map(|path| (path.clone(), site.read(&path))).collect();
    let mut manifest = site.manifest();
    for file in manifest["files"].as_array_mut().unwrap() {
        if file["kind"] == "style" || file["kind"] == "data" {
            file["sha256"] = Value::from("whatever it says");
        }
    }
    let manifest = serde_json::to_string_pretty(&manifest).unwrap();
    part.insert("manifest.json".to_owned(), format!("{manifest}\n"));
    part
}

fn rewrite(folder: &Path, files: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

fn kept(root: &Path, folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.append(&mut kept(root, &path));
            continue;
        }
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        files.insert(name, fs::read_to_string(&path).unwrap().replace("\r\n", "\n"));
    }
    files
}

/// The lines that differ, with three around them.
fn difference(old: &str, new: &str) -> String {
    let lines = InternedInput::new(old, new);
    let mut diff = Diff::compute(Algorithm::Histogram, &lines);
    diff.postprocess_lines(&lines);
    let printer = BasicLineDiffPrinter(&lines.interner);
    diff.unified_diff(&printer, UnifiedDiffConfig::default(), &lines).to_string()
}

#[test]
fn a_difference_shows_the_changed_lines() {
    let shown = difference("one\ntwo\nthree\n", "one\n2\nthree\n");
    assert!(shown.contains("-two\n+2\n"), "{shown}");
    assert_eq!(difference("one\n", "one\n"), "");
}
