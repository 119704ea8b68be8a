//! Taking in what a parcel brings: one transaction.

use std::collections::{BTreeMap, HashMap};

use rusqlite::params;
use sha2::{Digest, Sha256};
use shpalta_text::{BlockKind, Field};

use super::contents::{Contents, EditionPart, MediaPart, RevisionPart, TextPart, WordingPart};
use super::details::{self, Filled};
use super::line::Lines;
use super::plan::{self, EditionPlan, Plan};
use super::{Differing, Taken, TakenRevision, lines};
use crate::Result;
use crate::decision::DecisionKind;
use crate::draft;
use crate::edition::{self, Edition};
use crate::error::{Error, Expected};
use crate::id::{ContentHash, LogHash, RevisionId};
use crate::log::{self, Entry, Recorded};
use crate::media::{self, Image, care};
use crate::revision::Revision;
use crate::story;
use crate::transact::Tx;

/// Takes in what is new. `photos` are the images of the parcel that are in their places by now.
pub(super) fn take(
    tx: &Tx<'_>,
    contents: &Contents,
    plan: &Plan<'_>,
    photos: &[Image],
    digest: LogHash,
) -> Result<Taken> {
    tx.person.must_be_on_staff()?;
    for edition in plan.editions.iter().filter(|edition| !edition.revisions.is_empty()) {
        tx.person.must_write(edition.part.language)?;
    }
    // A revision may name one that comes later.
    tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let people = super::people::enter(tx, contents)?;
    let parcel = log_parcel(tx, contents, plan, digest)?;
    log_decisions(tx, plan, parcel)?;
    match plan.is_new_story {
        true => details::enter(tx, contents)?,
        false => cut_pending(tx, contents, plan)?,
    }
    let Filled { differing_details, .. } = details::fill(tx, contents)?;
    contents.texts.iter().try_for_each(|text| store_text(tx, text, parcel))?;
    let mut taken = Taken {
        story: story::get(tx, contents.story.id)?.slug,
        is_new: plan.is_new_story,
        decisions: plan.decisions.len(),
        media: photos.len(),
        people,
        differing_details,
        ..Taken::default()
    };
    for edition in &plan.editions {
        taken.revisions.extend(store_edition(tx, contents, edition)?);
    }
    for edition in &plan.editions {
        taken.differing.extend(go_on(tx, contents, edition.part)?);
    }
    for photo in photos {
        let part = contents.media.iter().find(|part| part.hash == photo.hash);
        part.map_or(Ok(()), |part| enter_photo(tx, photo, part))?;
    }
    merge_care(tx, contents)?;
    tx.changed(contents.story.id, None)?;
    Ok(taken)
}

fn enter_photo(tx: &Tx<'_>, photo: &Image, part: &MediaPart) -> Result<()> {
    let name = shpalta_text::normalise::line(&part.file_name);
    let credit = part.credit.iter();
    let credit = credit.map(|(language, text)| (*language, shpalta_text::normalise::line(text)));
    media::enter(tx, photo, &name, &credit.collect())
}

/// What is said elsewhere of photos that are here counts where it is more careful.
fn merge_care(tx: &Tx<'_>, contents: &Contents) -> Result<()> {
    for part in &contents.media {
        let Some(ours) = media::find(tx, part.hash)? else { continue };
        let together = ours.care.with(&part.care);
        if together != ours.care {
            care::store(tx, part.hash, &together)?;
            media::follow(tx, part.hash)?;
        }
    }
    Ok(())
}

/// Answers that nothing is new, once the story has the details that it lacked.
pub(super) fn nothing(tx: &Tx<'_>, contents: &Contents) -> Result<Taken> {
    tx.person.must_be_on_staff()?;
    merge_care(tx, contents)?;
    let story = contents.story.id;
    let Filled { any, differing_details } = details::fill(tx, contents)?;
    if any {
        tx.changed(story, None)?;
    }
    let differing = super::differing(tx, story)?;
    let slug = story::get(tx, story)?.slug;
    Ok(Taken { story: slug, differing, differing_details, ..Taken::default() })
}

/// Logs that the parcel is taken in; `verify` finds out by it when a decision of it is lost.
fn log_parcel(tx: &Tx<'_>, contents: &Contents, plan: &Plan<'_>, digest: LogHash) -> Result<i64> {
    let mut entry = Entry::of(DecisionKind::Parcel)
        .with("parcel", digest.to_string())
        .with("newsroom", contents.newsroom.clone())
        .with("decisions", decisions_hash(plan.decisions.iter().map(|one| one.hash)).to_string());
    entry.story = Some(contents.story.id);
    tx.log(entry)
}

