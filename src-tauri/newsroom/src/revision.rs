//! Revisions: immutable copies of an edition's text, and the blocks that live through them.

mod cut;
mod stands;
mod weave;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use shpalta_language::Language;
use shpalta_text::{Block, BlockHash, BlockKind, Field};

use crate::Result;
use crate::edition::{self, Edition, EditionText};
use crate::erase;
use crate::error::Error;
use crate::id::{BlockId, ContentHash, EditionId, PersonId, RevisionId};

pub(crate) use cut::{Cut, Writer, cut, cut_again, cut_told, keep_aside, woven};
pub(crate) use stands::Stands;
pub(crate) use weave::{Told, Woven};

/// Why a revision was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It came from a file.
    Import,
    /// Somebody wrote.
    Write,
    /// Somebody brought an old revision back.
    Restore,
    /// It lost a race with another save and is kept beside the draft.
    Conflict,
    /// Somebody made one text of two lines.
    Merge,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 5] =
        [Self::Import, Self::Write, Self::Restore, Self::Conflict, Self::Merge];

    /// The reason's name, as stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Write => "write",
            Self::Restore => "restore",
            Self::Conflict => "conflict",
            Self::Merge => "merge",
        }
    }
}

/// A revision as stored, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Revision {
    pub(crate) id: RevisionId,
    pub(crate) edition: EditionId,
    pub(crate) number: u32,
    pub(crate) parent: Option<RevisionId>,
    pub(crate) content: ContentHash,
    pub(crate) person: PersonId,
    pub(crate) at: Timestamp,
    pub(crate) reason: String,
    /// The followed edition's revision that the writer saw.
    pub(crate) seen: Option<RevisionId>,
}

impl Revision {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            edition: row.get(1)?,
            number: row.get(2)?,
            parent: row.get(3)?,
            content: row.get(4)?,
            person: row.get(5)?,
            at: instant_column(row, 6)?,
            reason: row.get(7)?,
            seen: row.get(8)?,
        })
    }

    pub(crate) fn get(sql: &Connection, id: RevisionId) -> Result<Self> {
        let mut query = sql.prepare_cached(include_str!("revision/get.sql"))?;
        Ok(query.query_row([id], Self::from_row)?)
    }

    /// The revision of a number.
    ///
    /// # Errors
    /// [`Error::NoRevision`].
    pub(crate) fn numbered(sql: &Connection, edition: &Edition, number: u32) -> Result<Self> {
        sql.prepare_cached(include_str!("revision/numbered.sql"))?
            .query_row(params![edition.id, number], Self::from_row)
            .optional()?
            .ok_or(Error::NoRevision { language: edition.language, number })
    }

    /// The revision of a number, if its words are there.
    ///
    /// # Errors
    /// [`Error::NoRevision`], [`Error::TextErased`].
    pub(crate) fn worded(sql: &Connection, edition: &Edition, number: u32) -> Result<Self> {
        let revision = Self::numbered(sql, edition, number)?;
        match erase::is_erased(sql, revision.content)? {
            true => Err(Error::TextErased { language: edition.language, number }),
            false => Ok(revision),
        }
    }

    /// All revisions of an edition, the newest first.
    pub(crate) fn all(sql: &Connection, edition: EditionId) -> Result<Vec<Self>> {
        let mut query = sql.prepare_cached(include_str!("revision/all.sql"))?;
        Ok(query.query_map([edition], Self::from_row)?.collect::<Result<_, _>>()?)
    }
}

/// UTC milliseconds of a column.
pub(crate) fn instant_column(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    let millis: i64 = row.get(column)?;
    Timestamp::from_millisecond(millis)
        .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, millis))
}

/// A block where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) id: BlockId,
    pub(crate) kind: BlockKind,
    pub(crate) hash: BlockHash,
    pub(crate) field: Field,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The blocks of one text as translations see them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) revision: Option<RevisionId>,
    pub(crate) blocks: Vec<Placed>,
    /// Blocks whose text was joined into another that stands here.
    pub(crate) absorbed: BTreeMap<BlockId, BlockId>,
}

