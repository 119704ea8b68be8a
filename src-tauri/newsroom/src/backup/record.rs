//! The record beside a backup: what it holds and how to tell whether it still does.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::digest::Tables;
use crate::Result;
use crate::error::Error;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The newsroom's id, in hexadecimal.
    pub newsroom: String,
    pub made: Timestamp,
    /// The position of the last change that it holds.
    pub change: i64,
    /// How many operations it holds: some change nothing but are remembered.
    pub operations: u64,
    pub schema: u32,
    /// Length of the database file.
    pub bytes: u64,
    /// SHA-256 of the database file, in hexadecimal.
    pub sha256: String,
    /// The row hashes.
    pub tables: Tables,
    /// Hashes of the media files kept with it.
    pub media: Vec<String>,
    /// What was wrong with the newsroom already when the backup was made.
    pub faults: usize,
}

/// A record as stored: sealed with a hash of its own.
#[derive(Serialize, Deserialize)]
struct Sealed {
    record: Record,
    seal: String,
}

/// A backup with a whole record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The database file.
    pub path: PathBuf,
    pub record: Record,
}

impl Backup {
    /// Whether nothing was wrong with the newsroom when it was made.
    pub fn is_good(&self) -> bool {
        self.record.faults == 0
    }

    /// Whether its database still has the bytes that it was made with.
    pub(crate) fn is_whole(&self) -> bool {
        hash_file(&self.path).is_ok_and(|hash| hash == self.record.sha256)
    }
}

/// Where the record of a backup stands.
pub(crate) fn path_of(database: &Path) -> PathBuf {
    database.with_extension("json")
}

/// Reads the record of a backup; none where there is none.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn read(database: &Path) -> Result<Option<Record>, String> {
    let text = match fs::read_to_string(path_of(database)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("its record cannot be read ({error})")),
    };
    let damaged = || "its record is damaged".to_owned();
    let sealed: Sealed = serde_json::from_str(&text).map_err(|_| damaged())?;
    match sealed_text(&sealed.record).is_some_and(|whole| whole == text) {
        true => Ok(Some(sealed.record)),
        false => Err(damaged()),
    }
}

/// Writes a record into a file and has it on disk.
pub(crate) fn write(file: &Path, record: &Record) -> Result<()> {
    let failed = |error: io::Error| Error::files(file, &error);
    let text = sealed_text(record).ok_or_else(|| failed(ErrorKind::InvalidData.into()))?;
    let mut to = File::create(file).map_err(failed)?;
    to.write_all(text.as_bytes()).and_then(|()| to.sync_all()).map_err(failed)
}

fn sealed_text(record: &Record) -> Option<String> {
    let seal = hex(&Sha256::digest(serde_json::to_vec(record).ok()?));
    serde_json::to_string(&Sealed { record: record.clone(), seal }).ok()
}

/// The backups of a folder that have a whole record and a file of the right length, the newest
/// first.
pub(crate) fn all(folder: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let databases = entries.map(|entry| entry.path()).filter(|path| has_ending(path, "db"));
    let mut all: Vec<Backup> = databases
        .filter_map(|path| {
            let record = read(&path).ok()??;
            let length = fs::metadata(&path).ok()?.len();
            (length == record.bytes).then_some(Backup { path, record })
        })
        .collect();
    // Of two that were made in the same instant the later one has the longer name.
    let age = |backup: &Backup| (backup.record.made, backup.path.as_os_str().len());
    all.sort_by(|a, b| (age(b), &b.path).cmp(&(age(a), &a.path)));
    all
}

pub(crate) fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension == ending)
}

/// SHA-256 of a file's bytes, in hexadecimal.
pub(crate) fn hash_file(path: &Path) -> io::Result<String> {
    let (mut file, mut hash) = (File::open(path)?, Sha256::new());
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hash.finalize())),
            length => hash.update(&buffer[..length]),
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
