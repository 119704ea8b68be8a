//! What a photo shows and whose it is: what keeps it from leaving.

use shpalta_newsroom::Newsroom;

use super::site::{Site, UK};
use crate::cli::{Answer, Desk, NOON, text};

/// The photo of the tram's story.
fn photo(desk: &Desk) -> String {
    text(&desk.ok("media list")["media"][0]["media"])
}

fn say(desk: &Desk, key: &str, value: &str, by: &str) -> Answer {
    desk.run(["media", "set", &photo(desk), key, value, "--by", by])
}

/// The editor says it.
fn said(desk: &Desk, key: &str, value: &str) {
    let answer = say(desk, key, value, "Edyta");
    assert!(answer.value.is_some(), "{key} {value}");
}

/// The codes for which the Ukrainian page is held back.
fn held_back(desk: &Desk) -> Vec<String> {
    let told = desk.run("export").value.expect("export tells what it did");
    let held = told["held_back"].as_array().unwrap().iter();
    let uk = held.filter(|one| one["lang"] == "uk").flat_map(|one| one["findings"].as_array());
    uk.flatten().map(|finding| text(&finding["code"])).collect()
}

#[test]
fn a_photo_that_may_harm_somebody_leaves_once_an_editor_has_looked_at_it() {
    let desk = Desk::with_tram_museum();
    said(&desk, "shows", "troops,person");
    assert_eq!(held_back(&desk), ["photo_unchecked"]);
    assert!(!Site::of(&desk).0.join(UK).exists());
    assert_eq!(
        desk.refused(["media", "set", &photo(&desk), "checked", "on", "--by", "Rosa"]),
        "not_allowed"
    );
    said(&desk, "checked", "on");
    assert_eq!(held_back(&desk), Vec::<String>::new());
    let listed = &desk.ok("media list")["media"][0]["care"];
    assert_eq!(listed["checked"]["name"], "Edyta", "{listed}");
    said(&desk, "shows", "troops,person,air_defense");
    assert_eq!(held_back(&desk), ["photo_unchecked"], "it shows something else");
}

#[test]
fn a_photo_that_may_not_be_used_stays_and_one_whose_time_is_over() {
    let mut desk = Desk::with_tram_museum();
    said(&desk, "origin", "agency");
    said(&desk, "banned", "on");
    assert_eq!(held_back(&desk), ["photo_banned"]);
    said(&desk, "banned", "off");
    said(&desk, "until", "2026-03-06");
    assert_eq!(held_back(&desk), Vec::<String>::new());
    desk.clock("2026-03-06T21:59:00Z");
    assert_eq!(held_back(&desk), Vec::<String>::new(), "it is still that day in Kyiv");
    desk.clock("2026-03-06T22:00:00Z");
    assert_eq!(held_back(&desk), ["photo_expired"], "nothing but the clock changed");
}

#[test]
fn the_aftermath_of_a_strike_is_warned_of_and_waits_where_the_policy_says_so() {
    let mut desk = Desk::with_tram_museum();
    said(&desk, "shows", "civilian_strike");
    said(&desk, "struck", "2026-03-05 10:30");
    said(&desk, "checked", "on");
    desk.clock("2026-03-05T10:00:00Z");
    assert_eq!(held_back(&desk), Vec::<String>::new());
    desk.ok("policy set strike_photos_wait on");
    assert_eq!(held_back(&desk), ["photo_waits"]);
    desk.ok("policy set strike_photos_wait off");
    assert_eq!(held_back(&desk), Vec::<String>::new());
    desk.ok("policy set strike_photos_wait on");
    assert_eq!(held_back(&desk), ["photo_waits"]);
    desk.clock("2026-03-05T11:30:00Z");
    assert_eq!(held_back(&desk), Vec::<String>::new(), "three hours have passed");
    said(&desk, "shows", "military_strike");
    said(&desk, "checked", "on");
    assert_eq!(held_back(&desk), ["photo_waits"], "military sites take twelve");
}

#[test]
fn how_long_an_aftermath_waits_is_for_the_chief_to_say() {
    let mut desk = Desk::with_tram_museum();
    desk.ok("policy set strike_photos_wait on");
    said(&desk, "shows", "civilian_strike");
    said(&desk, "struck", "2026-03-05 10:30");
    said(&desk, "checked", "on");
    desk.clock("2026-03-05T11:30:00Z");
    assert_eq!(held_back(&desk), Vec::<String>::new(), "three hours have passed");
    let set = desk.ok("policy set civilian_strike_hours 5");
    assert_eq!(
        (text(&set["civilian_strike_hours"]), text(&set["military_strike_hours"])),
        ("5".to_owned(), "12".to_owned())
    );
    assert_eq!(held_back(&desk), ["photo_waits"], "an hour and a half is left");
    assert_eq!(desk.refused("policy set civilian_strike_hours soon"), "bad_value");
    assert_eq!(desk.refused("policy set civilian_strike_hours 4 --by Edyta"), "not_allowed");
    desk.ok(["policy", "set", "civilian_strike_hours", ""]);
    assert_eq!(held_back(&desk), Vec::<String>::new(), "the usual again");
}