impl Side {
    /// The blocks of a revision.
    pub(crate) fn load(sql: &Connection, revision: RevisionId) -> Result<Self> {
        let mut query = sql.prepare_cached(include_str!("revision/blocks.sql"))?;
        let blocks = query.query_map([revision], placed)?.collect::<Result<_, _>>()?;
        let absorbed = "SELECT block, into_block FROM absorbed WHERE revision = ?";
        let mut query = sql.prepare_cached(absorbed)?;
        let absorbed = query.query_map([revision], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let absorbed = absorbed.collect::<Result<_, _>>()?;
        Ok(Self { revision: Some(revision), blocks, absorbed })
    }

    /// The same where there may be no revision: nothing stands there.
    pub(crate) fn of(sql: &Connection, revision: Option<RevisionId>) -> Result<Self> {
        revision.map_or_else(|| Ok(Self::default()), |revision| Self::load(sql, revision))
    }

    /// The blocks of an edition's newest revision.
    pub(crate) fn head(sql: &Connection, edition: &Edition) -> Result<Self> {
        Self::of(sql, edition.head)
    }

    /// Where a block stands, or the one that took its text in.
    pub(crate) fn resolve(&self, block: BlockId) -> Option<usize> {
        let mut id = block;
        // Each step of the chain leads to a block that stood later; a bound keeps damage harmless.
        for _ in 0..=self.absorbed.len() {
            if let Some(at) = self.blocks.iter().position(|placed| placed.id == id) {
                return Some(at);
            }
            id = *self.absorbed.get(&id)?;
        }
        None
    }

    /// The identities that a standing block answers for: its own, and those joined into it.
    pub(crate) fn identities(&self, at: usize) -> Vec<BlockId> {
        let own = self.blocks[at].id;
        let joined = self.absorbed.keys().copied().filter(|id| self.resolve(*id) == Some(at));
        std::iter::once(own).chain(joined).collect()
    }
}

fn placed(row: &Row<'_>) -> rusqlite::Result<Placed> {
    let unknown = |column| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::InvalidColumnType(column, "block".to_owned(), kind)
    };
    Ok(Placed {
        id: row.get(0)?,
        kind: BlockKind::from_name(row.get_ref(1)?.as_str()?).ok_or_else(|| unknown(1))?,
        hash: BlockHash(row.get(2)?),
        field: Field::from_name(row.get_ref(3)?.as_str()?).ok_or_else(|| unknown(3))?,
        start: row.get(4)?,
        end: row.get(5)?,
    })
}

/// A text with its blocks and their sources, as stored.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stand {
    pub(crate) text: EditionText,
    pub(crate) side: Side,
    /// What each block of `side` says, in the same order.
    pub(crate) blocks: Vec<Block>,
}

impl Stand {
    pub(crate) fn load(
        sql: &Connection,
        language: Language,
        revision: Option<RevisionId>,
    ) -> Result<Self> {
        let Some(id) = revision else { return Ok(Self::default()) };
        let text = edition::text(sql, Revision::get(sql, id)?.content)?;
        let side = Side::load(sql, id)?;
        let blocks = as_stored(&side, &text, text.blocks(language));
        Ok(Self { side, blocks, text })
    }

    /// For whoever asks which photos a text shows and which stories it leads to: where there are
    /// none, what the blocks say is not found out, for that takes parsing.
    pub(crate) fn outward(
        sql: &Connection,
        language: Language,
        revision: Option<&Revision>,
    ) -> Result<Self> {
        let Some(revision) = revision else { return Ok(Self::default()) };
        let text = edition::text(sql, revision.content)?;
        let side = Side::load(sql, revision.id)?;
        let has_photos = side.blocks.iter().any(|block| block.kind == BlockKind::Image);
        let parsed = match has_photos || text.body.contains(shpalta_text::STORY_SCHEME) {
            true => text.blocks(language),
            false => Vec::new(),
        };
        let blocks = as_stored(&side, &text, parsed);
        Ok(Self { side, blocks, text })
    }

    /// What the blocks with these hashes say, in the order of the text; of twins as many as there
    /// are hashes.
    pub(crate) fn words_of(&self, hashes: &[BlockHash]) -> String {
        let mut left = hashes.to_vec();
        let said = self.blocks.iter().filter(|block| {
            let wanted = left.iter().position(|hash| *hash == block.hash);
            wanted.map(|at| left.swap_remove(at)).is_some()
        });
        said.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// What the blocks at these places say.
    pub(crate) fn words_at(&self, places: &[usize]) -> String {
        let said = places.iter().filter_map(|at| self.blocks.get(*at));
        said.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// The blocks as they were when the revision was cut. A later version of the parser may see the
/// text otherwise; then what stands in the stored places counts.
fn as_stored(side: &Side, text: &EditionText, parsed: Vec<Block>) -> Vec<Block> {
    let hashes = parsed.iter().map(|block| block.hash);
    if hashes.eq(side.blocks.iter().map(|placed| placed.hash)) {
        return parsed;
    }
    side.blocks.iter().map(|placed| in_place(placed, text)).collect()
}

fn in_place(placed: &Placed, text: &EditionText) -> Block {
    let field = match placed.field {
        Field::Headline => &text.headline,
        Field::Lead => &text.lead,
        Field::Body => &text.body,
    };
    Block {
        kind: placed.kind,
        field: placed.field,
        span: placed.start..placed.end,
        text: field.get(placed.start..placed.end).unwrap_or_default().to_owned(),
        hash: placed.hash,
        section: None,
    }
}
