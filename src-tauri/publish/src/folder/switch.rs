//! The switch: everything staged is put in place, what is not wanted goes, the manifest comes last.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[cfg(target_os = "linux")]
use rustix::fs::{CWD, RenameFlags, renameat_with};
#[cfg(target_os = "linux")]
use rustix::io::Errno;
use shpalta_newsroom::publication::ledger::LedgerFile;

use super::disk::{STAGING, Staged};
use super::known::{MANIFEST, part_entry};
use super::{Coming, Folder, Mode, entry_of, is_absent, sha256};
use crate::error::Error;
use crate::manifest::{self, Entry, Kind, MOST_IN_ONE, Part};

/// What a switch did, or would do.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Switched {
    pub written: Vec<String>,
    pub removed: Vec<String>,
    /// Files decided on that stood there already.
    pub unchanged: usize,
    /// All files of ours now, without the manifest.
    pub files: usize,
}

/// What was written down of a switch before it.
struct WrittenDown {
    /// For the next run, if this one is killed.
    intended: Staged,
    manifest: Staged,
    /// Parts of the manifest that the folder has now and the new one has not.
    old_parts: Vec<String>,
}

impl Folder {
    /// Puts everything in place. When nothing changed, nothing is touched.
    ///
    /// # Errors
    /// [`Error::ForeignFile`] where somebody put a file meanwhile; those of writing. Before the first
    /// rename nothing has changed; after it, the next run finishes.
    pub fn switch(&mut self) -> Result<Switched, Error> {
        let mut written: Vec<_> =
            self.coming.iter().map(|coming| coming.file.path.clone()).collect();
        written.sort();
        let removed = self.removed.iter().filter(|path| !Part::is_path(path)).cloned().collect();
        let files = self.ledger.count()? - self.ledger.files_of_kind(Kind::Part.name())?.len();
        match self.disk.mode {
            Mode::Write if self.changes() => self.move_into_place(files)?,
            Mode::Write => self.ledger.keep()?,
            Mode::DryRun => (),
        }
        Ok(Switched { written, removed, unchanged: self.unchanged, files })
    }

    fn changes(&self) -> bool {
        let quiet = self.coming.is_empty() && self.removed.is_empty() && self.touched.is_empty();
        !quiet || self.unfinished
    }

    fn move_into_place(&mut self, files: usize) -> Result<(), Error> {
        self.disk.clear_staging()?;
        let disk = Arc::clone(&self.disk);
        let written = disk.sync_while(self.coming.len(), || self.write_down(files))?;
        let WrittenDown { intended, manifest, old_parts } = written;
        self.disk.sync(self.coming.len() + 2, || self.waiting([intended, manifest]))?;
        self.must_have_room()?;
        self.replace(intended, &format!("{STAGING}/{}", manifest::NAME))?;
        self.coming.sort_by_key(|coming| coming.file.kind);
        let mut moved = BTreeSet::new();
        for Coming { staged, file, replaces } in &self.coming {
            let with_folder =
                *staged == Staged::InNewFolder && self.move_folder_of(&file.path, &mut moved);
            match (with_folder, replaces) {
                (true, _) => (),
                (false, true) => self.replace(*staged, &file.path)?,
                (false, false) => self.fill(*staged, &file.path)?,
            }
        }
        self.removed.iter().try_for_each(|path| self.unlink(path))?;
        let folders = self.folders();
        self.disk.sync(folders.len(), || folders)?;
        self.replace(manifest, manifest::NAME)?;
        self.disk.sync(1, || vec![self.disk.root.clone()])?;
        old_parts.iter().try_for_each(|path| self.unlink(path))?;
        let staging = self.disk.root.join(STAGING);
        fs::remove_dir_all(&staging).map_err(|error| Error::writing(&staging, &error))
    }

    /// Writes down what is to stand in the folder. The ledger tells of that from now on, and is not
    /// believed unless the switch comes.
    fn write_down(&mut self, files: usize) -> Result<WrittenDown, Error> {
        let old_parts = self.stage_manifest_parts(files)?;
        let (intended, _) = self.disk.stage(self.intended()?.as_bytes())?;
        let json = self.whole_manifest()?;
        let (manifest, _) = self.disk.stage(json.as_bytes())?;
        self.ledger.set_state(MANIFEST, &sha256(json.as_bytes()))?;
        self.ledger.keep()?;
        Ok(WrittenDown { intended, manifest, old_parts })
    }

    /// Nobody may have put anything where nothing was.
    fn must_have_room(&self) -> Result<(), Error> {
        let mut absent = BTreeSet::new();
        for Coming { file, .. } in self.coming.iter().filter(|coming| !coming.replaces) {
            let folder = file.path.rsplit_once('/').map(|(folder, _)| folder);
            if folder.is_some_and(|folder| absent.contains(folder)) {
                continue;
            }
            if !self.disk.leads_inside(&file.path)? {
                absent.extend(folder);
            } else if self.disk.look(&file.path).is_some() {
                return Err(Error::ForeignFile(self.disk.root.join(&file.path)));
            }
        }
        Ok(())
    }

    /// What the next run has to know of this one if it is killed.
    fn intended(&self) -> Result<String, Error> {
        self.manifest(self.coming.iter().map(|coming| &coming.file), &[])
    }

