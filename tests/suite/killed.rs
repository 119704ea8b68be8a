//! A command that is killed while it writes: what it acknowledged is there, and nothing is half.
//! `SHPALTA_CAMPAIGN=40` kills forty times as often.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use shpalta_newsroom::Newsroom;
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::cli::{Desk, files_in};

use crate::faults::{can_fail, strace};

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

const EXPORT: &str = "export";

fn quiet(command: &mut Command) -> &mut Command {
    command.stdout(Stdio::null()).stderr(Stdio::null())
}

fn export(desk: &Desk) -> bool {
    let mut command = desk.command();
    command.arg("--newsroom").arg(desk.newsroom()).arg(EXPORT);
    quiet(&mut command).status().unwrap().success()
}

/// Exports and is killed: at some moment, or as a file is put in place.
fn export_that_is_killed(desk: &Desk, whole: Duration, files: usize, dice: &mut Dice) {
    let at_a_rename = dice.below(2) == 0 && can_fail();
    if at_a_rename {
        let number = 1 + dice.below(files as u64 + 1);
        let inject = format!("inject=rename:signal=KILL:when={number}");
        let options = ["-e", "trace=rename", "-e", &inject];
        let mut command = strace(desk, EXPORT, &options, &desk.beside("strace.log"));
        quiet(&mut command).status().unwrap();
        return;
    }
    let mut command = desk.command();
    command.arg("--newsroom").arg(desk.newsroom()).arg(EXPORT);
    let mut child = quiet(&mut command).spawn().unwrap();
    thread::sleep(part_of(whole, dice));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Wherever it is killed, each file is the old or the new one and whole, what is not ours stays,
/// and the next export makes the site as if nothing had been.
#[test]
fn an_export_that_is_killed_leaves_whole_files_and_the_next_one_finishes() {
    let desk = Desk::with_tram_museum();
    let site = desk.beside("site");
    let names = ["Степ", "Листоноша"];
    let mut sites = Vec::new();
    for name in names {
        desk.ok(["site", "set", "name", name]);
        assert!(export(&desk));
        sites.push(files_in(&site));
    }
    fs::write(site.join("theirs.txt"), "not ours").unwrap();
    desk.ok(["site", "set", "name", names[0]]);
    let begun = Instant::now();
    assert!(export(&desk));
    let (whole, mut dice, mut between) = (begun.elapsed(), Dice::of(7), 0);
    for round in 0..rounds(13) {
        let turn = usize::try_from(round % 2).unwrap();
        let (before, after) = (&sites[turn], &sites[1 - turn]);
        desk.ok(["site", "set", "name", names[1 - turn]]);
        export_that_is_killed(&desk, whole, after.len(), &mut dice);
        let mut left = files_in(&site);
        assert_eq!(left.remove(Path::new("theirs.txt")).unwrap(), b"not ours");
        left.retain(|path, _| !path.starts_with(".shpalta-staging"));
        between += u32::from(&left != before && &left != after);
        for (path, bytes) in &left {
            let whole = before.get(path) == Some(bytes) || after.get(path) == Some(bytes);
            assert!(whole, "round {round}: {} is neither", path.display());
        }
        assert!(export(&desk));
        let mut left = files_in(&site);
        left.remove(Path::new("theirs.txt"));
        assert!(&left == after, "round {round}: not the site that was asked for");
        let verify = desk.ok(["verify", "--export", site.to_str().unwrap()]);
        assert_eq!(verify["faults"], json!([]), "round {round}");
    }
    eprintln!("{between} of {} kills came while files were put in place", rounds(13));
    assert!(between > 0 || !can_fail(), "no kill came while files were put in place");
}
