//! The hidden folder in which new files wait for the switch.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};

use super::{Folder, Mode, locked};
use crate::error::Error;
use crate::manifest;

/// Its name.
pub(super) const STAGING: &str = ".shpalta-staging";

impl Folder {
    pub(super) fn stage(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        if self.mode == Mode::Write {
            if self.staged.is_empty() {
                self.clear_staging()?;
            }
            self.write_staged(&self.staged.len().to_string(), bytes)?;
        }
        self.staged.push(path.to_owned());
        Ok(())
    }

    /// What a killed run staged is of no use, but its manifest is until ours takes its place.
    pub(super) fn clear_staging(&mut self) -> Result<(), Error> {
        if self.is_new {
            self.make()?;
        }
        let staging = self.root.join(STAGING);
        fs::create_dir_all(&staging).map_err(|error| Error::writing(&staging, &error))?;
        let listed = fs::read_dir(&staging).map_err(|error| Error::reading(&staging, &error))?;
        for file in listed.flatten().filter(|file| file.file_name() != manifest::NAME) {
            let path = file.path();
            fs::remove_file(&path).map_err(|error| Error::writing(&path, &error))?;
        }
        Ok(())
    }

    /// Makes the folder. Whoever makes it first has the export.
    fn make(&mut self) -> Result<(), Error> {
        fs::create_dir(&self.root).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists if self.root.is_dir() => Error::Busy(self.root.clone()),
            _ => Error::writing(&self.root, &error),
        })?;
        self._lock = locked(&self.root)?;
        self.is_new = false;
        self.made = true;
        Ok(())
    }

    pub(super) fn write_staged(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.root.join(STAGING).join(name);
        let write = || {
            let mut file = File::create(&path)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| Error::writing(&path, &error))
    }
}

impl Drop for Folder {
    /// A run that was refused or stopped leaves nothing behind, except the manifest that a killed
    /// run before it left.
    fn drop(&mut self) {
        if self.mode == Mode::DryRun || self.is_new {
            return;
        }
        let staging = self.root.join(STAGING);
        if staging.join(manifest::NAME).exists() {
            let _ = self.clear_staging();
        } else {
            let _ = fs::remove_dir_all(staging);
        }
        if self.made {
            // Only an empty folder goes.
            let _ = fs::remove_dir(&self.root);
        }
    }
}
