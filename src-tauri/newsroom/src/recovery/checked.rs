//! When the newsroom was last looked at as a whole.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

/// How long after one look the next one is due.
const INTERVAL: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Whether a look at the whole is due. The first week begins when it is asked for the first time.
pub fn check_is_due(newsroom: &Path, now: Timestamp) -> bool {
    let said = fs::read_to_string(place(newsroom)).ok();
    match said.and_then(|text| text.trim().parse::<Timestamp>().ok()) {
        Some(last) => last.duration_until(now).abs() >= INTERVAL,
        None => {
            note_check(newsroom, now);
            false
        }
    }
}

/// Notes that the whole was looked at. Where that cannot be noted it is looked at again.
pub fn note_check(newsroom: &Path, now: Timestamp) {
    let _ = fs::write(place(newsroom), now.to_string());
}

fn place(newsroom: &Path) -> PathBuf {
    newsroom.join("recovery").join("checked")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_whole_is_looked_at_once_a_week() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("recovery")).unwrap();
        let now = Timestamp::from_second(1_737_352_800).unwrap();
        let almost = INTERVAL - SignedDuration::from_secs(1);
        let is_due = |now| check_is_due(folder.path(), now);
        assert!(!is_due(now) && !is_due(now + almost));
        assert!(is_due(now + INTERVAL) && is_due(now - INTERVAL));
        note_check(folder.path(), now + INTERVAL);
        assert!(!is_due(now + INTERVAL + almost) && is_due(now + INTERVAL * 2));
    }
}
