#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn entry(body: &str) -> Entry {
    let id = Uuid::from_u128;
    let text = EditionText { headline: "Дощ".into(), body: body.into(), ..Default::default() };
    Entry {
        story: "weather".into(),
        language: Language::Uk,
        person: PersonId(id(1)),
        sitting: SittingId(id(2)),
        operation: OperationId(id(3)),
        at: Timestamp::from_second(1_737_352_800).unwrap(),
        based_on: 7,
        seen: None,
        text,
        loose: Vec::new(),
    }
}

/// A newsroom's folder, and where its one journal lies.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let name = name_of("weather", Language::Uk, entry("").sitting);
    let path = folder.path().join("recovery").join(name);
    (folder, path)
}

fn kept(folder: &tempfile::TempDir) -> Vec<Entry> {
    journals(folder.path()).into_iter().map(|journal| journal.entry).collect()
}

#[test]
fn the_last_text_that_was_kept_comes_back_and_a_person_can_read_it() {
    let (folder, path) = place();
    keep(folder.path(), &entry("Перший абзац.")).unwrap();
    keep(folder.path(), &entry("Перший абзац.\n\nДругий.")).unwrap();
    assert_eq!(kept(&folder), [entry("Перший абзац.\n\nДругий.")]);
    let file = fs::read_to_string(&path).unwrap();
    assert!(file.contains("\nДощ\n\n"), "{file}");
    assert!(file.contains("\n\nПерший абзац.\n\nДругий.\n"), "{file}");
    remove(folder.path(), "weather", Language::Uk, entry("").sitting).unwrap();
    assert_eq!(kept(&folder), []);
    remove(folder.path(), "weather", Language::Uk, entry("").sitting).unwrap();
}

#[test]
fn an_entry_that_a_power_cut_ended_hides_none_that_stand_before_or_after() {
    let (folder, path) = place();
    keep(folder.path(), &entry("перше")).unwrap();
    let whole = fs::read(&path).unwrap();
    let next = record(&entry("друге")).unwrap();
    for cut in 0..next.len() {
        fs::write(&path, [&whole[..], &next[..cut]].concat()).unwrap();
        assert_eq!(kept(&folder), [entry("перше")], "cut at {cut}");
        keep(folder.path(), &entry("третє")).unwrap();
        assert_eq!(kept(&folder), [entry("третє")], "cut at {cut}");
    }
}

#[test]
fn a_changed_byte_is_noticed() {
    let (folder, path) = place();
    keep(folder.path(), &entry("текст")).unwrap();
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(kept(&folder).is_empty(), "byte {at}");
    }
}

#[test]
fn a_text_that_looks_like_an_entry_is_a_text() {
    let (folder, _) = place();
    let inner = String::from_utf8(record(&entry("чуже")).unwrap()).unwrap();
    keep(folder.path(), &entry(&inner)).unwrap();
    assert_eq!(kept(&folder), [entry(&inner)]);
}

#[test]
fn a_long_night_of_typing_does_not_fill_the_disk() {
    let (folder, path) = place();
    let body = "слово ".repeat(1000);
    for number in 0..200 {
        keep(folder.path(), &entry(&format!("{body}{number}"))).unwrap();
    }
    assert!(fs::metadata(&path).unwrap().len() <= LONG, "it is written anew");
    assert_eq!(kept(&folder), [entry(&format!("{body}199"))]);
    let files = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(files, 1, "nothing is left beside it");
}

#[test]
fn a_newsroom_that_is_gone_is_not_made_anew() {
    let (folder, _) = place();
    let gone = folder.path().join("gone");
    assert_eq!(keep(&gone, &entry("")).unwrap_err().code(), "no_newsroom");
    assert!(!gone.exists());
}

#[test]
fn a_slug_leads_nowhere_else() {
    let (folder, _) = place();
    let odd = Entry { story: "../../out".into(), ..entry("тут") };
    keep(folder.path(), &odd).unwrap();
    assert_eq!(kept(&folder), [odd]);
    let all = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(all, 1, "all of it lies in recovery");
}

proptest! {
    #[test]
    fn every_text_comes_back_as_it_was(
        lead in "\\PC{0,40}",
        body in "[\\PC\n]{0,200}",
        push in "[\\PC\n]{0,40}",
        loose in prop::collection::vec("[\\PC\n]{0,40}", 0..3),
    ) {
        let (folder, _) = place();
        let mut entry = Entry { loose, ..entry(&body) };
        entry.text.lead = lead;
        entry.text.variants = BTreeMap::from([("push".into(), push)]);
        keep(folder.path(), &entry).unwrap();
        prop_assert_eq!(kept(&folder), [entry]);
    }
}
