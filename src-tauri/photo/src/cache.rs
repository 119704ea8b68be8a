//! What was made of a photo is kept, so that it is made once: `cache/photos/HASH/PURPOSE.VERSION`
//! in the newsroom's folder, which may be deleted at any time.
//!
//! A file is the SHA-256 of what follows, the length of a description (four bytes, big-endian),
//! that description as JSON, and the pictures one behind the other.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::facts::Facts;
use super::make::{Made, Purpose, Rendition, VERSION};
use super::picture::Size;

const DIGEST: usize = 32;
const LENGTH: usize = 4;

#[derive(Serialize, Deserialize)]
struct Description {
    facts: Facts,
    renditions: Vec<Described>,
}

#[derive(Serialize, Deserialize)]
struct Described {
    extension: String,
    size: Size,
    bytes: usize,
}

/// What was made for a purpose; none when it was not, or is damaged.
pub fn read(folder: &Path, purpose: Purpose) -> Option<Made> {
    let file = fs::read(path(folder, purpose)).ok()?;
    let (digest, content) = file.split_at_checked(DIGEST)?;
    if Sha256::digest(content)[..] != *digest {
        return None;
    }
    let (length, rest) = content.split_at_checked(LENGTH)?;
    let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
    let (description, mut pictures) = rest.split_at_checked(length)?;
    let Description { facts, renditions } = serde_json::from_slice(description).ok()?;
    let renditions = renditions.into_iter().map(|described| {
        let (bytes, rest) = pictures.split_at_checked(described.bytes)?;
        pictures = rest;
        let extension = known(&described.extension)?;
        Some(Rendition { bytes: bytes.to_vec(), extension, size: described.size })
    });
    Some(Made { facts, renditions: renditions.collect::<Option<_>>()? })
}

/// Keeps what was made. Where nothing can be written it is made again next time.
pub fn keep(folder: &Path, purpose: Purpose, made: &Made) {
    let place = path(folder, purpose);
    let staged = place.with_extension(format!("{}.part", std::process::id()));
    let written = || {
        fs::create_dir_all(folder)?;
        let mut file = fs::File::create(&staged)?;
        file.write_all(&content(made)?)?;
        fs::rename(&staged, &place)
    };
    let kept: std::io::Result<()> = written();
    if kept.is_err() {
        let _ = fs::remove_file(&staged);
    }
    forget_older(folder, purpose);
}

fn content(made: &Made) -> serde_json::Result<Vec<u8>> {
    let described = |one: &Rendition| Described {
        extension: one.extension.to_owned(),
        size: one.size,
        bytes: one.bytes.len(),
    };
    let renditions = made.renditions.iter().map(described).collect();
    let description = serde_json::to_vec(&Description { facts: made.facts.clone(), renditions })?;
    let length = u32::try_from(description.len()).unwrap_or(u32::MAX);
    let mut content = [length.to_be_bytes().as_slice(), &description].concat();
    made.renditions.iter().for_each(|one| content.extend_from_slice(&one.bytes));
    Ok([Sha256::digest(&content).as_slice(), &content].concat())
}

/// What an earlier program made goes.
fn forget_older(folder: &Path, purpose: Purpose) {
    let current = path(folder, purpose);
    for file in fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()) {
        let is_of_purpose = file.file_stem() == current.file_stem();
        if is_of_purpose && file.extension().is_some_and(|it| it != "part") && file != current {
            let _ = fs::remove_file(file);
        }
    }
}

fn path(folder: &Path, purpose: Purpose) -> PathBuf {
    let name = match purpose {
        Purpose::Text => "text",
        Purpose::Avif => "avif",
        Purpose::Machines => "machines",
        Purpose::Portrait => "portrait",
    };
    folder.join(format!("{name}.{VERSION}"))
}

fn known(extension: &str) -> Option<&'static str> {
    ["jpg", "png", "webp", "avif", "gif"].into_iter().find(|known| *known == extension)
}

#[cfg(test)]
mod tests;