    fn manifest<'a>(
        &self,
        files: impl IntoIterator<Item = &'a Entry>,
        parts: &[Part],
    ) -> Result<String, Error> {
        manifest::written(files, parts)
            .map_err(|error| Error::writing(&self.disk.root.join(manifest::NAME), &error.into()))
    }

    /// Writes the parts of a long manifest that say something else now; the paths of those in
    /// whose stead they are. A manifest that is not long any more loses all.
    fn stage_manifest_parts(&mut self, files: usize) -> Result<Vec<String>, Error> {
        let old = self.ledger.files_of_kind(Kind::Part.name())?;
        let old: BTreeMap<u8, String> =
            old.into_iter().filter_map(|part| Some((number(&part.path)?, part.path))).collect();
        let numbers: BTreeSet<u8> = match files > MOST_IN_ONE {
            true if old.is_empty() => (0..=u8::MAX).collect(),
            true => self.touched.iter().filter_map(|(part, _)| *part).collect(),
            false => BTreeSet::new(),
        };
        let mut replaced = Vec::new();
        for number in &numbers {
            let part = self.stage_part(*number)?;
            replaced.extend(old.get(number).filter(|path| part.as_ref() != Some(path)).cloned());
        }
        if files <= MOST_IN_ONE {
            replaced.extend(old.into_values());
        }
        replaced.iter().try_for_each(|path| self.ledger.remove(path))?;
        Ok(replaced)
    }

    /// The path of the part that lists these files; none where there are none.
    fn stage_part(&mut self, number: u8) -> Result<Option<String>, Error> {
        let files = entries(self.ledger.files_of_part(Some(number))?);
        if files.is_empty() {
            return Ok(None);
        }
        let json = self.manifest(&files, &[])?;
        let sha256 = sha256(json.as_bytes());
        let path = Part::path(number, &sha256);
        let weighed = self.disk.weigh(&path, json.as_bytes())?;
        self.removed.remove(&path);
        self.accept(part_entry(Part { path: path.clone(), sha256 }), weighed)?;
        Ok(Some(path))
    }

    fn whole_manifest(&self) -> Result<String, Error> {
        let parts = self.ledger.files_of_kind(Kind::Part.name())?;
        let files = match parts.is_empty() {
            true => self.ledger.files()?,
            false => self.ledger.files_of_part(None)?,
        };
        let parts = parts.into_iter().map(|part| Part { path: part.path, sha256: part.sha256 });
        let files: Vec<_> =
            entries(files).into_iter().filter(|file| file.kind != Kind::Part).collect();
        self.manifest(&files, &parts.collect::<Vec<_>>())
    }

    /// All that waits for the switch, with the folders that come with it.
    fn waiting(&self, written: [Staged; 2]) -> Vec<PathBuf> {
        let mut waiting = written.map(|staged| self.disk.staged(staged, "")).to_vec();
        let mut folders = BTreeSet::new();
        for Coming { staged, file, .. } in &self.coming {
            waiting.push(self.disk.staged(*staged, &file.path));
            if *staged == Staged::InNewFolder {
                folders.extend(folders_of(&file.path));
            }
        }
        let folders = folders.into_iter();
        waiting.extend(folders.map(|folder| self.disk.staged(Staged::InNewFolder, folder)));
        waiting
    }

    /// Puts the outermost folder of a file that the site does not have in place, with all that is
    /// in it. Whether the file is there now; where not, it can still be put in place by itself.
    fn move_folder_of<'f>(&self, path: &'f str, moved: &mut BTreeSet<&'f str>) -> bool {
        for folder in folders_of(path) {
            if moved.contains(folder) {
                return true;
            }
            let to = self.disk.root.join(folder);
            if !to.exists() {
                let from = self.disk.staged(Staged::InNewFolder, folder);
                let is_moved = fs::rename(from, to).is_ok();
                moved.extend(is_moved.then_some(folder));
                return is_moved;
            }
        }
        false
    }

    /// Puts a file where one of ours may stand.
    fn replace(&self, staged: Staged, path: &str) -> Result<(), Error> {
        self.put_in_place(staged, path, |from, to| fs::rename(from, to))
    }

    /// Puts a file where nothing stands.
    fn fill(&self, staged: Staged, path: &str) -> Result<(), Error> {
        self.put_in_place(staged, path, rename_to_nothing)
    }

    fn put_in_place(
        &self,
        staged: Staged,
        path: &str,
        rename: impl Fn(&Path, &Path) -> io::Result<()>,
    ) -> Result<(), Error> {
        let to = self.disk.root.join(path);
        let from = self.disk.staged(staged, path);
        // The folder is there nearly always.
        let renamed = rename(&from, &to).or_else(|error| match is_absent(&error) {
            true => {
                let folder = to.parent().unwrap_or(&self.disk.root);
                fs::create_dir_all(folder).and_then(|()| rename(&from, &to))
            }
            false => Err(error),
        });
        renamed.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Error::ForeignFile(to),
            _ => Error::writing(&to, &error),
        })
    }

    /// The folders in which something was put, with those above them.
    fn folders(&self) -> Vec<PathBuf> {
        let mut folders = BTreeSet::from([""]);
        folders.extend(self.coming.iter().flat_map(|coming| folders_of(&coming.file.path)));
        folders.into_iter().map(|folder| self.disk.root.join(folder)).collect()
    }

    fn unlink(&self, path: &str) -> Result<(), Error> {
        if !self.disk.leads_inside(path)? {
            return Ok(());
        }
        let file = self.disk.root.join(path);
        match fs::remove_file(&file) {
            Err(error) if !is_absent(&error) => Err(Error::writing(&file, &error)),
            _ => Ok(()),
        }
    }
}

/// Renames a file; whatever stands in the way stays.
pub(super) fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // Not every file system can.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => (),
        renamed => return Ok(renamed?),
    }
    match fs::symlink_metadata(to) {
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// The folders of a path below the site, the outermost first.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

fn entries(files: Vec<LedgerFile>) -> Vec<Entry> {
    files.into_iter().filter_map(entry_of).collect()
}

/// Which part a path is of.
fn number(path: &str) -> Option<u8> {
    u8::from_str_radix(path.rsplit('/').next()?.get(..2)?, 16).ok()
}
