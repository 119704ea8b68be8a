//! Who may do what, per language where it matters.

use shpalta_language::Language::{En, Ru, Uk};
use shpalta_newsroom::Error;
use shpalta_newsroom::publication::WithdrawalKind;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::staff::Role;
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, uk};

#[track_caller]
fn refused<T>(answer: Result<T, Error>) {
    assert_eq!(answer.err().map(|error| error.code()), Some("not_allowed"));
}

#[test]
fn a_translator_writes_and_submits_in_their_languages_and_approves_nothing() {
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    desk.submit(Who::Translator, En).unwrap();
    refused(desk.approve_by(Who::Translator, En));
    refused(desk.return_by(Who::Translator, En, "—"));
    refused(desk.revoke(Who::Translator, En));
}

#[test]
fn nobody_writes_in_a_language_that_is_not_theirs() {
    let mut desk = Desk::published_fire();
    let how = How::Cut(Reason::Write);
    let english = news::edition(En, &[en::A_DAWN]);
    refused(desk.save(Who::Reporter, En, &english, None, how));
    refused(desk.save(Who::UkrainianEditor, En, &english, None, How::Typed));
    let ukrainian = news::edition(Uk, &[uk::A_DAWN]);
    refused(desk.save(Who::Translator, Uk, &ukrainian, None, how));
    assert_eq!(desk.newsroom.history(desk.story, En).unwrap().revisions.len(), 1);
}

#[test]
fn an_editor_approves_revokes_and_returns_in_their_languages_only() {
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    desk.submit(Who::Translator, En).unwrap();
    refused(desk.approve_by(Who::UkrainianEditor, En));
    refused(desk.return_by(Who::UkrainianEditor, En, "—"));
    refused(desk.revoke(Who::UkrainianEditor, En));
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    desk.approve_by(Who::UkrainianEditor, Uk).unwrap();
    desk.revoke(Who::UkrainianEditor, Uk).unwrap();
}

#[test]
fn confirming_takes_a_writers_right_for_the_translations_language() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    refused(desk.confirm(Who::Reporter, En, 1, None));
    refused(desk.confirm(Who::UkrainianEditor, En, 1, None));
    desk.confirm(Who::Translator, En, 1, None).unwrap();
}

#[test]
fn only_an_editor_of_the_originals_language_marks_a_change_as_minor() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    refused(desk.minor(Who::Reporter, 1));
    refused(desk.minor(Who::Translator, 1));
    desk.minor(Who::UkrainianEditor, 1).unwrap();
}

#[test]
fn a_reporter_withdraws_nothing() {
    let mut desk = Desk::published_fire();
    for (who, language) in [(Who::Reporter, Some(Uk)), (Who::Translator, Some(En))] {
        let act = desk.act(who);
        let kind = WithdrawalKind::Held;
        refused(desk.newsroom.withdraw(&act, desk.story, language, kind, None));
        let act = desk.act(who);
        refused(desk.newsroom.withdraw(&act, desk.story, None, kind, None));
    }
    let act = desk.act(Who::Editor);
    desk.newsroom.withdraw(&act, desk.story, Some(Uk), WithdrawalKind::Held, None).unwrap();
    let act = desk.act(Who::Reporter);
    refused(desk.newsroom.reinstate(&act, desk.story, Some(Uk), None));
}

#[test]
fn an_embargo_takes_an_editor() {
    let mut desk = Desk::published_fire();
    refused(desk.set(Who::Reporter, "embargo", "2030-01-01 08:00"));
    desk.set(Who::Editor, "embargo", "2030-01-01 08:00").unwrap();
}

#[test]
fn exporting_takes_an_editor_of_each_language_that_goes_out() {
    let mut desk = Desk::published_fire();
    refused(desk.export_by(Who::Reporter, &[Uk], None));
    refused(desk.export_by(Who::Translator, &[En], None));
    refused(desk.export_by(Who::UkrainianEditor, &[Uk, En], None));
    desk.export_by(Who::UkrainianEditor, &[Uk], None).unwrap();
    desk.export_by(Who::SecondEditor, &[Uk, En], None).unwrap();
}

#[test]
fn overriding_a_finding_takes_a_chief_or_by_policy_an_editor() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let reason = Some("Переклад доженуть за годину.");
    refused(desk.export_by(Who::Editor, &[En], reason));
    desk.export_by(Who::Chief, &[En], reason).unwrap();
    assert!(desk.decisions(En).contains(&"override".to_owned()));

    let act = desk.act(Who::Chief);
    desk.newsroom.set_policy(&act, "editor_overrides", "on").unwrap();
    desk.export_by(Who::Editor, &[En], reason).unwrap();
}

#[test]
fn only_a_chief_switches_the_original_and_changes_staff_and_policy() {
    for who in [Who::Reporter, Who::Translator, Who::Editor] {
        let mut desk = Desk::published_fire();
        refused(desk.set(who, "original", "en"));
        let act = desk.act(who);
        refused(desk.newsroom.set_policy(&act, "self_approve", "on"));
        let act = desk.act(who);
        refused(desk.newsroom.add_staff(&act, "Нова Людина", Role::Reporter, &[Uk]));
    }
    for who in [Who::Chief, Who::Owner] {
        let mut desk = Desk::published_fire();
        desk.set(who, "original", "en").unwrap();
        let act = desk.act(who);
        desk.newsroom.set_policy(&act, "self_approve", "on").unwrap();
        let act = desk.act(who);
        desk.newsroom.add_staff(&act, "Нова Людина", Role::Reporter, &[Uk]).unwrap();
    }
}

#[test]
fn a_role_taken_away_takes_its_rights_and_leaves_what_was_done() {
    const EDITOR: &str = "Едуард Кравець";
    let mut desk = Desk::published_fire();
    let decided = desk.decisions(Uk);
    let act = desk.act(Who::Editor);
    refused(desk.newsroom.remove_staff(&act, EDITOR, Role::Editor, &[Uk]));
    let act = desk.act(Who::Chief);
    desk.newsroom.remove_staff(&act, EDITOR, Role::Editor, &[Uk, En, Ru]).unwrap();

    refused(desk.approve_by(Who::Editor, Uk));
    refused(desk.set(Who::Editor, "tags", "вогонь"));
    let editor = desk.newsroom.person_named(EDITOR).unwrap();
    assert_eq!((editor.id, editor.roles.len()), (desk.person(Who::Editor), 0));
    assert_eq!(desk.decisions(Uk), decided);
    desk.verify();
    let act = desk.act(Who::Chief);
    desk.newsroom.add_staff(&act, EDITOR, Role::Editor, &[Uk]).unwrap();
    desk.set(Who::Editor, "tags", "вогонь").unwrap();
}

#[test]
fn a_chief_and_the_owner_may_do_what_an_editor_may_in_every_language() {
    for who in [Who::Chief, Who::Owner] {
        let mut desk = Desk::new();
        desk.write(Uk, &[uk::A]);
        desk.approve_by(who, Uk).unwrap();
        desk.write(En, &[en::A]);
        desk.approve_by(who, En).unwrap();
        desk.revoke(who, En).unwrap();
        desk.write_by(who, Ru, &["Ночью спасатели потушили пожар."]);
    }
}
