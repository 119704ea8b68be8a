#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;

use shpalta_newsroom::Act;
use shpalta_newsroom::draft::Save;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::{OperationId, PersonId};
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::address::relative;
use crate::page;
use crate::sample::furnished;
use crate::{Mode, Outcome, Request, export, unwatched};

const STORY: &str = "night-trains";

/// The sample newsroom, and a site beside it.
struct Scene {
    folder: TempDir,
    newsroom: Newsroom,
    owner: PersonId,
    operations: u128,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (newsroom, owner) = furnished(&folder.path().join("newsroom"));
        Self { folder, newsroom, owner, operations: 100 }
    }

    fn act(&mut self) -> Act {
        self.operations += 1;
        let operation = OperationId(Uuid::from_u128(self.operations));
        Act { operation, by: self.owner, at: now() }
    }

    fn story(&self) -> StoryId {
        self.newsroom.story_id(STORY).unwrap()
    }

    fn page(&self, language: Language) -> String {
        page(&self.newsroom, self.story(), language, now()).unwrap()
    }

    fn write(&mut self, story: StoryId, language: Language, text: &EditionText) {
        let based_on = self.newsroom.draft(story, language).unwrap().save;
        let act = self.act();
        self.newsroom
            .save_draft(&act, &Save { story, language, text, based_on, seen: None, sitting: None })
            .unwrap();
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn request(&self) -> Request {
        Request {
            stories: Some(vec![self.story()]),
            languages: Language::ALL.to_vec(),
            to: Some(self.site()),
            now: now(),
            override_reason: None,
            mode: Mode::Write,
        }
    }

    fn export(&self) -> Outcome {
        export(&self.newsroom, &self.request(), &mut unwatched).unwrap()
    }

    /// An exported page with the preview's links in place of the site's, without JSON-LD and policy.
    fn as_preview(&self, language: Language, outcome: &Outcome) -> String {
        let page = |language: Language| format!("{STORY}/{}", language.code());
        let path = |language: Language| {
            let of = |one: &&crate::EditionFate| one.lang == language;
            outcome.editions.iter().find(of).unwrap().path.clone().unwrap()
        };
        let from = path(language);
        let shared = [page::STYLE, page::ICON].map(|path| (path.to_owned(), path.to_owned()));
        let mut links = Vec::from(shared);
        let lists = crate::manifest::listed(&self.site()).unwrap().unwrap().into_values();
        let lists = lists.filter(|file| file.kind == crate::manifest::Kind::Index);
        links.extend(lists.map(|list| (list.path.clone(), list.path)));
        links.extend(Language::ALL.map(|language| (path(language), page(language))));
        let html = fs::read_to_string(self.site().join(&from)).unwrap();
        let own = |line: &&str| !line.contains("ld+json") && !line.contains("http-equiv");
        let lines = html.split_inclusive('\n').filter(own);
        let html = links.into_iter().fold(lines.collect(), |html: String, (old, new)| {
            let link = |from: &str, to: &str| format!("\"{}\"", relative(from, to));
            html.replace(&link(&from, &old), &link(&page(language), &new))
        });
        let body = self.newsroom.draft(self.story(), language).unwrap().text.body;
        let photo = &body.split_once("(media:").unwrap().1[..64];
        with_one_file(&html, &format!("../media/{photo}"))
    }
}

/// A page with one file for its one photo.
fn with_one_file(html: &str, src: &str) -> String {
    let (before, picture) = html.split_once("<picture>").unwrap();
    let (picture, after) = picture.split_once("</picture>").unwrap();
    let (_, rest) = picture.split_once(" alt=").unwrap();
    format!("{before}<img src=\"{src}\" alt={rest}{after}")
}

fn now() -> Timestamp {
    "2026-03-05T10:00:00Z".parse().unwrap()
}

#[test]
fn the_preview_of_an_approved_text_is_its_exported_page() {
    let scene = Scene::new();
    let previews = Language::ALL.map(|language| scene.page(language));
    let outcome = scene.export();
    for (language, preview) in Language::ALL.into_iter().zip(previews) {
        assert!(preview.contains("<img") && preview.contains("<h1>"));
        assert_eq!(preview, scene.as_preview(language, &outcome), "{language:?}");
    }
}

#[test]
fn the_preview_shows_what_was_typed_last_and_the_site_does_not() {
    let mut scene = Scene::new();
    let story = scene.story();
    let mut text = scene.newsroom.draft(story, Language::En).unwrap().text;
    text.headline = "A headline <b>nobody</b> approved".to_owned();
    text.body.push_str("\n\nA *new* paragraph, <script>alert(1)</script>typed just now.\n");
    scene.write(story, Language::En, &text);
    let preview = scene.page(Language::En);
    assert!(
        preview.contains("<h1>A headline &lt;b&gt;nobody&lt;/b&gt; approved</h1>"),
        "{preview}"
    );
    assert!(preview.contains("A <em>new</em> paragraph"));
    let outcome = scene.export();
    assert!(!scene.as_preview(Language::En, &outcome).contains("nobody"));
}

