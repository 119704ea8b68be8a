#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod generated;

use super::BlockKind::*;
use super::*;

fn body(text: &str) -> Vec<Block> {
    blocks("", "", text, &|_| None)
}

/// Kind and inline source of each block of a body.
fn leaves_of(text: &str) -> Vec<(BlockKind, String)> {
    assert_tiled(text, &body(text));
    body(text).into_iter().map(|block| (block.kind, block.text)).collect()
}

#[track_caller]
fn assert_leaves(text: &str, expected: &[(BlockKind, &str)]) {
    let found = leaves_of(text);
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

/// The bytes of each block of a body.
fn spans(text: &str) -> Vec<&str> {
    body(text).into_iter().map(|block| &text[block.span]).collect()
}

/// Every non-blank byte lies in exactly one span; spans are in order and trimmed.
fn assert_tiled(text: &str, blocks: &[Block]) {
    let mut at = 0;
    for block in blocks {
        assert!(block.span.start >= at, "spans overlap in {text:?}: {blocks:?}");
        let before = text.get(at..block.span.start).expect("spans lie between characters");
        assert!(before.trim_ascii().is_empty(), "{before:?} is in no block of {text:?}");
        let inside = text.get(block.span.clone()).expect("spans lie between characters");
        assert!(!inside.is_empty(), "an empty span in {text:?}");
        assert_eq!(inside.trim_ascii(), inside, "a span with blank ends in {text:?}");
        at = block.span.end;
    }
    assert!(text[at..].trim_ascii().is_empty(), "{:?} is in no block of {text:?}", &text[at..]);
}

#[test]
fn headline_and_lead_are_one_block_each_unless_blank() {
    let found = blocks(" Заголовок ", "", "Текст", &|_| None);
    let found: Vec<_> =
        found.iter().map(|b| (b.kind, b.field, b.span.clone(), b.text.as_str())).collect();
    assert_eq!(
        found,
        [(Headline, Field::Headline, 1..19, "Заголовок"), (Paragraph, Field::Body, 0..10, "Текст")]
    );
    assert_eq!(blocks("", "Лід", " \n", &|_| None).len(), 1);
}

#[test]
fn paragraphs_and_headings_are_their_inline_source() {
    assert_leaves(
        "Перший **рядок**\nдругий\n\n## Деталі ##\n\nДвічі\nрядком\n===\n#\n### a #b \\#",
        &[
            (Paragraph, "Перший **рядок**\nдругий"),
            (Heading, "Деталі"),
            (Heading, "Двічі\nрядком"),
            (Heading, ""),
            (Heading, "a #b \\#"),
        ],
    );
}

#[test]
fn the_innermost_container_decides_the_kind() {
    assert_leaves(
        "- a\n- > b\n  > c\n  \n  d\n\n> e\n> 1. f\nlazy\n> # g",
        &[
            (Item, "a"),
            (Quote, "b\nc"),
            (Item, "d"),
            (Quote, "e"),
            (Item, "f\nlazy"),
            (Heading, "g"),
        ],
    );
    assert_leaves("-\n- b\n*", &[(Item, ""), (Item, "b"), (Item, "")]);
    assert_leaves("-\n  b", &[(Item, "b")]);
}

#[test]
fn tabs_may_be_half_a_markers_and_half_the_texts() {
    assert_leaves(">\t- a\n>\t  b\n> \t\tc", &[(Item, "a\nb\nc")]);
    assert_leaves("1.\ta\n\n\tb\n\tc", &[(Item, "a"), (Item, "b\nc")]);
}

#[test]
fn a_quotes_last_paragraph_with_a_dash_is_its_attribution() {
    for said in ["— сказав", "– сказав", "― сказав", "-- сказав", "\\- сказав", "**—** сказав"]
    {
        assert_leaves(&format!("> Так\n>\n> {said}"), &[(Quote, "Так"), (Attribution, said)]);
    }
    assert_leaves("> Так\n>\n> - сказав", &[(Quote, "Так"), (Attribution, "сказав")]);
}

#[test]
fn a_dash_elsewhere_is_no_attribution() {
    assert_leaves("> — Так\n>\n> Ні", &[(Quote, "— Так"), (Quote, "Ні")]);
    assert_leaves("> — Так", &[(Quote, "— Так")]);
    assert_leaves("> Мороз\n>\n> -5 градусів", &[(Quote, "Мороз"), (Quote, "-5 градусів")]);
    assert_leaves("> - Так", &[(Item, "Так")]);
    assert_leaves("> Так\n>\n> - a\n> - b", &[(Quote, "Так"), (Item, "a"), (Item, "b")]);
    assert_leaves("> Так\n>\n> 1. a", &[(Quote, "Так"), (Item, "a")]);
    assert_leaves("Так\n\n— ні", &[(Paragraph, "Так"), (Paragraph, "— ні")]);
}

#[test]
fn a_figure_is_alt_text_address_and_caption() {
    let text = "Текст\n\n> ![Порт](media:1 \"Порт ввечері\")\n> ![](media:)\n\n![a](b \"\")";
    assert_leaves(
        text,
        &[
            (Paragraph, "Текст"),
            (Alt, "Порт"),
            (Image, "media:1"),
            (Caption, "Порт ввечері"),
            (Image, "media:"),
            (Alt, "a"),
            (Image, "b"),
        ],
    );
    assert_eq!(
        spans(text),
        [
            "Текст",
            "> ![Порт]",
            "(media:1",
            "\"Порт ввечері\")",
            "> ![](media:)",
            "![a]",
            "(b \"\")"
        ]
    );
}

#[test]
fn images_amid_text_or_by_reference_stay_in_their_paragraph() {
    assert_leaves("![a](b) text", &[(Paragraph, "![a](b) text")]);
    assert_leaves("![a][b]\n\n[b]: /c", &[(Paragraph, "![a][b]"), (Html, "[b]: /c")]);
    assert_leaves("[![a](b)](c)", &[(Paragraph, "[![a](b)](c)")]);
}

#[test]
fn each_cell_that_is_not_empty_is_a_block() {
    let text = "| Місто | Ціль |\n| --- | :-: |\n| Київ \\| область | |\n\nПісля";
    assert_leaves(
        text,
        &[(Cell, "Місто"), (Cell, "Ціль"), (Cell, "Київ \\| область"), (Paragraph, "Після")],
    );
    assert_eq!(
        spans(text),
        ["| Місто", "| Ціль |", "| --- | :-: |\n| Київ \\| область | |", "Після"]
    );
}

#[test]
fn a_table_without_a_body_ends_with_its_rule() {
    assert_eq!(spans("текст\na|b\n-|-\n\nПісля"), ["текст", "a", "|b\n-|-", "Після"]);
    assert_eq!(spans("> | |\n> |-|\n\n"), ["> | |\n> |-|"]);
}

#[test]
fn a_short_row_has_the_cells_that_are_written() {
    assert_leaves(
        "|a|b|\n|-|-|\n|c\n|d|e|f|",
        &[(Cell, "a"), (Cell, "b"), (Cell, "c"), (Cell, "d"), (Cell, "e")],
    );
}

#[test]
fn code_html_and_rules_are_blocks() {
    let text = "```rust\nfn a() {}\n```\n- ~~~\n  b\n\n    c\n    d\n\n***\n<div>\nx\n</div>";
    assert_leaves(
        text,
        &[(Code, "fn a() {}"), (Code, "b\n\n  c\n  d"), (Rule, ""), (Html, "<div>\nx\n</div>")],
    );
    assert_leaves("    a\n\n    b\n\nc", &[(Code, "a\n\nb"), (Paragraph, "c")]);
    assert_eq!(spans("```\na\n```")[0], "```\na\n```");
}

#[test]
fn link_definitions_are_html_blocks() {
    assert_leaves("[a]: /u\n[b]: /v\n'T'", &[(Html, "[a]: /u"), (Html, "[b]: /v\n'T'")]);
    assert_leaves("[a]: /u\ntext\n---", &[(Html, "[a]: /u"), (Heading, "text")]);
    assert_leaves("> [a]: /u\n> text", &[(Html, "[a]: /u"), (Quote, "text")]);
    assert_leaves(
        "- [a]: /u\n- b\n\n  [c]:\n  /v\n",
        &[(Html, "[a]: /u"), (Item, "b"), (Html, "[c]:\n/v")],
    );
    assert_leaves("[a]: /u\n- b", &[(Html, "[a]: /u"), (Item, "b")]);
    assert_leaves("- [a]: /u\n [b]: /v", &[(Html, "[a]: /u"), (Item, "[b]: /v")]);
}

#[test]
fn footnotes_stay_where_they_are_written_used_or_not() {
    assert_leaves(
        "a[^1]\n\n[^1]: Перша\n    далі\n\n    ще\n\n[^2]: Зайва\n\nb\n\n[^1]: Двійник",
        &[
            (Paragraph, "a[^1]"),
            (Footnote, "Перша\nдалі"),
            (Footnote, "ще"),
            (Footnote, "Зайва"),
            (Paragraph, "b"),
            (Footnote, "Двійник"),
        ],
    );
}

#[test]
fn a_body_of_markers_alone_is_one_block() {
    assert_eq!(spans("> \n>"), ["> \n>"]);
    assert_eq!(spans("[^1]:"), ["[^1]:"]);
    assert!(body(" \n\t").is_empty());
}

fn known_section(words: &str) -> Option<Section> {
    match words {
        "Деталі" => Some(Section::Details),
        "Нагадаємо" => Some(Section::Background),
        _ => None,
    }
}

#[test]
fn a_section_lasts_until_a_heading_of_its_level_or_a_higher_one() {
    let text =
        "a\n\n## **Деталі**\n\nb\n\n### c\n\n### Нагадаємо\n\nd\n\n### e\n\n> ## f\n\n# g\n\nh";
    let found = blocks("", "", text, &known_section);
    let (details, background) = (Some(Section::Details), Some(Section::Background));
    let expected = [
        ("a", None),
        ("**Деталі**", details),
        ("b", details),
        ("c", details),
        ("Нагадаємо", background),
        ("d", background),
        ("e", details),
        ("f", details),
        ("g", None),
        ("h", None),
    ];
    let found: Vec<_> = found.iter().map(|b| (b.text.as_str(), b.section)).collect();
    assert_eq!(found, expected);
}

#[test]
fn typography_wrapping_and_containers_marks_do_not_change_a_hash() {
    let hashes = |text| body(text).iter().map(|block| block.hash).collect::<Vec<_>>();
    assert_eq!(hashes("п'ять \"слів\" - тут"), hashes("п’ять «слів»\n—  тут"));
    assert_eq!(hashes("a b\n\nc"), hashes("a\nb\n\n\n\nc"));
    assert_eq!(hashes("> a b c"), hashes("> a\n>   b\nc"));
    assert_eq!(hashes("## a"), hashes("a\n---"));
    assert_ne!(hashes("a"), hashes("A"));
    assert_ne!(hashes("a"), hashes("- a"));
}

#[test]
fn a_media_address_has_its_hash() {
    let hash = "0123456789abcdef".repeat(4);
    assert_eq!(media_hash(&format!("media:{hash}")), Some(hash.as_str()));
    assert_eq!(media_hash("media:"), None);
    assert_eq!(media_hash(&format!("media:{}", hash.to_uppercase())), None);
    assert_eq!(media_hash(&hash), None);
}
