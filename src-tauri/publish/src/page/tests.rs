#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod machines;

use std::collections::BTreeMap;

use jiff::civil::date;
use serde_json::Value as Json;
use shpalta_newsroom::publication::{Byline, ChangeKind, Withdrawal, WithdrawalKind};

use super::article::Article;
use super::photos::{Photos, Placed, PlacedFile};
use super::*;
use crate::sample::{Desk, PIXEL, byline, corrected, hash_of, instant, spelt};

const HOSTILE: &str = "</script><script>alert(1)</script> <!-- \"quoted\" 'and' & \u{2028} {{ x }}";

struct Scene {
    desk: Desk,
    _folder: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { desk: Desk::new(folder.path()), _folder: folder }
    }

    fn page(&self, language: Language) -> String {
        self.page_among(language, &Language::ALL)
    }

    fn page_among(&self, language: Language, exported: &[Language]) -> String {
        let dossier = &self.desk.stories[0];
        let edition = dossier.editions.iter().find(|one| one.language == language).unwrap();
        let path = |language| address::article(language, &edition.address).unwrap();
        let paths = exported.iter().map(|one| (*one, path(*one))).collect();
        let file = |path: &str, size| PlacedFile { path: path.to_owned(), size };
        let photo =
            Placed { path: "media/00.png".to_owned(), size: Some((800, 600)), ..Placed::default() };
        Pages::new(&self.desk.site, Theme::default())
            .unwrap()
            .article(
                &Article {
                    story: &dossier.story,
                    language,
                    text: &edition.approved.as_ref().unwrap().text,
                    details: &edition.page,
                    path: &path(language),
                    versions: &Versions { paths, original: Some(dossier.story.original) },
                    photos: &Photos {
                        shown: BTreeMap::from([(hash_of(PIXEL), photo)]),
                        for_machines: vec![
                            file("media/16-9.jpg", (1200, 675)),
                            file("media/1-1.jpg", (1200, 1200)),
                        ],
                        portraits: BTreeMap::from([(
                            hash_of(PIXEL),
                            vec![file("media/88.jpg", (88, 88)), file("media/176.jpg", (176, 176))],
                        )]),
                    },
                    published: dossier.story.when.unwrap(),
                },
                edition.edition,
            )
            .unwrap()
            .html
    }
}

fn structured(html: &str) -> Json {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// The text that a reader sees, with plain spaces.
fn plain(html: &str) -> String {
    let (_, body) = html.split_once("<body>").unwrap();
    let mut text = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if inside => {}
            '\u{a0}' | '\u{202f}' | '\n' => text.push(' '),
            c => text.push(c),
        }
    }
    text.replace("&nbsp;", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_page_has_every_part_of_the_article_in_its_language_alone() {
    let parts = [
        (
            Language::Uk,
            [
                "Трамвай повернувся",
                "Полтава • СТП • 5 березня 2026 • 30 209 переглядів",
                "Після двох років",
                "Деталі",
                "Нагадаємо",
                "Фото: Полтавська міськрада",
                "Перший вагон після",
                "Марко Лис, начальник",
                "Текст: Оксана Гай",
                "48 млн",
            ],
        ),
        (
            Language::En,
            [
                "Trams return",
                "Poltava • STP • March 5, 2026 • 30,209 views",
                "The first car left",
                "Details",
                "Background",
                "Photo: Poltava City Council",
                "The first tram after",
                "Marko Lys, head",
                "By Oksana Hai",
                "48 million",
            ],
        ),
        (
            Language::Ru,
            [
                "Трамвай вернулся",
                "Полтава • СТП • 5 марта 2026 • 30 209 просмотров",
                "После двух лет",
                "Детали",
                "Напомним",
                "Фото: Полтавский горсовет",
                "Первый вагон после",
                "Марко Лис, начальник",
                "Текст: Оксана Гай",
                "31 млн",
            ],
        ),
    ];
    let scene = Scene::new();
    for (language, own) in parts {
        let html = scene.page(language);
        let text = plain(&html);
        for part in own {
            assert!(text.contains(part), "{language:?} lacks “{part}” in {text}");
        }
        for foreign in parts.iter().filter(|(other, _)| *other != language) {
            for part in &foreign.1[..6] {
                assert!(!text.contains(part), "{language:?} shows “{part}”");
            }
        }
        for element in [
            "<h1>",
            "<h2>",
            "<time datetime=\"2026-03-05\">",
            "<blockquote>",
            "<ul>",
            "<ol>",
            "<li>",
            "<figure>",
            "<figcaption>",
            "<aside>",
            "<table>",
            "<a href=\"https://example.org/",
            "width=\"800\"",
            "<nav class=\"languages\" aria-label=",
        ] {
            assert!(html.contains(element), "{language:?} lacks {element} in {html}");
        }
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\""));
        assert_eq!(html.matches("<h1").count(), 1);
        assert_eq!(html.matches("<script").count(), 1);
        assert!(!html.contains(" style=") && !html.contains(" onclick="));
    }
}

