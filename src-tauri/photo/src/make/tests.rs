#![allow(clippy::unwrap_used)]

mod hostile;

use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use sha2::{Digest, Sha256};

use super::*;
use crate::sample::{colourful, encoded, fading, jpeg, oriented, profile, quarters};
use crate::{Facts, with_words};

fn made(file: &[u8], purpose: Purpose) -> Vec<Rendition> {
    Negative::of(file).unwrap().developed(&[purpose]).unwrap().remove(0).renditions
}

fn decoded(rendition: &Rendition) -> DynamicImage {
    let image = image::load_from_memory(&rendition.bytes).unwrap();
    assert_eq!((image.width(), image.height()), rendition.size);
    image
}

fn sizes_of(renditions: &[Rendition], extension: &str) -> Vec<Size> {
    renditions.iter().filter(|one| one.extension == extension).map(|one| one.size).collect()
}

/// Whether two colours look the same.
fn is_near(one: Rgb<u8>, other: Rgb<u8>) -> bool {
    one.0.iter().zip(other.0).all(|(one, other)| one.abs_diff(other) < 25)
}

#[test]
fn a_photo_comes_in_all_smaller_widths_and_never_larger_than_it_is() {
    assert_eq!(sizes((6_000, 4_000)), [(480, 320), (800, 533), (1_200, 800), (1_600, 1_067)]);
    assert_eq!(sizes((1_600, 900)), [(480, 270), (800, 450), (1_200, 675), (1_600, 900)]);
    assert_eq!(sizes((500, 300)), [(480, 288), (500, 300)]);
    assert_eq!(sizes((480, 300)), [(480, 300)]);
    assert_eq!(sizes((1, 1)), [(1, 1)]);
    assert_eq!(sizes((20_000, 3)), [(480, 1), (800, 1), (1_200, 1), (1_600, 1)]);
    assert_eq!(sizes((10, 20_000)), [(8, 16_000)]);
}

#[test]
fn each_width_is_there_as_jpeg_and_as_webp() {
    let renditions = made(&jpeg(&colourful(900, 600), &[]), Purpose::Text);
    let expected = [(480, 320), (800, 533), (900, 600)];
    assert_eq!(sizes_of(&renditions, "jpg"), expected);
    assert_eq!(sizes_of(&renditions, "webp"), expected);
    assert_eq!(renditions.len(), 6);
    let original = colourful(900, 600);
    for one in &renditions {
        let there = decoded(one).into_rgb8();
        let (x, y) = (there.width() / 3, there.height() / 2);
        let (there, then) = (mean(&there, x, y), mean(&original, 300, 300));
        assert!(is_near(there, then), "{there:?} {then:?}");
    }
}

/// The mean colour around a place.
fn mean(picture: &RgbImage, x: u32, y: u32) -> Rgb<u8> {
    let around = || (0..81).map(|n| picture.get_pixel(x + n % 9 - 4, y + n / 9 - 4).0);
    let of = |channel: usize| around().map(|pixel| u32::from(pixel[channel])).sum::<u32>() / 81;
    Rgb([of(0) as u8, of(1) as u8, of(2) as u8])
}

#[test]
fn every_way_to_hold_a_camera_ends_upright() {
    let upright = quarters(120, 80);
    for value in 1..=8 {
        let mut stored = DynamicImage::from(upright.clone());
        stored.apply_orientation(undoing(value));
        let file = jpeg(&stored.into_rgb8(), &[(1, &oriented(value))]);
        for purpose in [Purpose::Text, Purpose::Machines, Purpose::Portrait] {
            for rendition in made(&file, purpose) {
                let picture = decoded(&rendition).into_rgb8();
                let (width, height) = picture.dimensions();
                for (x, y) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
                    let there = *picture.get_pixel(width * x / 4, height * y / 4);
                    let then = *upright.get_pixel(120 * x / 4, 80 * y / 4);
                    assert!(is_near(there, then), "{value} {purpose:?} {x} {y}: {there:?}");
                }
            }
        }
    }
}

