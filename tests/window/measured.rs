//! A window that is opened to be measured.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant, UNIX_EPOCH};

use serde_json::json;
use shpalta_language::Language;

use super::bus::Bus;
use super::display::Display;
use super::driver::Driver;
use super::memory;
use super::program::Program;
use super::start::{Theme, surround};
use super::wait::{PATIENCE, PAUSE};

/// A program's window on a screen of its own, of 1280×800 pixels.
#[derive(Debug)]
pub struct Measured {
    // The window goes before the screen that it is on.
    driver: Driver,
    program: Program,
    _bus: Bus,
    _display: Display,
}

impl Measured {
    /// Starts a program of the workspace, whose files lie in a folder.
    pub fn open(name: &str, folder: &Path, arguments: Vec<String>) -> Self {
        let program = Program::new(name, folder, arguments);
        let (program, bus, display) = surround(program, folder, (1280, 800), Language::Uk);
        program.set_theme(Theme::Light);
        Self { driver: program.start(), program, _bus: bus, _display: display }
    }

    /// How long it took from the start of the process until an element that a selector means was
    /// painted and the window had the keyboard. The page itself looks at every frame.
    pub fn time_to(&self, selector: &str) -> Duration {
        let begun = Instant::now();
        loop {
            let painted = self.driver.script_async::<f64>(PAINTED, &[json!(selector)]);
            match painted {
                Ok(milliseconds) => return self.since_start(milliseconds),
                // The page that was there first went while it was asked.
                Err(_) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
                Err(refused) => panic!("{selector} does not appear: {refused:?}"),
            }
        }
    }

    /// How much memory all processes of the program take, in bytes.
    pub fn memory(&self) -> u64 {
        memory::of_tree(self.program.process().expect("it runs"))
    }

    fn since_start(&self, milliseconds: f64) -> Duration {
        let start = self.program.begun().duration_since(UNIX_EPOCH).expect("it is after 1970");
        Duration::from_secs_f64(milliseconds / 1e3).saturating_sub(start)
    }
}

/// What is there in a frame is painted when the next one begins.
const PAINTED: &str = "
    const [selector, done] = arguments;
    const look = () => {
        const there = document.querySelector(selector)?.checkVisibility() && document.hasFocus();
        requestAnimationFrame(there ? () => done(Date.now()) : look);
    };
    look();";
