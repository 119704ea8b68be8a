#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fates;
mod watching;

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::publication::{ChangeKind, ExportedRow, Withdrawal, WithdrawalKind};
use tempfile::TempDir;

use super::*;
use crate::manifest;
use crate::sample::{Desk, PIXEL, edition, hash_of, instant, request};

const UK: &str = "news/tramvai-na-naberezhnii.html";
const EN: &str = "en/news/tramvai-na-naberezhnii.html";
const RU: &str = "ru/news/tramvai-na-naberezhnii.html";

/// A desk, and a folder that it exports to.
struct Scene {
    folder: TempDir,
    desk: Desk,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::new(folder.path());
        Self { folder, desk }
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn export(&self) -> Outcome {
        export(&self.desk, &request(&self.site()), &mut unwatched).unwrap()
    }

    /// The desk takes note of what was exported to its site.
    fn record(&mut self, outcome: &Outcome) {
        for row in &outcome.rows {
            for story in &mut self.desk.stories {
                for edition in &mut story.editions {
                    if edition.edition == row.edition {
                        edition.exported = Some(row.clone());
                    }
                }
            }
        }
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.site().join(path)).unwrap()
    }

    /// With plain spaces.
    fn text(&self, path: &str) -> String {
        self.read(path).replace("&nbsp;", " ").replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn has(&self, path: &str) -> bool {
        self.site().join(path).exists()
    }

    fn manifest(&self) -> manifest::Files {
        manifest::read(&fs::read(self.site().join(manifest::NAME)).unwrap()).unwrap()
    }

    fn images(&self) -> Vec<String> {
        let files = self.manifest();
        files.into_values().filter(|file| file.kind == Kind::Image).map(|file| file.path).collect()
    }

    fn times(&self) -> BTreeMap<PathBuf, SystemTime> {
        fn walk(folder: &Path, times: &mut BTreeMap<PathBuf, SystemTime>) {
            for file in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let status = file.metadata().unwrap();
                times.insert(file.path(), status.modified().unwrap());
                if status.is_dir() {
                    walk(&file.path(), times);
                }
            }
        }
        let mut times = BTreeMap::new();
        walk(&self.site(), &mut times);
        times
    }
}

fn stop(scene: &mut Scene, language: Language, code: FindingCode) {
    scene.desk.edition(language).findings.push(Finding::of(code));
}

#[test]
fn every_approved_edition_has_a_page_where_the_agency_would_put_it() {
    let scene = Scene::new();
    let outcome = scene.export();
    let photo = scene.images().remove(0);
    let mut expected =
        vec![UK, EN, RU, "index.html", "en/index.html", "ru/index.html", "style.css", &photo];
    expected.sort_unstable();
    assert_eq!(outcome.written, expected);
    assert!(outcome.held_back.is_empty());
    assert_eq!(outcome.rows.len(), 3);
    let kinds: BTreeMap<_, _> =
        scene.manifest().into_values().map(|file| (file.path, (file.kind, file.lang))).collect();
    assert_eq!(kinds[EN], (Kind::Page, Some(Language::En)));
    assert_eq!(kinds["ru/index.html"], (Kind::Index, Some(Language::Ru)));
    assert_eq!(kinds["style.css"], (Kind::Style, None));
}

#[test]
fn the_manifest_tells_the_hash_of_every_file() {
    let scene = Scene::new();
    scene.export();
    for (path, entry) in scene.manifest() {
        let bytes = fs::read(scene.site().join(&path)).unwrap();
        assert_eq!(crate::folder::sha256(&bytes), entry.sha256, "{path}");
    }
}

#[test]
fn a_second_export_with_nothing_changed_touches_no_file() {
    let scene = Scene::new();
    let first = scene.export();
    let times = scene.times();
    let second = scene.export();
    assert_eq!(second.written, Vec::<String>::new());
    assert_eq!(second.removed, Vec::<String>::new());
    assert_eq!(second.unchanged, first.written.len());
    assert_eq!(scene.times(), times);
    assert_eq!(second.rows, first.rows);
}

#[test]
fn a_story_without_a_date_bears_that_of_its_first_publication() {
    let mut scene = Scene::new();
    scene.desk.site.folder = Some(scene.site());
    scene.desk.stories[0].story.when = None;
    let first = scene.export();
    assert_eq!(first.target, Target::Site);
    scene.desk.stories[0].story.first_published = Some(instant("2026-03-05T10:00:00Z"));
    let later = Request { now: instant("2026-03-06T10:00:00Z"), ..request(&scene.site()) };
    assert_eq!(export(&scene.desk, &later, &mut unwatched).unwrap().written, Vec::<String>::new());
    assert!(scene.text(UK).contains("5 березня 2026, 12:00"));
}

