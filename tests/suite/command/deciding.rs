//! Decisions through the command: who may take them, and what they do.

use serde_json::{Value, json};

use crate::cli::{Desk, WEATHER_EN, WEATHER_UK, text};

#[test]
fn a_text_is_submitted_returned_and_approved() {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("піском", "сіллю"));
    assert_eq!(desk.editorial("weather", "uk"), "draft");
    let status = desk.ok("submit weather --lang uk --by Rosa");
    assert_eq!(status["stories"][0]["editions"]["uk"]["editorial"], "in_review");
    assert_eq!(desk.refused("submit weather --lang uk --by Rosa"), "already_in_review");
    desk.ok("return weather --lang uk --by Edyta --note Why?");
    assert_eq!(desk.editorial("weather", "uk"), "returned");
    desk.ok("submit weather --lang uk --by Rosa");
    desk.ok("approve weather --lang uk --by Edyta");
    assert_eq!(desk.editorial("weather", "uk"), "approved");
    assert_eq!(desk.edition("weather", "uk")["approved_revision"], 2);
}

#[test]
fn nobody_approves_what_they_submitted_unless_the_policy_says_so() {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("піском", "сіллю"));
    desk.ok("submit weather --lang uk --by Edyta");
    assert_eq!(desk.refused("approve weather --lang uk --by Edyta"), "four_eyes");
    assert_eq!(desk.refused("policy set self_approve on --by Edyta"), "not_allowed");
    desk.ok("policy set self_approve on --by Chrystia");
    let policies = desk.ok("policy show");
    let is_on = |(key, value): (&String, &Value)| (value == "on").then(|| key.clone());
    let on: Vec<_> = policies.as_object().unwrap().iter().filter_map(is_on).collect();
    assert_eq!(on, ["self_approve"], "{policies}");
    desk.ok("approve weather --lang uk --by Edyta");
}

#[test]
fn reporters_and_translators_do_not_decide() {
    let desk = Desk::with_weather();
    for verb in ["approve", "revoke", "return"] {
        let said = format!("{verb} weather --lang uk --by Rosa");
        assert_eq!(desk.refused(said), "not_allowed", "{verb}");
    }
    for verb in ["hold", "withdraw", "reinstate"] {
        assert_eq!(desk.refused(format!("{verb} weather --by Taras")), "not_allowed", "{verb}");
    }
    assert_eq!(desk.refused("minor weather --block 3 --by Rosa"), "not_allowed");
    let embargo = ["story", "set", "weather", "embargo", "2027-01-01 10:00", "--by", "Rosa"];
    assert_eq!(desk.refused(embargo), "not_allowed");
}

#[test]
fn rights_hold_for_the_languages_they_were_given_for() {
    let desk = Desk::with_weather();
    desk.ok(["staff", "add", "Ulyana", "--role", "editor", "--langs", "uk"]);
    assert_eq!(desk.refused("revoke weather --lang en --by Ulyana"), "not_allowed");
    desk.ok("revoke weather --lang uk --by Ulyana");
}

#[test]
fn a_revoked_approval_leaves_a_draft() {
    let desk = Desk::with_weather();
    desk.ok("revoke weather --lang uk --by Emil --note Wrong");
    let edition = desk.edition("weather", "uk");
    assert_eq!(
        (&edition["editorial"], &edition["approved_revision"]),
        (&json!("draft"), &json!(null))
    );
    assert_eq!(desk.refused("revoke weather --lang uk --by Emil"), "not_approved");
}

#[test]
fn a_correction_and_a_clarification_need_a_public_note() {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    for kind in ["correction", "clarification"] {
        let approve = format!("approve weather --lang uk --as {kind} --by Edyta");
        assert_eq!(desk.refused(approve), "note_needed", "{kind}");
    }
    let note = "Снігу буде 25 см, а не 20";
    desk.ok([
        "approve",
        "weather",
        "--lang",
        "uk",
        "--as",
        "correction",
        "--note",
        note,
        "--by",
        "Edyta",
    ]);
    assert_eq!(desk.ok("history weather --lang uk")["decisions"][0]["note"], note);
}

#[test]
fn a_silent_change_of_a_page_that_is_out_touches_no_fact() {
    let desk = Desk::with_weather();
    desk.ok("site set folder site");
    desk.ok("export --lang uk");
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    let silent = "approve weather --lang uk --as silent --by Edyta";
    assert_eq!(desk.refused(silent), "not_silent");
    desk.write("weather", "uk", &WEATHER_UK.replace("посиплють", "посиплятимуть"));
    desk.ok(silent);
}

/// The snow is 25 cm deep now, and that is approved; English says 20.
fn with_deeper_snow() -> Desk {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    desk.pass("weather", "uk");
    desk
}

#[test]
fn an_original_that_went_on_leaves_the_translation_behind() {
    let desk = with_deeper_snow();
    let edition = desk.edition("weather", "en");
    assert_eq!((&edition["behind"], &edition["editorial"]), (&json!(1), &json!("approved")));
    let row = &edition["rows"][2];
    assert_eq!(
        (&row["state"], &row["row"], &row["block"]),
        (&json!("changed"), &json!(3), &json!(3))
    );
}

