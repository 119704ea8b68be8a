//! The `shpalta` command.

use std::process::ExitCode;

/// Export makes and drops many small strings in several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(shpalta_cli::run(std::env::args_os()))
}
