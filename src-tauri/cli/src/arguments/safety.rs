//! Arguments about keeping the newsroom safe: backups, restoring, erasing.

use std::path::PathBuf;

use clap::Args;
use shpalta_language::Language;
use shpalta_newsroom::id::MediaHash;

use super::{By, Revision, value};

/// `backup`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta backup
  shpalta backup --to /media/usb/newsroom

Without --to it lies in the newsroom's folder backups/, and a copy in the second place that
`site set backup.folder` names, when that is there. Kept are the newest of each of the last 12
days, 10 weeks and 9 months.")]
pub struct Backup {
    /// A folder to write it to instead
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
}

/// `restore`
#[derive(Debug, Args)]
#[command(after_help = "Example:
  shpalta restore backups/2026-03-05T10-00-00Z.db --to ~/desk-restored

Nothing is overwritten: the folder is new or empty. The backup is looked at first; of a damaged one
nothing is restored, and the newest good one is named.")]
pub struct Restore {
    /// The backup: a file of a folder backups/
    pub file: PathBuf,

    /// The folder of the restored newsroom
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
}

/// `erase`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta erase night-trains --lang uk --revision r2 --reason \"A victim's address\"
  shpalta erase --media 9f86d0…0f00a08 --reason \"A child's face\"

It takes a chief. The words go for good, from every revision that has the very same text; their hash
and the decision stay. What the draft, an approval or a page still says cannot be erased.

A photo is named by its hash, as `media list` shows it. Its file, its name and its credits go. Texts
that show it keep its place, and `check` names it; while a page that is out shows it, it stays.")]
pub struct Erase {
    /// The story's slug
    #[arg(required_unless_present = "media", requires_all = ["lang", "revision"])]
    pub slug: Option<String>,

    /// The edition
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Option<Language>,

    /// The revision, as `history SLUG` numbers it; may be given several times
    #[arg(long, value_name = "N")]
    pub revision: Vec<Revision>,

    /// A photo instead, by its hash
    #[arg(long, value_name = "HASH", value_parser = value::media(),
          conflicts_with_all = ["slug", "lang", "revision"])]
    pub media: Option<MediaHash>,

    /// Why, for the log
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub reason: String,

    /// Make a new backup and remove those that still hold what was erased
    #[arg(long)]
    pub backups: bool,

    #[command(flatten)]
    pub by: By,
}
