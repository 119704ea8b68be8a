//! The newsroom that was opened last.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the newsroom that was opened last, if that is known.
pub(crate) fn newsroom() -> Option<PathBuf> {
    let folder = fs::read_to_string(file()?).ok()?;
    let folder = folder.trim_end_matches('\n');
    (!folder.is_empty()).then(|| PathBuf::from(folder))
}

/// Remembers a newsroom. It is a convenience: where it cannot be written, nothing is lost.
pub(crate) fn remember(folder: &Path) {
    let Ok(folder) = std::path::absolute(folder) else { return };
    if newsroom().as_deref() == Some(&folder) {
        return;
    }
    if let (Some(file), Some(name)) = (file(), folder.to_str()) {
        let _ = file.parent().map(fs::create_dir_all);
        let _ = fs::write(file, format!("{name}\n"));
    }
}

fn file() -> Option<PathBuf> {
    Some(state_folder()?.join("shpalta").join("last"))
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