#[test]
fn links_fit_the_folder_that_the_page_stands_in() {
    let scene = Scene::new();
    let (uk, en) = (scene.page(Language::Uk), scene.page(Language::En));
    assert!(uk.contains(r#"<link rel="stylesheet" href="../style.css">"#));
    assert!(en.contains(r#"<link rel="stylesheet" href="../../style.css">"#));
    assert!(uk.contains(r#"<a class="site" href="../index.html">Степ</a>"#));
    assert!(en.contains(r#"<a class="site" href="../index.html">Step</a>"#));
    assert!(uk.contains(r#"src="../media/00.png""#) && en.contains(r#"src="../../media/00.png""#));
}

#[test]
fn the_switch_and_the_alternates_list_exactly_the_languages_exported() {
    let scene = Scene::new();
    let html = scene.page_among(Language::En, &[Language::Uk, Language::En]);
    assert_eq!(html.matches("hreflang=\"uk\"").count(), 2);
    assert_eq!(html.matches("hreflang=\"en\"").count(), 2);
    assert_eq!(html.matches("hreflang=\"x-default\"").count(), 1);
    assert!(!html.contains("hreflang=\"ru\"") && !html.contains("Русский"));
    assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
}

#[test]
fn hostile_text_stays_text_wherever_it_stands() {
    let mut scene = Scene::new();
    scene.desk.site.name.insert(Language::En, HOSTILE.to_owned());
    scene.desk.site.url = Some("https://example.org".to_owned());
    scene.desk.stories[0].story.tags = vec![HOSTILE.to_owned()];
    scene.desk.stories[0].story.section = Some(HOSTILE.to_owned());
    scene.desk.stories[0].story.original = Language::En;
    let edition = scene.desk.edition(Language::En);
    edition.page.place = Some(spelt(Language::En, HOSTILE));
    edition.page.source = Some(spelt(Language::En, HOSTILE));
    edition.page.authors = vec![byline(Language::En, HOSTILE)];
    edition.page.media.values_mut().for_each(|facts| facts.credit = Some(HOSTILE.to_owned()));
    let text = scene.desk.text(Language::En);
    text.headline = HOSTILE.to_owned();
    text.lead = HOSTILE.to_owned();
    text.change = ChangeKind::Correction;
    text.notes = vec![corrected(HOSTILE)];
    let photo = hash_of(PIXEL);
    text.body = format!(
        "{HOSTILE}\n\n![{}](media:{photo} \"{}\")\n\n<img src=x onerror=alert(1)>\n",
        "\\\" onload=alert(1) x=\\\"", "</figcaption><script>alert(1)</script>"
    );
    let html = scene.page(Language::En);
    assert_eq!(html.matches("<script").count(), 1, "{html}");
    assert_eq!(html.matches("</script").count(), 1);
    assert!(!html.contains("<!--") && !html.contains("<img src=\"x\""));
    let is_event = |word: &str| word.starts_with("onload=") || word.starts_with("onerror=");
    assert!(!tags(&html).any(|tag| tag.split_whitespace().any(is_event)), "{html}");
    assert!(structured(&html)["headline"].as_str().unwrap().contains("</script>"));
}

/// The markup between `<` and `>`, without what stands in quotes.
fn tags(html: &str) -> impl Iterator<Item = String> {
    html.split('<').skip(1).map(|tag| {
        let tag = tag.split('>').next().unwrap_or_default();
        tag.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
    })
}

#[test]
fn a_correction_stands_on_the_page_with_its_date() {
    let mut scene = Scene::new();
    let text = scene.desk.text(Language::En);
    text.change = ChangeKind::Correction;
    text.notes = vec![corrected("The line is 4.2 km long.")];
    let shown = plain(&scene.page(Language::En));
    assert!(
        shown.contains("Correction, March 5, 2026, 12:40: The line is 4.2 km long."),
        "{shown}"
    );
}

#[test]
fn names_and_notes_in_another_language_say_so() {
    let mut scene = Scene::new();
    let edition = scene.desk.edition(Language::En);
    edition.page.place = Some(spelt(Language::Uk, "Лохвиця"));
    edition.page.authors.push(byline(Language::Ru, "Инна Рожок"));
    let text = scene.desk.text(Language::En);
    text.change = ChangeKind::Correction;
    text.notes = vec![corrected("Виправлено довжину колії")];
    let html = scene.page(Language::En);
    assert!(html.contains(r#"<span lang="uk">Лохвиця</span> • STP • <time"#), "{html}");
    assert!(html.contains(concat!(
        r#"<b><a href="../author/oksana-hai.html">Oksana Hai</a> and "#,
        r#"<a href="../author/a.html"><span lang="ru">Инна Рожок</span></a></b>"#
    )));
    assert!(html.contains(r#"<span lang="uk">Виправлено довжину колії</span>"#));
    assert!(!scene.page(Language::Uk).contains("<span lang"));
}

#[test]
fn a_reason_in_another_language_says_so() {
    let scene = Scene::new();
    let pages = Pages::new(&scene.desk.site, Theme::default()).unwrap();
    let reason = |language| {
        let withdrawal = Withdrawal {
            kind: WithdrawalKind::Held,
            at: instant("2026-03-05T10:40:00Z"),
            note: Some("Організатори уточнюють дату".to_owned()),
        };
        pages.notice(language, "a.html", &Versions::default(), &withdrawal).unwrap()
    };
    assert!(reason(Language::En).contains("<p lang=\"uk\">Організатори"));
    assert!(reason(Language::Uk).contains("<p>Організатори"));
}

#[test]
fn an_update_is_dated_only_after_readers_saw_the_story() {
    let mut scene = Scene::new();
    assert!(!scene.page(Language::Uk).contains("Оновлено"));
    scene.desk.stories[0].story.first_published = Some(instant("2026-03-05T09:00:00Z"));
    assert!(plain(&scene.page(Language::Uk)).contains("Оновлено 5 березня 2026, 11:30"));
    scene.desk.text(Language::Uk).change = ChangeKind::Silent;
    let silent = scene.page(Language::Uk);
    assert!(!silent.contains("Оновлено") && !silent.contains("modified_time"));
}

#[test]
fn the_headline_is_the_only_first_level_heading() {
    let mut scene = Scene::new();
    scene.desk.text(Language::En).body = "# One\n\n## Two\n\nText.\n".to_owned();
    let html = scene.page(Language::En);
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(html.contains("<h2>One</h2>") && html.contains("<h3>Two</h3>"), "{html}");
}

#[test]
fn an_author_has_a_portrait_or_initials() {
    let mut scene = Scene::new();
    let photo = Some(hash_of(PIXEL));
    scene
        .desk
        .edition(Language::En)
        .page
        .authors
        .push(Byline { photo, ..byline(Language::En, "Bo") });
    let html = scene.page(Language::En);
    assert!(html.contains(r#"<span class="portrait" aria-hidden="true">OH</span>"#));
    assert!(html.contains(r#"<img class="portrait" src="../../media/88.jpg" srcset="../../media/88.jpg 2x, ../../media/176.jpg 4x" width="44""#));
    assert!(html.contains(concat!(
        r#"<p>By <b><a href="../author/oksana-hai.html">Oksana Hai</a>"#,
        r#" and <a href="../author/a.html">Bo</a></b></p>"#
    )));
}

#[test]
fn what_is_unknown_leaves_no_gap() {
    let mut scene = Scene::new();
    scene.desk.stories[0].story.views = None;
    let edition = scene.desk.edition(Language::En);
    (edition.page.place, edition.page.source) = (None, None);
    edition.page.authors.clear();
    let html = scene.page(Language::En);
    assert!(html.contains(r#"<p class="meta"><time datetime="2026-03-05">March"#), "{html}");
    assert!(!html.contains("•</p>") && !html.contains("authors"));
    scene.desk.stories[0].story.views = Some(5);
    scene.desk.site.shows_views = false;
    assert!(!scene.page(Language::En).contains("views"));
}

#[test]
fn a_clock_time_has_its_offset() {
    let mut scene = Scene::new();
    scene.desk.stories[0].story.when = Some(When::Instant(instant("2026-07-05T08:56:00Z")));
    let html = scene.page(Language::Uk);
    assert!(html.contains(r#"<time datetime="2026-07-05T11:56:00+03:00">"#));
    let listed = listed::Listed::in_page("p", &html).unwrap();
    assert_eq!(listed.published, When::Instant(instant("2026-07-05T08:56:00Z")));
}

#[test]
fn mending_a_page_with_nothing_new_gives_the_same_bytes() {
    let mut scene = Scene::new();
    scene.desk.site.url = Some("https://example.org".to_owned());
    let html = scene.page(Language::En);
    let path = |language| address::article(language, "tramvai-na-naberezhnii").unwrap();
    let paths = Language::ALL.into_iter().map(|language| (language, path(language))).collect();
    let versions = Versions { paths, original: Some(Language::Uk) };
    let pages = Pages::new(&scene.desk.site, Theme::default()).unwrap();
    let english = path(Language::En);
    let left = |html: &str, versions: &Versions| {
        pages.left(html, Language::En, &english, versions, None).unwrap()
    };
    assert_eq!(left(&html, &versions), html);
    let alone = Versions { paths: [(Language::En, english.clone())].into(), ..versions.clone() };
    assert_eq!(left(&html, &alone), scene.page_among(Language::En, &[Language::En]));
    assert_eq!(left("<p>Not ours</p>", &versions), "<p>Not ours</p>");
}

#[test]
fn the_stylesheet_is_small_and_loads_nothing() {
    assert!(CSS.len() < 10_000);
    assert!(!CSS.contains("url(") && !CSS.contains("@import"));
}
