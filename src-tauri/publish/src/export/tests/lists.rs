//! Front pages, sections, authors and corrections, and the parts of long lists.

use std::sync::Mutex;

use jiff::ToSpan;
use shpalta_language::date::When;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::publication::PublicNote;

use super::*;
use crate::page::list::PART;

/// A scene with so many stories, all in one section.
fn long(stories: usize) -> Scene {
    let mut scene = Scene::new();
    for number in 1..stories {
        scene.desk.add(&format!("story-{number}"), &format!("Story no. {number}"));
    }
    for story in &mut scene.desk.stories {
        story.story.section = Some("Київ".to_owned());
    }
    scene
}

/// The headlines of a list, the first first.
fn headlines(scene: &Scene, path: &str) -> Vec<String> {
    let html = scene.text(path);
    let links = html.split("<h2><a href=\"").skip(1);
    let text = |link: &str| Some(link.split_once('>')?.1.split_once("</a>")?.0.to_owned());
    links.filter_map(text).collect()
}

fn index_files(outcome: &Outcome) -> Vec<&str> {
    let is_page = |path: &&str| path.ends_with(".html") && !path.contains("news/");
    outcome.written.iter().map(String::as_str).filter(is_page).collect()
}

#[test]
fn sections_and_authors_have_pages_in_each_language_that_name_each_other() {
    let mut scene = long(3);
    scene.desk.site.url = Some("https://example.org".to_owned());
    scene.export();
    let headings = [
        ("section/kyiv.html", "<h1>Київ</h1>"),
        ("en/section/kyiv.html", "<h1>Kyiv</h1>"),
        ("ru/section/kyiv.html", "<h1>Киев</h1>"),
        ("author/oksana-hai.html", "<h1>Оксана Гай</h1>"),
        ("en/author/oksana-hai.html", "<h1>Oksana Hai</h1>"),
        ("ru/author/oksana-hai.html", "<h1>Оксана Гай</h1>"),
    ];
    for (path, heading) in headings {
        let html = scene.text(path);
        assert!(html.contains(heading), "{path}: {html}");
        assert_eq!(headlines(&scene, path).len(), 3, "{path}");
        assert_eq!(html.matches("<link rel=\"alternate\" hreflang=").count(), 4, "{path}");
    }
    assert!(scene.read("index.html").contains("<a href=\"section/kyiv.html\">Київ</a>"));
    assert!(scene.read(EN).contains("<a href=\"../section/kyiv.html\">Kyiv</a>"));
    assert!(scene.read(UK).contains("<a href=\"../author/oksana-hai.html\">Оксана"));
}

#[test]
fn a_section_goes_with_its_last_story_and_its_sisters_say_so() {
    let mut scene = long(1);
    scene.export();
    let switch = |scene: &Scene| scene.read("section/kyiv.html").matches("hreflang=\"ru\"").count();
    assert_eq!(switch(&scene), 2);
    let withdrawal = Withdrawal {
        kind: WithdrawalKind::Withdrawn,
        at: instant("2026-03-05T11:00:00Z"),
        note: None,
    };
    scene.desk.edition(Language::Ru).withdrawal = Some(withdrawal);
    scene.export();
    assert!(!scene.has("ru/section/kyiv.html") && !scene.has("ru/author/oksana-hai.html"));
    assert_eq!(switch(&scene), 0);
    assert!(scene.text("ru/index.html").contains("Новостей пока нет."));
    scene.desk.edition(Language::Ru).withdrawal = None;
    scene.export();
    assert_eq!(switch(&scene), 2);
}

#[test]
fn corrections_are_listed_by_when_they_were_made() {
    let mut scene = long(3);
    scene.export();
    assert!(scene.text("en/corrections.html").contains("Nothing has been corrected so far."));
    let correct = |scene: &mut Scene, story: usize, text: &str, at: &str| {
        let edition = edition(&mut scene.desk.stories[story], Language::En);
        let note = PublicNote { at: instant(at), ..corrected(text) };
        edition.approved.as_mut().unwrap().text.notes.insert(0, note);
    };
    correct(&mut scene, 0, "It was Monday.", "2026-03-05T10:40:00Z");
    correct(&mut scene, 2, "It was Tuesday.", "2026-03-05T10:50:00Z");
    correct(&mut scene, 2, "It was Wednesday.", "2026-03-05T11:10:00Z");
    scene.export();
    let list = "en/corrections.html";
    assert_eq!(headlines(&scene, list)[0], "Story no. 2");
    assert_eq!(headlines(&scene, list).len(), 2);
    let html = scene.text(list);
    let places = ["It was Wednesday.", "It was Tuesday.", "It was Monday."];
    let places = places.map(|text| html.find(text).unwrap());
    assert!(places.is_sorted(), "{html}");
    assert!(scene.read(EN).contains("<a href=\"../corrections.html\">"));
    assert!(scene.text("corrections.html").contains("Виправлень поки не було."));
}

