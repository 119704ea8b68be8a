//! Whole numbers as the page prints them.

use crate::Language;

/// No-break space, which keeps the groups of a number on one line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// A whole number with its thousands set apart: Ukrainian and Russian by a no-break space from
/// five digits on («30 209», but «1500»: newspapers close four digits), English by a comma
/// (30,209, 1,500).
pub fn grouped(language: Language, n: u64) -> String {
    let (separator, least) = match language {
        Language::Uk | Language::Ru => (NO_BREAK_SPACE, 5),
        Language::En => (',', 4),
    };
    let digits = n.to_string();
    if digits.len() < least {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ukrainian_and_russian_group_from_five_digits_with_a_no_break_space() {
        for language in [Language::Uk, Language::Ru] {
            assert_eq!(grouped(language, 0), "0");
            assert_eq!(grouped(language, 9999), "9999");
            assert_eq!(grouped(language, 10_000), "10\u{a0}000");
            assert_eq!(grouped(language, 1_234_567), "1\u{a0}234\u{a0}567");
        }
    }

    #[test]
    fn english_groups_from_four_digits_with_a_comma() {
        assert_eq!(grouped(Language::En, 999), "999");
        assert_eq!(grouped(Language::En, 1500), "1,500");
        assert_eq!(grouped(Language::En, 30_209), "30,209");
        assert_eq!(grouped(Language::En, u64::MAX), "18,446,744,073,709,551,615");
    }
}
