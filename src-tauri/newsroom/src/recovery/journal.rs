//! Journals: plain text files that take a draft when the database does not.
//!
//! A journal is a row of entries, each with the whole text; the last whole one counts. An entry is
//! a line for programs, and after it the text as a person reads it. Nothing of it needs the
//! database.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shpalta_language::Language;

use super::replay::whole;
use super::{file_name, folder_of};
use crate::Result;
use crate::backup::{hex, part_of, put, sync_folder};
use crate::edition::EditionText;
use crate::error::Error;
use crate::id::{OperationId, PersonId, SittingId};

/// What the line for programs begins with.
const MARK: &str = "shpalta-recovery-1 ";

/// Digits of a SHA-256.
const SEAL: usize = 64;

/// A journal that would grow beyond is written anew, with its last entry alone: a long night of
/// typing on a disk without room for the database should not fill it altogether.
const LONG: u64 = 256 * 1024;

/// A text that the database did not take, with what a save of it would have said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The story's slug.
    pub story: String,
    pub language: Language,
    /// Who typed it.
    pub person: PersonId,
    pub sitting: SittingId,
    /// The operation that replaying runs: once, however often it is tried.
    pub operation: OperationId,
    /// When it was kept.
    pub at: Timestamp,
    /// The draft's save counter that the text is based on.
    pub based_on: u64,
    /// The number of the followed edition's revision that the writer saw; none: its newest.
    pub seen: Option<u32>,
    #[serde(skip)]
    pub text: EditionText,
    /// Words that had no place in the text yet, such as those of a row that is being translated.
    #[serde(skip)]
    pub loose: Vec<String>,
}

impl Entry {
    /// The text with the words that had no place in it: they stand at the end, where they are seen.
    pub fn whole(&self) -> EditionText {
        whole(&self.text, &self.loose)
    }
}

/// A journal with its last whole entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    pub path: PathBuf,
    pub entry: Entry,
}

/// The line for programs: what the entry is, and how the text below it is divided.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    entry: Entry,
    /// Name and length in bytes of each part.
    parts: Vec<(String, usize)>,
}

/// Keeps a text in the journal of its sitting, and has it on disk.
///
/// # Errors
/// [`Error::NoNewsroom`] where the newsroom's folder is gone, [`Error::DiskFull`],
/// [`Error::ReadOnly`], [`Error::Files`]. What was kept before is still there then.
pub fn keep(newsroom: &Path, entry: &Entry) -> Result<()> {
    let folder = folder_of(newsroom)?;
    let path = folder.join(name_of(&entry.story, entry.language, entry.sitting));
    let failed = |error: io::Error| Error::files(&path, &error);
    let written = record(entry).map_err(failed)?;
    let length = fs::metadata(&path).map_or(0, |file| file.len());
    let grown = length + written.len() as u64;
    if length > 0 && grown > LONG.max(4 * written.len() as u64) && anew(&path, &written).is_ok() {
        return sync_folder(&folder);
    }
    append(&path, &written, length).map_err(failed)?;
    if length == 0 { sync_folder(&folder) } else { Ok(()) }
}

/// Removes the journal of a sitting: the database has its text. One that is not there is none.
///
/// # Errors
/// [`Error::Files`] and the like.
pub fn remove(newsroom: &Path, story: &str, language: Language, sitting: SittingId) -> Result<()> {
    discard(&newsroom.join("recovery").join(name_of(story, language, sitting)))
}

pub(super) fn discard(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::files(path, &error)),
        _ => path.parent().map_or(Ok(()), sync_folder),
    }
}

/// The journals of a newsroom that have a whole entry, the oldest first.
pub fn journals(newsroom: &Path) -> Vec<Journal> {
    let entries = fs::read_dir(newsroom.join("recovery")).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let mut all: Vec<Journal> = files
        .filter_map(|path| {
            let entry = last_whole(&fs::read(&path).ok()?)?;
            Some(Journal { path, entry })
        })
        .collect();
    all.sort_by(|a, b| (a.entry.at, &a.path).cmp(&(b.entry.at, &b.path)));
    all
}

/// What a person sees in the folder.
fn name_of(story: &str, language: Language, sitting: SittingId) -> String {
    let story = file_name(story);
    format!("{story}.{}.{sitting}.txt", language.code())
}

