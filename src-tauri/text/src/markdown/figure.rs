//! Figures: paragraphs of inline-style images and nothing else.

use std::ops::Range;

use comrak::nodes::{Node, NodeValue};

use super::definition::{blanks_and_one_break, destination, title};
use super::source::{Inline, Source};

/// One `![alt](address "caption")`, as byte ranges of the paragraph's inline source.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Photo {
    pub alt: Range<usize>,
    pub address: Range<usize>,
    /// Without its quotes.
    pub caption: Option<Range<usize>>,
    /// After the closing parenthesis.
    pub end: usize,
}

/// Whether a paragraph is a figure: images only, written in full where they stand.
pub(crate) fn figure(paragraph: Node<'_>, source: &Source<'_>) -> Option<(Inline, Vec<Photo>)> {
    let images = images(paragraph)?;
    let place = paragraph.data().sourcepos;
    let start = source.offset(place.start);
    let inline = source.inline(paragraph, start, place.start.line..=place.end.line);
    let photos = photos(&inline.text)?;
    (photos.len() == images).then_some((inline, photos))
}

/// How many images a paragraph has that has nothing else.
fn images(paragraph: Node<'_>) -> Option<usize> {
    let mut count = 0;
    for child in paragraph.children() {
        match child.data().value {
            NodeValue::Image(_) => count += 1,
            NodeValue::SoftBreak | NodeValue::LineBreak => {}
            NodeValue::Text(ref text) if text.trim().is_empty() => {}
            _ => return None,
        }
    }
    (count > 0).then_some(count)
}

fn photos(text: &str) -> Option<Vec<Photo>> {
    let mut photos = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if at == text.len() {
            return Some(photos);
        }
        let photo = photo(text, at)?;
        at = photo.end;
        photos.push(photo);
    }
}

fn photo(text: &str, start: usize) -> Option<Photo> {
    let alt = start + 2..start + 2 + alt(text[start..].strip_prefix("![")?)?;
    let mut at = alt.end + 1 + text[alt.end + 1..].strip_prefix('(').map(|_| 1)?;
    at += blanks_and_one_break(&text[at..]);
    let length = destination(&text[at..]).unwrap_or(0);
    let bracketed = usize::from(text[at..].starts_with('<'));
    let address = at + bracketed..at + length - bracketed.min(length);
    at += length;
    let gap = blanks_and_one_break(&text[at..]);
    let quoted = if gap > 0 || length == 0 { title(&text[at + gap..]) } else { None };
    let caption = quoted.map(|length| at + gap + 1..at + gap + length - 1);
    at += gap + quoted.unwrap_or(0);
    at += blanks_and_one_break(&text[at..]);
    text[at..].strip_prefix(')')?;
    Some(Photo { alt, address, caption, end: at + 1 })
}

/// The length of an alt text: up to the bracket that closes it.
fn alt(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::photos;

    #[test]
    fn an_image_has_alt_text_address_and_caption() {
        let text = "![Порт [1]](media:ab \"Порт «Південний»\")\n![](<b c>)";
        let found = photos(text).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(&text[found[0].alt.clone()], "Порт [1]");
        assert_eq!(&text[found[0].address.clone()], "media:ab");
        assert_eq!(&text[found[0].caption.clone().unwrap()], "Порт «Південний»");
        assert_eq!(&text[found[1].address.clone()], "b c");
        assert_eq!(found[1].caption, None);
    }

    #[test]
    fn images_by_reference_and_other_text_are_no_figure() {
        for text in ["![a][b]", "![a]", "![a](b) text", "![a](b \"c)", "[a](b)"] {
            assert_eq!(photos(text), None, "{text}");
        }
    }
}
