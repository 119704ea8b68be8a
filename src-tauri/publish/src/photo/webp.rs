//! WebP (RFC 9649): RIFF chunks, padded to even length.

use super::{Clean, Orientation};

const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// Flags of `VP8X` that announce the chunks left out.
const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;

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
    let size = u32::try_from(kept.len() + 4).ok().filter(|_| !kept.is_empty())?;
    let bytes = [b"RIFF", size.to_le_bytes().as_slice(), b"WEBP", &kept].concat();
    Some(Clean { bytes, orientation })
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
