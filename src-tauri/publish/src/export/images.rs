//! The images that pages use: put beside them, and taken away when no page names them.

use std::collections::BTreeSet;

use super::{Run, Source};
use crate::error::Error;
use crate::folder::sha256;
use crate::manifest::{Entry, Kind};
use crate::page::article::Placed;
use crate::photo::Photo;

const FOLDER: &str = "media/";
const HASH_DIGITS: usize = 64;

impl<S: Source> Run<'_, S> {
    /// Its name says what it holds, so a name once seen may be cached for ever.
    pub(super) fn put_photo(&mut self, photo: &Photo) -> Result<Placed, Error> {
        let path = format!("{FOLDER}{}.{}", sha256(&photo.bytes), photo.extension);
        let (sha256, kind) = (String::new(), Kind::Image);
        let entry = Entry { path: path.clone(), sha256, kind, story: None, lang: None };
        self.folder.put(entry, &photo.bytes)?;
        Ok(Placed { path, size: photo.size })
    }

    /// Says which images a page shows now.
    pub(super) fn show(&mut self, page: &str, images: &[String]) -> Result<(), Error> {
        self.dropped.extend(self.folder.ledger.show(page, images)?);
        Ok(())
    }

    /// An image that pages stopped showing goes, unless another page shows it, too: the photo of a
    /// withdrawn story does not stay behind.
    pub(super) fn forget_dropped_images(&mut self) -> Result<(), Error> {
        for path in std::mem::take(&mut self.dropped) {
            let file = self.folder.file(&path)?;
            if file.is_some_and(|file| file.kind == Kind::Image)
                && !self.folder.ledger.is_shown(&path)?
            {
                self.folder.remove(&path)?;
            }
        }
        Ok(())
    }
}

/// The paths of images that a page names.
pub(super) fn named(html: &str) -> Vec<String> {
    let names = html.split(FOLDER).skip(1).filter_map(|rest| {
        let (hash, rest) = rest.split_at_checked(HASH_DIGITS)?;
        let ending = rest.strip_prefix('.')?;
        let end = ending.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(ending.len());
        let is_hash = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| format!("{FOLDER}{hash}.{}", &ending[..end]))
    });
    let names: BTreeSet<String> = names.collect();
    names.into_iter().collect()
}
