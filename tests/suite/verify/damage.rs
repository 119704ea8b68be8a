//! Bit flips, zeroed pages and lost ends in the files of a newsroom and of its backups: each change
//! of content is told, nothing panics, and a backup elsewhere restores. `SHPALTA_CAMPAIGN=40` does
//! forty times as much of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::types::Value;
use shpalta_newsroom::{Act, Founding, Newsroom, backup, sample};
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::desk;
use tempfile::TempDir;
use uuid::Uuid;

use crate::backup::{databases, rows};

const PAGE: usize = 4096;

/// A sample newsroom whose last save still stands in the write-ahead log, with a backup of its own
/// and one in a second place.
struct Sample {
    place: TempDir,
    rows: BTreeMap<String, Vec<Vec<Value>>>,
    second: PathBuf,
}

impl Sample {
    fn new() -> Self {
        let place = desk::folder();
        let folder = place.path().join("newsroom");
        let now: Timestamp = "2026-03-05T10:00:00Z".parse().unwrap();
        let act = |number: u128| Act {
            operation: shpalta_newsroom::id::OperationId(Uuid::from_u128(number)),
            by: shpalta_newsroom::id::PersonId(Uuid::from_u128(1)),
            at: now,
        };
        let founding = Founding { owner: "Olha".into(), source: sample::source(), site: None };
        let mut newsroom = Newsroom::create(&folder, &act(2), &founding).unwrap();
        sample::furnish(&mut newsroom, &act(3)).unwrap();
        drop(newsroom);
        let mut newsroom = Newsroom::open(&folder).unwrap();
        newsroom.set_site(&act(4), "name.en", "Shpalta").unwrap();
        newsroom.back_up(now).unwrap();
        let second = newsroom.back_up_to(now, &place.path().join("second")).unwrap().path;
        let crashed = place.path().join("crashed");
        desk::copy(&folder, &crashed);
        let log = fs::metadata(crashed.join("newsroom.db-wal")).unwrap();
        assert!(log.len() > 0, "something stands in the log");
        let rows = rows(&folder.join("newsroom.db")).unwrap();
        Self { place, rows, second }
    }

    /// A copy to damage.
    fn copied(&self) -> TempDir {
        let copied = desk::folder();
        desk::copy(&self.place.path().join("crashed"), &copied.path().join("newsroom"));
        let _ = fs::remove_file(copied.path().join("newsroom/newsroom.db-shm"));
        copied
    }
}

/// Damages a file; what was done.
fn damage(file: &Path, dice: &mut Dice) -> String {
    let mut bytes = fs::read(file).unwrap();
    let length = bytes.len() as u64;
    let at = usize::try_from(dice.below(length)).unwrap();
    let done = match dice.below(10) {
        0 => {
            bytes.truncate(at);
            format!("cut to {at}")
        }
        1 | 2 => {
            let page = at / PAGE * PAGE;
            let end = bytes.len().min(page + PAGE);
            bytes[page..end].fill(0);
            format!("zeroed page at {page}")
        }
        _ => {
            let bit = dice.below(8);
            bytes[at] ^= 1 << bit;
            format!("flipped bit {bit} of byte {at}")
        }
    };
    fs::write(file, bytes).unwrap();
    done
}

/// Codes of what opening or verifying tells.
fn told(folder: &Path) -> Vec<&'static str> {
    match Newsroom::open(folder).and_then(|newsroom| newsroom.verify()) {
        Ok(found) => found.faults.iter().map(|fault| fault.code).collect(),
        Err(error) => vec![error.code()],
    }
}

