//! The board.

use jiff::Timestamp;
use serde::Deserialize;
use shpalta_newsroom::board::{BoardCounts, BoardPage, BoardQuery};
use ts_rs::TS;

use super::Nothing;
use crate::desk::Desk;
use crate::failure::Failure;

/// The most stories that one answer holds.
const LONGEST: usize = 500;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Query {
    pub(crate) query: BoardQuery,
}

pub(crate) fn page(desk: &Desk, wanted: Query) -> Result<BoardPage, Failure> {
    if wanted.query.limit > LONGEST {
        return Err(Failure::bad_request("limit"));
    }
    let open = desk.newsroom()?;
    open.read(|newsroom| newsroom.board(&wanted.query, Some(open.me()), Timestamp::now()))
}

pub(crate) fn counts(desk: &Desk, _: Nothing) -> Result<BoardCounts, Failure> {
    let open = desk.newsroom()?;
    open.read(|newsroom| newsroom.board_counts(Some(open.me()), Timestamp::now()))
}
