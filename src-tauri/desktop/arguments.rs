//! How the program is started.

use std::path::PathBuf;

use clap::Parser;

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
}
