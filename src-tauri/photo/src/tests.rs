#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use super::*;

const SECRET: &[u8] = b"Poltava 49.59 34.55";

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap();
    [&[0xff, marker], length.to_be_bytes().as_slice(), content].concat()
}

/// An EXIF block with an orientation, followed by what else a camera tells.
fn exif(orientation: u8) -> Vec<u8> {
    let head = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
    [head.as_slice(), &[orientation, 0, 0, 0, 0, 0, 0, 0], SECRET].concat()
}

fn jpeg(orientation: u8) -> Vec<u8> {
    let frame = segment(0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]);
    [
        &[0xff, 0xd8][..],
        &segment(0xe0, &[b"JFIF\0\x01\x02\0\0\x48\0\x48\x01\x01", SECRET].concat()),
        &segment(0xe1, &[b"Exif\0\0", exif(orientation).as_slice()].concat()),
        &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()),
        &segment(0xe2, b"ICC_PROFILE\0\x01\x01profile"),
        &segment(0xe2, &[b"MPF\0", SECRET].concat()),
        &segment(0xed, &[b"Photoshop 3.0\0", SECRET].concat()),
        &segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        &segment(0xfe, SECRET),
        &segment(0xdb, &[0; 65]),
        &frame,
        &segment(0xda, &[1, 1, 0, 0, 63, 0]),
        b"coded\xff\x00data\xff\xd0more",
        &segment(0xe1, SECRET),
        &segment(0xda, &[1, 1, 0, 0, 63, 0]),
        b"second scan",
        &[0xff, 0xd9],
        &[0xff, 0xd8],
        SECRET,
    ]
    .concat()
}

fn webp(flags: u8, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBPVP8X\x0a\0\0\0".to_vec();
    body.extend_from_slice(&[flags, 0, 0, 0, 1, 0, 0, 2, 0, 0]);
    for (name, data) in chunks {
        body.extend_from_slice(*name);
        body.extend_from_slice(&u32::try_from(data.len()).unwrap().to_le_bytes());
        body.extend_from_slice(data);
        body.extend_from_slice(&[0][..data.len() % 2]);
    }
    [b"RIFF", u32::try_from(body.len()).unwrap().to_le_bytes().as_slice(), &body].concat()
}

fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in chunks {
        file.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
        file.extend_from_slice(*name);
        file.extend_from_slice(data);
        file.extend_from_slice(b"sum!");
    }
    [file.as_slice(), SECRET].concat()
}

