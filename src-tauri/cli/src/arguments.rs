//! What can be said to the command.

mod decision;
mod newsroom;
mod parcel;
mod publication;
mod safety;
mod story;
mod value;

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};
use shpalta_newsroom::media::care::MEDIA_KEYS;
use shpalta_newsroom::setting::{POLICY_KEYS, SITE_KEYS};
use shpalta_newsroom::story::STORY_KEYS;
use uuid::Uuid;

pub use decision::{Approve, As, Confirm, Decide, DecideStory, Minor};
pub use newsroom::{Author, Correct, Init, Media, Place, Setting, Site, Staff, StaffRole};
pub use parcel::Parcel;
pub use publication::{Check, Export, Status, Verify};
pub use safety::{Backup, Erase, Restore};
pub use story::{Diff, History, Story};
pub use value::{Revision, language};

/// The command's arguments.
#[derive(Debug, Parser)]
#[command(
    name = "shpalta",
    version,
    about = "A desk for news in Ukrainian, English and Russian",
    disable_help_subcommand = true,
    after_help = "More: shpalta help"
)]
pub struct Cli {
    /// The newsroom's folder; otherwise $SHPALTA_NEWSROOM, or the one opened last
    #[arg(long, global = true, value_name = "DIR")]
    pub newsroom: Option<PathBuf>,

    /// Answer in JSON: one value on stdout, an error as the last line of stderr
    #[arg(long, global = true)]
    pub json: bool,

    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The command as the parser knows it. What can be set is listed from the newsroom's own tables.
pub fn command() -> clap::Command {
    let site = keys(&SITE_KEYS, "shpalta site set url https://example.org");
    let policy = keys(&POLICY_KEYS, "shpalta policy set self_approve on");
    let media = keys(&MEDIA_KEYS, "shpalta media set media:… shows civilian_strike,person");
    let story = keys(&STORY_KEYS, "shpalta story set night-trains embargo \"2026-03-20 14:00\"");
    let set =
        |noun: clap::Command, help: String| noun.mut_subcommand("set", |set| set.after_help(help));
    Cli::command()
        .mut_subcommand("site", |noun| set(noun, site))
        .mut_subcommand("policy", |noun| set(noun, policy))
        .mut_subcommand("media", |noun| set(noun, media))
        .mut_subcommand("story", |noun| set(noun, story))
}

fn keys(keys: &[(&str, &str)], example: &str) -> String {
    let width = keys.iter().map(|(key, _)| key.len()).max().unwrap_or_default();
    let lines = keys.iter().map(|(key, value)| format!("  {key:width$}  {value}\n"));
    format!("Keys:\n{}\nExample:\n  {example}", lines.collect::<String>())
}

/// Who does it.
#[derive(Debug, Clone, Args)]
pub struct By {
    /// Who does it: a name from the staff; otherwise the owner
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,

    /// The operation's id: running it twice equals running it once
    #[arg(long, value_name = "UUID", hide = true)]
    pub operation: Option<Uuid>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a newsroom in an empty or new folder
    Init(Init),
    #[command(flatten)]
    AtDesk(AtDesk),
    /// Make a newsroom of a backup, in a folder of its own
    Restore(Restore),
    /// Explain the desk, a command, or the codes of errors and findings
    #[command(after_help = "Examples:
  shpalta help
  shpalta help story write
  shpalta help codes")]
    Help {
        /// A command, or `codes`
        #[arg(value_name = "COMMAND")]
        topic: Vec<String>,
    },
}

/// What is done in a newsroom that is there.
#[derive(Debug, Subcommand)]
pub enum AtDesk {
    /// The people and their roles
    #[command(subcommand)]
    Staff(Staff),
    /// Authors, with a name per language
    #[command(subcommand)]
    Author(Author),
    /// Places, with a name per language
    #[command(subcommand)]
    Place(Place),
    /// Photos and their credits
    #[command(subcommand)]
    Media(Media),
    /// The site that is exported to
    #[command(subcommand)]
    Site(Site),
    /// What the newsroom allows
    #[command(subcommand)]
    Policy(Setting),

    /// Stories: import, begin, read, write, set details
    #[command(subcommand)]
    Story(Story),
    /// Where every edition stands: approved, behind, exported …
    Status(Status),
    /// What is to be mended before a text can be approved or exported
    Check(Check),
    /// The revisions and decisions of one edition
    History(History),
    /// What two revisions say differently
    Diff(Diff),

    /// Send an edition to the editors
    #[command(after_help = "Examples:
  shpalta submit night-trains --lang uk --by \"Надія Коваль\"
  shpalta submit night-trains --lang en --note \"The mayor's name is checked\"")]
    Submit(Decide),
    /// Send an edition back to its writer, with a comment
    #[command(after_help = "Example:
  shpalta return night-trains --lang en --note \"Who says so? Name the source\"")]
    Return(Decide),
    /// Approve an edition for export; again, after details or pairs changed: the editor's nod
    Approve(Approve),
    /// Take an approval back; a page that is out stays
    #[command(after_help = "Example:
  shpalta revoke night-trains --lang ru --note \"A name is misspelt\"")]
    Revoke(Decide),
    /// Say that rows of a translation stand for their original: done, or still right
    Confirm(Confirm),
    /// Mark a changed block of the original as minor: translations need not follow
    Minor(Minor),
    /// Turn pages into a notice while facts are checked
    #[command(after_help = "Examples:
  shpalta hold night-trains --note \"The timetable is being checked\"
  shpalta hold night-trains --lang en")]
    Hold(DecideStory),
    /// Turn pages into a notice for good
    #[command(after_help = "Example:
  shpalta withdraw night-trains --note \"The trains were cancelled\"")]
    Withdraw(DecideStory),
    /// Take a hold or a withdrawal back
    #[command(after_help = "Example:
  shpalta reinstate night-trains")]
    Reinstate(DecideStory),

    /// Write approved editions as the site's files
    Export(Export),
    /// Look whether everything stored is what it should be
    Verify(Verify),
    /// Make a verified copy of the newsroom
    Backup(Backup),
    /// Take the words of a revision, or a photo, away for good
    Erase(Erase),
    /// Hand a story over to another newsroom as one file, or take one in
    #[command(subcommand)]
    Parcel(Parcel),
}

#[cfg(test)]
mod tests;
