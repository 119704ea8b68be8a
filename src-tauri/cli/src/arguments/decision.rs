//! Arguments of decisions.

use clap::{Args, ValueEnum};
use shpalta_language::Language;
use shpalta_newsroom::publication::ChangeKind;

use super::{By, value};

/// `submit`, `return`, `revoke`
#[derive(Debug, Args)]
pub struct Decide {
    /// The story's slug
    pub slug: String,

    /// The edition
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Language,

    /// A comment for the colleagues
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub note: Option<String>,

    #[command(flatten)]
    pub by: By,
}

/// `hold`, `withdraw`, `reinstate`
#[derive(Debug, Args)]
pub struct DecideStory {
    /// The story's slug
    pub slug: String,

    /// One edition; otherwise the whole story
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Option<Language>,

    /// The reason, as the notice prints it
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub note: Option<String>,

    #[command(flatten)]
    pub by: By,
}

/// `approve`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta approve night-trains --lang uk --by \"Петро Лисенко\"
  shpalta approve night-trains --lang en --as correction --note \"The train leaves at 22:40\"

It takes an editor who did not submit the text. A translation also needs an approved original and
no row behind it.")]
pub struct Approve {
    /// The story's slug
    pub slug: String,

    /// The edition
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Language,

    /// What kind of change readers see
    #[arg(long = "as", value_enum, value_name = "KIND", default_value = "update")]
    pub kind: As,

    /// What readers are told of a correction or clarification
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub note: Option<String>,

    #[command(flatten)]
    pub by: By,
}

/// What a change is after export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// New facts
    Update,
    /// We were wrong; takes a public note
    Correction,
    /// We were unclear; takes a public note
    Clarification,
    /// Spelling; refused when a fact changed
    Silent,
}

impl From<As> for ChangeKind {
    fn from(kind: As) -> Self {
        match kind {
            As::Update => Self::Update,
            As::Correction => Self::Correction,
            As::Clarification => Self::Clarification,
            As::Silent => Self::Silent,
        }
    }
}

/// `confirm`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta confirm night-trains --lang en --row 4
  shpalta confirm night-trains --lang ru --all --by \"Ірина Ткач\"
  shpalta confirm night-trains --lang en --row 6 --reason \"Our text never named the number\"

While a number, date, name, currency or negation changed and the translation keeps the old one, a
reason is needed.")]
#[group(id = "rows", required = true, multiple = false, args = ["row", "all"])]
pub struct Confirm {
    /// The story's slug
    pub slug: String,

    /// The translation
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Language,

    /// One row, as `status SLUG` counts them
    #[arg(long, value_name = "N")]
    pub row: Option<usize>,

    /// All rows that are behind, or that something is coming for
    #[arg(long)]
    pub all: bool,

    /// Why the translation is right although a fact changed
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub reason: Option<String>,

    #[command(flatten)]
    pub by: By,
}

/// `minor`
#[derive(Debug, Args)]
#[command(after_help = "Example:
  shpalta minor night-trains --block 5 --reason \"A comma\"")]
pub struct Minor {
    /// The story's slug
    pub slug: String,

    /// The block of the original, as `story show SLUG` counts them
    #[arg(long, value_name = "N")]
    pub block: usize,

    /// Why translations need not follow
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub reason: Option<String>,

    #[command(flatten)]
    pub by: By,
}
