//! Translations: links between blocks, the bases that make a pair fresh, and the rows that a
//! translation falls into.

pub(crate) mod basis;
mod bringer;
mod claim;
mod confirm;
mod insert;
pub(crate) mod link;
pub(crate) mod make;
mod minor;
pub(crate) mod row;
pub(crate) mod switch;
mod view;

pub use confirm::{Confirmed, Which};
pub use insert::InsertRow;
pub use row::{Row, RowState};
pub use view::{FactPair, Suggestion, TranslateRow, TranslateView};
