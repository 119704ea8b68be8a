//! Founding a newsroom in an empty or new folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};
use shpalta_language::Language;

use super::open::{APPLICATION_ID, migrate, prepare};
use super::{Newsroom, PARTS, device};
use crate::Result;
use crate::act::{Act, Ids};
use crate::error::{Error, Expected};
use crate::id::NameId;
use crate::names::{self, NameKind};

/// What a new newsroom starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// The owner's name; they may do everything.
    pub owner: String,
    /// The agency's name per language, for the dateline.
    pub source: BTreeMap<Language, String>,
    /// The address of the site, `https://…`.
    pub site: Option<String>,
}

impl Founding {
    /// The same, tidied; what cannot be is refused before anything is written.
    fn checked(&self) -> Result<Self> {
        let owner = self.owner.trim().to_owned();
        if owner.is_empty() || owner.contains(char::is_control) {
            return Err(Error::bad_value("owner", &owner, Expected::Name));
        }
        let site = self.site.as_deref().map(crate::setting::checked_url).transpose()?;
        Ok(Self { owner, source: self.source.clone(), site })
    }
}

impl Newsroom {
    /// Makes a newsroom in `folder`, which is new or empty. `act.by` becomes the owner.
    ///
    /// # Errors
    /// [`Error::NewsroomExists`], [`Error::FolderNotEmpty`], [`Error::Files`],
    /// [`Error::BadValue`], [`Error::DiskFull`].
    pub fn create(folder: &Path, act: &Act, founding: &Founding) -> Result<Self> {
        let founding = founding.checked()?;
        let database = folder.join("newsroom.db");
        if database.exists() {
            return Err(Error::NewsroomExists(folder.to_owned()));
        }
        let files = |error: std::io::Error| Error::files(folder, &error);
        fs::create_dir_all(folder).map_err(files)?;
        if fs::read_dir(folder).map_err(files)?.next().is_some() {
            return Err(Error::FolderNotEmpty(folder.to_owned()));
        }
        for part in PARTS {
            fs::create_dir_all(folder.join(part)).map_err(files)?;
        }
        found(&database, act, &founding).map_err(|error| Error::explained(error, &database))?;
        Self::open(folder)
    }
}

fn found(database: &Path, act: &Act, founding: &Founding) -> Result<()> {
    let mut connection = Connection::open(database)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    prepare(&connection)?;
    migrate(&mut connection)?;
    let ids = Ids::new(act.operation, act.at);
    let sql = connection.transaction()?;
    sql.execute(
        "INSERT INTO newsroom (singleton, id, created) VALUES (1, ?, ?)",
        params![ids.next().as_bytes(), act.at.as_millisecond()],
    )?;
    sql.execute(
        "INSERT INTO person (id, name, owner) VALUES (?, ?, 1)",
        params![act.by, founding.owner],
    )?;
    let fingerprint = device::fingerprint(database);
    device::current(&sql, fingerprint, &ids, act.at)?;
    if !founding.source.is_empty() {
        let source = NameId(ids.next());
        names::insert(&sql, source, NameKind::Source, &founding.source)?;
        crate::setting::put(&sql, "source", &source.to_string())?;
    }
    if let Some(url) = &founding.site {
        crate::setting::put(&sql, "site.url", url)?;
    }
    sql.commit()?;
    // The header of the file itself must name us: opening reads it before SQLite does.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
