//! What was: revisions, decisions, and what two revisions say differently.

use std::fmt::Write;

use serde_json::json;
use shpalta_language::date::kyiv;
use shpalta_newsroom::history::{self, FieldDiff, PastDecision, PastRevision};
use shpalta_text::diff::{Change, Run};

use super::Answer;
use crate::arguments::{Diff, History};
use crate::desk::Desk;

/// Red and green for what went and what came (ECMA-48, "select graphic rendition"). Where stdout
/// is no terminal or NO_COLOR is set, printing leaves them out.
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const PLAIN: &str = "\u{1b}[0m";

/// `history`
pub(super) fn run(desk: &Desk, asked: &History) -> Answer {
    let story = desk.story(&asked.slug)?;
    let history = desk.newsroom.history(story, asked.lang)?;
    let value = || {
        json!({
            "story": asked.slug,
            "lang": asked.lang,
            "revisions": history.revisions,
            "decisions": history.decisions,
        })
    };
    Ok(desk.format.reply(value, || as_text(&history)))
}

fn as_text(history: &history::History) -> String {
    if history.revisions.is_empty() && history.decisions.is_empty() {
        return "Nothing was written yet.".to_owned();
    }
    let mut text = String::new();
    text.extend(history.revisions.iter().map(revision_line));
    if !history.decisions.is_empty() {
        text.push_str("Decisions\n");
        text.extend(history.decisions.iter().map(decision_line));
    }
    text
}

fn revision_line(revision: &PastRevision) -> String {
    let PastRevision { revision: number, person, at, reason, .. } = revision;
    format!("r{number}  {}  {person} ({reason})\n", moment(*at))
}

fn decision_line(decision: &PastDecision) -> String {
    let revision = decision.revision.map(|number| format!(" r{number}")).unwrap_or_default();
    let note = decision.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    let elsewhere = if decision.elsewhere { " (elsewhere)" } else { "" };
    let PastDecision { decision, person, at, .. } = decision;
    format!("  {}  {decision}{revision}{elsewhere}  {person}{note}\n", moment(*at))
}

/// An instant on the newsroom's clock.
fn moment(at: jiff::Timestamp) -> String {
    at.to_zoned_datetime(kyiv()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// `diff`
pub(super) fn diff(desk: &Desk, asked: &Diff) -> Answer {
    let story = desk.story(&asked.slug)?;
    let (old, new) = (asked.old.0, asked.new.0);
    let fields = desk.newsroom.diff(story, asked.lang, old, new)?;
    let value = || {
        json!({
            "story": asked.slug,
            "lang": asked.lang,
            "from": old,
            "to": new,
            "fields": fields,
        })
    };
    let text = || match fields.is_empty() {
        true => format!("r{old} and r{new} say the same."),
        false => fields.iter().map(field_diff).collect(),
    };
    Ok(desk.format.reply(value, text))
}

fn field_diff(diff: &FieldDiff) -> String {
    let mut text = format!("{}\n", diff.field);
    diff.runs.iter().for_each(|run| push_run(&mut text, run));
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn push_run(text: &mut String, run: &Run) {
    let said = &run.text;
    let _ = match run.change {
        Change::Kept => write!(text, "{said}"),
        Change::Removed => write!(text, "{RED}[-{said}-]{PLAIN}"),
        Change::Added => write!(text, "{GREEN}{{+{said}+}}{PLAIN}"),
    };
}
