//! Approving: an editor puts their name to exactly this text.

use std::collections::BTreeMap;

use rusqlite::Connection;
use shpalta_language::{Language, facts};
use shpalta_text::{BlockHash, BlockKind};

use super::DecisionKind;
use super::ready::{Own, Ready, ready};
use super::review::cut_picture;
use crate::act::Act;
use crate::edition::{self, EditionText};
use crate::error::Error;
use crate::id::{ContentHash, StoryId};
use crate::publication::{self, ChangeKind};
use crate::status::Picture;
use crate::transact::Tx;
use crate::{Newsroom, Result};

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
            let picture = cut_picture(tx, story, language)?;
            if approving.content.is_some_and(|content| picture.draft.content != Some(content)) {
                return Err(Error::TextChanged);
            }
            let Ready { details, own } = ready(tx, &picture, &tx.person)?;
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
            let facts = changed_facts(tx, picture)?;
            match facts.is_empty() {
                true => Ok(()),
                false => Err(Error::NotSilent(facts.join(", "))),
            }
        }
    }
}

/// Facts and quotes in which the text differs from what is out; none while nothing is.
pub(super) fn changed_facts(sql: &Connection, picture: &Picture) -> Result<Vec<String>> {
    let out = publication::last_row(sql, picture.edition.id)?.and_then(|row| row.content);
    let Some(content) = out else { return Ok(Vec::new()) };
    let language = picture.edition.language;
    let (old, new) = (edition::text(sql, content)?, &picture.stand.text);
    let changed = facts::changed(language, &said(&old), &said(new));
    let mut facts: Vec<_> = changed.into_iter().map(|fact| fact.text).collect();
    if quotes(&old, language) != quotes(new, language) {
        facts.extend(quotes(new, language).into_values());
    }
    Ok(facts)
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
}
