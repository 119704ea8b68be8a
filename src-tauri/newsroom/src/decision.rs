//! Decisions: submit, return, approve, revoke, withdraw … Each is a row in the log.

mod approve;
mod review;
mod withdraw;

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::edition::Edition;
use crate::id::{ContentHash, DetailsHash, EditionId, PersonId, RevisionId};
use crate::publication::ChangeKind;
use crate::revision::instant_column;

pub use approve::Approving;

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
}

impl DecisionKind {
    const ALL: [Self; 16] = [
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
    let change = match aspects.next() {
        Some("update") => Some(ChangeKind::Update),
        Some("correction") => Some(ChangeKind::Correction),
        Some("clarification") => Some(ChangeKind::Clarification),
        Some("silent") => Some(ChangeKind::Silent),
        _ => None,
    };
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

/// All revisions of an edition that were approved at some time.
pub(crate) fn approvals(sql: &Connection, edition: EditionId) -> Result<BTreeSet<RevisionId>> {
    let query = "SELECT revision FROM log WHERE edition = ? AND kind = 'approve'";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.query_map([edition], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Who counts as having submitted what stands there: the submitter, or whoever last wrote or
/// confirmed in it.
pub(crate) fn submitter(
    sql: &Connection,
    edition: &Edition,
    verdicts: &Verdicts,
) -> Result<Option<PersonId>> {
    if let Some(submit) = verdicts.submit() {
        return Ok(Some(submit.person));
    }
    let mut query = sql.prepare_cached(include_str!("decision/last_hand.sql"))?;
    let mut rows = query.query([edition.id])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}
