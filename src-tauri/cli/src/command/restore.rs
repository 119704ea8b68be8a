//! A newsroom of a backup.

use std::fmt::Write;

use shpalta_newsroom::backup::{self, Restored};

use super::{Answer, verify};
use crate::arguments::Restore;
use crate::output::Format;
use crate::words;

/// `restore`
pub(super) fn run(restore: &Restore, format: Format) -> Answer {
    let restored = backup::restore(&restore.file, &restore.to)?;
    let failure = verify::faults(&restored.faults);
    Ok(format.reply(|| &restored, || as_text(&restored)).but(failure))
}

fn as_text(restored: &Restored) -> String {
    let mut text = verify::lines(&restored.faults);
    let folder = restored.newsroom.display();
    let photos = words::counted(restored.media, "photo");
    let _ = writeln!(text, "Restored: {folder} ({photos}).");
    if !restored.compared {
        let _ =
            writeln!(text, "No record stood beside the backup that rows could be compared with.");
    }
    let _ = writeln!(text, "Go on there: shpalta --newsroom {folder} status");
    text
}
