//! Every screen: what axe finds, and pictures for people.

use shpalta_language::Language;
use shpalta_tests::cli;
use shpalta_tests::window::screens::{self, Screen};
use shpalta_tests::window::{Desk, Start, Theme, violations};

const SCREENS: [Screen; 14] = [
    Screen { name: "board", show: board },
    Screen { name: "write", show: |desk| story(desk, &["Alt+KeyU", "Alt+KeyW"]) },
    Screen { name: "details", show: |desk| story(desk, &["Alt+KeyU", "Alt+KeyW", "Alt+KeyD"]) },
    Screen { name: "translate", show: |desk| story(desk, &["Alt+KeyE", "Alt+KeyT"]) },
    Screen { name: "review", show: |desk| story(desk, &["Alt+KeyE", "Alt+KeyV"]) },
    Screen { name: "history", show: |desk| story(desk, &["Alt+KeyU", "Alt+KeyH"]) },
    Screen { name: "archive", show: |desk| section(desk, 5) },
    Screen { name: "photos", show: |desk| section(desk, 6) },
    Screen { name: "export-log", show: |desk| section(desk, 7) },
    Screen { name: "export", show: |desk| from_board(desk, "Control+KeyE") },
    Screen { name: "settings", show: |desk| from_board(desk, "Control+Comma") },
    Screen { name: "new-story", show: |desk| dialog(desk, "Control+KeyN") },
    Screen { name: "import", show: |desk| dialog(desk, "Control+KeyO") },
    Screen { name: "shortcuts", show: |desk| dialog(desk, "F1") },
];

/// The sample newsroom, made now: the window counts ages by the machine's clock.
fn sample() -> cli::Desk {
    let cli = cli::Desk::empty().live();
    cli.ok(["init", "--sample", "--owner", "Оксана Лисенко"]);
    cli
}

fn board(desk: &Desk) {
    if !desk.shown("dialog").is_empty() {
        desk.press("Escape");
        desk.gone("dialog");
    }
    from_board(desk, "Control+Digit1");
    desk.wait_until("the stories are listed", || !desk.shown(".headline").is_empty());
}

fn from_board(desk: &Desk, keys: &str) {
    if !desk.shown("dialog").is_empty() {
        board(desk);
    }
    desk.press(keys);
    desk.see("main h1");
}

/// The story of the metro, whose translations are behind.
fn story(desk: &Desk, keys: &[&str]) {
    board(desk);
    desk.press("Control+KeyF");
    desk.rewrite("main [type=search]", "metro");
    desk.holds("main [type=search]", "metro");
    desk.wait_until("one story is found", || desk.shown(".headline").len() == 1);
    desk.press("ArrowDown");
    desk.press("Enter");
    desk.see("[role=tabpanel]");
    keys.iter().for_each(|keys| desk.press(keys));
    desk.gone(".spinner");
}

/// A section by its number in the navigation.
fn section(desk: &Desk, number: usize) {
    board(desk);
    desk.click_on(&desk.shown("nav button")[number]);
    desk.see("main h1");
}

fn dialog(desk: &Desk, keys: &str) {
    board(desk);
    desk.press(keys);
    desk.see("dialog");
}

/// The smallest window in one theme, a large one in the other.
#[test]
fn every_screen_is_accessible() {
    let mut found = Vec::new();
    for (theme, language, (width, height)) in
        [(Theme::Light, Language::Uk, (1024, 640)), (Theme::Dark, Language::En, (1440, 900))]
    {
        let start = Start::with_newsroom(sample()).theme(theme).language(language);
        let Some(desk) = start.size(width, height).open() else { return };
        for screen in &SCREENS {
            (screen.show)(&desk);
            desk.still_picture();
            let violations = violations(&desk).into_iter();
            found.extend(violations.map(|told| format!("{}, {theme:?}: {told}", screen.name)));
        }
    }
    assert!(found.is_empty(), "axe finds {}:\n\n{}", found.len(), found.join("\n\n"));
}

#[test]
#[ignore = "`make screens` takes the pictures"]
fn pictures_of_every_screen() {
    screens::take(sample, &SCREENS);
}
