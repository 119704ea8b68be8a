//! A sign that a window has the newsroom open. One that nobody holds was left by a program that did
//! not come to its end.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::folder_of;

/// What the names of signs begin with.
const OPEN: &str = "open.";

/// Stands in `recovery/` while it lives, and is locked: the system lets go of it when the program
/// ends, however it ends.
#[derive(Debug)]
pub struct Sign {
    path: PathBuf,
    file: File,
}

/// What signs of others tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs {
    /// A program that had the newsroom open did not come to its end. It is told once.
    pub left: bool,
    /// Another program has it open now.
    pub held: bool,
}

impl Sign {
    /// Sets the sign of a program, and says what others tell. Where nothing can be written there is
    /// no sign.
    pub fn set(newsroom: &Path, process: Uuid) -> (Option<Self>, Signs) {
        let signs = look(&newsroom.join("recovery"));
        let Ok(folder) = folder_of(newsroom) else { return (None, signs) };
        let path = folder.join(format!("{OPEN}{process}"));
        let file = File::create(&path).ok().filter(|file| file.try_lock().is_ok());
        (file.map(|file| Self { path, file }), signs)
    }
}

impl Drop for Sign {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

/// Signs that nobody holds are removed.
fn look(folder: &Path) -> Signs {
    let mut signs = Signs::default();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(OPEN) {
            continue;
        }
        let is_held = |file: File| matches!(file.try_lock(), Err(TryLockError::WouldBlock));
        if File::open(entry.path()).is_ok_and(is_held) {
            signs.held = true;
        } else {
            signs.left = true;
            let _ = fs::remove_file(entry.path());
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_sign_that_nobody_holds_tells_of_an_end_that_was_none() {
        let folder = tempfile::tempdir().unwrap();
        let set = || Sign::set(folder.path(), Uuid::now_v7());
        let (sign, signs) = set();
        assert!(sign.is_some() && signs == Signs::default());
        let (another, signs) = set();
        assert!(another.is_some() && signs == Signs { left: false, held: true });
        drop((sign, another));
        assert_eq!(fs::read_dir(folder.path().join("recovery")).unwrap().count(), 0);
        let left = folder.path().join("recovery/open.gone");
        fs::write(&left, "").unwrap();
        assert!(set().1.left && !left.exists());
        assert!(!set().1.left, "it is told once");
    }

    #[test]
    fn where_there_is_no_newsroom_there_is_no_sign() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone");
        let (sign, signs) = Sign::set(&gone, Uuid::now_v7());
        assert!(sign.is_none() && signs == Signs::default() && !gone.exists());
    }
}
