//! Which computer's copy of the newsroom this is. A copied or restored newsroom starts a new
//! device, so that the chains of two copies never share a number.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::Result;
use crate::act::Ids;
use crate::id::DeviceId;

/// SHA-256 over what a copy has otherwise: the machine, the folder and the database file's inode.
pub(super) fn fingerprint(database: &Path) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"shpalta device 1\0");
    hash.update(machine());
    hash.update([0]);
    let place = fs::canonicalize(database).unwrap_or_else(|_| database.to_owned());
    hash.update(place.as_os_str().as_encoded_bytes());
    hash.update([0]);
    hash.update(inode(database).unwrap_or_default().to_be_bytes());
    hash.finalize().into()
}

fn machine() -> Vec<u8> {
    ["/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostname"]
        .iter()
        .find_map(|file| fs::read(file).ok().filter(|bytes| !bytes.is_empty()))
        .or_else(|| std::env::var_os("COMPUTERNAME").map(|name| name.into_encoded_bytes()))
        .unwrap_or_default()
}

/// What tells a file from another one in its place, where the system has such; none where there is
/// no file.
#[cfg(unix)]
pub(super) fn inode(database: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(database).map(|file| file.ino()).ok()
}

#[cfg(not(unix))]
pub(super) fn inode(database: &Path) -> Option<u64> {
    database.exists().then_some(0)
}

/// The device of this copy, if it wrote already.
pub(crate) fn known(sql: &Connection, fingerprint: [u8; 32]) -> Result<Option<DeviceId>> {
    let mut query = sql.prepare_cached("SELECT id FROM device WHERE fingerprint = ?")?;
    Ok(query.query_row([fingerprint.as_slice()], |row| row.get(0)).optional()?)
}

/// The device of this copy; it is entered when it writes for the first time.
pub(crate) fn current(
    sql: &Connection,
    fingerprint: [u8; 32],
    ids: &Ids,
    at: Timestamp,
) -> Result<DeviceId> {
    if let Some(device) = known(sql, fingerprint)? {
        return Ok(device);
    }
    let device = DeviceId(ids.next());
    sql.prepare_cached("INSERT INTO device (id, fingerprint, started) VALUES (?, ?, ?)")?
        .execute(params![device, fingerprint.as_slice(), at.as_millisecond()])?;
    Ok(device)
}
