//! The window of the desk: it shows what the newsroom says and sends back what people decide.
//! It holds no rules.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod bindings;
mod closing;
mod command;
mod desk;
mod failure;
mod guard;
mod jobs;
mod menu;
mod notice;
mod picked;
mod protocol;
mod rescue;
mod settings;
mod shell;
mod watch;
mod words;

use clap::Parser;

/// The label of the one window.
pub(crate) const MAIN: &str = "main";

fn main() -> std::process::ExitCode {
    let arguments = arguments::Arguments::parse();
    if let Some(newsroom) = &arguments.back_up {
        return guard::finish::run(newsroom);
    }
    match shell::run(arguments) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Shpalta could not open its window: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
