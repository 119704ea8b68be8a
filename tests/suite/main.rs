//! The suite: a module a subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod board;
mod cli;
mod command;
mod drafts;
mod export;
mod import;
mod model;
mod opening;
mod regression;
mod scenarios;
mod translate;
