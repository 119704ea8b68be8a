//! Who has a story open: a courtesy that hinders nobody.

use std::fs;

use jiff::{SignedDuration, Timestamp};
use shpalta_language::Language::{self, En, Uk};
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::presence::Here;
use shpalta_tests::desk::{Desk, Who};
use uuid::Uuid;

const FIRST: Uuid = Uuid::from_u128(1);
const SECOND: Uuid = Uuid::from_u128(2);

fn here(desk: &Desk, process: Uuid, who: Who, language: Language) -> Here {
    Here { process, story: desk.story, person: desk.person(who), language }
}

fn names(desk: &Desk, process: Uuid, now: Timestamp) -> Vec<String> {
    let present = desk.newsroom.who_has_open(desk.story, process, now);
    present.into_iter().map(|present| present.person).collect()
}

#[test]
fn two_windows_see_each_other_and_not_themselves() {
    let desk = Desk::new();
    let now = desk.now();
    let first = here(&desk, FIRST, Who::Reporter, Uk);
    assert_eq!(desk.newsroom.present(&first, now), []);
    let other = Newsroom::open(&desk.folder()).unwrap();
    let seen = other.present(&here(&desk, SECOND, Who::Translator, En), now);
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].person.as_str(), seen[0].language), ("Ростислав Гай", Uk));
    assert_eq!(names(&desk, FIRST, now), ["Тамара Вільха"]);

    other.absent(desk.story, SECOND);
    assert_eq!(names(&desk, FIRST, now), [""; 0]);
    assert_eq!(names(&desk, SECOND, now), ["Ростислав Гай"]);
}

#[test]
fn a_story_says_nothing_of_another() {
    let mut desk = Desk::new();
    desk.newsroom.present(&here(&desk, FIRST, Who::Reporter, Uk), desk.now());
    let act = desk.act(Who::Reporter);
    desk.story = desk.newsroom.new_story(&act, Uk, "Друга").unwrap();
    assert_eq!(names(&desk, SECOND, desk.now()), [""; 0]);
}

#[test]
fn who_is_not_heard_of_for_half_a_minute_is_gone() {
    let desk = Desk::new();
    let now = desk.now();
    desk.newsroom.present(&here(&desk, FIRST, Who::Reporter, Uk), now);
    let after = |seconds| names(&desk, SECOND, now + SignedDuration::from_secs(seconds));
    assert_eq!(after(30).len(), 1);
    assert_eq!(after(31).len(), 0);
    assert_eq!(after(-31).len(), 0, "the other clock is wrong");
}

#[test]
fn a_file_that_a_crash_left_is_cleared_away() {
    let desk = Desk::new();
    let open = desk.folder().join("cache/open");
    desk.newsroom.present(&here(&desk, FIRST, Who::Reporter, Uk), desk.now());
    let later = desk.now() + SignedDuration::from_hours(2);
    desk.newsroom.present(&here(&desk, SECOND, Who::Editor, Uk), later);
    assert_eq!(fs::read_dir(&open).unwrap().count(), 1);
    desk.newsroom.absent(desk.story, SECOND);
    assert_eq!(fs::read_dir(&open).unwrap().count(), 0);
}

#[test]
fn somebody_with_two_windows_elsewhere_is_named_once() {
    let desk = Desk::new();
    let now = desk.now();
    let sooner = now - SignedDuration::from_secs(5);
    desk.newsroom.present(&here(&desk, FIRST, Who::Editor, Uk), sooner);
    desk.newsroom.present(&here(&desk, SECOND, Who::Editor, Uk), now);
    let seen = desk.newsroom.who_has_open(desk.story, Uuid::nil(), now);
    assert_eq!((seen.len(), seen[0].at), (1, now));
}

#[test]
fn what_lies_in_the_way_hinders_nobody() {
    let mut desk = Desk::new();
    fs::remove_dir_all(desk.folder().join("cache")).unwrap();
    fs::write(desk.folder().join("cache"), "not a folder").unwrap();
    let first = here(&desk, FIRST, Who::Reporter, Uk);
    assert_eq!(desk.newsroom.present(&first, desk.now()), []);
    desk.newsroom.absent(desk.story, FIRST);
    desk.write(Uk, &["Далі."]);

    let desk = Desk::new();
    let open = desk.folder().join("cache/open");
    fs::create_dir_all(&open).unwrap();
    let odd = open.join(format!("{}.{SECOND}.json", desk.story));
    for content in ["", "{}", "{\"person\":1}"] {
        fs::write(&odd, content).unwrap();
        assert_eq!(names(&desk, FIRST, desk.now()), [""; 0]);
    }
    let stranger =
        format!("{{\"person\":\"{SECOND}\",\"language\":\"uk\",\"at\":\"{}\"}}", desk.now());
    fs::write(&odd, stranger).unwrap();
    assert_eq!(names(&desk, FIRST, desk.now()), [""; 0], "nobody of this staff");
}
