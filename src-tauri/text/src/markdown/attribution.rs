//! Attributions: who said a quote.

use comrak::nodes::{ListType, Node, NodeValue};

/// How an attribution is written under its quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribution {
    /// A paragraph that begins with a dash.
    Dash,
    /// `- said the minister`, which Markdown reads as a list of one item.
    List,
}

/// Whether a paragraph is the attribution of the quote that it stands in: the quote's last
/// part, after the words themselves.
pub(crate) fn attribution(paragraph: Node<'_>) -> Option<Attribution> {
    if !matches!(paragraph.data().value, NodeValue::Paragraph) {
        return None;
    }
    let parent = paragraph.parent()?;
    if matches!(parent.data().value, NodeValue::BlockQuote) {
        let found = previous(paragraph).is_some() && is_last(paragraph) && begins_dashed(paragraph);
        return found.then_some(Attribution::Dash);
    }
    is_attribution_list(parent.parent()?).then_some(Attribution::List)
}

/// Whether a list is nothing but an attribution: one bullet with one paragraph that ends a quote,
/// after a paragraph of it.
pub(crate) fn is_attribution_list(list: Node<'_>) -> bool {
    let bulleted = match list.data().value {
        NodeValue::List(ref list) => list.list_type == ListType::Bullet,
        _ => false,
    };
    bulleted
        && list.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::BlockQuote))
        && is_last(list)
        && previous(list).is_some_and(is_paragraph)
        && only_child(list).and_then(only_child).is_some_and(is_text_paragraph)
}

fn is_paragraph(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Paragraph)
}

fn is_text_paragraph(node: Node<'_>) -> bool {
    is_paragraph(node)
        && node.first_child().is_some_and(|c| !matches!(c.data().value, NodeValue::Image(_)))
}

fn only_child<'a>(node: Node<'a>) -> Option<Node<'a>> {
    node.first_child().filter(|child| child.next_sibling().is_none())
}

/// Footnotes are set at the text's end, wherever they are written.
fn is_footnote(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::FootnoteDefinition(_))
}

fn previous<'a>(node: Node<'a>) -> Option<Node<'a>> {
    node.preceding_siblings().skip(1).find(|before| !is_footnote(before))
}

fn is_last(node: Node<'_>) -> bool {
    node.following_siblings().skip(1).all(is_footnote)
}

/// A hyphen before a digit is a minus.
fn begins_dashed(paragraph: Node<'_>) -> bool {
    let Some(first) = paragraph.descendants().skip(1).find_map(text_of) else { return false };
    let mut signs = first.chars();
    match signs.next() {
        Some('‒' | '–' | '—' | '―') => true,
        Some('-') => !signs.next().is_some_and(char::is_numeric),
        _ => false,
    }
}

fn text_of(node: Node<'_>) -> Option<String> {
    match node.data().value {
        NodeValue::Text(ref text) => Some(text.to_string()),
        _ => None,
    }
}
