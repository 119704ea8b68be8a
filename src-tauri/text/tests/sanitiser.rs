//! No body, however hostile, brings a page more than our elements, attributes and links.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Node};
use serde_json::Value;
use shpalta_text::Section;
use shpalta_text::html::{Figure, HtmlOptions, html};

/// Each element that a page's text may have, with its attributes.
const ELEMENTS: &str = "
    a class href rel title, aside, blockquote, br, code class, del, div class tabindex, em, figcaption,
    figure, footer, h1, h2, h3, h4, h5, h6, hr,
    img alt decoding height loading src title width, li id, ol start, p, pre, span class, strong,
    sup class id, table, tbody, td class, th class scope, thead, tr, ul";

fn page(body: &str) -> String {
    let figure = |address: &str| {
        let src = format!("media/{}", address.strip_prefix("media:")?);
        Some(Figure {
            src,
            size: Some((1, 1)),
            credit: Some(address.to_owned()),
            ..Figure::default()
        })
    };
    let section = |_: &str| Some(Section::Background);
    html(body, &HtmlOptions { figure: &figure, section: &section, ..HtmlOptions::default() })
}

fn assert_harmless(body: &str) {
    let page = page(body);
    for node in Html::parse_fragment(&page).root_element().descendants().skip(1) {
        match node.value() {
            Node::Text(_) => {}
            Node::Element(_) => assert_element(ElementRef::wrap(node).unwrap(), body),
            other => panic!("{other:?} in the page of {body:?}: {page}"),
        }
    }
}

fn assert_element(element: ElementRef<'_>, body: &str) {
    let name = element.value().name();
    let allowed: Vec<_> = ELEMENTS
        .split(',')
        .map(|entry| entry.split_whitespace().collect::<Vec<_>>())
        .find(|entry| entry[0] == name)
        .unwrap_or_else(|| panic!("<{name}> in the page of {body:?}"));
    for (attribute, value) in element.value().attrs() {
        assert!(allowed[1..].contains(&attribute), "{attribute} of <{name}> for {body:?}");
        match attribute {
            "href" => assert_link(value, body),
            // A table that is too wide is scrolled with the keyboard; nothing else takes its turn.
            "tabindex" => assert_eq!((value, element.value().attr("class")), ("0", Some("table"))),
            "src" => assert!(value.starts_with("media/"), "an image from {value} for {body:?}"),
            _ => {}
        }
    }
}

/// A link as a browser reads it: blanks around it and line breaks in it do not count.
fn assert_link(address: &str, body: &str) {
    let read: String =
        address.trim_ascii().chars().filter(|sign| !"\t\r\n".contains(*sign)).collect();
    let scheme = read.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "+-.".contains(sign);
    let allowed = scheme.is_none_or(|scheme| {
        ["http", "https", "mailto"].contains(&scheme.as_str()) || !scheme.chars().all(is_sign)
    });
    assert!(allowed, "a link to {address} for {body:?}");
    assert!(!read.replace('\\', "/").starts_with("//"), "a link to {address} for {body:?}");
}

#[test]
fn hostile_bodies_of_our_own_are_harmless() {
    for body in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](<java\u{0}script:alert(1)>)",
        "[a](JAVASCRIPT&colon;alert(1))",
        "[a](&#x6A;avascript:alert(1))",
        "[a](\u{1}javascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "![a](javascript:alert(1))",
        "![a\" onerror=\"alert(1)](media:x\" \"b\" onerror=\"alert(1)\")",
        "![\" onerror=alert(1)](media:x '\" onerror=alert(1) \"')",
        "[a](https://example.org/\"onmouseover=\"alert(1))",
        "[a](/b \"\\\"><script>alert(1)</script>\")",
        "<https://example.org/><script>alert(1)</script>",
        "```\"><script>\nalert(1)\n```",
        "``` x\" onclick=\"y\na\n```",
        "a[^\"><script>]\n\n[^\"><script>]: b",
        "| <script> | \"onclick=x |\n|:-|-|\n| </table><script> | x |",
        "## <svg/onload=alert(1)>",
        "> — <math><mi//xlink:href=\"data:x,y\">",
        "[a](//example.org/) [b](\\\\example.org\\c) [c](tauri://d) [e](asset://f) [g](smb://h)",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->",
    ] {
        assert_harmless(body);
    }
}

#[test]
fn known_payloads_are_harmless() {
    let Some(folder) = std::env::var_os("TESTDATA") else {
        return println!("skipped: TESTDATA is not set");
    };
    let read = |file: &str| -> Vec<Value> {
        let path = PathBuf::from(&folder).join("sanitiser").join(file);
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let payloads = read("payloads.json").into_iter();
    let purified = read("dompurify.json").into_iter().map(|case| case["payload"].clone());
    let mut count = 0;
    for payload in payloads.chain(purified) {
        let payload = payload.as_str().unwrap();
        assert_harmless(payload);
        assert_harmless(&format!("[a]({payload}) ![b]({payload}) [c](<{payload}> \"{payload}\")"));
        assert_harmless(&format!("![{payload}](media:{payload} \"{payload}\")"));
        assert_harmless(&format!("> a\n>\n> — {payload}\n\n## {payload}\n\n{payload} | b\n-|-\n"));
        count += 1;
    }
    assert!(count > 1000, "only {count} payloads were found");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_body_is_harmless(body in "([ \ta-z\n<>/=\"'`~|&;:()#*_!\\[\\]^—-]|javascript:|<script>|<img src=|onerror=|https://|media:|\\]\\(|!\\[|data:|\n\n> |\n- |\n    ){0,30}") {
        assert_harmless(&body);
    }
}
