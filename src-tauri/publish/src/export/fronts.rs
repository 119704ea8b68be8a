//! Front pages, and what all pages share.

use std::collections::BTreeMap;

use shpalta_language::Language;
use shpalta_newsroom::id::StoryId;

use super::{Run, Source};
use crate::address;
use crate::error::Error;
use crate::manifest::{Entry, Kind};
use crate::page::front::{LONGEST, Listed};
use crate::page::{SHARED, Versions};

impl<S: Source> Run<'_, S> {
    /// A front page for each language that has a page. Pages of stories that are not exported now
    /// are read from the folder, so that exporting one story or all gives the same front page.
    pub(super) fn fronts(&mut self, newest_first: &[(StoryId, String)]) -> Result<(), Error> {
        let is_there = |language: &Language| {
            self.folder.files().values().any(|file| {
                matches!(file.kind, Kind::Page | Kind::Notice) && file.lang == Some(*language)
            })
        };
        let (there, gone): (Vec<_>, Vec<_>) = Language::ALL.into_iter().partition(is_there);
        let paths = there.iter().map(|language| (*language, address::front(*language)));
        let versions = Versions { paths: paths.collect(), original: None };
        for (language, path) in &versions.paths {
            let stories = self.newest(*language, newest_first)?;
            let html = self.pages.front(*language, path, &versions, &stories)?;
            self.put_shared(path, Kind::Index, Some(*language), html.as_bytes())?;
        }
        for language in gone {
            self.folder.remove(&address::front(language));
        }
        if there.is_empty() {
            SHARED.iter().for_each(|(path, _)| self.folder.remove(path));
            return Ok(());
        }
        SHARED
            .iter()
            .try_for_each(|(path, file)| self.put_shared(path, Kind::Style, None, file.as_bytes()))
    }

    fn newest(
        &self,
        language: Language,
        newest_first: &[(StoryId, String)],
    ) -> Result<Vec<Listed>, Error> {
        let pages = self.folder.files().values();
        let pages = pages.filter(|file| file.kind == Kind::Page && file.lang == Some(language));
        let by_slug: BTreeMap<_, _> =
            pages.filter_map(|file| Some((file.story.as_deref()?, file.path.as_str()))).collect();
        let mut newest = Vec::new();
        let paths = newest_first.iter().filter_map(|(_, slug)| by_slug.get(slug.as_str()));
        for path in paths {
            newest.extend(self.listed(path)?);
            if newest.len() == LONGEST {
                break;
            }
        }
        Ok(newest)
    }

    fn listed(&self, path: &str) -> Result<Option<Listed>, Error> {
        if let Some(listed) = self.listed.get(path) {
            return Ok(Some(listed.clone()));
        }
        let html = self.folder.read(path)?.unwrap_or_default();
        Ok(Listed::in_page(path, &String::from_utf8_lossy(&html)))
    }

    fn put_shared(
        &mut self,
        path: &str,
        kind: Kind,
        lang: Option<Language>,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let sha256 = String::new();
        let entry = Entry { path: path.to_owned(), sha256, kind, story: None, lang };
        self.folder.put(entry, bytes).map(drop)
    }
}
