//! Texts that the database did not take, and the way back of a newsroom: what the window keeps of
//! them while it is open.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shpalta_language::Language;
use shpalta_newsroom::id::SittingId;
use shpalta_newsroom::recovery::{self, Entry, Journal, Replayed};
use tauri::Emitter;

use crate::desk::{Desk, Open};
use crate::failure::Failure;
use crate::watch::Changed;

/// An edition of a story, by slug.
type Edition = (String, Language);

/// The journals of this window.
#[derive(Default)]
pub(crate) struct Rescue(Mutex<State>);

#[derive(Default)]
struct State {
    /// The sittings that keep their text in journals, and try to save it themselves.
    held: BTreeMap<Edition, Vec<SittingId>>,
    /// All sittings of this window that ever kept a text.
    own: BTreeSet<SittingId>,
    /// Whether journals may lie there that nobody holds.
    left: bool,
    /// What became of journals since the window asked.
    replayed: Vec<Replayed>,
}

impl Rescue {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a text in its journal; a sitting goes on from what an earlier one kept.
    ///
    /// # Errors
    /// Those of writing a file.
    pub(crate) fn keep(&self, newsroom: &Path, entry: &Entry) -> shpalta_newsroom::Result<()> {
        recovery::keep(newsroom, entry)?;
        let edition = (entry.story.clone(), entry.language);
        let remove = |sitting| recovery::remove(newsroom, &entry.story, entry.language, sitting);
        let mut state = self.lock();
        state.own.insert(entry.sitting);
        let held = state.held.entry(edition).or_default();
        // What cannot be removed now is removed when the text is saved.
        held.retain(|earlier| *earlier != entry.sitting && remove(*earlier).is_err());
        held.push(entry.sitting);
        Ok(())
    }

    /// The database has the text.
    ///
    /// # Errors
    /// Those of removing a file.
    pub(crate) fn is_saved(
        &self,
        newsroom: &Path,
        story: &str,
        language: Language,
    ) -> shpalta_newsroom::Result<()> {
        let held = self.lock().held.remove(&(story.to_owned(), language)).unwrap_or_default();
        held.into_iter()
            .try_for_each(|sitting| recovery::remove(newsroom, story, language, sitting))
    }

    /// The window no longer tries to save an edition's text itself.
    pub(crate) fn let_go(&self, story: &str, language: Language) {
        let mut state = self.lock();
        let was_held = state.held.remove(&(story.to_owned(), language)).is_some();
        state.left |= was_held;
    }

    /// Another newsroom is opened.
    pub(crate) fn forget(&self) {
        *self.lock() = State::default();
    }

    /// Gives what became of journals to the window.
    pub(crate) fn take_replayed(&self) -> Vec<Replayed> {
        std::mem::take(&mut self.lock().replayed)
    }

    /// The journal of an edition that nobody else holds, for the sitting that begins.
    fn adopt(&self, open: &Open, edition: &Edition) -> Option<Journal> {
        let mut state = self.lock();
        if !state.left && !state.held.contains_key(edition) {
            return None;
        }
        let is_its = |journal: &Journal| {
            journal.entry.story == edition.0 && journal.entry.language == edition.1
        };
        let mut all = recovery::journals(&open.folder);
        all.retain(|journal| state.may_replay(open, journal));
        let newest = all.into_iter().rfind(is_its)?;
        let held = state.held.entry(edition.clone()).or_default();
        if !held.contains(&newest.entry.sitting) {
            held.push(newest.entry.sitting);
        }
        Some(newest)
    }
}

impl State {
    /// While another program has the newsroom open, journals may be that one's.
    fn may_replay(&self, open: &Open, journal: &Journal) -> bool {
        !open.is_shared() || self.own.contains(&journal.entry.sitting)
    }
}

/// Journals that an earlier program left are replayed when the newsroom is opened.
pub(crate) fn replay_all(desk: &Desk, open: &Open) {
    desk.rescue.lock().left = true;
    replay_left(desk, open);
}

/// Replays the journals that nobody holds. One that cannot be saved now is tried again.
pub(crate) fn replay_left(desk: &Desk, open: &Open) {
    if !desk.rescue.lock().left {
        return;
    }
    let (mut replayed, mut left) = (Vec::new(), false);
    for journal in recovery::journals(&open.folder) {
        let edition = (journal.entry.story.clone(), journal.entry.language);
        let is_free = {
            let state = desk.rescue.lock();
            !state.held.contains_key(&edition) && state.may_replay(open, &journal)
        };
        if !is_free {
            continue;
        }
        match open.replay(&journal) {
            Ok(done) => replayed.push(done),
            Err(error) => left |= error.is_about_storage(),
        }
    }
    let mut state = desk.rescue.lock();
    state.left = left;
    // A text that stays in its file is told of once.
    let news = replayed.into_iter().filter(|done| !state.replayed.contains(done));
    let news: Vec<_> = news.collect();
    if news.is_empty() {
        return;
    }
    state.replayed.extend(news);
    drop(state);
    desk.nudge.now();
    let _ = desk.app.emit("recovered", ());
}

/// For somebody who opens an edition: its journal is replayed, or, while the database takes
/// nothing, gone on from. None when there is no journal.
pub(crate) fn adopt(desk: &Desk, story: &str, language: Language) -> Option<Entry> {
    let open = desk.opened()?;
    let edition = (story.to_owned(), language);
    let journal = desk.rescue.adopt(&open, &edition)?;
    match open.replay(&journal) {
        Ok(done) => {
            desk.rescue.lock().held.remove(&edition);
            if !matches!(done, Replayed::Saved { .. }) {
                desk.rescue.lock().replayed.push(done);
                let _ = desk.app.emit("recovered", ());
            }
            None
        }
        Err(_) => Some(journal.entry),
    }
}

/// A newsroom that could only be read, or whose folder was gone, is opened anew once it is back.
pub(crate) fn renew(desk: &Desk, open: &Arc<Open>) {
    if open.renew().unwrap_or(false) {
        desk.nudge.now();
        let news = Changed { stories: Vec::new(), own: false, newsroom: true };
        let _ = desk.app.emit("changed", news);
    }
}

/// Puts the newest good backup in the place of a database that is lost. A page that asks for it
/// while the newsroom is whole is refused: what was saved since the backup would be set aside.
///
/// # Errors
/// `bad_request`, `no_backup`, and those of restoring.
pub(crate) fn replace(
    desk: &Desk,
    newsroom: &Path,
) -> Result<(recovery::Rescue, recovery::Replaced), Failure> {
    if !recovery::is_lost(newsroom) {
        return Err(Failure::bad_request("the newsroom is whole"));
    }
    let found = recovery::rescue(newsroom)
        .ok_or_else(|| Failure::of("no_backup").with("path", newsroom.display().to_string()))?;
    desk.close_newsroom(newsroom);
    let replaced = recovery::replace(newsroom, &found.path, jiff::Timestamp::now())?;
    Ok((found, replaced))
}
