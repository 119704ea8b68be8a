//! A disk that is full, and has room again; one that takes its time.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{STATE, body, has_line, one_story, write_on};

/// A disk of its own for a newsroom, of a few megabytes.
struct Disk {
    place: PathBuf,
}

impl Disk {
    /// None where this user may mount nothing.
    fn mount(place: &Path) -> Option<Self> {
        fs::create_dir_all(place).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"]).arg(place);
        if !mount.output().is_ok_and(|done| done.status.success()) {
            println!("skipped: nothing can be mounted here");
            return None;
        }
        Some(Self { place: place.to_owned() })
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        for (name, length) in [("large", 1 << 16), ("small", 512)] {
            let file = self.place.join(name);
            let mut held = Vec::new();
            while fs::write(&file, &held).is_ok() {
                held.resize(held.len() + length, 7);
            }
        }
    }

    fn clear(&self) {
        for name in ["large", "small"] {
            fs::remove_file(self.place.join(name)).unwrap();
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.place).status();
    }
}

/// Every sync of the window's program takes this long, until it is dropped.
struct Slow {
    tracer: Child,
}

/// Longer than a text may wait for being sent to the disk.
const DELAY: Duration = Duration::from_secs(4);

impl Slow {
    /// None where programs cannot be traced.
    fn down(desk: &Desk) -> Option<Self> {
        let log = desk.cli.beside("syncs");
        let mut tracer = Command::new("strace");
        tracer.args(["-f", "-e", "trace=fsync,fdatasync", "-o"]).arg(&log);
        tracer.args(["-e", &format!("inject=fsync,fdatasync:delay_enter={}", DELAY.as_micros())]);
        tracer.args(["-p", &desk.process().to_string()]);
        let spawned = tracer.stderr(Stdio::piped()).spawn();
        let Ok(mut tracer) = spawned else {
            println!("skipped: strace cannot be run here");
            return None;
        };
        let mut said = String::new();
        BufReader::new(tracer.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
        if !said.contains("attached") {
            println!("skipped: {}", said.trim_end());
            return None;
        }
        Some(Self { tracer })
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        let _ = self.tracer.kill();
        let _ = self.tracer.wait();
    }
}

#[test]
fn a_slow_disk_holds_no_key_up_and_nothing_is_called_saved_before_it_is() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    let Some(slow) = Slow::down(&desk) else { return };
    desk.press("Enter");
    let begun = Instant::now();
    desk.type_text("slow");
    has_line(&desk, "slow");
    desk.type_text("ly");
    has_line(&desk, "slowly");
    assert!(begun.elapsed() < DELAY, "keys wait for the disk: {:?}", begun.elapsed());
    let is_saved = || desk.text(STATE).starts_with("Збережено ");
    while begun.elapsed() < DELAY {
        assert!(!is_saved(), "called saved {:?} after the first key", begun.elapsed());
    }
    desk.wait_until("it is saved", is_saved);
    drop(slow);
    desk.wait_until("all of it is on disk", || body(&desk).trim_end().ends_with("slowly"));
    desk.gone(".not-saved");
}

fn on_a_small_disk() -> Option<(Disk, cli::Desk)> {
    let cli = cli::Desk::empty();
    let disk = Disk::mount(&cli.newsroom())?;
    cli.ok("init --owner Olha");
    let file = cli.file("weather.uk.md", cli::WEATHER_UK);
    cli.ok(["story", "import", &file]);
    Some((disk, cli))
}

/// Types until the disk takes nothing more; what was typed.
fn type_until_full(desk: &Desk) -> String {
    let mut typed = String::new();
    desk.wait_until("the disk takes nothing more", || {
        desk.type_text("fullofwords");
        typed.push_str("fullofwords");
        !desk.text(STATE).starts_with("Зб")
    });
    typed
}

#[test]
fn a_full_disk_stops_no_typing_and_all_of_it_is_saved_once_there_is_room() {
    let Some((disk, cli)) = on_a_small_disk() else { return };
    let Some(desk) = Start::with_newsroom(cli).open() else { return };
    write_on(&desk);
    desk.press("Enter");
    disk.fill();
    let typed = type_until_full(&desk);
    desk.mentions(".not-saved", "заповнено");
    assert!(!body(&desk).contains(&typed));
    disk.clear();
    desk.wait_until("it is saved", || desk.text(STATE).starts_with("Збережено "));
    desk.gone(".not-saved");
    assert!(body(&desk).trim_end().ends_with(&typed), "{}", body(&desk));
    assert_eq!(desk.cli.run("verify").status, 0);
    desk.close();
}

#[test]
fn a_newsroom_that_was_opened_on_a_full_disk_can_be_written_in_once_there_is_room() {
    let Some((disk, cli)) = on_a_small_disk() else { return };
    disk.fill();
    let Some(desk) = Start::with_newsroom(cli).open() else { return };
    desk.mentions(".read-only", "Редакцію відкрито лише для читання");
    disk.clear();
    desk.gone(".read-only");
    write_on(&desk);
    desk.press("Enter");
    desk.type_text("roomy");
    desk.wait_until("it is saved", || body(&desk).trim_end().ends_with("roomy"));
}
