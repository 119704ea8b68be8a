//! Markdown to safe HTML.

mod address;
mod sanitise;

pub(crate) use address::{Reach, reach};

use crate::{Section, markdown};

/// A photo as the page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// Relative address of the file; it must begin with the `media_prefix` of the options, as the
    /// addresses in other widths must.
    pub src: String,
    /// Size in pixels, when known.
    pub size: Option<(u32, u32)>,
    /// The same picture in several widths, that of `src` among them; empty where there is one only.
    pub widths: Vec<Candidate>,
    /// The same picture as AVIF, in several widths.
    pub avif: Vec<Candidate>,
    /// As WebP.
    pub webp: Vec<Candidate>,
    /// How wide the page shows it, as the `sizes` of HTML; only read with several widths.
    pub sizes: &'static str,
    pub urgency: Urgency,
    /// The credit line as printed ("Photo: …"), when there is one.
    pub credit: Option<String>,
}

/// A file that shows the same picture in a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub src: String,
    /// In pixels.
    pub width: u32,
}

/// When a browser should fetch a photo.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Urgency {
    /// At once: it is the first thing that readers see.
    First,
    /// When the reader comes near.
    #[default]
    Later,
}

/// What the page brings to the conversion. `Default` converts plain Markdown.
pub struct HtmlOptions<'a> {
    /// The figure for an image address (`media:…`); none drops the image and keeps its alt text.
    pub figure: &'a dyn Fn(&str) -> Option<Figure>,
    /// Only images whose address begins so may stand on the page.
    pub media_prefix: &'a str,
    /// Which section a heading opens; the background section becomes a box (`aside`).
    pub section: &'a dyn Fn(&str) -> Option<Section>,
    /// Typography of running text (not of code).
    pub polish: &'a dyn Fn(&str) -> String,
    /// Added to each heading's level (the headline is the page's only `h1`).
    pub heading_shift: u8,
}

impl Default for HtmlOptions<'_> {
    fn default() -> Self {
        Self {
            figure: &|_| None,
            media_prefix: "media/",
            section: &|_| None,
            polish: &str::to_owned,
            heading_shift: 0,
        }
    }
}

/// The body as safe HTML: Comrak in safe mode, then ammonia with our rules. A link to a story is an
/// `a` with the story’s slug as `data-story`; where it leads is for the caller to say.
pub fn html(body: &str, options: &HtmlOptions<'_>) -> String {
    sanitise::sanitise(&markdown::render(body, options), options.media_prefix)
}

#[cfg(test)]
mod tests;
