//! A newsroom is what export reads.

use std::path::{Path, PathBuf};

use shpalta_newsroom::id::{MediaHash, StoryId};
use shpalta_newsroom::names::Names;
use shpalta_newsroom::publication::Dossier;
use shpalta_newsroom::publication::ledger::{Exports, Ledger};
use shpalta_newsroom::setting::{Policy, Site};
use shpalta_newsroom::{Error, Newsroom, Result};

use super::Source;

impl Source for Newsroom {
    fn site(&self) -> Result<Site> {
        self.site()
    }

    fn policy(&self) -> Result<Policy> {
        self.policy()
    }

    fn stories(&self) -> Result<Vec<(StoryId, String)>> {
        self.story_slugs()
    }

    fn story_named(&self, slug: &str) -> Result<Option<StoryId>> {
        match self.story_id(slug) {
            Err(Error::NoStory(_)) => Ok(None),
            found => found.map(Some),
        }
    }

    fn dossier(&self, story: StoryId) -> Result<Dossier> {
        self.dossier(story)
    }

    fn media_path(&self, hash: MediaHash) -> PathBuf {
        self.media_path(hash)
    }

    fn theme_folder(&self) -> Option<PathBuf> {
        Some(self.folder().join("theme"))
    }

    fn made_of_media(&self, hash: MediaHash) -> Option<PathBuf> {
        Some(self.made_of_media(hash))
    }

    fn credit(&self, hash: MediaHash) -> Result<Names> {
        Ok(self.media_file(hash)?.map(|media| media.credit).unwrap_or_default())
    }

    fn last_change(&self) -> Result<i64> {
        self.last_change()
    }

    fn changed_since(&self, position: i64, exports: Exports) -> Result<Vec<StoryId>> {
        self.stories_changed_since(position, exports)
    }

    fn ledger(&self, folder: &Path) -> Option<Ledger> {
        self.ledger(folder)
    }

    fn server_notes(&self, folder: &Path) -> Option<PathBuf> {
        self.server_notes(folder)
    }

    fn another(&self) -> Result<Self> {
        self.another()
    }
}
