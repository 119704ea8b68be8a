#![allow(clippy::unwrap_used)]

use image::Rgb;

use super::*;
use crate::encode;
use crate::picture::Pixels;
use crate::sample::{colourful, fading};

/// What lies where the file says that an item lies.
fn item(file: &[u8], id: u16) -> &[u8] {
    let mut meta = File::of(file).unwrap().meta;
    let places = inside(&mut meta, b"iloc").unwrap();
    let mut entries = places[FULL + 4..].chunks_exact(6 + 8);
    let entry = entries.find(|entry| short(entry, 0) == Some(id)).unwrap();
    let [offset, length] =
        [6, 10].map(|at| u32::from_be_bytes(entry[at..at + 4].try_into().unwrap()) as usize);
    &file[offset..offset + length]
}

fn pictures() -> [Vec<u8>; 2] {
    let pixels = [Pixels::Opaque(colourful(64, 48)), Pixels::Transparent(fading(64, 48))];
    pixels.map(|pixels| encode::avif(&pixels, 60.0, None).unwrap())
}

#[test]
fn a_profile_and_words_come_in_and_the_picture_stays_where_the_file_says() {
    for picture in pictures() {
        let profile = vec![7; 300];
        let coloured = with_profile(&picture, &profile).unwrap();
        let worded = with_packet(&coloured, b"<x/>").unwrap();
        assert_eq!(item(&worded, WORDS), b"<x/>");
        for file in [&coloured, &worded] {
            assert_eq!(item(file, PICTURE), item(&picture, PICTURE));
            assert!(file.windows(304).any(|part| part == [b"prof", profile.as_slice()].concat()));
        }
        let plain = with_packet(&picture, b"<x/>").unwrap();
        assert_eq!((item(&plain, WORDS), item(&plain, PICTURE)), (&b"<x/>"[..], item(&picture, 1)));
    }
}

#[test]
fn what_is_cut_off_or_damaged_is_refused_or_left_but_nothing_breaks() {
    let [picture, _] = pictures();
    let head = picture.len() - item(&picture, PICTURE).len();
    for at in 0..head {
        let _ = with_packet(&picture[..at], b"<x/>");
        for change in [1, 0x80, 0xff] {
            let mut damaged = picture.clone();
            damaged[at] ^= change;
            let _ = (with_packet(&damaged, b"<x/>"), with_profile(&damaged, &[7; 9]));
        }
    }
    assert_eq!(with_packet(b"", b"<x/>"), None);
    let white = image::RgbImage::from_pixel(1, 1, Rgb([255; 3]));
    assert!(encode::avif(&Pixels::Opaque(white), 60.0, None).is_some(), "one pixel is a picture");
}
