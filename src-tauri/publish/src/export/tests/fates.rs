//! What the outcome says of each edition.

use shpalta_newsroom::finding::Severity;
use shpalta_newsroom::id::{ContentHash, DetailsHash};

use super::*;

/// A desk whose three editions meet three different fates when they are exported again.
fn mixed() -> Scene {
    let mut scene = Scene::new();
    stop(&mut scene, Language::Ru, FindingCode::Behind);
    scene.export();
    scene.desk.text(Language::Uk).headline = "Трамвай знову на набережній".to_owned();
    scene.desk.edition(Language::En).withdrawal = Some(held());
    stop(&mut scene, Language::En, FindingCode::Withdrawn);
    scene
}

fn held() -> Withdrawal {
    let at = instant("2026-03-05T11:00:00Z");
    Withdrawal { kind: WithdrawalKind::Held, at, note: None }
}

fn fates(outcome: &Outcome) -> Vec<(Language, FateKind, Option<&str>)> {
    outcome.editions.iter().map(|one| (one.lang, one.fate, one.path.as_deref())).collect()
}

#[test]
fn an_edition_is_written_once_and_then_unchanged() {
    let scene = Scene::new();
    let all = |fate| {
        [(Language::Uk, UK), (Language::En, EN), (Language::Ru, RU)]
            .map(|(language, path)| (language, fate, Some(path)))
    };
    let first = scene.export();
    assert_eq!(fates(&first), all(FateKind::Written));
    assert_eq!(fates(&scene.export()), all(FateKind::Unchanged));
    let english = &first.editions[1];
    assert_eq!(english.story, "tramvai");
    assert_eq!(english.headline, "Trams return to the Poltava embankment");
    assert!(english.findings.is_empty() && !english.overridden);
}

#[test]
fn a_page_is_left_where_it_stands_and_absent_where_there_is_none() {
    let mut scene = mixed();
    let outcome = scene.export();
    let expected = [
        (Language::Uk, FateKind::Written, Some(UK)),
        (Language::En, FateKind::Notice, Some(EN)),
        (Language::Ru, FateKind::Absent, None),
    ];
    assert_eq!(fates(&outcome), expected);
    assert_eq!(outcome.editions[1].findings, [Finding::of(FindingCode::Withdrawn)]);
    assert_eq!(outcome.editions[2].findings, [Finding::of(FindingCode::Behind)]);
    stop(&mut scene, Language::Uk, FindingCode::DetailsChanged);
    assert_eq!(fates(&scene.export())[0], (Language::Uk, FateKind::Left, Some(UK)));
}

#[test]
fn what_readers_of_the_site_have_not_seen_is_told() {
    let mut scene = Scene::new();
    let news = |scene: &Scene| {
        let outcome = scene.export();
        let news: Vec<_> = outcome.editions.iter().map(|one| one.news).collect();
        (outcome, news)
    };
    assert_eq!(news(&scene).1, [None; 3], "a copy is for nobody to read");
    fs::remove_dir_all(scene.site()).unwrap();
    scene.desk.site.folder = Some(scene.site());
    let (outcome, first) = news(&scene);
    assert_eq!(first, [Some(News::First); 3]);
    scene.record(&outcome);
    assert_eq!(news(&scene).1, [None; 3], "nothing is written");
    let text = scene.desk.edition(Language::Uk).approved.as_mut().unwrap();
    (text.content, text.number) = (ContentHash([7; 32]), text.number + 2);
    text.text.headline = "Трамвай знову на набережній".to_owned();
    let new = text.number;
    let english = scene.desk.edition(Language::En);
    english.details = DetailsHash([7; 32]);
    english.page.authors.clear();
    scene.desk.edition(Language::Ru).address = "moved".to_owned();
    let told = [News::Text { old: new - 2, new }, News::Details, News::Around];
    assert_eq!(news(&scene).1, told.map(Some));
}

#[test]
fn warnings_are_shown_of_what_goes_out() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::En, FindingCode::MissingAlt);
    let outcome = scene.export();
    assert_eq!(outcome.editions[1].fate, FateKind::Written);
    assert_eq!(outcome.editions[1].findings, [Finding::of(FindingCode::MissingAlt)]);
    assert!(outcome.held_back.is_empty());
}

#[test]
fn an_override_is_shown_with_what_it_overrides() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::En, FindingCode::Behind);
    let reason = Some(" urgent ".to_owned());
    let urgent = Request { override_reason: reason, ..request(&scene.site()) };
    let outcome = export(&scene.desk, &urgent, &mut unwatched).unwrap();
    let overridden: Vec<_> = outcome.editions.iter().map(|one| one.overridden).collect();
    assert_eq!(overridden, [false, true, false]);
    assert_eq!(outcome.editions[1].findings, [Finding::of(FindingCode::Behind)]);
    assert_eq!(outcome.rows[1].overridden.as_deref(), Some("urgent"));
}

