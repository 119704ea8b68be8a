//! Stories and their details.

use serde::Serialize;
use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::draft::Save;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::revision::Reason;

use super::{Answer, status};
use crate::arguments::By;
use crate::desk::Desk;

/// A story in the list.
#[derive(Serialize)]
struct Listed<'a> {
    story: &'a str,
    original: Language,
    headline: &'a str,
}

/// `story new`
pub(super) fn new(desk: &mut Desk, language: Language, headline: &str, by: &By) -> Answer {
    let act = desk.act(by)?;
    let story = desk.newsroom.new_story(&act, language, headline)?;
    let text = EditionText { headline: headline.to_owned(), ..EditionText::default() };
    let save = Save { story, language, text: &text, based_on: 0, seen: None, sitting: None };
    desk.newsroom.write(&Desk::next(&act), &save, Reason::Write)?;
    let slug = desk.newsroom.story(story)?.slug;
    let next = format!(
        "{slug}\nWrite it: shpalta story write {slug} --lang {} --from FILE.md",
        language.code()
    );
    Ok(desk.format.reply(|| json!({ "story": slug }), || next))
}

/// `story list`
pub(super) fn list(desk: &Desk) -> Answer {
    let stories = status::all_on_board(desk)?;
    let listed: Vec<_> = stories
        .iter()
        .map(|story| Listed {
            story: &story.story,
            original: story.original,
            headline: &story.headline,
        })
        .collect();
    let text = || listed.iter().map(line).collect();
    Ok(desk.format.reply(|| json!({ "stories": listed }), text))
}

fn line(story: &Listed<'_>) -> String {
    format!("{} ({}): {}\n", story.story, story.original.code(), story.headline)
}

/// `story set`
pub(super) fn set(desk: &mut Desk, slug: &str, key: &str, value: &str, by: &By) -> Answer {
    let act = desk.act(by)?;
    let story = desk.story(slug)?;
    let warning = desk.newsroom.set_story(&act, story, key, value)?;
    let reply = desk.format.reply(
        || json!({ "story": slug, "key": key, "value": value, "warning": warning }),
        || format!("{slug}: {key} = {value}"),
    );
    Ok(match warning.as_deref() {
        Some("embargo_after_export") => {
            reply.remark("The story is out already: the embargo removes nothing from the site.")
        }
        Some(other) => reply.remark(other),
        None => reply,
    })
}
