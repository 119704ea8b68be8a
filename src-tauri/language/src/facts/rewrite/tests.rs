#![allow(clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::Language::{En, Ru, Uk};
use crate::facts::{facts, successors};

/// What the translation would say after the original's change.
fn after(original: (Language, &str, &str), language: Language, text: &str) -> Option<String> {
    let pairs = successors(original.0, original.1, original.2);
    let [(gone, came)] = &pairs[..] else { panic!("{pairs:?}") };
    let Rewrite { from, to } = rewrite(language, text, gone, came)?;
    assert_eq!(text.matches(&from).count(), 1, "{from}");
    Some(text.replacen(&from, &to, 1))
}

#[test]
fn a_number_is_written_as_the_translation_writes_its_numbers() {
    for (old, new, language, text, expected) in [
        ("26%", "31%", En, "by 26 percent, he said", "by 31 percent, he said"),
        ("26%", "31%", En, "by 26% so far", "by 31% so far"),
        ("4,8%", "5,25%", En, "by 4.8 per cent", "by 5.25 per cent"),
        ("1,5 млн", "2,25 млн", En, "about 1.5 million people", "about 2.25 million people"),
        ("1,5 млн", "2,25 млн", Ru, "около 1,5 млн человек", "около 2,25 млн человек"),
        ("30 209", "31 400", En, "30,209 views", "31,400 views"),
        ("30 209", "1 400 000", En, "30,209 views", "1,400,000 views"),
        ("30 209", "31 405", Ru, "30\u{a0}209 просмотров", "31\u{a0}405 просмотров"),
        ("60 млрд", "75 млрд", En, "worth $60bn", "worth $75bn"),
        ("900", "12 000", En, "some 900 homes", "some 12,000 homes"),
        ("900", "12 000", Ru, "до 900 домов", "до 12 000 домов"),
        ("2024", "2025", Ru, "в 2024 году", "в 2025 году"),
        ("15:30", "16:05", En, "at 15:30 in Kyiv", "at 16:05 in Kyiv"),
        ("9:30", "10:05", Ru, "в 09:30", "в 10:05"),
    ] {
        let result = after((Uk, old, new), language, text);
        assert_eq!(result.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_date_keeps_everything_but_what_changed() {
    for (old, new, language, text, expected) in [
        ("20 січня", "21 січня", En, "on January 20, 2025", "on January 21, 2025"),
        ("20 січня", "21 січня", En, "on Jan. 20", "on Jan. 21"),
        ("20 січня", "2 лютого", En, "on 20 January", "on 2 February"),
        ("20 січня", "2 лютого", Ru, "20 января в Киеве", "2 февраля в Киеве"),
        ("у понеділок", "у вівторок", En, "on Monday evening", "on Tuesday evening"),
        ("у січні", "у лютому", En, "in January", "in February"),
    ] {
        let result = after((Uk, old, new), language, text);
        assert_eq!(result.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_would_need_other_words_is_left_to_the_translator() {
    for (old, new, language, text) in [
        ("12 людей", "14 людей", En, "twelve people"),
        ("1 людина", "5 людей", En, "1 person"),
        ("5 людей", "21 особа", Ru, "5 человек"),
        ("26 відсотків", "21 відсоток", Ru, "на 26 процентов"),
        ("1,5 млн", "800 тис.", En, "1.5 million people"),
        ("15:30", "16:05", En, "at 3:30 p.m."),
        ("26%", "31", En, "by 26 percent"),
        ("20 січня", "21 січня", En, "on January 20th"),
        ("у понеділок", "у вівторок", Ru, "в понедельник"),
        ("12 людей", "14 людей", En, "12 people of the 12"),
    ] {
        assert_eq!(after((Uk, old, new), language, text), None, "{text}");
    }
}

#[test]
fn words_are_taken_along_until_the_place_is_the_only_one() {
    let original = (Uk, "5 собак", "7 собак");
    let text = "In 2025 some 5 dogs were found, 25 of them old.";
    let expected = "In 2025 some 7 dogs were found, 25 of them old.";
    assert_eq!(after(original, En, text).as_deref(), Some(expected));
}

proptest! {
    /// Whatever the numbers, a rewritten text says the new one and nothing else has changed.
    #[test]
    fn a_rewritten_text_says_the_new_number(old in 2_u64..3_000_000, new in 2_u64..3_000_000) {
        prop_assume!(old != new);
        let text = format!("About {} views by 9 May.", crate::number::grouped(En, old));
        let fact = |number: u64| facts(Uk, &number.to_string()).remove(0);
        if let Some(Rewrite { from, to }) = rewrite(En, &text, &fact(old), &fact(new)) {
            let expected = format!("About {} views by 9 May.", crate::number::grouped(En, new));
            prop_assert_eq!(text.replacen(&from, &to, 1), expected);
        } else {
            prop_assert!(false, "{} was not rewritten", text);
        }
    }
}
