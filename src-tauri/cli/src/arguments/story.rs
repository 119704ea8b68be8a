//! Arguments about stories and their texts.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use shpalta_language::Language;

use super::{By, Revision, value};

/// `story`
#[derive(Debug, Subcommand)]
pub enum Story {
    /// Take files in: NAME.uk.md, NAME.en.md and NAME.ru.md together become one story
    #[command(after_help = "Examples:
  shpalta story import trains.uk.md trains.en.md trains.ru.md --by \"Надія Коваль\"
  shpalta story import page.txt --lang en
  shpalta story import late.ru.md --story night-trains

Markdown (.md) has front matter with title, description (the lead), date, slug, authors, tags,
dateline, source, views, original. Text copied from a page (.txt) and saved pages (.html) work, too.
A story that is there goes on: what a file does not name stays as it was.")]
    Import {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,

        /// The language of files that do not say it
        #[arg(long, value_name = "L", value_parser = value::language())]
        lang: Option<Language>,

        /// The story that all these files belong to
        #[arg(long, value_name = "SLUG")]
        story: Option<String>,

        #[command(flatten)]
        by: By,
    },
    /// Begin a story; its slug is made from the headline
    #[command(after_help = "Example:
  shpalta story new --lang uk --headline \"Із Києва поїдуть нічні поїзди\"")]
    New {
        /// The language it is written in first: the original
        #[arg(long, value_name = "L", value_parser = value::language())]
        lang: Language,

        /// The headline
        #[arg(long, allow_hyphen_values = true)]
        headline: String,

        #[command(flatten)]
        by: By,
    },
    /// Show all stories, the one that changed last first
    List,
    /// Show a text with its details
    #[command(after_help = "Examples:
  shpalta story show night-trains
  shpalta story show night-trains --lang en --revision r2")]
    Show {
        /// The story's slug
        slug: String,

        /// The edition; otherwise the original
        #[arg(long, value_name = "L", value_parser = value::language())]
        lang: Option<Language>,

        /// An earlier text; otherwise the draft
        #[arg(long, value_name = "N")]
        revision: Option<Revision>,
    },
    /// Write an edition from a file
    #[command(after_help = "Examples:
  shpalta story write night-trains --lang en --from trains.en.md --by \"Ірина Ткач\"
  shpalta story write night-trains --lang en --from - --seen r3 < trains.en.md

[words](story:SLUG) links to another story, in each language to the page that its readers can read.

What the file does not name stays as it was. New rows of a translation count as made from the
original's revision --seen; a row that was behind stays behind until it is confirmed.")]
    Write {
        /// The story's slug
        slug: String,

        /// The edition
        #[arg(long, value_name = "L", value_parser = value::language())]
        lang: Language,

        /// The file; `-` reads Markdown from stdin
        #[arg(long, value_name = "FILE")]
        from: PathBuf,

        /// The original's revision that the translator saw; otherwise its newest
        #[arg(long, value_name = "rN")]
        seen: Option<Revision>,

        #[command(flatten)]
        by: By,
    },
    /// Set a detail of a story
    Set {
        /// The story's slug
        slug: String,

        /// What to set; see the list below
        key: String,

        /// Its value
        value: String,

        #[command(flatten)]
        by: By,
    },
}

/// `history`
#[derive(Debug, Args)]
#[command(after_help = "Example:
  shpalta history night-trains --lang en")]
pub struct History {
    /// The story's slug
    pub slug: String,

    /// The edition
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Language,
}

/// `diff`
#[derive(Debug, Args)]
#[command(after_help = "Example:
  shpalta diff night-trains --lang uk r1 r2

What went stands in [-…-], what came in {+…+}.")]
pub struct Diff {
    /// The story's slug
    pub slug: String,

    /// The edition
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Language,

    /// The earlier revision
    #[arg(value_name = "rA")]
    pub old: Revision,

    /// The later revision
    #[arg(value_name = "rB")]
    pub new: Revision,
}
