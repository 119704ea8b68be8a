#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use Language::{En, Ru, Uk};
use proptest::prelude::*;

/// The keys of one kind, in the order of the text.
fn keys(kind: FactKind, language: Language, text: &str) -> Vec<String> {
    facts(language, text).into_iter().filter(|fact| fact.kind == kind).map(|f| f.key).collect()
}

fn written(facts: &[Fact]) -> Vec<&str> {
    facts.iter().map(|fact| fact.text.as_str()).collect()
}

#[test]
fn a_number_has_one_key_in_three_languages() {
    for (key, uk, en, ru) in [
        ("30209", "30 209 переглядів", "30,209 views", "30\u{a0}209 просмотров"),
        ("1500000", "1,5 млн гривень", "1.5 million hryvnias", "1,5 миллиона гривен"),
        ("30000", "30 тис. осіб", "30,000 people", "30 тыс. человек"),
        ("60000000000", "на 60 мільярдів доларів", "worth $60bn", "на 60 млрд долларов"),
        ("5", "п’ятьох військових", "five service members", "пятерых или пять военных"),
        ("12", "дванадцять дронів", "twelve drones", "двенадцать дронов"),
        ("25", "двадцять п'ять", "twenty-five", "двадцать пять"),
        ("120", "сто двадцять", "120", "сто двадцать"),
        ("21", "21-річний", "a 21-year-old", "21-летний"),
        ("3", "третій день", "the third day", "третий день"),
        ("26%", "26 відсотків", "26 percent", "26%"),
        ("4.8%", "на 4,8%", "by 4.8 per cent", "на 4,8 процента"),
        ("15:30", "о 15:30", "at 3:30 p.m.", "в 15:30"),
        ("7:00", "о 7 ранку", "at 7 a.m.", "в 7 утра"),
        ("1990s", "у 90-ті", "in the 1990s", "в 90-е"),
        ("×2", "удвічі більше", "doubled", "вдвое больше"),
        ("1/2", "половина", "half", "половина"),
        ("1000000", "мільйон гривень", "a million hryvnias", "миллион гривен"),
        ("324", "ще 324 моделі", "324 more models", "еще 324 модели"),
        ("101", "Х-101", "Kh-101", "Х-101"),
    ] {
        for (language, text) in [(Uk, uk), (En, en), (Ru, ru)] {
            assert_eq!(keys(FactKind::Number, language, text), [key], "{text}");
        }
    }
}

#[test]
fn what_counts_nothing_is_no_number() {
    for (language, text) in [
        (Uk, "один із лідерів, одного разу, мільйони людей, тисячі, кілька"),
        (En, "one of the leaders, no one, millions of people, several"),
        (Ru, "один из лидеров, друг друга, миллионы людей, несколько"),
    ] {
        assert_eq!(keys(FactKind::Number, language, text), [""; 0], "{text}");
    }
}

#[test]
fn a_date_has_one_key_in_three_languages() {
    for (expected, uk, en, ru) in [
        (&["01-20"][..], "20 січня", "Jan. 20", "20 января"),
        (&["01-20"], "20 січня 2025 року", "January 20, 2025,", "20 января 2025 г."),
        (&["01-20"], "20.01.2025", "20 January 2025", "20.01.2025"),
        (&["01-19", "01-20"], "19–20 січня", "Jan. 19-20", "19–20 января"),
        (&["month:2"], "у лютому", "in February", "в феврале"),
        (&["month:5"], "у травні", "in May", "в мае"),
        (
            &["weekday:1", "01-20"],
            "у понеділок, 20 січня",
            "Monday, Jan. 20",
            "в понедельник, 20 января",
        ),
        (&["weekday:7"], "у неділю", "on Sunday", "в воскресенье"),
        (&["weekday:3"], "у середу", "on Wednesday", "в среду"),
        (&[], "лютий мороз, а тиждень", "they may march", "окружающей среды за неделю"),
    ] {
        for (language, text) in [(Uk, uk), (En, en), (Ru, ru)] {
            assert_eq!(keys(FactKind::Date, language, text), expected, "{text}");
        }
    }
}

