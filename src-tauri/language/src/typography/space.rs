//! Spaces that must not break a line.

use super::is_address;
use crate::{Language, date::month_in};

const NO_BREAK_SPACE: char = '\u{a0}';

/// Binds number and unit, day and month, initials and surname, short words and dashes to their
/// neighbour with a no-break space. Only single ordinary spaces change.
pub(super) fn bound(language: Language, text: &str) -> String {
    let mut bound = String::with_capacity(text.len() + text.len() / 16);
    let has_address = is_address(text);
    let is_out = |word: &str| word.is_empty() || (has_address && is_address(word));
    let (mut written, mut end) = (0, 0);
    let (mut previous, mut left) = ("", "");
    for (at, right) in words(text) {
        let one_space = &text[end..at] == " " && !is_out(left) && !is_out(right);
        if one_space && (Gap { previous, left, right }).is_bound(language) {
            bound.push_str(&text[written..end]);
            bound.push(NO_BREAK_SPACE);
            written = at;
        }
        (previous, left, end) = (left, right, at + right.len());
    }
    bound.push_str(&text[written..]);
    bound
}

/// The words and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split_inclusive(char::is_whitespace).scan(0, |end, piece| {
        let at = *end;
        *end += piece.len();
        Some((at, piece.trim_end()))
    });
    pieces.filter(|(_, word)| !word.is_empty())
}

/// A space and the words around it, with the punctuation that clings to them.
struct Gap<'t> {
    previous: &'t str,
    left: &'t str,
    right: &'t str,
}

impl Gap<'_> {
    fn is_bound(&self, language: Language) -> bool {
        matches!(self.right, "–" | "—")
            || (has_digit(self.left) && self.number_and_its_noun(language))
            || (has_digit(self.right) && self.sign_and_number(language))
            || (language != Language::En && self.slavic(language))
    }

    /// «20 січня», «5 км», «85 млн», "3 p.m.", and the groups of «30 209».
    fn number_and_its_noun(&self, language: Language) -> bool {
        let number = bare(self.left);
        if !is_number(number) || self.left.ends_with([',', '.', ';', ':']) {
            return false;
        }
        let noun = bare(self.right);
        is_unit(language, noun)
            || (is_day(number) && is_month(language, self.right))
            || (language != Language::En && is_group_after(number, noun))
    }

    /// «№ 5», "No. 5", "Jan. 20".
    fn sign_and_number(&self, language: Language) -> bool {
        let number = bare(self.right);
        let sign = without_opening(self.left);
        if !is_number(number) {
            return false;
        }
        matches!(sign, "№" | "§")
            || (language == Language::En
                && (matches!(sign, "No." | "Nos." | "UAH") || is_month(language, sign))
                && (is_day(number) || !is_month(language, sign)))
    }

    fn slavic(&self, language: Language) -> bool {
        // So end all the words that the last three know on the left.
        let is_abbreviated = self.left.ends_with('.') || self.left.ends_with("смт");
        self.short_word_and_next(language)
            || self.word_and_particle(language)
            || (is_abbreviated
                && (self.initial_and_name()
                    || self.abbreviation_and_its_word()
                    || self.abbreviation_in_two(language)))
    }

    /// One-letter prepositions and conjunctions stay with the word that they open.
    fn short_word_and_next(&self, language: Language) -> bool {
        let short: &[char] = match language {
            Language::Uk => &['у', 'в', 'з', 'о', 'і', 'й', 'а'],
            Language::Ru => &['в', 'к', 'с', 'о', 'у', 'и', 'а'],
            Language::En => &[],
        };
        let mut letters = without_opening(self.left).chars();
        let (letter, more) = (letters.next(), letters.next());
        more.is_none()
            && letter
                .is_some_and(|letter| letter.to_lowercase().any(|letter| short.contains(&letter)))
    }

    fn word_and_particle(&self, language: Language) -> bool {
        let particles: &[&str] = match language {
            Language::Uk => &["б", "би", "ж", "же"],
            Language::Ru => &["б", "бы", "ж", "же", "ли"],
            Language::En => &[],
        };
        let right = without_opening(self.right);
        particles.iter().any(|particle| right.starts_with(particle))
            && particles.contains(&bare(right))
    }

    /// «В. О. Зеленський», «Н. Коваль».
    fn initial_and_name(&self) -> bool {
        is_initials(without_opening(self.left))
            && self.right.starts_with(|c: char| c.is_uppercase())
    }

    /// «ст. 5», «м. Київ», «с. 7»; not «5 м. Київ», where the letter is a unit.
    fn abbreviation_and_its_word(&self) -> bool {
        const BEFORE_A_NUMBER: [&str; 15] = [
            "ст.",
            "п.",
            "пп.",
            "ч.",
            "с.",
            "гл.",
            "рис.",
            "табл.",
            "кв.",
            "буд.",
            "д.",
            "стр.",
            "розд.",
            "т.",
            "абз.",
        ];
        const BEFORE_A_NAME: [&str; 14] = [
            "м.",
            "г.",
            "с.",
            "смт",
            "р.",
            "о.",
            "вул.",
            "ул.",
            "просп.",
            "пл.",
            "бул.",
            "пров.",
            "пер.",
            "пос.",
        ];
        let abbreviation = without_opening(self.left);
        if is_number(without_opening(self.previous)) {
            return false;
        }
        let number = self.right.starts_with(|c: char| c.is_ascii_digit());
        let name = self.right.starts_with(|c: char| c.is_uppercase());
        (number && BEFORE_A_NUMBER.contains(&abbreviation))
            || (name && BEFORE_A_NAME.contains(&abbreviation))
    }

    /// «і т. д.», «т. в. о.», «до н. е.», «дол. США».
    fn abbreviation_in_two(&self, language: Language) -> bool {
        let second = self.right.trim_end_matches([',', ';', ':', ')', '»', '!', '?']);
        let first = without_opening(self.left);
        let pairs: &[(&str, &str)] = match language {
            Language::Uk => &[
                ("т.", "д."),
                ("т.", "ін."),
                ("т.", "п."),
                ("т.", "зв."),
                ("т.", "в."),
                ("в.", "о."),
                ("в.", "п."),
                ("н.", "е."),
                ("дол.", "США"),
            ],
            Language::Ru => &[
                ("т.", "д."),
                ("т.", "п."),
                ("т.", "е."),
                ("т.", "н."),
                ("и.", "о."),
                ("п.", "п."),
                ("н.", "э."),
                ("долл.", "США"),
            ],
            Language::En => &[],
        };
        pairs.contains(&(first, second))
    }
}

