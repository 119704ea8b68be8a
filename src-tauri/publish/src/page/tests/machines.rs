//! What search engines, networks and browsers read of a page.

use shpalta_newsroom::publication::PublicNote;

use super::*;

#[test]
fn with_an_address_the_site_gets_absolute_links_for_machines() {
    let mut scene = Scene::new();
    scene.desk.site.url = Some("https://example.org".to_owned());
    let html = scene.page(Language::En);
    let page = "https://example.org/en/news/tramvai-na-naberezhnii.html";
    assert!(html.contains(&format!(r#"<link rel="canonical" href="{page}">"#)));
    assert!(html.contains(&format!(r#"<link rel="alternate" hreflang="en" href="{page}">"#)));
    assert!(html.contains(r#"property="og:image" content="https://example.org/media/16-9.jpg""#));
    assert!(html.contains(r#"property="og:image:width" content="1200""#));
    let data = structured(&html);
    assert_eq!(data["url"], page);
    assert_eq!(data["translationOfWork"]["inLanguage"], "uk");
    let original = structured(&scene.page(Language::Uk));
    assert_eq!(original["workTranslation"][1]["@id"], page.replace("/en/", "/ru/"));
}

#[test]
fn without_an_address_machines_get_no_half_links() {
    let html = Scene::new().page(Language::En);
    assert!(!html.contains("canonical") && !html.contains("og:url") && !html.contains("og:image"));
    let data = structured(&html);
    for key in ["url", "image", "translationOfWork", "mainEntityOfPage"] {
        assert_eq!(data[key], Json::Null, "{key}");
    }
}

#[test]
fn machines_read_the_article_too() {
    let mut scene = Scene::new();
    scene.desk.stories[0].story.first_published = Some(instant("2026-03-05T09:00:00Z"));
    let data = structured(&scene.page(Language::Uk));
    assert_eq!(data["@type"], "NewsArticle");
    assert_eq!(data["inLanguage"], "uk");
    assert_eq!(data["datePublished"], "2026-03-05");
    assert_eq!(data["dateModified"], "2026-03-05T11:30:00+02:00");
    assert_eq!(data["author"][0]["name"], "Оксана Гай");
    assert_eq!(data["publisher"]["name"], "Степ");
    assert_eq!(data["dateline"], "Полтава, СТП");
}

#[test]
fn machines_read_the_note_that_readers_see() {
    let mut scene = Scene::new();
    assert_eq!(structured(&scene.page(Language::En))["correction"], Json::Null);
    let text = scene.desk.text(Language::En);
    text.change = ChangeKind::Clarification;
    let note = corrected("The ride is free until Sunday.");
    text.notes = vec![PublicNote { change: ChangeKind::Clarification, ..note }];
    text.since = instant("2026-03-05T10:40:00Z");
    let html = scene.page(Language::En);
    let correction = &structured(&html)["correction"][0];
    assert_eq!(correction["@type"], "CorrectionComment");
    assert_eq!(correction["text"], "The ride is free until Sunday.");
    assert_eq!(correction["datePublished"], "2026-03-05T12:40:00+02:00");
    assert!(html.contains(r#"Clarification, <time datetime="2026-03-05T12:40:00+02:00">"#));
}

#[test]
fn section_and_tags_stand_where_readers_and_machines_understand_them() {
    let mut scene = Scene::new();
    let story = &mut scene.desk.stories[0].story;
    story.section = Some("Суспільство".to_owned());
    story.tags = vec!["трамвай".to_owned(), "Полтава".to_owned()];
    let (uk, en) = (scene.page(Language::Uk), scene.page(Language::En));
    assert!(uk.contains(
        "<p class=\"kicker\"><a href=\"../section/society.html\">Суспільство</a></p>\n<h1>"
    ));
    assert!(uk.contains("<p class=\"tags\">Теги: трамвай, Полтава</p>"));
    assert_eq!(structured(&uk)["keywords"], serde_json::json!(["трамвай", "Полтава"]));
    assert!(en.contains("<a href=\"../section/society.html\">Society</a></p>"));
    assert_eq!(structured(&en)["articleSection"], "Society");
    assert!(!en.contains("Tags: ") && structured(&en)["keywords"] == Json::Null);
    scene.desk.stories[0].story.section = Some("Дача і город".to_owned());
    assert!(plain(&scene.page(Language::Uk)).contains("Дача і город"));
    let en = scene.page(Language::En);
    assert!(!en.contains("kicker") && structured(&en)["articleSection"] == Json::Null);
}

#[test]
fn every_page_brings_the_policy_of_the_site() {
    let scene = Scene::new();
    let pages = Pages::new(&scene.desk.site, Theme::default()).unwrap();
    let withdrawal = Withdrawal {
        kind: WithdrawalKind::Withdrawn,
        at: instant("2026-03-05T10:40:00Z"),
        note: None,
    };
    let versions = Versions::default();
    let front = pages
        .list(&list::ListPage {
            list: List::Latest,
            language: Language::En,
            part: None,
            parts: 0,
            versions: versions.clone(),
            stories: Vec::new(),
            sections: Vec::new(),
        })
        .unwrap();
    let notice = pages.notice(Language::En, "en/a.html", &versions, &withdrawal).unwrap();
    let policy = "\n<meta http-equiv=\"Content-Security-Policy\" \
                  content=\"default-src 'none'; style-src 'self'; img-src 'self'; \
                  connect-src 'self'; base-uri 'none'; form-action 'none'\">";
    let meta = format!("<meta charset=\"utf-8\">{policy}");
    for html in [scene.page(Language::Uk), front, notice] {
        assert!(html.contains(&meta), "{html}");
        assert!(html.contains("<meta name=\"description\" content=\""), "{html}");
    }
}

#[test]
fn a_title_has_room_for_the_site_or_ends_after_a_word() {
    assert_eq!(titled("Трамвай повернувся", "Степ"), "Трамвай повернувся • Степ");
    assert_eq!(titled("Трамвай повернувся", ""), "Трамвай повернувся");
    let seventy = "с".repeat(34) + " " + &"л".repeat(35);
    assert_eq!(titled(&seventy, "Степ"), seventy);
    let longer = "с".repeat(40) + ",\u{a0}" + &"л".repeat(30);
    assert_eq!(titled(&longer, "Степ"), "с".repeat(40) + "…");
    assert_eq!(titled(&"я".repeat(90), ""), "я".repeat(69) + "…");
}

#[test]
fn what_a_front_page_lists_is_read_from_the_page() {
    let html = Scene::new().page(Language::En);
    let listed = listed::Listed::in_page("en/news/a.html", &html).unwrap();
    assert_eq!(listed.published, When::Day(date(2026, 3, 5)));
    assert_eq!(listed.place.as_deref(), Some("Poltava"));
    assert!(listed.headline.starts_with("Trams return"));
    assert_eq!(listed::Listed::in_page("p", "<h1>Not ours</h1>"), None);
}
