//! Opening a newsroom that cannot be opened, or only read: each reason has its own code and
//! remedy, and no byte of the folder changes.

mod fixture;
mod medium;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use shpalta_language::Language::Uk;
use shpalta_newsroom::newsroom::SCHEMA_VERSION;
use shpalta_newsroom::{Error, Newsroom};
use shpalta_tests::desk::{self, Desk, How};
use shpalta_tests::news::{self, uk};
use tempfile::TempDir;

const PAGE: usize = 4096;

/// A closed newsroom with a published story.
struct Closed {
    folder: PathBuf,
    _place: TempDir,
}

impl Closed {
    fn new() -> Self {
        let (place, folder) = Desk::published_fire().close();
        Self { folder, _place: place }
    }

    fn folder(&self) -> &Path {
        &self.folder
    }

    fn database(&self) -> PathBuf {
        self.folder().join("newsroom.db")
    }

    /// Overwrites a part of the database.
    fn scribble(&self, at: usize, bytes: &[u8]) {
        let mut file = fs::OpenOptions::new().write(true).open(self.database()).unwrap();
        file.seek(SeekFrom::Start(at as u64)).unwrap();
        file.write_all(bytes).unwrap();
    }

    fn pages(&self) -> usize {
        fs::metadata(self.database()).unwrap().len() as usize / PAGE
    }
}

/// What lies in a folder, with the hash of every file.
fn inventory(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.insert(path.clone(), vec![]);
            found.extend(inventory(&path));
        } else {
            found.insert(path.clone(), Sha256::digest(fs::read(&path).unwrap()).to_vec());
        }
    }
    found
}

/// Opening fails with this code and a remedy of its own, and leaves everything as it was.
fn refused(folder: &Path, code: &str) -> Error {
    let before = inventory(folder);
    let error = Newsroom::open(folder).map(drop).expect_err("it cannot be opened");
    assert_eq!(error.code(), code, "{error}");
    assert!(error.remedy().ends_with('.'), "{}", error.remedy());
    assert_eq!(inventory(folder), before, "opening wrote something");
    error
}

/// Bytes that no page of a database consists of, the same in every run.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn a_folder_without_a_newsroom_is_no_newsroom() {
    let place = desk::folder();
    refused(place.path(), "no_newsroom");
    let nowhere = place.path().join("nowhere");
    refused(&nowhere, "no_newsroom");
    assert!(!nowhere.exists());
}

#[test]
fn a_file_of_somebody_else_is_not_a_newsroom() {
    let foreign: [&[u8]; 3] =
        [b"", b"Dear diary", &[b"SQLite format 3\0".as_slice(), &[0; 4080]].concat()];
    for bytes in foreign {
        let place = desk::folder();
        fs::write(place.path().join("newsroom.db"), bytes).unwrap();
        refused(place.path(), "not_a_newsroom");
    }
}

#[test]
fn a_folder_called_newsroom_db_is_not_a_newsroom() {
    let place = desk::folder();
    fs::create_dir(place.path().join("newsroom.db")).unwrap();
    refused(place.path(), "not_a_newsroom");
}

#[test]
fn another_programs_database_is_not_a_newsroom() {
    let place = desk::folder();
    let sql = Connection::open(place.path().join("newsroom.db")).unwrap();
    sql.execute_batch("CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 1").unwrap();
    drop(sql);
    refused(place.path(), "not_a_newsroom");
}

#[test]
fn a_newer_schema_is_left_alone() {
    let closed = Closed::new();
    // SQLite's "Database File Format", section 1.3: the user version stands at offset 60.
    closed.scribble(60, &(SCHEMA_VERSION + 1).to_be_bytes());
    let error = refused(closed.folder(), "newer_newsroom");
    assert!(matches!(error, Error::NewerNewsroom { found, known, .. } if found == known + 1));
}

