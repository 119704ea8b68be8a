//! Bugs that were mended: each test fails without the mending.

use std::fs;
use std::process::{Child, Stdio};

use rusqlite::Connection;
use serde_json::{Value, json};
use shpalta_language::Language;
use shpalta_newsroom::Newsroom;

use crate::cli::{self, Desk};

/// Runs at once into a folder that was not there yet cleared each other's staging away.
#[test]
fn first_exports_at_the_same_time_do_not_mix() {
    let desk = Desk::with_tram_museum();
    let runs: Vec<Child> = (0..6)
        .map(|_| {
            let mut command = desk.command();
            command.arg("--newsroom").arg(desk.newsroom()).args(["--json", "export"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut done = 0;
    for run in runs {
        let output = run.wait_with_output().unwrap();
        if output.status.success() {
            done += 1;
            continue;
        }
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["error"]["code"], "export_busy", "{error}");
    }
    assert!(done > 0, "one of them has the folder");
    assert_eq!(desk.ok("verify --export site")["export"]["faults"], json!([]));
}

/// A refused founding left a newsroom behind that could be opened.
#[test]
fn a_refused_founding_leaves_nothing_behind() {
    let desk = Desk::empty();
    for wrong in [["init", "--site", "nonsense"], ["init", "--owner", ""]] {
        assert_eq!(desk.refused(wrong), "bad_value");
        assert!(!desk.newsroom().exists());
    }
}

/// The database would have lain in the site's folder, for all to read.
#[test]
fn a_newsrooms_own_folder_is_no_site() {
    let desk = Desk::with_tram_museum();
    for place in [desk.newsroom(), desk.newsroom().join("media")] {
        let place = place.to_str().unwrap();
        assert_eq!(desk.refused(["export", "--to", place]), "export_in_newsroom");
        assert!(!desk.newsroom().join("manifest.json").exists());
    }
}

/// A place's name in another language was taken over from whatever the file said.
#[test]
fn a_dateline_that_names_another_place_is_a_contradiction() {
    let desk = Desk::new();
    let front = |place: &str| format!("---\ntitle: Rain {place}\ndateline: {place}\n---\nRain.\n");
    let files = [desk.file("rain.uk.md", front("Львів")), desk.file("rain.en.md", front("Odesa"))];
    let value = desk.ok(["story", "import", &files[0], &files[1]]);
    let contradictions = value["stories"][0]["contradictions"].to_string();
    assert!(contradictions.contains("Lviv") && contradictions.contains("Odesa"), "{value}");
    assert_eq!(desk.show("rain", "en")["dateline"]["place"], "Lviv");
}

/// Text that begins with a dash was taken for a flag.
#[test]
fn a_headline_may_begin_with_a_minus() {
    let desk = Desk::new();
    desk.ok(["story", "new", "--lang", "uk", "--headline", "-5 градусів у Карпатах"]);
    assert_eq!(desk.show("5-hradusiv-u-karpatakh", "uk")["headline"], "-5 градусів у Карпатах");
}

/// An operation's id used again for something else did nothing, and said that all was well.
#[test]
fn an_operation_is_not_another_one() {
    let desk = Desk::new();
    let id = "01900000-0000-7000-8000-000000000001";
    desk.ok(["policy", "set", "self_approve", "on", "--operation", id]);
    desk.ok(["policy", "set", "self_approve", "on", "--operation", id]);
    let other = ["staff", "add", "Олег", "--role", "editor", "--operation", id];
    assert_eq!(desk.refused(other), "operation_reused");
}

/// A translation's file replaced the original's tags, and the approved original was held back.
#[test]
fn a_translations_file_leaves_the_storys_tags_alone() {
    let desk = Desk::new();
    let front =
        |tag: &str| format!("---\ntitle: Rain\ndescription: Wet\ntags: [{tag}]\n---\nRain.\n");
    desk.ok(["story", "import", &desk.file("rain.uk.md", front("дощ"))]);
    desk.pass("rain", "uk");
    desk.ok([
        "story",
        "write",
        "rain",
        "--lang",
        "en",
        "--from",
        &desk.file("w.md", front("rain")),
    ]);
    assert_eq!(desk.show("rain", "uk")["tags"], json!(["дощ"]));
    assert_eq!(
        desk.ok("check rain --lang uk")["stories"][0]["editions"]["uk"]["export"],
        json!([])
    );
}

/// A Russian text became the English edition without a word.
#[test]
fn a_text_that_says_its_language_is_no_other_edition() {
    let desk = Desk::with_tram_museum();
    let file = desk.file("w.md", "---\ntitle: Трамвай\nlang: ru\n---\nТекст.\n");
    let slug = desk.ok("status")["stories"][0]["story"].as_str().unwrap().to_owned();
    let write = ["story", "write", &slug, "--lang", "en", "--from", &file];
    assert_eq!(desk.refused(write), "import_language_other");
}

/// A missing file without an ending was refused for its ending.
#[test]
fn what_is_not_there_is_missing_whatever_its_name() {
    let desk = Desk::new();
    let value = desk.run(["story", "import", "nowhere"]).value.unwrap();
    assert_eq!(value["refused"][0]["code"], "import_missing");
}

/// A disk that was full, or a kill, while the log was written back left a file that says it has
/// more pages than it has; the log had them, and yet the newsroom counted as damaged.
#[test]
fn a_log_that_is_half_written_back_is_no_damage() {
    let desk = Desk::with_weather();
    let database = desk.newsroom().join("newsroom.db");
    let before = fs::read(&database).unwrap();
    let reader = Connection::open(&database).unwrap();
    let pages = || reader.query_row("PRAGMA page_count", [], |row| row.get::<_, u32>(0)).unwrap();
    let pages_before = pages();
    let long = format!("{}\n{}\n", cli::WEATHER_UK, "Сніг іде й іде. ".repeat(4000));
    desk.write("weather", "uk", &long);
    let (pages_now, log) = (pages(), fs::read(database.with_extension("db-wal")).unwrap());
    assert!(pages_now > pages_before && fs::read(&database).unwrap() == before);

    let mut half = before;
    half[28..32].copy_from_slice(&pages_now.to_be_bytes());
    let laid_out = |name: &str, log: &[u8]| {
        let folder = desk.beside(name);
        fs::create_dir_all(folder.join("media")).unwrap();
        fs::write(folder.join("newsroom.db"), &half).unwrap();
        fs::write(folder.join("newsroom.db-wal"), log).unwrap();
        folder
    };
    let newsroom = Newsroom::open(&laid_out("half", &log)).unwrap();
    assert_eq!(newsroom.verify().unwrap().faults, []);
    let story = newsroom.story_id("weather").unwrap();
    let shown = newsroom.show(story, Language::Uk, None).unwrap();
    assert!(shown.text.body.contains("Сніг іде й іде. Сніг"));

    for (name, log) in [("none", &[][..]), ("other", &[7; 9000]), ("cut", &log[..log.len() / 2])] {
        let folder = laid_out(name, log);
        assert_eq!(Newsroom::open(&folder).unwrap_err().code(), "damaged", "{name}");
        assert_eq!(fs::read(folder.join("newsroom.db")).unwrap(), half, "{name}");
    }
}
