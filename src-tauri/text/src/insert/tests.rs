#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn blocks(text: &str) -> Vec<Block> {
    body_blocks(text, &|_| None)
}

/// Inserts a block of the original; `stands_for` says for each of the text's blocks which of the
/// original's it stands for.
fn into(
    text: &str,
    stands_for: &[Option<usize>],
    original: &str,
    at: usize,
    words: Option<&str>,
) -> Result<Inserted, Obstacle> {
    let (ours, theirs) = (blocks(text), blocks(original));
    assert_eq!(ours.len(), stands_for.len(), "{ours:?}");
    let mut pairs = vec![None; theirs.len()];
    for (ours, original) in stands_for.iter().enumerate() {
        original.iter().for_each(|original| pairs[*original] = Some(ours));
    }
    let after = (0..at).rev().find_map(|original| pairs[original]);
    let body = Body { text, blocks: &ours };
    let original = Body { text: original, blocks: &theirs };
    insert(body, &Inserting { original, at, pairs: &pairs, after, words })
}

/// The text after an insertion of the original's words, everything else standing for everything
/// else in order.
fn copied(original: &str, at: usize, text: &str) -> String {
    let count = blocks(original).len();
    let stands_for: Vec<_> = (0..count).filter(|other| *other != at).map(Some).collect();
    into(text, &stands_for, original, at, None).unwrap().text
}

#[test]
fn a_paragraph_goes_behind_the_block_before_it() {
    let original = "а\n\nб\n\nв";
    assert_eq!(copied(original, 1, "a\n\nc"), "a\n\nб\n\nc");
    assert_eq!(copied(original, 2, "a\n\nb"), "a\n\nb\n\nв");
    assert_eq!(copied(original, 0, "b\n\nc"), "а\n\nb\n\nc");
    assert_eq!(into("", &[], "а", 0, None).unwrap().text, "а");
    assert_eq!(copied("а\n\nб\n\n- в", 1, "a\n- c"), "a\n\nб\n\n- c");
}

#[test]
fn a_heading_has_the_level_of_its_original() {
    assert_eq!(copied("а\n\n### Деталі\n\nб", 1, "a\n\nb"), "a\n\n### Деталі\n\nb");
    assert_eq!(copied("а\n\nДеталі\n---\n\nб", 1, "a\n\nb"), "a\n\n## Деталі\n\nb");
}

#[test]
fn an_item_joins_the_list_beside_it() {
    let list = "а\n\n- б\n- в\n- г\n\nд";
    assert_eq!(copied(list, 2, "a\n\n* b\n* d\n\ne"), "a\n\n* b\n* в\n* d\n\ne");
    assert_eq!(copied(list, 3, "a\n\n- b\n- c\n\ne"), "a\n\n- b\n- c\n- г\n\ne");
    assert_eq!(copied(list, 1, "a\n\n- c\n- d\n\ne"), "a\n\n- б\n- c\n- d\n\ne");
    assert_eq!(copied("1. а\n2. б\n3. в", 1, "1. a\n2. c"), "1. a\n2. б\n2. c");
    assert_eq!(copied("- а\n\n- б\n\n- в", 1, "- a\n\n- c"), "- a\n\n- б\n\n- c");
}

#[test]
fn an_item_without_a_list_beside_it_opens_one() {
    assert_eq!(copied("а\n\n* б\n\nв", 1, "a\n\nc"), "a\n\n* б\n\nc");
    assert_eq!(copied("а\n\n1) б\n\nв", 1, "a\n\nc"), "a\n\n1) б\n\nc");
}

#[test]
fn an_item_of_a_list_in_a_list_stands_in_it() {
    let list = "- а\n  - б\n  - в\n- г";
    assert_eq!(copied(list, 1, "- a\n  - c\n- d"), "- a\n  - б\n  - c\n- d");
    assert_eq!(copied(list, 2, "- a\n  - b\n- d"), "- a\n  - b\n  - в\n- d");
    assert_eq!(copied(list, 3, "- a\n  - b\n  - c"), "- a\n  - b\n  - c\n- г");
    assert_eq!(copied(list, 0, "  - b\n  - c\n- d"), "- а\n  - b\n  - c\n- d");
}

#[test]
fn a_paragraph_behind_a_list_or_quote_is_outside_of_it() {
    assert_eq!(copied("- а\n\nб", 1, "- a"), "- a\n\nб");
    // The translation has the inner items under another one.
    let original = "- а\n\nб\n\n- в\n  - г";
    let rest = [Some(0), Some(3)];
    let inserted = into("- a\n\n  - d", &rest, original, 2, None).unwrap();
    assert_eq!(inserted.text, "- a\n\n- в\n  - d");
    assert_eq!(copied("> а\n\nб", 1, "> a"), "> a\n\nб");
    assert_eq!(copied("1. а\n\nб\n\nв", 1, "1. a\n\nc"), "1. a\n\nб\n\nc");
}

