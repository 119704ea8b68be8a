//! The newsrooms that were opened on this computer: the command and the window begin with the one
//! that was opened last.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// How many newsrooms are remembered.
const REMEMBERED: usize = 10;

/// What is remembered of them: a file `last` with the folder of one, and `recent` with a folder a
/// line, the newest first. It is a convenience: where it cannot be written, nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    folder: PathBuf,
}

impl Opened {
    /// Where this platform keeps what a program remembers, as the environment says; none where it
    /// does not say.
    pub fn here() -> Option<Self> {
        Some(Self::in_folder(state_folder()?.join("shpalta")))
    }

    /// In a folder that need not be there yet.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder of the newsroom that was opened last, if that is known.
    pub fn last(&self) -> Option<PathBuf> {
        let folder = fs::read_to_string(self.folder.join("last")).ok()?;
        let folder = folder.trim_end_matches('\n');
        (!folder.is_empty()).then(|| PathBuf::from(folder))
    }

    /// The folders of the last ten newsrooms, the newest first. Whether they are still there is
    /// not asked.
    pub fn recent(&self) -> Vec<PathBuf> {
        let listed = fs::read_to_string(self.folder.join("recent")).unwrap_or_default();
        let listed = listed.lines().filter(|line| !line.is_empty()).map(PathBuf::from);
        newest(self.last().into_iter().chain(listed))
    }

    /// Remembers a newsroom as the one opened last.
    pub fn remember(&self, folder: &Path) {
        let Ok(folder) = std::path::absolute(folder) else { return };
        let recent = self.recent();
        if recent.first() == Some(&folder) {
            return;
        }
        let Some(name) = folder.to_str() else { return };
        let _ = fs::create_dir_all(&self.folder);
        let _ = fs::write(self.folder.join("last"), format!("{name}\n"));
        let recent = newest(std::iter::once(folder.clone()).chain(recent));
        let lines = recent.iter().filter_map(|folder| folder.to_str());
        let lines: String =
            lines.filter(|line| !line.contains('\n')).map(|line| format!("{line}\n")).collect();
        let _ = fs::write(self.folder.join("recent"), lines);
    }
}

/// Each folder once, where it stands first.
fn newest(folders: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut newest = Vec::new();
    for folder in folders {
        if newest.len() < REMEMBERED && !newest.contains(&folder) {
            newest.push(folder);
        }
    }
    newest
}

/// Where this platform keeps what a program remembers.
fn state_folder() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value: &OsString| !value.is_empty());
    if let Some(folder) = named("XDG_STATE_HOME").map(PathBuf::from).filter(|f| f.is_absolute()) {
        return Some(folder);
    }
    if cfg!(windows) {
        return named("LOCALAPPDATA").map(PathBuf::from);
    }
    let home = PathBuf::from(named("HOME")?);
    Some(match cfg!(target_os = "macos") {
        true => home.join("Library").join("Application Support"),
        false => home.join(".local").join("state"),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn the_newsroom_opened_last_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let opened = Opened::in_folder(folder.path().join("state").join("shpalta"));
        assert_eq!((opened.last(), opened.recent()), (None, Vec::new()));
        opened.remember(Path::new("/desk/one"));
        opened.remember(Path::new("/desk/two"));
        assert_eq!(opened.last(), Some(PathBuf::from("/desk/two")));
        opened.remember(Path::new("/desk/one"));
        assert_eq!(opened.last(), Some(PathBuf::from("/desk/one")));
        assert_eq!(opened.recent(), paths(&["/desk/one", "/desk/two"]));
    }

    #[test]
    fn a_relative_folder_is_remembered_whole() {
        let folder = tempfile::tempdir().unwrap();
        let opened = Opened::in_folder(folder.path());
        opened.remember(Path::new("desk"));
        assert_eq!(opened.last(), Some(std::path::absolute("desk").unwrap()));
    }

    #[test]
    fn ten_newsrooms_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let opened = Opened::in_folder(folder.path());
        let desk = |number: u32| PathBuf::from(format!("/desk/{number}"));
        (0..12).for_each(|number| opened.remember(&desk(number)));
        assert_eq!(opened.recent(), (2..12).rev().map(desk).collect::<Vec<_>>());
    }

    #[test]
    fn what_an_older_version_remembered_is_the_first() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("last"), "/desk/old\n").unwrap();
        let opened = Opened::in_folder(folder.path());
        assert_eq!(opened.recent(), paths(&["/desk/old"]));
        opened.remember(Path::new("/desk/new"));
        assert_eq!(opened.recent(), paths(&["/desk/new", "/desk/old"]));
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        let opened = Opened::in_folder(folder.path().join("file"));
        opened.remember(Path::new("/desk/one"));
        assert_eq!((opened.last(), opened.recent()), (None, Vec::new()));
    }
}
