#![allow(clippy::unwrap_used)]

use std::ops::ControlFlow;
use std::path::PathBuf;

use shpalta_language::Language;
use shpalta_newsroom::Error as NewsroomError;
use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::id::{OperationId, PersonId, StoryId};
use shpalta_newsroom::status::Publication;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::sample::{furnished, instant};
use crate::{FateKind, unwatched};

/// The sample newsroom with a site, and the story that is ready to leave.
struct Scene {
    folder: TempDir,
    newsroom: Newsroom,
    owner: PersonId,
    story: StoryId,
    operations: u128,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (newsroom, owner) = furnished(&folder.path().join("newsroom"));
        let story = newsroom.story_id("night-trains").unwrap();
        let mut scene = Self { folder, newsroom, owner, story, operations: 100 };
        let (act, site) = (scene.act(), scene.site());
        scene.newsroom.set_site(&act, "folder", site.to_str().unwrap()).unwrap();
        scene
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn act(&mut self) -> Act {
        self.operations += 1;
        let operation = OperationId(Uuid::from_u128(self.operations));
        Act { operation, by: self.owner, at: instant("2026-03-05T10:00:00Z") }
    }

    fn request(&self, mode: Mode) -> Request {
        Request {
            stories: Some(vec![self.story]),
            languages: Language::ALL.to_vec(),
            to: None,
            now: instant("2026-03-05T10:00:00Z"),
            override_reason: None,
            mode,
        }
    }

    fn publication(&self) -> Vec<Publication> {
        let status = self.newsroom.status(self.story, instant("2026-03-05T10:00:00Z")).unwrap();
        status.editions.into_values().map(|edition| edition.publication).collect()
    }
}

#[test]
fn what_went_out_is_on_record_and_a_second_export_adds_nothing() {
    let mut scene = Scene::new();
    let (act, request) = (scene.act(), scene.request(Mode::Write));
    let outcome = export_and_record(&mut scene.newsroom, &act, &request, &mut unwatched).unwrap();
    assert!(outcome.editions.iter().all(|one| one.fate == FateKind::Written));
    assert_eq!(scene.publication(), [Publication::Exported; 3]);
    let act = scene.act();
    let again = export_and_record(&mut scene.newsroom, &act, &request, &mut unwatched).unwrap();
    assert!(again.written.is_empty());
    assert!(news(&scene.newsroom, &again.rows).unwrap().is_empty());
}

#[test]
fn what_was_found_of_a_page_that_went_out_is_on_record() {
    let mut scene = Scene::new();
    let act = scene.act();
    let request = Request { languages: vec![Language::En], ..scene.request(Mode::Write) };
    export_and_record(&mut scene.newsroom, &act, &request, &mut unwatched).unwrap();
    let (act, rest) = (scene.act(), scene.request(Mode::Write));
    export_and_record(&mut scene.newsroom, &act, &rest, &mut unwatched).unwrap();
    let log = scene.newsroom.export_log(0, 9).unwrap();
    let found = |at: usize| -> Vec<_> {
        let pages = scene.newsroom.logged_pages(log[at].export, 0, 9).unwrap().into_iter();
        let codes = |findings: Vec<Finding>| findings.iter().map(|one| one.code).collect();
        pages.map(|page| (page.language, codes(page.findings))).collect()
    };
    let nothing: Vec<FindingCode> = Vec::new();
    assert_eq!(found(1), [(Language::En, vec![FindingCode::NoUkrainian])]);
    assert!(found(0).contains(&(Language::Uk, nothing)), "{:?}", found(0));
}

