//! The leaves of a text in the order of its bytes.

use std::ops::Range;

use comrak::nodes::{LineColumn, Node, NodeHeading, NodeValue};
use comrak::{Arena, parse_document};

use super::attribution::attribution;
use super::definition::definitions;
use super::figure::{Photo, figure};
use super::source::{Inline, Source};
use super::words;
use crate::BlockKind;

/// A leaf: something without further blocks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub kind: BlockKind,
    /// Where it begins, container markers not counted.
    pub start: usize,
    /// Where it ends, a closing fence or the rest of a table's row counted.
    pub end: usize,
    /// Its inline source.
    pub text: String,
    /// For a heading of the text itself (not of a quote in it): what opens a section.
    pub opens: Option<Opening>,
}

/// A heading's level and its words without markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    pub level: u8,
    pub words: String,
}

/// The leaves of a text, in order.
pub(crate) fn leaves(text: &str) -> Vec<Leaf> {
    let mut options = super::options();
    options.parse.leave_footnote_definitions = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    let mut collector = Collector { source: &Source::new(text), leaves: Vec::new() };
    for node in root.descendants() {
        collector.visit(node);
    }
    collector.leaves.sort_by_key(|leaf| leaf.start);
    collector.with_lost_definitions()
}

struct Collector<'s, 't> {
    source: &'s Source<'t>,
    leaves: Vec<Leaf>,
}

impl Collector<'_, '_> {
    fn visit(&mut self, node: Node<'_>) {
        match node.data().value {
            NodeValue::Paragraph => self.paragraph(node),
            NodeValue::Heading(heading) => self.heading(node, heading),
            NodeValue::Table(_) => self.table(node),
            NodeValue::CodeBlock(ref code) => self.verbatim(BlockKind::Code, node, &code.literal),
            NodeValue::HtmlBlock(ref html) => self.verbatim(BlockKind::Html, node, &html.literal),
            NodeValue::ThematicBreak => self.rule(node),
            NodeValue::Item(_) if node.first_child().is_none() => self.empty_item(node),
            _ => {}
        }
    }

    fn paragraph(&mut self, node: Node<'_>) {
        if let Some((inline, photos)) = figure(node, self.source) {
            return photos.iter().for_each(|photo| self.photo(&inline, photo));
        }
        let last = node.data().sourcepos.end.line;
        let (start, text) = self.without_definitions(node, last);
        if !text.is_empty() {
            self.push(paragraph_kind(node), start..self.source.line(last).end, text);
        }
    }

    fn photo(&mut self, inline: &Inline, photo: &Photo) {
        let mut start = inline.place(photo.alt.start) - "![".len();
        let mut part = |kind, range: &Range<usize>, end: usize| {
            self.push(kind, start..end, inline.text[range.clone()].to_owned());
            start = end;
        };
        if !inline.text[photo.alt.clone()].trim_ascii().is_empty() {
            part(BlockKind::Alt, &photo.alt, inline.place(photo.alt.end) + 1);
        }
        let end = inline.place(photo.end - 1) + 1;
        match photo.caption.as_ref().filter(|range| !range.is_empty()) {
            None => part(BlockKind::Image, &photo.address, end),
            Some(caption) => {
                let before = inline.place(caption.start) - 1;
                part(BlockKind::Image, &photo.address, before);
                part(BlockKind::Caption, caption, end);
            }
        }
    }

    fn heading(&mut self, node: Node<'_>, heading: NodeHeading) {
        let place = node.data().sourcepos;
        let end = self.source.line(place.end.line).end;
        let (start, text) = if heading.setext {
            self.without_definitions(node, place.end.line - 1)
        } else {
            let start = self.source.offset(place.start);
            (start, atx_text(&self.source.text()[start..end]).to_owned())
        };
        let in_text = node.parent().is_some_and(|p| matches!(p.data().value, NodeValue::Document));
        let opens = in_text.then(|| Opening { level: heading.level, words: words(node) });
        self.leaves.push(Leaf { kind: BlockKind::Heading, start, end, text, opens });
    }

    /// Where the words begin after the link definitions that may stand before them, each of which
    /// is a leaf of its own. What comrak keeps has words: its last part is no definition, whatever
    /// it looks like (comrak reads none on a lazily continued line).
    fn without_definitions(&mut self, node: Node<'_>, last: usize) -> (usize, String) {
        let place = node.data().sourcepos.start;
        let start = self.source.offset(place);
        let inline = self.source.inline(node, start, place.line..=last);
        let mut at = 0;
        for length in definitions(&inline.text) {
            if at + length == inline.text.len() {
                break;
            }
            let text = inline.text[at..at + length].trim_ascii_end().to_owned();
            let end = inline.place(at + text.len());
            self.push(BlockKind::Html, inline.place(at)..end, text);
            at += length;
        }
        (inline.place(at), inline.text[at..].to_owned())
    }

