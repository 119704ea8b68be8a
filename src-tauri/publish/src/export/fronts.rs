//! Front pages, and what all pages share.

use shpalta_language::Language;
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::publication::ledger::Place;

use super::{Run, Source, images};
use crate::address;
use crate::error::Error;
use crate::manifest::{Entry, Kind};
use crate::page::front::{LONGEST, Listed};
use crate::page::{SHARED, Versions};

impl<S: Source> Run<'_, S> {
    /// A front page for each language that has a page. What it shows of a story is what that
    /// story's page shows, whenever that was exported.
    pub(super) fn fronts(&mut self) -> Result<(), Error> {
        let (mut there, mut gone) = (Vec::new(), Vec::new());
        for language in Language::ALL {
            let kinds = [Kind::Page.name(), Kind::Notice.name()];
            match self.folder.ledger.has(language, kinds)? {
                true => there.push(language),
                false => gone.push(language),
            }
        }
        let paths = there.iter().map(|language| (*language, address::front(*language)));
        let versions = Versions { paths: paths.collect(), original: None };
        for (language, path) in &versions.paths {
            let stories = self.newest(*language)?;
            let html = self.pages.front(*language, path, &versions, &stories)?;
            self.put_shared(path, Kind::Index, Some(*language), html.as_bytes())?;
            self.feeds_of(*language, &stories)?;
        }
        for language in gone {
            self.folder.remove(&address::front(language))?;
            self.forget_feeds(language)?;
        }
        self.sitemaps(&versions)?;
        if there.is_empty() {
            return SHARED.iter().try_for_each(|(path, _)| self.folder.remove(path));
        }
        SHARED
            .iter()
            .try_for_each(|(path, file)| self.put_shared(path, Kind::Style, None, file.as_bytes()))
    }

    fn newest(&self, language: Language) -> Result<Vec<Listed>, Error> {
        let listed = self.folder.ledger.newest(language, LONGEST)?;
        Ok(listed.iter().filter_map(|listed| serde_json::from_str(listed).ok()).collect())
    }

    /// Says what lists show of a page; equal instants go by the story's age.
    pub(super) fn list(
        &self,
        path: &str,
        listed: Option<&Listed>,
        story: Option<StoryId>,
    ) -> Result<(), Error> {
        let Some(listed) = listed else { return Ok(self.folder.ledger.list(path, None)?) };
        let json =
            serde_json::to_string(listed).map_err(|error| Error::Template(error.to_string()))?;
        let place = Place { at: listed.at(), story };
        Ok(self.folder.ledger.list(path, Some((&json, place)))?)
    }

    /// Fills a ledger that was made anew with what the pages in the folder say.
    pub(super) fn list_anew(&mut self) -> Result<(), Error> {
        for page in self.folder.files_of(Kind::Page)? {
            let html = self.folder.read(&page.path)?.unwrap_or_default();
            let html = String::from_utf8_lossy(&html);
            let story = match &page.story {
                Some(slug) => self.source.story_named(slug)?,
                None => None,
            };
            self.show(&page.path, &images::named(&html))?;
            self.list(&page.path, Listed::in_page(&page.path, &html).as_ref(), story)?;
        }
        Ok(())
    }

    pub(super) fn put_shared(
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
