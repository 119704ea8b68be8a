//! Status: three facts per edition, derived from revisions, bases and the log.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

use crate::decision::{DecisionKind, Verdicts};
use crate::draft::{self, Draft};
use crate::edition::{Edition, Hasher};
use crate::finding::{self, Finding, FindingCode, FindingCounts};
use crate::id::{ContentHash, PairsHash, RevisionId, StoryId};
use crate::log::Entry;
use crate::media::Media;
use crate::publication::{self, WithdrawalKind};
use crate::revision::{self, Revision, Side, Stand};
use crate::story::{self, Story};
use crate::translation::basis::{Bases, Pair};
use crate::translation::link::Links;
use crate::translation::make;
use crate::translation::row::{self, Matched, Numbered, Row};
use crate::{Newsroom, Result};

/// Where an edition stands with its editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Editorial {
    NotStarted,
    Draft,
    InReview,
    Returned,
    Approved,
}

impl Editorial {
    const ALL: [Self; 5] =
        [Self::NotStarted, Self::Draft, Self::InReview, Self::Returned, Self::Approved];

    /// The state of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// The state's name in code and command.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Returned => "returned",
            Self::Approved => "approved",
        }
    }
}

/// Where an edition's page stands on the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Publication {
    Withdrawn,
    Embargoed,
    Never,
    Outdated,
    Exported,
}

/// The status of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionStatus {
    pub editorial: Editorial,
    /// The number of the newest revision of the draft's line; none when there is none.
    pub revision: Option<u32>,
    pub approved_revision: Option<u32>,
    /// Rows that are not fresh.
    pub behind: usize,
    /// Rows that would fall behind if the original's newest revision were approved.
    pub coming: usize,
    /// The rows of a translation; an original has none.
    pub rows: Vec<Row>,
    pub publication: Publication,
    /// The text's own findings, not export's.
    pub findings: FindingCounts,
}

/// The status of a story: all three editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryStatus {
    /// The story's slug.
    pub story: String,
    pub original: Language,
    pub editions: BTreeMap<Language, EditionStatus>,
}

impl Newsroom {
    /// The status of a story at an instant (embargoes depend on it).
    pub fn status(&self, story: StoryId, now: Timestamp) -> Result<StoryStatus> {
        self.read(|sql| {
            let story = story::get(sql, story)?;
            let mut editions = BTreeMap::new();
            for edition in Edition::all(sql, story.id)? {
                let language = edition.language;
                let picture = Picture::of(sql, edition)?;
                editions.insert(language, picture.status(sql, &story, now)?);
            }
            Ok(StoryStatus { story: story.slug, original: story.original, editions })
        })
    }

    /// The findings of an edition's draft.
    pub fn findings(&self, story: StoryId, language: Language) -> Result<Vec<Finding>> {
        self.read(|sql| Ok(Picture::of(sql, Edition::of(sql, story, language)?)?.findings))
    }
}

/// All that the status of an edition follows from.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) edition: Edition,
    pub(crate) draft: Draft,
    /// The draft's text with its blocks, woven as the next revision would be.
    pub(crate) stand: Stand,
    pub(crate) verdicts: Verdicts,
    pub(crate) links: Links,
    pub(crate) bases: Bases,
    /// The followed edition's blocks that count: its approved revision's, else its newest.
    pub(crate) reference: Side,
    /// The followed edition's newest blocks.
    pub(crate) newest: Side,
    pub(crate) rows: Numbered,
    pub(crate) findings: Vec<Finding>,
    pub(crate) media: Vec<Media>,
}

impl Picture {
    /// The edition as its draft stands.
    pub(crate) fn of(sql: &Connection, edition: Edition) -> Result<Self> {
        let draft = draft::get(sql, edition.id)?;
        let mut links = Links::load(sql, edition.id)?;
        let mut bases = Bases::load(sql, edition.id)?;
        let stand = stand(sql, &edition, &draft, &mut links, &mut bases)?;
        Self::put_together(sql, edition, draft, stand, links, bases)
    }