#[test]
fn a_text_that_was_not_approved_says_so_on_paper_whatever_the_theme() {
    let mut scene = Scene::new();
    let story = scene.story();
    let approved = scene.newsroom.draft(story, Language::Uk).unwrap().text;
    let mark = "<p class=\"draft\">Чернетка: цей текст не затверджено</p>";
    assert!(!scene.page(Language::Uk).contains("draft"));
    let other = EditionText { headline: "Інакше".to_owned(), ..approved.clone() };
    scene.write(story, Language::Uk, &other);
    let theme = scene.folder.path().join("newsroom/theme");
    fs::create_dir(&theme).unwrap();
    for body in [None, Some("<body class=\"ours\">")] {
        if let Some(body) = body {
            let base = include_str!("../../templates/base.html").replace("<body>", body);
            fs::write(theme.join("base.html"), base).unwrap();
        }
        let expected = format!("{}\n{mark}\n<a class=\"skip\"", body.unwrap_or("<body>"));
        assert!(scene.page(Language::Uk).contains(&expected));
        assert!(!scene.page(Language::En).contains(mark), "another language's is approved");
    }
    scene.write(story, Language::Uk, &approved);
    assert!(!scene.page(Language::Uk).contains("draft"));
}

#[test]
fn a_preview_runs_no_script_and_names_nothing_elsewhere() {
    let mut scene = Scene::new();
    let plain = Language::ALL.map(|language| scene.page(language));
    let act = scene.act();
    scene.newsroom.set_site(&act, "url", "https://example.org").unwrap();
    for (language, plain) in Language::ALL.into_iter().zip(plain) {
        assert_eq!(scene.page(language), plain);
        assert!(!plain.contains("<script") && !plain.contains("<iframe"));
        assert!(!plain.contains("example.org"));
    }
}

#[test]
fn the_switch_leads_to_the_languages_in_which_something_is_written() {
    let mut scene = Scene::new();
    let act = scene.act();
    let story = scene.newsroom.new_story(&act, Language::Uk, "Новий міст").unwrap();
    let empty = page(&scene.newsroom, story, Language::Uk, now()).unwrap();
    assert!(empty.contains("<h1></h1>") && !empty.contains("Русский"));
    let text = EditionText { headline: "Новый мост".into(), ..EditionText::default() };
    scene.write(story, Language::Ru, &text);
    let original = page(&scene.newsroom, story, Language::Uk, now()).unwrap();
    assert!(original.contains("Русский") && !original.contains("English"));
}

#[test]
fn the_addresses_of_the_preview_serve_page_stylesheet_and_clean_photos() {
    let scene = Scene::new();
    let at = |path: &str| at(&scene.newsroom, path, now()).unwrap();
    let html = at("/night-trains/en").unwrap();
    assert_eq!(html.mime, "text/html; charset=utf-8");
    assert_eq!(html.bytes, scene.page(Language::En).into_bytes());
    assert_eq!(at("night-trains%2Fen"), Some(html));
    assert_eq!(at("/style.css").unwrap().bytes, page::CSS.as_bytes());
    assert_eq!(at("/icon.svg").unwrap().mime, "image/svg+xml");
    for media in scene.newsroom.media().unwrap() {
        let photo = at(&format!("/media/{}", media.hash)).unwrap();
        let file = fs::read(scene.newsroom.media_path(media.hash)).unwrap();
        assert_eq!(photo.mime, "image/jpeg");
        assert_eq!(photo.bytes, shpalta_photo::publishable(&file).unwrap().bytes);
    }
    let unknown = "0".repeat(64);
    for path in [
        "/",
        "/night-trains",
        "/night-trains/de",
        "/no-such-story/en",
        "/night-trains/en/more",
        "/media/../newsroom.db",
        &format!("/media/{unknown}"),
    ] {
        assert_eq!(at(path), None, "{path}");
    }
}

#[test]
fn a_photo_that_was_altered_is_not_shown() {
    let scene = Scene::new();
    let used = scene.page(Language::En);
    let (_, rest) = used.split_once("src=\"../media/").unwrap();
    let hash = MediaHash::from_hex(&rest[..64]).unwrap();
    fs::write(scene.newsroom.media_path(hash), b"\xff\xd8 altered").unwrap();
    assert_eq!(photo(&scene.newsroom, hash).unwrap(), None);
    assert!(!scene.page(Language::En).contains("<img"));
}
