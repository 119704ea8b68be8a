//! A story's pages in the folder, with what lies beside them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::publication::{Dossier, EditionDossier, Target, Withdrawal};

use super::links::Waiting;
use super::lists::Showing;
use super::{Run, Scope, Source, images};
use crate::error::Error;
use crate::folder::{Disk, Put, Weighed};
use crate::manifest::{Entry, Kind};
use crate::page::ninjs;
use crate::page::{Versions, links};

/// A page in question.
pub(super) struct PageOf {
    pub story: StoryId,
    pub slug: String,
    pub language: Language,
    pub kind: Kind,
    pub path: String,
}

impl PageOf {
    pub fn new(dossier: &Dossier, edition: &EditionDossier, kind: Kind, path: &str) -> Self {
        let (story, slug) = (dossier.story.id, dossier.story.slug.clone());
        Self { story, slug, language: edition.language, kind, path: path.to_owned() }
    }
}

/// A page as it is to stand in the folder.
pub(super) struct Made {
    listed: Option<Showing>,
    images: Vec<String>,
    /// That it links to, by slug.
    stories: BTreeSet<String>,
    weighed: Weighed,
    /// The same as ninjs, if there is such.
    ninjs: Option<Weighed>,
}

impl<S: Source> Run<'_, S> {
    /// A page that somebody changed by hand is left as they made it.
    pub(super) fn leave(
        &mut self,
        dossier: &Dossier,
        edition: &EditionDossier,
        entry: &Entry,
        (versions, awaited): (&Versions, Option<Timestamp>),
    ) -> Result<(), Error> {
        let Some(html) = self.folder.intact(entry)?.and_then(|html| String::from_utf8(html).ok())
        else {
            return Ok(());
        };
        let (language, path) = (edition.language, entry.path.as_str());
        let awaited = awaited.filter(|_| entry.kind == Kind::Page);
        let html = self.pages.left(&html, language, path, versions, awaited)?;
        let page = PageOf::new(dossier, edition, entry.kind, path);
        let last = edition.exported.as_ref().filter(|_| self.target == Target::Site);
        let row = last.filter(|last| last.path == path).cloned();
        let links = self.links(language, links::named(&html))?;
        if links.open {
            self.wait(Waiting { page, html, ninjs: None, row, told: None });
            return Ok(());
        }
        let html = links.applied(html, language, path);
        let made = made(self.folder.disk(), path, &html, None)?;
        let sha256 = self.accept_page(&page, made)?.sha256;
        self.record(row, sha256);
        Ok(())
    }

    /// Puts a notice in the page's place; whoever took the story on as ninjs is told, too.
    pub(super) fn withdraw(
        &mut self,
        versions: &Versions,
        dossier: &Dossier,
        edition: &EditionDossier,
        path: &str,
        withdrawal: &Withdrawal,
    ) -> Result<Put, Error> {
        let language = edition.language;
        let html = self.pages.notice(language, path, versions, withdrawal)?;
        let ninjs = self.pages.canceled(language, edition.edition, withdrawal)?;
        let disk = self.folder.disk();
        let made = made(disk, path, &html, weighed(disk, path, ninjs.as_deref())?)?;
        self.accept_page(&PageOf::new(dossier, edition, Kind::Notice, path), made)
    }

    /// Decides that the page is to stand there, with what lies beside it.
    pub(super) fn accept_page(&mut self, page: &PageOf, made: Made) -> Result<Put, Error> {
        let PageOf { story, slug, language, kind, path } = page;
        let before = self.must_be_free(slug, path)?;
        let entry = |path: &str, kind| Entry {
            path: path.to_owned(),
            sha256: String::new(),
            kind,
            story: Some(slug.clone()),
            lang: Some(*language),
        };
        let before = before.filter(|file| file.kind == Kind::Page);
        let stood = before.is_some_and(|file| file.story.as_ref() == Some(slug));
        if stood != (*kind == Kind::Page) {
            self.moved.insert(slug.clone());
        }
        let listed = made.listed.filter(|_| *kind == Kind::Page);
        let json = listed.as_ref().map(|listed| listed.json.as_str());
        let put = self.folder.accept_listed(entry(path, *kind), made.weighed, json)?;
        if let Some(ninjs) = made.ninjs {
            self.folder.accept(entry(&ninjs::path(path), Kind::Data), ninjs)?;
        } else if !self.pages.are_addressed() {
            self.folder.remove(&ninjs::path(path))?;
        }
        self.show(path, &made.images)?;
        self.folder.ledger.link(path, &made.stories)?;
        self.list(path, Some(*language), listed.as_ref(), Some(*story))?;
        Ok(put)
    }

    /// The story whose page stands in the place of another one's.
    pub(super) fn other_owner(&self, slug: &str, path: &str) -> Result<Option<String>, Error> {
        Ok(owner_besides(slug, self.folder.file(path)?.as_ref()))
    }

    /// What stands in a page's place; a page of a story that this run does not look at may not be
    /// overwritten.
    pub(super) fn must_be_free(&self, slug: &str, path: &str) -> Result<Option<Entry>, Error> {
        let there = self.folder.file(path)?;
        let Some(owner) = owner_besides(slug, there.as_ref()) else { return Ok(there) };
        let is_free = match self.scope {
            Scope::All => true,
            Scope::Named => false,
            Scope::Changed => match self.source.story_named(&owner)? {
                Some(owner) => self.stories.contains(&owner),
                None => false,
            },
        };
        match is_free {
            true => Ok(there),
            false => Err(Error::AddressTaken { path: path.to_owned(), story: owner }),
        }
    }

    /// Takes a page out of the folder.
    pub(super) fn forget_page(&mut self, path: &str) -> Result<(), Error> {
        if self.folder.is_decided(path) {
            return Ok(());
        }
        let page = self.folder.file(path)?.filter(|file| file.kind == Kind::Page);
        self.moved.extend(page.and_then(|page| page.story));
        self.show(path, &[])?;
        self.list(path, None, None, None)?;
        self.folder.remove(&ninjs::path(path))?;
        self.folder.remove(path)
    }
}

/// Whose a file is, if it is a page of another story.
fn owner_besides(slug: &str, there: Option<&Entry>) -> Option<String> {
    let page = there.filter(|file| file.kind != Kind::Redirect);
    page.and_then(|file| file.story.clone()).filter(|owner| owner != slug)
}

/// Weighs a page; what lies beside it was weighed.
pub(super) fn made(
    disk: &Disk,
    path: &str,
    html: &str,
    ninjs: Option<Weighed>,
) -> Result<Made, Error> {
    Ok(Made {
        listed: Showing::of_page(path, html)?,
        images: images::named(html),
        stories: links::named(html),
        weighed: disk.weigh(path, html.as_bytes())?,
        ninjs,
    })
}

/// Weighs what lies beside a page.
pub(super) fn weighed(
    disk: &Disk,
    path: &str,
    ninjs: Option<&str>,
) -> Result<Option<Weighed>, Error> {
    ninjs.map(|ninjs| disk.weigh(&ninjs::path(path), ninjs.as_bytes())).transpose()
}
