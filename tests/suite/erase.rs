//! Erasing: no byte of the words is left, and what happened still can be told.

mod photo;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::erase::{Erased, Gone, Use};
use shpalta_newsroom::id::{OperationId, SittingId};
use shpalta_newsroom::{Error, Newsroom, Result, backup, recovery};
use shpalta_tests::cli::{self, text};
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, uk};
use uuid::Uuid;

const SECRET: &str = "Свідок живе на вулиці Тополиній, будинок чотири.";
const REASON: &str = "Адреса свідка.";

/// A newsroom in which the sentence was typed, cut as r2, and taken out again.
fn told() -> Desk {
    let mut desk = Desk::published_fire();
    desk.type_in(Uk, &[uk::A, uk::B, uk::C, SECRET]);
    desk.type_in(Uk, &[uk::A, uk::B, uk::C, SECRET, uk::D]);
    desk.write(Uk, &[uk::A, SECRET, uk::C]);
    desk.write(Uk, &[uk::A, uk::B, uk::C]);
    desk
}

/// The revisions of the Ukrainian edition whose text has the sentence.
fn with_secret(desk: &Desk) -> Vec<u32> {
    let history = desk.newsroom.history(desk.story, Uk).unwrap();
    let numbers = history.revisions.iter().map(|revision| revision.revision);
    let said = |number: &u32| {
        let shown = desk.newsroom.show(desk.story, Uk, Some(*number)).unwrap();
        shown.text.body.contains(SECRET)
    };
    numbers.filter(said).collect()
}

fn erase(desk: &mut Desk, who: Who, numbers: &[u32]) -> Result<Erased> {
    let act = desk.act(who);
    desk.newsroom.erase(&act, desk.story, Uk, numbers, REASON)
}

