//! Pages as readers and machines see them: what stands there, and where links lead.

use std::path::{Component, Path, PathBuf};

use serde_json::Value;

use super::site::{EN, Page, RU, Site, UK, plain};
use crate::cli::{Desk, text};

fn exported() -> (Desk, Site) {
    let desk = Desk::with_tram_museum();
    desk.ok("export");
    let site = Site::of(&desk);
    (desk, site)
}

#[test]
fn every_element_of_the_article_stands_on_its_page() {
    let (_desk, site) = exported();
    for path in [UK, EN, RU] {
        let page = site.page(path);
        let count = |selector: &str| page.all(selector).len();
        for (selector, expected) in [
            ("h1", 1),
            ("article h2", 2),
            ("article ul > li", 3),
            ("article > ol > li", 2),
            ("article table th", 3),
            ("article table td", 6),
            ("article blockquote", 1),
            ("article figure img[alt]", 1),
            ("article figure figcaption", 1),
            ("article aside", 1),
            ("article time[datetime]", 1),
            ("a[href='https://museum.example/tram?day=8&line=2']", 1),
            ("nav.languages a", 3),
            ("footer.authors .portrait", 2),
        ] {
            assert_eq!(count(selector), expected, "{path}: {selector}");
        }
        assert_eq!(count("sup a") + count("a.footnote-backref"), 2, "{path}: a footnote");
    }
}

#[test]
fn meta_lines_are_in_the_pages_language() {
    let (_desk, site) = exported();
    for (path, dateline, views, authors) in [
        (UK, "Вінниця • Листоноша • ", "4812 переглядів", "Ганна Зозуля, Левко Верба"),
        (EN, "Vinnytsia • Postwoman • ", "4,812 views", "Hanna Zozulia and Levko Verba"),
        (RU, "Винница • Почтальонша • ", "4812 просмотров", "Анна Зозуля, Лев Верба"),
    ] {
        let page = site.page(path);
        let meta = page.text("article > p.meta");
        assert!(meta.starts_with(dateline) && meta.contains(views), "{path}: {meta}");
        assert_eq!(page.text("footer.authors b"), authors);
    }
}

#[test]
fn every_link_leads_to_a_file_of_the_export_or_elsewhere() {
    let (_desk, site) = exported();
    let listed = site.listed();
    let mut inner = 0;
    for path in site.pages() {
        for address in addresses(&site.page(&path)) {
            let Some(target) = target(&path, &address) else { continue };
            assert!(listed.contains(&target), "{path} leads to {target}, which is not there");
            inner += 1;
        }
    }
    assert!(inner > 30, "only {inner} links within the site");
}

#[test]
fn links_within_a_page_lead_to_an_element_of_it() {
    let (_desk, site) = exported();
    for path in site.pages() {
        let page = site.page(&path);
        let ids = page.values("[id]", "id");
        let fragments = page.values("a[href^='#']", "href");
        for fragment in &fragments {
            assert!(ids.contains(&fragment[1..].to_owned()), "{path}: {fragment}");
        }
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{path}: an id twice");
    }
}

pub(super) fn addresses(page: &Page) -> Vec<String> {
    let mut addresses = page.values("[href]", "href");
    addresses.extend(page.values("[src]", "src"));
    for set in page.values("[srcset]", "srcset") {
        let candidates = set.split(',').filter_map(|one| one.split_whitespace().next());
        addresses.extend(candidates.map(str::to_owned));
    }
    addresses
}

/// The file that an address on a page means, if it is one of this site's.
pub(super) fn target(page: &str, address: &str) -> Option<String> {
    let own = address.strip_prefix("https://shpalta.example/");
    let path = match own {
        Some(path) => PathBuf::from(path),
        None if address.contains("://") || address.starts_with('#') => return None,
        None => Path::new(page).parent().unwrap().join(address),
    };
    let mut target: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(target.pop().is_some(), "{page}: {address}"),
            Component::Normal(name) => target.push(name.to_str().unwrap().to_owned()),
            other => panic!("{page}: {address} has {other:?}"),
        }
    }
    let target = target.join("/");
    Some(match address.ends_with('/') || target.is_empty() {
        true => format!("{target}/index.html").trim_start_matches('/').to_owned(),
        false => target,
    })
}

#[test]
fn what_machines_read_is_what_readers_see() {
    let (_desk, site) = exported();
    for (path, language) in [(UK, "uk"), (EN, "en"), (RU, "ru")] {
        let page = site.page(path);
        let article = page.structured();
        let said = |key: &str| plain(&text(&article[key]));
        assert_eq!(
            (&article["@context"], &article["@type"]),
            (&Value::from("https://schema.org"), &Value::from("NewsArticle"),)
        );
        assert_eq!(said("headline"), page.text("h1"));
        assert_eq!(said("description"), page.text("p.lead"));
        assert_eq!(article["inLanguage"], language);
        let published = page.values("article time", "datetime");
        assert_eq!(article["datePublished"], published[0].as_str());
        let byline = page.text("footer.authors b");
        for author in article["author"].as_array().unwrap() {
            assert!(byline.contains(&plain(&text(&author["name"]))), "{path}: {byline}");
        }
        assert_eq!(article["author"].as_array().unwrap().len(), 2);
        assert_eq!(article["url"], format!("https://shpalta.example/{path}"));
        assert_eq!(page.values("html", "lang"), [language]);
    }
}

#[test]
fn the_versions_name_one_another() {
    let (_desk, site) = exported();
    for path in [UK, EN, RU] {
        let page = site.page(path);
        let switch = page.switch();
        let targets: Vec<_> =
            ["uk", "en", "ru"].map(|one| target(path, &switch[one]).unwrap()).to_vec();
        assert_eq!(targets, [UK, EN, RU], "{path}");
        let alternates = page.values("link[rel='alternate'][hreflang]", "hreflang");
        for language in ["uk", "en", "ru"] {
            assert!(alternates.contains(&language.to_owned()), "{path}: {alternates:?}");
        }
    }
}
