//! Translating: rows, what changed in them, and the claims that they are right.

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::id::{ContentHash, PairsHash, SittingId};
use shpalta_newsroom::translation::{Confirmed, InsertRow as Insertion, TranslateView, Which};
use ts_rs::TS;
use uuid::Uuid;

use super::write::{SaveAnswer, answered};
use super::{Edition, said};
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirm {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    /// Counted from 1; none: all that are not up to date.
    pub(crate) row: Option<u32>,
    pub(crate) reason: Option<String>,
    /// The hash of the pairs that the person saw (`TranslateView::content`).
    pub(crate) content: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct InsertRow {
    pub(crate) operation: Uuid,
    pub(crate) sitting: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) row: u32,
    /// None: the original's words.
    pub(crate) words: Option<String>,
    pub(crate) based_on: u64,
    pub(crate) seen: Option<u32>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Minor {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    /// Of the original, counted from 1.
    pub(crate) block: u32,
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Passed {
    /// Rows of translations that need not follow.
    pub(crate) rows: u32,
}

/// A content hash as the window sends it back.
pub(super) fn content(hash: &str) -> Result<ContentHash, Failure> {
    ContentHash::from_hex(hash).ok_or_else(|| Failure::bad_request(hash))
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

pub(crate) fn view(desk: &Desk, wanted: Edition) -> Result<TranslateView, Failure> {
    desk.read_story(&wanted.story, |newsroom, story| newsroom.translate(story, wanted.language))
}

pub(crate) fn confirm(desk: &Desk, wanted: Confirm) -> Result<Confirmed, Failure> {
    let seen = PairsHash::from_hex(&wanted.content);
    let seen = seen.ok_or_else(|| Failure::bad_request(&wanted.content))?;
    let which = wanted.row.map_or(Which::All, |row| Which::Row(index(row)));
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let reason = said(wanted.reason.as_ref());
        newsroom.confirm(act, story, wanted.language, which, reason, Some(seen))
    })
}

pub(crate) fn insert(desk: &Desk, wanted: InsertRow) -> Result<SaveAnswer, Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let insertion = Insertion {
            story,
            language: wanted.language,
            row: index(wanted.row),
            words: wanted.words.as_deref(),
            based_on: wanted.based_on,
            seen: wanted.seen,
            sitting: Some(SittingId(wanted.sitting)),
        };
        let saved = newsroom.insert_row(act, &insertion)?;
        answered(newsroom, act, story, wanted.language, saved, None)
    })
}

pub(crate) fn minor(desk: &Desk, wanted: Minor) -> Result<Passed, Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let reason = said(wanted.reason.as_ref());
        let rows = newsroom.mark_minor(act, story, index(wanted.block), reason)?;
        Ok(Passed { rows: u32::try_from(rows).unwrap_or(u32::MAX) })
    })
}
