//! Feeds, sitemaps and `robots.txt`.

use std::collections::BTreeSet;

use jiff::fmt::rfc2822;
use roxmltree::{Document, Node};
use serde_json::Value;

use super::*;

const URL: &str = "https://example.org";
const FEEDS: [&str; 9] = [
    "feed.xml",
    "atom.xml",
    "feed.json",
    "en/feed.xml",
    "en/atom.xml",
    "en/feed.json",
    "ru/feed.xml",
    "ru/atom.xml",
    "ru/feed.json",
];

fn addressed() -> Scene {
    let mut scene = Scene::new();
    scene.desk.site.url = Some(URL.to_owned());
    scene
}

fn texts<'a>(document: &'a Document<'_>, name: &str) -> Vec<&'a str> {
    let named = document.descendants().filter(|node| node.tag_name().name() == name);
    named.filter_map(|node| node.text()).collect()
}

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> Vec<&'a str> {
    let named = node.children().filter(move |child| child.tag_name().name() == name);
    named.filter_map(|child| child.text()).collect()
}

#[test]
fn a_site_without_an_address_has_no_feeds_and_no_sitemaps() {
    let mut scene = addressed();
    scene.export();
    for path in FEEDS.into_iter().chain(["sitemap.xml", "news.xml", "robots.txt"]) {
        assert!(scene.has(path), "{path}");
    }
    scene.desk.site.url = None;
    let removed = scene.export().removed;
    for path in FEEDS.into_iter().chain(["sitemap.xml", "news.xml", "robots.txt"]) {
        assert!(!scene.has(path) && removed.iter().any(|gone| gone == path), "{path}");
    }
    assert!(!scene.read("index.html").contains("application/rss+xml"));
}

/// <https://www.rssboard.org/rss-specification>, <https://www.rssboard.org/rss-profile>
#[test]
fn the_rss_feed_keeps_the_rules_and_says_what_the_page_says() {
    let mut scene = addressed();
    scene.desk.text(Language::En).headline = "Trams & <b>buses</b>\u{b} are back".to_owned();
    scene.export();
    let xml = scene.read("en/feed.xml");
    let document = Document::parse(&xml).unwrap();
    let channel = document.root_element().first_element_child().unwrap();
    assert_eq!(document.root_element().attribute("version"), Some("2.0"));
    assert_eq!(children(channel, "language"), ["en"]);
    assert_eq!(children(channel, "title"), ["Step"]);
    let links: Vec<_> =
        channel.children().filter(|node| node.tag_name().name() == "link").collect();
    assert_eq!(links[0].text(), Some("https://example.org/en/"));
    assert_eq!(links[1].attribute("href"), Some("https://example.org/en/feed.xml"));
    let items: Vec<_> =
        channel.children().filter(|node| node.tag_name().name() == "item").collect();
    assert_eq!(items.len(), 1);
    let page = format!("{URL}/{EN}");
    assert_eq!(children(items[0], "title"), ["Trams & <b>buses</b> are back"]);
    assert_eq!(children(items[0], "link"), [page.as_str()]);
    assert_eq!(children(items[0], "guid"), [page.as_str()]);
    assert_eq!(children(items[0], "creator"), ["Oksana Hai"]);
    for date in texts(&document, "pubDate").into_iter().chain(texts(&document, "lastBuildDate")) {
        rfc2822::parse(date).unwrap();
    }
    assert_eq!(texts(&document, "pubDate"), ["Thu, 05 Mar 2026 00:00:00 +0200"]);
}

/// RFC 4287, 4.1.1 and 4.1.2
#[test]
fn the_atom_feed_keeps_the_rules() {
    let mut scene = addressed();
    scene.desk.stories[0].story.first_published = Some(instant("2026-03-05T09:00:00Z"));
    scene.desk.add("bridge", "The bridge");
    scene.export();
    let xml = scene.read("atom.xml");
    let document = Document::parse(&xml).unwrap();
    let feed = document.root_element();
    for name in ["title", "id", "updated"] {
        assert_eq!(children(feed, name).len(), 1, "{name}");
    }
    assert!(feed.children().any(|node| node.tag_name().name() == "author"));
    let entries: Vec<_> =
        feed.children().filter(|node| node.tag_name().name() == "entry").collect();
    assert_eq!(entries.len(), 2);
    let ids: BTreeSet<_> = entries.iter().flat_map(|entry| children(*entry, "id")).collect();
    assert_eq!(ids.len(), 2);
    for entry in &entries {
        for name in ["title", "id", "updated", "summary"] {
            assert_eq!(children(*entry, name).len(), 1, "{name}");
        }
    }
    assert_eq!(children(entries[0], "updated"), ["2026-03-05T11:30:00+02:00"]);
    assert_eq!(children(feed, "updated"), ["2026-03-05T11:30:00+02:00"]);
}

