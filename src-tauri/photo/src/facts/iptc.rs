//! IPTC's record (IIM 4.2), which Photoshop keeps among its resources.

use super::{Facts, MOST_CREATORS, words};

const RECORD: u16 = 0x0404;
const BYLINE: u8 = 80;
const CREDIT: u8 = 110;
const COPYRIGHT: u8 = 116;
const CAPTION: u8 = 120;

/// What is read before the first part that is broken.
pub fn facts(resources: &[u8]) -> Facts {
    let mut facts = Facts::default();
    let mut rest = record(resources).unwrap_or_default();
    while let Some(set) = DataSet::of(rest) {
        let DataSet { number, value, after } = set;
        rest = after;
        match number {
            (2, BYLINE) if facts.creators.len() < MOST_CREATORS => {
                facts.creators.extend(words(value));
            }
            (2, CREDIT) => facts.credit = words(value),
            (2, COPYRIGHT) => facts.copyright = words(value),
            (2, CAPTION) => facts.caption = words(value),
            _ => {}
        }
    }
    facts
}

/// The resource with the record: each is a signature, a number, a name and data, padded to even.
fn record(resources: &[u8]) -> Option<&[u8]> {
    let mut rest = resources;
    loop {
        let number = u16::from_be_bytes(rest.strip_prefix(b"8BIM")?.get(..2)?.try_into().ok()?);
        let name = usize::from(*rest.get(6)?) + 1;
        let at = 6 + name + name % 2;
        let length = u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?);
        let length = usize::try_from(length).ok()?;
        let data = rest.get(at + 4..)?.get(..length)?;
        if number == RECORD {
            return Some(data);
        }
        rest = rest.get(at + 4 + length + length % 2..)?;
    }
}

struct DataSet<'a> {
    /// Of the record, and within it.
    number: (u8, u8),
    value: &'a [u8],
    /// What follows.
    after: &'a [u8],
}

impl<'a> DataSet<'a> {
    /// The first of these bytes.
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let [0x1c, record, number, high, low, rest @ ..] = bytes else { return None };
        // A set first bit announces a longer length; no text that stays is that long.
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let (value, after) = rest.split_at_checked(length).filter(|_| *high < 0x80)?;
        Some(Self { number: (*record, *number), value, after })
    }
}
