#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod known;

use std::fs;
use std::time::SystemTime;

use tempfile::TempDir;

use super::disk::STAGING;
use super::switch::rename_to_nothing;
use super::*;
use crate::manifest::{self, MOST_IN_ONE, Manifest, Part};

fn page(path: &str) -> Entry {
    let (sha256, story) = (String::new(), Some("story".to_owned()));
    Entry { path: path.into(), sha256, kind: Kind::Page, story, lang: Some(Language::En) }
}

fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn at(root: &Path, mode: Mode) -> Result<Folder, Error> {
    Folder::open(root, mode, |_| None)
}

fn open(root: &TempDir) -> Folder {
    at(root.path(), Mode::Write).unwrap()
}

/// Everything below a folder, hidden or not.
fn listing(root: &TempDir) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(root.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn write(root: &TempDir, files: &[(&str, &str)]) -> Switched {
    let mut folder = open(root);
    for (path, text) in files {
        folder.put(page(path), text.as_bytes()).unwrap();
    }
    folder.switch().unwrap()
}

#[test]
fn a_file_of_somebody_else_stops_the_export_before_anything_is_written() {
    let root = temporary();
    fs::write(root.path().join("b.html"), "mine").unwrap();
    let mut folder = open(&root);
    folder.put(page("a.html"), b"ours").unwrap();
    let error = folder.put(page("b.html"), b"ours").unwrap_err();
    assert_eq!(error.code(), Some("export_foreign_file"));
    drop(folder);
    assert_eq!(listing(&root), ["b.html"]);
    assert_eq!(fs::read_to_string(root.path().join("b.html")).unwrap(), "mine");
}

#[test]
fn a_file_that_somebody_puts_there_before_the_switch_stays() {
    for path in ["b.html", "news/b.html"] {
        let root = temporary();
        write(&root, &[("a.html", "old")]);
        let mut folder = open(&root);
        folder.put(page("a.html"), b"new").unwrap();
        folder.put(page(path), b"ours").unwrap();
        let theirs = root.path().join(path);
        fs::create_dir_all(theirs.parent().unwrap()).unwrap();
        fs::write(&theirs, "theirs").unwrap();
        let error = folder.switch().unwrap_err();
        assert_eq!(error.code(), Some("export_foreign_file"), "{path}");
        assert_eq!(fs::read_to_string(&theirs).unwrap(), "theirs");
        assert_eq!(fs::read_to_string(root.path().join("a.html")).unwrap(), "old");
    }
}

#[test]
fn a_rename_to_where_nothing_should_stand_replaces_nothing() {
    let root = temporary();
    let (from, to) = (root.path().join("from"), root.path().join("to"));
    fs::write(&from, "ours").unwrap();
    fs::write(&to, "theirs").unwrap();
    let refused = rename_to_nothing(&from, &to).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&to).unwrap(), "theirs");
    fs::remove_file(&to).unwrap();
    rename_to_nothing(&from, &to).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), "ours");
}

#[test]
fn a_folder_that_somebody_makes_before_the_switch_takes_what_it_has_room_for() {
    let root = temporary();
    let mut folder = open(&root);
    folder.put(page("news/a.html"), b"ours").unwrap();
    fs::create_dir(root.path().join("news")).unwrap();
    fs::write(root.path().join("news/b.html"), "theirs").unwrap();
    folder.switch().unwrap();
    assert_eq!(fs::read_to_string(root.path().join("news/a.html")).unwrap(), "ours");
    assert_eq!(fs::read_to_string(root.path().join("news/b.html")).unwrap(), "theirs");
}

#[test]
fn files_of_others_stay_where_they_are() {
    let root = temporary();
    fs::write(root.path().join("CNAME"), "example.org").unwrap();
    write(&root, &[("a.html", "1")]);
    let mut folder = open(&root);
    folder.remove("CNAME").unwrap();
    folder.remove("a.html").unwrap();
    assert_eq!(folder.switch().unwrap().removed, ["a.html"]);
    assert_eq!(listing(&root), ["CNAME", "manifest.json"]);
}

