//! Verifying: every hash, link, basis, chain and media file is what it says it is.

use std::collections::HashMap;
use std::fs;

use rusqlite::Connection;
use serde::Serialize;
use sha2::{Digest, Sha256};
use shpalta_text::BlockHash;

use crate::edition::{self, language_column};
use crate::id::{ContentHash, DeviceId, LogHash, MediaHash, RevisionId};
use crate::log::{GENESIS, row_hash};
use crate::revision::Side;
use crate::{Newsroom, Result};

/// Something that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// A stable code.
    pub code: &'static str,
    /// What it is about.
    pub subject: String,
    /// What it means.
    pub meaning: &'static str,
}

/// What was looked at, and what was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub texts: usize,
    pub revisions: usize,
    pub decisions: usize,
    pub media: usize,
    pub faults: Vec<Fault>,
}

impl Newsroom {
    /// Walks the whole newsroom. Reads only.
    pub fn verify(&self) -> Result<Verification> {
        let mut found = Verification::default();
        self.read(|sql| {
            integrity(sql, &mut found)?;
            texts(sql, &mut found)?;
            revisions(sql, &mut found)?;
            bases(sql, &mut found)?;
            chains(sql, &mut found)?;
            self.media_files(sql, &mut found)
        })?;
        for slug in self.stale_board_rows()? {
            let meaning = "the board's cache differs from the story; `verify --rebuild` mends it";
            found.fault("board", slug, meaning);
        }
        if !self.board_counts_agree()? {
            let meaning = "the board counts otherwise than its rows; `verify --rebuild` mends it";
            found.fault("board", "counts", meaning);
        }
        Ok(found)
    }

    fn media_files(&self, sql: &Connection, found: &mut Verification) -> Result<()> {
        let mut query = sql.prepare("SELECT hash FROM media")?;
        for hash in query.query_map([], |row| row.get::<_, MediaHash>(0))? {
            let hash = hash?;
            found.media += 1;
            match fs::read(self.media_path(hash)) {
                Err(_) => found.fault("media_missing", hash, "the file is not in media/"),
                Ok(bytes) if MediaHash(Sha256::digest(&bytes).into()) != hash => {
                    found.fault("media_altered", hash, "the file is not the one that was added");
                }
                Ok(_) => {}
            }
        }
        Ok(())
    }
}

impl Verification {
    fn fault(&mut self, code: &'static str, subject: impl ToString, meaning: &'static str) {
        self.faults.push(Fault::of(code, subject, meaning));
    }
}

impl Fault {
    fn of(code: &'static str, subject: impl ToString, meaning: &'static str) -> Self {
        Self { code, subject: subject.to_string(), meaning }
    }
}

fn integrity(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare("PRAGMA integrity_check")?;
    for line in query.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            found.fault("database", line, "the database file itself is damaged");
        }
    }
    let mut query = sql.prepare("PRAGMA foreign_key_check")?;
    for table in query.query_map([], |row| row.get::<_, String>(0))? {
        found.fault("reference", table?, "a row points at something that is not there");
    }
    Ok(())
}

/// Texts say what their content hashes cover: stored ones and drafts.
fn texts(sql: &Connection, found: &mut Verification) -> Result<()> {
    let stored = "a stored text is not the one that was saved";
    found.texts = contents(sql, include_str!("verify/texts.sql"), |content| {
        found.faults.push(Fault::of("text", content, stored));
    })?;
    let draft = "a draft is not the one that was saved";
    contents(sql, include_str!("verify/drafts.sql"), |content| {
        found.faults.push(Fault::of("draft", content, draft));
    })?;
    Ok(())
}

/// Compares texts with their hashes; how many there were.
fn contents(sql: &Connection, query: &str, mut differs: impl FnMut(ContentHash)) -> Result<usize> {
    let mut query = sql.prepare(query)?;
    let mut rows = query.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        let content: ContentHash = row.get(0)?;
        let text = edition::text_from_row(row, 2)?;
        if text.content_hash(language_column(row, 1)?) != content {
            differs(content);
        }
    }
    Ok(count)
}

