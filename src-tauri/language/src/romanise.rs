//! Cyrillic in Latin letters: names and page addresses.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    Language,
    fold::{is_apostrophe, is_cyrillic, is_stress, mistyped_apostrophes},
};

#[cfg(test)]
mod tests;

/// The longest page address, in characters.
const LONGEST_ADDRESS: usize = 80;

/// The official romanisation of Ukrainian (Cabinet of Ministers, resolution 55 of 27 January
/// 2010). «зг» is zgh; Є Ї Й Ю Я differ at the start of a word; ь and apostrophes are dropped;
/// stress marks stay. An initial keeps its digraph in title case («Є.» → "Ye."). A person's own
/// spelling wins over this one: it is a proposal. Russian letters in a Ukrainian text follow the
/// table of `russian`.
pub fn kmu55(text: &str) -> String {
    romanise(text, Scheme::Kmu55)
}

/// Russian in Latin letters as our page addresses have it: readable ASCII, е always e, ъ and ь
/// dropped, «-ий» and «-ый» at the end of a word y. Ukrainian letters in a Russian text follow
/// their sound.
pub fn russian(text: &str) -> String {
    romanise(text, Scheme::Russian)
}

/// The page address of a headline: lower-case ASCII letters and digits in words joined by
/// hyphens, at most 80 characters, cut between words where there are several. Empty only when
/// the text has no letter and no digit: a script that we do not romanise is given by code points.
pub fn address(text: &str, language: Language) -> String {
    let text = without_mistyped_apostrophes(text);
    let latin = match language {
        Language::Uk | Language::En => kmu55(&text),
        Language::Ru => russian(&text),
    };
    let words = ascii_words(&latin);
    if words.is_empty() {
        joined(&code_points(&text, char::is_alphanumeric))
    } else {
        joined(&words)
    }
}

/// What a name goes by in addresses: as [`address`]; a name without letters and digits is given by
/// the code points of its signs.
pub fn key(name: &str, language: Language) -> String {
    let address = address(name, language);
    if address.is_empty() { joined(&code_points(name, |c| !c.is_whitespace())) } else { address }
}

fn without_mistyped_apostrophes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut end = 0;
    for range in mistyped_apostrophes(text) {
        kept.push_str(&text[end..range.start]);
        end = range.end;
    }
    kept + &text[end..]
}

fn ascii_words(latin: &str) -> Vec<String> {
    let letters = latin.nfkd().filter(|c| !is_apostrophe(*c) && !is_combining_mark(*c));
    let mut plain = String::with_capacity(latin.len());
    for c in letters.flat_map(char::to_lowercase) {
        match undecomposed(c) {
            Some(ascii) => plain.push_str(ascii),
            None => plain.push(c),
        }
    }
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Latin letters that Unicode does not take apart into a letter and a mark.
fn undecomposed(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

fn code_points(text: &str, counts: fn(char) -> bool) -> Vec<String> {
    text.chars().filter(|c| counts(*c)).map(|c| format!("{:x}", u32::from(c))).collect()
}

fn joined(words: &[String]) -> String {
    let mut address = String::new();
    for word in words {
        if address.is_empty() {
            address.extend(word.chars().take(LONGEST_ADDRESS));
        } else if address.len() + 1 + word.len() > LONGEST_ADDRESS {
            break;
        } else {
            address.push('-');
            address.push_str(word);
        }
    }
    address
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Kmu55,
    Russian,
}

fn romanise(text: &str, scheme: Scheme) -> String {
    let letters: Vec<char> = text.nfc().collect();
    let mut latin = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let (sound, taken) = sound(&letters, at, scheme);
        match sound {
            Some(sound) => latin.push_str(&in_case_of(&letters, at, sound)),
            None => latin.push(letters[at]),
        }
        at += taken;
    }
    latin.nfc().collect()
}

/// The Latin letters for what stands at `at`, if it is ours to romanise, and how many characters
/// they stand for.
fn sound(letters: &[char], at: usize, scheme: Scheme) -> (Option<&'static str>, usize) {
    let here = lower(letters[at]);
    let next = letters.get(at + 1).copied().map(lower);
    match (scheme, here, next) {
        (Scheme::Kmu55, 'з', Some('г')) => (Some("zgh"), 2),
        (Scheme::Kmu55, c, Some(next))
            if is_apostrophe(c) && is_cyrillic(next) && letter_before(letters, at).is_some() =>
        {
            (Some(""), 1)
        }
        (Scheme::Russian, 'и' | 'ы', Some('й')) if !is_letter(letters.get(at + 2)) => {
            (Some("y"), 2)
        }
        (Scheme::Kmu55, c, _) => (ukrainian_letter(c, starts_word(letters, at)), 1),
        (Scheme::Russian, c, _) => (russian_letter(c), 1),
    }
}

fn ukrainian_letter(c: char, starts_word: bool) -> Option<&'static str> {
    Some(match (c, starts_word) {
        ('г', _) => "h",
        ('и', _) => "y",
        ('є', true) => "ye",
        ('є', false) => "ie",
        ('ї', true) => "yi",
        ('й', true) => "y",
        ('ї' | 'й', false) => "i",
        ('ю', false) => "iu",
        ('я', false) => "ia",
        _ => return russian_letter(c),
    })
}

fn russian_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'є' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

/// The Latin letters in the case of the Cyrillic one: all capitals inside a word in capitals,
/// else only the first. A lone capital is an initial or a word, unless a stress mark shows it as
/// a letter.
fn in_case_of(letters: &[char], at: usize, sound: &'static str) -> String {
    if !letters[at].is_uppercase() {
        return sound.to_owned();
    }
    let stressed = letters.get(at + 1).copied().is_some_and(is_stress);
    let next = letters.get(at + 1 + usize::from(stressed)).copied().filter(|c| c.is_alphabetic());
    let capitals = match (next, letter_before(letters, at)) {
        (Some(neighbour), _) | (None, Some(neighbour)) => neighbour.is_uppercase(),
        (None, None) => stressed,
    };
    if capitals {
        return sound.to_uppercase();
    }
    let mut sound = sound.chars();
    sound.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(sound).collect()
}

fn starts_word(letters: &[char], at: usize) -> bool {
    letter_before(letters, at).is_none()
}

/// The letter that a word goes on from: the one before, across a stress mark and an apostrophe.
fn letter_before(letters: &[char], at: usize) -> Option<char> {
    let mut before = letters[..at].iter().rev().copied().filter(|c| !is_stress(*c)).peekable();
    before.next_if(|c| is_apostrophe(*c));
    before.next().filter(|c| c.is_alphabetic())
}

fn is_letter(c: Option<&char>) -> bool {
    c.is_some_and(|c| c.is_alphabetic())
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
