//! The shapes of what the command prints, key by key.

use serde_json::{Value, json};

use crate::cli::{Desk, WEATHER_UK, keys, text, texts};

/// The keys of `story show` that the contract names, and three details that it adds.
const SHOWN: [&str; 16] = [
    "address",
    "authors",
    "blocks",
    "body",
    "content_hash",
    "date",
    "dateline",
    "embargo",
    "headline",
    "lang",
    "lead",
    "revision",
    "section",
    "story",
    "tags",
    "views",
];

#[test]
fn status_is_a_list_of_stories_even_for_one() {
    let desk = Desk::sample();
    let all = desk.ok("status");
    assert_eq!(keys(&all), ["stories"]);
    let one = desk.ok("status night-trains");
    assert_eq!(one["stories"].as_array().unwrap().len(), 1);
    let same = all["stories"].as_array().unwrap().iter().find(|s| s["story"] == "night-trains");
    assert_eq!(same, Some(&one["stories"][0]));
}

#[test]
fn every_story_of_status_has_the_shape_of_the_contract() {
    for story in Desk::sample().ok("status")["stories"].as_array().unwrap() {
        assert_eq!(keys(story), ["editions", "original", "story"]);
        assert_eq!(keys(&story["editions"]), ["en", "ru", "uk"]);
        let original = text(&story["original"]);
        for (language, edition) in story["editions"].as_object().unwrap() {
            is_an_edition(edition);
            let rows = edition["rows"].as_array().unwrap();
            assert!(*language != original || rows.is_empty(), "an original has no rows");
            rows.iter().zip(1_u64..).for_each(|(row, number)| is_a_row(row, number));
            let stale = rows.iter().filter(|row| row["state"] != "fresh").count();
            assert_eq!(edition["behind"], stale, "behind counts the rows that are not fresh");
        }
    }
}

fn is_an_edition(edition: &Value) {
    let expected = [
        "approved_revision",
        "behind",
        "coming",
        "editorial",
        "findings",
        "publication",
        "revision",
        "rows",
    ];
    assert_eq!(keys(edition), expected);
    let editorial = text(&edition["editorial"]);
    assert!(["not_started", "draft", "in_review", "returned", "approved"].contains(&&*editorial));
    let publication = text(&edition["publication"]);
    let known = ["never", "exported", "outdated", "embargoed", "withdrawn"];
    assert!(known.contains(&&*publication));
    assert!(edition["revision"].is_null() == (editorial == "not_started"));
    assert!(edition["revision"].is_null() || edition["revision"].is_u64());
    assert!(edition["approved_revision"].is_null() || edition["approved_revision"].is_u64());
    assert!(edition["behind"].is_u64() && edition["coming"].is_u64());
    assert_eq!(keys(&edition["findings"]), ["stop", "warn"]);
    assert!(edition["findings"]["stop"].is_u64() && edition["findings"]["warn"].is_u64());
}

fn is_a_row(row: &Value, number: u64) {
    assert_eq!(keys(row), ["block", "coming", "kind", "original", "row", "state"]);
    assert_eq!(row["row"], number, "rows count from 1");
    assert!(["fresh", "changed", "missing", "extra"].contains(&&*text(&row["state"])));
    assert!(row["block"].is_u64() || (row["block"].is_null() && row["state"] == "missing"));
    let original = row["original"].as_array().unwrap();
    assert!(original.iter().all(|one| one.as_u64().is_some_and(|one| one > 0)));
    assert!(row["state"] != "extra" || original.is_empty());
    assert!(row["coming"].is_boolean() && row["kind"].is_string());
}

#[test]
fn a_missing_row_stands_where_its_original_stands() {
    let desk = Desk::with_weather();
    let text = WEATHER_UK.replace("\n\nДороги", "\n\nЛавин не чекають.\n\nДороги");
    desk.write("weather", "uk", &text);
    desk.pass("weather", "uk");
    let rows = desk.edition("weather", "en")["rows"].take();
    let rows: Vec<_> = rows.as_array().unwrap().iter().map(|row| &row["original"][0]).collect();
    assert_eq!(rows, [1, 2, 3, 4, 5]);
    let missing = desk.edition("weather", "en")["rows"][3].take();
    assert_eq!((&missing["state"], &missing["block"]), (&json!("missing"), &Value::Null));
}

#[test]
fn a_shown_text_has_the_shape_of_the_contract() {
    let desk = Desk::with_tram_museum();
    for language in ["uk", "en", "ru"] {
        let shown = desk.show("tram-museum", language);
        assert_eq!(keys(&shown), SHOWN);
        assert_eq!(shown["story"], "tram-museum");
        assert_eq!(shown["lang"], language);
        assert_eq!(keys(&shown["dateline"]), ["place", "source"]);
        assert_eq!(shown["views"], 4812);
        assert_eq!(shown["revision"], 1);
        assert_eq!(text(&shown["content_hash"]).len(), 64);
        assert_eq!(texts(&shown["authors"]).len(), 2);
        for (block, number) in shown["blocks"].as_array().unwrap().iter().zip(1_u64..) {
            assert_eq!(keys(block), ["block", "id", "kind", "section", "text"]);
            assert_eq!(block["block"], number, "blocks count from 1");
            assert!(
                ["details", "background"].map(Value::from).contains(&block["section"])
                    || block["section"].is_null()
            );
        }
    }
}

