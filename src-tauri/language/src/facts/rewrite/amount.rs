//! Numbers: with the decimal sign, the grouping and the unit of the one that stands there.

use std::borrow::Cow;

use super::is_space;
use crate::Language;
use crate::facts::{decimal::Decimal, numeral::power};
use crate::plural::{Plural, plural};

/// The new number in the form of the old one; `noun` says that a word follows which its form
/// depends on.
pub(super) fn written(
    language: Language,
    written: &str,
    (gone, came): (&str, &str),
    noun: bool,
) -> Option<String> {
    if gone.contains(':') || came.contains(':') {
        return clock(written, gone, came);
    }
    let (gone, came) = match (gone.strip_suffix('%'), came.strip_suffix('%')) {
        (Some(gone), Some(came)) => (gone, came),
        (None, None) => (gone, came),
        _ => return None,
    };
    let form = Form::of(language, written)?;
    let old = form.scaled(&number(gone)?);
    let new = form.scaled(&number(came)?);
    if form.unit_bends(noun)
        && !is_year(written, &new)
        && kind(language, &old) != kind(language, &new)
    {
        return None;
    }
    // 0.8 million is 800 thousand.
    let too_small = form.power > 0 && new.starts_with("0.");
    (!too_small).then(|| format!("{}{}", form.digits(&new), form.unit))
}

/// `15:30`; a clock of twelve hours has its own words.
fn clock(written: &str, gone: &str, came: &str) -> Option<String> {
    let padded = format!("{gone:0>5}");
    let came_padded = format!("{came:0>5}");
    match written {
        _ if !came.contains(':') => None,
        _ if written == padded => Some(came_padded),
        _ if written == gone => Some(came.to_owned()),
        _ => None,
    }
}

fn number(key: &str) -> Option<Decimal> {
    let (whole, fraction) = key.split_once('.').unwrap_or((key, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(fraction)).then(|| Decimal::new(whole, fraction))
}

/// How a number is written: its digits and what stands behind them.
struct Form<'a> {
    language: Language,
    /// The digits before the decimal sign, separators included.
    whole: &'a str,
    /// The sign between groups, if there are groups.
    group: Option<char>,
    decimal: Option<char>,
    /// `%`, « млн», " percent" with the space before it.
    unit: &'a str,
    /// The power of ten that the unit stands for.
    power: i32,
}

impl<'a> Form<'a> {
    fn of(language: Language, written: &'a str) -> Option<Self> {
        let last = written.rfind(|c: char| c.is_ascii_digit())?;
        let (digits, unit) = written.split_at(last + 1);
        let groups = |c: char| is_space(c) || language == Language::En && c == ',';
        let is_part = |c: char| c.is_ascii_digit() || groups(c) || matches!(c, '.' | ',');
        if !written.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(is_part) {
            return None;
        }
        let group = digits.chars().find(|c| groups(*c));
        let decimal = digits.chars().find(|c| matches!(c, '.' | ',') && !groups(*c));
        let whole = decimal.and_then(|sign| digits.split(sign).next()).unwrap_or(digits);
        let power = power_of(language, unit)?;
        Some(Self { language, whole, group, decimal, unit, power })
    }

    /// The number in its unit, as a plain decimal.
    fn scaled(&self, number: &Decimal) -> Cow<'static, str> {
        Cow::Owned(number.clone().times_ten_to(-self.power).to_string())
    }

    /// Whether a word that belongs to the number takes its form from it.
    fn unit_bends(&self, noun: bool) -> bool {
        let word = self.unit.trim_start_matches(is_space);
        let bends = match self.language {
            Language::En => false,
            Language::Uk | Language::Ru => {
                let short = ["млн", "млрд", "трлн", "тис", "тыс"];
                word.starts_with(char::is_alphabetic)
                    && !short.contains(&word.trim_end_matches('.'))
            }
        };
        // «2 млн людей», "2 million people": the noun stands as it is.
        bends || noun && word.is_empty()
    }

    fn digits(&self, number: &str) -> String {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut digits = self.grouped(whole);
        if !fraction.is_empty() {
            digits.push(self.decimal.unwrap_or(match self.language {
                Language::En => '.',
                Language::Uk | Language::Ru => ',',
            }));
            digits.push_str(fraction);
        }
        digits
    }

    /// In the text's own groups; where it shows none, in the language's.
    fn grouped(&self, whole: &str) -> String {
        let (usual, least) = match self.language {
            Language::Uk | Language::Ru => (' ', 5),
            Language::En => (',', 4),
        };
        let as_long = self.whole.len() == whole.len();
        let sign = match self.group {
            Some(sign) if whole.len() >= 4.min(self.whole.len()) => sign,
            Some(sign) if whole.len() >= least => sign,
            None if whole.len() >= least && !(as_long && self.decimal.is_none()) => usual,
            _ => return whole.to_owned(),
        };
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push(sign);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// The power of ten of what stands behind the digits; none for what is not known.
fn power_of(language: Language, unit: &str) -> Option<i32> {
    let word = unit.trim_start_matches(is_space).trim_end_matches('.').to_lowercase();
    let percent = ["%", "per cent", "percent"].contains(&word.as_str())
        || ["відсот", "процент"].iter().any(|stem| word.starts_with(stem));
    if word.is_empty() || percent { Some(0) } else { power(language, &word) }
}

/// Four digits without a sign between them, new and old, are taken for a year.
fn is_year(written: &str, new: &str) -> bool {
    [written, new].iter().all(|number| {
        number.len() == 4
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && number.starts_with(['1', '2'])
    })
}

/// The form that a noun has behind the number; a fraction has one of its own.
fn kind(language: Language, number: &str) -> Plural {
    match (number.parse::<u64>(), language) {
        (Ok(whole), _) => plural(language, whole),
        (Err(_), _) => Plural::Other,
    }
}
