//! Cutting a revision.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};
use shpalta_text::{BlockHash, BlockKind};

use super::weave::{Told, Wording, weave, weave_in};
use super::{Reason, Revision, Side, Stand, Woven};
use crate::Result;
use crate::edition::{self, Edition, EditionText};
use crate::id::{BlockId, EditionId, PersonId, RevisionId};
use crate::log;
use crate::transact::Tx;
use crate::translation;

/// What a cut made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) revision: RevisionId,
    pub(crate) number: u32,
}

/// Who wrote a text, why it is cut, and the revision of the followed edition that they saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Writer {
    pub(crate) person: PersonId,
    pub(crate) reason: Reason,
    pub(crate) seen: Option<RevisionId>,
}

/// Weaves a text into an edition's blocks, as the next revision would.
pub(crate) fn woven(
    sql: &Connection,
    edition: &Edition,
    old: &Stand,
    text: &EditionText,
    next_id: impl FnMut() -> BlockId,
) -> Result<Woven> {
    let wordings = wordings(sql, edition.id)?;
    let mut woven = weave(old, &text.blocks(edition.language), &wordings, next_id);
    restore_joins(sql, edition, old, &mut woven)?;
    Ok(woven)
}

/// A block that takes a former wording again answers for the blocks that it answered for then.
fn restore_joins(
    sql: &Connection,
    edition: &Edition,
    old: &Stand,
    woven: &mut Woven,
) -> Result<()> {
    let standing: BTreeMap<_, _> = woven.side.blocks.iter().map(|b| (b.id, b.hash)).collect();
    let stood: BTreeMap<_, _> = old.side.blocks.iter().map(|b| (b.id, b.hash)).collect();
    let returned = standing.iter().filter(|(id, hash)| stood.get(id) != Some(hash));
    for (id, hash) in returned {
        let last = sql
            .prepare_cached(include_str!("last_with.sql"))?
            .query_row(params![edition.id, id, hash.0], |row| row.get(0))
            .optional()?;
        let Some(revision) = last else { continue };
        let then = Side::load(sql, revision)?;
        let Some(at) = then.blocks.iter().position(|block| block.id == *id) else { continue };
        woven.side.absorbed.retain(|_, into| into != id);
        let joined = then.identities(at).into_iter().filter(|block| !standing.contains_key(block));
        woven.side.absorbed.extend(joined.map(|block| (block, *id)));
    }
    Ok(())
}

/// Cuts a revision of `text` (normalised) as the edition's new head. The same text as the head's
/// cuts nothing.
pub(crate) fn cut(
    tx: &Tx<'_>,
    edition: &Edition,
    text: &EditionText,
    writer: Writer,
) -> Result<Option<Cut>> {
    cut_told(tx, edition, text, writer, &[])
}

/// The same; what is told of blocks need not be found out.
pub(crate) fn cut_told(
    tx: &Tx<'_>,
    edition: &Edition,
    text: &EditionText,
    writer: Writer,
    told: &[Told],
) -> Result<Option<Cut>> {
    let content = edition::store_text(tx, edition.language, text)?;
    if let Some(head) = edition.head
        && Revision::get(tx, head)?.content == content
    {
        return Ok(None);
    }
    let old = Stand::load(tx, edition.language, edition.head)?;
    let next_id = || BlockId(tx.ids.next());
    let mut woven = match told {
        [] => woven(tx, edition, &old, text, next_id)?,
        told => weave_in(&old, &text.blocks(edition.language), told, next_id),
    };
    let cut = insert(tx, edition, text, writer)?;
    woven.side.revision = Some(cut.revision);
    if edition.follows.is_some() {
        // Before the new wordings are stored: what a block never said before gets a basis.
        translation::make::store(tx, edition, &old, &woven, writer)?;
    }
    store_blocks(tx, edition.id, &woven)?;
    tx.prepare_cached("UPDATE edition SET head = ? WHERE id = ?")?
        .execute(params![cut.revision, edition.id])?;
    for follower in edition.followers(tx)? {
        translation::link::carry_splits(tx, follower.id, &woven.splits)?;
    }
    edition::follow_headline(tx, edition, &text.headline)?;
    Ok(Some(cut))
}

/// Cuts a revision that says what the newest one says, with the same blocks.
pub(crate) fn cut_again(tx: &Tx<'_>, edition: &Edition, writer: Writer) -> Result<Cut> {
    let old = Stand::load(tx, edition.language, edition.head)?;
    let cut = insert(tx, edition, &old.text, writer)?;
    let side = Side { revision: Some(cut.revision), ..old.side };
    store_blocks(tx, edition.id, &Woven { side, ..Woven::default() })?;
    tx.prepare_cached("UPDATE edition SET head = ? WHERE id = ?")?
        .execute(params![cut.revision, edition.id])?;
    Ok(cut)
}

/// Keeps a text that lost a race as a revision beside the draft's line.
pub(crate) fn keep_aside(
    tx: &Tx<'_>,
    edition: &Edition,
    text: &EditionText,
    writer: Writer,
) -> Result<Cut> {
    edition::store_text(tx, edition.language, text)?;
    insert(tx, edition, text, Writer { reason: Reason::Conflict, ..writer })
}

fn insert(tx: &Tx<'_>, edition: &Edition, text: &EditionText, writer: Writer) -> Result<Cut> {
    let revision = RevisionId(tx.ids.next());
    let number: u32 = tx
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM revision WHERE edition = ?")?
        .query_row([edition.id], |row| row.get(0))?;
    tx.prepare_cached(include_str!("insert.sql"))?.execute(params![
        revision,
        edition.id,
        number,
        edition.head,
        text.content_hash(edition.language),
        writer.person,
        tx.act.at.as_millisecond(),
        tx.device,
        writer.reason.name(),
        writer.seen,
        log::position(tx)?,
    ])?;
    Ok(Cut { revision, number })
}

fn store_blocks(tx: &Tx<'_>, edition: EditionId, woven: &Woven) -> Result<()> {
    let revision = woven.side.revision;
    let mut block = tx.prepare_cached("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?;
    let mut wording = tx.prepare_cached(include_str!("wording.sql"))?;
    let recency: i64 = tx
        .prepare_cached("SELECT coalesce(max(recency), 0) + 1 FROM wording WHERE edition = ?")?
        .query_row([edition], |row| row.get(0))?;
    for (ordinal, placed) in woven.side.blocks.iter().enumerate() {
        let (kind, hash) = (placed.kind.name(), placed.hash.0.as_slice());
        let (field, start, end) = (placed.field.name(), placed.start, placed.end);
        block.execute(params![revision, ordinal, placed.id, kind, hash, field, start, end])?;
        wording.execute(params![edition, placed.id, hash, kind, recency])?;
    }
    let mut absorbed = tx.prepare_cached("INSERT INTO absorbed VALUES (?, ?, ?)")?;
    for (block, into) in &woven.side.absorbed {
        absorbed.execute(params![revision, block, into])?;
    }
    Ok(())
}

/// All wordings that the edition's blocks ever had, the most recent first.
fn wordings(sql: &Connection, edition: EditionId) -> Result<Vec<Wording>> {
    let mut query = sql.prepare_cached(include_str!("wordings.sql"))?;
    let rows = query.query_map([edition], |row| {
        let kind = BlockKind::from_name(row.get_ref(1)?.as_str()?);
        Ok((row.get(0)?, kind, BlockHash(row.get(2)?)))
    })?;
    let mut wordings = Vec::new();
    for row in rows {
        if let (block, Some(kind), hash) = row? {
            wordings.push(Wording { block, kind, hash });
        }
    }
    Ok(wordings)
}
