//! What the tests of the whole share: a small newsroom, and the words in which the rules are told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod desk;
pub mod news;