/// What was corrected stays said, whatever the story is approved as later.
#[test]
fn an_update_does_not_take_a_correction_off_the_page() {
    let mut scene = Scene::new();
    let text = scene.desk.text(Language::En);
    text.notes = vec![corrected("It was Monday.")];
    text.change = ChangeKind::Update;
    scene.export();
    assert!(scene.text(EN).contains("It was Monday."));
    assert!(scene.text("en/corrections.html").contains("It was Monday."));
}

#[test]
fn a_long_list_is_in_full_parts_and_its_first_page_has_the_rest() {
    let scene = long(2 * PART + 3);
    scene.export();
    for list in ["index.html", "section/kyiv.html", "author/oksana-hai.html"] {
        assert_eq!(headlines(&scene, list).len(), PART + 3, "{list}");
    }
    for part in ["latest/1.html", "section/kyiv/1.html", "author/oksana-hai/1.html"] {
        assert_eq!(headlines(&scene, part).len(), PART, "{part}");
    }
    let (first, last) = (headlines(&scene, "index.html"), headlines(&scene, "latest/1.html"));
    assert_eq!((&*first[1], &*first[PART + 2]), ("Story no. 1", "Story no. 52"));
    assert_eq!((&*last[0], &*last[PART - 1]), ("Story no. 53", "Story no. 102"));
    assert!(scene.read("index.html").contains("<a rel=\"next\" href=\"latest/1.html\">"));
    assert!(scene.read("latest/1.html").contains("<a rel=\"prev\" href=\"../index.html\">"));
    assert!(!scene.has("latest/2.html"));
}

#[test]
fn what_no_story_is_in_any_more_goes() {
    let mut scene = long(2 * PART);
    scene.export();
    assert!(scene.has("latest/1.html"));
    scene.desk.stories.pop();
    let outcome = scene.export();
    assert!(!scene.has("latest/1.html"));
    assert_eq!(outcome.removed.iter().filter(|path| path.ends_with("/1.html")).count(), 9);
    assert_eq!(headlines(&scene, "index.html").len(), 2 * PART - 1);
}

/// A desk whose exports keep a ledger, in a newsroom of its own, and say what changed since.
struct Kept<'a> {
    desk: &'a Desk,
    keeper: &'a Mutex<Newsroom>,
    changed: Vec<StoryId>,
}

impl Source for Kept<'_> {
    fn site(&self) -> shpalta_newsroom::Result<Site> {
        self.desk.site()
    }

    fn policy(&self) -> shpalta_newsroom::Result<Policy> {
        self.desk.policy()
    }

    fn stories(&self) -> shpalta_newsroom::Result<Vec<(StoryId, String)>> {
        self.desk.stories()
    }

    fn story_named(&self, slug: &str) -> shpalta_newsroom::Result<Option<StoryId>> {
        self.desk.story_named(slug)
    }

    fn dossier(&self, story: StoryId) -> shpalta_newsroom::Result<Dossier> {
        self.desk.dossier(story)
    }

    fn media_path(&self, hash: MediaHash) -> PathBuf {
        self.desk.media_path(hash)
    }

    fn theme_folder(&self) -> Option<PathBuf> {
        None
    }

    fn made_of_media(&self, hash: MediaHash) -> Option<PathBuf> {
        self.desk.made_of_media(hash)
    }

    fn credit(&self, hash: MediaHash) -> shpalta_newsroom::Result<Names> {
        self.desk.credit(hash)
    }

    fn last_change(&self) -> shpalta_newsroom::Result<i64> {
        Ok(1)
    }

    fn changed_since(&self, _: i64, _: Exports) -> shpalta_newsroom::Result<Vec<StoryId>> {
        Ok(self.changed.clone())
    }

    fn ledger(&self, folder: &Path) -> Option<Ledger> {
        self.keeper.lock().unwrap().ledger(folder)
    }

    fn server_notes(&self, _: &Path) -> Option<PathBuf> {
        None
    }

    fn another(&self) -> shpalta_newsroom::Result<Self> {
        Ok(Self { changed: self.changed.clone(), ..*self })
    }
}

/// A scene of so many stories in Ukrainian, and what keeps its ledger.
fn kept(stories: usize) -> (Scene, Mutex<Newsroom>) {
    let mut scene = long(stories);
    for story in &mut scene.desk.stories {
        for language in [Language::En, Language::Ru] {
            edition(story, language).approved = None;
        }
    }
    let (newsroom, _) = crate::sample::furnished(&scene.folder.path().join("keeper"));
    (scene, Mutex::new(newsroom))
}

