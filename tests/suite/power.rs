//! The power goes while the command writes, or right after it said that something is done: what it
//! acknowledged is there when the disk is mounted again, nothing is half, and the next save
//! succeeds.
//!
//! A newsroom lives on an ext4 file system whose disk records what the kernel has it do, in order:
//! a loop device over a file that is served through FUSE. A power cut is a moment of that record.
//! What was flushed before it is on the disk; of what was written since the last flush, any sectors
//! of 4096 bytes are, chosen at random, whatever their order. What the kernel still held in memory
//! is on no disk and so in no cut.
//!
//! What it is not: no sector is torn or garbled, a write still on its way when a flush arrives
//! counts as flushed if it came first, and ext4 is mounted as it is by default, no other way.
//!
//! The mounts are in a namespace of the test's own: nobody else sees them, and they end with it,
//! however it ends. `SHPALTA_CAMPAIGN=40` cuts the power forty times as often.

mod commands;
mod disk;
mod image;
mod log;
mod mount;
mod recorder;
mod typing;

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::cli::Desk;
use shpalta_tests::desk::folder;

use crate::faults::{can_fail, strace};
use disk::{Disk, Flushes};

/// How often the power goes in a sitting.
const CUTS: u64 = 13;

/// Seconds for a short run, which needs a tenth of it: a disk that does not answer holds nobody up.
const PATIENCE: u64 = 300;

/// Set in the process that has mounts of its own.
const APART: &str = "SHPALTA_POWER_APART";

/// Looks at a newsroom whose power is back, when so many things had been acknowledged.
type Look = fn(&Desk, usize) -> Result<(), String>;

/// A sitting on a disk, with the moment at which each thing was acknowledged.
struct Sitting {
    disk: Disk,
    acknowledged: Vec<u64>,
    // Goes after the disk that is mounted at its folder.
    _desk: Desk,
}

impl Sitting {
    /// A moment right after an acknowledgement, or any.
    fn moment(&self, dice: &mut Dice) -> u64 {
        match dice.below(2) {
            0 => *dice.pick(&self.acknowledged),
            _ => self.disk.any(dice),
        }
    }

    /// Cuts the power at a moment and looks at what is left; how much was acknowledged.
    fn cut(
        &self,
        moment: u64,
        flushes: Flushes,
        dice: &mut Dice,
        look: Look,
    ) -> Result<usize, String> {
        let image = self.disk.cut(moment, flushes, dice);
        let desk = Desk::empty();
        let disk = Disk::mounted(&image, desk.place())?;
        let count = self.acknowledged.iter().filter(|at| **at <= moment).count();
        let found = look(&desk, count);
        drop(disk);
        found.map(|()| count)
    }

    /// In how many cuts, right after each acknowledgement, something acknowledged is lost.
    fn losses(&self, flushes: Flushes, look: Look) -> usize {
        let mut dice = Dice::of(9);
        let cuts = self.acknowledged.iter();
        let found = cuts.map(|moment| self.cut(*moment, flushes, &mut dice, look));
        found.filter(|found| found.as_ref().is_err_and(|why| why.starts_with("lost"))).count()
    }
}

/// Runs a test of this module in a process that has its mounts for itself; there it is run.
fn apart(test: &str, run: fn()) {
    if env::var_os(APART).is_some() {
        return run();
    }
    if let Some(missing) = missing() {
        return eprintln!("skipped: {missing}");
    }
    let mut child = Command::new("timeout");
    child.args(["--kill-after=10", &(rounds(1) * PATIENCE).to_string(), "unshare", "--mount"]);
    child.arg(env::current_exe().unwrap());
    child.args(["--exact", &format!("power::{test}"), "--nocapture"]).env(APART, "");
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "{test} was not run");
    eprint!("{said}");
}

const NO_MOUNTS: &str = "nothing may be mounted, not even where nobody else sees it";

