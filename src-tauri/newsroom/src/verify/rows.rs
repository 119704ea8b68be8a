//! Every row against the last backup, where nothing was changed since. Names, dates, settings and
//! the like have no hash of their own; this tells their damage. A newsroom that is older than its
//! backup lost the end of its write-ahead log.

use std::path::Path;

use rusqlite::Connection;

use super::Verification;
use crate::Result;
use crate::backup::{self, Backup};

pub(super) fn check(sql: &Connection, backups: &Path, found: &mut Verification) -> Result<()> {
    let id = backup::newsroom_id(sql)?;
    let mark = backup::watermark(sql)?;
    let schema: u32 = sql.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let is_of_now = |backup: &Backup| {
        (backup.record.change, backup.record.operations) == mark && backup.record.schema == schema
    };
    let all = backup::own(backups, &id);
    if let Some(later) = all.iter().find(|backup| backup.record.change > mark.0) {
        let name = later.path.file_name().unwrap_or_default().to_string_lossy();
        let meaning = "this backup holds changes that the newsroom lost: restore it";
        found.fault("lost", name, meaning);
    }
    let Some(last) = all.into_iter().find(is_of_now) else { return Ok(()) };
    let now = backup::tables(sql)?;
    for table in backup::differing(&last.record.tables, &now) {
        let meaning = "a row of this table is not as it was at the last backup, although nothing \
                       was changed since: restore that backup";
        found.fault("row", table, meaning);
    }
    Ok(())
}