#[test]
fn damage_to_the_database_or_its_log_is_told_and_the_backup_elsewhere_restores() {
    let sample = Sample::new();
    let clean = sample.copied();
    assert_eq!(told(&clean.path().join("newsroom")), Vec::<&str>::new(), "the control");
    let (mut changed, mut dice) = (0, Dice::of(1));
    for round in 0..rounds(40) {
        let place = sample.copied();
        let folder = place.path().join("newsroom");
        let name = dice.pick(&["newsroom.db", "newsroom.db", "newsroom.db-wal"]);
        let done = damage(&folder.join(name), &mut dice);
        let probe = desk::folder();
        desk::copy(&folder, probe.path());
        let is_changed =
            rows(&probe.path().join("newsroom.db")).ok().as_ref() != Some(&sample.rows);
        let told = told(&folder);
        if is_changed {
            changed += 1;
            assert!(!told.is_empty(), "round {round}: {name}: {done}: nothing is told");
        }
        if round % 10 == 0 {
            let restored = backup::restore(&sample.second, &place.path().join("restored")).unwrap();
            assert_eq!(restored.faults, []);
            let restored = rows(&place.path().join("restored/newsroom.db")).unwrap();
            assert!(restored == sample.rows, "every row comes back");
        }
    }
    assert!(changed * 2 > rounds(40), "the damage meets what is written: {changed}");
}

/// The control: the same checker without row hashes misses changes that the test above is told of.
#[test]
fn without_row_hashes_some_damage_would_be_missed() {
    let sample = Sample::new();
    let (mut missed, mut dice) = (0, Dice::of(2));
    let mut round = 0;
    while missed == 0 && round < 300 {
        round += 1;
        let place = sample.copied();
        let folder = place.path().join("newsroom");
        let database = folder.join("newsroom.db");
        let mut bytes = fs::read(&database).unwrap();
        let name = "Надія Коваль".as_bytes();
        let found: Vec<usize> = bytes
            .windows(name.len())
            .enumerate()
            .filter(|(_, window)| *window == name)
            .map(|(at, _)| at)
            .collect();
        let at = *dice.pick(&found) + name.len() - 1;
        bytes[at] ^= 1;
        fs::write(&database, bytes).unwrap();
        let with = told(&folder);
        fs::remove_dir_all(folder.join("backups")).unwrap();
        let probe = rows(&database).ok();
        if probe.is_some_and(|now| now != sample.rows) && told(&folder).is_empty() {
            missed += 1;
            assert_eq!(with, ["row"], "the row hashes tell it");
        }
    }
    assert_eq!(missed, 1, "no such flip in {round} rounds");
}

#[test]
fn damage_to_a_photo_is_told() {
    let sample = Sample::new();
    let mut dice = Dice::of(3);
    for _ in 0..rounds(10) {
        let place = sample.copied();
        let folder = place.path().join("newsroom");
        let photos: Vec<PathBuf> =
            fs::read_dir(folder.join("media")).unwrap().map(|file| file.unwrap().path()).collect();
        let photo = dice.pick(&photos);
        let whole = fs::read(photo).unwrap();
        let done = damage(photo, &mut dice);
        if fs::read(photo).unwrap() != whole {
            assert_eq!(told(&folder), ["media_altered"], "{done}");
        }
    }
}

#[test]
fn damage_to_a_backup_is_told_before_anything_is_restored() {
    let sample = Sample::new();
    let mut dice = Dice::of(4);
    for round in 0..rounds(30) {
        let place = desk::folder();
        desk::copy(sample.second.parent().unwrap(), place.path());
        let database = place.path().join(&databases(place.path())[0]);
        let file = match dice.below(3) {
            0 => database.clone(),
            1 => database.with_extension("json"),
            _ => {
                let media = fs::read_dir(place.path().join("media")).unwrap();
                dice.pick(&media.map(|file| file.unwrap().path()).collect::<Vec<_>>()).clone()
            }
        };
        let whole = fs::read(&file).unwrap();
        let done = damage(&file, &mut dice);
        if fs::read(&file).unwrap() == whole {
            continue;
        }
        let to = place.path().join("restored");
        let (name, answer) = (file.display(), backup::restore(&database, &to));
        match answer {
            Err(error) => {
                // A file whose header names another program is no newsroom's.
                assert!(["backup_damaged", "newer_newsroom"].contains(&error.code()), "{error}");
                assert!(!to.exists(), "round {round}: {name}: {done}");
            }
            Ok(restored) => {
                let codes: Vec<_> = restored.faults.iter().map(|fault| fault.code).collect();
                assert_eq!(codes, ["media_missing"], "round {round}: {name}: {done}");
            }
        }
    }
}
