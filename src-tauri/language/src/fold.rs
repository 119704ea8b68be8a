//! What counts as the same text when people search and compare.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// Signs that stand for an apostrophe inside a word (language.md's list of ten): ' ‘ ’ ʼ ʹ ′ ` ´
/// ‛ and the full-width one.
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2018}'
            | '\u{2019}'
            | '\u{2bc}'
            | '\u{2b9}'
            | '\u{2032}'
            | '`'
            | '\u{b4}'
            | '\u{201b}'
            | '\u{ff07}'
    )
}

/// An acute or grave accent typed over a vowel to show where the stress falls.
pub(crate) fn is_stress(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}')
}

/// A Cyrillic letter of any language.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}') && c.is_alphabetic()
}

/// A Latin letter, with or without accents.
pub(crate) fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}') && c.is_alphabetic()
}

/// The form in which two texts are the same for a search: typography folded
/// (`shpalta_text::fold`), lower case, ё as е, one apostrophe, no stress marks, composed (NFC).
pub fn search_key(text: &str) -> String {
    if text.chars().all(is_simple) {
        return lowered(&shpalta_text::fold::fold(text)).collect();
    }
    let composed: String = text.nfc().filter(|c| !is_stress(*c)).collect();
    lowered(&shpalta_text::fold::fold(&composed)).nfc().collect()
}

/// The same as [`search_key`]; most words in lower case are their own.
pub(crate) fn as_search_key(word: &str) -> Cow<'_, str> {
    match word.chars().all(|c| matches!(c, 'a'..='z' | 'а'..='я' | 'є'..='ї' | 'ґ')) {
        true => word.into(),
        false => search_key(word).into(),
    }
}

/// Lower case, with one letter for ё and е, and one apostrophe.
fn lowered(folded: &str) -> impl Iterator<Item = char> {
    folded.chars().flat_map(char::to_lowercase).map(|c| match c {
        'ё' => 'е',
        c if is_apostrophe(c) => '\'',
        c => c,
    })
}

/// Signs that are composed as they are, whatever stands beside them, unless it is none of these.
fn is_simple(c: char) -> bool {
    c.is_ascii() || matches!(c, 'Ё' | 'Є'..='Ї' | 'А'..='я' | 'ё' | 'є'..='ї' | 'Ґ' | 'ґ')
}

/// Where a quotation mark, asterisk or backtick stands between two Cyrillic letters: a mistyped
/// apostrophe («об"єкт», «п*ять»). Byte ranges of the sign; «5*6» and `word"` are none.
pub fn mistyped_apostrophes(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    chars
        .windows(3)
        .filter(|w| is_cyrillic(w[0].1) && is_mistyped(w[1].1) && is_cyrillic(w[2].1))
        .map(|w| w[1].0..w[2].0)
        .collect()
}

fn is_mistyped(c: char) -> bool {
    matches!(c, '"' | '*' | '`' | '«' | '»' | '\u{201c}'..='\u{201f}')
}

/// Latin look-alikes inside Cyrillic words made Cyrillic: «переглядiв» with a Latin i becomes
/// «переглядів». Only words with both scripts change, and only when every Latin letter in them
/// has a Cyrillic twin: «Telegram-канал» and «iPhoneа» stay.
pub fn homoglyphs(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphabetic() || is_stress(c) {
            word.push(c);
            continue;
        }
        mended.push_str(&mended_word(&word));
        word.clear();
        mended.push(c);
    }
    mended.push_str(&mended_word(&word));
    mended
}

fn mended_word(word: &str) -> String {
    let mixed = word.chars().any(is_cyrillic) && word.chars().any(is_latin);
    let all_twins = word.chars().filter(|c| is_latin(*c)).all(|c| cyrillic_twin(c).is_some());
    if !(mixed && all_twins) {
        return word.to_owned();
    }
    word.chars().map(|c| cyrillic_twin(c).unwrap_or(c)).collect()
}

/// The Cyrillic letter that looks like a Latin one in most typefaces.
fn cyrillic_twin(latin: char) -> Option<char> {
    const LATIN: &str = "aceiopxyABCEHIKMOPTXYïÏ";
    const CYRILLIC: &str = "асеіорхуАВСЕНІКМОРТХУїЇ";
    LATIN.chars().zip(CYRILLIC.chars()).find(|(from, _)| *from == latin).map(|(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn apostrophes_case_stress_and_yo_do_not_count_in_a_search() {
        for spelling in ["ОБ’ЄКТ", "об'єкт", "обʼєкт", "об`є\u{301}кт"] {
            assert_eq!(search_key(spelling), "об'єкт", "{spelling}");
        }
        assert_eq!(search_key("Ёлка"), search_key("елка"));
        assert_eq!(search_key("Кии\u{306}в"), search_key("Кийв"));
        assert_eq!(search_key("Киі\u{308}в"), search_key("київ"));
    }

    #[test]
    fn a_quotation_mark_between_two_letters_is_a_mistyped_apostrophe() {
        let text = "Об\"єкт, п*ять, зв`язок, «слово», 5*6, *так*";
        let found: Vec<&str> =
            mistyped_apostrophes(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["\"", "*", "`"]);
    }

    #[test]
    fn only_words_in_two_scripts_lose_their_latin_letters() {
        assert_eq!(homoglyphs("21767 переглядiв"), "21767 переглядів");
        assert_eq!(homoglyphs("Пpeзидeнт сказав"), "Президент сказав");
        for kept in ["Telegram-канал", "iPhoneа", "F-16 і HIMARS", "IT-армія", "USB-C"]
        {
            assert_eq!(homoglyphs(kept), kept);
        }
    }

    proptest! {
        #[test]
        fn the_short_way_for_simple_signs_gives_the_same_key(text in "[А-яЁёЄ-Їє-їҐґ -~]*") {
            let long: String = text.nfc().collect();
            let long: String = lowered(&shpalta_text::fold::fold(&long)).nfc().collect();
            prop_assert_eq!(search_key(&text), long);
        }

        #[test]
        fn a_word_that_is_its_own_key_is_known(word in "[а-яёєіїґa-zA-Я'’-]{0,6}") {
            let key = as_search_key(&word);
            prop_assert_eq!(&*key, search_key(&word));
        }

        #[test]
        fn folding_twice_equals_folding_once(text in "\\PC*") {
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key);
        }

        #[test]
        fn mistyped_apostrophes_lie_on_character_bounds(text in "[а-я\"*`«» ]{0,20}") {
            for range in mistyped_apostrophes(&text) {
                prop_assert_eq!(text[range].chars().count(), 1);
            }
        }
    }
}
