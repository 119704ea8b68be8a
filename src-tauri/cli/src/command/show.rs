//! A text with its details.

use std::fmt::Write;

use serde::Serialize;
use shpalta_language::Language;
use shpalta_newsroom::history::{ShownBlock, ShownEdition};
use shpalta_newsroom::id::ContentHash;
use shpalta_newsroom::names::NameEntry;
use shpalta_newsroom::story::{self, Story};

use super::Answer;
use crate::arguments::Revision;
use crate::desk::Desk;

/// An edition as `--json` shows it.
#[derive(Serialize)]
struct Shown<'a> {
    story: &'a str,
    lang: Language,
    address: Option<&'a str>,
    headline: &'a str,
    lead: &'a str,
    body: &'a str,
    date: Option<String>,
    dateline: Dateline<'a>,
    views: Option<u64>,
    authors: Vec<&'a str>,
    section: Option<&'a str>,
    tags: &'a [String],
    embargo: Option<jiff::Timestamp>,
    blocks: &'a [ShownBlock],
    revision: Option<u32>,
    content_hash: Option<ContentHash>,
}

#[derive(Serialize)]
struct Dateline<'a> {
    place: Option<&'a str>,
    source: Option<&'a str>,
}

/// `story show`
pub(super) fn run(
    desk: &Desk,
    slug: &str,
    language: Option<Language>,
    revision: Option<Revision>,
) -> Answer {
    let story = desk.newsroom.story(desk.story(slug)?)?;
    let language = language.unwrap_or(story.original);
    let number = revision.map(|revision| revision.0);
    let edition = desk.newsroom.show(story.id, language, number)?;
    let shown = shown(&story, language, &edition);
    Ok(desk.format.reply(|| &shown, || as_text(&shown)))
}

fn shown<'a>(story: &'a Story, lang: Language, edition: &'a ShownEdition) -> Shown<'a> {
    let spelt = |entry: &'a Option<NameEntry>| entry.as_ref().and_then(|one| one.in_language(lang));
    let text = &edition.text;
    Shown {
        story: &story.slug,
        lang,
        address: edition.address.as_deref(),
        headline: &text.headline,
        lead: &text.lead,
        body: &text.body,
        date: story.when.map(story::when_text),
        dateline: Dateline { place: spelt(&story.place), source: spelt(&story.source) },
        views: story.views,
        authors: story.authors.iter().filter_map(|author| author.in_language(lang)).collect(),
        section: story.section.as_deref(),
        tags: &story.tags,
        embargo: story.embargo,
        blocks: &edition.blocks,
        revision: edition.revision,
        content_hash: edition.content,
    }
}

fn as_text(shown: &Shown<'_>) -> String {
    let mut text = String::new();
    let revision = shown.revision.map(|number| format!(" r{number}")).unwrap_or_default();
    let _ = writeln!(text, "{} {}{revision}", shown.story, shown.lang.code());
    let dateline: Vec<_> =
        [shown.dateline.place, shown.dateline.source].into_iter().flatten().collect();
    let details = [
        ("address", shown.address.map(str::to_owned)),
        ("date", shown.date.clone()),
        ("dateline", Some(dateline.join(" • "))),
        ("authors", Some(shown.authors.join(", "))),
        ("section", shown.section.map(str::to_owned)),
        ("tags", Some(shown.tags.join(", "))),
        ("views", shown.views.map(|views| views.to_string())),
        ("embargo", shown.embargo.map(|until| until.to_string())),
    ];
    for (name, value) in details {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(text, "{name}: {value}");
        }
    }
    for part in [shown.headline, shown.lead, shown.body].iter().filter(|part| !part.is_empty()) {
        let _ = writeln!(text, "\n{}", part.trim_end());
    }
    text
}
