//! A screen and a keyboard that nobody else uses.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::keyboard::{Layout, Typing};
use super::picture::Picture;
use super::started::{Started, program};
use crate::cli::binary;

/// A virtual X display with a window manager, which gives the one window the whole screen.
#[derive(Debug)]
pub struct Display {
    name: String,
    size: (u32, u32),
    _manager: Started,
    _server: Started,
    folder: TempDir,
}

impl Display {
    /// A display of this many pixels; X finds a free number for it.
    pub fn open(width: u32, height: u32) -> Self {
        let folder = crate::desk::folder();
        let said = File::create(folder.path().join("xvfb.log")).expect("a log");
        let mut server = program("Xvfb");
        server.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-nocursor"]);
        server.args(["-screen", "0", &format!("{width}x{height}x24")]);
        server.arg("-fbdir").arg(folder.path()).stderr(said);
        let (server, number) = Started::saying(&mut server);
        assert!(!number.is_empty(), "Xvfb does not start: {}", log(&folder));
        let name = format!(":{number}");
        let manager = manager(&name, &folder);
        let size = (width, height);
        let display = Self { name, size, _manager: manager, _server: server, folder };
        // In the middle, where it is at first, the pointer would hover over something.
        display.run(Command::new("xdotool").args(["mousemove", &width.to_string(), "0"]));
        display
    }

    /// Its name, as `DISPLAY` has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// What stands on the screen, menus and dialogs too.
    pub fn picture(&self) -> Picture {
        self.try_picture().expect("Xvfb keeps its screen in a file")
    }

    /// The same, or nothing when there is no screen any more.
    pub fn try_picture(&self) -> Option<Picture> {
        Picture::of_dump(&fs::read(self.folder.path().join("Xvfb_screen0")).ok()?)
    }

    /// Gives the keyboard a layout.
    pub fn set_layout(&self, layout: Layout) {
        self.run(Command::new("setxkbmap").arg(layout.name()));
    }

    /// Presses and releases keys at once, in xdotool's words.
    pub fn strike(&self, keys: &[String]) {
        self.run(Command::new("xdotool").args(["key", "--delay", "0"]).args(keys));
    }

    /// Starts to press and release keys, so many milliseconds apart.
    pub fn start_striking(&self, keys: &[String], apart: u32) -> Typing {
        let mut striking = program("xdotool");
        striking.args(["key", "--delay", &apart.to_string()]).args(keys);
        let mut letting_go = Command::new("xdotool");
        letting_go.args(["keyup", "--delay", "0"]).args(keys.iter().collect::<BTreeSet<_>>());
        letting_go.env("DISPLAY", &self.name);
        Typing::new(Started::new(striking.env("DISPLAY", &self.name)), letting_go)
    }

    /// Moves the pointer to a point and clicks.
    pub fn click(&self, x: f64, y: f64) {
        let [x, y] = [x, y].map(|at| format!("{at:.0}"));
        self.run(Command::new("xdotool").args(["mousemove", &x, &y, "click", "1"]));
    }

    /// Takes the keyboard away from the window.
    pub fn look_elsewhere(&self) {
        self.run(Command::new("xdotool").args(["getactivewindow", "windowminimize"]));
    }

    /// The titles of the windows that are there.
    pub fn titles(&self) -> Vec<String> {
        let ask = |words: &[&str]| {
            // It fails where there is none, and for a window that went meanwhile.
            let output = Command::new("xdotool").args(words).env("DISPLAY", &self.name).output();
            String::from_utf8_lossy(&output.expect("xdotool starts").stdout).into_owned()
        };
        let windows = ask(&["search", "--onlyvisible", "--name", ""]);
        windows.lines().map(|id| ask(&["getwindowname", id]).trim().to_owned()).collect()
    }

    /// Drags files out of a program in the corner of the screen and lets them go over a point.
    pub fn drop_files(&self, files: &[&str], (x, y): (f64, f64)) {
        let mut source = program(binary::named("examples/drag"));
        source.args(files).env("DISPLAY", &self.name).env("GDK_BACKEND", "x11");
        let (mut source, ready) = Started::saying(&mut source);
        assert_eq!(ready, "ready", "`make test` builds what files are dragged from");
        let point = |x: f64, y: f64| ["mousemove".to_owned(), format!("{x:.0}"), format!("{y:.0}")];
        let mut drag = Command::new("xdotool");
        drag.args(point(20.0, 20.0)).args(["mousedown", "1"]);
        // A drag begins after some pixels; what lies under the pointer hears of it while it moves.
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            drag.args(point(20.0 + (x - 20.0) * part, 20.0 + (y - 20.0) * part));
            drag.args(["sleep", "0.05"]);
        }
        drag.args(["mouseup", "1"]);
        self.run(&mut drag);
        source.wait();
    }

    fn run(&self, command: &mut Command) {
        let done = command.env("DISPLAY", &self.name).output();
        let output = done.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?}: {said}");
    }
}

/// Without a window manager no window is ever the active one, and keys go astray.
fn manager(display: &str, folder: &TempDir) -> Started {
    let keys = folder.path().join("kbdconfig");
    fs::write(&keys, "<alt>F4=close\n").expect("a file");
    let mut manager = program("matchbox-window-manager");
    manager.args(["-use_titlebar", "no", "-kbdconfig"]).arg(keys);
    Started::new(manager.env("DISPLAY", display).stdout(Stdio::null()).stderr(Stdio::null()))
}

fn log(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("xvfb.log")).unwrap_or_default()
}
