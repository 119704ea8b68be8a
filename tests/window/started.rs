//! Programs that a test starts.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

/// How long a program has to end when it is told to.
const FAREWELL: Duration = Duration::from_secs(3);

/// A program with all that it starts itself; it ends when this is dropped.
#[derive(Debug)]
pub struct Started {
    child: Child,
}

impl Started {
    /// Starts a program in a group of its own.
    pub fn new(command: &mut Command) -> Self {
        command.process_group(0).stdin(Stdio::null());
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        Self { child }
    }

    /// Starts a program that is talked with: what it hears, and what it says.
    pub fn talking(command: &mut Command) -> (Self, ChildStdin, ChildStdout) {
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let stdin = child.stdin.take().expect("stdin is a pipe");
        let stdout = child.stdout.take().expect("stdout is a pipe");
        (Self { child }, stdin, stdout)
    }

    /// Starts a program and answers the first line that it prints.
    pub fn saying(command: &mut Command) -> (Self, String) {
        let mut started = Self::new(command.stdout(Stdio::piped()));
        let stdout = started.child.stdout.take().expect("stdout is a pipe");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("a line of text");
        (started, line.trim_end().to_owned())
    }

    /// Whether it runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|ended| ended.is_none())
    }

    /// Waits until it has ended.
    pub fn wait(&mut self) {
        self.child.wait().expect("it was started here");
    }

    fn signal(&self, signal: Signal) {
        // A group without members is one that needs no signal.
        let _ = kill_process_group(Pid::from_child(&self.child), signal);
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.signal(Signal::TERM);
        let told = Instant::now();
        while self.is_running() && told.elapsed() < FAREWELL {
            thread::sleep(Duration::from_millis(5));
        }
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }
}

/// A command that does not outlive the test that starts it, even when the test is killed.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--"]).arg(name);
    command
}
