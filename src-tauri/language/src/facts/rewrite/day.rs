//! Dates: another day, another month, with the rest as it stands.

use crate::Language;
use crate::date;

/// The new date in the form of the old one; keys are `01-20`, `month:1`, `weekday:1`.
pub(super) fn written(
    language: Language,
    written: &str,
    (gone, came): (&str, &str),
) -> Option<String> {
    match (gone.split_once('-'), came.split_once('-')) {
        (Some((old_month, old_day)), Some((month, day))) => {
            let moved = with_month(language, written, old_month, month)?;
            with_day(&moved, old_day, day)
        }
        _ => english_name(language, written, gone, came),
    }
}

fn with_month(language: Language, written: &str, old: &str, new: &str) -> Option<String> {
    if old == new {
        return Some(written.to_owned());
    }
    let name = |month: &str| month.parse().ok().map(|month| date::in_a_date(language, month));
    replaced(written, name(old)?, name(new)?)
}

fn with_day(written: &str, old: &str, new: &str) -> Option<String> {
    if old == new {
        return Some(written.to_owned());
    }
    let plain = |day: &'_ str| day.trim_start_matches('0').to_owned();
    replaced(written, &plain(old), &plain(new))
}

/// The only one of its kind in the text, with nothing of a word or number joined to it: "20th"
/// would need another ending.
fn replaced(text: &str, old: &str, new: &str) -> Option<String> {
    let mut places = text.match_indices(old).filter(|(at, _)| {
        let alone = |c: char| !c.is_alphanumeric();
        text[..*at].chars().next_back().is_none_or(alone)
            && text[at + old.len()..].chars().next().is_none_or(alone)
    });
    let (at, _) = places.next().filter(|_| places.next().is_none() && !new.is_empty())?;
    Some(format!("{}{new}{}", &text[..at], &text[at + old.len()..]))
}

/// A month or a weekday by itself: English names have one form.
fn english_name(language: Language, written: &str, gone: &str, came: &str) -> Option<String> {
    let name = |key: &str| match key.split_once(':')? {
        ("month", number) => Some(date::in_a_date(Language::En, number.parse().ok()?)),
        ("weekday", number) => date::english_weekday(number.parse().ok()?),
        _ => None,
    };
    let same = gone.split(':').next() == came.split(':').next();
    if language != Language::En || !same {
        return None;
    }
    replaced(written, name(gone)?, name(came)?)
}
