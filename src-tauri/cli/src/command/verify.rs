//! Whether everything stored is what it should be.

use std::fmt::Write;

use serde_json::json;
use shpalta_newsroom::verify::Verification;

use super::Answer;
use crate::arguments::Verify;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;

/// What to do about faults.
pub(crate) const FAULTS_REMEDY: &str =
    "Keep the folder as it is, and compare with the newest folder in backups/.";

/// `verify`
pub(super) fn run(desk: &mut Desk, verify: &Verify) -> Answer {
    if verify.rebuild {
        let act = desk.act(&verify.by)?;
        desk.newsroom.rebuild_board(&act)?;
    }
    let found = desk.newsroom.verify()?;
    let failure = faults(&found);
    Ok(desk.format.reply(|| json!(found), || as_text(&found)).but(failure))
}

fn faults(found: &Verification) -> Option<Failure> {
    let count = found.faults.len();
    let message = format!("{} found.", words::counted(count, "fault"));
    (count > 0).then(|| Failure::refused("faults", message, FAULTS_REMEDY))
}

fn as_text(found: &Verification) -> String {
    let mut text = String::new();
    for fault in &found.faults {
        let _ = writeln!(text, "{} {}: {}", fault.code, fault.subject, fault.meaning);
    }
    let Verification { texts, revisions, decisions, media, .. } = found;
    let parts = [(texts, "text"), (revisions, "revision"), (decisions, "decision")];
    let counted: Vec<_> = parts.map(|(count, one)| words::counted(*count, one)).into();
    let _ = writeln!(text, "Looked at {} and {}.", counted.join(", "), words::counted(*media, "photo"));
    text
}
