//! What a page prints around its text: counters, stamps, datelines, language switches.

use jiff::civil::Date;
use shpalta_language::{
    date::{parse_day, parse_day_without_year},
    fold::{homoglyphs, search_key},
    place, section,
};

use crate::import::moment::{self, Moment};

/// Signs that stand between the parts of a line of furniture.
const SEPARATORS: [char; 4] = ['•', '·', '|', '∙'];

/// The longest line of furniture, in bytes; what is longer is text.
const LONGEST: usize = 400;

/// Codes and names in a language switch, longest first, since pages glue them: "ukenru".
const SWITCH: [&str; 10] =
    ["українська", "английский", "русский", "english", "укр", "рус", "eng", "uk", "en", "ru"];

/// One part of a line of furniture.
#[derive(Debug, Clone, PartialEq)]
pub enum Part<'a> {
    Place(&'a str),
    Source(&'a str),
    Stamp(Moment),
    Views(u64),
    /// «21,7 тис. переглядів»: no number that the desk could keep.
    RoundedViews(&'a str),
    Authors(Vec<String>),
    /// A language switch, a stamp of the last change: nothing to keep.
    Idle(&'a str),
}

/// The parts of a whole line of furniture («Київ • УНН • 20 січня 2025, 11:56»); none for text.
pub fn parts(line: &str) -> Option<Vec<Part<'_>>> {
    if line.len() > LONGEST {
        return None;
    }
    let pieces: Vec<&str> =
        line.split(SEPARATORS).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let known: Vec<Option<Part<'_>>> = pieces.iter().map(|piece| part(piece)).collect();
    let words: Vec<&str> = pieces
        .iter()
        .zip(&known)
        .filter(|(_, known)| known.is_none())
        .map(|(piece, _)| *piece)
        .collect();
    let names = names(line, &words)?;
    let parts: Vec<Part<'_>> = names.into_iter().chain(known.into_iter().flatten()).collect();
    (!parts.is_empty()).then_some(parts)
}

/// What the words of a line name once its stamps and counters are known.
fn names<'a>(line: &str, words: &[&'a str]) -> Option<Vec<Part<'a>>> {
    let has_separator = line.contains(SEPARATORS);
    match words {
        [] => Some(Vec::new()),
        [name] if has_separator && place::find(name).is_some() => Some(vec![Part::Place(name)]),
        [name] if has_separator && is_acronym(name) => Some(vec![Part::Source(name)]),
        [place, source] if !line.starts_with(SEPARATORS) && is_name(place) && is_name(source) => {
            Some(vec![Part::Place(place), Part::Source(source)])
        }
        _ => None,
    }
}

fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    text.chars().count() <= 12
        && letters.clone().count() > 1
        && letters.clone().all(char::is_uppercase)
}

/// A name is short, begins with a capital and does not end as a sentence does.
fn is_name(text: &str) -> bool {
    text.chars().count() <= 40
        && text.split_whitespace().count() <= 5
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ';', ':', ','])
}

fn part(piece: &str) -> Option<Part<'_>> {
    views(piece).or_else(|| stamp(piece)).or_else(|| byline(piece).map(Part::Authors))
}

/// «30 209 переглядів», "Views: 30,209", «21767 переглядiв» with a Latin i.
fn views(piece: &str) -> Option<Part<'_>> {
    const WORDS: [&str; 9] = [
        "перегляд",
        "перегляди",
        "переглядів",
        "view",
        "views",
        "просмотр",
        "просмотра",
        "просмотры",
        "просмотров",
    ];
    const THOUSANDS: [&str; 9] = ["k", "m", "к", "тис.", "тыс.", "тис", "тыс", "млн", "млн."];
    let folded = search_key(&homoglyphs(piece)).replace(':', " ");
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    let place = words.iter().position(|word| WORDS.contains(word))?;
    if place != 0 && place != words.len() - 1 {
        return None;
    }
    words.remove(place);
    if let Some(number) = grouped_number(&words) {
        return Some(Part::Views(number));
    }
    let number = words.concat();
    let rounded = THOUSANDS.iter().find_map(|suffix| number.strip_suffix(suffix))?;
    let is_number = rounded.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    (is_number && !rounded.is_empty()).then_some(Part::RoundedViews(piece))
}

