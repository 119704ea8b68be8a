//! A newsroom is what export reads.

use std::cmp::Reverse;
use std::path::PathBuf;

use jiff::Timestamp;
use shpalta_language::date::{When, kyiv};
use shpalta_newsroom::id::{MediaHash, StoryId};
use shpalta_newsroom::names::Names;
use shpalta_newsroom::publication::Dossier;
use shpalta_newsroom::setting::Site;
use shpalta_newsroom::story::Story;
use shpalta_newsroom::{Newsroom, Result};

use super::Source;

impl Source for Newsroom {
    fn site(&self) -> Result<Site> {
        self.site()
    }

    fn stories(&self) -> Result<Vec<(StoryId, String)>> {
        let ids = self.story_ids()?.into_iter();
        let mut stories = ids.map(|id| self.story(id)).collect::<Result<Vec<_>>>()?;
        stories.sort_by_key(|story| Reverse((news_instant(story), story.id)));
        Ok(stories.into_iter().map(|story| (story.id, story.slug)).collect())
    }

    fn dossier(&self, story: StoryId) -> Result<Dossier> {
        self.dossier(story)
    }

    fn media_path(&self, hash: MediaHash) -> PathBuf {
        self.media_path(hash)
    }

    fn made_of_media(&self, hash: MediaHash) -> Option<PathBuf> {
        Some(self.made_of_media(hash))
    }

    fn credit(&self, hash: MediaHash) -> Result<Names> {
        Ok(self.media_file(hash)?.map(|media| media.credit).unwrap_or_default())
    }
}

/// The instant by which a story is news. A day begins at midnight in Kyiv; a story without a date
/// is news when it is first published, which for one that is not is now. Equal instants go by the
/// story's age, so that an edit never moves a story on a front page.
fn news_instant(story: &Story) -> Timestamp {
    let instant = match story.when {
        Some(When::Instant(instant)) => Some(instant),
        Some(When::Day(day)) => {
            day.to_zoned_datetime(kyiv()).ok().map(|midnight| midnight.timestamp())
        }
        None => story.first_published,
    };
    instant.unwrap_or(Timestamp::MAX)
}
