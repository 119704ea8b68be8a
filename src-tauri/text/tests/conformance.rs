//! The pages' HTML against the examples of the CommonMark and GFM specifications, compared as
//! parsed trees. Where our rules say otherwise the example stands in a list with the reason; a
//! listed example that agrees fails like an unlisted one that differs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use scraper::{ElementRef, Html, Node};
use serde_json::Value;
use shpalta_text::html::{Figure, HtmlOptions, html};

#[test]
fn commonmark_examples_give_the_specified_tree() {
    check("commonmark-0.31.2.json", include_str!("conformance/commonmark.txt"));
}

#[test]
fn gfm_examples_give_the_specified_tree() {
    check("gfm-0.29.json", include_str!("conformance/gfm.txt"));
}

fn check(file: &str, exceptions: &str) {
    let Some(folder) = std::env::var_os("TESTDATA") else {
        return println!("skipped: TESTDATA is not set");
    };
    let path = PathBuf::from(folder).join("markdown").join(file);
    let examples: Vec<Value> =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let exceptions = read_exceptions(exceptions);
    let mut wrong = Vec::new();
    for example in &examples {
        let number = example["example"].as_u64().unwrap();
        let (markdown, expected) = (&example["markdown"], &example["html"]);
        let found = page(markdown.as_str().unwrap());
        let (found_tree, expected_tree) = (tree(&found), tree(expected.as_str().unwrap()));
        match (found_tree == expected_tree, exceptions.get(&number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(reason)) => wrong.push(format!("{number} agrees, yet is listed: {reason}")),
            (false, None) => {
                wrong.push(format!("{number} {markdown}\n  {found_tree}\n  {expected_tree}"));
            }
        }
    }
    let known = |number: &u64| examples.iter().any(|e| e["example"].as_u64() == Some(*number));
    assert!(exceptions.keys().all(known), "an exception for an example that does not exist");
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
}

/// Lines of `number reason`.
fn read_exceptions(list: &str) -> BTreeMap<u64, &str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (number, reason) = line.split_once(' ').expect("a number and a reason");
            (number.parse().expect("an example's number"), reason)
        })
        .collect()
}

/// Every image is let through, so that the examples with images count.
fn page(markdown: &str) -> String {
    let figure = |address: &str| Some(Figure { src: address.to_owned(), ..Figure::default() });
    html(markdown, &HtmlOptions { figure: &figure, media_prefix: "", ..HtmlOptions::default() })
}

/// The tree in one line. What our pages say in another way than the specifications' examples is
/// put in their words: a figure is a paragraph of its image, a column's alignment an `align`.
fn tree(html: &str) -> String {
    let fragment = Html::parse_fragment(html);
    let mut tree = String::new();
    write(fragment.root_element(), false, &mut tree);
    tree
}

fn write(element: ElementRef<'_>, verbatim: bool, tree: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) if verbatim => tree.push_str(text),
            Node::Text(text) => write_words(text, tree),
            Node::Element(_) => write_element(ElementRef::wrap(child).unwrap(), verbatim, tree),
            other => tree.push_str(&format!("{other:?}")),
        }
    }
}

/// Blanks between elements mean nothing.
fn write_words(text: &str, tree: &mut String) {
    if text.trim_ascii().is_empty() && (tree.ends_with('>') || tree.is_empty()) {
        return;
    }
    for (number, line) in text.split('\n').enumerate() {
        let between = if number > 0 && !tree.ends_with(['>', ' ']) { " " } else { "" };
        tree.push_str(between);
        tree.push_str(line);
    }
}

fn write_element(element: ElementRef<'_>, verbatim: bool, tree: &mut String) {
    let name = element.value().name();
    if name == "div" && element.attr("class") == Some("table") {
        return write(element, verbatim, tree);
    }
    if name == "figure" {
        return write_figure(element, tree);
    }
    let trimmed = tree.trim_ascii_end().len();
    if is_block(name) && !verbatim {
        tree.truncate(trimmed);
    }
    tree.push_str(&format!("<{name}{}>", attributes(element)));
    write(element, verbatim || name == "pre", tree);
    if is_block(name) && !verbatim && name != "pre" {
        tree.truncate(tree.trim_ascii_end().len());
    }
    tree.push_str(&format!("</{name}>"));
}

fn is_block(name: &str) -> bool {
    !matches!(name, "a" | "code" | "del" | "em" | "img" | "strong" | "sup" | "br")
}

fn write_figure(figure: ElementRef<'_>, tree: &mut String) {
    let image = figure.child_elements().next().unwrap();
    let caption = figure.child_elements().nth(1).map(|caption| caption.text().collect::<String>());
    let title = caption.map(|caption| format!(" title={caption:?}")).unwrap_or_default();
    tree.push_str(&format!("<p><img{}{title}></img></p>", attributes(image)));
}

fn attributes(element: ElementRef<'_>) -> String {
    let attributes: BTreeMap<_, _> = element
        .value()
        .attrs()
        .filter(|(name, _)| !matches!(*name, "rel" | "loading" | "decoding" | "scope"))
        .map(|(name, value)| match value.strip_prefix("align-") {
            Some(align) if name == "class" => ("align", align),
            _ => (name, value),
        })
        .collect();
    attributes.iter().map(|(name, value)| format!(" {name}={value:?}")).collect()
}
