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
    "Keep the folder as it is, and restore a backup beside it: shpalta restore FILE --to DIR.";

/// What to do about faults of an exported folder.
pub(crate) const EXPORT_FAULTS_REMEDY: &str =
    "Find out who changed the folder; an export puts its pages back.";

/// What was looked at, as `--json` shows it.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    newsroom: Verification,
    /// What `--rebuild` mended in the caches: faults that were there before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<Vec<Fault>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<Compared>,
}

/// `verify`
pub(super) fn run(desk: &mut Desk, verify: &Verify) -> Answer {
    let mended = if verify.rebuild { Some(rebuild(desk, verify)?) } else { None };
    let report = Report {
        newsroom: desk.newsroom.verify()?,
        mended,
        export: match &verify.export {
            Some(folder) => Some(folder::compare(&desk.newsroom, folder)?),
            None => None,
        },
    };
    let failure = failure_of(&report);
    Ok(desk.format.reply(|| &report, || as_text(&report)).but(failure))
}

/// Computes the caches anew; answers in what they differ from what they were.
fn rebuild(desk: &mut Desk, verify: &Verify) -> Result<Vec<Fault>, Failure> {
    let act = desk.act(&verify.by)?;
    let before = desk.newsroom.cache_faults()?;
    desk.newsroom.rebuild_board(&act)?;
    let after = desk.newsroom.cache_faults()?;
    Ok(before.into_iter().filter(|fault| !after.contains(fault)).collect())
}

/// Faults of the newsroom weigh more than those of a folder that can be written again.
fn failure_of(report: &Report) -> Option<Failure> {
    let counted = |faults: &[Fault]| words::counted(faults.len(), "fault");
    if let Some(failure) = faults(&report.newsroom.faults) {
        return Some(failure);
    }
    let export = report.export.as_ref().filter(|compared| !compared.faults.is_empty())?;
    let message = format!("The exported folder has {}.", counted(&export.faults));
    Some(Failure::refused("export_faults", message, EXPORT_FAULTS_REMEDY))
}

/// What is to be done about faults of the newsroom, if there are any.
pub(super) fn faults(faults: &[Fault]) -> Option<Failure> {
    let message = format!("The newsroom has {}.", words::counted(faults.len(), "fault"));
    (!faults.is_empty()).then(|| Failure::refused("faults", message, FAULTS_REMEDY))
}

/// A line for each fault.
pub(super) fn lines<'a>(faults: impl IntoIterator<Item = &'a Fault>) -> String {
    let line = |Fault { code, subject, meaning }: &Fault| format!("{code} {subject}: {meaning}\n");
    faults.into_iter().map(line).collect()
}

fn as_text(report: &Report) -> String {
    let Verification { texts, erased, revisions, decisions, media, erased_media, faults } =
        &report.newsroom;
    let of_export = report.export.iter().flat_map(|compared| &compared.faults);
    let mut text = lines(faults.iter().chain(of_export));
    for Fault { code, subject, .. } in report.mended.iter().flatten() {
        let _ = writeln!(text, "mended: {code} {subject}");
    }
    let parts = [(texts, "text"), (revisions, "revision"), (decisions, "decision")];
    let counted = parts.map(|(count, one)| words::counted(*count, one)).join(", ");
    let _ = writeln!(text, "Looked at {counted} and {}.", words::counted(*media, "photo"));
    for (count, one) in [(erased, "text"), (erased_media, "photo")] {
        if *count > 0 {
            let _ = writeln!(text, "Erased: {}.", words::counted(*count, one));
        }
    }
    if let Some(compared) = &report.export {
        let files = words::counted(compared.files, "file");
        let _ = writeln!(text, "Compared {files} of {}.", compared.folder.display());
        for path in &compared.foreign {
            let _ = writeln!(text, "  not ours: {path}");
        }
    }
    text
}
