//! One look after the other at the newsroom that is open.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::recovery::{check_is_due, note_check};

use super::{AGAIN, OFTEN, back_up, learn_faults, learn_state};
use crate::desk::{Desk, Open};
use crate::rescue;

/// What is to be done for a newsroom, and when.
pub(super) struct Watch {
    open: Arc<Open>,
    /// When it is asked again whether a backup is due.
    backup: Instant,
    /// The same of a look at the whole.
    check: Instant,
}

impl Watch {
    pub(super) fn of(open: Arc<Open>, first: Instant) -> Self {
        Self { open, backup: first, check: first }
    }

    pub(super) fn is_of(&self, open: &Arc<Open>) -> bool {
        Arc::ptr_eq(&self.open, open)
    }

    pub(super) fn look(&mut self, desk: &Desk) {
        rescue::renew(desk, &self.open);
        rescue::replay_left(desk, &self.open);
        if is_due(&mut self.check, OFTEN) {
            self.look_at_all(desk);
        }
        if is_due(&mut self.backup, OFTEN) {
            self.look_at_backups(desk);
        }
    }

    /// After an end that was none, and once a week.
    fn look_at_all(&self, desk: &Desk) {
        let now = Timestamp::now();
        let is_due = self.open.ended_badly() || check_is_due(&self.open.folder, now);
        if !is_due {
            return;
        }
        let verified = Newsroom::open(&self.open.folder).and_then(|newsroom| newsroom.verify());
        // What cannot even be begun is told by whoever reads or saves.
        let Ok(found) = verified else { return };
        note_check(&self.open.folder, now);
        self.open.is_checked();
        desk.guard.learn(&desk.app, |safety| learn_faults(safety, &found.faults));
    }

    fn look_at_backups(&mut self, desk: &Desk) {
        learn_state(desk, &self.open);
        let Ok(state) = self.open.read(Newsroom::backup_state) else { return };
        let is_writable = self.open.read(|newsroom| Ok(newsroom.is_writable()));
        if is_writable != Ok(true) || !state.is_due(Timestamp::now()) {
            return;
        }
        if back_up(desk, &self.open).is_err_and(|failure| failure.code != "backup_busy") {
            self.backup = Instant::now() + AGAIN;
        }
    }
}

fn is_due(at: &mut Instant, then: Duration) -> bool {
    let now = Instant::now();
    let is_due = now >= *at;
    if is_due {
        *at = now + then;
    }
    is_due
}
