#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

/// The polished text with no-break spaces shown as `_`.
fn shown(language: Language, text: &str) -> String {
    polish(language, text).replace('\u{a0}', "_")
}

#[test]
fn typewriter_quotes_become_those_of_the_language() {
    for (language, typed, set) in [
        (Language::Uk, "Завод \"Більшовик\" став", "Завод «Більшовик» став"),
        (Language::Uk, "\"Завод \"Х\"\", – сказав він", "«Завод „Х“»,_– сказав він"),
        (Language::Uk, "«Завод \"Більшовик\"» стоїть", "«Завод „Більшовик“» стоїть"),
        (Language::Ru, "Он сказал: \"Да!\"", "Он сказал: «Да!»"),
        (Language::En, "\"Yes,\" he said.", "“Yes,” he said."),
        (Language::En, "\"He said 'no' twice,\" she said", "“He said ‘no’ twice,” she said"),
        (Language::En, "\"She cried \"stop\" again\"", "“She cried ‘stop’ again”"),
        (Language::En, "under the (\"Danish model\")", "under the (“Danish model”)"),
        (Language::En, "a 5\" gun", "a 5\" gun"),
    ] {
        assert_eq!(shown(language, typed), set, "{typed}");
    }
}

#[test]
fn quotes_that_were_chosen_stay() {
    for (language, text) in [
        (Language::Uk, "“Так”"),
        (Language::En, "«Oui»"),
        (Language::Ru, "„Да“"),
        (Language::En, "“Yes”"),
    ] {
        assert_eq!(shown(language, text), text);
    }
}

#[test]
fn a_quote_may_open_in_one_text_node_and_close_in_another() {
    assert_eq!(polish(Language::Uk, "сказав: \""), "сказав: «");
    assert_eq!(polish(Language::Uk, "\", сказав"), "», сказав");
    assert_eq!(polish(Language::En, "\" he said"), "” he said");
}

#[test]
fn english_headlines_have_single_quotes_outside() {
    assert_eq!(polish_headline(Language::En, "\"Danish model\" grows"), "‘Danish model’ grows");
    assert_eq!(polish_headline(Language::En, "'Danish model' grows"), "‘Danish model’ grows");
    assert_eq!(polish_headline(Language::Uk, "\"Данська модель\""), "«Данська модель»");
}

#[test]
fn apostrophes_between_letters_become_letter_like() {
    assert_eq!(polish(Language::Uk, "об'єкт, п`ять, Знам‘янка"), "об’єкт, п’ять, Знам’янка");
    assert_eq!(polish(Language::Uk, "обʼєкт"), "обʼєкт");
    assert_eq!(polish(Language::Ru, "iPhone'а"), "iPhone’а");
    assert_eq!(
        polish(Language::En, "Ukraine's workers' rights, the '90s, isn't"),
        "Ukraine’s workers’ rights, the ’90s, isn’t"
    );
}

#[test]
fn a_hyphen_between_spaces_is_the_dash_of_the_language() {
    assert_eq!(shown(Language::Uk, "Київ - столиця"), "Київ_– столиця");
    assert_eq!(shown(Language::Ru, "Киев - столица"), "Киев_— столица");
    assert_eq!(shown(Language::En, "Kyiv - the capital"), "Kyiv_— the capital");
    assert_eq!(shown(Language::Uk, "- зазначив міністр"), "– зазначив міністр");
    for kept in ["20-25", "Івано-Франківськ", "-5 °C", "Київ — столиця"]
    {
        assert_eq!(polish(Language::Uk, kept).replace('\u{a0}', " "), kept);
    }
}

#[test]
fn three_dots_are_one_sign_except_in_english() {
    assert_eq!(polish(Language::Uk, "Далі..."), "Далі…");
    assert_eq!(polish(Language::Ru, "Что?.. Да...."), "Что?.. Да....");
    assert_eq!(polish(Language::En, "So ... well..."), "So ... well...");
}

#[test]
fn numbers_stay_with_what_they_count() {
    for (language, text) in [
        (Language::Uk, "20_січня 2025 року"),
        (Language::Uk, "понад 5_км, 85_млн доларів, 10_тис. осіб і_50_грн."),
        (Language::Uk, "№_5, ст._5, с._7"),
        (Language::Uk, "30_209 переглядів у_2025 році"),
        (Language::Ru, "20_января, 10_тыс. гривен"),
        (Language::En, "5_km from Jan._20 at No._5 for $85_million, 3_p.m."),
        (Language::En, "on January_20, 2025, or 20_January"),
    ] {
        assert_eq!(shown(language, &text.replace('_', " ")), text);
    }
}

#[test]
fn short_words_particles_and_initials_stay_with_their_neighbours() {
    for (language, text) in [
        (Language::Uk, "У_Києві й_Одесі, а_також з_«Дії»"),
        (Language::Uk, "якби_ж то хотіли_б, прийшли_би."),
        (Language::Uk, "В._О._Зеленський і_Н._Коваль; в_м._Київ і_т._д."),
        (Language::Ru, "если_бы он знал, так_ли это, в_Киеве и_т._п."),
        (Language::En, "a man in a city said he would"),
    ] {
        assert_eq!(shown(language, &text.replace('_', " ")), text);
    }
}

#[test]
fn addresses_are_left_alone() {
    for text in ["https://unn.ua/a'b...c\"d\"", "desk@unn.ua...", "див. https://unn.ua - так"]
    {
        let polished = polish(Language::Uk, text);
        let address = text.split(' ').find(|word| is_address(word)).unwrap();
        assert!(polished.contains(address), "{polished}");
    }
}

#[test]
fn the_reference_strings_survive_the_folding_of_spaces() {
    for (language, text) in [
        (Language::Uk, "стабілізацію лінії фронту"),
        (Language::Uk, "30\u{a0}209 переглядів"),
        (Language::En, "January 20, 2025"),
        (Language::En, "30,209 views"),
        (Language::Ru, "20 января 2025, 11:56"),
    ] {
        let polished = polish(language, text).replace('\u{a0}', " ");
        assert_eq!(polished, text.replace('\u{a0}', " "));
    }
}

#[test]
fn a_low_quote_in_an_english_text_is_closed_by_what_opens_nothing() {
    let once = polish(Language::En, "0„\"–0\"–");
    assert_eq!(once, "0„”–0\"–");
    assert_eq!(polish(Language::En, &once), once);
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яіїА-Я0-9\"'’‘“„«».,… \\-–()№$%]{0,40}",
        "[a-zA-Z0-9\"'’‘“”«».,… \\-—()$%]{0,40}",
        "\\PC{0,40}",
        "([вікж]|20|січня|Jan\\.|No\\.|5|км|т\\.|д\\.|«Так»|\"|'|-|В\\.|a@b \\.\\.\\.| |, ){0,15}",
    ]
}

proptest! {
    #[test]
    fn polishing_twice_equals_polishing_once(text in text()) {
        for language in Language::ALL {
            let once = polish(language, &text);
            prop_assert_eq!(polish(language, &once), once);
            let once = polish_headline(language, &text);
            prop_assert_eq!(polish_headline(language, &once), once);
        }
    }

    #[test]
    fn letters_and_digits_never_change(text in text()) {
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        for language in Language::ALL {
            prop_assert_eq!(letters(&polish(language, &text)), letters(&text));
        }
    }
}