    fn table(&mut self, table: Node<'_>) {
        let before = self.leaves.len();
        for row in table.children() {
            let first = self.leaves.len();
            row.children().for_each(|cell| self.cell(cell));
            let end = self.source.line(row.data().sourcepos.start.line).end;
            self.end_last(first, end);
        }
        let end = self.source.line(table.data().sourcepos.end.line).end;
        self.end_last(before, end);
    }

    /// An empty cell is no leaf.
    fn cell(&mut self, cell: Node<'_>) {
        let place = cell.data().sourcepos;
        let start = self.source.offset(place.start);
        let after = LineColumn { line: place.start.line, column: place.end.column + 1 };
        let end = self.source.offset(after).max(start);
        let text = self.source.text()[start..end].trim_ascii().to_owned();
        if !text.is_empty() && cell.first_child().is_some() {
            self.push(BlockKind::Cell, start..end, text);
        }
    }

    fn end_last(&mut self, first: usize, end: usize) {
        if let Some(leaf) = self.leaves[first..].last_mut() {
            leaf.end = end;
        }
    }

    fn verbatim(&mut self, kind: BlockKind, node: Node<'_>, literal: &str) {
        let place = node.data().sourcepos;
        let start = self.source.offset(place.start);
        let end = self.source.line(place.end.line).end;
        self.push(kind, start..end, literal.trim_end_matches('\n').to_owned());
    }

    fn rule(&mut self, node: Node<'_>) {
        let place = node.data().sourcepos.start;
        let (start, end) = (self.source.offset(place), self.source.line(place.line).end);
        self.push(BlockKind::Rule, start..end, String::new());
    }

    /// An item that holds nothing but a definition is empty to comrak only.
    fn empty_item(&mut self, node: Node<'_>) {
        let place = node.data().sourcepos.start;
        let (start, end) = (self.source.offset(place), self.source.line(place.line).end);
        if after_markers(&self.source.text()[start..end]).is_empty() {
            self.push(BlockKind::Item, start..end, String::new());
        }
    }

    fn push(&mut self, kind: BlockKind, bytes: Range<usize>, text: String) {
        self.leaves.push(Leaf { kind, start: bytes.start, end: bytes.end, text, opens: None });
    }

    /// Paragraphs of definitions alone are not in the tree: they lie between the other leaves.
    fn with_lost_definitions(mut self) -> Vec<Leaf> {
        let found = std::mem::take(&mut self.leaves);
        let mut at = 0;
        for leaf in found {
            self.lost_definitions(at, leaf.start);
            at = at.max(leaf.end);
            self.leaves.push(leaf);
        }
        self.lost_definitions(at, self.source.text().len() + 1);
        self.leaves
    }

    fn lost_definitions(&mut self, start: usize, end: usize) {
        let mut open: Option<Leaf> = None;
        for line in self.source.lines_between(start, end) {
            let whole = &self.source.text()[line.clone()];
            let content = after_markers(whole);
            let continued = whole.trim_start_matches([' ', '\t', '>']);
            if continued.is_empty() {
                self.leaves.extend(open.take());
            } else if content.starts_with('[') {
                self.leaves.extend(open.take());
                let (kind, text) = (BlockKind::Html, content.to_owned());
                let start = line.start + whole.trim_ascii_end().len() - content.len();
                open = Some(Leaf { kind, start, end: line.end, text, opens: None });
            } else if let Some(leaf) = &mut open {
                leaf.text = format!("{}\n{}", leaf.text, continued.trim_ascii_end());
                leaf.end = line.end;
            }
        }
        self.leaves.extend(open);
    }
}

/// The innermost container decides what a paragraph is.
fn paragraph_kind(paragraph: Node<'_>) -> BlockKind {
    if attribution(paragraph).is_some() {
        return BlockKind::Attribution;
    }
    let Some(parent) = paragraph.parent() else { return BlockKind::Paragraph };
    match parent.data().value {
        NodeValue::Item(_) => BlockKind::Item,
        NodeValue::BlockQuote => BlockKind::Quote,
        NodeValue::FootnoteDefinition(_) => BlockKind::Footnote,
        _ => BlockKind::Paragraph,
    }
}

/// `## Words ##` without its number signs (CommonMark 0.31.2, section 4.2).
fn atx_text(line: &str) -> &str {
    let text = line.trim_start_matches('#').trim_ascii();
    let open = text.trim_end_matches('#');
    if open.is_empty() || open.ends_with([' ', '\t']) { open.trim_ascii_end() } else { text }
}

/// What a line holds after the container markers that it begins with, without blanks around it.
fn after_markers(line: &str) -> &str {
    let mut rest = line.trim_ascii();
    while let Some(after) = after_marker(rest) {
        rest = after.trim_ascii_start();
    }
    rest
}

fn after_marker(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let after = match text.chars().next()? {
        '>' => return Some(&text[1..]),
        '[' => return text.strip_prefix("[^")?.split_once("]:").map(|(_, after)| after),
        '-' | '+' | '*' => &text[1..],
        _ if digits > 0 => text[digits..].strip_prefix(['.', ')'])?,
        _ => return None,
    };
    (after.is_empty() || after.starts_with([' ', '\t'])).then_some(after)
}
