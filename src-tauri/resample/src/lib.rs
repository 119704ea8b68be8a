//! Pictures in another size, by Lanczos's filter.
//!
//! A crate of its own, for what it calls is generic and built where it is called: that takes longer
//! than all else of ours together, and so it is done once.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};

/// Width and height in pixels.
pub type Size = (u32, u32);

/// The middle of a picture that has the shape of `to`, in that size. Pixels are three bytes each, in
/// rows from the top; none where `pixels` has too few of them.
pub fn rgb(pixels: &[u8], from: Size, to: Size) -> Option<Vec<u8>> {
    resampled::<U8x3>(pixels, from, to)
}

/// As [`rgb`], for pixels of four bytes, the last of which is opacity: what is seen through weighs
/// less.
pub fn rgba(pixels: &[u8], from: Size, to: Size) -> Option<Vec<u8>> {
    resampled::<U8x4>(pixels, from, to)
}

fn resampled<P: PixelTrait>(pixels: &[u8], from: Size, to: Size) -> Option<Vec<u8>> {
    let view = TypedImageRef::<P>::from_buffer(from.0, from.1, pixels).ok()?;
    let mut resampled = vec![0; to.0 as usize * to.1 as usize * P::size()];
    let mut target = TypedImage::<P>::from_buffer(to.0, to.1, &mut resampled).ok()?;
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .fit_into_destination(None);
    Resizer::new().resize_typed(&view, &mut target, &options).ok()?;
    Some(resampled)
}
