//! The words of revisions go for good.

use std::fmt::Write;

use serde::Serialize;
use shpalta_newsroom::erase::Erased;

use super::Answer;
use crate::arguments::Erase;
use crate::desk::Desk;

/// What was erased, as `--json` shows it.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    erased: Erased,
    /// Backups that were removed because they held the words.
    removed: Vec<String>,
}

/// `erase`
pub(super) fn run(desk: &mut Desk, erase: &Erase) -> Answer {
    let act = desk.act(&erase.by)?;
    let story = desk.story(&erase.slug)?;
    let numbers: Vec<u32> = erase.revision.iter().map(|revision| revision.0).collect();
    let mut erased = desk.newsroom.erase(&act, story, erase.lang, &numbers, &erase.reason)?;
    let mut removed = Vec::new();
    if erase.backups && !erased.backups.is_empty() {
        removed = desk.newsroom.renew_backups(desk.now, &erased.contents)?;
        erased.backups = desk.newsroom.backups_holding(&erased.contents)?;
    }
    let report = Report { erased, removed };
    Ok(desk.format.reply(|| &report, || as_text(&report)))
}

fn as_text(report: &Report) -> String {
    let mut text = format!("Erased: {}.\n", report.erased.revisions.join(", "));
    if !report.erased.cleared {
        text.push_str(
            "Traces are left in the newsroom's files: close the other programs and erase again.\n",
        );
    }
    for name in &report.removed {
        let _ = writeln!(text, "removed: {name}");
    }
    for backup in &report.erased.backups {
        let _ = writeln!(text, "This backup still holds the words: {}", backup.display());
    }
    if !report.erased.backups.is_empty() {
        text.push_str("Remove them with the same command and --backups.\n");
    }
    text
}
