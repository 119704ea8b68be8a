//! Verifying: what is damaged is named, wherever it stands, and the rest is looked at all the same.

mod damage;

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde_json::json;
use shpalta_language::Language::Uk;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::verify::Fault;
use shpalta_tests::cli::{self, texts};
use shpalta_tests::desk::{self, Desk, How, Who};
use shpalta_tests::news::{self, en, uk};

use crate::backup::add_photo;

/// Has the search forget the first story.
const FORGET: &str = "INSERT INTO board_search (board_search, rowid, words)
                      SELECT 'delete', number, words FROM board_story WHERE number = 1";

/// Tampers with a newsroom behind its back.
fn tamper(folder: &Path, sql: &str) {
    let connection = Connection::open(folder.join("newsroom.db")).unwrap();
    let off = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;";
    connection.execute_batch(&format!("{off} {sql}")).unwrap();
}

/// A newsroom in which every table that has rows of its own has one.
fn full() -> Desk {
    let mut desk = Desk::new();
    add_photo(&mut desk);
    desk.set(Who::Editor, "authors", "uk=Марія Шевчук,en=Maria Shevchuk").unwrap();
    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    desk.publish(shpalta_language::Language::En, &[en::A, en::B, en::C]);
    desk.export(&[Uk]);
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.verify();
    desk
}

fn faults(desk: &Desk) -> Vec<Fault> {
    desk.newsroom.verify().unwrap().faults
}

#[test]
fn each_kind_of_damage_has_its_code_and_says_where() {
    let cases = [
        ("UPDATE text SET body = body || '.' WHERE body LIKE '%пристані%'", "text", " uk r"),
        ("UPDATE text SET variants = ' {}'", "text", " uk r"),
        ("UPDATE draft SET lead = upper(lead) || '!'", "draft", " uk"),
        ("UPDATE block SET hash = zeroblob(32) WHERE ordinal = 2", "blocks", " uk r"),
        ("UPDATE block SET start = start + 1 WHERE ordinal = 3", "blocks", " uk r"),
        ("DELETE FROM wording WHERE kind = 'lead'", "wording", " uk r"),
        ("UPDATE basis SET originals = x'00'", "basis", " en #"),
        ("UPDATE basis SET translation = zeroblob(32)", "basis", " en #"),
        ("UPDATE link SET block = zeroblob(16)", "link", " en"),
        ("UPDATE log SET note = 'forged' WHERE position = 3", "decision", " #3"),
        ("UPDATE log SET payload = x'7b7d' WHERE position = 4", "decision", " #4"),
        ("UPDATE log SET details = zeroblob(32) WHERE kind = 'approve'", "decision", " #"),
        ("DELETE FROM log WHERE position = 3", "chain", " #4"),
        ("UPDATE revision SET content_hash = zeroblob(32) WHERE number = 2", "reference", ""),
        ("UPDATE export_row SET content = zeroblob(32)", "export", " uk r"),
        ("UPDATE board SET behind = 7 WHERE language = 'en'", "board", ""),
        ("UPDATE board_count SET stories = stories + 1", "board", "counts"),
        (FORGET, "board", "search"),
    ];
    for (sql, code, subject) in cases {
        let desk = full();
        tamper(&desk.folder(), sql);
        let found = faults(&desk);
        let told = found.iter().any(|fault| fault.code == code && fault.subject.contains(subject));
        assert!(told, "{sql}: {found:?}");
        assert!(found.iter().all(|fault| !fault.meaning.is_empty()));
    }
}

#[test]
fn a_photo_that_is_gone_or_another_is_told() {
    let mut desk = full();
    let photo = add_photo(&mut desk);
    let whole = fs::read(&photo).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for (bytes, code) in [(&flipped[..], "media_altered"), (&whole[1..], "media_altered")] {
        fs::write(&photo, bytes).unwrap();
        assert_eq!(faults(&desk).iter().map(|fault| fault.code).collect::<Vec<_>>(), [code]);
    }
    fs::remove_file(&photo).unwrap();
    assert_eq!(faults(&desk)[0].code, "media_missing");
}

