//! Which words the code of the window asks for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::cli::root;

/// Functions whose first string is a key, in TypeScript and in Rust.
const ASKING: [&str; 5] = ["t(", "inLanguage(", "words::of(", "words::counted(", "notify("];

/// What a file's strings say.
#[derive(Debug, Default)]
pub struct Strings {
    /// Every string without a gap: among them are the keys.
    pub literals: BTreeSet<String>,
    /// What stands before the first gap of a string that may be a key.
    pub prefixes: BTreeSet<String>,
}

/// The strings of the window's pages.
pub fn in_typescript() -> Strings {
    strings(sources(&root().join("ui/src"), &["ts", "svelte"]))
}

/// The strings of the window's program.
pub fn in_rust() -> Strings {
    strings(sources(&root().join("src-tauri/desktop"), &["rs"]))
}

/// The keys that are asked for by name, each with the file that does.
pub fn asked() -> Vec<(String, String)> {
    let ui = sources(&root().join("ui/src"), &["ts", "svelte"]);
    let desktop = sources(&root().join("src-tauri/desktop"), &["rs"]);
    ui.into_iter()
        .chain(desktop)
        .flat_map(|(file, text)| {
            let keys = ASKING.iter().flat_map(|call| keys_of_calls(&text, call));
            keys.map(|key| (key, file.clone())).collect::<Vec<_>>()
        })
        .collect()
}

/// Name and text of each file below a folder, tests and what is generated apart.
pub fn sources(folder: &Path, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let fits = endings.iter().any(|ending| name.ends_with(&format!(".{ending}")));
        if path.is_dir() && name != "bindings" {
            found.extend(sources(&path, endings));
        } else if fits && !name.ends_with(".test.ts") {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            found.push((path.strip_prefix(root()).unwrap().display().to_string(), text));
        }
    }
    found
}

fn strings(sources: Vec<(String, String)>) -> Strings {
    let mut strings = Strings::default();
    for (_, text) in sources {
        strings.literals.extend(quoted(&text));
        let open = text.split(['`', '"']);
        let prefixes = open.filter_map(|piece| {
            let gap = piece.find("${").or_else(|| piece.find('{'))?;
            Some(&piece[..gap]).filter(|prefix| prefix.ends_with('-') && is_key_like(prefix))
        });
        strings.prefixes.extend(prefixes.map(str::to_owned));
    }
    strings
}

/// The first arguments of calls of a function, and the strings in them.
fn keys_of_calls(text: &str, call: &str) -> Vec<String> {
    let starts = text.match_indices(call).filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '#'))
    });
    starts.flat_map(|(at, _)| first_words(&text[at + call.len()..])).collect()
}

/// The strings of a call's first argument that holds any.
fn first_words(arguments: &str) -> Vec<String> {
    let mut depth = 0;
    let mut from = 0;
    for (at, letter) in arguments.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ',' | ')' if depth == 0 => {
                let argument = without_comparisons(&arguments[from..at]);
                let words: Vec<String> =
                    quoted(&argument).filter(|word| is_key_like(word)).collect();
                if !words.is_empty() || letter == ')' {
                    return words;
                }
                from = at + 1;
            }
            _ => {}
        }
    }
    Vec::new()
}

/// A string that something is compared with is no key.
fn without_comparisons(argument: &str) -> String {
    let mut pieces = argument.split("=== \"");
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.filter_map(|piece| piece.split_once('"').map(|(_, rest)| rest));
    rest.fold(first, |text, rest| text + rest)
}

/// What stands between double quotes on one line, or between backquotes without a gap.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    let between = |quote: char| {
        text.lines().flat_map(move |line| line.split(quote).skip(1).step_by(2)).map(str::to_owned)
    };
    between('"').chain(between('`').filter(|word| !word.contains("${")))
}

fn is_key_like(word: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|letter| fits(letter) || letter == '-')
}
