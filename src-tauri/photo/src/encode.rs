//! Pixels to files. The encoders give the same bytes on every machine: the JPEG one is built
//! without instructions of certain processors, libwebp's are held to its plain code by its makers.
//! That of AVIF is built without such instructions, too, but asks the system's library for
//! logarithms and powers, which another system may round otherwise.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rgb::FromSlice;
use webp::{WebPConfig, WebPEncodingError};

use super::picture::Pixels;
use super::{avif, webp as container};

/// How fast AVIF is made, 1 to 10: what is slower is hardly smaller.
const AVIF_SPEED: u8 = 8;

/// A JPEG with colour at half the resolution; `quality` is 1 to 100, as libjpeg counts.
pub fn jpeg(pixels: &RgbImage, quality: u8, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let size = (u16::try_from(pixels.width()).ok()?, u16::try_from(pixels.height()).ok()?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).ok()?;
    }
    encoder.encode(pixels, size.0, size.1, ColorType::Rgb).ok()?;
    Some(bytes)
}

/// How a WebP is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Every pixel stays as it is.
    None,
    /// 0 to 100, as libwebp counts.
    Quality(u8),
}

pub fn webp(pixels: &Pixels, loss: Loss, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let size = pixels.size();
    let encoder = match pixels {
        Pixels::Opaque(pixels) => webp::Encoder::from_rgb(pixels, size.0, size.1),
        Pixels::Transparent(pixels) => webp::Encoder::from_rgba(pixels, size.0, size.1),
    };
    let encoded = encoder.encode_advanced(&configured(loss)?);
    let bytes = encoded.map_err(|error: WebPEncodingError| error).ok()?.to_vec();
    match profile {
        Some(profile) => container::with_profile(&bytes, size, profile),
        None => Some(bytes),
    }
}

/// `quality` is 1 to 100, as ravif counts.
pub fn avif(pixels: &Pixels, quality: f32, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let encoder = ravif::Encoder::new()
        .with_quality(quality)
        .with_alpha_quality(quality)
        .with_speed(AVIF_SPEED)
        .with_num_threads(Some(1));
    let (width, height) = pixels.size();
    let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
    let encoded = match pixels {
        Pixels::Opaque(pixels) => {
            encoder.encode_rgb(ravif::Img::new(pixels.as_raw().as_rgb(), width, height))
        }
        Pixels::Transparent(pixels) => {
            encoder.encode_rgba(ravif::Img::new(pixels.as_raw().as_rgba(), width, height))
        }
    };
    let bytes = encoded.ok()?.avif_file;
    match profile {
        Some(profile) => avif::with_profile(&bytes, profile),
        None => Some(bytes),
    }
}

fn configured(loss: Loss) -> Option<WebPConfig> {
    let mut config = WebPConfig::new().ok()?;
    match loss {
        Loss::None => config.lossless = 1,
        Loss::Quality(quality) => config.quality = f32::from(quality),
    }
    Some(config)
}

pub fn png(pixels: &Pixels, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let (width, height) = pixels.size();
    let mut bytes = Vec::new();
    let mut encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).ok()?;
    }
    let (pixels, kind) = match pixels {
        Pixels::Opaque(pixels) => (pixels.as_raw(), ExtendedColorType::Rgb8),
        Pixels::Transparent(pixels) => (pixels.as_raw(), ExtendedColorType::Rgba8),
    };
    encoder.write_image(pixels, width, height, kind).ok()?;
    Some(bytes)
}
