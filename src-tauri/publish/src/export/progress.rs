//! How far an export has come, and a way to stop it.

use std::ops::ControlFlow;

use crate::error::Error;

/// How far an export has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub phase: Phase,
    /// Stories whose pages are made; files that are on the server.
    pub done: usize,
    /// Stories, or files, that it is about.
    pub of: usize,
}

/// What an export is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The pages of one more story.
    Stories,
    /// Front pages; what no page names any more.
    Fronts,
    /// Putting the files in place: the last that can be stopped in the folder.
    Switch,
    /// One more file to the server; it can be stopped while photos are brought.
    Bring,
}

/// Who hears of an export's steps before they are taken, and may stop it.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Nobody watches.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn step(watch: &mut Watch<'_>, progress: Progress) -> Result<(), Error> {
    match watch(progress) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Error::Cancelled),
    }
}
