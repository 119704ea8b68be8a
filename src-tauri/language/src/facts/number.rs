//! Numbers: digits with their separators, numerals in words, percentages, clock times.

use super::{
    Fact, FactKind,
    decimal::Decimal,
    numeral::{part, power, value},
    scan::{Found, Scan},
    token::Kind,
};
use crate::{Language, fold::is_apostrophe};

/// A number that starts at a token, with the token after it.
struct Number {
    value: Decimal,
    end: usize,
}

impl Scan<'_> {
    /// The number at a token: its key is a plain decimal («1,5 млн» and "1.5 million" are
    /// `1500000`), `26%`, a clock time `15:30`, decades `1990s`, or a share or multiple.
    pub(super) fn number(&self, at: usize) -> Option<Found> {
        self.clock(at)
            .or_else(|| self.decade(at))
            .or_else(|| self.amount(at))
            .or_else(|| self.share(at))
    }

    fn amount(&self, at: usize) -> Option<Found> {
        let number = self.digits(at).or_else(|| self.numeral(at))?;
        let number = self.multiplied(number);
        if let Some(end) = self.percent(number.end) {
            return Some(self.found_number(format!("{}%", number.value), at, end));
        }
        Some(self.found_number(number.value.to_string(), at, number.end))
    }

    fn found_number(&self, key: String, at: usize, end: usize) -> Found {
        let text = self.between(at, end).to_owned();
        Found { facts: vec![Fact { kind: FactKind::Number, key, text }], end }
    }

    /// Digits with groups and a decimal sign, as the language writes them.
    fn digits(&self, at: usize) -> Option<Number> {
        let first = self.digits_at(at)?;
        let mut whole = first.to_owned();
        let mut end = at + 1;
        if first.len() <= 3 {
            while let Some(group) = self.group(end, &whole) {
                whole.push_str(self.digits_at(group)?);
                end = group + 1;
            }
        }
        let fraction = self.fraction(end);
        let value = Decimal::new(&whole, fraction.unwrap_or_default());
        Some(Number { value, end: end + if fraction.is_some() { 2 } else { 0 } })
    }

    /// The token of the next group of three digits: after a space («30 209»), or after a comma
    /// (30,209; in Ukrainian and Russian too, unless «1,125 млн» shows a fraction).
    fn group(&self, end: usize, whole: &str) -> Option<usize> {
        let three = |at: usize| self.digits_at(at).is_some_and(|digits| digits.len() == 3);
        let next = self.tokens.get(end)?;
        if three(end) && next.spaced && self.one_space_before(end) {
            return Some(end);
        }
        let comma = next.is_sign(",") && self.joined(end) && self.joined(end + 1);
        let fraction =
            self.language != Language::En && (whole == "0" || self.power_at(end + 2).is_some());
        (comma && three(end + 1) && !fraction).then_some(end + 1)
    }

    /// The digits after a decimal sign.
    fn fraction(&self, end: usize) -> Option<&str> {
        let sign = self.tokens.get(end)?;
        let comma = sign.is_sign(",") && self.language != Language::En;
        let joined = self.joined(end) && self.joined(end + 1);
        let more = self.tokens.get(end + 2).is_some_and(|next| {
            (next.is_sign(".") || next.is_sign(","))
                && self.joined(end + 2)
                && self.joined(end + 3)
                && self.digits_at(end + 3).is_some()
        });
        let fraction = self.digits_at(end + 1)?;
        ((comma || sign.is_sign(".")) && joined && !more).then_some(fraction)
    }

    /// «Двадцять п'ять», "one hundred and five", "twenty-five".
    fn numeral(&self, at: usize) -> Option<Number> {
        if self.is_pronoun_one(at) {
            return None;
        }
        let mut sum = 0;
        let mut last = u64::MAX;
        let mut end = at;
        while let Some(value) = self.numeral_word(end).filter(|value| fits(last, *value)) {
            sum += value;
            last = smallest_part(value);
            end += 1;
        }
        if end > at {
            return Some(Number { value: Decimal::from(sum), end });
        }
        self.bare_power(at)
    }

    /// One token's value: a word, or an English pair with a hyphen.
    fn numeral_word(&self, at: usize) -> Option<u64> {
        let word = self.key_at(at)?;
        if let Some(value) = value(self.language, word) {
            return Some(value);
        }
        let (tens, unit) = word.split_once('-')?;
        match (value(self.language, tens)?, value(self.language, unit)?) {
            (tens @ 20..=90, unit @ 1..=9) => Some(tens + unit),
            _ => None,
        }
    }

    /// «Мільйон гривень», "a million": one of them. Plurals («мільйони») count nothing.
    fn bare_power(&self, at: usize) -> Option<Number> {
        let (article, at) = match self.word_at(at)? {
            "a" | "A" if self.language == Language::En => (true, at + 1),
            _ => (false, at),
        };
        let word = self.key_at(at)?;
        let singular = match self.language {
            Language::En => article,
            Language::Uk | Language::Ru => {
                word.ends_with(['н', 'д'])
                    || matches!(word, "тисяча" | "тисячу" | "тысяча" | "тысячу")
            }
        };
        let power = self.power_at(at).filter(|_| singular)?;
        Some(Number { value: Decimal::from(1).times_ten_to(power), end: at + 1 })
    }

    /// «Один із лідерів», "no one", «одного разу»: no count.
    fn is_pronoun_one(&self, at: usize) -> bool {
        if self.key_at(at).and_then(|word| value(self.language, word)) != Some(1) {
            return false;
        }
        let after = self.key_at(at + 1).unwrap_or_default();
        const NOT_BEFORE: [&str; 25] = [
            "з",
            "із",
            "зі",
            "из",
            "of",
            "another",
            "разу",
            "разом",
            "дня",
            "раз",
            "другого",
            "друга",
            "друг",
            "одного",
            "одному",
            "одну",
            "who",
            "that",
            "can",
            "must",
            "should",
            "would",
            "day",
            "is",
            "або",
        ];
        const NOT_AFTER: [&str; 19] = [
            "no",
            "this",
            "that",
            "the",
            "which",
            "every",
            "any",
            "each",
            "only",
            "ні",
            "ни",
            "жоден",
            "одне",
            "один",
            "одна",
            "друг",
            "if",
            "not",
            "some",
        ];
        NOT_BEFORE.contains(&after)
            || self.key_before(at).is_some_and(|before| NOT_AFTER.contains(&before))
    }

    fn multiplied(&self, mut number: Number) -> Number {
        while let Some(power) = self.power_at(number.end) {
            number.value = number.value.times_ten_to(power);
            number.end += 1;
            let stop = self.tokens.get(number.end).is_some_and(|next| next.is_sign("."));
            let short = matches!(self.word_at(number.end - 1), Some("тис" | "тыс"));
            number.end += usize::from(stop && short);
        }
        number
    }

    /// The power of a counted word at a token; "m" and "k" only close to the digits.
    fn power_at(&self, at: usize) -> Option<i32> {
        let word = self.word_at(at)?;
        if self.language == Language::En && self.joined(at) && matches!(word, "m" | "M") {
            return Some(6);
        }
        power(self.language, self.key_at(at)?)
    }

    /// The token after a percent sign or word.
    fn percent(&self, at: usize) -> Option<usize> {
        let next = self.tokens.get(at)?;
        if next.is_sign("%") {
            return Some(at + 1);
        }
        let word = self.key_at(at)?;
        if word == "per" && self.word_at(at + 1) == Some("cent") {
            return Some(at + 2);
        }
        let stems = ["відсот", "процент", "percent"];
        stems.iter().any(|stem| word.starts_with(stem)).then_some(at + 1)
    }

    /// `15:30`, `3:30 p.m.`, "3 p.m.", «7 ранку».
    fn clock(&self, at: usize) -> Option<Found> {
        let digits = self.digits_at(at)?;
        let hour: u8 = digits.parse().ok().filter(|hour| *hour < 24 && digits.len() <= 2)?;
        let minutes = self.minutes(at + 1);
        let end = if minutes.is_some() { at + 3 } else { at + 1 };
        let end = end + usize::from(self.key_at(end).is_some_and(is_hour_word));
        let half = self.half_of_day(end);
        if minutes.is_none() && half.is_none() {
            return None;
        }
        let hour = match half {
            Some(Half::Afternoon) if hour < 12 => hour + 12,
            Some(Half::Morning) if hour == 12 => 0,
            _ => hour,
        };
        let end = end + usize::from(half.is_some());
        Some(self.found_number(format!("{hour}:{:02}", minutes.unwrap_or(0)), at, end))
    }

    /// Two digits after a colon; after a stop where the time of day shows that it is a clock.
    fn minutes(&self, at: usize) -> Option<u8> {
        let sign = self.tokens.get(at).filter(|_| self.joined(at) && self.joined(at + 1))?;
        let clock = sign.is_sign(":") || (sign.is_sign(".") && self.half_of_day(at + 2).is_some());
        let digits = self.digits_at(at + 1).filter(|digits| clock && digits.len() == 2)?;
        digits.parse().ok().filter(|minutes| *minutes < 60)
    }

    fn half_of_day(&self, at: usize) -> Option<Half> {
        match self.key_at(at)? {
            "a.m." | "am" | "ранку" | "утра" => Some(Half::Morning),
            "p.m." | "pm" | "вечора" | "вечера" => Some(Half::Afternoon),
            _ => None,
        }
    }

    /// «90-ті», «1990-х», "1990s", "'90s".
    fn decade(&self, at: usize) -> Option<Found> {
        let digits = self.digits_at(at).filter(|digits| digits.ends_with('0'))?;
        let (suffix, end) = match self.language {
            Language::En => (at + 1, at + 2),
            Language::Uk | Language::Ru if self.tokens.get(at + 1)?.is_hyphen() => (at + 2, at + 3),
            Language::Uk | Language::Ru => return None,
        };
        let plural = ["s", "ті", "тих", "тим", "тими", "х", "е", "ые", "ых", "м", "ми"];
        let is_decade = self.joined(suffix) && plural.contains(&self.word_at(suffix)?);
        let year = match digits.len() {
            2 if self.language != Language::En || self.follows_apostrophe(at) => {
                format!("19{digits}")
            }
            4 => digits.to_owned(),
            _ => return None,
        };
        is_decade.then(|| self.found_number(format!("{year}s"), at, end))
    }

    fn follows_apostrophe(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].text);
        self.joined(at) && before.is_some_and(|sign| sign.chars().all(is_apostrophe))
    }

    fn share(&self, at: usize) -> Option<Found> {
        let key = part(self.key_at(at)?)?;
        Some(self.found_number(key.to_owned(), at, at + 1))
    }

    fn digits_at(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).filter(|token| token.kind == Kind::Digits).map(|token| token.text)
    }
}

/// «Об 11 годині ранку».
fn is_hour_word(word: &str) -> bool {
    matches!(word, "годині" | "години" | "годин" | "час" | "часа" | "часов")
}

enum Half {
    Morning,
    Afternoon,
}

/// Whether a numeral word goes on a number: units after tens after hundreds.
fn fits(last: u64, value: u64) -> bool {
    match value {
        100.. => last == u64::MAX,
        10..=99 => last >= 100,
        _ => last >= 20,
    }
}

fn smallest_part(value: u64) -> u64 {
    match value {
        100.. => 100,
        20..=99 if value.is_multiple_of(10) => 20,
        _ => 1,
    }
}
