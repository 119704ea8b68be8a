//! Files that want to break what reads them.

use image::ImageFormat;
use proptest::prelude::*;

use super::*;
use crate::sample::{iptc, xmp};

/// A small photo of each kind, with all that is read of it.
fn files() -> Vec<Vec<u8>> {
    let colours = profile(b"RGB ", &[(b"rTRC", b"curve")]);
    let icc = [b"ICC_PROFILE\0\x01\x01", colours.as_slice()].concat();
    let photoshop = [b"Photoshop 3.0\0".to_vec(), iptc(&[(80, b"Oksana")])].concat();
    let segments: [(u8, &[u8]); 4] = [
        (1, &oriented(6)),
        (1, &xmp("<photoshop:Credit>Step</photoshop:Credit>")),
        (2, &icc),
        (13, &photoshop),
    ];
    let picture = quarters(24, 16);
    vec![
        jpeg(&picture, &segments),
        encoded(fading(24, 16), ImageFormat::Png),
        encoded(picture.clone(), ImageFormat::WebP),
        encode::webp(&Pixels::Opaque(picture.clone()), Loss::Quality(70), None).unwrap(),
        encoded(DynamicImage::from(picture).into_rgba8(), ImageFormat::Gif),
    ]
}

/// What the worker does, without the net that catches a decoder's fall.
fn develop(file: &[u8]) -> bool {
    let purposes = [Purpose::Text, Purpose::Machines, Purpose::Portrait];
    Negative::of(file).and_then(|negative| negative.developed(&purposes)).is_some()
}

#[test]
fn whole_files_are_developed() {
    assert!(files().iter().all(|file| develop(file)));
}

#[test]
fn a_file_that_breaks_off_is_developed_or_refused() {
    for file in files() {
        (0..file.len()).step_by(7).for_each(|end| _ = develop(&file[..end]));
        assert!(!develop(&file[..20]));
    }
}

#[test]
fn what_is_no_picture_or_too_large_is_refused() {
    for file in [&b""[..], b"\0\0\0\x18ftypheic", b"<svg></svg>", b"\xff\xd8\xff\xd9", b"GIF89a"] {
        assert!(!develop(file));
    }
    for (width, height) in [(20_001_u32, 1_u32), (1, 20_001), (20_000, 20_000), (0, 5)] {
        assert!(!develop(&claiming(width, height)), "{width} × {height}");
    }
    let padded = [jpeg(&quarters(24, 16), &[]), vec![0; 64 * 1024 * 1024]].concat();
    assert!(!develop(&padded));
}

/// A PNG whose head claims a size; behind it there is next to nothing.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut file = encoded(quarters(24, 16), ImageFormat::Png);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = file[12..29].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    });
    file[29..33].copy_from_slice(&(!sum).to_be_bytes());
    file
}

proptest! {
    #[test]
    fn no_altered_file_makes_anything_fall(
        kind in 0..5_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        cuts in prop::bool::weighted(0.2),
    ) {
        let mut file = files().swap_remove(kind);
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if cuts {
            file.truncate(cut.index(file.len()));
        }
        develop(&file);
    }
}
