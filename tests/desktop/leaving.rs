//! Export and Import: what comes in and what goes out.

use std::fs;

use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{open_first, proposes_incoming, reads, sit_down};

pub fn with_site(newsroom: cli::Desk) -> cli::Desk {
    newsroom.ok(["site", "set", "folder", newsroom.beside("site").to_str().unwrap()]);
    newsroom
}

/// Ukrainian is approved, English is behind it.
fn one_behind() -> cli::Desk {
    let newsroom = with_site(cli::Desk::with_weather());
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.pass("weather", "uk");
    newsroom
}

/// From the story, the export asks about this story only.
fn preflight(desk: &Desk) {
    desk.press("Control+KeyE");
    desk.see(("heading", "Перевірка перед випуском"));
    desk.wait_until("the check is done", || !desk.shown(".fates:not(.stale) .edition").is_empty());
}

#[test]
fn preflight_says_what_is_held_back_and_leads_to_its_place() {
    let Some(desk) = Start::with_newsroom(one_behind()).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    preflight(&desk);
    desk.mentions(".result", "Переклад відстає від оригіналу");
    desk.mentions(".counts", "Вийде: 1");
    assert!(!desk.cli.beside("site").exists(), "a check wrote something");
    desk.click(("button", "Помилка: Переклад відстає від оригіналу"));
    desk.see("[role=tab][data-value=en][aria-selected=true]");
    desk.see("[role=tab][data-value=translate][aria-selected=true]");
    desk.see("[data-row].changed");
}

#[test]
fn what_changed_since_readers_saw_it_is_shown_before_it_goes_out() {
    let newsroom = with_site(cli::Desk::with_weather());
    newsroom.run("export");
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.pass("weather", "uk");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    preflight(&desk);
    desk.click(("button", "Що змінилося: правка 1 → 2"));
    desk.reads(".change del", "20");
    desk.reads(".change ins", "30");
    desk.see(".news button[aria-expanded=true]");
    desk.click(("button", "Що змінилося: правка 1 → 2"));
    desk.gone(".change");
}

#[test]
fn what_goes_out_is_told_and_logged() {
    let Some(desk) = Start::with_newsroom(one_behind()).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    preflight(&desk);
    desk.click(".export header .go");
    desk.mentions(".result .banner", "Експортовано");
    desk.see(("button", "Відкрити теку"));
    assert_eq!(desk.cli.publication("weather", "uk"), "exported");
    assert_eq!(desk.cli.publication("weather", "en"), "never");
    assert!(desk.cli.beside("site/manifest.json").is_file());
    desk.click(".export header button:not(.go)");
    desk.see(("heading", "Журнал експорту"));
    desk.mentions("main", "Edyta");
    desk.click("td button");
    desk.mentions("td.pages", "weather");
    desk.mentions("td.pages", "Правка 2");
    desk.mentions("td.pages", "news/");
}

#[test]
fn a_shorter_ukrainian_page_is_told_of_and_leads_to_where_it_is_written() {
    let newsroom = with_site(cli::Desk::with_weather());
    let more = "More of the same for everybody in the mountains.\n\n".repeat(12);
    newsroom.write("weather", "en", &format!("{}\n{more}", cli::WEATHER_EN));
    newsroom.run("confirm weather --lang en --all --reason checked --by Rosa");
    newsroom.pass("weather", "en");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    preflight(&desk);
    desk.click(("button", "Увага: Українська сторінка помітно коротша"));
    desk.see("[role=tab][data-value=uk][aria-selected=true]");
    desk.see("[role=tab][data-value=write][aria-selected=true]");
}

#[test]
fn the_log_says_what_was_found_of_a_page_when_it_went_out() {
    let newsroom = with_site(cli::Desk::with_weather());
    newsroom.run("export weather --lang en");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    desk.press("Control+KeyE");
    desk.click(".export header button:not(.go)");
    desk.see(("heading", "Журнал експорту"));
    desk.click("td button");
    desk.mentions("td.pages", "Перевірка перед випуском: Немає української сторінки");
}

#[test]
fn the_log_says_what_was_held_back() {
    let newsroom = with_site(cli::Desk::with_weather());
    newsroom.run("export weather --lang en");
    newsroom.ok("story set weather embargo 2099-01-01T10:00:00Z --by Edyta");
    assert_eq!(newsroom.refused("export weather"), "held_back");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    desk.press("Control+KeyE");
    desk.click(".export header button:not(.go)");
    desk.mentions("thead", "Не вийшли");
    desk.click("tbody tr:first-child td button");
    desk.mentions("td.pages", "Не вийшло");
    desk.mentions("td.pages", "Лишилося, як було");
    desk.mentions("td.pages", "Перевірка перед випуском: Діє ембарго");
}

#[test]
fn a_reporter_is_told_who_exports() {
    let Some(desk) = Start::with_newsroom(one_behind()).open() else { return };
    sit_down(&desk, "Rosa · кореспондент");
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    desk.press("Control+KeyE");
    desk.mentions(".result", "Експортує редактор.");
    assert!(!desk.see(".export header .go").is_enabled().unwrap());
}

#[test]
fn a_site_that_cannot_be_written_is_explained_and_nothing_is_recorded() {
    let newsroom = one_behind();
    fs::write(newsroom.beside("site"), "a file in the way").unwrap();
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    desk.press("Control+KeyE");
    desk.wait_until("it is explained", || {
        !desk.shown(".result .banner, main [role=alert]").is_empty()
    });
    assert_eq!(desk.cli.publication("weather", "uk"), "never");
    assert_eq!(fs::read_to_string(desk.cli.beside("site")).unwrap(), "a file in the way");
}

/// A folder of texts to come in, which the window proposes.
fn with_incoming(files: &[(&str, &[u8])]) -> cli::Desk {
    let desk = cli::Desk::empty();
    desk.ok("init --owner Olha");
    for (name, content) in files {
        desk.file(&format!("incoming/{name}"), content);
    }
    proposes_incoming(&desk);
    desk
}

#[test]
fn what_cannot_be_imported_is_named_and_the_rest_comes_in() {
    let newsroom = with_incoming(&[
        ("weather.uk.md", cli::WEATHER_UK.as_bytes()),
        ("broken.uk.md", b"---\ntitle: [never closed\n---\n\nText.\n"),
        ("binary.uk.md", b"\x00\xff\xfe\x00"),
    ]);
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    desk.press("Control+KeyO");
    desk.see(("dialog", "Імпортувати тексти й пакунки"));
    desk.press("Space");
    desk.mentions("dialog footer [type=submit]", "Імпортувати 3 файли");
    desk.press("Enter");
    desk.mentions("dialog", "Взято 1 матеріал.");
    desk.mentions("dialog", "Не взято 2 файли. Їх не змінено.");
    desk.mentions("dialog", "broken.uk.md");
    desk.mentions("dialog", "binary.uk.md");
    assert_eq!(desk.cli.ok("status")["stories"].as_array().unwrap().len(), 1);
    assert!(desk.cli.beside("incoming/broken.uk.md").is_file());
    desk.press("Escape");
    desk.gone("dialog");
    reads(&desk, ".board .headline", "На вихідних у Карпатах чекають на сніг");
}
