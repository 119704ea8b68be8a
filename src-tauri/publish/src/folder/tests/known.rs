//! What is known of a folder: its manifest in parts, and the ledger that is kept of it.

use super::*;

/// So many pages, each of a story of its own; the first says `text`.
fn write_many(root: &TempDir, count: usize, text: &str) -> Switched {
    let mut folder = open(root);
    for number in 0..count {
        let story = Some(format!("story-{number}"));
        let entry = Entry { story, ..page(&format!("news/{number}.html")) };
        folder.put(entry, if number == 0 { text } else { "same" }.as_bytes()).unwrap();
    }
    let index = Entry { kind: Kind::Index, story: None, ..page("index.html") };
    folder.put(index, text.as_bytes()).unwrap();
    folder.switch().unwrap()
}

fn parts(root: &TempDir) -> Vec<Part> {
    Manifest::of(root.path()).unwrap().unwrap().parts
}

#[test]
fn a_long_manifest_is_in_parts_of_which_a_change_touches_one() {
    let root = temporary();
    let written = write_many(&root, MOST_IN_ONE, "1").written.len();
    assert_eq!(written, MOST_IN_ONE + 1);
    let before = parts(&root);
    assert_eq!(before.len(), 256);
    let listed = manifest::listed(root.path()).unwrap().unwrap();
    assert_eq!(listed.len(), MOST_IN_ONE + 1);
    let manifest = Manifest::of(root.path()).unwrap().unwrap();
    assert_eq!(manifest.files.len(), 1, "what is no story's stands in the manifest itself");

    let again = write_many(&root, MOST_IN_ONE, "2");
    assert_eq!(again.written, ["index.html", "news/0.html"]);
    let after = parts(&root);
    let changed: Vec<_> = before.iter().zip(&after).filter(|(old, new)| old != new).collect();
    assert_eq!(changed.len(), 1);
    assert!(!root.path().join(&changed[0].0.path).exists(), "the old part is gone");
    for part in &after {
        assert_eq!(sha256(&fs::read(root.path().join(&part.path)).unwrap()), part.sha256);
    }
    assert_eq!(fs::read_dir(root.path().join("manifest")).unwrap().count(), 256);
}

/// An older program listed pages of long lists in the manifest itself.
#[test]
fn what_a_manifest_lists_elsewhere_moves_to_its_part() {
    let root = temporary();
    write_many(&root, MOST_IN_ONE, "1");
    let numbered = Entry { kind: Kind::Index, story: None, ..page("latest/1.html") };
    let mut folder = open(&root);
    folder.put(numbered.clone(), b"list").unwrap();
    folder.switch().unwrap();
    drop(folder);
    let before = manifest::listed(root.path()).unwrap().unwrap();
    let Manifest { mut files, parts } = Manifest::of(root.path()).unwrap().unwrap();
    assert!(files.iter().all(|file| file.path != numbered.path));
    let prefix = format!("manifest/{:02x}-", numbered.part().unwrap());
    let part = parts.iter().find(|part| part.path.starts_with(&prefix)).unwrap();
    let mut listed =
        Manifest::read(&fs::read(root.path().join(&part.path)).unwrap()).unwrap().files;
    let at = listed.iter().position(|file| file.path == numbered.path).unwrap();
    files.push(listed.remove(at));
    fs::write(root.path().join(&part.path), manifest::written(&listed, &[]).unwrap()).unwrap();
    let older = manifest::written(&files, &parts).unwrap();
    fs::write(root.path().join("manifest.json"), older).unwrap();

    open(&root).switch().unwrap();
    let after = Manifest::of(root.path()).unwrap().unwrap();
    assert!(after.files.iter().all(|file| file.path != numbered.path));
    assert_eq!(manifest::listed(root.path()).unwrap().unwrap(), before);
}

#[test]
fn a_manifest_that_is_not_long_any_more_has_no_parts() {
    let root = temporary();
    write_many(&root, MOST_IN_ONE, "1");
    let mut folder = open(&root);
    for number in 1..9 {
        folder.remove(&format!("news/{number}.html")).unwrap();
    }
    let switched = folder.switch().unwrap();
    assert_eq!((switched.removed.len(), switched.files), (8, MOST_IN_ONE - 7));
    assert_eq!(parts(&root), []);
    assert_eq!(manifest::listed(root.path()).unwrap().unwrap().len(), MOST_IN_ONE - 7);
    assert_eq!(fs::read_dir(root.path().join("manifest")).unwrap().count(), 0);
}

#[test]
fn a_part_that_a_killed_run_left_goes() {
    let root = temporary();
    killed(&root);
    let left = Part::path(7, &"0".repeat(64));
    fs::create_dir(root.path().join("manifest")).unwrap();
    fs::write(root.path().join(&left), "{\"files\": []}").unwrap();
    fs::write(root.path().join("manifest/theirs.json"), "{}").unwrap();
    write(&root, &[("old.html", "1"), ("both.html", "1")]);
    assert!(!root.path().join(left).exists());
    assert!(root.path().join("manifest/theirs.json").exists());
}

#[test]
fn a_ledger_is_believed_until_the_folder_tells_otherwise() {
    let (root, cache) = (temporary(), temporary());
    let (newsroom, _) = crate::sample::furnished(&cache.path().join("newsroom"));
    let open = || {
        let folder = Folder::open(root.path(), Mode::Write, |at| newsroom.ledger(at)).unwrap();
        folder.made_anew
    };
    let mut folder = Folder::open(root.path(), Mode::Write, |at| newsroom.ledger(at)).unwrap();
    assert!(folder.made_anew);
    folder.put(page("a.html"), b"1").unwrap();
    folder.switch().unwrap();
    drop(folder);
    assert!(!open());
    write(&root, &[("a.html", "1"), ("b.html", "1")]);
    assert!(open(), "somebody else exported there");
}

#[test]
fn a_file_that_was_touched_since_is_altered() {
    let (root, cache) = (temporary(), temporary());
    let (newsroom, _) = crate::sample::furnished(&cache.path().join("newsroom"));
    let mut folder = Folder::open(root.path(), Mode::Write, |at| newsroom.ledger(at)).unwrap();
    for name in ["a.html", "b.html", "c.html"] {
        folder.put(page(name), b"1").unwrap();
    }
    folder.switch().unwrap();
    assert_eq!(folder.altered().unwrap(), []);
    fs::remove_file(root.path().join("a.html")).unwrap();
    fs::write(root.path().join("c.html"), "22").unwrap();
    let altered = folder.altered().unwrap();
    let altered: Vec<_> = altered.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(altered, ["a.html", "c.html"]);
}

#[test]
fn a_file_that_was_changed_touched_or_removed_is_found_in_whatever_folder_it_is() {
    let root = temporary();
    let paths =
        ["a.html", "en/b.html", "en/news/c.html", "news/d.html", "news/e.html", "ru/f.html"];
    let mut folder = open(&root);
    for path in paths {
        folder.put(page(path), b"ours").unwrap();
    }
    folder.switch().unwrap();
    assert_eq!(folder.altered().unwrap(), []);
    fs::write(root.path().join("a.html"), "longer").unwrap();
    let touched = fs::File::options().write(true).open(root.path().join("en/b.html")).unwrap();
    touched.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    fs::remove_file(root.path().join("news/e.html")).unwrap();
    fs::remove_dir_all(root.path().join("ru")).unwrap();
    let mut altered: Vec<_> = folder.altered().unwrap().into_iter().map(|file| file.path).collect();
    altered.sort();
    assert_eq!(altered, ["a.html", "en/b.html", "news/e.html", "ru/f.html"]);
}
