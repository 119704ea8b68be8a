//! What holds one edition back, or is not out yet, says nothing to others and stops none of them.

use super::going_out::{exported, held, held_back, rewrite};
use super::site::{EN, Site, UK};
use crate::cli::{Desk, text};

/// The Ukrainian text is corrected, by an editor who tells readers.
fn correct(desk: &Desk) {
    rewrite(desk, "uk", "12 латунних", "16 латунних");
    desk.ok("submit tram-museum --lang uk --by Rosa");
    desk.ok("approve tram-museum --lang uk --as correction --note Шістнадцять --by Edyta");
}

fn said_to_wait(site: &Site) -> usize {
    site.page(EN).all("p.under-way").len()
}

#[test]
fn a_name_of_signs_alone_has_an_address_and_stops_nobody() {
    let (desk, site) = exported();
    desk.ok(["story", "set", "tram-museum", "section", "🙂", "--by", "Edyta"]);
    desk.ok("story set tram-museum authors *** --by Edyta");
    for language in ["uk", "en", "ru"] {
        desk.ok(format!("approve tram-museum --lang {language} --by Edyta"));
    }
    desk.ok("export");
    assert!(site.has("section/1f642.html") && site.has("author/2a-2a-2a.html"));
    assert!(site.page(UK).texts(".kicker, .section").concat().contains('🙂'));
}

#[test]
fn an_address_that_its_page_keeps_holds_back_who_wants_it_and_nobody_else() {
    let (desk, site) = exported();
    desk.import(&["weather.uk.md"]);
    desk.pass("weather", "uk");
    desk.run("export");
    let address = UK.trim_start_matches("news/").trim_end_matches(".html");
    desk.ok("story set tram-museum address.uk tram --by Edyta");
    desk.ok(format!("story set weather address.uk {address} --by Edyta"));
    desk.ok("approve weather --lang uk --by Edyta");
    desk.ok("withdraw tram-museum --lang ru --note Помилка --by Edyta");
    let held_back = held_back(&desk.run("export"));
    assert!(held_back.contains(&held("uk", "address_taken")), "{held_back:?}");
    assert!(held_back.contains(&held("uk", "details_changed")), "{held_back:?}");
    assert_eq!(text(&site.page(UK).structured()["inLanguage"]), "uk");
    assert!(site.page(UK).text("h1").contains("Трамвай"));
    // Nobody touches the weather; it goes as soon as the tram has gone.
    desk.ok("approve tram-museum --lang uk --by Edyta");
    desk.run("export");
    assert!(site.page(UK).text("h1").contains("сніг"));
    assert!(site.page("news/tram.html").text("h1").contains("Трамвай"));
}

#[test]
fn no_page_tells_of_a_correction_that_readers_of_the_original_do_not_find() {
    let (mut desk, site) = exported();
    desk.clock("2026-03-05T12:00:00Z");
    desk.ok("story set tram-museum embargo 2026-03-05T13:00:00Z --by Edyta");
    correct(&desk);
    desk.run("export");
    assert_eq!(said_to_wait(&site), 0);
    desk.clock("2026-03-05T13:00:00Z");
    desk.run("export --due");
    assert_eq!(said_to_wait(&site), 1);
}

#[test]
fn a_notice_waits_for_no_correction() {
    let (desk, site) = exported();
    desk.ok("hold tram-museum --lang en --by Edyta");
    desk.run("export");
    correct(&desk);
    desk.run("export");
    desk.ok("reinstate tram-museum --lang en --by Edyta");
    desk.run("export");
    assert_eq!(said_to_wait(&site), 0, "{}", site.page(EN).text("main"));
}

#[test]
fn spelling_takes_back_nothing_that_readers_were_told() {
    let (mut desk, site) = exported();
    desk.clock("2026-03-05T12:00:00Z");
    correct(&desk);
    desk.run("export");
    let modified = || text(&site.page(UK).structured()["dateModified"]);
    let corrected = modified();
    assert_eq!(corrected, "2026-03-05T14:00:00+02:00");
    desk.clock("2026-03-05T13:00:00Z");
    rewrite(&desk, "uk", "12 латунних", "16 латуних");
    desk.ok("submit tram-museum --lang uk --by Rosa");
    desk.ok("approve tram-museum --lang uk --as silent --by Edyta");
    desk.run("export");
    assert!(site.read(UK).contains("16 латуних"), "the new spelling is out");
    assert_eq!(modified(), corrected);
    assert_eq!(site.read("atom.xml").matches("2026-03-05T15:00").count(), 0);
}

#[test]
fn news_of_a_day_to_come_are_fresh_once_it_comes() {
    let mut desk = Desk::with_tram_museum();
    desk.ok("story set tram-museum date 2026-03-06 --by Edyta");
    for language in ["uk", "en", "ru"] {
        desk.run(format!("approve tram-museum --lang {language} --by Edyta"));
    }
    desk.ok("export");
    let site = Site::of(&desk);
    assert!(!site.read("news.xml").contains(UK));
    desk.clock("2026-03-06T08:00:00Z");
    desk.ok("export --due");
    assert!(site.read("news.xml").contains(UK));
}

#[test]
fn what_a_site_shares_is_known_again_after_a_lost_manifest() {
    let (desk, site) = exported();
    desk.ok("story set tram-museum address.en tram-of-1911 --by Edyta");
    desk.ok("approve tram-museum --lang en --by Emil");
    desk.ok("export");
    std::fs::remove_file(site.0.join("manifest.json")).unwrap();
    desk.ok("export");
    desk.ok("site set url https://new.example");
    desk.ok("export");
    assert!(site.read("robots.txt").contains("https://new.example/sitemap.xml"));
    assert!(site.listed().contains("_redirects"));
}

#[test]
fn a_page_that_is_held_back_moves_with_its_site() {
    let (desk, site) = exported();
    rewrite(&desk, "uk", "12 латунних", "16 латунних");
    desk.pass("tram-museum", "uk");
    desk.ok("site set url https://new.example");
    desk.run("export");
    let page = site.read(EN);
    let (head, _) = page.split_once("</head>").unwrap();
    assert!(!head.contains("shpalta.example"), "{head}");
    assert_eq!(text(&site.page(EN).structured()["url"]), format!("https://new.example/{EN}"));
    assert_eq!(
        site.page(EN).values("link[rel=canonical]", "href").concat(),
        format!("https://new.example/{EN}")
    );
    assert_eq!(
        desk.ok("verify --export site")["export"]["faults"].as_array().map(Vec::len),
        Some(0)
    );
}

#[test]
fn a_story_that_is_named_twice_is_told_of_once() {
    let (desk, _) = exported();
    rewrite(&desk, "uk", "12 латунних", "16 латунних");
    desk.pass("tram-museum", "uk");
    assert_eq!(held_back(&desk.run("export tram-museum tram-museum")).len(), 2);
}
