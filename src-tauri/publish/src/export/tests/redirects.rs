//! Pages that moved.

use super::*;

const MOVED: &str = "en/news/tram-of-1911.html";

/// The English page moves from where it was last exported to.
fn moved(scene: &mut Scene, address: &str) {
    let outcome = scene.export();
    scene.record(&outcome);
    let edition = scene.desk.edition(Language::En);
    let last = edition.exported.as_ref().unwrap().path.clone();
    edition.former.push(last);
    edition.address = address.to_owned();
}

#[test]
fn an_old_link_leads_to_where_the_page_is_now() {
    let mut scene = Scene::new();
    scene.desk.site.url = Some("https://example.org/desk".to_owned());
    moved(&mut scene, "tram-of-1911");
    let outcome = scene.export();
    let html = scene.text(EN);
    assert!(html.contains(r#"<meta http-equiv="refresh" content="0; url=tram-of-1911.html">"#));
    assert!(html.contains(r#"href="https://example.org/desk/en/news/tram-of-1911.html""#));
    assert!(html.contains("<h1>This page has moved</h1>") && html.contains("noindex"));
    assert_eq!(scene.manifest()[EN].kind, Kind::Redirect);
    assert_eq!(scene.read("_redirects"), format!("/desk/{EN} /desk/{MOVED} 301\n"));
    assert!(outcome.removed.iter().all(|path| path.ends_with(".json")), "{:?}", outcome.removed);
    assert!(!scene.read("sitemap.xml").contains("naberezhnii.html</loc>\n<lastmod>2026-03-05T12"));
    assert!(!scene.read("en/index.html").contains("tramvai-na-naberezhnii"));
    assert_eq!(scene.export().written, Vec::<String>::new());
}

#[test]
fn all_old_links_lead_to_the_newest_place_and_a_page_that_returns_takes_its_own() {
    let mut scene = Scene::new();
    moved(&mut scene, "tram-of-1911");
    moved(&mut scene, "tram");
    scene.export();
    for old in [EN, MOVED] {
        assert!(scene.read(old).contains("url=tram.html"), "{old}");
    }
    assert_eq!(scene.read("_redirects").lines().count(), 2);
    moved(&mut scene, "tramvai-na-naberezhnii");
    scene.export();
    assert_eq!(scene.manifest()[EN].kind, Kind::Page);
    for old in [MOVED, "en/news/tram.html"] {
        assert!(scene.read(old).contains("url=tramvai-na-naberezhnii.html"), "{old}");
    }
}

#[test]
fn another_storys_page_may_stand_where_a_page_used_to_be() {
    let mut scene = Scene::new();
    moved(&mut scene, "tram-of-1911");
    let other = scene.desk.add("other", "Another story");
    edition(&mut scene.desk.stories[1], Language::En).address = "tramvai-na-naberezhnii".to_owned();
    scene.export();
    assert!(scene.read(EN).contains("Another story"));
    assert!(!scene.has("_redirects"));
    // Asked for by itself, it may, too.
    let mut scene = Scene::new();
    moved(&mut scene, "tram-of-1911");
    scene.export();
    assert_eq!(scene.manifest()[EN].kind, Kind::Redirect);
    scene.desk.add("other", "Another story");
    edition(&mut scene.desk.stories[1], Language::En).address = "tramvai-na-naberezhnii".to_owned();
    let named = Request { stories: Some(vec![other]), ..request(&scene.site()) };
    export(&scene.desk, &named, &mut unwatched).unwrap();
    assert!(scene.read(EN).contains("Another story"));
    assert!(!scene.has("_redirects"));
}

#[test]
fn old_links_lead_to_the_notice_and_nowhere_once_there_is_no_page() {
    let mut scene = Scene::new();
    moved(&mut scene, "tram-of-1911");
    scene.export();
    scene.desk.edition(Language::En).withdrawal = Some(Withdrawal {
        kind: WithdrawalKind::Withdrawn,
        at: instant("2026-03-05T11:00:00Z"),
        note: None,
    });
    scene.export();
    assert_eq!(scene.manifest()[MOVED].kind, Kind::Notice);
    assert!(scene.read(EN).contains("url=tram-of-1911.html"));
    scene.desk.stories.clear();
    scene.export();
    assert!(!scene.has(EN) && !scene.has("_redirects"));
}

#[test]
fn a_map_that_is_not_ours_stays() {
    let mut scene = Scene::new();
    moved(&mut scene, "tram-of-1911");
    fs::write(scene.site().join("_redirects"), "/old /new\n").unwrap();
    scene.export();
    assert_eq!(scene.read("_redirects"), "/old /new\n");
    assert_eq!(scene.manifest()[EN].kind, Kind::Redirect);
}
