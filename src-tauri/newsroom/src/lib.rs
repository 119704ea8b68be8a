//! Stories, editions, revisions, translations, decisions, staff, media: the rules, and SQLite.
//!
//! Status is derived from revisions, bases and the log, and never stored as truth. Every change is
//! one transaction ([`act::Act`] says whose), reads never write.

pub mod act;
pub mod backup;
pub mod board;
pub mod change;
pub mod decision;
pub mod draft;
pub mod edition;
pub mod erase;
pub mod error;
pub mod finding;
pub mod history;
pub mod id;
pub mod import;
mod log;
pub mod media;
pub mod names;
pub mod newsroom;
pub mod opened;
pub mod parcel;
pub mod presence;
pub mod publication;
pub mod recovery;
pub mod revision;
pub mod sample;
pub mod setting;
pub mod staff;
pub mod status;
pub mod story;
mod transact;
pub mod translation;
pub mod verify;

pub use act::Act;
pub use error::Error;
pub use newsroom::{Founding, Newsroom};
pub use opened::Opened;

/// What reads and mutations answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;
