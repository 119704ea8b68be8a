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

    pub(super) fn note_names(&mut self, html: &str) {
        self.named_now.extend(named(html));
    }

    pub(super) fn note_old_names(&mut self, path: &str) -> Result<(), Error> {
        if self.folder.files().contains_key(path) {
            let old = self.folder.read(path)?.unwrap_or_default();
            self.named_before.extend(named(&String::from_utf8_lossy(&old)));
        }
        Ok(())
    }

    /// An image that pages stopped naming goes, unless a page that this run did not touch names
    /// it, too: the photo of a withdrawn story does not stay behind.
    pub(super) fn forget_unnamed_images(&mut self) -> Result<(), Error> {
        let files = self.folder.files();
        let mut unnamed: BTreeSet<String> = self
            .named_before
            .difference(&self.named_now)
            .filter(|path| files.get(*path).is_some_and(|file| file.kind == Kind::Image))
            .cloned()
            .collect();
        let untouched = files
            .values()
            .filter(|file| file.kind == Kind::Page && !self.folder.decided(&file.path));
        for page in untouched {
            if unnamed.is_empty() {
                break;
            }
            let html = self.folder.read(&page.path)?.unwrap_or_default();
            for name in named(&String::from_utf8_lossy(&html)) {
                unnamed.remove(&name);
            }
        }
        unnamed.iter().for_each(|path| self.folder.remove(path));
        Ok(())
    }
}

/// The paths of images that a page names.
fn named(html: &str) -> impl Iterator<Item = String> {
    html.split(FOLDER).skip(1).filter_map(|rest| {
        let (hash, rest) = rest.split_at_checked(HASH_DIGITS)?;
        let ending = rest.strip_prefix('.')?;
        let end = ending.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(ending.len());
        let is_hash = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| format!("{FOLDER}{hash}.{}", &ending[..end]))
    })
}
