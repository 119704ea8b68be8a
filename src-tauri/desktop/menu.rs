//! The menu bar. An item sends the name of its action; the window knows what to do, as it does
//! for the same action's keys.

use shpalta_language::Language;
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Wry};

use crate::words;

/// A menu: the key of its name, and its actions. An empty name is a line between items.
type Described = (&'static str, &'static [&'static str]);

const MENUS: [Described; 4] = [
    (
        "menu-story",
        &["new-story", "import", "save", "", "print-page", "export", "", "settings", "close"],
    ),
    ("menu-edit", &["undo", "redo", "", "find", "select-all"]),
    (
        "menu-view",
        &["nav-board", "nav-write", "nav-translate", "nav-approve", "nav-ready", "", "preview"],
    ),
    ("menu-help", &["shortcuts"]),
];

/// Shows the menu bar in a language.
pub(crate) fn show(app: &AppHandle, language: Language) -> tauri::Result<()> {
    let mut bar = MenuBuilder::new(app);
    let menus: Vec<_> =
        MENUS.iter().map(|menu| described(app, language, menu)).collect::<tauri::Result<_>>()?;
    for menu in &menus {
        bar = bar.item(menu);
    }
    let bar: Menu<Wry> = bar.build()?;
    app.set_menu(bar)?;
    Ok(())
}

fn described(
    app: &AppHandle,
    language: Language,
    (name, actions): &Described,
) -> tauri::Result<Submenu<Wry>> {
    let mut menu = SubmenuBuilder::new(app, words::of(language, name));
    for action in *actions {
        menu = match *action {
            "" => menu.separator(),
            action => {
                let label = words::of(language, &label_key(action));
                menu.item(&MenuItemBuilder::with_id(action, label).build(app)?)
            }
        };
    }
    menu.build()
}

/// An item is called as its action is where F1 lists the keys.
fn label_key(action: &str) -> String {
    match action {
        "close" => "menu-close".to_owned(),
        action => format!("shortcut-{action}"),
    }
}

/// Hands a chosen item to the window.
pub(crate) fn chosen(app: &AppHandle, action: &str) {
    if action == "close" {
        crate::closing::ask(app);
    } else {
        let _ = app.emit("menu", action);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_its_words_in_three_languages() {
        for language in Language::ALL {
            for (name, actions) in MENUS {
                let items = actions.iter().filter(|action| !action.is_empty());
                let keys = items.map(|action| label_key(action)).chain([name.to_owned()]);
                for key in keys {
                    assert_ne!(words::of(language, &key), key, "{language:?}");
                }
            }
        }
    }
}
