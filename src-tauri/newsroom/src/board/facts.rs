//! What the board's cache holds of an edition. Nothing in it depends on the clock.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use shpalta_language::Language;

use crate::Result;
use crate::edition::language_column;
use crate::finding::{FindingCode, FindingCounts};
use crate::id::{PersonId, StoryId};
use crate::publication::WithdrawalKind;
use crate::revision::instant_column;
use crate::status::{Editorial, Publication};

/// The facts of one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) language: Language,
    pub(super) headline: String,
    pub(super) editorial: Editorial,
    pub(super) revision: Option<u32>,
    pub(super) approved_revision: Option<u32>,
    /// Whether it was approved at any time.
    pub(super) once_approved: bool,
    /// Rows of a translation, and how many of them have text or need none.
    pub(super) rows: usize,
    pub(super) written: usize,
    pub(super) behind: usize,
    pub(super) coming: usize,
    pub(super) findings: FindingCounts,
    /// The first that holds the text back.
    pub(super) finding: Option<FindingCode>,
    pub(super) second_look: bool,
    pub(super) withdrawal: Option<WithdrawalKind>,
    /// Never, outdated or exported, whatever the embargo.
    pub(super) exported: Publication,
    /// When what the pill says came about, and by whom.
    pub(super) since: Option<Timestamp>,
    pub(super) person: Option<PersonId>,
}

impl Facts {
    /// Those of an edition without text.
    #[cfg(test)]
    pub(super) fn empty(language: Language) -> Self {
        Self {
            language,
            headline: String::new(),
            editorial: Editorial::NotStarted,
            revision: None,
            approved_revision: None,
            once_approved: false,
            rows: 0,
            written: 0,
            behind: 0,
            coming: 0,
            findings: FindingCounts::default(),
            finding: None,
            second_look: false,
            withdrawal: None,
            exported: Publication::Never,
            since: None,
            person: None,
        }
    }

    /// What the cache holds of a story's editions, in the order of [`Language::ALL`].
    pub(super) fn load(sql: &Connection, story: StoryId) -> Result<Vec<Self>> {
        let mut query = sql.prepare_cached(include_str!("editions.sql"))?;
        Ok(query.query_map([story], from_row)?.collect::<Result<_, _>>()?)
    }

    pub(super) fn store(&self, sql: &Connection, story: StoryId) -> Result<()> {
        let withdrawal = self.withdrawal.map(|kind| match kind {
            WithdrawalKind::Held => "held",
            WithdrawalKind::Withdrawn => "withdrawn",
        });
        let exported = match self.exported {
            Publication::Exported => "exported",
            Publication::Outdated => "outdated",
            Publication::Never | Publication::Embargoed | Publication::Withdrawn => "never",
        };
        sql.prepare_cached(include_str!("store.sql"))?.execute(params![
            story,
            self.language.code(),
            self.headline,
            self.editorial.name(),
            self.revision,
            self.approved_revision,
            self.once_approved,
            self.rows,
            self.written,
            self.behind,
            self.coming,
            self.findings.stop,
            self.findings.warn,
            self.finding.map(FindingCode::name),
            self.second_look,
            withdrawal,
            exported,
            self.since.map(Timestamp::as_millisecond),
            self.person,
        ])?;
        Ok(())
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Facts> {
    let withdrawal = match row.get_ref(14)?.as_str_or_null()? {
        Some("held") => Some(WithdrawalKind::Held),
        Some(_) => Some(WithdrawalKind::Withdrawn),
        None => None,
    };
    let exported = match row.get_ref(15)?.as_str()? {
        "exported" => Publication::Exported,
        "outdated" => Publication::Outdated,
        _ => Publication::Never,
    };
    let editorial = Editorial::from_name(row.get_ref(2)?.as_str()?);
    let since = match row.get_ref(16)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(instant_column(row, 16)?),
    };
    Ok(Facts {
        language: language_column(row, 0)?,
        headline: row.get(1)?,
        editorial: editorial.unwrap_or(Editorial::NotStarted),
        revision: row.get(3)?,
        approved_revision: row.get(4)?,
        once_approved: row.get(5)?,
        rows: row.get(6)?,
        written: row.get(7)?,
        behind: row.get(8)?,
        coming: row.get(9)?,
        findings: FindingCounts { stop: row.get(10)?, warn: row.get(11)? },
        finding: row.get_ref(12)?.as_str_or_null()?.and_then(FindingCode::from_name),
        second_look: row.get(13)?,
        withdrawal,
        exported,
        since,
        person: row.get(17)?,
    })
}
