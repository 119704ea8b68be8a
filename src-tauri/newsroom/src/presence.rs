//! Who has which story open.
//!
//! Each program leaves a file per story in `cache/open/` and renews it; the newsroom's database
//! knows nothing of it. A courtesy among people, no lock: it fails silently and hinders nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;
use uuid::Uuid;

use crate::id::{PersonId, StoryId};
use crate::{Newsroom, staff};

/// A file that was not renewed for so long says nothing any more.
const STALE: SignedDuration = SignedDuration::from_secs(30);

/// A file that old was left by a program that crashed.
const ABANDONED: SignedDuration = SignedDuration::from_hours(1);

/// Where a program has a story open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// Tells running programs apart, on this computer and on others that share the folder.
    pub process: Uuid,
    pub story: StoryId,
    pub person: PersonId,
    pub language: Language,
}

/// Somebody else who has a story open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Present {
    /// Their name.
    pub person: String,
    pub language: Language,
    /// When they were there last.
    #[ts(type = "string")]
    pub at: Timestamp,
}

/// What stands in a file.
#[derive(Debug, Serialize, Deserialize)]
struct Sign {
    person: PersonId,
    language: Language,
    at: Timestamp,
}

impl Newsroom {
    /// Says that a program has a story open, and answers who else has. To be said again every ten
    /// seconds or so.
    pub fn present(&self, here: &Here, now: Timestamp) -> Vec<Present> {
        let folder = open_folder(self);
        clear(&folder, now);
        let sign = Sign { person: here.person, language: here.language, at: now };
        let _ = leave_sign(&folder, &file_name(here.story, here.process), &sign);
        self.who_has_open(here.story, here.process, now)
    }

    /// Who has a story open in other programs than `process`, in the order of their names.
    pub fn who_has_open(&self, story: StoryId, process: Uuid, now: Timestamp) -> Vec<Present> {
        let own = file_name(story, process);
        let mut last: BTreeMap<(String, Language), Timestamp> = BTreeMap::new();
        for (name, path) in signs(&open_folder(self)) {
            if name == own || !name.starts_with(&format!("{story}.")) {
                continue;
            }
            let Some(sign) = read_sign(&path).filter(|sign| is_fresh(sign.at, now)) else {
                continue;
            };
            if let Ok(person) = self.read(|sql| staff::person(sql, sign.person)) {
                let at = last.entry((person.name, sign.language)).or_insert(sign.at);
                *at = sign.at.max(*at);
            }
        }
        let present = last.into_iter();
        present.map(|((person, language), at)| Present { person, language, at }).collect()
    }

    /// Says that a program has a story open no longer.
    pub fn absent(&self, story: StoryId, process: Uuid) {
        let _ = fs::remove_file(open_folder(self).join(file_name(story, process)));
    }
}

fn open_folder(newsroom: &Newsroom) -> PathBuf {
    newsroom.folder().join("cache").join("open")
}

fn file_name(story: StoryId, process: Uuid) -> String {
    format!("{story}.{process}.json")
}

/// The files with their names; none where there is no such folder.
fn signs(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.map(|entry| (entry.file_name().to_string_lossy().into(), entry.path()));
    named.filter(|(name, _): &(String, _)| name.ends_with(".json")).collect()
}

fn read_sign(file: &Path) -> Option<Sign> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

/// Clocks of two computers differ either way.
fn is_fresh(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at).abs() <= STALE
}

/// Written beside its place and renamed, so that nobody reads half of it.
fn leave_sign(folder: &Path, name: &str, sign: &Sign) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let staged = folder.join(name).with_extension("part");
    fs::write(&staged, serde_json::to_vec(sign)?)?;
    fs::rename(&staged, folder.join(name))
}

fn clear(folder: &Path, now: Timestamp) {
    for (_, path) in signs(folder) {
        if read_sign(&path).is_some_and(|sign| now.duration_since(sign.at) > ABANDONED) {
            let _ = fs::remove_file(path);
        }
    }
}
