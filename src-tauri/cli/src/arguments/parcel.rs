//! Arguments about parcels.

use std::path::PathBuf;

use clap::Subcommand;
use shpalta_language::Language;

use super::{By, Revision, value};

/// `parcel`
#[derive(Debug, Subcommand)]
pub enum Parcel {
    /// Write a story with its editions, revisions, decisions and photos into one file
    #[command(after_help = "Examples:
  shpalta parcel out night-trains
  shpalta parcel out night-trains --to /media/usb/night-trains.shpalta

Without --to it is SLUG.shpalta in the folder you are in. A parcel of that name is replaced, any
other file is not. Whoever has the file has every word of the story, also those that were taken out
again; only erased words are not in it. Photos are in it as they were taken in, with all that their
files say, such as where they were taken: give it only to those who may know.")]
    Out {
        /// The story's slug
        slug: String,

        /// The file
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,

        #[command(flatten)]
        by: By,
    },
    /// Take in what a parcel has that is not here yet
    #[command(after_help = "Example:
  shpalta parcel in night-trains.shpalta --by \"Ірина Ткач\"

What is here is not taken twice. Where both sides wrote on, ours stays the draft and theirs becomes
a revision beside it: see `parcel merge`. Approvals and other decisions are told in the history and
decide nothing here; people who are not known here have no rights.")]
    In {
        /// The parcel
        file: PathBuf,

        #[command(flatten)]
        by: By,
    },
    /// Make one text of the draft and a revision that came in a parcel
    #[command(after_help = "Examples:
  shpalta parcel merge night-trains --lang uk --revision r5 --dry-run
  shpalta parcel merge night-trains --lang uk --revision r5
  shpalta parcel merge night-trains --lang uk --revision r5 --from merged.md

What either side changed is in it. Where both changed the same words, that is refused and shown as
{ours|theirs}; write the text as it is to be and give it with --from.")]
    Merge {
        /// The story's slug
        slug: String,

        /// The edition
        #[arg(long, value_name = "L", value_parser = value::language())]
        lang: Language,

        /// Theirs, as `parcel in` and `history SLUG` number it
        #[arg(long, value_name = "rN")]
        revision: Revision,

        /// The merged text; otherwise what is put together word by word
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,

        /// Show what would be put together, and change nothing
        #[arg(long, conflicts_with = "from")]
        dry_run: bool,

        #[command(flatten)]
        by: By,
    },
}
