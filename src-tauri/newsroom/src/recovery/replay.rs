//! Replaying: what a journal holds is saved as if it had been typed just now.

use std::path::PathBuf;

use serde::Serialize;
use shpalta_language::Language;
use ts_rs::TS;

use super::journal::{Entry, Journal, discard};
use crate::act::Act;
use crate::draft::{Draft, Save, Saved};
use crate::edition::EditionText;
use crate::error::Error;
use crate::{Newsroom, Result};

/// What became of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Replayed {
    /// Its text is the draft now, or was already.
    Saved { story: String, language: Language },
    /// The draft went on meanwhile: the text stands beside it as a revision.
    Aside { story: String, language: Language, kept: u32 },
    /// The text lies in its file still: there is no such story, or its writer has left.
    Left {
        story: String,
        language: Language,
        #[ts(type = "string")]
        path: PathBuf,
        code: &'static str,
    },
}

impl Newsroom {
    /// Saves what a journal holds, in the name of whoever typed it, and removes the journal once
    /// that is committed. A draft that is older than what the text was based on, as one of a
    /// restored backup, gets it on top; one that went on keeps its text, and both are there.
    ///
    /// # Errors
    /// Those of saving that may pass, such as a full disk; the journal stays.
    pub fn replay(&mut self, journal: &Journal) -> Result<Replayed> {
        let (story, language) = (journal.entry.story.clone(), journal.entry.language);
        let saved = match self.save_journal(journal) {
            Ok(saved) => saved,
            Err(error) if error.is_about_storage() => return Err(error),
            Err(error) => {
                let (path, code) = (journal.path.clone(), error.code());
                return Ok(Replayed::Left { story, language, path, code });
            }
        };
        discard(&journal.path)?;
        Ok(match saved {
            Saved::Conflict { kept, .. } => Replayed::Aside { story, language, kept },
            Saved::Saved { .. } | Saved::Unchanged { .. } => Replayed::Saved { story, language },
        })
    }

    fn save_journal(&mut self, journal: &Journal) -> Result<Saved> {
        let entry = &journal.entry;
        let story = self.story_id(&entry.story)?;
        let act = Act { operation: entry.operation, by: entry.person, at: entry.at };
        let draft = self.draft(story, entry.language)?;
        let text = entry.whole();
        let mut save = Save {
            story,
            language: entry.language,
            text: &text,
            based_on: match goes_on(entry, &draft) {
                true => draft.save,
                false => entry.based_on.min(draft.save),
            },
            seen: entry.seen,
            sitting: Some(entry.sitting),
        };
        match self.save_draft(&act, &save) {
            // An older newsroom does not know what the writer saw: its newest is part of that.
            Err(Error::NoRevision { .. } | Error::IsOriginal) if save.seen.is_some() => {
                save.seen = None;
                self.save_draft(&act, &save)
            }
            other => other,
        }
    }
}

/// Whether the draft is what the same hand saved in the same sitting, before this was kept: a save
/// that was long on its way came through after all.
fn goes_on(entry: &Entry, draft: &Draft) -> bool {
    draft.sitting == Some(entry.sitting)
        && draft.person == Some(entry.person)
        && draft.at.is_some_and(|at| at <= entry.at)
}

/// Words without a place stand at the end, where they are seen.
pub(super) fn whole(text: &EditionText, loose: &[String]) -> EditionText {
    let mut text = text.clone();
    for words in loose {
        text.body = format!("{}\n\n{words}", text.body.trim_end());
    }
    text
}

#[cfg(test)]
mod tests;
