//! What is to be mended: the text's own findings and export's.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value, json};
use shpalta_language::Language;
use shpalta_newsroom::finding::{Finding, Severity};
use shpalta_newsroom::id::StoryId;
use shpalta_publish::preflight::{self, Moment, Verdict};

use super::Answer;
use crate::arguments::Check;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;

/// The findings of one edition.
#[derive(Serialize)]
struct Checked {
    #[serde(skip)]
    language: Language,
    /// On the draft.
    text: Vec<Finding>,
    /// On the approved revision, as an export at this instant would see it.
    export: Vec<Finding>,
}

/// `check`
pub(super) fn run(desk: &Desk, check: &Check) -> Answer {
    let mut stories = Vec::new();
    for story in desk.stories(check.slug.as_deref())? {
        stories.push(checked(desk, story, check.lang)?);
    }
    let value = || {
        let stories = stories.iter().map(|(slug, editions)| as_json(slug, editions));
        json!({ "stories": stories.collect::<Vec<_>>() })
    };
    let text = || stories.iter().map(|(slug, editions)| as_text(slug, editions)).collect();
    Ok(desk.format.reply(value, text))
}

fn checked(
    desk: &Desk,
    story: StoryId,
    only: Option<Language>,
) -> Result<(String, Vec<Checked>), Failure> {
    let dossier = desk.newsroom.dossier(story)?;
    let (now, policy) = (desk.now, desk.newsroom.policy()?);
    let moment = |in_ukrainian| Moment { now, policy, unfit: 0, in_ukrainian };
    let mut editions = Vec::new();
    let mut in_ukrainian = true;
    for edition in &dossier.editions {
        let language = edition.language;
        let export = preflight::findings(&dossier, edition, &moment(in_ukrainian));
        if language == Language::Uk {
            let goes = preflight::verdict(&export, None) == Verdict::Goes;
            let is_out = edition.exported.as_ref().is_some_and(|row| row.revision.is_some());
            in_ukrainian = goes || (is_out && edition.withdrawal.is_none());
        }
        if only.is_some_and(|only| only != language) {
            continue;
        }
        let text = desk.newsroom.findings(story, language)?;
        editions.push(Checked { language, text, export });
    }
    Ok((dossier.story.slug, editions))
}

fn as_json(slug: &str, editions: &[Checked]) -> Value {
    let editions: Map<_, _> =
        editions.iter().map(|one| (one.language.code().to_owned(), json!(one))).collect();
    json!({ "story": slug, "editions": editions })
}

fn as_text(slug: &str, editions: &[Checked]) -> String {
    let mut text = format!("{slug}\n");
    for edition in editions {
        let code = edition.language.code();
        if edition.text.is_empty() && edition.export.is_empty() {
            let _ = writeln!(text, "  {code}: nothing to mend, ready for export");
            continue;
        }
        for (about, findings) in [("text", &edition.text), ("export", &edition.export)] {
            for finding in findings {
                let _ = writeln!(text, "  {code} {about} {}", finding_line(finding));
            }
        }
    }
    text
}

fn finding_line(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Stop => "stop",
        Severity::Warn => "warn",
    };
    let place = match (finding.row, finding.block) {
        (Some(row), _) => format!(", row {row}"),
        (None, Some(block)) => format!(", block {block}"),
        (None, None) => String::new(),
    };
    format!("{severity}{place}: {}", words::finding(finding.code))
}
