//! What a page shows besides the text, and whether readers see it at all.

use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{open_first, sit_down};

const DATE: &str = ".group:nth-of-type(2) .pair > :first-child input";
const EMBARGO_DATE: &str = ".group:nth-of-type(5) .pair > :first-child input";
const EMBARGO_CLOCK: &str = ".group:nth-of-type(5) .pair > :last-child input";

fn details(newsroom: cli::Desk, person: &str) -> Option<Desk> {
    let desk = Start::with_newsroom(newsroom).size(1440, 900).open()?;
    sit_down(&desk, person);
    show_details(&desk);
    Some(desk)
}

fn show_details(desk: &Desk) {
    open_first(desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
    desk.press("Alt+KeyD");
    desk.see(("heading", "Дані матеріалу"));
}

#[test]
fn place_and_tags_are_kept_when_the_field_is_left() {
    let Some(desk) = details(cli::Desk::with_weather(), "Rosa · кореспондент") else {
        return;
    };
    desk.rewrite(("combobox", "Місце"), "Dnipro");
    desk.press("Tab");
    desk.rewrite(("textbox", "Теги"), "snow, roads");
    desk.press("Tab");
    desk.wait_until("both are kept", || {
        let story = desk.cli.ok("story show weather");
        story["dateline"]["place"] == "Дніпро" && cli::texts(&story["tags"]) == ["snow", "roads"]
    });
    // Only details changed: the text stays approved, and an editor is told.
    assert_eq!(desk.cli.editorial("weather", "uk"), "approved");
    let findings = desk.cli.ok("check weather --lang uk").to_string();
    assert!(findings.contains("details_changed"), "{findings}");
}

#[test]
fn a_date_that_is_none_is_explained_beside_its_field_and_not_kept() {
    let Some(desk) = details(cli::Desk::with_weather(), "Rosa · кореспондент") else {
        return;
    };
    let date = || desk.cli.ok("story show weather")["date"].take();
    let before = date();
    desk.rewrite(DATE, "31.02.2026");
    desk.press("Enter");
    desk.mentions("[role=alert]", "31.02.2026");
    assert_eq!(date(), before);
    desk.rewrite(DATE, "28.02.2026");
    desk.press("Enter");
    desk.gone("[role=alert]");
    desk.wait_until("the date is kept", || cli::text(&date()).starts_with("2026-02-28"));
}

#[test]
fn an_editor_sets_an_embargo_and_a_reporter_does_not() {
    let Some(desk) = details(cli::Desk::with_weather(), "Rosa · кореспондент") else {
        return;
    };
    let disabled = || desk.attribute(EMBARGO_DATE, "disabled").is_some();
    assert!(disabled(), "a reporter may set an embargo");
    sit_down(&desk, "Edyta · редактор");
    show_details(&desk);
    assert!(!disabled(), "an editor may not set an embargo");
    desk.rewrite(EMBARGO_DATE, "01.01.2099");
    desk.rewrite(EMBARGO_CLOCK, "10:30");
    desk.press("Enter");
    desk.wait_until("the embargo holds", || desk.cli.publication("weather", "uk") == "embargoed");
}

#[test]
fn a_photo_is_credited_in_each_language() {
    let Some(desk) = details(cli::Desk::with_tram_museum(), "Rosa · кореспондент")
    else {
        return;
    };
    desk.rewrite(".group article input[lang=en]", "Tram museum / archive");
    desk.press("Tab");
    desk.wait_until("the credit is kept", || {
        let media = desk.cli.ok("media list")["media"].take();
        media[0]["credit"]["en"] == "Tram museum / archive"
    });
}

#[test]
fn an_editor_withdraws_a_page_once_and_sees_what_readers_will_see() {
    let newsroom = cli::Desk::with_tram_museum();
    newsroom.ok("export --lang uk");
    let Some(desk) = details(newsroom, "Edyta · редактор") else { return };
    assert_eq!(desk.cli.publication("tram-museum", "uk"), "exported");
    desk.click(("button", "Зняти з публікації…"));
    desk.mentions("dialog", "Матеріал знято з публікації.");
    desk.mentions("dialog", "Сторінки на сайті ще немає: читачі нічого не побачать.");
    desk.write_in("dialog textarea", "Wrong photo");
    desk.press("Control+Enter");
    desk.gone("dialog");
    desk.wait_until("it is withdrawn", || desk.cli.publication("tram-museum", "uk") == "withdrawn");
    desk.mentions("main", "Скасувати зняття…");
}

#[test]
fn a_photo_of_troops_is_marked_by_a_reporter_and_checked_by_an_editor() {
    let Some(desk) = details(cli::Desk::with_tram_museum(), "Rosa · кореспондент")
    else {
        return;
    };
    let care = || desk.cli.ok("media list")["media"][0]["care"].take();
    desk.click(("checkbox", "Військові"));
    desk.wait_until("it is said", || care()["shows"][0] == "troops");
    desk.mentions(".care", "Фото не перевірено: позиція, обличчя, документи");
    let held_back = desk.cli.run("export").value.expect("export tells what it did");
    assert!(held_back["held_back"].to_string().contains("photo_unchecked"), "{held_back}");
    let check = ".care button";
    assert!(desk.attribute(check, "disabled").is_some(), "a reporter may say that it was checked");
    sit_down(&desk, "Edyta · редактор");
    show_details(&desk);
    desk.click(("button", "Позицію, обличчя, документи перевірено"));
    desk.wait_until("it is checked", || care()["checked"]["name"] == "Edyta");
    desk.mentions(".care", "Перевірено: Edyta");
    desk.rewrite(("textbox", "Використовувати до"), "31.01.2027");
    desk.press("Tab");
    desk.wait_until("its last day is kept", || care()["until"] == "2027-01-31");
    // A reporter may add to caution, and not take it back: the box turns back.
    sit_down(&desk, "Rosa · кореспондент");
    show_details(&desk);
    desk.click(("checkbox", "Військові"));
    desk.see("[role=alert]");
    desk.wait_until("the box shows what stands", || {
        desk.script::<bool>(
            "return document.querySelector('.care fieldset :checked') !== null",
            &[],
        )
    });
    assert_eq!(care()["shows"][0], "troops");
}
