//! Translate: row by row beside the original.

use serde_json::json;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{has_keyboard, one_story, open_first};

fn translating(newsroom: cli::Desk, language: &str) -> Option<Desk> {
    let desk = Start::with_newsroom(newsroom).open()?;
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    desk.press(language);
    desk.press("Alt+KeyT");
    desk.see("[role=tab][data-value=translate][aria-selected=true]");
    desk.wait_until("the rows are there", || !desk.shown("[data-row]").is_empty());
    Some(desk)
}

/// The states of the rows, from the top, as their classes say them.
fn states(desk: &Desk) -> Vec<String> {
    let rows = desk.cli.edition("weather", "en")["rows"].take();
    rows.as_array().unwrap().iter().map(|row| cli::text(&row["state"])).collect()
}

/// From nothing to a whole translation, with the keyboard only.
#[test]
fn a_translation_is_begun_row_by_row() {
    let Some(desk) = translating(one_story(), "Alt+KeyE") else { return };
    let rows = desk.shown("[data-row]").len();
    assert!(rows >= 4, "headline, lead and two paragraphs: {rows}");
    has_keyboard(&desk, "[data-row] textarea");
    for (at, words) in ["Snow", "Take warm clothes.", "It will snow on March 7, 20 cm.", "Sand."]
        .iter()
        .enumerate()
    {
        desk.type_text(words);
        desk.wait_until(&format!("row {at} is on disk"), || {
            desk.cli.show("weather", "en").to_string().contains(words)
        });
        desk.press("Alt+ArrowDown");
        desk.settle();
    }
    assert_eq!(states(&desk), ["fresh"; 4]);
    let shown = desk.cli.show("weather", "en");
    assert_eq!(shown["headline"], "Snow");
    assert_eq!(shown["lead"], "Take warm clothes.");
}

#[test]
fn the_original_is_inserted_into_a_row_that_lacks_it() {
    let Some(desk) = translating(one_story(), "Alt+KeyE") else { return };
    has_keyboard(&desk, "[data-row] textarea");
    desk.click(("button", "Вставити оригінал"));
    let headline = "На вихідних у Карпатах чекають на сніг";
    desk.holds(".row.current textarea", headline);
    desk.wait_until("it is on disk", || desk.cli.show("weather", "en")["headline"] == headline);
}

/// The diff of what changed in the original stands at the row, in words.
#[test]
fn a_row_that_is_behind_shows_what_changed_in_the_original() {
    let newsroom = cli::Desk::with_weather();
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.pass("weather", "uk");
    let Some(desk) = translating(newsroom, "Alt+KeyE") else { return };
    assert_eq!(desk.shown("[data-row].changed").len(), 1);
    desk.mentions("[data-row].changed del", "20");
    desk.mentions("[data-row].changed ins", "30");
    let note: String = desk.script(
        "return document.querySelector(arguments[0]).textContent",
        &[json!("[data-row].changed")],
    );
    assert!(note.contains("Оригінал змінено: 20 → 30"), "{note}");
    desk.press("Alt+ArrowDown");
    desk.wait_until("the row has the keyboard", || {
        desk.script("return document.activeElement?.closest('[data-row].changed') !== null", &[])
    });
}

/// The original goes on while somebody translates: the row says so at once.
#[test]
fn an_original_that_goes_on_is_seen_while_one_translates() {
    let Some(desk) = translating(cli::Desk::with_weather(), "Alt+KeyE") else { return };
    assert_eq!(desk.shown("[data-row].changed").len(), 0);
    desk.cli.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    desk.wait_until("the row says what is coming", || {
        desk.script::<String>("return document.querySelector('main').textContent", &[])
            .contains("Оригінал правлять")
    });
    desk.cli.pass("weather", "uk");
    desk.wait_until("the row is behind", || desk.shown("[data-row].changed").len() == 1);
}
