#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::{Timestamp, civil::date};
use serde_json::json;
use shpalta_language::date::When;

use super::*;

fn refused(text: &str) -> (&'static str, Option<usize>) {
    let fault = parse(text, None).unwrap_err();
    (fault.refusal.code(), fault.line)
}

fn with_date(date: &str) -> Option<When> {
    parse(&format!("---\ndate: {date}\n---\n"), None).unwrap().date
}

#[test]
fn every_key_reaches_its_field() {
    let text = "---
title: \"Харків відкрив станцію: що далі\"
description: Станція працює з ранку.
date: 2025-03-01
dateline: Харків
source: УНН
views: 120
original: UK
slug: kharkiv-station
authors: [Ірина Лях, 'Ян Дуб']
tags: метро
lang: uk-UA
section: Суспільство
embargo: 2025-03-01T06:00:00+02:00
Weight: 1.10
params: {draft: true, list: [1, null]}
---

Перший абзац.

Другий.
";
    let parsed = parse(text, None).unwrap();
    assert_eq!(parsed.headline.as_deref(), Some("Харків відкрив станцію: що далі"));
    assert_eq!(parsed.lead.as_deref(), Some("Станція працює з ранку."));
    assert_eq!(parsed.date, Some(When::Day(date(2025, 3, 1))));
    assert_eq!((parsed.place.as_deref(), parsed.source.as_deref()), (Some("Харків"), Some("УНН")));
    assert_eq!((parsed.views, parsed.original), (Some(120), Some(Language::Uk)));
    assert_eq!(parsed.slug.as_deref(), Some("kharkiv-station"));
    assert_eq!(parsed.authors.unwrap(), ["Ірина Лях", "Ян Дуб"]);
    assert_eq!(parsed.tags.unwrap(), ["метро"]);
    assert_eq!(parsed.language, Some(Language::Uk));
    assert_eq!(parsed.section.as_deref(), Some("Суспільство"));
    assert_eq!(parsed.embargo, Some("2025-03-01T04:00:00Z".parse::<Timestamp>().unwrap()));
    assert_eq!(parsed.unknown["params"], json!({"draft": true, "list": [1, null]}));
    let unknown: Vec<_> = parsed.notes.iter().map(|note| (note.line, note.remark.code())).collect();
    assert_eq!(unknown, [(Some(15), "unknown_key"), (Some(16), "unknown_key")]);
    assert_eq!(parsed.body, "Перший абзац.\n\nДругий.");
}

#[test]
fn what_a_file_does_not_name_is_not_named() {
    let named = parse("---\ntitle: A\ndescription:\nlead: ~\n---\nText", None).unwrap();
    assert_eq!((named.lead, named.date, named.authors), (None, None, None));
    assert_eq!(named.unknown["lead"], json!(null));
    let empty = parse("---\n---\nText", None).unwrap();
    assert_eq!((empty.headline, empty.body.as_str()), (None, "Text"));
    assert_eq!(parse("---\n# only a remark\n---\n", None).unwrap(), Parsed::default());
}

#[test]
fn a_date_stays_a_day_and_a_time_without_offset_is_kyivs() {
    let instant = |text: &str| Some(When::Instant(text.parse().unwrap()));
    assert_eq!(with_date("2025-01-20"), Some(When::Day(date(2025, 1, 20))));
    assert_eq!(with_date("20 січня 2025"), Some(When::Day(date(2025, 1, 20))));
    assert_eq!(with_date("2025-01-20T11:56:00+02:00"), instant("2025-01-20T09:56:00Z"));
    assert_eq!(with_date("2025-01-20 11:56:00 +0200"), instant("2025-01-20T09:56:00Z"));
    assert_eq!(with_date("2025-01-20T09:56:00Z"), instant("2025-01-20T09:56:00Z"));
    assert_eq!(with_date("2025-01-20 11:56"), instant("2025-01-20T09:56:00Z"));
    assert_eq!(with_date("2025-07-20T11:56:30"), instant("2025-07-20T08:56:30Z"));
    assert_eq!(with_date("\"20 січня 2025, 11:56\""), instant("2025-01-20T09:56:00Z"));
}

#[test]
fn an_hour_that_comes_twice_is_reported() {
    let parsed = parse("---\ndate: 2025-10-26 03:30\n---\n", None).unwrap();
    assert_eq!(parsed.notes[0].remark.code(), "hour_twice");
    assert_eq!(parsed.date, Some(When::Instant("2025-10-26T00:30:00Z".parse().unwrap())));
}

