//! The real window, driven as a person drives it: on a screen of its own, through an X keyboard,
//! and watched through WebDriver.
//!
//! A test opens the [`Desk`] over a newsroom that the command has prepared, works with it, and
//! looks at the newsroom from outside through [`Desk::cli`]. Whatever was started ends with the
//! test, also when it fails; a failure leaves a picture, the page and what the program said under
//! `target/desktop/`.

mod accessible;
mod bus;
mod desk;
mod display;
mod driver;
mod evidence;
mod http;
mod keyboard;
mod locate;
mod measured;
mod memory;
mod needs;
mod picture;
mod program;
pub mod screens;
mod start;
pub(crate) mod started;
mod wait;

pub use accessible::{accessible, violations};
pub use desk::Desk;
pub use driver::{Driver, Element, Refused};
pub use keyboard::{Layout, Typing};
pub use locate::By;
pub use measured::Measured;
pub use needs::missing;
pub use picture::Picture;
pub use start::{Start, Theme};
