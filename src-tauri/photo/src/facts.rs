//! What a photo says of itself in words and may go on saying: who made it, who is to be named, whose
//! it is, what it shows, and whether a camera or a machine made it. Nothing else is read.

mod iptc;
mod xmp;

use serde::{Deserialize, Serialize};

use super::tiff;

/// The longest text, in characters: what IPTC gives a caption.
const LONGEST: usize = 2_000;
/// The most creators that are named.
const MOST_CREATORS: usize = 10;
/// EXIF's tags for who made a photo and whose it is. Its description is left: cameras put their own
/// names there.
const ARTIST: u16 = 0x013b;
const COPYRIGHT: u16 = 0x8298;

/// Words about a photo that leave with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub creators: Vec<String>,
    pub credit: Option<String>,
    pub copyright: Option<String>,
    pub caption: Option<String>,
    /// A term of IPTC's list of digital source types, as an address.
    pub source_type: Option<String>,
}

/// Blocks of a file that may hold such words, as its container has them.
#[derive(Debug, Default)]
pub struct Blocks {
    pub xmp: Option<Vec<u8>>,
    /// Resources of Photoshop, in which IPTC's record lies.
    pub photoshop: Option<Vec<u8>>,
    /// A TIFF block.
    pub exif: Option<Vec<u8>>,
}

impl Facts {
    /// What a file says: in XMP, else in IPTC's record, else in EXIF.
    pub fn of(blocks: &Blocks) -> Self {
        let xmp = blocks.xmp.as_deref().and_then(xmp::facts).unwrap_or_default();
        let iptc = blocks.photoshop.as_deref().map(iptc::facts).unwrap_or_default();
        let exif = blocks.exif.as_deref().map(in_exif).unwrap_or_default();
        xmp.or(iptc).or(exif)
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These, and what they lack of others.
    fn or(self, other: Self) -> Self {
        Self {
            creators: if self.creators.is_empty() { other.creators } else { self.creators },
            credit: self.credit.or(other.credit),
            copyright: self.copyright.or(other.copyright),
            caption: self.caption.or(other.caption),
            source_type: self.source_type.or(other.source_type),
        }
    }
}

fn in_exif(tiff: &[u8]) -> Facts {
    let stated = |tag| tiff::text(tiff, tag).and_then(words);
    Facts {
        creators: stated(ARTIST).into_iter().collect(),
        copyright: stated(COPYRIGHT),
        ..Facts::default()
    }
}

/// Bytes as text. Which letters they stand for is rarely said: UTF-8 where they are that, else
/// Latin-1.
fn words(bytes: &[u8]) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => tidy(text),
        Err(_) => tidy(&bytes.iter().map(|byte| char::from(*byte)).collect::<String>()),
    }
}

/// A text on one line, without characters that XML cannot hold; none when nothing is left.
fn tidy(text: &str) -> Option<String> {
    let printable = |sign: &char| !sign.is_control() && u32::from(*sign) & 0xfffe != 0xfffe;
    let text: String =
        text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(printable).collect();
    let short: String = text.trim().chars().take(LONGEST).collect();
    (!short.is_empty()).then_some(short)
}

/// Only a term of IPTC's own list (<http://cv.iptc.org/newscodes/digitalsourcetype/>) says what a
/// machine can rely on.
fn source_type(address: &str) -> Option<String> {
    const LIST: &str = "cv.iptc.org/newscodes/digitalsourcetype/";
    let rest = address.trim().split_once("://").filter(|(scheme, _)| scheme.starts_with("http"))?.1;
    let term = rest.strip_prefix(LIST)?.trim_end_matches('/');
    let is_term = (1..=64).contains(&term.len()) && term.bytes().all(|b| b.is_ascii_alphanumeric());
    is_term.then(|| format!("http://{LIST}{term}"))
}

#[cfg(test)]
mod tests;
