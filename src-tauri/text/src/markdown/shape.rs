//! How leaves stand in their containers: what another leaf needs to stand beside them.

use std::ops::Range;

use comrak::nodes::{ListDelimType, ListType, Node, NodeList, NodeValue};
use comrak::{Arena, parse_document};

use super::leaf::{Leaf, leaves};
use super::source::Source;

/// A leaf with its surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    pub leaf: Leaf,
    /// The containers that it stands in, outermost first.
    pub within: Vec<Container>,
    /// The bytes of what it is a part of: of a figure or a table, else its own.
    pub whole: Range<usize>,
    /// Of a heading, 1 to 6.
    pub level: u8,
}

/// A container of blocks. `at` tells two of a kind apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Container {
    Quote { at: usize },
    Item { list: usize, at: usize, marker: Marker },
    Footnote { at: usize, label: String },
}

/// How an item of a list is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    /// The bullet, or the sign after the number.
    pub sign: char,
    /// None for a bullet.
    pub number: Option<usize>,
    /// Blanks before the marker.
    pub offset: usize,
    /// Columns from the marker to the text.
    pub padding: usize,
    /// No blank lines stand between the items.
    pub tight: bool,
}

impl Marker {
    fn of(item: &NodeList, list: &NodeList) -> Self {
        let (sign, number) = match (item.list_type, item.delimiter) {
            (ListType::Bullet, _) => (char::from(item.bullet_char), None),
            (ListType::Ordered, ListDelimType::Period) => ('.', Some(item.start)),
            (ListType::Ordered, ListDelimType::Paren) => (')', Some(item.start)),
        };
        let (offset, padding) = (item.marker_offset, item.padding);
        Self { sign, number, offset, padding, tight: list.tight }
    }

    /// The marker of the item that comes after this one.
    pub fn next(&self) -> Self {
        Self { number: self.number.map(|number| number + 1), ..self.clone() }
    }

    /// What stands before the item's first word.
    pub fn written(&self) -> String {
        let mark = match self.number {
            Some(number) => format!("{number}{}", self.sign),
            None => self.sign.to_string(),
        };
        let width = self.padding.max(mark.len() + 1);
        format!("{}{mark:<width$}", " ".repeat(self.offset))
    }
}

impl Container {
    fn of(node: Node<'_>, source: &Source<'_>) -> Option<Self> {
        let start = |node: Node<'_>| source.offset(node.data().sourcepos.start);
        let at = start(node);
        match node.data().value {
            NodeValue::BlockQuote => Some(Self::Quote { at }),
            NodeValue::FootnoteDefinition(ref note) => {
                Some(Self::Footnote { at, label: note.name.clone() })
            }
            NodeValue::Item(ref item) => {
                let list = node.parent()?;
                match list.data().value {
                    NodeValue::List(ref whole) => {
                        let marker = Marker::of(item, whole);
                        Some(Self::Item { list: start(list), at, marker })
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Before the first line of what the container opens with.
    pub fn opening(&self) -> String {
        match self {
            Self::Quote { .. } => "> ".to_owned(),
            Self::Item { marker, .. } => marker.written(),
            Self::Footnote { label, .. } => format!("[^{label}]: "),
        }
    }

    /// Before each further line in the container.
    pub fn further(&self) -> String {
        match self {
            Self::Quote { .. } => "> ".to_owned(),
            Self::Item { marker, .. } => " ".repeat(marker.written().len()),
            Self::Footnote { .. } => "    ".to_owned(),
        }
    }
}

/// The leaves of a text with their surroundings, in order.
pub(crate) fn shapes(text: &str) -> Vec<Shape> {
    let mut options = super::options();
    options.parse.leave_footnote_definitions = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    let source = Source::new(text);
    let nodes: Vec<_> = root.descendants().filter(|node| holds_leaves(node)).collect();
    leaves(text).into_iter().map(|leaf| shape(leaf, &nodes, &source)).collect()
}

fn holds_leaves(node: Node<'_>) -> bool {
    match node.data().value {
        NodeValue::Item(_) => node.first_child().is_none(),
        NodeValue::Paragraph
        | NodeValue::Heading(_)
        | NodeValue::Table(_)
        | NodeValue::CodeBlock(_)
        | NodeValue::HtmlBlock(_)
        | NodeValue::ThematicBreak => true,
        _ => false,
    }
}

fn shape(leaf: Leaf, nodes: &[Node<'_>], source: &Source<'_>) -> Shape {
    let range = |node: Node<'_>| {
        let place = node.data().sourcepos;
        source.offset(place.start)..source.line(place.end.line).end
    };
    // A definition that no tree knows stands in no node, at the text's own level.
    let node = nodes.iter().rev().find(|node| {
        let range = range(node);
        range.start <= leaf.start && leaf.start <= range.end
    });
    let Some(node) = node else {
        return Shape { whole: leaf.start..leaf.end, leaf, within: Vec::new(), level: 0 };
    };
    // The node itself counts: an empty item holds its own leaf.
    let mut within: Vec<_> =
        node.ancestors().filter_map(|node| Container::of(node, source)).collect();
    within.reverse();
    let level = match node.data().value {
        NodeValue::Heading(ref heading) => heading.level,
        _ => 0,
    };
    let whole = range(node);
    let whole = whole.start.min(leaf.start)..whole.end.max(leaf.end);
    Shape { leaf, within, whole, level }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn openings(text: &str) -> Vec<String> {
        let opening = |shape: &Shape| shape.within.iter().map(Container::opening).collect();
        shapes(text).iter().map(opening).collect()
    }

    #[test]
    fn a_leaf_knows_its_containers() {
        let text = "a\n\n> b\n>\n> - c\n>   d\n\n3. e\n\n   f\n10) g\n\n[^n]: h\n";
        assert_eq!(openings(text), ["", "> ", "> - ", "3. ", "3. ", "10) ", "[^n]: "]);
    }

    #[test]
    fn items_of_one_list_share_it_and_each_has_its_marker() {
        let shapes = shapes("1. a\n2. b\n   * c\n");
        let item = |at: usize, depth: usize| match &shapes[at].within[depth] {
            Container::Item { list, marker, .. } => (*list, marker.number, marker.tight),
            _ => (0, None, false),
        };
        assert_eq!((item(0, 0), item(1, 0)), ((0, Some(1), true), (0, Some(2), true)));
        assert_eq!(item(2, 0), (0, Some(2), true));
        assert_eq!(shapes[2].within[1].opening(), "* ");
    }

    #[test]
    fn a_cell_knows_its_table_and_a_caption_its_figure() {
        let text = "![a](b \"c\")\n\n| d | e |\n|---|---|\n| f | |\n";
        let wholes: Vec<_> = shapes(text).into_iter().map(|shape| &text[shape.whole]).collect();
        assert_eq!(wholes[..3], ["![a](b \"c\")"; 3]);
        assert_eq!(wholes[3..], ["| d | e |\n|---|---|\n| f | |"; 3]);
    }
}
