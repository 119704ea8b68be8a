//! Notifications: the person looks elsewhere, and something came to wait for them.

use jiff::Timestamp;
use shpalta_newsroom::board::BoardCounts;
use tauri::Manager;
use tauri_plugin_notification::NotificationExt;

use crate::desk::{Desk, Open};
use crate::words;

/// What waited for the person when it was last looked at.
pub(crate) struct Waiting {
    approve: usize,
    translate: usize,
}

impl Waiting {
    pub(crate) fn now(open: &Open) -> Self {
        let counts: Option<BoardCounts> =
            open.read(|newsroom| newsroom.board_counts(Some(open.me()), Timestamp::now())).ok();
        let of = |count: fn(&BoardCounts) -> usize| counts.as_ref().map(count).unwrap_or_default();
        Self { approve: of(|c| c.approve), translate: of(|c| c.translate) }
    }

    /// Notifies of what came since, unless the window has the person's attention.
    pub(crate) fn compare(&mut self, desk: &Desk, open: &Open) {
        let now = Self::now(open);
        let window = desk.app.get_webview_window(crate::MAIN);
        let attended = window.is_some_and(|window| window.is_focused().unwrap_or(true));
        if !attended && now.approve > self.approve {
            notify(desk, "notice-approve", now.approve);
        } else if !attended && now.translate > self.translate {
            notify(desk, "notice-translate", now.translate);
        }
        *self = now;
    }
}

fn notify(desk: &Desk, key: &str, count: usize) {
    let language = desk.settings.get().spoken();
    let title = words::of(language, "app-name");
    let body = words::counted(language, key, count);
    // A desktop without notifications loses nothing: the counts stand in the window.
    let _ = desk.app.notification().builder().title(title).body(body).show();
}
