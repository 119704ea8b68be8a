#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::{Choice, Piece, conflicts, merge, text};
use crate::diff::token::tokens;
use crate::diff::{Change, words};

/// The merge in short: `{ours}`, `<theirs>`, `[both]`, `(base|ours|theirs)`, the rest kept.
fn short(base: &str, ours: &str, theirs: &str) -> String {
    let pieces = merge(base, ours, theirs).into_iter().map(|piece| match piece {
        Piece::Kept { text } => text,
        Piece::Ours { text, .. } => format!("{{{text}}}"),
        Piece::Theirs { text, .. } => format!("<{text}>"),
        Piece::Both { text, .. } => format!("[{text}]"),
        Piece::Conflict { base, ours, theirs } => format!("({base}|{ours}|{theirs})"),
    });
    pieces.collect()
}

#[test]
fn changes_in_different_places_are_both_there() {
    assert_eq!(
        short(
            "Уранці в місті почалася пожежа.",
            "Удосвіта в місті почалася пожежа.",
            "Уранці в місті почалася велика пожежа."
        ),
        "{Удосвіта} в місті почалася <велика >пожежа."
    );
    assert_eq!(
        short("Перший абзац.\n\nДругий.", "Перший рядок.\n\nДругий.", "Перший абзац.\n\nІнший."),
        "Перший {рядок}.\n\n<Інший>."
    );
}

#[test]
fn the_same_change_is_one() {
    assert_eq!(short("сім осіб", "вісім осіб", "вісім осіб"), "[вісім] осіб");
}

#[test]
fn different_changes_of_one_place_are_a_conflict() {
    assert_eq!(short("сім осіб", "вісім осіб", "шість осіб"), "(сім|вісім|шість) осіб");
    assert_eq!(short("a b", "a x b", "a y b"), "a (|x |y )b");
}

#[test]
fn signs_without_a_space_between_them_may_be_parted_and_all_are_there() {
    let merged = short("\n\n🚒🚒а", "🚒🚒\n\n0🚒🚒", "🚒aaaa🚒");
    assert_eq!(merged, "(\n\n|🚒🚒\n\n0|)🚒<aaaa>🚒[]");
}

#[test]
fn halves_of_a_phrase_by_two_hands_are_a_conflict() {
    assert_eq!(
        short("там 5 осіб були", "там 7 осіб були", "там 5 людей були"),
        "там (5 осіб|7 осіб|5 людей) були"
    );
}

#[test]
fn a_removal_against_a_change_is_a_conflict() {
    let merged = merge("один два три чотири", "один чотири", "один два десять чотири");
    assert_eq!(conflicts(&merged), 1);
    assert_eq!(text(&merged, Choice::Ours), "один чотири");
    assert_eq!(text(&merged, Choice::Theirs), "один два десять чотири");
}

#[test]
fn paragraphs_put_in_by_both_at_one_place_are_a_conflict_with_both() {
    let merged = merge("Один.\n", "Один.\n\nНаш.\n", "Один.\n\nЇхній.\n");
    assert_eq!(conflicts(&merged), 1);
}

/// Texts of few words, so that they have much in common.
fn prose() -> impl Strategy<Value = String> {
    "([а-в]{1,2}|[abc]{4}|[ .,’\u{a0}]|\n\n|[0-9]|👩‍🚒|e\u{301}){0,24}"
}

/// Words that stand nowhere else, so that each can be looked for.
fn own_words(letter: char) -> impl Strategy<Value = Vec<Option<String>>> {
    let word = (1..6_usize).prop_map(move |length| letter.to_string().repeat(length));
    prop::collection::vec(prop::option::weighted(0.4, word), 9)
}

proptest! {
    #[test]
    fn who_changed_nothing_has_no_say(base in prose(), other in prose()) {
        for choice in [Choice::Base, Choice::Ours, Choice::Theirs] {
            prop_assert_eq!(text(&merge(&base, &other, &base), choice), other.clone());
            prop_assert_eq!(text(&merge(&base, &base, &other), choice), other.clone());
            prop_assert_eq!(text(&merge(&base, &other, &other), choice), other.clone());
        }
        prop_assert_eq!(conflicts(&merge(&base, &other, &other)), 0);
    }

    #[test]
    fn a_merge_does_not_know_left_from_right(
        base in prose(), ours in prose(), theirs in prose(),
    ) {
        let there = merge(&base, &ours, &theirs);
        let back = merge(&base, &theirs, &ours);
        prop_assert_eq!(text(&there, Choice::Ours), text(&back, Choice::Theirs));
        prop_assert_eq!(conflicts(&there), conflicts(&back));
    }

    #[test]
    fn pieces_give_all_three_texts_back(base in prose(), ours in prose(), theirs in prose()) {
        let pieces = merge(&base, &ours, &theirs);
        let read = |side: usize| -> String {
            pieces.iter().map(|piece| match piece {
                Piece::Kept { text } => text.as_str(),
                Piece::Ours { base, text } => if side == 1 { text } else { base },
                Piece::Theirs { base, text } => if side == 2 { text } else { base },
                Piece::Both { base, text } => if side == 0 { base } else { text },
                Piece::Conflict { base, ours, theirs } => [base, ours, theirs][side],
            }).collect()
        };
        prop_assert_eq!([read(0), read(1), read(2)], [base, ours, theirs]);
    }

    /// Every word and sign that the diff says either put in is in a piece. Signs with no space
    /// between them may be parted: the other may have put something there.
    #[test]
    fn nothing_that_either_typed_disappears(base in prose(), ours in prose(), theirs in prose()) {
        let pieces = merge(&base, &ours, &theirs);
        let chosen = [Choice::Ours, Choice::Theirs].map(|choice| text(&pieces, choice));
        for (side, chosen) in [&ours, &theirs].into_iter().zip(&chosen) {
            for run in words(&base, side).iter().filter(|run| run.change == Change::Added) {
                for word in tokens(&run.text).map(|token| &run.text[token]) {
                    prop_assert!(chosen.contains(word), "{word:?} of {side:?} in {chosen:?}");
                }
            }
        }
    }

    /// Between the nine words of the base each puts words of its own, never both in one place.
    #[test]
    fn changes_apart_from_each_other_are_both_there(
        ours in own_words('o'), theirs in own_words('t'),
    ) {
        let base = ["один", "двадцять", "тридцять", "сорок", "п’ять", "шістсот", "сім", "вісім",
            "дев’ять"];
        let with = |words: &[Option<String>]| {
            let said = base.iter().zip(words).map(|(word, own)| match own {
                Some(own) => format!("{word} {own}"),
                None => (*word).to_owned(),
            });
            said.collect::<Vec<_>>().join(" ")
        };
        let theirs: Vec<_> =
            theirs.iter().zip(&ours).map(|(own, taken)| own.clone().filter(|_| taken.is_none())).collect();
        let pieces = merge(&base.join(" "), &with(&ours), &with(&theirs));
        prop_assert_eq!(conflicts(&pieces), 0);
        let both: Vec<_> = ours.iter().zip(&theirs).map(|(o, t)| o.clone().or(t.clone())).collect();
        prop_assert_eq!(text(&pieces, Choice::Base), with(&both));
    }
}
