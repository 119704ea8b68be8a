//! Approved editions go out.

use std::fmt::Write;

use shpalta_language::Language;
use shpalta_newsroom::board::BoardEdition;
use shpalta_newsroom::id::{ExportId, StoryId};
use shpalta_newsroom::publication::{ExportRun, ExportedRow, Overriding, Target};
use shpalta_newsroom::status::Publication;
use shpalta_newsroom::{Act, Newsroom};
use shpalta_publish::{Mode, Outcome, Request};
use uuid::Uuid;

use super::{Answer, status};
use crate::arguments::Export;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;

/// What to do about what was held back.
pub(crate) const HELD_BACK_REMEDY: &str = "See what stops it: shpalta check SLUG.";

/// `export`
pub(super) fn run(desk: &mut Desk, export: &Export) -> Answer {
    let act = desk.act(&export.by)?;
    let request = request(desk, export)?;
    if request.mode == Mode::Write {
        let overriding = match &request.override_reason {
            Some(_) => Overriding::Yes,
            None => Overriding::No,
        };
        desk.newsroom.may_export(act.by, &request.languages, overriding)?;
    }
    let outcome = shpalta_publish::export(&desk.newsroom, &request)?;
    if request.mode == Mode::Write {
        record(desk, &act, &outcome)?;
    }
    let failure = held_back(&outcome);
    Ok(desk.format.reply(|| &outcome, || as_text(&outcome, request.mode)).but(failure))
}

fn request(desk: &Desk, export: &Export) -> Result<Request, Failure> {
    let named = export.slugs.iter().map(|slug| desk.story(slug)).collect::<Result<Vec<_>, _>>()?;
    let named = (!named.is_empty()).then_some(named);
    let stories = if export.due { Some(due(desk, named.as_deref())?) } else { named };
    let reason = export.override_reason.as_deref().map(str::trim);
    if reason.is_some_and(str::is_empty) {
        return Err(shpalta_newsroom::Error::ReasonNeeded.into());
    }
    Ok(Request {
        stories,
        languages: export.lang.map_or(Language::ALL.to_vec(), |language| vec![language]),
        to: export.to.clone(),
        now: desk.now,
        override_reason: reason.map(str::to_owned),
        mode: if export.dry_run { Mode::DryRun } else { Mode::Write },
    })
}

/// Stories whose embargo has passed, with an approved edition that is not out as approved.
fn due(desk: &Desk, among: Option<&[StoryId]>) -> Result<Vec<StoryId>, Failure> {
    let waits = |edition: &BoardEdition| {
        let out = matches!(edition.publication, Publication::Exported | Publication::Withdrawn);
        edition.approved_revision.is_some() && !out
    };
    let stories = status::all_on_board(desk)?.into_iter();
    let due = stories.filter(|story| {
        story.embargo.is_some_and(|until| until <= desk.now)
            && among.is_none_or(|among| among.contains(&story.id))
            && story.editions.iter().any(waits)
    });
    Ok(due.map(|story| story.id).collect())
}

/// Records what an export changed; one that changed nothing leaves no trace.
fn record(desk: &mut Desk, act: &Act, outcome: &Outcome) -> Result<(), Failure> {
    let no_files = outcome.written.is_empty() && outcome.removed.is_empty();
    let rows = match outcome.target {
        Target::Site => news(&desk.newsroom, &outcome.rows)?,
        Target::Copy(_) if no_files => Vec::new(),
        Target::Copy(_) => outcome.rows.clone(),
    };
    if no_files && rows.is_empty() {
        return Ok(());
    }
    let run = ExportRun { id: ExportId(Uuid::now_v7()), target: outcome.target.clone(), rows };
    Ok(desk.newsroom.record_export(act, &run)?)
}

/// The rows that say something else than the record of the last export.
fn news(newsroom: &Newsroom, rows: &[ExportedRow]) -> Result<Vec<ExportedRow>, Failure> {
    let mut news = Vec::new();
    for row in rows {
        if newsroom.last_export(row.edition)?.as_ref() != Some(row) {
            news.push(row.clone());
        }
    }
    Ok(news)
}

fn held_back(outcome: &Outcome) -> Option<Failure> {
    let count = outcome.held_back.len();
    let verb = if count == 1 { "was" } else { "were" };
    let message = format!("{} {verb} held back.", words::counted(count, "edition"));
    (count > 0).then(|| Failure::refused("held_back", message, HELD_BACK_REMEDY))
}

fn as_text(outcome: &Outcome, mode: Mode) -> String {
    let (write, remove) = match mode {
        Mode::Write => ("written", "removed"),
        Mode::DryRun => ("would be written", "would be removed"),
    };
    let mut text = String::new();
    for (paths, what) in [(&outcome.written, write), (&outcome.removed, remove)] {
        for path in paths {
            let _ = writeln!(text, "{what}: {path}");
        }
    }
    for held in &outcome.held_back {
        for finding in &held.findings {
            let row = finding.row.map(|row| format!(", row {row}")).unwrap_or_default();
            let why = words::finding(finding.code);
            let _ = writeln!(text, "held back: {} {}{row}: {why}", held.story, held.lang.code());
        }
    }
    let files = words::counted(outcome.written.len(), "file");
    let to = outcome.to.display();
    let _ = writeln!(text, "{to}: {files} {write}, {} unchanged", outcome.unchanged);
    text
}
