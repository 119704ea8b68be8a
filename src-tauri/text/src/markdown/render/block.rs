//! Headings with their sections, paragraphs, quotes.

use std::fmt::{self, Write};

use comrak::html::{ChildRendering, format_node_default};
use comrak::nodes::{Node, NodeValue};

use super::{Writing, Written, note, photo};
use crate::Section;
use crate::markdown::attribution::{Attribution, attribution};
use crate::markdown::figure::figure;
use crate::markdown::{LOWEST_HEADING, words};

/// Quotes nested deeper go without marks of their own: nobody reads so deep, and the work of
/// parsing them grows with the square of the depth.
const DEEPEST_QUOTE: usize = 100;

pub(super) fn document(context: &mut Writing<'_, '_, '_>, entering: bool) -> Written {
    if !entering {
        end_aside(context)?;
        note::end(context)?;
    }
    Ok(ChildRendering::HTML)
}

pub(super) fn heading(
    context: &mut Writing<'_, '_, '_>,
    node: Node<'_>,
    level: u8,
    entering: bool,
) -> Written {
    let shown = level.saturating_add(context.user.options.heading_shift).min(LOWEST_HEADING);
    if entering {
        if node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Document)) {
            section(context, node, level)?;
        }
        context.cr()?;
        write!(context, "<h{shown}>")?;
    } else {
        writeln!(context, "</h{shown}>")?;
    }
    Ok(ChildRendering::HTML)
}

/// The background is a box that lasts until the next heading of its level or a higher one.
fn section(context: &mut Writing<'_, '_, '_>, heading: Node<'_>, level: u8) -> fmt::Result {
    if context.user.aside.is_some_and(|opened| level <= opened) {
        end_aside(context)?;
    }
    let section = context.user.options.section;
    if context.user.aside.is_none() && section(&words(heading)) == Some(Section::Background) {
        context.cr()?;
        context.write_str("<aside>")?;
        context.user.aside = Some(level);
    }
    Ok(())
}

pub(super) fn end_aside(context: &mut Writing<'_, '_, '_>) -> fmt::Result {
    if context.user.aside.take().is_some() {
        context.cr()?;
        context.write_str("</aside>\n")?;
    }
    Ok(())
}

pub(super) fn paragraph(
    context: &mut Writing<'_, '_, '_>,
    node: Node<'_>,
    entering: bool,
) -> Written {
    if !entering && std::mem::take(&mut context.user.figure) {
        return Ok(ChildRendering::HTML);
    }
    if entering && figure(node, &context.user.source).is_some() {
        context.user.figure = true;
        photo::figures(context, node)?;
        return Ok(ChildRendering::Skip);
    }
    if let Some(attribution) = attribution(node) {
        return footer(context, attribution, entering);
    }
    let parent = node.parent();
    if parent.is_some_and(|p| matches!(p.data().value, NodeValue::FootnoteDefinition(_))) {
        return note::paragraph(context, node, entering);
    }
    format_node_default(context, node, entering)
}

fn footer(context: &mut Writing<'_, '_, '_>, attribution: Attribution, entering: bool) -> Written {
    if entering {
        context.cr()?;
        context.write_str("<footer>")?;
        if attribution == Attribution::List {
            context.write_str("— ")?;
        }
    } else {
        context.write_str("</footer>\n")?;
    }
    Ok(ChildRendering::HTML)
}

pub(super) fn quote(context: &mut Writing<'_, '_, '_>, node: Node<'_>, entering: bool) -> Written {
    let quotes = &mut context.user.quotes;
    *quotes += usize::from(entering);
    let shown = *quotes <= DEEPEST_QUOTE;
    *quotes -= usize::from(!entering);
    if shown { format_node_default(context, node, entering) } else { Ok(ChildRendering::HTML) }
}