fn gif() -> Vec<u8> {
    [
        b"GIF89a\x03\0\x02\0\x80\0\0".as_slice(),
        b"\0\0\0\xff\xff\xff",
        b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
        b"!\xff\x0bXMP DataXMP\x07Poltava\0",
        b"!\xfe\x07Poltava\0",
        b"!\xf9\x04\0\x0a\0\0\0",
        b",\0\0\0\0\x03\0\x02\0\0\x02\x02\x44\x01\0",
        b";",
        SECRET,
    ]
    .concat()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_jpeg_keeps_picture_profile_and_colour_transform_and_nothing_else() {
    let photo = publishable(&jpeg(1)).unwrap();
    assert!(!holds(&photo.bytes, b"Poltava") && !holds(&photo.bytes, b"Exif"));
    for part in [&b"ICC_PROFILE"[..], b"Adobe", b"coded\xff\x00data\xff\xd0more", b"second scan"] {
        assert!(holds(&photo.bytes, part));
    }
    assert!(photo.bytes.ends_with(&[0xff, 0xd9]));
    assert_eq!((photo.extension, photo.size), ("jpg", Some((3, 2))));
}

#[test]
fn cleaning_twice_is_cleaning_once() {
    let files = [
        jpeg(6),
        webp(0x0c, &[(b"VP8 ", b"pixels"), (b"EXIF", &exif(6))]),
        png(&[(b"IHDR", &[0; 13]), (b"eXIf", &exif(6)), (b"IEND", b"")]),
        gif(),
    ];
    for file in files {
        let once = publishable(&file).unwrap();
        assert_eq!(publishable(&once.bytes), Some(once));
    }
}

#[test]
fn a_photo_taken_sideways_stays_upright() {
    for orientation in 2..=8 {
        let photo = publishable(&jpeg(orientation)).unwrap();
        assert!(holds(&photo.bytes, b"Exif\0\0MM") && !holds(&photo.bytes, b"Poltava"));
        assert_eq!(photo.size, Some(if orientation >= 5 { (2, 3) } else { (3, 2) }));
    }
}

#[test]
fn a_webp_loses_its_metadata_and_the_flags_that_announce_it() {
    let chunks: &[(&[u8; 4], &[u8])] =
        &[(b"ICCP", b"odd"), (b"VP8 ", b"pixels"), (b"EXIF", &exif(1)), (b"XMP ", SECRET)];
    let photo = publishable(&[webp(0x2c, chunks), SECRET.to_vec()].concat()).unwrap();
    assert!(!holds(&photo.bytes, b"Poltava"));
    assert!(holds(&photo.bytes, b"odd\0VP8 ") && holds(&photo.bytes, b"pixels"));
    assert_eq!(photo.bytes[20], 0x20);
    let size = u32::from_le_bytes(photo.bytes[4..8].try_into().unwrap());
    assert_eq!(size as usize + 8, photo.bytes.len());
}

#[test]
fn a_png_keeps_the_chunks_that_make_the_picture() {
    let header = b"\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";
    let photo = publishable(&png(&[
        (b"IHDR", header),
        (b"tEXt", SECRET),
        (b"iTXt", SECRET),
        (b"tIME", SECRET),
        (b"eXIf", &exif(6)),
        (b"iCCP", b"profile"),
        (b"IDAT", b"pixels"),
        (b"IEND", b""),
    ]))
    .unwrap();
    assert!(!holds(&photo.bytes, b"Poltava") && holds(&photo.bytes, b"profilesum!"));
    assert_eq!((photo.extension, photo.size), ("png", Some((2, 3))));
}

#[test]
fn a_gif_keeps_its_frames_and_its_loop() {
    let photo = publishable(&gif()).unwrap();
    assert!(!holds(&photo.bytes, b"Poltava") && holds(&photo.bytes, b"NETSCAPE2.0"));
    assert!(photo.bytes.ends_with(b"\x02\x02\x44\x01\0;"));
    assert_eq!((photo.extension, photo.size), ("gif", Some((3, 2))));
}

#[test]
fn what_cannot_be_cleaned_does_not_leave() {
    for file in [&b""[..], b"\0\0\0\x18ftypheic", b"<svg></svg>", b"\xff\xd8\xff\xd9", b"GIF89a"] {
        assert_eq!(publishable(file), None);
    }
    for file in [jpeg(6), gif(), webp(0, &[(b"VP8 ", b"pixels")])] {
        for end in 0..file.len() {
            // Broken off anywhere: refused or cleaned, never a panic and never the secret.
            let photo = publishable(&file[..end]);
            assert!(photo.is_none_or(|photo| !holds(&photo.bytes, b"Poltava")), "{end}");
        }
    }
}

#[test]
fn real_photos_leave_without_place_camera_and_author() {
    let Some(data) = env::var_os("TESTDATA") else {
        println!("skipped: TESTDATA names no folder with images/");
        return;
    };
    if Command::new("exiftool").arg("-ver").output().is_err() {
        println!("skipped: there is no exiftool");
        return;
    }
    let mut cleaned = 0;
    for file in fs::read_dir(Path::new(&data).join("images")).unwrap().map(Result::unwrap) {
        let bytes = fs::read(file.path()).unwrap();
        let Some(photo) = publishable(&bytes) else {
            println!("held back: {}", file.path().display());
            continue;
        };
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("photo").with_extension(photo.extension);
        fs::write(&copy, &photo.bytes).unwrap();
        let left = told(
            &copy,
            &[
                "-EXIF:all",
                "-XMP:all",
                "-IPTC:all",
                "-MakerNotes:all",
                "-Photoshop:all",
                "-GPS:all",
                "-MPF:all",
                "-PNG:Comment",
                "-File:Comment",
                "-trailer:all",
            ],
        );
        let known =
            ["Orientation", "ResolutionUnit", "YCbCrPositioning", "XResolution", "YResolution"];
        let told_on = left.lines().find(|line| !known.iter().any(|word| line.starts_with(word)));
        assert_eq!(told_on, None, "{}", file.path().display());
        let facts =
            ["-Orientation", "-ImageWidth", "-ImageHeight", "-ICC_Profile:ProfileDescription"];
        let upright = |facts: String| facts.replace("Orientation: 1\n", "");
        assert_eq!(upright(told(&copy, &facts)), upright(told(&file.path(), &facts)));
        cleaned += 1;
    }
    assert!(cleaned >= 7, "only {cleaned} photos could be cleaned");
}

fn told(file: &Path, tags: &[&str]) -> String {
    let told = Command::new("exiftool").args(["-S", "-n"]).args(tags).arg(file).output().unwrap();
    String::from_utf8_lossy(&told.stdout).into_owned()
}