#[test]
fn an_override_takes_a_reason() {
    let scene = Scene::new();
    let silent = Request { override_reason: Some(" ".to_owned()), ..request(&scene.site()) };
    let error = export(&scene.desk, &silent, &mut unwatched).unwrap_err();
    assert!(matches!(error, Error::Newsroom(shpalta_newsroom::Error::ReasonNeeded)), "{error}");
    assert!(!scene.site().exists());
}

#[test]
fn a_language_that_was_not_asked_for_is_left_and_nothing_is_said_of_it() {
    let mut scene = mixed();
    let russian = Request { languages: vec![Language::Ru], ..request(&scene.site()) };
    stop(&mut scene, Language::Uk, FindingCode::Behind);
    let outcome = export(&scene.desk, &russian, &mut unwatched).unwrap();
    let expected = [
        (Language::Uk, FateKind::Left, Some(UK)),
        (Language::En, FateKind::Left, Some(EN)),
        (Language::Ru, FateKind::Absent, None),
    ];
    assert_eq!(fates(&outcome), expected);
    assert!(outcome.editions[0].findings.is_empty());
}

#[test]
fn an_edition_with_neither_text_nor_page_is_not_listed_but_held_back_as_ever() {
    let mut scene = Scene::new();
    let russian = scene.desk.edition(Language::Ru);
    (russian.approved, russian.headline) = (None, None);
    let outcome = scene.export();
    assert_eq!(outcome.editions.len(), 2);
    assert_eq!(outcome.held_back.len(), 1);
    scene.desk.edition(Language::Ru).headline = Some("Чернетка".to_owned());
    let outcome = scene.export();
    assert_eq!(outcome.editions[2].headline, "Чернетка");
    assert_eq!(outcome.editions[2].fate, FateKind::Absent);
    assert_eq!(outcome.editions[2].findings, [Finding::of(FindingCode::NotApproved)]);
}

#[test]
fn a_dry_run_foretells_the_fates() {
    let mut bare = Scene::new();
    stop(&mut bare, Language::En, FindingCode::MissingCredit);
    for scene in [bare, mixed()] {
        for reason in [None, Some("urgent".to_owned())] {
            let really = Request { override_reason: reason, ..request(&scene.site()) };
            let dry = Request { mode: Mode::DryRun, ..really.clone() };
            let foretold = export(&scene.desk, &dry, &mut unwatched).unwrap();
            let outcome = export(&scene.desk, &really, &mut unwatched).unwrap();
            assert_eq!(ExportOutcome::from(foretold), ExportOutcome::from(outcome));
        }
    }
}

#[test]
fn the_command_prints_no_fates() {
    let printed = serde_json::to_value(Scene::new().export()).unwrap();
    let keys: Vec<_> = printed.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["held_back", "removed", "to", "unchanged", "written"]);
}

#[test]
fn a_story_without_a_ukrainian_page_is_told_of_and_held_back_where_the_policy_says_so() {
    let mut scene = Scene::new();
    stop(&mut scene, Language::Uk, FindingCode::Behind);
    let finding = |outcome: &Outcome, language| {
        let edition = outcome.editions.iter().find(|edition| edition.lang == language).unwrap();
        let found = edition.findings.iter().find(|one| one.code == FindingCode::NoUkrainian);
        found.map(|finding| finding.severity)
    };
    let outcome = scene.export();
    assert!(scene.has(EN) && scene.has(RU));
    assert_eq!(finding(&outcome, Language::En), Some(Severity::Warn));
    assert_eq!(finding(&outcome, Language::Uk), None);
    let mut scene = Scene::new();
    scene.desk.policy.ukrainian_first = true;
    stop(&mut scene, Language::Uk, FindingCode::Behind);
    let outcome = scene.export();
    assert_eq!(finding(&outcome, Language::Ru), Some(Severity::Stop));
    assert!(!scene.has(EN) && !scene.has(RU));
    scene.desk.edition(Language::Uk).findings.clear();
    assert_eq!(scene.export().held_back, Vec::new());
    assert!(scene.has(UK) && scene.has(EN) && scene.has(RU));
}

#[test]
fn a_ukrainian_page_that_says_less_is_told_of_and_holds_the_others_back_where_the_policy_says_so() {
    let mut scene = Scene::new();
    let short = scene.desk.text(Language::Uk).body.clone();
    scene.desk.text(Language::En).body.push_str(&"\n\nMore of it.".repeat(60));
    let found = |outcome: &Outcome| -> Vec<_> {
        let editions = outcome.editions.iter();
        let short = |finding: &&Finding| finding.code == FindingCode::ShortUkrainian;
        let found = |one: &EditionFate| Some((one.lang, one.findings.iter().find(short)?.severity));
        editions.filter_map(found).collect()
    };
    assert_eq!(found(&scene.export()), [(Language::En, Severity::Warn)]);
    scene.desk.policy.ukrainian_first = true;
    assert_eq!(found(&scene.export()), [(Language::En, Severity::Stop)]);
    scene.desk.text(Language::Uk).body = short + &"\n\nБільше про це.".repeat(45);
    assert_eq!(found(&scene.export()), [], "a translation may be somewhat longer");
}
