//! The names of months and weekdays in their case forms.

use std::{collections::HashMap, sync::LazyLock};

use jiff::civil::Weekday;

use crate::Language;
use crate::fold::{as_search_key, search_key};

/// Months in order. Ukrainian and Russian: nominative, genitive (the form of a date), the other
/// cases, then short forms, which need their stop («трав» is also a word).
const UK_MONTHS: [&str; 12] = [
    "січень січня січню січнем січні січ.",
    "лютий лютого лютому лютим лютім лют.",
    "березень березня березню березнем березні бер. берез.",
    "квітень квітня квітню квітнем квітні квіт.",
    "травень травня травню травнем травні трав.",
    "червень червня червню червнем червні черв.",
    "липень липня липню липнем липні лип.",
    "серпень серпня серпню серпнем серпні серп.",
    "вересень вересня вересню вереснем вересні вер. верес.",
    "жовтень жовтня жовтню жовтнем жовтні жовт.",
    "листопад листопада листопаду листопадом листопаді лист. листоп.",
    "грудень грудня грудню груднем грудні груд.",
];
const RU_MONTHS: [&str; 12] = [
    "январь января январю январем январе янв.",
    "февраль февраля февралю февралем феврале фев. февр.",
    "март марта марту мартом марте мар.",
    "апрель апреля апрелю апрелем апреле апр.",
    "май мая маю маем мае",
    "июнь июня июню июнем июне июн.",
    "июль июля июлю июлем июле июл.",
    "август августа августу августом августе авг.",
    "сентябрь сентября сентябрю сентябрем сентябре сен. сент.",
    "октябрь октября октябрю октябрем октябре окт.",
    "ноябрь ноября ноябрю ноябрем ноябре ноя. нояб.",
    "декабрь декабря декабрю декабрем декабре дек.",
];
const EN_MONTHS: [&str; 12] = [
    "January Jan. Jan",
    "February Feb. Feb",
    "March Mar. Mar",
    "April Apr. Apr",
    "May",
    "June Jun. Jun",
    "July Jul. Jul",
    "August Aug. Aug",
    "September Sept. Sep. Sept Sep",
    "October Oct. Oct",
    "November Nov. Nov",
    "December Dec. Dec",
];

/// Weekdays from Monday on.
const UK_WEEKDAYS: [&str; 7] = [
    "понеділок понеділка понеділку понеділком понеділкові понеділки понеділках пн.",
    "вівторок вівторка вівторку вівторком вівторкові вівторки вівторках вт.",
    "середа середи середі середу середою середах ср.",
    "четвер четверга четвергу четвергом четвергові четверги четвергах чт.",
    "п'ятниця п'ятниці п'ятницю п'ятницею п'ятницях пт.",
    "субота суботи суботі суботу суботою суботах сб.",
    "неділя неділі неділю неділею неділях нд.",
];
const RU_WEEKDAYS: [&str; 7] = [
    "понедельник понедельника понедельнику понедельником понедельнике понедельники пн.",
    "вторник вторника вторнику вторником вторнике вторники вт.",
    "среда среды среде среду средой средам ср.",
    "четверг четверга четвергу четвергом четверге четверги чт.",
    "пятница пятницы пятнице пятницу пятницей пятницам пт.",
    "суббота субботы субботе субботу субботой субботам сб.",
    "воскресенье воскресенья воскресенью воскресеньем воскресеньям вс.",
];
const EN_WEEKDAYS: [&str; 7] = [
    "Monday Mondays Mon.",
    "Tuesday Tuesdays Tue. Tues.",
    "Wednesday Wednesdays Wed.",
    "Thursday Thursdays Thu. Thurs.",
    "Friday Fridays Fri.",
    "Saturday Saturdays Sat.",
    "Sunday Sundays Sun.",
];

/// A word, as it is written and folded → its place in the row, from 1.
type Index = HashMap<String, i8>;

static MONTHS: LazyLock<[Index; 3]> =
    LazyLock::new(|| [index(&UK_MONTHS), index(&EN_MONTHS), index(&RU_MONTHS)]);
static WEEKDAYS: LazyLock<[Index; 3]> =
    LazyLock::new(|| [index(&UK_WEEKDAYS), index(&EN_WEEKDAYS), index(&RU_WEEKDAYS)]);

/// The month (1–12) that a word names in any case form, and the word's language: «січня»,
/// «январе», "Jan.".
pub fn month_of(word: &str) -> Option<(Language, i8)> {
    in_any(word, month_in)
}

/// The month (1–12) that a word of a language names in any case form.
pub fn month_in(language: Language, word: &str) -> Option<i8> {
    month_of_key(language, &as_search_key(word))
}

/// The same for a word that is folded already.
pub(crate) fn month_of_key(language: Language, key: &str) -> Option<i8> {
    of(&MONTHS, language).get(key).copied()
}

/// The weekday that a word names in any case form, and the word's language. «Четверга» is both
/// Ukrainian and Russian; the earlier language of the desk wins.
pub fn weekday_of(word: &str) -> Option<(Language, Weekday)> {
    in_any(word, weekday_in)
}

/// The weekday that a word of a language names in any case form.
pub fn weekday_in(language: Language, word: &str) -> Option<Weekday> {
    weekday_of_key(language, &as_search_key(word))
}

/// The same for a word that is folded already.
pub(crate) fn weekday_of_key(language: Language, key: &str) -> Option<Weekday> {
    let place = of(&WEEKDAYS, language).get(key).copied()?;
    Weekday::from_monday_one_offset(place).ok()
}

/// A month's name as a date has it: genitive in Ukrainian and Russian, in full in English.
pub(crate) fn in_a_date(language: Language, month: i8) -> &'static str {
    let (names, form) = match language {
        Language::Uk => (&UK_MONTHS, 1),
        Language::En => (&EN_MONTHS, 0),
        Language::Ru => (&RU_MONTHS, 1),
    };
    usize::try_from(month)
        .ok()
        .and_then(|month| names.get(month.checked_sub(1)?))
        .and_then(|forms| forms.split(' ').nth(form))
        .unwrap_or_default()
}

/// A weekday's English name, from Monday as 1 on.
pub(crate) fn english_weekday(number: usize) -> Option<&'static str> {
    EN_WEEKDAYS.get(number.checked_sub(1)?)?.split(' ').next()
}

fn in_any<T>(word: &str, find: fn(Language, &str) -> Option<T>) -> Option<(Language, T)> {
    Language::ALL
        .into_iter()
        .find_map(|language| find(language, word).map(|found| (language, found)))
}

fn of(indexes: &[Index; 3], language: Language) -> &Index {
    let [uk, en, ru] = indexes;
    match language {
        Language::Uk => uk,
        Language::En => en,
        Language::Ru => ru,
    }
}

fn index(rows: &[&str]) -> Index {
    (1..)
        .zip(rows)
        .flat_map(|(place, forms)| forms.split(' ').map(move |form| (form, place)))
        .flat_map(|(form, place)| [(form.to_owned(), place), (search_key(form), place)])
        .collect()
}
