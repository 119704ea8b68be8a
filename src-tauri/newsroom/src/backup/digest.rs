//! Row hashes: a digest per table over the exact values of all its rows. They tell damage that
//! leaves a database well formed, which SQLite's own check does not look for.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::record::hex;
use crate::Result;

/// What a table held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDigest {
    pub rows: u64,
    /// SHA-256 over the values of its rows in the order of their keys, in hexadecimal.
    pub sha256: String,
}

/// The digests by table; the schema itself stands under `sqlite_schema`.
pub type Tables = BTreeMap<String, TableDigest>;

/// Where [`tables`] lists what the schema says.
const SCHEMA: &str = "sqlite_schema";

/// The digest of each table, as the state shows it that the connection reads.
pub(crate) fn tables(sql: &Connection) -> Result<Tables> {
    let mut names = sql.prepare(include_str!("tables.sql"))?;
    let names: Vec<String> =
        names.query_map([], |row| row.get(0))?.collect::<Result<_, rusqlite::Error>>()?;
    let mut tables = Tables::new();
    for name in names {
        let digest = table(sql, &name)?;
        tables.insert(name, digest);
    }
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    tables.insert(SCHEMA.to_owned(), digest(sql, schema)?);
    Ok(tables)
}

/// Names of tables whose digests differ, or that only one side has.
pub(crate) fn differing<'a>(one: &'a Tables, other: &'a Tables) -> Vec<&'a str> {
    let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    names.filter(|name| one.get(*name) != other.get(*name)).map(String::as_str).collect()
}

fn table(sql: &Connection, name: &str) -> Result<TableDigest> {
    let keys = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk";
    let mut keys = sql.prepare(keys)?;
    let keys: Vec<String> =
        keys.query_map([name], |row| row.get(0))?.collect::<Result<_, rusqlite::Error>>()?;
    let order = match keys.is_empty() {
        true => "1".to_owned(),
        false => keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(", "),
    };
    digest(sql, &format!("SELECT * FROM {} ORDER BY {order}", quoted(name)))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn digest(sql: &Connection, query: &str) -> Result<TableDigest> {
    let mut query = sql.prepare(query)?;
    let columns = query.column_count();
    let mut rows = query.query([])?;
    let (mut count, mut hash) = (0, Sha256::new());
    while let Some(row) = rows.next()? {
        count += 1;
        for column in 0..columns {
            put(&mut hash, row.get_ref(column)?);
        }
    }
    Ok(TableDigest { rows: count, sha256: hex(&hash.finalize()) })
}

/// Each value with its type and, where that varies, its length: no two rows read alike.
fn put(hash: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => (1, &number.to_be_bytes()),
        ValueRef::Real(number) => (2, &number.to_bits().to_be_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}
