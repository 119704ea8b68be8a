//! Closing: the window is asked to put everything on disk first. One that does not answer holds
//! nobody up: what it had is on disk up to the last second.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager};

use crate::desk::Desk;
use crate::guard::finish;

/// How long the window may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Default)]
pub(crate) struct Closing {
    /// Counts the times that closing was asked for or called off.
    round: AtomicU64,
    agreed: AtomicBool,
}

impl Closing {
    /// Whether the window may close now.
    pub(crate) fn is_agreed(&self) -> bool {
        self.agreed.load(Ordering::SeqCst)
    }

    pub(crate) fn call_off(&self) {
        self.round.fetch_add(1, Ordering::SeqCst);
    }
}

/// Asks the window to flush and close.
pub(crate) fn ask(app: &AppHandle) {
    let round = app.state::<Desk>().closing.round.fetch_add(1, Ordering::SeqCst) + 1;
    let _ = app.emit("closing", ());
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        if app.state::<Desk>().closing.round.load(Ordering::SeqCst) == round {
            close(&app);
        }
    });
}

/// Closes: everything is on disk.
pub(crate) fn close(app: &AppHandle) {
    let desk = app.state::<Desk>();
    desk.closing.agreed.store(true, Ordering::SeqCst);
    if let Some(open) = desk.opened() {
        open.has_ended();
        finish::start(&open.folder);
    }
    if let Some(window) = app.get_webview_window(crate::MAIN) {
        let _ = window.close();
    }
}
