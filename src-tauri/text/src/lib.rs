//! Markdown ⇄ blocks ⇄ HTML, diff and alignment.
//!
//! Pure: no files, no clock, no database, and no language of its own. What depends on a language
//! (section words, typography) comes in as an argument.

pub mod align;
pub mod block;
pub mod diff;
pub mod fold;
pub mod html;
pub mod insert;
mod markdown;
pub mod merge;
pub mod normalise;
pub mod pair;

pub use block::{Block, BlockHash, BlockKind, Field, Section, blocks};
pub use markdown::{
    Lead, Picture, STORY_SCHEME, Surroundings, defined_stories, paragraph, portable, stories,
};
