//! Approved editions go out.

use std::fmt::Write;

use shpalta_language::Language;
use shpalta_newsroom::board::BoardEdition;
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::status::Publication;
use shpalta_publish::{Brought, Mode, Outcome, Request, unwatched};

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
    let outcome =
        shpalta_publish::export_and_record(&mut desk.newsroom, &act, &request, &mut unwatched)?;
    let failure = held_back(&outcome);
    Ok(desk.format.reply(|| &outcome, || as_text(&outcome, request.mode)).but(failure))
}

fn request(desk: &Desk, export: &Export) -> Result<Request, Failure> {
    let named = export.slugs.iter().map(|slug| desk.story(slug)).collect::<Result<Vec<_>, _>>()?;
    let named = (!named.is_empty()).then_some(named);
    let stories = if export.due { Some(due(desk, named.as_deref())?) } else { named };
    Ok(Request {
        stories,
        languages: export.lang.map_or(Language::ALL.to_vec(), |language| vec![language]),
        to: export.to.clone(),
        now: desk.now,
        override_reason: export.override_reason.clone(),
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
    if let Some(Brought { server, written, removed }) = &outcome.brought {
        let files = words::counted(*written, "file");
        let _ = writeln!(text, "{server}: {files} brought, {removed} removed");
    }
    if outcome.server_waits {
        text.push_str("Not all that lies in the folder is on the server yet.\n");
    }
    text
}
