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
pub use replace::{Replaced, Rescue, replace, rescue};
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
