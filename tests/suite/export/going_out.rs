//! What goes out, what is held back, and what stays as it was.

use serde_json::{Value, json};

use super::site::{EN, RU, Site, UK};
use crate::cli::{Answer, Desk, WEATHER_UK, fixture, text, texts};

/// The tram's page with other texts: the file as it came in, one thing replaced.
pub fn rewrite(desk: &Desk, language: &str, from: &str, to: &str) {
    let name = format!("news/tram-museum.{language}.md");
    let file = std::fs::read_to_string(fixture(&name)).unwrap();
    assert!(file.contains(from), "{name} says nothing of {from}");
    desk.write("tram-museum", language, &file.replace(from, to));
}

pub fn exported() -> (Desk, Site) {
    let desk = Desk::with_tram_museum();
    desk.ok("export");
    let site = Site::of(&desk);
    (desk, site)
}

/// The language and codes of everything held back.
pub fn held_back(answer: &Answer) -> Vec<(String, Vec<String>)> {
    let held = answer.value.as_ref().expect("export tells what it did")["held_back"].clone();
    let held = held.as_array().unwrap().iter().map(|one| {
        let findings = one["findings"].as_array().unwrap().iter();
        (text(&one["lang"]), findings.map(|finding| text(&finding["code"])).collect())
    });
    held.collect()
}

pub fn held(language: &str, code: &str) -> (String, Vec<String>) {
    (language.to_owned(), vec![code.to_owned()])
}

#[test]
fn export_tells_what_it_did_in_the_shape_of_the_contract() {
    let desk = Desk::with_tram_museum();
    let told = desk.ok("export");
    assert_eq!(crate::cli::keys(&told), ["held_back", "removed", "to", "unchanged", "written"]);
    assert!(text(&told["to"]).ends_with("/site"));
    assert_eq!(told["removed"], json!([]));
    assert_eq!((&told["unchanged"], &told["held_back"]), (&json!(0), &json!([])));
    let written = texts(&told["written"]).into_iter().collect();
    assert_eq!(Site::of(&desk).listed(), written);
    for file in Site::of(&desk).manifest()["files"].as_array().unwrap() {
        assert_eq!(crate::cli::keys(file), ["kind", "lang", "path", "sha256", "story"]);
    }
}

#[test]
fn a_second_export_writes_nothing() {
    let (desk, site) = exported();
    let times = site.times();
    let again = desk.ok("export");
    assert_eq!((&again["written"], &again["removed"]), (&json!([]), &json!([])));
    assert_eq!(again["unchanged"], site.listed().len());
    assert_eq!(site.times(), times);
    assert_eq!(desk.publication("tram-museum", "en"), "exported");
}

#[test]
fn a_dry_run_foretells_and_writes_nothing() {
    let desk = Desk::with_tram_museum();
    let foretold = desk.ok("export --dry-run");
    assert!(!Site::of(&desk).0.exists());
    assert_eq!(desk.publication("tram-museum", "uk"), "never");
    assert_eq!(desk.ok("export")["written"], foretold["written"]);
    let decisions = || desk.ok("history tram-museum --lang uk")["decisions"].clone();
    let before = decisions();
    desk.ok("export --dry-run");
    assert_eq!(decisions(), before);
}

#[test]
fn only_approved_text_goes_out() {
    let (desk, site) = exported();
    rewrite(&desk, "uk", "дубову підлогу", "соснову підлогу");
    desk.ok("export");
    assert!(site.read(UK).contains("дубову") && !site.read(UK).contains("соснову"));
    desk.ok("submit tram-museum --lang uk --by Rosa");
    desk.ok("export");
    assert!(!site.read(UK).contains("соснову"), "in review is not approved");
    desk.ok("approve tram-museum --lang uk --by Edyta");
    desk.run("export");
    assert!(site.read(UK).contains("соснову"));
}

#[test]
fn a_language_that_is_behind_stays_as_it_was_and_the_others_go_out() {
    let (desk, site) = exported();
    rewrite(&desk, "uk", "12 латунних", "16 латунних");
    desk.pass("tram-museum", "uk");
    rewrite(&desk, "ru", "12 латунных", "16 латунных");
    desk.ok("confirm tram-museum --lang ru --all --by Taras");
    desk.pass("tram-museum", "ru");
    let english = site.read(EN);
    let answer = desk.run("export");
    assert_eq!((answer.status, answer.refusal.as_ref().unwrap().code.as_str()), (1, "held_back"));
    assert_eq!(held_back(&answer), [held("en", "behind")]);
    assert_eq!(answer.value.unwrap()["held_back"][0]["findings"][0]["row"], 10);
    assert!(site.read(UK).contains("16") && site.read(RU).contains("16"));
    assert_eq!(site.read(EN), english);
    for path in [UK, EN, RU] {
        assert_eq!(site.page(path).switch().len(), 3, "{path}");
    }
}

