//! Writing: texts, details, names, photos and settings through the command.

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::cli::{Desk, WEATHER_EN, WEATHER_UK, fixture, keys, text, texts};

#[test]
fn what_a_file_does_not_name_stays_as_it_was() {
    let desk = Desk::with_tram_museum();
    let before = desk.show("tram-museum", "uk");
    desk.write("tram-museum", "uk", "---\ntitle: Трамвай 1911 року вийде на лінію\n---\n");
    let after = desk.show("tram-museum", "uk");
    assert_eq!(after["headline"], "Трамвай 1911 року вийде на лінію");
    for key in keys(&before).into_iter().filter(|key| !CHANGE_WITH_THE_HEADLINE.contains(key)) {
        assert_eq!(after[key], before[key], "{key}");
    }
}

const CHANGE_WITH_THE_HEADLINE: [&str; 4] = ["headline", "blocks", "revision", "content_hash"];

#[test]
fn writing_the_same_again_cuts_no_revision() {
    let desk = Desk::with_weather();
    let written = desk.write("weather", "uk", WEATHER_UK);
    assert_eq!(written["edition"]["revision"], Value::Null);
    assert_eq!(desk.edition("weather", "uk")["revision"], 1);
    assert_eq!(desk.editorial("weather", "uk"), "approved");
}