#[test]
fn a_quote_and_its_attribution_stand_in_one_quote() {
    let quote = "а\n\n> б\n>\n> в\n>\n> — хто\n\nг";
    assert_eq!(copied(quote, 2, "a\n\n> b\n>\n> — who\n\nd"), "a\n\n> b\n>\n> в\n>\n> — who\n\nd");
    assert_eq!(copied(quote, 3, "a\n\n> b\n>\n> c\n\nd"), "a\n\n> b\n>\n> c\n>\n> — хто\n\nd");
    let text = "a\n\n> c\n>\n> — who\n\nd";
    assert_eq!(copied(quote, 1, text), "a\n\n> б\n>\n> c\n>\n> — who\n\nd");
    let alone = into("a\n\nd", &[Some(0), Some(2)], "а\n\n> б\n\nг", 1, None);
    assert_eq!(alone.unwrap().text, "a\n\n> б\n\nd");
}

#[test]
fn an_attribution_of_somebodys_own_words_gets_its_dash() {
    let quote = "> б\n>\n> — сказав міністр";
    let inserted = into("> b", &[Some(0)], quote, 1, Some("said the minister")).unwrap();
    assert_eq!(inserted.text, "> b\n>\n> — said the minister");
}

#[test]
fn an_attribution_without_its_quote_waits_for_it() {
    let quote = "а\n\n> б\n>\n> — хто";
    assert_eq!(into("a", &[Some(0)], quote, 2, None), Err(Obstacle::Quote));
}

#[test]
fn an_image_comes_with_its_address_and_its_parts_fill_it() {
    let original = "а\n\n![Порт](media:12 \"Порт уночі\")\n\nб";
    let stands_for = [Some(0), Some(4)];
    let image = into("a\n\nb", &stands_for, original, 2, None).unwrap();
    assert_eq!(image.text, "a\n\n![](media:12)\n\nb");
    let with_image = [Some(0), Some(2), Some(4)];
    let alt = into(&image.text, &with_image, original, 1, Some("Port")).unwrap();
    assert_eq!(alt.text, "a\n\n![Port](media:12)\n\nb");
    assert_eq!((alt.first, &alt.originals[..]), (1, &[1][..]));
    let caption = into(&image.text, &with_image, original, 3, None).unwrap();
    assert_eq!(caption.text, "a\n\n![](media:12 \"Порт уночі\")\n\nb");
    let quoted = into(&image.text, &with_image, original, 3, Some("The \"old\" port")).unwrap();
    assert_eq!(quoted.text, "a\n\n![](media:12 'The \"old\" port')\n\nb");
}

#[test]
fn a_part_of_an_image_that_is_not_there_brings_it() {
    let original = "а\n\n![Порт](media:12 \"Порт уночі\")\n\nб";
    let alt = into("a\n\nb", &[Some(0), Some(4)], original, 1, None).unwrap();
    assert_eq!(alt.text, "a\n\n![Порт](media:12)\n\nb");
    assert_eq!((alt.first, &alt.originals[..]), (1, &[1, 2][..]));
    let caption = into("a\n\nb", &[Some(0), Some(4)], original, 3, Some("Port")).unwrap();
    assert_eq!(caption.text, "a\n\n![](media:12 \"Port\")\n\nb");
}

#[test]
fn a_table_comes_whole_or_not_at_all() {
    let original = "а\n\n| б | в |\n|---|--:|\n| 1 | 2 |\n\nг";
    let table = into("a\n\nd", &[Some(0), Some(5)], original, 2, None).unwrap();
    assert_eq!(table.text, "a\n\n| б | в |\n|---|--:|\n| 1 | 2 |\n\nd");
    assert_eq!((table.first, &table.originals[..]), (1, &[1, 2, 3, 4][..]));
    let worded = into("a\n\nd", &[Some(0), Some(5)], original, 2, Some("c|")).unwrap();
    assert_eq!(worded.text, "a\n\n| б | c\\| |\n|---|--:|\n| 1 | 2 |\n\nd");
    let part = "a\n\n| b |\n|---|\n\nd";
    let refused = into(part, &[Some(0), Some(1), Some(5)], original, 2, None);
    assert_eq!(refused, Err(Obstacle::Table));
    assert_eq!(copied("| а |\n|---|\n\nб", 1, "| a |\n|---|"), "| a |\n|---|\n\nб");
}

#[test]
fn code_rules_and_markup_are_copied() {
    let original =
        "а\n\n~~~rust\nlet b = \"`c`\";\n~~~\n\n---\n\n<hr>\n\n[b]: https://example.org\n\nг";
    let rest = [Some(0), Some(5)];
    let text = |at| into("a\n\nd", &rest, original, at, None).unwrap().text;
    assert_eq!(text(1), "a\n\n```rust\nlet b = \"`c`\";\n```\n\nd");
    assert_eq!(text(2), "a\n\n---\n\nd");
    assert_eq!(text(3), "a\n\n<hr>\n\nd");
    assert_eq!(text(4), "a\n\n[b]: https://example.org\n\nd");
}

#[test]
fn a_footnote_keeps_its_label() {
    let original = "а[^1]\n\n[^1]: б";
    assert_eq!(copied(original, 1, "a[^1]"), "a[^1]\n\n[^1]: б");
}

