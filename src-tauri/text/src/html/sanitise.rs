//! The second net: whatever the conversion writes, only this reaches a page.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use ammonia::Builder;

use super::address::reach;
use crate::markdown::is_slug;

/// The elements of our pages' text with the attributes that each may have.
pub(crate) const ALLOWED: [(&str, &[&str]); 35] = [
    ("a", &["class", "data-story", "href", "rel", "title"]),
    ("aside", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("div", &["class", "tabindex"]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    (
        "img",
        &[
            "alt",
            "decoding",
            "fetchpriority",
            "height",
            "loading",
            "sizes",
            "src",
            "srcset",
            "title",
            "width",
        ],
    ),
    ("li", &["id"]),
    ("ol", &["start"]),
    ("p", &[]),
    ("picture", &[]),
    ("pre", &[]),
    ("source", &["sizes", "srcset", "type"]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sup", &["class", "id"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// What stays of a piece of HTML: allowed elements and attributes, links that a page may have, and
/// images below `media_prefix`.
pub(crate) fn sanitise(html: &str, media_prefix: &str) -> String {
    thread_local! {
        /// By prefix: a site has as many as it has depths of folders. Making one takes longer than
        /// cleaning a text.
        static BUILDERS: RefCell<HashMap<String, Builder<'static>>> = RefCell::default();
    }
    BUILDERS.with_borrow_mut(|builders| {
        let made = builders.entry(media_prefix.to_owned());
        made.or_insert_with(|| builder(media_prefix.to_owned())).clean(&printable(html)).to_string()
    })
}

fn builder(media_prefix: String) -> Builder<'static> {
    let attributes: HashMap<_, HashSet<_>> =
        ALLOWED.iter().map(|&(tag, names)| (tag, names.iter().copied().collect())).collect();
    let mut builder = Builder::empty();
    builder
        .tags(attributes.keys().copied().collect())
        .tag_attributes(attributes)
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(None)
        .attribute_filter(move |tag, name, value| {
            let kept = match (tag, name) {
                ("a", "href") => reach(value).is_some(),
                ("a", "data-story") => is_slug(value),
                ("img", "src") => value.starts_with(&media_prefix),
                (_, "srcset") => {
                    value.split(", ").all(|candidate| candidate.starts_with(&media_prefix))
                }
                _ => true,
            };
            kept.then_some(Cow::Borrowed(value))
        });
    builder
}

/// The text without the characters that HTML forbids: control characters and noncharacters
/// (HTML Standard, "Preprocessing the input stream").
fn printable(html: &str) -> Cow<'_, str> {
    if html.chars().any(is_forbidden) {
        html.chars().filter(|&sign| !is_forbidden(sign)).collect::<String>().into()
    } else {
        html.into()
    }
}

fn is_forbidden(sign: char) -> bool {
    match sign {
        '\t' | '\n' | '\u{c}' | '\r' => false,
        '\u{fdd0}'..='\u{fdef}' => true,
        _ => sign.is_control() || u32::from(sign) & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::sanitise;

    #[test]
    fn only_allowed_elements_and_attributes_stay() {
        let html = "<p onclick=\"x\" style=\"y\">a<script>b</script><u>c</u><input></p>\
                    <form><iframe src=\"d\"></iframe><p>e</p></form><!-- f -->";
        assert_eq!(sanitise(html, "media/"), "<p>ac</p><p>e</p>");
    }

    #[test]
    fn links_lead_to_the_web_a_mailbox_or_the_site() {
        let html = "<a href=\"https://example.org/\">a</a><a href=\"javascript:b\">b</a>\
                    <a href=\"http://127.0.0.1/\">c</a><a href=\"#d\">d</a>\
                    <a data-story=\"e-1\">e</a><a data-story=\"f g\">f</a>";
        let clean = "<a href=\"https://example.org/\">a</a><a>b</a><a>c</a><a href=\"#d\">d</a>\
                     <a data-story=\"e-1\">e</a><a>f</a>";
        assert_eq!(sanitise(html, "media/"), clean);
    }

    #[test]
    fn images_come_from_the_media_folder() {
        let html = "<img src=\"media/a.jpg\"><img src=\"https://example.org/b.jpg\">";
        assert_eq!(sanitise(html, "media/"), "<img src=\"media/a.jpg\"><img>");
        let kept = "<picture><source srcset=\"media/a.webp 480w, media/b.webp 800w\"></picture>";
        assert_eq!(sanitise(kept, "media/"), kept);
        for elsewhere in ["https://example.org/a 480w", "media/a 480w, //example.org/b 800w"] {
            let html = format!("<picture><source srcset=\"{elsewhere}\"><img></picture>");
            assert_eq!(sanitise(&html, "media/"), "<picture><source><img></picture>");
        }
    }

    #[test]
    fn characters_that_html_forbids_are_left_out() {
        assert_eq!(sanitise("<p>a\u{1}b\u{85}c\u{fffe}d\te</p>", ""), "<p>abcd\te</p>");
    }
}
