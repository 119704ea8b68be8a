//! How a camera was held: the one thing of EXIF that readers need.

use super::tiff;

/// A photo's orientation as EXIF counts it (tag 0x0112): 1 is upright, 5 to 8 lie on their side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orientation(u8);

const TAG: u16 = 0x0112;
const UPRIGHT: u8 = 1;

impl Orientation {
    pub const UPRIGHT: Self = Self(UPRIGHT);

    /// Reads it from an EXIF block (a TIFF header and its first directory); upright when the
    /// block does not say or is broken.
    pub fn in_exif(tiff: &[u8]) -> Self {
        tiff::short(tiff, TAG)
            .and_then(|value| u8::try_from(value).ok())
            .filter(|value| (2..=8).contains(value))
            .map_or(Self::UPRIGHT, Self)
    }

    /// Whether width and height change places.
    pub fn lies_on_its_side(self) -> bool {
        self.0 >= 5
    }

    /// An EXIF block that says only this; none when there is nothing to say.
    pub fn exif(self) -> Option<[u8; 26]> {
        let [tag_high, tag_low] = TAG.to_be_bytes();
        (self.0 != UPRIGHT).then_some([
            b'M', b'M', 0, 42, 0, 0, 0, 8, // big-endian, the directory follows
            0, 1, // one entry
            tag_high, tag_low, 0, 3, 0, 0, 0, 1, 0, self.0, 0, 0, // one short
            0, 0, 0, 0, // no further directory
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for value in 2..=8 {
            let orientation = Orientation(value);
            let exif = orientation.exif();
            assert_eq!(exif.map(|exif| Orientation::in_exif(&exif)), Some(orientation));
        }
        assert_eq!(Orientation::UPRIGHT.exif(), None);
    }

    #[test]
    fn little_endian_blocks_are_read() {
        let exif = b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\0\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        assert_eq!(Orientation::in_exif(exif), Orientation(6));
    }

    #[test]
    fn broken_blocks_mean_upright() {
        let huge = b"II*\0\xff\xff\xff\xff\xff\xff";
        for exif in [&b""[..], b"II*", b"MM\0*\0\0\0\x08\xff\xff", huge, b"nonsense"] {
            assert_eq!(Orientation::in_exif(exif), Orientation::UPRIGHT);
        }
    }
}
