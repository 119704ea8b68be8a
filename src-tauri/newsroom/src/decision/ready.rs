//! Whether a person could approve a text as it stands: what approving asks and what a review tells.

use rusqlite::Connection;

use super::review::no_text;
use super::{Verdicts, submitter};
use crate::error::Error;
use crate::finding::FindingCounts;
use crate::id::DetailsHash;
use crate::staff::Person;
use crate::status::{Editorial, Picture};
use crate::{Result, setting, story};

/// What is known of an approval that nothing speaks against.
pub(super) struct Ready {
    pub(super) details: DetailsHash,
    pub(super) own: Own,
}

/// Refuses what may not be approved, whatever kind of change it is said to be.
pub(super) fn ready(sql: &Connection, picture: &Picture, person: &Person) -> Result<Ready> {
    let language = picture.edition.language;
    person.must_approve(language)?;
    if picture.editorial() == Editorial::NotStarted {
        return Err(no_text(sql, picture.edition.story, language)?);
    }
    let details = details_now(sql, picture)?;
    let own = four_eyes(sql, picture, person, details)?;
    text_is_ready(sql, picture)?;
    Ok(Ready { details, own })
}

/// The details of the edition's page as they stand now.
pub(super) fn details_now(sql: &Connection, picture: &Picture) -> Result<DetailsHash> {
    let story = story::get(sql, picture.edition.story)?;
    Ok(story::details_hash(&story, &picture.edition, &picture.media))
}

/// Whether the approver approves a text of their own, as a policy may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    No,
    Yes,
}

fn four_eyes(
    sql: &Connection,
    picture: &Picture,
    person: &Person,
    details: DetailsHash,
) -> Result<Own> {
    let standing = picture.verdicts.approval();
    if picture.editorial() == Editorial::Approved
        && let Some(approval) = standing
    {
        let second_look = approval.own && approval.person != person.id;
        if approval.details == Some(details) && !second_look {
            return Err(Error::AlreadyApproved);
        }
        if second_look {
            return Ok(Own::No);
        }
    }
    if submitter(sql, picture)? != Some(person.id) {
        return Ok(Own::No);
    }
    if setting::policy(sql)?.self_approve {
        return Ok(Own::Yes);
    }
    Err(Error::FourEyes(person.name.clone()))
}

fn text_is_ready(sql: &Connection, picture: &Picture) -> Result<()> {
    if picture.edition.follows.is_some() {
        let followed = picture.edition.followed(sql)?;
        if Verdicts::load(sql, followed.id)?.approval().is_none() {
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
