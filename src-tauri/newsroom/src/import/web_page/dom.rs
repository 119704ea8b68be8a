//! The tree of a page's elements, built with bounds.

use std::rc::Rc;

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{NodeData, RcDom};

pub use markup5ever_rcdom::Node;

/// Deeper than any page of news; the parser and the conversion slow down with depth.
const DEEPEST: usize = 200;

/// More nodes than any page of news has.
const MOST_NODES: usize = 300_000;

/// How much of the page is parsed between two looks at the tree, in bytes.
const STEP: usize = 4096;

/// The document; none when its elements are nested too deeply or too many. Mis-nested formatting
/// can make a small page into a vast tree, so the bounds are watched while parsing.
pub fn parse(html: &str) -> Option<Rc<Node>> {
    let mut parser = parse_document(RcDom::default(), ParseOpts::default());
    let mut rest = html;
    let mut parsed = 0;
    let mut next_count = STEP;
    while !rest.is_empty() {
        let (step, after) = rest.split_at(step_end(rest));
        parser.process(step.into());
        rest = after;
        parsed += step.len();
        let document = &parser.tokenizer.sink.sink.document;
        if open_depth(document) > DEEPEST {
            return None;
        }
        if parsed >= next_count {
            next_count = parsed * 2;
            is_bounded(document).then_some(())?;
        }
    }
    let document = parser.finish().document;
    is_bounded(&document).then_some(document)
}

/// Where a step ends: a character is never cut.
fn step_end(rest: &str) -> usize {
    (STEP..rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len())
}

/// How many elements are open: the chain of last children.
fn open_depth(document: &Rc<Node>) -> usize {
    let last = |node: &Rc<Node>| node.children.borrow().last().cloned();
    std::iter::successors(last(document), last).count()
}

fn is_bounded(document: &Rc<Node>) -> bool {
    let mut open = vec![(Rc::clone(document), 0)];
    let mut nodes = 0;
    while let Some((node, depth)) = open.pop() {
        nodes += 1;
        if depth > DEEPEST || nodes > MOST_NODES {
            return false;
        }
        open.extend(node.children.borrow().iter().map(|child| (Rc::clone(child), depth + 1)));
    }
    true
}

/// The tag, in lower case; none for text.
pub fn tag(node: &Node) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&name.local),
        _ => None,
    }
}

/// Whether it is an element with one of these tags.
pub fn is_any(node: &Node, tags: &[&str]) -> bool {
    tag(node).is_some_and(|tag| tags.contains(&tag))
}

/// An attribute's value, trimmed; none when it is absent or empty.
pub fn attribute(node: &Node, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    let value = attrs.iter().find(|attr| &*attr.name.local == name)?.value.trim().to_owned();
    (!value.is_empty()).then_some(value)
}

/// The node and all below it, in the order of the page.
pub fn all(node: &Rc<Node>) -> Vec<Rc<Node>> {
    let mut found = Vec::new();
    let mut open = vec![Rc::clone(node)];
    while let Some(node) = open.pop() {
        open.extend(node.children.borrow().iter().rev().cloned());
        found.push(node);
    }
    found
}

/// The elements that a node lies in, from the inside out.
pub fn ancestors(node: &Rc<Node>) -> impl Iterator<Item = Rc<Node>> {
    let above = |node: &Rc<Node>| {
        let parent = node.parent.take();
        let above = parent.as_ref().and_then(|parent| parent.upgrade());
        node.parent.set(parent);
        above
    };
    std::iter::successors(above(node), move |node| above(node))
}

/// The first element below a node that fits.
pub fn find(node: &Rc<Node>, fits: impl Fn(&Node) -> bool) -> Option<Rc<Node>> {
    all(node).into_iter().skip(1).find(|below| fits(below))
}

/// The words of a node, with single spaces.
pub fn text(node: &Rc<Node>) -> String {
    let mut text = String::new();
    for node in all(node) {
        match &node.data {
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Element { name, .. } if !is_inline(&name.local) => text.push(' '),
            _ => {}
        }
    }
    let words = text.split([' ', '\n', '\t', '\r', '\u{c}']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The text of a script, as it stands.
pub fn raw_text(node: &Rc<Node>) -> String {
    let mut text = String::new();
    for child in node.children.borrow().iter() {
        if let NodeData::Text { contents } = &child.data {
            text.push_str(&contents.borrow());
        }
    }
    text
}

fn is_inline(tag: &str) -> bool {
    const INLINE: [&str; 20] = [
        "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u",
    ];
    INLINE.contains(&tag)
}

/// Takes a node out of the page.
pub fn remove(node: &Rc<Node>) {
    let parent = node.parent.take();
    if let Some(parent) = parent.and_then(|parent| parent.upgrade()) {
        parent.children.borrow_mut().retain(|child| !Rc::ptr_eq(child, node));
    }
}
