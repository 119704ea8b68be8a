//! Settings: seen at once, kept, and only for those who may.

use serde_json::json;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{one_story, sit_down};

pub fn settings(desk: &Desk, section: &str) {
    desk.press("Control+Comma");
    desk.see(("heading", "Налаштування"));
    desk.click(&format!("[role=tab][data-value={section}]"));
    desk.see(&format!("[role=tab][data-value={section}][aria-selected=true]"));
}

/// How large the text is, and what it stands on.
fn look(desk: &Desk) -> [String; 2] {
    desk.script(
        "const style = getComputedStyle(document.body);
         return [getComputedStyle(document.documentElement).fontSize, style.backgroundColor]",
        &[],
    )
}

#[test]
fn language_theme_and_size_change_at_once_and_stay() {
    let Some(mut desk) = Start::with_newsroom(one_story()).open() else { return };
    settings(&desk, "window");
    let [size, paper] = look(&desk);
    desk.click(("button", "Більший текст"));
    desk.wait_until("the text is larger", || look(&desk)[0] != size);
    desk.click(("radio", "Темна"));
    desk.wait_until("it is dark", || look(&desk)[1] != paper);
    let chosen = look(&desk);
    desk.click(("radio", "English"));
    desk.see(("heading", "Settings"));
    assert_eq!(desk.script::<String>("return document.documentElement.lang", &[]), "en");
    desk.click(("radio", "Русский"));
    desk.see(("heading", "Настройки"));
    desk.close();
    desk.start();
    desk.see(("heading", "Материалы"));
    desk.wait_until("it looks as chosen", || look(&desk) == chosen);
}

#[test]
fn a_person_is_added_with_a_role() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    settings(&desk, "people");
    desk.write_in(("textbox", "Ім’я"), "Taras");
    desk.choose(("combobox", "Роль"), "translator");
    desk.click(("button", "Додати"));
    desk.mentions("[role=alert]", "Виберіть хоча б одну мову.");
    desk.click(("checkbox", "Англійська"));
    desk.click(("button", "Додати"));
    desk.mentions("table", "Taras");
    let staff = desk.cli.ok("staff list")["staff"].take();
    let taras = staff.as_array().unwrap().iter().find(|person| person["name"] == "Taras");
    assert_eq!(taras.unwrap()["roles"], json!({ "translator": ["en"] }), "{staff}");
}

#[test]
fn a_rule_is_changed_by_a_chief_and_by_nobody_below() {
    let Some(desk) = Start::with_newsroom(cli::Desk::new()).open() else { return };
    settings(&desk, "rules");
    let rule = "Редактор може затвердити свій текст";
    desk.click(("switch", rule));
    let policy = || desk.cli.ok("policy show")["self_approve"].clone();
    desk.wait_until("the policy is set", || policy() != "off");
    sit_down(&desk, "Rosa · кореспондент");
    settings(&desk, "rules");
    desk.mentions("[role=tabpanel]", "Змінює головний редактор.");
    assert!(!desk.see(("switch", rule)).is_enabled().unwrap());
}

#[test]
fn the_hours_that_photos_of_a_strike_wait_are_kept_if_they_are_hours() {
    let Some(desk) = Start::with_newsroom(cli::Desk::new()).open() else { return };
    settings(&desk, "rules");
    let hours = ("textbox", "Цивільний об’єкт: годин після удару");
    desk.rewrite(hours, "soon");
    desk.press("Tab");
    desk.see("[role=tabpanel] [role=alert]");
    desk.rewrite(hours, "5");
    desk.press("Tab");
    desk.gone("[role=tabpanel] [role=alert]");
    let kept = || desk.cli.ok("policy show")["civilian_strike_hours"] == "5";
    desk.wait_until("they are kept", kept);
}

#[test]
fn photos_are_made_as_avif_where_the_site_wants_them() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    settings(&desk, "site");
    let avif = ("switch", "Фото ще й у форматі AVIF");
    desk.click(avif);
    desk.wait_until("it is kept", || desk.cli.ok("site show")["avif"] == "on");
    assert!(desk.cli.ok("site show")["views"].is_null(), "another switch");
    desk.click(avif);
    desk.wait_until("it is kept", || desk.cli.ok("site show")["avif"] == "off");
}

#[test]
fn the_sites_address_is_checked_where_it_is_typed() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    settings(&desk, "site");
    desk.rewrite(("textbox", "Адреса сайту"), "ftp://nowhere");
    desk.press("Tab");
    desk.see("[role=tabpanel] [role=alert]");
    assert!(desk.cli.ok("site show")["url"].is_null());
    desk.rewrite(("textbox", "Адреса сайту"), "https://postwoman.example");
    desk.press("Tab");
    desk.gone("[role=tabpanel] [role=alert]");
    desk.wait_until("it is kept", || {
        desk.cli.ok("site show")["url"] == "https://postwoman.example"
    });
}
