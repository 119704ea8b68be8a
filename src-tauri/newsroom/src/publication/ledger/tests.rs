#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn file(path: &str, story: Option<&str>) -> LedgerFile {
    LedgerFile {
        path: path.to_owned(),
        sha256: "00".to_owned(),
        kind: "page".to_owned(),
        story: story.map(str::to_owned),
        language: Some(Language::Uk),
        part: story.map(|_| 7),
        look: Look { size: 10, modified: 20 },
    }
}

fn story(number: u128) -> StoryId {
    StoryId(uuid::Uuid::from_u128(number))
}

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

#[test]
fn a_file_reads_back_until_it_is_removed() {
    let ledger = Ledger::in_memory().unwrap();
    let page = file("news/a.html", Some("a"));
    ledger.put(&page).unwrap();
    ledger.put(&file("index.html", None)).unwrap();
    assert_eq!(ledger.file("news/a.html").unwrap(), Some(page.clone()));
    assert_eq!(ledger.pages("a", Language::Uk).unwrap(), std::slice::from_ref(&page));
    assert_eq!(ledger.pages("a", Language::En).unwrap(), []);
    assert_eq!(ledger.files_of_part(Some(7)).unwrap(), [page]);
    assert_eq!(ledger.files_of_part(None).unwrap(), [file("index.html", None)]);
    assert!(ledger.has(Language::Uk, ["page", "notice"]).unwrap());
    ledger.remove("news/a.html").unwrap();
    assert_eq!((ledger.file("news/a.html").unwrap(), ledger.count().unwrap()), (None, 1));
}

#[test]
fn the_looks_of_all_files_come_in_parts_by_path() {
    let ledger = Ledger::in_memory().unwrap();
    for (path, size) in [("новини.html", 3), ("a.html", 1), ("b.html", 2)] {
        let look = Look { size, modified: 20 };
        ledger.put(&LedgerFile { look, ..file(path, None) }).unwrap();
    }
    let mut parts = Vec::new();
    let part =
        |looks: Looks| looks.iter().map(|(path, look)| (path.to_owned(), look.size)).collect();
    ledger.looks(2, |looks| parts.push(part(looks))).unwrap();
    let parts: [Vec<(String, i64)>; 2] = parts.try_into().unwrap();
    assert_eq!(parts[0], [("a.html".to_owned(), 1), ("b.html".to_owned(), 2)]);
    assert_eq!(parts[1], [("новини.html".to_owned(), 3)]);
}

#[test]
fn lists_have_the_newest_first_and_of_equals_the_younger() {
    let ledger = Ledger::in_memory().unwrap();
    for (path, at, age) in [("old", 1, 9), ("elder", 5, 1), ("younger", 5, 2), ("new", 6, 0)] {
        enter(&ledger, "uk/latest", path, at, age);
    }
    assert_eq!(ledger.newest_in("uk/latest", 3).unwrap(), ["new", "younger", "elder"]);
    ledger.leave("uk/latest", "new").unwrap();
    ledger.put(&LedgerFile { sha256: "11".to_owned(), ..file("old", Some("old")) }).unwrap();
    let newest = ledger.newest_in("uk/latest", 9).unwrap();
    assert_eq!(newest, ["younger", "elder", "old"], "another text is listed where the old one was");
    enter(&ledger, "en/latest", "english", 3, 0);
    let lists = ["uk/latest", "en/latest", "ru/latest"].map(str::to_owned);
    let between = |from, to, limit| -> Vec<String> {
        let files = ledger.listed_between(&lists, second(from), second(to), limit).unwrap();
        files.into_iter().map(|file| file.listed).collect()
    };
    assert_eq!(between(1, 5, 9), ["younger", "elder", "english", "old"]);
    assert_eq!(
        (between(2, 4, 9), between(0, 9, 1)),
        (vec!["english".into()], vec!["younger".into()])
    );
}

/// Puts a page into a ledger and into a list of it.
fn enter(ledger: &Ledger, list: &str, path: &str, at: i64, age: u128) {
    ledger.put(&file(path, Some(path))).unwrap();
    let place = Place { at: second(at), story: Some(story(age)) };
    ledger.list(path, Some(path)).unwrap();
    ledger.enter(list, path, place).unwrap();
}

#[test]
fn a_list_is_read_in_slices_from_its_oldest_page_on() {
    let ledger = Ledger::in_memory().unwrap();
    // Of equals the older comes first, of its pages that whose path does.
    let pages = [("d", 1, 9), ("c", 5, 1), ("a", 5, 2), ("b", 5, 2), ("e", 6, 0)];
    for (path, at, age) in pages {
        enter(&ledger, "uk/latest", path, at, age);
    }
    let slice = |passed, limit| ledger.slice("uk/latest", passed, limit).unwrap().concat();
    assert_eq!(slice(0, 2), "cd", "the newest first");
    assert_eq!((slice(2, 2), slice(4, 2), slice(3, 9)), ("ba".into(), "e".into(), "eb".into()));
    assert_eq!((slice(5, 1), ledger.slice("uk/none", 0, 9).unwrap().concat()), Default::default());
    assert_eq!(ledger.newest_in("uk/latest", 1).unwrap(), ["e"]);
    assert!(ledger.newest_in("uk/none", 1).unwrap().is_empty());
    assert!(ledger.enter("uk/latest", "e", Place { at: second(7), story: None }).is_err());
}