#[test]
fn a_currency_has_one_key_in_three_languages() {
    for (expected, uk, en, ru) in [
        ("UAH", "50 грн", "UAH 50", "50 гривен"),
        ("UAH", "50 гривень", "50 hryvnias", "50 грн"),
        ("USD", "$85 млн", "$85 million", "85 млн долларов"),
        ("CAD", "канадських доларів", "CA$85 million", "канадских долларов"),
        ("EUR", "2 млрд євро", "€2 billion", "2 млрд евро"),
        ("GBP", "фунтів стерлінгів", "£500", "фунтов стерлингов"),
    ] {
        for (language, text) in [(Uk, uk), (En, en), (Ru, ru)] {
            assert_eq!(keys(FactKind::Currency, language, text), [expected], "{text}");
        }
    }
}

#[test]
fn only_real_denials_are_denials() {
    for (language, text, count) in [
        (Uk, "Він не прийшов, бо немає часу", 2),
        (Uk, "Ніхто не прийшов", 1),
        (Uk, "не лише дрони, не менше ніж 5", 0),
        (En, "He didn't come; no time", 2),
        (En, "not only drones, no less than five, No. 5", 0),
        (Ru, "Он не пришел, времени нет", 2),
        (Ru, "не только дроны, не менее 5", 0),
    ] {
        assert_eq!(keys(FactKind::Negation, language, text).len(), count, "{text}");
    }
}

#[test]
fn quotes_are_compared_without_their_typography() {
    let uk = keys(FactKind::Quote, Uk, "назвав це «данською моделлю», сказав він");
    assert_eq!(uk, ["данською моделлю"]);
    assert_eq!(
        keys(FactKind::Quote, En, "\"We won’t stop,\" he said"),
        keys(FactKind::Quote, En, "“We won't stop”, he said")
    );
}

#[test]
fn a_changed_fact_that_the_translation_keeps_is_reported() {
    for (ul, old, new, tl, translation, gone) in [
        (Uk, "Контракти на 2025 рік.", "Контракти на 2026 рік.", En, "Contracts for 2025.", "2025"),
        (Uk, "Загинули 5 людей.", "Загинули 6 людей.", En, "Five people were killed.", "5"),
        (Uk, "Загинули п’ятеро.", "Загинули шестеро.", Ru, "Погибли пять человек.", "п’ятеро"),
        (Uk, "1,5 млн грн", "1,5 млрд грн", En, "1.5 million hryvnias", "1,5 млн"),
        (Uk, "30 тис. осіб", "40 тис. осіб", En, "30,000 people", "30 тис."),
        (
            Uk,
            "Зустріч 20 січня.",
            "Зустріч 21 січня.",
            En,
            "The meeting is on Jan. 20.",
            "20 січня",
        ),
        (Uk, "Зустріч у січні.", "Зустріч у лютому.", Ru, "Встреча в январе.", "січні"),
        (Uk, "Прибув у неділю.", "Прибув у суботу.", En, "He came on Sunday.", "неділю"),
        (Uk, "о 15:00", "о 16:00", En, "at 3 p.m.", "15:00"),
        (Uk, "50 грн", "50 євро", En, "50 hryvnias", "грн"),
        (Uk, "Зріс на 26%.", "Зріс на 27%.", Ru, "Вырос на 26 процентов.", "26%"),
        (Uk, "5 дронів і 5 ракет", "5 дронів і 6 ракет", En, "5 drones and 5 missiles", "5"),
        (
            Uk,
            "Міністр Умєров прибув.",
            "Міністр Федоров прибув.",
            En,
            "Minister Umerov came.",
            "Умєров",
        ),
        (
            Uk,
            "Умєров зустрівся з послом",
            "Федоров зустрівся з послом",
            En,
            "Umerov met with the envoy",
            "Умєров",
        ),
        (Uk, "поїхав до Києва", "поїхав до Львова", Ru, "поехал в Киев", "Києва"),
        (Uk, "візит до Німеччини", "візит до Польщі", En, "a visit to Germany", "Німеччини"),
        (Uk, "у Відні", "у Женеві", Ru, "в Вене", "Відні"),
        (Uk, "допомога від США", "допомога від ЄС", En, "aid from the United States", "США"),
        (Uk, "Він погодився.", "Він не погодився.", En, "He agreed.", "не"),
        (Uk, "Він не погодився.", "Він погодився.", En, "He didn't agree.", "не"),
        (En, "He did not sign.", "He signed.", Uk, "Він не підписав.", "not"),
        (
            En,
            "Umerov flew to Ottawa.",
            "Umerov flew to Paris.",
            Ru,
            "Умеров прилетел в Оттаву.",
            "Ottawa",
        ),
        (Ru, "три дрона", "четыре дрона", En, "three drones", "три"),
        (Ru, "встреча в среду", "встреча в четверг", Uk, "зустріч у середу", "среду"),
    ] {
        let kept = kept(ul, old, new, tl, translation);
        assert_eq!(written(&kept), [gone], "{old} → {new} | {translation}");
    }
}

