//! A translation follows its original: changes, undoing, moves, splits, joins, twins.

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::finding::FindingCode;
use shpalta_newsroom::status::Editorial::{Approved, Draft};
use shpalta_newsroom::translation::RowState::{Changed, Extra, Missing};
use shpalta_tests::desk::{Desk, Who};
use shpalta_tests::news::{en, uk};

#[test]
fn s01_an_unapproved_change_is_coming_and_undoing_it_approves_the_original_by_itself() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    assert_eq!(desk.editorial(Uk), Draft);
    assert_eq!(desk.pill(En), (Approved, 0, 1));
    assert!(desk.is_exportable(En), "what is coming holds nothing back");

    desk.write(Uk, &[uk::A, uk::B, uk::C]);
    assert_eq!(desk.editorial(Uk), Approved);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    desk.verify();
}

#[test]
fn s02_an_approved_change_leaves_the_translation_one_behind_approved_and_not_exportable() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 1, 0));
    assert_eq!(desk.stale(En), [Changed]);
    assert_eq!(desk.stops(En), [FindingCode::Behind]);
    assert!(desk.is_exportable(Uk));
}

#[test]
fn s03_changing_it_back_makes_the_translation_fresh_and_exportable_again() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert!(desk.is_exportable(En));
}

#[test]
fn s04_a_change_and_its_translation_both_undone_are_fresh_by_themselves() {
    for original_first in [true, false] {
        let mut desk = Desk::published_fire();
        desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
        desk.write(En, &[en::A, en::B_FENCE, en::C]);
        desk.confirm(Who::Translator, En, 2, None).unwrap();
        assert_eq!(desk.pill(En), (Draft, 0, 0));

        if original_first {
            desk.publish(Uk, &[uk::A, uk::B, uk::C]);
            assert_eq!(desk.editorial(En), Draft);
        }
        desk.write(En, &[en::A, en::B, en::C]);
        if !original_first {
            assert_eq!(desk.pill(En), (Approved, 1, 0), "b was never made from B2");
            desk.publish(Uk, &[uk::A, uk::B, uk::C]);
        }
        assert_eq!(desk.pill(En), (Approved, 0, 0));
        assert!(desk.is_exportable(En));
        desk.verify();
    }
}

#[test]
fn s05_identical_paragraphs_swapped_are_no_change() {
    let mut desk = twins();
    let changes = desk.changes();
    desk.write(Uk, &[uk::A, uk::TWIN, uk::B, uk::TWIN]);
    assert_eq!(desk.changes(), changes);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn s05_one_of_two_identical_paragraphs_deleted_is_an_extra_row_until_it_is_put_back() {
    let shorter: [&[&str]; 2] = [&[uk::A, uk::TWIN, uk::B], &[uk::A, uk::B, uk::TWIN]];
    for paragraphs in shorter {
        let mut desk = twins();
        desk.publish(Uk, paragraphs);
        assert_eq!(desk.behind(En), 1);
        assert_eq!(desk.stale(En), [Extra]);
        assert_eq!(desk.editorial(En), Approved);

        desk.publish(Uk, &[uk::A, uk::TWIN, uk::B, uk::TWIN]);
        assert_eq!(desk.pill(En), (Approved, 0, 0));
        desk.verify();
    }
}

#[test]
fn s05_neighbouring_twins_are_two_rows() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A, uk::TWIN, uk::TWIN]);
    desk.publish(En, &[en::A, en::TWIN, en::TWIN]);
    assert_eq!(desk.status(En).rows.len(), 5);
    desk.publish(Uk, &[uk::A, uk::TWIN]);
    assert_eq!(desk.stale(En), [Extra]);
    desk.publish(Uk, &[uk::A, uk::TWIN, uk::TWIN]);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

fn twins() -> Desk {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A, uk::TWIN, uk::B, uk::TWIN]);
    desk.publish(En, &[en::A, en::TWIN, en::B, en::TWIN]);
    desk
}

