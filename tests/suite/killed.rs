//! A command that is killed while it writes: what it acknowledged is there, and nothing is half.
//! `SHPALTA_CAMPAIGN=40` kills forty times as often.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use shpalta_newsroom::Newsroom;
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::cli::Desk;

fn part_of(whole: Duration, dice: &mut Dice) -> Duration {
    Duration::from_micros(dice.below(u64::try_from(whole.as_micros()).unwrap()))
}

#[test]
fn no_acknowledged_save_is_lost_when_the_command_is_killed() {
    let desk = Desk::with_weather();
    let (mut acknowledged, mut killed, mut dice) = (Vec::new(), 0, Dice::of(5));
    // The first is let run: the others are killed within twice the time that it took.
    let mut whole = Duration::ZERO;
    for round in 0..=rounds(25) {
        let said = format!("Раунд {round}: дощ не вщухає.");
        let file = desk.file("weather.uk.md", format!("# Погода\n\nКоротко.\n\n{said}\n"));
        let mut command = desk.command();
        command.arg("--newsroom").arg(desk.newsroom());
        command.args(["story", "write", "weather", "--lang", "uk", "--from", &file]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        let mut child = command.spawn().unwrap();
        if round > 0 {
            thread::sleep(part_of(2 * whole, &mut dice));
            child.kill().unwrap();
        }
        match child.wait().unwrap().success() {
            true => acknowledged.push(said),
            false => killed += 1,
        }
        if round == 0 {
            whole = begun.elapsed();
        }
        if round % 5 == 0 {
            assert_eq!(desk.ok("verify")["faults"], json!([]), "round {round}");
        }
    }
    eprintln!("the command was killed {killed} times and acknowledged {}", acknowledged.len());
    assert!(killed > 0, "no command was killed");
    assert_eq!(desk.ok("verify")["faults"], json!([]));
    let newsroom = Newsroom::open(&desk.newsroom()).unwrap();
    let story = newsroom.story_id("weather").unwrap();
    let uk = shpalta_language::Language::Uk;
    let history = newsroom.history(story, uk).unwrap();
    let numbers = history.revisions.iter().map(|revision| Some(revision.revision));
    let texts: Vec<String> =
        numbers.map(|number| newsroom.show(story, uk, number).unwrap().text.body).collect();
    for said in acknowledged {
        assert!(texts.iter().any(|text| text.contains(&said)), "lost: {said}");
    }
}

#[test]
fn a_backup_that_is_killed_leaves_none_that_is_half() {
    let mut desk = Desk::with_tram_museum();
    let mut dice = Dice::of(6);
    for round in 0..rounds(8) {
        desk.clock(&format!("2026-03-05T10:{:02}:{:02}Z", round / 60 % 60, round % 60));
        let mut command = desk.command();
        command.arg("--newsroom").arg(desk.newsroom()).arg("backup");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        thread::sleep(Duration::from_micros(dice.below(120_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        let newsroom = Newsroom::open(&desk.newsroom()).unwrap();
        for (number, backup) in newsroom.backups().unwrap().iter().enumerate() {
            let to = desk.beside(&format!("restored-{round}-{number}"));
            let restored = shpalta_newsroom::backup::restore(&backup.path, &to).unwrap();
            assert_eq!(restored.faults, []);
        }
    }
    desk.clock("2026-03-06T10:00:00Z");
    assert_eq!(desk.ok("backup")["faults"], json!([]));
    let left = std::fs::read_dir(desk.newsroom().join("backups")).unwrap();
    let names = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let half: Vec<String> = names.filter(|name| name.contains(".part")).collect();
    assert_eq!(half, Vec::<String>::new());
}
