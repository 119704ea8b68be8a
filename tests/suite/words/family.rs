//! Keys that the code puts together from a beginning and one of a fixed list of codes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use shpalta_newsroom::Error;

use super::asked::sources;
use crate::cli::{listed_codes, root};

/// Keys that begin alike.
pub struct Family {
    pub prefix: &'static str,
    /// What may follow a code; each does.
    suffixes: &'static [&'static str],
    codes: fn() -> BTreeSet<String>,
}

pub const FAMILIES: [Family; 10] = [
    Family { prefix: "error-", suffixes: &["", "-remedy"], codes: error_codes },
    Family { prefix: "finding-", suffixes: &[""], codes: || of_type("FindingCode") },
    Family { prefix: "pill-", suffixes: &["", "-tip"], codes: pills },
    Family { prefix: "role-", suffixes: &[""], codes: roles },
    Family { prefix: "history-decision-", suffixes: &[""], codes: || of_type("DecisionKind") },
    Family { prefix: "export-fate-", suffixes: &[""], codes: || of_type("FateKind") },
    Family { prefix: "fact-", suffixes: &[""], codes: || of_type("FactKind") },
    Family { prefix: "review-kind-", suffixes: &["", "-tip"], codes: || of_type("ChangeKind") },
    Family { prefix: "shortcut-", suffixes: &[""], codes: actions },
    Family { prefix: "scope-", suffixes: &[""], codes: scopes },
];

impl Family {
    /// All keys of it.
    pub fn keys(&self) -> Vec<String> {
        let keys = |code: String| {
            let key = format!("{}{}", self.prefix, code.replace('_', "-"));
            self.suffixes.iter().map(move |suffix| format!("{key}{suffix}"))
        };
        (self.codes)().into_iter().flat_map(keys).collect()
    }
}

/// Codes that the command alone has: of its own line, and of what it does in one step.
const OF_THE_COMMAND: [&str; 7] =
    ["usage", "held_back", "save_conflict", "import_refused", "faults", "export_faults", "output"];

/// The codes of errors that a person may meet at the window, with what each of them tells.
pub fn errors() -> BTreeMap<String, Option<BTreeSet<String>>> {
    let listed = listed_codes().iter().filter(|code| !OF_THE_COMMAND.contains(&code.as_str()));
    let mut errors: BTreeMap<_, _> = listed.map(|code| (code.clone(), None)).collect();
    errors.extend(of_the_shell().into_iter().map(|code| (code, None)));
    errors.extend(Error::every().map(|error| {
        let params = error.params().into_keys().map(str::to_owned).collect();
        (error.code().to_owned(), Some(params))
    }));
    errors.into_iter().map(|(code, params)| (code.replace('_', "-"), params)).collect()
}

fn error_codes() -> BTreeSet<String> {
    errors().into_keys().collect()
}

/// Codes that the window's program and its pages add.
fn of_the_shell() -> BTreeSet<String> {
    let desktop = sources(&root().join("src-tauri/desktop"), &["rs"]);
    let of = desktop.iter().flat_map(|(_, text)| after(text, "of(\""));
    let pages = sources(&root().join("ui/src"), &["ts", "svelte"]);
    let made = pages.iter().flat_map(|(_, text)| after(text, "code: \""));
    of.chain(made).collect()
}

/// What stands between a beginning and the next quote.
fn after(text: &str, beginning: &str) -> Vec<String> {
    let pieces = text.split(beginning).skip(1);
    pieces.filter_map(|piece| piece.split_once('"').map(|(code, _)| code.to_owned())).collect()
}

/// The codes of a type that Rust declares, from its TypeScript.
fn of_type(name: &str) -> BTreeSet<String> {
    let file = root().join(format!("ui/src/backend/bindings/{name}.ts"));
    let text = fs::read_to_string(file).unwrap();
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A draft beside an approved revision wears a pill of its own.
fn pills() -> BTreeSet<String> {
    let changed = "changed".to_owned();
    let states = of_type("Pill").into_iter().filter(|word| word != "state");
    states.chain([changed]).collect()
}

fn roles() -> BTreeSet<String> {
    let owner = "owner".to_owned();
    of_type("Role").into_iter().chain([owner]).collect()
}

/// The actions of the one table of shortcuts, and those of the menus.
fn actions() -> BTreeSet<String> {
    let table = keyboard_table();
    let chords = ["key(", "mod(", "modShift(", "alt("];
    let listed = table.lines().flat_map(|line| {
        let pairs = line.split(['{', ',']).filter_map(|pair| pair.split_once(": "));
        let pairs = pairs.filter(|(_, chord)| chords.iter().any(|call| chord.starts_with(call)));
        pairs.map(|(name, _)| name.trim().trim_matches('"').to_owned()).collect::<Vec<_>>()
    });
    listed.chain(["suggestion".to_owned()]).collect()
}

fn scopes() -> BTreeSet<String> {
    let table = keyboard_table();
    let line = table.lines().find(|line| line.starts_with("export type Scope")).unwrap();
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn keyboard_table() -> String {
    fs::read_to_string(root().join("ui/src/keyboard/table.ts")).unwrap()
}
