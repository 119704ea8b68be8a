//! Verifying: every hash, link, basis, chain and media file is what it says it is.

mod board;
mod chain;
mod content;
mod media;
mod relation;
mod rows;
mod subject;

use rusqlite::Connection;
use serde::Serialize;

use crate::error::Error;
use crate::{Newsroom, Result};

pub(crate) use media::{MEDIA_MISSING, Photos};

/// Something that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// A stable code.
    pub code: &'static str,
    /// What it is about: for a text its story, language and revisions.
    pub subject: String,
    /// What it means.
    pub meaning: &'static str,
}

/// What was looked at, and what was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub texts: usize,
    /// Texts whose words were erased: their hashes stand for them.
    pub erased: usize,
    pub revisions: usize,
    pub decisions: usize,
    /// Photos that are to be there.
    pub media: usize,
    /// Photos that were erased: nothing of them is to be there.
    pub erased_media: usize,
    pub faults: Vec<Fault>,
}

impl Newsroom {
    /// Walks the whole newsroom, and where nothing was changed since the last backup compares every
    /// row with it. What is damaged beyond reading is a fault like others: the rest is looked at.
    /// Reads only, on one state, and holds no writer up.
    ///
    /// # Errors
    /// Those of beginning to read.
    pub fn verify(&self) -> Result<Verification> {
        self.read(|sql| {
            let mut found = walk(sql, Photos::In(self.folder()))?;
            found.look("rows", |found| rows::check(sql, &self.backup_folder(), found));
            Ok(found)
        })
    }
}

impl Newsroom {
    /// What the caches hold otherwise than it is.
    ///
    /// # Errors
    /// As [`Newsroom::verify`].
    pub fn cache_faults(&self) -> Result<Vec<Fault>> {
        self.read(|sql| {
            let mut found = Verification::default();
            found.look("board", |found| board::check(sql, found));
            Ok(found.faults)
        })
    }
}

/// Walks what a connection reads.
pub(crate) fn walk(sql: &Connection, photos: Photos<'_>) -> Result<Verification> {
    let mut found = Verification::default();
    found.look("database", |found| relation::integrity(sql, found));
    found.look("texts", |found| content::texts(sql, found));
    found.look("drafts", |found| content::drafts(sql, found));
    found.look("revisions", |found| content::revisions(sql, found));
    found.look("bases and links", |found| relation::check(sql, found));
    found.look("decisions", |found| chain::check(sql, found));
    found.look("media", |found| media::check(sql, photos, found));
    found.look("board", |found| board::check(sql, found));
    Ok(found)
}

impl Verification {
    /// Looks at one part; what stops that is a fault, and the walk goes on.
    fn look(&mut self, part: &str, look: impl FnOnce(&mut Self) -> Result<()>) {
        let Err(error) = look(self) else { return };
        let detail = match error {
            Error::Database(error) => error.to_string(),
            error => error.to_string(),
        };
        let meaning = "the database is damaged there: this part could not be looked at to its end";
        self.fault("database", format!("{part}: {detail}"), meaning);
    }

    fn fault(&mut self, code: &'static str, subject: impl ToString, meaning: &'static str) {
        self.faults.push(Fault::of(code, subject, meaning));
    }
}

impl Fault {
    pub(crate) fn of(code: &'static str, subject: impl ToString, meaning: &'static str) -> Self {
        Self { code, subject: subject.to_string(), meaning }
    }
}
