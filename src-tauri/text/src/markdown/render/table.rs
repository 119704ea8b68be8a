//! Tables: a head whose cells name their columns, in a frame that may scroll on a narrow screen,
//! with the keyboard, too.

use std::fmt::Write;

use comrak::html::ChildRendering;
use comrak::nodes::{Node, NodeValue, TableAlignment};

use super::{Writing, Written};

pub(super) fn table(context: &mut Writing<'_, '_, '_>, node: Node<'_>, entering: bool) -> Written {
    if entering {
        context.cr()?;
        context.write_str("<div class=\"table\" tabindex=\"0\"><table>\n")?;
    } else {
        let has_body = node.first_child().is_some_and(|head| head.next_sibling().is_some());
        context.write_str(if has_body { "</tbody>\n" } else { "" })?;
        context.write_str("</table></div>\n")?;
    }
    Ok(ChildRendering::HTML)
}

pub(super) fn row(
    context: &mut Writing<'_, '_, '_>,
    node: Node<'_>,
    head: bool,
    entering: bool,
) -> Written {
    if entering {
        context.user.cells = 0;
        let opens_body = !head && node.previous_sibling().is_some_and(is_head);
        context.write_str(if head { "<thead>\n" } else { "" })?;
        context.write_str(if opens_body { "<tbody>\n" } else { "" })?;
        context.write_str("<tr>\n")?;
    } else {
        context.write_str(if head { "</tr>\n</thead>\n" } else { "</tr>\n" })?;
    }
    Ok(ChildRendering::HTML)
}

pub(super) fn cell(context: &mut Writing<'_, '_, '_>, node: Node<'_>, entering: bool) -> Written {
    let tag = if node.parent().is_some_and(is_head) { "th" } else { "td" };
    if !entering {
        writeln!(context, "</{tag}>")?;
        return Ok(ChildRendering::HTML);
    }
    write!(context, "<{tag}")?;
    context.write_str(if tag == "th" { " scope=\"col\"" } else { "" })?;
    match alignment(node, context.user.cells) {
        TableAlignment::Left => context.write_str(" class=\"align-left\"")?,
        TableAlignment::Center => context.write_str(" class=\"align-center\"")?,
        TableAlignment::Right => context.write_str(" class=\"align-right\"")?,
        TableAlignment::None => {}
    }
    context.write_str(">")?;
    context.user.cells += 1;
    Ok(ChildRendering::HTML)
}

fn is_head(row: Node<'_>) -> bool {
    matches!(row.data().value, NodeValue::TableRow(true))
}

fn alignment(cell: Node<'_>, column: usize) -> TableAlignment {
    let Some(table) = cell.ancestors().nth(2) else { return TableAlignment::None };
    match table.data().value {
        NodeValue::Table(ref table) => {
            table.alignments.get(column).copied().unwrap_or(TableAlignment::None)
        }
        _ => TableAlignment::None,
    }
}
