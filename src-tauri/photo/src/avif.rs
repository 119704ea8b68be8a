//! AVIF (HEIF, ISO/IEC 23008-12): boxes, of which `meta` tells what lies where in `mdat`. Only files
//! of our own encoder are written on here: it places everything in one `mdat`, by 32-bit offsets.

/// The picture itself among the items of a file, as the encoder counts them, and that of its words,
/// which it never makes.
const PICTURE: u16 = 1;
const WORDS: u16 = 4;

/// How an extent of an item is placed: offset and length, four bytes each.
const PLACING: u8 = 0x44;

/// Version and flags, which stand first in most boxes.
const FULL: usize = 4;

/// Length and name, which begin a box.
const HEAD: usize = 8;

type Name = [u8; 4];

/// Boxes that lie one behind the other, by name, without their heads.
type Boxes = Vec<(Name, Vec<u8>)>;

/// A file, with what `meta` has in it.
struct File<'f> {
    before: &'f [u8],
    meta: Boxes,
    /// How long `meta` was.
    length: usize,
    after: &'f [u8],
}

/// A picture as the encoder writes it, with a colour profile.
pub fn with_profile(picture: &[u8], profile: &[u8]) -> Option<Vec<u8>> {
    let mut file = File::of(picture)?;
    let mut parts = boxes(inside(&mut file.meta, b"iprp")?)?;
    let properties = inside(&mut parts, b"ipco")?;
    push(properties, b"colr", &[b"prof", profile].concat())?;
    let number = u8::try_from(boxes(properties)?.len()).ok()?;
    link_to_picture(inside(&mut parts, b"ipma")?, number)?;
    *inside(&mut file.meta, b"iprp")? = joined(&parts)?;
    file.written(&[])
}

/// A picture of ours with an XMP packet at its end.
pub fn with_packet(picture: &[u8], packet: &[u8]) -> Option<Vec<u8>> {
    let mut file = File::of(picture)?;
    let items = inside(&mut file.meta, b"iinf")?;
    add_one(items, FULL)?;
    let kind = b"mime\0application/rdf+xml\0";
    push(items, b"infe", &[&[2, 0, 0, 0], shorts([WORDS, 0]).as_slice(), kind].concat())?;
    if inside(&mut file.meta, b"iref").is_none() {
        file.meta.push((*b"iref", vec![0; FULL]));
    }
    let references = inside(&mut file.meta, b"iref")?;
    push(references, b"cdsc", &shorts([WORDS, 1, PICTURE]))?;
    let places = inside(&mut file.meta, b"iloc")?;
    add_one(places, FULL + 2)?;
    places.extend(shorts([WORDS, 0, 1]));
    // As if nothing before it grew: that is added to all places.
    for long in [picture.len() + HEAD, packet.len()] {
        places.extend(u32::try_from(long).ok()?.to_be_bytes());
    }
    file.written(packet)
}

impl<'f> File<'f> {
    fn of(file: &'f [u8]) -> Option<Self> {
        let mut rest = file;
        while let Some((name, content, after)) = next(rest) {
            if name == *b"meta" {
                let (before, length) = (&file[..file.len() - rest.len()], HEAD + content.len());
                let meta = boxes(content.get(FULL..)?)?;
                return Some(Self { before, meta, length, after });
            }
            rest = after;
        }
        None
    }

    /// The file, with `more` at its end if that is not empty.
    fn written(mut self, more: &[u8]) -> Option<Vec<u8>> {
        let length = HEAD + FULL + joined(&self.meta)?.len();
        let grown = u32::try_from(length.checked_sub(self.length)?).ok()?;
        move_places(inside(&mut self.meta, b"iloc")?, grown)?;
        let mut written = self.before.to_vec();
        push(&mut written, b"meta", &[&[0; FULL], joined(&self.meta)?.as_slice()].concat())?;
        written.extend_from_slice(self.after);
        if !more.is_empty() {
            push(&mut written, b"mdat", more)?;
        }
        Some(written)
    }
}

/// The first box and what comes after it.
fn next(file: &[u8]) -> Option<(Name, &[u8], &[u8])> {
    let length = usize::try_from(u32::from_be_bytes(file.get(..4)?.try_into().ok()?)).ok()?;
    let name = file.get(4..HEAD)?.try_into().ok()?;
    Some((name, file.get(HEAD..length)?, &file[length..]))
}

fn boxes(mut content: &[u8]) -> Option<Boxes> {
    let mut boxes = Boxes::new();
    while !content.is_empty() {
        let (name, inside, rest) = next(content)?;
        boxes.push((name, inside.to_vec()));
        content = rest;
    }
    Some(boxes)
}

fn joined(boxes: &Boxes) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    boxes.iter().try_for_each(|(name, inside)| push(&mut joined, name, inside))?;
    Some(joined)
}

fn inside<'b>(boxes: &'b mut Boxes, name: &Name) -> Option<&'b mut Vec<u8>> {
    boxes.iter_mut().find(|(its, _)| its == name).map(|(_, inside)| inside)
}

fn push(to: &mut Vec<u8>, name: &Name, inside: &[u8]) -> Option<()> {
    to.extend(u32::try_from(HEAD + inside.len()).ok()?.to_be_bytes());
    to.extend_from_slice(name);
    to.extend_from_slice(inside);
    Some(())
}

fn shorts<const N: usize>(numbers: [u16; N]) -> Vec<u8> {
    numbers.into_iter().flat_map(u16::to_be_bytes).collect()
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Adds one to the number that stands in a place.
fn add_one(bytes: &mut [u8], at: usize) -> Option<()> {
    let number = short(bytes, at)?.checked_add(1)?;
    bytes[at..at + 2].copy_from_slice(&number.to_be_bytes());
    Some(())
}

/// Gives the picture a property; it stands first among those that have some.
fn link_to_picture(links: &mut Vec<u8>, property: u8) -> Option<()> {
    const FIRST: usize = FULL + 4;
    if short(links, FIRST)? != PICTURE {
        return None;
    }
    let count = links.get_mut(FIRST + 2)?;
    let end = FIRST + 3 + usize::from(*count);
    *count += 1;
    if links.len() < end {
        return None;
    }
    links.insert(end, property);
    Some(())
}

/// Moves all places towards the end.
fn move_places(places: &mut [u8], by: u32) -> Option<()> {
    if *places.get(FULL)? != PLACING || *places.get(FULL + 1)? != 0 {
        return None;
    }
    let mut at = FULL + 4;
    for _ in 0..short(places, FULL + 2)? {
        let extents = short(places, at + 4)?;
        at += 6;
        for _ in 0..extents {
            let offset = places.get_mut(at..at + 4)?;
            let moved = u32::from_be_bytes((&*offset).try_into().ok()?).checked_add(by)?;
            offset.copy_from_slice(&moved.to_be_bytes());
            at += 8;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests;