/// <https://www.jsonfeed.org/version/1.1/>
#[test]
fn the_json_feed_keeps_the_rules() {
    let scene = addressed();
    scene.export();
    let feed: Value = serde_json::from_str(&scene.read("ru/feed.json")).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["title"], "Степь");
    assert_eq!(feed["feed_url"], "https://example.org/ru/feed.json");
    let item = &feed["items"][0];
    assert_eq!(item["id"], format!("{URL}/{RU}"));
    assert!(item["content_text"].as_str().unwrap().starts_with("После двух лет"));
    assert_eq!(item["authors"][0]["name"], "Оксана Гай");
    item["date_published"].as_str().unwrap().parse::<Timestamp>().unwrap();
    let image = item["image"].as_str().unwrap();
    assert!(scene.has(image.strip_prefix("https://example.org/").unwrap()));
}

#[test]
fn what_is_withdrawn_or_held_back_is_in_no_feed_and_no_sitemap() {
    let mut scene = addressed();
    scene.desk.add("bridge", "The bridge");
    scene.desk.stories[1].story.embargo = Some(instant("2026-03-06T00:00:00Z"));
    let outcome = scene.export();
    scene.record(&outcome);
    let lists = FEEDS.into_iter().chain(["sitemap.xml", "news.xml"]);
    for path in lists.clone() {
        assert!(!scene.read(path).contains("bridge"), "{path}");
    }
    assert!(scene.read("sitemap.xml").contains(RU) && scene.read("news.xml").contains(RU));
    let at = instant("2026-03-05T10:00:00Z");
    let withdrawal = Withdrawal { kind: WithdrawalKind::Held, at, note: None };
    scene.desk.edition(Language::Ru).withdrawal = Some(withdrawal);
    scene.export();
    for path in lists {
        assert!(!scene.read(path).contains(RU), "{path}");
    }
}

#[test]
fn the_sitemap_names_each_page_with_all_its_versions() {
    let scene = addressed();
    scene.export();
    let xml = scene.read("sitemap.xml");
    let document = Document::parse(&xml).unwrap();
    let pages: BTreeSet<_> = texts(&document, "loc").into_iter().collect();
    let expected = ["", "en/", "ru/", UK, EN, RU].map(|path| format!("{URL}/{path}"));
    assert_eq!(pages, expected.iter().map(String::as_str).collect());
    for page in document.root_element().children().filter(Node::is_element) {
        let versions: Vec<_> =
            page.children().filter_map(|node| node.attribute("hreflang")).collect();
        assert_eq!(versions, ["uk", "en", "ru", "x-default"]);
    }
    assert_eq!(texts(&document, "lastmod").len(), 3);
    let robots = scene.read("robots.txt");
    assert!(robots.contains("Sitemap: https://example.org/sitemap.xml\n"), "{robots}");
}

#[test]
fn fresh_news_is_news_for_two_days() {
    let scene = addressed();
    scene.export();
    assert_eq!(texts(&Document::parse(&scene.read("news.xml")).unwrap(), "loc").len(), 3);
    for (now, pages) in [("2026-03-06T22:00:00Z", 3), ("2026-03-06T22:00:01Z", 0)] {
        let later = Request { now: instant(now), ..request(&scene.site()) };
        export(&scene.desk, &later, &mut unwatched).unwrap();
        let xml = scene.read("news.xml");
        assert_eq!(texts(&Document::parse(&xml).unwrap(), "loc").len(), pages, "{now}");
    }
}

#[test]
fn a_robots_file_of_somebody_else_stays() {
    let scene = addressed();
    fs::create_dir(scene.site()).unwrap();
    fs::write(scene.site().join("robots.txt"), "theirs").unwrap();
    scene.export();
    assert_eq!(scene.read("robots.txt"), "theirs");
    assert!(!scene.manifest().contains_key("robots.txt"));
}

#[test]
fn a_large_site_has_many_sitemaps_of_which_a_story_is_in_one() {
    let mut scene = addressed();
    for number in 0..340 {
        let story = scene.desk.add(&format!("story-{number}"), "The same");
        assert!(scene.desk.stories.iter().any(|one| one.story.id == story));
    }
    scene.export();
    let index = scene.read("sitemap.xml");
    let document = Document::parse(&index).unwrap();
    let sitemaps = texts(&document, "loc");
    assert!(sitemaps.len() > 100);
    let mut pages = BTreeSet::new();
    for sitemap in sitemaps {
        let path = sitemap.strip_prefix("https://example.org/").unwrap();
        let xml = scene.read(path);
        for page in texts(&Document::parse(&xml).unwrap(), "loc") {
            assert!(pages.insert(page.to_owned()), "{page} is in two");
        }
    }
    assert_eq!(pages.len(), 341 * 3 + 3);
    scene.desk.stories[7].editions[2].approved.as_mut().unwrap().text.since =
        instant("2026-03-06T10:00:00Z");
    scene.desk.stories[7].story.first_published = Some(instant("2026-03-05T10:00:00Z"));
    let written = scene.export().written;
    let maps: Vec<_> = written.iter().filter(|path| path.starts_with("sitemap/")).collect();
    assert_eq!(maps.len(), 1, "{written:?}");
    while scene.desk.stories.len() > 300 {
        scene.desk.stories.pop();
    }
    scene.export();
    assert!(scene.manifest().keys().all(|path| !path.starts_with("sitemap/")));
    assert_eq!(texts(&Document::parse(&scene.read("sitemap.xml")).unwrap(), "loc").len(), 903);
}
