//! Whether everything stored is what it should be.

mod folder;

use std::fmt::Write;

use serde::Serialize;
use shpalta_newsroom::verify::{Fault, Verification};

use super::Answer;
use crate::arguments::Verify;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;
use folder::Compared;

/// What to do about faults of the newsroom.
pub(crate) const FAULTS_REMEDY: &str =
    "Keep the folder as it is, and compare with the newest folder in backups/.";

/// What to do about faults of an exported folder.
pub(crate) const EXPORT_FAULTS_REMEDY: &str =
    "Find out who changed the folder; an export puts its pages back.";

/// What was looked at, as `--json` shows it.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    newsroom: Verification,
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<Compared>,
}

/// `verify`
pub(super) fn run(desk: &mut Desk, verify: &Verify) -> Answer {
    if verify.rebuild {
        let act = desk.act(&verify.by)?;
        desk.newsroom.rebuild_board(&act)?;
    }
    let report = Report {
        newsroom: desk.newsroom.verify()?,
        export: match &verify.export {
            Some(folder) => Some(folder::compare(&desk.newsroom, folder)?),
            None => None,
        },
    };
    let failure = failure_of(&report);
    Ok(desk.format.reply(|| &report, || as_text(&report)).but(failure))
}

/// Faults of the newsroom weigh more than those of a folder that can be written again.
fn failure_of(report: &Report) -> Option<Failure> {
    let counted = |faults: &[Fault]| words::counted(faults.len(), "fault");
    let newsroom = &report.newsroom.faults;
    if !newsroom.is_empty() {
        let message = format!("The newsroom has {}.", counted(newsroom));
        return Some(Failure::refused("faults", message, FAULTS_REMEDY));
    }
    let export = report.export.as_ref().filter(|compared| !compared.faults.is_empty())?;
    let message = format!("The exported folder has {}.", counted(&export.faults));
    Some(Failure::refused("export_faults", message, EXPORT_FAULTS_REMEDY))
}

fn as_text(report: &Report) -> String {
    let mut text = String::new();
    let Verification { texts, revisions, decisions, media, faults } = &report.newsroom;
    let of_export = report.export.iter().flat_map(|compared| &compared.faults);
    for Fault { code, subject, meaning } in faults.iter().chain(of_export) {
        let _ = writeln!(text, "{code} {subject}: {meaning}");
    }
    let parts = [(texts, "text"), (revisions, "revision"), (decisions, "decision")];
    let counted = parts.map(|(count, one)| words::counted(*count, one)).join(", ");
    let _ = writeln!(text, "Looked at {counted} and {}.", words::counted(*media, "photo"));
    if let Some(compared) = &report.export {
        let files = words::counted(compared.files, "file");
        let _ = writeln!(text, "Compared {files} of {}.", compared.folder.display());
        for path in &compared.foreign {
            let _ = writeln!(text, "  not ours: {path}");
        }
    }
    text
}
