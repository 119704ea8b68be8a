//! Submit, return, approve, revoke: where an edition stands with its editors.

use shpalta_language::Language::{En, Ru, Uk};
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::draft::Saved;
use shpalta_newsroom::publication::ChangeKind;
use shpalta_newsroom::status::Editorial::{Approved, Draft, InReview, NotStarted, Returned};
use shpalta_tests::desk::{Desk, Who};
use shpalta_tests::news::{en, uk};

const PLAIN: [&str; 3] = [uk::A, uk::B, uk::C];
const EDITED: [&str; 3] = [uk::A_DAWN, uk::B, uk::C];

#[test]
fn s11_still_right_leaves_a_draft_until_an_editor_nods() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &EDITED);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    assert!(!desk.is_exportable(En), "a pair that awaits a nod counts as behind at export");

    desk.approve(En);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert!(desk.is_exportable(En));
}

#[test]
fn s11_still_right_from_an_editor_of_the_language_needs_no_nod() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &EDITED);
    desk.confirm(Who::SecondEditor, En, 1, None).unwrap();
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert!(desk.is_exportable(En));
}

#[test]
fn a_claim_that_was_undone_waits_for_its_nod_when_it_returns() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &EDITED);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
    desk.publish(Uk, &PLAIN);
    assert_eq!(desk.pill(En), (Approved, 0, 0), "the pair that stands now was approved");
    desk.publish(Uk, &EDITED);
    assert_eq!(desk.pill(En), (Draft, 0, 0), "the claim waits for its nod again");
}

#[test]
fn s14_an_older_superseded_text_that_returns_is_a_draft() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &EDITED);
    desk.write(Uk, &PLAIN);
    assert_eq!(desk.editorial(Uk), Draft);
    desk.write(Uk, &EDITED);
    assert_eq!(desk.editorial(Uk), Approved);
}

#[test]
fn s14_an_older_superseded_translation_that_returns_is_a_draft() {
    let mut desk = Desk::published_fire();
    desk.publish(En, &[en::A, en::B_WORDED, en::C]);
    desk.write(En, &[en::A, en::B, en::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
    assert_eq!(desk.editorial(En), Approved);
}

#[test]
fn s15_approved_then_revoked_with_nothing_typed_is_a_draft() {
    let mut desk = Desk::published_fire();
    desk.revoke(Who::Editor, Uk).unwrap();
    let status = desk.status(Uk);
    assert_eq!((status.editorial, status.approved_revision), (Draft, None));
    assert_eq!(desk.revoke(Who::Editor, Uk).unwrap_err().code(), "not_approved");
    desk.approve(Uk);
    assert_eq!(desk.editorial(Uk), Approved);
}

#[test]
fn only_the_last_approval_counts_so_a_revoke_leaves_no_older_one() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &EDITED);
    desk.revoke(Who::Editor, Uk).unwrap();
    desk.write(Uk, &PLAIN);
    assert_eq!(desk.editorial(Uk), Draft);
    assert_eq!(desk.status(Uk).approved_revision, None);
}

#[test]
fn s16_a_returned_text_stays_returned_with_its_comment_until_it_is_submitted() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    desk.submit(Who::Reporter, Uk).unwrap();
    assert_eq!(desk.editorial(Uk), InReview);
    desk.return_by(Who::Editor, Uk, "Хто підтвердив причину?").unwrap();
    assert_eq!(desk.editorial(Uk), Returned);

    desk.write(Uk, &EDITED);
    assert_eq!(desk.editorial(Uk), Returned);
    let decisions = desk.newsroom.history(desk.story, Uk).unwrap().decisions;
    assert_eq!(decisions[0].decision, "return");
    assert_eq!(decisions[0].note.as_deref(), Some("Хто підтвердив причину?"));

    desk.submit(Who::Reporter, Uk).unwrap();
    assert_eq!(desk.editorial(Uk), InReview);
}