#[test]
fn a_translation_that_followed_or_never_said_it_is_still_right() {
    for (ul, old, new, tl, translation) in [
        (Uk, "Контракти на 2025 рік.", "Контракти на 2026 рік.", En, "Contracts for 2026."),
        (Uk, "Загинули 5 людей.", "Загинули 6 людей.", En, "People were killed."),
        (
            Uk,
            "Зустріч 20 січня 2025 року.",
            "Зустріч 20 січня 2025 р.",
            En,
            "Met on Jan. 20, 2025.",
        ),
        (Uk, "понад 30 тис. осіб", "понад 30 000 осіб", En, "more than 30,000 people"),
        (Uk, "прибуло п’ять дронів", "прибуло 5 дронів", En, "five drones arrived"),
        (Uk, "Умєров сказав.", "Міністр Умєров сказав.", En, "Umerov said."),
        (
            Uk,
            "У Києві зустріли Умєрова.",
            "Умєрова зустріли у Києві.",
            En,
            "Umerov was met in Kyiv.",
        ),
        (Uk, "Росія напала.", "росія напала.", En, "Russia attacked."),
        (Uk, "Міністр оборони", "міністр оборони", En, "Minister of Defense"),
        (Uk, "Однак він прийшов.", "Проте він прийшов.", En, "However, he came."),
        (Uk, "Він прийшов.", "Він прийшов, загинули 3.", En, "He came."),
        (Uk, "за минулу добу", "за останню добу", En, "in the past 24 hours"),
        (Uk, "не лише дрони", "дрони й ракети", En, "not only drones"),
        (Uk, "21-річний чоловік", "чоловік віком 21 рік", En, "a 21-year-old man"),
        (Uk, "один із лідерів", "серед лідерів", En, "one of the leaders"),
        (En, "The meeting is on Monday.", "The meeting is on Tuesday.", Uk, "Зустріч у вівторок."),
        (Uk, "стабілізацію лінії", "стабілізація лінії", Ru, "стабилизацию линии"),
        (Uk, "Міністр прибув.", "Посадовець прибув.", En, "The Minister arrived."),
        (Uk, "об'єкт “Х”", "об’єкт «Х»", En, "the ‘X’ facility"),
    ] {
        let kept = kept(ul, old, new, tl, translation);
        assert!(kept.is_empty(), "{old} → {new} | {translation}: {kept:?}");
    }
}

#[test]
fn a_silent_change_changes_no_fact() {
    for (language, old, new) in [
        (Uk, "Обєкт у Києві, 5 млн грн.", "Об’єкт у Києві, 5 млн гривень."),
        (Uk, "Умеров зустрився з послом", "Умєров зустрівся з послом"),
        (Uk, "Однак це так.", "Проте це так."),
        (En, "Umerov recieved five drones", "Umerov received 5 drones"),
        (En, "\"We won't\", he said", "“We won’t,” he said"),
        (Ru, "встретился с Умеровым", "встретил Умерова"),
        (Uk, "Сказав міністр оборони.", "Сказав Міністр оборони."),
    ] {
        let changed = changed(language, old, new);
        assert!(changed.is_empty(), "{old} → {new}: {changed:?}");
    }
}

#[test]
fn a_changed_fact_forbids_silence() {
    for (language, old, new, expected) in [
        (Uk, "у 2025 році", "у 2026 році", &["2025", "2026"][..]),
        (En, "Five were killed", "Six were killed", &["Five", "Six"]),
        (Ru, "20 января", "21 января", &["20 января", "21 января"]),
        (Uk, "з Рустемом Умєровим", "з Рустемом Федоровим", &["Умєровим", "Федоровим"]),
        (En, "in Kyiv", "in Lviv", &["Kyiv", "Lviv"]),
        (En, "he agreed", "he never agreed", &["never"]),
        (Uk, "«так і буде»", "«так не буде»", &["не", "так і буде", "так не буде"]),
    ] {
        assert_eq!(written(&changed(language, old, new)), expected, "{old} → {new}");
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,60}",
        "([0-9]{1,4}|[.,:%$-]| |січня|January|Jan\\.|тис\\.|млн|million|Умєров|Kyiv|не|«|»|p\\.m\\.){0,20}",
    ]
}

