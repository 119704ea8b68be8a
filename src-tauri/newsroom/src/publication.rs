//! What leaves the newsroom: the dossier of a story that export works from, and the record of
//! what was exported.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use shpalta_language::{Language, date::When};

use crate::act::Act;
use crate::decision::{DecisionKind, Verdict, Verdicts};
use crate::edition::{self, Edition};
use crate::finding::{self, Finding, FindingCode};
use crate::id::{
    ContentHash, DetailsHash, EditionId, ExportId, MediaHash, NamesHash, PersonId, RevisionId,
    StoryId,
};
use crate::log::Entry;
use crate::media::{self, Media};
use crate::names::NameEntry;
use crate::revision::{Revision, Stand, instant_column};
use crate::status::{Picture, Publication};
use crate::story::{self, Story};
use crate::transact::Tx;
use crate::{Newsroom, Result, setting, staff};

/// Everything about a story that its pages show or that holds them back.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    pub story: StoryId,
    pub slug: String,
    pub original: Language,
    /// The date of the news, if it was given.
    pub when: Option<When>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    /// Nothing of the story may leave before this instant.
    pub embargo: Option<Timestamp>,
    /// The site's counter; none when unknown.
    pub views: Option<u64>,
    pub first_published: Option<Timestamp>,
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
    /// The approved text; the drafts do not matter here.
    pub approved: Option<ApprovedText>,
    /// The dateline's place as spelt in this language.
    pub place: Option<String>,
    /// The dateline's source as spelt in this language.
    pub source: Option<String>,
    pub authors: Vec<Byline>,
    /// What the page's own images are: those of the approved body that the newsroom holds.
    pub media: BTreeMap<MediaHash, MediaFacts>,
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
    /// The last export to the site, if there was one.
    pub exported: Option<ExportedRow>,
    /// The text that was last exported to the site, with its approval.
    pub exported_text: Option<ApprovedText>,
}

/// An approved text and its approval.
#[derive(Debug, Clone, PartialEq)]
pub struct ApprovedText {
    pub revision: RevisionId,
    /// The revision's label for people (r1, r2, …).
    pub number: u32,
    pub content: ContentHash,
    pub headline: String,
    pub lead: String,
    /// Markdown.
    pub body: String,
    pub approved_at: Timestamp,
    /// What kind of change the approval was said to be.
    pub change: ChangeKind,
    /// The public note of a correction or clarification.
    pub note: Option<String>,
}

/// What a change after export is, as said when approving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// An author as a page names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    pub name: String,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    pub id: ExportId,
    pub target: Target,
    /// The editions written or left as they were because nothing changed.
    pub rows: Vec<ExportedRow>,
}

/// A story on a front page: as its last export showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontEntry {
    pub story: StoryId,
    pub headline: String,
    pub lead: String,
    pub when: Option<When>,
    /// The dateline's place.
    pub place: Option<String>,
    /// Path of the page below the target.
    pub path: String,
    pub first_published: Option<Timestamp>,
}

impl Newsroom {
    /// What export needs to know of a story.
    pub fn dossier(&self, story: StoryId) -> Result<Dossier> {
        self.read(|sql| {
            let story = story::get(sql, story)?;
            let mut editions = Vec::new();
            for edition in Edition::all(sql, story.id)? {
                editions.push(edition_dossier(sql, &story, edition)?);
            }
            Ok(Dossier {
                story: story.id,
                slug: story.slug,
                original: story.original,
                when: story.when,
                section: story.section,
                tags: story.tags,
                embargo: story.embargo,
                views: story.views,
                first_published: story.first_published,
                editions,
            })
        })
    }

