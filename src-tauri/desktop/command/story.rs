//! A story with its details and its three editions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::presence::{Here, Present};
use shpalta_newsroom::story::StoryView;
use ts_rs::TS;
use uuid::Uuid;

use super::{Edition, Story};
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewStory {
    pub(crate) operation: Uuid,
    /// The original's.
    pub(crate) language: Language,
    pub(crate) headline: String,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Made {
    /// The slug.
    pub(crate) story: String,
}

pub(crate) fn view(desk: &Desk, wanted: Story) -> Result<StoryView, Failure> {
    desk.read_story(&wanted.story, |newsroom, story| newsroom.story_view(story, Timestamp::now()))
}

/// Begins a story; its headline is what is written first.
pub(crate) fn new(desk: &Desk, wanted: NewStory) -> Result<Made, Failure> {
    desk.change(wanted.operation, |newsroom, act| {
        let story = newsroom.new_story(act, wanted.language, &wanted.headline)?;
        Ok(Made { story: newsroom.story(story)?.slug })
    })
}

pub(crate) fn present(desk: &Desk, wanted: Edition) -> Result<Vec<Present>, Failure> {
    let open = desk.newsroom()?;
    let (process, person) = (desk.process, open.me());
    desk.read_story(&wanted.story, |newsroom, story| {
        let here = Here { process, story, person, language: wanted.language };
        Ok(newsroom.present(&here, Timestamp::now()))
    })
}

/// The window shows the story no longer.
pub(crate) fn absent(desk: &Desk, wanted: Story) -> Result<(), Failure> {
    let process = desk.process;
    desk.read_story(&wanted.story, |newsroom, story| {
        newsroom.absent(story, process);
        Ok(())
    })
}
