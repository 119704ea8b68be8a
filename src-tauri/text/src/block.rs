//! Blocks: the leaves of an edition's text, the unit in which a translation follows its original.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::fold::fold;
use crate::markdown::leaves;

/// What a block is. The names are those of the command's `--json` output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    Headline,
    Lead,
    Paragraph,
    Heading,
    Item,
    Quote,
    Attribution,
    Image,
    Caption,
    Alt,
    Cell,
    Code,
    Html,
    Footnote,
    Rule,
}

impl BlockKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Headline,
        Self::Lead,
        Self::Paragraph,
        Self::Heading,
        Self::Item,
        Self::Quote,
        Self::Attribution,
        Self::Image,
        Self::Caption,
        Self::Alt,
        Self::Cell,
        Self::Code,
        Self::Html,
        Self::Footnote,
        Self::Rule,
    ];

    /// The kind's name, as stored and as in `--json` output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Item => "item",
            Self::Quote => "quote",
            Self::Attribution => "attribution",
            Self::Image => "image",
            Self::Caption => "caption",
            Self::Alt => "alt",
            Self::Cell => "cell",
            Self::Code => "code",
            Self::Html => "html",
            Self::Footnote => "footnote",
            Self::Rule => "rule",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The part of an edition that a block stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    Headline,
    Lead,
    Body,
}

impl Field {
    /// The field's name, as stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Body => "body",
        }
    }

    /// The field of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Headline, Self::Lead, Self::Body].into_iter().find(|field| field.name() == name)
    }
}

/// A section with a meaning of its own on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// «Деталі»: the news in full.
    Details,
    /// «Нагадаємо»: what was before; a box of its own on the page.
    Background,
}

/// SHA-256 over a block's kind and its folded inline source. For staleness only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockHash(pub [u8; 32]);

/// One leaf of an edition's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The part of the edition it stands in.
    pub field: Field,
    /// Bytes of that part that belong to it, container markers (`- `, `> `, `## `) included.
    pub span: Range<usize>,
    /// Its inline source without container markers; for an image its address, for code and html
    /// their lines, for a rule nothing.
    pub text: String,
    /// The hash that staleness compares.
    pub hash: BlockHash,
    /// The section it stands in.
    pub section: Option<Section>,
}

/// Put before what a block hash covers, so that another way of hashing can tell itself apart.
const HASH_TAG: &str = "shpalta block 1";

impl BlockHash {
    /// The hash of a block of this kind with this inline source.
    pub fn of(kind: BlockKind, text: &str) -> Self {
        let mut hasher = Sha256::new();
        for part in [HASH_TAG, kind.name(), &fold(text)] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }
}

/// The blocks of a text in order: headline, lead, then the body's leaves. A field without text
/// has no block. `sections` says which section a heading's text opens, if any.
pub fn blocks(
    headline: &str,
    lead: &str,
    body: &str,
    sections: &dyn Fn(&str) -> Option<Section>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(line_block(BlockKind::Headline, Field::Headline, headline));
    blocks.extend(line_block(BlockKind::Lead, Field::Lead, lead));
    blocks.extend(body_blocks(body, sections));
    blocks
}

/// The SHA-256 (64 lower-case hexadecimal digits) of an image address `media:<sha256>`; none for
/// an empty slot and for any other address.
pub fn media_hash(address: &str) -> Option<&str> {
    let hash = address.strip_prefix("media:")?;
    let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    (hash.len() == 64 && hash.bytes().all(hexadecimal)).then_some(hash)
}

fn line_block(kind: BlockKind, field: Field, line: &str) -> Option<Block> {
    let text = line.trim();
    let start = line.len() - line.trim_start().len();
    let block = block(kind, field, start..start + text.len(), text.to_owned(), None);
    (!text.is_empty()).then_some(block)
}

/// The body's leaves with spans that tile it: what stands between two leaves belongs to the later
/// one, what stands after the last to the last.
pub(crate) fn body_blocks(body: &str, sections: &dyn Fn(&str) -> Option<Section>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut place = Place::default();
    let mut at = 0;
    for leaf in leaves(body) {
        if let Some(opening) = &leaf.opens {
            place.enter(opening.level, sections(&opening.words));
        }
        let end = leaf.end.max(at);
        let span = trimmed(body, at..end);
        if !span.is_empty() {
            blocks.push(block(leaf.kind, Field::Body, span, leaf.text, place.section()));
            at = end;
        }
    }
    match blocks.last_mut() {
        Some(last) => last.span = trimmed(body, last.span.start..body.len()),
        None => blocks.extend(markers_only(body)),
    }
    blocks
}

/// A body without a leaf (an empty quote, a table of empty cells) is one block all the same.
fn markers_only(body: &str) -> Option<Block> {
    let span = trimmed(body, 0..body.len());
    let text = body[span.clone()].to_owned();
    (!span.is_empty()).then(|| block(BlockKind::Html, Field::Body, span, text, None))
}

fn block(
    kind: BlockKind,
    field: Field,
    span: Range<usize>,
    text: String,
    section: Option<Section>,
) -> Block {
    let hash = BlockHash::of(kind, &text);
    Block { kind, field, span, text, hash, section }
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let part = &text[span.clone()];
    let start = span.start + part.len() - part.trim_ascii_start().len();
    let end = span.end - (part.len() - part.trim_ascii_end().len());
    start..end.max(start)
}

/// The headings above a place in the text, outermost first, with the sections that they open.
#[derive(Default)]
struct Place(Vec<(u8, Option<Section>)>);

impl Place {
    /// A heading ends the sections of its level and of lower levels.
    fn enter(&mut self, level: u8, section: Option<Section>) {
        self.0.retain(|&(above, _)| above < level);
        self.0.push((level, section));
    }

    fn section(&self) -> Option<Section> {
        self.0.iter().rev().find_map(|&(_, section)| section)
    }
}

#[cfg(test)]
mod tests;
