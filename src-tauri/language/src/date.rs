//! Dates and times as people write them in Ukrainian, English and Russian.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::Language;

mod names;
mod parse;
#[cfg(test)]
mod tests;

pub(crate) use names::{english_weekday, in_a_date, month_of_key, weekday_of_key};
pub use names::{month_in, month_of, weekday_in, weekday_of};
pub use parse::{parse_day, parse_day_without_year};

/// When something happened: a day, or an instant. A date without time stays a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    Day(Date),
    Instant(Timestamp),
}

/// The zone of a Ukrainian newsroom, from the bundled database. Older databases know it as
/// Europe/Kiev; without either it is Kyiv's winter time.
pub fn kyiv() -> TimeZone {
    TimeZone::get("Europe/Kyiv")
        .or_else(|_| TimeZone::get("Europe/Kiev"))
        .unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(2)))
}

/// The stamp on the page: «20 січня 2025, 11:56», "January 20, 2025, 11:56"; a day has no clock.
pub fn stamp(language: Language, when: When, zone: &TimeZone) -> String {
    match when {
        When::Day(date) => day(language, date),
        When::Instant(instant) => {
            let date = instant.to_zoned_datetime(zone.clone()).date();
            format!("{}, {}", day(language, date), clock(instant, zone))
        }
    }
}

/// For `datetime=`: `2025-01-20`, or RFC 3339 with the zone's offset at that instant.
pub fn machine(when: When, zone: &TimeZone) -> String {
    match when {
        When::Day(date) => date.to_string(),
        When::Instant(instant) => {
            instant.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
        }
    }
}

/// The clock of an instant in a zone, 24 hours: `11:56`.
pub fn clock(instant: Timestamp, zone: &TimeZone) -> String {
    instant.to_zoned_datetime(zone.clone()).strftime("%H:%M").to_string()
}

fn day(language: Language, date: Date) -> String {
    let (year, day) = (date.year(), date.day());
    let month = names::in_a_date(language, date.month());
    match language {
        Language::Uk | Language::Ru => format!("{day} {month} {year}"),
        Language::En => format!("{month} {day}, {year}"),
    }
}
