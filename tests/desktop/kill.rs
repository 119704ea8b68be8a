//! Killed while somebody types: at most the last second is lost, and nothing that was shown as
//! saved.
//!
//! `SHPALTA_CAMPAIGN=40` kills ten times as often.

use std::collections::hash_map::RandomState;
use std::env;
use std::hash::{BuildHasher, Hasher};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use shpalta_tests::window::{Desk, Layout, Start};

use crate::steps::{body, one_story, write_on};

/// On each of two layouts.
const KILLS: u64 = 25;
/// What may be lost: what was typed so long before the kill.
const LOSS: Duration = Duration::from_secs(1);
/// The kill comes so many milliseconds after the first key.
const MOMENTS: std::ops::Range<u64> = 200..2800;
/// Between two keys, in milliseconds.
const APART: u32 = 30;

/// The line that is being typed, as the window shows it.
#[derive(Debug)]
struct Sight {
    /// It was there at this moment at the latest.
    at: Instant,
    line: String,
    is_saved: bool,
}

#[test]
fn kills_while_keys_arrive_lose_a_second_at_most_on_us() {
    kill_again_and_again(Layout::Us, "thequickbrownfoxjumpsoverthelazydog");
}

#[test]
fn kills_while_keys_arrive_lose_a_second_at_most_on_ua() {
    kill_again_and_again(Layout::Ua, "щеневмерлаукраїнинаславаівольґє");
}

/// Another program holds the writer back: whoever looks for losses in the draft must find some, and
/// nothing may have been shown as saved. What the journal has is not asked for here.
#[test]
fn a_kill_before_anything_could_be_saved_is_seen_to_lose() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    let before = body(&desk);
    let database = Connection::open(desk.cli.newsroom().join("newsroom.db")).unwrap();
    database.execute_batch("BEGIN IMMEDIATE").unwrap();
    let planned = "a0thisisnowheretobefound";
    let (killed, seen) = type_and_kill(&desk, planned, Duration::from_millis(2500));
    drop(database);
    let said_saved = seen.iter().filter(|sight| sight.is_saved && !sight.line.is_empty());
    assert_eq!(said_saved.count(), 0, "shown as saved: {seen:?}");
    let written = written_since(&before, &body(&desk));
    assert_eq!(written, Ok(String::new()));
    let lost = lost("", killed, &seen);
    assert!(lost.is_some_and(|sight| planned.starts_with(&sight.line)), "{seen:?}");
}

fn kill_again_and_again(layout: Layout, letters: &str) {
    let Some(mut desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.set_layout(layout);
    for round in 0..KILLS * times() {
        if round > 0 {
            desk.start();
        }
        write_on(&desk);
        let before = body(&desk);
        shows_last_line_of(&desk, &before);
        let planned = format!("{round}{}", letters.repeat(3));
        let moment = Duration::from_millis(random(&MOMENTS));
        let (killed, seen) = type_and_kill(&desk, &planned, moment);
        let written = written_since(&before, &body(&desk)).unwrap_or_else(|other| {
            panic!("round {round}, {moment:?}: {before:?} became {other:?}")
        });
        assert!(planned.starts_with(&written), "round {round}: {written:?} was never typed");
        if let Some(sight) = lost(&written, killed, &seen) {
            let ago = killed - sight.at;
            panic!(
                "round {round}, {moment:?}: {written:?} on disk; seen {ago:?} before: {sight:?}"
            );
        }
    }
    assert_eq!(desk.cli.run("verify").status, 0);
}

fn times() -> u64 {
    let times = env::var("SHPALTA_CAMPAIGN").ok().and_then(|times| times.parse::<u64>().ok());
    (times.unwrap_or(1) / 4).max(1)
}

/// Each hasher of the standard library starts from its own random keys.
fn random(range: &std::ops::Range<u64>) -> u64 {
    range.start + RandomState::new().build_hasher().finish() % (range.end - range.start)
}

/// Types on a new line until the kill; when that was, and what was seen until then.
fn type_and_kill(desk: &Desk, planned: &str, moment: Duration) -> (Instant, Vec<Sight>) {
    desk.press("Enter");
    let typing = desk.start_typing(planned, APART);
    let begun = Instant::now();
    let mut seen = Vec::new();
    while begun.elapsed() < moment {
        seen.push(look(desk));
    }
    let killed = Instant::now();
    desk.kill();
    drop(typing);
    (killed, seen)
}

fn look(desk: &Desk) -> Sight {
    let (line, is_saved) = desk.script(
        "return [document.querySelector('.cm-line:last-child').textContent,
                 document.querySelector('.saved.saved') !== null
                     && document.querySelector('.saved:is(.saving, .kept, .failed)') === null]",
        &[],
    );
    Sight { at: Instant::now(), line, is_saved }
}

/// Something seen that should have been on disk and is not.
fn lost<'s>(written: &str, killed: Instant, seen: &'s [Sight]) -> Option<&'s Sight> {
    let should_be = |sight: &&Sight| sight.is_saved || killed.duration_since(sight.at) >= LOSS;
    seen.iter().filter(should_be).find(|sight| !written.starts_with(&sight.line))
}

/// The line that stands below what was there before; the whole text where that has changed.
fn written_since(before: &str, now: &str) -> Result<String, String> {
    let rest = now.trim_end().strip_prefix(before.trim_end());
    let line = rest.map(|rest| rest.strip_prefix('\n').unwrap_or(rest).to_owned());
    line.filter(|line| !line.contains('\n')).ok_or_else(|| now.to_owned())
}

fn shows_last_line_of(desk: &Desk, text: &str) {
    let last = text.lines().last().unwrap_or_default();
    desk.wait_until(&format!("the window shows “{last}”"), || {
        let lines: Vec<String> = desk.script(
            "return [...document.querySelectorAll('.cm-line')].map(line => line.textContent)",
            &[],
        );
        lines.iter().rfind(|line| !line.is_empty()).is_some_and(|line| line == last)
    });
}