#[test]
fn words_that_look_like_a_marker_are_words() {
    for words in ["1. May", "- no", "# one", "> two"] {
        let inserted = into("a", &[Some(0)], "а\n\nб", 1, Some(words)).unwrap();
        let found = blocks(&inserted.text);
        assert_eq!((found.len(), found[1].kind), (2, BlockKind::Paragraph), "{words}");
    }
    let two = into("a", &[Some(0)], "а\n\nб", 1, Some("b\n\nc")).unwrap();
    assert_eq!(two.text, "a\n\nb\nc");
}

/// Markdown of every kind, block by block.
fn any_block() -> impl Strategy<Value = String> {
    let word = "[a-c]{1,4}";
    prop_oneof![
        4 => word.prop_map(|a| a),
        1 => (word, 1_usize..4).prop_map(|(a, level)| format!("{} {a}", "#".repeat(level))),
        2 => (word, word, word).prop_map(|(a, b, c)| format!("- {a}\n- {b}\n- {c}")),
        1 => (word, word).prop_map(|(a, b)| format!("- {a}\n\n- {b}")),
        1 => (word, word, word).prop_map(|(a, b, c)| format!("* {a}\n  * {b}\n* {c}")),
        1 => (word, word).prop_map(|(a, b)| format!("1. {a}\n2. {b}")),
        2 => (word, word).prop_map(|(a, b)| format!("> {a}\n>\n> {b}")),
        1 => (word, word).prop_map(|(a, b)| format!("> {a}\n>\n> — {b}")),
        1 => (word, word).prop_map(|(a, b)| format!("![{a}](media: \"{b}\")")),
        1 => (word, word).prop_map(|(a, b)| format!("| {a} | {b} |\n|---|---|")),
        1 => word.prop_map(|a| format!("```\n{a}\n\n{a}\n```")),
        1 => Just("---".to_owned()),
    ]
}

fn any_body() -> impl Strategy<Value = String> {
    prop::collection::vec(any_block(), 1..7).prop_map(|blocks| blocks.join("\n\n"))
}

proptest! {
    /// A text that lacks some blocks of another gets one of them: it grows in one place, the other
    /// blocks say the same, and the new one is read as the original's.
    #[test]
    fn an_insertion_leaves_everything_else_as_it_was(
        original in any_body(),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
        which in any::<prop::sample::Index>(),
    ) {
        let theirs = blocks(&original);
        let gone: std::collections::BTreeSet<_> =
            gone.iter().map(|index| index.index(theirs.len())).collect();
        let Some((text, stands_for)) = without(&original, &theirs, &gone) else { return Ok(()) };
        let at = *gone.iter().nth(which.index(gone.len())).unwrap();
        let before = blocks(&text);
        match into(&text, &stands_for, &original, at, None) {
            Ok(Inserted { text: after, first, originals }) => {
                prop_assert!(grew_in_one_place(&text, &after), "{text:?} {after:?}");
                let mut rest = blocks(&after);
                let new: Vec<_> = rest.drain(first..first + originals.len()).collect();
                let said = |blocks: &[Block]| -> Vec<_> {
                    blocks.iter().map(|block| (block.kind, block.text.clone())).collect()
                };
                prop_assert_eq!(said(&rest), said(&before));
                for (block, original) in new.iter().zip(&originals) {
                    prop_assert_eq!(block.hash, theirs[*original].hash);
                }
                prop_assert!(originals.contains(&at));
            }
            Err(Obstacle::Table | Obstacle::Quote) => {}
            Err(obstacle) => prop_assert!(false, "{obstacle:?}: {at} of {original:?} into {text:?}"),
        }
    }
}

/// A text without some of its blocks, if that leaves the others as they are.
fn without(
    original: &str,
    theirs: &[Block],
    gone: &std::collections::BTreeSet<usize>,
) -> Option<(String, Vec<Option<usize>>)> {
    let shapes = shapes(original);
    let parts: std::collections::BTreeSet<_> =
        gone.iter().map(|at| shapes[*at].whole.start).collect();
    let mut text = original.to_owned();
    for start in parts.into_iter().rev() {
        let whole = shapes.iter().find(|shape| shape.whole.start == start)?.whole.clone();
        let line = text[..whole.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[whole.end..].find('\n').map_or(text.len(), |at| whole.end + at + 1);
        text.replace_range(line..end, "");
    }
    let text = crate::normalise::body(&text);
    let left: Vec<_> = (0..theirs.len())
        .filter(|at| !gone.iter().any(|gone| shapes[*gone].whole == shapes[*at].whole))
        .collect();
    let ours = blocks(&text);
    let same = ours.len() == left.len()
        && ours
            .iter()
            .zip(&left)
            .all(|(block, at)| (block.kind, &block.text) == (theirs[*at].kind, &theirs[*at].text));
    same.then(|| (text, left.into_iter().map(Some).collect()))
}

fn grew_in_one_place(before: &str, after: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let start = before.chars().zip(after.chars()).take_while(same).count();
    let end = before.chars().rev().zip(after.chars().rev()).take_while(same).count();
    start + end >= before.chars().count()
}
