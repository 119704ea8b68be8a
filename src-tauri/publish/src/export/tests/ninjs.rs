//! The story as ninjs 3.1 beside its page.

use serde_json::Value;

use super::*;

fn addressed() -> Scene {
    let mut scene = Scene::new();
    scene.desk.site.url = Some("https://example.org".to_owned());
    scene
}

fn ninjs(scene: &Scene, page: &str) -> Value {
    serde_json::from_str(&scene.read(&page.replace(".html", ".json"))).unwrap()
}

/// <https://iptc.org/std/ninjs/ninjs-schema_3.1.json>: the properties that we use, and how.
#[test]
fn it_keeps_the_rules_of_its_schema() {
    let mut scene = addressed();
    scene.desk.stories[0].story.section = Some("Київ".to_owned());
    scene.desk.text(Language::En).notes = vec![corrected("It was Monday.")];
    scene.export();
    let strings = ["uri", "type", "representationType", "pubStatus", "language", "slugline", "by"];
    let more = ["firstCreated", "versionCreated", "located", "copyrightHolder"];
    let lists = ["altIds", "headlines", "descriptions", "bodies", "people", "subjects"];
    let more_lists = ["renditions", "associations", "infoSources"];
    for page in [UK, EN, RU] {
        let told = ninjs(&scene, page);
        for (key, value) in told.as_object().unwrap() {
            let is_string = strings.contains(&&**key) || more.contains(&&**key);
            let is_list = lists.contains(&&**key) || more_lists.contains(&&**key);
            let fits = match key.as_str() {
                "standard" => value["name"] == "ninjs" && value["version"] == "3.1",
                _ => (is_string && value.is_string()) || (is_list && value.is_array()),
            };
            assert!(fits, "{page}: {key} is {value}");
        }
        assert!(told["uri"].as_str().unwrap().starts_with("urn:uuid:"));
        for key in ["firstCreated", "versionCreated"] {
            let instant = told[key].as_str().unwrap();
            assert!(
                instant.parse::<Timestamp>().is_ok() && instant.ends_with("+02:00"),
                "{instant}"
            );
        }
        for item in ["headlines", "descriptions", "bodies"] {
            assert!(told[item][0]["value"].is_string(), "{item}");
        }
    }
}

#[test]
fn it_says_what_the_page_says_with_links_that_work_anywhere() {
    let scene = addressed();
    scene.export();
    let (told, html) = (ninjs(&scene, EN), scene.read(EN));
    assert_eq!(told["headlines"][0]["value"], "Trams return to the Poltava embankment");
    assert_eq!((&told["language"], &told["pubStatus"]), (&"en".into(), &"usable".into()));
    assert_eq!(told["people"][0]["name"], "Oksana Hai");
    assert_eq!(told["located"], "Poltava");
    let body = told["bodies"][0]["value"].as_str().unwrap();
    assert!(body.contains("\"https://example.org/media/") && !body.contains("../media/"), "{body}");
    assert!(html.contains(&body.replace("https://example.org/media/", "../../media/")), "{body}");
    let picture = told["associations"][0]["uri"].as_str().unwrap();
    assert!(scene.has(picture.strip_prefix("https://example.org/").unwrap()), "{picture}");
    let same = |key: &str| ninjs(&scene, UK)[key] == told[key];
    assert!(same("altIds") && !same("uri"), "the editions are known as one story's");
}

/// Whoever took the story on learns of its withdrawal under the name that they know it by.
#[test]
fn a_withdrawn_edition_is_canceled_and_says_nothing_else() {
    let mut scene = addressed();
    scene.export();
    let uri = ninjs(&scene, UK)["uri"].clone();
    scene.desk.edition(Language::Uk).withdrawal = Some(Withdrawal {
        kind: WithdrawalKind::Held,
        at: instant("2026-03-05T11:00:00Z"),
        note: Some("Перевіряємо".to_owned()),
    });
    scene.export();
    let told = ninjs(&scene, UK);
    assert_eq!((&told["uri"], &told["pubStatus"]), (&uri, &"canceled".into()));
    assert_eq!(told["versionCreated"], "2026-03-05T13:00:00+02:00");
    assert!(!scene.read("news/tramvai-na-naberezhnii.json").contains("Трамвай"));
    scene.desk.edition(Language::Uk).withdrawal = None;
    scene.export();
    assert_eq!(ninjs(&scene, UK)["pubStatus"], "usable");
}

#[test]
fn it_goes_with_its_page_and_with_the_sites_address() {
    let mut scene = addressed();
    scene.desk.add("other", "Another story");
    scene.export();
    assert!(scene.has("news/other.json"));
    scene.desk.stories.pop();
    scene.export();
    assert!(!scene.has("news/other.json"));
    scene.desk.site.url = None;
    scene.export();
    assert!(!scene.has("news/tramvai-na-naberezhnii.json") && scene.has(UK));
}

#[test]
fn that_of_an_edition_that_is_held_back_stays_as_it_is() {
    let mut scene = addressed();
    scene.export();
    let before = scene.read("en/news/tramvai-na-naberezhnii.json");
    stop(&mut scene, Language::En, FindingCode::Behind);
    scene.desk.text(Language::En).headline = "Buses".to_owned();
    scene.export();
    assert_eq!(scene.read("en/news/tramvai-na-naberezhnii.json"), before);
}
