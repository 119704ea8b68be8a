//! The log: each device's rows are numbered without a gap, and each names the one before. Of another
//! newsroom's chain a parcel brings its story's rows; the decision to take it in says which.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, Row};

use super::Verification;
use crate::Result;
use crate::id::{ContentHash, DetailsHash, DeviceId, LogHash, RevisionId};
use crate::log::{GENESIS, row_hash};
use crate::parcel;

pub(super) fn check(sql: &Connection, found: &mut Verification) -> Result<()> {
    let mut last: HashMap<DeviceId, (u64, LogHash)> = HashMap::new();
    let mut parcels: BTreeMap<i64, Vec<LogHash>> = BTreeMap::new();
    let mut query = sql.prepare(include_str!("log.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        found.decisions += 1;
        let (device, seq): (DeviceId, u64) = (row.get(0)?, row.get(1)?);
        let (prev, hash): (LogHash, LogHash) = (row.get(2)?, row.get(3)?);
        let payload: Vec<u8> = row.get(4)?;
        let (expected_seq, expected_prev) =
            last.get(&device).map_or((1, GENESIS), |(seq, hash)| (seq + 1, *hash));
        let subject = format!("{device} #{seq}");
        let parcel: Option<i64> = row.get(15)?;
        parcels.entry(parcel.unwrap_or_default()).or_default().push(hash);
        let is_after_gap = parcel.is_some() && seq > expected_seq;
        if !is_after_gap && (seq != expected_seq || prev != expected_prev) {
            found.fault("chain", &subject, "a row of the log is missing before this one");
        }
        if row_hash(device, seq, prev, &payload) != hash {
            found.fault("decision", &subject, "a decision is not the one that was made");
        }
        if !agrees(row, &payload).unwrap_or(false) {
            found.fault("decision", &subject, "the columns of a decision contradict its record");
        }
        last.insert(device, (seq, hash));
    }
    check_parcels(sql, &mut parcels, found)
}

/// What a parcel brought is all there.
fn check_parcels(
    sql: &Connection,
    parcels: &mut BTreeMap<i64, Vec<LogHash>>,
    found: &mut Verification,
) -> Result<()> {
    let mut query = sql.prepare(include_str!("parcels.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (position, said): (i64, Option<String>) = (row.get(0)?, row.get(1)?);
        let brought = parcels.remove(&position).unwrap_or_default();
        if said != Some(parcel::decisions_hash(brought.into_iter()).to_string()) {
            let meaning = "a decision that came in a parcel is lost, or another was added";
            found.fault("chain", format!("log {position}"), meaning);
        }
    }
    parcels.remove(&0);
    for position in parcels.keys() {
        let meaning = "a decision is said to have come in a parcel that nobody took in";
        found.fault("chain", format!("log {position}"), meaning);
    }
    Ok(())
}

/// Whether the columns that queries use say what the payload says.
fn agrees(row: &Row<'_>, payload: &[u8]) -> rusqlite::Result<bool> {
    let Ok(payload) = serde_json::from_slice::<serde_json::Value>(payload) else {
        return Ok(false);
    };
    let said = |key: &str| payload.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    let kind: String = row.get(5)?;
    let id = |column| -> rusqlite::Result<Option<String>> {
        Ok(row.get::<_, Option<RevisionId>>(column)?.map(|id| id.to_string()))
    };
    let content = row.get::<_, Option<ContentHash>>(9)?.map(|hash| hash.to_string());
    let details = row.get::<_, Option<DetailsHash>>(14)?.map(|hash| hash.to_string());
    Ok(said("kind") == Some(kind)
        && said("story") == id(6)?
        && said("edition") == id(7)?
        && said("revision") == id(8)?
        && said("content") == content
        && said("details") == details
        && said("person") == id(10)?
        && said("note") == row.get(11)?
        && said("aspect") == row.get(12)?
        && payload.get("at").and_then(serde_json::Value::as_i64) == row.get(13)?)
}