#[test]
fn copies_elsewhere_are_no_publication_and_just_as_incremental() {
    let mut scene = Scene::new();
    scene.desk.stories[0].story.when = None;
    let first = scene.export();
    assert!(matches!(first.target, Target::Copy(folder) if folder.ends_with("site")));
    let later = Request { now: instant("2026-03-06T10:00:00Z"), ..request(&scene.site()) };
    assert_eq!(export(&scene.desk, &later, &mut unwatched).unwrap().written, Vec::<String>::new());
}

#[test]
fn without_a_folder_there_is_no_export() {
    let scene = Scene::new();
    let nowhere = Request { to: None, ..request(&scene.site()) };
    assert_eq!(
        export(&scene.desk, &nowhere, &mut unwatched).unwrap_err().code(),
        Some("export_no_site_folder")
    );
    let missing = Request { to: Some(scene.site().join("a/b")), ..nowhere };
    assert_eq!(
        export(&scene.desk, &missing, &mut unwatched).unwrap_err().code(),
        Some("export_no_folder")
    );
}

#[test]
fn when_nothing_goes_out_not_even_a_folder_is_made() {
    let mut scene = Scene::new();
    for language in Language::ALL {
        scene.desk.edition(language).approved = None;
    }
    let outcome = scene.export();
    assert_eq!(outcome.held_back.len(), 3);
    assert_eq!(outcome.held_back[0].findings, [Finding::of(FindingCode::NotApproved)]);
    assert!(!scene.site().exists());
}

#[test]
fn a_dry_run_says_what_it_would_do_and_does_nothing() {
    let scene = Scene::new();
    let dry = Request { mode: Mode::DryRun, ..request(&scene.site()) };
    let foretold = export(&scene.desk, &dry, &mut unwatched).unwrap().written;
    assert!(!scene.site().exists());
    assert_eq!(foretold, scene.export().written);
}

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
    text.note = Some("Проїзд безкоштовний лише до п'ятниці.".to_owned());
    text.since = instant("2026-03-05T10:40:00Z");
    stop(&mut scene, Language::En, FindingCode::Behind);
    scene.export();
    assert!(scene.text(UK).contains("Виправлення, 5 березня 2026, 12:40."));
    let notice = "The original of this story was corrected at 12:40.";
    assert_eq!(scene.text(EN).matches(notice).count(), 1);
    assert_eq!(scene.export().written, Vec::<String>::new());
    scene.desk.edition(Language::En).findings.clear();
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

