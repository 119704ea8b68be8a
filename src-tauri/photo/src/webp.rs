//! WebP (RFC 9649): RIFF chunks, padded to even length.

use super::{Clean, Orientation};

const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// Flags of `VP8X`: which other chunks the file has.
const PROFILE_FLAG: u8 = 0x20;
const ALPHA_FLAG: u8 = 0x10;
const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;
const MOTION_FLAG: u8 = 0x02;

/// Pixels, transparency, animation and colour profile; nothing after the end.
pub fn clean(file: &[u8]) -> Option<Clean> {
    let size = usize::try_from(long(file, 4)?).ok()?;
    let mut rest = file.get(12..size.checked_add(8)?).filter(|_| file[8..12] == *b"WEBP")?;
    let mut kept = Vec::with_capacity(file.len());
    let mut orientation = Orientation::UPRIGHT;
    while !rest.is_empty() {
        let name: &[u8; 4] = rest.get(..4)?.try_into().ok()?;
        let length = usize::try_from(long(rest, 4)?).ok()?;
        let data = rest.get(8..length.checked_add(8)?)?;
        rest = rest.get(8 + length + length % 2..).unwrap_or_default();
        if name == b"EXIF" {
            orientation = Orientation::in_exif(data.strip_prefix(b"Exif\0\0").unwrap_or(data));
        } else if KEPT.contains(&name) {
            push(&mut kept, name, data)?;
        }
    }
    announce(&mut kept, orientation);
    if let Some(exif) = orientation.exif() {
        push(&mut kept, b"EXIF", &exif)?;
    }
    let bytes = file_of(&kept).filter(|_| !kept.is_empty())?;
    Some(Clean { bytes, orientation })
}

/// Whether a file has an animation.
pub fn moves(file: &[u8]) -> bool {
    file.get(12..16) == Some(b"VP8X") && file.get(20).is_some_and(|flags| flags & MOTION_FLAG != 0)
}

/// A picture as the encoder writes it, of a size and maybe transparent, with a colour profile.
pub fn with_profile(picture: &[u8], size: (u32, u32), profile: &[u8]) -> Option<Vec<u8>> {
    let pixels = picture.get(12..)?;
    let mut chunks = extended(pixels, size)?;
    chunks[8] |= PROFILE_FLAG;
    push(&mut chunks, b"ICCP", profile)?;
    chunks.extend_from_slice(pixels.strip_prefix(b"VP8X").map_or(pixels, |rest| &rest[14..]));
    file_of(&chunks)
}

/// A picture of ours with an XMP packet at its end.
pub fn with_packet(picture: &[u8], packet: &[u8]) -> Option<Vec<u8>> {
    let chunks = picture.get(12..)?;
    let mut chunks = match chunks.starts_with(b"VP8X") {
        true => chunks.to_vec(),
        false => {
            let size = imagesize::blob_size(picture).ok()?;
            let size = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
            [extended(chunks, size)?.as_slice(), chunks].concat()
        }
    };
    *chunks.get_mut(8)? |= XMP_FLAG;
    push(&mut chunks, b"XMP ", packet)?;
    file_of(&chunks)
}

/// The first chunk of a file that has more than pixels: its own, or one for a file without.
fn extended(pixels: &[u8], (width, height): (u32, u32)) -> Option<Vec<u8>> {
    const LENGTH: usize = 8 + 10;
    if pixels.starts_with(b"VP8X") {
        return Some(pixels.get(..LENGTH)?.to_vec());
    }
    // The lossless kind says in its own header, after 8 bytes of the chunk's, whether it is
    // transparent.
    let is_transparent = pixels.starts_with(b"VP8L") && pixels.get(12)? & 0x10 != 0;
    let flags = if is_transparent { ALPHA_FLAG } else { 0 };
    let mut data = vec![flags, 0, 0, 0];
    for side in [width, height] {
        data.extend_from_slice(&side.checked_sub(1)?.to_le_bytes()[..3]);
    }
    let mut chunk = Vec::with_capacity(LENGTH);
    push(&mut chunk, b"VP8X", &data)?;
    Some(chunk)
}

fn file_of(chunks: &[u8]) -> Option<Vec<u8>> {
    let size = u32::try_from(chunks.len() + 4).ok()?;
    Some([b"RIFF", size.to_le_bytes().as_slice(), b"WEBP", chunks].concat())
}

/// Sets the flags of the first chunk; only files that have it can hold metadata.
fn announce(kept: &mut [u8], orientation: Orientation) {
    if let [b'V', b'P', b'8', b'X', _, _, _, _, flags, ..] = kept {
        *flags &= !(EXIF_FLAG | XMP_FLAG);
        if orientation.exif().is_some() {
            *flags |= EXIF_FLAG;
        }
    }
}

fn push(to: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) -> Option<()> {
    to.extend_from_slice(name);
    to.extend_from_slice(&u32::try_from(data.len()).ok()?.to_le_bytes());
    to.extend_from_slice(data);
    if data.len() % 2 == 1 {
        to.push(0);
    }
    Some(())
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
