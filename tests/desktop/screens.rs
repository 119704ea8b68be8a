//! Every screen: what axe finds, and pictures for people.

use serde_json::json;
use shpalta_language::Language;
use shpalta_tests::cli::{self, binary};
use shpalta_tests::window::screens::{self, Screen, Set};
use shpalta_tests::window::{Desk, Layout, Start, Theme, violations};

use crate::parcel::{PARCELS, handed_over};
use crate::troubles::{DAMAGED, TROUBLED, damaged, troubled};

/// Over the sample newsroom; what changes it comes last.
const SCREENS: [Screen; 38] = [
    Screen { name: "board", show: board },
    Screen { name: "board-search", show: |desk| search(desk, "metro", 1) },
    Screen { name: "board-not-found", show: |desk| search(desk, "zebra", 0) },
    Screen { name: "board-nothing", show: |desk| from_board(desk, "Control+Digit2") },
    Screen { name: "people", show: people },
    Screen { name: "menu", show: menu },
    Screen { name: "write", show: |desk| write(desk, "true") },
    Screen { name: "write-alone", show: |desk| write(desk, "false") },
    Screen {
        name: "details",
        show: |desk| story(desk, "metro", "KeyU", &["Alt+KeyW", "Alt+KeyD"]),
    },
    Screen { name: "translate", show: |desk| story(desk, "metro", "KeyE", &["Alt+KeyT"]) },
    Screen { name: "translate-first", show: |desk| story(desk, "apple", "KeyE", &["Alt+KeyT"]) },
    Screen { name: "still-right", show: |desk| still_right(desk) },
    Screen { name: "review", show: |desk| story(desk, "metro", "KeyE", &["Alt+KeyV"]) },
    Screen { name: "review-first", show: |desk| story(desk, "exchange", "KeyU", &["Alt+KeyV"]) },
    Screen { name: "review-changed", show: |desk| story(desk, "library", "KeyU", &["Alt+KeyV"]) },
    Screen { name: "return", show: give_back },
    Screen { name: "history", show: |desk| story(desk, "metro", "KeyU", &["Alt+KeyH"]) },
    Screen { name: "history-text", show: history_text },
    Screen { name: "archive", show: |desk| section(desk, 5) },
    Screen { name: "photos", show: |desk| section(desk, 6) },
    Screen { name: "export-log-empty", show: |desk| section(desk, 7) },
    Screen { name: "settings-window", show: |desk| settings(desk, "window") },
    Screen { name: "settings-people", show: |desk| settings(desk, "people") },
    Screen { name: "settings-rules", show: |desk| settings(desk, "rules") },
    Screen { name: "settings-site", show: |desk| settings(desk, "site") },
    Screen { name: "settings-names", show: |desk| settings(desk, "names") },
    Screen { name: "settings-folders", show: |desk| settings(desk, "folders") },
    Screen { name: "settings-backups", show: |desk| settings(desk, "backups") },
    Screen { name: "new-story", show: |desk| dialog(desk, "Control+KeyN") },
    Screen { name: "new-story-refused", show: |desk| refused(desk, "Control+KeyN") },
    Screen { name: "import", show: |desk| dialog(desk, "Control+KeyO") },
    Screen { name: "shortcuts", show: |desk| dialog(desk, "F1") },
    Screen { name: "export", show: check },
    Screen { name: "export-override", show: override_errors },
    Screen { name: "import-files", show: incoming },
    Screen { name: "import-done", show: import },
    Screen { name: "export-done", show: export },
    Screen { name: "export-log", show: |desk| section(desk, 7) },
];

/// Where there is no newsroom yet.
const FIRST: [Screen; 4] = [
    Screen { name: "start", show: |desk| way(desk, 0) },
    Screen { name: "start-refused", show: found_nothing },
    Screen { name: "start-open-refused", show: open_nothing },
    Screen { name: "start-sample", show: |desk| way(desk, 2) },
];