/// The turn that an orientation takes back.
fn undoing(value: u8) -> Orientation {
    match Orientation::from_exif(value).unwrap() {
        Orientation::Rotate90 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::Rotate90,
        same => same,
    }
}

#[test]
fn machines_get_three_shapes_of_the_middle() {
    let wide = made(&jpeg(&colourful(2_000, 1_500), &[]), Purpose::Machines);
    assert_eq!(sizes_of(&wide, "jpg"), [(1_200, 675), (1_200, 900), (1_200, 1_200)]);
    let small = made(&jpeg(&colourful(300, 200), &[]), Purpose::Machines);
    assert_eq!(sizes_of(&small, "jpg"), [(300, 169), (266, 200), (200, 200)]);
    let tall = made(&jpeg(&quarters(100, 400), &[]), Purpose::Machines);
    assert_eq!(sizes_of(&tall, "jpg"), [(100, 56), (100, 75), (100, 100)]);
    let middle = decoded(&tall[0]).into_rgb8();
    assert!(is_near(*middle.get_pixel(20, 10), Rgb([200, 30, 30])), "above the middle");
    assert!(is_near(*middle.get_pixel(20, 45), Rgb([30, 30, 200])), "below it");
}

#[test]
fn a_picture_for_machines_is_made_worse_until_it_is_small_enough() {
    let mut noise = 1_u64;
    let sharp = RgbImage::from_fn(1_200, 1_200, |_, _| {
        noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Rgb([(noise >> 40) as u8, (noise >> 48) as u8, (noise >> 56) as u8])
    });
    assert!(encode::jpeg(&sharp, JPEG_QUALITY, None).unwrap().len() > SHAPED_BYTES);
    for rendition in made(&jpeg(&sharp, &[]), Purpose::Machines) {
        assert!(rendition.bytes.len() <= SHAPED_BYTES, "{:?}", rendition.size);
    }
}

#[test]
fn a_portrait_is_a_square_no_larger_than_the_photo() {
    let sides = |width, height| {
        let file = jpeg(&colourful(width, height), &[]);
        sizes_of(&made(&file, Purpose::Portrait), "jpg")
    };
    assert_eq!(sides(400, 300), [(88, 88), (176, 176)]);
    assert_eq!(sides(300, 176), [(88, 88), (176, 176)]);
    assert_eq!(sides(100, 150), [(88, 88), (100, 100)]);
    assert_eq!(sides(50, 40), [(40, 40)]);
}

#[test]
fn what_is_transparent_stays_so_and_stands_on_white_where_it_cannot() {
    let file = encoded(fading(600, 300), ImageFormat::Png);
    let renditions = made(&file, Purpose::Text);
    assert_eq!(sizes_of(&renditions, "png"), [(480, 240), (600, 300)]);
    assert_eq!(sizes_of(&renditions, "webp"), [(480, 240), (600, 300)]);
    for rendition in &renditions {
        let pixels = decoded(rendition).into_rgba8();
        let last = pixels.width() - 1;
        assert!(pixels.get_pixel(0, 9).0[3] > 250 && pixels.get_pixel(last, 9).0[3] < 5);
    }
    let nothing = image::RgbaImage::from_pixel(60, 40, image::Rgba([9, 9, 9, 0]));
    for flat in made(&encoded(nothing, ImageFormat::Png), Purpose::Machines) {
        assert!(is_near(*decoded(&flat).into_rgb8().get_pixel(20, 9), Rgb([255; 3])));
    }
}

#[test]
fn a_drawing_loses_nothing() {
    let drawing = quarters(300, 200);
    let renditions = made(&encoded(drawing.clone(), ImageFormat::Png), Purpose::Text);
    assert_eq!(renditions.len(), 2);
    for rendition in &renditions {
        assert_eq!(decoded(rendition).into_rgb8(), drawing, "{}", rendition.extension);
    }
}