#[test]
fn the_blocks_are_the_text_in_its_order() {
    let desk = Desk::with_tram_museum();
    let blocks = desk.show("tram-museum", "uk")["blocks"].take();
    let kinds: Vec<_> =
        blocks.as_array().unwrap().iter().map(|block| text(&block["kind"])).collect();
    let expected = "headline lead paragraph heading alt image caption paragraph item item item \
                    paragraph item item cell cell cell cell cell cell cell cell cell quote \
                    attribution paragraph footnote heading paragraph";
    assert_eq!(kinds.join(" "), expected.split_whitespace().collect::<Vec<_>>().join(" "));
    assert_eq!(blocks[2]["section"], Value::Null);
    assert_eq!(blocks[3]["section"], "details");
    assert_eq!(blocks[28]["section"], "background");
    assert_eq!(blocks[24]["text"], "– Мирон Сурмач, майстер музею");
}

#[test]
fn an_earlier_revision_is_shown_as_it_was() {
    let desk = Desk::with_weather();
    let old = desk.show("weather", "uk");
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    let shown = desk.ok("story show weather --lang uk --revision r1");
    assert_eq!(shown["body"], old["body"]);
    assert_eq!(shown["content_hash"], old["content_hash"]);
    assert_eq!(desk.show("weather", "uk")["revision"], 2);
    assert_eq!(desk.refused("story show weather --lang uk --revision 9"), "no_revision");
}

#[test]
fn a_block_keeps_its_id_through_revisions() {
    let desk = Desk::with_weather();
    let ids = |shown: &Value| {
        let blocks = shown["blocks"].as_array().unwrap();
        blocks.iter().map(|block| text(&block["id"])).collect::<Vec<_>>()
    };
    let before = ids(&desk.show("weather", "uk"));
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    assert_eq!(ids(&desk.show("weather", "uk")), before);
}

#[test]
fn a_language_without_text_is_shown_empty() {
    let desk = Desk::with_weather();
    let shown = desk.show("weather", "ru");
    assert_eq!(keys(&shown), SHOWN);
    assert_eq!((&shown["revision"], &shown["content_hash"]), (&Value::Null, &Value::Null));
    assert_eq!((&shown["headline"], &shown["blocks"]), (&json!(""), &json!([])));
}

#[test]
fn story_list_names_each_story_once() {
    let desk = Desk::with_weather();
    let expected = json!({ "stories": [{
        "story": "weather",
        "original": "uk",
        "headline": "На вихідних у Карпатах чекають на сніг",
    }] });
    assert_eq!(desk.ok("story list"), expected);
}

#[test]
fn check_tells_the_texts_findings_from_exports() {
    let desk = Desk::with_weather();
    let slot = WEATHER_UK.replace("\n\nДороги", "\n\n![](media:)\n\nДороги");
    desk.write("weather", "uk", &slot);
    let checked = desk.ok("check weather --lang uk");
    let edition = &checked["stories"][0]["editions"]["uk"];
    assert_eq!(edition["text"][0]["code"], "empty_image_slot");
    assert_eq!(edition["text"][0]["severity"], "stop");
    assert_eq!(edition["text"][0]["block"], 4);
    assert_eq!(edition["export"], json!([]), "what is approved may leave");
    assert_eq!(desk.edition("weather", "uk")["findings"], json!({ "stop": 1, "warn": 0 }));
}

#[test]
fn the_history_holds_every_revision_and_decision() {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    desk.ok("submit weather --lang uk --by Rosa");
    desk.ok("return weather --lang uk --by Edyta --note Source?");
    let history = desk.ok("history weather --lang uk");
    let list = |key: &str, field: &str| {
        let list = history[key].as_array().unwrap();
        list.iter().map(|one| one[field].clone()).collect::<Vec<_>>()
    };
    assert_eq!(list("revisions", "revision"), [2, 1]);
    assert_eq!(list("revisions", "person"), ["Rosa", "Rosa"]);
    assert_eq!(list("decisions", "decision"), ["return", "submit", "approve", "submit"]);
    assert_eq!(list("decisions", "person"), ["Edyta", "Rosa", "Edyta", "Rosa"]);
    assert_eq!(history["decisions"][0]["note"], "Source?");
    assert_eq!(history["decisions"][0]["at"], "2026-03-05T10:00:00Z");
}

#[test]
fn the_difference_of_two_revisions_is_told_field_by_field() {
    let desk = Desk::with_weather();
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    let diff = desk.ok("diff weather --lang uk r1 r2");
    let fields = diff["fields"].as_array().unwrap();
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0]["field"], "body");
    let runs = fields[0]["runs"].as_array().unwrap();
    let said = |change: &str| {
        let runs = runs.iter().filter(|run| run["change"] == change);
        runs.map(|run| text(&run["text"])).collect::<String>()
    };
    assert_eq!((said("removed").as_str(), said("added").as_str()), ("20", "25"));
    assert_eq!(desk.ok("diff weather --lang uk 1 1")["fields"], json!([]));
    assert_eq!(desk.refused("diff weather --lang uk r1 r9"), "no_revision");
}
