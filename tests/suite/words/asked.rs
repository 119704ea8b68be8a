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
    /// Strings with gaps that may be keys, a `*` for each gap or gaps in a row: `role-*-may`.
    pub forms: BTreeSet<String>,
}

/// The strings of the window's pages and of its program.
pub fn of_the_window() -> Strings {
    let program = sources(&root().join("src-tauri/desktop"), &["rs"]);
    strings(pages().into_iter().chain(program))
}

/// Name and text of each file of the window's pages.
pub fn pages() -> Vec<(String, String)> {
    sources(&root().join("ui/src"), &["ts", "svelte"])
}

/// The keys that are asked for by name, each with the file that does.
pub fn asked() -> Vec<(String, String)> {
    let desktop = sources(&root().join("src-tauri/desktop"), &["rs"]);
    pages()
        .into_iter()
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

/// The strings of files, each with its name.
pub fn strings(sources: impl IntoIterator<Item = (String, String)>) -> Strings {
    let mut strings = Strings::default();
    for (file, text) in sources {
        let text = if file.ends_with(".svelte") { without_looks(&text) } else { text };
        strings.literals.extend(quoted(&text));
        strings.forms.extend(forms(&text, '`', "${"));
        strings.forms.extend(forms(&text, '"', "{"));
    }
    strings
}

/// A component without its styles and without the names of its classes, which are no words.
fn without_looks(text: &str) -> String {
    let markup = text.split("<style>").next().unwrap_or_default();
    let mut pieces = markup.split("class=\"");
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.filter_map(|piece| piece.split_once('"').map(|(_, rest)| rest));
    rest.fold(first, |text, rest| text + rest)
}

/// The strings between such quotes that have gaps and may be keys.
fn forms(text: &str, quote: char, gap: &str) -> BTreeSet<String> {
    let begun = text.split(quote).filter(|rest| {
        rest.find(gap).is_some_and(|at| rest[..at].ends_with('-') && is_key_like(&rest[..at]))
    });
    let starts = begun.map(|rest| rest.as_ptr().addr() - text.as_ptr().addr());
    starts.filter_map(|start| form(&text[start..], quote, gap)).collect()
}

/// A string with its gaps up to the quote that ends it, if it may be a key.
fn form(mut rest: &str, quote: char, gap: &str) -> Option<String> {
    let mut form = String::new();
    loop {
        let end = rest.find(quote)?;
        let Some(at) = rest.find(gap).filter(|at| *at < end) else {
            form.push_str(&rest[..end]);
            let form = form.replace("*-*", "*");
            return is_key_like(&form.replace('*', "x")).then_some(form);
        };
        form.push_str(&rest[..at]);
        form.push('*');
        rest = &rest[at + gap.len()..];
        rest = &rest[end_of_gap(rest)? + 1..];
    }
}

/// Where the brace is that closes what was opened before.
fn end_of_gap(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, letter)| {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
        None
    })
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
