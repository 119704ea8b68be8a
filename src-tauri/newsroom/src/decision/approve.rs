//! Approving: an editor puts their name to exactly this text.

use std::collections::BTreeMap;

use shpalta_language::{Language, facts};
use shpalta_text::{BlockHash, BlockKind};

use super::review::{cut_picture, no_text};
use super::{DecisionKind, Verdicts, submitter};
use crate::act::Act;
use crate::edition::{self, EditionText};
use crate::error::Error;
use crate::finding::{FindingCode, FindingCounts};
use crate::id::{ContentHash, StoryId};
use crate::publication::{self, ChangeKind};
use crate::status::{Editorial, Picture};
use crate::story;
use crate::transact::Tx;
use crate::{Newsroom, Result, setting};

/// What an approval says of the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approving<'a> {
    pub change: ChangeKind,
    /// The public note of a correction or clarification.
    pub note: Option<&'a str>,
    /// The content that the editor looked at; none for whatever stands there.
    pub content: Option<ContentHash>,
}

impl Newsroom {
    /// Approves an edition's text as it stands, for export; on an approved text whose details or
    /// pairs changed, or that waits for a second look, it is the editor's nod.
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::TextChanged`], [`Error::FourEyes`], [`Error::NoText`],
    /// [`Error::OriginalNotApproved`], [`Error::Behind`], [`Error::StopFindings`],
    /// [`Error::AlreadyApproved`], [`Error::NotSilent`], [`Error::NoteNeeded`].
    pub fn approve(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        approving: Approving<'_>,
    ) -> Result<()> {
        self.transact(act, "approve", |tx| {
            tx.person.must_approve(language)?;
            let picture = cut_picture(tx, story, language)?;
            if approving.content.is_some_and(|content| picture.draft.content != Some(content)) {
                return Err(Error::TextChanged);
            }
            if picture.editorial() == Editorial::NotStarted {
                return Err(no_text(tx, story, language)?);
            }
            let details = details_now(tx, &picture)?;
            let own = four_eyes(tx, &picture, details)?;
            text_is_ready(tx, &picture)?;
            change_is_so(tx, &picture, approving)?;
            let mut entry = picture.entry(DecisionKind::Approve);
            entry.details = Some(details);
            entry.note = approving.note.map(str::to_owned);
            entry.aspect = Some(aspect(approving.change, own));
            tx.log(entry)?;
            tx.changed(story, Some(picture.edition.id))?;
            for follower in picture.edition.followers(tx)? {
                tx.changed(story, Some(follower.id))?;
            }
            Ok(())
        })
    }
}

fn aspect(change: ChangeKind, own: Own) -> String {
    match own {
        Own::No => change.name().to_owned(),
        Own::Yes => format!("{} own", change.name()),
    }
}

fn details_now(tx: &Tx<'_>, picture: &Picture) -> Result<crate::id::DetailsHash> {
    let story = story::get(tx, picture.edition.story)?;
    Ok(story::details_hash(&story, &picture.edition, &picture.media))
}

/// Whether the approver approves a text of their own, as a policy may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Own {
    No,
    Yes,
}

fn four_eyes(tx: &Tx<'_>, picture: &Picture, details: crate::id::DetailsHash) -> Result<Own> {
    let standing = picture.verdicts.approval();
    if picture.editorial() == Editorial::Approved
        && let Some(approval) = standing
    {
        let second_look = approval.own && approval.person != tx.act.by;
        if approval.details == Some(details) && !second_look {
            return Err(Error::AlreadyApproved);
        }
        if second_look {
            return Ok(Own::No);
        }
    }
    if submitter(tx, &picture.edition, &picture.verdicts)? != Some(tx.act.by) {
        return Ok(Own::No);
    }
    if setting::policy(tx)?.self_approve {
        return Ok(Own::Yes);
    }
    Err(Error::FourEyes(tx.person.name.clone()))
}

fn text_is_ready(tx: &Tx<'_>, picture: &Picture) -> Result<()> {
    if picture.edition.follows.is_some() {
        let followed = picture.edition.followed(tx)?;
        if Verdicts::load(tx, followed.id)?.approval().is_none() {
            return Err(Error::OriginalNotApproved);
        }
    }
    if picture.rows.behind > 0 {
        return Err(Error::Behind(picture.rows.behind));
    }
    match FindingCounts::of(&picture.findings).stop {
        0 => Ok(()),
        stop => Err(Error::StopFindings(stop)),
    }
}

/// A correction or clarification of a page that is out says what it is; a silent change touches
/// no fact.
fn change_is_so(tx: &Tx<'_>, picture: &Picture, approving: Approving<'_>) -> Result<()> {
    match approving.change {
        ChangeKind::Update => Ok(()),
        ChangeKind::Correction | ChangeKind::Clarification => {
            match approving.note.is_some_and(|note| !note.trim().is_empty()) {
                true => Ok(()),
                false => Err(Error::NoteNeeded(approving.change)),
            }
        }
        ChangeKind::Silent => {
            let out = publication::last_row(tx, picture.edition.id)?.and_then(|row| row.content);
            let Some(content) = out else { return Ok(()) };
            let language = picture.edition.language;
            let (old, new) = (edition::text(tx, content)?, &picture.stand.text);
            let changed = facts::changed(language, &said(&old), &said(new));
            let mut facts: Vec<_> = changed.into_iter().map(|fact| fact.text).collect();
            if quotes(&old, language) != quotes(new, language) {
                facts.extend(quotes(new, language).into_values());
            }
            match facts.is_empty() {
                true => Ok(()),
                false => Err(Error::NotSilent(facts.join(", "))),
            }
        }
    }
}

/// Block quotes and who said them: the words are somebody's own.
fn quotes(text: &EditionText, language: Language) -> BTreeMap<BlockHash, String> {
    let blocks = text.blocks(language).into_iter();
    blocks
        .filter(|block| matches!(block.kind, BlockKind::Quote | BlockKind::Attribution))
        .map(|block| (block.hash, block.text))
        .collect()
}

fn said(text: &EditionText) -> String {
    [text.headline.as_str(), &text.lead, &text.body].join("\n\n")
}

impl Picture {
    /// Whether an approval stands whose approver had submitted the text.
    pub(crate) fn second_look_due(&self) -> bool {
        self.verdicts.approval().is_some_and(|approval| approval.own)
    }

    /// Findings of export about the rows of an approved text.
    pub(crate) fn behind_findings(&self, approval: i64) -> Vec<crate::finding::Finding> {
        let rows = self.rows.matched.iter().zip(1..);
        rows.filter(|(row, _)| !row.is_fresh() || !self.nodded(row, approval))
            .map(|(_, number)| crate::finding::Finding::of_row(FindingCode::Behind, number))
            .collect()
    }
}