proptest! {
    #[test]
    fn an_unchanged_text_has_no_changed_facts(text in texts(), translation in texts()) {
        for language in Language::ALL {
            prop_assert!(changed(language, &text, &text).is_empty());
            prop_assert!(kept(language, &text, &text, Uk, &translation).is_empty());
        }
    }

    #[test]
    fn what_is_kept_stood_in_the_old_text_or_denies_in_the_new(
        old in texts(), new in texts(), translation in texts()
    ) {
        for fact in kept(Uk, &old, &new, En, &translation) {
            prop_assert!(old.contains(&fact.text) || new.contains(&fact.text));
        }
    }
}

/// Sentence pairs of the test material, when it is there: professional translations agree. The
/// floors lie a little under what was measured; the rest is free translation and real errors.
#[test]
fn facts_agree_across_translated_news() {
    let Ok(folder) = std::env::var("TESTDATA") else {
        println!("skipped: TESTDATA is not set");
        return;
    };
    let json = std::fs::read_to_string(format!("{folder}/ntrex/documents.json")).unwrap();
    let documents: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    for (language, code) in [(Uk, "uk"), (Ru, "ru")] {
        let mut shares = std::collections::BTreeMap::new();
        for document in &documents {
            for (english, other) in pairs(document, code) {
                for fact in facts(En, english).iter().filter(|fact| fact.kind != FactKind::Quote) {
                    let (agreed, all) = shares.entry(fact.kind).or_insert((0.0, 0.0));
                    *agreed += f64::from(u8::from(stands(fact, language, other)));
                    *all += 1.0;
                }
            }
        }
        println!("{code}: {shares:?}");
        for (kind, floor) in [
            (FactKind::Number, 0.92),
            (FactKind::Date, 0.92),
            (FactKind::Currency, 0.9),
            (FactKind::Negation, 0.88),
            (FactKind::Name, 0.55),
        ] {
            let (agreed, all) = shares[&kind];
            assert!(agreed / all >= floor, "{code} {kind:?}: {agreed} of {all}");
        }
    }
}

/// A number of the original changed and the translation left as it was: the change is caught
/// wherever the translation has that number at all.
#[test]
fn a_changed_number_is_caught_in_translated_news() {
    let Ok(folder) = std::env::var("TESTDATA") else {
        println!("skipped: TESTDATA is not set");
        return;
    };
    let json = std::fs::read_to_string(format!("{folder}/ntrex/documents.json")).unwrap();
    let documents: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    for (language, code) in [(Uk, "uk"), (Ru, "ru")] {
        let (mut caught, mut all) = (0.0, 0.0);
        for (english, other) in documents.iter().flat_map(|document| pairs(document, code)) {
            let Some(at) = english.find(|c: char| ('1'..='8').contains(&c)) else { continue };
            let digit = &english[at..=at];
            let next = (digit.parse::<u8>().unwrap() + 1).to_string();
            let edited = format!("{}{next}{}", &english[..at], &english[at + 1..]);
            all += 1.0;
            caught += f64::from(u8::from(!kept(En, english, &edited, language, other).is_empty()));
        }
        println!("{code}: {caught} of {all} changed numbers caught");
        assert!(caught / all >= 0.9, "{code}: {caught} of {all}");
    }
}

fn pairs<'a>(document: &'a serde_json::Value, code: &str) -> Vec<(&'a str, &'a str)> {
    let sentences = |code: &str| document[code].as_array().unwrap().iter();
    let text = |sentence: &'a serde_json::Value| sentence.as_str().unwrap();
    sentences("en").map(text).zip(sentences(code).map(text)).collect()
}

/// Whether a translation has the fact; a name may open its sentence.
fn stands(fact: &Fact, language: Language, translation: &str) -> bool {
    let scan = Scan::new(language, translation);
    if fact.kind == FactKind::Name {
        return scan.names().iter().any(|name| name.fact().agrees(fact));
    }
    scan.facts().iter().any(|its| its.agrees(fact))
}
