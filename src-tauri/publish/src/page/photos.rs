//! The photos of a page, as they stand on the site.

use std::collections::BTreeMap;

use serde::Serialize;
use shpalta_newsroom::id::MediaHash;
use shpalta_photo::Purpose;
use shpalta_text::html::{Candidate, Figure, Urgency};

use super::Pages;
use crate::address;

/// How wide a photo stands in the text, for the browser to choose a file by: as wide as the window
/// between its margins, up to the column of `style.css`.
const SIZES: &str = "(min-width: 44.5rem) calc(44.5rem - 40px), calc(100vw - 40px)";

/// The photos of a page.
#[derive(Debug, Default)]
pub struct Photos {
    /// Those of the text.
    pub shown: BTreeMap<MediaHash, Placed>,
    /// The first of them, in shapes that machines make previews of: 16:9, 4:3, 1:1.
    pub for_machines: Vec<PlacedFile>,
    /// Those of authors, the smallest file first.
    pub portraits: BTreeMap<MediaHash, Vec<PlacedFile>>,
}

/// A file on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedFile {
    pub path: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

/// A photo of a text on the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    /// The file for browsers that choose none.
    pub path: String,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// In several widths, if there are.
    pub widths: Vec<PlacedFile>,
    /// The same as AVIF, if the site has such.
    pub avif: Vec<PlacedFile>,
    /// The same as WebP, if there are others.
    pub webp: Vec<PlacedFile>,
}

/// A portrait as templates name it.
#[derive(Serialize)]
pub(super) struct Portrait {
    src: String,
    srcset: Option<String>,
}

/// A picture for machines that make previews.
#[derive(Serialize)]
pub(super) struct Preview {
    href: String,
    width: u32,
    height: u32,
}

/// Which of some photos stands first in a text.
pub fn first_in<'h>(body: &str, photos: impl Iterator<Item = &'h MediaHash>) -> Option<MediaHash> {
    let placed = photos.filter_map(|hash| Some((body.find(&format!("media:{hash}"))?, *hash)));
    placed.min().map(|(_, hash)| hash)
}

impl Placed {
    /// A photo of these files, the smallest first; none when there are none.
    pub fn of(files: Vec<PlacedFile>) -> Option<Self> {
        let are = |ending| move |file: &PlacedFile| file.path.ends_with(ending);
        let (avif, files): (Vec<_>, Vec<_>) = files.into_iter().partition(are(".avif"));
        let (webp, others): (Vec<_>, Vec<_>) = files.into_iter().partition(are(".webp"));
        let (widths, webp) = if others.is_empty() { (webp, others) } else { (others, webp) };
        let largest = widths.last()?.clone();
        let widths = if widths.len() > 1 { widths } else { Vec::new() };
        Some(Self { path: largest.path, size: Some(largest.size), widths, avif, webp })
    }

    /// The photo in the text of the page at `page`.
    pub(super) fn figure(&self, page: &str, urgency: Urgency, credit: Option<String>) -> Figure {
        let candidates = |files: &[PlacedFile]| {
            let candidate = |file: &PlacedFile| Candidate {
                src: address::relative(page, &file.path),
                width: file.size.0,
            };
            files.iter().map(candidate).collect()
        };
        Figure {
            src: address::relative(page, &self.path),
            size: self.size,
            widths: candidates(&self.widths),
            avif: candidates(&self.avif),
            webp: candidates(&self.webp),
            sizes: SIZES,
            urgency,
            credit,
        }
    }
}

impl Photos {
    /// The portrait on the page at `page`: twice and four times as large as it stands there.
    pub(super) fn portrait(&self, page: &str, hash: MediaHash) -> Option<Portrait> {
        let files = self.portraits.get(&hash)?;
        let address = |file: &PlacedFile| address::relative(page, &file.path);
        let src = address(files.first()?);
        let srcset = files.get(1).map(|sharper| format!("{src} 2x, {} 4x", address(sharper)));
        Some(Portrait { src, srcset })
    }
}

impl Pages<'_> {
    /// Whether machines can be told of photos: the site has an address.
    pub fn are_addressed(&self) -> bool {
        self.site.url.is_some()
    }

    /// What photos of texts are made into.
    pub fn shown_as(&self) -> &'static [Purpose] {
        match self.site.has_avif {
            true => &[Purpose::Text, Purpose::Avif],
            false => &[Purpose::Text],
        }
    }

    pub(super) fn previews(&self, photos: &Photos) -> Vec<Preview> {
        let preview = |file: &PlacedFile| {
            let (width, height) = file.size;
            Some(Preview { href: self.absolute(&file.path)?, width, height })
        };
        photos.for_machines.iter().filter_map(preview).collect()
    }
}

impl Preview {
    /// Width and height in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    pub(super) fn href(&self) -> String {
        self.href.clone()
    }
}
