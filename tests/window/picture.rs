//! Pictures of a screen.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::Path;

/// What stood on a screen.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    /// Red, green and blue of each pixel, row by row.
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Reads the dump that Xvfb keeps of its screen: version 7 of the X Window Dump format
    /// (`X11/XWDFile.h`), with 32 bits a pixel in the order blue, green, red, nothing.
    pub fn of_dump(dump: &[u8]) -> Option<Self> {
        let word = |at: usize| {
            let bytes = dump.get(4 * at..4 * at + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        let (header, version, width, height) = (word(0)?, word(1)?, word(4)?, word(5)?);
        let (bits, row, colours) = (word(11)?, word(12)?, word(19)?);
        if version != 7 || bits != 32 {
            return None;
        }
        // Each colour of the table takes 12 bytes.
        let start = usize::try_from(header + 12 * colours).ok()?;
        let rows = dump.get(start..)?.chunks_exact(usize::try_from(row).ok()?);
        let length = usize::try_from(4 * width).ok()?;
        let rows = rows.take(usize::try_from(height).ok()?).map(|row| &row[..length]);
        let pixels = rows.flat_map(|row| row.chunks_exact(4));
        let pixels = pixels.flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        Some(Self { width, height, pixels })
    }

    /// How many colours there are: one is an empty screen.
    pub fn colours(&self) -> usize {
        self.pixels.chunks_exact(3).collect::<BTreeSet<_>>().len()
    }

    /// Writes a PNG file, with the folders above it.
    pub fn write(&self, path: &Path) {
        self.try_write(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// The same, for where a failure must not hide another.
    pub fn try_write(&self, path: &Path) -> io::Result<()> {
        path.parent().map(fs::create_dir_all).transpose()?;
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(())
    }
}
