//! JPEG files in four inks: what printing houses send.

use image::RgbImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// The picture in sRGB, by the profile of its inks; none for a JPEG of other colours, and for one
/// without a profile that fits, whose inks are then taken for ideal ones.
pub fn decoded(file: &[u8], profile: Option<&[u8]>) -> Option<RgbImage> {
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .jpeg_set_out_colorspace(ColorSpace::CMYK)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().ok()?;
    if decoder.input_colorspace() != Some(ColorSpace::CMYK) {
        return None;
    }
    let profile = ColorProfile::new_from_slice(profile?).ok()?;
    let profile = Some(profile).filter(|it| it.color_space == DataColorSpace::Cmyk)?;
    let (width, height) = decoder.dimensions()?;
    let mut inks = decoder.decode().ok()?;
    // Adobe's programs write how much light is left, not how much ink there is; so does everybody.
    inks.iter_mut().for_each(|ink| *ink = u8::MAX - *ink);
    let transform = profile
        .create_transform_8bit(
            Layout::Rgba,
            &ColorProfile::new_srgb(),
            Layout::Rgb,
            TransformOptions::default(),
        )
        .ok()?;
    let mut light = vec![0; width.checked_mul(height)?.checked_mul(3)?];
    transform.transform(&inks, &mut light).ok()?;
    RgbImage::from_raw(u32::try_from(width).ok()?, u32::try_from(height).ok()?, light)
}