#[test]
fn what_is_held_back_is_on_record_once_until_it_goes_out() {
    let mut scene = Scene::new();
    let act = scene.act();
    scene.newsroom.set_story(&act, scene.story, "embargo", "2026-03-05T11:00:00Z").unwrap();
    let mut export = |now: &str| {
        let act = scene.act();
        let request = Request { now: instant(now), ..scene.request(Mode::Write) };
        let outcome = export_and_record(&mut scene.newsroom, &act, &request, &mut unwatched);
        let log = scene.newsroom.export_log(0, 9).unwrap();
        let told = log.iter().map(|entry| (entry.pages, entry.held)).collect::<Vec<_>>();
        let held = scene.newsroom.logged_held(log[0].export, 0, 9).unwrap();
        (outcome.unwrap().held, told, held)
    };
    let (held, told, logged) = export("2026-03-05T10:00:00Z");
    assert_eq!(told, [(0, 3)]);
    let languages: Vec<_> = logged.iter().map(|held| held.language).collect();
    assert_eq!(languages, Language::ALL);
    for logged in &logged {
        assert_eq!((&*logged.story, &logged.path), ("night-trains", &None));
        assert!(logged.findings.iter().any(|one| one.code == FindingCode::Embargo));
    }
    assert_eq!(export("2026-03-05T10:30:00Z").1, [(0, 3)], "nothing new is to be said");
    let (_, told, logged) = export("2026-03-05T11:00:00Z");
    assert_eq!((told, logged), (vec![(3, 0), (0, 3)], Vec::new()));
    assert!(!scene.newsroom.is_known_held(&held[0]).unwrap(), "it went out since");
    let act = scene.act();
    scene.newsroom.set_story(&act, scene.story, "embargo", "2026-03-05T13:00:00Z").unwrap();
    let act = scene.act();
    let request = Request { now: instant("2026-03-05T12:00:00Z"), ..scene.request(Mode::Write) };
    export_and_record(&mut scene.newsroom, &act, &request, &mut unwatched).unwrap();
    let log = scene.newsroom.export_log(0, 9).unwrap();
    let stays = scene.newsroom.logged_held(log[0].export, 0, 9).unwrap().remove(0);
    assert_eq!(stays.path.as_deref(), Some("news/night-trains.html"));
}

#[test]
fn what_is_held_back_is_on_record_as_it_is_told() {
    let mut scene = Scene::new();
    let (act, all) = (scene.act(), Request { stories: None, ..scene.request(Mode::Write) });
    let outcome = export_and_record(&mut scene.newsroom, &act, &all, &mut unwatched).unwrap();
    let log = scene.newsroom.export_log(0, 9).unwrap();
    let held = scene.newsroom.logged_held(log[0].export, 0, 99).unwrap().into_iter();
    let on_record: Vec<_> = held.map(|held| (held.story, held.language, held.findings)).collect();
    let told = outcome.editions.into_iter().filter(|one| one.fate == FateKind::Absent);
    let told: Vec<_> = told.map(|one| (one.story, one.lang, one.findings)).collect();
    assert!(told.len() < outcome.held_back.len(), "what has no text is not told of");
    assert_eq!(on_record, told);
}

#[test]
fn an_export_that_was_stopped_is_not_on_record() {
    let mut scene = Scene::new();
    let (act, request) = (scene.act(), scene.request(Mode::Write));
    let stop: &mut Watch<'_> = &mut |_| ControlFlow::Break(());
    assert!(export_and_record(&mut scene.newsroom, &act, &request, stop).is_err());
    assert_eq!(scene.publication(), [Publication::Never; 3]);
    assert!(!scene.site().exists());
}

#[test]
fn nobody_exports_without_the_right_but_everybody_may_look_ahead() {
    let mut scene = Scene::new();
    let by = scene.newsroom.person_named("Надія Коваль").unwrap().id;
    let act = Act { by, ..scene.act() };
    let export = |scene: &mut Scene, mode| {
        let request = scene.request(mode);
        export_and_record(&mut scene.newsroom, &act, &request, &mut unwatched)
    };
    let refused = export(&mut scene, Mode::Write).unwrap_err();
    assert!(matches!(refused, Error::Newsroom(NewsroomError::NotAllowed { .. })), "{refused}");
    assert_eq!(export(&mut scene, Mode::DryRun).unwrap().editions.len(), 3);
    assert!(!scene.site().exists());
    assert_eq!(scene.publication(), [Publication::Never; 3]);
}
