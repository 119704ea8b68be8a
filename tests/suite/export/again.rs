//! The next export looks only at what changed. What it leaves is what an export that looks at
//! everything would leave, and it tells the same.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use super::site::{EN, Site, UK};
use crate::cli::{Desk, text};

/// What an export did, whether or not something was held back.
fn export(desk: &Desk, words: &str) -> Value {
    desk.run(format!("export {words}")).value.expect("export tells what it did")
}

/// What was held back, in no order.
fn held_back(told: &Value) -> BTreeSet<String> {
    told["held_back"].as_array().unwrap().iter().map(Value::to_string).collect()
}

/// Exports; then once more without what the first kept in mind, which must find nothing to do.
fn exported(desk: &Desk, what: &str) -> Value {
    let told = export(desk, "");
    let ledgers = desk.newsroom().join("cache/exports");
    assert_eq!(fs::read_dir(&ledgers).unwrap().filter(is_ledger).count(), 1);
    fs::remove_dir_all(&ledgers).unwrap();
    let all = export(desk, "");
    assert_eq!((&all["written"], &all["removed"]), (&json!([]), &json!([])), "{what}");
    assert_eq!(held_back(&told), held_back(&all), "{what}");
    assert_eq!(all["unchanged"], Site::of(desk).listed().len(), "{what}");
    told
}

fn is_ledger(file: &std::io::Result<fs::DirEntry>) -> bool {
    file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "db")
}

fn written(told: &Value) -> BTreeSet<String> {
    told["written"].as_array().unwrap().iter().map(text).collect()
}

/// A site of two stories, and three of which nothing is approved.
fn desk() -> Desk {
    let desk = Desk::with_tram_museum();
    desk.import(&["weather.uk.md", "weather.en.md"]);
    desk.pass("weather", "uk");
    for headline in ["Міст", "Парк", "Ринок"] {
        desk.ok(["story", "new", "--lang", "uk", "--headline", headline, "--by", "Rosa"]);
    }
    exported(&desk, "the first export");
    desk
}

#[test]
fn whatever_changes_the_next_export_finds_it() {
    let desk = desk();
    let told = |what: &str| exported(&desk, what);
    assert_eq!(written(&told("nothing")), BTreeSet::new());

    desk.pass("weather", "en");
    let approved = written(&told("an approval"));
    assert!(approved.iter().any(|path| path.starts_with("en/news/")), "{approved:?}");
    assert!(approved.iter().any(|path| path.starts_with("news/")), "its sister names it");
    assert!(!approved.contains(UK), "the other story is left alone");

    desk.ok("story set tram-museum views 77 --by Edyta");
    assert!(written(&told("views")).contains(UK));
    let photo = crate::cli::fixture("news/tram.png");
    let photo = photo.to_str().unwrap();
    desk.ok(["media", "add", photo, "--credit", "uk=Архів,en=Archive", "--by", "Rosa"]);
    told("a credit");
    desk.ok("approve tram-museum --lang uk --by Edyta");
    desk.ok("approve tram-museum --lang en --by Edyta");
    assert!(written(&told("a nod to it")).contains(EN));
    desk.ok("hold weather --lang en --by Edyta");
    told("a hold");
    desk.ok("reinstate weather --lang en --by Edyta");
    told("its end");
    desk.ok("withdraw weather --by Edyta");
    told("a withdrawal");
    desk.ok("revoke tram-museum --lang ru --by Edyta");
    told("a revocation");
    desk.ok("site set name Колія");
    assert!(written(&told("another name of the site")).contains(UK));
}

#[test]
fn what_is_held_back_is_told_though_nothing_changed() {
    let desk = desk();
    let first = held_back(&export(&desk, ""));
    // Three stories in three languages, and the weather in two.
    assert_eq!(first.len(), 3 * 3 + 2);
    assert_eq!(held_back(&export(&desk, "")), first);
    assert_eq!(held_back(&export(&desk, "--dry-run")), first);
    desk.pass("weather", "en");
    assert_eq!(held_back(&export(&desk, "")).len(), first.len() - 1);
}

#[test]
fn a_page_that_was_touched_by_hand_is_mended() {
    let desk = desk();
    let site = Site::of(&desk);
    let right = site.read(UK);
    fs::write(site.0.join(UK), right.replace("латунних", "сталевих")).unwrap();
    assert_eq!(written(&exported(&desk, "an altered page")), [UK.to_owned()].into());
    assert_eq!(site.read(UK), right);
    fs::remove_file(site.0.join("style.css")).unwrap();
    assert_eq!(written(&exported(&desk, "a lost style")), ["style.css".to_owned()].into());
    let photo = site.listed().into_iter().find(|path| path.starts_with("media/")).unwrap();
    fs::remove_file(site.0.join(&photo)).unwrap();
    assert_eq!(written(&exported(&desk, "a lost photo")), [photo].into());
}

#[test]
fn an_embargo_that_ends_is_found_by_an_export_of_everything() {
    let mut desk = desk();
    desk.pass("weather", "en");
    desk.ok(["story", "set", "weather", "embargo", "2026-03-06 09:00", "--by", "Edyta"]);
    exported(&desk, "an embargo on a page that is out");
    desk.clock("2026-03-06T07:00:00Z");
    let out = written(&exported(&desk, "its end"));
    assert!(out.iter().any(|path| path.starts_with("en/news/")), "{out:?}");
}

#[test]
fn a_story_named_alone_is_not_the_last_look_at_the_others() {
    let desk = desk();
    desk.ok("story set tram-museum views 5 --by Edyta");
    desk.pass("weather", "en");
    assert!(!written(&export(&desk, "weather")).contains(UK));
    assert!(written(&exported(&desk, "the rest")).contains(UK));
}

#[test]
fn a_newsroom_that_may_only_be_read_from_knows_nothing_and_foretells_the_same() {
    let desk = desk();
    desk.ok("story set tram-museum views 5 --by Edyta");
    let foretold = export(&desk, "--dry-run");
    assert_eq!(written(&foretold), written(&export(&desk, "--dry-run")), "a dry run keeps nothing");
    let ledgers = desk.newsroom().join("cache/exports");
    fs::remove_dir_all(&ledgers).unwrap();
    // A file where the folder would be: no ledger can be kept.
    fs::write(&ledgers, "").unwrap();
    assert_eq!(written(&export(&desk, "--dry-run")), written(&foretold));
    assert_eq!(written(&export(&desk, "")), written(&foretold));
}

/// An export of one story, or one that was not recorded, leaves pages of other settings than the
/// last export of all was made by. When those return, so does what pages show of them.
#[test]
fn settings_that_return_are_shown_by_what_was_exported_meanwhile() {
    let desk = desk();
    export(&desk, "");
    let before = Site::of(&desk).read(UK);
    desk.ok("site set name Інша");
    export(&desk, "tram-museum");
    assert_ne!(Site::of(&desk).read(UK), before);
    desk.ok("site set name Шпальта");
    exported(&desk, "the name is as it was");
    assert_eq!(Site::of(&desk).read(UK), before);
}