#[test]
fn numbers_keep_their_spelling_where_text_is_wanted() {
    let parsed =
        parse("---\ntitle: 1.10\nslug: 007\nsource: true\ntags: [2025, 0x1F]\n---\n", None);
    let parsed = parsed.unwrap();
    assert_eq!(parsed.headline.as_deref(), Some("1.10"));
    assert_eq!(parsed.slug.as_deref(), Some("007"));
    assert_eq!(parsed.source.as_deref(), Some("true"));
    assert_eq!(parsed.tags.unwrap(), ["2025", "0x1F"]);
}

#[test]
fn broken_yaml_is_refused_with_its_line_in_the_file() {
    assert_eq!(refused("---\ntitle: \"open\nviews: 3\n---\n").0, "import_yaml");
    assert_eq!(refused("---\ntitle: A\nsource: [b\n---\n").0, "import_yaml");
    assert_eq!(refused("---\ntitle: a: b\n---\n"), ("import_yaml", Some(2)));
    assert_eq!(refused("\n\n---\ntitle: a\n\tb: c\n---\n").0, "import_yaml");
    assert_eq!(refused("---\njust words\n---\n"), ("import_yaml", Some(2)));
}

#[test]
fn wrong_values_are_refused_with_their_line() {
    for (line, code) in [
        ("title: [a, b]", "import_yaml_type"),
        ("title: {a: b}", "import_yaml_type"),
        ("authors: [{name: A}]", "import_yaml_type"),
        ("views: -1", "import_yaml_type"),
        ("views: abc", "import_yaml_type"),
        ("views: 1.5", "import_yaml_type"),
        ("date: tomorrow", "import_yaml_type"),
        ("date: 2025-02-30", "import_yaml_type"),
        ("embargo: 2025-01-20", "import_yaml_type"),
        ("original: de", "import_language_unknown"),
        ("source: A\nsource: B", "import_yaml_twice"),
        ("author: A\nauthors: [B]", "import_yaml_twice"),
    ] {
        let expected = 3 + line.matches('\n').count();
        let text = format!("---\r\nslug: x\r\n{line}\r\n---\r\nText");
        assert_eq!(refused(&text), (code, Some(expected)), "{line}");
    }
}

#[test]
fn a_country_code_as_language_suggests_the_language() {
    let fault = parse("---\noriginal: ua\n---\n", None).unwrap_err();
    let said = "ua".to_owned();
    assert_eq!(fault.refusal, Refusal::LanguageUnknown { said, meant: Some("uk") });
}

#[test]
fn unclosed_and_foreign_front_matter_is_refused() {
    assert_eq!(refused("---\ntitle: A\n\nText"), ("import_front_matter_open", Some(1)));
    assert_eq!(refused("+++\ntitle = \"A\"\n+++\n"), ("import_toml", Some(1)));
}

#[test]
fn a_file_without_front_matter_takes_its_headline_from_the_first_heading() {
    for text in [
        "# Новий міст\n\nПерший.\n\nДругий.",
        "\n# Новий міст #\nПерший.\n\nДругий.\n",
        "Новий міст\n===\r\n\r\nПерший.\r\n\r\nДругий.",
    ] {
        let parsed = parse(text, Some(Language::Uk)).unwrap();
        assert_eq!(parsed.headline.as_deref(), Some("Новий міст"), "{text}");
        assert_eq!((parsed.lead, parsed.body.as_str()), (None, "Перший.\n\nДругий."), "{text}");
    }
    let plain = parse("Перший.\n\n# Не заголовок новини", None).unwrap();
    assert_eq!((plain.headline, plain.body.as_str()), (None, "Перший.\n\n# Не заголовок новини"));
}

#[test]
fn a_first_heading_that_repeats_the_title_goes() {
    let parsed = parse("---\ntitle: A b\n---\n# A b\n\nText", None).unwrap();
    assert_eq!((parsed.body.as_str(), parsed.notes.len()), ("Text", 1));
    let other = parse("---\ntitle: A b\n---\n# Other\n\nText", None).unwrap();
    assert_eq!(other.body, "# Other\n\nText");
}

#[test]
fn categories_give_the_section_unless_it_is_named() {
    let parsed = parse("---\ncategories: [Війна, Світ]\n---\n", None).unwrap();
    assert_eq!(parsed.section.as_deref(), Some("Війна"));
    assert_eq!(parsed.notes[0].remark, Remark::OneSection { left: "Світ".into() });
    let both = "---\ncategories: [Війна]\nsection: Світ\n---\n";
    assert_eq!(parse(both, None).unwrap().section.as_deref(), Some("Світ"));
}

#[test]
fn yaml_bombs_are_refused_before_they_unfold() {
    let mut bomb = String::from("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let parts = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{parts}]\n"));
    }
    bomb.push_str("---\n");
    assert_eq!(refused(&bomb).0, "import_yaml");
    let deep = format!("---\na: {}\n---\n", "[".repeat(200_000));
    assert_eq!(refused(&deep).0, "import_yaml");
}