#[test]
fn what_is_damaged_beyond_reading_keeps_nothing_else_from_being_looked_at() {
    let desk = full();
    tamper(&desk.folder(), "UPDATE edition SET language = 'xx' WHERE language = 'ru'");
    tamper(&desk.folder(), "UPDATE log SET note = 'forged' WHERE position = 3");
    let codes: Vec<_> = faults(&desk).iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&"database") && codes.contains(&"decision"), "{codes:?}");
}

/// The second half is the control: without the row hashes of a backup nothing tells.
#[test]
fn what_has_no_hash_of_its_own_is_told_by_the_row_hashes_of_the_last_backup() {
    let changed = [
        ("UPDATE name SET text = 'Марія Шевчик' WHERE language = 'uk'", "name"),
        ("UPDATE story SET views = 7", "story"),
        ("UPDATE person SET name = name || '.'", "person"),
        ("INSERT INTO setting VALUES ('policy.self_approve', 'on')", "setting"),
    ];
    for (sql, table) in changed {
        let desk = full();
        desk.newsroom.back_up(desk.now()).unwrap();
        tamper(&desk.folder(), sql);
        let found = faults(&desk);
        assert!(found.iter().any(|f| f.code == "row" && f.subject == table), "{sql}: {found:?}");
        fs::remove_dir_all(desk.folder().join("backups")).unwrap();
        assert!(faults(&desk).iter().all(|fault| fault.code != "row"));
    }
}

#[test]
fn an_operation_that_changed_nothing_is_no_damage() {
    let mut desk = full();
    desk.newsroom.back_up(desk.now()).unwrap();
    let text = news::edition(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.save(Who::Reporter, Uk, &text, None, How::Typed).unwrap();
    desk.verify();
}

#[test]
fn a_newsroom_that_went_back_in_time_is_told() {
    let mut desk = full();
    let place = desk::folder();
    let copy = place.path().join("newsroom.db");
    desk.peek().execute("VACUUM INTO ?", [copy.to_str().unwrap()]).unwrap();
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    desk.newsroom.back_up(desk.now()).unwrap();
    fs::create_dir(place.path().join("backups")).unwrap();
    for entry in fs::read_dir(desk.folder().join("backups")).unwrap().map(Result::unwrap) {
        if entry.path().is_file() {
            fs::copy(entry.path(), place.path().join("backups").join(entry.file_name())).unwrap();
        }
    }
    let found = Newsroom::open(place.path()).unwrap().verify().unwrap().faults;
    assert!(found.iter().any(|fault| fault.code == "lost"), "{found:?}");
}

#[test]
fn verifying_and_backing_up_wait_for_no_writer_and_hold_none_up() {
    let desk = full();
    let other = Connection::open(desk.folder().join("newsroom.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; UPDATE story SET views = 1").unwrap();
    desk.verify();
    desk.newsroom.back_up(desk.now()).unwrap();
    other.execute_batch("COMMIT").unwrap();
}

#[test]
fn rebuilding_mends_the_caches_and_tells_what_differed() {
    let desk = cli::Desk::with_weather();
    tamper(&desk.newsroom(), &format!("UPDATE board SET behind = 7; {FORGET}"));
    assert_eq!(desk.refused("verify"), "faults");
    let answer = desk.ok("verify --rebuild");
    let mended = answer["mended"].as_array().unwrap();
    let subjects = texts(&json!(mended.iter().map(|f| f["subject"].clone()).collect::<Vec<_>>()));
    assert_eq!(subjects, ["weather", "search"]);
    assert_eq!(desk.ok("verify --rebuild")["mended"], json!([]));
    assert_eq!(desk.ok("verify")["mended"], json!(null));
}
