//! Looks after the newsroom that is open, beside whoever types in it: backups, a look at the whole,
//! texts that the database did not take. What it finds the window shows; nothing waits for it.

pub(crate) mod finish;
mod look;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::Serialize;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::backup::{Made, SecondPlace};
use shpalta_newsroom::verify::Fault;
use tauri::{AppHandle, Emitter, Manager};
use ts_rs::TS;

use crate::desk::{Desk, Open};
use crate::failure::Failure;

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(5);

/// Opening the window has the disk for itself for so long.
const GRACE: Duration = Duration::from_secs(10);

/// How often it is asked whether a backup is due.
const OFTEN: Duration = Duration::from_secs(60);

/// After a backup that was not made, so much passes until it is tried again.
const AGAIN: Duration = Duration::from_secs(10 * 60);

/// As many faults as a person can read; all are counted.
const SHOWN: usize = 200;

/// How safe the newsroom is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Safety {
    /// When the last good backup was made.
    #[ts(type = "string | null")]
    pub(crate) last_good: Option<Timestamp>,
    /// Whether something changed since then.
    pub(crate) changed: bool,
    /// Whether more than a day of work is in no backup though one was tried.
    pub(crate) old: bool,
    /// Whether one is being made.
    pub(crate) running: bool,
    /// Why the last one was not made.
    pub(crate) failure: Option<Failure>,
    /// What became of its copy in the second place.
    pub(crate) second: Option<Second>,
    /// What is wrong with the newsroom; none before it was looked at.
    pub(crate) faults: Vec<FaultNote>,
    pub(crate) fault_count: usize,
}

/// A copy in the second place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Second {
    pub(crate) folder: String,
    /// Whether the place is there.
    pub(crate) there: bool,
    pub(crate) failure: Option<Failure>,
}

/// Something that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct FaultNote {
    pub(crate) code: &'static str,
    /// What it is about.
    pub(crate) subject: String,
}

/// What is known, and what is wished for.
#[derive(Default)]
pub(crate) struct Guard {
    known: Mutex<Safety>,
    /// Whether a look is due before its time.
    wished: Mutex<bool>,
    wake: Condvar,
}

impl Guard {
    /// Has a look before its time.
    pub(crate) fn look_now(&self) {
        *self.wished.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.wake.notify_all();
    }

    fn wait(&self) {
        let wished = self.wished.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = self.wake.wait_timeout_while(wished, PAUSE, |wished| !*wished);
        *answer.unwrap_or_else(PoisonError::into_inner).0 = false;
    }

    /// What is known.
    pub(crate) fn known(&self) -> Safety {
        self.lock().clone()
    }

    /// Another newsroom was opened: nothing is known of it.
    pub(crate) fn forget(&self) {
        *self.lock() = Safety::default();
    }

    fn lock(&self) -> MutexGuard<'_, Safety> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn learn(&self, app: &AppHandle, learn: impl FnOnce(&mut Safety)) {
        let news = {
            let mut known = self.lock();
            let before = known.clone();
            learn(&mut known);
            (*known != before).then(|| known.clone())
        };
        if let Some(news) = news {
            let _ = app.emit("safety", news);
        }
    }
}

/// Looks for as long as the program runs.
pub(crate) fn start(app: AppHandle) {
    thread::spawn(move || {
        let desk = app.state::<Desk>();
        let mut watch: Option<look::Watch> = None;
        loop {
            desk.guard.wait();
            let Some(open) = desk.opened() else {
                watch = None;
                continue;
            };
            if !watch.as_ref().is_some_and(|watch| watch.is_of(&open)) {
                watch = Some(look::Watch::of(open, Instant::now() + GRACE));
            }
            if let Some(watch) = &mut watch {
                watch.look(&desk);
            }
        }
    });
}

/// Makes a backup now; what came of it is known then.
///
/// # Errors
/// Those of backing up.
pub(crate) fn back_up(desk: &Desk, open: &Arc<Open>) -> Result<(), Failure> {
    desk.guard.learn(&desk.app, |safety| safety.running = true);
    let now = Timestamp::now();
    let made = Newsroom::open(&open.folder).and_then(|newsroom| newsroom.back_up(now));
    let failure = made.as_ref().err().map(Failure::from);
    desk.guard.learn(&desk.app, |safety| {
        safety.running = false;
        match &made {
            Ok(made) => learn_made(safety, made),
            // Another program makes one just now.
            Err(error) if error.code() == "backup_busy" => {}
            Err(_) => safety.failure.clone_from(&failure),
        }
    });
    learn_state(desk, open);
    failure.map_or(Ok(()), Err)
}

fn learn_made(safety: &mut Safety, made: &Made) {
    safety.failure = None;
    safety.second = made.second.as_ref().map(second);
    if !made.faults.is_empty() {
        learn_faults(safety, &made.faults);
    }
}

fn learn_faults(safety: &mut Safety, faults: &[Fault]) {
    let note = |fault: &Fault| FaultNote { code: fault.code, subject: fault.subject.clone() };
    safety.faults = faults.iter().take(SHOWN).map(note).collect();
    safety.fault_count = faults.len();
}

fn second(made: &SecondPlace) -> Second {
    let shown = |folder: &std::path::Path| folder.display().to_string();
    match made {
        SecondPlace::Written { path } => {
            let folder = path.parent().map(shown).unwrap_or_default();
            Second { folder, there: true, failure: None }
        }
        SecondPlace::Absent { folder } => {
            Second { folder: shown(folder), there: false, failure: None }
        }
        SecondPlace::Failed { folder, code, params, .. } => {
            let failure = Failure::told(code, params);
            Second { folder: shown(folder), there: true, failure: Some(failure) }
        }
    }
}

/// How well the newsroom is backed up. What cannot be read now is asked the next time.
pub(crate) fn learn_state(desk: &Desk, open: &Open) {
    let Ok(state) = open.read(Newsroom::backup_state) else { return };
    let now = Timestamp::now();
    desk.guard.learn(&desk.app, |safety| {
        safety.last_good = state.last_good;
        safety.changed = state.at_risk;
        safety.old = state.is_old(now) && safety.failure.is_some();
    });
}
