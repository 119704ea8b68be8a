//! What the tests with a browser would miss, were they blind; and that what they put into a field
//! stands on the page.

use scraper::{Html, Selector};
use shpalta_publish::page::POLICIES;

use super::Reader;
use super::fields::{self, Body, SINGLE};

/// The headline, in whose place each stands.
const MARK: &str = "Мітка";

/// What stands raw in a page, and all that is to be told of it.
const RAW: [(&str, &[&str]); 23] = [
    ("<script>alert('script')</script>", &["a dialog: \"script\"", "a script ran", "a script"]),
    (
        "<img src=x onerror=alert('handler')>",
        &["a dialog: \"handler\"", "an attribute: onerror", "a request: https://shpalta.example/"],
    ),
    (
        "<img src=https://outside.example/image.png>",
        &["a request: https://outside.example/image.png", "<img> from elsewhere"],
    ),
    ("<svg onload=alert('svg')></svg>", &["a dialog: \"svg\"", "an element: <svg>"]),
    ("<iframe src=javascript:alert('frame')></iframe>", &["a frame", "a dialog: \"frame\""]),
    ("<iframe srcdoc='<script>alert(`within`)</script>'></iframe>", &["a dialog: \"within\""]),
    ("<object data=https://outside.example/object></object>", &["an element: <object>"]),
    ("<embed src=https://outside.example/embed>", &["an element: <embed>"]),
    ("<form action=javascript:alert(1)></form>", &["an element: <form>", "an attribute: action"]),
    ("<base href=https://outside.example/>", &["an element: <base>"]),
    (
        "<meta http-equiv=refresh content='0;url=https://outside.example/refresh'>",
        &["a navigation: https://outside.example/refresh"],
    ),
    ("<meta http-equiv=refresh content='99;url=a'>", &["an attribute: http-equiv"]),
    ("<style>@import 'https://outside.example/import.css'</style>", &["a request: ", "<style>"]),
    ("<p style='color:red'>a</p>", &["an attribute: style"]),
    ("<link rel=preconnect href=https://outside.example/>", &["a link: preconnect"]),
    ("<a href=java&#10;script:alert(1)>a</a>", &["an address that runs: href=java"]),
    ("<a href=data:text/html,a>a</a>", &["an address that runs: href=data:"]),
    ("<math><mi>a</mi></math>", &["an element: <math>", "an element: <mi>"]),
    ("<!-- a -->", &["a node that is no text: #comment"]),
    ("<script>'</script>", &["a script was read"]),
    ("<script>console.log('said')</script>", &["the console was told: ", "said"]),
    ("<script>new WebSocket('wss://outside.example/')</script>", &["a socket: wss://outside"]),
    ("<script>open('https://outside.example/window')</script>", &["a script ran"]),
];

#[test]
fn what_a_page_does_or_has_that_is_not_ours_is_told() {
    let Some(mut reader) = Reader::open() else { return };
    let page = fields::article(1, &[MARK.to_owned()], Body::Plain).html;
    let heading = format!("<h1>{MARK}</h1>");
    assert!(page.contains(&heading), "{page}");
    for (raw, expected) in RAW {
        is_told(&mut reader, raw, &page.replace(&heading, raw), expected);
    }
    a_policy_hides_nothing(&mut reader, &page);
    the_script_for_machines_is_read(&mut reader, &page);
    let plain = fields::article(1, &[MARK.to_owned()], Body::Plain);
    assert_eq!(reader.browser.show(&plain.path, &plain.html), [""; 0]);
}

/// A page of ours brings policies, and is looked at without them: what a payload would do is seen.
fn a_policy_hides_nothing(reader: &mut Reader, page: &str) {
    let (before, after) = page.split_once("<title>").unwrap();
    assert!(POLICIES.iter().all(|policy| before.contains(policy)), "{page}");
    let raw = "<script>alert('bare')</script><img src=https://outside.example/bare.png>";
    let html = format!("{before}{raw}<title>{after}");
    let expected = ["a dialog: \"bare\"", "a request: https://outside.example/bare.png"];
    is_told(reader, raw, &html, &expected);
    let another = "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src *\">";
    let html = format!("{before}{another}<title>{after}");
    is_told(reader, another, &html, &["more than our policies"]);
}

fn the_script_for_machines_is_read(reader: &mut Reader, page: &str) {
    for (from, to, expected) in [
        (MARK, "<b>", "a tag in the script for machines"),
        ("{\"", "{'\"", "the script for machines is no JSON"),
        ("\"}</script>", "</script>alert(1)//\"}</script>", "the script for machines is no JSON"),
    ] {
        let (before, script) = page.split_once("ld+json\">").unwrap();
        let html = [before, "ld+json\">", &script.replace(from, to)].concat();
        is_told(reader, to, &html, &[expected]);
    }
}

/// Some things happen after the page was loaded: they are told with the next.
fn is_told(reader: &mut Reader, raw: &str, html: &str, expected: &[&str]) {
    let mut told = reader.browser.show("control.html", html);
    let plain = fields::article(1, &[MARK.to_owned()], Body::Plain);
    told.extend(reader.browser.show(&plain.path, &plain.html));
    for part in expected {
        assert!(told.iter().any(|one| one.contains(part)), "{raw}: {part} is not told: {told:#?}");
    }
}

/// A payload that never came to the page would have been found harmless.
#[test]
fn what_is_put_into_a_field_stands_on_the_page() {
    let words: Vec<_> = (0..SINGLE).map(|number| format!("word{number}")).collect();
    let article = fields::article(0, &words, Body::Full);
    let [headline, lead, note, place, source, section, name] = [0, 1, 2, 3, 4, 5, 6];
    for (selector, word) in [
        ("h1", headline),
        ("p.lead", lead),
        ("p.note", note),
        ("p.meta", place),
        ("p.meta", source),
        ("script", section),
        ("a.site", name),
        ("title", name),
    ] {
        assert!(stands(&article.html, selector, &words[word]), "{selector}: {}", article.html);
    }
    for selector in "script|footer.authors b|p|h2|ul li|ol li|blockquote p|blockquote footer|
        figcaption|a|aside p|th|td|td code|em|strong|del|sup + p, li[id] p|pre code"
        .split('|')
    {
        for word in &words {
            assert!(stands(&article.html, selector.trim(), word), "{selector}: {word}");
        }
    }
    for attribute in ["alt=\"word0\"", "title=\"word0\"", "href=\"word0\""] {
        assert!(article.html.contains(attribute), "{attribute}: {}", article.html);
    }
    let notice = fields::notice(0, &words);
    assert!(stands(&notice.html, "article p", &words[6]), "{}", notice.html);
    let front = fields::front(0, &[article], &words[0]);
    assert!(stands(&front.html, "h2 a", &words[headline]), "{}", front.html);
    assert!(stands(&front.html, "p.meta", &words[place]), "{}", front.html);
}

fn stands(html: &str, selector: &str, word: &str) -> bool {
    let selector = Selector::parse(selector).expect("a selector");
    let page = Html::parse_document(html);
    page.select(&selector).any(|element| element.text().any(|text| text.contains(word)))
}
