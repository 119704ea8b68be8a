//! What a fault is about, in words that a person finds again.

use rusqlite::{Connection, params};

use crate::id::{ContentHash, EditionId, RevisionId};

/// “night-trains uk r2, night-trains uk r5”; the hash where no revision has the text.
pub(super) fn of_content(sql: &Connection, content: ContentHash) -> String {
    let named = (|| {
        let mut query = sql.prepare_cached(include_str!("with_content.sql"))?;
        query.query_map([content], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()
    })();
    match named {
        Ok(revisions) if !revisions.is_empty() => revisions.join(", "),
        _ => content.to_string(),
    }
}

/// “night-trains uk r2”
pub(super) fn of_revision(sql: &Connection, revision: RevisionId) -> String {
    let query = include_str!("named_revision.sql");
    let named = sql.query_row(query, [revision], |row| row.get(0));
    named.unwrap_or_else(|_| revision.to_string())
}

/// “night-trains uk”
pub(super) fn of_edition(sql: &Connection, edition: EditionId) -> String {
    let query = "SELECT story.slug || ' ' || edition.language
                 FROM edition JOIN story ON story.id = edition.story WHERE edition.id = ?";
    let named = sql.query_row(query, params![edition], |row| row.get(0));
    named.unwrap_or_else(|_| edition.to_string())
}
