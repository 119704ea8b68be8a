//! What holds for every command: statuses, flags, errors, where a newsroom comes from.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::cli::{Desk, Refusal, keys, listed_codes, text, texts};

#[test]
fn done_refused_usage_and_unopened_are_four_statuses() {
    let desk = Desk::new();
    assert_eq!(desk.run("staff list").status, 0);
    assert_eq!(desk.run("status nowhere").status, 1);
    assert_eq!(desk.run("status --lang uk").status, 2);
    assert_eq!(Desk::empty().run("status").status, 3);
}

#[test]
fn warnings_leave_the_status_at_done() {
    let desk = Desk::with_weather();
    desk.ok("site set folder site");
    desk.ok("export --lang uk");
    let set = ["story", "set", "weather", "embargo", "2026-03-20 14:00"];
    assert_eq!(desk.ok(set)["warning"], "embargo_after_export");
}

#[test]
fn an_error_is_a_sentence_and_a_remedy() {
    let desk = Desk::new();
    let refusal = desk.run("status nowhere").refusal.unwrap();
    let Refusal { code, message, remedy } = refusal.clone();
    assert_eq!((code.as_str(), message.as_str()), ("no_story", "There is no story “nowhere”."));
    let said = desk.say("status nowhere");
    assert_eq!(String::from_utf8(said.stderr).unwrap(), format!("{message}\n{remedy}\n"));
    assert!(said.stdout.is_empty());
}

#[test]
fn what_the_command_does_not_understand_is_one_line_of_json_too() {
    let desk = Desk::empty();
    for words in
        ["fly", "status --fast", "approve x", "approve x --lang de", "diff x --lang uk 0 1"]
    {
        let answer = desk.run(words);
        assert_eq!(answer.status, 2, "{words}");
        assert_eq!(answer.refusal.unwrap().code, "usage", "{words}");
        assert_eq!(answer.value, None, "{words}");
    }
}

#[test]
fn without_a_command_it_teaches() {
    let desk = Desk::empty();
    let short = text(&desk.ok("")["help"]);
    assert!(text(&desk.ok("help")["help"]).starts_with(&short));
    assert!(short.contains("init --sample"));
}

#[test]
fn the_flags_stand_anywhere() {
    let desk = Desk::new();
    let folder = desk.newsroom();
    let folder = folder.to_str().unwrap();
    let orders: [&[&str]; 4] = [
        &["--json", "--newsroom", folder, "staff", "list"],
        &["staff", "--json", "--newsroom", folder, "list"],
        &["staff", "list", "--newsroom", folder, "--json"],
        &["--json", "staff", &format!("--newsroom={folder}"), "list"],
    ];
    for order in orders {
        let output = desk.command().args(order).output().unwrap();
        let value: Value = serde_json::from_slice(&output.stdout).expect("JSON on stdout");
        assert_eq!(value["staff"].as_array().unwrap().len(), 6, "{order:?}");
    }
}

#[test]
fn the_newsroom_is_the_one_named_then_the_environments_then_the_one_opened_last() {
    let desk = Desk::empty();
    for owner in ["first", "second", "third"] {
        let init = ["--newsroom", owner, "init", "--owner", owner];
        assert!(desk.command().args(init).status().unwrap().success());
    }
    let owner = |flag: Option<&str>, environment: Option<&str>| {
        let mut command = desk.command();
        command.args(["staff", "list", "--json"]);
        flag.map(|folder| command.args(["--newsroom", folder]));
        environment.map(|folder| command.env("SHPALTA_NEWSROOM", folder));
        let staff: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
        text(&staff["staff"][0]["name"])
    };
    assert_eq!(owner(None, None), "third");
    assert_eq!(owner(None, Some("second")), "second");
    assert_eq!(owner(None, None), "second");
    assert_eq!(owner(Some("first"), Some("second")), "first");
    assert_eq!(owner(None, None), "first");
}