#[test]
fn a_language_that_was_never_out_is_in_nobodys_switch() {
    let desk = Desk::with_tram_museum();
    desk.ok("revoke tram-museum --lang ru --by Edyta");
    let site = Site::of(&desk);
    let answer = desk.run("export");
    assert_eq!(held_back(&answer), [held("ru", "not_approved")]);
    assert!(!site.has(RU));
    for path in [UK, EN] {
        let languages: Vec<_> = site.page(path).switch().into_keys().collect();
        assert_eq!(languages, ["en", "uk"], "{path}");
        assert!(!site.read(path).contains("muzeinyi-tramvai"), "{path}");
    }
    desk.ok("approve tram-museum --lang ru --by Edyta");
    desk.ok("export");
    for path in [UK, EN, RU] {
        assert_eq!(site.page(path).switch().len(), 3, "{path}");
    }
}

#[test]
fn a_page_whose_approval_was_revoked_stays_with_the_new_language_switch() {
    let desk = Desk::with_tram_museum();
    desk.ok("revoke tram-museum --lang ru --by Edyta");
    desk.run("export");
    let site = Site::of(&desk);
    let before = site.page(EN).text("article");
    desk.ok("revoke tram-museum --lang en --by Edyta");
    desk.ok("approve tram-museum --lang ru --by Edyta");
    let answer = desk.run("export");
    assert_eq!(held_back(&answer), [held("en", "not_approved")]);
    assert_eq!(site.page(EN).text("article"), before);
    assert_eq!(site.page(EN).switch()["ru"], "../../ru/news/muzeinyi-tramvai.html");
    assert_eq!(desk.run("export").value.unwrap()["written"], json!([]));
    assert_eq!(desk.ok("verify --export site")["export"]["faults"], json!([]));
}

#[test]
fn one_language_may_go_out_alone() {
    let desk = Desk::with_tram_museum();
    desk.ok("export tram-museum --lang en");
    let site = Site::of(&desk);
    assert!(site.has(EN) && !site.has(UK) && !site.has(RU));
    assert_eq!(desk.publication("tram-museum", "uk"), "never");
}

#[test]
fn a_copy_elsewhere_publishes_nothing() {
    let desk = Desk::with_tram_museum();
    desk.ok("export --to copy");
    assert!(desk.beside("copy").join(EN).is_file());
    assert_eq!(desk.publication("tram-museum", "en"), "never");
    assert_eq!(desk.ok("export --to copy")["written"], json!([]));
}

#[test]
fn without_a_folder_nothing_can_go_out() {
    let desk = Desk::with_weather();
    assert_eq!(desk.refused("export"), "export_no_site_folder");
}

#[test]
fn a_withdrawn_story_leaves_a_notice_at_its_address() {
    let (mut desk, site) = exported();
    desk.clock("2026-03-05T11:00:00Z");
    desk.ok(["withdraw", "tram-museum", "--note", "Вагон зламався", "--by", "Edyta"]);
    desk.ok("export");
    for path in [UK, EN, RU] {
        let notice = site.page(path);
        assert!(site.read(path).contains("noindex"), "{path}");
        assert!(notice.all("script, figure, p.lead").is_empty(), "{path}");
        assert!(!notice.text("main").contains("1911"), "{path}");
    }
    assert!(site.page(UK).text("main").contains("Вагон зламався"));
    assert!(site.listed().iter().all(|path| !path.starts_with("media/")), "its photo goes");
    desk.ok("reinstate tram-museum --by Edyta");
    desk.ok("export");
    assert_eq!(site.page(EN).all("figure").len(), 1);
}

#[test]
fn a_hold_of_one_language_leaves_the_others_and_their_switch() {
    let (desk, site) = exported();
    desk.ok("hold tram-museum --lang en --note Checking --by Edyta");
    desk.ok("export");
    assert!(site.read(EN).contains("noindex"));
    assert_eq!(desk.publication("tram-museum", "en"), "withdrawn");
    let switch: Vec<_> = site.page(UK).switch().into_keys().collect();
    assert_eq!(switch, ["ru", "uk"]);
}

