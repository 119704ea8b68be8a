//! Arguments about where things stand and what leaves the newsroom.

use std::path::PathBuf;

use clap::Args;
use shpalta_language::Language;

use super::{By, value};

/// `status`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta status
  shpalta status night-trains

“Behind” counts the rows of a translation that do not stand for the original's approved text;
“coming” those that will be behind when the original's newest text is approved.")]
pub struct Status {
    /// One story, with its rows that are not fresh; otherwise all stories
    pub slug: Option<String>,
}

/// `check`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta check
  shpalta check night-trains --lang en

Findings of the text look at the draft, findings of export at the approved revision. A stop holds
the edition back, a warning does not. The codes are explained by: shpalta help codes")]
pub struct Check {
    /// One story; otherwise all
    pub slug: Option<String>,

    /// One edition; otherwise all three
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Option<Language>,
}

/// `export`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta site set folder ~/site
  shpalta export
  shpalta export night-trains --to /tmp/look --dry-run
  shpalta export night-trains --lang en --override \"The correction cannot wait\"
  shpalta export --to site.zip
  shpalta export --to site.md.zip
  shpalta export night-trains --lang en --to night-trains.html

An edition that something stops stays as it was last exported; the others go out. Exporting again
writes only what changed. A zip holds the whole site, the same bytes for the same site; a file that
ends in .html holds one edition with its style and photos, to send by mail. One that ends in .md.zip
holds Markdown that Hugo builds as it is: unpack it into a folder of its own and run hugo there, or
take its folders content and static into a site that you have.

A site that lives on a server has its address: shpalta site set server sftp://USER@HOST/FOLDER. Then
an export into the site's folder brings there what differs, the manifest last. One that is cut off
goes on with the next export.

Templates and style in the newsroom's folder “theme” stand in for the built-in ones of the same name:
base.html, article.html, list.html, notice.html, switch.html, style.css …")]
pub struct Export {
    /// Stories; otherwise all
    #[arg(value_name = "SLUG")]
    pub slugs: Vec<String>,

    /// One edition; otherwise all three
    #[arg(long, value_name = "L", value_parser = value::language())]
    pub lang: Option<Language>,

    /// Another folder, a .zip, a .md.zip or an .html: a copy; otherwise the site's folder
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,

    /// Only stories whose embargo has passed and that are not out as approved
    #[arg(long)]
    pub due: bool,

    /// Say what would be done, and do nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Let editions out in spite of findings: a chief's decision, logged with this reason
    #[arg(long = "override", value_name = "REASON", allow_hyphen_values = true)]
    pub override_reason: Option<String>,

    #[command(flatten)]
    pub by: By,
}

/// `verify`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  shpalta verify
  shpalta verify --export ~/site
  shpalta verify --export sftp://desk@news.example/srv/www

Nothing is mended unless --rebuild is given, and that touches only what can be computed anew.")]
pub struct Verify {
    /// Compute anew what the board remembers of the stories
    #[arg(long)]
    pub rebuild: bool,

    /// Also compare an exported folder, or a server, with its manifest and the record of exports
    #[arg(long, value_name = "DIR")]
    pub export: Option<PathBuf>,

    #[command(flatten)]
    pub by: By,
}