    /// The newest `limit` pages of a language that are out on the site, notices left out.
    pub fn front_page(&self, language: Language, limit: usize) -> Result<Vec<FrontEntry>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("publication/front.sql"))?;
            let rows = query.query_map(params![language.code(), limit], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
            let mut entries = Vec::new();
            for row in rows {
                let (story, content, path) = row?;
                entries.push(front_entry(sql, language, story, content, path)?);
            }
            Ok(entries)
        })
    }

    /// What was last exported of an edition to the site.
    pub fn last_export(&self, edition: EditionId) -> Result<Option<ExportedRow>> {
        self.read(|sql| last_row(sql, edition))
    }

    /// Records an export whose files are in place: the site's rows, or a copy's; overrides are
    /// decisions of their own. The first export to the site is the story's first publication.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless an editor of each language asks, or for an override a chief
    /// (or an editor, by policy).
    pub fn record_export(&mut self, act: &Act, run: &ExportRun) -> Result<()> {
        self.transact(act, "export", |tx| {
            let folder = match &run.target {
                Target::Site => None,
                Target::Copy(folder) => Some(folder.as_str()),
            };
            let entry = Entry::of(DecisionKind::Export).with("run", run.id.to_string());
            let position = tx.log(entry.with("folder", folder.unwrap_or("site")))?;
            tx.prepare_cached("INSERT INTO export_run VALUES (?, ?, ?, ?, ?)")?.execute(
                params![run.id, tx.act.at.as_millisecond(), tx.act.by, folder, position],
            )?;
            for row in &run.rows {
                record_row(tx, run, row)?;
            }
            tx.changed_newsroom()
        })
    }

    /// Whether a person may export these languages, and let editions out in spite of findings.
    ///
    /// # Errors
    /// [`Error::NotAllowed`].
    pub fn may_export(
        &self,
        person: PersonId,
        languages: &[Language],
        overriding: Overriding,
    ) -> Result<()> {
        self.read(|sql| {
            let person = staff::person(sql, person)?;
            languages.iter().try_for_each(|language| person.must_approve(*language))?;
            match overriding {
                Overriding::No => Ok(()),
                Overriding::Yes if setting::policy(sql)?.editor_overrides => person.must_edit(),
                Overriding::Yes => person.must_be_chief(),
            }
        })
    }
}

/// Whether an export lets editions out in spite of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overriding {
    No,
    Yes,
}

fn edition_dossier(sql: &Connection, story: &Story, edition: Edition) -> Result<EditionDossier> {
    let verdicts = Verdicts::load(sql, edition.id)?;
    let exported = last_row(sql, edition.id)?;
    let shown = match verdicts.approved_revision() {
        Some(revision) => Some(revision),
        None => exported.as_ref().and_then(|row| row.revision),
    };
    let stand = Stand::load(sql, edition.language, shown)?;
    let media = story::media_of(sql, &stand)?;
    let details = story::details_hash(story, &edition, &media);
    let approved = match verdicts.approval() {
        Some(approval) => approved_text(sql, approval)?,
        None => None,
    };
    let exported_text = match exported.as_ref().and_then(|row| row.revision) {
        Some(revision) if Some(revision) == verdicts.approved_revision() => approved.clone(),
        Some(revision) => last_approval_of(sql, revision)?,
        None => None,
    };
    Ok(EditionDossier {
        edition: edition.id,
        language: edition.language,
        address: edition.address.clone().unwrap_or_default(),
        findings: export_findings(sql, &edition, &verdicts, &stand, &media, details)?,
        approved,
        exported_text,
        place: spelt(story.place.as_ref(), edition.language),
        source: spelt(story.source.as_ref(), edition.language),
        authors: story
            .authors
            .iter()
            .filter_map(|author| byline(author, edition.language))
            .collect(),
        media: media.iter().map(|media| (media.hash, facts_of(media, edition.language))).collect(),
        details,
        names: story::names_hash(story, edition.language),
        followed: followed_content(sql, &edition)?,
        withdrawal: withdrawal(sql, &edition)?,
        exported,
    })
}

fn spelt(entry: Option<&NameEntry>, language: Language) -> Option<String> {
    entry.and_then(|entry| entry.in_language(language)).map(str::to_owned)
}

fn byline(author: &NameEntry, language: Language) -> Option<Byline> {
    Some(Byline { name: author.in_language(language)?.to_owned(), photo: author.photo })
}

fn facts_of(media: &Media, language: Language) -> MediaFacts {
    MediaFacts {
        extension: media.extension.clone(),
        size: media.size,
        credit: media::credit(media, language).map(str::to_owned),
    }
}

fn approved_text(sql: &Connection, approval: &Verdict) -> Result<Option<ApprovedText>> {
    let (Some(id), Some(content)) = (approval.revision, approval.content) else {
        return Ok(None);
    };
    let text = edition::text(sql, content)?;
    Ok(Some(ApprovedText {
        revision: id,
        number: Revision::get(sql, id)?.number,
        content,
        headline: text.headline,
        lead: text.lead,
        body: text.body,
        approved_at: approval.at,
        change: approval.change.unwrap_or(ChangeKind::Update),
        note: approval.note.clone(),
    }))
}

