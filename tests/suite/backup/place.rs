//! The second place.

use std::fs;

use serde_json::{Value, json};
use shpalta_tests::cli::{Desk, text};
use shpalta_tests::desk;

use super::databases;

#[test]
fn a_second_place_that_is_absent_is_told_and_no_error() {
    let desk = Desk::with_weather();
    let usb = desk.beside("usb");
    desk.ok(["site", "set", "backup.folder", usb.to_str().unwrap()]);
    assert_eq!(desk.ok("backup")["second"]["outcome"], "absent");
    assert!(!usb.exists(), "a mount point that is not mounted is not written to");
    fs::create_dir(&usb).unwrap();
    let second = desk.ok("backup")["second"].take();
    assert_eq!(second["outcome"], "written");
    assert!(databases(&usb).iter().any(|name| text(&second["path"]).ends_with(name)));
}

#[test]
fn a_second_place_that_takes_nothing_is_told_and_the_backup_stays() {
    let desk = Desk::with_weather();
    let usb = desk.beside("usb");
    fs::create_dir(&usb).unwrap();
    fs::write(usb.join("media"), "a file in the way").unwrap();
    desk.ok(["site", "set", "backup.folder", usb.to_str().unwrap()]);
    assert_eq!(desk.refused("backup"), "second_place");
    assert_eq!(databases(&desk.newsroom().join("backups")).len(), 1);
}

#[test]
fn the_newsroom_is_restored_from_the_second_place_when_its_disk_is_gone() {
    let desk = Desk::with_tram_museum();
    let usb = desk.beside("usb");
    let made = desk.ok(["backup", "--to", usb.to_str().unwrap()]);
    let before = desk.show("tram-museum", "uk");
    fs::remove_dir_all(desk.newsroom()).unwrap();
    let restored = desk.newsroom();
    let answer = desk.ok(["restore", &text(&made["path"]), "--to", restored.to_str().unwrap()]);
    assert_eq!((&answer["faults"], &answer["media"]), (&json!([]), &json!(1)));
    assert_eq!(desk.show("tram-museum", "uk"), before);
    assert_eq!(desk.ok("verify")["faults"], json!([]));
}

#[test]
fn newsrooms_that_share_a_place_do_not_thin_each_other() {
    let place = desk::folder();
    let to = place.path().to_str().unwrap();
    let desks = [Desk::with_weather(), Desk::with_tram_museum()];
    for (minute, desk) in desks.iter().enumerate() {
        let mut command = desk.command();
        command.env("SHPALTA_NOW", format!("2026-03-05T10:0{minute}:00Z"));
        command.arg("--newsroom").arg(desk.newsroom()).args(["backup", "--to", to, "--json"]);
        let output = command.output().unwrap();
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(value["removed"], json!([]));
    }
    assert_eq!(databases(place.path()).len(), 2);
}
