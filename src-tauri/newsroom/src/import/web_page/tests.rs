#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::Timestamp;
use shpalta_language::date::When;

use super::*;

const LIBRARY: &str = include_str!("../samples/library.en.html");

#[test]
fn a_page_is_taken_apart_into_its_fields() {
    let page = parse(LIBRARY, None).unwrap();
    assert_eq!(page.language, Some(Language::En));
    assert_eq!(page.headline.as_deref(), Some("Sumy library reopens after two years"));
    let lead = "The reading room has 80 seats and its own generator.";
    assert_eq!(page.lead.as_deref(), Some(lead));
    let instant: Timestamp = "2025-02-03T07:15:00Z".parse().unwrap();
    assert_eq!(page.date, Some(When::Instant(instant)));
    assert_eq!((page.place.as_deref(), page.source.as_deref()), (Some("Sumy"), Some("UNN")));
    assert_eq!((page.views, page.slug.as_deref()), (Some(1530), Some("sumy-library-reopens")));
    assert_eq!(page.authors.unwrap(), ["Roman Bilyk"]);
    assert_eq!(
        (page.section.as_deref(), page.tags.unwrap()),
        (Some("Culture"), vec!["Sumy".into()])
    );
    assert_eq!(
        page.body,
        "\
The library on Soborna Street is open again, [the council](https://sumy.example/news?id=7) says. More

![A reading room with green lamps](media: \"The hall in February. Photo: City council\")

## Details

- 80 seats;
- a *quiet* room for children.

> We kept every book dry.
>
> Not one was lost.
>
> — Library director Iryna Mak

| Year | Readers |
| ---- | ------- |
| 2021 | 9,400   |

## Background

A blast wave broke the windows in 2023. 1 < 2 & \\*so on\\*.",
        "\n{}\n",
        page.body
    );
}
