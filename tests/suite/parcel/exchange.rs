//! Newsrooms that write at one story.

use std::fs;

use serde_json::json;
use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::id::PersonId;
use shpalta_newsroom::{Founding, Newsroom};
use shpalta_tests::cli::{Desk, text, texts};
use shpalta_tests::desk::{self, Who};
use shpalta_tests::news::{self, uk};

use super::{
    BRIDGE, FIRST, SECOND, THIRD, body, hand, media, out, report, state, take, verified,
    with_bridge, write,
};

#[test]
fn a_story_arrives_with_its_texts_revisions_details_and_photo() {
    let (from, to) = (Desk::with_tram_museum(), Desk::new());
    let taken = hand(&from, &to, "tram-museum");
    assert_eq!((&taken["is_new"], &taken["media"]), (&json!(true), &json!(1)));
    for language in ["uk", "en", "ru"] {
        let (sent, got) = (from.show("tram-museum", language), to.show("tram-museum", language));
        for key in ["headline", "lead", "body", "date", "dateline", "authors", "content_hash"] {
            assert_eq!(got[key], sent[key], "{key} {language}");
        }
        assert_eq!(to.edition("tram-museum", language)["behind"], 0, "{language}");
    }
    assert_eq!(media(&to), media(&from));
    assert_eq!(verified(&to)["media"], 1);
    verified(&from);
}

#[test]
fn a_parcel_taken_in_again_changes_nothing() {
    let (from, to) = (Desk::with_tram_museum(), Desk::new());
    let parcel = out(&from, "tram-museum");
    take(&to, &parcel);
    let before = state(&to);
    let again = take(&to, &parcel);
    for key in ["revisions", "people", "differing", "differing_details"] {
        assert_eq!(again[key], json!([]), "{key}");
    }
    assert_eq!((&again["decisions"], &again["media"]), (&json!(0), &json!(0)));
    assert!(state(&to) == before);
    // And what it came from has nothing to learn from it.
    let before = state(&from);
    assert_eq!(hand(&to, &from, "tram-museum")["decisions"], 0);
    assert!(state(&from) == before);
}

#[test]
fn a_draft_goes_on_where_the_other_side_went_on() {
    let (here, there) = (with_bridge(), Desk::new());
    hand(&here, &there, BRIDGE);
    let further = report(FIRST, "Ремонт тривав вісім місяців.", THIRD);
    write(&there, &further);
    let taken = hand(&there, &here, BRIDGE);
    assert_eq!(taken["revisions"], json!([{ "language": "uk", "number": 3 }]));
    assert_eq!(taken["differing"], json!([]));
    assert_eq!(body(&here), body(&there));
    write(&here, &report("Удень на міст пустили автобуси.", "Ремонт тривав вісім місяців.", THIRD));
    assert_eq!(hand(&here, &there, BRIDGE)["revisions"].as_array().unwrap().len(), 1);
    assert_eq!(body(&there), body(&here));
    verified(&here);
    verified(&there);
}

#[test]
fn drafts_that_differ_stand_side_by_side_and_are_put_together_word_by_word() {
    let (here, there) = (with_bridge(), Desk::new());
    hand(&here, &there, BRIDGE);
    write(&here, &report("Удосвіта на міст пустили автобуси.", SECOND, THIRD));
    write(&there, &report(FIRST, SECOND, "Пішоходи чекають на ліфт."));
    let ours = body(&there);
    let taken = hand(&here, &there, BRIDGE);
    let differing = json!([{ "language": "uk", "base": 2, "ours": 3, "theirs": 4 }]);
    assert_eq!(taken["differing"], differing);
    assert_eq!(body(&there), ours, "the draft stays");
    let shown = there.ok(format!("story show {BRIDGE} --lang uk --revision r4"));
    assert_eq!(text(&shown["body"]), body(&here), "theirs stands beside it");
    assert_eq!(take(&there, &out(&here, BRIDGE))["differing"], differing, "until it is merged");

    let merging = format!("parcel merge {BRIDGE} --lang uk --revision r4");
    let offer = there.ok(format!("{merging} --dry-run"));
    assert_eq!(offer["conflicts"], 0);
    assert_eq!(body(&there), ours, "an offer changes nothing");
    assert_eq!(there.ok(format!("{merging} --by Rosa"))["revision"], 5);
    let both = report("Удосвіта на міст пустили автобуси.", SECOND, "Пішоходи чекають на ліфт.");
    assert!(both.contains(&body(&there)), "{}", body(&there));
    assert_eq!(there.refused(format!("{merging} --by Rosa")), "nothing_to_merge");
    verified(&there);

    let back = hand(&there, &here, BRIDGE);
    assert_eq!(back["differing"], json!([]), "whoever gets the merge goes on from it");
    assert_eq!(body(&here), body(&there));
    let before = state(&there);
    hand(&here, &there, BRIDGE);
    assert!(state(&there) == before, "both have all of it");
    verified(&here);
}

