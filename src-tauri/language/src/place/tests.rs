#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashSet;

use jiff::civil::date;

use super::*;
use crate::fold::{is_cyrillic, is_latin};

#[test]
fn a_city_is_found_by_any_of_its_names_in_any_case() {
    for (name, key) in [
        ("Київ", "kyiv"),
        ("КИЇВ", "kyiv"),
        ("Киев", "kyiv"),
        ("KIEV", "kyiv"),
        (" kyiv ", "kyiv"),
        ("Кам'янське", "kamianske"),
        ("КАМʼЯНСЬКЕ", "kamianske"),
        ("Дніпропетровськ", "dnipro"),
        ("Сєвєродонецьк", "siverskodonetsk"),
        ("The Hague", "the-hague"),
    ] {
        assert_eq!(find(name).map(|place| place.key.as_str()), Some(key), "{name}");
    }
    assert_eq!(find("Київська область"), None);
    assert_eq!(find(""), None);
}

#[test]
fn todays_name_wins_over_a_former_one() {
    let place = find("Первомайськ").unwrap();
    assert!(place.former.is_empty(), "the city of that name today, not the renamed one");
}

#[test]
fn an_archive_story_keeps_its_dateline() {
    let dnipro = find("Дніпро").unwrap();
    assert_eq!(dnipro.name_on(Language::Uk, date(2016, 5, 18)), "Дніпропетровськ");
    assert_eq!(dnipro.name_on(Language::En, date(2016, 5, 19)), "Dnipro");
    let astana = find("Nur-Sultan").unwrap();
    assert_eq!(astana.name_on(Language::En, date(2015, 1, 1)), "Astana");
    assert_eq!(astana.name_on(Language::En, date(2020, 1, 1)), "Nur-Sultan");
    assert_eq!(astana.name_on(Language::En, date(2023, 1, 1)), "Astana");
    assert_eq!(find("Kiev").unwrap().name_on(Language::En, date(1999, 1, 1)), "Kyiv");
}

#[test]
fn every_row_is_whole_and_in_its_script() {
    assert!(all().len() > 150, "{}", all().len());
    for place in all() {
        for cyrillic in [&place.uk, &place.ru, &place.uk_in, &place.ru_in] {
            assert!(!cyrillic.is_empty() && !cyrillic.chars().any(is_latin), "{place:?}");
        }
        assert!(!place.en.is_empty() && !place.en.chars().any(is_cyrillic), "{place:?}");
        assert!(place.uk_in.starts_with("у ") || place.uk_in.starts_with("в "), "{place:?}");
        assert!(place.ru_in.starts_with("в ") || place.ru_in.starts_with("во "), "{place:?}");
        assert!(!place.uk.contains(['ы', 'э', 'ё', 'ъ', '\'']), "{place:?}");
        assert!(!place.ru.contains(['і', 'ї', 'є', 'ґ', '\'', '’']), "{place:?}");
    }
}

#[test]
fn every_cell_of_former_names_was_read() {
    let cells =
        TABLE.lines().filter(|row| !row.starts_with('#')).flat_map(|row| row.split('\t').skip(5));
    let read: usize = all().iter().map(|place| place.former.len()).sum();
    assert_eq!(read, cells.filter(|cell| !cell.is_empty()).count());
    let dated = TABLE.matches("\t2").count();
    assert_eq!(all().iter().flat_map(|p| &p.former).filter(|f| f.until.is_some()).count(), dated);
}

#[test]
fn keys_are_unique() {
    let keys: HashSet<_> = all().iter().map(|place| &place.key).collect();
    assert_eq!(keys.len(), all().len());
}

#[test]
fn the_preposition_goes_with_the_sound_that_follows() {
    for place in all() {
        let (preposition, name) = place.uk_in.split_once(' ').unwrap();
        let vowel = name.starts_with(['А', 'Е', 'Є', 'І', 'О', 'У', 'Ю', 'Я']);
        assert_eq!(preposition, if vowel { "в" } else { "у" }, "{}", place.uk_in);
    }
}
