//! What a person does again and again.

use std::fs;

use serde_json::json;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

/// A newsroom of one person with one story, which has a Ukrainian text.
pub fn one_story() -> cli::Desk {
    let desk = cli::Desk::empty();
    desk.ok("init --owner Olha");
    let file = desk.file("weather.uk.md", cli::WEATHER_UK);
    desk.ok(["story", "import", &file]);
    desk
}

/// Opens the first story of the board and stands at the end of its text.
pub fn write_on(desk: &Desk) {
    open_first(desk, "Control+Digit1");
    has_keyboard(desk, ".cm-content");
    desk.press("Control+End");
}

/// The words of the state beside the text.
pub const STATE: &str = "header .saved";
/// What says that a text is not saved.
pub const BANNER: &str = ".not-saved";

/// Stands in a new paragraph at the end of the text.
pub fn writing() -> Option<Desk> {
    let desk = Start::with_newsroom(one_story()).open()?;
    write_on(&desk);
    desk.press("Enter");
    Some(desk)
}

/// The window of this newsroom proposes its folder of texts to come in.
pub fn proposes_incoming(desk: &cli::Desk) {
    let incoming = desk.beside("incoming");
    let settings =
        json!({ "language": null, "theme": "system", "text_size": 100, "incoming": incoming });
    desk.file(
        "window/XDG_CONFIG_HOME/org.shpalta.desk/desk.json",
        json!({ "settings": settings }).to_string(),
    );
}

/// Waits until the keyboard is in such an element.
pub fn has_keyboard(desk: &Desk, css: &str) {
    desk.wait_until(&format!("{css} has the keyboard"), || {
        desk.script("return document.activeElement?.matches(arguments[0]) === true", &[json!(css)])
    });
}

/// The body of the story's Ukrainian draft, as the command reads it.
pub fn body(desk: &Desk) -> String {
    cli::text(&desk.cli.show("weather", "uk")["body"])
}

/// Waits until the text in the window has this line.
pub fn has_line(desk: &Desk, line: &str) {
    desk.wait_until(&format!("the text has the line “{line}”"), || {
        let lines: Vec<String> = desk.script(
            "return [...document.querySelectorAll('.cm-line')].map(line => line.textContent)",
            &[],
        );
        lines.iter().any(|shown| shown == line)
    });
}

/// Opens the list of people. What stands at the foot of the window moves when the line above it
/// wraps: a click that met its neighbour is made again, as a person would.
fn open_people(desk: &Desk) {
    desk.wait_until("the list of people is open", || {
        if !desk.shown("[role=menuitemradio]").is_empty() {
            return true;
        }
        if desk.shown("dialog").is_empty() {
            desk.click("nav .me button");
        } else {
            desk.press("Escape");
        }
        desk.settle();
        !desk.shown("[role=menuitemradio]").is_empty()
    });
}

/// Another person takes the window over: the board shows what is theirs.
pub fn sit_down(desk: &Desk, person: &str) {
    open_people(desk);
    desk.click(("menuitemradio", person));
    reads(desk, "nav .person", person);
    desk.see(".board");
}

/// Opens the first story of a list of the board, where its work is.
pub fn open_first(desk: &Desk, list: &str) {
    desk.press(list);
    desk.see(&format!("nav [aria-current=page][aria-keyshortcuts='{}']", aria(list)));
    desk.wait_until("a story is listed", || !desk.shown(".headline").is_empty());
    desk.press("Control+KeyF");
    desk.press("ArrowDown");
    has_keyboard(desk, "[role=grid]");
    desk.press("Enter");
}

/// Keys as an element's `aria-keyshortcuts` says them.
fn aria(keys: &str) -> String {
    keys.replace("Digit", "")
}

/// Waits until the one such element says this. What it is too narrow to show counts, too.
pub fn reads(desk: &Desk, css: &str, text: &str) {
    desk.wait_until(&format!("{css} reads “{text}”"), || {
        let said: Vec<String> = desk.script(
            "return [...document.querySelectorAll(arguments[0])]
                 .filter(element => element.checkVisibility({ visibilityProperty: true }))
                 .map(element => element.textContent.trim())",
            &[json!(css)],
        );
        said == [text]
    });
}

/// What the journals of a newsroom say.
pub fn journals(newsroom: &cli::Desk) -> Vec<String> {
    let files = fs::read_dir(newsroom.newsroom().join("recovery")).into_iter().flatten().flatten();
    let files = files.map(|file| file.path());
    let journals = files.filter(|file| file.extension().is_some_and(|ending| ending == "txt"));
    journals.map(|file| fs::read_to_string(file).unwrap()).collect()
}
