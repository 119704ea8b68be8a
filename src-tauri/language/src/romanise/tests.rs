#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

#[test]
fn official_test_words_come_out_as_in_the_passport() {
    for (cyrillic, latin) in [
        ("Згурський", "Zghurskyi"),
        ("Розгон", "Rozghon"),
        ("Згорани", "Zghorany"),
        ("Знам’янка", "Znamianka"),
        ("Короп'є", "Koropie"),
        ("Марʼїне", "Marine"),
        ("Захар’їн", "Zakharin"),
        ("Рибчинський", "Rybchynskyi"),
        ("Ґорґани", "Gorgany"),
        ("Борщагівка", "Borshchahivka"),
        ("Яготин", "Yahotyn"),
        ("Костянтин", "Kostiantyn"),
        ("Феодосія", "Feodosiia"),
        ("Юрій", "Yurii"),
        ("Умєров", "Umierov"),
        ("Івано-Єгорівка", "Ivano-Yehorivka"),
    ] {
        assert_eq!(kmu55(cyrillic), latin);
    }
}

#[test]
fn stress_marks_stay_on_their_letter() {
    assert_eq!(kmu55("Ю\u{301}рій"), "Y\u{fa}rii");
    assert_eq!(kmu55("Киї\u{301}в"), "Ky\u{ed}v");
}

#[test]
fn case_follows_the_word() {
    for (cyrillic, latin) in [
        ("ЩЕРБА", "SHCHERBA"),
        ("Щерба", "Shcherba"),
        ("ЗГУРСЬКИЙ", "ZGHURSKYI"),
        ("БОРЩ", "BORSHCH"),
        ("Є. Щербак, Ж. Ю. Хома", "Ye. Shcherbak, Zh. Yu. Khoma"),
        ("Я бачу", "Ya bachu"),
        ("КРАЩ’Є", "KRASHCHIE"),
    ] {
        assert_eq!(kmu55(cyrillic), latin);
    }
    assert_eq!(russian("ЩЕРБИНА Ю. Щербина"), "SHCHERBINA Yu. Shcherbina");
}

#[test]
fn latin_inside_cyrillic_stays() {
    assert_eq!(kmu55("FPV-дрон і iPhone’а"), "FPV-dron i iPhonea");
    assert_eq!(kmu55("'жук' \"жук\""), "'zhuk' \"zhuk\"");
}

#[test]
fn russian_follows_its_own_table() {
    for (cyrillic, latin) in [
        ("объявил подъезд", "obyavil podezd"),
        ("Зеленский новый", "Zelensky novy"),
        ("Юлия ещё", "Yuliya eshche"),
        ("цели", "tseli"),
        ("Київ", "Kiiv"),
    ] {
        assert_eq!(russian(cyrillic), latin);
    }
}

#[test]
fn an_address_is_words_in_ascii() {
    for (language, headline, expected) in [
        (Language::Uk, "Умєров зустрівся: що обговорили?", "umierov-zustrivsia-shcho-obhovoryly"),
        (Language::Uk, "Об\"єкт і п’ять F-16 по $85 млн", "obiekt-i-piat-f-16-po-85-mln"),
        (Language::Ru, "Киевский суд объявил подозрение", "kievsky-sud-obyavil-podozrenie"),
        (Language::En, "Ukraine’s defense café ‘Łódź’", "ukraines-defense-cafe-lodz"),
        (Language::En, "—  … ", ""),
        (Language::En, "北京", "5317-4eac"),
        (Language::Uk, "Ь", "42c"),
    ] {
        assert_eq!(address(headline, language), expected);
    }
}

#[test]
fn a_long_address_is_cut_between_words() {
    let address = address(&"слово ".repeat(40), Language::Uk);
    assert_eq!(address.len(), 77);
    assert!(address.ends_with("-slovo"));
    assert_eq!(super::address(&"щ".repeat(40), Language::Ru).len(), 80);
}

/// The official pairs of the test material, when it is there.
#[test]
fn the_published_pairs_of_the_official_table_hold() {
    let Ok(folder) = std::env::var("TESTDATA") else {
        println!("skipped: TESTDATA is not set");
        return;
    };
    let json = std::fs::read_to_string(format!("{folder}/translit.json")).unwrap();
    let pairs: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let official: Vec<_> = pairs
        .iter()
        .filter(|pair| pair["scheme"].as_str().unwrap().starts_with("KMU-55"))
        .collect();
    assert!(official.len() >= 50);
    for pair in official {
        let expected: String = pair["lat"].as_str().unwrap().nfc().collect();
        assert_eq!(kmu55(pair["cyr"].as_str().unwrap()), expected);
    }
}

proptest! {
    #[test]
    fn an_address_is_never_empty_for_text_with_letters_or_digits(text in "\\PC{0,120}") {
        for language in Language::ALL {
            let address = address(&text, language);
            prop_assert_eq!(address.is_empty(), !text.chars().any(char::is_alphanumeric));
            prop_assert!(address.len() <= LONGEST_ADDRESS);
            prop_assert!(!address.starts_with('-') && !address.ends_with('-'));
            prop_assert!(!address.contains("--"));
            prop_assert!(address
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }
    }

    #[test]
    fn no_letter_of_our_alphabets_stays_cyrillic(text in "[а-яА-ЯіїєґІЇЄҐёЁ’ ]{0,40}") {
        prop_assert!(!kmu55(&text).chars().any(is_cyrillic));
        prop_assert!(!russian(&text).chars().any(is_cyrillic));
    }
}
