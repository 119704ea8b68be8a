//! Images: figures of their own, and small ones amid text.

use std::fmt::{self, Write};

use comrak::html::ChildRendering;
use comrak::nodes::{Node, NodeLink, NodeValue};

use super::{Writing, Written, write_polished};
use crate::html::{Candidate, Figure, Urgency};
use crate::markdown::words;

/// Each image of a figure paragraph; one that the page does not have leaves its alt text.
pub(super) fn figures(context: &mut Writing<'_, '_, '_>, paragraph: Node<'_>) -> fmt::Result {
    for image in paragraph.children() {
        if let NodeValue::Image(ref link) = image.data().value {
            let alt = words(image);
            context.cr()?;
            match shown(context, link) {
                Some(photo) => figure(context, &photo, link, &alt)?,
                None if alt.is_empty() => {}
                None => {
                    context.write_str("<p>")?;
                    write_polished(context, &alt)?;
                    context.write_str("</p>\n")?;
                }
            }
        }
    }
    Ok(())
}

/// An image amid text.
pub(super) fn inline(
    context: &mut Writing<'_, '_, '_>,
    image: Node<'_>,
    link: &NodeLink,
    entering: bool,
) -> Written {
    if entering {
        let alt = words(image);
        match shown(context, link) {
            Some(photo) => img(context, &photo, &alt, &link.title)?,
            None => write_polished(context, &alt)?,
        }
    }
    Ok(ChildRendering::Skip)
}

/// The photo that the page has for an address, if it lies where photos may lie.
fn shown(context: &Writing<'_, '_, '_>, link: &NodeLink) -> Option<Figure> {
    let options = context.user.options;
    (options.figure)(&link.url).filter(|photo| photo.src.starts_with(options.media_prefix))
}

fn figure(
    context: &mut Writing<'_, '_, '_>,
    photo: &Figure,
    link: &NodeLink,
    alt: &str,
) -> fmt::Result {
    context.write_str("<figure>")?;
    img(context, photo, alt, "")?;
    if !link.title.is_empty() || photo.credit.is_some() {
        context.write_str("<figcaption>")?;
        write_polished(context, &link.title)?;
        credit(context, photo, link)?;
        context.write_str("</figcaption>")?;
    }
    context.write_str("</figure>\n")
}

fn credit(context: &mut Writing<'_, '_, '_>, photo: &Figure, link: &NodeLink) -> fmt::Result {
    let Some(credit) = &photo.credit else { return Ok(()) };
    context.write_str(if link.title.is_empty() { "" } else { " " })?;
    context.write_str("<span class=\"credit\">")?;
    context.escape(credit)?;
    context.write_str("</span>")
}

/// The photo in the widths and formats that there are, for the browser to choose from.
fn img(context: &mut Writing<'_, '_, '_>, photo: &Figure, alt: &str, title: &str) -> fmt::Result {
    let formats = [("avif", &photo.avif), ("webp", &photo.webp)];
    if formats.iter().all(|(_, files)| files.is_empty()) {
        return plain_img(context, photo, alt, title);
    }
    context.write_str("<picture>")?;
    // A browser takes the first that it knows.
    for (format, files) in formats.into_iter().filter(|(_, files)| !files.is_empty()) {
        write!(context, "<source type=\"image/{format}\"")?;
        candidates(context, files, photo.sizes)?;
        context.write_str(">")?;
    }
    plain_img(context, photo, alt, title)?;
    context.write_str("</picture>")
}

fn plain_img(
    context: &mut Writing<'_, '_, '_>,
    photo: &Figure,
    alt: &str,
    title: &str,
) -> fmt::Result {
    context.write_str("<img src=\"")?;
    context.escape_href(&photo.src)?;
    context.write_str("\"")?;
    candidates(context, &photo.widths, photo.sizes)?;
    context.write_str(" alt=\"")?;
    context.escape(alt)?;
    if !title.is_empty() {
        context.write_str("\" title=\"")?;
        context.escape(title)?;
    }
    context.write_str("\"")?;
    if let Some((width, height)) = photo.size {
        write!(context, " width=\"{width}\" height=\"{height}\"")?;
    }
    context.write_str(match photo.urgency {
        Urgency::First => " fetchpriority=\"high\" decoding=\"async\">",
        Urgency::Later => " loading=\"lazy\" decoding=\"async\">",
    })
}

fn candidates(
    context: &mut Writing<'_, '_, '_>,
    candidates: &[Candidate],
    sizes: &str,
) -> fmt::Result {
    if candidates.is_empty() {
        return Ok(());
    }
    context.write_str(" srcset=\"")?;
    for (number, Candidate { src, width }) in candidates.iter().enumerate() {
        context.write_str(if number == 0 { "" } else { ", " })?;
        context.escape_href(src)?;
        write!(context, " {width}w")?;
    }
    context.write_str("\" sizes=\"")?;
    context.escape(sizes)?;
    context.write_str("\"")
}
