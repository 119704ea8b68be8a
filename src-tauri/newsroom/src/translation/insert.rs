//! Putting a row's missing block into the translation.

use shpalta_language::Language;
use shpalta_text::insert::{self, Body, Inserted, Inserting, Obstacle};
use shpalta_text::{Block, Field, normalise};

use crate::act::Act;
use crate::draft::{self, Putting, Saved};
use crate::edition::{Edition, EditionText};
use crate::error::Error;
use crate::id::{SittingId, StoryId};
use crate::revision::{Reason, Stand, Told};
use crate::status::Picture;
use crate::{Newsroom, Result};

/// A row whose block is to be put into the translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsertRow<'a> {
    pub story: StoryId,
    pub language: Language,
    /// Counted from 1.
    pub row: usize,
    /// None: the original's own words, which then wait for their translation.
    pub words: Option<&'a str>,
    /// The draft's save counter that the rows were looked at with.
    pub based_on: u64,
    /// The number of the followed edition's revision that was looked at; none: its newest.
    pub seen: Option<u32>,
    pub sitting: Option<SittingId>,
}

impl Newsroom {
    /// Puts a missing row's words into the translation: at the row's place, in the shape that the
    /// block has in the original; the rest of the text keeps its bytes. A revision is cut, so that
    /// the new block is known to stand for that block of the original and for no other. An image
    /// brings its address; its alt text and caption are put into the image, or bring it along; a
    /// table comes as a whole.
    ///
    /// # Errors
    /// [`Error::TextChanged`] when the draft is another by now, [`Error::NoRow`],
    /// [`Error::NotInserted`], [`Error::IsOriginal`], [`Error::NotAllowed`],
    /// [`Error::NoRevision`].
    pub fn insert_row(&mut self, act: &Act, insert: &InsertRow<'_>) -> Result<Saved> {
        self.transact(act, "insert", |tx| {
            let edition = Edition::of(tx, insert.story, insert.language)?;
            tx.person.must_write(edition.language)?;
            let followed = edition.followed(tx)?;
            let seen = draft::seen_revision(tx, &edition, insert.seen)?;
            if draft::get(tx, edition.id)?.save != insert.based_on {
                return Err(Error::TextChanged);
            }
            let (edition, _) = draft::cut_pending(tx, edition)?;
            let picture = Picture::of(tx, edition.clone())?;
            let original = Stand::load(tx, followed.language, picture.reference.revision)?;
            let (text, told) = grown(&picture, &original, insert)?;
            let putting = Putting {
                text: &text,
                based_on: insert.based_on,
                seen,
                sitting: insert.sitting,
                told: &told,
            };
            draft::put(tx, edition, &putting, Some(Reason::Write))
        })
    }
}

/// The text with the row's block, and which of its blocks are new.
fn grown(
    picture: &Picture,
    original: &Stand,
    insert: &InsertRow<'_>,
) -> Result<(EditionText, Vec<Told>)> {
    let rows = &picture.rows.matched;
    let row = insert.row.checked_sub(1).filter(|at| *at < rows.len());
    let row = row.ok_or(Error::NoRow(insert.row))?;
    let refused = |obstacle| Error::NotInserted { row: insert.row, obstacle };
    let [at] = rows[row].originals[..] else { return Err(refused(Obstacle::Taken)) };
    if rows[row].block.is_some() {
        return Err(refused(Obstacle::Taken));
    }
    let mut text = picture.stand.text.clone();
    let block = &original.blocks[at];
    let (first, originals) = match block.field {
        Field::Headline => (0, in_line(&mut text.headline, block, insert.words).map(|()| vec![at])),
        Field::Lead => {
            let first = usize::from(!text.headline.is_empty());
            (first, in_line(&mut text.lead, block, insert.words).map(|()| vec![at]))
        }
        Field::Body => {
            let inserted = in_body(picture, original, row, at, insert.words).map_err(refused)?;
            let ahead = ahead_of_body(&picture.stand);
            text.body = inserted.text;
            let lines = ahead_of_body(original);
            let originals = inserted.originals.into_iter().map(|at| at + lines).collect();
            (ahead + inserted.first, Ok(originals))
        }
    };
    let originals: Vec<usize> = originals.map_err(refused)?;
    let told = (first..)
        .zip(originals)
        .map(|(at, original)| Told { at, original: picture.reference.blocks[original].id });
    let told = told.collect();
    // Markdown that is put together from two normalised texts is normalised but for its letters.
    Ok((text.normalised(), told))
}

fn in_line(line: &mut String, block: &Block, words: Option<&str>) -> Result<(), Obstacle> {
    if !line.is_empty() {
        return Err(Obstacle::Taken);
    }
    *line = normalise::line(words.unwrap_or(&block.text));
    if line.is_empty() { Err(Obstacle::Shape) } else { Ok(()) }
}

/// How many blocks stand before the body's.
fn ahead_of_body(stand: &Stand) -> usize {
    stand.blocks.iter().filter(|block| block.field != Field::Body).count()
}

fn in_body(
    picture: &Picture,
    original: &Stand,
    row: usize,
    at: usize,
    words: Option<&str>,
) -> Result<Inserted, Obstacle> {
    let rows = &picture.rows.matched;
    let (ahead, lines) = (ahead_of_body(&picture.stand), ahead_of_body(original));
    let in_body = |block: usize| block.checked_sub(ahead);
    let mut pairs = vec![None; original.blocks.len() - lines];
    for row in rows {
        let ours = row.block.and_then(in_body);
        for theirs in row.originals.iter().filter_map(|at| at.checked_sub(lines)) {
            pairs[theirs] = pairs[theirs].or(ours);
        }
    }
    let before = rows[..row].iter().rev().find_map(|row| row.block);
    let words = words.map(normalise::body);
    let inserting = Inserting {
        original: Body { text: &original.text.body, blocks: &original.blocks[lines..] },
        at: at.checked_sub(lines).ok_or(Obstacle::Shape)?,
        pairs: &pairs,
        after: before.and_then(in_body),
        words: words.as_deref(),
    };
    let blocks = &picture.stand.blocks[ahead..];
    insert::insert(Body { text: &picture.stand.text.body, blocks }, &inserting)
}