#[test]
fn a_photo_that_came_as_png_is_a_photo() {
    let renditions = made(&encoded(colourful(300, 200), ImageFormat::Png), Purpose::Text);
    assert_eq!((renditions[0].extension, renditions[1].extension), ("webp", "jpg"));
    let deep: DynamicImage = DynamicImage::from(colourful(300, 200)).into_rgb16().into();
    let renditions = made(&encoded(deep, ImageFormat::Png), Purpose::Text);
    assert_eq!((renditions[0].extension, renditions[1].extension), ("webp", "jpg"));
}

#[test]
fn what_moves_is_the_newsrooms_file_without_its_metadata() {
    let frame = image::Frame::new(DynamicImage::from(quarters(30, 20)).into_rgba8());
    let mut gif = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
    encoder.encode_frames([frame.clone(), frame]).unwrap();
    drop(encoder);
    let renditions = made(&gif, Purpose::Text);
    assert_eq!(renditions.len(), 1);
    assert_eq!(renditions[0].bytes, publishable(&gif).unwrap().bytes);
    assert_eq!(sizes_of(&made(&gif, Purpose::Machines), "jpg").len(), 3);
}

#[test]
fn colours_mean_in_each_file_what_they_meant() {
    let whole = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let kept = crate::profile::publishable(&whole).unwrap();
    let segment = [b"ICC_PROFILE\0\x01\x01", whole.as_slice()].concat();
    let photo = jpeg(&colourful(120, 80), &[(2, &segment)]);
    let mut transparent = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut transparent);
    image::ImageEncoder::set_icc_profile(&mut encoder, whole).unwrap();
    DynamicImage::from(fading(60, 40)).write_with_encoder(encoder).unwrap();
    for file in [photo, transparent] {
        for purpose in [Purpose::Text, Purpose::Machines, Purpose::Portrait] {
            for rendition in made(&file, purpose) {
                assert_eq!(profile_of(&rendition.bytes), Some(kept.clone()));
                decoded(&rendition);
            }
        }
    }
}

fn profile_of(file: &[u8]) -> Option<Vec<u8>> {
    let reader = image::ImageReader::new(std::io::Cursor::new(file)).with_guessed_format().unwrap();
    image::ImageDecoder::icc_profile(&mut reader.into_decoder().unwrap()).unwrap()
}

#[test]
fn inks_become_light() {
    let inks = |ink: [u8; 4]| {
        let mut bytes = Vec::new();
        let pixels: Vec<u8> = std::iter::repeat_n(ink, 32 * 32).flatten().collect();
        let encoder = Encoder::new(&mut bytes, 95);
        encoder.encode(&pixels, 32, 32, ColorType::Cmyk).unwrap();
        bytes
    };
    for (ink, light) in [
        ([0, 0, 0, 0], [255, 255, 255]),
        ([0, 0, 0, 255], [0, 0, 0]),
        ([0, 255, 255, 0], [255, 0, 0]),
        ([255, 0, 0, 0], [0, 255, 255]),
    ] {
        for rendition in made(&inks(ink), Purpose::Text) {
            let there = *decoded(&rendition).into_rgb8().get_pixel(9, 9);
            assert!(is_near(there, Rgb(light)), "{ink:?}: {there:?}");
            assert_eq!(profile_of(&rendition.bytes), None);
        }
    }
}