/// Revisions on a draft's line have blocks, and these lie where the text says they do.
fn revisions(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare(include_str!("verify/revisions.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        found.revisions += 1;
        let id: RevisionId = row.get(0)?;
        let language = language_column(row, 1)?;
        let text = edition::text(sql, row.get(2)?)?;
        let aside = row.get_ref(3)?.as_str().unwrap_or_default() == "conflict";
        let side = Side::load(sql, id)?;
        let hashes: Vec<BlockHash> = side.blocks.iter().map(|block| block.hash).collect();
        let blocks = text.blocks(language);
        if !aside && !blocks.iter().map(|block| block.hash).eq(hashes) {
            found.fault("blocks", id, "the blocks of a revision are not those of its text");
        }
    }
    Ok(())
}

fn bases(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut query = sql.prepare("SELECT position FROM basis WHERE length(originals) % 32 <> 0")?;
    for position in query.query_map([], |row| row.get::<_, i64>(0))? {
        found.fault("basis", position?, "a basis names no whole block hashes");
    }
    let mut query = sql.prepare(include_str!("verify/bases.sql"))?;
    for position in query.query_map([], |row| row.get::<_, i64>(0))? {
        found.fault("basis", position?, "a basis names a wording that its edition never had");
    }
    let mut query = sql.prepare(include_str!("verify/links.sql"))?;
    for edition in query.query_map([], |row| row.get::<_, crate::id::EditionId>(0))? {
        found.fault("link", edition?, "a link names a block that never stood in the story");
    }
    Ok(())
}

/// Each device's rows are numbered without a gap, and each names the one before.
fn chains(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut last: HashMap<DeviceId, (u64, LogHash)> = HashMap::new();
    let mut query = sql.prepare(include_str!("verify/log.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        found.decisions += 1;
        let (device, seq): (DeviceId, u64) = (row.get(0)?, row.get(1)?);
        let (prev, hash): (LogHash, LogHash) = (row.get(2)?, row.get(3)?);
        let payload: Vec<u8> = row.get(4)?;
        let (expected_seq, expected_prev) =
            last.get(&device).map_or((1, GENESIS), |(seq, hash)| (seq + 1, *hash));
        let subject = format!("{device} #{seq}");
        if seq != expected_seq || prev != expected_prev {
            found.fault("chain", &subject, "a row of the log is missing before this one");
        }
        if row_hash(device, seq, prev, &payload) != hash {
            found.fault("decision", &subject, "a decision is not the one that was made");
        }
        if !agrees(row, &payload)? {
            found.fault("decision", &subject, "the columns of a decision contradict its record");
        }
        last.insert(device, (seq, hash));
    }
    Ok(())
}

/// Whether the columns that queries use say what the payload says.
fn agrees(row: &rusqlite::Row<'_>, payload: &[u8]) -> rusqlite::Result<bool> {
    let Ok(payload) = serde_json::from_slice::<serde_json::Value>(payload) else {
        return Ok(false);
    };
    let said = |key: &str| payload.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    let kind: String = row.get(5)?;
    let id = |column| -> rusqlite::Result<Option<String>> {
        Ok(row.get::<_, Option<RevisionId>>(column)?.map(|id| id.to_string()))
    };
    let content = row.get::<_, Option<ContentHash>>(9)?.map(|hash| hash.to_string());
    Ok(said("kind") == Some(kind)
        && said("story") == id(6)?
        && said("edition") == id(7)?
        && said("revision") == id(8)?
        && said("content") == content
        && said("person") == id(10)?
        && said("note") == row.get(11)?
        && said("aspect") == row.get(12)?
        && payload.get("at").and_then(serde_json::Value::as_i64) == row.get(13)?)
}
