//! Markdown with front matter: three files, one story.

use serde_json::{Value, json};

use crate::cli::{Desk, WEATHER_EN, WEATHER_UK, text, texts};

#[test]
fn three_files_of_one_name_become_one_story() {
    let desk = Desk::new();
    desk.import_tram_museum();
    let story = desk.ok("status")["stories"].take();
    assert_eq!(story.as_array().unwrap().len(), 1);
    assert_eq!(story[0]["story"], "tram-museum");
    assert_eq!(story[0]["original"], "uk");
    for language in ["uk", "en", "ru"] {
        let edition = &story[0]["editions"][language];
        assert_eq!(edition["editorial"], "draft", "{language}");
        assert_eq!((&edition["revision"], &edition["behind"]), (&json!(1), &json!(0)));
    }
    assert_eq!(story[0]["editions"]["en"]["rows"].as_array().unwrap().len(), 29);
}

#[test]
fn each_language_has_its_own_address_and_names() {
    let desk = Desk::new();
    desk.import_tram_museum();
    let facts = ["uk", "en", "ru"].map(|language| {
        let shown = desk.show("tram-museum", language);
        let dateline = &shown["dateline"];
        (text(&shown["address"]), text(&dateline["place"]), text(&dateline["source"]))
    });
    let expected = [
        ("tram-museum", "Вінниця", "Листоноша"),
        ("tram-museum-vinnytsia", "Vinnytsia", "Postwoman"),
        ("muzeinyi-tramvai", "Винница", "Почтальонша"),
    ];
    let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(facts, expected);
}

#[test]
fn authors_pair_by_position_into_one_author_with_three_names() {
    let desk = Desk::new();
    desk.import_tram_museum();
    let authors = desk.ok("author list")["authors"].take();
    let names: Vec<_> = authors.as_array().unwrap().iter().map(|one| &one["names"]).collect();
    let hanna = json!({ "uk": "Ганна Зозуля", "en": "Hanna Zozulia", "ru": "Анна Зозуля" });
    let levko = json!({ "uk": "Левко Верба", "en": "Levko Verba", "ru": "Лев Верба" });
    assert_eq!(names, [&hanna, &levko]);
}

#[test]
fn whatever_a_file_names_stands_in_the_story() {
    let desk = Desk::new();
    let details = "date: 2026-03-05T09:40:00+02:00\nslug: carpathian-snow\nauthors: [Ярина Джміль]\n\
                   tags: [сніг, гори]\ndateline: Яремче\nsource: Хмарка\nviews: 12\n\
                   section: Погода\nembargo: 2026-03-20 14:00";
    let file = desk.file("weather.uk.md", with(WEATHER_UK, details));
    desk.ok(["story", "import", &file, "--by", "Edyta"]);
    let mut shown = desk.show("carpathian-snow", "uk");
    let shown = shown.as_object_mut().unwrap();
    shown.retain(|key, _| !["blocks", "content_hash", "revision", "lang"].contains(&key.as_str()));
    let expected = json!({
        "story": "carpathian-snow",
        "address": "carpathian-snow",
        "headline": "На вихідних у Карпатах чекають на сніг",
        "lead": "Синоптики радять узяти теплий одяг.",
        "body": "Сніг випаде в суботу, 7 березня, шар сягне 20 см.\n\nДороги посиплють піском.",
        "date": "2026-03-05T07:40:00Z",
        "dateline": { "place": "Яремче", "source": "Хмарка" },
        "views": 12,
        "authors": ["Ярина Джміль"],
        "section": "Погода",
        "tags": ["сніг", "гори"],
        "embargo": "2026-03-20T12:00:00Z",
    });
    assert_eq!(Value::from(shown.clone()), expected);
}

#[test]
fn one_name_of_a_place_is_enough_for_three() {
    let desk = Desk::new();
    let weather = with(WEATHER_UK, "dateline: Київ");
    desk.ok(["story", "import", &desk.file("weather.uk.md", weather)]);
    let expected = json!({ "uk": "Київ", "en": "Kyiv", "ru": "Киев" });
    assert_eq!(desk.ok("place list")["places"][0]["names"], expected);
}

#[test]
fn contradictions_are_reported_and_the_originals_word_stands() {
    let desk = Desk::new();
    let uk = desk.file("weather.uk.md", with(WEATHER_UK, "date: 2026-03-05\nviews: 10"));
    let en = desk.file("weather.en.md", with(WEATHER_EN, "date: 2026-03-06 07:30\nviews: 10"));
    let imported = desk.ok(["story", "import", &en, &uk]);
    let contradictions = texts(&imported["stories"][0]["contradictions"]);
    assert_eq!(contradictions, ["date: 2026-03-05 stands, a file says 2026-03-06 07:30"]);
    assert_eq!(desk.show("weather", "en")["date"], "2026-03-05");
    assert_eq!(desk.show("weather", "en")["views"], 10);
}

#[test]
fn a_translation_that_comes_later_contradicts_in_plain_words() {
    let desk = Desk::new();
    let uk = desk.file("weather.uk.md", with(WEATHER_UK, "date: 2026-03-05\nviews: 10"));
    desk.ok(["story", "import", &uk]);
    let en = desk.file("weather.en.md", with(WEATHER_EN, "date: 2026-03-06\nviews: 11"));
    let imported = desk.ok(["story", "import", &en]);
    let expected =
        ["date: 2026-03-05 stands, a file says 2026-03-06", "views: 10 stands, a file says 11"];
    assert_eq!(texts(&imported["stories"][0]["contradictions"]), expected);
}

