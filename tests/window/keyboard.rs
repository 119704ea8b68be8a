//! Keys by their place on the keyboard, and what the layouts print on them.

use std::process::Command;

use super::started::Started;

/// A layout of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    Us,
    Ua,
    Ru,
}

/// A key by its number, and whether Shift is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stroke {
    key: u32,
    shift: bool,
}

/// The keys that print, row by row: their X keycodes (evdev's numbers and 8).
const PRINTING: [u32; 47] = [
    49, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, // the digits' row
    24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, // Tab's row
    38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48,
    51, // the row of Caps Lock, the backslash last
    52, 53, 54, 55, 56, 57, 58, 59, 60, 61, // Shift's row
];

/// The same keys by `KeyboardEvent.code`.
const CODES: [&str; 47] = [
    "Backquote",
    "Digit1",
    "Digit2",
    "Digit3",
    "Digit4",
    "Digit5",
    "Digit6",
    "Digit7",
    "Digit8",
    "Digit9",
    "Digit0",
    "Minus",
    "Equal",
    "KeyQ",
    "KeyW",
    "KeyE",
    "KeyR",
    "KeyT",
    "KeyY",
    "KeyU",
    "KeyI",
    "KeyO",
    "KeyP",
    "BracketLeft",
    "BracketRight",
    "KeyA",
    "KeyS",
    "KeyD",
    "KeyF",
    "KeyG",
    "KeyH",
    "KeyJ",
    "KeyK",
    "KeyL",
    "Semicolon",
    "Quote",
    "Backslash",
    "KeyZ",
    "KeyX",
    "KeyC",
    "KeyV",
    "KeyB",
    "KeyN",
    "KeyM",
    "Comma",
    "Period",
    "Slash",
];

/// The key right of the space bar, which layouts with a third level give it.
const RIGHT_ALT: u32 = 108;

/// Keys that mean the same in every layout: `KeyboardEvent.code` and the name of the keysym.
const NAMED: [(&str, &str); 15] = [
    ("Enter", "Return"),
    ("Escape", "Escape"),
    ("Tab", "Tab"),
    ("Space", "space"),
    ("Backspace", "BackSpace"),
    ("Delete", "Delete"),
    ("Insert", "Insert"),
    ("Home", "Home"),
    ("End", "End"),
    ("PageUp", "Prior"),
    ("PageDown", "Next"),
    ("ArrowLeft", "Left"),
    ("ArrowRight", "Right"),
    ("ArrowUp", "Up"),
    ("ArrowDown", "Down"),
];

impl Layout {
    /// As `setxkbmap` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Ua => "ua",
            Self::Ru => "ru",
        }
    }

    /// What the printing keys print without and with Shift.
    fn printed(self) -> [&'static str; 2] {
        match self {
            Self::Us => [
                r"`1234567890-=qwertyuiop[]asdfghjkl;'\zxcvbnm,./",
                r#"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?"#,
            ],
            Self::Ua => [
                "'1234567890-=йцукенгшщзхїфівапролджєґячсмитьбю.",
                r#"ʼ!"№;%:?*()_+ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄҐЯЧСМИТЬБЮ,"#,
            ],
            Self::Ru => [
                r"ё1234567890-=йцукенгшщзхъфывапролджэ\ячсмитьбю.",
                r#"Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,"#,
            ],
        }
    }

    fn stroke(self, letter: char) -> Option<Stroke> {
        let [plain, shifted] = self.printed();
        let at = |keys: &str| keys.chars().position(|printed| printed == letter);
        let plain = at(plain).map(|at| Stroke { key: PRINTING[at], shift: false });
        plain.or_else(|| at(shifted).map(|at| Stroke { key: PRINTING[at], shift: true }))
    }

    /// The keys that print a text, in xdotool's words.
    pub fn keys(self, text: &str) -> Vec<String> {
        text.chars().map(|letter| self.key(letter)).collect()
    }

    fn key(self, letter: char) -> String {
        match letter {
            ' ' => "space".to_owned(),
            '\n' => "Return".to_owned(),
            _ => match self.stroke(letter) {
                Some(Stroke { key, shift: false }) => key.to_string(),
                Some(Stroke { key, shift: true }) => format!("shift+{key}"),
                None => panic!("the {} layout has no “{letter}”", self.name()),
            },
        }
    }
}

/// Keys held together, such as `Control+Shift+KeyS` or `F1`, in xdotool's words.
pub fn chord(keys: &str) -> String {
    let words = keys.split('+').map(|key| match key {
        "Control" => "ctrl".to_owned(),
        "Shift" | "Alt" => key.to_lowercase(),
        "AltGr" => RIGHT_ALT.to_string(),
        "Meta" => "super".to_owned(),
        code => of_code(code).unwrap_or_else(|| panic!("there is no key “{code}”")),
    });
    words.collect::<Vec<_>>().join("+")
}

fn of_code(code: &str) -> Option<String> {
    if let Some(at) = CODES.iter().position(|known| *known == code) {
        return Some(PRINTING[at].to_string());
    }
    let named = NAMED.iter().find(|(known, _)| *known == code);
    let function = || code.strip_prefix('F')?.parse::<u32>().ok().map(|_| code.to_owned());
    named.map(|(_, name)| (*name).to_owned()).or_else(function)
}

/// Somebody who is typing while the test does something else; stops when this is dropped.
#[derive(Debug)]
pub struct Typing {
    striking: Option<Started>,
    /// Lets go of all keys: one may be down when the typing is stopped, and would stay so.
    letting_go: Command,
}

impl Typing {
    pub(super) fn new(striking: Started, letting_go: Command) -> Self {
        Self { striking: Some(striking), letting_go }
    }

    /// Whether keys are still to come.
    pub fn goes_on(&mut self) -> bool {
        self.striking.iter_mut().any(Started::is_running)
    }

    /// Waits until the last key was pressed.
    pub fn finish(mut self) {
        self.striking.iter_mut().for_each(Started::wait);
    }
}

impl Drop for Typing {
    fn drop(&mut self) {
        self.striking = None;
        // Without a display there are no keys either.
        let _ = self.letting_go.output();
    }
}
