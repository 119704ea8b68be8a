//! PNG (W3C PNG, third edition): chunks of length, name, data and checksum.

use super::{Clean, Orientation};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Pixels, palette, transparency, colour, density and animation; no texts, times, EXIF, XMP or
/// chunks of makers, and nothing after the end.
const KEPT: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"bKGD", b"acTL", b"fcTL", b"fdAT",
];

pub fn clean(file: &[u8]) -> Option<Clean> {
    let mut rest = file.strip_prefix(SIGNATURE)?;
    let mut chunks = Vec::new();
    let mut orientation = Orientation::UPRIGHT;
    while chunks.last().is_none_or(|chunk: &&[u8]| chunk[4..8] != *b"IEND") {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let chunk = rest.get(..length.checked_add(12)?)?;
        rest = &rest[chunk.len()..];
        if chunk[4..8] == *b"eXIf" {
            orientation = Orientation::in_exif(&chunk[8..length + 8]);
        } else if KEPT.iter().any(|name| chunk[4..8] == **name) {
            chunks.push(chunk);
        }
    }
    let (header, others) = chunks.split_first().filter(|(first, _)| first[4..8] == *b"IHDR")?;
    let exif = orientation.exif().and_then(|exif| chunk(b"eXIf", &exif)).unwrap_or_default();
    let bytes = [SIGNATURE, header, &exif, &others.concat()].concat();
    Some(Clean { bytes, orientation })
}

/// Whether a cleaned file has an animation: it says so before its first pixels.
pub fn moves(file: &[u8]) -> bool {
    let head = file.windows(4).position(|name| name == b"IDAT").map_or(file, |at| &file[..at]);
    head.windows(4).any(|name| name == b"acTL")
}

/// A picture of ours with an XMP packet behind its header.
pub fn with_packet(picture: &[u8], packet: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 8 + 12 + 13;
    let (header, rest) = picture.split_at_checked(HEADER)?;
    let text = chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", packet].concat())?;
    Some([header, &text, rest].concat())
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(data.len()).ok()?;
    let named = [name.as_slice(), data].concat();
    Some([length.to_be_bytes().as_slice(), &named, &checksum(&named).to_be_bytes()].concat())
}

/// CRC-32 as PNG's annex D computes it, without a table: it is needed for a few
/// kilobytes at most.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}