#[test]
fn without_any_newsroom_the_remedy_names_init() {
    let desk = Desk::empty();
    let output = desk.command().args(["status", "--json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["code"], "no_newsroom");
    assert!(text(&error["error"]["remedy"]).contains("init"));
}

#[test]
fn what_is_no_newsroom_or_a_damaged_one_stays_as_it_is() {
    let desk = Desk::empty();
    let garbage = desk.file("newsroom/newsroom.db", "no database at all, only a note");
    let answer = desk.run("status");
    assert_eq!((answer.status, answer.refusal.unwrap().code.as_str()), (3, "not_a_newsroom"));
    assert_eq!(std::fs::read_to_string(garbage).unwrap(), "no database at all, only a note");
}

#[test]
fn every_code_is_a_word_with_a_sentence_and_a_remedy() {
    let desk = Desk::empty();
    let codes = desk.ok("help codes");
    assert_eq!(listed_codes().len(), codes["errors"].as_array().unwrap().len(), "a code twice");
    for (list, entries) in codes.as_object().unwrap() {
        for entry in entries.as_array().unwrap() {
            assert_eq!(keys(entry), ["code", "message", "remedy"], "{list}");
            let code = text(&entry["code"]);
            assert!(
                code.bytes().all(|c| c.is_ascii_lowercase() || c == b'_' || c.is_ascii_digit())
            );
        }
    }
}

#[test]
fn help_teaches_every_command_with_an_example() {
    let desk = Desk::empty();
    let help = text(&desk.ok("help")["help"]);
    let verbs = [
        "init",
        "staff",
        "author",
        "place",
        "media",
        "site",
        "policy",
        "story",
        "status",
        "check",
        "history",
        "diff",
        "submit",
        "return",
        "revoke",
        "approve",
        "hold",
        "withdraw",
        "reinstate",
        "confirm",
        "minor",
        "export",
        "verify",
        "backup",
        "restore",
        "erase",
        "parcel",
    ];
    for verb in verbs {
        assert!(help.contains(verb), "`help` is silent about {verb}");
        let about = desk.ok(["help", verb]);
        assert!(!text(&about["help"]).is_empty(), "{verb}");
    }
    for verb in ["init", "story write", "export", "confirm", "approve"] {
        let about = text(&desk.ok(format!("help {verb}"))["help"]);
        assert!(about.contains("Example"), "`help {verb}` has no example");
    }
}

#[test]
fn a_reader_who_stops_reading_is_no_error() {
    let desk = Desk::sample();
    for words in [&["help"][..], &["help", "codes"], &["status"], &["status", "--json"]] {
        let mut command = desk.command();
        command.arg("--newsroom").arg(desk.newsroom()).args(words);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains("panicked"), "{words:?}: {said}");
        assert_eq!(output.status.code(), Some(0), "{words:?}: {said}");
    }
}

#[test]
fn a_reader_of_one_line_gets_it() {
    let desk = Desk::empty();
    let mut child =
        desk.command().args(["help", "codes"]).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(!first.trim().is_empty());
    assert!(child.wait().unwrap().success());
}

#[test]
fn an_operation_that_is_repeated_is_done_once() {
    let desk = Desk::with_weather();
    let operation = "01947e5b-0000-7000-8000-000000000001";
    let withdraw = ["hold", "weather", "--note", "Checking", "--operation", operation];
    desk.ok(withdraw);
    let decisions = || desk.ok("history weather --lang uk")["decisions"].as_array().unwrap().len();
    let before = decisions();
    desk.ok(withdraw);
    assert_eq!(decisions(), before);
}

#[test]
fn a_story_new_that_is_repeated_makes_one_story() {
    let desk = Desk::new();
    let new = [
        "story",
        "new",
        "--lang",
        "uk",
        "--headline",
        "Гребля",
        "--operation",
        "01947e5b-0000-7000-8000-000000000002",
    ];
    let first = desk.ok(new);
    assert_eq!(desk.ok(new), first);
    assert_eq!(desk.ok("story list")["stories"].as_array().unwrap().len(), 1);
}

#[test]
fn changes_are_the_owners_unless_somebody_is_named() {
    let desk = Desk::new();
    desk.ok(["story", "new", "--lang", "uk", "--headline", "Гребля"]);
    desk.ok(["story", "new", "--lang", "uk", "--headline", "Млин", "--by", "Rosa"]);
    let writers = ["hreblia", "mlyn"].map(|slug| {
        let history = desk.ok(format!("history {slug} --lang uk"));
        text(&history["revisions"][0]["person"])
    });
    assert_eq!(writers, ["Olha", "Rosa"]);
    assert_eq!(desk.refused("submit mlyn --lang uk --by Nobody"), "no_person");
}

#[test]
fn init_refuses_a_folder_that_holds_something() {
    let desk = Desk::empty();
    let theirs = desk.file("newsroom/letter.txt", "private");
    assert_eq!(desk.refused("init --owner Olha"), "folder_not_empty");
    let there: BTreeSet<_> =
        std::fs::read_dir(desk.newsroom()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(there, BTreeSet::from([theirs.into()]));
}

#[test]
fn init_refuses_a_newsroom_and_leaves_it_as_it_is() {
    let desk = Desk::with_weather();
    assert_eq!(desk.refused("init --owner Somebody"), "newsroom_exists");
    assert_eq!(desk.ok("story list")["stories"].as_array().unwrap().len(), 1);
}

#[test]
fn files_that_are_not_ours_may_lie_beside_the_newsroom_later() {
    let desk = Desk::with_weather();
    desk.file("newsroom/notes.txt", "Call the printer");
    assert_eq!(desk.editorial("weather", "uk"), "approved");
    assert_eq!(texts_of_faults(&desk), Vec::<String>::new());
}

#[test]
fn the_sample_has_stories_in_every_state_and_no_fault() {
    let desk = Desk::sample();
    let stories = desk.ok("status")["stories"].take();
    let stories = stories.as_array().unwrap();
    assert!(stories.len() >= 6, "{} stories", stories.len());
    let editions = stories.iter().flat_map(|story| story["editions"].as_object().unwrap().values());
    let states: BTreeSet<_> = editions.map(|edition| text(&edition["editorial"])).collect();
    let all = ["approved", "draft", "in_review", "not_started", "returned"];
    assert_eq!(states, all.map(str::to_owned).into());
    assert_eq!(texts_of_faults(&desk), Vec::<String>::new());
}

fn texts_of_faults(desk: &Desk) -> Vec<String> {
    let verified = desk.ok("verify");
    texts(&verified["faults"])
}
