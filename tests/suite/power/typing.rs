//! A sitting at an open window: texts are saved as they are typed, or kept in a journal where the
//! database does not take them. The newsroom stays open all the while, so its write-ahead log grows.

use shpalta_language::Language::{self, En, Uk};
use shpalta_newsroom::draft::Save;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::{OperationId, SittingId};
use shpalta_newsroom::recovery::{self, Entry, Replayed};
use shpalta_newsroom::{Act, Newsroom, Result as Done};
use shpalta_tests::cli::{Desk, NOON};
use uuid::Uuid;

use super::Sitting;
use super::disk::Disk;
use super::image::Image;

/// How many texts are typed in a sitting: the odd ones are kept in the journal of the English
/// edition, the even ones are the Ukrainian draft.
const TEXTS: usize = 24;

/// A text that says its number.
fn text(number: usize) -> EditionText {
    let body = format!("Дощ не вщухає {number} годин. ").repeat(200);
    let text = EditionText { headline: number.to_string(), body, ..EditionText::default() };
    text.normalised()
}

/// The number that a text says; zero for another.
fn number(text: &EditionText) -> usize {
    text.headline.parse().unwrap_or(0)
}

/// Has all texts typed.
pub fn held(image: &Image) -> Sitting {
    let desk = Desk::empty();
    let disk = Disk::mounted(image, desk.place()).unwrap();
    let mut newsroom = Newsroom::open(&desk.newsroom()).unwrap();
    let mut acknowledged = Vec::new();
    for number in 1..=TEXTS {
        match number % 2 {
            0 => save(&mut newsroom, number).unwrap(),
            _ => keep(&newsroom, number).unwrap(),
        }
        acknowledged.push(disk.now());
    }
    Sitting { disk, acknowledged, _desk: desk }
}

fn act(newsroom: &Newsroom, number: usize) -> Done<Act> {
    let operation = OperationId(Uuid::from_u128(number as u128));
    let by = newsroom.person_named("Rosa")?.id;
    Ok(Act { operation, by, at: NOON.parse().unwrap() })
}

fn save(newsroom: &mut Newsroom, number: usize) -> Done<()> {
    let story = newsroom.story_id("weather")?;
    let based_on = newsroom.draft(story, Uk)?.save;
    let sitting = Some(SittingId(Uuid::from_u128(1)));
    let text = text(number);
    let save = Save { story, language: Uk, text: &text, based_on, seen: None, sitting };
    let act = act(newsroom, number)?;
    newsroom.save_draft(&act, &save).map(|_| ())
}

fn keep(newsroom: &Newsroom, number: usize) -> Done<()> {
    let Act { operation, by, at } = act(newsroom, number)?;
    let entry = Entry {
        story: "weather".to_owned(),
        language: En,
        person: by,
        sitting: SittingId(Uuid::from_u128(2)),
        operation,
        at,
        based_on: newsroom.draft(newsroom.story_id("weather")?, En)?.save,
        seen: None,
        text: text(number),
        loose: Vec::new(),
    };
    recovery::keep(newsroom.folder(), &entry)
}

/// What must hold when the power is back and so many texts were acknowledged.
pub fn look(desk: &Desk, acknowledged: usize) -> Result<(), String> {
    let failed = |error: shpalta_newsroom::Error| format!("lost: {error}");
    let mut newsroom = Newsroom::open(&desk.newsroom()).map_err(failed)?;
    let journals = recovery::journals(newsroom.folder());
    let kept = journals.first().map_or(0, |journal| number(&journal.entry.text));
    let saved = drafted(&newsroom, Uk).map_err(failed)?;
    // The odd and the even ones take turns.
    if kept.min(saved) + 1 < acknowledged {
        return Err(format!("lost: of {acknowledged} texts {saved} is saved, {kept} is kept"));
    }
    let faults = newsroom.verify().map_err(|error| error.to_string())?.faults;
    if !faults.is_empty() {
        return Err(format!("the newsroom has faults: {faults:?}"));
    }
    go_on(&mut newsroom, kept).map_err(|error| format!("does not go on: {error}"))
}

fn drafted(newsroom: &Newsroom, language: Language) -> Done<usize> {
    Ok(number(&newsroom.draft(newsroom.story_id("weather")?, language)?.text))
}

/// The journal is saved, and so is what is typed next.
fn go_on(newsroom: &mut Newsroom, kept: usize) -> Done<()> {
    for journal in recovery::journals(newsroom.folder()) {
        let replayed = newsroom.replay(&journal)?;
        assert!(matches!(replayed, Replayed::Saved { .. }), "{replayed:?}");
        assert_eq!(drafted(newsroom, En)?, kept);
    }
    save(newsroom, TEXTS + 2)?;
    assert_eq!(drafted(newsroom, Uk)?, TEXTS + 2);
    Ok(())
}