    fn put_together(
        sql: &Connection,
        edition: Edition,
        draft: Draft,
        stand: Stand,
        links: Links,
        bases: Bases,
    ) -> Result<Self> {
        let verdicts = Verdicts::load(sql, edition.id)?;
        let (reference, newest) = followed_sides(sql, &edition)?;
        let rows = match edition.follows {
            Some(_) => row::numbered(&stand.side, &reference, &newest, &links, &bases),
            None => Numbered::default(),
        };
        let media = story::media_of(sql, &stand)?;
        let findings = match stand.text.is_empty() {
            true => Vec::new(),
            false => finding::of_text(edition.language, &stand, &story::held(sql, &stand, &media)?),
        };
        Ok(Self {
            edition,
            draft,
            stand,
            verdicts,
            links,
            bases,
            reference,
            newest,
            rows,
            findings,
            media,
        })
    }

    /// The editorial state: the first that holds.
    pub(crate) fn editorial(&self) -> Editorial {
        let Some(content) = self.draft.content.filter(|_| !self.stand.text.is_empty()) else {
            return Editorial::NotStarted;
        };
        if self.is_approved(content) {
            return Editorial::Approved;
        }
        match &self.verdicts.last {
            Some(last) if last.kind == DecisionKind::Submit && last.content == Some(content) => {
                Editorial::InReview
            }
            Some(last) if last.kind == DecisionKind::Return => Editorial::Returned,
            _ => Editorial::Draft,
        }
    }

    fn is_approved(&self, content: ContentHash) -> bool {
        self.verdicts.approval().is_some_and(|approval| {
            approval.content == Some(content) && self.awaiting_nod(approval.position).is_empty()
        })
    }

    /// Indexes of fresh rows that were not fresh at the approval, nor confirmed since by an editor
    /// of the language.
    fn awaiting_nod(&self, approval: i64) -> Vec<usize> {
        let rows = self.rows.matched.iter().enumerate();
        rows.filter(|(_, row)| row.is_fresh() && !row.is_nodded(&self.bases, approval))
            .map(|(at, _)| at)
            .collect()
    }

    /// The pair that a row would be if the original's newest revision were approved.
    pub(crate) fn newest_pair(&self, row: &Matched) -> Pair {
        let originals = match row.block {
            Some(at) => self.links.originals(&self.stand.side, at, &self.newest),
            None => {
                let ids = row.originals.iter().map(|at| self.reference.blocks[*at].id);
                ids.filter_map(|id| self.newest.resolve(id)).collect()
            }
        };
        let hashes = originals.into_iter().map(|at| self.newest.blocks[at].hash);
        Pair::new(row.pair.translation, hashes)
    }

    /// What somebody looks at who works through the rows: the draft, and for each row the wordings
    /// that it stands against now and would stand against next.
    pub(crate) fn pairs_hash(&self) -> PairsHash {
        let mut hash = Hasher::new("shpalta pairs 1");
        hash.optional(self.draft.content.as_ref().map(|content| content.0.as_slice()));
        for row in &self.rows.matched {
            for pair in [&row.pair, &self.newest_pair(row)] {
                hash.optional(pair.translation.as_ref().map(|hash| hash.0.as_slice()));
                let originals: Vec<_> = pair.originals().iter().flat_map(|hash| hash.0).collect();
                hash.part(&originals);
            }
        }
        PairsHash(hash.finish())
    }

    /// Whether what stands there is in no revision of the draft's line.
    pub(crate) fn is_uncut(&self, sql: &Connection) -> Result<bool> {
        let Some(content) = self.draft.content else { return Ok(false) };
        let head = self.edition.head.map(|head| Revision::get(sql, head)).transpose()?;
        Ok(head.is_none_or(|head| head.content != content))
    }

    /// A decision about this edition's newest revision.
    pub(crate) fn entry(&self, kind: DecisionKind) -> Entry {
        let mut entry = Entry::of(kind);
        entry.story = Some(self.edition.story);
        entry.edition = Some(self.edition.id);
        entry.revision = self.edition.head;
        entry.content = self.draft.content;
        entry
    }

