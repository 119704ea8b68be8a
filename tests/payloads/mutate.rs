//! Mutations of payloads: text from text.

use crate::campaign::Dice;

/// No mutation has more characters.
const LONGEST: usize = 2000;

/// What a parser may overlook, stumble over or take for an end.
const STRAY: [&str; 30] = [
    "\0",
    "\n",
    "\r",
    "\t",
    "\u{c}",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{338}",
    "\u{1fef}",
    "\u{37e}",
    "\"",
    "'",
    "`",
    "<",
    ">",
    "/",
    "=",
    "\\",
    "-->",
    "</script>",
    "]]>",
    "&",
    ">\n\n",
];

/// What something may be nested in, before and after it.
const AROUND: [(&str, &str); 16] = [
    ("<", ">"),
    ("</p><", ">"),
    ("<!--", "-->"),
    ("<svg>", "</svg>"),
    ("<math><mtext>", "</mtext></math>"),
    ("<style>", "</style>"),
    ("<p title=\"", "\">"),
    ("<a href='", "'>a</a>"),
    ("\"><b ", "=\""),
    ("[a](", ")"),
    ("![a](<", ">)"),
    ("[", "](javascript:a)"),
    ("<https://a.example/", ">"),
    ("`", "`"),
    ("> - ", "\n"),
    ("\n\n<div>", "\n"),
];

/// One of the payloads, changed a few times with the help of the others.
pub fn mutated(payloads: &[String], dice: &mut Dice) -> String {
    let mut text: Vec<char> = dice.pick(payloads).chars().collect();
    for _ in 0..=dice.below(5) {
        change(&mut text, payloads, dice);
        text.truncate(LONGEST);
    }
    text.into_iter().collect()
}

fn change(text: &mut Vec<char>, payloads: &[String], dice: &mut Dice) {
    let at = below(text.len() + 1, dice);
    let end = (at + 1 + below(12, dice)).min(text.len());
    match dice.below(9) {
        0 => {
            let other: Vec<char> = dice.pick(payloads).chars().collect();
            let from = below(other.len(), dice);
            text.splice(at..at, other[from..].iter().copied());
        }
        1 => text.extend_from_within(at..),
        2 => _ = text.drain(at..end),
        3 => replace(text, at..end, |sign| swapped(sign).to_string()),
        4 => replace(text, at..end, |sign| format!("&#x{:x};", u32::from(sign))),
        5 => replace(text, at..end, |sign| format!("&#0{}", u32::from(sign))),
        6 => replace(text, at..end, percent),
        7 => insert(text, at, dice.pick::<&str>(&STRAY)),
        _ => {
            let (before, after) = *dice.pick(&AROUND);
            insert(text, text.len(), after);
            insert(text, 0, before);
        }
    }
}

fn below(bound: usize, dice: &mut Dice) -> usize {
    usize::try_from(dice.below(bound as u64)).unwrap()
}

fn insert(text: &mut Vec<char>, at: usize, what: &str) {
    text.splice(at..at, what.chars());
}

fn replace(text: &mut Vec<char>, range: std::ops::Range<usize>, by: impl Fn(char) -> String) {
    let other: String = text[range.clone()].iter().map(|sign| by(*sign)).collect();
    text.splice(range, other.chars());
}

fn swapped(sign: char) -> char {
    if sign.is_ascii_lowercase() { sign.to_ascii_uppercase() } else { sign.to_ascii_lowercase() }
}

fn percent(sign: char) -> String {
    sign.to_string().bytes().map(|byte| format!("%{byte:02x}")).collect()
}
