//! Links: which blocks of the followed edition a translation's block stands for.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use crate::Result;
use crate::id::{BlockId, EditionId};
use crate::revision::Side;

/// The links of one translation, sleeping ones included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Links(BTreeMap<BlockId, BTreeSet<BlockId>>);

impl Links {
    pub(crate) fn load(sql: &Connection, edition: EditionId) -> Result<Self> {
        let mut links = Self::default();
        let mut query = sql.prepare_cached("SELECT block, original FROM link WHERE edition = ?")?;
        let mut rows = query.query([edition])?;
        while let Some(row) = rows.next()? {
            links.add(row.get(0)?, row.get(1)?);
        }
        Ok(links)
    }

    pub(crate) fn add(&mut self, block: BlockId, original: BlockId) {
        self.0.entry(block).or_default().insert(original);
    }

    /// The originals that a block was linked to, standing or not.
    pub(crate) fn of(&self, block: BlockId) -> impl Iterator<Item = BlockId> {
        self.0.get(&block).into_iter().flatten().copied()
    }

    /// Where the originals of a translation's block stand, in the order of the text.
    pub(crate) fn originals(&self, translation: &Side, at: usize, original: &Side) -> Vec<usize> {
        let ids = translation.identities(at);
        let linked = ids.iter().flat_map(|id| self.of(*id));
        linked
            .filter_map(|block| original.resolve(block))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }
}

/// Stores a link; one that stands already stays.
pub(crate) fn insert(
    sql: &Connection,
    edition: EditionId,
    block: BlockId,
    original: BlockId,
) -> Result<()> {
    sql.prepare_cached("INSERT OR IGNORE INTO link (edition, block, original) VALUES (?, ?, ?)")?
        .execute(params![edition, block, original])?;
    Ok(())
}

/// A block of the original was split: what stood for it stands for the new part, too.
pub(crate) fn carry_splits(
    sql: &Connection,
    translation: EditionId,
    splits: &[(BlockId, BlockId)],
) -> Result<()> {
    for (whole, part) in splits {
        sql.prepare_cached(include_str!("carry_split.sql"))?.execute(params![
            translation,
            whole,
            part
        ])?;
    }
    Ok(())
}
