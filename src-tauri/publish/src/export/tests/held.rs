//! What is held back, and what becomes of its pages.

use super::*;

#[test]
fn a_language_with_a_stop_finding_is_held_back_and_the_others_go_out() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::Ru, FindingCode::Behind);
    let outcome = scene.export();
    assert!(scene.has(UK) && scene.has(EN) && !scene.has(RU) && !scene.has("ru/index.html"));
    let held = serde_json::to_value(&outcome).unwrap()["held_back"].take();
    assert_eq!(held[0]["story"], "tramvai");
    assert_eq!(held[0]["lang"], "ru");
    assert_eq!(held[0]["findings"][0]["code"], "behind");
    assert_eq!(held[0]["findings"][0]["severity"], "stop");
    for path in [UK, EN] {
        assert!(!scene.read(path).contains("Русский"), "{path} leads to a page that is not there");
    }
}

#[test]
fn only_the_languages_asked_for_go_out() {
    let scene = Scene::new();
    let english = Request { languages: vec![Language::En], ..request(&scene.site()) };
    let outcome = export(&scene.desk, &english, &mut unwatched).unwrap();
    assert!(scene.has(EN) && !scene.has(UK));
    assert!(outcome.held_back.is_empty());
    scene.export();
    assert!(scene.read(EN).contains("Українська"));
}

#[test]
fn approval_revoked_after_export_leaves_the_page_with_the_new_switch() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::Ru, FindingCode::Behind);
    scene.export();
    let text = |page: &str| page[page.find("<h1>").unwrap()..].to_owned();
    let before = scene.read(EN);
    scene.desk.edition(Language::Ru).findings.clear();
    scene.desk.text(Language::En).headline = "A headline that nobody approved".to_owned();
    stop(&mut scene, Language::En, FindingCode::NotApproved);
    let outcome = scene.export();
    assert_eq!(outcome.held_back.len(), 1);
    let after = scene.read(EN);
    assert_eq!(text(&after), text(&before));
    assert!(!before.contains("Русский") && after.contains("Русский"));
    assert!(after.contains(r#"hreflang="ru" href="../../ru/news/tramvai-na-naberezhnii.html""#));
    assert!(scene.read("en/index.html").contains("Trams return"));
    assert_eq!(scene.export().written, Vec::<String>::new());
}

#[test]
fn a_page_left_on_the_site_is_recorded_with_its_new_bytes_and_its_old_revision() {
    let mut scene = Scene::new();
    scene.desk.site.folder = Some(scene.site());
    stop(&mut scene, Language::Ru, FindingCode::Behind);
    let first = scene.export();
    scene.record(&first);
    let old: ExportedRow = scene.desk.edition(Language::En).exported.clone().unwrap();
    scene.desk.edition(Language::Ru).findings.clear();
    stop(&mut scene, Language::En, FindingCode::DetailsChanged);
    let second = scene.export();
    let new = second.rows.iter().find(|row| row.edition == old.edition).unwrap();
    assert_ne!(new.sha256, old.sha256);
    assert_eq!(*new, ExportedRow { sha256: new.sha256.clone(), ..old });
}

#[test]
fn a_page_that_somebody_changed_by_hand_is_left_alone_while_it_is_held_back() {
    let mut scene = Scene::new();
    scene.export();
    let changed = scene.read(EN).replace("Trams", "Trolleys");
    fs::write(scene.site().join(EN), &changed).unwrap();
    stop(&mut scene, Language::En, FindingCode::Behind);
    scene.export();
    assert_eq!(scene.read(EN), changed);
    scene.desk.edition(Language::En).findings.clear();
    scene.export();
    assert!(scene.read(EN).contains("Trams"));
}

#[test]
fn a_translation_behind_a_correction_says_so_until_it_follows() {
    let mut scene = Scene::new();
    scene.export();
    let plain = scene.read(EN);
    let text = scene.desk.text(Language::Uk);
    text.change = ChangeKind::Correction;
    text.notes = vec![corrected("Проїзд безкоштовний лише до п'ятниці.")];
    text.since = instant("2026-03-05T10:40:00Z");
    stop(&mut scene, Language::En, FindingCode::Behind);
    scene.desk.edition(Language::En).awaited =
        Some(Awaited { at: instant("2026-03-05T10:40:00Z"), is_out: false });
    scene.export();
    assert!(scene.text(UK).contains(
        "Виправлення, <time datetime=\"2026-03-05T12:40:00+02:00\">5 березня 2026, 12:40</time>."
    ));
    let notice = "The original of this story was corrected at 12:40.";
    assert_eq!(scene.text(EN).matches(notice).count(), 1);
    assert_eq!(scene.export().written, Vec::<String>::new());
    // Let out as it is by a chief, it still says so.
    let overridden =
        Request { override_reason: Some("urgent".to_owned()), ..request(&scene.site()) };
    assert_eq!(export(&scene.desk, &overridden, &mut unwatched).unwrap().written.len(), 0);
    scene.desk.edition(Language::En).findings.clear();
    scene.desk.edition(Language::En).awaited = None;
    scene.export();
    assert_eq!(scene.read(EN), plain);
}

#[test]
fn nothing_leaves_before_the_embargo_and_nothing_is_removed_by_it() {
    let mut scene = Scene::new();
    scene.desk.stories[0].story.embargo = Some(instant("2026-03-05T10:00:01Z"));
    let overridden =
        Request { override_reason: Some("urgent".to_owned()), ..request(&scene.site()) };
    assert_eq!(export(&scene.desk, &overridden, &mut unwatched).unwrap().held_back.len(), 3);
    assert!(!scene.site().exists());
    scene.desk.stories[0].story.embargo = Some(instant("2026-03-05T10:00:00Z"));
    scene.export();
    assert!(scene.has(UK));
    scene.desk.stories[0].story.embargo = Some(instant("2026-03-06T10:00:00Z"));
    let outcome = scene.export();
    assert_eq!((outcome.written.len(), outcome.removed.len()), (0, 0));
    assert_eq!(outcome.held_back.len(), 3);
    assert!(scene.has(UK));
}

#[test]
fn an_override_lets_an_edition_out_and_is_recorded_with_its_reason() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::En, FindingCode::Behind);
    let overridden =
        Request { override_reason: Some("urgent".to_owned()), ..request(&scene.site()) };
    let outcome = export(&scene.desk, &overridden, &mut unwatched).unwrap();
    assert!(outcome.held_back.is_empty() && scene.has(EN));
    let reasons: Vec<_> = outcome.rows.iter().map(|row| row.overridden.as_deref()).collect();
    assert_eq!(reasons, [None, Some("urgent"), None]);
}
