#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::civil::date;
use shpalta_language::date::kyiv;

use super::*;

const BRIDGE: &str = include_str!("../samples/bridge.uk.txt");
const TRAM: &str = include_str!("../samples/tram.ru.txt");
const HARVEST: &str = include_str!("../samples/harvest.en.txt");
const FLOOD: &str = include_str!("../samples/flood.uk.txt");

fn page(text: &str) -> Parsed {
    parse(text, None, date(2025, 6, 1)).unwrap()
}

fn day(year: i16, month: i8, day: i8) -> Option<When> {
    Some(When::Day(date(year, month, day)))
}

fn local(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Option<When> {
    let time = date(year, month, day).at(hour, minute, 0, 0);
    Some(When::Instant(time.to_zoned_datetime(kyiv()).unwrap().timestamp()))
}

#[test]
fn a_ukrainian_page_is_taken_apart_into_its_fields() {
    let page = page(BRIDGE);
    assert_eq!(page.language, Some(Language::Uk));
    let headline = "Громада відновила міст через Сулу за чотири місяці: скільки коштували роботи";
    assert_eq!(page.headline.as_deref(), Some(headline));
    assert!(page.lead.unwrap().starts_with("У Лубнах відкрили рух мостом"));
    assert_eq!(page.date, day(2024, 9, 17));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Полтава"), Some("УНН")));
    assert_eq!(page.views, Some(4812));
    assert_eq!(page.authors.unwrap(), ["Олесь Дорошенко", "Марія Кущ-Гай"]);
    insta(&page.body, BRIDGE_BODY);
}

const BRIDGE_BODY: &str = "\
Міст через Сулу в Лубнах знову приймає автобуси й вантажівки. Про це повідомляє УНН із посиланням на міську раду.

## деталі

За чотири місяці підрядник:

- замінив шість прогонових балок;
- зміцнив опори з боку старого русла;
- поклав 2 400 кв. метрів асфальту.

![](media: \"Фото: Лубенська міська рада\")

1\\. травня рух мостом перекрили повністю, люди їздили об'їздом через Солоницю.

> Ми встигли до холодів. Далі черга за освітленням і сходами до набережної
>
> – зазначила міська голова Лариса Гнатенко.

Об\\`єкт прийняли п\\`ять комісій, ціна \\*без ПДВ\\* не змінилася.

## Нагадаємо

Торік громада відремонтувала понтонну переправу в Засуллі.";

fn insta(found: &str, wanted: &str) {
    assert_eq!(found, wanted, "\n{found}\n");
}

#[test]
fn a_russian_page_with_a_time_and_an_author_above_the_text() {
    let page = page(TRAM);
    assert_eq!(page.language, Some(Language::Ru));
    assert_eq!(page.date, local(2025, 3, 12, 8, 45));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Киев"), Some("УНН")));
    assert_eq!((page.views, page.authors.unwrap()), (Some(1204), vec!["Нина Ожешко".to_owned()]));
    insta(
        &page.body,
        "\
Первый рейс начался в 05:40 на Троещине, сообщает УНН со ссылкой на «Киевпастранс».

## Детали

Вагон вмещает 256 пассажиров и не нуждается в подъемнике для колясок:

- две площадки для колясок;
- подогрев пола;
- розетки у каждого второго сиденья.

![](media:)

«Мы ждали этот вагон с прошлого лета.

Теперь на маршруте будет тише», — отметил начальник депо Игорь Стасюк.

## Напомним

В феврале город закупил рельсы для разворотного кольца.",
    );
}

#[test]
fn an_english_page_with_everything_in_one_line_of_furniture() {
    let page = page(HARVEST);
    assert_eq!(page.language, Some(Language::En));
    assert_eq!(page.date, local(2024, 10, 2, 15, 30));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Odesa"), Some("UNN")));
    assert_eq!(page.views, Some(980));
    assert_eq!(page.authors.unwrap(), ["Petro Hlushko", "Ann Moroz"]);
    insta(
        &page.body,
        "\
![](media:)

About 310,000 hectares are done, the regional administration told UNN.

## Background

The summer was the driest in 11 years:

- wells in 40 villages ran low
- the Tylihul estuary lost a third of its water

> We counted every litre this summer, and the fields still gave more than we hoped.
>
> — Farm manager Olena Sava

Prices stand at #4 of the season.

\\# 1 in the list is oil.",
    );
}

#[test]
fn a_dateline_inside_the_first_paragraph_becomes_place_date_and_source() {
    let page = page(FLOOD);
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Ужгород"), Some("УНН")));
    assert_eq!(page.date, day(2025, 4, 24));
    assert!(page.lead.unwrap().starts_with("Рівень води"));
    assert_eq!(page.body, "Рятувальники відкачали воду з 12 подвір'їв.");
    assert!(page.notes.iter().any(|note| note.remark.code() == "year_guessed"));
}