#[test]
fn an_embargo_holds_back_until_its_hour_and_then_lets_out() {
    let mut desk = Desk::with_tram_museum();
    desk.ok(["story", "set", "tram-museum", "embargo", "2026-03-06 09:00", "--by", "Edyta"]);
    let site = Site::of(&desk);
    let answer = desk.run("export");
    assert_eq!(held_back(&answer), ["uk", "en", "ru"].map(|one| held(one, "embargo")));
    assert!(!site.0.exists());
    assert_eq!(desk.publication("tram-museum", "uk"), "embargoed");
    assert_eq!(desk.ok("export --due")["written"], json!([]));
    let urgent = ["export", "--override", "Urgent", "--by", "Chrystia"];
    assert_eq!(desk.refused(urgent), "held_back", "an embargo is not overridden");
    desk.clock("2026-03-06T06:59:59Z");
    assert_eq!(desk.refused("export"), "held_back");
    desk.clock("2026-03-06T07:00:00Z");
    desk.ok("export --due");
    assert!(site.has(UK) && site.has(EN) && site.has(RU));
    assert_eq!(desk.publication("tram-museum", "uk"), "exported");
}

#[test]
fn an_embargo_on_an_exported_story_warns_and_removes_nothing() {
    let (desk, site) = exported();
    let before = site.read(UK);
    let set = desk.ok(["story", "set", "tram-museum", "embargo", "2026-03-09 09:00"]);
    assert_eq!(set["warning"], "embargo_after_export");
    let answer = desk.run("export");
    assert_eq!(answer.value.unwrap()["removed"], json!([]));
    assert_eq!(site.read(UK), before);
}

#[test]
fn an_override_takes_a_chief_and_a_reason() {
    let (desk, site) = exported();
    rewrite(&desk, "uk", "12 латунних", "16 латунних");
    desk.pass("tram-museum", "uk");
    rewrite(&desk, "en", "Sunday", "Sunday morning");
    let reason = |by: &'static str, reason: &'static str| {
        ["export", "tram-museum", "--lang", "en", "--override", reason, "--by", by]
    };
    assert_eq!(desk.refused(reason("Edyta", "Urgent")), "not_allowed");
    assert_eq!(desk.refused(reason("Chrystia", " ")), "reason_needed");
    assert_eq!(desk.refused("export tram-museum --lang en --by Chrystia"), "held_back");
    desk.ok(reason("Chrystia", "Urgent"));
    assert!(!site.read(EN).contains("Sunday morning"), "approved text alone, even so");
    desk.ok("policy set editor_overrides on");
    desk.ok(reason("Edyta", "Urgent"));
}

#[test]
fn what_is_not_approved_is_never_overridden() {
    let desk = Desk::with_tram_museum();
    desk.ok("revoke tram-museum --lang en --by Edyta");
    let urgent = ["export", "--lang", "en", "--override", "Urgent", "--by", "Chrystia"];
    assert_eq!(desk.refused(urgent), "held_back");
    assert!(!Site::of(&desk).has(EN));
}

#[test]
fn reporters_do_not_export() {
    let desk = Desk::with_tram_museum();
    assert_eq!(desk.refused("export --by Rosa"), "not_allowed");
    assert!(!Site::of(&desk).0.exists());
}

#[test]
fn a_correction_is_told_and_its_translations_tell_that_they_wait() {
    let (mut desk, site) = exported();
    desk.clock("2026-03-05T12:00:00Z");
    rewrite(&desk, "uk", "12 латунних", "16 латунних");
    desk.ok("submit tram-museum --lang uk --by Rosa");
    let note = "Поручнів шістнадцять";
    let approve = ["approve", "tram-museum", "--lang", "uk", "--as", "correction", "--note"];
    let words = approve.into_iter().chain([note, "--by", "Edyta"]).map(str::to_owned);
    desk.ok(words.collect::<Vec<_>>());
    desk.run("export");
    assert!(site.page(UK).text("p.note").contains(note));
    assert!(site.read(UK).contains("dateModified"));
    let waiting = site.page(EN).text("p.under-way");
    assert!(waiting.contains("corrected"), "{waiting}");
    assert_eq!(site.page(RU).all("p.under-way").len(), 1);
    // A chief may let out what is behind: it lacks the correction as before.
    desk.ok(["export", "--override", "Must not wait"]);
    assert_eq!(site.page(EN).text("p.under-way"), waiting);
    desk.ok(["export", "--override", "Must not wait", "--to", "whole"]);
    assert_eq!(Site(desk.beside("whole")).page(EN).text("p.under-way"), waiting);
    desk.clock("2026-03-05T13:00:00Z");
    rewrite(&desk, "uk", "12 латунних", "16 нових латунних");
    desk.ok("submit tram-museum --lang uk --by Rosa");
    desk.ok("approve tram-museum --lang uk --as update --by Edyta");
    desk.run("export");
    assert_eq!(site.page(EN).text("p.under-way"), waiting, "an update is no correction");
}

