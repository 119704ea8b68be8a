//! What leaves the newsroom: the dossier of a story that export works from, that of a draft for
//! its preview, and the record of what was exported.

mod dossier;
pub mod ledger;
mod record;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

use crate::decision::{DecisionKind, Verdicts};
use crate::edition::Edition;
use crate::finding::Finding;
use crate::id::{
    ContentHash, DetailsHash, EditionId, MediaHash, NamesHash, PersonId, RevisionId, StoryId,
};
use crate::names::Spelt;
use crate::revision::{Revision, Stand, instant_column};
use crate::status::Publication;
use crate::story::{self, Story};
use crate::{Newsroom, Result};

pub(crate) use dossier::{awaited, would_go_out};
pub use record::{ExportLogEntry, LoggedHeld, LoggedPage, Overriding};

/// Everything about a story that its pages show or that holds them back.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    pub story: Story,
    /// The three editions, in the order of [`Language::ALL`].
    pub editions: Vec<EditionDossier>,
}

/// One language of a [`Dossier`].
#[derive(Debug, Clone, PartialEq)]
pub struct EditionDossier {
    pub edition: EditionId,
    pub language: Language,
    /// The page's address without folder and ending; empty while there is no text.
    pub address: String,
    /// What the edition goes by: the approved headline, else the draft's; none while nothing is
    /// written.
    pub headline: Option<String>,
    /// The approved text; the drafts do not matter here.
    pub approved: Option<ApprovedText>,
    /// What the page shows beside the approved text.
    pub page: PageDetails,
    /// The page's details as they stand now.
    pub details: DetailsHash,
    /// The spelling of the page's names as it stands now.
    pub names: NamesHash,
    /// Approved content of the edition that this one follows; none for the original.
    pub followed: Option<ContentHash>,
    /// Findings of export on the approved text: the text's own, then `not_approved`, `behind`,
    /// `details_changed`, `withdrawn`. `embargo` depends on the clock and is added by export.
    pub findings: Vec<Finding>,
    /// The page is to be a notice.
    pub withdrawal: Option<Withdrawal>,
    /// The last correction of the original, if it has not come to what stands for this edition: its
    /// approved text, or, where none is approved, the page that is out.
    pub awaited: Option<Awaited>,
    /// The last export to the site, if there was one.
    pub exported: Option<ExportedRow>,
    /// The label of the revision that it had (r1, r2, …); none if there was none, or for a notice.
    pub went_out: Option<u32>,
    /// Where its page stood on the site before, unless another page stood there since.
    pub former: Vec<String>,
}

/// A correction of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awaited {
    /// When an editor made it.
    pub at: Timestamp,
    /// Whether readers of the original find it on the site.
    pub is_out: bool,
}

/// What the page of a draft shows.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftDossier {
    pub story: Story,
    pub language: Language,
    pub text: PageText,
    /// Whether an approval stands for this very text.
    pub is_approved: bool,
    pub page: PageDetails,
    /// The languages in which something is written.
    pub written: Vec<Language>,
}

/// What a page shows beside its text, in its language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageDetails {
    /// The dateline's place.
    pub place: Option<Spelt>,
    /// The dateline's source.
    pub source: Option<Spelt>,
    pub authors: Vec<Byline>,
    /// The text's own images: those of the body that the newsroom holds.
    pub media: BTreeMap<MediaHash, MediaFacts>,
}

/// An approved text and its approval.
#[derive(Debug, Clone, PartialEq)]
pub struct ApprovedText {
    pub revision: RevisionId,
    /// The revision's label for people (r1, r2, …).
    pub number: u32,
    pub content: ContentHash,
    pub text: PageText,
}

/// A text as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageText {
    pub headline: String,
    pub lead: String,
    /// Markdown.
    pub body: String,
    /// The instant of its approval.
    pub approved: Timestamp,
    /// Since when it says what it says: the instant of its last approval that was not of spelling
    /// alone.
    pub since: Timestamp,
    /// What kind of change that approval was said to be.
    pub change: ChangeKind,
    /// What was ever corrected or clarified, the newest first.
    pub notes: Vec<PublicNote>,
}

/// What readers are told of a correction or clarification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicNote {
    pub change: ChangeKind,
    /// The instant of the approval that said so.
    pub at: Timestamp,
    /// In whatever language it was given; may be empty.
    pub text: String,
}

/// What a change after export is, as said when approving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// New facts.
    Update,
    /// We were wrong.
    Correction,
    /// We were unclear.
    Clarification,
    /// Spelling.
    Silent,
}

impl ChangeKind {
    /// The kind's name in code, log and command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Correction => "correction",
            Self::Clarification => "clarification",
            Self::Silent => "silent",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Update, Self::Correction, Self::Clarification, Self::Silent];
        all.into_iter().find(|kind| kind.name() == name)
    }
}