/// What a disk of our own needs and is not here.
fn missing() -> Option<&'static str> {
    let works = |program: &str, words: &[&str]| {
        let output = Command::new(program).args(words).output();
        output.is_ok_and(|output| output.status.success())
    };
    let there = |file: &str| Path::new(file).exists();
    let needs = [
        (rustix::process::geteuid().is_root(), "only root may mount a disk"),
        (there("/dev/fuse"), "there is no /dev/fuse"),
        (there("/dev/loop-control"), "there are no loop devices"),
        (works("mkfs.ext4", &["-V"]), "mkfs.ext4 is missing"),
        (works("mount", &["-V"]), "mount is missing"),
        (works("nsenter", &["-V"]), "nsenter is missing"),
        (works("timeout", &["1", "true"]), "timeout is missing"),
        (works("losetup", &["--find"]), "no loop device is free"),
        (works("unshare", &["--mount", "mount", "-t", "tmpfs", "disk", "/mnt"]), NO_MOUNTS),
    ];
    needs.into_iter().find(|(is_met, _)| !is_met).map(|(_, need)| need)
}

#[test]
#[ignore = "serves a disk in a process of its own, which the tests below start"]
fn a_disk_is_served() {
    recorder::serve();
}

/// Cuts the power of sittings again and again.
fn nothing_is_lost(held: impl Fn() -> Sitting, look: Look, seed: u64) {
    let (begun, mut dice) = (Instant::now(), Dice::of(seed));
    let (mut cuts, mut stood) = (0, 0);
    for round in 0..rounds(1) {
        let sitting = held();
        for _ in 0..CUTS {
            let moment = sitting.moment(&mut dice);
            let found = sitting.cut(moment, Flushes::Done, &mut dice, look);
            stood += found.unwrap_or_else(|why| {
                panic!("sitting {round}, power cut {cuts} at {moment}: {why}")
            });
            cuts += 1;
        }
    }
    let seconds = begun.elapsed().as_secs();
    eprintln!("the power went {cuts} times, {stood} acknowledgements stood, {seconds} s");
    assert!(stood > cuts, "hardly anything was acknowledged: {stood}");
}

#[test]
fn no_acknowledged_command_is_lost_when_the_power_goes() {
    apart("no_acknowledged_command_is_lost_when_the_power_goes", || {
        let image = commands::furnished();
        let held = || commands::held(&image, commands::plain);
        nothing_is_lost(held, commands::look, 8);
    });
}

#[test]
fn nothing_typed_is_lost_when_the_power_goes() {
    apart("nothing_typed_is_lost_when_the_power_goes", || {
        let image = commands::furnished();
        nothing_is_lost(|| typing::held(&image), typing::look, 10);
    });
}

/// What looks after a cut is looked at itself: the disk says that all is kept and forgets it.
#[test]
fn a_disk_that_flushes_nothing_is_found_out() {
    apart("a_disk_that_flushes_nothing_is_found_out", || {
        let sittings: [(Sitting, Look); 2] = [
            (commands::held(&commands::furnished(), commands::plain), commands::look),
            (typing::held(&commands::furnished()), typing::look),
        ];
        for (sitting, look) in sittings {
            let lost = sitting.losses(Flushes::Ignored, look);
            eprintln!(
                "the disk flushes nothing: {lost} of {} cuts lose",
                sitting.acknowledged.len()
            );
            assert!(lost > 0, "what is nowhere is not missed");
        }
    });
}

/// The same with a good disk, and commands that ask it for nothing.
#[test]
fn commands_that_sync_nothing_are_found_out() {
    if !can_fail() {
        return;
    }
    apart("commands_that_sync_nothing_are_found_out", || {
        let idle = ["-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0"];
        let place = folder();
        let log = place.path().join("calls");
        let idly = |desk: &Desk, words: &str| strace(desk, words, &idle, &log);
        let sitting = commands::held(&commands::furnished(), idly);
        let lost = sitting.losses(Flushes::Done, commands::look);
        eprintln!("commands sync nothing: {lost} of {} cuts lose", sitting.acknowledged.len());
        assert!(lost > 0, "what is nowhere is not missed");
    });
}
