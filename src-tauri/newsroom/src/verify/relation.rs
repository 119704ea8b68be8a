//! What rows say of each other.

use rusqlite::Connection;

use super::{Verification, subject};
use crate::Result;
use crate::id::{EditionId, RevisionId};

/// SQLite's own checks: the file's build, and that nothing points into the void.
pub(super) fn integrity(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare("PRAGMA integrity_check")?;
    for line in query.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            found.fault("database", line, "the database file itself is damaged");
        }
    }
    let mut query = sql.prepare("PRAGMA foreign_key_check")?;
    for table in query.query_map([], |row| row.get::<_, String>(0))? {
        found.fault("reference", table?, "a row points at something that is not there");
    }
    Ok(())
}

/// Bases and links name what the story had; decisions and exports name texts as they are.
pub(super) fn check(sql: &Connection, found: &mut Verification) -> Result<()> {
    let of_basis = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let mut part = |query: &str, meaning| -> Result<()> {
        let mut query = sql.prepare(query)?;
        for basis in query.query_map([], of_basis)? {
            let (position, edition): (i64, EditionId) = basis?;
            let subject = format!("{} #{position}", subject::of_edition(sql, edition));
            found.fault("basis", subject, meaning);
        }
        Ok(())
    };
    part(
        "SELECT position, edition FROM basis WHERE length(originals) % 32 <> 0",
        "a basis names no whole block hashes",
    )?;
    part(include_str!("bases.sql"), "a basis names a wording that its edition never had")?;
    let mut query = sql.prepare(include_str!("links.sql"))?;
    for edition in query.query_map([], |row| row.get::<_, EditionId>(0))? {
        let meaning = "a link names a block that never stood in the story";
        found.fault("link", subject::of_edition(sql, edition?), meaning);
    }
    let mut query = sql.prepare(include_str!("wordings.sql"))?;
    for revision in query.query_map([], |row| row.get::<_, RevisionId>(0))? {
        let meaning = "a block of a revision is not among the wordings of its edition";
        found.fault("wording", subject::of_revision(sql, revision?), meaning);
    }
    for (code, query, meaning) in [
        (
            "decision",
            include_str!("decided.sql"),
            "a decision names another text than the revision that it is about has",
        ),
        (
            "export",
            include_str!("exported.sql"),
            "an export's record names another text than the revision that it wrote has",
        ),
    ] {
        let mut query = sql.prepare(query)?;
        for revision in query.query_map([], |row| row.get::<_, RevisionId>(0))? {
            found.fault(code, subject::of_revision(sql, revision?), meaning);
        }
    }
    Ok(())
}
