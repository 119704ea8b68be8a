//! What a parcel brings that is not here yet. Reads only.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};
use shpalta_language::Language;

use super::contents::{BasisPart, Contents, DecisionPart, EditionPart, RevisionPart};
use crate::Result;
use crate::edition::language_column;
use crate::error::Contradiction;
use crate::id::{BlockId, ContentHash, DeviceId, EditionId, LogHash, RevisionId, StoryId};

/// What there is to be taken in.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Whether the story is not here yet.
    pub(super) is_new_story: bool,
    pub(super) editions: Vec<EditionPlan<'a>>,
    pub(super) decisions: Vec<&'a DecisionPart>,
}

/// What there is to be taken in of an edition.
#[derive(Debug)]
pub(super) struct EditionPlan<'a> {
    pub(super) part: &'a EditionPart,
    pub(super) revisions: Vec<&'a RevisionPart>,
    pub(super) links: Vec<(BlockId, BlockId)>,
    /// Places of the bases that are new.
    pub(super) bases: BTreeSet<usize>,
}

/// Why nothing can be taken in: it says otherwise of what is here, too.
pub(super) type Contradicted<T> = std::result::Result<T, Contradiction>;

/// Finds out what is new. `device` is this newsroom's own.
pub(super) fn plan<'a>(
    sql: &Connection,
    contents: &'a Contents,
    device: Option<DeviceId>,
) -> Result<Contradicted<Plan<'a>>> {
    let story = contents.story.id;
    let known = sql.prepare_cached("SELECT 1 FROM story WHERE id = ?")?.exists([story])?;
    let mut editions = Vec::new();
    for part in &contents.editions {
        if known_edition(sql, part.id)? != known.then_some((story, part.language))
            || known != is_edition_of(sql, story, part)?
        {
            return Ok(Err(Contradiction::Known));
        }
        match edition_plan(sql, part)? {
            Ok(plan) => editions.push(plan),
            Err(contradiction) => return Ok(Err(contradiction)),
        }
    }
    Ok(decisions(sql, &contents.decisions, device)?.map(|decisions| Plan {
        is_new_story: !known,
        editions,
        decisions,
    }))
}

fn known_edition(sql: &Connection, id: EditionId) -> Result<Option<(StoryId, Language)>> {
    let mut query = sql.prepare_cached("SELECT story, language FROM edition WHERE id = ?")?;
    let known = query.query_row([id], |row| Ok((row.get(0)?, language_column(row, 1)?)));
    Ok(known.optional()?)
}

/// Whether an edition is the one that the story has in its language.
fn is_edition_of(sql: &Connection, story: StoryId, part: &EditionPart) -> Result<bool> {
    let query = "SELECT 1 FROM edition WHERE story = ? AND language = ? AND id = ?";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.exists(params![story, part.language.code(), part.id])?)
}

fn edition_plan<'a>(
    sql: &Connection,
    part: &'a EditionPart,
) -> Result<Contradicted<EditionPlan<'a>>> {
    let mut revisions = Vec::new();
    for revision in &part.revisions {
        match known_revision(sql, revision.id)? {
            None => revisions.push(revision),
            Some(known) if known == (part.id, revision.content, revision.parent) => {}
            Some(_) => return Ok(Err(Contradiction::Known)),
        }
    }
    let mut links = Vec::new();
    let query = "SELECT 1 FROM link WHERE edition = ? AND block = ? AND original = ?";
    let mut link = sql.prepare_cached(query)?;
    for (block, original) in &part.links {
        if !link.exists(params![part.id, block, original])? {
            links.push((*block, *original));
        }
    }
    let mut bases = BTreeSet::new();
    for (at, basis) in part.bases.iter().enumerate() {
        if basis_position(sql, part.id, basis)?.is_none() {
            bases.insert(at);
        }
    }
    Ok(Ok(EditionPlan { part, revisions, links, bases }))
}

type KnownRevision = (EditionId, ContentHash, Option<RevisionId>);

fn known_revision(sql: &Connection, id: RevisionId) -> Result<Option<KnownRevision>> {
    let query = "SELECT edition, content_hash, parent FROM revision WHERE id = ?";
    let mut query = sql.prepare_cached(query)?;
    let known = query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    Ok(known.optional()?)
}

/// The position here of a basis that says the same.
pub(super) fn basis_position(
    sql: &Connection,
    edition: EditionId,
    basis: &BasisPart,
) -> Result<Option<i64>> {
    let mut query = sql.prepare_cached(include_str!("basis.sql"))?;
    let position = query.query_row(
        params![
            edition,
            basis.translation,
            basis.original_bytes(),
            basis.original_revision,
            basis.kind,
            basis.reason,
            basis.person,
            basis.at,
        ],
        |row| row.get(0),
    );
    Ok(position.optional()?)
}

/// The decisions that are not here yet. All that this device decided is here; where a chain that is
/// here goes on otherwise, somebody made two of one device.
fn decisions<'a>(
    sql: &Connection,
    all: &'a [DecisionPart],
    own: Option<DeviceId>,
) -> Result<Contradicted<Vec<&'a DecisionPart>>> {
    let mut new = Vec::new();
    for decision in all {
        let DecisionPart { device, seq, prev, hash, .. } = decision;
        let [before, same, after] = [
            seq.checked_sub(1).map_or(Ok(None), |seq| chained(sql, *device, seq))?,
            chained(sql, *device, *seq)?,
            chained(sql, *device, seq.saturating_add(1))?,
        ];
        match same {
            Some((_, known)) if known == *hash => continue,
            Some(_) => return Ok(Err(Contradiction::Chain)),
            None => {}
        }
        let follows = before.is_none_or(|(_, hash)| hash == *prev);
        let leads_on = after.is_none_or(|(prev, _)| prev == *hash);
        if !follows || !leads_on || own == Some(*device) {
            return Ok(Err(Contradiction::Chain));
        }
        new.push(decision);
    }
    Ok(Ok(new))
}

/// The hash before a row of a chain, and its own.
fn chained(sql: &Connection, device: DeviceId, seq: u64) -> Result<Option<(LogHash, LogHash)>> {
    let query = "SELECT prev, hash FROM log WHERE device = ? AND device_seq = ?";
    let mut query = sql.prepare_cached(query)?;
    let row = query.query_row(params![device, seq], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(row.optional()?)
}

impl Plan<'_> {
    /// Whether it brings nothing.
    pub(super) fn is_empty(&self) -> bool {
        let brings_none = |edition: &EditionPlan<'_>| {
            edition.revisions.is_empty() && edition.links.is_empty() && edition.bases.is_empty()
        };
        !self.is_new_story && self.decisions.is_empty() && self.editions.iter().all(brings_none)
    }
}
