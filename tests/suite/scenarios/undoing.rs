//! Undoing restores freshness by itself, whatever happened in between: each of these was found by
//! the model.

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::status::Editorial::{Approved, Draft};
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, uk};

const PLAIN: [&str; 3] = [uk::A, uk::B, uk::C];

#[test]
fn a_twin_that_is_taken_away_again_leaves_the_first_of_the_two() {
    let plain = [uk::B, uk::C, uk::TWIN, uk::D];
    let mut desk = Desk::new();
    desk.publish(Uk, &plain);
    desk.publish(En, &[en::B, en::C, en::TWIN, en::D]);
    desk.write(Uk, &[uk::B, uk::C, uk::TWIN, uk::TWIN, uk::D]);
    desk.write(Uk, &[uk::B1, uk::B2, uk::C, uk::TWIN, uk::TWIN, uk::D]);
    desk.write(Uk, &plain);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn a_merged_paragraph_that_was_deleted_and_returns_stands_for_both_again() {
    let merged = [en::AB, en::C];
    let mut desk = Desk::published_fire();
    desk.publish(En, &merged);
    desk.write(En, &[en::C]);
    assert_eq!(desk.behind(En), 2);
    desk.write(En, &merged);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn a_part_joined_with_the_next_paragraph_and_undone_is_fresh() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A, uk::B1, uk::B2, uk::C]);
    desk.write(Uk, &[uk::A, uk::B1, &[uk::B2, uk::C].join(" ")]);
    desk.write(Uk, &PLAIN);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn a_translations_part_joined_with_the_next_paragraph_and_undone_is_fresh() {
    let plain = [en::A, en::B, en::C];
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A1, en::A2, en::B, en::C]);
    desk.write(En, &[en::A1, &[en::A2, en::B].join(" "), en::C]);
    desk.write(En, &plain);
    assert_eq!(desk.pill(En), (Approved, 0, 0));

    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    assert_eq!(desk.behind(En), 1, "only a stands for A");
    desk.verify();
}

#[test]
fn an_editor_who_passes_a_change_as_minor_nods_to_what_a_translator_confirmed() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
    assert_eq!(desk.editorial(En), Draft);
    desk.minor(Who::Editor, 1).unwrap();
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn a_minor_change_passes_what_a_translator_has_only_typed() {
    let mut desk = Desk::published_fire();
    desk.type_in(En, &[en::A_DAWN, en::B, en::C]);
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.minor(Who::Editor, 1).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
}

#[test]
fn a_headline_in_a_draft_holds_the_approved_text_back_from_nothing() {
    for how in [How::Typed, How::Cut(Reason::Write)] {
        let mut desk = Desk::published_fire();
        let mut text = news::edition(En, &[en::A, en::B, en::C]);
        text.headline = "Paper store on the pier burns to the ground".to_owned();
        desk.save(Who::Translator, En, &text, None, how).unwrap();
        assert_eq!(desk.editorial(En), Draft);
        assert_eq!(desk.stops(En), [], "export looks at the approved text, whatever drafts say");
    }
}
