//! A whole process: how long it takes and the most memory it has.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often the process is looked at.
const PULSE: Duration = Duration::from_millis(2);

/// What a process took.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    pub time: Duration,
    /// The most that was resident at once, in bytes.
    pub memory: u64,
}

/// Runs a command that says nothing, to its end. A process that puts another program in its own
/// place is that program.
///
/// # Errors
/// Why there are no figures, in a sentence.
pub fn run(command: &mut Command) -> Result<Taken, String> {
    let name = command.get_program().display().to_string();
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    let mut child = quiet.spawn().map_err(|error| format!("{name}: {error}"))?;
    let mut memory = 0;
    loop {
        // What is zero by now was more before.
        memory = memory.max(peak(child.id()).unwrap_or_default());
        match child.try_wait().map_err(|error| format!("{name}: {error}"))? {
            None => thread::sleep(PULSE),
            Some(status) if status.success() => {
                return Ok(Taken { time: begun.elapsed(), memory });
            }
            Some(status) => return Err(format!("{name}: {status}")),
        }
    }
}

/// The most memory that a process had so far, as the kernel counts it; none of one that ended.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
