//! Files that come in.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::import::{
    Batch, Contradiction, ImportedEdition, ImportedStory, Refused, Summary,
};

use super::Answer;
use crate::arguments::By;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;

/// An edition that came in, as `--json` shows it.
#[derive(Serialize)]
pub(super) struct CameIn<'a> {
    lang: Language,
    file: &'a Path,
    /// None when nothing changed.
    revision: Option<u32>,
    kept_aside: Option<u32>,
    notes: Vec<Note>,
}

#[derive(Serialize)]
struct Note {
    line: Option<usize>,
    message: String,
}

#[derive(Serialize)]
struct StoryIn<'a> {
    story: &'a str,
    editions: Vec<CameIn<'a>>,
    contradictions: Vec<String>,
}

/// A refusal, as `--json` shows it.
#[derive(Serialize)]
struct LeftOut<'a> {
    files: &'a [PathBuf],
    #[serde(flatten)]
    failure: Failure,
}

/// `story import`
pub(super) fn run(
    desk: &mut Desk,
    files: &[PathBuf],
    language: Option<Language>,
    story: Option<&str>,
    by: &By,
) -> Answer {
    let act = desk.act(by)?;
    let batch = Batch { files: files.to_vec(), language, story: story.map(str::to_owned) };
    let Summary { stories, refused } = desk.newsroom.import(&act, &batch);
    let refused: Vec<_> = refused.into_iter().map(left_out).collect();
    let failure = failure_of(&refused, stories.is_empty());
    let value = || {
        let stories: Vec<_> = stories.iter().map(story_in).collect();
        let refused =
            refused.iter().map(|(files, failure)| LeftOut { files, failure: failure.clone() });
        json!({ "stories": stories, "refused": refused.collect::<Vec<_>>() })
    };
    let text = || stories.iter().map(as_text).collect();
    let mut reply = desk.format.reply(value, text);
    for (_, failure) in refused.iter().filter(|_| refused.len() > 1) {
        reply = reply.remark(format!("{} {}", failure.message, failure.remedy));
    }
    Ok(reply.but(failure))
}

fn left_out(refused: Refused) -> (Vec<PathBuf>, Failure) {
    (refused.files, refused.error.into())
}

/// One refusal speaks for itself; several have a code of their own.
fn failure_of(refused: &[(Vec<PathBuf>, Failure)], nothing_came_in: bool) -> Option<Failure> {
    match refused {
        [] => None,
        [(_, failure)] => Some(failure.clone()),
        several => {
            let files = several.iter().map(|(files, _)| files.len()).sum();
            let rest = if nothing_came_in { "" } else { "; the others came in" };
            let message = format!("{} were refused{rest}.", words::counted(files, "file"));
            Some(Failure::refused("import_refused", message, IMPORT_REFUSED_REMEDY))
        }
    }
}

/// What to do about several refusals.
pub(crate) const IMPORT_REFUSED_REMEDY: &str =
    "Mend what is said of each file, then import these files again.";

fn story_in(story: &ImportedStory) -> StoryIn<'_> {
    StoryIn {
        story: &story.story,
        editions: story.editions.iter().map(came_in).collect(),
        contradictions: told(&story.contradictions),
    }
}

/// Contradictions in words.
pub(super) fn told(contradictions: &[Contradiction]) -> Vec<String> {
    contradictions.iter().map(ToString::to_string).collect()
}

/// An edition as `--json` shows it.
pub(super) fn came_in(edition: &ImportedEdition) -> CameIn<'_> {
    let notes = edition.notes.iter();
    CameIn {
        lang: edition.language,
        file: &edition.file,
        revision: edition.revision,
        kept_aside: edition.kept_aside,
        notes: notes
            .map(|note| Note { line: note.line, message: note.remark.to_string() })
            .collect(),
    }
}

/// A story as people read it.
pub(super) fn as_text(story: &ImportedStory) -> String {
    let mut text = String::new();
    for edition in &story.editions {
        let what = match edition.revision {
            Some(number) => format!("r{number}"),
            None => "nothing changed".to_owned(),
        };
        let _ = writeln!(text, "{} {}: {what}", story.story, edition.language.code());
        for note in &edition.notes {
            let line = note.line.map(|line| format!("line {line}: ")).unwrap_or_default();
            let _ = writeln!(text, "  {line}{}", note.remark);
        }
    }
    for contradiction in &story.contradictions {
        let _ = writeln!(text, "  contradiction: {contradiction}");
    }
    text
}
