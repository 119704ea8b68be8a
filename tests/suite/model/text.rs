//! Texts of the model: blocks whose identity the generator knows, with words that no other block
//! has.

use std::collections::BTreeSet;

use shpalta_language::Language;
use shpalta_newsroom::edition::EditionText;

/// What the generator calls a block, whatever it says at the moment.
pub type Key = u32;

/// Headline and lead stand before the paragraphs.
pub const FIELDS: usize = 2;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub key: Key,
    pub words: Vec<String>,
}

impl Block {
    pub fn wording(&self) -> String {
        self.words.join(" ")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Block>);

impl Text {
    pub fn content(&self) -> Vec<String> {
        self.0.iter().map(Block::wording).collect()
    }

    pub fn position(&self, key: Key) -> Option<usize> {
        self.0.iter().position(|block| block.key == key)
    }

    pub fn block(&self, key: Key) -> Option<&Block> {
        self.0.iter().find(|block| block.key == key)
    }

    pub fn keys(&self) -> BTreeSet<Key> {
        self.0.iter().map(|block| block.key).collect()
    }

    /// The places of all blocks that say the same as the one at `index`, itself included.
    pub fn twins(&self, index: usize) -> Vec<usize> {
        let words = &self.0[index].words;
        (0..self.0.len()).filter(|other| self.0[*other].words == *words).collect()
    }

    pub fn has_twin(&self, index: usize) -> bool {
        self.twins(index).len() > 1
    }

    /// As the newsroom stores it.
    pub fn to_edition(&self) -> EditionText {
        let content = self.content();
        EditionText {
            headline: content[0].clone(),
            lead: content[1].clone(),
            body: content[FIELDS..].join("\n\n"),
            ..EditionText::default()
        }
    }
}

/// The words and keys that nobody used yet.
#[derive(Debug, Clone, Default)]
pub struct Fresh {
    words: u64,
    keys: Key,
}

impl Fresh {
    pub fn key(&mut self) -> Key {
        self.keys += 1;
        self.keys
    }

    /// A word in the script of a language. It is no number, no name and no denial.
    pub fn word(&mut self, language: Language) -> String {
        self.words += 1;
        let (consonants, vowels) = match language {
            Language::En => ("bdfgklmprstvz", "aeiou"),
            Language::Uk | Language::Ru => ("бвгджзклмпрстфхцчш", "аеиоу"),
        };
        let letter = |letters: &str, number: u64| {
            letters.chars().nth(number as usize % letters.chars().count()).unwrap_or('a')
        };
        let mut bits = scattered(self.words);
        let mut word = String::new();
        for _ in 0..4 {
            word.push(letter(consonants, bits & 0xff));
            word.push(letter(vowels, (bits >> 8) & 0xff));
            bits >>= 16;
        }
        word
    }

    pub fn words(&mut self, language: Language, count: usize) -> Vec<String> {
        (0..count).map(|_| self.word(language)).collect()
    }

    pub fn block(&mut self, language: Language) -> Block {
        Block { key: self.key(), words: self.words(language, 12) }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers get words that have nothing in
/// common.
fn scattered(number: u64) -> u64 {
    let mut bits = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