/// Where there is no story yet.
const EMPTY: [Screen; 2] = [
    Screen { name: "board-new", show: |desk| from_board(desk, "Control+Digit1") },
    Screen { name: "photos-none", show: |desk| section(desk, 6) },
];

const SETS: [Set<'static>; 6] = [
    (sample, &SCREENS),
    (Start::without_newsroom, &FIRST),
    (empty, &EMPTY),
    (troubled, &TROUBLED),
    (damaged, &DAMAGED),
    (handed_over, &PARCELS),
];

/// The sample newsroom, made now: the window counts ages by the machine's clock. One text more
/// waits after a change, and files wait to come in.
fn sample() -> Start {
    let cli = cli::Desk::empty().live();
    cli.ok(["init", "--sample", "--owner", "Оксана Лисенко"]);
    cli.ok(["site", "set", "folder", cli.beside("site").to_str().unwrap()]);
    let text = binary::root().join("src-tauri/newsroom/src/sample/library-reopens.uk.md");
    let text = std::fs::read_to_string(text).unwrap();
    let text = text.replace("14 місяців", "16 місяців").replace("3200", "3500");
    let changed = cli.file("changed.md", text);
    let [story, by] = ["library-reopens", "Надія Коваль"];
    cli.ok(["story", "write", story, "--lang", "uk", "--from", &changed, "--by", by]);
    cli.ok(["submit", story, "--lang", "uk", "--by", by]);
    for (name, text) in [("weather.uk.md", cli::WEATHER_UK), ("weather.en.md", cli::WEATHER_EN)] {
        cli.file(&format!("incoming/{name}"), text);
    }
    cli.file("incoming/notes.txt", "\u{0}");
    Start::with_newsroom(cli)
}

/// A newsroom that was just founded.
fn empty() -> Start {
    let cli = cli::Desk::empty().live();
    cli.ok(["init", "--owner", "Оксана Лисенко"]);
    Start::with_newsroom(cli)
}

/// How many such elements the page has.
fn count(desk: &Desk, css: &str) -> usize {
    desk.script("return document.querySelectorAll(arguments[0]).length", &[json!(css)])
}

/// Presses a button without moving the pointer, which would hover over something else then.
fn push(desk: &Desk, css: &str) {
    desk.see(css);
    desk.run("document.querySelector(arguments[0]).click()", &[json!(css)]);
}

fn board(desk: &Desk) {
    from_board(desk, "Control+Digit1");
    desk.press("Control+KeyF");
    desk.press("Delete");
    desk.wait_until("the stories are listed", || count(desk, ".headline") > 1);
    desk.press("ArrowDown");
}

/// From wherever one is. The board has no way on but its keys.
fn from_board(desk: &Desk, keys: &str) {
    // The page does not hear of a menu of the system.
    desk.press("Escape");
    while count(desk, "dialog, [role=menu]") > 0 {
        desk.press("Escape");
    }
    desk.press("Control+Digit1");
    desk.see(".board h1");
    desk.press(keys);
    desk.see("main h1");
}

fn search(desk: &Desk, typed: &str, found: usize) {
    board(desk);
    desk.press("Control+KeyF");
    desk.type_text(typed);
    desk.wait_until("it is looked for", || count(desk, ".headline") == found);
}

fn people(desk: &Desk) {
    board(desk);
    push(desk, "nav .me button");
    desk.see("[role=menu]");
}

/// The system's own menu.
fn menu(desk: &Desk) {
    board(desk);
    desk.press("F10");
    desk.press("ArrowDown");
}

/// A text of a story in one of its modes.
fn story(desk: &Desk, found_by: &str, language: &str, keys: &[&str]) {
    search(desk, found_by, 1);
    desk.type_text("\n\n");
    desk.see("[role=tabpanel]");
    desk.press(&format!("Alt+{language}"));
    keys.iter().for_each(|keys| desk.press(keys));
    desk.wait_until("the text is there", || {
        count(desk, ".cm-content, [data-row], .review [data-block], .history") > 0
    });
    desk.gone(".spinner");
}

