//! Tags: which filters of the board list a story, and for which of its languages. Pure, but for
//! storing them.

use std::collections::BTreeMap;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params};
use shpalta_language::Language;
use uuid::Uuid;

use super::facts::Facts;
use super::pill::Pill;
use crate::Result;
use crate::id::PersonId;
use crate::publication::WithdrawalKind;
use crate::status::Editorial;

/// What a tag says of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// It is a story.
    All,
    /// Work is left in an edition with text, or its original is still to be written.
    Open,
    /// The pill of an edition says "behind".
    Behind,
    /// The pill of an edition says "in review".
    Review,
    /// The page of an edition is a notice.
    Withdrawn,
    /// The original waits for whoever began the story or wrote in it last.
    Write,
    /// A translation waits for a translator.
    Translate,
    /// An edition waits for an editor's decision.
    Approve,
    /// The same, under whoever submitted it: they may not decide.
    Submitted,
    /// The approved text would go out, were it not for an embargo.
    Ready,
}

impl Kind {
    const ALL: [Self; 10] = [
        Self::All,
        Self::Open,
        Self::Behind,
        Self::Review,
        Self::Withdrawn,
        Self::Write,
        Self::Translate,
        Self::Approve,
        Self::Submitted,
        Self::Ready,
    ];

    /// The kind's name, as stored.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Behind => "behind",
            Self::Review => "review",
            Self::Withdrawn => "withdrawn",
            Self::Write => "write",
            Self::Translate => "translate",
            Self::Approve => "approve",
            Self::Submitted => "submitted",
            Self::Ready => "ready",
        }
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or(FromSqlError::InvalidType)
    }
}

/// Whose a tag is that is nobody's in particular.
pub(super) const NOBODY: PersonId = PersonId(Uuid::nil());

/// A set of languages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Languages(u8);

impl Languages {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(7);

    pub(super) fn of(all: impl IntoIterator<Item = Language>) -> Self {
        all.into_iter().fold(Self::NONE, Self::with)
    }

    fn with(self, language: Language) -> Self {
        let bit = match language {
            Language::Uk => 1,
            Language::En => 2,
            Language::Ru => 4,
        };
        Self(self.0 | bit)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self == Self::NONE
    }

    pub(super) fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}

impl ToSql for Languages {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(i64::from(self.0).into())
    }
}

impl FromSql for Languages {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u8::column_result(value).map(Self)
    }
}

/// A story's tags.
pub(super) type Tags = BTreeMap<(Kind, PersonId), Languages>;

/// An edition with what its tags follow from.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    pub(super) facts: Facts,
    /// The language of the edition that it follows; none for the original.
    pub(super) follows: Option<Language>,
    /// Who saved the draft last.
    pub(super) writer: Option<PersonId>,
    /// Who submitted the text that waits for a decision.
    pub(super) submitter: Option<PersonId>,
    /// Whether its approved text would go out, were it not for an embargo.
    pub(super) ready: bool,
}

/// The tags of a story that `begun_by` began.
pub(super) fn tags(begun_by: PersonId, editions: &[Standing]) -> Tags {
    let mut tags = Tags::from([((Kind::All, NOBODY), Languages::ALL)]);
    for edition in editions {
        let language = edition.facts.language;
        for key in keys(begun_by, edition, editions) {
            let languages = tags.entry(key).or_default();
            *languages = languages.with(language);
        }
    }
    tags
}

fn keys(begun_by: PersonId, edition: &Standing, all: &[Standing]) -> Vec<(Kind, PersonId)> {
    let facts = &edition.facts;
    let pill = facts.pill();
    let mut keys = Vec::new();
    let everybodys = [
        (Kind::Open, is_open(edition, pill)),
        (Kind::Behind, matches!(pill, Pill::Behind { .. })),
        (Kind::Review, pill == Pill::InReview),
        (Kind::Withdrawn, facts.withdrawal.is_some()),
        (Kind::Approve, facts.editorial == Editorial::InReview),
        (Kind::Ready, edition.ready),
        (Kind::Translate, waits_for_a_hand(facts) && can_be_translated(edition, all)),
    ];
    keys.extend(everybodys.iter().filter(|(_, holds)| *holds).map(|(kind, _)| (*kind, NOBODY)));
    if facts.editorial == Editorial::InReview {
        keys.extend(edition.submitter.map(|person| (Kind::Submitted, person)));
    }
    if edition.follows.is_none() && waits_for_a_hand(facts) {
        keys.push((Kind::Write, begun_by));
        keys.extend(edition.writer.map(|person| (Kind::Write, person)));
    }
    keys
}

/// A page that is out as approved, one withdrawn for good, and a translation that nobody began
/// leave nothing to do; an original that nobody wrote does.
fn is_open(edition: &Standing, pill: Pill) -> bool {
    match pill {
        Pill::Withdrawn | Pill::Exported => false,
        Pill::NotStarted => edition.follows.is_none(),
        Pill::Held
        | Pill::Returned
        | Pill::DraftPart { .. }
        | Pill::Errors { .. }
        | Pill::Behind { .. }
        | Pill::InReview
        | Pill::Draft
        | Pill::NewerText
        | Pill::Approved => true,
    }
}

/// Whether the next step is a writer's or translator's. What is withdrawn for good waits for
/// nobody; what is held may be what has to be mended.
fn waits_for_a_hand(facts: &Facts) -> bool {
    let unfinished = match facts.editorial {
        Editorial::NotStarted | Editorial::Draft | Editorial::Returned => true,
        Editorial::InReview | Editorial::Approved => false,
    };
    facts.withdrawal != Some(WithdrawalKind::Withdrawn)
        && (unfinished || facts.findings.stop > 0 || facts.behind > 0)
}

fn can_be_translated(edition: &Standing, all: &[Standing]) -> bool {
    edition.follows.is_some_and(|followed| {
        let followed = all.iter().find(|other| other.facts.language == followed);
        followed.is_some_and(|other| other.facts.editorial != Editorial::NotStarted)
    })
}

/// What the cache holds of a story's tags.
pub(super) fn load(sql: &Connection, number: i64) -> Result<Tags> {
    let query = "SELECT kind, person, languages FROM board_tag WHERE story = ?";
    let mut query = sql.prepare_cached(query)?;
    let rows = query.query_map([number], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Stores a story's tags with the position of its last change; what held no longer goes.
pub(super) fn store(sql: &Connection, number: i64, tags: &Tags, changed: i64) -> Result<()> {
    for (kind, person) in load(sql, number)?.keys().filter(|key| !tags.contains_key(key)) {
        sql.prepare_cached("DELETE FROM board_tag WHERE story = ? AND kind = ? AND person = ?")?
            .execute(params![number, kind.name(), person])?;
    }
    let mut store = sql.prepare_cached(include_str!("tag.sql"))?;
    for ((kind, person), languages) in tags {
        store.execute(params![number, kind.name(), person, languages, changed])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
