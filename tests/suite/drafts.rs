//! Drafts as a window saves them: when a revision is cut, and that nothing typed is lost.

mod history;

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::draft::{Save, Saved};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::SittingId;
use shpalta_newsroom::translation::RowState;
use shpalta_tests::desk::{Desk, Who};
use shpalta_tests::news::{self, en, uk};
use uuid::Uuid;

const PLAIN: [&str; 3] = [uk::A, uk::B, uk::C];
const NEAR: [&str; 3] = [uk::A_NEAR, uk::B, uk::C];
const DAWN: [&str; 3] = [uk::A_DAWN, uk::B, uk::C];

fn sitting(number: u128) -> Option<SittingId> {
    Some(SittingId(Uuid::from_u128(number)))
}

/// Types on top of what stands there; the number of the revision that was cut.
fn type_in(desk: &mut Desk, who: Who, number: u128, text: &EditionText) -> Option<u32> {
    let based_on = desk.newsroom.draft(desk.story, Uk).unwrap().save;
    let act = desk.act(who);
    let sitting = sitting(number);
    let save = Save { story: desk.story, language: Uk, text, based_on, seen: None, sitting };
    match desk.newsroom.save_draft(&act, &save).unwrap() {
        Saved::Saved { revision, .. } => revision,
        other => panic!("{other:?}"),
    }
}

fn paragraphs(desk: &mut Desk, who: Who, number: u128, paragraphs: &[&str]) -> Option<u32> {
    type_in(desk, who, number, &news::edition(Uk, paragraphs))
}

fn text_of(desk: &Desk, revision: u32) -> EditionText {
    desk.newsroom.show(desk.story, Uk, Some(revision)).unwrap().text
}

#[test]
fn a_sitting_that_goes_on_cuts_nothing_and_the_next_one_cuts_what_it_found() {
    let mut desk = Desk::published_fire();
    assert_eq!(paragraphs(&mut desk, Who::Reporter, 1, &NEAR), None);
    assert_eq!(paragraphs(&mut desk, Who::Reporter, 1, &DAWN), None);
    assert_eq!(paragraphs(&mut desk, Who::Reporter, 2, &PLAIN), Some(2));
    assert_eq!(text_of(&desk, 2), news::edition(Uk, &DAWN));
    desk.verify();
}

#[test]
fn another_persons_first_edit_cuts_what_it_replaces_in_its_writers_name() {
    let mut desk = Desk::published_fire();
    paragraphs(&mut desk, Who::Reporter, 1, &NEAR);
    assert_eq!(paragraphs(&mut desk, Who::Editor, 1, &DAWN), Some(2));
    let history = desk.newsroom.history(desk.story, Uk).unwrap();
    assert_eq!(history.revisions[0].person, "Ростислав Гай");
    assert_eq!(text_of(&desk, 2), news::edition(Uk, &NEAR));
}

#[test]
fn a_first_edit_finds_nothing_uncut_and_cuts_nothing() {
    let mut desk = Desk::published_fire();
    assert_eq!(paragraphs(&mut desk, Who::Editor, 7, &NEAR), None);
    assert_eq!(desk.status(Uk).revision, Some(1));
}

#[test]
fn five_minutes_of_typing_cut_a_revision() {
    let mut desk = Desk::published_fire();
    let letters = |count: usize| {
        let last = format!("{}{}", uk::C, "а".repeat(count));
        news::edition(Uk, &[uk::A, uk::B, &last])
    };
    // The desk's clock moves a minute with every act.
    for minute in 1..=5 {
        assert_eq!(type_in(&mut desk, Who::Reporter, 1, &letters(minute)), None, "{minute}");
    }
    assert_eq!(type_in(&mut desk, Who::Reporter, 1, &letters(6)), Some(2));
    assert_eq!(text_of(&desk, 2), letters(5));
    for minute in 7..=10 {
        assert_eq!(type_in(&mut desk, Who::Reporter, 1, &letters(minute)), None, "{minute}");
    }
    assert_eq!(type_in(&mut desk, Who::Reporter, 1, &letters(11)), Some(3));
    desk.verify();
}

#[test]
fn typing_back_to_the_revision_starts_a_new_spell() {
    let mut desk = Desk::published_fire();
    for text in [&NEAR, &DAWN, &NEAR, &PLAIN, &NEAR, &DAWN] {
        assert_eq!(paragraphs(&mut desk, Who::Reporter, 1, text), None);
    }
}