#[test]
fn words_go_into_each_kind_of_file_and_change_no_pixel() {
    let facts = Facts {
        creators: vec!["Леся & Ко".to_owned(), "<B>".to_owned()],
        credit: Some("Степ \"1\"".to_owned()),
        copyright: Some("© Степ".to_owned()),
        caption: Some("Трамвай".to_owned()),
        source_type: Some(
            "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture".to_owned(),
        ),
    };
    let files = [
        jpeg(&colourful(60, 40), &[]),
        encoded(fading(60, 40), ImageFormat::Png),
        encoded(quarters(60, 40), ImageFormat::Png),
    ];
    for rendition in files.iter().flat_map(|file| made(file, Purpose::Text)) {
        let bytes = with_words(&rendition.bytes, rendition.extension, &facts).unwrap();
        let developed = Negative::of(&bytes).unwrap().developed(&[Purpose::Portrait]).unwrap();
        assert_eq!(developed[0].facts, facts, "{}", rendition.extension);
        let worded = Rendition { bytes, ..rendition.clone() };
        assert_eq!(decoded(&worded), decoded(&rendition));
    }
    assert_eq!(
        with_words(&made(&files[0], Purpose::Text)[0].bytes, "webp", &Facts::default()),
        None
    );
}

/// Names of files are hashes, and caches of one version hold the same bytes everywhere: when this
/// fails after a change of recipe or codec, [`VERSION`] goes up; on another machine, its codecs
/// depend on the processor.
#[test]
fn the_same_photo_becomes_the_same_bytes_on_every_machine() {
    let tags: [(&[u8; 4], &[u8]); 1] = [(b"rTRC", b"curv\0\0\0\0\0\0\0\0")];
    let segment = [b"ICC_PROFILE\0\x01\x01", profile(b"RGB ", &tags).as_slice()].concat();
    let mut sum = Sha256::new();
    for file in [
        jpeg(&colourful(1_700, 900), &[(2, &segment), (1, &oriented(6))]),
        encoded(fading(500, 300), ImageFormat::Png),
        encoded(quarters(500, 300), ImageFormat::Png),
    ] {
        for purpose in [Purpose::Text, Purpose::Machines, Purpose::Portrait] {
            made(&file, purpose).iter().for_each(|one| sum.update(&one.bytes));
        }
    }
    assert_eq!(
        (VERSION, hexadecimal(sum).as_str()),
        (1, "5c1185b973e050128501a65d30bc8aafc89cdeb5a0b28a8b5c9158ab4ba70cf1")
    );
}

fn hexadecimal(sum: Sha256) -> String {
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn avif_is_made_in_each_width_of_photos_alone() {
    let renditions = made(&jpeg(&colourful(900, 600), &[]), Purpose::Avif);
    assert_eq!(sizes_of(&renditions, "avif"), [(480, 320), (800, 533), (900, 600)]);
    let webp = made(&jpeg(&colourful(900, 600), &[]), Purpose::Text);
    let bytes = |all: &[Rendition], extension| -> usize {
        let of_kind = all.iter().filter(|one| one.extension == extension);
        of_kind.map(|one| one.bytes.len()).sum()
    };
    assert!(bytes(&renditions, "avif") < bytes(&webp, "webp"));
    for one in
        renditions.iter().chain(&made(&encoded(fading(60, 40), ImageFormat::Png), Purpose::Avif))
    {
        assert_eq!(&one.bytes[4..12], b"ftypavif");
        let size = imagesize::blob_size(&one.bytes).unwrap();
        assert_eq!((size.width as u32, size.height as u32), one.size);
    }
    let drawing = encoded(quarters(300, 200), ImageFormat::Png);
    assert_eq!(made(&drawing, Purpose::Avif), []);
}

#[test]
fn the_same_photo_becomes_the_same_avif_where_logarithms_are_the_same() {
    let mut sum = Sha256::new();
    for file in [jpeg(&colourful(500, 300), &[]), encoded(fading(200, 100), ImageFormat::Png)] {
        made(&file, Purpose::Avif).iter().for_each(|one| sum.update(&one.bytes));
    }
    assert_eq!(
        (VERSION, hexadecimal(sum).as_str()),
        (1, "dae8fe3e7cb8f674966c71098d039f200524e62354d48cd060cb8300cc5bae91")
    );
}
