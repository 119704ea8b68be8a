//! What a parcel may not do: decide, bring back what was erased, give rights, take a file's place.

use std::fs;

use serde_json::json;
use shpalta_tests::cli::{Desk, WEATHER_UK, text, texts};

use super::{hand, media, out, state, take, verified};

/// The decisions of the Ukrainian edition: which, and whether they were made elsewhere.
fn decisions(desk: &Desk, slug: &str) -> Vec<(String, bool)> {
    let history = desk.ok(format!("history {slug} --lang uk"));
    let decisions = history["decisions"].as_array().unwrap().iter();
    decisions.map(|one| (text(&one["decision"]), one["elsewhere"] == true)).collect()
}

#[test]
fn decisions_made_elsewhere_are_told_and_decide_nothing() {
    let (from, to) = (Desk::with_weather(), Desk::new());
    from.ok("withdraw weather --lang en --by Edyta");
    hand(&from, &to, "weather");
    let elsewhere = |what: &str| (what.to_owned(), true);
    assert_eq!(
        decisions(&to, "weather"),
        [elsewhere("approve"), elsewhere("submit"), ("parcel".to_owned(), false)]
    );
    let printed = String::from_utf8(to.say("history weather --lang uk").stdout).unwrap();
    assert!(printed.contains("approve r1 (elsewhere)  Edyta (2)"), "{printed}");
    for language in ["uk", "en"] {
        assert_eq!(to.editorial("weather", language), "draft");
        assert_eq!(to.publication("weather", language), "never");
    }
    assert_eq!(to.edition("weather", "uk")["approved_revision"], json!(null));
    to.ok("approve weather --lang uk --by Edyta");
    assert_eq!(to.editorial("weather", "uk"), "approved");
    assert_eq!(from.publication("weather", "en"), "withdrawn");
    verified(&to);
}

/// What stood at home is not shaken by what was decided abroad.
#[test]
fn an_approval_at_home_stands_whatever_was_decided_abroad() {
    let (home, abroad) = (Desk::with_weather(), Desk::new());
    hand(&home, &abroad, "weather");
    abroad.pass("weather", "uk");
    abroad.ok("revoke weather --lang uk --by Edyta");
    abroad.ok("hold weather --by Edyta");
    assert_eq!(hand(&abroad, &home, "weather")["decisions"], 4);
    assert_eq!(home.editorial("weather", "uk"), "approved");
    assert_eq!(home.publication("weather", "uk"), "never");
    verified(&home);
}

#[test]
fn people_of_a_parcel_have_no_rights_and_nobodys_name() {
    let (from, to) = (Desk::with_weather(), Desk::new());
    let taken = hand(&from, &to, "weather");
    assert_eq!(texts(&taken["people"]), ["Edyta (2)", "Rosa (2)"]);
    for name in ["Rosa (2)", "Edyta (2)"] {
        assert_eq!(to.refused(["submit", "weather", "--lang", "uk", "--by", name]), "not_allowed");
    }
    let again = hand(&from, &to, "weather");
    assert_eq!(again["people"], json!([]));
    let author = to.ok("history weather --lang uk")["revisions"][0]["person"].take();
    assert_eq!(author, "Rosa (2)", "what they wrote is theirs");
}

#[test]
fn taking_a_parcel_in_takes_a_role_for_its_languages() {
    let (from, to) = (Desk::with_weather(), Desk::new());
    to.ok(["staff", "add", "Lesia", "--role", "translator", "--langs", "en"]);
    let parcel = out(&from, "weather");
    let before = state(&to);
    let file = parcel.to_str().unwrap();
    assert_eq!(to.refused(["parcel", "in", file, "--by", "Lesia"]), "not_allowed");
    assert!(state(&to) == before);
    take(&to, &parcel);
    from.write("weather", "en", &shpalta_tests::cli::WEATHER_EN.replace("20", "30"));
    let parcel = out(&from, "weather");
    to.ok(["parcel", "in", parcel.to_str().unwrap(), "--by", "Lesia"]);
}