#[test]
fn caution_is_added_by_whoever_has_a_role_and_taken_back_by_an_editor() {
    let desk = Desk::with_tram_museum();
    for (key, more, less) in [("banned", "on", "off"), ("shows", "person", "none")] {
        assert!(say(&desk, key, more, "Rosa").value.is_some(), "{key}");
        let refused = desk.refused(["media", "set", &photo(&desk), key, less, "--by", "Rosa"]);
        assert_eq!(refused, "not_allowed", "{key}");
        said(&desk, key, less);
    }
    for (key, value) in [("shows", "cats"), ("until", "soon"), ("origin", "stolen")] {
        assert_eq!(desk.refused(["media", "set", &photo(&desk), key, value]), "bad_value", "{key}");
    }
    assert_eq!(desk.refused(["media", "set", &photo(&desk), "mood", "good"]), "no_key");
    let absent = format!("media:{}", "0".repeat(64));
    assert_eq!(desk.refused(["media", "set", &absent, "banned", "on"]), "bad_media");
}

#[test]
fn who_may_not_check_a_photo_cannot_shorten_its_wait() {
    let desk = Desk::with_tram_museum();
    desk.ok("policy set strike_photos_wait on");
    said(&desk, "shows", "civilian_strike");
    said(&desk, "checked", "on");
    assert_eq!(held_back(&desk), ["photo_waits"], "counted from when the photo was taken in");
    let long_ago = ["media", "set", &photo(&desk), "struck", "2020-01-01 10:00", "--by", "Rosa"];
    assert_eq!(desk.refused(long_ago), "not_allowed");
    assert!(say(&desk, "struck", "2026-03-05 13:00", "Rosa").value.is_some(), "a longer one");
}

#[test]
fn a_portrait_that_is_held_back_gives_way_to_initials() {
    let desk = Desk::with_tram_museum();
    let portrait = crate::cli::fixture("newspaper/portrait.png");
    let name = text(&desk.ok("author list")["authors"][0]["names"]["uk"]);
    desk.ok(["author", "add", &format!("uk={name}"), "--photo", portrait.to_str().unwrap()]);
    desk.run("export");
    let shown = || Site::of(&desk).read(UK).contains("<img class=\"portrait\"");
    let listed = desk.ok("media list")["media"].take();
    let listed = listed.as_array().unwrap().iter();
    let file =
        listed.filter(|media| media["file"] == "portrait.png").map(|one| text(&one["media"]));
    let portrait = file.into_iter().next().expect("the portrait is listed");
    let before = shown();
    desk.ok(["media", "set", &portrait, "banned", "on", "--by", "Edyta"]);
    desk.run("export");
    assert!(before && !shown());
}

#[test]
fn what_is_held_back_by_its_photo_is_not_ready() {
    let desk = Desk::with_tram_museum();
    let ready = || {
        let newsroom = Newsroom::open(&desk.newsroom()).unwrap();
        let editor = newsroom.person_named("Edyta").unwrap().id;
        newsroom.board_counts(Some(editor), NOON.parse().unwrap()).unwrap().ready
    };
    assert_eq!(ready(), 3);
    said(&desk, "banned", "on");
    assert_eq!(ready(), 0);
}

#[test]
fn a_colleague_gets_the_caution_and_not_the_check() {
    let desk = Desk::with_tram_museum();
    said(&desk, "shows", "person");
    said(&desk, "checked", "on");
    let parcel = desk.beside("tram.shpalta");
    let parcel = parcel.to_str().unwrap();
    desk.ok(["parcel", "out", "tram-museum", "--to", parcel, "--by", "Rosa"]);
    let other = Desk::new();
    other.ok(["parcel", "in", parcel, "--by", "Rosa"]);
    let care = &other.ok("media list")["media"][0]["care"];
    assert_eq!(care["shows"], serde_json::json!(["person"]));
    assert!(care["checked"].is_null(), "{care}");
    // Of a photo that is there already, too, and though nothing else is new.
    said(&desk, "banned", "on");
    desk.ok(["parcel", "out", "tram-museum", "--to", parcel, "--by", "Rosa"]);
    other.ok(["parcel", "in", parcel, "--by", "Rosa"]);
    assert_eq!(other.ok("media list")["media"][0]["care"]["banned"], true);
    assert_eq!(other.ok("verify")["faults"], serde_json::json!([]));
}
