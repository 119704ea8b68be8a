//! A verified copy of the newsroom.

use std::fmt::Write;

use shpalta_newsroom::backup::{Made, SecondPlace};

use super::{Answer, verify};
use crate::arguments::Backup;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;

/// What to do when the second place did not take its copy.
pub(crate) const SECOND_PLACE_REMEDY: &str =
    "The backup in the newsroom's folder is whole; look after the other disk.";

/// `backup`
pub(super) fn run(desk: &Desk, backup: &Backup) -> Answer {
    let made = match &backup.to {
        Some(folder) => desk.newsroom.back_up_to(desk.now, folder)?,
        None => desk.newsroom.back_up(desk.now)?,
    };
    let failure = failure_of(&made);
    Ok(desk.format.reply(|| &made, || as_text(&made)).but(failure))
}

fn failure_of(made: &Made) -> Option<Failure> {
    if let Some(SecondPlace::Failed { folder, message, .. }) = &made.second {
        let message = format!("The copy in {} was not made: {message}", folder.display());
        return Some(Failure::refused("second_place", message, SECOND_PLACE_REMEDY));
    }
    verify::faults(&made.faults)
}

fn as_text(made: &Made) -> String {
    let mut text = verify::lines(&made.faults);
    let photos = words::counted(made.media, "photo");
    let megabytes = made.bytes.div_ceil(1_000_000);
    let _ = writeln!(text, "Backed up: {} ({megabytes} MB, {photos}).", made.path.display());
    match &made.second {
        Some(SecondPlace::Written { path }) => _ = writeln!(text, "And: {}.", path.display()),
        Some(SecondPlace::Absent { folder }) => {
            let _ = writeln!(text, "The second place {} is not there now.", folder.display());
        }
        Some(SecondPlace::Failed { .. }) | None => {}
    }
    for name in &made.removed {
        let _ = writeln!(text, "thinned out: {name}");
    }
    text
}
