//! A photo as a camera and an agency's desk leave it, with all that may not leave the newsroom.

use jpeg_encoder::{ColorType, Encoder};

/// What stands in it in plain letters.
pub const SECRETS: [&str; 7] =
    ["Poltava", "Nikomat", "SN-4711", "maker's own", "Lightshed", "thumb", "2026:03"];

/// A JPEG of a size, upright.
pub fn photo(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    let segments = [(1, exif()), (1, xmp().into_bytes()), (13, iptc())];
    for (number, data) in segments {
        encoder.add_app_segment(number, data).unwrap();
    }
    let pixel = |at: u32| {
        let (x, y) = (at % u32::from(width), at / u32::from(width));
        [(x / 8) as u8, (y / 6) as u8, (x ^ y) as u8]
    };
    let pixels: Vec<u8> = (0..u32::from(width) * u32::from(height)).flat_map(pixel).collect();
    encoder.encode(&pixels, width, height, ColorType::Rgb).unwrap();
    let comment = b"Lightshed 2026:03 Poltava";
    let segment = [&[0xff, 0xfe, 0, comment.len() as u8 + 2], comment.as_slice()].concat();
    bytes.splice(2..2, segment);
    bytes
}

/// A directory entry: its tag, its type as TIFF counts, its value.
type Entry<'a> = (u16, u16, Vec<u8>);

const TEXT: u16 = 2;
const LONG: u16 = 4;
const FRACTION: u16 = 5;
const BYTES: u16 = 7;

fn exif() -> Vec<u8> {
    const START: usize = 8;
    let text = |text: &str| format!("{text}\0").into_bytes();
    let long = |at: usize| u32::try_from(at).unwrap().to_be_bytes().to_vec();
    let fractions = |parts: [u32; 3]| {
        parts.iter().flat_map(|part| [part.to_be_bytes(), 1_u32.to_be_bytes()]).flatten().collect()
    };
    let thumbnail = [&[0xff, 0xd8][..], b"thumb", &[0xff, 0xd9]].concat();
    let first = |camera: usize, place: usize| {
        vec![
            (0x010f, TEXT, text("Nikomat")),
            (0x0131, TEXT, text("Lightshed 9")),
            (0x013b, TEXT, text("Nobody")),
            (0x8769, LONG, long(camera)),
            (0x8825, LONG, long(place)),
        ]
    };
    let camera = vec![
        (0x9003, TEXT, text("2026:03:04 10:00:00")),
        (0x927c, BYTES, b"maker's own notes".to_vec()),
        (0xa431, TEXT, text("SN-4711")),
    ];
    let place = vec![
        (0x0001, TEXT, text("N")),
        (0x0002, FRACTION, fractions([49, 35, 20])),
        (0x0003, TEXT, text("E")),
        (0x0004, FRACTION, fractions([34, 33, 4])),
    ];
    let small = |at: usize| vec![(0x0201, LONG, long(at)), (0x0202, LONG, long(thumbnail.len()))];
    let at_camera = START + directory(START, &first(0, 0), 0).len();
    let at_place = at_camera + directory(0, &camera, 0).len();
    let at_small = at_place + directory(0, &place, 0).len();
    let at_thumbnail = at_small + directory(0, &small(0), 0).len();
    [
        b"Exif\0\0MM\0*\0\0\0\x08".to_vec(),
        directory(START, &first(at_camera, at_place), at_small),
        directory(at_camera, &camera, 0),
        directory(at_place, &place, 0),
        directory(at_small, &small(at_thumbnail), 0),
        thumbnail,
    ]
    .concat()
}

/// A directory that stands at a place of its block, and the place of the next.
fn directory(at: usize, entries: &[Entry<'_>], next: usize) -> Vec<u8> {
    let mut table = u16::try_from(entries.len()).unwrap().to_be_bytes().to_vec();
    let mut values = Vec::new();
    let behind = at + 2 + 12 * entries.len() + 4;
    for (tag, kind, value) in entries {
        let unit = match *kind {
            LONG => 4,
            FRACTION => 8,
            _ => 1,
        };
        table.extend_from_slice(&tag.to_be_bytes());
        table.extend_from_slice(&kind.to_be_bytes());
        table.extend_from_slice(&u32::try_from(value.len() / unit).unwrap().to_be_bytes());
        if value.len() <= 4 {
            table.extend_from_slice(value);
            table.resize(table.len() + 4 - value.len(), 0);
        } else {
            let place = u32::try_from(behind + values.len()).unwrap();
            table.extend_from_slice(&place.to_be_bytes());
            values.extend_from_slice(value);
        }
    }
    table.extend_from_slice(&u32::try_from(next).unwrap().to_be_bytes());
    [table, values].concat()
}

fn xmp() -> String {
    "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" x:xmptk=\"Lightshed\">\
     <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
     <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
     xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" \
     xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" \
     xmlns:stEvt=\"http://ns.adobe.com/xap/1.0/sType/ResourceEvent#\" \
     xmlns:ext=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" photoshop:City=\"Poltava\">\
     <dc:creator><rdf:Seq><rdf:li>Леся Гай</rdf:li></rdf:Seq></dc:creator>\
     <dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">© Степ</rdf:li></rdf:Alt></dc:rights>\
     <photoshop:Credit>Agency</photoshop:Credit>\
     <ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture\
     </ext:DigitalSourceType><xmpMM:History><rdf:Seq><rdf:li stEvt:softwareAgent=\"Lightshed\" \
     stEvt:action=\"saved\"/></rdf:Seq></xmpMM:History></rdf:Description></rdf:RDF></x:xmpmeta>"
        .to_owned()
}

/// The record in UTF-8: caption and city.
fn iptc() -> Vec<u8> {
    let mut record = b"\x1c\x01\x5a\0\x03\x1b%G".to_vec();
    for (number, value) in [(90, "Poltava"), (120, "Трамвай")] {
        record.extend_from_slice(&[0x1c, 2, number, 0, value.len() as u8]);
        record.extend_from_slice(value.as_bytes());
    }
    let length = u32::try_from(record.len()).unwrap().to_be_bytes();
    let padding = vec![0; record.len() % 2];
    [b"Photoshop 3.0\08BIM\x04\x04\0\0".as_slice(), &length, &record, &padding].concat()
}
