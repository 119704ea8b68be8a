//! Bodies nobody would write: whatever stands in them, the blocks tile them.

use proptest::prelude::*;

use super::{BlockKind, assert_tiled, body};
use crate::html::{Figure, HtmlOptions, html};

/// One leaf as a person may write it.
fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zа-ї]{1,6}( [a-zа-ї*_`]{1,6}){0,3}(\n[a-zа-ї]{1,6}){0,2}",
        "#{1,6} [a-zа-ї]{0,6}( #)?",
        "[a-z]{1,4}\n(===|---)",
        "(```|~~~)[a-z]{0,3}\n[a-z \t\n]{0,9}(\n```|\n~~~)?",
        "    [a-z]{1,5}\n\n?    [a-z]",
        "<(div|!--|pre|b)>?[a-z\n ]{0,6}(-->|</div>)?",
        "\\[\\^[a-c]\\]:( [a-z]{1,5}(\n    [a-z]{1,3})?)?",
        "\\[[a-c]\\]:[ \n]/[a-z]{1,3}( \"[a-z\n]{0,5}\")?(\n[a-z]{1,4})?",
        "!\\[[a-z]{0,4}\\]\\((media:)?[a-z]{0,3}( ?\"[a-zё]{0,4}\")?\\)([ \n]!\\[\\]\\(b\\))?",
        "\\|? ?[a-zї]{0,3} ?\\| ?[a-z]{0,2}\\\\?\\|?\n\\|?:?-+:?\\|-+\\|?\n([a-zї| \\\\]{1,9}\n)?",
        "[a-z]\\[\\^[a-c]\\] \\[[a-c]\\]",
        "(\\*\\*\\*|- - -|___)",
        "[—–-] ?[a-zа-ї]{1,5}",
        "",
    ]
}

/// Leaves within quotes, lists and footnotes, well or badly indented.
fn document() -> impl Strategy<Value = String> {
    let part = leaf().prop_recursive(4, 40, 4, |inner| {
        let marks = prop_oneof![
            Just(("> ", "> ")),
            Just((">", ">")),
            Just(("> ", "")),
            Just(("- ", "  ")),
            Just(("-\t", "\t")),
            Just(("1. ", "   ")),
            Just(("12) ", " ")),
            Just(("*\n", "  ")),
            Just(("[^b]: ", "    ")),
            Just(("  ", "  ")),
        ];
        let parts = prop::collection::vec(inner, 1..4);
        (marks, parts, prop_oneof![Just("\n\n"), Just("\n")]).prop_map(
            |((first, next), parts, between)| {
                let inside = parts.join(between);
                let lines: Vec<_> = inside.split('\n').collect();
                format!("{first}{}", lines.join(&format!("\n{next}")))
            },
        )
    });
    prop::collection::vec(part, 0..5).prop_map(|parts| parts.join("\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn blocks_tile_any_document(text in document()) {
        assert_tiled(&text, &body(&text));
    }

    #[test]
    fn blocks_tile_any_signs(text in "[ \t\n\r>#*+|:`~<!&\\[\\]()^\"'=\\\\0-2.a—ї\u{0}\u{a0}\u{feff}-]{0,60}") {
        assert_tiled(&text, &body(&text));
    }

    #[test]
    fn a_blocks_words_stand_in_its_own_bytes(text in document()) {
        let inline = |kind| !matches!(kind, BlockKind::Code | BlockKind::Html);
        for block in body(&text).into_iter().filter(|block| inline(block.kind)) {
            for line in block.text.lines() {
                prop_assert!(text[block.span.clone()].contains(line), "{:?} of {:?}", block, text);
            }
        }
    }

    #[test]
    fn the_page_has_the_figures_and_attributions_of_the_blocks(text in document()) {
        // Footnotes that nothing refers to are blocks, but not on the page.
        let text = text.replace("[^", "[");
        let figure = |src: &str| {
            Some(Figure { src: src.to_owned(), ..Figure::default() })
        };
        let options = HtmlOptions { figure: &figure, media_prefix: "", ..HtmlOptions::default() };
        let page = html(&text, &options);
        let blocks = body(&text);
        let count = |kind| blocks.iter().filter(|block| block.kind == kind).count();
        prop_assert_eq!(page.matches("<figure>").count(), count(BlockKind::Image), "{}", page);
        prop_assert_eq!(page.matches("<footer>").count(), count(BlockKind::Attribution));
    }

    #[test]
    fn a_further_blank_line_changes_no_hash(
        parts in prop::collection::vec("[a-zа-ї]{1,5}( [a-zа-ї]{1,5}){0,4}", 1..5),
        mark in prop_oneof![Just(""), Just("> "), Just("## ")],
    ) {
        let hashes = |between: &str| {
            let text = parts.iter().map(|part| format!("{mark}{part}")).collect::<Vec<_>>();
            body(&text.join(between)).iter().map(|block| block.hash).collect::<Vec<_>>()
        };
        prop_assert_eq!(hashes("\n\n"), hashes("\n\n\n"));
    }

    #[test]
    fn wrapping_changes_no_hash(words in prop::collection::vec("[а-їa-z]{2,6}", 1..9)) {
        for (first, next) in [("", ""), ("> ", "> "), ("> ", ""), ("- ", "  "), ("[^1]: ", "    ")] {
            let wrapped = format!("{first}{}", words.join(&format!("\n{next}")));
            let plain = format!("{first}{}", words.join(" "));
            let (wrapped, plain) = (body(&wrapped), body(&plain));
            prop_assert_eq!(wrapped.len(), 1);
            prop_assert_eq!(wrapped[0].hash, plain[0].hash);
        }
    }
}