    fn status(&self, sql: &Connection, story: &Story, now: Timestamp) -> Result<EditionStatus> {
        let number = |id| Revision::get(sql, id).map(|revision| revision.number);
        let approved = self.verdicts.approval().and_then(|approval| approval.revision);
        let withdrawal = publication::withdrawal(sql, &self.edition)?.map(|w| w.kind);
        let exported = publication::exported_state(sql, story, &self.edition)?;
        Ok(EditionStatus {
            editorial: self.editorial(),
            revision: self.edition.head.map(number).transpose()?,
            approved_revision: approved.map(number).transpose()?,
            behind: self.rows.behind,
            coming: self.rows.coming,
            rows: self.rows.rows.clone(),
            publication: publication_at(withdrawal, story.embargo, exported, now),
            findings: FindingCounts::of(&self.findings),
        })
    }
}

/// The publication state: the first that holds.
pub(crate) fn publication_at(
    withdrawal: Option<WithdrawalKind>,
    embargo: Option<Timestamp>,
    exported: Publication,
    now: Timestamp,
) -> Publication {
    if withdrawal.is_some() {
        return Publication::Withdrawn;
    }
    if embargo.is_some_and(|until| until > now) {
        return Publication::Embargoed;
    }
    exported
}

/// The draft's text and blocks. What is in no revision yet is woven as the next one would be.
fn stand(
    sql: &Connection,
    edition: &Edition,
    draft: &Draft,
    links: &mut Links,
    bases: &mut Bases,
) -> Result<Stand> {
    let head = Stand::load(sql, edition.language, edition.head)?;
    if draft.content.is_none() || head.text == draft.text {
        return Ok(head);
    }
    // These identities are seen by nobody: the revision that is cut later makes its own.
    let mut number = 0_u128;
    let next_id = || {
        number += 1;
        crate::id::BlockId(uuid::Uuid::from_u128(number))
    };
    let woven = revision::woven(sql, edition, &head, &draft.text, next_id)?;
    if edition.follows.is_some() {
        let made = make::made(sql, edition, &head, &woven, draft.seen)?;
        made.links.iter().for_each(|(block, original)| links.add(*block, *original));
        let nod = match draft.person {
            Some(person) => crate::staff::person(sql, person)?.may_approve(edition.language),
            None => false,
        };
        bases.look_ahead(&made.bases, nod, i64::MAX);
    }
    let blocks = draft.text.blocks(edition.language);
    Ok(Stand { text: draft.text.clone(), side: woven.side, blocks })
}

/// The followed edition's blocks that count, and its newest.
fn followed_sides(sql: &Connection, edition: &Edition) -> Result<(Side, Side)> {
    if edition.follows.is_none() {
        return Ok((Side::default(), Side::default()));
    }
    let followed = edition.followed(sql)?;
    let newest = Side::head(sql, &followed)?;
    let reference = match counting(sql, &followed)? {
        counting if counting == newest.revision => newest.clone(),
        counting => Side::of(sql, counting)?,
    };
    Ok((reference, newest))
}

/// The revision that counts of an edition that others follow.
fn counting(sql: &Connection, followed: &Edition) -> Result<Option<RevisionId>> {
    Ok(Verdicts::load(sql, followed.id)?.approved_revision().or(followed.head))
}

/// Findings of export about the rows of an approved translation against the blocks of the followed
/// edition that count, whatever the drafts say.
pub(crate) fn behind(
    sql: &Connection,
    edition: &Edition,
    approved: &Side,
    reference: &Side,
    approval: i64,
) -> Result<Vec<Finding>> {
    let (links, bases) = (Links::load(sql, edition.id)?, Bases::load(sql, edition.id)?);
    let rows = row::matched(approved, reference, &links, &bases);
    let is_behind = |row: &Matched| !row.is_fresh() || !row.is_nodded(&bases, approval);
    let behind = rows.iter().zip(1..).filter(|(row, _)| is_behind(row));
    Ok(behind.map(|(_, number)| Finding::of_row(FindingCode::Behind, number)).collect())
}