/// SHA-256 over the hashes of decisions, whatever their order.
pub(crate) fn decisions_hash(hashes: impl Iterator<Item = LogHash>) -> LogHash {
    let mut hashes: Vec<_> = hashes.collect();
    hashes.sort_unstable();
    let mut hash = Sha256::new();
    hash.update(b"shpalta decisions\0");
    hashes.iter().for_each(|one| hash.update(one.0));
    LogHash(hash.finalize().into())
}

fn log_decisions(tx: &Tx<'_>, plan: &Plan<'_>, parcel: i64) -> Result<()> {
    for decision in &plan.decisions {
        let payload = decision.payload.as_bytes();
        let said = Recorded::read(payload)
            .ok_or_else(|| Error::bad_value("log", &decision.payload, Expected::Json))?;
        tx.log_taken(&said, (decision.prev, decision.hash), payload, parcel)?;
    }
    Ok(())
}

/// What is typed here and in no revision yet must not be replaced.
fn cut_pending(tx: &Tx<'_>, contents: &Contents, plan: &Plan<'_>) -> Result<()> {
    for edition in plan.editions.iter().filter(|edition| !edition.revisions.is_empty()) {
        let edition = Edition::of(tx, contents.story.id, edition.part.language)?;
        draft::cut_pending(tx, edition)?;
    }
    Ok(())
}

/// Words that were erased here stay erased; those that were erased there are none here either,
/// unless they are here already: to erase them is this newsroom's decision.
fn store_text(tx: &Tx<'_>, part: &TextPart, parcel: i64) -> Result<()> {
    let erased = match part.text {
        Some(_) => None,
        None => Some(erased_by(tx, part.content)?.unwrap_or(parcel)),
    };
    let text = part.text.clone().unwrap_or_default();
    tx.prepare_cached(include_str!("enter_text.sql"))?.execute(params![
        part.content,
        part.language.code(),
        text.headline,
        text.lead,
        text.body,
        edition::variants_json(&text),
        erased,
    ])?;
    Ok(())
}

fn erased_by(tx: &Tx<'_>, content: ContentHash) -> Result<Option<i64>> {
    let query = "SELECT max(position) FROM log WHERE kind = 'erase' AND content = ?";
    Ok(tx.prepare_cached(query)?.query_row([content], |row| row.get(0))?)
}

fn store_edition(
    tx: &Tx<'_>,
    contents: &Contents,
    plan: &EditionPlan<'_>,
) -> Result<Vec<TakenRevision>> {
    let part = plan.part;
    let texts: HashMap<_, _> = contents.texts.iter().map(|text| (text.content, text)).collect();
    store_wordings(tx, part)?;
    let mut taken = Vec::new();
    for revision in &plan.revisions {
        let number = store_revision(tx, part, revision)?;
        let text = texts.get(&revision.content).and_then(|text| text.text.as_ref());
        store_blocks(tx, part, revision, text)?;
        taken.push(TakenRevision { language: part.language, number });
    }
    for (block, original) in &plan.links {
        crate::translation::link::insert(tx, part.id, *block, *original)?;
    }
    store_bases(tx, plan)?;
    Ok(taken)
}

/// They are seen again now, in the order in which they were seen there.
fn store_wordings(tx: &Tx<'_>, part: &EditionPart) -> Result<()> {
    let query = "SELECT coalesce(max(recency), 0) FROM wording WHERE edition = ?";
    let last: i64 = tx.prepare_cached(query)?.query_row([part.id], |row| row.get(0))?;
    let mut insert = tx.prepare_cached(include_str!("enter_wording.sql"))?;
    for (WordingPart(block, kind, hash), after) in part.wordings.iter().zip(1_i64..) {
        insert.execute(params![part.id, block, hash, kind.name(), last + after])?;
    }
    Ok(())
}

/// Keeps the number that a revision had where that is free and larger than all others.
fn store_revision(tx: &Tx<'_>, part: &EditionPart, revision: &RevisionPart) -> Result<u32> {
    let query = "SELECT coalesce(max(number), 0) FROM revision WHERE edition = ?";
    let last: u32 = tx.prepare_cached(query)?.query_row([part.id], |row| row.get(0))?;
    let number = revision.number.max(last + 1);
    tx.prepare_cached(include_str!("enter_revision.sql"))?.execute(params![
        revision.id,
        part.id,
        number,
        revision.parent,
        revision.merged,
        revision.content,
        revision.person,
        revision.at,
        revision.device,
        revision.reason,
        revision.seen,
        log::position(tx)?,
    ])?;
    Ok(number)
}

