//! Putting a text into a draft. What stands there and is in no revision is not lost.

use rusqlite::{Connection, params};

use super::due::{Hand, is_due};
use super::{Draft, Saved, get};
use crate::Result;
use crate::edition::{self, Edition, EditionText};
use crate::id::{ContentHash, RevisionId, SittingId};
use crate::revision::{self, Cut, Reason, Revision, Told, Writer};
use crate::transact::Tx;

/// A text that is to be the draft.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Putting<'a> {
    /// Normalised.
    pub(crate) text: &'a EditionText,
    pub(crate) based_on: u64,
    /// The revision of the followed edition that its writer saw.
    pub(crate) seen: Option<RevisionId>,
    pub(crate) sitting: Option<SittingId>,
    /// What is known of the text's blocks besides what weaving finds out.
    pub(crate) told: &'a [Told],
}

/// Makes a text the draft, unless the draft is another by now than the one that the text is based
/// on; with a reason also cuts a revision of it.
pub(crate) fn put(
    tx: &Tx<'_>,
    edition: Edition,
    putting: &Putting<'_>,
    cut: Option<Reason>,
) -> Result<Saved> {
    let Putting { text, based_on, seen, sitting, told } = *putting;
    let content = text.content_hash(edition.language);
    let current = get(tx, edition.id)?;
    if current.content == Some(content) || current.content.is_none() && text.is_empty() {
        return Ok(Saved::Unchanged { save: current.save });
    }
    let writer = Writer { person: tx.act.by, reason: cut.unwrap_or(Reason::Write), seen };
    if current.save != based_on {
        let kept = revision::keep_aside(tx, &edition, text, writer)?.number;
        tx.changed(edition.story, Some(edition.id))?;
        return Ok(Saved::Conflict { save: current.save, kept });
    }
    let hand = Hand { person: tx.act.by, sitting, at: tx.act.at };
    let (edition, mut made) = match cut.is_some() || is_due(&current, text, hand) {
        true => cut_pending(tx, edition)?,
        false => (edition, None),
    };
    let uncut_since = match cut.is_some() || is_head(tx, &edition, content)? {
        true => None,
        false => Some(pending_since(tx, &edition, &current)?.unwrap_or(tx.act.at)),
    };
    let save = current.save + 1;
    tx.prepare_cached(include_str!("store.sql"))?.execute(params![
        edition.id,
        save,
        content,
        text.headline,
        text.lead,
        text.body,
        edition::variants_json(text),
        seen,
        tx.act.by,
        tx.act.at.as_millisecond(),
        sitting,
        uncut_since.map(|since| since.as_millisecond()),
    ])?;
    if cut.is_some() {
        made = revision::cut_told(tx, &edition, text, writer, told)?;
    }
    tx.changed(edition.story, Some(edition.id))?;
    Ok(Saved::Saved { save, revision: made.map(|cut| cut.number) })
}

/// Makes the text of a revision the draft, in the name of whoever wrote it.
pub(crate) fn adopt(
    tx: &Tx<'_>,
    edition: &Edition,
    text: &EditionText,
    revision: &Revision,
) -> Result<()> {
    let save = get(tx, edition.id)?.save + 1;
    tx.prepare_cached(include_str!("store.sql"))?.execute(params![
        edition.id,
        save,
        revision.content,
        text.headline,
        text.lead,
        text.body,
        edition::variants_json(text),
        revision.seen,
        revision.person,
        tx.act.at.as_millisecond(),
        None::<SittingId>,
        None::<i64>,
    ])?;
    tx.changed(edition.story, Some(edition.id))
}

/// Cuts a revision of what stands in the draft and in no revision yet. Returns the edition as it
/// is then.
pub(crate) fn cut_pending(tx: &Tx<'_>, edition: Edition) -> Result<(Edition, Option<Cut>)> {
    let draft = get(tx, edition.id)?;
    let Some(person) = draft.person else { return Ok((edition, None)) };
    let writer = Writer { person, reason: Reason::Write, seen: draft.seen };
    let cut = revision::cut(tx, &edition, &draft.text, writer)?;
    tx.prepare_cached("UPDATE draft SET uncut_since = NULL WHERE edition = ?")?
        .execute([edition.id])?;
    Ok((Edition::of(tx, edition.story, edition.language)?, cut))
}

/// Whether this is what the newest revision of the draft's line says.
fn is_head(sql: &Connection, edition: &Edition, content: ContentHash) -> Result<bool> {
    match edition.head {
        Some(head) => Ok(Revision::get(sql, head)?.content == content),
        None => Ok(false),
    }
}

/// Since when something has stood in the draft that is in no revision.
fn pending_since(
    sql: &Connection,
    edition: &Edition,
    draft: &Draft,
) -> Result<Option<jiff::Timestamp>> {
    let Some(content) = draft.content else { return Ok(None) };
    match is_head(sql, edition, content)? {
        true => Ok(None),
        false => Ok(draft.uncut_since.or(draft.at)),
    }
}
