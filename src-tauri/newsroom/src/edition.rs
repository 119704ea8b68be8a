//! Editions: one language of a story, and its text.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shpalta_language::{Language, section};
use shpalta_text::{Block, normalise};
use ts_rs::TS;

use crate::Result;
use crate::decision::Verdicts;
use crate::error::{Error, Expected};
use crate::id::{ContentHash, EditionId, RevisionId, StoryId};

/// The whole text of an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionText {
    pub headline: String,
    pub lead: String,
    /// Markdown.
    pub body: String,
    /// Texts for other places by name: search, push, Telegram, social.
    pub variants: BTreeMap<String, String>,
}

impl EditionText {
    /// Normalised as every text is when it enters the newsroom; after that bytes count.
    pub fn normalised(&self) -> Self {
        Self {
            headline: normalise::line(&self.headline),
            lead: normalise::line(&self.lead),
            body: normalise::body(&self.body),
            variants: self
                .variants
                .iter()
                .map(|(name, text)| (name.clone(), normalise::body(text)))
                .filter(|(_, text)| !text.is_empty())
                .collect(),
        }
    }

    /// What an approval is bound to: SHA-256 over a versioned tag, the language, headline, lead,
    /// body and the variants by name, each length-prefixed.
    pub fn content_hash(&self, language: Language) -> ContentHash {
        let mut hash = Hasher::new("shpalta content 1");
        for part in [language.code(), &self.headline, &self.lead, &self.body] {
            hash.part(part.as_bytes());
        }
        for (name, text) in &self.variants {
            hash.part(name.as_bytes());
            hash.part(text.as_bytes());
        }
        ContentHash(hash.finish())
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.headline.is_empty()
            && self.lead.is_empty()
            && self.body.trim().is_empty()
            && self.variants.is_empty()
    }

    /// The text's blocks.
    pub fn blocks(&self, language: Language) -> Vec<Block> {
        let sections = |heading: &str| section::section(language, heading);
        shpalta_text::blocks(&self.headline, &self.lead, &self.body, &sections)
    }
}

/// SHA-256 over a versioned tag and length-prefixed parts.
pub(crate) struct Hasher(Sha256);

impl Hasher {
    pub(crate) fn new(tag: &str) -> Self {
        let mut hasher = Self(Sha256::new());
        hasher.part(tag.as_bytes());
        hasher
    }

    pub(crate) fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// A part that may be absent; absent is another part than empty.
    pub(crate) fn optional(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => {
                self.0.update([1]);
                self.part(bytes);
            }
            None => self.0.update([0]),
        }
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// An edition as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edition {
    pub(crate) id: EditionId,
    pub(crate) story: StoryId,
    pub(crate) language: Language,
    /// The language of the edition that this one follows; none for the original.
    pub(crate) follows: Option<Language>,
    pub(crate) address: Option<String>,
    pub(crate) address_given: bool,
    pub(crate) head: Option<RevisionId>,
}

impl Edition {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let language = language_column(row, 2)?;
        let original = language_column(row, 7)?;
        let made_from = match row.get::<_, Option<String>>(3)? {
            Some(code) => Language::from_code(&code).unwrap_or(original),
            None => original,
        };
        Ok(Self {
            id: row.get(0)?,
            story: row.get(1)?,
            language,
            follows: (language != original).then_some(made_from),
            address: row.get(4)?,
            address_given: row.get(5)?,
            head: row.get(6)?,
        })
    }

    /// The three editions of a story, in the order of [`Language::ALL`].
    pub(crate) fn all(sql: &Connection, story: StoryId) -> Result<[Self; 3]> {
        let mut query = sql.prepare_cached(include_str!("edition/all.sql"))?;
        let all = query.query_map([story], Self::from_row)?;
        let mut all = all.collect::<Result<Vec<_>, _>>()?;
        all.sort_unstable_by_key(|edition| edition.language);
        all.try_into().map_err(|_| rusqlite::Error::QueryReturnedNoRows.into())
    }

    pub(crate) fn of(sql: &Connection, story: StoryId, language: Language) -> Result<Self> {
        let mut query = sql.prepare_cached(include_str!("edition/of.sql"))?;
        Ok(query.query_row(params![story, language.code()], Self::from_row)?)
    }

    /// The edition that this one follows.
    ///
    /// # Errors
    /// [`Error::IsOriginal`].
    pub(crate) fn followed(&self, sql: &Connection) -> Result<Self> {
        let language = self.follows.ok_or(Error::IsOriginal)?;
        Self::of(sql, self.story, language)
    }

    /// The translations that follow this edition.
    pub(crate) fn followers(&self, sql: &Connection) -> Result<Vec<Self>> {
        let all = Self::all(sql, self.story)?;
        Ok(all.into_iter().filter(|other| other.follows == Some(self.language)).collect())
    }
}

