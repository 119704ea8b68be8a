//! How the program is started.

use std::path::PathBuf;

use clap::Parser;

/// The argument for the process that makes a backup on closing.
pub(crate) const BACK_UP: &str = "back-up";

/// The desk of a newsroom that publishes every story in Ukrainian, English and Russian.
///
/// Without arguments the newsroom that was open last opens again. Everything that the window does,
/// the command `shpalta` does, too.
#[derive(Debug, Clone, Parser)]
#[command(name = "shpalta-desk", version)]
pub(crate) struct Arguments {
    /// The folder of the newsroom to open
    #[arg(long, value_name = "DIR", env = "SHPALTA_NEWSROOM")]
    pub(crate) newsroom: Option<PathBuf>,

    /// Open a newsroom to try things on; it is made where there is none yet
    #[arg(long, conflicts_with = "newsroom")]
    pub(crate) sample: bool,

    /// Parcels and texts to take in
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// What a window that is closing starts: makes a backup of a newsroom, without a window
    #[arg(long = BACK_UP, value_name = "DIR", hide = true)]
    pub(crate) back_up: Option<PathBuf>,
}
