//! Links from story to story: `[words](story:SLUG)`. They name a story, not a page, so that each
//! language of a text can lead to the page that its readers can read.

use std::collections::BTreeSet;

use comrak::nodes::NodeValue;
use comrak::{Arena, parse_document};

/// What the address of a link to a story begins with.
pub const STORY_SCHEME: &str = "story:";

/// The slugs of the stories that a text links to.
pub fn stories(markdown: &str) -> BTreeSet<String> {
    if !markdown.contains(STORY_SCHEME) {
        return BTreeSet::new();
    }
    let arena = Arena::new();
    let nodes = parse_document(&arena, markdown, &super::options()).descendants();
    let named = nodes.filter_map(|node| match node.data().value {
        NodeValue::Link(ref link) => slug(&link.url).map(str::to_owned),
        _ => None,
    });
    named.collect()
}

/// The slugs of the stories that link reference definitions (`[label]: story:SLUG`) of a block name,
/// whether or not a link uses them.
pub fn defined_stories(block: &str) -> BTreeSet<String> {
    let defined = |line: &str| {
        let (_, address) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
        let address = address.split_whitespace().next()?;
        slug(address.trim_start_matches('<').trim_end_matches('>')).map(str::to_owned)
    };
    block.lines().filter_map(defined).collect()
}

/// The story that an address names, if it is one of a story.
pub(crate) fn slug(address: &str) -> Option<&str> {
    address.strip_prefix(STORY_SCHEME).filter(|slug| is_slug(slug))
}

/// Whether a story may be called so: ASCII letters, digits, `-`, `_`.
pub(crate) fn is_slug(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !name.is_empty() && name.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_name_stories_whether_or_not_they_are_used() {
        let block =
            "[a]: story:b-1\n [c d]: <story:e> \"title\"\n[f]: https://example.org\n[g] story:h";
        assert_eq!(defined_stories(block), ["b-1", "e"].map(str::to_owned).into());
        assert_eq!(stories(block), BTreeSet::new());
        assert_eq!(stories(&format!("[x][c d].\n\n{block}")), ["e".to_owned()].into());
    }

    #[test]
    fn links_name_stories_each_once() {
        let text = "[a](story:b-1), ![c](story:d) and [*e*](story:f \"title\"), [g](story:b-1).\n\n\
                    `[h](story:i)` story:j <story:k> [l]\n\n[l]: story:m";
        assert_eq!(stories(text), ["b-1", "f", "k", "m"].map(String::from).into());
        assert!(stories("[a](https://example.org/story)").is_empty());
    }

    #[test]
    fn what_is_no_slug_names_no_story() {
        for address in ["story:", "story:a b", "story:a/b", "story:і", "Story:a", "story:a\"b"] {
            assert_eq!(slug(address), None, "{address}");
        }
        assert_eq!(slug("story:a_B-1"), Some("a_B-1"));
    }
}
