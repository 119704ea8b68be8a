//! Links from story to story, through the command.

use serde_json::json;

use super::site::Site;
use crate::cli::{Desk, WEATHER_EN, text};

/// The weather's English page links to the tram, of which nothing is out yet.
fn desk() -> Desk {
    let desk = Desk::with_tram_museum();
    desk.import(&["weather.uk.md", "weather.en.md"]);
    let linking = format!("{WEATHER_EN}\nSee [the tram](story:tram-museum).\n");
    desk.write("weather", "en", &linking);
    desk.pass("weather", "uk");
    desk.run("confirm weather --lang en --all --reason checked --by Rosa");
    desk.pass("weather", "en");
    desk.run("export weather");
    desk
}

fn page(desk: &Desk) -> String {
    let address = text(&desk.show("weather", "en")["address"]);
    Site::of(desk).read(&format!("en/news/{address}.html"))
}

#[test]
fn an_editor_of_one_language_has_pages_of_others_linked_anew_and_on_record() {
    let desk = desk();
    assert!(page(&desk).contains(r#"<data value="story:tram-museum">the tram</data>"#));
    desk.ok("staff add Ukr --role editor --langs uk");
    assert_eq!(desk.refused("export weather --lang en --by Ukr"), "not_allowed");
    desk.ok("export tram-museum --lang uk --by Ukr");
    assert!(page(&desk).contains("the tram<small> (in Ukrainian)</small></a>"));
    let site = Site::of(&desk).0;
    let verified = desk.ok(["verify", "--export", site.to_str().unwrap()]);
    assert_eq!(verified["faults"], json!([]), "{verified}");
}

#[test]
fn a_link_to_a_story_that_comes_later_leaves_nothing_to_verify() {
    let desk = Desk::with_weather();
    desk.write("weather", "en", &format!("{WEATHER_EN}\nSee [this](story:mist).\n"));
    let warned = |desk: &Desk| desk.ok("check weather --lang en").to_string().contains("dead_link");
    assert!(warned(&desk));
    let defined = format!("{WEATHER_EN}\nSee [this][m].\n\n[m]: story:mist\n\n[n]: story:none\n");
    desk.write("weather", "en", &defined);
    assert!(warned(&desk), "a definition that a link uses");
    desk.ok(["story", "new", "--lang", "uk", "--headline", "Міст", "--by", "Rosa"]);
    assert!(!warned(&desk));
    assert_eq!(desk.ok("verify")["faults"], json!([]));
}

#[test]
fn a_page_to_send_by_mail_needs_no_ukrainian_one_beside_it() {
    let desk = desk();
    desk.ok("policy set ukrainian_first on");
    desk.ok("export tram-museum");
    let letter = desk.beside("letter.html");
    let to = letter.to_str().unwrap();
    desk.ok(["export", "tram-museum", "--lang", "en", "--to", to]);
    assert!(letter.exists());
}
