//! Nothing that is typed, named or set becomes markup on a page.

use scraper::{Html, Node};

use super::site::Site;
use crate::cli::{Desk, fixture, text};

/// What would give itself away in a page: an element, a way out of an attribute, of a script, of
/// a comment, an address that runs.
const INJECTIONS: [&str; 8] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "</title></script><svg onload=alert(1)>",
    "x --><iframe srcdoc='<b>x</b>'></iframe><!--",
    "]]></style><form action=javascript:alert(1)><input>",
    "&lt;object data=x&gt; {{ 7 * 7 }} {% raw %}",
];

/// Elements that no exported page has.
const FOREIGN: [&str; 10] =
    ["iframe", "svg", "form", "input", "object", "embed", "base", "math", "style", "template"];

/// Publishes one story whose every text, name and detail is the injection; all its pages.
fn published(injection: &str) -> (Desk, Site) {
    let desk = Desk::new();
    let photo = fixture("news/tram.png");
    let add = ["media", "add", photo.to_str().unwrap(), "--credit", &format!("uk={injection}")];
    let media = text(&desk.ok(add)["media"]);
    let quoted = injection.replace('\\', "\\\\").replace('"', "\\\"");
    let file = format!(
        "---\ntitle: \"{quoted}\"\ndescription: \"{quoted}\"\nauthors: [\"{quoted}\"]\n\
         tags: [\"{quoted}\"]\nsection: \"{quoted}\"\nsource: \"{quoted}\"\n\
         dateline: \"{quoted}\"\n---\n\n{injection}\n\n## {injection}\n\n- {injection}\n\n\
         > {injection}\n>\n> – {injection}\n\n\
         ![{quoted}]({media} \"{quoted}\")\n\n| {injection} |\n| --- |\n| `{injection}` |\n\n\
         [{injection}](javascript:alert%281%29 \"{quoted}\") <javascript:alert(1)>\n"
    );
    desk.ok(["story", "import", &desk.file("injected.uk.md", file)]);
    desk.ok(["site", "set", "name", injection]);
    desk.ok("site set folder site");
    desk.ok("approve injected --lang uk --by Edyta");
    let answer = desk.run("export");
    assert!(!answer.value.unwrap()["written"].as_array().unwrap().is_empty(), "{injection}");
    let site = Site::of(&desk);
    (desk, site)
}

#[test]
fn no_field_of_a_story_yields_markup() {
    for injection in INJECTIONS {
        let (_desk, site) = published(injection);
        for path in site.pages() {
            is_inert(&site.read(&path), &format!("{path} with {injection}"));
        }
    }
}

#[test]
fn no_note_of_a_decision_yields_markup() {
    for injection in INJECTIONS {
        let desk = Desk::with_weather();
        desk.ok("site set folder site");
        desk.ok("export --lang uk");
        desk.ok(["withdraw", "weather", "--note", injection]);
        desk.ok("export --lang uk");
        let site = Site::of(&desk);
        for path in site.pages() {
            is_inert(&site.read(&path), &format!("{path} with {injection}"));
        }
    }
}

/// No foreign element, no handler, no address that runs, no script but the one for machines.
fn is_inert(html: &str, about: &str) {
    let page = Html::parse_document(html);
    for node in page.tree.values() {
        let element = match node {
            Node::Element(element) => element,
            Node::Comment(comment) => panic!("{about}: a comment {comment:?}"),
            _ => continue,
        };
        let name = element.name();
        assert!(!FOREIGN.contains(&name), "{about}: an element {name}");
        if name == "script" {
            assert_eq!(element.attr("type"), Some("application/ld+json"), "{about}");
        }
        if name == "img" {
            let source = element.attr("src").unwrap_or_default();
            assert!(source.contains("media/"), "{about}: an image {source}");
        }
        for (attribute, value) in element.attrs() {
            assert!(!attribute.starts_with("on") && attribute != "srcdoc", "{about}: {attribute}");
            let address = value.trim().to_lowercase();
            assert!(!address.starts_with("javascript:"), "{about}: {attribute}={value}");
        }
    }
}

#[test]
fn an_address_is_letters_digits_and_hyphens_whatever_is_asked_for() {
    let desk = Desk::with_tram_museum();
    for address in ["../../etc/passwd", "a/b", "<script>", "a\"b", "", "..", "CON", "a b"] {
        let answer = desk.run(["story", "set", "tram-museum", "address.uk", address]);
        let stands = text(&desk.show("tram-museum", "uk")["address"]);
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(!stands.is_empty() && stands.chars().all(is_plain), "{address}: {stands}");
        assert!(answer.status == 0 || answer.refusal.unwrap().code == "bad_value", "{address}");
    }
}

#[test]
fn a_slug_that_is_markup_is_refused_by_import() {
    let desk = Desk::new();
    for slug in ["<b>", "../up", "a b", "\"quoted\""] {
        let file = format!("---\ntitle: Гребля\nslug: '{slug}'\n---\n\nТекст.\n");
        let answer = desk.run(["story", "import", &desk.file("hreblia.uk.md", file)]);
        assert_eq!((answer.status, &*answer.refusal.unwrap().code), (1, "bad_value"), "{slug}");
    }
    assert_eq!(desk.ok("story list")["stories"].as_array().unwrap().len(), 0);
}
