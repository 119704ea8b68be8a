//! JPEG (ITU-T T.81): segments, and coded data after each start of scan.

use super::{Clean, Orientation};

const END: u8 = 0xd9;
const START_OF_SCAN: u8 = 0xda;

/// Only what decoding needs: JFIF without its thumbnail, colour profile, Adobe's colour transform,
/// tables, frames and scans. Nothing after the end of the image, where phones keep more pictures
/// and films. An image that breaks off in its last scan is closed.
pub fn clean(file: &[u8]) -> Option<Clean> {
    let mut head = vec![0xff, 0xd8];
    let mut rest = Vec::with_capacity(file.len());
    let mut orientation = Orientation::UPRIGHT;
    let mut at = 2;
    while let Some((marker, start)) = marker(file, at) {
        if marker == END {
            break;
        }
        let length = usize::from(u16::from_be_bytes([*file.get(start)?, *file.get(start + 1)?]));
        let content = file.get(start + 2..start + length)?;
        at = start + length;
        match (marker, content) {
            (0xe0, [b'J', b'F', b'I', b'F', 0, ..]) => push_jfif(&mut head, content)?,
            (0xe1, [b'E', b'x', b'i', b'f', 0, _, tiff @ ..]) => {
                orientation = Orientation::in_exif(tiff);
            }
            (0xe2, [b'I', b'C', b'C', b'_', b'P', b'R', b'O', b'F', b'I', b'L', b'E', 0, ..])
            | (0xee, [b'A', b'd', b'o', b'b', b'e', ..])
            | (0xc0..=0xcf | START_OF_SCAN..=0xdf, _) => push(&mut rest, marker, content)?,
            _ => {}
        }
        if marker == START_OF_SCAN {
            let end = end_of_scan(file, at);
            rest.extend_from_slice(&file[at..end]);
            at = end;
        }
    }
    if !rest.windows(2).any(|pair| pair == [0xff, START_OF_SCAN]) {
        return None;
    }
    if let Some(exif) = orientation.exif() {
        push(&mut head, 0xe1, &[b"Exif\0\0", exif.as_slice()].concat())?;
    }
    let bytes = [head.as_slice(), &rest, &[0xff, END]].concat();
    Some(Clean { bytes, orientation })
}

/// A picture of ours with an XMP packet behind its first segment, JFIF's.
pub fn with_packet(picture: &[u8], packet: &[u8]) -> Option<Vec<u8>> {
    let (b"\xff\xd8\xff\xe0", length) = picture.split_at_checked(4)? else { return None };
    let length = usize::from(u16::from_be_bytes(length.get(..2)?.try_into().ok()?));
    let (head, rest) = picture.split_at_checked(4 + length)?;
    let mut bytes = head.to_vec();
    push(&mut bytes, 0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", packet].concat())?;
    bytes.extend_from_slice(rest);
    Some(bytes)
}

/// The next marker that begins a segment or ends the image, and where its length stands.
fn marker(file: &[u8], from: usize) -> Option<(u8, usize)> {
    let mut at = from + file.get(from..)?.iter().position(|byte| *byte == 0xff)?;
    loop {
        let stands_alone = |byte: u8| matches!(byte, 0x00 | 0x01 | 0xd0..=0xd8);
        match *file.get(at + 1)? {
            0xff => at += 1,
            byte if stands_alone(byte) => return marker(file, at + 2),
            byte => return Some((byte, at + 2)),
        }
    }
}

/// Coded data runs until a marker that is neither a stuffed zero nor a restart.
fn end_of_scan(file: &[u8], from: usize) -> usize {
    let ends = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
    file[from..].windows(2).position(ends).map_or(file.len(), |at| from + at)
}

/// Version, unit and density; the last two bytes are the size of the thumbnail.
fn push_jfif(to: &mut Vec<u8>, content: &[u8]) -> Option<()> {
    let kept = content.get(..12)?;
    push(to, 0xe0, &[kept, &[0, 0]].concat())
}

fn push(to: &mut Vec<u8>, marker: u8, content: &[u8]) -> Option<()> {
    let length = u16::try_from(content.len() + 2).ok()?;
    to.extend_from_slice(&[0xff, marker]);
    to.extend_from_slice(&length.to_be_bytes());
    to.extend_from_slice(content);
    Some(())
}
