//! Gathering what a parcel says of a story.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, Row, params};
use shpalta_language::Language;
use shpalta_text::BlockKind;

use super::contents::{
    BasisPart, Contents, DecisionPart, EditionPart, MediaPart, NamePart, RevisionPart, StoryPart,
    TextPart, WordingPart,
};
use crate::edition::{self, Edition, language_column};
use crate::error::{Error, Expected};
use crate::id::{
    BlockId, ContentHash, DeviceId, MediaHash, NameId, PersonId, RevisionId, StoryId, WordingHash,
};
use crate::{Result, backup, erase, media, names, staff};

/// Reads a story with all that was written and decided. Drafts hold nothing that is in no revision.
pub(super) fn gather(sql: &Connection, story: StoryId) -> Result<Contents> {
    let part = story_part(sql, story)?;
    let mut editions = Vec::new();
    for edition in Edition::all(sql, story)? {
        editions.push(edition_part(sql, &edition)?);
    }
    let decisions = decisions(sql, story)?;
    let people = people(sql, &part, &editions, &decisions)?;
    let devices = devices(sql, &editions, &decisions)?;
    Ok(Contents {
        newsroom: backup::newsroom_id(sql)?,
        names: names_of(sql, &part)?,
        texts: texts(sql, &editions)?,
        media: photos(sql, &editions)?,
        story: part,
        people,
        devices,
        editions,
        decisions: decisions.into_iter().map(|(decision, _)| decision).collect(),
    })
}