#[test]
fn s17_an_edit_that_is_undone_leaves_the_text_in_review_since_the_first_submit() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    desk.submit(Who::Reporter, Uk).unwrap();
    desk.write(Uk, &EDITED);
    assert_eq!(desk.editorial(Uk), Draft);
    desk.write(Uk, &PLAIN);
    assert_eq!(desk.editorial(Uk), InReview);
    assert_eq!(desk.submit(Who::Reporter, Uk).unwrap_err().code(), "already_in_review");
    assert_eq!(desk.decisions(Uk), ["submit"]);
}

#[test]
fn s17_holds_for_what_was_only_typed() {
    let mut desk = Desk::new();
    desk.type_in(Uk, &PLAIN);
    desk.submit(Who::Reporter, Uk).unwrap();
    desk.type_in(Uk, &EDITED);
    assert_eq!(desk.editorial(Uk), Draft);
    desk.type_in(Uk, &PLAIN);
    assert_eq!(desk.editorial(Uk), InReview);
}

#[test]
fn an_edition_without_text_is_not_started_and_cannot_be_submitted_or_approved() {
    let mut desk = Desk::new();
    assert_eq!(desk.editorial(Uk), NotStarted);
    assert_eq!(desk.submit(Who::Reporter, Uk).unwrap_err().code(), "no_text");
    assert_eq!(desk.approve_by(Who::Editor, Uk).unwrap_err().code(), "no_text");
}

#[test]
fn a_text_that_nobody_submitted_cannot_be_returned() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    assert_eq!(desk.return_by(Who::Editor, Uk, "?").unwrap_err().code(), "not_in_review");
}

#[test]
fn an_approved_text_can_be_neither_submitted_nor_approved_again() {
    let mut desk = Desk::published_fire();
    assert_eq!(desk.submit(Who::Reporter, Uk).unwrap_err().code(), "already_approved");
    assert_eq!(desk.approve_by(Who::SecondEditor, Uk).unwrap_err().code(), "already_approved");
}

#[test]
fn a_text_without_headline_or_with_an_empty_image_slot_is_not_approvable() {
    let mut desk = Desk::new();
    desk.write(Uk, &[uk::A, "![Обгоріла стіна](media:)", uk::C]);
    assert_eq!(desk.approve_by(Who::Editor, Uk).unwrap_err().code(), "stop_findings");
}

#[test]
fn four_eyes_the_submitter_does_not_approve() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    desk.submit(Who::Editor, Uk).unwrap();
    assert_eq!(desk.approve_by(Who::Editor, Uk).unwrap_err().code(), "four_eyes");
    desk.approve_by(Who::SecondEditor, Uk).unwrap();
}

#[test]
fn four_eyes_the_last_writer_of_what_nobody_submitted_does_not_approve() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    desk.write_by(Who::Editor, Uk, &EDITED);
    assert_eq!(desk.approve_by(Who::Editor, Uk).unwrap_err().code(), "four_eyes");
    desk.approve_by(Who::SecondEditor, Uk).unwrap();
}

#[test]
fn four_eyes_the_last_writer_counts_though_nothing_was_cut() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    let text = shpalta_tests::news::edition(Uk, &EDITED);
    desk.save(Who::Editor, Uk, &text, None, shpalta_tests::desk::How::Typed).unwrap();
    assert_eq!(desk.approve_by(Who::Editor, Uk).unwrap_err().code(), "four_eyes");
    desk.approve_by(Who::SecondEditor, Uk).unwrap();
}

#[test]
fn four_eyes_the_last_to_confirm_does_not_nod_to_it() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &EDITED);
    desk.write(En, &[en::A, en::B, en::C, en::D]);
    desk.confirm(Who::Editor, En, 1, None).unwrap();
    desk.confirm(Who::Editor, En, 4, None).unwrap();
    assert_eq!(desk.approve_by(Who::Editor, En).unwrap_err().code(), "four_eyes");
    desk.approve_by(Who::SecondEditor, En).unwrap();
}

