//! Any blocks may be missing, and be inserted in any order: each is there then and stands for its
//! original, and the rest of the text is what it was.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::Error;
use shpalta_newsroom::draft::Saved;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::translation::{InsertRow, RowState, TranslateView};
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news;

/// Parts of a body: units with what stands between them. `§` becomes a word of its own.
const PARTS: [(&[&str], &str); 9] = [
    (&["§ § §"], ""),
    (&["## §"], ""),
    (&["- § §", "- § §", "- § §"], "\n"),
    (&["1. § §", "2. § §", "3. § §"], "\n"),
    (&["- § §", "- § §"], "\n\n"),
    (&["> § § §", "> § § §", "> — §"], "\n>\n"),
    (&["![§ §](media: \"§ § §\")"], ""),
    (&["| § | § |\n|---|---|\n| § | § |"], ""),
    (&["- § §", "  - § §", "  - § §", "- § §"], "\n"),
];

/// A body from units; those that are gone leave nothing behind.
fn body(parts: &[usize], letters: &str, gone: &[(usize, usize)]) -> String {
    let mut number = 0;
    let mut written = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let (units, between) = PARTS[*part];
        let mut left = Vec::new();
        for (unit, words) in units.iter().enumerate() {
            let pieces: Vec<_> = words.split('§').collect();
            let worded = pieces.iter().enumerate().map(|(place, piece)| {
                if place == 0 {
                    return (*piece).to_owned();
                }
                number += 1;
                format!("{}{piece}", word(letters, number))
            });
            let worded: String = worded.collect();
            if !gone.contains(&(at, unit)) {
                left.push(worded);
            }
        }
        if !left.is_empty() {
            written.push(left.join(between));
        }
    }
    written.join("\n\n")
}

/// A word that no other number has, or hardly any.
fn word(letters: &str, number: u64) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let mut bits = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (0..7)
        .map(|_| {
            bits = bits.rotate_left(17).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            letters[(bits >> 40) as usize % letters.len()]
        })
        .collect()
}

fn write(desk: &mut Desk, who: Who, language: shpalta_language::Language, body: String) {
    let text = EditionText { body, ..news::edition(language, &[]) };
    desk.save(who, language, &text, None, How::Cut(Reason::Write)).unwrap();
}

fn view(desk: &Desk) -> TranslateView {
    desk.newsroom.translate(desk.story, En).unwrap()
}

/// What each row says, the missing ones left out.
fn said(view: &TranslateView) -> Vec<(String, String)> {
    let rows = view.rows.iter().filter(|row| row.block.is_some());
    rows.map(|row| (row.translation.clone(), row.original.clone())).collect()
}

fn insert(desk: &mut Desk, view: &TranslateView, row: usize) -> Result<Saved, Error> {
    let insert = InsertRow {
        story: desk.story,
        language: En,
        row,
        words: None,
        based_on: view.save,
        seen: view.seen,
        sitting: None,
    };
    let act = desk.act(Who::Translator);
    desk.newsroom.insert_row(&act, &insert)
}

fn grew_in_one_place(before: &str, after: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let start = before.chars().zip(after.chars()).take_while(same).count();
    let end = before.chars().rev().zip(after.chars().rev()).take_while(same).count();
    start + end >= before.chars().count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_missing_can_be_inserted_and_stands_for_its_original(
        parts in vec(0..PARTS.len(), 1..5),
        gone in vec((any::<Index>(), any::<Index>()), 1..5),
        order in vec(any::<Index>(), 12),
    ) {
        let gone: Vec<_> = gone
            .iter()
            .map(|(part, unit)| {
                let part = part.index(parts.len());
                (part, unit.index(PARTS[parts[part]].0.len()))
            })
            .collect();
        let mut desk = Desk::new();
        write(&mut desk, Who::Reporter, Uk, body(&parts, "абвгдежзіклмнопрстуфхц", &[]));
        write(&mut desk, Who::Translator, En, body(&parts, "abcdefghiklmnoprstuvz", &[]));
        prop_assume!(desk.behind(En) == 0);
        let less = body(&parts, "abcdefghiklmnoprstuvz", &gone);
        write(&mut desk, Who::Translator, En, less);
        // What is left may be another thing without the rest: an attribution alone is a quote.
        let all_stand = view(&desk).rows.iter().all(|row| match row.state {
            RowState::Fresh | RowState::Missing => true,
            RowState::Changed | RowState::Extra => false,
        });
        prop_assume!(all_stand);

        let mut order = order.iter().cycle();
        for _ in 0..24 {
            let before = view(&desk);
            let missing: Vec<_> =
                before.rows.iter().filter(|row| row.state == RowState::Missing).collect();
            if missing.is_empty() {
                break;
            }
            let row = missing[order.next().unwrap().index(missing.len())];
            match insert(&mut desk, &before, row.row) {
                Ok(Saved::Saved { .. }) => {}
                Ok(other) => prop_assert!(false, "{other:?}"),
                // Its quote is missing, too, and can be inserted.
                Err(Error::NotInserted { obstacle, .. }) if obstacle.word() == "quote" => continue,
                Err(error) => prop_assert!(false, "{error}: {} into {}", row.original, before.text.body),
            }
            let after = view(&desk);
            prop_assert!(grew_in_one_place(&before.text.body, &after.text.body));
            let own: Vec<_> =
                after.rows.iter().filter(|now| now.originals == row.originals).collect();
            prop_assert!(own.len() == 1 && own[0].block.is_some(), "{own:?}");
            prop_assert_eq!(&own[0].translation, &row.original);
            prop_assert!(after.rows.iter().all(|row| row.state != RowState::Changed));
            let kept = said(&after);
            for pair in said(&before) {
                prop_assert!(kept.contains(&pair), "{pair:?}");
            }
        }
        prop_assert_eq!(desk.behind(En), 0, "{}", view(&desk).text.body);
        desk.verify();
    }
}
