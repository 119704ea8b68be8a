//! Details, names, embargo, withdrawal: where an edition's page stands.

use jiff::Timestamp;
use shpalta_language::Language::{self, En, Ru, Uk};
use shpalta_newsroom::finding::FindingCode;
use shpalta_newsroom::names::{NameKind, Names};
use shpalta_newsroom::publication::WithdrawalKind;
use shpalta_newsroom::status::Editorial::{Approved, Draft};
use shpalta_newsroom::status::Publication;
use shpalta_tests::desk::{Desk, Who};
use shpalta_tests::news::{en, ru, uk};

#[test]
fn s21_a_byline_changed_after_approval_asks_for_a_nod_to_the_details() {
    let mut desk = signed_fire();
    desk.set(Who::Editor, "authors", "uk=Ілля Дуб,en=Illia Dub").unwrap();
    for language in [Uk, En] {
        assert_eq!(desk.editorial(language), Approved);
        assert_eq!(desk.stops(language), [FindingCode::DetailsChanged]);
        desk.approve_by(Who::SecondEditor, language).unwrap();
        assert!(desk.is_exportable(language));
    }
}

#[test]
fn s21_an_authors_spelling_corrected_in_the_table_outdates_the_page_alone() {
    let mut desk = signed_fire();
    desk.export(&[Uk, En]);
    assert_eq!(desk.status(En).publication, Publication::Exported);
    let names = Names::from([(Uk, "Марія Шевчук".into()), (En, "Mariia Shevchuk".into())]);
    let act = desk.act(Who::Editor);
    desk.newsroom.set_name(&act, NameKind::Author, &names, None).unwrap();

    let status = desk.status(En);
    assert_eq!((status.editorial, status.publication), (Approved, Publication::Outdated));
    assert!(desk.is_exportable(En), "{:?}", desk.stops(En));
    assert_eq!(desk.status(Uk).publication, Publication::Exported, "spelt as before");
    desk.export(&[En]);
    assert_eq!(desk.status(En).publication, Publication::Exported);
}

#[test]
fn a_spelling_corrected_by_id_outdates_the_page_alone() {
    let mut desk = signed_fire();
    desk.export(&[Uk, En]);
    let authors = desk.newsroom.names(NameKind::Author, Uk).unwrap();
    let names = Names::from([(Uk, "Марія Шевченко".into()), (En, "Maria Shevchuk".into())]);
    let act = desk.act(Who::Editor);
    desk.newsroom.correct_name(&act, authors[0].id, &names).unwrap();

    let status = desk.status(Uk);
    assert_eq!((status.editorial, status.publication), (Approved, Publication::Outdated));
    assert!(desk.is_exportable(Uk), "{:?}", desk.stops(Uk));
    assert_eq!(desk.status(En).publication, Publication::Exported, "spelt as before");
}

#[test]
fn details_set_back_need_no_nod() {
    let mut desk = signed_fire();
    desk.set(Who::Editor, "authors", "uk=Ілля Дуб,en=Illia Dub").unwrap();
    desk.set(Who::Editor, "authors", "uk=Марія Шевчук,en=Maria Shevchuk").unwrap();
    assert_eq!((desk.stops(Uk), desk.stops(En)), (vec![], vec![]));
}

#[test]
fn views_and_embargo_are_no_details() {
    let mut desk = signed_fire();
    desk.set(Who::Editor, "views", "30209").unwrap();
    desk.set(Who::Editor, "embargo", "2030-01-01 08:00").unwrap();
    assert!(!desk.stops(En).contains(&FindingCode::DetailsChanged));
    assert_eq!(desk.editorial(En), Approved);
}

/// The fire with an author, approved in two languages.
fn signed_fire() -> Desk {
    let mut desk = Desk::new();
    desk.set(Who::Editor, "authors", "uk=Марія Шевчук,en=Maria Shevchuk").unwrap();
    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    desk.publish(En, &[en::A, en::B, en::C]);
    desk
}

#[test]
fn a_page_is_never_then_exported_then_outdated() {
    let mut desk = Desk::published_fire();
    let publication = |desk: &Desk| desk.status(En).publication;
    assert_eq!(publication(&desk), Publication::Never);
    desk.export(&[Uk, En]);
    assert_eq!(publication(&desk), Publication::Exported);
    desk.publish(En, &[en::A, en::B_WORDED, en::C]);
    assert_eq!(publication(&desk), Publication::Outdated);
}

#[test]
fn a_new_approved_original_outdates_the_pages_that_follow_it() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk, En]);
    desk.write(Uk, &[uk::B, uk::A, uk::C]);
    assert_eq!(desk.status(En).publication, Publication::Exported);
    desk.approve(Uk);
    assert_eq!(desk.status(En).publication, Publication::Outdated);
}