#[test]
fn four_eyes_an_editor_may_correct_in_review_and_approve() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    desk.submit(Who::Reporter, Uk).unwrap();
    desk.write_by(Who::Editor, Uk, &EDITED);
    desk.approve_by(Who::Editor, Uk).unwrap();
    assert_eq!(desk.editorial(Uk), Approved);
}

#[test]
fn four_eyes_an_old_submit_does_not_excuse_a_text_written_after_the_approval() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    desk.submit(Who::Reporter, Uk).unwrap();
    desk.approve(Uk);
    desk.write_by(Who::Editor, Uk, &EDITED);
    assert_eq!(desk.approve_by(Who::Editor, Uk).unwrap_err().code(), "four_eyes");
}

#[test]
fn four_eyes_a_chief_and_the_owner_are_bound_too() {
    for who in [Who::Chief, Who::Owner] {
        let mut desk = Desk::new();
        desk.write_by(who, Uk, &PLAIN);
        assert_eq!(desk.approve_by(who, Uk).unwrap_err().code(), "four_eyes");
        desk.approve_by(Who::Editor, Uk).unwrap();
    }
}

#[test]
fn a_save_that_changes_nothing_makes_nobody_an_author() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    let changes = desk.changes();
    assert!(matches!(desk.write_by(Who::Editor, Uk, &PLAIN), Saved::Unchanged { .. }));
    assert_eq!(desk.changes(), changes);
    desk.approve_by(Who::Editor, Uk).unwrap();
}

#[test]
fn by_policy_an_editor_approves_their_own_and_a_second_look_is_due() {
    let mut desk = Desk::new();
    let act = desk.act(Who::Chief);
    desk.newsroom.set_policy(&act, "self_approve", "on").unwrap();
    desk.write_by(Who::Editor, Uk, &PLAIN);
    desk.approve_by(Who::Editor, Uk).unwrap();
    assert_eq!(desk.editorial(Uk), Approved);
    assert!(desk.on_board(Uk).second_look);

    assert!(desk.approve_by(Who::Editor, Uk).is_err(), "another editor has to look");
    assert!(desk.on_board(Uk).second_look);
    desk.approve_by(Who::SecondEditor, Uk).unwrap();
    assert!(!desk.on_board(Uk).second_look);
    assert_eq!(desk.editorial(Uk), Approved);
}

#[test]
fn the_policy_makes_no_editor_of_a_reporter() {
    let mut desk = Desk::new();
    let act = desk.act(Who::Chief);
    desk.newsroom.set_policy(&act, "self_approve", "on").unwrap();
    desk.write(Uk, &PLAIN);
    assert_eq!(desk.approve_by(Who::Reporter, Uk).unwrap_err().code(), "not_allowed");
}

#[test]
fn an_approval_by_somebody_else_makes_no_second_look_due() {
    let mut desk = Desk::published_fire();
    assert!(!desk.on_board(Uk).second_look);
    desk.publish(Ru, &["Ночью спасатели потушили пожар.", "Огонь.", "Причина."]);
    assert!(!desk.on_board(Ru).second_look);
}

#[test]
fn an_editor_approves_exactly_what_they_looked_at() {
    let mut desk = Desk::new();
    desk.write(Uk, &PLAIN);
    let looked_at = desk.newsroom.show(desk.story, Uk, None).unwrap().content;
    desk.type_in(Uk, &EDITED);
    let approve = |desk: &mut Desk, content| {
        let act = desk.act(Who::Editor);
        let approving = Approving { change: ChangeKind::Update, note: None, content };
        desk.newsroom.approve(&act, desk.story, Uk, approving)
    };
    assert_eq!(approve(&mut desk, looked_at).unwrap_err().code(), "text_changed");
    assert_eq!(desk.status(Uk).revision, Some(1), "what is refused cuts nothing");
    desk.type_in(Uk, &PLAIN);
    approve(&mut desk, looked_at).unwrap();
    assert_eq!(desk.editorial(Uk), Approved);
}
