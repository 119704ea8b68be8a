//! Days read from text.

use jiff::civil::Date;

use super::{month_of, weekday_of};

/// Words that may stand after a year and say nothing.
const YEAR_WORDS: [&str; 7] = ["року", "рік", "р", "года", "год", "г", "y"];

/// The day that a text is: `2025-01-20`, `20.01.2025`, «20 січня 2025 року», «20 января 2025 г.»,
/// "January 20, 2025", "20 January 2025", each with or without a weekday. None for anything
/// else, for days that do not exist, and for text with more than a day in it.
pub fn parse_day(text: &str) -> Option<Date> {
    let words = words(text);
    match words.as_slice() {
        [one] => numeric(one),
        [first, second, year] => {
            let (month, day) = month_and_day(first, second)?;
            Date::new(year_number(year)?, month, day).ok()
        }
        _ => None,
    }
}

/// The month and day of a date without its year: «24 квітня», "December 13", "13 December".
pub fn parse_day_without_year(text: &str) -> Option<(i8, i8)> {
    match words(text).as_slice() {
        [first, second] => month_and_day(first, second),
        _ => None,
    }
}

fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 1 && words.first().is_some_and(|word| weekday_of(word).is_some()) {
        words.remove(0);
    }
    if words.len() > 2 && words.last().is_some_and(|word| is_year_word(word)) {
        words.pop();
    }
    words
}

fn is_year_word(word: &str) -> bool {
    YEAR_WORDS.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// `2025-01-20` or `20.01.2025`.
fn numeric(word: &str) -> Option<Date> {
    let word = word.strip_suffix('.').unwrap_or(word);
    if let [year, month, day] = word.split('-').collect::<Vec<_>>()[..] {
        return Date::new(year_number(year)?, number(month, 2)?, number(day, 2)?).ok();
    }
    if let [day, month, year] = word.split('.').collect::<Vec<_>>()[..] {
        return Date::new(year_number(year)?, number(month, 2)?, number(day, 2)?).ok();
    }
    None
}

fn month_and_day(first: &str, second: &str) -> Option<(i8, i8)> {
    let (month, day) = match month_of(first) {
        Some((_, month)) => (month, second),
        None => (month_of(second)?.1, first),
    };
    let day = number(without_ordinal(day), 2)?;
    // 2024 is a leap year: 29 February is a day of some year.
    Date::new(2024, month, day).ok().map(|date| (date.month(), date.day()))
}

/// "20th", «20-го» → 20.
fn without_ordinal(day: &str) -> &str {
    let digits = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = day[digits.len()..].to_lowercase();
    let known = ["st", "nd", "rd", "th", "-го", "-е", "-ше", "-те", "-ге"];
    if known.contains(&ending.as_str()) { digits } else { day }
}

fn year_number(word: &str) -> Option<i16> {
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.len() == 4 { number(word, 4) } else { None }
}

fn number<N: std::str::FromStr>(word: &str, longest: usize) -> Option<N> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    if digits && word.len() <= longest { word.parse().ok() } else { None }
}
