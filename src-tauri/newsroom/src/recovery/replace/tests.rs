#![allow(clippy::unwrap_used)]

use std::fs;

use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::act::Act;
use crate::id::{OperationId, PersonId};
use crate::newsroom::Founding;

fn at(hours: i64) -> Timestamp {
    Timestamp::from_second(1_737_352_800 + 3600 * hours).unwrap()
}

fn act(hours: i64) -> Act {
    let by = PersonId(Uuid::from_u128(1));
    Act { operation: OperationId(Uuid::now_v7()), by, at: at(hours) }
}

/// A newsroom with two backups: of one story, and of two.
fn backed_up() -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("newsroom");
    let founding = Founding { owner: "Olha".into(), source: [].into(), site: None };
    let mut newsroom = Newsroom::create(&folder, &act(0), &founding).unwrap();
    for (hours, headline) in [(1, "Дощ"), (30, "Сніг")] {
        newsroom.new_story(&act(hours), shpalta_language::Language::Uk, headline).unwrap();
        newsroom.back_up(at(hours)).unwrap();
    }
    (place, folder)
}

fn slugs(folder: &Path) -> Vec<String> {
    let newsroom = Newsroom::open(folder).unwrap();
    let has = |slug: &&str| newsroom.story_id(slug).is_ok();
    ["doshch", "snih"].into_iter().filter(has).map(str::to_owned).collect()
}

fn lost(folder: &Path) -> Vec<u8> {
    let bytes = vec![7; 5000];
    fs::write(folder.join("newsroom.db"), &bytes).unwrap();
    assert!(Newsroom::open(folder).is_err());
    bytes
}

#[test]
fn the_newest_good_backup_takes_the_place_of_a_lost_database_which_is_kept() {
    let (_place, folder) = backed_up();
    assert!(!is_lost(&folder));
    let bytes = lost(&folder);
    assert!(is_lost(&folder));
    let rescue = rescue(&folder).unwrap();
    assert_eq!(rescue.made, at(30));
    let replaced = replace(&folder, &rescue.path, at(50)).unwrap();
    let aside = replaced.aside.unwrap();
    assert_eq!(aside, folder.join("recovery/damaged-2025-01-22T08-00-00Z"));
    assert_eq!(fs::read(aside.join("newsroom.db")).unwrap(), bytes);
    assert_eq!((replaced.faults.len(), slugs(&folder).len()), (0, 2));
}

#[test]
fn a_backup_that_is_damaged_is_passed_over() {
    let (_place, folder) = backed_up();
    lost(&folder);
    let newest = rescue(&folder).unwrap().path;
    let mut bytes = fs::read(&newest).unwrap();
    bytes[3000] ^= 1;
    fs::write(&newest, bytes).unwrap();
    assert_eq!(rescue(&folder).unwrap().made, at(1));
    let refused = replace(&folder, &newest, at(50)).unwrap_err();
    assert_eq!(refused.code(), "backup_damaged");
    assert!(folder.join("newsroom.db").exists(), "nothing is moved for nothing");
}

#[test]
fn what_was_interrupted_with_no_database_in_its_place_is_done_again() {
    let (_place, folder) = backed_up();
    for name in ["newsroom.db", "newsroom.db-wal", "newsroom.db-shm"] {
        let _ = fs::remove_file(folder.join(name));
    }
    fs::write(folder.join("newsroom.db.part"), "half of it").unwrap();
    let rescue = rescue(&folder).unwrap();
    let replaced = replace(&folder, &rescue.path, at(50)).unwrap();
    assert_eq!((replaced.aside, slugs(&folder).len()), (None, 2));
    assert!(!folder.join("newsroom.db.part").exists());
}

#[test]
fn two_databases_are_moved_to_two_places() {
    let (_place, folder) = backed_up();
    let mut places = Vec::new();
    for _ in 0..2 {
        lost(&folder);
        let rescue = rescue(&folder).unwrap();
        places.push(replace(&folder, &rescue.path, at(50)).unwrap().aside.unwrap());
    }
    assert_ne!(places[0], places[1]);
    assert!(places.iter().all(|place| place.join("newsroom.db").is_file()));
}

#[test]
fn without_a_good_backup_there_is_no_rescue() {
    let (_place, folder) = backed_up();
    fs::remove_dir_all(folder.join("backups")).unwrap();
    lost(&folder);
    assert_eq!(rescue(&folder), None);
}

#[test]
fn a_second_place_is_looked_into_while_the_database_says_which() {
    let (place, folder) = backed_up();
    let second = place.path().join("second");
    fs::create_dir(&second).unwrap();
    let mut newsroom = Newsroom::open(&folder).unwrap();
    newsroom.set_site(&act(33), "backup.folder", second.to_str().unwrap()).unwrap();
    newsroom.back_up(at(33)).unwrap();
    drop(newsroom);
    fs::remove_dir_all(folder.join("backups")).unwrap();
    let rescue = rescue(&folder).unwrap();
    assert!(rescue.path.starts_with(&second));
}
