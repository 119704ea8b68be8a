//! What leaves the newsroom: whole pages, and when they leave.

mod again;
mod care;
mod closure;
mod conformance;
mod folder;
mod going_out;
mod hugo;
mod linked;
mod markup;
pub mod newspaper;
mod ninjs;
mod others;
mod pages;
#[cfg(target_os = "linux")]
mod payloads;
mod photos;
#[cfg(target_os = "linux")]
mod server;
mod site;
mod snapshot;
