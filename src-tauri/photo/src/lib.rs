//! Photos as they may leave: developed into files of our own making for the site, or, for the
//! preview and for what moves, the newsroom's file without its metadata.
//!
//! Of what a file says of itself only the words of [`Facts`] and its colour profile leave; what
//! nobody thought of stays at home. Where a file is copied it is copied part by part, and only parts
//! on a list of what browsers need to show the picture pass; of EXIF only the orientation is written
//! anew.

mod avif;
mod cache;
mod cmyk;
mod develop;
mod encode;
mod facts;
mod gif;
mod jpeg;
mod make;
mod orientation;
mod packet;
mod picture;
mod png;
mod profile;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod sample;
mod tiff;
mod webp;

use std::io;
use std::path::{Path, PathBuf};

pub use develop::{Developed, Job, develop};
pub use facts::Facts;
pub use make::{Made, Purpose, Rendition};
pub use orientation::Orientation;
pub use packet::with_words;

/// SHA-256 of a file's bytes.
pub type Hash = [u8; 32];

/// A file that is there and could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", path.display())]
pub struct NotRead {
    pub path: PathBuf,
    #[source]
    pub error: io::Error,
}

/// A photo fit for the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub bytes: Vec<u8>,
    /// The ending of its name, by what the file is.
    pub extension: &'static str,
    /// Width and height in pixels as the reader sees it, turned upright.
    pub size: Option<(u32, u32)>,
}

impl Photo {
    /// Its media type.
    pub fn mime(&self) -> &'static str {
        match self.extension {
            "jpg" => "image/jpeg",
            "png" => "image/png",
            "webp" => "image/webp",
            "gif" => "image/gif",
            _ => "application/octet-stream",
        }
    }

    /// Whether it shows more than one picture.
    fn moves(&self) -> bool {
        match self.extension {
            "png" => png::moves(&self.bytes),
            "webp" => webp::moves(&self.bytes),
            "gif" => gif::moves(&self.bytes),
            _ => false,
        }
    }
}

/// The picture without the rest of its container's parts.
struct Clean {
    bytes: Vec<u8>,
    orientation: Orientation,
}

/// What may leave of a media file that the newsroom keeps at `path`; none when it is gone, altered,
/// or cannot be cleaned.
///
/// # Errors
/// [`NotRead`].
pub fn of_media(path: &Path, hash: Hash) -> Result<Option<Photo>, NotRead> {
    Ok(develop::intact(path, hash)?.and_then(|file| publishable(&file)))
}

/// What may leave of a media file; none when it is of another kind (HEIC…) or malformed.
pub fn publishable(file: &[u8]) -> Option<Photo> {
    let (extension, clean) = match file {
        [0xff, 0xd8, ..] => ("jpg", jpeg::clean(file)?),
        [0x89, b'P', b'N', b'G', ..] => ("png", png::clean(file)?),
        [b'R', b'I', b'F', b'F', ..] => ("webp", webp::clean(file)?),
        [b'G', b'I', b'F', b'8', ..] => ("gif", gif::clean(file)?),
        _ => return None,
    };
    let size = size(&clean.bytes, clean.orientation);
    Some(Photo { bytes: clean.bytes, extension, size })
}

fn size(file: &[u8], orientation: Orientation) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(file).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    Some(if orientation.lies_on_its_side() { (height, width) } else { (width, height) })
}

#[cfg(test)]
mod tests;
