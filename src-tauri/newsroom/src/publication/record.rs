//! Who may export, and the record of what went out.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use serde::Serialize;
use shpalta_language::Language;
use ts_rs::TS;

use super::{ExportRun, ExportedRow, HeldEdition, Target, last_row};
use crate::act::Act;
use crate::decision::DecisionKind;
use crate::edition::language_column;
use crate::finding::Finding;
use crate::id::{EditionId, ExportId, PersonId, StoryId};
use crate::log::Entry;
use crate::revision::instant_column;
use crate::staff::Person;
use crate::transact::Tx;
use crate::{Newsroom, Result, setting, staff};

impl Newsroom {
    /// Records an export whose files are in place: the site's rows, or a copy's; overrides are
    /// decisions of their own. The first export to the site is the story's first publication.
    ///
    /// # Errors
    /// [`NotAllowed`](crate::Error::NotAllowed) unless an editor of each language asks, or for an
    /// override a chief (or an editor, by policy).
    pub fn record_export(&mut self, act: &Act, run: &ExportRun) -> Result<()> {
        self.transact(act, "export", |tx| {
            let overriding = match run.rows.iter().any(|row| row.overridden.is_some()) {
                true => Overriding::Yes,
                false => Overriding::No,
            };
            must_export(tx, &tx.person, &languages_with_news(tx, &run.rows)?, overriding)?;
            let folder = match &run.target {
                Target::Site => None,
                Target::Copy(folder) => Some(folder.as_str()),
            };
            let id = ExportId(tx.ids.next());
            let entry = Entry::of(DecisionKind::Export).with("run", id.to_string());
            let position = tx.log(entry.with("folder", folder.unwrap_or("site")))?;
            tx.prepare_cached("INSERT INTO export_run VALUES (?, ?, ?, ?, ?)")?
                .execute(params![id, tx.act.at.as_millisecond(), tx.act.by, folder, position])?;
            for row in &run.rows {
                record_row(tx, id, run, row)?;
            }
            for held in &run.held {
                record_held(tx, id, held)?;
            }
            tx.changed_newsroom()
        })
    }

    /// The log of exports, the newest first.
    pub fn export_log(&self, offset: usize, limit: usize) -> Result<Vec<ExportLogEntry>> {
        self.read(|sql| {
            listed(sql, include_str!("export_log.sql"), params![limit, offset], |row| {
                Ok(ExportLogEntry {
                    export: row.get(0)?,
                    at: instant_column(row, 1)?,
                    person: row.get(2)?,
                    folder: row.get(3)?,
                    pages: row.get(4)?,
                    overridden: row.get(5)?,
                    held: row.get(6)?,
                })
            })
        })
    }

    /// The pages of an export in the log, in the order in which they were looked after.
    pub fn logged_pages(
        &self,
        export: ExportId,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<LoggedPage>> {
        self.read(|sql| {
            listed(sql, include_str!("logged_pages.sql"), params![export, limit, offset], |row| {
                Ok(LoggedPage {
                    story: row.get(0)?,
                    language: language_column(row, 1)?,
                    revision: row.get(2)?,
                    path: row.get(3)?,
                    overridden: row.get(4)?,
                    findings: findings_column(row, 5)?,
                })
            })
        })
    }

    /// The editions that an export in the log held back, in the order in which they were looked at.
    pub fn logged_held(
        &self,
        export: ExportId,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<LoggedHeld>> {
        self.read(|sql| {
            listed(sql, include_str!("logged_held.sql"), params![export, limit, offset], |row| {
                Ok(LoggedHeld {
                    story: row.get(0)?,
                    language: language_column(row, 1)?,
                    path: row.get(2)?,
                    findings: findings_column(row, 3)?,
                })
            })
        })
    }

    /// Whether the log says already what holds an edition back: no page of it went to the site
    /// since.
    pub fn is_known_held(&self, held: &HeldEdition) -> Result<bool> {
        let findings = findings_json(&held.findings)?;
        self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("last_held.sql"))?;
            let last: Option<String> =
                query.query_row([held.edition], |row| row.get(0)).optional()?;
            Ok(last.is_some_and(|last| last == findings))
        })
    }

    /// Whether a person may export these languages, and let editions out in spite of findings.
    ///
    /// # Errors
    /// [`Error::NotAllowed`](crate::Error::NotAllowed).
    pub fn may_export(
        &self,
        person: PersonId,
        languages: &[Language],
        overriding: Overriding,
    ) -> Result<()> {
        self.read(|sql| must_export(sql, &staff::person(sql, person)?, languages, overriding))
    }
}

