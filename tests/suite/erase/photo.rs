//! Erasing photos: the file goes, what shows it says so, and an erased photo is not a lost one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use shpalta_language::Language::Uk;
use shpalta_tests::cli::{self, Desk, Words, text, texts};
use shpalta_tests::desk::{self, Who};
use shpalta_tests::news::uk;

use super::holding;

const REASON: &str = "Обличчя дитини";
const CREDIT: &str = "Музей трамвая";

/// What stands in texts for the only photo of the newsroom.
fn photo(desk: &Desk) -> String {
    text(&desk.ok("media list")["media"][0]["media"])
}

fn file(desk: &Desk, media: &str) -> PathBuf {
    desk.newsroom().join("media").join(media.strip_prefix("media:").unwrap())
}

fn words(media: &str, by: &str) -> Vec<String> {
    ["erase", "--media", media, "--reason", REASON, "--by", by].words()
}

fn erase(desk: &Desk, media: &str) -> Value {
    desk.ok(words(media, "Chrystia"))
}

/// Codes of what an export would hold the Ukrainian page back for.
fn held_back(desk: &Desk) -> Vec<String> {
    let report = desk.run("export --dry-run").value.unwrap();
    let held = report["held_back"].as_array().unwrap();
    let uk = held.iter().find(|held| held["lang"] == "uk").map(|held| &held["findings"]);
    let findings = uk.and_then(Value::as_array).cloned().unwrap_or_default();
    findings.iter().map(|finding| text(&finding["code"])).collect()
}

#[test]
fn no_byte_of_an_erased_photo_is_left_and_what_shows_it_says_so() {
    let mut desk = Desk::with_tram_museum();
    let media = photo(&desk);
    let old = desk.ok("backup");
    let copy = desk.newsroom().join("backups/media").join(&media["media:".len()..]);
    assert!(file(&desk, &media).is_file() && copy.is_file(), "the control: it was there");
    assert!(!holding(&desk.newsroom(), CREDIT).is_empty(), "the control: it was there");
    assert_eq!(held_back(&desk), [""; 0]);

    let erased = desk.ok([words(&media, "Chrystia"), vec!["--backups".into()]].concat());
    assert_eq!(texts(&erased["stories"]), ["tram-museum"]);
    assert_eq!((&erased["cleared"], &erased["backups"]), (&json!(true), &json!([])));
    assert_eq!(erased["removed"].as_array().unwrap().len(), 1);
    assert!(!Path::new(&text(&old["path"])).exists());
    assert!(!file(&desk, &media).exists() && !copy.exists());
    assert_eq!(holding(&desk.newsroom(), "tram.png"), Vec::<PathBuf>::new());
    assert_eq!(holding(&desk.newsroom(), CREDIT), Vec::<PathBuf>::new());

    let checked = desk.run("check tram-museum --lang uk").value.unwrap().to_string();
    assert!(checked.contains("missing_media"), "{checked}");
    assert!(held_back(&desk).contains(&"missing_media".to_owned()));
    let found = desk.ok("verify");
    assert_eq!((&found["erased_media"], &found["media"]), (&json!(1), &json!(0)));
    desk.clock("2026-03-06T10:00:00Z");
    let backup = text(&desk.ok("backup")["path"]);
    let to = desk.beside("restored");
    desk.ok(["restore", &backup, "--to", to.to_str().unwrap()]);
    assert!(!to.join("media").join(&media["media:".len()..]).exists());
}

#[test]
fn an_erased_photo_is_not_a_lost_one() {
    let desk = Desk::with_tram_museum();
    let media = photo(&desk);
    let bytes = fs::read(file(&desk, &media)).unwrap();
    let codes = |desk: &Desk| {
        let faults = desk.run("verify").value.unwrap()["faults"].take();
        faults.as_array().unwrap().iter().map(|fault| text(&fault["code"])).collect::<Vec<_>>()
    };
    fs::remove_file(file(&desk, &media)).unwrap();
    assert_eq!(codes(&desk), ["media_missing"]);
    erase(&desk, &media);
    assert_eq!(codes(&desk), [""; 0]);
    fs::write(file(&desk, &media), bytes).unwrap();
    assert_eq!(codes(&desk), ["media_erased"], "its file lies there again");
    erase(&desk, &media);
    assert_eq!(codes(&desk), [""; 0]);
}

