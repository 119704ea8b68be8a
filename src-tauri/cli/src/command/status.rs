//! Where editions stand.

use std::fmt::Write;

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::board::{BoardFilter, BoardQuery, BoardStory};
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::status::{EditionStatus, Editorial, StoryStatus};
use shpalta_newsroom::translation::{Row, RowState};

use super::Answer;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::output::{Format, Reply};
use crate::words::Pill;

/// `status`
pub(super) fn run(desk: &Desk, slug: Option<&str>) -> Answer {
    if slug.is_none() && desk.format == Format::Text {
        return board(desk);
    }
    let stories = statuses(desk, &desk.stories(slug)?)?;
    let text = || stories.iter().map(in_full).collect();
    Ok(desk.format.reply(|| json!({ "stories": stories }), text))
}

/// Where a story stands after something was done to it: what the deciding commands answer.
pub(super) fn after(desk: &Desk, story: StoryId, languages: &[Language]) -> Answer {
    let status = desk.newsroom.status(story, desk.now)?;
    let text = || {
        let editions = status.editions.iter();
        let named = editions.filter(|(language, _)| languages.contains(language));
        named.map(|(language, edition)| line(&status.story, *language, edition)).collect()
    };
    Ok(desk.format.reply(|| json!({ "stories": [&status] }), text))
}

fn statuses(desk: &Desk, stories: &[StoryId]) -> Result<Vec<StoryStatus>, Failure> {
    stories.iter().map(|story| Ok(desk.newsroom.status(*story, desk.now)?)).collect()
}

fn line(story: &str, language: Language, edition: &EditionStatus) -> String {
    format!("{story} {}: {}\n", language.code(), Pill::from(edition).words())
}

fn in_full(status: &StoryStatus) -> String {
    let mut text = format!("{}\n", status.story);
    for (language, edition) in &status.editions {
        let original = if *language == status.original { " (original)" } else { "" };
        let words = Pill::from(edition).words();
        let _ = writeln!(text, "  {}{original}: {words}", language.code());
        let begun = edition.editorial != Editorial::NotStarted;
        for row in edition.rows.iter().filter(|row| begun && is_open(row)) {
            let _ = writeln!(text, "    {}", row_line(row));
        }
    }
    text
}

fn is_open(row: &Row) -> bool {
    row.state != RowState::Fresh || row.coming
}

/// “row 4, paragraph: changed (block 4 for the original's 4)”
fn row_line(row: &Row) -> String {
    let state = match row.state {
        RowState::Fresh => "coming",
        RowState::Changed => "changed",
        RowState::Missing => "missing",
        RowState::Extra => "extra",
    };
    let original: Vec<_> = row.original.iter().map(usize::to_string).collect();
    let place = match (row.block, original.as_slice()) {
        (Some(block), []) => format!("block {block}, without an original"),
        (Some(block), original) => {
            format!("block {block} for the original's {}", original.join(", "))
        }
        (None, original) => format!("nothing for the original's {}", original.join(", ")),
    };
    format!("row {}, {}: {state} ({place})", row.row, row.kind.name())
}

fn board(desk: &Desk) -> Answer {
    let stories = all_on_board(desk)?;
    if stories.is_empty() {
        let text = "There are no stories yet. Begin one: shpalta story import FILE...\n";
        return Ok(Reply::text(text));
    }
    let mut rows = vec![["story", "uk", "en", "ru"].map(str::to_owned)];
    rows.extend(stories.iter().map(board_row));
    let widths = [0, 1, 2]
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default());
    let mut text = String::new();
    for [story, uk, en, ru] in &rows {
        let line = format!("{story:0$}  {uk:1$}  {en:2$}  {ru}", widths[0], widths[1], widths[2]);
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text.push_str("* the original. The rows of a story: shpalta status SLUG\n");
    Ok(Reply::text(text))
}

/// All stories of the board, the one that changed last first.
pub(super) fn all_on_board(desk: &Desk) -> Result<Vec<BoardStory>, Failure> {
    let query = BoardQuery {
        filter: BoardFilter::All,
        search: String::new(),
        language: Language::Uk,
        offset: 0,
        limit: usize::MAX,
    };
    Ok(desk.newsroom.board(&query, None, desk.now)?.stories)
}

fn board_row(story: &BoardStory) -> [String; 4] {
    let mut row = [story.story.clone(), String::new(), String::new(), String::new()];
    for (cell, edition) in row.iter_mut().skip(1).zip(&story.editions) {
        let words = Pill::from(edition).words();
        *cell = match edition.language == story.original {
            true => format!("{words} *"),
            false => words,
        };
    }
    row
}