#[test]
fn still_right_needs_a_reason_while_an_old_number_stands() {
    let desk = with_deeper_snow();
    assert_eq!(desk.refused("confirm weather --lang en --row 3 --by Taras"), "old_facts_kept");
    assert_eq!(desk.refused("confirm weather --lang en --all --by Taras"), "old_facts_kept");
    let reason = [
        "confirm", "weather", "--lang", "en", "--row", "3", "--reason", "Until 25", "--by", "Taras",
    ];
    assert_eq!(desk.ok(reason), json!({ "rows": [3] }));
    let edition = desk.edition("weather", "en");
    assert_eq!((&edition["behind"], &edition["editorial"]), (&json!(0), &json!("draft")));
    desk.ok("approve weather --lang en --by Edyta");
    assert_eq!(desk.editorial("weather", "en"), "approved");
}

#[test]
fn done_is_confirmed_row_by_row_or_all_at_once() {
    let desk = with_deeper_snow();
    desk.write("weather", "en", &WEATHER_EN.replace("20 cm", "25 cm"));
    assert_eq!(desk.edition("weather", "en")["behind"], 1, "a later edit adds no freshness");
    assert_eq!(desk.ok("confirm weather --lang en --all --by Taras"), json!({ "rows": [3] }));
    assert_eq!(desk.edition("weather", "en")["behind"], 0);
    assert_eq!(desk.ok("confirm weather --lang en --all --by Taras"), json!({ "rows": [] }));
    assert_eq!(desk.refused("confirm weather --lang en --row 3 --by Taras"), "nothing_to_confirm");
    assert_eq!(desk.refused("confirm weather --lang en --row 30 --by Taras"), "no_row");
    assert_eq!(desk.refused("confirm weather --lang uk --all --by Rosa"), "is_original");
    assert_eq!(desk.run("confirm weather --lang en").status, 2);
}

#[test]
fn a_minor_change_of_the_original_leaves_no_translation_behind() {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("Дороги посиплють", "Усі дороги посиплють"));
    desk.pass("weather", "uk");
    assert_eq!(desk.edition("weather", "en")["behind"], 1);
    assert_eq!(
        desk.ok("minor weather --block 4 --reason Spelling --by Edyta"),
        json!({ "rows": 1 })
    );
    assert_eq!(desk.edition("weather", "en")["behind"], 0);
    assert_eq!(desk.editorial("weather", "en"), "approved");
    assert_eq!(desk.refused("minor weather --block 3 --by Edyta"), "not_changed");
    assert_eq!(desk.refused("minor weather --block 40 --by Edyta"), "no_block");
}

#[test]
fn a_translation_that_is_behind_is_not_approved() {
    let desk = with_deeper_snow();
    desk.write("weather", "en", &WEATHER_EN.replace("gritted", "salted"));
    desk.ok("submit weather --lang en --by Rosa");
    assert_eq!(desk.refused("approve weather --lang en --by Edyta"), "behind");
}

#[test]
fn a_translation_waits_for_its_originals_approval() {
    let desk = Desk::with_weather();
    desk.ok("revoke weather --lang uk --by Edyta");
    desk.write("weather", "en", &WEATHER_EN.replace("gritted", "salted"));
    assert_eq!(desk.refused("approve weather --lang en --by Edyta"), "original_not_approved");
}

#[test]
fn hold_withdraw_and_reinstate_are_decisions_about_pages() {
    let desk = Desk::with_weather();
    desk.ok("hold weather --lang en --note Checking --by Edyta");
    assert_eq!(desk.publication("weather", "en"), "withdrawn");
    assert_eq!(desk.publication("weather", "uk"), "never");
    desk.ok("withdraw weather --note Wrong --by Edyta");
    assert_eq!(desk.publication("weather", "uk"), "withdrawn");
    desk.ok("reinstate weather --by Emil");
    for language in ["uk", "en"] {
        assert_eq!(desk.publication("weather", language), "never", "{language}");
    }
    assert_eq!(desk.refused("reinstate weather --by Emil"), "no_decision");
}

#[test]
fn a_changed_byline_asks_for_the_editors_nod() {
    let mut desk = Desk::with_weather();
    desk.clock("2026-03-05T11:00:00Z");
    desk.ok(["story", "set", "weather", "authors", "Ярина Джміль", "--by", "Rosa"]);
    assert_eq!(desk.editorial("weather", "uk"), "approved");
    let checked = desk.ok("check weather --lang uk");
    assert_eq!(checked["stories"][0]["editions"]["uk"]["export"][0]["code"], "details_changed");
    desk.ok("approve weather --lang uk --by Emil");
    let checked = desk.ok("check weather --lang uk");
    assert_eq!(checked["stories"][0]["editions"]["uk"]["export"], json!([]));
    assert_eq!(text(&desk.ok("history weather --lang uk")["decisions"][0]["person"]), "Emil");
    assert_eq!(desk.refused("approve weather --lang uk --by Emil"), "already_approved");
}

#[test]
fn the_original_is_switched_by_a_chief() {
    let desk = Desk::with_weather();
    assert_eq!(desk.refused("story set weather original en --by Edyta"), "not_allowed");
    desk.ok("story set weather original en --by Chrystia");
    let story = desk.ok("status weather")["stories"][0].take();
    assert_eq!(story["original"], "en");
    assert_eq!(story["editions"]["en"]["rows"], json!([]));
    assert_eq!(story["editions"]["uk"]["behind"], 0);
}
