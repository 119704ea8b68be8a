//! The log of decisions: append-only, one chain of hashes per device.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::decision::DecisionKind;
use crate::edition::Hasher;
use crate::error::{Error, Expected};
use crate::id::{
    ContentHash, DetailsHash, DeviceId, EditionId, LogHash, OperationId, PersonId, RevisionId,
    StoryId,
};
use crate::transact::Tx;

/// What a decision says. Its JSON is the payload of the log row, byte for byte.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) kind: DecisionKind,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) story: Option<StoryId>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) edition: Option<EditionId>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) revision: Option<RevisionId>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) content: Option<ContentHash>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) details: Option<DetailsHash>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) note: Option<String>,
    /// What kind of approval, withdrawal … it is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) aspect: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub(crate) more: BTreeMap<String, String>,
}

impl Entry {
    pub(crate) fn of(kind: DecisionKind) -> Self {
        Self {
            kind,
            story: None,
            edition: None,
            revision: None,
            content: None,
            details: None,
            note: None,
            aspect: None,
            more: BTreeMap::new(),
        }
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        self.more.insert(key.to_owned(), value.into());
        self
    }
}

#[derive(Serialize)]
struct Payload<'a> {
    device: DeviceId,
    seq: u64,
    operation: OperationId,
    person: PersonId,
    at: i64,
    #[serde(flatten)]
    entry: &'a Entry,
}

/// What a payload says.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Recorded {
    pub(crate) device: DeviceId,
    pub(crate) seq: u64,
    pub(crate) person: PersonId,
    /// UTC milliseconds.
    pub(crate) at: i64,
    #[serde(flatten)]
    pub(crate) entry: Entry,
}

impl Recorded {
    /// None for bytes that are no decision, or one that this program does not know.
    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        serde_json::from_slice(payload).ok()
    }
}

/// A row's hash covers its device, number, predecessor and payload.
pub(crate) fn row_hash(device: DeviceId, seq: u64, prev: LogHash, payload: &[u8]) -> LogHash {
    let mut hash = Hasher::new("shpalta log 1");
    hash.part(device.0.as_bytes());
    hash.part(&seq.to_be_bytes());
    hash.part(&prev.0);
    hash.part(payload);
    LogHash(hash.finish())
}

/// The predecessor of a device's first row.
pub(crate) const GENESIS: LogHash = LogHash([0; 32]);

/// The last position of the log, zero while it is empty.
pub(crate) fn position(sql: &Connection) -> Result<i64> {
    let mut query = sql.prepare_cached("SELECT coalesce(max(position), 0) FROM log")?;
    Ok(query.query_row([], |row| row.get(0))?)
}

impl Tx<'_> {
    /// Appends a decision; its position.
    pub(crate) fn log(&self, entry: Entry) -> Result<i64> {
        let (last, prev) = self
            .prepare_cached(include_str!("log/last.sql"))?
            .query_row([self.device], |row| Ok((row.get::<_, u64>(0)?, row.get(1)?)))
            .optional()?
            .unwrap_or((0, GENESIS));
        let seq = last + 1;
        let payload = serde_json::to_vec(&Payload {
            device: self.device,
            seq,
            operation: self.act.operation,
            person: self.act.by,
            at: self.act.at.as_millisecond(),
            entry: &entry,
        })
        .map_err(|error| Error::bad_value("log", &error.to_string(), Expected::Json))?;
        let hash = row_hash(self.device, seq, prev, &payload);
        let (device, person) = (self.device, self.act.by);
        let at = self.act.at.as_millisecond();
        let said = Recorded { device, seq, person, at, entry };
        append(self, &said, (prev, hash), &payload, None)
    }

    /// Appends a decision that a parcel brought, as it was made elsewhere; its position.
    pub(crate) fn log_taken(
        &self,
        said: &Recorded,
        chain: (LogHash, LogHash),
        payload: &[u8],
        parcel: i64,
    ) -> Result<i64> {
        append(self, said, chain, payload, Some(parcel))
    }
}

/// Appends a row: what it says, the hash before it and its own, its bytes, and the decision to
/// take it in, if it was made elsewhere.
fn append(
    sql: &Connection,
    said: &Recorded,
    (prev, hash): (LogHash, LogHash),
    payload: &[u8],
    parcel: Option<i64>,
) -> Result<i64> {
    let Entry { kind, story, edition, revision, content, details, note, aspect, .. } = &said.entry;
    sql.prepare_cached(include_str!("log/append.sql"))?.execute(params![
        said.device,
        said.seq,
        prev,
        hash,
        payload,
        kind.name(),
        story,
        edition,
        revision,
        content,
        details,
        said.person,
        said.at,
        note,
        aspect,
        parcel,
    ])?;
    Ok(sql.last_insert_rowid())
}
