//! The one place that names comrak: which Markdown we read, and what its tree means to a desk.

mod attribution;
mod definition;
mod figure;
mod leaf;
mod portable;
mod render;
mod shape;
mod source;
mod story;

use comrak::Options;
use comrak::nodes::{Node, NodeValue};

pub(crate) use leaf::leaves;
pub use portable::{Lead, Picture, Surroundings, paragraph, portable};
pub(crate) use render::render;
pub(crate) use shape::{Container, Shape, shapes};
pub(crate) use story::is_slug;
pub use story::{STORY_SCHEME, defined_stories, stories};

/// The lowest heading that there is.
const LOWEST_HEADING: u8 = 6;

/// CommonMark with tables, strikethrough and footnotes; raw HTML is never let through.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options
}

/// The words of a heading or an alt text, without their markup.
fn words(node: Node<'_>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match inner.data().value {
            NodeValue::Text(ref text) => words.push_str(text),
            NodeValue::Code(ref code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}