#[test]
fn a_newer_schema_that_stands_in_the_write_ahead_log_alone_is_left_alone() {
    let closed = Closed::new();
    let crashed = desk::folder();
    let newer = Connection::open(closed.database()).unwrap();
    newer.pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    for file in ["newsroom.db", "newsroom.db-wal"] {
        fs::copy(closed.folder().join(file), crashed.path().join(file)).unwrap();
    }
    refused(crashed.path(), "newer_newsroom");
}

#[test]
fn a_file_that_lost_its_end_is_damaged() {
    let closed = Closed::new();
    let bytes = fs::read(closed.database()).unwrap();
    for length in [bytes.len() - 1, bytes.len() - PAGE, bytes.len() / 2, PAGE] {
        fs::write(closed.database(), &bytes[..length]).unwrap();
        refused(closed.folder(), "damaged");
    }
}

#[test]
fn noise_over_every_page_but_the_first_is_damage() {
    let closed = Closed::new();
    closed.scribble(PAGE, &noise((closed.pages() - 1) * PAGE, 1));
    refused(closed.folder(), "damaged");
}

#[test]
fn noise_over_the_schema_is_damage() {
    let closed = Closed::new();
    closed.scribble(100, &noise(PAGE - 100, 2));
    refused(closed.folder(), "damaged");
}

#[test]
fn noise_over_any_one_page_is_damage_that_opening_or_verifying_tells() {
    let closed = Closed::new();
    let whole = fs::read(closed.database()).unwrap();
    for page in 1..closed.pages() {
        let place = desk::folder();
        let mut bytes = whole.clone();
        bytes[page * PAGE..(page + 1) * PAGE].copy_from_slice(&noise(PAGE, page as u64));
        fs::write(place.path().join("newsroom.db"), &bytes).unwrap();
        let told = match Newsroom::open(place.path()) {
            Err(error) => error.code() == "damaged",
            Ok(newsroom) => match newsroom.verify() {
                Err(error) => error.code() == "damaged",
                Ok(found) => !found.faults.is_empty(),
            },
        };
        assert!(told, "page {}", page + 1);
        let after = fs::read(place.path().join("newsroom.db")).unwrap();
        assert!(after == bytes, "a damaged database was written to, page {}", page + 1);
    }
}

#[test]
fn a_newsroom_that_another_program_holds_is_locked() {
    let closed = Closed::new();
    let other = Connection::open(closed.database()).unwrap();
    other.pragma_update(None, "locking_mode", "EXCLUSIVE").unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    refused(closed.folder(), "locked");
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    Newsroom::open(closed.folder()).unwrap();
}

#[test]
fn a_writer_that_waits_in_vain_is_told_and_loses_nothing() {
    let mut desk = Desk::published_fire();
    let other = Connection::open(desk.folder().join("newsroom.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let text = news::edition(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let refused = desk.save(desk::Who::Reporter, Uk, &text, None, How::Typed).unwrap_err();
    assert_eq!(refused.code(), "locked");
    other.execute_batch("ROLLBACK").unwrap();
    desk.save(desk::Who::Reporter, Uk, &text, None, How::Typed).unwrap();
    desk.verify();
}

#[test]
fn each_reason_has_a_remedy_of_its_own() {
    let path = PathBuf::from("newsroom");
    let detail = String::new;
    let reasons = [
        Error::NoNewsroom(path.clone()),
        Error::NotANewsroom(path.clone()),
        Error::NewerNewsroom { path: path.clone(), found: 2, known: 1 },
        Error::Damaged { path: path.clone(), detail: detail() },
        Error::ReadOnly(path.clone()),
        Error::Locked(path.clone()),
        Error::DiskFull(path),
    ];
    let remedies: BTreeSet<String> = reasons.iter().map(Error::remedy).collect();
    let codes: BTreeSet<&str> = reasons.iter().map(Error::code).collect();
    assert_eq!((remedies.len(), codes.len()), (reasons.len(), reasons.len()));
}
