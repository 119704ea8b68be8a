//! What was done to a disk, in order, in a file: an entry has its place and its length, eight bytes
//! each, and what was written. One without a length is a flush.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// What the kernel had a disk do.
#[derive(Debug, Clone)]
pub enum Entry {
    Write {
        at: usize,
        bytes: Vec<u8>,
    },
    /// Whatever was written before must survive a power cut.
    Flush,
}

impl Entry {
    /// Its length in the file.
    pub fn length(&self) -> usize {
        match self {
            Self::Write { bytes, .. } => 16 + bytes.len(),
            Self::Flush => 16,
        }
    }

    pub fn append_to(&self, log: &mut File) {
        let (at, bytes) = match self {
            Self::Write { at, bytes } => (*at, &bytes[..]),
            Self::Flush => (0, &[][..]),
        };
        let head = [at.to_ne_bytes(), bytes.len().to_ne_bytes()].concat();
        log.write_all(&[&head, bytes].concat()).unwrap();
    }
}

/// All entries that stand whole in a log.
pub fn read(log: &Path) -> Vec<Entry> {
    let (log, mut entries) = (fs::read(log).unwrap(), Vec::new());
    let mut rest = &log[..];
    while let Some((head, behind)) = rest.split_at_checked(16) {
        let number = |at: usize| usize::from_ne_bytes(head[at..at + 8].try_into().unwrap());
        let Some((bytes, behind)) = behind.split_at_checked(number(8)) else { break };
        entries.push(match bytes.is_empty() {
            true => Entry::Flush,
            false => Entry::Write { at: number(0), bytes: bytes.to_vec() },
        });
        rest = behind;
    }
    entries
}