#[test]
fn s06_a_split_is_one_row_and_confirming_it_leaves_a_draft_that_needs_approval() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B1, uk::B2, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 1, 0));
    let row = &desk.status(En).rows[3];
    assert_eq!((row.block, row.original.as_slice()), (Some(4), [4, 5].as_slice()));
    assert_eq!(row.state, Changed);

    desk.confirm(Who::Translator, En, 2, None).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn s06_a_split_joined_again_is_fresh_and_approved() {
    for confirmed in [false, true] {
        let mut desk = Desk::published_fire();
        desk.publish(Uk, &[uk::A, uk::B1, uk::B2, uk::C]);
        if confirmed {
            desk.confirm(Who::Translator, En, 2, None).unwrap();
        }
        desk.publish(Uk, &[uk::A, uk::B, uk::C]);
        assert_eq!(desk.pill(En), (Approved, 0, 0));
        assert!(desk.is_exportable(En));
        desk.verify();
    }
}

#[test]
fn s07_two_changed_paragraphs_that_the_translator_had_merged_are_one_row() {
    let mut desk = Desk::published_fire();
    desk.publish(En, &[en::AB, en::C]);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert_eq!(desk.status(En).rows[2].original, [3, 4]);

    desk.publish(Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 1, 0));
}

#[test]
fn s08_a_changed_paragraph_that_the_translator_had_split_is_two_rows() {
    let mut desk = Desk::published_fire();
    desk.publish(En, &[en::A1, en::A2, en::B, en::C]);
    assert_eq!(desk.pill(En), (Approved, 0, 0));

    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 2, 0));
    assert_eq!(desk.stale(En), [Changed, Changed]);
}

#[test]
fn s09_a_moved_paragraph_is_no_change_for_the_translation_but_a_draft_of_the_original() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::B, uk::C, uk::A]);
    assert_eq!(desk.editorial(Uk), Draft);
    assert_eq!(desk.pill(En), (Approved, 0, 0));

    desk.approve(Uk);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert_eq!(desk.status(En).rows[2].original, [5]);
}

#[test]
fn s10_a_new_paragraph_is_missing_and_not_approvable_until_it_is_removed_again() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::D, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 1, 0));
    assert_eq!(desk.stale(En), [Missing]);
    let row = &desk.status(En).rows[4];
    assert_eq!((row.block, row.original.as_slice()), (None, [5].as_slice()));
    assert!(desk.approve_by(Who::Editor, En).is_err());
    assert!(!desk.is_exportable(En));

    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert!(desk.is_exportable(En));
}

#[test]
fn a_draft_with_a_missing_paragraph_is_refused_as_behind() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::D, uk::C]);
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    assert_eq!(desk.approve_by(Who::Editor, En).unwrap_err().code(), "behind");

    desk.write(En, &[en::A_DAWN, en::B, en::D, en::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
}

#[test]
fn a_new_paragraph_of_an_unapproved_original_is_coming_and_no_row_yet() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A, uk::B, uk::D, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 0, 1));
    assert_eq!(desk.status(En).rows.len(), 5);
}

#[test]
fn without_an_approved_original_rows_stand_against_its_newest_revision() {
    let mut desk = Desk::new();
    desk.write(Uk, &[uk::A, uk::B, uk::C]);
    desk.write(En, &[en::A, en::B, en::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.write(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    assert_eq!(desk.pill(En), (Draft, 1, 0));
    let refused = desk.approve_by(Who::Editor, En).unwrap_err();
    assert!(["original_not_approved", "behind"].contains(&refused.code()));

    desk.write(Uk, &[uk::A, uk::B, uk::C]);
    let refused = desk.approve_by(Who::Editor, En).unwrap_err();
    assert_eq!(refused.code(), "original_not_approved");
    desk.approve(Uk);
    desk.approve(En);
}

#[test]
fn a_revoked_original_holds_a_draft_of_its_translation_back() {
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    desk.revoke(Who::Editor, Uk).unwrap();
    let refused = desk.approve_by(Who::Editor, En).unwrap_err();
    assert_eq!(refused.code(), "original_not_approved");
}

#[test]
fn an_original_with_a_draft_beside_its_approved_text_lets_a_translation_be_approved() {
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    desk.write(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 1));
    desk.approve(En);
    assert_eq!(desk.pill(En), (Approved, 0, 1));
}
