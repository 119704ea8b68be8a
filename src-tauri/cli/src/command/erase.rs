//! The words of revisions, or a photo, go for good.

use std::fmt::Write;
use std::path::PathBuf;

use serde::Serialize;
use shpalta_language::Language;
use shpalta_newsroom::erase::{Erased, ErasedPhoto, Gone};
use shpalta_newsroom::id::MediaHash;

use super::Answer;
use crate::arguments::Erase;
use crate::desk::Desk;
use crate::failure::Failure;

/// What was erased, as `--json` shows it.
#[derive(Serialize)]
struct Report<T> {
    #[serde(flatten)]
    erased: T,
    /// Backups that were removed because they held it.
    removed: Vec<String>,
}

/// `erase`
pub(super) fn run(desk: &mut Desk, erase: &Erase) -> Answer {
    match (&erase.slug, erase.lang, erase.media) {
        (_, _, Some(media)) => photo(desk, erase, media),
        (Some(slug), Some(language), None) => texts(desk, erase, slug, language),
        _ => Err(Failure::usage(
            "Nothing is named that is to be erased.",
            "See: shpalta help erase.",
        )),
    }
}

fn texts(desk: &mut Desk, erase: &Erase, slug: &str, language: Language) -> Answer {
    let act = desk.act(&erase.by)?;
    let story = desk.story(slug)?;
    let numbers: Vec<u32> = erase.revision.iter().map(|revision| revision.0).collect();
    let mut erased = desk.newsroom.erase(&act, story, language, &numbers, &erase.reason)?;
    let gone = Gone::texts(&erased.contents);
    let removed = renew(desk, erase, &gone, &mut erased.backups)?;
    let what = erased.revisions.join(", ");
    let Erased { cleared, ref backups, .. } = erased;
    let mut text = as_text(&what, cleared, backups, &removed);
    for place in &erased.recovery {
        let _ = writeln!(text, "This may still hold it: {}", place.display());
    }
    if !erased.recovery.is_empty() {
        text.push_str("Take from there what you need, then remove it yourself.\n");
    }
    let report = Report { erased, removed };
    Ok(desk.format.reply(|| &report, || text))
}

fn photo(desk: &mut Desk, erase: &Erase, media: MediaHash) -> Answer {
    let act = desk.act(&erase.by)?;
    let mut erased = desk.newsroom.erase_photo(&act, media, &erase.reason)?;
    let removed = renew(desk, erase, &Gone::photo(media), &mut erased.backups)?;
    let ErasedPhoto { cleared, ref backups, ref stories, .. } = erased;
    let mut text = as_text(&super::media::address(media), cleared, backups, &removed);
    for slug in stories {
        let _ = writeln!(text, "Shown in: {slug}");
    }
    let report = Report { erased, removed };
    Ok(desk.format.reply(|| &report, || text))
}

/// Makes a new backup and removes those that hold what was erased, when that is asked for. Answers
/// the names of those that went.
fn renew(
    desk: &Desk,
    erase: &Erase,
    gone: &Gone,
    holding: &mut Vec<PathBuf>,
) -> Result<Vec<String>, Failure> {
    if !erase.backups || holding.is_empty() {
        return Ok(Vec::new());
    }
    let removed = desk.newsroom.renew_backups(desk.now, gone)?;
    *holding = desk.newsroom.backups_holding(gone)?;
    Ok(removed)
}

fn as_text(what: &str, cleared: bool, backups: &[PathBuf], removed: &[String]) -> String {
    let mut text = format!("Erased: {what}.\n");
    if !cleared {
        text.push_str(
            "Traces are left in the newsroom's files: close the other programs and erase again.\n",
        );
    }
    for name in removed {
        let _ = writeln!(text, "removed: {name}");
    }
    for backup in backups {
        let _ = writeln!(text, "This backup still holds it: {}", backup.display());
    }
    if !backups.is_empty() {
        text.push_str("Remove them with the same command and --backups.\n");
    }
    text
}
