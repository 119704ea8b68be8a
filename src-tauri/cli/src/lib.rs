//! The `shpalta` command: everything the desk can do, without a screen.
//!
//! [`run`] is the whole command. It parses the [`arguments`], opens a `desk`, has one of the
//! verbs in `command` do the work, and prints the `output` or the [`failure`].

pub mod arguments;
pub mod codes;
mod command;
mod desk;
pub mod failure;
mod guide;
mod output;
mod words;

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use arguments::Cli;
use failure::Failure;
use output::{Format, Reply};

/// Runs the command with its arguments, the program's name first; answers the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let format = Format::asked_for(&arguments);
    let parsed = arguments::command().try_get_matches_from(&arguments);
    let answer = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => command::run(&cli, format),
        Err(error) => unparsed(&error, format),
    };
    let reply = answer.unwrap_or_else(Reply::failed);
    output::print(&reply, format)
}

/// Help and version are answers; everything else that cannot be parsed is a failure.
fn unparsed(error: &clap::Error, format: Format) -> Result<Reply, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp => Ok(format.text_only("help", &error.render().to_string())),
        ErrorKind::DisplayVersion => Ok(format.text_only("version", &error.render().to_string())),
        _ => Err(Failure::usage_of(error)),
    }
}
