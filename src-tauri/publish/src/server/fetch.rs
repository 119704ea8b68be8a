//! What somebody else brought to the server is fetched into the folder.

use std::collections::BTreeMap;

use super::{Server, Stand};
use crate::error::Error;
use crate::folder::{Folder, Mode, sha256};
use crate::manifest::Entry;

impl Server<'_> {
    /// Makes the folder what the server is, if the server is not as it was left.
    pub(super) fn catch_up(&mut self) -> Result<(), Error> {
        let here = self.here()?;
        let json = self.manifest_there()?;
        let stamp = json.as_deref().map(sha256);
        let as_left = self.notes.seen.there == stamp && self.notes.seen.here == here.stamp;
        // Where nothing of ours is yet, the folder is what is to be there.
        if !as_left && stamp.is_some() && here.stamp != stamp {
            self.fetch(&here, &self.there(json.as_deref())?)?;
        }
        let here = self.here()?.stamp;
        self.notes.keep(stamp, here)
    }

    /// A file that is not what the manifest says, as a run that was cut off leaves it, stays away:
    /// the export that follows makes it anew.
    fn fetch(&self, here: &Stand, there: &Stand) -> Result<(), Error> {
        let mut folder = Folder::open(self.folder, Mode::Write, |_| None)?;
        here.files
            .keys()
            .filter(|path| !there.files.contains_key(*path))
            .try_for_each(|path| folder.remove(path))?;
        let differs = |file: &&Entry| here.files.get(&file.path) != Some(file);
        let wanted: BTreeMap<String, Entry> = there
            .files
            .values()
            .filter(differs)
            .map(|file| (file.path.clone(), file.clone()))
            .collect();
        self.remote.read_each::<Error>(wanted.keys().cloned(), |(path, bytes)| {
            let bytes = bytes.filter(|bytes| sha256(bytes) == wanted[&path].sha256);
            match bytes {
                Some(bytes) => folder.put(wanted[&path].clone(), &bytes).map(drop),
                None => Ok(()),
            }
        })?;
        folder.switch().map(drop)
    }
}