/// A language stored in a column of a row.
pub(crate) fn language_column(row: &Row<'_>, column: usize) -> rusqlite::Result<Language> {
    let code = row.get_ref(column)?.as_str()?;
    Language::from_code(code).ok_or_else(|| {
        let kind = rusqlite::types::Type::Text;
        let detail = format!("unknown language {code}");
        rusqlite::Error::FromSqlConversionFailure(column, kind, detail.into())
    })
}

/// Creates the three editions of a new story, without text.
pub(crate) fn insert_all(
    sql: &Connection,
    story: StoryId,
    mut id: impl FnMut() -> EditionId,
) -> Result<()> {
    for language in Language::ALL {
        sql.prepare_cached("INSERT INTO edition (id, story, language) VALUES (?, ?, ?)")?
            .execute(params![id(), story, language.code()])?;
    }
    Ok(())
}

/// The text of a content hash.
pub(crate) fn text(sql: &Connection, content: ContentHash) -> Result<EditionText> {
    let mut query = sql.prepare_cached(include_str!("edition/text.sql"))?;
    Ok(query.query_row([content], |row| text_from_row(row, 0))?)
}

/// Headline, lead, body and variants from four columns.
pub(crate) fn text_from_row(row: &Row<'_>, first: usize) -> rusqlite::Result<EditionText> {
    let variants: String = row.get(first + 3)?;
    Ok(EditionText {
        headline: row.get(first)?,
        lead: row.get(first + 1)?,
        body: row.get(first + 2)?,
        variants: serde_json::from_str(&variants).unwrap_or_default(),
    })
}

/// Variants as stored.
pub(crate) fn variants_json(text: &EditionText) -> String {
    serde_json::Value::from_iter(text.variants.clone()).to_string()
}

/// Stores a text unless it is there.
pub(crate) fn store_text(
    sql: &Connection,
    language: Language,
    text: &EditionText,
) -> Result<ContentHash> {
    let content = text.content_hash(language);
    sql.prepare_cached(include_str!("edition/store_text.sql"))?.execute(params![
        content,
        language.code(),
        text.headline,
        text.lead,
        text.body,
        variants_json(text),
    ])?;
    Ok(content)
}

/// Gives the edition the address that its headline makes, unless one was given, an approval stands
/// (it is of a page at this address) or its page is out.
pub(crate) fn follow_headline(sql: &Connection, edition: &Edition, headline: &str) -> Result<()> {
    let approved = Verdicts::load(sql, edition.id)?.approval().is_some();
    if edition.address_given || approved || crate::publication::is_out(sql, edition.id)? {
        return Ok(());
    }
    let wanted = shpalta_language::romanise::address(headline, edition.language);
    if wanted.is_empty() {
        return Ok(());
    }
    let mut address = wanted.clone();
    let mut number = 2;
    while address_holder(sql, edition.language, &address)?.is_some_and(|id| id != edition.id) {
        address = format!("{wanted}-{number}");
        number += 1;
    }
    set_address(sql, edition.id, &address, false)
}

/// Gives the edition an address of somebody's choice.
///
/// # Errors
/// [`Error::BadValue`], [`Error::AddressTaken`].
pub(crate) fn give_address(sql: &Connection, edition: &Edition, address: &str) -> Result<()> {
    let clean = shpalta_language::romanise::address(address, edition.language);
    if clean.is_empty() || clean != address {
        return Err(Error::bad_value("address", address, Expected::Address));
    }
    if address_holder(sql, edition.language, address)?.is_some_and(|id| id != edition.id) {
        return Err(Error::AddressTaken(address.to_owned()));
    }
    set_address(sql, edition.id, address, true)
}

fn set_address(sql: &Connection, id: EditionId, address: &str, given: bool) -> Result<()> {
    sql.prepare_cached("UPDATE edition SET address = ?, address_given = ? WHERE id = ?")?
        .execute(params![address, given, id])?;
    Ok(())
}

fn address_holder(
    sql: &Connection,
    language: Language,
    address: &str,
) -> Result<Option<EditionId>> {
    let query = "SELECT id FROM edition WHERE language = ? AND address = ?";
    let mut query = sql.prepare_cached(query)?;
    Ok(query.query_row(params![language.code(), address], |row| row.get(0)).optional()?)
}
