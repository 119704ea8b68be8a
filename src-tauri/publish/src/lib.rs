//! Approved revisions to publishable files: pre-flight, pages, photos, manifest.
//!
//! [`export::export`] reads a newsroom (or whatever is a [`export::Source`]) and writes a folder, or
//! one file.
//! [`preview`] shows the page of a draft and writes nothing.

pub mod address;
pub mod error;
pub mod export;
pub mod folder;
pub mod manifest;
mod pack;
pub mod page;
pub mod preflight;
pub mod preview;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod sample;
mod server;

pub use error::Error;
pub use export::{
    EditionFate, ExportOutcome, FateKind, Outcome, Phase, Progress, Request, Source, Watch, export,
    export_and_record, unwatched,
};
pub use folder::Mode;
pub use server::{Brought, check_site, copy_of, without_key};
pub use shpalta_remote::{
    Address as ServerAddress, Error as ServerError, keep_secret, kept_secret,
};
