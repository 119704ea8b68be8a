//! The board's cache against a fresh derivation.

use rusqlite::Connection;

use super::Verification;
use crate::{Result, board};

pub(super) fn check(sql: &Connection, found: &mut Verification) -> Result<()> {
    for slug in board::stale(sql)? {
        let meaning = "the board's cache differs from the story; `verify --rebuild` mends it";
        found.fault("board", slug, meaning);
    }
    if !board::counts_agree(sql)? {
        let meaning = "the board counts otherwise than its rows; `verify --rebuild` mends it";
        found.fault("board", "counts", meaning);
    }
    if !board::search_agrees(sql)? {
        let meaning = "the search finds other words than the headlines have; `verify --rebuild` \
                       mends it";
        found.fault("board", "search", meaning);
    }
    Ok(())
}
