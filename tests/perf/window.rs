//! The window, against an empty one of tauri's on a screen of the same kind.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use shpalta_tests::cli::binary;
use shpalta_tests::window::{self, Measured};
use tempfile::TempDir;

use crate::middle;
use crate::table::{Figure, Table};

/// How often each window is opened; once more before, so that its files lie in memory.
const RUNS: usize = 5;

/// How long a window that is ready is left alone before its memory is measured.
const REST: Duration = Duration::from_secs(3);

const EMPTY: Kind = Kind { program: "examples/empty", usable: "main h1" };
const DESK: Kind = Kind { program: "shpalta-desk", usable: "main [role=row] [data-cell]" };

/// A program, and what it shows when it can be used.
struct Kind {
    program: &'static str,
    usable: &'static str,
}

/// What one opening showed.
#[derive(Clone, Copy)]
struct Opening {
    ready: Duration,
    memory: u64,
}

/// What is missing to open the windows here, in a sentence.
pub fn missing() -> Option<String> {
    let binaries = [&EMPTY, &DESK].map(|kind| binary::named(kind.program));
    let lacking = binaries.iter().find(|binary| !binary.is_file());
    let built = lacking.map(|it| format!("{} is missing: `make bench` builds it", it.display()));
    built.or_else(|| window::missing().map(str::to_owned))
}

/// Opens the newsroom of a folder and empty windows by turns.
pub fn measure(table: &mut Table, newsroom: &Path, stories: &str) {
    let newsroom = newsroom.display().to_string();
    let folders = [TempDir::new(), TempDir::new()].map(|folder| folder.expect("a folder"));
    let (mut empties, mut desks) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let empty = EMPTY.open(folders[0].path(), &[]);
        let desk = DESK.open(folders[1].path(), &["--newsroom", &newsroom]);
        if run > 0 {
            empties.push(empty);
            desks.push(desk);
        }
    }
    let ready = |openings: &[Opening]| middle(openings.iter().map(|opening| opening.ready));
    let memory = |openings: &[Opening]| {
        Figure::Memory(middle(openings.iter().map(|opening| opening.memory)))
    };
    table.baseline("start of an empty window", ready(&empties), spread(&empties));
    table.row(&format!("start to the board, {stories}"), ready(&desks), spread(&desks));
    table.baseline("memory of an empty window", memory(&empties), String::new());
    table.row(&format!("memory at the board, {stories}"), memory(&desks), String::new());
}

impl Kind {
    fn open(&self, folder: &Path, arguments: &[&str]) -> Opening {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let window = Measured::open(self.program, folder, arguments);
        let ready = window.time_to(self.usable);
        thread::sleep(REST);
        let memory = window.memory();
        drop(window);
        // A bus cannot bind a socket that is there.
        let _ = fs::remove_file(folder.join("bus"));
        Opening { ready, memory }
    }
}

fn spread(openings: &[Opening]) -> String {
    let times = || openings.iter().map(|opening| opening.ready.as_millis());
    let (least, most) = (times().min().unwrap_or(0), times().max().unwrap_or(0));
    format!("{} runs, {least} to {most} ms", openings.len())
}
