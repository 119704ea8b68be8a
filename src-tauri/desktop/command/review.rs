//! Review: what changed, and the editor's decisions.

use serde::Deserialize;
use shpalta_language::Language;
use shpalta_newsroom::decision::{Approving, ReviewView};
use shpalta_newsroom::publication::{ChangeKind, WithdrawalKind};
use ts_rs::TS;
use uuid::Uuid;

use super::translate::content;
use super::{Decide, Edition, said};
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Approve {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) change: ChangeKind,
    /// The public note of a correction or clarification.
    pub(crate) note: Option<String>,
    /// The content hash of the text that the editor saw: exactly this text is approved.
    pub(crate) content: String,
}

/// What becomes of a page.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WithdrawKind {
    Withdrawn,
    Held,
    Reinstated,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Withdraw {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    /// None: the whole story.
    pub(crate) language: Option<Language>,
    pub(crate) kind: WithdrawKind,
    pub(crate) note: Option<String>,
}

pub(crate) fn view(desk: &Desk, wanted: Edition) -> Result<ReviewView, Failure> {
    let me = desk.newsroom()?.me();
    desk.read_story(&wanted.story, |newsroom, story| newsroom.review(story, wanted.language, me))
}

pub(crate) fn submit(desk: &Desk, wanted: Decide) -> Result<(), Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        newsroom.submit(act, story, wanted.language, said(wanted.note.as_ref()))
    })
}

pub(crate) fn return_edition(desk: &Desk, wanted: Decide) -> Result<(), Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        newsroom.return_text(act, story, wanted.language, said(wanted.note.as_ref()))
    })
}

pub(crate) fn revoke(desk: &Desk, wanted: Decide) -> Result<(), Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        newsroom.revoke(act, story, wanted.language, said(wanted.note.as_ref()))
    })
}

pub(crate) fn approve(desk: &Desk, wanted: Approve) -> Result<(), Failure> {
    let seen = content(&wanted.content)?;
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let note = said(wanted.note.as_ref());
        let approving = Approving { change: wanted.change, note, content: Some(seen) };
        newsroom.approve(act, story, wanted.language, approving)
    })
}

pub(crate) fn withdraw(desk: &Desk, wanted: Withdraw) -> Result<(), Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let (language, note) = (wanted.language, said(wanted.note.as_ref()));
        match wanted.kind {
            WithdrawKind::Withdrawn => {
                newsroom.withdraw(act, story, language, WithdrawalKind::Withdrawn, note)
            }
            WithdrawKind::Held => {
                newsroom.withdraw(act, story, language, WithdrawalKind::Held, note)
            }
            WithdrawKind::Reinstated => newsroom.reinstate(act, story, language, note),
        }
    })
}
