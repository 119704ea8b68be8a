//! What was.

use serde::Deserialize;
use shpalta_language::Language;
use shpalta_newsroom::history::{FieldDiff, History};
use ts_rs::TS;
use uuid::Uuid;

use super::Edition;
use super::write::{SaveAnswer, answered};
use crate::desk::Desk;
use crate::failure::Failure;

/// Two revisions to be compared.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Diff {
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) old: u32,
    pub(crate) new: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Restore {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) revision: u32,
    pub(crate) based_on: u64,
}

pub(crate) fn view(desk: &Desk, wanted: Edition) -> Result<History, Failure> {
    desk.read_story(&wanted.story, |newsroom, story| newsroom.history(story, wanted.language))
}

pub(crate) fn diff(desk: &Desk, wanted: Diff) -> Result<Vec<FieldDiff>, Failure> {
    desk.read_story(&wanted.story, |newsroom, story| {
        newsroom.diff(story, wanted.language, wanted.old, wanted.new)
    })
}

pub(crate) fn restore(desk: &Desk, wanted: Restore) -> Result<SaveAnswer, Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let (language, revision) = (wanted.language, wanted.revision);
        let saved = newsroom.restore(act, story, language, revision, wanted.based_on)?;
        answered(newsroom, act, story, language, saved, None)
    })
}