/// With the page beside the text, or without it.
fn write(desk: &Desk, beside: &str) {
    story(desk, "metro", "KeyU", &["Alt+KeyW"]);
    let preview = "header [aria-keyshortcuts='Control+P']";
    if desk.attribute(preview, "aria-pressed").as_deref() != Some(beside) {
        desk.press("Control+KeyP");
    }
    desk.see(&format!("{preview}[aria-pressed={beside}]"));
}

/// “Still right”, which it is not: the old number stands there.
fn still_right(desk: &Desk) {
    story(desk, "metro", "KeyR", &["Alt+KeyT"]);
    desk.press("Alt+Enter");
    desk.see("dialog");
    push(desk, "dialog [type=submit]");
    desk.see("dialog .error");
}

fn give_back(desk: &Desk) {
    story(desk, "library", "KeyU", &["Alt+KeyV"]);
    push(desk, "header .head .button:nth-last-child(3)");
    desk.see("dialog");
    desk.type_text("Do 16 chy 14?");
}

fn history_text(desk: &Desk) {
    story(desk, "metro", "KeyU", &["Alt+KeyH"]);
    push(desk, ".history [role=tab][data-value=text]");
    desk.see(".history article");
}

/// A section by its number in the navigation.
fn section(desk: &Desk, number: usize) {
    from_board(desk, "Control+Digit1");
    desk.run("document.querySelectorAll('nav button')[arguments[0]].click()", &[json!(number)]);
    desk.wait_until("the section is there", || {
        desk.script(
            "return document.querySelectorAll('nav button')[arguments[0]].ariaCurrent === 'page'",
            &[json!(number)],
        )
    });
    desk.gone(".spinner");
}

fn settings(desk: &Desk, section: &str) {
    from_board(desk, "Control+Comma");
    let tab = format!("[role=tab][data-value={section}]");
    push(desk, &tab);
    desk.see(&format!("{tab}[aria-selected=true]"));
    desk.gone(".spinner");
}

fn dialog(desk: &Desk, keys: &str) {
    board(desk);
    desk.press(keys);
    desk.see("dialog");
}

fn refused(desk: &Desk, keys: &str) {
    dialog(desk, keys);
    desk.press("Enter");
    desk.see("dialog .error");
}

/// What would go out, and what is held back by what.
fn check(desk: &Desk) {
    from_board(desk, "Control+KeyE");
    desk.see(".fates:not(.stale) .counts");
}

fn override_errors(desk: &Desk) {
    check(desk);
    if count(desk, ".override input") > 0 {
        push(desk, ".override input[type=checkbox]");
    }
}

fn export(desk: &Desk) {
    check(desk);
    push(desk, ".export header .go:enabled");
    desk.see(".result details");
    desk.gone("[role=status].toast");
}

fn incoming(desk: &Desk) {
    dialog(desk, "Control+KeyO");
    let folder = desk.cli.beside("incoming").display().to_string();
    desk.rewrite("dialog .more input", &folder);
    desk.press("Enter");
    desk.see("dialog fieldset .all");
    desk.press("Space");
}

fn import(desk: &Desk) {
    incoming(desk);
    push(desk, "dialog footer [type=submit]:enabled");
    desk.gone("dialog fieldset");
}

/// One of the ways of the first screen.
fn way(desk: &Desk, number: usize) {
    let ways = ".start nav button";
    desk.wait_until("the ways are there", || count(desk, ways) == 3);
    desk.run(
        "document.querySelectorAll(arguments[0])[arguments[1]].click()",
        &[json!(ways), json!(number)],
    );
    desk.see(".start .panel h2");
}

fn found_nothing(desk: &Desk) {
    way(desk, 0);
    push(desk, ".panel [type=submit]");
    desk.wait_until("it is said what lacks", || count(desk, ".panel .error") >= 3);
}