#[test]
fn a_page_that_is_out_keeps_its_photo_until_it_is_a_notice() {
    let desk = Desk::with_tram_museum();
    desk.ok("export");
    let media = photo(&desk);
    assert_eq!(desk.refused(words(&media, "Chrystia")), "media_in_use");
    assert!(file(&desk, &media).is_file());
    desk.ok("withdraw tram-museum --by Edyta");
    desk.ok("export");
    erase(&desk, &media);
    assert_eq!(desk.ok("verify")["faults"], json!([]));
}

#[test]
fn erasing_a_photo_takes_a_chief_a_reason_and_a_photo() {
    let desk = Desk::with_tram_museum();
    let media = photo(&desk);
    for who in ["Rosa", "Edyta"] {
        assert_eq!(desk.refused(words(&media, who)), "not_allowed");
    }
    let unreasoned = ["erase", "--media", &media, "--reason", " ", "--by", "Chrystia"];
    assert_eq!(desk.refused(unreasoned), "reason_needed");
    let other = "0".repeat(64);
    assert_eq!(desk.refused(words(&other, "Chrystia")), "bad_media");
    assert_eq!(desk.run(words("media:12", "Chrystia")).status, 2);
    assert_eq!(desk.run("erase tram-museum --lang uk --reason No").status, 2);
    assert!(file(&desk, &media).is_file());
}

#[test]
fn a_photo_is_erased_once_and_there_again_when_somebody_takes_it_in_again() {
    let desk = Desk::with_tram_museum();
    let media = photo(&desk);
    let decisions = |desk: &Desk| desk.ok("verify")["decisions"].take();
    let first = erase(&desk, &media);
    let count = decisions(&desk);
    assert_eq!((erase(&desk, &media), decisions(&desk)), (first, count));
    let tram = cli::fixture("news/tram.png");
    desk.ok(["media", "add", tram.to_str().unwrap(), "--credit", CREDIT, "--by", "Rosa"]);
    let found = desk.ok("verify");
    assert_eq!((&found["erased_media"], &found["media"]), (&json!(0), &json!(1)));
    assert!(!held_back(&desk).contains(&"missing_media".to_owned()));
}

#[test]
fn a_portrait_goes_from_its_author() {
    let desk = Desk::new();
    let tram = cli::fixture("news/tram.png");
    desk.ok(["author", "add", "Марія Шевчук", "--photo", tram.to_str().unwrap()]);
    let media = photo(&desk);
    erase(&desk, &media);
    let authors = desk.ok("author list").to_string();
    assert!(authors.contains("Марія Шевчук") && !authors.contains(&media["media:".len()..]));
    assert_eq!(desk.ok("verify")["faults"], json!([]));
}

#[test]
fn a_photo_that_is_only_typed_is_erased_and_the_board_follows() {
    let mut desk = desk::Desk::published_fire();
    let act = desk.act(Who::Reporter);
    let tram = cli::fixture("news/tram.png");
    let media = desk.newsroom.add_media(&act, &tram, &BTreeMap::new()).unwrap();
    desk.type_in(Uk, &[uk::A, uk::B, uk::C, &format!("![Трамвай](media:{media} \"Трамвай\")")]);
    let act = desk.act(Who::Chief);
    let erased = desk.newsroom.erase_photo(&act, media, REASON).unwrap();
    assert_eq!(erased.stories, [desk.newsroom.story(desk.story).unwrap().slug]);
    desk.verify();
}

#[test]
fn what_was_made_of_a_photo_goes_with_it() {
    let desk = Desk::with_tram_museum();
    let media = photo(&desk);
    let made = desk.newsroom().join("cache/photos").join(&media["media:".len()..]);
    desk.ok("export --dry-run");
    assert!(fs::read_dir(&made).unwrap().count() > 0);
    erase(&desk, &media);
    assert!(!made.exists());
}