#[test]
fn the_first_export_is_the_first_publication() {
    let mut desk = Desk::published_fire();
    assert_eq!(desk.newsroom.story(desk.story).unwrap().first_published, None);
    desk.export(&[Uk]);
    let first = desk.now();
    desk.export(&[Uk, En]);
    assert_eq!(desk.newsroom.story(desk.story).unwrap().first_published, Some(first));
}

#[test]
fn s24_an_embargo_on_an_exported_story_warns_and_removes_nothing() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk, En]);
    let warning = desk.set(Who::Editor, "embargo", "2030-01-01 08:00").unwrap();
    assert!(warning.is_some(), "the person is told that pages are out");
    assert!(desk.dossier(En).exported.is_some());
    assert_eq!(desk.status(En).publication, Publication::Embargoed);

    let later: Timestamp = "2030-01-01T06:00:00Z".parse().unwrap();
    let status = desk.newsroom.status(desk.story, later).unwrap();
    assert_eq!(status.editions[&En].publication, Publication::Exported);
}

#[test]
fn s24_an_embargo_on_a_story_that_is_not_out_warns_of_nothing() {
    let mut desk = Desk::published_fire();
    assert_eq!(desk.set(Who::Editor, "embargo", "2030-01-01 08:00").unwrap(), None);
    assert_eq!(desk.status(Uk).publication, Publication::Embargoed);
}

#[test]
fn s25_a_page_stays_when_its_approval_is_revoked_and_a_sibling_goes_out() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk, En]);
    desk.revoke(Who::Editor, En).unwrap();
    assert_eq!(desk.editorial(En), Draft);
    assert_eq!(desk.stops(En), [FindingCode::NotApproved]);
    desk.publish(Ru, &[ru::A, ru::B, ru::C]);
    desk.export(&[Ru]);

    let english = desk.dossier(En);
    assert!(english.approved.is_none());
    let page = english.exported.expect("its page is out");
    assert!(page.revision.is_some(), "the text that its page is written from again");
    for language in [Uk, Ru] {
        assert_eq!(desk.status(language).publication, Publication::Exported);
    }
}

#[test]
fn a_hold_is_one_decision_at_once_whatever_the_findings() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk, En]);
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    desk.set(Who::Editor, "embargo", "2030-01-01 08:00").unwrap();
    withdraw(&mut desk, Who::Editor, None, WithdrawalKind::Held).unwrap();
    for language in [Uk, En] {
        assert_eq!(desk.status(language).publication, Publication::Withdrawn);
        assert!(desk.stops(language).contains(&FindingCode::Withdrawn));
        assert_eq!(desk.dossier(language).withdrawal.unwrap().kind, WithdrawalKind::Held);
    }
    let again = withdraw(&mut desk, Who::Editor, None, WithdrawalKind::Held);
    assert_eq!(again.unwrap_err().code(), "no_decision");
}

#[test]
fn a_withdrawn_edition_leaves_its_siblings_and_is_reinstated() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk, En]);
    withdraw(&mut desk, Who::Editor, Some(En), WithdrawalKind::Withdrawn).unwrap();
    assert_eq!(desk.status(En).publication, Publication::Withdrawn);
    assert_eq!(desk.status(Uk).publication, Publication::Exported);
    assert_eq!(desk.editorial(En), Approved);

    let act = desk.act(Who::SecondEditor);
    desk.newsroom.reinstate(&act, desk.story, Some(En), None).unwrap();
    assert_eq!(desk.status(En).publication, Publication::Exported);
    assert!(desk.is_exportable(En));
    let act = desk.act(Who::SecondEditor);
    let again = desk.newsroom.reinstate(&act, desk.story, Some(En), None);
    assert_eq!(again.unwrap_err().code(), "no_decision");
}

#[test]
fn a_hold_may_become_a_withdrawal() {
    let mut desk = Desk::published_fire();
    withdraw(&mut desk, Who::Editor, Some(En), WithdrawalKind::Held).unwrap();
    withdraw(&mut desk, Who::Editor, Some(En), WithdrawalKind::Withdrawn).unwrap();
    assert_eq!(desk.dossier(En).withdrawal.unwrap().kind, WithdrawalKind::Withdrawn);
}

fn withdraw(
    desk: &mut Desk,
    who: Who,
    language: Option<Language>,
    kind: WithdrawalKind,
) -> shpalta_newsroom::Result<()> {
    let act = desk.act(who);
    desk.newsroom.withdraw(&act, desk.story, language, kind, Some("Перевіряємо факти."))
}
