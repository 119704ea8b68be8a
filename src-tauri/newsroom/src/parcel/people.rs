//! People and devices whose hands are in a parcel.

use rusqlite::params;
use sha2::{Digest, Sha256};

use super::contents::Contents;
use crate::Result;
use crate::id::{DeviceId, PersonId};
use crate::staff;
use crate::transact::Tx;

/// Enters whoever is not known here, as people without a right. A name alone makes nobody somebody
/// else: who has the name of another gets a number behind it. Returns the names of the new ones.
pub(super) fn enter(tx: &Tx<'_>, contents: &Contents) -> Result<Vec<String>> {
    let mut new = Vec::new();
    for (id, name) in &contents.people {
        if !is_known(tx, *id)? {
            let name = free_name(tx, name.trim())?;
            staff::insert(tx, *id, &name)?;
            new.push(name);
        }
    }
    new.sort();
    for (id, started) in &contents.devices {
        let insert = "INSERT OR IGNORE INTO device (id, fingerprint, started) VALUES (?, ?, ?)";
        tx.prepare_cached(insert)?.execute(params![id, fingerprint(*id), started])?;
    }
    Ok(new)
}

fn is_known(tx: &Tx<'_>, id: PersonId) -> Result<bool> {
    Ok(tx.prepare_cached("SELECT 1 FROM person WHERE id = ?")?.exists([id])?)
}

fn free_name(tx: &Tx<'_>, wanted: &str) -> Result<String> {
    let mut name = wanted.to_owned();
    let mut number = 2;
    while staff::find(tx, &name)?.is_some() {
        name = format!("{wanted} ({number})");
        number += 1;
    }
    Ok(name)
}

/// No computer has this one: it follows from the device's id.
fn fingerprint(device: DeviceId) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"shpalta device of a parcel\0");
    hash.update(device.0.as_bytes());
    hash.finalize().to_vec()
}
