#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::civil::date;

use super::*;

#[test]
fn a_stamp_is_read_with_its_clock_before_or_after_the_day() {
    let instant = Some(When::Instant("2025-01-20T13:30:00Z".parse().unwrap()));
    for text in [
        "20 січня 2025, 15:30",
        "20 січня 2025 о 15:30",
        "15:30, 20.01.2025",
        "20 января 2025 г. в 15:30",
        "January 20, 2025 at 3:30 PM",
        "Monday, January 20, 2025, 3:30 p.m.",
        "2025-01-20\u{a0}15:30",
        "2025-01-20T15:30+02:00",
    ] {
        assert_eq!(read(text).map(|moment| moment.when), instant, "{text}");
    }
}

#[test]
fn what_is_no_date_is_none() {
    for text in ["", "15:30", "20 січня", "2025-13-01", "20 січня 2025, 25:00", "о 15:30 на площі"]
    {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_day_without_year_is_the_latest_that_has_come() {
    let today = date(2025, 6, 1);
    assert_eq!(latest(6, 1, today), Some(date(2025, 6, 1)));
    assert_eq!(latest(6, 2, today), Some(date(2024, 6, 2)));
    assert_eq!(latest(2, 29, date(1903, 5, 1)), Some(date(1896, 2, 29)));
    assert_eq!(latest(2, 30, today), None);
}
