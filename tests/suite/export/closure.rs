//! Every page of the newspaper: where it leads, how it names its other languages, what it tells
//! machines, and how much it weighs.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::newspaper::{
    ADDRESS, BEHIND, CLARIFIED, CORRECTED, EMBARGOED, HELD, LINKING, UPDATED, WITHDRAWN, newspaper,
};
use super::pages::{addresses, target};
use super::site::{Page, Site, plain};
use crate::cli::text;

/// Most bytes of a typical story's page, and of the style.
const HEAVIEST: (u64, u64) = (30_000, 10_000);

/// The pages that show stories.
fn articles(site: &Site) -> Vec<(String, Page)> {
    let pages = site.pages().into_iter().map(|path| (site.page(&path), path));
    let articles = pages.filter(|(page, _)| !page.all("article h1 ~ p.lead").is_empty());
    articles.map(|(page, path)| (path, page)).collect()
}

#[test]
fn the_newspaper_has_every_kind_of_story_and_of_page() {
    let paper = newspaper();
    let combinations: BTreeSet<_> = paper.stories.values().map(|one| one.join(" ")).collect();
    let expected = ["en", "en ru uk", "ru", "ru uk", "uk", "uk en", "uk en ru", "uk ru"];
    let expected = BTreeSet::from(expected.map(str::to_owned));
    assert!(paper.stories.len() >= 30, "{} stories", paper.stories.len());
    assert_eq!(combinations, expected);
    assert_eq!(paper.site.pages().len(), paper.pages());
    let page = |slug: &str, language: &str| paper.site.page(&paper.path(slug, language));
    for language in ["uk", "en", "ru"] {
        assert_eq!(page(CORRECTED, language).all("p.note").len(), 1);
        assert_eq!(page(UPDATED, language).all("article > p.meta time").len(), 2);
        assert_eq!(page(WITHDRAWN, language).all("meta[name=robots]").len(), 1);
        assert!(!paper.site.has(&paper.path(EMBARGOED, language)));
    }
    assert_eq!(page(WITHDRAWN, "en").values("p[lang]", "lang"), ["uk"]);
    assert_eq!(page(BEHIND, "ru").all("p.under-way").len(), 1);
    assert_eq!(page(CLARIFIED, "en").all("p.note").len(), 1);
    assert_eq!(page(HELD, "en").all("p.lead").len() + 1, page(HELD, "uk").all("p.lead").len());
    let foreign = |language| page(LINKING, language).values("a[data-story][hreflang]", "hreflang");
    assert_eq!((foreign("en"), foreign("ru")), (Vec::new(), vec!["uk".to_owned()]));
    assert_eq!(page(LINKING, "en").values("article data", "value"), ["story:premiere"]);
    assert_eq!(page("embroidery", "en").values("footer span[lang]", "lang"), ["uk"]);
}

#[test]
fn every_link_and_address_of_the_newspaper_is_a_file_of_it_or_elsewhere() {
    let paper = newspaper();
    let listed = paper.site.listed();
    let mut reached = BTreeSet::new();
    for path in paper.site.pages() {
        for address in addresses(&paper.site.page(&path)) {
            let Some(target) = target(&path, &address) else { continue };
            assert!(listed.contains(&target), "{path} leads to {target}, which is not there");
            reached.insert(target);
        }
    }
    let notices = |path: &&String| !paper.site.read(path).contains("content=\"noindex\"");
    let pages = paper.site.pages();
    let unreached: Vec<_> =
        pages.iter().filter(notices).filter(|path| !reached.contains(*path)).collect();
    assert!(unreached.is_empty(), "nothing leads to {unreached:?}");
}

/// What a page names as its other languages: language and address.
fn cluster(page: &Page) -> BTreeSet<(String, String)> {
    let selector = "link[rel=alternate][hreflang]";
    let languages = page.values(selector, "hreflang").into_iter();
    languages.zip(page.values(selector, "href")).collect()
}

#[test]
fn each_version_names_all_versions_and_itself_as_canonical() {
    let paper = newspaper();
    let articles = articles(&paper.site);
    assert!(articles.len() >= 74, "{} articles", articles.len());
    for (path, page) in &articles {
        let address = format!("{ADDRESS}/{path}");
        assert_eq!(page.values("link[rel=canonical]", "href").concat(), address, "{path}");
        let named = cluster(page);
        let language = page.values("html", "lang").concat();
        assert!(named.contains(&(language, address)), "{path}: {named:?}");
        let of = |wanted: &str| named.iter().find(|(language, _)| language == wanted);
        let default = &of("x-default").expect("a default").1;
        if let Some((_, ukrainian)) = of("uk") {
            assert_eq!(default, ukrainian, "{path}");
        }
        for (_, address) in &named {
            let other = address.strip_prefix(ADDRESS).unwrap().trim_start_matches('/');
            assert_eq!(cluster(&paper.site.page(other)), named, "{path} and {other}");
        }
        let switch: BTreeSet<_> = page.switch().into_keys().collect();
        let alternates = named.into_iter().map(|(language, _)| language);
        assert_eq!(switch, alternates.filter(|one| one != "x-default").collect(), "{path}");
    }
}

