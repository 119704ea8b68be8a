//! The `shpalta` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(shpalta_cli::run(std::env::args_os()))
}
