#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::*;

fn instant(text: &str) -> When {
    When::Instant(text.parse().unwrap())
}

#[test]
fn the_stamp_is_the_date_and_the_clock_of_the_zone() {
    let when = instant("2025-01-20T09:56:00Z");
    assert_eq!(stamp(Language::Uk, when, &kyiv()), "20 січня 2025, 11:56");
    assert_eq!(stamp(Language::Ru, when, &kyiv()), "20 января 2025, 11:56");
    assert_eq!(stamp(Language::En, when, &kyiv()), "January 20, 2025, 11:56");
}

#[test]
fn a_date_without_time_stays_a_date() {
    let when = When::Day(date(2025, 5, 1));
    assert_eq!(stamp(Language::Uk, when, &kyiv()), "1 травня 2025");
    assert_eq!(stamp(Language::En, when, &kyiv()), "May 1, 2025");
    assert_eq!(machine(when, &kyiv()), "2025-05-01");
}

#[test]
fn the_machine_date_has_the_offset_of_its_season() {
    let winter = machine(instant("2025-01-20T09:56:00Z"), &kyiv());
    assert_eq!(winter, "2025-01-20T11:56:00+02:00");
    assert_eq!(machine(instant("2025-07-20T09:56:00Z"), &kyiv()), "2025-07-20T12:56:00+03:00");
    assert_eq!(
        machine(instant("2025-01-20T09:56:00Z"), &TimeZone::UTC),
        "2025-01-20T09:56:00+00:00"
    );
}

#[test]
fn the_hour_that_autumn_repeats_is_two_instants() {
    let first = machine(instant("2025-10-26T00:30:00Z"), &kyiv());
    let second = machine(instant("2025-10-26T01:30:00Z"), &kyiv());
    assert_eq!(first, "2025-10-26T03:30:00+03:00");
    assert_eq!(second, "2025-10-26T03:30:00+02:00");
}

#[test]
fn kyiv_is_known_to_the_bundled_database() {
    assert_eq!(kyiv().iana_name(), Some("Europe/Kyiv"));
}

#[test]
fn months_are_known_in_every_case_form() {
    for (word, language, month) in [
        ("січень", Language::Uk, 1),
        ("Лютого", Language::Uk, 2),
        ("ЛИСТОПАДІ", Language::Uk, 11),
        ("груд.", Language::Uk, 12),
        ("мая", Language::Ru, 5),
        ("августе", Language::Ru, 8),
        ("янв.", Language::Ru, 1),
        ("Sept.", Language::En, 9),
        ("march", Language::En, 3),
    ] {
        assert_eq!(month_of(word), Some((language, month)), "{word}");
    }
    for word in ["трав", "груд", "Marchuk", "місяць", ""] {
        assert_eq!(month_of(word), None, "{word}");
    }
}

#[test]
fn weekdays_are_known_and_sunday_is_no_week() {
    assert_eq!(weekday_of("п’ятницю"), Some((Language::Uk, Weekday::Friday)));
    assert_eq!(weekday_of("неділю"), Some((Language::Uk, Weekday::Sunday)));
    assert_eq!(weekday_of("неделю"), None);
    assert_eq!(weekday_of("воскресенье"), Some((Language::Ru, Weekday::Sunday)));
    assert_eq!(weekday_of("Wednesday"), Some((Language::En, Weekday::Wednesday)));
    assert_eq!(weekday_in(Language::Ru, "четверга"), Some(Weekday::Thursday));
}

#[test]
fn days_are_read_in_every_usual_spelling() {
    for text in [
        "2025-01-20",
        "20.01.2025",
        "20.1.2025",
        "20 січня 2025",
        "20\u{a0}січня 2025 року",
        "20 січня 2025 р.",
        "20 СІЧНЯ 2025",
        "20-го січня 2025",
        "понеділок, 20 січня 2025",
        "20 января 2025 г.",
        "January 20, 2025",
        "Jan. 20, 2025",
        "Monday, January 20th, 2025",
        "20 January 2025",
    ] {
        assert_eq!(parse_day(text), Some(date(2025, 1, 20)), "{text}");
    }
}

#[test]
fn what_is_no_day_is_not_read_as_one() {
    for text in [
        "",
        "2025-02-30",
        "31 квітня 2025",
        "20 січня",
        "January 2025",
        "20 січня 2025, 11:56",
        "1.5.25",
        "192.168.2025.1",
        "May I, 2025",
    ] {
        assert_eq!(parse_day(text), None, "{text}");
    }
}

#[test]
fn a_day_may_stand_without_its_year() {
    assert_eq!(parse_day_without_year("24 квітня"), Some((4, 24)));
    assert_eq!(parse_day_without_year("December 13."), None);
    assert_eq!(parse_day_without_year("December 13"), Some((12, 13)));
    assert_eq!(parse_day_without_year("13 декабря"), Some((12, 13)));
    assert_eq!(parse_day_without_year("29 лютого"), Some((2, 29)));
    assert_eq!(parse_day_without_year("31 червня"), None);
}

proptest! {
    #[test]
    fn a_printed_day_is_read_back(days in -20_000i64..40_000) {
        let day = date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        for language in Language::ALL {
            let printed = stamp(language, When::Day(day), &kyiv());
            prop_assert_eq!(parse_day(&printed), Some(day));
        }
        prop_assert_eq!(parse_day(&machine(When::Day(day), &kyiv())), Some(day));
    }

    #[test]
    fn reading_a_day_never_fails_loudly(text in "\\PC{0,30}") {
        let _ = (parse_day(&text), parse_day_without_year(&text));
    }
}
