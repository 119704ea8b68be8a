//! Days, months and weekdays.

use jiff::civil::Date;

use super::{
    Fact, FactKind,
    ending::is_case_ending,
    scan::{Found, Scan},
    token::Kind,
};
use crate::{
    Language,
    date::{month_of_key, weekday_of_key},
};

/// Stems of «січневий», «январский» … in the order of the months.
const MONTHLY: [&str; 12] = [
    "січнев январск",
    "лютнев февральск",
    "березнев мартовск",
    "квітнев апрельск",
    "травнев майск",
    "червнев июньск",
    "липнев июльск",
    "серпнев августовск",
    "вереснев сентябрьск",
    "жовтнев октябрьск",
    "листопадов ноябрьск",
    "груднев декабрьск",
];

/// Stems of «понеділковий», «пятничный» … from Monday on.
const DAILY: [&str; 7] = [
    "понеділков",
    "вівторков",
    "середов",
    "четвергов",
    "п'ятничн пятничн",
    "суботн субботн",
    "недільн воскресн",
];

impl Scan<'_> {
    /// The date at a token: `01-20` for a day of a month, `month:1`, `weekday:1` (Monday). A year
    /// is a number beside it.
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        self.numeric_date(at)
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_and_day(at))
            .or_else(|| self.month(at))
            .or_else(|| self.weekday(at))
    }

    /// `20.01.2025`, `2025-01-20`.
    fn numeric_date(&self, at: usize) -> Option<Found> {
        let part = |index: usize| {
            let token = self.tokens.get(at + index)?;
            (index == 0 || self.joined(at + index)).then_some(token)
        };
        let [first, one, second, two, third] = [part(0)?, part(1)?, part(2)?, part(3)?, part(4)?];
        let digits = [first, second, third].iter().all(|token| token.kind == Kind::Digits);
        if !digits || one.text != two.text {
            return None;
        }
        let (year, month, day) = match one.text {
            "." => (third, second, first),
            "-" => (first, second, third),
            _ => return None,
        };
        let year = Some(year.text).filter(|year| year.len() == 4)?;
        let date =
            Date::new(year.parse().ok()?, month.text.parse().ok()?, day.text.parse().ok()?).ok()?;
        let mut found = self.found_date(day_key(date.month(), date.day()), at, at + 5);
        let year = Fact { kind: FactKind::Number, key: year.to_owned(), text: year.to_owned() };
        found.facts.push(year);
        Some(found)
    }

    /// «20 січня», «19–20 січня», "20 January", "20th January".
    fn day_and_month(&self, at: usize) -> Option<Found> {
        let (days, end) = self.days(at)?;
        let end = match (self.language, self.word_at(end)) {
            (Language::En, Some("st" | "nd" | "rd" | "th")) if self.joined(end) => end + 1,
            (Language::En, Some("of")) => end + 1,
            (Language::Uk | Language::Ru, None) if self.is_ordinal_ending(end) => end + 2,
            _ => end,
        };
        let month = self.month_word(end)?;
        self.found_days(month, &days, at, self.after_word(end))
    }

    /// «20-го січня».
    fn is_ordinal_ending(&self, at: usize) -> bool {
        let hyphen = self.tokens.get(at).is_some_and(|token| token.is_hyphen());
        let ending = matches!(self.key_at(at + 1), Some("го" | "е" | "те" | "ше" | "ге"));
        hyphen && self.joined(at + 1) && ending
    }

    /// "January 20", "Jan. 19-20".
    fn month_and_day(&self, at: usize) -> Option<Found> {
        let month = self.month_word(at).filter(|_| self.language == Language::En)?;
        let (days, end) = self.days(self.after_word(at))?;
        self.found_days(month, &days, at, end)
    }

    /// One day, or the two of a span.
    fn days(&self, at: usize) -> Option<(Vec<i8>, usize)> {
        let first = self.day(at)?;
        let span =
            self.tokens.get(at + 1).is_some_and(|token| token.is_hyphen()) && self.joined(at + 2);
        match self.day(at + 2).filter(|_| span) {
            Some(second) => Some((vec![first, second], at + 3)),
            None => Some((vec![first], at + 1)),
        }
    }

    fn day(&self, at: usize) -> Option<i8> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
        token.text.parse().ok().filter(|day| token.text.len() <= 2 && (1..=31).contains(day))
    }

    fn found_days(&self, month: i8, days: &[i8], at: usize, end: usize) -> Option<Found> {
        let text = self.between(at, end).to_owned();
        let fact =
            |day: &i8| Fact { kind: FactKind::Date, key: day_key(month, *day), text: text.clone() };
        Some(Found { facts: days.iter().map(fact).collect(), end })
    }

    fn month(&self, at: usize) -> Option<Found> {
        if let Some(month) = self.adjective(at, &MONTHLY) {
            return Some(self.found_date(format!("month:{month}"), at, at + 1));
        }
        let month = self.month_word(at).filter(|_| self.is_sure_month(at))?;
        Some(self.found_date(format!("month:{month}"), at, self.after_word(at)))
    }

    /// The month that a token names; with its stop where the short form needs it.
    fn month_word(&self, at: usize) -> Option<i8> {
        let key = self.key_at(at)?;
        if self.language == Language::En && !self.tokens[at].is_capitalised() {
            return None;
        }
        month_of_key(self.language, key).or_else(|| {
            self.tokens.get(at + 1).filter(|stop| stop.is_sign(".") && !stop.spaced)?;
            month_of_key(self.language, &format!("{key}."))
        })
    }

    /// The token after a word and its stop, if that is a short form.
    fn after_word(&self, at: usize) -> usize {
        let short = self.word_at(at).is_some_and(|word| word.chars().count() <= 5);
        let stop = self.tokens.get(at + 1).is_some_and(|stop| stop.is_sign(".") && !stop.spaced);
        let full = self.tokens.get(at + 2).is_none_or(|next| next.is_capitalised());
        if short && stop && !full { at + 2 } else { at + 1 }
    }

    /// "May", "March" and «лютий» are other words, too: a month beside a preposition or a year.
    fn is_sure_month(&self, at: usize) -> bool {
        let Some(word) = self.word_at(at) else { return false };
        let doubtful = match self.language {
            Language::En => matches!(word, "May" | "March" | "Mar"),
            Language::Uk => self.key_at(at).is_some_and(|key| key.starts_with("лют")),
            Language::Ru => false,
        };
        if !doubtful {
            return true;
        }
        const BEFORE: [&str; 26] = [
            "in",
            "of",
            "last",
            "next",
            "since",
            "until",
            "by",
            "early",
            "late",
            "mid",
            "this",
            "from",
            "to",
            "through",
            "between",
            "у",
            "в",
            "з",
            "із",
            "до",
            "від",
            "на",
            "за",
            "минулого",
            "цього",
            "наприкінці",
        ];
        self.key_before(at).is_some_and(|before| BEFORE.contains(&before))
            || self.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Digits)
    }

    fn weekday(&self, at: usize) -> Option<Found> {
        if let Some(weekday) = self.adjective(at, &DAILY) {
            return Some(self.found_date(format!("weekday:{weekday}"), at, at + 1));
        }
        if self.language == Language::En && !self.tokens.get(at)?.is_capitalised() {
            return None;
        }
        let weekday = weekday_of_key(self.language, self.key_at(at)?)?;
        if self.language == Language::Ru && !self.is_sure_wednesday(at) {
            return None;
        }
        let key = format!("weekday:{}", weekday.to_monday_one_offset());
        Some(self.found_date(key, at, at + 1))
    }

    /// The place in the row, from 1, of the stem that a Ukrainian or Russian adjective has.
    fn adjective(&self, at: usize, stems: &[&str]) -> Option<usize> {
        let word = self.key_at(at).filter(|_| self.language != Language::En)?;
        let has = |stem: &str| word.strip_prefix(stem).is_some_and(is_case_ending);
        let place = stems.iter().position(|stems| stems.split(' ').any(has))?;
        Some(place + 1)
    }

    /// «Среда» is also an environment: a weekday after a preposition or a word of time.
    fn is_sure_wednesday(&self, at: usize) -> bool {
        if !self.key_at(at).is_some_and(|word| word.starts_with("сред")) {
            return true;
        }
        const BEFORE: [&str; 16] = [
            "в",
            "во",
            "к",
            "ко",
            "до",
            "с",
            "со",
            "на",
            "утром",
            "вечером",
            "днем",
            "прошлую",
            "эту",
            "следующую",
            "каждую",
            "ночь",
        ];
        at == 0 || self.key_before(at).is_some_and(|before| BEFORE.contains(&before))
    }

    fn found_date(&self, key: String, at: usize, end: usize) -> Found {
        let text = self.between(at, end).to_owned();
        Found { facts: vec![Fact { kind: FactKind::Date, key, text }], end }
    }
}

fn day_key(month: i8, day: i8) -> String {
    format!("{month:02}-{day:02}")
}
