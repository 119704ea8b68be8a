//! Pages that are withdrawn.

use super::*;

#[test]
fn a_withdrawn_page_becomes_a_notice_at_its_address_and_its_photo_goes() {
    let mut scene = Scene::new();
    scene.export();
    assert_eq!(scene.images().len(), 2);
    for language in Language::ALL {
        stop(&mut scene, language, FindingCode::Withdrawn);
        scene.desk.edition(language).withdrawal = Some(Withdrawal {
            kind: WithdrawalKind::Withdrawn,
            at: instant("2026-03-05T11:00:00Z"),
            note: Some("Помилка <джерела>".to_owned()),
        });
    }
    scene.desk.stories[0].story.embargo = Some(instant("2027-01-01T00:00:00Z"));
    let outcome = scene.export();
    assert!(outcome.held_back.is_empty(), "no finding delays a withdrawal");
    let notice = scene.text(UK);
    assert!(notice.contains("Матеріал знято з публікації."));
    assert!(notice.contains("Помилка &lt;джерела&gt;"));
    assert!(notice.contains(r#"content="noindex""#));
    assert!(!notice.contains("Трамвай"), "the notice repeats the text");
    assert_eq!(scene.manifest()[UK].kind, Kind::Notice);
    assert_eq!(scene.images(), Vec::<String>::new());
    assert!(!scene.read("index.html").contains("Трамвай"));
    assert!(outcome.rows.iter().all(|row| row.revision.is_none()));
}

#[test]
fn one_withdrawn_language_leaves_the_switch_of_the_others() {
    let mut scene = Scene::new();
    scene.export();
    let images = scene.images();
    scene.desk.edition(Language::Ru).withdrawal = Some(Withdrawal {
        kind: WithdrawalKind::Held,
        at: instant("2026-03-05T11:00:00Z"),
        note: None,
    });
    scene.export();
    assert!(scene.text(RU).contains("Материал временно снят: редакция проверяет факты."));
    assert!(scene.read(RU).contains("Українська"));
    assert!(!scene.read(UK).contains("Русский"));
    assert_eq!(scene.images(), images, "the others still show the photo");
}

#[test]
fn what_was_never_exported_leaves_no_notice_when_withdrawn() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::Ru, FindingCode::Withdrawn);
    scene.desk.edition(Language::Ru).withdrawal = Some(Withdrawal {
        kind: WithdrawalKind::Withdrawn,
        at: instant("2026-03-05T11:00:00Z"),
        note: None,
    });
    let outcome = scene.export();
    assert!(!scene.has(RU));
    assert_eq!(outcome.held_back[0].findings, [Finding::of(FindingCode::Withdrawn)]);
}
