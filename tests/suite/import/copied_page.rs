//! The text of an agency's page, copied from a browser.

use serde_json::{Value, json};

use crate::cli::{Desk, text, texts};

/// A desk at the end of April, with the story of the ferry copied from its three pages.
fn with_ferry() -> (Desk, Value) {
    let mut desk = Desk::new();
    desk.clock("2026-04-30T10:00:00Z");
    let imported = desk.import(&["ferry.uk.txt", "ferry.en.txt", "ferry.ru.txt"]);
    (desk, imported)
}

#[test]
fn three_copied_pages_become_one_story_that_pairs_row_by_row() {
    let (desk, imported) = with_ferry();
    assert_eq!(imported["stories"].as_array().unwrap().len(), 1);
    for language in ["en", "ru"] {
        let edition = desk.edition("ferry", language);
        assert_eq!((&edition["behind"], &edition["revision"]), (&json!(0), &json!(1)));
    }
}

#[test]
fn the_old_dateline_opens_the_lead_and_is_no_part_of_it() {
    let (desk, imported) = with_ferry();
    let shown = desk.show("ferry", "uk");
    assert_eq!(shown["dateline"], json!({ "place": "Київ", "source": "УНН" }));
    assert_eq!(shown["date"], "2026-04-24", "the latest 24 April that has come");
    assert!(text(&shown["lead"]).starts_with("Пором «Лелека» з 1 травня"), "{}", shown["lead"]);
    let notes = imported["stories"][0]["editions"][0]["notes"].to_string();
    assert!(notes.contains("year"), "the year is a guess, and that is said: {notes}");
}

#[test]
fn the_pages_furniture_is_left_out() {
    let (desk, _) = with_ferry();
    for language in ["uk", "en", "ru"] {
        let shown = desk.show("ferry", language);
        let said = format!("{}\n{}", text(&shown["lead"]), text(&shown["body"]));
        for furniture in ["ukenru", "views", "просмотр", "•", "УНН", "UNN", "Дж", "Dzh"]
        {
            assert!(!said.contains(furniture), "{language}: {furniture} in {said}");
        }
        assert!(!said.contains(&text(&shown["headline"])));
        assert_eq!(shown["views"], 1250);
        assert_eq!(texts(&shown["authors"]).len(), 1, "named twice on the page");
    }
}

#[test]
fn sections_lists_pictures_and_quotes_are_recognised() {
    let (desk, _) = with_ferry();
    for (language, details, background, dash) in [
        ("uk", "## Деталі", "## Нагадаємо", "> – розповіла"),
        ("en", "## Details", "## Recall", "> — said"),
        ("ru", "## Детали", "## Напомним", "> — рассказала"),
    ] {
        let body = text(&desk.show("ferry", language)["body"]);
        for part in [details, background, dash, "![](media:)", "8:00;\n- ", "\n> "] {
            assert!(body.contains(part), "{language}: {part} in\n{body}");
        }
    }
}

#[test]
fn an_empty_slot_for_the_picture_holds_the_story_back() {
    let (desk, _) = with_ferry();
    assert_eq!(desk.edition("ferry", "uk")["findings"]["stop"], 1);
    desk.ok("submit ferry --lang uk --by Rosa");
    assert_eq!(desk.refused("approve ferry --lang uk --by Edyta"), "stop_findings");
}
