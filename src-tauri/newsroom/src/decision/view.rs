//! A text as an editor reviews it: what changed since the last approval, here and in what it is
//! made from, and what would speak against another one.

use jiff::Timestamp;
use rusqlite::Connection;
use serde::Serialize;
use shpalta_language::Language;
use ts_rs::TS;

use super::approve::changed_facts;
use super::compare::{ReviewBlock, compared};
use super::ready::{details_now, ready};
use super::{DecisionKind, Verdict, last_approval, standing_approval};
use crate::edition::Edition;
use crate::error::{Error, Params};
use crate::finding::Finding;
use crate::id::{ContentHash, PersonId, RevisionId, StoryId};
use crate::publication;
use crate::revision::{Revision, Stand};
use crate::status::{Editorial, Picture};
use crate::story::Story;
use crate::translation::Row;
use crate::{Newsroom, Result, staff, story};

/// What an editor needs to see before approving an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewView {
    /// The story's slug.
    pub story: String,
    pub language: Language,
    /// The language of the edition that it is made from; none: it is the original.
    pub original: Option<Language>,
    /// The newest revision of the draft's line.
    pub revision: Option<u32>,
    /// What an approval names as looked at.
    pub content: Option<ContentHash>,
    pub editorial: Editorial,
    /// The submit that waits for a decision.
    pub submitted: Option<Signed>,
    /// The return that waits for another submit.
    pub returned: Option<Signed>,
    /// The last approval of this language, revoked since or not.
    pub since: Option<Signed>,
    /// The text against the one that was approved then.
    pub blocks: Vec<ReviewBlock>,
    /// What stood approved of the edition that it is made from at that approval.
    pub original_since: Option<Signed>,
    /// What counts of that edition now against what stood approved then; where nothing did, all of
    /// it is the same.
    pub original_blocks: Vec<ReviewBlock>,
    pub findings: Vec<Finding>,
    pub rows: Vec<Row>,
    pub behind: usize,
    pub coming: usize,
    /// The approval that stands is of other details than the page has now.
    pub details_changed: bool,
    pub second_look: bool,
    /// Its page was exported: what kind of change an approval is matters.
    pub is_out: bool,
    /// The last correction of the original, with its note, if that has not come to the page that is
    /// out.
    pub awaited: Option<Signed>,
    /// Facts that differ from the exported text: the change is not silent.
    pub changed_facts: Vec<String>,
    /// Why the person cannot approve it now as an update.
    pub refusal: Option<Refused>,
}

/// A decision with who made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Signed {
    pub person: String,
    #[ts(type = "string")]
    pub at: Timestamp,
    pub revision: Option<u32>,
    pub note: Option<String>,
}

/// An error, as a window is told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Refused {
    pub code: &'static str,
    pub params: Params,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self { code: error.code(), params: error.params() }
    }
}

impl Newsroom {
    /// An edition's text as an editor reviews it; `person` is who would approve.
    pub fn review(
        &self,
        story: StoryId,
        language: Language,
        person: PersonId,
    ) -> Result<ReviewView> {
        self.read(|sql| {
            let edition = Edition::of(sql, story, language)?;
            view(sql, Picture::of(sql, edition)?, person)
        })
    }
}

fn view(sql: &Connection, picture: Picture, person: PersonId) -> Result<ReviewView> {
    let edition = &picture.edition;
    let since = last_approval(sql, edition.id, i64::MAX)?;
    let revision_of = |verdict: &Option<Verdict>| verdict.as_ref().and_then(|one| one.revision);
    let approved = Stand::load(sql, edition.language, revision_of(&since))?;
    let (original_since, original_blocks) = original(sql, &picture, since.as_ref())?;
    let last = picture.verdicts.last.as_ref();
    let last_of = |kind| signed(sql, last.filter(|last| last.kind == kind));
    let details = details_now(sql, &picture)?;
    let standing = picture.verdicts.approval();
    let is_out = publication::is_out(sql, edition.id)?;
    let story = story::get(sql, edition.story)?;
    Ok(ReviewView {
        awaited: if is_out { awaited(sql, &story, edition.language)? } else { None },
        story: story.slug,
        language: edition.language,
        original: edition.follows,
        revision: number(sql, edition.head)?,
        content: picture.draft.content,
        editorial: picture.editorial(),
        submitted: last_of(DecisionKind::Submit)?,
        returned: last_of(DecisionKind::Return)?,
        since: signed(sql, since.as_ref())?,
        blocks: compared(&approved, &picture.stand),
        original_since,
        original_blocks,
        findings: picture.findings.clone(),
        rows: picture.rows.rows.clone(),
        behind: picture.rows.behind,
        coming: picture.rows.coming,
        details_changed: standing.is_some_and(|approval| approval.details != Some(details)),
        second_look: picture.second_look_due(),
        is_out,
        changed_facts: changed_facts(sql, &picture)?,
        refusal: refusal(sql, &picture, person)?,
    })
}

/// The correction of the original that the page of a language lacks.
fn awaited(sql: &Connection, story: &Story, language: Language) -> Result<Option<Signed>> {
    let Some(position) = publication::awaited(sql, story.id, language)? else { return Ok(None) };
    let original = Edition::of(sql, story.id, story.original)?;
    signed(sql, last_approval(sql, original.id, position + 1)?.as_ref())
}

/// What a text is made from: the approval that stood at the text's own last approval, and what
/// became of it.
fn original(
    sql: &Connection,
    picture: &Picture,
    since: Option<&Verdict>,
) -> Result<(Option<Signed>, Vec<ReviewBlock>)> {
    if picture.edition.follows.is_none() {
        return Ok((None, Vec::new()));
    }
    let followed = picture.edition.followed(sql)?;
    let then = match since {
        Some(since) => standing_approval(sql, followed.id, since.position)?,
        None => None,
    };
    let now = Stand::load(sql, followed.language, picture.reference.revision)?;
    let blocks = match then.as_ref().and_then(|then| then.revision) {
        Some(then) => compared(&Stand::load(sql, followed.language, Some(then))?, &now),
        None => compared(&now, &now),
    };
    Ok((signed(sql, then.as_ref())?, blocks))
}

/// The error that approving would answer with. What went wrong in reading is no answer.
fn refusal(sql: &Connection, picture: &Picture, person: PersonId) -> Result<Option<Refused>> {
    match ready(sql, picture, &staff::person(sql, person)?) {
        Ok(_) => Ok(None),
        Err(error @ Error::Database(_)) => Err(error),
        Err(error) => Ok(Some(error.into())),
    }
}

fn number(sql: &Connection, revision: Option<RevisionId>) -> Result<Option<u32>> {
    revision.map(|id| Revision::get(sql, id).map(|revision| revision.number)).transpose()
}

fn signed(sql: &Connection, verdict: Option<&Verdict>) -> Result<Option<Signed>> {
    let Some(verdict) = verdict else { return Ok(None) };
    Ok(Some(Signed {
        person: staff::person(sql, verdict.person)?.name,
        at: verdict.at,
        revision: number(sql, verdict.revision)?,
        note: verdict.note.clone(),
    }))
}
