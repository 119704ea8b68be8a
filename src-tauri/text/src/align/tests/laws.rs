//! What holds for every text.

use proptest::prelude::*;

use super::{Following, Leaf, Origin, Past, Text, follow, leaf};
use crate::BlockKind;

const KINDS: [BlockKind; 6] = [
    BlockKind::Headline,
    BlockKind::Paragraph,
    BlockKind::Item,
    BlockKind::Cell,
    BlockKind::Image,
    BlockKind::Quote,
];

type Block = (BlockKind, String);

/// Few words, so that twins, splits and joins come about by chance.
fn any_block() -> impl Strategy<Value = Block> {
    let word = prop::sample::select(vec!["зима", "літо", "7", "а", "https://a.ua/b", "—", "Київ"]);
    let text = prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "));
    (prop::sample::select(KINDS.to_vec()), text)
}

fn any_text() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(any_block(), 0..14)
}

/// Paragraphs of a dozen words each, all different.
fn prose() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(prop::collection::vec("[а-я]{3,9}", 10..16), 1..12)
        .prop_map(|texts| texts.iter().map(|words| paragraph(words)).collect())
}

fn paragraph(words: &[String]) -> Block {
    (BlockKind::Paragraph, words.join(" "))
}

fn leaves(text: &[Block]) -> Vec<Leaf<'_>> {
    text.iter().map(|(kind, text)| leaf(*kind, text)).collect()
}

fn kept(following: &[Following]) -> Vec<Option<usize>> {
    let old = |following: &Following| match following.origin {
        Origin::Old(old) => Some(old),
        _ => None,
    };
    following.iter().map(old).collect()
}

fn assert_each_taken_once(following: &[Following], old: usize, past: usize) {
    let mut old_taken = vec![false; old];
    let mut past_taken = vec![false; past];
    for one in following {
        let kept = if let Origin::Old(old) = one.origin { Some(old) } else { None };
        for &old in kept.iter().chain(&one.joined) {
            assert!(!std::mem::replace(&mut old_taken[old], true), "{old} twice: {following:?}");
        }
        if let Origin::Past(past) = one.origin {
            assert!(!std::mem::replace(&mut past_taken[past], true), "{past} twice");
        }
    }
    for one in following {
        if let Origin::SplitFrom(old) = one.origin {
            assert!(old_taken[old], "split from {old}, which nobody is: {following:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_identity_is_taken_twice(
        old in any_text(),
        new in any_text(),
        past in prop::collection::vec((any_block(), any::<Option<prop::sample::Index>>()), 0..14),
    ) {
        let past: Vec<Past<'_>> = past
            .iter()
            .map(|((kind, text), at)| Past {
                leaf: leaf(*kind, text),
                old: at.filter(|_| !old.is_empty()).map(|at| at.index(old.len())),
            })
            .collect();
        let following = follow(&leaves(&old), &leaves(&new), &past);
        prop_assert_eq!(following.len(), new.len());
        assert_each_taken_once(&following, old.len(), past.len());
        prop_assert_eq!(&following, &follow(&leaves(&old), &leaves(&new), &past));
    }

    #[test]
    fn an_equal_text_is_itself(text in any_text()) {
        let following = follow(&leaves(&text), &leaves(&text), &[]);
        prop_assert_eq!(kept(&following), (0..text.len()).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn a_permuted_text_maps_each_block_to_an_equal_one(
        (old, new) in prose().prop_flat_map(|text| (Just(text.clone()), Just(text).prop_shuffle())),
    ) {
        for (at, from) in kept(&follow(&leaves(&old), &leaves(&new), &[])).into_iter().enumerate() {
            prop_assert_eq!(from.map(|from| &old[from]), Some(&new[at]));
        }
    }

    #[test]
    fn deleting_blocks_keeps_all_others(
        (text, stay) in prose().prop_flat_map(|text| {
            let stay = prop::collection::vec(any::<bool>(), text.len());
            (Just(text), stay)
        }),
    ) {
        let left: Vec<usize> = (0..text.len()).filter(|&at| stay[at]).collect();
        let new: Vec<Block> = left.iter().map(|&at| text[at].clone()).collect();
        let following = follow(&leaves(&text), &leaves(&new), &[]);
        for (at, from) in kept(&following).into_iter().enumerate() {
            prop_assert_eq!(from.map(|from| &text[from]), Some(&new[at]));
        }
    }

    #[test]
    fn one_word_edited_keeps_the_identity_even_among_added_blocks(
        mut texts in prop::collection::vec(prop::collection::vec("[а-я]{3,9}", 10..16), 2..12),
        at in any::<prop::sample::Index>(),
        word in any::<prop::sample::Index>(),
        added in any::<prop::sample::Index>(),
    ) {
        let old: Vec<Block> = texts.iter().map(|words| paragraph(words)).collect();
        let at = at.index(old.len());
        let word = word.index(texts[at].len());
        texts[at][word] = "переписано".to_owned();
        let added = added.index(old.len() + 1);
        let mut new: Vec<Block> = texts.iter().map(|words| paragraph(words)).collect();
        new.insert(added, (BlockKind::Paragraph, "Щойно додали".to_owned()));
        let mut expected: Vec<Option<usize>> = (0..old.len()).map(Some).collect();
        expected.insert(added, None);
        prop_assert_eq!(kept(&follow(&leaves(&old), &leaves(&new), &[])), expected);
    }

    #[test]
    fn a_deleted_block_returns_as_itself(
        text in prose(),
        at in any::<prop::sample::Index>(),
    ) {
        let at = at.index(text.len());
        let mut shorter = text.clone();
        let (kind, gone) = shorter.remove(at);
        let past = [Past { leaf: leaf(kind, &gone), old: None }];
        let following = follow(&leaves(&shorter), &leaves(&text), &past);
        prop_assert_eq!(&following[at].origin, &Origin::Past(0));
    }
}

#[test]
fn long_texts_without_anything_in_common_take_no_quadratic_time() {
    let text = |word: &str| -> Vec<String> {
        (0..3000).map(|n| format!("{word}{n} та {word}{} і ще {word}", n * 7 % 3000)).collect()
    };
    let same = vec!["один і той самий абзац, лише коротший"; 3000];
    let (old, new) = (text("літо"), text("зима"));
    let old: Vec<&str> = old.iter().map(String::as_str).collect();
    let new: Vec<&str> = new.iter().map(String::as_str).collect();
    for (old, new) in [(&old, &new), (&old, &same), (&same, &new)] {
        let (old, new) = (Text::of(old), Text::of(new));
        assert_each_taken_once(&follow(&old.leaves(), &new.leaves(), &[]), 3000, 0);
    }
}
