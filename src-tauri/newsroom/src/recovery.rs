//! Recovery: what keeps a text when the database does not take it, and what brings a newsroom back
//! whose database is lost.
//!
//! `recovery/` holds a [`journal`](Entry) of each draft that could not be saved, a sign for each
//! window that has the newsroom open ([`Sign`]), and databases that were moved aside.

mod checked;
mod journal;
mod replace;
mod replay;
mod sign;
mod texts;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::error::Error;

pub use checked::{check_is_due, note_check};
pub use journal::{Entry, Journal, journals, keep, remove};
pub use replace::{Replaced, Rescue, is_lost, moved_aside, replace, rescue};
pub use replay::Replayed;
pub use sign::{Sign, Signs};
pub use texts::{Text, write_texts};

/// The folder of all this. A newsroom's folder that is gone is not made anew: it may be on a disk
/// that comes back.
fn folder_of(newsroom: &Path) -> Result<PathBuf> {
    let folder = newsroom.join("recovery");
    let failed = |error: io::Error| Error::files(&folder, &error);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Error::NoNewsroom(newsroom.to_owned()));
        }
        other => other.map_err(failed)?,
    }
    Ok(folder)
}

/// A new folder within another one, by this name or, where that is taken, with a number.
fn new_folder(parent: &Path, name: &str) -> Result<PathBuf> {
    let mut folder = parent.join(name);
    let mut number = 1;
    loop {
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::files(&folder, &error)),
            Ok(()) => return Ok(folder),
        }
        number += 1;
        folder = parent.join(format!("{name}-{number}"));
    }
}

/// What a file of a story begins with. A slug has letters, digits and hyphens; nothing else of it
/// comes into a path.
fn file_name(story: &str) -> String {
    let safe = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    story.chars().take(80).map(safe).collect()
}
