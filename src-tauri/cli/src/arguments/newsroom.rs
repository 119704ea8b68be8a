//! Arguments about the newsroom itself: founding, staff, names, media, settings.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use shpalta_language::Language;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::staff::Role;

use super::{By, value};

/// `init`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta --newsroom ~/desk init --owner \"Олена Шевчук\" --source \"УНН,en=UNN\"
  shpalta --newsroom ~/try init --sample

With --sample the newsroom has a staff and stories in different states to try things on.")]
pub struct Init {
    /// The agency that datelines name: NAME, or one name per language
    #[arg(long, value_name = "NAME[,uk=…,en=…,ru=…]")]
    pub source: Option<String>,

    /// Who may do everything; otherwise your login name
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,

    /// The site's address, for links from elsewhere
    #[arg(long, value_name = "URL")]
    pub site: Option<String>,

    /// Begin with a staff and stories to try things on
    #[arg(long)]
    pub sample: bool,
}

/// `staff add`, `staff remove`
#[derive(Debug, Args)]
pub struct StaffRole {
    /// Their name, as --by takes it
    pub name: String,

    /// What they may do
    #[arg(long, value_parser = value::role())]
    pub role: Role,

    /// The languages that it is about; otherwise all three
    #[arg(long, value_delimiter = ',', value_name = "LANGS", value_parser = value::language())]
    pub langs: Vec<Language>,

    #[command(flatten)]
    pub by: By,
}

/// `staff`
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Give somebody a role; a new name joins the staff
    #[command(after_help = "Examples:
  shpalta staff add \"Надія Коваль\" --role reporter
  shpalta staff add \"Ірина Ткач\" --role translator --langs en,ru

Reporters and translators write, submit and confirm in their languages. Editors also approve,
return, revoke, hold, withdraw, reinstate, mark minor changes, set embargoes and export. Chiefs
also override findings, switch the original and change staff and policy.")]
    Add(StaffRole),
    /// Take a role away from somebody; what they did stays theirs
    #[command(after_help = "Examples:
  shpalta staff remove \"Ірина Ткач\" --role translator --langs ru
  shpalta staff remove \"Петро\" --role editor

Whoever has no role left may no longer change anything, and stays in the history. The owner's right
is no role and cannot be taken away.")]
    Remove(StaffRole),
    /// Show the people and their roles
    List,
}

/// `author`
#[derive(Debug, Subcommand)]
pub enum Author {
    /// Enter an author, or correct a spelling: texts stay approved
    #[command(after_help = "Examples:
  shpalta author add \"uk=Надія Коваль,en=Nadiia Koval,ru=Надежда Коваль\"
  shpalta author add \"en=Nadiia Koval\" --photo portrait.jpg

An author who is known by one of the names gets the others.")]
    Add {
        /// One name in the language of its letters, or uk=…,en=…,ru=…
        names: String,

        /// A portrait: an image file
        #[arg(long, value_name = "FILE")]
        photo: Option<PathBuf>,

        #[command(flatten)]
        by: By,
    },
    /// Correct how an author is spelt: texts stay approved
    #[command(after_help = "Examples:
  shpalta author correct \"Надія Коваль\" \"uk=Надія Ковальчук\"
  shpalta author correct \"Надія Коваль\" \"uk=Надія Ковальчук,en=\"

A language that is not named keeps its spelling; one without a name loses it.")]
    Correct(Correct),
    /// Show all authors
    List,
}

/// `place`
#[derive(Debug, Subcommand)]
pub enum Place {
    /// Enter a place, or correct a spelling: texts stay approved
    #[command(after_help = "Examples:
  shpalta place add Чернівці
  shpalta place add \"uk=Липова Долина,en=Lypova Dolyna,ru=Липовая Долина\"

Larger places get their other names from the desk's own list.")]
    Add {
        /// One name in the language of its letters, or uk=…,en=…,ru=…
        names: String,

        #[command(flatten)]
        by: By,
    },
    /// Correct how a place is spelt: texts stay approved
    #[command(after_help = "Example:
  shpalta place correct \"Липова Долина\" \"ru=Липовая Долина\"

A language that is not named keeps its spelling; one without a name loses it.")]
    Correct(Correct),
    /// Show all places
    List,
}

/// `author correct`, `place correct`
#[derive(Debug, Args)]
pub struct Correct {
    /// One of the names it has now, or its id, as the list with --json shows it
    #[arg(value_name = "NAME|ID")]
    pub known: String,

    /// One name in the language of its letters, or uk=…,en=…,ru=…
    pub names: String,

    #[command(flatten)]
    pub by: By,
}

/// `media`
#[derive(Debug, Subcommand)]
pub enum Media {
    /// Take a photo in; prints the address to put into texts
    #[command(after_help = "Example:
  shpalta media add train.jpg --credit \"uk=Петро Лисенко,en=Petro Lysenko,ru=Петр Лысенко\"

In a text it stands as ![what the photo shows](media:… \"caption\").")]
    Add {
        /// A JPEG, PNG, WebP, GIF or HEIC image
        file: PathBuf,

        /// Who is to be named beside it: one name, or uk=…,en=…,ru=…
        #[arg(long, value_name = "NAMES")]
        credit: Option<String>,

        #[command(flatten)]
        by: By,
    },
    /// Say whose a photo is, what it shows, and whether it may be used
    Set {
        /// Its address, as media list shows it
        #[arg(value_parser = value::media())]
        photo: MediaHash,

        /// What to say; see the list below
        key: String,

        /// Its value
        value: String,

        #[command(flatten)]
        by: By,
    },
    /// Show all photos
    List,
}

/// `site`
#[derive(Debug, Subcommand)]
pub enum Site {
    #[command(flatten)]
    Setting(Setting),
    /// Give the secret for the site's server; it is kept in the system's keyring
    #[command(after_help = "Examples:
  shpalta site set server sftp://desk@news.example/srv/www
  shpalta site secret
  shpalta site secret < password.txt
  shpalta site secret --forget

It is the password or the passphrase of a key for SFTP, the secret key for S3. A key that your SSH
agent holds, or one in ~/.ssh without a passphrase, needs none. Where no keyring is, as for an
export by the clock, the variable SHPALTA_SECRET holds the secret.")]
    Secret {
        /// Forget it
        #[arg(long)]
        forget: bool,
    },
}

/// `site`, `policy`
#[derive(Debug, Subcommand)]
pub enum Setting {
    /// Show what is set
    Show,
    /// Set one value
    Set {
        /// What to set; see the list below
        key: String,

        /// Its value
        value: String,

        #[command(flatten)]
        by: By,
    },
}
