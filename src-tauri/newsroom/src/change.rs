//! The change feed: what a window has to read anew because somebody changed it.

use std::collections::BTreeSet;

use rusqlite::params;
use serde::Serialize;
use ts_rs::TS;

use crate::id::OperationId;
use crate::{Newsroom, Result};

/// What changed since a position of the feed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Changes {
    /// Where the next question goes on.
    #[ts(type = "number")]
    pub position: i64,
    /// Slugs of the stories that changed, in no order.
    pub stories: Vec<String>,
    /// The operations that it was.
    #[serde(skip)]
    #[ts(skip)]
    pub operations: BTreeSet<OperationId>,
    /// Whether something changed that is no story's: staff, names, settings, photos. Any story may
    /// look different then.
    pub newsroom: bool,
}

impl Newsroom {
    /// The position of the last change; zero before the first.
    pub fn last_change(&self) -> Result<i64> {
        self.read(|sql| {
            let query = "SELECT coalesce(max(position), 0) FROM change";
            Ok(sql.prepare_cached(query)?.query_row([], |row| row.get(0))?)
        })
    }

    /// What changed after a position: whoever did it, in this program or another.
    pub fn changes_since(&self, position: i64) -> Result<Changes> {
        self.read(|sql| {
            let mut changes = Changes { position, ..Changes::default() };
            let mut query = sql.prepare_cached(include_str!("change/since.sql"))?;
            let mut rows = query.query(params![position])?;
            while let Some(row) = rows.next()? {
                changes.position = changes.position.max(row.get(1)?);
                match row.get(0)? {
                    Some(slug) => changes.stories.push(slug),
                    None => changes.newsroom = true,
                }
            }
            let operations = "SELECT DISTINCT operation FROM change WHERE position > ?";
            let mut query = sql.prepare_cached(operations)?;
            let operations = query.query_map(params![position], |row| row.get(0))?;
            changes.operations = operations.collect::<Result<_, _>>()?;
            Ok(changes)
        })
    }
}