/// The places of blocks follow from the text; those of erased words are lost with them.
fn store_blocks(
    tx: &Tx<'_>,
    part: &EditionPart,
    revision: &RevisionPart,
    text: Option<&edition::EditionText>,
) -> Result<()> {
    let cut = text.map(|text| text.blocks(part.language)).unwrap_or_default();
    let mut insert = tx.prepare_cached("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?;
    for (ordinal, place) in revision.blocks.iter().enumerate() {
        let Some(WordingPart(block, kind, hash)) = part.wordings.get(*place) else { continue };
        let (field, span) = match cut.get(ordinal) {
            Some(cut) => (cut.field, cut.span.clone()),
            None => (field_of(*kind), 0..0),
        };
        let (start, end) = (span.start, span.end);
        let field = field.name();
        insert.execute(params![
            revision.id,
            ordinal,
            block,
            kind.name(),
            hash,
            field,
            start,
            end
        ])?;
    }
    let mut insert = tx.prepare_cached("INSERT OR IGNORE INTO absorbed VALUES (?, ?, ?)")?;
    for (block, into) in &revision.absorbed {
        insert.execute(params![revision.id, block, into])?;
    }
    Ok(())
}

fn field_of(kind: BlockKind) -> Field {
    match kind {
        BlockKind::Headline => Field::Headline,
        BlockKind::Lead => Field::Lead,
        _ => Field::Body,
    }
}

/// Whoever made a basis elsewhere nods to nothing here.
fn store_bases(tx: &Tx<'_>, plan: &EditionPlan<'_>) -> Result<()> {
    let mut positions: BTreeMap<usize, i64> = BTreeMap::new();
    let log = log::position(tx)?;
    for (at, basis) in plan.part.bases.iter().enumerate() {
        if !plan.bases.contains(&at) {
            let known = plan::basis_position(tx, plan.part.id, basis)?;
            positions.extend(known.map(|known| (at, known)));
            continue;
        }
        tx.prepare_cached(include_str!("enter_basis.sql"))?.execute(params![
            plan.part.id,
            basis.translation,
            basis.original_bytes(),
            basis.original_revision,
            basis.kind,
            basis.since.and_then(|since| positions.get(&since)),
            basis.reason,
            basis.person,
            basis.at,
            log,
        ])?;
        positions.insert(at, tx.last_insert_rowid());
    }
    Ok(())
}

/// Has the draft go on where theirs went on from ours. Where both went on, ours stays and theirs
/// stands beside it.
fn go_on(tx: &Tx<'_>, contents: &Contents, part: &EditionPart) -> Result<Option<Differing>> {
    let Some(theirs) = part.head else { return Ok(None) };
    let edition = Edition::of(tx, contents.story.id, part.language)?;
    let lines = lines(tx, part.id)?;
    let is_worded = !crate::erase::is_erased(tx, Revision::get(tx, theirs)?.content)?;
    match edition.head {
        Some(ours) if lines.goes_on(ours, theirs) => Ok(None),
        Some(ours) if !is_worded || !lines.goes_on(theirs, ours) => {
            differing(&lines, &edition, ours, theirs).map(Some)
        }
        None if !is_worded => Ok(None),
        _ => {
            adopt(tx, &edition, theirs)?;
            Ok(None)
        }
    }
}

fn differing(
    lines: &Lines,
    edition: &Edition,
    ours: RevisionId,
    theirs: RevisionId,
) -> Result<Differing> {
    let number = |id| lines.get(id).map_or(0, |link| link.number);
    Ok(Differing {
        language: edition.language,
        base: lines.base(ours, theirs).map(number),
        ours: number(ours),
        theirs: number(theirs),
    })
}

/// Makes a revision that came in the newest of the draft's line.
fn adopt(tx: &Tx<'_>, edition: &Edition, head: RevisionId) -> Result<()> {
    let revision = Revision::get(tx, head)?;
    let text = edition::text(tx, revision.content)?;
    tx.prepare_cached("UPDATE edition SET head = ? WHERE id = ?")?
        .execute(params![head, edition.id])?;
    draft::adopt(tx, edition, &text, &revision)?;
    edition::follow_headline(tx, edition, &text.headline)
}