/// Exports what changed; then holds the folder against one that is made at once.
fn follow(scene: &Scene, keeper: &Mutex<Newsroom>, changed: Vec<StoryId>) -> Outcome {
    let source = Kept { desk: &scene.desk, keeper, changed };
    let outcome = export(&source, &request(&scene.site()), &mut unwatched).unwrap();
    let ledger = source.ledger(&outcome.to).unwrap();
    outcome.looked.as_ref().unwrap().keep(&ledger).unwrap();
    drop(ledger);
    let anew = tempfile::tempdir_in(scene.folder.path()).unwrap();
    export(&scene.desk, &request(anew.path()), &mut unwatched).unwrap();
    let expected = manifest::listed(anew.path()).unwrap().unwrap();
    let found = scene.manifest();
    let differs = |path: &&String| expected.get(*path) != found.get(*path);
    let paths: BTreeSet<_> = expected.keys().chain(found.keys()).collect();
    let different: Vec<_> = paths.into_iter().filter(differs).collect();
    assert!(different.is_empty(), "{different:?}");
    outcome
}

fn day(number: i64) -> Option<When> {
    let first: jiff::civil::Date = "2025-01-01".parse().unwrap();
    Some(When::Day(first.saturating_add(number.days())))
}

/// Of a list only the parts are made anew that show something else, and the site is as if it had
/// been made at once.
#[test]
fn parts_follow_whatever_comes_goes_moves_and_is_corrected() {
    let (mut scene, keeper) = kept(3 * PART - 1);
    let outcome = follow(&scene, &keeper, Vec::new());
    assert_eq!(index_files(&outcome).len(), 3 * 2 + 1);
    assert_eq!(index_files(&follow(&scene, &keeper, Vec::new())), Vec::<&str>::new());
    let change = |scene: &mut Scene, at: usize, change: &dyn Fn(&mut Dossier)| {
        change(&mut scene.desk.stories[at]);
        vec![scene.desk.stories[at].story.id]
    };
    let parts = |outcome: &Outcome| -> Vec<String> {
        let latest = index_files(outcome).into_iter().filter(|path| path.starts_with("latest/"));
        latest.map(str::to_owned).collect()
    };
    let retitle = |story: &mut Dossier| {
        let text = &mut edition(story, Language::Uk).approved.as_mut().unwrap().text;
        text.headline = format!("{} again", text.headline);
    };
    let oldest = change(&mut scene, 3 * PART - 2, &retitle);
    assert_eq!(parts(&follow(&scene, &keeper, oldest)), ["latest/1.html"]);
    let newest = change(&mut scene, 0, &retitle);
    assert_eq!(parts(&follow(&scene, &keeper, newest)), Vec::<String>::new());

    let add = |scene: &mut Scene, slug: &str, number: i64| {
        let story = scene.desk.add(slug, slug);
        let dossier = scene.desk.stories.last_mut().unwrap();
        dossier.story.when = day(number);
        dossier.story.section = Some("Війна".to_owned());
        edition(dossier, Language::En).approved = None;
        edition(dossier, Language::Ru).approved = None;
        vec![story]
    };
    let fills_a_part = add(&mut scene, "newest", 800);
    assert_eq!(parts(&follow(&scene, &keeper, fills_a_part)), ["latest/1.html", "latest/2.html"]);
    let in_the_middle = add(&mut scene, "middle", 300);
    follow(&scene, &keeper, in_the_middle);
    let oldest_of_all = add(&mut scene, "oldest", 0);
    assert_eq!(parts(&follow(&scene, &keeper, oldest_of_all)).len(), 2);
    let moves = change(&mut scene, 2 * PART, &|story| story.story.when = day(700));
    follow(&scene, &keeper, moves);
    let elsewhere =
        change(&mut scene, PART, &|story| story.story.section = Some("Спорт".to_owned()));
    follow(&scene, &keeper, elsewhere);
    assert!(scene.has("section/sports.html") && scene.has("section/war.html"));
    for at in [0, PART, 2 * PART, 3 * PART] {
        let withdrawn = change(&mut scene, at, &|story| {
            edition(story, Language::Uk).withdrawal = Some(Withdrawal {
                kind: WithdrawalKind::Withdrawn,
                at: instant("2026-03-05T11:00:00Z"),
                note: None,
            });
            // Where it stands only the record of exports tells a folder that is made anew.
            edition(story, Language::Uk).approved = None;
        });
        let path = format!("news/{}.html", scene.desk.stories[at].story.slug);
        let row = exported_row(&scene, at, path);
        edition(&mut scene.desk.stories[at], Language::Uk).exported = Some(row);
        follow(&scene, &keeper, withdrawn);
    }
    assert!(!scene.has("latest/2.html") && !scene.has("section/sports.html"));
}

fn exported_row(scene: &Scene, at: usize, path: String) -> ExportedRow {
    let edition = &scene.desk.stories[at].editions[0];
    let path = match at {
        0 => UK.to_owned(),
        _ => path,
    };
    ExportedRow {
        edition: edition.edition,
        revision: None,
        content: None,
        details: edition.details,
        names: edition.names,
        followed: None,
        path,
        sha256: String::new(),
        overridden: None,
    }
}
