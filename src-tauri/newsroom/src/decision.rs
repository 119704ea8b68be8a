//! Decisions: submit, return, approve, revoke, withdraw … Each is a row in the log.

mod approve;
mod compare;
mod ready;
mod review;
mod view;
mod withdraw;

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::id::{ContentHash, DetailsHash, EditionId, PersonId, RevisionId};
use crate::publication::ChangeKind;
use crate::revision::instant_column;
use crate::status::Picture;

pub use approve::Approving;
pub use compare::{BlockState, ReviewBlock};
pub use view::{Refused, ReviewView, Signed};

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    Submit,
    Return,
    Approve,
    Revoke,
    Confirm,
    Minor,
    Hold,
    Withdraw,
    Reinstate,
    Override,
    Export,
    Embargo,
    Original,
    Staff,
    Policy,
    Site,
    Erase,
    /// A parcel was taken in.
    Parcel,
}

impl DecisionKind {
    const ALL: [Self; 18] = [
        Self::Submit,
        Self::Return,
        Self::Approve,
        Self::Revoke,
        Self::Confirm,
        Self::Minor,
        Self::Hold,
        Self::Withdraw,
        Self::Reinstate,
        Self::Override,
        Self::Export,
        Self::Embargo,
        Self::Original,
        Self::Staff,
        Self::Policy,
        Self::Site,
        Self::Erase,
        Self::Parcel,
    ];

    /// The decision's name in code, log and command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Return => "return",
            Self::Approve => "approve",
            Self::Revoke => "revoke",
            Self::Confirm => "confirm",
            Self::Minor => "minor",
            Self::Hold => "hold",
            Self::Withdraw => "withdraw",
            Self::Reinstate => "reinstate",
            Self::Override => "override",
            Self::Export => "export",
            Self::Embargo => "embargo",
            Self::Original => "original",
            Self::Staff => "staff",
            Self::Policy => "policy",
            Self::Site => "site",
            Self::Erase => "erase",
            Self::Parcel => "parcel",
        }
    }

    /// The decision of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A decision on an edition's text, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) position: i64,
    pub(crate) kind: DecisionKind,
    pub(crate) revision: Option<RevisionId>,
    pub(crate) content: Option<ContentHash>,
    pub(crate) details: Option<DetailsHash>,
    pub(crate) person: PersonId,
    pub(crate) at: Timestamp,
    pub(crate) note: Option<String>,
    /// For an approval the kind of change.
    pub(crate) change: Option<ChangeKind>,
    /// An editor approved a text of their own.
    pub(crate) own: bool,
}

/// The decisions of an edition that its state follows from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Verdicts {
    /// The last of submit, return, approve, revoke.
    pub(crate) last: Option<Verdict>,
    /// The last of approve, revoke.
    ruling: Option<Verdict>,
}

impl Verdicts {
    pub(crate) fn load(sql: &Connection, edition: EditionId) -> Result<Self> {
        let mut query = sql.prepare_cached(include_str!("decision/verdicts.sql"))?;
        let mut rows = query.query([edition])?;
        let mut verdicts = Self::default();
        while let Some(row) = rows.next()? {
            let verdict = verdict(row)?;
            let rules = matches!(verdict.kind, DecisionKind::Approve | DecisionKind::Revoke);
            if verdicts.last.is_none() {
                verdicts.last = Some(verdict.clone());
            }
            if rules {
                verdicts.ruling = Some(verdict);
                break;
            }
        }
        Ok(verdicts)
    }

    /// The approval that stands: the last of approve and revoke, if it is an approve.
    pub(crate) fn approval(&self) -> Option<&Verdict> {
        self.ruling.as_ref().filter(|ruling| ruling.kind == DecisionKind::Approve)
    }

    pub(crate) fn approved_revision(&self) -> Option<RevisionId> {
        self.approval().and_then(|approval| approval.revision)
    }

    /// The submit that waits for a decision.
    pub(crate) fn submit(&self) -> Option<&Verdict> {
        self.last.as_ref().filter(|last| last.kind == DecisionKind::Submit)
    }
}

fn verdict(row: &Row<'_>) -> rusqlite::Result<Verdict> {
    let kind = row.get_ref(1)?.as_str()?;
    let aspect = row.get::<_, Option<String>>(8)?.unwrap_or_default();
    let mut aspects = aspect.split_whitespace();
    let change = aspects.next().and_then(ChangeKind::from_name);
    Ok(Verdict {
        position: row.get(0)?,
        kind: DecisionKind::from_name(kind).unwrap_or(DecisionKind::Revoke),
        revision: row.get(2)?,
        content: row.get(3)?,
        details: row.get(4)?,
        person: row.get(5)?,
        at: instant_column(row, 6)?,
        note: row.get(7)?,
        change,
        own: aspects.next() == Some("own"),
    })
}

/// The last approval of an edition before a position of the log, revoked since or not.
fn last_approval(sql: &Connection, edition: EditionId, before: i64) -> Result<Option<Verdict>> {
    let mut query = sql.prepare_cached(include_str!("decision/last_ruling.sql"))?;
    let mut rows = query.query(params![edition, before])?;
    while let Some(row) = rows.next()? {
        let ruling = verdict(row)?;
        if ruling.kind == DecisionKind::Approve {
            return Ok(Some(ruling));
        }
    }
    Ok(None)
}

/// The approval of an edition that stood at a position of the log.
fn standing_approval(sql: &Connection, edition: EditionId, at: i64) -> Result<Option<Verdict>> {
    let mut query = sql.prepare_cached(include_str!("decision/last_ruling.sql"))?;
    let ruling = query.query_row(params![edition, at], verdict).optional()?;
    Ok(ruling.filter(|ruling| ruling.kind == DecisionKind::Approve))
}

/// All revisions of an edition that were approved at some time.
pub(crate) fn approvals(sql: &Connection, edition: EditionId) -> Result<BTreeSet<RevisionId>> {
    let query = "SELECT revision FROM log
                 WHERE edition = ? AND kind = 'approve' AND parcel IS NULL";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.query_map([edition], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Who counts as having submitted what stands there: the submitter, or whoever last wrote or
/// confirmed in it.
fn submitter(sql: &Connection, picture: &Picture) -> Result<Option<PersonId>> {
    if let Some(submit) = picture.verdicts.submit() {
        return Ok(Some(submit.person));
    }
    // Confirming cuts a revision first: what is in none was typed since.
    if picture.is_uncut(sql)? {
        return Ok(picture.draft.person);
    }
    let mut query = sql.prepare_cached(include_str!("decision/last_hand.sql"))?;
    let mut rows = query.query([picture.edition.id])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}
