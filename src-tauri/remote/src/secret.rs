//! Secrets lie in the system's keyring: in no database, no file of ours, no log.

use keyring::{Entry, Error as Kept};

use crate::{Address, Error, Result};

/// The name under which the keyring shows them.
const SERVICE: &str = "Shpalta";

/// Where there is no keyring, as for a clock's export, the secret comes in this variable.
const VARIABLE: &str = "SHPALTA_SECRET";

/// The secret for an address, if there is one.
///
/// # Errors
/// [`Error::Keyring`]; for SFTP, which may need none, no keyring is no secret.
pub fn kept_secret(address: &Address) -> Result<Option<String>> {
    if let Ok(secret) = std::env::var(VARIABLE) {
        return Ok(Some(secret));
    }
    match entry(address).and_then(|entry| entry.get_password()) {
        Ok(secret) => Ok(Some(secret)),
        Err(Kept::NoEntry) => Ok(None),
        Err(_) if matches!(address, Address::Sftp(_)) => Ok(None),
        Err(error) => Err(failed(&error)),
    }
}

/// Keeps the secret for an address; an empty one is forgotten.
///
/// # Errors
/// [`Error::Keyring`].
pub fn keep_secret(address: &Address, secret: &str) -> Result<()> {
    let kept = entry(address).and_then(|entry| match secret {
        "" => entry.delete_credential(),
        secret => entry.set_password(secret),
    });
    match kept {
        Err(Kept::NoEntry) => Ok(()),
        kept => kept.map_err(|error| failed(&error)),
    }
}

fn entry(address: &Address) -> keyring::Result<Entry> {
    Entry::new(SERVICE, &address.to_string())
}

fn failed(error: &Kept) -> Error {
    Error::Keyring { detail: error.to_string() }
}