/// `30209`, `30 209`, `30,209`, `30.209`: groups of three after the first.
fn grouped_number(words: &[&str]) -> Option<u64> {
    let number = words.join(" ");
    let mut groups = number.split([' ', ',', '.', '\'']);
    let first = groups.next().filter(|group| !group.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|g| g.len() == 3));
    let digits = format!("{first}{}", rest.concat());
    (is_grouped && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// A date with or without its label and the language switch that pages print beside it.
fn stamp(piece: &str) -> Option<Part<'_>> {
    const LABELS: [&str; 9] = [
        "date",
        "дата",
        "опубліковано",
        "опубликовано",
        "published",
        "posted",
        "дата публікації",
        "дата публикации",
        "publication date",
    ];
    const CHANGED: [&str; 5] = ["оновлено", "обновлено", "updated", "last updated", "змінено"];
    let dated = without_switch(piece);
    if dated.is_empty() {
        return Some(Part::Idle(piece));
    }
    if let Some(moment) = moment::read(dated) {
        return Some(Part::Stamp(moment));
    }
    let (label, moment) =
        dated.char_indices().filter(|(_, c)| *c == ' ' || *c == ':').find_map(|(end, _)| {
            let date = dated[end + 1..].trim();
            moment::read(date).map(|moment| (label_key(&dated[..end]), moment))
        })?;
    if LABELS.contains(&label.as_str()) {
        return Some(Part::Stamp(moment));
    }
    CHANGED.contains(&label.as_str()).then_some(Part::Idle(piece))
}

fn label_key(label: &str) -> String {
    search_key(label.trim_end_matches([':', ' ']))
}

/// The text before a language switch of at least two languages; all of it when there is none.
fn without_switch(piece: &str) -> &str {
    let mut rest = piece;
    let mut codes = 0;
    while let Some((start, word)) = last_word(rest) {
        match switch_codes(word) {
            0 => break,
            found => codes += found,
        }
        rest = rest[..start].trim_end();
    }
    if codes >= 2 { rest } else { piece }
}

fn last_word(text: &str) -> Option<(usize, &str)> {
    let start = text.rfind(|c: char| c.is_whitespace() || matches!(c, '/' | ','));
    let start =
        start.map_or(0, |start| start + text[start..].chars().next().map_or(0, char::len_utf8));
    let word = &text[start..];
    if word.is_empty() && start > 0 {
        return last_word(
            text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | ',')),
        );
    }
    (!word.is_empty()).then_some((start, word))
}

/// How many languages a word names when it is made of nothing else.
fn switch_codes(word: &str) -> usize {
    let word = word.to_lowercase();
    let mut rest = word.as_str();
    let mut codes = 0;
    while let Some(after) = SWITCH.iter().chain(&["ua"]).find_map(|code| rest.strip_prefix(code)) {
        rest = after;
        codes += 1;
    }
    if rest.is_empty() { codes } else { 0 }
}

/// The names of a line that says it names the authors: "By Vita Zelenetska", «Текст: …».
pub fn byline(line: &str) -> Option<Vec<String>> {
    const LABELS: [&str; 12] = [
        "текст",
        "автор",
        "автори",
        "авторка",
        "авторы",
        "author",
        "authors",
        "text",
        "by",
        "written by",
        "автор тексту",
        "автор текста",
    ];
    let (label, list) = match line.split_once(':') {
        Some(parts) => parts,
        None => ("by", line.strip_prefix("By ")?),
    };
    if !LABELS.contains(&label_key(label).as_str()) {
        return None;
    }
    people(list)
}