#[test]
fn what_both_changed_is_refused_and_shown_until_somebody_writes_it() {
    let (here, there) = (with_bridge(), Desk::new());
    hand(&here, &there, BRIDGE);
    write(&here, &report(FIRST, "Ремонт тривав вісім місяців.", THIRD));
    write(&there, &report(FIRST, "Ремонт тривав шість місяців.", THIRD));
    hand(&here, &there, BRIDGE);
    let merging = format!("parcel merge {BRIDGE} --lang uk --revision r4 --by Rosa");
    let answer = there.run(merging.as_str());
    assert_eq!(answer.refusal.unwrap().code, "merge_conflicts");
    let pieces = answer.value.unwrap()["fields"][2]["pieces"].take();
    let conflict = json!({
        "piece": "conflict", "base": "сім", "ours": "шість", "theirs": "вісім"
    });
    assert!(pieces.as_array().unwrap().contains(&conflict), "{pieces}");
    let printed = there.say(merging.as_str());
    assert!(String::from_utf8(printed.stdout).unwrap().contains("{шість|вісім}"));

    let written = report(FIRST, "Ремонт тривав сім із половиною місяців.", THIRD);
    let file = there.file("merged.md", written);
    let words = ["parcel", "merge", BRIDGE, "--lang", "uk", "--revision", "r4", "--from", &file];
    there.ok(words);
    assert!(body(&there).contains("сім із половиною"));
    assert_eq!(hand(&there, &here, BRIDGE)["differing"], json!([]));
    assert_eq!(body(&here), body(&there));
    verified(&there);
}

#[test]
fn who_keeps_ours_in_a_merge_has_said_so() {
    let (here, there) = (with_bridge(), Desk::new());
    hand(&here, &there, BRIDGE);
    write(&here, &report(FIRST, "Ремонт тривав вісім місяців.", THIRD));
    let ours = report(FIRST, "Ремонт тривав шість місяців.", THIRD);
    write(&there, &ours);
    hand(&here, &there, BRIDGE);
    let file = there.file("merged.md", &ours);
    there.ok(["parcel", "merge", BRIDGE, "--lang", "uk", "--revision", "r4", "--from", &file]);
    verified(&there);
    assert_eq!(hand(&there, &here, BRIDGE)["differing"], json!([]));
    assert!(body(&here).contains("шість"));
    verified(&here);
}

#[test]
fn the_same_text_written_on_both_sides_is_no_difference() {
    let (here, there) = (with_bridge(), Desk::new());
    hand(&here, &there, BRIDGE);
    let same = report(FIRST, "Ремонт тривав вісім місяців.", THIRD);
    write(&here, &same);
    write(&there, &same);
    assert_eq!(hand(&here, &there, BRIDGE)["differing"], json!([]));
    assert_eq!(hand(&there, &here, BRIDGE)["differing"], json!([]));
    write(&here, &report(FIRST, "Ремонт тривав дев’ять місяців.", THIRD));
    assert_eq!(hand(&here, &there, BRIDGE)["differing"], json!([]));
    assert_eq!(body(&there), body(&here));
    verified(&there);
}

#[test]
fn three_newsrooms_end_with_one_text_whoever_hands_to_whom() {
    let desks = [with_bridge(), Desk::new(), Desk::new()];
    hand(&desks[0], &desks[1], BRIDGE);
    hand(&desks[1], &desks[2], BRIDGE);
    write(&desks[0], &report("Удосвіта на міст пустили автобуси.", SECOND, THIRD));
    write(&desks[1], &report(FIRST, "Ремонт тривав вісім місяців.", THIRD));
    write(&desks[2], &report(FIRST, SECOND, "Пішоходи чекають на ліфт."));
    for (from, to) in [(0, 1), (2, 1)] {
        let taken = hand(&desks[from], &desks[to], BRIDGE);
        let theirs = &taken["differing"][0]["theirs"];
        let merge = format!("parcel merge {BRIDGE} --lang uk --revision r{theirs} --by Rosa");
        desks[to].ok(merge);
    }
    for to in [0, 2] {
        assert_eq!(hand(&desks[1], &desks[to], BRIDGE)["differing"], json!([]));
    }
    let one = body(&desks[1]);
    assert!(one.contains("Удосвіта") && one.contains("вісім") && one.contains("ліфт"), "{one}");
    for desk in &desks {
        assert_eq!(body(desk), one);
        verified(desk);
        let hash = &desk.show(BRIDGE, "uk")["content_hash"];
        assert_eq!(hash, &desks[0].show(BRIDGE, "uk")["content_hash"]);
    }
}

