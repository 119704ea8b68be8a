//! Mounting, for as long as a value lives.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Something mounted; dropped, it is not.
#[derive(Debug)]
pub struct Mount(PathBuf);

impl Mount {
    /// Runs `mount` with these words.
    ///
    /// # Errors
    /// What it says.
    pub fn new(words: &[&str], place: &Path) -> Result<Self, String> {
        Self::served(words, place, Stdio::null())
    }

    /// Runs `mount` with these words, and with what it hands the kernel at its stdin.
    ///
    /// # Errors
    /// What it says.
    pub fn served(words: &[&str], place: &Path, stdin: Stdio) -> Result<Self, String> {
        let output = Command::new("mount").args(words).arg(place).stdin(stdin).output();
        let output = output.map_err(|error| error.to_string())?;
        match output.status.success() {
            true => Ok(Self(place.to_owned())),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }
}

impl Drop for Mount {
    /// What is still at work keeps it busy: then it is out of sight, and goes when that ends.
    fn drop(&mut self) {
        let unmounted = |words: &[&str]| {
            let status = Command::new("umount").args(words).arg(&self.0).status();
            status.is_ok_and(|status| status.success())
        };
        if !unmounted(&["-q"]) {
            unmounted(&["-l"]);
        }
    }
}
