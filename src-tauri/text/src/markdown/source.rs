//! Where a node's words stand in the text: lines, and what containers put before them.

use std::ops::{Range, RangeInclusive};

use comrak::nodes::{LineColumn, Node, NodeValue};

/// Markdown's tab stop, in columns.
const TAB: usize = 4;

/// The text with its lines, counted as comrak counts them.
pub(crate) struct Source<'t> {
    text: &'t str,
    /// The bytes of each line without its line end.
    lines: Vec<Range<usize>>,
}

/// Inline source: the lines of a leaf without container markers, joined by line feeds.
pub(crate) struct Inline {
    pub text: String,
    /// For each line where it starts: in `text`, and in the whole text.
    starts: Vec<(usize, usize)>,
}

impl Inline {
    /// The byte of the whole text for a byte of the inline source.
    pub fn place(&self, at: usize) -> usize {
        let line = self.starts.partition_point(|&(start, _)| start <= at).saturating_sub(1);
        self.starts.get(line).map_or(at, |&(inline, whole)| whole + at - inline)
    }
}

/// What a container asks of each further line.
#[derive(Clone, Copy)]
enum Container {
    Quote,
    /// Columns of indentation.
    Indent(usize),
}

impl<'t> Source<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, lines: lines(text) }
    }

    /// The byte of a position; positions past a line's end stand at its end.
    pub fn offset(&self, at: LineColumn) -> usize {
        let line = self.line(at.line);
        let offset = line.end.min(line.start + at.column.saturating_sub(1));
        self.boundary(offset)
    }

    /// The bytes of a line without its line end, counted from one.
    pub fn line(&self, number: usize) -> Range<usize> {
        let end = self.text.len()..self.text.len();
        self.lines.get(number.wrapping_sub(1)).cloned().unwrap_or(end)
    }

    /// The lines that lie wholly between two bytes.
    pub fn lines_between(&self, start: usize, end: usize) -> &[Range<usize>] {
        let first = self.lines.partition_point(|line| line.start < start);
        let last = self.lines.partition_point(|line| line.end < end);
        self.lines.get(first..last).unwrap_or_default()
    }

    /// The inline source of a leaf that starts at a byte and goes on through these lines.
    pub fn inline(&self, leaf: Node<'_>, start: usize, lines: RangeInclusive<usize>) -> Inline {
        let mut inline = Inline { text: String::new(), starts: Vec::new() };
        let containers = containers(leaf);
        for number in lines.clone() {
            let line = self.line(number);
            let first = number == *lines.start();
            let from = if first { start } else { self.content(&line, &containers) };
            if !first {
                inline.text.push('\n');
            }
            inline.starts.push((inline.text.len(), from));
            inline.text.push_str(&self.text[from..line.end.max(from)]);
        }
        inline.text.truncate(inline.text.trim_ascii_end().len());
        inline
    }

    /// Where a further line's words begin. A line that lacks a container's marker goes on lazily:
    /// it belongs to the paragraph all the same.
    fn content(&self, line: &Range<usize>, containers: &[Container]) -> usize {
        let mut cursor = Cursor { bytes: &self.text.as_bytes()[line.clone()], at: 0, column: 0 };
        for &container in containers {
            if !cursor.enter(container) {
                break;
            }
        }
        cursor.skip_blanks();
        line.start + cursor.at
    }

    /// The nearest start of a character at or before a byte.
    pub fn boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    pub fn text(&self) -> &'t str {
        self.text
    }
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' if at > start || !follows_return(bytes, at) => lines.push(start..at),
            b'\r' => lines.push(start..at),
            b'\n' => {}
            _ => continue,
        }
        start = at + 1;
    }
    if start < bytes.len() {
        lines.push(start..bytes.len());
    }
    lines
}

fn follows_return(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes[at - 1] == b'\r'
}

fn containers(leaf: Node<'_>) -> Vec<Container> {
    let mut containers: Vec<Container> = leaf
        .ancestors()
        .skip(1)
        .filter_map(|node| match node.data().value {
            NodeValue::BlockQuote => Some(Container::Quote),
            NodeValue::Item(list) => Some(Container::Indent(list.marker_offset + list.padding)),
            NodeValue::FootnoteDefinition(_) => Some(Container::Indent(TAB)),
            _ => None,
        })
        .collect();
    containers.reverse();
    containers
}

/// A place in a line that knows its column, for a tab may be half a marker's and half the text's.
struct Cursor<'t> {
    bytes: &'t [u8],
    at: usize,
    column: usize,
}

impl Cursor<'_> {
    fn enter(&mut self, container: Container) -> bool {
        match container {
            Container::Quote => self.enter_quote(),
            Container::Indent(columns) => {
                let deep = self.indent() >= columns;
                if deep {
                    self.advance(columns);
                }
                deep
            }
        }
    }

    fn enter_quote(&mut self) -> bool {
        let (at, column) = (self.at, self.column);
        self.skip_blanks();
        if self.bytes.get(self.at) != Some(&b'>') {
            (self.at, self.column) = (at, column);
            return false;
        }
        self.at += 1;
        self.column += 1;
        if self.indent() > 0 {
            self.advance(1);
        }
        true
    }

    /// Columns of blanks from here.
    fn indent(&self) -> usize {
        let mut column = self.column;
        for byte in &self.bytes[self.at..] {
            match byte {
                b' ' => column += 1,
                b'\t' => column += TAB - column % TAB,
                _ => break,
            }
        }
        column - self.column
    }

    fn advance(&mut self, columns: usize) {
        let goal = self.column + columns;
        while let Some(byte) = self.bytes.get(self.at) {
            let width = if *byte == b'\t' { TAB - self.column % TAB } else { 1 };
            if self.column + width > goal {
                self.column = goal;
                return;
            }
            self.column += width;
            self.at += 1;
        }
    }

    fn skip_blanks(&mut self) {
        self.advance(self.indent());
    }
}
