#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fates;
mod feeds;
mod held;
mod links;
mod lists;
mod ninjs;
mod redirects;
mod themed;
mod watching;
mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::SystemTime;

use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::publication::{Awaited, ChangeKind, ExportedRow, Withdrawal, WithdrawalKind};
use tempfile::TempDir;

use super::*;
use crate::manifest;
use crate::sample::{Desk, PIXEL, corrected, edition, hash_of, instant, request};

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
                        let number = edition.approved.as_ref().map(|text| text.number);
                        edition.went_out = number.filter(|_| row.revision.is_some());
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
        manifest::listed(&self.site()).unwrap().unwrap()
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
    let photos = scene.images();
    let mut expected = vec![UK, EN, RU, "index.html", "en/index.html", "ru/index.html"];
    expected.extend(["corrections.html", "en/corrections.html", "ru/corrections.html"]);
    let author = "author/oksana-hai.html";
    let authors = ["", "en/", "ru/"].map(|folder| format!("{folder}{author}"));
    expected.extend(authors.iter().map(String::as_str));
    expected.extend(["icon.svg", "style.css"]);
    expected.extend(photos.iter().map(String::as_str));
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
    let written = ["en/author/oksana-hai.html", "en/index.html", "en/news/bridge.html"];
    assert_eq!(outcome.written, written);
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
    let alone = Request { stories: Some(vec![other]), ..request(&scene.site()) };
    for again in [request(&scene.site()), alone.clone()] {
        let held_back = export(&scene.desk, &again, &mut unwatched).unwrap().held_back;
        assert_eq!(held_back.len(), 1);
        assert_eq!(held_back[0].findings, [Finding::of(FindingCode::AddressTaken)]);
    }
    assert!(scene.read(UK).contains("Трамвай"));
    // The other page would go elsewhere, if somebody let it.
    edition(&mut scene.desk.stories[0], Language::Uk).address = "tram".to_owned();
    let error = export(&scene.desk, &alone, &mut unwatched).unwrap_err();
    assert_eq!(error.code(), Some("export_address_taken"), "{error}");
    assert_eq!(scene.export().held_back, []);
    assert!(scene.read(UK).contains("The bridge"));
}

#[test]
fn photos_leave_without_what_they_tell_and_only_those_that_are_used() {
    let scene = Scene::new();
    fs::write(scene.desk.media.join(hash_of(b"unused").to_string()), b"unused").unwrap();
    scene.export();
    let images = scene.images();
    assert_eq!(images.len(), 2, "one as PNG, one as WebP");
    for image in &images {
        let bytes = fs::read(scene.site().join(image)).unwrap();
        assert!(!bytes.windows(7).any(|word| word == b"Poltava"));
        assert!(image.starts_with(&format!("media/{}.", crate::folder::sha256(&bytes))));
        assert!(scene.read(EN).contains(&format!("\"../../{image}")));
    }
    assert_eq!(fs::read_dir(scene.site().join("media")).unwrap().count(), images.len());
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
