//! GIF (version 89a): blocks made of sub-blocks.

use super::{Clean, Orientation};

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2c;
const TRAILER: u8 = 0x3b;

/// Frames, their timing and the loop count; no comments, texts or application data (XMP).
pub fn clean(file: &[u8]) -> Option<Clean> {
    let (bytes, frames) = cleaned(file)?;
    (frames > 0).then_some(Clean { bytes, orientation: Orientation::UPRIGHT })
}

/// Whether a file has more than one frame.
pub fn moves(file: &[u8]) -> bool {
    cleaned(file).is_some_and(|(_, frames)| frames > 1)
}

fn cleaned(file: &[u8]) -> Option<(Vec<u8>, usize)> {
    let screen = 13 + color_table(*file.get(10)?);
    let mut bytes = file.get(..screen)?.to_vec();
    let mut at = screen;
    let mut frames = 0;
    loop {
        match *file.get(at)? {
            TRAILER => break,
            EXTENSION => {
                let end = sub_blocks(file, at + 2)?;
                if is_needed(file.get(at + 1..end)?) {
                    bytes.extend_from_slice(&file[at..end]);
                }
                at = end;
            }
            IMAGE => {
                let table = color_table(*file.get(at + 9)?);
                let end = sub_blocks(file, at + 11 + table)?;
                bytes.extend_from_slice(&file[at..end]);
                (at, frames) = (end, frames + 1);
            }
            _ => return None,
        }
    }
    bytes.push(TRAILER);
    Some((bytes, frames))
}

/// Graphic control, and the application blocks that say how often to repeat.
fn is_needed(extension: &[u8]) -> bool {
    extension.first() == Some(&0xf9)
        || extension.starts_with(b"\xff\x0bNETSCAPE2.0")
        || extension.starts_with(b"\xff\x0bANIMEXTS1.0")
}

/// Bytes of the colour table that a packed field announces.
fn color_table(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// Where a run of sub-blocks ends, behind its empty last one.
fn sub_blocks(file: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*file.get(at)?);
        at += length + 1;
        if length == 0 {
            return Some(at);
        }
    }
}