/// Whether a word can be a number.
fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The word without what opens before it.
fn without_opening(word: &str) -> &str {
    word.trim_start_matches(['«', '„', '“', '‘', '"', '(', '['])
}

/// The word without the punctuation around it.
fn bare(word: &str) -> &str {
    const CLOSING: [char; 14] =
        ['.', ',', ';', ':', '!', '?', '…', '»', '“', '”', '’', '"', ')', ']'];
    without_opening(word).trim_end_matches(CLOSING)
}

/// A number with its sign, currency or separators: 5, 1,5, 20–25, $85, +7.
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(['$', '€', '£', '+', '-', '−', '–', '~', '≈']);
    let inside =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '/' | '\u{a0}');
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(inside)
}

/// 1–31, or a span of such days.
fn is_day(number: &str) -> bool {
    number.split(['-', '–']).all(|day| day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)))
}

/// Three digits after one to three: the groups of one number.
fn is_group_after(number: &str, group: &str) -> bool {
    let three = group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let last = number.rsplit(['-', '–', '$', '€']).next().unwrap_or_default();
    three && last.len() <= 3 && last.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_month(language: Language, word: &str) -> bool {
    month_in(language, word).or_else(|| month_in(language, bare(word))).is_some()
}

fn is_initials(word: &str) -> bool {
    let mut letters = word.split_terminator('.').peekable();
    word.ends_with('.')
        && letters.peek().is_some()
        && letters.all(|initial| {
            let mut chars = initial.chars();
            chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
        })
}

/// Units and counted abbreviations, without their stop.
fn is_unit(language: Language, word: &str) -> bool {
    const EVERYWHERE: [&str; 3] = ["%", "°C", "°"];
    let units: &[&str] = match language {
        Language::Uk => &[
            "мм",
            "см",
            "м",
            "км",
            "га",
            "л",
            "мл",
            "мг",
            "г",
            "кг",
            "т",
            "кв",
            "куб",
            "км/год",
            "м/с",
            "Вт",
            "кВт",
            "МВт",
            "ГВт",
            "кВт·год",
            "тис",
            "млн",
            "млрд",
            "трлн",
            "грн",
            "дол",
            "коп",
            "євро",
            "хв",
            "год",
            "с",
            "дн",
            "р",
            "рр",
            "ст",
            "осіб",
            "відсотків",
            "шт",
        ],
        Language::Ru => &[
            "мм",
            "см",
            "м",
            "км",
            "га",
            "л",
            "мл",
            "мг",
            "г",
            "кг",
            "т",
            "кв",
            "куб",
            "км/ч",
            "м/с",
            "Вт",
            "кВт",
            "МВт",
            "ГВт",
            "кВт·ч",
            "тыс",
            "млн",
            "млрд",
            "трлн",
            "грн",
            "долл",
            "руб",
            "коп",
            "евро",
            "мин",
            "ч",
            "с",
            "дн",
            "гг",
            "в",
            "вв",
            "чел",
            "процентов",
            "шт",
        ],
        Language::En => &[
            "mm", "cm", "m", "km", "ha", "mg", "g", "kg", "kph", "mph", "kW", "MW", "GW", "kWh",
            "ft", "lb", "percent", "thousand", "million", "billion", "trillion", "hryvnias", "a.m",
            "p.m", "mi",
        ],
    };
    EVERYWHERE.contains(&word) || units.contains(&word)
}
