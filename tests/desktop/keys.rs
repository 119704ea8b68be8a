//! Keys mean the same on every layout, those of the editor too.

use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Layout, Start};

use crate::steps::{body, has_keyboard, one_story, open_first, write_on};

const LAYOUTS: [(Layout, &str); 3] =
    [(Layout::Us, "snow"), (Layout::Ua, "сніг"), (Layout::Ru, "снег")];

/// The text that the window holds, lines and all.
fn text(desk: &Desk) -> String {
    let lines: Vec<String> = desk.script(
        "return [...document.querySelectorAll('.cm-line')].map(line => line.textContent)",
        &[],
    );
    lines.join("\n")
}

fn becomes(desk: &Desk, what: &str, expected: &str) {
    desk.wait_until(what, || text(desk) == expected);
}

#[test]
fn the_text_is_selected_undone_and_formatted_on_every_layout() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    let before = text(&desk);
    for (layout, word) in LAYOUTS {
        desk.set_layout(layout);
        desk.press("Control+KeyA");
        desk.type_text(word);
        becomes(&desk, &format!("{layout:?}: all was selected"), word);
        desk.press("Control+KeyA");
        desk.press("Control+KeyB");
        becomes(&desk, &format!("{layout:?}: bold"), &format!("**{word}**"));
        desk.press("Control+KeyZ");
        becomes(&desk, &format!("{layout:?}: undone"), word);
        desk.press("Control+Shift+KeyZ");
        becomes(&desk, &format!("{layout:?}: redone"), &format!("**{word}**"));
        desk.press("Control+KeyB");
        desk.press("Control+KeyI");
        becomes(&desk, &format!("{layout:?}: italic"), &format!("*{word}*"));
        while text(&desk) != before {
            let now = text(&desk);
            desk.press("Control+KeyZ");
            desk.wait_until("one more step is undone", || text(&desk) != now);
        }
    }
}

#[test]
fn a_story_to_link_to_is_found_by_its_headline() {
    let newsroom = one_story();
    for headline in ["Міст відкрито", "Мозаїку на мосту знайшли", "Ринок переїхав"]
    {
        newsroom.ok(["story", "new", "--lang", "uk", "--headline", headline]);
    }
    newsroom.ok([
        "story",
        "write",
        "weather",
        "--lang",
        "uk",
        "--from",
        &newsroom.file("w.md", cli::WEATHER_UK),
    ]);
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    write_on(&desk);
    desk.set_layout(Layout::Ua);
    desk.press("Enter");
    desk.press("Enter");
    desk.press("Control+Shift+KeyK");
    has_keyboard(&desk, "dialog input");
    desk.type_text("мост");
    desk.mentions("dialog [role=listbox]", "Мозаїку на мосту знайшли");
    desk.press("ArrowDown");
    desk.press("Enter");
    desk.gone("dialog");
    let link = "[Мозаїку на мосту знайшли](story:mozaiku-na-mostu-znaishly)";
    desk.wait_until("the link is in the text", || body(&desk).ends_with(link));
    has_keyboard(&desk, ".cm-content");
}

#[test]
fn saving_at_once_and_finding_work_on_every_layout() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    for (layout, word) in LAYOUTS {
        desk.set_layout(layout);
        desk.press("Control+End");
        desk.type_text(word);
        desk.press("Control+KeyS");
        desk.wait_until("it is on disk", || body(&desk).contains(word));
        desk.press("Control+KeyF");
        has_keyboard(&desk, ".cm-search input");
        desk.press("Escape");
        desk.gone(".cm-search");
        has_keyboard(&desk, ".cm-content");
    }
}

#[test]
fn a_headline_is_selected_and_undone_on_every_layout() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    let headline = ".headline textarea";
    let before = desk.value(headline);
    desk.click(headline);
    for (layout, word) in LAYOUTS {
        desk.set_layout(layout);
        desk.press("Control+KeyA");
        desk.type_text(word);
        desk.holds(headline, word);
        desk.press("Control+KeyZ");
        desk.holds(headline, &before);
    }
}

#[test]
fn the_search_is_selected_and_undone_on_every_layout() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    let search = ".board input[type=search]";
    for (layout, word) in LAYOUTS {
        desk.set_layout(layout);
        desk.press("Control+KeyF");
        has_keyboard(&desk, search);
        desk.press("Control+KeyA");
        desk.type_text(word);
        desk.holds(search, word);
        desk.press("Control+KeyA");
        desk.press("Delete");
        desk.holds(search, "");
        desk.press("Control+KeyZ");
        desk.holds(search, word);
    }
}

#[test]
fn one_key_goes_to_each_screen_on_every_layout() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    for (layout, _) in LAYOUTS {
        desk.set_layout(layout);
        for (keys, heading) in [
            ("Control+Comma", "Налаштування"),
            ("Control+KeyE", "Експорт"),
            ("Control+Digit1", "Матеріали"),
        ] {
            desk.press(keys);
            desk.see(("heading", heading));
        }
        desk.press("F1");
        desk.see(("dialog", "Клавіші"));
        desk.press("Escape");
        desk.gone("dialog");
        desk.press("Control+KeyN");
        desk.see("dialog");
        desk.press("Escape");
        desk.gone("dialog");
        open_first(&desk, "Control+Digit1");
        for (keys, tab) in [
            ("Alt+KeyE", "en"),
            ("Alt+KeyT", "translate"),
            ("Alt+KeyV", "review"),
            ("Alt+KeyH", "history"),
            ("Alt+KeyW", "write"),
            ("Alt+KeyU", "uk"),
        ] {
            desk.press(keys);
            desk.see(&format!("[role=tab][data-value={tab}][aria-selected=true]"));
        }
    }
}

/// Everything that F1 lists has a name and a key.
#[test]
fn f1_lists_every_shortcut_with_its_keys() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.press("F1");
    desk.see(("dialog", "Клавіші"));
    let listed: Vec<String> = desk
        .script("return [...document.querySelectorAll('dialog kbd')].map(k => k.textContent)", &[]);
    assert!(listed.len() > 40, "{listed:?}");
    assert!(listed.iter().all(|keys| !keys.trim().is_empty()), "{listed:?}");
}

/// AltGr is no Alt: with it, the keys that switch languages and screens write.
#[test]
fn altgr_writes_on_the_ukrainian_layout() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    desk.set_layout(Layout::Ua);
    for (keys, written) in [("AltGr+Comma", '«'), ("AltGr+KeyE", 'ў'), ("AltGr+KeyT", 'ё')] {
        desk.press(keys);
        desk.wait_until(&format!("{keys} writes"), || text(&desk).ends_with(written));
    }
}