#[test]
fn words_that_were_erased_here_come_back_in_no_parcel() {
    let (from, to) = (Desk::with_weather(), Desk::new());
    let secret = format!("{}\n\nСвідок живе на Тополиній.\n", WEATHER_UK.trim_end());
    from.write("weather", "uk", &secret);
    from.write("weather", "uk", WEATHER_UK);
    let parcel = out(&from, "weather");
    take(&to, &parcel);
    let erase = "erase weather --lang uk --revision r2 --reason Адреса --by Chrystia";
    to.ok(erase);
    take(&to, &parcel);
    let third = Desk::new();
    hand(&to, &third, "weather");
    for desk in [&to, &third] {
        assert_eq!(verified(desk)["erased"], 1);
        assert_eq!(desk.refused("story show weather --lang uk --revision r2"), "text_erased");
        assert_eq!(super::super::erase::holding(&desk.newsroom(), "Тополиній").len(), 0);
    }
    hand(&from, &third, "weather");
    assert_eq!(verified(&third)["erased"], 1);
    assert_eq!(hand(&to, &from, "weather")["decisions"], 1, "whoever has the words is told");
    assert_eq!(verified(&from)["erased"], 0, "and decides for their own newsroom");
}

#[test]
fn a_photo_that_was_erased_here_comes_back_in_no_parcel() {
    let (from, to) = (Desk::with_tram_museum(), Desk::new());
    let parcel = out(&from, "tram-museum");
    take(&to, &parcel);
    let photo = text(&to.ok("media list")["media"][0]["media"]);
    to.ok(["erase", "--media", &photo, "--reason", "Обличчя", "--by", "Chrystia"]);
    take(&to, &parcel);
    assert_eq!(media(&to), [""; 0]);
    assert_eq!(verified(&to)["erased_media"], 1);
}

#[test]
fn a_photo_that_is_lost_is_named_and_comes_with_a_later_parcel() {
    let (from, to) = (Desk::with_tram_museum(), Desk::new());
    let lost = from.newsroom().join("media").join(&media(&from)[0]);
    let bytes = fs::read(&lost).unwrap();
    fs::write(&lost, b"damaged").unwrap();
    let file = from.beside("tram.shpalta");
    let words = ["parcel", "out", "tram-museum", "--to", file.to_str().unwrap()];
    assert_eq!(texts(&from.ok(words)["missing"]).len(), 1);
    assert_eq!(take(&to, &file)["media"], 0);
    let checked = to.run("check tram-museum --lang uk").value.unwrap().to_string();
    assert!(checked.contains("missing_media"), "{checked}");
    fs::write(&lost, bytes).unwrap();
    assert_eq!(hand(&from, &to, "tram-museum")["media"], 1);
    assert_eq!(verified(&to)["media"], 1);
    let checked = to.run("check tram-museum --lang uk").value.unwrap().to_string();
    assert!(!checked.contains("missing_media"), "{checked}");
}

#[test]
fn a_parcel_takes_the_place_of_a_parcel_and_of_nothing_else() {
    let desk = Desk::with_weather();
    let file = out(&desk, "weather");
    let first = fs::read(&file).unwrap();
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "30 см"));
    out(&desk, "weather");
    assert_ne!(fs::read(&file).unwrap(), first);
    let diary = desk.file("diary.txt", "Dear diary");
    assert_eq!(desk.refused(["parcel", "out", "weather", "--to", &diary]), "file_in_the_way");
    assert_eq!(fs::read_to_string(&diary).unwrap(), "Dear diary");
    let left: Vec<_> = fs::read_dir(desk.beside("")).unwrap().map(Result::unwrap).collect();
    assert!(!left.iter().any(|file| file.file_name().to_string_lossy().ends_with(".part")));
    assert_eq!(desk.refused("parcel out nowhere"), "no_story");
}

#[test]
fn details_fill_in_what_ours_lacks_and_contradict_where_ours_says_otherwise() {
    let (from, to) = (Desk::with_weather(), Desk::new());
    hand(&from, &to, "weather");
    from.ok("story set weather section Погода");
    from.ok("story set weather date 2026-03-05");
    to.ok("story set weather date 2026-03-04");
    let taken = hand(&from, &to, "weather");
    assert_eq!(taken["differing_details"], json!(["date"]));
    let shown = to.show("weather", "uk");
    assert_eq!(shown["date"], "2026-03-04");
    let again = hand(&to, &from, "weather");
    assert_eq!(again["differing_details"], json!(["date"]), "the section is the same by now");
}

#[test]
fn another_story_of_the_same_slug_keeps_it() {
    let (from, to) = (Desk::with_weather(), Desk::with_weather());
    let taken = hand(&from, &to, "weather");
    assert_eq!((&taken["story"], &taken["is_new"]), (&json!("weather-2"), &json!(true)));
    assert_eq!(to.editorial("weather", "uk"), "approved");
    assert_eq!(to.editorial("weather-2", "uk"), "draft");
    let addresses = |slug: &str| to.show(slug, "uk")["address"].take();
    assert_ne!(addresses("weather"), addresses("weather-2"));
    assert_eq!(hand(&to, &from, "weather-2")["revisions"], json!([]));
    verified(&to);
}