fn last_approval_of(sql: &Connection, revision: RevisionId) -> Result<Option<ApprovedText>> {
    let edition = Revision::get(sql, revision)?.edition;
    match Verdicts::last_approval_of(sql, edition, revision)? {
        Some(approval) => approved_text(sql, &approval),
        None => Ok(None),
    }
}

/// The findings of export on the approved text; the text's own come first.
fn export_findings(
    sql: &Connection,
    edition: &Edition,
    verdicts: &Verdicts,
    stand: &Stand,
    media: &[Media],
    details: DetailsHash,
) -> Result<Vec<Finding>> {
    let Some(approval) = verdicts.approval() else {
        return Ok(vec![Finding::of(FindingCode::NotApproved)]);
    };
    let mut findings = finding::of_text(&stand.text, &stand.blocks, media);
    let picture = Picture::of_approved(sql, edition.clone(), stand.clone())?;
    findings.extend(picture.behind_findings(approval.position));
    if approval.details != Some(details) {
        findings.push(Finding::of(FindingCode::DetailsChanged));
    }
    if withdrawal(sql, edition)?.is_some() {
        findings.push(Finding::of(FindingCode::Withdrawn));
    }
    Ok(findings)
}

/// The approved content of the edition that this one follows.
fn followed_content(sql: &Connection, edition: &Edition) -> Result<Option<ContentHash>> {
    if edition.follows.is_none() {
        return Ok(None);
    }
    let followed = edition.followed(sql)?;
    Ok(Verdicts::load(sql, followed.id)?.approval().and_then(|approval| approval.content))
}

/// Whether the edition's page is a notice now: the last hold, withdrawal or reinstatement of the
/// edition or of its whole story.
pub(crate) fn withdrawal(sql: &Connection, edition: &Edition) -> Result<Option<Withdrawal>> {
    let mut query = sql.prepare_cached(include_str!("publication/withdrawal.sql"))?;
    let mut rows = query.query(params![edition.story, edition.id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let kind = match DecisionKind::from_name(row.get_ref(0)?.as_str().unwrap_or_default()) {
        Some(DecisionKind::Withdraw) => WithdrawalKind::Withdrawn,
        Some(DecisionKind::Hold) => WithdrawalKind::Held,
        _ => return Ok(None),
    };
    Ok(Some(Withdrawal { kind, at: instant_column(row, 1)?, note: row.get(2)? }))
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
    let stand = Stand::load(sql, edition.language, verdicts.approved_revision())?;
    let media = story::media_of(sql, &stand)?;
    let same = row.content == verdicts.approval().and_then(|approval| approval.content)
        && row.details == story::details_hash(story, edition, &media)
        && row.names == story::names_hash(story, edition.language)
        && row.followed == followed_content(sql, edition)?;
    Ok(if same { Publication::Exported } else { Publication::Outdated })
}

fn record_row(tx: &Tx<'_>, run: &ExportRun, row: &ExportedRow) -> Result<()> {
    let site = run.target == Target::Site;
    tx.prepare_cached(include_str!("publication/insert_row.sql"))?.execute(params![
        run.id,
        site,
        row.edition,
        row.revision,
        row.content,
        row.details,
        row.names,
        row.followed,
        row.path,
        row.sha256,
        row.overridden,
    ])?;
    let story: StoryId = tx
        .prepare_cached("SELECT story FROM edition WHERE id = ?")?
        .query_row([row.edition], |row| row.get(0))?;
    if let Some(reason) = &row.overridden {
        let mut entry = Entry::of(DecisionKind::Override);
        entry.story = Some(story);
        entry.edition = Some(row.edition);
        entry.revision = row.revision;
        entry.content = row.content;
        entry.note = Some(reason.clone());
        tx.log(entry)?;
    }
    if site {
        tx.prepare_cached(include_str!("publication/first_published.sql"))?
            .execute(params![story, tx.act.at.as_millisecond()])?;
        tx.changed(story, Some(row.edition))?;
    }
    Ok(())
}

fn front_entry(
    sql: &Connection,
    language: Language,
    story: StoryId,
    content: ContentHash,
    path: String,
) -> Result<FrontEntry> {
    let text = edition::text(sql, content)?;
    let story = story::get(sql, story)?;
    Ok(FrontEntry {
        story: story.id,
        headline: text.headline,
        lead: text.lead,
        when: story.when,
        place: spelt(story.place.as_ref(), language),
        path,
        first_published: story.first_published,
    })
}