#[test]
fn a_translation_made_elsewhere_comes_back_with_its_rows() {
    let (here, there) = (Desk::with_weather(), Desk::new());
    hand(&here, &there, "weather");
    let changed = shpalta_tests::cli::WEATHER_UK.replace("20 см", "30 см");
    here.write("weather", "uk", &changed);
    hand(&here, &there, "weather");
    assert_eq!(there.edition("weather", "en")["behind"], 1);
    there.write("weather", "en", &shpalta_tests::cli::WEATHER_EN.replace("20", "30"));
    there.ok(["confirm", "weather", "--lang", "en", "--all", "--by", "Taras"]);
    assert_eq!(there.edition("weather", "en")["behind"], 0);
    hand(&there, &here, "weather");
    here.pass("weather", "uk");
    assert_eq!(here.edition("weather", "en")["behind"], 0);
    assert_eq!(here.editorial("weather", "en"), "draft", "an editor of this newsroom has to look");
    verified(&here);
    verified(&there);
}

#[test]
fn what_is_only_typed_goes_along_and_nothing_typed_is_replaced() {
    let mut here = desk::Desk::published_fire();
    here.type_in(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let file = here.beside("fire.shpalta");
    let act = here.act(Who::Reporter);
    here.newsroom.parcel_out(&act, here.story, &file).unwrap();
    let place = desk::folder();
    let owner = PersonId(uuid::Uuid::from_u128(77));
    let founding = Founding { owner: "Olha".into(), source: [].into(), site: None };
    let founded = desk::act(owner, 800_000);
    let mut there = Newsroom::create(&place.path().join("newsroom"), &founded, &founding).unwrap();
    there.parcel_in(&desk::act(owner, 900_000), &file).unwrap();
    let story = there.story_ids().unwrap()[0];
    let shown = there.draft(story, Uk).unwrap();
    assert_eq!(shown.text, news::edition(Uk, &[uk::A_DAWN, uk::B, uk::C]));

    // There somebody types while here the text goes on: both are kept.
    let typed = news::edition(Uk, &[uk::A_DAWN, uk::B]);
    let save = shpalta_newsroom::draft::Save {
        story,
        language: Uk,
        text: &typed,
        based_on: shown.save,
        seen: None,
        sitting: None,
    };
    there.save_draft(&desk::act(owner, 900_001), &save).unwrap();
    here.write(Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]);
    let act = here.act(Who::Reporter);
    here.newsroom.parcel_out(&act, here.story, &file).unwrap();
    let taken = there.parcel_in(&desk::act(owner, 900_002), &file).unwrap();
    assert_eq!(taken.differing.len(), 1);
    assert_eq!(there.draft(story, Uk).unwrap().text, typed);
    let kept = there.show(story, Uk, Some(taken.differing[0].theirs)).unwrap().text;
    assert_eq!(kept, news::edition(Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]));
    assert_eq!(there.differing(story).unwrap(), taken.differing);
    assert_eq!(there.verify().unwrap().faults, []);
    assert_eq!(
        there.draft(story, En).unwrap().text,
        here.newsroom.draft(here.story, En).unwrap().text
    );
}

#[test]
fn a_story_of_text_alone_is_a_small_file() {
    let sample = Desk::sample();
    let mut sizes = Vec::new();
    for slug in texts(&json!(slugs(&sample))) {
        let file = sample.beside("parcel.shpalta");
        let sent = sample.ok(["parcel", "out", &slug, "--to", file.to_str().unwrap()]);
        let length = fs::metadata(&file).unwrap().len();
        assert_eq!(sent["bytes"], length);
        if sent["media"] == 0 {
            assert!(length < 50_000, "{slug}: {length}");
            sizes.push(length);
        }
    }
    assert!(sizes.len() >= 3, "the sample has such stories: {sizes:?}");
}

#[test]
fn a_story_that_was_written_at_for_long_is_a_small_file_still() {
    let desk = Desk::with_weather();
    for day in 1..=60 {
        let text = shpalta_tests::cli::WEATHER_UK.replace("20 см", &format!("{day} см"));
        desk.write("weather", "uk", &text);
    }
    let length = fs::metadata(out(&desk, "weather")).unwrap().len();
    assert!(length < 50_000, "{length}");
}

fn slugs(desk: &Desk) -> Vec<String> {
    let stories = desk.ok("status")["stories"].take();
    stories.as_array().unwrap().iter().map(|story| text(&story["story"])).collect()
}