/// An export as the log of exports shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportLogEntry {
    pub export: ExportId,
    #[ts(type = "string")]
    pub at: Timestamp,
    /// The name of whoever exported.
    pub person: String,
    /// The folder of a copy; none for the site itself.
    pub folder: Option<String>,
    /// How many pages changed, or for a copy were looked after.
    pub pages: usize,
    /// How many of them went out in spite of a finding.
    pub overridden: usize,
    /// How many editions were held back.
    pub held: usize,
}

/// An edition that an export held back, as the log shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoggedHeld {
    /// Slug.
    pub story: String,
    pub language: Language,
    /// Of the page that stayed as it was, below the folder; none where there was none.
    pub path: Option<String>,
    /// All that was found, warnings too.
    pub findings: Vec<Finding>,
}

/// A page that an export looked after, as the log shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoggedPage {
    /// Slug.
    pub story: String,
    pub language: Language,
    /// The label of the revision that went out (r1, r2, …); none for a notice.
    pub revision: Option<u32>,
    /// Below the folder.
    pub path: String,
    /// Why it went out in spite of a finding that would have held it back, if it did.
    pub overridden: Option<String>,
    /// All that was found when it went out, warnings too.
    pub findings: Vec<Finding>,
}

fn listed<T>(
    sql: &Connection,
    query: &str,
    given: impl Params,
    entry: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut query = sql.prepare_cached(query)?;
    Ok(query.query_map(given, entry)?.collect::<Result<_, _>>()?)
}

/// Whether a page on record is the same but for its bytes: its links or its switch were made anew,
/// as pages of other languages came or went.
fn says_the_same(sql: &Connection, row: &ExportedRow) -> Result<bool> {
    let last = last_row(sql, row.edition)?;
    Ok(last.is_some_and(|last| ExportedRow { sha256: row.sha256.clone(), ..last } == *row))
}

/// Whether an export lets editions out in spite of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overriding {
    No,
    Yes,
}

fn must_export(
    sql: &Connection,
    person: &Person,
    languages: &[Language],
    overriding: Overriding,
) -> Result<()> {
    languages.iter().try_for_each(|language| person.must_approve(*language))?;
    match overriding {
        Overriding::No => Ok(()),
        Overriding::Yes if setting::policy(sql)?.editor_overrides => person.must_edit(),
        Overriding::Yes => person.must_be_chief(),
    }
}

/// The languages of pages that say something else than the record of the last export.
fn languages_with_news(sql: &Connection, rows: &[ExportedRow]) -> Result<Vec<Language>> {
    let mut languages = Vec::new();
    for row in rows {
        if languages.len() == Language::ALL.len() {
            break;
        }
        let language = language_of(sql, row.edition)?;
        if !languages.contains(&language) && !says_the_same(sql, row)? {
            languages.push(language);
        }
    }
    Ok(languages)
}

fn language_of(sql: &Connection, edition: EditionId) -> Result<Language> {
    let mut query = sql.prepare_cached("SELECT language FROM edition WHERE id = ?")?;
    Ok(query.query_row([edition], |row| language_column(row, 0))?)
}

fn record_row(tx: &Tx<'_>, id: ExportId, run: &ExportRun, row: &ExportedRow) -> Result<()> {
    let site = run.target == Target::Site;
    let findings = run.findings.get(&row.path).filter(|findings| !findings.is_empty());
    tx.prepare_cached(include_str!("insert_row.sql"))?.execute(params![
        id,
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
        findings.map(|findings| findings_json(findings)).transpose()?,
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
        tx.prepare_cached(include_str!("first_published.sql"))?
            .execute(params![story, tx.act.at.as_millisecond()])?;
        tx.changed(story, Some(row.edition))?;
    }
    Ok(())
}

fn record_held(tx: &Tx<'_>, id: ExportId, held: &HeldEdition) -> Result<()> {
    let insert = "INSERT INTO export_held (run, edition, path, findings) VALUES (?, ?, ?, ?)";
    let findings = findings_json(&held.findings)?;
    tx.prepare_cached(insert)?.execute(params![id, held.edition, held.path, findings])?;
    Ok(())
}

fn findings_json(findings: &[Finding]) -> Result<String> {
    let json = serde_json::to_string(findings);
    Ok(json.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?)
}

/// What is not known any more is left out.
fn findings_column(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Finding>> {
    let json: Option<String> = row.get(column)?;
    let findings = json.and_then(|json| serde_json::from_str::<Vec<serde_json::Value>>(&json).ok());
    let findings = findings.unwrap_or_default().into_iter();
    Ok(findings.filter_map(|finding| serde_json::from_value(finding).ok()).collect())
}
