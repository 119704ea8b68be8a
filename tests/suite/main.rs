//! The suite: a module a subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod board;
mod command;
mod drafts;
mod export;
mod feed;
mod import;
mod model;
mod opening;
mod presence;
mod regression;
mod scenarios;

mod translate;
mod ui;
mod words;
pub use shpalta_tests::cli;
