//! Footnotes: numbers in the text, the notes at its end. No words, so that no language is in them.

use std::fmt::{self, Write};

use comrak::html::ChildRendering;
use comrak::nodes::{Node, NodeFootnoteDefinition, NodeFootnoteReference, NodeValue};

use super::{Writing, Written, block};
use crate::markdown::figure::figure;

pub(super) fn reference(
    context: &mut Writing<'_, '_, '_>,
    note: &NodeFootnoteReference,
    entering: bool,
) -> Written {
    if !entering {
        return Ok(ChildRendering::HTML);
    }
    let number = note.ix;
    let mark = mark(number, note.ref_num);
    write!(context, "<sup class=\"footnote-ref\" id=\"{mark}\">")?;
    if context.user.links > 0 {
        write!(context, "{number}</sup>")?;
    } else {
        write!(context, "<a href=\"#fn-{number}\">{number}</a></sup>")?;
    }
    Ok(ChildRendering::HTML)
}

/// The id of a footnote's mark in the text.
fn mark(number: u32, time: u32) -> String {
    if time > 1 { format!("fnref-{number}-{time}") } else { format!("fnref-{number}") }
}

/// A note that nothing refers to (or a second one of the same name) is not shown.
pub(super) fn definition(
    context: &mut Writing<'_, '_, '_>,
    node: Node<'_>,
    note: &NodeFootnoteDefinition,
    entering: bool,
) -> Written {
    if note.total_references == 0 {
        return Ok(ChildRendering::Skip);
    }
    if entering {
        begin(context)?;
        context.user.notes += 1;
        let number = context.user.notes;
        write!(context, "<li id=\"fn-{number}\">")?;
    } else {
        if !ends_with_words(context, node) {
            ways_back(context, note)?;
        }
        context.write_str("</li>\n")?;
    }
    Ok(ChildRendering::HTML)
}

fn begin(context: &mut Writing<'_, '_, '_>) -> fmt::Result {
    if context.user.notes > 0 {
        return Ok(());
    }
    block::end_aside(context)?;
    context.cr()?;
    context.write_str("<div class=\"footnotes\">\n<ol>\n")
}

pub(super) fn end(context: &mut Writing<'_, '_, '_>) -> fmt::Result {
    if context.user.notes == 0 {
        return Ok(());
    }
    context.write_str("</ol>\n</div>\n")
}

/// A note's last paragraph ends with the ways back to the text.
pub(super) fn paragraph(
    context: &mut Writing<'_, '_, '_>,
    node: Node<'_>,
    entering: bool,
) -> Written {
    if entering {
        context.cr()?;
        context.write_str("<p>")?;
        return Ok(ChildRendering::HTML);
    }
    if let Some(parent) = node.parent().filter(|_| node.next_sibling().is_none())
        && let NodeValue::FootnoteDefinition(ref note) = parent.data().value
    {
        context.write_str(" ")?;
        ways_back(context, note)?;
    }
    context.write_str("</p>\n")?;
    Ok(ChildRendering::HTML)
}

fn ends_with_words(context: &Writing<'_, '_, '_>, definition: Node<'_>) -> bool {
    definition.last_child().is_some_and(|last| {
        matches!(last.data().value, NodeValue::Paragraph)
            && figure(last, &context.user.source).is_none()
    })
}

fn ways_back(context: &mut Writing<'_, '_, '_>, note: &NodeFootnoteDefinition) -> fmt::Result {
    let number = context.user.notes;
    for time in 1..=note.total_references {
        let mark = mark(number, time);
        let space = if time > 1 { " " } else { "" };
        write!(context, "{space}<a href=\"#{mark}\" class=\"footnote-backref\">↩</a>")?;
    }
    Ok(())
}
