//! The tree as HTML: Comrak's own writing where it is what a page needs, ours where it is not.

mod block;
mod note;
mod photo;
mod table;

use std::fmt::{self, Write};

use comrak::html::{ChildRendering, Context, format_document_with_formatter, format_node_default};
use comrak::nodes::{Node, NodeLink, NodeValue};
use comrak::options::Plugins;
use comrak::{Arena, parse_document};

use super::attribution::is_attribution_list;
use super::source::Source;
use super::story::slug;
use crate::html::{HtmlOptions, Reach, reach};

type Writing<'w, 'c, 'p> = Context<'w, 'c, Page<'p>>;
type Written = Result<ChildRendering, fmt::Error>;

/// What the writing needs to know besides the tree.
struct Page<'p> {
    options: &'p HtmlOptions<'p>,
    source: Source<'p>,
    /// The level of the heading that opened the background box, while the box is open.
    aside: Option<u8>,
    /// The paragraph just entered is a figure and is written.
    figure: bool,
    /// How many quotes and links are open.
    quotes: usize,
    links: usize,
    /// How many footnotes are written.
    notes: u32,
    /// Cells written in the table's row.
    cells: usize,
}

/// The body as HTML. Raw HTML is left out without a trace.
pub(crate) fn render(body: &str, options: &HtmlOptions<'_>) -> String {
    let markdown = super::options();
    let arena = Arena::new();
    let root = parse_document(&arena, body, &markdown);
    let page = Page {
        options,
        source: Source::new(body),
        aside: None,
        figure: false,
        quotes: 0,
        links: 0,
        notes: 0,
        cells: 0,
    };
    let plugins = Plugins::default();
    let mut html = String::with_capacity(body.len() * 3 / 2);
    let written =
        format_document_with_formatter(root, &markdown, &mut html, &plugins, write_node, page);
    debug_assert!(written.is_ok(), "a string takes all that is written to it");
    html
}

fn write_node(context: &mut Writing<'_, '_, '_>, node: Node<'_>, entering: bool) -> Written {
    match node.data().value {
        NodeValue::Document => block::document(context, entering),
        NodeValue::Heading(heading) => block::heading(context, node, heading.level, entering),
        NodeValue::Paragraph => block::paragraph(context, node, entering),
        NodeValue::BlockQuote => block::quote(context, node, entering),
        NodeValue::List(_) if is_attribution_list(node) => Ok(ChildRendering::HTML),
        NodeValue::Item(_) if node.parent().is_some_and(is_attribution_list) => {
            Ok(ChildRendering::HTML)
        }
        NodeValue::Table(_) => table::table(context, node, entering),
        NodeValue::TableRow(head) => table::row(context, node, head, entering),
        NodeValue::TableCell => table::cell(context, node, entering),
        NodeValue::FootnoteDefinition(ref note) => note::definition(context, node, note, entering),
        NodeValue::FootnoteReference(ref note) => note::reference(context, note, entering),
        NodeValue::Image(ref link) => photo::inline(context, node, link, entering),
        NodeValue::Link(ref link) => write_link(context, link, entering),
        NodeValue::Text(ref text) if entering => write_text(context, node, text),
        NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => Ok(ChildRendering::Skip),
        _ => format_node_default(context, node, entering),
    }
}

fn write_text(context: &mut Writing<'_, '_, '_>, node: Node<'_>, text: &str) -> Written {
    if is_address(node, text) {
        context.escape(text)?;
    } else {
        write_polished(context, text)?;
    }
    Ok(ChildRendering::HTML)
}

fn write_polished(context: &mut Writing<'_, '_, '_>, text: &str) -> fmt::Result {
    let polish = context.user.options.polish;
    context.escape(&polish(text))
}

/// The words of a link that shows its own address.
pub(super) fn is_address(node: Node<'_>, text: &str) -> bool {
    let Some(parent) = node.parent() else { return false };
    match parent.data().value {
        NodeValue::Link(ref link) => link.url.strip_prefix("mailto:").unwrap_or(&link.url) == text,
        _ => false,
    }
}

/// A link that a page may not have leaves its words; one to a story has the story's name.
fn write_link(context: &mut Writing<'_, '_, '_>, link: &NodeLink, entering: bool) -> Written {
    let (story, reach) = (slug(&link.url), reach(&link.url));
    if story.is_none() && reach.is_none() {
        return Ok(ChildRendering::HTML);
    }
    if !entering {
        context.user.links -= 1;
        context.write_str("</a>")?;
        return Ok(ChildRendering::HTML);
    }
    context.user.links += 1;
    if let Some(story) = story {
        write!(context, "<a data-story=\"{story}\">")?;
        return Ok(ChildRendering::HTML);
    }
    context.write_str("<a href=\"")?;
    context.escape_href(&link.url)?;
    if !link.title.is_empty() {
        context.write_str("\" title=\"")?;
        context.escape(&link.title)?;
    }
    context.write_str(if reach == Some(Reach::Web) { "\" rel=\"noopener\">" } else { "\">" })?;
    Ok(ChildRendering::HTML)
}
