//! The suite: a module a subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backup;
mod board;
mod command;
mod drafts;
mod erase;
mod export;
#[cfg(target_os = "linux")]
mod faults;
mod feed;
mod hostile;
mod import;
mod killed;
mod model;
mod opening;
mod parcel;
#[cfg(target_os = "linux")]
mod power;
mod presence;
mod regression;
mod scenarios;

mod translate;
mod ui;
mod verify;
mod words;
pub use shpalta_tests::cli;