#[test]
fn a_new_address_moves_the_page() {
    let (desk, site) = exported();
    desk.ok("story set tram-museum address.en tram-of-1911 --by Edyta");
    desk.ok("approve tram-museum --lang en --by Emil");
    let told = desk.ok("export");
    let moved = "en/news/tram-of-1911.html";
    assert_eq!(texts(&told["removed"]), [EN.replace(".html", ".json")]);
    assert_eq!(site.page(UK).switch()["en"], format!("../{moved}"));
    assert_eq!(site.page(EN).values("main a", "href"), ["tram-of-1911.html"]);
    assert_eq!(site.read("_redirects"), format!("/{EN} /{moved} 301\n"));
    assert_eq!(site.of_kind("redirect"), [EN]);
    // And once more: whoever follows either old link comes to the same place.
    desk.ok("story set tram-museum address.en tram-1911 --by Edyta");
    desk.ok("approve tram-museum --lang en --by Emil");
    desk.ok("export");
    for old in [EN, moved] {
        assert_eq!(site.page(old).values("main a", "href"), ["tram-1911.html"], "{old}");
    }
    assert_eq!(desk.ok("export")["written"], serde_json::json!([]));
    // A copy in a new folder has the same.
    desk.ok("export --to copy");
    let copy = Site(desk.beside("copy"));
    assert_eq!(copy.read("manifest.json"), site.read("manifest.json"));
}

/// Where two stories stood one after the other, an old link leads to the one that stood there last.
#[test]
fn an_address_that_another_story_took_and_left_leads_to_that_story() {
    let (desk, site) = exported();
    desk.import(&["weather.uk.md", "weather.en.md"]);
    desk.pass("weather", "uk");
    let moves = |slug: &str, address: &str| {
        desk.ok(format!("story set {slug} address.en {address} --by Edyta"));
        desk.run(format!("approve {slug} --lang en --by Emil"));
        desk.run("export");
    };
    let old = EN.trim_start_matches("en/news/").trim_end_matches(".html");
    moves("tram-museum", "tram-of-1911");
    assert_eq!(site.of_kind("redirect"), [EN]);
    desk.ok(format!("story set weather address.en {old} --by Edyta"));
    desk.pass("weather", "en");
    desk.run("export");
    assert!(site.of_kind("redirect").is_empty() && !site.page(EN).all("p.lead").is_empty());
    moves("weather", "weather-of-today");
    assert_eq!(site.page(EN).values("main a", "href"), ["weather-of-today.html"]);
    desk.run("export tram-museum");
    assert_eq!(site.page(EN).values("main a", "href"), ["weather-of-today.html"]);
}

#[test]
fn a_name_corrected_in_the_table_reaches_the_page_without_a_new_approval() {
    let (desk, site) = exported();
    desk.ok(["author", "add", "uk=Ганна Зозуля,en=Hanna Zozulya"]);
    assert_eq!(desk.publication("tram-museum", "en"), "outdated");
    assert_eq!(desk.publication("tram-museum", "uk"), "exported");
    desk.ok("export");
    assert!(site.page(EN).text("footer.authors b").contains("Zozulya"));
}

#[test]
fn the_sample_goes_out_as_far_as_it_may() {
    let desk = Desk::sample();
    let answer = desk.run("export --to site");
    assert_eq!(answer.refusal.unwrap().code, "held_back");
    let told = answer.value.unwrap();
    let stories: Vec<_> = told["held_back"].as_array().unwrap().iter().collect();
    assert!(stories.iter().any(|one| one["findings"][0]["code"] == "embargo"));
    assert!(texts(&told["written"]).iter().any(|path| path == "index.html"));
    assert_eq!(desk.ok("verify --export site")["export"]["faults"], Value::Array(Vec::new()));
}

#[test]
fn first_published_is_set_once_by_the_first_export() {
    let mut desk = Desk::with_weather();
    desk.ok("site set folder site");
    desk.ok("export --lang uk");
    let site = Site::of(&desk);
    let page = site.pages().into_iter().find(|path| path.starts_with("news/")).unwrap();
    let published = |site: &Site| site.page(&page).structured()["datePublished"].clone();
    let first = published(&site);
    assert_eq!(first, "2026-03-05T12:00:00+02:00");
    desk.clock("2026-03-07T10:00:00Z");
    desk.write("weather", "uk", &WEATHER_UK.replace("20 см", "25 см"));
    desk.pass("weather", "uk");
    desk.ok("export --lang uk");
    assert_eq!(published(&site), first);
    assert_eq!(site.page(&page).structured()["dateModified"], "2026-03-07T12:00:00+02:00");
}
