//! What the window shows when something is amiss, for axe and for pictures.

use std::fs;

use rusqlite::Connection;
use serde_json::json;
use shpalta_tests::cli;
use shpalta_tests::window::screens::Screen;
use shpalta_tests::window::{Desk, Start};

use crate::steps::write_on;

/// Over a newsroom that takes nothing, has a fault and no backup.
pub const TROUBLED: [Screen; 7] = [
    Screen { name: "trouble-kept", show: kept },
    Screen { name: "trouble-not-saved", show: not_saved },
    Screen { name: "trouble-texts", show: texts },
    Screen { name: "trouble-not-left", show: not_left },
    Screen { name: "trouble-board", show: board },
    Screen { name: "trouble-faults", show: faults },
    Screen { name: "trouble-backups", show: backups },
];

/// Over one whose database is damaged.
pub const DAMAGED: [Screen; 2] = [
    Screen { name: "trouble-damaged", show: |desk| _ = desk.see(".rescue .go") },
    Screen { name: "trouble-brought-back", show: brought_back },
];

pub fn troubled() -> Start {
    let cli = sample();
    let newsroom = cli.newsroom();
    let database = Connection::open(newsroom.join("newsroom.db")).unwrap();
    let refuse = "UPDATE draft SET lead = lead || '.'
                  WHERE edition = (SELECT min(edition) FROM draft);
                  CREATE TRIGGER refuse BEFORE INSERT ON operation
                  BEGIN SELECT RAISE(ABORT, 'nothing is taken'); END";
    database.execute_batch(refuse).unwrap();
    fs::write(newsroom.join("recovery/open.gone"), "").unwrap();
    fs::remove_dir_all(newsroom.join("backups")).unwrap();
    fs::write(newsroom.join("backups"), "in the way").unwrap();
    Start::with_newsroom(cli)
}

pub fn damaged() -> Start {
    let cli = sample();
    cli.ok("backup");
    let file = cli.newsroom().join("newsroom.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[100..4096].fill(0xA5);
    fs::write(&file, &bytes).unwrap();
    Start::with_newsroom(cli)
}

/// Founded long ago: the window counts ages by the machine's clock.
fn sample() -> cli::Desk {
    let cli = cli::Desk::empty();
    cli.ok(["init", "--sample", "--owner", "Оксана Лисенко"]);
    cli
}

fn kept(desk: &Desk) {
    write_on(desk);
    desk.type_text("a");
    desk.see(".not-saved.kept");
}

fn not_saved(desk: &Desk) {
    let recovery = desk.cli.newsroom().join("recovery");
    if recovery.is_dir() {
        kept(desk);
        fs::rename(&recovery, recovery.with_extension("away")).unwrap();
        fs::write(&recovery, "in the way").unwrap();
        desk.type_text("b");
    }
    desk.see(".not-saved:not(.kept)");
}

fn texts(desk: &Desk) {
    not_saved(desk);
    desk.run("document.querySelectorAll('.not-saved .button')[1].click()", &[]);
    desk.see("dialog");
    let folder = desk.cli.beside("nowhere").display().to_string();
    desk.rewrite("dialog input", &folder);
    desk.press("Enter");
    desk.see("dialog .error");
}

fn not_left(desk: &Desk) {
    desk.press("Escape");
    desk.gone("dialog");
    desk.press("Control+Digit1");
    desk.see("dialog");
}

fn board(desk: &Desk) {
    desk.run("document.querySelector('dialog .danger').click()", &[]);
    desk.see(".board .banner");
    desk.see(".faults");
}

fn faults(desk: &Desk) {
    desk.run("document.querySelector(arguments[0]).click()", &[json!(".faults .button")]);
    desk.see("dialog");
}

fn backups(desk: &Desk) {
    desk.press("Escape");
    desk.gone("dialog");
    desk.press("Control+Comma");
    desk.click("[role=tab][data-value=backups]");
    desk.see("[role=tabpanel] .last");
}

fn brought_back(desk: &Desk) {
    desk.run("document.querySelector(arguments[0]).click()", &[json!(".rescue .go")]);
    desk.see(".rescued");
    desk.wait_until("the stories are listed", || !desk.shown(".headline").is_empty());
}