#[test]
fn a_file_that_already_says_the_same_is_taken_for_ours() {
    let root = temporary();
    fs::write(root.path().join("a.html"), "1").unwrap();
    assert_eq!(write(&root, &[("a.html", "1")]).unchanged, 1);
    assert_eq!(write(&root, &[("a.html", "2")]).written, ["a.html"]);
}

#[test]
fn a_file_changed_or_deleted_by_hand_is_written_again() {
    let root = temporary();
    write(&root, &[("a.html", "1"), ("b.html", "1")]);
    fs::write(root.path().join("a.html"), "spoilt").unwrap();
    fs::remove_file(root.path().join("b.html")).unwrap();
    assert_eq!(write(&root, &[("a.html", "1"), ("b.html", "1")]).written, ["a.html", "b.html"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_folder() {
    let (root, outside) = (temporary(), temporary());
    fs::write(outside.path().join("a.html"), "outside").unwrap();
    std::os::unix::fs::symlink(outside.path(), root.path().join("news")).unwrap();
    let error = open(&root).put(page("news/a.html"), b"1").unwrap_err();
    assert_eq!(error.code(), Some("export_leads_out"));

    fs::remove_file(root.path().join("news")).unwrap();
    write(&root, &[("a.html", "1")]);
    fs::remove_file(root.path().join("a.html")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("a.html"), root.path().join("a.html")).unwrap();
    write(&root, &[("a.html", "2")]);
    assert!(!root.path().join("a.html").is_symlink());
    assert_eq!(fs::read_to_string(outside.path().join("a.html")).unwrap(), "outside");
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let root = temporary();
    for path in ["../a.html", "/a.html", "news/../../a.html", ".hidden/a.html"] {
        let error = open(&root).put(page(path), b"1").unwrap_err();
        assert_eq!(error.code(), Some("export_bad_address"), "{path}");
    }
}

#[test]
fn a_manifest_that_cannot_be_read_is_never_overwritten() {
    let root = temporary();
    fs::write(root.path().join("manifest.json"), r#"{"name": "somebody's web app"}"#).unwrap();
    let error = at(root.path(), Mode::Write).err().unwrap();
    assert_eq!(error.code(), Some("export_bad_manifest"));
}

#[test]
fn a_folder_takes_one_export_at_a_time() {
    let root = temporary();
    let first = open(&root);
    assert_eq!(at(root.path(), Mode::Write).err().unwrap().code(), Some("export_busy"));
    drop(first);
    open(&root);
}

#[test]
fn a_folder_that_is_not_there_yet_takes_one_export_at_a_time_too() {
    let root = temporary();
    let site = root.path().join("site");
    let mut first = at(&site, Mode::Write).unwrap();
    let mut second = at(&site, Mode::Write).unwrap();
    first.put(page("a.html"), b"first").unwrap();
    assert_eq!(second.put(page("a.html"), b"second").unwrap_err().code(), Some("export_busy"));
    first.switch().unwrap();
    assert_eq!(fs::read_to_string(site.join("a.html")).unwrap(), "first");
}

/// A run killed between renames: some files new, the manifest old, the intended one staged.
fn killed(root: &TempDir) {
    write(root, &[("old.html", "1"), ("both.html", "1")]);
    let staging = root.path().join(STAGING);
    fs::create_dir(&staging).unwrap();
    fs::write(staging.join("manifest.json"), manifest::written(&[page("new.html")], &[]).unwrap())
        .unwrap();
    fs::write(staging.join("1"), "2").unwrap();
    fs::write(root.path().join("new.html"), "2").unwrap();
}

#[test]
fn what_a_killed_run_put_in_place_is_ours() {
    let root = temporary();
    killed(&root);
    let done = write(&root, &[("new.html", "3"), ("both.html", "2"), ("old.html", "1")]);
    assert_eq!(done.written, ["both.html", "new.html"]);
    assert_eq!(listing(&root), ["both.html", "manifest.json", "new.html", "old.html"]);
    assert_eq!(fs::read_to_string(root.path().join("new.html")).unwrap(), "3");
}

#[test]
fn what_a_killed_run_put_in_place_goes_when_it_is_not_wanted_any_more() {
    let root = temporary();
    killed(&root);
    let mut folder = open(&root);
    folder.remove("new.html").unwrap();
    folder.switch().unwrap();
    assert_eq!(listing(&root), ["both.html", "manifest.json", "old.html"]);
}

#[test]
fn what_a_killed_run_staged_is_cleared_away_even_when_nothing_changed() {
    let root = temporary();
    write(&root, &[("a.html", "1")]);
    fs::create_dir(root.path().join(STAGING)).unwrap();
    fs::write(root.path().join(STAGING).join("0"), "half").unwrap();
    write(&root, &[("a.html", "1")]);
    assert_eq!(listing(&root), ["a.html", "manifest.json"]);
}

#[test]
fn a_folder_that_the_site_does_not_have_is_put_in_place_as_a_whole() {
    let root = temporary();
    let mut folder = open(&root);
    for (path, text) in [("en/news/a.html", "1"), ("en/b.html", "2"), ("c.html", "3")] {
        folder.put(page(path), text.as_bytes()).unwrap();
    }
    folder.put(page("en/news/a.html"), b"1").unwrap();
    let staged = root.path().join(STAGING).join("new/en/news/a.html");
    let before = fs::metadata(&staged).unwrap();
    assert_eq!(folder.switch().unwrap().written, ["c.html", "en/b.html", "en/news/a.html"]);
    assert_eq!(listing(&root), ["c.html", "en", "manifest.json"]);
    let after = fs::metadata(root.path().join("en/news/a.html")).unwrap();
    assert_eq!(after.modified().unwrap(), before.modified().unwrap());
    let known = folder.ledger.file("en/news/a.html").unwrap().unwrap();
    assert_eq!(folder.disk().look("en/news/a.html"), Some(known.look));
}

#[test]
fn a_folder_that_appears_meanwhile_keeps_what_is_in_it() {
    let root = temporary();
    let mut folder = open(&root);
    for path in ["news/a.html", "news/deep/b.html"] {
        folder.put(page(path), b"1").unwrap();
    }
    fs::create_dir(root.path().join("news")).unwrap();
    fs::write(root.path().join("news/theirs.txt"), "theirs").unwrap();
    folder.switch().unwrap();
    for (path, text) in [("a.html", "1"), ("deep/b.html", "1"), ("theirs.txt", "theirs")] {
        let path = root.path().join("news").join(path);
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{}", path.display());
    }
    assert_eq!(listing(&root), ["manifest.json", "news"]);
}

#[test]
fn a_new_folder_that_was_given_up_leaves_nothing() {
    let root = temporary();
    let mut folder = open(&root);
    folder.put(page("news/a.html"), b"1").unwrap();
    drop(folder);
    assert_eq!(listing(&root), Vec::<String>::new());
    killed(&root);
    fs::create_dir_all(root.path().join(STAGING).join("new/news")).unwrap();
    fs::write(root.path().join(STAGING).join("new/news/a.html"), "half").unwrap();
    write(&root, &[("news/a.html", "1")]);
    assert_eq!(fs::read_to_string(root.path().join("news/a.html")).unwrap(), "1");
}

#[test]
fn a_dry_run_writes_nothing() {
    let root = temporary();
    let mut folder = at(root.path(), Mode::DryRun).unwrap();
    folder.put(page("a.html"), b"1").unwrap();
    assert_eq!(folder.switch().unwrap().written, ["a.html"]);
    assert_eq!(listing(&root), Vec::<String>::new());
}

#[test]
fn unchanged_files_keep_their_time() {
    let root = temporary();
    let time = |name: &str| -> SystemTime {
        fs::metadata(root.path().join(name)).unwrap().modified().unwrap()
    };
    write(&root, &[("a.html", "1"), ("b.html", "1")]);
    let (a, manifest) = (time("a.html"), time("manifest.json"));
    write(&root, &[("a.html", "1"), ("b.html", "1")]);
    assert_eq!((time("a.html"), time("manifest.json")), (a, manifest));
    write(&root, &[("a.html", "1"), ("b.html", "2")]);
    assert_eq!(time("a.html"), a);
}
