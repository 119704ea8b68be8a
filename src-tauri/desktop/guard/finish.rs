//! Closing waits for no backup: another process of this program makes it, without a window. When
//! that is killed, a name ending in `.part` is left, which the next backup clears away.

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use shpalta_newsroom::Newsroom;

use crate::arguments::BACK_UP;

/// How long a backup that the closing window was making may still hold the folder.
const PATIENCE: Duration = Duration::from_secs(60);

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(200);

/// Starts the process for a newsroom and returns at once.
pub(crate) fn start(newsroom: &Path) {
    let Ok(program) = env::current_exe() else { return };
    let mut command = Command::new(program);
    command.arg(format!("--{BACK_UP}")).arg(newsroom);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // What ends the terminal that the window was started from does not end it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    if let Err(error) = command.spawn() {
        eprintln!("no backup on closing: {error}");
    }
}

/// What that process does: a backup, if something changed since the last one.
pub(crate) fn run(newsroom: &Path) -> ExitCode {
    let begun = Instant::now();
    loop {
        match back_up(newsroom) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) if error.code() == "backup_busy" && begun.elapsed() < PATIENCE => {
                thread::sleep(PAUSE);
            }
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        }
    }
}

fn back_up(newsroom: &Path) -> shpalta_newsroom::Result<()> {
    let newsroom = Newsroom::open(newsroom)?;
    match newsroom.is_writable() && newsroom.backup_state()?.changed {
        true => newsroom.back_up(Timestamp::now()).map(drop),
        false => Ok(()),
    }
}
