//! Colour profiles (ICC.1): what says how colours are meant, without what says on whose screen they
//! were looked at.

/// Profiles of cameras and agencies have a few kilobytes; those with tables some hundred.
const LARGEST: usize = 1024 * 1024;
const HEADER: usize = 128;
const ENTRY: usize = 12;
const MOST_TAGS: usize = 100;

/// Tags that turn numbers into colours, and the name and copyright that a profile must have.
/// Makers' own tags name the screen, its serial number and its owner.
const KEPT: [&[u8; 4]; 22] = [
    b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"aabg", b"aagg", b"aarg", b"bTRC",
    b"bXYZ", b"bkpt", b"chad", b"cicp", b"cprt", b"desc", b"gTRC", b"gXYZ", b"lumi", b"rTRC",
    b"rXYZ", b"wtpt",
];

/// Fields of the header that tell who calibrated what and when: maker and model of the device, its
/// attributes, the program, the fingerprint of what the profile was.
const BLANKED: [std::ops::Range<usize>; 3] = [48..56, 80..84, 84..100];

/// A profile for RGB as it may leave; none when it is broken, for other colours, or too large.
pub fn publishable(profile: &[u8]) -> Option<Vec<u8>> {
    let length = usize::try_from(long(profile, 0)?).ok()?;
    let profile = profile.get(..length).filter(|_| (HEADER + 4..=LARGEST).contains(&length))?;
    if profile[36..40] != *b"acsp" || profile[16..20] != *b"RGB " {
        return None;
    }
    let count = usize::try_from(long(profile, HEADER)?).ok().filter(|n| *n <= MOST_TAGS)?;
    let tags: Vec<_> = (0..count).map(|n| tag(profile, n)).collect::<Option<_>>()?;
    let kept: Vec<_> = tags.into_iter().filter(|(name, _)| KEPT.contains(name)).collect();
    let mut header = profile[..HEADER].to_vec();
    for field in BLANKED {
        header[field].fill(0);
    }
    written(header, &kept)
}

/// The name and the data of a tag.
fn tag(profile: &[u8], number: usize) -> Option<(&[u8; 4], &[u8])> {
    let at = HEADER + 4 + number * ENTRY;
    let name = profile.get(at..at + 4)?.try_into().ok()?;
    let start = usize::try_from(long(profile, at + 4)?).ok()?;
    let length = usize::try_from(long(profile, at + 8)?).ok()?;
    Some((name, profile.get(start..start.checked_add(length)?)?))
}

/// A profile of these tags; equal data, which curves share, is written once.
fn written(header: Vec<u8>, tags: &[(&[u8; 4], &[u8])]) -> Option<Vec<u8>> {
    let mut bytes = header;
    bytes.extend_from_slice(&u32::try_from(tags.len()).ok()?.to_be_bytes());
    let table = bytes.len();
    bytes.resize(table + tags.len() * ENTRY, 0);
    let mut places = Vec::<(&[u8], usize)>::new();
    for (number, (name, data)) in tags.iter().enumerate() {
        let known = places.iter().find(|(known, _)| known == data).map(|(_, at)| *at);
        let at = known.unwrap_or(bytes.len());
        if known.is_none() {
            places.push((data, at));
            bytes.extend_from_slice(data);
            bytes.resize(bytes.len().next_multiple_of(4), 0);
        }
        let entry = [
            name.as_slice(),
            &u32::try_from(at).ok()?.to_be_bytes(),
            &u32::try_from(data.len()).ok()?.to_be_bytes(),
        ]
        .concat();
        bytes[table + number * ENTRY..][..ENTRY].copy_from_slice(&entry);
    }
    let length = u32::try_from(bytes.len()).ok().filter(|_| bytes.len() <= LARGEST)?;
    bytes[..4].copy_from_slice(&length.to_be_bytes());
    Some(bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
