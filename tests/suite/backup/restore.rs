//! Restoring: every row comes back, and nothing is overwritten.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use shpalta_language::Language::Uk;
use shpalta_newsroom::{Error, Newsroom, backup};
use shpalta_tests::cli::{self, text, texts};
use shpalta_tests::desk::{self, Desk, Who};
use shpalta_tests::news::uk;

use super::{add_photo, later};

/// Every row of every table, read without a word of the program's own code.
pub(crate) fn rows(database: &Path) -> rusqlite::Result<BTreeMap<String, Vec<Vec<Value>>>> {
    let sql = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let listed = "SELECT name FROM pragma_table_list
                  WHERE schema = 'main' AND type IN ('table', 'shadow')";
    let mut names = sql.prepare(listed)?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut all = BTreeMap::new();
    for name in names {
        // Pages of the schema move; what it says must not.
        let columns = if name == "sqlite_schema" { "type, name, tbl_name, sql" } else { "*" };
        let mut query = sql.prepare(&format!("SELECT {columns} FROM \"{name}\""))?;
        let count = query.column_count();
        let rows = query.query_map([], |row| (0..count).map(|at| row.get(at)).collect())?;
        let mut rows: Vec<Vec<Value>> = rows.collect::<Result<_, _>>()?;
        rows.sort_by_key(|row| format!("{row:?}"));
        all.insert(name, rows);
    }
    Ok(all)
}

#[test]
fn every_row_and_every_story_comes_back_even_when_the_newsrooms_photos_are_gone() {
    let desk = cli::Desk::sample();
    let made = desk.ok("backup");
    let wanted = rows(&desk.newsroom().join("newsroom.db")).unwrap();
    let slugs = texts(&json!(
        desk.ok("story list")["stories"]
            .as_array()
            .unwrap()
            .iter()
            .map(|story| story["story"].clone())
            .collect::<Vec<_>>()
    ));
    let shown = |desk: &cli::Desk| {
        let all = slugs.iter().flat_map(|slug| ["uk", "en", "ru"].map(|lang| (slug, lang)));
        all.map(|(slug, language)| desk.show(slug, language)).collect::<Vec<_>>()
    };
    let before = shown(&desk);
    assert!(before.len() > 9, "the sample has stories");
    fs::remove_dir_all(desk.newsroom().join("media")).unwrap();

    let restored = desk.beside("restored");
    let answer = desk.ok(["restore", &text(&made["path"]), "--to", restored.to_str().unwrap()]);
    assert_eq!((&answer["faults"], &answer["compared"]), (&json!([]), &json!(true)));
    assert_eq!(rows(&restored.join("newsroom.db")).unwrap(), wanted);
    fs::remove_dir_all(desk.newsroom()).unwrap();
    fs::rename(&restored, desk.newsroom()).unwrap();
    assert_eq!(shown(&desk), before);
    let verified = desk.ok("verify");
    assert_eq!((&verified["faults"], &verified["media"]), (&json!([]), &json!(3)));
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::published_fire();
    let made = desk.newsroom.back_up(later(&desk, 1)).unwrap();
    let code = |to: &Path| backup::restore(&made.path, to).unwrap_err().code();
    assert_eq!(code(&desk.folder()), "newsroom_exists");
    let full = desk.beside("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("letter.txt"), "mine").unwrap();
    assert_eq!(code(&full), "folder_not_empty");
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1);
}

#[test]
fn restoring_that_was_interrupted_goes_on() {
    let desk = Desk::published_fire();
    let made = desk.newsroom.back_up(later(&desk, 1)).unwrap();
    let to = desk.beside("restored");
    fs::create_dir_all(to.join("media")).unwrap();
    fs::write(to.join(".restoring"), "").unwrap();
    fs::write(to.join("newsroom.db.part"), "half").unwrap();
    assert_eq!(backup::restore(&made.path, &to).unwrap().faults, []);
    assert!(!to.join(".restoring").exists());
}

