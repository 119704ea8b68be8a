//! Files that are no story's: lists, feeds, sitemaps, what all pages share.

use std::sync::Arc;

use shpalta_language::Language;

use super::threads::{Crew, Line};
use super::{Run, Source};
use crate::error::Error;
use crate::folder::Weighed;
use crate::manifest::{Entry, Kind};
use crate::page::Pages;

/// Such files as a crew makes them.
pub(super) struct Shared<'c, 'a, S> {
    crew: &'c Crew<'a, S>,
    making: Line<Result<(Entry, Weighed), Error>>,
}

impl<'c, 'a, S> Shared<'c, 'a, S> {
    pub fn by(crew: &'c Crew<'a, S>) -> Self {
        Self { crew, making: Line::default() }
    }
}

impl<'a, S: Source> Run<'a, S> {
    /// What all pages share; nothing where there is no page.
    pub(super) fn shared(&mut self, there: &[Language]) -> Result<(), Error> {
        for (path, file) in self.pages.shared().map(|(path, file)| (path, file.to_owned())) {
            match there.is_empty() {
                true => self.folder.remove(path)?,
                false => self.put_shared(path, Kind::Style, None, file.as_bytes())?,
            }
        }
        Ok(())
    }

    /// Puts a file that a site may have of its own: one that says something else and is not ours
    /// stays. Ours is known by what it says where a manifest was lost.
    pub(super) fn put_unless_foreign(
        &mut self,
        path: &str,
        kind: Kind,
        text: &str,
    ) -> Result<(), Error> {
        let is_ours = self.folder.file(path)?.is_some();
        match self.folder.read(path)? {
            Some(there) if !is_ours && there != text.as_bytes() => Ok(()),
            _ => self.put_shared(path, kind, None, text.as_bytes()),
        }
    }

    pub(super) fn put_shared(
        &mut self,
        path: &str,
        kind: Kind,
        lang: Option<Language>,
        bytes: &[u8],
    ) -> Result<(), Error> {
        self.folder.put(no_storys(path.to_owned(), kind, lang), bytes).map(drop)
    }

    /// Has a crew make a file that is no story's.
    pub(super) fn make_shared(
        &mut self,
        shared: &mut Shared<'_, 'a, S>,
        path: String,
        kind: Kind,
        lang: Option<Language>,
        content: impl FnOnce(&Pages<'a>) -> Result<String, Error> + Send + 'a,
    ) -> Result<(), Error> {
        let (pages, disk) = (Arc::clone(&self.pages), Arc::clone(self.folder.disk()));
        let made = shared.making.add(shared.crew.give(move |_| {
            let weighed = disk.weigh(&path, content(&pages)?.as_bytes())?;
            Ok((no_storys(path, kind, lang), weighed))
        }));
        made.map_or(Ok(()), |made| self.accept_made(made?))
    }

    /// Decides about what is still being made.
    pub(super) fn accept_shared(&mut self, mut shared: Shared<'_, 'a, S>) -> Result<(), Error> {
        shared.making.try_for_each(|made| self.accept_made(made?))
    }

    fn accept_made(&mut self, (file, weighed): (Entry, Weighed)) -> Result<(), Error> {
        self.folder.accept(file, weighed).map(drop)
    }
}

fn no_storys(path: String, kind: Kind, lang: Option<Language>) -> Entry {
    Entry { path, sha256: String::new(), kind, story: None, lang }
}
