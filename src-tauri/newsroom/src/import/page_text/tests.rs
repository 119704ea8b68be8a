#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::*;
use shpalta_language::date::kyiv;

use super::*;
use crate::import::escape;

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
    same(&page.body, BRIDGE_BODY);
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

fn same(found: &str, wanted: &str) {
    assert_eq!(found, wanted, "\n{found}\n");
}

#[test]
fn a_russian_page_with_a_time_and_an_author_above_the_text() {
    let page = page(TRAM);
    assert_eq!(page.language, Some(Language::Ru));
    assert_eq!(page.date, local(2025, 3, 12, 8, 45));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Киев"), Some("УНН")));
    assert_eq!((page.views, page.authors.unwrap()), (Some(1204), vec!["Нина Ожешко".to_owned()]));
    same(
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
    same(
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

fn kinds(page: &Parsed) -> Vec<String> {
    let section = |heading: &str| shpalta_language::section::any(heading).map(|(_, kind)| kind);
    let headline = page.headline.as_deref().unwrap_or_default();
    let lead = page.lead.as_deref().unwrap_or_default();
    let blocks = shpalta_text::blocks(headline, lead, &page.body, &section);
    blocks.iter().map(|block| format!("{:?}", block.kind).to_lowercase()).collect()
}

/// The reference page; its text is not the project's own.
#[test]
fn the_reference_page_is_taken_apart_into_its_fields() {
    let Ok(folder) = std::env::var("TESTDATA") else {
        return println!("skipped: TESTDATA is not set");
    };
    let file = std::path::Path::new(&folder).join("seed/article.en.txt");
    let page = page(&std::fs::read_to_string(file).unwrap());
    assert!(page.headline.as_deref().unwrap().ends_with("what they discussed"));
    assert!(page.lead.as_deref().unwrap().ends_with("Danish model."));
    assert_eq!((page.date, page.views), (day(2025, 1, 20), Some(30209)));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Kyiv"), Some("UNN")));
    assert_eq!(page.authors.as_deref().unwrap(), ["Vita Zelenetska"]);
    for furniture in ["views", "•", "ukenru", "Vita", "Image", "what they discussed"] {
        assert!(!page.body.contains(furniture), "{furniture}");
    }
    let order = "headline lead paragraph heading paragraph item item item paragraph image paragraph \
                 quote attribution paragraph heading paragraph";
    assert_eq!(kinds(&page).join(" "), order);
    assert!(page.body.contains("> — noted the Minister"));
}

#[test]
fn furniture_is_known_however_its_spaces_and_line_ends_are_written() {
    let text = "\u{feff}\u{a0}\u{a0}Заголовок її\r\n\r\n\tКиїв\u{a0}•\u{a0}УНН\r\n •\u{a0}1\u{202f}204\u{a0}\
                перегляди\r\n\r\n  Лід.  \r\n\r\n\u{a0} Абзац  з\tпробілами.\u{a0}\r\n";
    let page = page(text);
    assert_eq!(page.headline.as_deref(), Some("Заголовок її"));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Київ"), Some("УНН")));
    assert_eq!((page.views, page.lead.as_deref()), (Some(1204), Some("Лід.")));
    assert_eq!(page.body, "Абзац з пробілами.");
}

#[test]
fn old_datelines_are_known_in_three_languages() {
    for (paragraph, place, wanted) in [
        ("КИЇВ. 24 квітня. УНН. Текст її.", "Київ", day(2025, 4, 24)),
        ("КИЕВ. 13 декабря. УНН. Текст её.", "Киев", day(2024, 12, 13)),
        ("KYIV. December 13. UNN. Text.", "Kyiv", day(2024, 12, 13)),
        ("KYIV. Dec. 13, 2023. UNN. Text.", "Kyiv", day(2023, 12, 13)),
        ("КРИВИЙ РІГ, 29 лютого, УНН – Текст.", "Кривий Ріг", day(2024, 2, 29)),
        ("КИЇВ. 1 червня. УНН.\n\nТекст.", "Київ", day(2025, 6, 1)),
    ] {
        let language = Some(Language::Uk);
        let page = parse(&format!("Слово\n\n{paragraph}"), language, date(2025, 6, 1)).unwrap();
        assert_eq!((page.place.as_deref(), page.date), (Some(place), wanted), "{paragraph}");
        assert!(page.lead.unwrap().starts_with("Te") || paragraph.contains("Текст"), "{paragraph}");
        assert!(page.source.is_some_and(|source| ["УНН", "UNN"].contains(&source.as_str())));
    }
}

#[test]
fn the_pages_own_date_counts_before_the_datelines() {
    let text = "31.12.2024\nСлово\n\nКИЇВ. 30 грудня. УНН. Її текст.";
    assert_eq!(page(text).date, day(2024, 12, 31));
}

#[test]
fn words_of_furniture_inside_the_text_stay() {
    let text = "Новина її\n\nЛід.\n\nФото на згадку • 30 переглядів\n\nUk en ru\n\nДеталі угоди\n\n\
                Image of the day\n\nКиїв • УНН\n\nОстанній абзац.";
    let body = "Фото на згадку • 30 переглядів\n\nUk en ru\n\nДеталі угоди\n\nImage of the day\n\n\
                Київ • УНН\n\nОстанній абзац.";
    same(&page(text).body, body);
}

#[test]
fn a_page_without_furniture_is_headline_lead_and_body() {
    let page = page("Слово її\nЛід.\nАбзац.\n\n1. Перше\n2) Друге\n");
    assert_eq!((page.lead.as_deref(), page.authors), (Some("Лід."), None));
    same(&page.body, "Абзац.\n\n1. Перше\n2. Друге");
}

#[test]
fn a_quote_in_several_paragraphs_is_one_quote() {
    let text = "Слово її\n\nЛід.\n\nПерше.\n\n«Друге.\n\nТретє»\n\n- сказав він\n\nКінець.";
    same(&page(text).body, "Перше.\n\n> «Друге.\n>\n> Третє»\n>\n> – сказав він\n\nКінець.");
}

#[test]
fn speech_behind_a_dash_is_no_attribution() {
    let text = "Слово її\n\nЛід.\n\nВін вийшов.\n\n– Ми готові, – сказав він.\n\nКінець.";
    same(&page(text).body, "Він вийшов.\n\n– Ми готові, – сказав він.\n\nКінець.");
}

#[test]
fn names_in_a_row_that_are_not_printed_twice_stay_text() {
    let text = "Нагороди її\n\nЛід.\n\nНагороджено:\n\nОлена Коваль\n\nІван Дуб";
    let page = page(text);
    assert_eq!(page.authors, None);
    assert!(page.body.ends_with("Олена Коваль\n\nІван Дуб"));
}

#[test]
fn one_name_at_the_end_is_taken_for_the_author_and_reported() {
    let page = page("Слово її\n\nЛід.\n\nАбзац.\n\nОлена Коваль");
    assert_eq!(page.authors.unwrap(), ["Олена Коваль"]);
    assert_eq!(page.notes.last().unwrap().remark.code(), "author_guessed");
}

#[test]
fn a_page_without_headline_or_language_is_refused() {
    let code =
        |text: &str, language| parse(text, language, date(2025, 6, 1)).unwrap_err().refusal.code();
    assert_eq!(code("Слово", None), "import_language_unsaid");
    assert_eq!(code(" \n\n", Some(Language::Uk)), "import_headline_missing");
    assert_eq!(code("Київ • УНН\n\n12 переглядів", Some(Language::Uk)), "import_headline_missing");
}

fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// A line of text as pages have them, with signs that Markdown might take for markup.
fn text_line() -> impl Strategy<Value = String> {
    let start = prop::sample::select(&["", "• ", "- ", "– ", "1. ", "# ", "* ", "> ", "«"][..]);
    let word = "[А-Яа-яіїєґ]{1,7}|[*_`~\\[\\]<>&|!#]{1,3}|[0-9]{1,4}|«[а-я]{1,5}»|[a-z]{2,6}[.,:;]";
    let words = prop::collection::vec(word, 2..9);
    (start, words, prop::sample::select(&["", ".", ":", ";", "?"][..]))
        .prop_map(|(start, words, end)| format!("{start}{}{end}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_word_of_the_text_is_in_one_field_as_often_as_on_the_page(
        lines in prop::collection::vec(text_line(), 1..12),
    ) {
        let text = format!("Заголовок\n\nЗаголовок\n\nКиїв • УНН\n\nЛід.\n\n{}\n\nКінець.", lines.join("\n\n"));
        let page = parse(&text, Some(Language::Uk), date(2025, 6, 1)).unwrap();
        let found = format!("{} {} {}", page.headline.unwrap(), page.lead.unwrap(), page.body);
        let wanted = format!("Заголовок Лід {} Кінець", lines.join("\n"));
        prop_assert_eq!(words(&found), words(&wanted), "{}", page.body);
    }

    #[test]
    fn a_paragraph_of_plain_text_reads_in_markdown_as_it_was_typed(line in text_line()) {
        let line = tidy(&line);
        let html = shpalta_text::html::html(&escape::paragraph(&line), &Default::default());
        let shown = html.strip_prefix("<p>").and_then(|rest| rest.trim_end().strip_suffix("</p>"));
        let shown = shown.map(|shown| {
            let shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            shown.replace("&amp;", "&")
        });
        prop_assert_eq!(shown.as_deref(), Some(line.as_str()), "{}", html);
    }
}
