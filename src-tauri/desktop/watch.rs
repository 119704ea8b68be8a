//! Tells the window what changed, whoever changed it: the window itself, the command, or another
//! program that works in the same newsroom.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::Serialize;
use shpalta_newsroom::id::OperationId;
use tauri::{Emitter, Manager};
use ts_rs::TS;

use crate::desk::{Desk, Open};
use crate::notice::Waiting;

/// How long a change of another program may go unnoticed.
const PATIENCE: Duration = Duration::from_millis(500);

/// What changed.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct Changed {
    /// Slugs.
    pub(crate) stories: Vec<String>,
    /// Whether it was all done in this window.
    pub(crate) own: bool,
    /// Staff, site, policies, names or media.
    pub(crate) newsroom: bool,
}

/// The last operations of this window.
#[derive(Default)]
pub(crate) struct Own(Mutex<VecDeque<OperationId>>);

impl Own {
    /// More than can come in between two looks at the feed.
    const KEPT: usize = 512;

    pub(crate) fn add(&self, operation: OperationId) {
        let mut own = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        own.push_back(operation);
        if own.len() > Self::KEPT {
            own.pop_front();
        }
    }

    fn has_all(&self, operations: &BTreeSet<OperationId>) -> bool {
        let own = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        operations.iter().all(|operation| own.contains(operation))
    }
}

/// Wakes the watcher before its time.
#[derive(Default)]
pub(crate) struct Nudge {
    waiting: Mutex<bool>,
    wake: Condvar,
}

impl Nudge {
    pub(crate) fn now(&self) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.wake.notify_all();
    }

    fn wait(&self) {
        let nudged = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = self.wake.wait_timeout_while(nudged, PATIENCE, |nudged| !*nudged);
        *answer.unwrap_or_else(PoisonError::into_inner).0 = false;
    }
}

/// Watches for as long as the program runs.
pub(crate) fn start(app: tauri::AppHandle) {
    thread::spawn(move || {
        let desk = app.state::<Desk>();
        let mut watching: Option<(Arc<Open>, i64, Waiting)> = None;
        loop {
            desk.nudge.wait();
            let Some(open) = desk.opened() else { continue };
            match &mut watching {
                Some((known, position, waiting)) if Arc::ptr_eq(known, &open) => {
                    if let Some(changed) = news(&desk, &open, position) {
                        waiting.compare(&desk, &open);
                        let _ = app.emit("changed", changed);
                    }
                }
                _ => {
                    let position = open.read(|newsroom| newsroom.last_change()).unwrap_or_default();
                    let waiting = Waiting::now(&open);
                    watching = Some((open, position, waiting));
                }
            }
        }
    });
}

/// What changed behind a position, which moves on. A newsroom that cannot be read now is asked
/// again the next time.
fn news(desk: &Desk, open: &Open, position: &mut i64) -> Option<Changed> {
    let changes = open.read(|newsroom| newsroom.changes_since(*position)).ok()?;
    let is_new = changes.position != *position;
    *position = changes.position;
    let own = desk.own.has_all(&changes.operations);
    is_new.then_some(Changed { stories: changes.stories, own, newsroom: changes.newsroom })
}