#[test]
fn what_machines_read_of_the_newspaper_is_what_readers_see() {
    let paper = newspaper();
    let (mut sections, mut tags, mut corrections) = (0, 0, 0);
    for (path, page) in articles(&paper.site) {
        let said = page.structured();
        let is = |key: &str, selector: &str| {
            let shown = page.texts(selector).into_iter().next();
            assert_eq!(said[key].as_str().map(plain), shown, "{path}: {key}");
            usize::from(shown.is_some())
        };
        is("headline", "h1");
        is("description", "p.lead");
        sections += is("articleSection", "p.kicker");
        assert_eq!(said["inLanguage"], page.values("html", "lang").concat().as_str(), "{path}");
        let times = page.values("article > p.meta time, p.note time", "datetime");
        assert_eq!(said["datePublished"], times[0].as_str(), "{path}");
        assert_eq!(said["dateModified"].as_str(), times.get(1).map(String::as_str), "{path}");
        let byline = page.texts("footer.authors b").concat().replace(" and ", ", ");
        assert_eq!(strings(&said["author"], "name").join(", "), byline, "{path}");
        let dateline = said["dateline"].as_str().map(|line| plain(&line.replace(", ", " • ")));
        let meta = page.texts("article > p.meta").swap_remove(0);
        assert!(meta.starts_with(&dateline.unwrap_or_default()), "{path}: {meta}");
        let words: Vec<_> = said["keywords"].as_array().into_iter().flatten().map(text).collect();
        let shown = page.texts("p.tags").concat();
        assert!(shown.ends_with(&plain(&words.join(", "))), "{path}: {shown}");
        assert_eq!(words.is_empty(), shown.is_empty(), "{path}");
        tags += usize::from(!shown.is_empty());
        corrections += is_the_note(&path, &said["correction"], &page);
    }
    assert!(sections >= 60 && tags >= 10 && corrections == 6, "{sections} {tags} {corrections}");
}

fn is_the_note(path: &str, said: &Value, page: &Page) -> usize {
    let notes = page.texts("p.note");
    let said = said.as_array().cloned().unwrap_or_default();
    assert_eq!(said.len(), notes.len(), "{path}");
    for (note, said) in notes.iter().zip(&said) {
        assert!(note.starts_with(&text(&said["name"])), "{path}: {note}");
        assert!(note.ends_with(&plain(&text(&said["text"]))), "{path}: {note}");
    }
    let dates: Vec<_> = said.iter().map(|said| text(&said["datePublished"])).collect();
    assert_eq!(page.values("p.note time", "datetime"), dates, "{path}");
    notes.len()
}

fn strings(list: &Value, key: &str) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|one| plain(&text(&one[key]))).collect()
}

#[test]
fn cards_say_what_the_page_says() {
    let paper = newspaper();
    for (path, page) in articles(&paper.site) {
        let card = |name: &str| page.values(&format!("meta[property='{name}']"), "content");
        assert_eq!(card("og:type"), ["article"], "{path}");
        assert_eq!(plain(&card("og:title").concat()), page.text("h1"), "{path}");
        assert_eq!(plain(&card("og:description").concat()), page.text("p.lead"), "{path}");
        assert_eq!(card("og:url"), page.values("link[rel=canonical]", "href"), "{path}");
        let size = page.values("meta[name='twitter:card']", "content").concat();
        assert_eq!(size.ends_with("large_image"), !card("og:image").is_empty(), "{path}");
        assert!(page.text("title").chars().count() <= 70, "{path}");
    }
}

#[test]
fn pages_and_style_are_light_and_bring_no_script_and_no_style_of_their_own() {
    let paper = newspaper();
    let bytes = |path: &str| fs::metadata(paper.site.0.join(path)).unwrap().len();
    assert!(bytes("style.css") <= HEAVIEST.1, "{}", bytes("style.css"));
    for (path, page) in articles(&paper.site) {
        assert!(bytes(&path) <= HEAVIEST.0, "{path}: {}", bytes(&path));
        assert_eq!(page.all("[style], style, [onclick], iframe").len(), 0, "{path}");
        assert_eq!(page.values("script", "type"), ["application/ld+json"], "{path}");
    }
}
