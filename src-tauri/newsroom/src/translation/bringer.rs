//! Which revision of the original brought the wordings that a row stands against.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use rusqlite::Connection;
use shpalta_text::BlockHash;

use crate::id::{BlockId, RevisionId};
use crate::revision::Revision;
use crate::{Result, staff};

/// Who brought a wording, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bringer {
    pub(super) at: Timestamp,
    pub(super) person: String,
}

/// For each set of blocks, the revision at or before `from` since which they have stood as they
/// do in `from`. None where nothing ever stood.
pub(super) fn bringers(
    sql: &Connection,
    from: Option<RevisionId>,
    sets: &[BTreeSet<BlockId>],
) -> Result<Vec<Option<Bringer>>> {
    let mut found = vec![None; sets.len()];
    let mut open: Vec<usize> = (0..sets.len()).collect();
    let mut revision = from;
    let mut now = wordings(sql, from)?;
    while let (Some(id), false) = (revision, open.is_empty()) {
        let cut = Revision::get(sql, id)?;
        let before = wordings(sql, cut.parent)?;
        let says = |all: &Wordings, set: usize| -> Vec<Option<BlockHash>> {
            sets[set].iter().map(|block| all.get(block).copied()).collect()
        };
        let (brought, older) =
            open.into_iter().partition(|set| says(&now, *set) != says(&before, *set));
        let brought: Vec<usize> = brought;
        if !brought.is_empty() {
            let person = staff::person(sql, cut.person)?.name;
            let bringer = Bringer { at: cut.at, person };
            brought.into_iter().for_each(|set| found[set] = Some(bringer.clone()));
        }
        (open, revision, now) = (older, cut.parent, before);
    }
    Ok(found)
}

type Wordings = HashMap<BlockId, BlockHash>;

fn wordings(sql: &Connection, revision: Option<RevisionId>) -> Result<Wordings> {
    let Some(revision) = revision else { return Ok(Wordings::new()) };
    let mut query = sql.prepare_cached("SELECT block, hash FROM block WHERE revision = ?")?;
    let rows = query.query_map([revision], |row| Ok((row.get(0)?, BlockHash(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
