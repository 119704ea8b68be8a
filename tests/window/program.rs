//! The window's program, in folders and an environment of its own.

use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::SystemTime;

use rustix::process::{Pid, Signal, kill_process};

use super::driver::Driver;
use super::start::Theme;
use super::started::program;
use crate::cli::binary;

/// What is the same for every window.
const ENVIRONMENT: [(&str, &str); 7] = [
    // Without it the driver waits for ever.
    ("TAURI_WEBVIEW_AUTOMATION", "true"),
    ("GDK_BACKEND", "x11"),
    ("GIO_USE_VFS", "local"),
    ("GSETTINGS_BACKEND", "memory"),
    ("GTK_A11Y", "none"),
    ("NO_AT_BRIDGE", "1"),
    ("RUST_BACKTRACE", "1"),
];

const FOLDERS: [&str; 5] =
    ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"];

/// The program with what it is told. Nothing of the person who runs the test comes in but `PATH`.
#[derive(Debug)]
pub struct Program {
    binary: PathBuf,
    folder: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
}

impl Program {
    /// A program of the workspace, whose files lie in a folder.
    pub fn new(name: &str, folder: &Path, arguments: Vec<String>) -> Self {
        let (binary, folder) = (binary::named(name), folder.to_owned());
        let mut program = Self { binary, folder, arguments, environment: Vec::new() };
        for (name, value) in ENVIRONMENT {
            program = program.with(name, value);
        }
        for name in FOLDERS {
            let home = program.folder.join(name);
            fs::create_dir_all(&home).expect("a folder");
            fs::set_permissions(&home, Permissions::from_mode(0o700)).expect("it is ours");
            program = program.with(name, &home.display().to_string());
        }
        let home = program.folder.display().to_string();
        program.with("HOME", &home)
    }

    /// One more variable of its environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Tells GTK what the person's desktop looks like. Nothing blinks or moves by itself.
    pub fn set_theme(&self, theme: Theme) {
        let dark = i32::from(theme == Theme::Dark);
        let settings = format!(
            "[Settings]\ngtk-application-prefer-dark-theme={dark}\ngtk-enable-animations=0\n\
             gtk-cursor-blink=0\n"
        );
        let folder = self.folder.join("XDG_CONFIG_HOME/gtk-3.0");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("settings.ini"), settings).expect("a file");
    }

    /// Starts it under a driver.
    pub fn start(&self) -> Driver {
        let starter = self.folder.join("start");
        fs::write(&starter, self.script()).expect("a script");
        fs::set_permissions(&starter, Permissions::from_mode(0o700)).expect("it is ours");
        let mut driver = program("WebKitWebDriver");
        driver.env_clear().envs(env::var_os("PATH").map(|path| ("PATH", path)));
        driver.envs(self.environment.iter().map(|(name, value)| (name, value)));
        Driver::start(&mut driver, &starter, &self.arguments)
    }

    /// The driver throws away what a program says and does not tell which process it is.
    fn script(&self) -> String {
        let mut line = Command::new("exec");
        line.args(["setpriv", "--pdeathsig", "KILL", "--"]).arg(&self.binary);
        let (pid, log) = (self.folder.join("pid"), self.folder.join("log"));
        format!("#!/bin/sh\necho $$ >{pid:?}\n{line:?} \"$@\" >>{log:?} 2>&1\n")
    }

    /// Starts it once more, without a driver, with more words, and waits until that one has ended.
    pub fn start_another(&self, words: &[&str]) -> ExitStatus {
        let mut another = program(binary::named("shpalta-desk"));
        another.args(&self.arguments).args(words).env_clear();
        another.envs(self.environment.iter().map(|(name, value)| (name, value)));
        another.env_remove("TAURI_WEBVIEW_AUTOMATION");
        another.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        another.status().expect("it starts")
    }

    /// Its process, while it runs.
    pub fn process(&self) -> Option<u32> {
        let pid = fs::read_to_string(self.folder.join("pid")).ok()?.trim().parse().ok()?;
        // What the process held is free only when the last of its threads is gone.
        let threads = fs::read_dir(format!("/proc/{pid}/task")).ok()?;
        threads.flatten().any(|thread| is_alive(&thread.path())).then_some(pid)
    }

    /// When it was started last, to the few milliseconds in which the file system tells time.
    pub fn begun(&self) -> SystemTime {
        binary::written(&self.folder.join("pid"))
    }

    /// Kills it as a power cut does.
    pub fn kill(&self) {
        let process = self.process().and_then(|pid| Pid::from_raw(pid.try_into().ok()?));
        kill_process(process.expect("it runs"), Signal::KILL).expect("it is ours");
    }

    /// What it has said so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

/// Whether a path is an argument of any process that runs.
pub(super) fn is_argument(path: &Path) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.filter_map(|process| fs::read(process.path().join("cmdline")).ok()).any(|line| {
        line.split(|byte| *byte == 0).any(|word| word == path.as_os_str().as_encoded_bytes())
    })
}

fn is_alive(thread: &Path) -> bool {
    let about = fs::read_to_string(thread.join("stat")).unwrap_or_default();
    // The state stands after the name, which is in parentheses and may hold any of them.
    about.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
}
