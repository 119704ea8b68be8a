//! Exports as one file.
#![allow(clippy::unwrap_used)]

use std::io::Read;

use shpalta_language::Language;
use shpalta_newsroom::id::ContentHash;
use shpalta_newsroom::publication::{Awaited, ChangeKind, PublicNote};
use tempfile::TempDir;
use zip::ZipArchive;

use super::*;
use crate::export::{self, unwatched};
use crate::sample::{Desk, instant, request};

struct Scene {
    folder: TempDir,
    desk: Desk,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::new(folder.path());
        desk.site.url = Some("https://example.org".to_owned());
        Self { folder, desk }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn export(&self, name: &str) -> Result<Outcome, Error> {
        export::export(&self.desk, &request(&self.path(name)), &mut unwatched)
    }

    fn letter(&self, language: Language) -> Result<Outcome, Error> {
        let asked = Request {
            stories: Some(vec![self.desk.stories[0].story.id]),
            languages: vec![language],
            ..request(&self.path("letter.html"))
        };
        export::export(&self.desk, &asked, &mut unwatched)
    }

    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

#[test]
fn a_zip_holds_the_very_files_of_the_folder() {
    let scene = Scene::new();
    scene.export("site").unwrap();
    let outcome = scene.export("site.zip").unwrap();
    assert_eq!(
        (outcome.written, outcome.target),
        (vec!["site.zip".to_owned()], Target::Copy(scene.path("site.zip").display().to_string()),)
    );
    let mut zip = ZipArchive::new(File::open(scene.path("site.zip")).unwrap()).unwrap();
    let files = manifest::listed(&scene.path("site")).unwrap().unwrap();
    assert_eq!(zip.len(), files.len() + 1);
    for path in files.keys().map(String::as_str).chain([manifest::NAME]) {
        let mut packed = Vec::new();
        zip.by_name(path).unwrap().read_to_end(&mut packed).unwrap();
        assert_eq!(packed, fs::read(scene.path("site").join(path)).unwrap(), "{path}");
    }
    assert!(scene.beside().iter().all(|name| !name.starts_with('.')), "{:?}", scene.beside());
}

#[test]
fn equal_sites_are_equal_zips_and_one_that_is_there_is_left() {
    let scene = Scene::new();
    scene.export("a.zip").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    scene.export("b.zip").unwrap();
    assert_eq!(fs::read(scene.path("a.zip")).unwrap(), fs::read(scene.path("b.zip")).unwrap());
    let again = scene.export("a.zip").unwrap();
    assert_eq!((again.written.len(), again.unchanged), (0, 1));
}

/// A file of a zip beside the newsroom, if it is in it.
fn in_zip(scene: &Scene, zip: &str, path: &str) -> Option<String> {
    let mut zip = ZipArchive::new(File::open(scene.path(zip)).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(path).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

#[test]
fn as_markdown_an_edition_has_its_facts_before_its_text() {
    let mut scene = Scene::new();
    let note = PublicNote {
        change: ChangeKind::Correction,
        at: scene.desk.text(Language::En).since,
        text: "It was *two* trams.".to_owned(),
    };
    scene.desk.text(Language::En).notes.push(note);
    scene.desk.edition(Language::En).former.push("en/news/old.html".to_owned());
    scene.desk.edition(Language::En).awaited =
        Some(Awaited { at: instant("2026-03-05T10:40:00Z"), is_out: false });
    let slug = scene.desk.stories[0].story.slug.clone();
    scene.export("site.md.zip").unwrap();
    let english = format!("content/news/{slug}.en.md");
    let page = in_zip(&scene, "site.md.zip", &english).unwrap();
    let (front, body) = page.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    for line in [
        "title: \"Trams return to the Poltava embankment\"",
        "url: \"/en/news/",
        "aliases: [\"/news/old.html\"]",
        &format!("translationKey: \"{slug}\""),
        "authors: [\"",
        "original: \"uk\"",
    ] {
        assert!(front.lines().any(|one| one.starts_with(line)), "no {line}:\n{front}");
    }
    assert!(body.starts_with("\nThe original of this story was corrected at 12:40."), "{body}");
    assert!(body.contains("It was \\*two\\* trams."), "{body}");
    assert!(body.contains("](../../media/") && !body.contains("media:"), "{body}");
    let shown = body.split_once("](../../").unwrap().1.split_once(' ').unwrap().0;
    let mut zip = ZipArchive::new(File::open(scene.path("site.md.zip")).unwrap()).unwrap();
    assert!(zip.by_name(&format!("static/{}", shown.trim_end_matches(')'))).is_ok(), "{shown}");
    scene.desk.edition(Language::En).approved = None;
    scene.export("site.md.zip").unwrap();
    assert_eq!(in_zip(&scene, "site.md.zip", &english), None);
}

#[test]
fn what_was_approved_while_the_export_ran_is_not_taken_for_what_went_out() {
    let mut scene = Scene::new();
    let outcome = scene.export("site").unwrap();
    assert!(garden(&scene.desk, &scene.path("site"), &outcome).is_ok());
    scene.desk.edition(Language::En).approved.as_mut().unwrap().content = ContentHash([9; 32]);
    let stopped = garden(&scene.desk, &scene.path("site"), &outcome).unwrap_err();
    assert!(matches!(stopped, Error::Newsroom(shpalta_newsroom::Error::TextChanged)));
}

#[test]
fn a_file_that_is_not_ours_is_never_replaced() {
    let mut scene = Scene::new();
    for name in ["site.zip", "site.md.zip", "letter.html"] {
        fs::write(scene.path(name), "somebody else's").unwrap();
    }
    assert!(matches!(scene.export("site.zip"), Err(Error::ForeignFile(_))));
    assert!(matches!(scene.export("site.md.zip"), Err(Error::ForeignFile(_))));
    assert!(matches!(scene.letter(Language::En), Err(Error::ForeignFile(_))));
    for name in ["site.zip", "site.md.zip", "letter.html"] {
        assert_eq!(fs::read(scene.path(name)).unwrap(), b"somebody else's");
        fs::remove_file(scene.path(name)).unwrap();
    }
    scene.export("site.zip").unwrap();
    scene.letter(Language::En).unwrap();
    scene.desk.text(Language::En).headline = "Buses".to_owned();
    assert_eq!(scene.export("site.zip").unwrap().written, ["site.zip"]);
    assert_eq!(scene.letter(Language::En).unwrap().written, ["letter.html"]);
}

#[test]
fn a_letter_needs_nothing_beside_it() {
    let scene = Scene::new();
    scene.letter(Language::En).unwrap();
    let html = fs::read_to_string(scene.path("letter.html")).unwrap();
    assert!(html.contains("<h1>Trams return to the Poltava embankment</h1>"));
    assert!(html.contains("<style>:root") && html.contains("src=\"data:image/png;base64,"));
    assert!(!html.contains("../") && !html.contains("srcset") && !html.contains("<source"));
    assert!(!html.contains("decoding=") && !html.contains("loading="));
    assert!(html.contains("<a class=\"site\" href=\"https://example.org/en/\">"));
    let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let hash = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        <sha2::Sha256 as sha2::Digest>::digest(style),
    );
    assert!(html.contains(&format!("style-src 'sha256-{hash}'; img-src data:;")));
    assert_eq!(html.matches("Content-Security-Policy").count(), 1);
    assert_eq!(scene.beside().len(), 3, "media, its cache and the letter: {:?}", scene.beside());
}

#[test]
fn a_letter_of_a_site_without_an_address_leads_nowhere() {
    let mut scene = Scene::new();
    scene.desk.site.url = None;
    scene.letter(Language::Uk).unwrap();
    let html = fs::read_to_string(scene.path("letter.html")).unwrap();
    let links = html.split("<a ").skip(1).map(|link| link.split_once('>').unwrap().0);
    let leading = links.filter(|link| !link.contains("href=\"#") && !link.contains("https://"));
    assert_eq!(leading.collect::<Vec<_>>(), Vec::<&str>::new());
    assert_eq!(html.matches("<span").count(), html.matches("</span>").count(), "{html}");
    assert!(!html.contains("hreflang"));
}

#[test]
fn a_letter_is_for_one_edition_that_may_go_out() {
    let mut scene = Scene::new();
    assert!(matches!(scene.export("letter.html"), Err(Error::NotOneEdition(_))));
    scene.desk.edition(Language::En).approved = None;
    let outcome = scene.letter(Language::En).unwrap();
    assert_eq!((outcome.written.len(), outcome.held_back.len()), (0, 1));
    assert!(!scene.path("letter.html").exists());
}

#[test]
fn a_dry_run_packs_nothing() {
    let scene = Scene::new();
    let dry = Request { mode: Mode::DryRun, ..request(&scene.path("site.zip")) };
    let outcome = export::export(&scene.desk, &dry, &mut unwatched).unwrap();
    assert!(outcome.written.iter().any(|path| path == "index.html"));
    assert!(!scene.path("site.zip").exists());
}

#[test]
fn a_file_that_cannot_be_is_refused_by_the_folder_that_somebody_named() {
    let scene = Scene::new();
    let missing = scene.export("nowhere/site.zip").unwrap_err();
    assert!(matches!(missing, Error::NoFolder(folder) if folder == scene.path("nowhere")));
    fs::create_dir(scene.path("desk")).unwrap();
    fs::write(scene.path("desk/newsroom.db"), "").unwrap();
    let inside = scene.export("desk/site.zip").unwrap_err();
    assert!(matches!(inside, Error::InNewsroom(folder) if folder == scene.path("desk")));
    let workshop = scene.path(".site.zip.shpalta");
    fs::create_dir(&workshop).unwrap();
    let other = File::open(&workshop).unwrap();
    other.lock().unwrap();
    let busy = scene.export("site.zip").unwrap_err();
    assert!(matches!(busy, Error::Busy(file) if file == scene.path("site.zip")));
    drop(other);
    assert_eq!(scene.export("site.zip").unwrap().written, ["site.zip"]);
}
