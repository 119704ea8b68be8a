//! The article's elements as Markdown.

use std::rc::Rc;

use htmd::{
    Element, HtmlToMarkdown,
    element_handler::{HandlerResult, Handlers},
    options::{BrStyle, BulletListMarker, HrStyle, Options},
};
use shpalta_language::Language;

use super::dom::{self, Node};
use crate::import::{escape, page_text};

/// The Markdown of what is left of an article. Its pictures become empty slots.
pub fn convert(article: &Rc<Node>, language: Language) -> String {
    let quote = move |handlers: &dyn Handlers, element: Element<'_>| {
        Some(quote(handlers, &element, language).into())
    };
    let converter = HtmlToMarkdown::builder()
        .options(Options {
            hr_style: HrStyle::Dashes,
            br_style: BrStyle::Backslash,
            bullet_list_marker: BulletListMarker::Dash,
            ul_bullet_spacing: 1,
            ol_number_spacing: 1,
            ..Options::default()
        })
        .add_handler(vec!["blockquote"], quote)
        .add_handler(vec!["figure"], figure)
        .add_handler(vec!["img"], |_: &dyn Handlers, element: Element<'_>| {
            Some(slot(&alternative(element.node), "").into())
        })
        .add_handler(vec!["a"], link)
        .add_handler(vec!["h1", "h2"], |handlers: &dyn Handlers, element: Element<'_>| {
            heading(handlers, &element, "##")
        })
        .build();
    converter.tree_to_markdown(article)
}

fn heading(handlers: &dyn Handlers, element: &Element<'_>, sign: &str) -> Option<HandlerResult> {
    let text = handlers.walk_children(element.node).content;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| format!("\n\n{sign} {text}\n\n").into())
}

/// Links within the page, or to an address that only the page's folder completes, lead nowhere
/// from here: their words stay.
fn link(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let leads_out = dom::attribute(element.node, "href").is_some_and(|href| {
        ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme))
    });
    if leads_out && !dom::text(element.node).is_empty() {
        return handlers.fallback(element);
    }
    Some(handlers.walk_children(element.node))
}

fn figure(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let Some(picture) = dom::find(element.node, is_picture) else {
        return handlers.fallback(element);
    };
    let caption = dom::find(element.node, |node| dom::tag(node) == Some("figcaption"));
    let caption = caption.map(|caption| dom::text(&caption)).unwrap_or_default();
    Some(slot(&alternative(&picture), &caption).into())
}

/// Whether an element shows a picture.
pub fn is_picture(node: &Node) -> bool {
    dom::tag(node) == Some("img") || dom::attribute(node, "role").is_some_and(|role| role == "img")
}

fn alternative(picture: &Node) -> String {
    let text = dom::attribute(picture, "alt").or_else(|| dom::attribute(picture, "aria-label"));
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn slot(alternative: &str, caption: &str) -> String {
    let alternative = escape::caption(alternative);
    if caption.is_empty() {
        return format!("\n\n![{alternative}](media:)\n\n");
    }
    format!("\n\n![{alternative}](media: \"{}\")\n\n", escape::caption(caption))
}

/// A quote; what its `footer` or `cite` says becomes its last paragraph, behind a dash.
fn quote(handlers: &dyn Handlers, element: &Element<'_>, language: Language) -> String {
    let attribution = dom::find(element.node, |node| dom::is_any(node, &["footer", "cite"]));
    if let Some(attribution) = &attribution {
        dom::remove(attribution);
    }
    let mut quoted = handlers.walk_children(element.node).content.trim().to_owned();
    if let Some(attribution) = attribution.map(|attribution| dom::text(&attribution)) {
        let words = attribution.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '«');
        let dash = page_text::attribution_dash(language);
        quoted.push_str(&format!("\n\n{dash} {}", escape::inline(words)));
    }
    let lines = quoted.trim().lines().map(|line| format!("> {line}").trim_end().to_owned());
    format!("\n\n{}\n\n", lines.collect::<Vec<_>>().join("\n"))
}
