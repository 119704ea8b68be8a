//! Exporting as the newsroom does it: by somebody who may, and on record.

use shpalta_newsroom::publication::{ExportRun, ExportedRow, HeldEdition, Overriding, Target};
use shpalta_newsroom::{Act, Newsroom};

use super::{Outcome, Request, Watch, export};
use crate::error::Error;
use crate::folder::Mode;

/// Exports if the person may, and records what changed. A dry run needs no right and leaves no
/// trace.
///
/// # Errors
/// As [`export`]; of the newsroom, `not_allowed` and `reason_needed` for an override without one.
pub fn export_and_record(
    newsroom: &mut Newsroom,
    act: &Act,
    request: &Request,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    if request.mode == Mode::DryRun {
        return export(newsroom, request, watch);
    }
    request.must_give_reason()?;
    let overriding = match request.override_reason {
        Some(_) => Overriding::Yes,
        None => Overriding::No,
    };
    newsroom.may_export(act.by, &request.languages, overriding)?;
    let outcome = export(newsroom, request, watch)?;
    record(newsroom, act, &outcome)?;
    if let (Some(looked), Some(ledger)) = (&outcome.looked, newsroom.ledger(&outcome.to)) {
        // The export is done and on record; without this the next one only looks at more.
        let _ = looked.keep(&ledger);
    }
    Ok(outcome)
}

/// Records what an export changed, and what it held back; one that says nothing new leaves no trace.
fn record(newsroom: &mut Newsroom, act: &Act, outcome: &Outcome) -> Result<(), Error> {
    let no_files = outcome.written.is_empty() && outcome.removed.is_empty();
    let (rows, held) = match outcome.target {
        Target::Site => (news(newsroom, &outcome.rows)?, newly_held(newsroom, &outcome.held)?),
        Target::Copy(_) if no_files => (Vec::new(), Vec::new()),
        Target::Copy(_) => (outcome.rows.clone(), outcome.held.clone()),
    };
    if no_files && rows.is_empty() && held.is_empty() {
        return Ok(());
    }
    let (target, findings) = (outcome.target.clone(), outcome.found.clone());
    let run = ExportRun { target, rows, findings, held };
    Ok(newsroom.record_export(act, &run)?)
}

/// The rows that say something else than the record of the last export.
fn news(newsroom: &Newsroom, rows: &[ExportedRow]) -> Result<Vec<ExportedRow>, Error> {
    let mut news = Vec::new();
    for row in rows {
        if newsroom.last_export(row.edition)?.as_ref() != Some(row) {
            news.push(row.clone());
        }
    }
    Ok(news)
}

/// The editions of which the record does not say yet what holds them back.
fn newly_held(newsroom: &Newsroom, held: &[HeldEdition]) -> Result<Vec<HeldEdition>, Error> {
    let mut news = Vec::new();
    for held in held {
        if !newsroom.is_known_held(held)? {
            news.push(held.clone());
        }
    }
    Ok(news)
}

#[cfg(test)]
mod tests;
