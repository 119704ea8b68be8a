//! A file decoded, within limits: its pixels, upright only when they are rendered, its colour
//! profile, and what it says of itself in words.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};

use super::facts::{Blocks, Facts};
use super::{cmyk, profile};

/// The largest file that is looked at, in bytes.
const LARGEST_FILE: usize = 64 * 1024 * 1024;
/// The longest side, in pixels.
const LONGEST_SIDE: u32 = 20_000;
/// The most pixels: above what cameras of the press have, below what fills a small machine.
const MOST_PIXELS: u64 = 100_000_000;
/// What the decoded picture may take, in bytes: all those pixels in 8 bits and 4 channels, fewer in
/// 16 bits.
const MOST_MEMORY: u64 = 4 * MOST_PIXELS;
/// A picture with so few colours is a drawing: what a palette holds.
const FEW_COLOURS: usize = 256;

/// A file of which only the head was read.
pub struct Sealed<'a> {
    file: &'a [u8],
    decoder: Box<dyn ImageDecoder + 'a>,
    is_jpeg: bool,
}

/// Width and height in pixels.
pub type Size = (u32, u32);

/// Pixels of eight bits.
pub enum Pixels {
    Opaque(RgbImage),
    Transparent(RgbaImage),
}

/// A decoded picture.
pub struct Picture {
    pixels: Pixels,
    orientation: Orientation,
    /// How colours are meant; none is sRGB.
    pub profile: Option<Vec<u8>>,
    pub facts: Facts,
    /// A drawing, a diagram, a logo: lossy compression would show.
    pub is_drawing: bool,
}

impl<'a> Sealed<'a> {
    /// Reads the head; none for what is no picture or beyond the limits.
    pub fn of(file: &'a [u8]) -> Option<Self> {
        let file = Some(file).filter(|file| file.len() <= LARGEST_FILE)?;
        let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?;
        let mut limits = Limits::no_limits();
        limits.max_image_width = Some(LONGEST_SIDE);
        limits.max_image_height = Some(LONGEST_SIDE);
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let is_jpeg = reader.format() == Some(ImageFormat::Jpeg);
        let decoder = Box::new(reader.into_decoder().ok()?);
        let sealed = Self { file, decoder, is_jpeg };
        let fits = (1..=MOST_PIXELS).contains(&sealed.pixel_count())
            && sealed.decoder.total_bytes() <= MOST_MEMORY;
        fits.then_some(sealed)
    }

    pub fn pixel_count(&self) -> u64 {
        let (width, height) = self.decoder.dimensions();
        u64::from(width) * u64::from(height)
    }

    /// Decodes; none for what is broken.
    pub fn opened(mut self) -> Option<Picture> {
        let blocks = Blocks {
            xmp: self.decoder.xmp_metadata().ok().flatten(),
            photoshop: self.decoder.iptc_metadata().ok().flatten(),
            exif: self.decoder.exif_metadata().ok().flatten(),
        };
        let orientation = self.decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = self.decoder.icc_profile().ok().flatten();
        let inks = if self.is_jpeg { cmyk::decoded(self.file, profile.as_deref()) } else { None };
        let pixels = match inks {
            Some(pixels) => Pixels::Opaque(pixels),
            None => Pixels::of(DynamicImage::from_decoder(self.decoder).ok()?),
        };
        Some(Picture {
            is_drawing: !self.is_jpeg && pixels.have_few_colours(),
            profile: profile.and_then(|profile| profile::publishable(&profile)),
            facts: Facts::of(&blocks),
            pixels,
            orientation,
        })
    }
}

impl Pixels {
    fn of(image: DynamicImage) -> Self {
        if !image.color().has_alpha() {
            return Self::Opaque(image.into_rgb8());
        }
        let pixels = image.into_rgba8();
        match pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX) {
            true => Self::Opaque(DynamicImage::from(pixels).into_rgb8()),
            false => Self::Transparent(pixels),
        }
    }

    pub fn size(&self) -> Size {
        match self {
            Self::Opaque(pixels) => pixels.dimensions(),
            Self::Transparent(pixels) => pixels.dimensions(),
        }
    }

    /// Without transparency: on white, as paper is.
    pub fn on_white(self) -> RgbImage {
        let transparent = match self {
            Self::Opaque(pixels) => return pixels,
            Self::Transparent(pixels) => pixels,
        };
        let (width, height) = transparent.dimensions();
        RgbImage::from_fn(width, height, |x, y| {
            let [red, green, blue, alpha] = transparent.get_pixel(x, y).0.map(u32::from);
            let over = |value: u32| (value * alpha + 255 * (255 - alpha) + 127) / 255;
            // A mean of two bytes is a byte.
            image::Rgb([over(red) as u8, over(green) as u8, over(blue) as u8])
        })
    }

    fn have_few_colours(&self) -> bool {
        let mut seen = std::collections::HashSet::with_capacity(FEW_COLOURS + 1);
        let mut is_new_too_many = |pixel: [u8; 4]| {
            seen.insert(pixel);
            seen.len() > FEW_COLOURS
        };
        !match self {
            Self::Opaque(pixels) => pixels.pixels().any(|pixel| {
                let [red, green, blue] = pixel.0;
                is_new_too_many([red, green, blue, u8::MAX])
            }),
            Self::Transparent(pixels) => pixels.pixels().any(|pixel| is_new_too_many(pixel.0)),
        }
    }

    /// The middle that has the shape of `size`, in that size.
    fn resampled(&self, size: Size) -> Option<Self> {
        let (width, height) = size;
        match self {
            Self::Opaque(pixels) => {
                let bytes = shpalta_resample::rgb(pixels, pixels.dimensions(), size)?;
                RgbImage::from_raw(width, height, bytes).map(Self::Opaque)
            }
            Self::Transparent(pixels) => {
                let bytes = shpalta_resample::rgba(pixels, pixels.dimensions(), size)?;
                RgbaImage::from_raw(width, height, bytes).map(Self::Transparent)
            }
        }
    }

    fn turned(self, orientation: Orientation) -> Self {
        let turned = |mut image: DynamicImage| {
            image.apply_orientation(orientation);
            image
        };
        match self {
            Self::Opaque(pixels) => Self::Opaque(turned(pixels.into()).into_rgb8()),
            Self::Transparent(pixels) => Self::Transparent(turned(pixels.into()).into_rgba8()),
        }
    }
}

impl Picture {
    /// As the reader sees it, turned upright.
    pub fn size(&self) -> Size {
        self.turn(self.pixels.size())
    }

    pub fn is_transparent(&self) -> bool {
        matches!(self.pixels, Pixels::Transparent(_))
    }

    /// The middle of the picture that has the shape of `size`, in that size, upright.
    pub fn rendered(&self, size: Size) -> Option<Pixels> {
        Some(self.pixels.resampled(self.turn(size))?.turned(self.orientation))
    }

    /// From upright to as stored, or back.
    fn turn(&self, (width, height): Size) -> Size {
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => (width, height),
        }
    }
}
