//! What a test drags files from: a small window in the corner of the screen, over all others. It
//! says so when it is there, and ends when the files were let go.

#![allow(clippy::expect_used)]

use std::env;

use gtk::prelude::*;
use gtk::{TargetEntry, TargetFlags, Window, WindowType, gdk, glib};

/// Its width and height in pixels.
const SIDE: i32 = 40;

fn main() {
    gtk::init().expect("a display");
    let files = env::args_os().skip(1).map(|file| glib::filename_to_uri(file, None));
    let files: Vec<glib::GString> = files.map(|uri| uri.expect("an absolute path")).collect();
    let window = Window::new(WindowType::Popup);
    window.set_default_size(SIDE, SIDE);
    let kinds = [TargetEntry::new("text/uri-list", TargetFlags::OTHER_APP, 0)];
    window.drag_source_set(gdk::ModifierType::BUTTON1_MASK, &kinds, gdk::DragAction::COPY);
    window.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&files.iter().map(glib::GString::as_str).collect::<Vec<_>>());
    });
    window.connect_drag_end(|_, _| gtk::main_quit());
    window.connect_map_event(|_, _| {
        println!("ready");
        glib::Propagation::Proceed
    });
    window.show();
    gtk::main();
}