/// Files below a folder that hold these bytes.
pub(crate) fn holding(folder: &Path, words: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else if fs::read(&path).unwrap().windows(words.len()).any(|b| b == words.as_bytes()) {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_byte_of_the_words_is_left_in_the_newsroom_or_in_later_backups() {
    let mut desk = told();
    assert!(!holding(&desk.folder(), SECRET).is_empty(), "the control: it was there");
    let numbers = with_secret(&desk);
    assert!(numbers.len() >= 2);
    let before = desk.status(En);
    let erased = erase(&mut desk, Who::Chief, &numbers).unwrap();
    assert_eq!((erased.revisions.len(), erased.cleared), (numbers.len(), true));
    assert_eq!(erased.backups, Vec::<PathBuf>::new());
    desk.newsroom.back_up(desk.now()).unwrap();
    assert_eq!(holding(&desk.folder(), SECRET), Vec::<PathBuf>::new());
    assert_eq!(holding(&desk.folder(), "Тополиній"), Vec::<PathBuf>::new());

    let found = desk.newsroom.verify().unwrap();
    assert_eq!((found.faults, found.erased), (vec![], numbers.len()));
    assert_eq!(desk.status(En), before, "nothing else changed");
    let history = desk.newsroom.history(desk.story, Uk).unwrap();
    assert_eq!(history.decisions[0].decision, "erase");
    assert_eq!(history.decisions[0].note.as_deref(), Some(REASON));
    let marked = history.revisions.iter().filter(|revision| revision.erased.is_some());
    assert_eq!(marked.map(|revision| revision.revision).collect::<Vec<_>>(), numbers);
}

#[test]
fn a_headline_that_export_kept_in_mind_is_erased_too() {
    let desk = cli::Desk::new();
    desk.ok("site set folder site");
    let titled = |title: &str| format!("---\ntitle: {title}\n---\nТекст без імен.\n");
    desk.ok(["story", "new", "--lang", "uk", "--headline", "Свідок", "--by", "Rosa"]);
    desk.write("svidok", "uk", &titled(SECRET));
    assert_eq!(desk.refused("export"), "held_back");
    let secret = desk.ok("story show svidok --lang uk")["revision"].clone();
    assert!(!holding(&desk.newsroom().join("cache/exports"), SECRET).is_empty(), "the control");
    desk.write("svidok", "uk", &titled("Свідок дав свідчення"));
    let erasing = format!("erase svidok --lang uk --revision {secret} --by Chrystia --reason");
    let mut erasing: Vec<String> = erasing.split(' ').map(str::to_owned).collect();
    erasing.push(REASON.to_owned());
    desk.ok(erasing);
    assert_eq!(holding(&desk.newsroom(), SECRET), Vec::<PathBuf>::new());
}

#[test]
fn an_erased_text_cannot_be_shown_compared_or_brought_back() {
    let mut desk = told();
    let number = with_secret(&desk)[0];
    erase(&mut desk, Who::Chief, &[number]).unwrap();
    let based_on = desk.newsroom.draft(desk.story, Uk).unwrap().save;
    let act = desk.act(Who::Reporter);
    let (story, newsroom) = (desk.story, &mut desk.newsroom);
    let code = |error: Error| error.code();
    let codes = [
        newsroom.show(story, Uk, Some(number)).map(drop).map_err(code),
        newsroom.diff(story, Uk, 1, number).map(drop).map_err(code),
        newsroom.restore(&act, story, Uk, number, based_on).map(drop).map_err(code),
    ];
    assert_eq!(codes, [Err("text_erased"); 3]);
    desk.verify();
}

#[test]
fn what_is_needed_cannot_be_erased() {
    let mut desk = Desk::published_fire();
    let place = |desk: &mut Desk, number| match erase(desk, Who::Chief, &[number]) {
        Err(Error::TextInUse { place, .. }) => Some(place),
        Err(error) => panic!("{error}"),
        Ok(_) => None,
    };
    assert_eq!(place(&mut desk, 1), Some(Use::Draft));
    desk.type_in(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert_eq!(place(&mut desk, 1), Some(Use::Approved));
    desk.export(&[Uk]);
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert_eq!(place(&mut desk, 1), Some(Use::Exported));
    desk.export(&[Uk]);
    desk.type_in(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    desk.revoke(Who::Editor, Uk).unwrap();
    let number = desk.status(Uk).revision.unwrap();
    desk.type_in(Uk, &[uk::A_DAWN, uk::B]);
    assert_eq!(place(&mut desk, number), Some(Use::Newest));
    assert_eq!(place(&mut desk, 1), None);
    desk.verify();
}

#[test]
fn erasing_takes_a_chief_and_a_reason() {
    let mut desk = told();
    let number = with_secret(&desk)[0];
    for who in [Who::Reporter, Who::Editor] {
        assert_eq!(erase(&mut desk, who, &[number]).unwrap_err().code(), "not_allowed");
    }
    let act = desk.act(Who::Chief);
    let refused = desk.newsroom.erase(&act, desk.story, Uk, &[number], "  ").unwrap_err();
    assert_eq!(refused.code(), "reason_needed");
    assert_eq!(erase(&mut desk, Who::Chief, &[99]).unwrap_err().code(), "no_revision");
    assert!(with_secret(&desk).contains(&number));
    erase(&mut desk, Who::Owner, &[number]).unwrap();
}

#[test]
fn erasing_twice_is_erasing_once() {
    let mut desk = told();
    let numbers = with_secret(&desk);
    let first = erase(&mut desk, Who::Chief, &numbers).unwrap();
    let decisions = desk.decisions(Uk);
    assert_eq!(erase(&mut desk, Who::Chief, &numbers).unwrap(), first);
    assert_eq!(desk.decisions(Uk), decisions);
}

#[test]
fn one_text_of_two_that_is_needed_keeps_both() {
    let mut desk = told();
    let secret = with_secret(&desk)[0];
    let newest = desk.status(Uk).revision.unwrap();
    assert_eq!(erase(&mut desk, Who::Chief, &[secret, newest]).unwrap_err().code(), "text_in_use");
    assert!(with_secret(&desk).contains(&secret), "all or nothing");
}

#[test]
fn words_that_somebody_writes_again_are_there_again() {
    let mut desk = told();
    let numbers = with_secret(&desk);
    erase(&mut desk, Who::Chief, &numbers).unwrap();
    desk.write(Uk, &[uk::A, SECRET, uk::C]);
    let newest = desk.status(Uk).revision;
    let shown = desk.newsroom.show(desk.story, Uk, newest).unwrap();
    assert_eq!(shown.text, news::edition(Uk, &[uk::A, SECRET, uk::C]));
    desk.verify();
}

#[test]
fn a_translation_made_from_erased_words_goes_on() {
    let mut desk = told();
    desk.write(En, &[en::A, en::B_WORDED, en::C]);
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let numbers = with_secret(&desk);
    erase(&mut desk, Who::Chief, &numbers).unwrap();
    let first = 1;
    erase(&mut desk, Who::Chief, &[first]).unwrap();
    assert_eq!(desk.behind(En), 1);
    let act = desk.act(Who::Translator);
    let view = desk.newsroom.show(desk.story, En, None).unwrap();
    assert!(!view.blocks.is_empty());
    desk.newsroom
        .confirm(
            &act,
            desk.story,
            En,
            shpalta_newsroom::translation::Which::All,
            Some("Те саме."),
            None,
        )
        .unwrap();
    assert_eq!(desk.behind(En), 0);
    desk.approve(En);
    desk.verify();
}

#[test]
fn older_backups_are_named_and_removed_when_that_is_asked_for() {
    let desk = cli::Desk::with_weather();
    let secret = format!("{}\n\n{SECRET}\n", cli::WEATHER_UK.trim_end());
    desk.write("weather", "uk", &secret);
    let old = desk.ok("backup");
    desk.write("weather", "uk", cli::WEATHER_UK);
    let words = ["erase", "weather", "--lang", "uk", "--revision", "r2", "--reason", REASON];
    let answer = desk.ok(words);
    assert_eq!(answer["backups"], json!([old["path"]]));
    assert_eq!(answer["revisions"], json!(["weather uk r2"]));
    let answer = desk.ok([&words[..], &["--backups"]]
        .concat()
        .iter()
        .map(|w| (*w).to_owned())
        .collect::<Vec<_>>());
    assert_eq!((&answer["backups"], answer["removed"].as_array().unwrap().len()), (&json!([]), 1));
    assert!(!Path::new(&text(&old["path"])).exists());
    assert_eq!(holding(&desk.newsroom(), SECRET), Vec::<PathBuf>::new());
    let newest = Newsroom::open(&desk.newsroom()).unwrap().backups().unwrap().remove(0);
    assert_eq!(backup::restore(&newest.path, &desk.beside("restored")).unwrap().faults, []);
    assert_eq!(desk.ok("verify")["faults"], json!([]));
}

#[test]
fn another_program_that_reads_only_delays_that_traces_are_cleared() {
    let mut desk = told();
    let numbers = with_secret(&desk);
    let reader = desk.peek();
    reader.execute_batch("BEGIN; SELECT count(*) FROM story").unwrap();
    let _: u32 = reader.query_row("SELECT count(*) FROM text", [], |row| row.get(0)).unwrap();
    assert!(!erase(&mut desk, Who::Chief, &numbers).unwrap().cleared);
    reader.execute_batch("COMMIT").unwrap();
    assert!(erase(&mut desk, Who::Chief, &numbers).unwrap().cleared);
    assert_eq!(holding(&desk.folder(), SECRET), Vec::<PathBuf>::new());
    let text = news::edition(Uk, &[uk::A, uk::B]);
    desk.save(Who::Reporter, Uk, &text, None, How::Typed).unwrap();
}

/// What the window keeps aside is not looked through by itself: a chief is told of it.
#[test]
fn what_lies_in_recovery_and_may_hold_the_words_is_named() {
    let mut desk = told();
    let recovery = desk.folder().join("recovery");
    let aside = |name: &str| {
        let folder = recovery.join(name);
        fs::create_dir_all(&folder).unwrap();
        folder.join("newsroom.db")
    };
    desk.newsroom.back_up(desk.now()).unwrap();
    let whole = &desk.newsroom.backups().unwrap()[0].path;
    fs::copy(whole, aside("damaged-2025-01-20T10-00-00Z")).unwrap();
    fs::write(aside("damaged-2025-01-21T10-00-00Z"), "nobody can read this").unwrap();
    let entry = |language| recovery::Entry {
        story: desk.newsroom.story(desk.story).unwrap().slug,
        language,
        person: desk.person(Who::Chief),
        sitting: SittingId(Uuid::from_u128(1)),
        operation: OperationId(Uuid::from_u128(2)),
        at: desk.now(),
        based_on: 1,
        seen: None,
        text: news::edition(language, &[SECRET]),
        loose: Vec::new(),
    };
    recovery::keep(&desk.folder(), &entry(Uk)).unwrap();
    recovery::keep(&desk.folder(), &entry(En)).unwrap();

    let numbers = with_secret(&desk);
    let erased = erase(&mut desk, Who::Chief, &numbers).unwrap();
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let names: Vec<String> = erased.recovery.iter().map(name).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names[0].contains(".uk."), "{names:?}");
    assert_eq!(names[1..], ["damaged-2025-01-20T10-00-00Z", "damaged-2025-01-21T10-00-00Z"]);

    fs::remove_dir_all(&recovery).unwrap();
    desk.newsroom.renew_backups(desk.now(), &Gone::texts(&erased.contents)).unwrap();
    let lost = &desk.newsroom.backups().unwrap()[0].path;
    fs::copy(lost, aside("damaged-2025-01-22T10-00-00Z")).unwrap();
    let again = erase(&mut desk, Who::Chief, &numbers).unwrap();
    assert_eq!(again.recovery, Vec::<PathBuf>::new(), "a lost database without the words");
}
