//! Writing one edition from a file.

use std::io::Read;
use std::path::Path;

use serde_json::json;
use shpalta_language::Language;
use shpalta_language::date::kyiv;
use shpalta_newsroom::import::parsed::Parsed;
use shpalta_newsroom::import::{WrittenFile, file};

use super::{Answer, import};
use crate::arguments::{By, Revision};
use crate::desk::Desk;
use crate::failure::Failure;

/// What is to be written where.
pub(super) struct Written<'a> {
    pub(super) slug: &'a str,
    pub(super) language: Language,
    /// `-` is stdin.
    pub(super) from: &'a Path,
    pub(super) seen: Option<Revision>,
}

/// `story write`
pub(super) fn run(desk: &mut Desk, written: &Written<'_>, by: &By) -> Answer {
    let act = desk.act(by)?;
    let story = desk.story(written.slug)?;
    // Whoever saves while the file is being read is not overwritten.
    let based_on = desk.newsroom.draft(story, written.language)?.save;
    let parsed = parsed(desk, written.from, written.language)?;
    let file = WrittenFile {
        story: written.slug.to_owned(),
        language: written.language,
        file: written.from.to_owned(),
        parsed,
        based_on,
        seen: written.seen.map(|revision| revision.0),
    };
    let story = desk.newsroom.write_file(&act, file)?;
    let edition = story.editions.first();
    if let Some(kept) = edition.and_then(|edition| edition.kept_aside) {
        return Err(kept_aside(desk, written, kept)?);
    }
    let value = || {
        json!({
            "story": story.story,
            "edition": edition.map(import::came_in),
            "contradictions": import::told(&story.contradictions),
        })
    };
    Ok(desk.format.reply(value, || import::as_text(&story)))
}

/// Somebody was faster: their text is the draft.
fn kept_aside(desk: &Desk, written: &Written<'_>, kept: u32) -> Result<Failure, Failure> {
    let Written { slug, language, .. } = written;
    let code = language.code();
    let theirs = desk.newsroom.show(desk.story(slug)?, *language, None)?.revision;
    let message =
        format!("Somebody else saved {slug} {code} meanwhile; this text is kept as r{kept}.");
    let theirs = theirs.map_or_else(|| "rA".to_owned(), |number| format!("r{number}"));
    let remedy = format!("Compare the two: shpalta diff {slug} --lang {code} {theirs} r{kept}.");
    Ok(Failure::refused("save_conflict", message, &remedy))
}

/// Reads the file of an edition; `-` is stdin.
pub(super) fn parsed(desk: &Desk, from: &Path, language: Language) -> Result<Parsed, Failure> {
    let language = Some(language);
    if from.as_os_str() != "-" {
        let today = desk.now.to_zoned_datetime(kyiv()).date();
        return Ok(file::parse(from, None, language, today)?);
    }
    let name = Path::new("stdin");
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there is too much.
    let read = std::io::stdin().lock().take(file::LIMIT + 1).read_to_end(&mut bytes);
    read.map_err(|error| shpalta_newsroom::Error::Files {
        path: name.to_owned(),
        detail: error.to_string(),
    })?;
    Ok(file::parse_markdown(name, bytes, language)?)
}
