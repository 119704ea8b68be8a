//! What an export tells of stories that it does not look at, because nothing changed in them.

use serde::{Deserialize, Serialize};
use shpalta_newsroom::finding::FindingCode;
use shpalta_newsroom::publication::Dossier;

use super::{EditionFate, Run, Source};
use crate::error::Error;
use crate::preflight::{self, HeldBack};

/// What an export tells of a story.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Memory {
    pub held_back: Vec<HeldBack>,
    pub editions: Vec<EditionFate>,
}

impl<S: Source> Run<'_, S> {
    pub(super) fn tell(&mut self, told: Memory) {
        self.held_back.extend(told.held_back);
        self.editions.extend(told.editions);
    }

    /// What holds a story back is told by the next export, too; when the clock changes what is
    /// found in it, it is looked at again.
    pub(super) fn remember(&self, dossier: &Dossier, told: &Memory) -> Result<(), Error> {
        if !self.request.is_plain() {
            return Ok(());
        }
        let memory = match told.held_back.is_empty() {
            true => None,
            false => serde_json::to_string(told).ok(),
        };
        let findings = told.held_back.iter().flat_map(|held| &held.findings);
        // Nothing of the story itself will say when the other one has gone.
        let due = match findings.into_iter().any(|one| one.code == FindingCode::AddressTaken) {
            true => Some(self.request.now),
            false => preflight::next_turn(dossier, self.request.now),
        };
        Ok(self.folder.ledger.remember(dossier.story.id, memory.as_deref(), due)?)
    }

    /// Tells what held back the stories that this run did not look at.
    pub(super) fn recall(&mut self) -> Result<(), Error> {
        for (story, memory) in self.folder.ledger.held()? {
            if self.stories.contains(&story) {
                continue;
            }
            if let Ok(told) = serde_json::from_str(&memory) {
                self.tell(told);
            }
        }
        Ok(())
    }
}