/// An author as a page names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    pub name: Spelt,
    /// What the author's page goes by in every language: ASCII words joined by hyphens.
    pub key: String,
    pub photo: Option<MediaHash>,
}

/// A media file as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaFacts {
    /// Its name's ending on the site: `jpg`, `png`, `webp`, `gif`.
    pub extension: String,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// The credit in the page's language, without the word "Photo:".
    pub credit: Option<String>,
    /// From when on it may not be used.
    pub ends: Option<Timestamp>,
    /// Until when it waits: it shows a strike's aftermath.
    pub waits: Option<Timestamp>,
}

/// A page that became a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub kind: WithdrawalKind,
    pub at: Timestamp,
    /// The reason to print, in whatever language it was given.
    pub note: Option<String>,
}

/// For good, or while facts are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum WithdrawalKind {
    Withdrawn,
    Held,
}

/// What became of one edition in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedRow {
    pub edition: EditionId,
    /// The approved revision that was written; none for a notice.
    pub revision: Option<RevisionId>,
    pub content: Option<ContentHash>,
    pub details: DetailsHash,
    pub names: NamesHash,
    pub followed: Option<ContentHash>,
    /// Path of the page below the target, `/` between its parts.
    pub path: String,
    /// SHA-256 of the page's bytes, in hexadecimal.
    pub sha256: String,
    /// The reason of an override, if one let this edition out.
    pub overridden: Option<String>,
}

/// Where an export went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The newsroom's one site: the target of publication.
    Site,
    /// A copy in another folder.
    Copy(String),
}

/// One export, to be recorded when its files are in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRun {
    pub target: Target,
    /// The editions written or left as they were because nothing changed.
    pub rows: Vec<ExportedRow>,
    /// What was found of their pages, by path.
    pub findings: Found,
    pub held: Vec<HeldEdition>,
}

/// An edition with a text or a page that an export held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldEdition {
    pub edition: EditionId,
    /// Of the page that stays as it was, below the folder; none where there is none.
    pub path: Option<String>,
    /// All that was found, warnings too.
    pub findings: Vec<Finding>,
}

/// Findings of pages that went out in spite of them, by path; warnings, too.
pub type Found = BTreeMap<String, Vec<Finding>>;

impl Newsroom {
    /// What was last exported of an edition to the site.
    pub fn last_export(&self, edition: EditionId) -> Result<Option<ExportedRow>> {
        self.read(|sql| last_row(sql, edition))
    }
}

/// The approved content of the edition that this one follows.
fn followed_content(sql: &Connection, edition: &Edition) -> Result<Option<ContentHash>> {
    if edition.follows.is_none() {
        return Ok(None);
    }
    let followed = edition.followed(sql)?;
    Ok(Verdicts::load(sql, followed.id)?.approval().and_then(|approval| approval.content))
}

/// What was decided about notices in the place of a story's pages, the newest first.
pub(crate) struct Withdrawals(Vec<Decided>);

/// Of which edition (none: of the whole story), and what, by whom (none: it was reinstated).
type Decided = (Option<EditionId>, Option<(Withdrawal, PersonId)>);

impl Withdrawals {
    pub(crate) fn load(sql: &Connection, story: StoryId) -> Result<Self> {
        let mut query = sql.prepare_cached(include_str!("publication/withdrawals.sql"))?;
        let mut rows = query.query([story])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let kind = match DecisionKind::from_name(&row.get::<_, String>(1)?) {
                Some(DecisionKind::Withdraw) => Some(WithdrawalKind::Withdrawn),
                Some(DecisionKind::Hold) => Some(WithdrawalKind::Held),
                _ => None,
            };
            let (at, note, by) = (instant_column(row, 2)?, row.get(3)?, row.get(4)?);
            let withdrawal = kind.map(|kind| (Withdrawal { kind, at, note }, by));
            all.push((row.get(0)?, withdrawal));
        }
        Ok(Self(all))
    }

    /// Why an edition's page is a notice now, and who decided it; none where it is not: the last
    /// decision on the edition or on its whole story counts.
    pub(crate) fn of(&self, edition: EditionId) -> Option<&(Withdrawal, PersonId)> {
        let concerns = |of: &Option<EditionId>| of.is_none_or(|of| of == edition);
        self.0.iter().find(|(of, _)| concerns(of)).and_then(|(_, withdrawal)| withdrawal.as_ref())
    }
}

/// Whether the edition's page is a notice now.
pub(crate) fn withdrawal(sql: &Connection, edition: &Edition) -> Result<Option<Withdrawal>> {
    Ok(last_withdrawal(sql, edition)?.map(|(withdrawal, _)| withdrawal))
}

