//! What the tests of the whole share: a small newsroom, the words in which the rules are told,
//! and the hands that use the command.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod axe;
#[cfg(target_os = "linux")]
pub mod browser;
pub mod campaign;
pub mod cli;
pub mod desk;
pub mod news;
pub mod payloads;
#[cfg(target_os = "linux")]
pub mod servers;
pub mod validators;
#[cfg(target_os = "linux")]
pub mod window;
