//! Dates and times as files write them.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use shpalta_language::date::{When, kyiv, parse_day};

use super::parsed::{Parsed, Remark};

#[cfg(test)]
mod tests;

/// A day or an instant read from text.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub when: When,
    /// The time as written, when the clocks going back make it come twice.
    twice: Option<DateTime>,
}

impl Moment {
    /// The instant; none for a day without time.
    pub fn instant(&self) -> Option<Timestamp> {
        match self.when {
            When::Instant(instant) => Some(instant),
            When::Day(_) => None,
        }
    }

    /// Tells the person what is doubtful about it.
    pub fn remark(&self, parsed: &mut Parsed, line: impl Into<Option<usize>>) {
        if let Some(local) = self.twice {
            parsed.note(line, Remark::HourTwice { local: local.to_string() });
        }
    }

    fn day(day: Date) -> Self {
        Self { when: When::Day(day), twice: None }
    }

    /// A time without offset is Kyiv's.
    fn in_kyiv(local: DateTime) -> Option<Self> {
        let instant = kyiv().to_ambiguous_timestamp(local);
        let twice = matches!(instant.offset(), jiff::tz::AmbiguousOffset::Fold { .. });
        let when = When::Instant(instant.compatible().ok()?);
        Some(Self { when, twice: twice.then_some(local) })
    }
}

/// A date (`2025-01-20`, «20 січня 2025»), or a date with a time before or after it
/// (`2025-01-20T11:56:00+02:00`, `2025-01-20 11:56`, «20 січня 2025, 11:56»). A date without time
/// stays a day; a time without offset is Kyiv's.
pub fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    machine(text).or_else(|| parse_day(text).map(Moment::day)).or_else(|| stamp(text))
}

/// ISO 8601 with a time, and its looser cousins with spaces.
fn machine(text: &str) -> Option<Moment> {
    let is_machine = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(':');
    if !is_machine {
        return None;
    }
    let close = text.replacen(' ', "T", 1).replace(' ', "");
    if let Ok(instant) = close.parse::<Timestamp>() {
        return Some(Moment { when: When::Instant(instant), twice: None });
    }
    Moment::in_kyiv(close.parse().ok()?)
}

/// «20 січня 2025, 11:56», "11:56, January 20, 2025", "January 20, 2025 at 3:30 PM".
fn stamp(text: &str) -> Option<Moment> {
    let words: Vec<&str> =
        text.split([' ', '\u{a0}', ',', '\t']).filter(|w| !w.is_empty()).collect();
    let place = words.iter().position(|word| word.contains(':'))?;
    let half = words.get(place + 1).and_then(|word| half_of_day(word));
    let (hour, minute) = clock(words[place], half)?;
    let after = place + 1 + usize::from(half.is_some());
    let day = words[..place].iter().chain(&words[after..]).filter(|word| !is_at(word));
    let day = parse_day(&day.copied().collect::<Vec<_>>().join(" "))?;
    Moment::in_kyiv(day.at(hour, minute, 0, 0))
}

/// The hours that "a.m." and "p.m." add.
fn half_of_day(word: &str) -> Option<i8> {
    match word.to_lowercase().replace('.', "").as_str() {
        "am" => Some(0),
        "pm" => Some(12),
        _ => None,
    }
}

fn clock(word: &str, half: Option<i8>) -> Option<(i8, i8)> {
    let (hour, minute) = word.split_once(':')?;
    let minute = minute.split(':').next()?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        None => hour,
        Some(half) => (1..=12).contains(&hour).then_some(hour % 12 + half)?,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// Words between a day and its time.
fn is_at(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "о" | "об" | "в" | "at" | "|" | "-" | "–" | "—")
}

/// The latest day of that month and day that is not after `reference`; for dates without a year.
pub fn latest(month: i8, day: i8, reference: Date) -> Option<Date> {
    // A leap day may lie eight years back, around 1900 and 2100.
    (0..=8)
        .filter_map(|back| Date::new(reference.year().checked_sub(back)?, month, day).ok())
        .find(|candidate| *candidate <= reference)
}