#[test]
fn a_place_that_the_table_spells_otherwise_is_a_contradiction() {
    let desk = Desk::new();
    desk.ok("place add Львів");
    let uk = desk.file("weather.uk.md", with(WEATHER_UK, "dateline: Львів"));
    let en = desk.file("weather.en.md", with(WEATHER_EN, "dateline: Odesa"));
    let imported = desk.ok(["story", "import", &uk, &en]);
    let contradictions = texts(&imported["stories"][0]["contradictions"]);
    assert!(contradictions.iter().any(|one| one.contains("Odesa")), "{contradictions:?}");
    assert_eq!(desk.show("weather", "en")["dateline"]["place"], "Lviv");
}

#[test]
fn importing_again_changes_nothing() {
    let desk = Desk::new();
    desk.import_tram_museum();
    let before = desk.ok("status");
    let shown = desk.show("tram-museum", "en");
    desk.import_tram_museum();
    assert_eq!(desk.ok("status"), before);
    assert_eq!(desk.show("tram-museum", "en"), shown);
    assert_eq!(desk.ok("author list")["authors"].as_array().unwrap().len(), 2);
}

#[test]
fn a_file_that_comes_later_joins_its_story() {
    let desk = Desk::new();
    desk.ok(["story", "import", &desk.file("weather.uk.md", WEATHER_UK)]);
    desk.ok(["story", "import", &desk.file("later.en.md", WEATHER_EN), "--story", "weather"]);
    assert_eq!(desk.ok("story list")["stories"].as_array().unwrap().len(), 1);
    assert_eq!(desk.edition("weather", "en")["behind"], 0);
}

#[test]
fn what_the_desk_does_not_know_is_reported_with_its_line_and_kept() {
    let desk = Desk::new();
    let weather = with(WEATHER_UK, "weight: 7\nmood: calm");
    let imported = desk.ok(["story", "import", &desk.file("weather.uk.md", weather)]);
    let notes = imported["stories"][0]["editions"][0]["notes"].as_array().unwrap().clone();
    let noted = |key: &str, line: u64| {
        notes.iter().any(|note| note["line"] == line && text(&note["message"]).contains(key))
    };
    assert!(noted("weight", 2) && noted("mood", 3), "{notes:?}");
    let kept: String = sqlite(&desk, "SELECT extra FROM edition WHERE extra LIKE '%weight%'");
    let kept: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept, json!({ "weight": 7, "mood": "calm" }));
}

fn sqlite(desk: &Desk, query: &str) -> String {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = desk.newsroom().join("newsroom.db");
    let sql = rusqlite::Connection::open_with_flags(database, flags).unwrap();
    sql.query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_date_without_a_time_stays_a_date() {
    let desk = Desk::new();
    for (said, stands) in [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05 09:40", "2026-03-05T07:40:00Z"),
        ("2026-03-05T09:40:00+03:00", "2026-03-05T06:40:00Z"),
    ] {
        let weather = with(WEATHER_UK, &format!("date: {said}"));
        desk.ok(["story", "import", &desk.file("weather.uk.md", weather)]);
        assert_eq!(desk.show("weather", "uk")["date"], stands, "{said}");
    }
}

#[test]
fn the_language_is_the_files_the_front_matters_or_the_flags() {
    let desk = Desk::new();
    let named = desk.file("one.en.md", WEATHER_EN);
    let said = desk.file("two.md", with(WEATHER_EN, "lang: en"));
    let flagged = desk.file("three.md", WEATHER_EN);
    desk.ok(["story", "import", &named, &said, &flagged, "--lang", "en"]);
    let stories = desk.ok("story list")["stories"].take();
    let originals = stories.as_array().unwrap().iter().map(|story| text(&story["original"]));
    assert_eq!(originals.collect::<Vec<_>>(), ["en", "en", "en"]);
}

#[test]
fn the_original_may_be_named_by_the_files() {
    let desk = Desk::new();
    let uk = desk.file("weather.uk.md", with(WEATHER_UK, "original: en"));
    let en = desk.file("weather.en.md", with(WEATHER_EN, "original: en\nslug: carpathian-snow"));
    desk.ok(["story", "import", &uk, &en]);
    let story = desk.ok("status")["stories"][0].take();
    assert_eq!((&story["original"], &story["story"]), (&json!("en"), &json!("carpathian-snow")));
}

#[test]
fn marks_of_other_systems_are_no_part_of_the_text() {
    let desk = Desk::new();
    let windows = format!("\u{feff}{}", WEATHER_UK.replace('\n', "\r\n"));
    desk.ok(["story", "import", &desk.file("windows.uk.md", windows)]);
    desk.ok(["story", "import", &desk.file("unix.uk.md", WEATHER_UK)]);
    let [windows, unix] = ["windows", "unix"].map(|slug| desk.show(slug, "uk"));
    assert_eq!(windows["content_hash"], unix["content_hash"]);
}

/// A file with further lines at the top of its front matter.
fn with(file: &str, lines: &str) -> String {
    file.replacen("---\n", &format!("---\n{lines}\n"), 1)
}