/// What cannot be written whole is taken back.
fn append(path: &Path, written: &[u8], length: u64) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    let done = file.write_all(written).and_then(|()| file.sync_all());
    done.inspect_err(|_| {
        let _ = file.set_len(length);
        if length == 0 {
            let _ = fs::remove_file(path);
        }
    })
}

fn anew(path: &Path, written: &[u8]) -> Result<()> {
    let part = part_of(path);
    let failed = |error: io::Error| Error::files(&part, &error);
    let mut file = File::create(&part).map_err(failed)?;
    let done = file.write_all(written).and_then(|()| file.sync_all());
    done.map_err(failed).and_then(|()| put(&part, path)).inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })
}

/// The line for programs has a SHA-256 of the rest of it and of the text before it.
fn record(entry: &Entry) -> io::Result<Vec<u8>> {
    let parts = parts(entry);
    let lengths = parts.iter().map(|(name, text)| ((*name).to_owned(), text.len())).collect();
    let line = serde_json::to_string(&Line { entry: entry.clone(), parts: lengths })?;
    let texts: String = parts.iter().map(|(_, text)| format!("{text}\n\n")).collect();
    let sealed = format!("{line}\n{texts}");
    Ok(format!("{MARK}{} {sealed}", seal(sealed.as_bytes())).into_bytes())
}

fn seal(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn parts(entry: &Entry) -> Vec<(&str, &str)> {
    let EditionText { headline, lead, body, variants } = &entry.text;
    let variants = variants.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let loose = entry.loose.iter().map(|words| (LOOSE, words.as_str()));
    let fixed = [(HEADLINE, headline.as_str()), (LEAD, lead.as_str()), (BODY, body.as_str())];
    fixed.into_iter().chain(variants).chain(loose).collect()
}

/// Names of parts that are no variant.
const HEADLINE: &str = "/headline";
const LEAD: &str = "/lead";
const BODY: &str = "/body";
const LOOSE: &str = "/loose";

/// The last entry that is what was written. What stands between entries, such as the beginning of
/// one that a power cut ended, is passed over.
fn last_whole(bytes: &[u8]) -> Option<Entry> {
    let (mut at, mut last) = (0, None);
    while let Some(next) = next_mark(&bytes[at..]) {
        at += next;
        match entry_at(&bytes[at..]) {
            Some((entry, length)) => {
                last = Some(entry);
                at += length;
            }
            None => at += MARK.len(),
        }
    }
    last
}

/// Where the next line for programs may begin.
fn next_mark(bytes: &[u8]) -> Option<usize> {
    bytes.windows(MARK.len()).position(|window| window == MARK.as_bytes())
}

/// The entry that begins there, and its length.
fn entry_at(bytes: &[u8]) -> Option<(Entry, usize)> {
    let start = MARK.len() + SEAL + 1;
    let end = bytes.iter().position(|byte| *byte == b'\n').filter(|end| *end > start)?;
    let line: Line = serde_json::from_slice(&bytes[start..end]).ok()?;
    let length = line.parts.iter().try_fold(end + 1, |sum, (_, length)| {
        let with_gap = length.checked_add(2)?;
        usize::checked_add(sum, with_gap)
    })?;
    let sealed = bytes.get(start..length)?;
    let is_whole = bytes[MARK.len()..start] == *format!("{} ", seal(sealed)).as_bytes();
    let texts = std::str::from_utf8(&bytes[end + 1..length]).ok().filter(|_| is_whole)?;
    Some((divided(&line, texts)?, length))
}

fn divided(line: &Line, texts: &str) -> Option<Entry> {
    let mut entry = line.entry.clone();
    let mut at = 0;
    for (name, length) in &line.parts {
        let text = texts.get(at..at + length)?.to_owned();
        match name.as_str() {
            HEADLINE => entry.text.headline = text,
            LEAD => entry.text.lead = text,
            BODY => entry.text.body = text,
            LOOSE => entry.loose.push(text),
            variant => _ = entry.text.variants.insert(variant.to_owned(), text),
        }
        at += length + 2;
    }
    Some(entry)
}

#[cfg(test)]
mod tests;
