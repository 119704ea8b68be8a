//! Pairing measured on news that professionals translated, with what a desk does to it: a
//! sentence left out, two merged, one added.

use std::collections::BTreeSet;

use crate::align::Leaf;
use crate::pair::pair;
use crate::{BlockHash, BlockKind};

#[derive(Clone, Default)]
struct Edited {
    texts: Vec<String>,
    /// By block: the sentences of the original that it stands for.
    stands_for: Vec<Vec<usize>>,
}

impl Edited {
    fn of(texts: &[String]) -> Self {
        let stands_for = (0..texts.len()).map(|at| vec![at]).collect();
        Self { texts: texts.to_vec(), stands_for }
    }

    fn delete(&mut self, at: usize) {
        self.texts.remove(at);
        self.stands_for.remove(at);
    }

    fn merge_with_next(&mut self, at: usize) {
        let (text, stands_for) = (self.texts.remove(at + 1), self.stands_for.remove(at + 1));
        self.texts[at] = format!("{} {text}", self.texts[at]);
        self.stands_for[at].extend(stands_for);
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.texts.insert(at, text.to_owned());
        self.stands_for.insert(at, Vec::new());
    }

    fn pairs(&self) -> BTreeSet<(usize, usize)> {
        let all = self.stands_for.iter().enumerate();
        all.flat_map(|(at, from)| from.iter().map(move |&from| (from, at))).collect()
    }
}

/// A small linear congruential generator: the same figures on every run.
struct Dice(u64);

impl Dice {
    /// From 1 up to, not including, `end`.
    fn roll(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1 + usize::try_from(self.0 >> 33).unwrap() % (end - 1)
    }
}

fn leaves(texts: &[String]) -> Vec<Leaf<'_>> {
    let kind = |at| if at == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
    let leaf = |(at, text)| Leaf { kind: kind(at), hash: BlockHash::of(kind(at), text), text };
    texts.iter().map(String::as_str).enumerate().map(leaf).collect()
}

struct Document {
    languages: [Vec<String>; 3],
}

fn documents(folder: &str) -> Vec<Document> {
    let json = std::fs::read_to_string(format!("{folder}/ntrex/documents.json")).unwrap();
    let documents: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let sentences = |document: &serde_json::Value, language: &str| -> Vec<String> {
        serde_json::from_value(document[language].clone()).unwrap()
    };
    documents
        .iter()
        .map(|document| Document { languages: ["en", "uk", "ru"].map(|l| sentences(document, l)) })
        .filter(|document| document.languages[0].len() >= 8)
        .collect()
}

/// Precision and recall over all documents.
fn measure(
    documents: &[Document],
    from: usize,
    to: usize,
    edit: fn(&mut Edited, &mut Dice, &str),
) -> (f64, f64) {
    let mut dice = Dice(7);
    let (mut right, mut found, mut wanted) = (0.0, 0.0, 0.0);
    for (at, document) in documents.iter().enumerate() {
        for _ in 0..3 {
            let strange = &documents[(at + 1) % documents.len()].languages[to];
            let strange = &strange[dice.roll(strange.len())];
            let mut edited = Edited::of(&document.languages[to]);
            edit(&mut edited, &mut dice, strange);
            let pairs: BTreeSet<_> =
                pair(&leaves(&document.languages[from]), &leaves(&edited.texts), &[])
                    .into_iter()
                    .collect();
            let truth = edited.pairs();
            right += pairs.intersection(&truth).count() as f64;
            found += pairs.len() as f64;
            wanted += truth.len() as f64;
        }
    }
    (right / found, right / wanted)
}

type Edit = (&'static str, fn(&mut Edited, &mut Dice, &str));

const EDITS: [Edit; 5] = [
    ("one left out", |text, dice, _| text.delete(dice.roll(text.texts.len()))),
    ("two left out", |text, dice, _| {
        text.delete(dice.roll(text.texts.len()));
        text.delete(dice.roll(text.texts.len()));
    }),
    ("two merged", |text, dice, _| text.merge_with_next(dice.roll(text.texts.len() - 1))),
    ("one added", |text, dice, strange| text.insert(dice.roll(text.texts.len()), strange)),
    ("all of it", |text, dice, strange| {
        text.delete(dice.roll(text.texts.len()));
        text.merge_with_next(dice.roll(text.texts.len() - 1));
        text.insert(dice.roll(text.texts.len()), strange);
    }),
];

#[test]
fn translated_news_pairs_in_spite_of_what_was_left_out_merged_or_added() {
    let Ok(folder) = std::env::var("TESTDATA") else {
        println!("skipped: TESTDATA is not set");
        return;
    };
    let documents = documents(&folder);
    for (direction, from, to) in [("en-uk", 0, 1), ("uk-ru", 1, 2)] {
        for (what, edit) in EDITS {
            let (precision, recall) = measure(&documents, from, to, edit);
            println!("{direction} {what}: precision {precision:.4}, recall {recall:.4}");
            assert!(precision.min(recall) > 0.965, "{direction} {what}: {precision} {recall}");
        }
    }
}