fn open_nothing(desk: &Desk) {
    way(desk, 1);
    let folder = desk.cli.beside("window").display().to_string();
    desk.write_in(".panel input", &folder);
    push(desk, ".panel [type=submit]");
    desk.see(".panel .error");
}

/// The smallest window in one theme, a large one in the other.
#[test]
fn every_screen_is_accessible() {
    let mut found = Vec::new();
    for (theme, language, (width, height)) in
        [(Theme::Light, Language::Uk, (1024, 640)), (Theme::Dark, Language::En, (1440, 900))]
    {
        for (start, screens) in SETS {
            let start = start().theme(theme).language(language);
            let Some(desk) = start.size(width, height).open() else { return };
            for screen in screens {
                (screen.show)(&desk);
                desk.still_picture();
                let violations = violations(&desk).into_iter();
                found.extend(violations.map(|told| format!("{}, {theme:?}: {told}", screen.name)));
            }
        }
    }
    assert!(found.is_empty(), "axe finds {}:\n\n{}", found.len(), found.join("\n\n"));
}

#[test]
#[ignore = "`make screens` takes the pictures"]
fn pictures_of_every_screen() {
    screens::take(&SETS);
}

#[test]
fn what_is_found_opens_however_fast_it_is_typed() {
    let Some(desk) = sample().open() else { return };
    board(&desk);
    desk.press("Control+KeyF");
    // Enter goes down into what was found, Enter opens it.
    desk.type_text("metro\n\n");
    desk.see("header h1[title='Метро Харкова додасть вечірні поїзди']");
}

#[test]
fn a_translation_opens_at_its_first_row_behind_and_shows_each_with_its_note() {
    let Some(desk) = sample().size(1024, 640).open() else { return };
    search(&desk, "apple", 1);
    for keys in ["ArrowDown", "ArrowRight", "ArrowRight", "Enter"] {
        desk.press(keys);
    }
    for number in 0..6 {
        desk.wait_until(&format!("all of missing row {number} is in sight"), || {
            desk.script(
                "const row = document.activeElement?.closest('[data-row]');
                 const missing = document.querySelectorAll('[data-row].missing');
                 if (!row || row !== missing[arguments[0]]) return false;
                 const [box, seen] = [row, row.closest('.mode')].map(
                     element => element.getBoundingClientRect());
                 return row.querySelector('.note .button') !== null
                     && box.bottom <= seen.bottom && box.top >= seen.top",
                &[json!(number)],
            )
        });
        desk.press("Alt+ArrowDown");
    }
}

#[test]
fn whoever_sits_down_has_the_keyboard_on_the_list() {
    let Some(desk) = sample().open() else { return };
    let has_list = || {
        desk.wait_until("the list has the keyboard", || {
            desk.script("return document.activeElement?.role === 'grid'", &[])
        });
    };
    people(&desk);
    desk.press("Home");
    desk.press("Enter");
    desk.gone("[role=menu]");
    has_list();
    for keys in ["Control+Digit3", "Control+Digit4", "Control+Digit1"] {
        desk.press(keys);
        desk.see(&format!(
            "nav [aria-current=page][aria-keyshortcuts='{}']",
            keys.replace("Digit", "")
        ));
        has_list();
    }
}

#[test]
fn a_plain_field_takes_back_and_selects_on_every_layout() {
    let Some(desk) = sample().open() else { return };
    for (layout, first, second) in
        [(Layout::Us, "one", "two"), (Layout::Ua, "міст", "їжак"), (Layout::Ru, "мост", "еж")]
    {
        desk.set_layout(layout);
        dialog(&desk, "Control+KeyN");
        desk.type_text(first);
        desk.press("Control+KeyA");
        desk.type_text(second);
        desk.holds("dialog input", second);
        desk.press("Control+KeyZ");
        desk.wait_until("something is taken back", || desk.value("dialog input") != second);
        desk.press("Control+Shift+KeyZ");
        desk.holds("dialog input", second);
    }
}
