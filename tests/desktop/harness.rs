//! That the harness itself shows what is there: with elements of its own in the page.

use serde_json::json;
use shpalta_language::Language;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Layout, Start, Theme, violations};

/// The window with a page in the place of its own, which hears nothing any more.
fn with_page(html: &str) -> Option<Desk> {
    let desk = Start::without_newsroom().open()?;
    desk.run("document.open(); document.write(arguments[0]); document.close();", &[json!(html)]);
    Some(desk)
}

#[test]
fn elements_are_found_by_role_and_name() {
    let page = "<label>Місце <input></label><button aria-label='Зберегти'>S</button>
                <button hidden>Зберегти</button><div role='tab'>Англійська</div>
                <label>Вид <select><option>update<option>correction</select></label>";
    let Some(desk) = with_page(page) else { return };
    assert_eq!(desk.text(("button", "Зберегти")), "S");
    assert_eq!(desk.shown(("button", "Видалити")).len(), 0);
    desk.reads(("tab", "Англійська"), "Англійська");
    desk.write_in(("textbox", "Місце"), "odesa");
    desk.holds(("textbox", "Місце"), "odesa");
    desk.choose(("combobox", "Вид"), "correction");
    assert_eq!(desk.value(("combobox", "Вид")), "correction");
}

#[test]
fn every_letter_of_the_three_layouts_arrives() {
    let Some(desk) = with_page("<textarea aria-label='Текст'></textarea>") else { return };
    let texts = [
        (Layout::Us, "The quick brown fox: `1234567890-=[]\\;',./`\n~!@#$%^&*()_+{}|\"<>?"),
        (Layout::Ua, "Щастя, здоров'я й ґава в Їжакевича: №5 (ЄС)?\nФабрика; ш\"ь%"),
        (Layout::Ru, "Съешь ещё этих мягких французских булок: №5 (ЭЮ)?\nЁлка; \\/%"),
    ];
    for (layout, text) in texts {
        desk.set_layout(layout);
        desk.rewrite(("textbox", "Текст"), text);
        assert_eq!(desk.value(("textbox", "Текст")), text, "{layout:?}");
    }
}

#[test]
fn a_key_is_known_by_its_place_in_every_layout() {
    let Some(desk) = with_page("<input>") else { return };
    desk.run(
        "window.heard = [];
         addEventListener('keydown', event => heard.push([event.code, event.ctrlKey]));",
        &[],
    );
    desk.click("input");
    for layout in [Layout::Us, Layout::Ua, Layout::Ru] {
        desk.set_layout(layout);
        desk.run("heard.length = 0", &[]);
        for keys in ["Control+KeyS", "F1", "Escape", "Control+Shift+Digit1"] {
            desk.press(keys);
        }
        desk.settle();
        let heard: Vec<(String, bool)> = desk.script("return heard", &[]);
        for expected in [("KeyS", true), ("F1", false), ("Escape", false), ("Digit1", true)] {
            let (code, control) = expected;
            assert!(heard.contains(&(code.to_owned(), control)), "{layout:?} {code}: {heard:?}");
        }
    }
}

#[test]
fn scripts_of_a_test_run_where_the_page_may_run_none() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    let evaluated: String = desk
        .script("try { return String(eval('1')) } catch (refusal) { return refusal.name }", &[]);
    assert_eq!(evaluated, "EvalError");
    assert_eq!(desk.script::<u32>("return arguments[0] + 1", &[json!(41)]), 42);
    assert!(desk.invoke("read_file", json!({})).is_err());
}

#[test]
fn the_system_has_a_language_a_theme_and_a_size() {
    for (theme, dark) in [(Theme::Light, false), (Theme::Dark, true)] {
        let start = Start::without_newsroom().theme(theme).size(1440, 900);
        let Some(desk) = start.language(Language::Ru).open() else { return };
        let seen: (bool, bool, u32) = desk.script(
            "const has = query => matchMedia(query).matches;
             return [has('(prefers-color-scheme: dark)'), has('(prefers-reduced-motion: reduce)'),
                     innerWidth]",
            &[],
        );
        assert_eq!(seen, (dark, true, 1440));
        let picture = desk.picture();
        assert_eq!((picture.width, picture.height), (1440, 900));
    }
}

#[test]
fn what_axe_finds_is_told() {
    let Some(desk) = with_page("<main><h1>Шпальта</h1><img src='/'><input></main>") else {
        return;
    };
    let violations = violations(&desk);
    for rule in ["image-alt (critical)", "label (critical)"] {
        assert!(violations.iter().any(|told| told.starts_with(rule)), "{rule}: {violations:?}");
    }
}

#[test]
fn a_killed_window_opens_again_and_a_closed_one_ends_by_itself() {
    let Some(mut desk) = with_page("<textarea></textarea>") else { return };
    desk.click("textarea");
    let typing = desk.start_typing(&"abc ".repeat(100), 5);
    desk.wait_until("something is typed", || desk.value("textarea").len() > 8);
    desk.kill();
    drop(typing);
    desk.start();
    assert!(desk.shown("textarea").is_empty());
    desk.close();
    assert!(!desk.is_running());
}

#[test]
fn the_command_works_beside_the_window() {
    let Some(desk) = Start::with_newsroom(cli::Desk::new()).open() else { return };
    desk.cli.import(&["weather.uk.md"]);
    assert_eq!(desk.cli.editorial("weather", "uk"), "draft");
}