#[test]
fn a_file_that_goes_leaves_its_lists() {
    let ledger = Ledger::in_memory().unwrap();
    for (path, at) in [("a", 1), ("b", 2), ("c", 3)] {
        enter(&ledger, "uk/latest", path, at, 0);
    }
    assert_eq!((ledger.count_in("uk/latest").unwrap(), ledger.count().unwrap()), (3, 3));
    ledger.remove("b").unwrap();
    ledger.remove("b").unwrap();
    assert_eq!((ledger.count_in("uk/latest").unwrap(), ledger.count().unwrap()), (2, 2));
    assert_eq!(ledger.slice("uk/latest", 0, 9).unwrap(), ["c", "a"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Counting by stretches is counting: whatever comes and goes, in whatever order, and whenever
    /// somebody first asks.
    #[test]
    fn a_list_is_counted_as_if_it_were_walked(
        acts in prop::collection::vec((0_i64..6, 0_u16..700, prop::bool::weighted(0.8)), 0..1_500),
        asked in 0_usize..1_500,
    ) {
        let ledger = Ledger::in_memory().unwrap();
        let (list, mut model) = ("uk/latest", BTreeMap::new());
        for (done, (at, page, comes)) in acts.into_iter().enumerate() {
            if done == asked {
                prop_assert_eq!(ledger.count_in(list).unwrap(), model.len());
            }
            let path = format!("{page:03}");
            if model.remove(&path).is_some() {
                ledger.leave(list, &path).unwrap();
            }
            if comes {
                enter(&ledger, list, &path, at, 0);
                model.insert(path, at);
            }
        }
        let mut pages: Vec<_> = model.iter().map(|(path, at)| (*at, path.clone())).collect();
        pages.sort();
        prop_assert_eq!(ledger.count_in(list).unwrap(), pages.len());
        for (rank, (at, path)) in pages.iter().enumerate() {
            let place = Place { at: second(*at), story: Some(story(0)) };
            prop_assert_eq!(ledger.rank(list, path, place).unwrap(), rank);
        }
        for passed in (0..=pages.len()).step_by(50) {
            let slice = ledger.slice(list, passed, 50).unwrap();
            let walked = pages.iter().skip(passed).take(50).rev().map(|(_, path)| path);
            prop_assert!(walked.eq(&slice), "behind {passed}");
        }
    }
}

/// After a list was counted, what is kept of its stretches holds for the next export, too.
#[test]
fn what_is_kept_is_counted_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let ledger = Ledger::at(&path).unwrap();
    enter(&ledger, "uk/latest", "a", 1, 0);
    assert_eq!((ledger.count_in("uk/latest").unwrap(), ledger.count().unwrap()), (1, 1));
    ledger.keep().unwrap();
    enter(&ledger, "uk/latest", "b", 2, 0);
    drop(ledger);
    let ledger = Ledger::at(&path).unwrap();
    assert_eq!((ledger.count_in("uk/latest").unwrap(), ledger.count().unwrap()), (1, 1));
    ledger.clear().unwrap();
    assert_eq!((ledger.count_in("uk/latest").unwrap(), ledger.count().unwrap()), (0, 0));
}

#[test]
fn an_image_is_shown_as_long_as_a_page_shows_it() {
    let ledger = Ledger::in_memory().unwrap();
    let images = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(ledger.show("a", &images(&["1", "2"])).unwrap(), images(&[]));
    ledger.show("b", &images(&["2"])).unwrap();
    assert_eq!(ledger.show("a", &images(&["1"])).unwrap(), images(&["2"]));
    assert!(ledger.is_shown("2").unwrap());
    assert_eq!(ledger.show("b", &[]).unwrap(), images(&["2"]));
    assert!(!ledger.is_shown("2").unwrap());
}

#[test]
fn stories_are_due_when_their_time_has_come() {
    let ledger = Ledger::in_memory().unwrap();
    ledger.remember(story(1), Some("held"), Some(second(10))).unwrap();
    ledger.remember(story(2), None, Some(second(20))).unwrap();
    assert_eq!(ledger.due(second(9)).unwrap(), []);
    assert_eq!(ledger.due(second(10)).unwrap(), [story(1)]);
    assert_eq!(ledger.held().unwrap(), [(story(1), "held".to_owned())]);
    ledger.remember(story(1), None, None).unwrap();
    assert_eq!(ledger.due(second(30)).unwrap(), [story(2)]);
    assert_eq!(ledger.held().unwrap(), []);
}

#[test]
fn only_what_is_kept_is_there_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let ledger = Ledger::at(&path).unwrap();
    ledger.set_state("manifest", "1").unwrap();
    ledger.keep().unwrap();
    ledger.set_state("manifest", "2").unwrap();
    assert!(Ledger::at(&path).is_err(), "one export at a time");
    drop(ledger);
    let ledger = Ledger::at(&path).unwrap();
    assert_eq!(ledger.state("manifest").unwrap().as_deref(), Some("1"));
    drop(ledger);
    std::fs::write(&path, "no database").unwrap();
    assert!(Ledger::at(&path).is_err());
    assert_eq!(Ledger::anew(&path).unwrap().state("manifest").unwrap(), None);
}
