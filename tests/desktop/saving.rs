//! Saving: soon, also while somebody types; acknowledged only when it is on disk; never over
//! another's text.

use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{BANNER, STATE, body, has_line, journals, one_story, write_on, writing};

/// Keeps every other writer away from the newsroom until it is dropped.
fn held_back(desk: &Desk) -> Connection {
    let database = Connection::open(desk.cli.newsroom().join("newsroom.db")).unwrap();
    database.execute_batch("BEGIN IMMEDIATE").unwrap();
    database
}

fn is_in_journal(desk: &Desk, typed: &str) {
    desk.wait_until("the window says that the journal has it", || {
        desk.text(STATE).starts_with("У журналі відновлення ")
    });
    desk.wait_until("the journal has it", || {
        journals(&desk.cli).iter().any(|said| said.contains(typed))
    });
}

fn ends_with(desk: &Desk, typed: &str) {
    let body = body(desk);
    assert!(body.trim_end().ends_with(typed), "“{typed}” is not on disk: {body}");
}

#[test]
fn what_is_typed_comes_to_the_disk_while_typing_goes_on() {
    let Some(desk) = writing() else { return };
    let mut typing = desk.start_typing(&"slowly".repeat(20), 50);
    let mut seen = Vec::new();
    while typing.goes_on() {
        let body = body(&desk);
        if seen.last() != Some(&body) {
            seen.push(body);
        }
    }
    typing.finish();
    assert!(seen.len() > 3, "the text came to the disk {} times in six seconds", seen.len());
}

#[test]
fn saved_is_said_once_it_is_on_disk_and_with_the_time() {
    let Some(desk) = writing() else { return };
    desk.type_text("words");
    let saved = desk.wait("it is saved", || {
        let said = desk.text(STATE);
        said.strip_prefix("Збережено ").map(str::to_owned)
    });
    ends_with(&desk, "words");
    let parts: Vec<_> = saved.split(':').collect();
    assert!(parts.len() == 3 && parts.iter().all(|part| part.len() == 2), "{saved}");
}

#[test]
fn a_text_that_another_program_holds_up_is_in_the_journal_and_saved_when_it_can_be() {
    let Some(desk) = writing() else { return };
    let database = held_back(&desk);
    desk.type_text("held");
    is_in_journal(&desk, "held");
    desk.mentions(BANNER, "інша програма");
    assert!(!body(&desk).contains("held"));
    desk.click(("button", "Скопіювати текст"));
    desk.mentions("[role=status]", "Текст скопійовано");
    desk.click(".cm-content");
    desk.press("Control+End");
    desk.type_text("andmore");
    has_line(&desk, "heldandmore");
    is_in_journal(&desk, "heldandmore");
    drop(database);
    desk.gone(BANNER);
    desk.wait_until("it is saved", || desk.text(STATE).starts_with("Збережено "));
    ends_with(&desk, "heldandmore");
}

#[test]
fn going_elsewhere_puts_the_text_on_disk_first() {
    let Some(desk) = writing() else { return };
    for (typed, go, there) in [
        ("tab", "Alt+KeyE", "[role=tab][data-value=en][aria-selected=true]"),
        ("mode", "Alt+KeyH", "[role=tab][data-value=history][aria-selected=true]"),
        ("board", "Control+Digit1", "[role=grid]"),
    ] {
        desk.type_text(typed);
        desk.press(go);
        desk.see(there);
        ends_with(&desk, typed);
        desk.press("Control+Digit1");
        write_on(&desk);
        desk.press("Enter");
    }
}

#[test]
fn closing_puts_the_text_on_disk_and_cuts_a_revision() {
    let Some(desk) = writing() else { return };
    let revisions = || desk.cli.show("weather", "uk")["revision"].as_u64().unwrap();
    let before = revisions();
    desk.type_text("goodbye");
    desk.close();
    ends_with(&desk, "goodbye");
    assert!(revisions() > before, "the sitting left no revision");
}

/// However long another program holds the database, what was typed is on disk within a second.
#[test]
fn what_another_program_held_up_is_there_again_after_a_kill_and_after_closing() {
    let Some(mut desk) = writing() else { return };
    let database = held_back(&desk);
    desk.type_text("killed");
    thread::sleep(Duration::from_secs(1));
    desk.kill();
    drop(database);
    desk.start();
    desk.wait_until("it is saved", || body(&desk).trim_end().ends_with("killed"));
    write_on(&desk);
    let database = held_back(&desk);
    desk.type_text("closed");
    desk.close();
    drop(database);
    desk.start();
    desk.wait_until("it is saved", || body(&desk).trim_end().ends_with("killedclosed"));
}

/// The command writes the same draft while somebody types in the window.
fn in_conflict() -> Option<Desk> {
    let desk = writing()?;
    let typing = desk.start_typing(&"mine".repeat(60), 25);
    desk.wait_until("some of it is on disk", || body(&desk).contains("minemine"));
    let file = desk.cli.file("theirs.md", "---\ntitle: Сніг\n---\n\nЇхній текст.\n");
    desk.cli.ok(["story", "write", "weather", "--lang", "uk", "--from", &file]);
    desk.see(("dialog", "Цей текст змінено і в іншому місці"));
    drop(typing);
    Some(desk)
}

fn kept_in_history(desk: &Desk, text: &str) {
    let history = desk.cli.ok("history weather --lang uk");
    let revisions = history["revisions"].as_array().unwrap();
    let kept = revisions.iter().any(|revision| {
        let number = revision["revision"].to_string();
        let shown =
            desk.cli.ok(["story", "show", "weather", "--lang", "uk", "--revision", &number]);
        cli::text(&shown["body"]).contains(text)
    });
    assert!(kept, "no revision holds “{text}”: {history}");
}

#[test]
fn two_texts_on_one_draft_are_both_shown_and_kept_and_mine_goes_on() {
    let Some(desk) = in_conflict() else { return };
    desk.mentions("dialog", "Їхній текст.");
    desk.mentions("dialog", "minemine");
    desk.click(("button", "Поставити мій текст"));
    desk.gone("dialog");
    desk.wait_until("my text is the draft", || body(&desk).contains("minemine"));
    kept_in_history(&desk, "Їхній текст.");
}

#[test]
fn two_texts_on_one_draft_are_both_kept_and_theirs_goes_on() {
    let Some(desk) = in_conflict() else { return };
    desk.click(("button", "Лишити чернетку"));
    desk.gone("dialog");
    has_line(&desk, "Їхній текст.");
    assert_eq!(body(&desk).trim_end(), "Їхній текст.");
    kept_in_history(&desk, "minemine");
    desk.press("Control+End");
    desk.type_text("andon");
    desk.wait_until("one may write on", || body(&desk).contains("andon"));
}

#[test]
fn what_the_command_writes_is_shown_at_once_where_nothing_is_unsaved() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    desk.cli.ok("story set weather views 7");
    let file = desk.cli.file("theirs.md", "---\ntitle: Сніг\n---\n\nЇхній текст.\n");
    desk.cli.ok(["story", "write", "weather", "--lang", "uk", "--from", &file]);
    has_line(&desk, "Їхній текст.");
    desk.see(("textbox", "Заголовок"));
    desk.holds(("textbox", "Заголовок"), "Сніг");
}