#[test]
fn decisions_in_a_restored_newsroom_are_a_chain_of_their_own() {
    let mut desk = Desk::published_fire();
    let made = desk.newsroom.back_up(later(&desk, 1)).unwrap();
    let to = desk.beside("restored");
    backup::restore(&made.path, &to).unwrap();
    let mut restored = Newsroom::open(&to).unwrap();
    let act = desk.act(Who::Editor);
    restored.revoke(&act, desk.story, Uk, None).unwrap();
    assert_eq!(restored.verify().unwrap().faults, []);
    let sql = Connection::open(to.join("newsroom.db")).unwrap();
    let devices = "SELECT count(DISTINCT device) FROM log";
    assert_eq!(sql.query_row(devices, [], |row| row.get::<_, u32>(0)).unwrap(), 2);
}

#[test]
fn a_damaged_backup_restores_nothing_and_names_the_newest_good_one() {
    let mut desk = Desk::published_fire();
    let older = desk.newsroom.back_up(later(&desk, 1)).unwrap();
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    let newer = desk.newsroom.back_up(later(&desk, 25)).unwrap();
    let whole = fs::read(&newer.path).unwrap();
    let sentence = uk::A_NEAR.as_bytes();
    let at = whole.windows(sentence.len()).position(|bytes| bytes == sentence).unwrap();
    let mut flipped = whole.clone();
    flipped[at + 1] ^= 1;
    for bytes in [&flipped, &whole[..whole.len() / 2].to_vec(), &Vec::new()] {
        fs::write(&newer.path, bytes).unwrap();
        let to = desk.beside("restored");
        match backup::restore(&newer.path, &to).unwrap_err() {
            Error::BackupDamaged { newest, .. } => assert_eq!(newest.as_ref(), Some(&older.path)),
            error => panic!("{error}"),
        }
        assert!(!to.exists());
    }
    fs::write(&newer.path, &whole).unwrap();
    assert_eq!(backup::restore(&newer.path, &desk.beside("restored")).unwrap().faults, []);
}

#[test]
fn a_lost_photo_is_told_and_the_texts_are_restored() {
    let mut desk = Desk::published_fire();
    add_photo(&mut desk);
    let to = desk.beside("usb");
    let made = desk.newsroom.back_up_to(later(&desk, 1), &to).unwrap();
    fs::remove_dir_all(to.join("media")).unwrap();
    let restored = backup::restore(&made.path, &desk.beside("restored")).unwrap();
    let codes: Vec<_> = restored.faults.iter().map(|fault| fault.code).collect();
    assert_eq!((codes.as_slice(), restored.media), (&["media_missing"][..], 0));
}

#[test]
fn an_older_newsroom_is_backed_up_before_its_schema_changes() {
    let fixture = cli::fixture("newsroom-v1.db");
    let place = desk::folder();
    fs::copy(&fixture, place.path().join("newsroom.db")).unwrap();
    drop(Newsroom::open(place.path()).unwrap());
    let kept = place.path().join("backups/before-schema-2.db");
    // The copy says what the old newsroom said, in the old schema.
    assert_eq!(rows(&kept).unwrap(), rows(&fixture).unwrap());
    let restored = backup::restore(&kept, &place.path().join("restored")).unwrap();
    assert_eq!((restored.faults.as_slice(), restored.compared), (&[][..], true));
}

#[test]
fn a_newsroom_that_cannot_be_backed_up_keeps_its_schema() {
    let place = desk::folder();
    fs::copy(cli::fixture("newsroom-v1.db"), place.path().join("newsroom.db")).unwrap();
    fs::write(place.path().join("backups"), "a file in the way").unwrap();
    Newsroom::open(place.path()).expect_err("no backup can be made");
    let sql = Connection::open(place.path().join("newsroom.db")).unwrap();
    let version = sql.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(version, 1);
}
