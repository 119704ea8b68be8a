//! Parcels: a story goes from newsroom to newsroom and back, and nothing that anybody wrote or
//! decided is lost, taken twice or believed without a reason.

pub(crate) mod altered;
pub(crate) mod apart;
mod copied;
mod exchange;
mod held;
mod lying;
mod random;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::types::Value as Cell;
use serde_json::{Value, json};
use shpalta_tests::cli::{Desk, text};

use crate::backup::rows;

/// A story of three paragraphs, so that two can write in it without meeting.
fn report(first: &str, second: &str, third: &str) -> String {
    format!("# Міст відкрито\n\nКоротко про міст.\n\n{first}\n\n{second}\n\n{third}\n")
}

const FIRST: &str = "Уранці на міст пустили автобуси.";
const SECOND: &str = "Ремонт тривав сім місяців.";
const THIRD: &str = "Пішоходи чекають на сходи.";

/// A newsroom with the bridge, written and nothing else.
fn with_bridge() -> Desk {
    let desk = Desk::new();
    desk.ok(["story", "new", "--lang", "uk", "--headline", "Міст відкрито", "--by", "Rosa"]);
    write(&desk, &report(FIRST, SECOND, THIRD));
    desk
}

/// The slug that the headline of the bridge makes.
const BRIDGE: &str = "mist-vidkryto";

fn write(desk: &Desk, text: &str) {
    desk.write(BRIDGE, "uk", text);
}

fn body(desk: &Desk) -> String {
    text(&desk.show(BRIDGE, "uk")["body"])
}

/// Writes the parcel of a story; its path.
fn out(desk: &Desk, slug: &str) -> PathBuf {
    let file = desk.beside(&format!("{slug}.shpalta"));
    desk.ok(["parcel", "out", slug, "--to", file.to_str().unwrap(), "--by", "Rosa"]);
    file
}

/// Takes a parcel in.
fn take(desk: &Desk, file: &Path) -> Value {
    desk.ok(["parcel", "in", file.to_str().unwrap(), "--by", "Rosa"])
}

/// Hands a story from one newsroom to another.
fn hand(from: &Desk, to: &Desk, slug: &str) -> Value {
    take(to, &out(from, slug))
}

fn verified(desk: &Desk) -> Value {
    let found = desk.ok("verify");
    assert_eq!(found["faults"], json!([]));
    found
}

/// Every row of a newsroom but those that remember what ran.
fn state(desk: &Desk) -> BTreeMap<String, Vec<Vec<Cell>>> {
    let mut rows = rows(&desk.newsroom().join("newsroom.db")).unwrap();
    rows.remove("operation");
    rows
}

/// Names of the files in a newsroom's `media/`.
fn media(desk: &Desk) -> Vec<String> {
    let entries = std::fs::read_dir(desk.newsroom().join("media")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