#[test]
fn a_withdrawn_page_becomes_a_notice_at_its_address_and_its_photo_goes() {
    let mut scene = Scene::new();
    scene.export();
    assert_eq!(scene.images().len(), 1);
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
    scene.desk.edition(Language::Ru).withdrawal = Some(Withdrawal {
        kind: WithdrawalKind::Held,
        at: instant("2026-03-05T11:00:00Z"),
        note: None,
    });
    scene.export();
    assert!(scene.text(RU).contains("Материал временно снят: редакция проверяет факты."));
    assert!(scene.read(RU).contains("Українська"));
    assert!(!scene.read(UK).contains("Русский"));
    assert_eq!(scene.images().len(), 1, "the others still show the photo");
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

#[test]
fn a_new_address_takes_the_old_page_away() {
    let mut scene = Scene::new();
    scene.export();
    scene.desk.edition(Language::En).address = "trams-return".to_owned();
    let outcome = scene.export();
    assert_eq!(outcome.removed, [EN]);
    assert!(scene.has("en/news/trams-return.html") && !scene.has(EN));
    assert!(scene.read(UK).contains("../en/news/trams-return.html"));
    assert!(!scene.manifest().contains_key(EN));
}

#[test]
fn exporting_one_story_leaves_the_others_and_makes_the_same_front_page() {
    let mut scene = Scene::new();
    let older = scene.desk.add("bridge", "The bridge");
    scene.export();
    let one = Request { stories: Some(vec![older]), ..request(&scene.site()) };
    edition(&mut scene.desk.stories[1], Language::En).approved.as_mut().unwrap().text.headline =
        "The bridge opens".to_owned();
    let outcome = export(&scene.desk, &one, &mut unwatched).unwrap();
    assert_eq!(outcome.written, ["en/index.html", "en/news/bridge.html"]);
    assert_eq!(outcome.removed, Vec::<String>::new());
    let front = scene.read("en/index.html");
    assert!(front.find("Trams return").unwrap() < front.find("The bridge opens").unwrap());
    assert_eq!(scene.export().written, Vec::<String>::new(), "all or one: the same site");
}

#[test]
fn a_story_that_the_newsroom_lost_leaves_with_a_full_export() {
    let mut scene = Scene::new();
    scene.desk.add("bridge", "The bridge");
    scene.export();
    scene.desk.stories.pop();
    assert_eq!(
        scene.export().removed,
        ["en/news/bridge.html", "news/bridge.html", "ru/news/bridge.html"]
    );
}

#[test]
fn two_stories_cannot_share_an_address() {
    let mut scene = Scene::new();
    let other = scene.desk.add("bridge", "The bridge");
    scene.export();
    edition(&mut scene.desk.stories[1], Language::Uk).address = "tramvai-na-naberezhnii".to_owned();
    for stories in [None, Some(vec![other])] {
        let again = Request { stories, ..request(&scene.site()) };
        let error = export(&scene.desk, &again, &mut unwatched).unwrap_err();
        assert_eq!(error.code(), Some("export_address_taken"), "{error}");
    }
    assert!(scene.read(UK).contains("Трамвай"));
}

#[test]
fn photos_leave_without_what_they_tell_and_only_those_that_are_used() {
    let scene = Scene::new();
    fs::write(scene.desk.media.join(hash_of(b"unused").to_string()), b"unused").unwrap();
    scene.export();
    let image = scene.images().remove(0);
    let bytes = fs::read(scene.site().join(&image)).unwrap();
    assert!(bytes.len() < PIXEL.len() && !bytes.windows(7).any(|word| word == b"Poltava"));
    assert_eq!(image, format!("media/{}.png", crate::folder::sha256(&bytes)));
    assert!(scene.read(EN).contains(&format!(r#"src="../../{image}""#)));
    assert_eq!(fs::read_dir(scene.site().join("media")).unwrap().count(), 1);
}

#[test]
fn a_photo_that_is_gone_altered_or_cannot_be_cleaned_holds_the_edition_back() {
    let mut scene = Scene::new();
    let file = scene.desk.media.join(hash_of(PIXEL).to_string());
    let missing = [Finding::of(FindingCode::UnusableMedia)];
    fs::write(&file, b"altered").unwrap();
    assert_eq!(scene.export().held_back[0].findings, missing);
    fs::remove_file(&file).unwrap();
    assert_eq!(scene.export().held_back[0].findings, missing);
    let heic = b"\0\0\0\x18ftypheic";
    let facts = scene.desk.edition(Language::Uk).page.media.pop_first().unwrap().1;
    scene.desk.edition(Language::Uk).page.media.insert(hash_of(heic), facts);
    fs::write(scene.desk.media.join(hash_of(heic).to_string()), heic).unwrap();
    assert_eq!(scene.export().held_back[0].findings, missing);
}

#[test]
fn a_front_page_shows_the_fifty_newest() {
    let mut scene = Scene::new();
    for number in 0..60 {
        scene.desk.add(&format!("story-{number}"), &format!("Story {number}."));
    }
    scene.export();
    let front = scene.read("en/index.html");
    assert_eq!(front.matches("<li>").count(), 50);
    assert!(front.contains("Story 48.") && !front.contains("Story 49."));
}

#[test]
#[ignore = "needs Java and VNU_JAR, the path of the Nu HTML checker"]
fn pages_pass_the_nu_html_checker() {
    let jar = std::env::var("VNU_JAR").expect("VNU_JAR names the checker");
    for url in [None, Some("https://example.org".to_owned())] {
        let mut scene = Scene::new();
        scene.desk.site.url = url;
        scene.desk.add("bridge", "A \"bridge\" <b>&amp; more");
        scene.export();
        scene.desk.edition(Language::Ru).withdrawal = Some(Withdrawal {
            kind: WithdrawalKind::Held,
            at: instant("2026-03-05T11:00:00Z"),
            note: Some("…".to_owned()),
        });
        scene.export();
        let pages: Vec<_> = scene.manifest().into_keys().filter(|p| p.ends_with("html")).collect();
        assert_eq!(pages.len(), 9);
        let checked = std::process::Command::new("java")
            .current_dir(scene.site())
            .args(["-jar", &jar, "--format", "gnu"])
            .args(pages)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&checked.stderr), "");
        assert!(checked.status.success());
    }
}
