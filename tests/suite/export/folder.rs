//! The site's folder may hold files that are not ours.

use std::fs;

use serde_json::json;

use super::site::{EN, Site, UK};
use crate::cli::{Desk, text};

#[test]
fn files_that_are_not_ours_are_not_touched() {
    let desk = Desk::with_tram_museum();
    let theirs = ["site/robots.txt", "site/news/old-story.html", "site/media/logo.svg"];
    for name in theirs {
        desk.file(name, "theirs");
    }
    desk.ok("export");
    desk.ok("withdraw tram-museum --by Edyta");
    desk.ok("export");
    for name in theirs {
        assert_eq!(fs::read_to_string(desk.beside(name)).unwrap(), "theirs", "{name}");
    }
    let verified = desk.ok("verify --export site");
    assert_eq!(verified["export"]["faults"], json!([]), "a site may have files of its own");
}

#[test]
fn a_foreign_file_in_the_way_is_refused_and_nothing_is_written() {
    let desk = Desk::with_tram_museum();
    desk.file(&format!("site/{EN}"), "theirs");
    assert_eq!(desk.refused("export"), "export_foreign_file");
    let site = Site::of(&desk);
    assert_eq!(site.read(EN), "theirs");
    assert!(!site.has(UK) && !site.has("manifest.json"));
    assert_eq!(desk.publication("tram-museum", "uk"), "never");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_refused() {
    let desk = Desk::with_tram_museum();
    fs::create_dir_all(desk.beside("elsewhere")).unwrap();
    fs::create_dir_all(desk.beside("site")).unwrap();
    std::os::unix::fs::symlink(desk.beside("elsewhere"), desk.beside("site/news")).unwrap();
    assert_eq!(desk.refused("export"), "export_leads_out");
    assert_eq!(fs::read_dir(desk.beside("elsewhere")).unwrap().count(), 0);
}

#[test]
fn a_manifest_that_leads_out_of_the_folder_deletes_nothing() {
    let desk = Desk::with_tram_museum();
    let precious = desk.file("precious.txt", "keep me");
    desk.ok("export");
    let site = Site::of(&desk);
    let manifest = site.read("manifest.json").replace(EN, "../precious.txt");
    fs::write(site.0.join("manifest.json"), manifest).unwrap();
    assert_eq!(desk.refused("export"), "export_bad_manifest");
    assert_eq!(fs::read_to_string(precious).unwrap(), "keep me");
}

#[test]
fn verify_finds_a_page_that_was_altered_and_one_that_is_missing() {
    let desk = Desk::with_tram_museum();
    desk.ok("export");
    let site = Site::of(&desk);
    fs::write(site.0.join(EN), site.read(EN).replace("brass", "steel")).unwrap();
    fs::remove_file(site.0.join(UK)).unwrap();
    let answer = desk.run("verify --export site");
    assert_eq!(answer.status, 1);
    let told = answer.value.unwrap().to_string();
    for (code, path) in [("page_altered", EN), ("page_missing", UK)] {
        assert!(told.contains(code) && told.contains(path), "{code}: {told}");
    }
    desk.ok("export");
    assert!(site.has(UK) && site.read(EN).contains("brass"), "the next export mends both");
    desk.ok("verify --export site");
}

#[test]
fn verify_refuses_a_folder_without_a_manifest() {
    let desk = Desk::with_tram_museum();
    fs::create_dir_all(desk.beside("empty")).unwrap();
    let answer = desk.run("verify --export empty");
    assert_eq!(answer.status, 1);
    assert!(text(&json!(answer.refusal.unwrap().message)).contains("manifest.json"));
}
