//! What is on a disk: its sectors, of which those of zeros alone take no memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use super::log::Entry;

/// What a disk writes whole or not at all.
pub const SECTOR: usize = 4096;

/// Bytes on a disk: as many as a backup asks to be free, and some more.
pub const SIZE: usize = 640 << 20;

/// The content of a disk.
#[derive(Debug, Clone, Default)]
pub struct Image(BTreeMap<usize, [u8; SECTOR]>);

impl Image {
    /// A disk of zeros after all that was done to it.
    pub fn after(entries: &[Entry]) -> Self {
        let mut image = Self::default();
        for entry in entries {
            if let Entry::Write { at, bytes } = entry {
                image.write(*at, bytes);
            }
        }
        image
    }

    /// A new log that says what is on it.
    pub fn begin(&self, log: &Path) {
        let mut log = File::create_new(log).unwrap();
        for (number, sector) in &self.0 {
            Entry::Write { at: number * SECTOR, bytes: sector.to_vec() }.append_to(&mut log);
        }
    }

    pub fn read(&self, at: usize, length: usize) -> Vec<u8> {
        let end = (at + length).min(SIZE);
        let mut bytes = Vec::with_capacity(length);
        while at + bytes.len() < end {
            let (number, offset) = ((at + bytes.len()) / SECTOR, (at + bytes.len()) % SECTOR);
            let sector = self.0.get(&number).unwrap_or(&[0; SECTOR]);
            let wanted = (end - at - bytes.len()).min(SECTOR - offset);
            bytes.extend_from_slice(&sector[offset..offset + wanted]);
        }
        bytes
    }

    pub fn write(&mut self, at: usize, bytes: &[u8]) {
        for (at, bytes) in sectors(at, bytes) {
            let (number, offset) = (at / SECTOR, at % SECTOR);
            let sector = self.0.entry(number).or_insert([0; SECTOR]);
            sector[offset..offset + bytes.len()].copy_from_slice(bytes);
            if sector == &[0; SECTOR] {
                self.0.remove(&number);
            }
        }
    }
}

/// The parts of a write, each within one sector, with their places.
pub fn sectors(at: usize, bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let first = (SECTOR - at % SECTOR).min(bytes.len());
    let (head, rest) = bytes.split_at(first);
    let rest = rest.chunks(SECTOR).enumerate();
    let rest = rest.map(move |(number, part)| (at + first + number * SECTOR, part));
    std::iter::once((at, head)).chain(rest)
}