#[test]
fn a_save_that_removes_much_cuts_first() {
    let mut desk = Desk::published_fire();
    let long = uk::D.repeat(4);
    let grown = [uk::A, uk::B, uk::C, &long];
    paragraphs(&mut desk, Who::Reporter, 1, &grown);
    assert_eq!(paragraphs(&mut desk, Who::Reporter, 1, &PLAIN[..2]), Some(2));
    assert_eq!(text_of(&desk, 2), news::edition(Uk, &grown));
}

#[test]
fn a_save_that_empties_everything_cuts_first() {
    let mut desk = Desk::new();
    let little = EditionText { headline: "Пожежа".to_owned(), ..EditionText::default() };
    type_in(&mut desk, Who::Reporter, 1, &little);
    assert_eq!(type_in(&mut desk, Who::Reporter, 1, &EditionText::default()), Some(1));
    assert_eq!(text_of(&desk, 1), little);
    desk.verify();
}

#[test]
fn leaving_cuts_what_one_typed_and_nothing_else() {
    let mut desk = Desk::published_fire();
    paragraphs(&mut desk, Who::Reporter, 1, &NEAR);
    let leave = |desk: &mut Desk, who| {
        let act = desk.act(who);
        desk.newsroom.leave(&act, desk.story, Uk).unwrap()
    };
    assert_eq!(leave(&mut desk, Who::Editor), None, "somebody else is typing");
    assert_eq!(leave(&mut desk, Who::Reporter), Some(2));
    assert_eq!(desk.coming(En), 1, "what is in a revision is coming");
    assert_eq!(leave(&mut desk, Who::Reporter), None);
    assert_eq!(desk.newsroom.history(desk.story, Uk).unwrap().revisions.len(), 2);
    desk.verify();
}

#[test]
fn an_older_text_never_overwrites() {
    let mut desk = Desk::published_fire();
    let based_on = desk.newsroom.draft(desk.story, Uk).unwrap().save;
    paragraphs(&mut desk, Who::Reporter, 1, &NEAR);
    let ours = news::edition(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    let (story, language, text, seen) = (desk.story, Uk, &ours, None);
    let save = Save { story, language, text, based_on, seen, sitting: sitting(2) };
    let act = desk.act(Who::Editor);
    let Saved::Conflict { kept, .. } = desk.newsroom.save_draft(&act, &save).unwrap() else {
        panic!("the draft is another by now");
    };
    assert_eq!(desk.newsroom.draft(story, Uk).unwrap().text, news::edition(Uk, &NEAR));
    assert_eq!(text_of(&desk, kept), ours);
    assert_eq!(paragraphs(&mut desk, Who::Reporter, 1, &DAWN), None, "the sitting goes on");
    desk.verify();
}

#[test]
fn an_old_revision_comes_back_as_a_new_one() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &NEAR);
    paragraphs(&mut desk, Who::Reporter, 1, &DAWN);
    let based_on = desk.newsroom.draft(desk.story, Uk).unwrap().save;
    let act = desk.act(Who::Editor);
    let saved = desk.newsroom.restore(&act, desk.story, Uk, 1, based_on).unwrap();
    assert_eq!(saved, Saved::Saved { save: based_on + 1, revision: Some(4) });
    assert_eq!(text_of(&desk, 3), news::edition(Uk, &DAWN), "what stood there uncut is kept");
    assert_eq!(desk.body(Uk), news::edition(Uk, &PLAIN).body);
    let history = desk.newsroom.history(desk.story, Uk).unwrap();
    assert_eq!(
        (history.revisions[0].revision, history.revisions[0].reason.as_str()),
        (4, "restore")
    );
    let act = desk.act(Who::Editor);
    let late = desk.newsroom.restore(&act, desk.story, Uk, 2, based_on).unwrap();
    assert!(matches!(late, Saved::Conflict { .. }), "{late:?}");
    desk.verify();
}

#[test]
fn a_restored_translation_stands_for_what_it_was_made_from() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.write(En, &[en::A, en::B_FENCE, en::C]);
    desk.confirm(Who::Translator, En, 2, None).unwrap();
    assert_eq!(desk.behind(En), 0);
    let based_on = desk.newsroom.draft(desk.story, En).unwrap().save;
    let act = desk.act(Who::Translator);
    desk.newsroom.restore(&act, desk.story, En, 1, based_on).unwrap();
    assert_eq!(desk.stale(En), [RowState::Changed]);
    let act = desk.act(Who::Reporter);
    let refused = desk.newsroom.restore(&act, desk.story, En, 1, based_on + 1).unwrap_err();
    assert_eq!(refused.code(), "not_allowed");
}
