//! The first directory of a TIFF block: what EXIF keeps its plain facts in.

/// What is stated under a tag of the first directory: a short number.
pub fn short(tiff: &[u8], tag: u16) -> Option<u16> {
    let block = Block::of(tiff)?;
    block.short(block.entry(tag)?.checked_add(8)?)
}

/// What is stated under a tag of the first directory: a text, up to its first zero.
pub fn text(tiff: &[u8], tag: u16) -> Option<&[u8]> {
    const LONGEST_INLINE: usize = 4;
    let block = Block::of(tiff)?;
    let at = block.entry(tag)?;
    let length = usize::try_from(block.long(at.checked_add(4)?)?).ok()?;
    let value = at.checked_add(8)?;
    let start = match length {
        0..=LONGEST_INLINE => value,
        _ => usize::try_from(block.long(value)?).ok()?,
    };
    tiff.get(start..start.checked_add(length)?)?.split(|byte| *byte == 0).next()
}

struct Block<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Block<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, little: true }),
            b"MM\0*" => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = <[u8; 2]>::try_from(self.bytes.get(at..at.checked_add(2)?)?).ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = <[u8; 4]>::try_from(self.bytes.get(at..at.checked_add(4)?)?).ok()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    /// Where the entry of a tag stands.
    fn entry(&self, tag: u16) -> Option<usize> {
        let directory = usize::try_from(self.long(4)?).ok()?;
        let count = usize::from(self.short(directory)?);
        let at = |number: usize| directory.checked_add(2 + 12 * number);
        (0..count).filter_map(at).find(|at| self.short(*at) == Some(tag))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const BLOCK: &[u8] = b"II*\0\x08\0\0\0\x02\0\
        \x3b\x01\x02\0\x03\0\0\0Ab\0\0\
        \x98\x82\x02\0\x09\0\0\0\x26\0\0\0\
        \0\0\0\0Somebody\0";

    #[test]
    fn texts_are_read_where_they_stand() {
        assert_eq!(text(BLOCK, 0x013b), Some(&b"Ab"[..]));
        assert_eq!(text(BLOCK, 0x8298), Some(&b"Somebody"[..]));
        assert_eq!(text(BLOCK, 0x010e), None);
    }

    #[test]
    fn a_text_that_lies_outside_is_none() {
        for end in 0..BLOCK.len() {
            let _ = text(&BLOCK[..end], 0x8298);
        }
        assert_eq!(text(&BLOCK[..BLOCK.len() - 2], 0x8298), None);
    }
}
