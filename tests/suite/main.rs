//! The suite: a module a subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod board;
mod cli;
mod command;
mod export;
mod feed;
mod import;
mod model;
mod opening;
mod presence;
mod regression;
mod scenarios;
mod zz_perf;
