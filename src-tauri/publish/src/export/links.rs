//! Where links from story to story lead. It is known once the export has decided what becomes of
//! those stories; pages that link to one it has not come to yet wait for that.

use std::collections::{BTreeMap, BTreeSet};

use shpalta_language::Language;
use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::publication::{ExportedRow, Target};

use super::outcome::FateKind;
use super::pages::{PageOf, made};
use super::{Run, Source};
use crate::error::Error;
use crate::folder::Weighed;
use crate::manifest::Kind;
use crate::page::links::{Place, linked, named};

/// What a page's links lead to.
#[derive(Default)]
pub(super) struct Links {
    /// By slug; none where readers find no page.
    places: BTreeMap<String, Option<Place>>,
    /// The export has yet to decide about some of the stories.
    pub open: bool,
    /// How many of the newsroom's stories have no page to lead to.
    dead: usize,
}

impl Links {
    /// The page with its links.
    pub fn applied(&self, html: String, language: Language, path: &str) -> String {
        match self.places.is_empty() {
            true => html,
            false => linked(&html, language, path, |story| self.places.get(story)?.as_ref()),
        }
    }

    /// About stories of the newsroom; of others the text's own findings tell.
    pub fn findings(&self) -> impl Iterator<Item = Finding> {
        (0..self.dead).map(|_| Finding::of(FindingCode::DeadLink))
    }
}

/// A page whose links are open.
pub(super) struct Waiting {
    pub page: PageOf,
    pub html: String,
    pub ninjs: Option<Weighed>,
    /// For the newsroom's record, unless it has the page's hash already.
    pub row: Option<ExportedRow>,
    /// Which of the editions that are told of it is.
    pub told: Option<usize>,
}

impl<S: Source> Run<'_, S> {
    /// Where a page of a language leads that links to stories.
    pub(super) fn links(
        &self,
        language: Language,
        stories: BTreeSet<String>,
    ) -> Result<Links, Error> {
        let mut links = Links::default();
        for slug in stories {
            let story = self.source.story_named(&slug)?;
            links.open |= story.is_some_and(|story| self.undecided.contains(&story));
            // A page of a story that the newsroom lost is about to go.
            let place = match story {
                Some(_) => self.place_of_story(&slug, language)?,
                None => None,
            };
            links.dead += usize::from(story.is_some() && place.is_none());
            links.places.insert(slug, place);
        }
        Ok(links)
    }

    fn place_of_story(&self, slug: &str, reader: Language) -> Result<Option<Place>, Error> {
        for language in Place::languages(reader) {
            if let Some(path) = self.coming.get(&(slug.to_owned(), language)) {
                return Ok(Some(Place { path: path.clone(), language }));
            }
            let page = self.folder.page_now(slug, language)?;
            if let Some(page) = page.filter(|page| page.kind == Kind::Page) {
                return Ok(Some(Place { path: page.path, language }));
            }
        }
        Ok(None)
    }

    /// Has a page wait until it is known where its links lead.
    pub(super) fn wait(&mut self, waiting: Waiting) {
        let PageOf { slug, language, path, .. } = &waiting.page;
        self.coming.insert((slug.clone(), *language), path.clone());
        self.waiting.push(waiting);
    }

    /// Puts pages that waited in place, and links others anew that lead to stories which came, went
    /// or moved.
    pub(super) fn settle_links(&mut self) -> Result<(), Error> {
        for waiting in std::mem::take(&mut self.waiting) {
            self.put_waiting(waiting)?;
        }
        for story in std::mem::take(&mut self.moved) {
            for page in self.folder.ledger.pages_linking_to(&story)? {
                self.link_anew(&page)?;
            }
        }
        Ok(())
    }

    fn put_waiting(&mut self, waiting: Waiting) -> Result<(), Error> {
        let Waiting { page, html, ninjs, row, told } = waiting;
        let links = self.links(page.language, named(&html))?;
        let html = links.applied(html, page.language, &page.path);
        let made = made(self.folder.disk(), &page.path, &html, ninjs)?;
        let put = self.accept_page(&page, made)?;
        self.keep_found(&page.path, links.findings());
        if let Some(told) = told.and_then(|at| self.editions.get_mut(at)) {
            told.findings.extend(links.findings());
            if put.stood {
                told.fate = FateKind::Unchanged;
            }
        }
        self.record(row, put.sha256);
        Ok(())
    }

    fn link_anew(&mut self, path: &str) -> Result<(), Error> {
        let entry = self.folder.file(path)?.filter(|entry| entry.kind == Kind::Page);
        let Some(entry) = entry.filter(|_| !self.folder.is_decided(path)) else { return Ok(()) };
        let (Some(slug), Some(language)) = (entry.story.clone(), entry.lang) else { return Ok(()) };
        let html = self.folder.intact(&entry)?.and_then(|html| String::from_utf8(html).ok());
        let Some((html, story)) = html.zip(self.source.story_named(&slug)?) else { return Ok(()) };
        let links = self.links(language, named(&html))?;
        let linked = links.applied(html.clone(), language, path);
        if linked == html {
            return Ok(());
        }
        let page = PageOf { story, slug, language, kind: Kind::Page, path: path.to_owned() };
        let made = made(self.folder.disk(), path, &linked, None)?;
        let sha256 = self.accept_page(&page, made)?.sha256;
        if self.target == Target::Site {
            let editions = self.source.dossier(story)?.editions.into_iter();
            let edition = editions.filter(|edition| edition.language == language);
            let last = edition.filter_map(|edition| edition.exported).next();
            self.record(last.filter(|last| last.path == path), sha256);
        }
        Ok(())
    }

    /// Keeps in mind what was found of a page that is out.
    pub(super) fn keep_found(&mut self, path: &str, findings: impl IntoIterator<Item = Finding>) {
        let mut findings = findings.into_iter().peekable();
        if findings.peek().is_some() {
            self.found.entry(path.to_owned()).or_default().extend(findings);
        }
    }

    /// Has the newsroom put on record what stands on the site now.
    pub(super) fn record(&mut self, row: Option<ExportedRow>, sha256: String) {
        if let Some(row) = row.filter(|row| row.sha256 != sha256) {
            self.rows.push(ExportedRow { sha256, ..row });
        }
    }
}
