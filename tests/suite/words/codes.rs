//! Where the codes stand that keys are made from: in the types of Rust and of the window's pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use shpalta_language::Language;
use shpalta_newsroom::Error;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::staff::Role;

use super::asked::{pages, sources};
use crate::cli::{listed_codes, root};

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

pub fn error_codes() -> BTreeSet<String> {
    errors().into_keys().collect()
}

/// Codes that the window's program and its pages add.
fn of_the_shell() -> BTreeSet<String> {
    let desktop = sources(&root().join("src-tauri/desktop"), &["rs"]);
    let of = desktop.iter().flat_map(|(_, text)| after(text, "of(\""));
    let pages = pages();
    let made = pages.iter().flat_map(|(_, text)| {
        let named = constants(text).into_iter().filter(|(name, _)| is_given(text, name));
        after(text, "code: \"").into_iter().chain(named.map(|(_, code)| code)).collect::<Vec<_>>()
    });
    of.chain(made).collect()
}

/// Whether an error's code is given by this name.
fn is_given(text: &str, name: &str) -> bool {
    text.contains(&format!("code: {name},"))
}

/// Names and values of a page's constant strings.
fn constants(text: &str) -> Vec<(String, String)> {
    let values = text.lines().filter_map(|line| line.split_once(" = \""));
    let named = values.filter_map(|(left, value)| Some((left.split_once("const ")?.1, value)));
    named.map(|(name, value)| (name.to_owned(), value.trim_end_matches("\";").to_owned())).collect()
}

/// What stands between a beginning and the next quote.
fn after(text: &str, beginning: &str) -> Vec<String> {
    let pieces = text.split(beginning).skip(1);
    pieces.filter_map(|piece| piece.split_once('"').map(|(code, _)| code.to_owned())).collect()
}

/// The codes of a type that Rust declares, from its TypeScript.
pub fn of_type(name: &str) -> BTreeSet<String> {
    quoted(&binding(name))
}

fn binding(name: &str) -> String {
    let file = root().join(format!("ui/src/backend/bindings/{name}.ts"));
    let text = fs::read_to_string(file).unwrap();
    text.split_once("export type").unwrap().1.to_owned()
}

/// The codes in a declaration of the window's pages, which begins like this and ends with `;`.
pub fn declared(beginning: &str) -> BTreeSet<String> {
    let pages = pages();
    let mut found = pages.iter().filter_map(|(_, text)| text.split_once(beginning));
    let (_, declaration) = found.next().unwrap_or_else(|| panic!("no page has `{beginning}`"));
    assert!(found.next().is_none(), "two pages have `{beginning}`");
    let (declaration, _) = declaration.split_once(';').unwrap();
    let quotes = beginning.matches('"').count();
    let first = beginning.split('"').nth(1).filter(|_| quotes == 2).map(str::to_owned);
    quoted(declaration).into_iter().chain(first).collect()
}

/// The codes that stand after a beginning in the pages of a folder.
pub fn said_in(folder: &str, beginning: &str) -> BTreeSet<String> {
    let pages = pages();
    let there = pages.iter().filter(|(file, _)| file.contains(folder));
    there.flat_map(|(_, text)| after(text, beginning)).collect()
}

fn quoted(text: &str) -> BTreeSet<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

pub fn languages() -> BTreeSet<String> {
    Language::ALL.map(|language| language.code().to_owned()).into()
}

pub fn roles() -> BTreeSet<String> {
    Role::ALL.map(|role| role.name().to_owned()).into()
}

/// What a person is called: by their role, or the owner.
pub fn ranks() -> BTreeSet<String> {
    with(roles(), &["owner"])
}

pub fn reasons() -> BTreeSet<String> {
    Reason::ALL.map(|reason| reason.name().to_owned()).into()
}

/// A draft beside an approved revision wears a pill of its own.
pub fn pills() -> BTreeSet<String> {
    with(without(of_type("Pill"), &["state"]), &["changed"])
}

/// Texts for other places, by name.
pub fn variants() -> BTreeSet<String> {
    declared("const VARIANTS =")
}

/// The parts of a revision's text that the history shows.
pub fn fields() -> BTreeSet<String> {
    of_type("Field").into_iter().chain(variants()).collect()
}

/// A fresh row whose original is being changed has a mark of its own.
pub fn rows() -> BTreeSet<String> {
    with(of_type("RowState"), &["coming"])
}

/// What became of a block and, of a translation's row, what holds it back: a changed one is behind.
pub fn marks() -> BTreeSet<String> {
    let held = with(without(of_type("RowState"), &["fresh", "changed"]), &["behind"]);
    without(of_type("BlockState"), &["same"]).into_iter().chain(held).collect()
}

/// What stands in the place of a page that is not shown.
pub fn notices() -> BTreeSet<String> {
    without(of_type("WithdrawKind"), &["reinstated"])
}

/// What would become of a page, and what became of it.
pub fn fates() -> BTreeSet<String> {
    let tenses = declared("tense: \"fate\"");
    let fates = of_type("FateKind");
    tenses
        .iter()
        .flat_map(|tense| fates.iter().map(move |fate| format!("{tense}-{fate}")))
        .collect()
}

/// What a check of the newsroom may find; the window lists the same.
pub fn faults() -> BTreeSet<String> {
    let newsroom = sources(&root().join("src-tauri/newsroom/src"), &["rs"]);
    let verify = newsroom.iter().filter(|(file, _)| file.contains("src/verify"));
    let told = ["fault(\"", "(\n            \""];
    let codes: BTreeSet<String> = verify
        .flat_map(|(_, text)| told.iter().flat_map(|call| after(text, call)))
        .filter(|code| code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
        .collect();
    assert_eq!(codes, declared("const FAULTS ="));
    codes
}

/// What an import has to remark.
pub fn remarks() -> BTreeSet<String> {
    after(&binding("Remark"), "\"code\": \"").into_iter().collect()
}

/// What setting a detail warns of.
pub fn warnings() -> BTreeSet<String> {
    let file = root().join("src-tauri/newsroom/src/story/set.rs");
    after(&fs::read_to_string(file).unwrap(), "then_some(\"").into_iter().collect()
}

/// The actions of the one table of shortcuts, and those of the menus.
pub fn actions() -> BTreeSet<String> {
    let table = fs::read_to_string(root().join("ui/src/keyboard/table.ts")).unwrap();
    let chords = ["key(", "mod(", "modShift(", "alt("];
    let listed = table.lines().flat_map(|line| {
        let pairs = line.split(['{', ',']).filter_map(|pair| pair.split_once(": "));
        let pairs = pairs.filter(|(_, chord)| chords.iter().any(|call| chord.starts_with(call)));
        pairs.map(|(name, _)| name.trim().trim_matches('"').to_owned()).collect::<Vec<_>>()
    });
    with(listed.collect(), &["suggestion"])
}

fn with(codes: BTreeSet<String>, more: &[&str]) -> BTreeSet<String> {
    codes.into_iter().chain(more.iter().map(|code| (*code).to_owned())).collect()
}

/// Fails when the codes have none of that name any more.
fn without(mut codes: BTreeSet<String>, fewer: &[&str]) -> BTreeSet<String> {
    for code in fewer {
        assert!(codes.remove(*code), "there is no code {code}");
    }
    codes
}
