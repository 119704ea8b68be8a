//! Texts and blocks against their hashes.

use rusqlite::{Connection, Row};
use shpalta_text::BlockHash;

use super::{Verification, subject};
use crate::Result;
use crate::edition::{self, EditionText, language_column};
use crate::id::{ContentHash, EditionId, RevisionId};
use crate::revision::Side;

/// Stored texts say what their hashes cover; of erased ones no word is left.
pub(super) fn texts(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare(include_str!("texts.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        found.texts += 1;
        let content: ContentHash = row.get(0)?;
        let is_erased = row.get::<_, Option<i64>>(6)?.is_some();
        found.erased += usize::from(is_erased);
        let fault = match (is_erased, as_hashed(row, content, 1, 2)) {
            (true, _) if is_empty(row) => continue,
            (true, _) => "the words of an erased text are there again",
            (false, true) => continue,
            (false, false) => "a stored text is not the one that was saved",
        };
        found.fault("text", subject::of_content(sql, content), fault);
    }
    Ok(())
}

/// Drafts say what their hashes cover.
pub(super) fn drafts(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare(include_str!("drafts.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if !as_hashed(row, row.get(0)?, 1, 2) {
            let edition: EditionId = row.get(6)?;
            let meaning = "a draft is not the one that was saved";
            found.fault("draft", subject::of_edition(sql, edition), meaning);
        }
    }
    Ok(())
}

/// A value that cannot be read is another than the one that was hashed, and so are variants that
/// read well but are written otherwise.
fn as_hashed(row: &Row<'_>, content: ContentHash, language: usize, first: usize) -> bool {
    let (Ok(language), Ok(text)) =
        (language_column(row, language), edition::text_from_row(row, first))
    else {
        return false;
    };
    let variants: Result<String, _> = row.get(first + 3);
    variants.is_ok_and(|stored| stored == edition::variants_json(&text))
        && text.content_hash(language) == content
}

fn is_empty(row: &Row<'_>) -> bool {
    edition::text_from_row(row, 2).is_ok_and(|text| text == EditionText::default())
}

/// Revisions on a draft's line have blocks, and these lie where the text says they do.
pub(super) fn revisions(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare(include_str!("revisions.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        found.revisions += 1;
        let id: RevisionId = row.get(0)?;
        let aside = row.get_ref(3)?.as_str().unwrap_or_default() == "conflict";
        let is_erased = row.get::<_, Option<i64>>(4)?.is_some();
        if !aside && !is_erased && !blocks_stand(sql, row, id).unwrap_or(false) {
            let meaning = "the blocks of a revision are not those of its text";
            found.fault("blocks", subject::of_revision(sql, id), meaning);
        }
    }
    Ok(())
}

fn blocks_stand(sql: &Connection, row: &Row<'_>, id: RevisionId) -> Result<bool> {
    let language = language_column(row, 1)?;
    let text = edition::text(sql, row.get(2)?)?;
    let side = Side::load(sql, id)?;
    let blocks = text.blocks(language);
    let stored: Vec<(BlockHash, _, _, _, _)> = side
        .blocks
        .iter()
        .map(|block| (block.hash, block.kind, block.field, block.start, block.end))
        .collect();
    let parsed = blocks
        .iter()
        .map(|block| (block.hash, block.kind, block.field, block.span.start, block.span.end));
    Ok(parsed.eq(stored))
}