/// The same with whoever decided it.
pub(crate) fn last_withdrawal(
    sql: &Connection,
    edition: &Edition,
) -> Result<Option<(Withdrawal, PersonId)>> {
    Ok(Withdrawals::load(sql, edition.story)?.of(edition.id).cloned())
}

/// When the edition's page was last exported to the site, and by whom.
pub(crate) fn last_run(
    sql: &Connection,
    edition: EditionId,
) -> Result<Option<(Timestamp, PersonId)>> {
    let mut query = sql.prepare_cached(include_str!("publication/last_run.sql"))?;
    let run = query.query_row([edition], |row| Ok((instant_column(row, 0)?, row.get(1)?)));
    Ok(run.optional()?)
}

/// What was last exported of an edition to the site.
pub(crate) fn last_row(sql: &Connection, edition: EditionId) -> Result<Option<ExportedRow>> {
    let mut query = sql.prepare_cached(include_str!("publication/last_row.sql"))?;
    let row = query.query_row([edition], |row| {
        Ok(ExportedRow {
            edition,
            revision: row.get(0)?,
            content: row.get(1)?,
            details: row.get(2)?,
            names: row.get(3)?,
            followed: row.get(4)?,
            path: row.get(5)?,
            sha256: row.get(6)?,
            overridden: row.get(7)?,
        })
    });
    Ok(row.optional()?)
}

/// An approval that was not revoked, as readers were told of it.
struct Ruling {
    /// In the log.
    position: i64,
    at: Timestamp,
    change: ChangeKind,
    /// In whatever language it was given; may be empty.
    note: String,
}

/// The approvals of an edition that were not revoked, the oldest first.
fn rulings(sql: &Connection, edition: EditionId) -> Result<Vec<Ruling>> {
    let mut query = sql.prepare_cached(include_str!("publication/rulings.sql"))?;
    let mut rows = query.query([edition])?;
    let mut rulings = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = DecisionKind::from_name(row.get_ref(0)?.as_str().unwrap_or_default());
        if kind == Some(DecisionKind::Revoke) {
            rulings.pop();
            continue;
        }
        let note = row.get::<_, Option<String>>(2)?.unwrap_or_default();
        let aspect: Option<String> = row.get(3)?;
        let change = aspect.as_deref().and_then(|aspect| aspect.split_whitespace().next());
        let change = change.and_then(ChangeKind::from_name).unwrap_or(ChangeKind::Update);
        rulings.push(Ruling { position: row.get(4)?, at: instant_column(row, 1)?, change, note });
    }
    Ok(rulings)
}

/// What was corrected or clarified, the newest first.
fn public_notes(rulings: &[Ruling]) -> Vec<PublicNote> {
    let is_public = |ruling: &&Ruling| {
        matches!(ruling.change, ChangeKind::Correction | ChangeKind::Clarification)
    };
    let note = |Ruling { change, at, note, .. }: &Ruling| PublicNote {
        change: *change,
        at: *at,
        text: note.clone(),
    };
    rulings.iter().rev().filter(is_public).map(note).collect()
}

/// Where the edition's page stood before it stood where it was last exported to.
fn former_paths(sql: &Connection, edition: EditionId) -> Result<Vec<String>> {
    let mut query = sql.prepare_cached(include_str!("publication/former.sql"))?;
    let paths = query.query_map([edition], |row| row.get(0))?;
    Ok(paths.collect::<Result<_, _>>()?)
}

/// Whether the edition's page was ever exported to the site.
pub(crate) fn is_out(sql: &Connection, edition: EditionId) -> Result<bool> {
    let query = "SELECT 1 FROM export_row WHERE edition = ? AND site = 1";
    Ok(sql.prepare_cached(query)?.exists([edition])?)
}

/// `Never`, `Outdated` or `Exported`: whether what the page would show now differs from the last
/// export.
pub(crate) fn exported_state(
    sql: &Connection,
    story: &Story,
    edition: &Edition,
) -> Result<Publication> {
    let Some(row) = last_row(sql, edition.id)? else { return Ok(Publication::Never) };
    let verdicts = Verdicts::load(sql, edition.id)?;
    let approved = verdicts.approved_revision().map(|id| Revision::get(sql, id)).transpose()?;
    let stand = Stand::outward(sql, edition.language, approved.as_ref())?;
    let media = story::media_of(sql, &stand)?;
    let same = row.content == verdicts.approval().and_then(|approval| approval.content)
        && row.details == story::details_hash(story, edition, &media)
        && row.names == story::names_hash(story, edition.language)
        && row.followed == followed_content(sql, edition)?;
    Ok(if same { Publication::Exported } else { Publication::Outdated })
}