/// The names of people in a line that is nothing but names: two to four words each, with capitals.
pub fn people(line: &str) -> Option<Vec<String>> {
    if line.len() > LONGEST {
        return None;
    }
    let list = [" and ", " & ", " та ", " і ", " й ", " и "]
        .iter()
        .fold(line.replace('\u{a0}', " "), |list, and| list.replace(and, ", "));
    let names: Vec<String> = list.split(',').map(|name| name.trim().to_owned()).collect();
    let all_people = names.iter().all(|name| (2..=4).contains(&name_words(name)));
    all_people.then_some(names)
}

/// How many words a name has; 0 when it is no name.
pub fn name_words(name: &str) -> usize {
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || "'’ʼ`-.‑".contains(c))
            && !(word.ends_with('.') && word.chars().count() > 3)
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.iter().all(|word| is_word(word)) { words.len() } else { 0 }
}

/// Whether a line is a heading with a meaning of its own, in any of the three languages.
pub fn is_section(line: &str) -> bool {
    line.len() <= LONGEST && line.starts_with(char::is_alphabetic) && section::any(line).is_some()
}

/// Whether a line stands where the page had a picture.
pub fn is_image(line: &str) -> bool {
    if line.len() > LONGEST || !line.starts_with(char::is_alphabetic) {
        return false;
    }
    const WORDS: [&str; 11] = [
        "image",
        "photo",
        "picture",
        "зображення",
        "фото",
        "світлина",
        "фотографія",
        "ілюстрація",
        "изображение",
        "фотография",
        "иллюстрация",
    ];
    let folded = search_key(&homoglyphs(line));
    let word = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    WORDS.contains(&word) && folded.len() - word.len() <= 3
}

/// Whether a line under a picture says whose it is.
pub fn is_credit(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, credit)| is_image(label) && !credit.trim().is_empty())
}

/// Whether a line is a page's address without its folder: `kanada-nadast-dopomohu-2025`.
pub fn is_slug(line: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    line.matches('-').count() >= 2 && line.split('-').all(is_part)
}

/// The dateline that older pages print inside the first paragraph: «КИЇВ. 24 квітня. УНН. …».
#[derive(Debug, Clone, PartialEq)]
pub struct OldDateline<'a> {
    pub place: &'a str,
    pub day: OldDay,
    pub source: &'a str,
    /// The paragraph after it; empty when the line holds nothing else.
    pub rest: &'a str,
}

/// The day of an old dateline; the year is usually left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OldDay {
    Full(Date),
    MonthDay(i8, i8),
}

/// The old dateline at the start of a paragraph, if there is one.
pub fn old_dateline(paragraph: &str) -> Option<OldDateline<'_>> {
    let stop = paragraph.find(['.', ','])?;
    let place = &paragraph[..stop];
    let is_capital = place.chars().all(|c| c.is_uppercase() || "-–' ’ʼ\u{a0}".contains(c));
    if !is_capital || !(2..=40).contains(&place.chars().count()) {
        return None;
    }
    let after = &paragraph[stop + 1..];
    // "Dec. 13, 2025" has stops and commas of its own.
    let ends = after.match_indices(['.', ',']).map(|(end, _)| end).take(4);
    let (day, end) = ends.filter_map(|end| Some((old_day(&after[..end])?, end))).last()?;
    let (source, rest) = old_source(after[end + 1..].trim_start())?;
    Some(OldDateline { place, day, source, rest })
}

fn old_day(text: &str) -> Option<OldDay> {
    let text = text.trim();
    let full = parse_day(text).map(OldDay::Full);
    full.or_else(|| parse_day_without_year(text).map(|(month, day)| OldDay::MonthDay(month, day)))
}

fn old_source(text: &str) -> Option<(&str, &str)> {
    let end = text.find(['.', '–', '—']).or_else(|| text.find(" - "))?;
    let source = text[..end].trim();
    let is_source = source.split_whitespace().count() <= 3 && is_name(source);
    let rest = text[end..].trim_start_matches(['.', '–', '—', '-', ' ', '\u{a0}']);
    is_source.then_some((source, rest))
}