fn story_part(sql: &Connection, id: StoryId) -> Result<StoryPart> {
    let list = |query: &str| -> Result<Vec<String>> {
        let mut query = sql.prepare_cached(query)?;
        Ok(query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    };
    let tags = list("SELECT tag FROM story_tag WHERE story = ? ORDER BY ordinal")?;
    let authors = "SELECT author FROM story_author WHERE story = ? ORDER BY ordinal";
    let mut query = sql.prepare_cached(authors)?;
    let authors = query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut query = sql.prepare_cached(include_str!("story.sql"))?;
    let part = query.query_row([id], |row| {
        Ok(StoryPart {
            id,
            slug: row.get(0)?,
            original: language_column(row, 1)?,
            created: row.get(2)?,
            created_by: row.get(3)?,
            place: row.get(4)?,
            source: row.get(5)?,
            day: row.get(6)?,
            instant: row.get(7)?,
            section: row.get(8)?,
            embargo: row.get(9)?,
            views: row.get(10)?,
            authors,
            tags,
        })
    })?;
    Ok(part)
}

fn edition_part(sql: &Connection, edition: &Edition) -> Result<EditionPart> {
    let wordings = wordings(sql, edition)?;
    let places: HashMap<_, _> = wordings.iter().copied().zip(0..).collect();
    let mut query = sql.prepare_cached("SELECT made_from, extra FROM edition WHERE id = ?")?;
    let (made_from, extra): (Option<String>, String) =
        query.query_row([edition.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let unreadable =
        |error: serde_json::Error| Error::bad_value("extra", &error.to_string(), Expected::Json);
    let links = "SELECT block, original FROM link WHERE edition = ? ORDER BY block, original";
    Ok(EditionPart {
        id: edition.id,
        language: edition.language,
        made_from: made_from.as_deref().and_then(Language::from_code),
        address: edition.address.clone(),
        address_given: edition.address_given,
        extra: serde_json::from_str(&extra).map_err(unreadable)?,
        head: edition.head,
        revisions: revisions(sql, edition, &places)?,
        links: pairs(sql, links, params![edition.id])?,
        bases: bases(sql, edition)?,
        wordings,
    })
}

fn pairs(
    sql: &Connection,
    query: &str,
    of: impl rusqlite::Params,
) -> Result<Vec<(BlockId, BlockId)>> {
    let mut query = sql.prepare_cached(query)?;
    let pairs = query.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<Result<_, _>>()?)
}

/// The oldest first, so that whoever takes them in finds the latest ones first, too.
fn wordings(sql: &Connection, edition: &Edition) -> Result<Vec<WordingPart>> {
    let mut query = sql.prepare_cached(include_str!("wordings.sql"))?;
    let rows = query.query_map([edition.id], wording)?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// A block, its kind and its hash from three columns; a kind that nobody knows is none.
fn wording(row: &Row<'_>) -> rusqlite::Result<Option<WordingPart>> {
    let kind = BlockKind::from_name(row.get_ref(1)?.as_str()?);
    let (block, hash) = (row.get(0)?, row.get(2)?);
    Ok(kind.map(|kind| WordingPart(block, kind, hash)))
}

fn revisions(
    sql: &Connection,
    edition: &Edition,
    places: &HashMap<WordingPart, usize>,
) -> Result<Vec<RevisionPart>> {
    let mut query = sql.prepare_cached(include_str!("revisions.sql"))?;
    let rows = query.query_map([edition.id], |row| {
        Ok(RevisionPart {
            id: row.get(0)?,
            number: row.get(1)?,
            parent: row.get(2)?,
            merged: row.get(3)?,
            content: row.get(4)?,
            person: row.get(5)?,
            at: row.get(6)?,
            device: row.get(7)?,
            reason: row.get(8)?,
            seen: row.get(9)?,
            blocks: Vec::new(),
            absorbed: Vec::new(),
        })
    })?;
    let mut revisions = rows.collect::<Result<Vec<_>, _>>()?;
    let blocks = "SELECT block, kind, hash FROM block WHERE revision = ? ORDER BY ordinal";
    let mut blocks = sql.prepare_cached(blocks)?;
    let absorbed = "SELECT block, into_block FROM absorbed WHERE revision = ? ORDER BY block";
    for revision in &mut revisions {
        for block in blocks.query_map([revision.id], wording)? {
            let place = block?.and_then(|block| places.get(&block));
            revision.blocks.extend(place);
        }
        revision.absorbed = pairs(sql, absorbed, params![revision.id])?;
    }
    Ok(revisions)
}

fn bases(sql: &Connection, edition: &Edition) -> Result<Vec<BasisPart>> {
    let mut places: HashMap<i64, usize> = HashMap::new();
    let mut bases = Vec::new();
    let mut query = sql.prepare_cached(include_str!("bases.sql"))?;
    let mut rows = query.query([edition.id])?;
    while let Some(row) = rows.next()? {
        places.insert(row.get(0)?, bases.len());
        let originals: Vec<u8> = row.get(2)?;
        let (originals, _) = originals.as_chunks::<32>();
        let since: Option<i64> = row.get(5)?;
        bases.push(BasisPart {
            translation: row.get::<_, Option<WordingHash>>(1)?,
            originals: originals.iter().copied().map(WordingHash).collect(),
            original_revision: row.get(3)?,
            kind: row.get(4)?,
            since: since.and_then(|since| places.get(&since).copied()),
            reason: row.get(6)?,
            person: row.get(7)?,
            at: row.get(8)?,
        });
    }
    Ok(bases)
}

/// The story's decisions, and who made each. What was taken in here is this newsroom's own affair.
fn decisions(sql: &Connection, story: StoryId) -> Result<Vec<(DecisionPart, PersonId)>> {
    let mut query = sql.prepare_cached(include_str!("decisions.sql"))?;
    let mut rows = query.query([story])?;
    let mut decisions = Vec::new();
    while let Some(row) = rows.next()? {
        let payload = String::from_utf8(row.get(4)?);
        let unreadable = |error: std::string::FromUtf8Error| {
            Error::bad_value("log", &error.to_string(), Expected::Json)
        };
        let decision = DecisionPart {
            device: row.get(0)?,
            seq: row.get(1)?,
            prev: row.get(2)?,
            hash: row.get(3)?,
            payload: payload.map_err(unreadable)?,
        };
        decisions.push((decision, row.get(5)?));
    }
    Ok(decisions)
}

fn people(
    sql: &Connection,
    story: &StoryPart,
    editions: &[EditionPart],
    decisions: &[(DecisionPart, PersonId)],
) -> Result<BTreeMap<PersonId, String>> {
    let mut ids = BTreeSet::from([story.created_by]);
    for edition in editions {
        ids.extend(edition.revisions.iter().map(|revision| revision.person));
        ids.extend(edition.bases.iter().map(|basis| basis.person));
    }
    ids.extend(decisions.iter().map(|(_, person)| person));
    ids.into_iter().map(|id| Ok((id, staff::person(sql, id)?.name))).collect()
}

fn devices(
    sql: &Connection,
    editions: &[EditionPart],
    decisions: &[(DecisionPart, PersonId)],
) -> Result<BTreeMap<DeviceId, i64>> {
    let revisions = editions.iter().flat_map(|edition| &edition.revisions);
    let mut ids: BTreeSet<DeviceId> = revisions.map(|revision| revision.device).collect();
    ids.extend(decisions.iter().map(|(decision, _)| decision.device));
    let mut started = sql.prepare_cached("SELECT started FROM device WHERE id = ?")?;
    ids.into_iter().map(|id| Ok((id, started.query_row([id], |row| row.get(0))?))).collect()
}

fn names_of(sql: &Connection, story: &StoryPart) -> Result<Vec<NamePart>> {
    let ids: BTreeSet<NameId> =
        story.place.into_iter().chain(story.source).chain(story.authors.iter().copied()).collect();
    let part = |id| {
        let entry = names::entry(sql, id)?;
        Ok(NamePart { id, kind: entry.kind, names: entry.names })
    };
    ids.into_iter().map(part).collect()
}

fn texts(sql: &Connection, editions: &[EditionPart]) -> Result<Vec<TextPart>> {
    let mut seen = BTreeSet::new();
    let mut texts = Vec::new();
    for edition in editions {
        for content in edition.revisions.iter().map(|revision| revision.content) {
            if seen.insert(content) {
                texts.push(text(sql, content, edition.language)?);
            }
        }
    }
    Ok(texts)
}

fn text(sql: &Connection, content: ContentHash, language: Language) -> Result<TextPart> {
    let text = match erase::is_erased(sql, content)? {
        true => None,
        false => Some(edition::text(sql, content)?),
    };
    Ok(TextPart { content, language, text })
}

/// The photos of all revisions that the newsroom holds.
fn photos(sql: &Connection, editions: &[EditionPart]) -> Result<Vec<MediaPart>> {
    let ids: Vec<RevisionId> =
        editions.iter().flat_map(|edition| &edition.revisions).map(|one| one.id).collect();
    let mut shown: BTreeSet<MediaHash> = BTreeSet::new();
    for id in ids {
        let revision = crate::revision::Revision::get(sql, id)?;
        let text = edition::text(sql, revision.content)?;
        shown.extend(media::addressed(&text.body));
    }
    let mut photos = Vec::new();
    for hash in shown {
        if let Some(media) = media::find(sql, hash)? {
            let media::Media { file_name, credit, care, .. } = media;
            let care = media::care::Care { checked: None, ..care };
            photos.push(MediaPart { hash, file_name, credit, care });
        }
    }
    Ok(photos)
}