#[test]
fn a_text_comes_from_stdin_too() {
    let desk = Desk::with_weather();
    let mut command = desk.command();
    command.arg("--newsroom").arg(desk.newsroom()).stdin(Stdio::piped());
    command.args(["story", "write", "weather", "--lang", "uk", "--from", "-"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("Снігу не буде.\n".as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(desk.show("weather", "uk")["body"], "Снігу не буде.");
}

#[test]
fn seen_names_the_revision_that_the_translator_saw() {
    let desk = Desk::new();
    let file = desk.file("weather.uk.md", WEATHER_UK);
    desk.ok(["story", "import", &file, "--by", "Rosa"]);
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    desk.pass("weather", "uk");
    let english = desk.file("weather.en.md", WEATHER_EN);
    let write = ["story", "write", "weather", "--lang", "en", "--from", &english];
    let seen = |revision| {
        let words = write.iter().copied().chain(["--seen", revision, "--by", "Taras"]);
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(desk.refused(seen("r7")), "no_revision");
    desk.ok(seen("r1"));
    assert_eq!(desk.edition("weather", "en")["behind"], 1);
    assert_eq!(desk.edition("weather", "en")["rows"][2]["state"], "changed");
}

#[test]
fn without_seen_a_translation_is_made_from_the_newest_text() {
    let desk = Desk::new();
    let file = desk.file("weather.uk.md", WEATHER_UK);
    desk.ok(["story", "import", &file, "--by", "Rosa"]);
    desk.write("weather", "en", WEATHER_EN);
    assert_eq!(desk.edition("weather", "en")["behind"], 0);
}

#[test]
fn nobody_writes_in_a_language_that_is_not_theirs() {
    let desk = Desk::with_weather();
    desk.ok(["staff", "add", "Mykola", "--role", "translator", "--langs", "ru"]);
    let file = desk.file("weather.en.md", WEATHER_EN);
    let write = ["story", "write", "weather", "--lang", "en", "--from", &file, "--by", "Mykola"];
    assert_eq!(desk.refused(write), "not_allowed");
}

#[test]
fn a_story_begins_with_its_headline() {
    let desk = Desk::new();
    let begun = desk.ok(["story", "new", "--lang", "en", "--headline", "Owls of the Opera"]);
    assert_eq!(begun, json!({ "story": "owls-of-the-opera" }));
    let shown = desk.show("owls-of-the-opera", "en");
    assert_eq!(shown["headline"], "Owls of the Opera");
    assert_eq!(desk.editorial("owls-of-the-opera", "en"), "draft");
    let again = desk.ok(["story", "new", "--lang", "en", "--headline", "Owls of the Opera"]);
    assert_eq!(again, json!({ "story": "owls-of-the-opera-2" }));
}

#[test]
fn details_are_set_one_by_one() {
    let desk = Desk::with_weather();
    let details = [
        ("date", "2026-03-05 09:40", "date", json!("2026-03-05T07:40:00Z")),
        ("date", "2026-03-05", "date", json!("2026-03-05")),
        ("views", "30209", "views", json!(30209)),
        ("views", "none", "views", Value::Null),
        ("tags", "сніг, Карпати", "tags", json!(["сніг", "Карпати"])),
        ("section", "Погода", "section", json!("Погода")),
        ("authors", "Ярина Джміль; Левко Верба", "authors", json!(["Ярина Джміль", "Левко Верба"])),
        ("embargo", "2026-03-20 14:00", "embargo", json!("2026-03-20T12:00:00Z")),
        ("embargo", "none", "embargo", Value::Null),
        ("address.uk", "snih-u-karpatakh", "address", json!("snih-u-karpatakh")),
    ];
    for (key, value, shown, expected) in details {
        desk.ok(["story", "set", "weather", key, value, "--by", "Edyta"]);
        assert_eq!(desk.show("weather", "uk")[shown], expected, "{key} = {value}");
    }
    desk.ok(["story", "set", "weather", "dateline", "Київ"]);
    desk.ok(["story", "set", "weather", "source", "uk=Хмарка,en=Cloudlet,ru=Облачко"]);
    let dateline = desk.show("weather", "en")["dateline"].take();
    assert_eq!(dateline["source"], "Cloudlet");
}

#[test]
fn values_that_make_no_sense_are_refused() {
    let desk = Desk::with_weather();
    for (key, value) in
        [("views", "many"), ("date", "soon"), ("embargo", "2026-03-20"), ("original", "de")]
    {
        assert_eq!(desk.refused(["story", "set", "weather", key, value]), "bad_value", "{key}");
    }
    assert_eq!(desk.refused("story set weather colour red"), "no_key");
    assert_eq!(desk.refused("site set url javascript:alert(1)"), "bad_value");
    assert_eq!(desk.refused("site set colour red"), "no_key");
    assert_eq!(desk.refused("policy set self_approve maybe"), "bad_value");
}

#[test]
fn an_address_belongs_to_one_story() {
    let desk = Desk::with_weather();
    desk.ok(["story", "new", "--lang", "uk", "--headline", "Гребля"]);
    desk.ok("story set weather address.uk karpaty");
    assert_eq!(desk.refused("story set hreblia address.uk karpaty"), "address_taken");
}

#[test]
fn the_staff_is_listed_with_roles_and_languages() {
    let desk = Desk::new();
    desk.ok(["staff", "add", "Mykola", "--role", "translator", "--langs", "en,ru"]);
    let staff = desk.ok("staff list")["staff"].take();
    let names: Vec<_> = staff.as_array().unwrap().iter().map(|one| text(&one["name"])).collect();
    for name in ["Olha", "Rosa", "Taras", "Edyta", "Emil", "Chrystia", "Mykola"] {
        assert!(names.contains(&name.to_owned()), "{name}");
    }
    let mykola = staff.as_array().unwrap().iter().find(|one| one["name"] == "Mykola").unwrap();
    assert_eq!(mykola["roles"], json!({ "translator": ["en", "ru"] }));
    let add = "staff add Ivan --role editor --by Edyta";
    assert_eq!(desk.refused(add), "not_allowed");
}

#[test]
fn a_role_is_taken_away_for_some_languages_and_then_for_the_rest() {
    let desk = Desk::new();
    let remove = "staff remove Taras --role translator";
    assert_eq!(desk.refused(format!("{remove} --by Edyta")), "not_allowed");
    let taras = desk.ok(format!("{remove} --langs ru --by Chrystia"));
    assert_eq!(taras["roles"], json!({ "translator": ["uk", "en"] }));
    assert_eq!(desk.refused(format!("{remove} --langs ru")), "no_role");
    assert_eq!(desk.ok(remove)["roles"], json!({}));
    let new = ["story", "new", "--lang", "uk", "--headline", "Н", "--by", "Taras"];
    assert_eq!(desk.refused(new), "not_allowed");
    assert_eq!(desk.refused("place add Чернівці --by Taras"), "not_allowed");
    let said = String::from_utf8(desk.say("staff list").stdout).unwrap();
    assert!(said.contains("Taras: no role\n"), "{said}");
    assert_eq!(desk.refused("staff remove Olha --role chief"), "owner_stays");
    assert_eq!(desk.refused("staff remove Nobody --role chief"), "no_person");
}

#[test]
fn an_authors_only_spelling_is_corrected() {
    let desk = Desk::new();
    desk.ok(["author", "add", "uk=Ганна Зазуля"]);
    desk.ok(["author", "add", "uk=Левко Верба,en=Levko Verba"]);
    let hanna = &desk.ok(["author", "correct", "Ганна Зазуля", "uk=Ганна Зозуля"])["authors"];
    assert_eq!(hanna[0]["names"], json!({ "uk": "Ганна Зозуля" }));
    let id = hanna[0]["id"].as_str().unwrap();
    desk.ok(["author", "correct", id, "en=Hanna Zozulia"]);
    desk.ok(["author", "correct", "Levko Verba", "en="]);
    let authors = &desk.ok("author list")["authors"];
    assert_eq!(authors[0]["names"], json!({ "uk": "Ганна Зозуля", "en": "Hanna Zozulia" }));
    assert_eq!(authors[1]["names"], json!({ "uk": "Левко Верба" }));
    assert_eq!(desk.refused(["author", "correct", id, "uk=Левко Верба"]), "name_taken");
    assert_eq!(desk.refused(["author", "correct", id, "uk=,en="]), "bad_value");
    assert_eq!(desk.refused(["author", "correct", "Ганна Зазуля", "uk=Ганна"]), "no_name");
    assert_eq!(desk.refused(["place", "correct", id, "uk=Ганна"]), "no_name");
}

#[test]
fn an_authors_name_is_corrected_in_one_place() {
    let desk = Desk::with_tram_museum();
    desk.ok(["author", "add", "uk=Ганна Зозуля,en=Hanna Zozulya"]);
    assert_eq!(texts(&desk.show("tram-museum", "en")["authors"]), ["Hanna Zozulya", "Levko Verba"]);
    assert_eq!(desk.editorial("tram-museum", "en"), "approved");
    assert_eq!(desk.ok("author list")["authors"].as_array().unwrap().len(), 2);
}

#[test]
fn a_place_brings_its_three_names() {
    let desk = Desk::new();
    desk.ok("place add Чернівці");
    let expected = json!({ "uk": "Чернівці", "en": "Chernivtsi", "ru": "Черновцы" });
    assert_eq!(desk.ok("place list")["places"][0]["names"], expected);
}

#[test]
fn a_photo_is_named_by_its_hash_and_taken_in_once() {
    let desk = Desk::new();
    let photo = fixture("news/tram.png");
    let add = ["media", "add", photo.to_str().unwrap(), "--credit", "en=Tram museum"];
    let address = text(&desk.ok(add)["media"]);
    assert_eq!(desk.ok(add)["media"], address.as_str());
    let media = desk.ok("media list")["media"].take();
    assert_eq!(media.as_array().unwrap().len(), 1);
    assert_eq!((&media[0]["width"], &media[0]["height"]), (&json!(240), &json!(160)));
    assert_eq!(media[0]["credit"], json!({ "en": "Tram museum" }));
    let text = desk.file("photo.png", "not a photo at all");
    assert_eq!(desk.refused(["media", "add", &text]), "bad_media");
}

#[test]
fn the_site_is_set_by_a_chief_and_shown() {
    let desk = Desk::new();
    assert_eq!(desk.refused("site set url https://a.example --by Edyta"), "not_allowed");
    desk.ok("site set url https://a.example/ --by Chrystia");
    desk.ok("site set name Шпальта");
    let site = desk.ok("site show");
    assert_eq!(site["url"], "https://a.example");
    assert_eq!((&site["name.uk"], &site["name.en"]), (&json!("Шпальта"), &json!("Шпальта")));
}
