//! Writing one edition from the text of a file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use shpalta_language::Language;

use super::parsed::Parsed;
use super::{Group, ImportedStory, Saving, enter};
use crate::act::Act;
use crate::revision::Reason;
use crate::{Newsroom, Result};

/// A file's text for one edition of a story that is there. What it does not name stays.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenFile {
    /// The story's slug.
    pub story: String,
    pub language: Language,
    pub file: PathBuf,
    pub parsed: Parsed,
    /// The draft's save counter that the text is based on.
    pub based_on: u64,
    /// The number of the followed edition's revision that the writer saw; none: its newest.
    pub seen: Option<u32>,
}

impl Newsroom {
    /// Saves the draft as a file says it and cuts a revision; sets the details that it names.
    ///
    /// # Errors
    /// [`Error::NoStory`](crate::Error::NoStory), [`Error::NotAllowed`](crate::Error::NotAllowed),
    /// [`Error::NoRevision`](crate::Error::NoRevision) for a revision that was not there to be
    /// seen, [`Error::BadValue`](crate::Error::BadValue),
    /// [`Error::AddressTaken`](crate::Error::AddressTaken).
    pub fn write_file(&mut self, act: &Act, written: WrittenFile) -> Result<ImportedStory> {
        let saving =
            Saving { based_on: Some(written.based_on), seen: written.seen, reason: Reason::Write };
        let edition = (written.file, written.parsed);
        let editions = BTreeMap::from([(written.language, edition)]);
        let group = Group { slug: written.story, editions, saving };
        self.transact(act, "write", |tx| enter::group(tx, true, &group))
    }
}
