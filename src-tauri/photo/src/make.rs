//! What is made of a photo: which files, of which sizes.

use serde::{Deserialize, Serialize};

use super::encode::{self, Loss};
use super::facts::Facts;
use super::picture::{Picture, Pixels, Sealed, Size};
use super::publishable;

/// Changes with everything that changes the bytes that are made: what lies in the cache under
/// another number is made anew.
pub const VERSION: u32 = 1;

/// Widths in which a photo in the text stands on the site, in pixels; a smaller one as it is.
const WIDTHS: [u32; 4] = [480, 800, 1_200, 1_600];
/// Longest side of a picture in the text: what WebP can hold, less a little.
const TALLEST: u32 = 16_000;
/// Shapes that search engines ask for (Google's guide to the structured data of articles), and the
/// width that social networks show in full.
const SHAPES: [(u32, u32); 3] = [(16, 9), (4, 3), (1, 1)];
const SHAPED_WIDTH: u32 = 1_200;
/// The largest file of those, in bytes: messengers show no larger ones.
const SHAPED_BYTES: usize = 600_000;
/// Sides of a portrait in pixels: 44 on the page, on screens of two and four pixels to one.
const PORTRAITS: [u32; 2] = [88, 176];

/// Of libjpeg's scale and of libwebp's: about as good as one another.
const JPEG_QUALITY: u8 = 80;
const WEBP_QUALITY: u8 = 76;
/// Of ravif's scale.
const AVIF_QUALITY: f32 = 70.0;
/// Steps in which a picture is made worse until it is small enough.
const QUALITIES: [u8; 6] = [JPEG_QUALITY, 70, 60, 50, 35, 20];

/// What a photo is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Purpose {
    /// The text: each width as WebP, and as JPEG; drawings and what is transparent as PNG. What
    /// moves is one file, the newsroom's own without its metadata.
    Text,
    /// The text, where the site wants it smaller still: each width as AVIF. Of what moves and of
    /// drawings there is none.
    Avif,
    /// Machines that make previews: JPEG in three shapes, 16:9, 4:3 and 1:1.
    Machines,
    /// The portrait of an author: small squares, JPEG.
    Portrait,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    pub bytes: Vec<u8>,
    /// The ending of its name.
    pub extension: &'static str,
    pub size: Size,
}

/// What was made for a purpose, the smallest first, and what the photo says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub facts: Facts,
    pub renditions: Vec<Rendition>,
}

/// A photo ready to be decoded.
pub struct Negative<'a> {
    file: &'a [u8],
    sealed: Sealed<'a>,
}

impl<'a> Negative<'a> {
    /// None for what cannot be shown: of another kind, broken, or beyond the limits.
    pub fn of(file: &'a [u8]) -> Option<Self> {
        Some(Self { file, sealed: Sealed::of(file)? })
    }

    pub fn pixel_count(&self) -> u64 {
        self.sealed.pixel_count()
    }

    /// Decodes once and makes what is wanted for each purpose, in their order.
    pub fn developed(self, purposes: &[Purpose]) -> Option<Vec<Made>> {
        let still = publishable(self.file)?;
        let picture = self.sealed.opened()?;
        let made = |purpose: &Purpose| {
            let renditions = match purpose {
                Purpose::Text if still.moves() => vec![Rendition {
                    size: picture.size(),
                    extension: still.extension,
                    bytes: still.bytes.clone(),
                }],
                Purpose::Text => for_text(&picture)?,
                Purpose::Avif if still.moves() || picture.is_drawing => Vec::new(),
                // Pages can do without it.
                Purpose::Avif => as_avif(&picture).unwrap_or_default(),
                Purpose::Machines => for_machines(&picture)?,
                Purpose::Portrait => portraits(&picture)?,
            };
            Some(Made { facts: picture.facts.clone(), renditions })
        };
        purposes.iter().map(made).collect()
    }
}

fn for_text(picture: &Picture) -> Option<Vec<Rendition>> {
    let mut renditions = Vec::new();
    for size in sizes(picture.size()) {
        let pixels = picture.rendered(size)?;
        let profile = picture.profile.as_deref();
        let loss = if picture.is_drawing { Loss::None } else { Loss::Quality(WEBP_QUALITY) };
        let webp = encode::webp(&pixels, loss, profile)?;
        renditions.push(Rendition { bytes: webp, extension: "webp", size });
        renditions.push(if picture.is_drawing || picture.is_transparent() {
            Rendition { bytes: encode::png(&pixels, profile)?, extension: "png", size }
        } else {
            let bytes = encode::jpeg(&pixels.on_white(), JPEG_QUALITY, profile)?;
            Rendition { bytes, extension: "jpg", size }
        });
    }
    Some(renditions)
}

fn as_avif(picture: &Picture) -> Option<Vec<Rendition>> {
    let made = |size| {
        let (pixels, profile) = (picture.rendered(size)?, picture.profile.as_deref());
        let bytes = encode::avif(&pixels, AVIF_QUALITY, profile)?;
        Some(Rendition { bytes, extension: "avif", size })
    };
    sizes(picture.size()).into_iter().map(made).collect()
}

/// The widths that are smaller than the picture, and its own up to the largest of them; with the
/// heights that go with them.
fn sizes((width, height): Size) -> Vec<Size> {
    let tall_enough = u64::from(width) * u64::from(TALLEST) / u64::from(height.max(1));
    let widest = WIDTHS[WIDTHS.len() - 1].min(u32::try_from(tall_enough).unwrap_or(u32::MAX));
    let own = width.min(widest).max(1);
    let widths = WIDTHS.into_iter().filter(|smaller| *smaller < own).chain([own]);
    widths.map(|new| (new, scaled(height, new, width))).collect()
}

/// A length that changes as another did, rounded, at least one pixel.
fn scaled(length: u32, new: u32, old: u32) -> u32 {
    let (length, new, old) = (u64::from(length), u64::from(new), u64::from(old));
    u32::try_from((length * new + old / 2) / old).unwrap_or(u32::MAX).max(1)
}

fn for_machines(picture: &Picture) -> Option<Vec<Rendition>> {
    SHAPES.into_iter().map(|shape| shaped(picture, shape)).collect()
}

/// The largest middle part of a shape, at most so wide, in a file that is small enough.
fn shaped(picture: &Picture, (across, down): Size) -> Option<Rendition> {
    let (width, height) = picture.size();
    let widest = u64::from(height) * u64::from(across) / u64::from(down);
    let width = SHAPED_WIDTH.min(width).min(u32::try_from(widest).unwrap_or(u32::MAX)).max(1);
    let size = (width, scaled(down, width, across).min(height));
    let pixels = picture.rendered(size)?.on_white();
    let files = QUALITIES
        .into_iter()
        .map_while(|quality| encode::jpeg(&pixels, quality, picture.profile.as_deref()));
    let bytes = files.into_iter().find(|file| file.len() <= SHAPED_BYTES)?;
    Some(Rendition { bytes, extension: "jpg", size })
}

fn portraits(picture: &Picture) -> Option<Vec<Rendition>> {
    let (width, height) = picture.size();
    let own = width.min(height);
    let sides = PORTRAITS.into_iter().filter(|side| *side < own);
    let sides = sides.chain((own <= PORTRAITS[1]).then_some(own));
    sides
        .map(|side| {
            let size = (side, side);
            let pixels: Pixels = picture.rendered(size)?;
            let bytes = encode::jpeg(&pixels.on_white(), JPEG_QUALITY, picture.profile.as_deref());
            Some(Rendition { bytes: bytes?, extension: "jpg", size })
        })
        .collect()
}

#[cfg(test)]
mod tests;
