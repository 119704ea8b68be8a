//! The lists of the site, and what all pages share.
//!
//! What lists show of a story is what that story's page shows, whenever that was exported. Of a list
//! only the parts are made anew that show something else than before.

use std::collections::{BTreeMap, BTreeSet};

use shpalta_language::Language;
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::publication::ledger::Place;

use super::shared::Shared;
use super::threads::Crew;
use super::{Run, Scope, Source, images};
use crate::error::Error;
use crate::manifest::Kind;
use crate::page::list::{List, ListPage, PART};
use crate::page::listed::Listed;
use crate::page::{Versions, links};

/// How many stories the feeds tell of.
const LONGEST_FEED: usize = 50;

/// What changed in a list.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// How many stories there are before the first that came, went or moved.
    moved: Option<usize>,
    /// The parts with stories that are shown otherwise where they are, counted from 0.
    shown: BTreeSet<usize>,
}

/// What lists show of a page.
pub(super) struct Showing {
    listed: Listed,
    /// The same as the ledger keeps it.
    pub json: String,
}

impl Showing {
    /// None when the page is not one of ours.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn of_page(path: &str, html: &str) -> Result<Option<Self>, Error> {
        let listed = Listed::in_page(path, html);
        let showing =
            listed.map(|listed| Ok(Self { json: serde_json::to_string(&listed)?, listed }));
        showing.transpose().map_err(|error: serde_json::Error| Error::Template(error.to_string()))
    }
}

/// A list of one language.
type OfLanguage = (Language, List);

impl<'a, S: Source> Run<'a, S> {
    /// Makes the lists anew that show something else than before, and what machines read of them.
    /// `altered`: they are not known to be as they were left.
    pub(super) fn lists(&mut self, altered: bool, crew: &Crew<'a, S>) -> Result<(), Error> {
        let all = altered || self.looks_at_all();
        let (mut there, mut gone) = (Vec::new(), Vec::new());
        for language in Language::ALL {
            let kinds = [Kind::Page.name(), Kind::Notice.name()];
            match self.folder.ledger.has(language, kinds)? {
                true => there.push(language),
                false => gone.push(language),
            }
        }
        let mut shared = Shared::by(crew);
        for (language, list) in self.lists_to_make(&there, all)? {
            self.make_list(language, &list, &there, all, &mut shared)?;
        }
        self.accept_shared(shared)?;
        for language in &there {
            let stories = self.newest(*language)?;
            self.feeds_of(*language, &stories)?;
        }
        for language in gone {
            self.forget_feeds(language)?;
        }
        if all {
            self.forget_lost_lists()?;
        }
        self.sitemaps(&self.versions_of(&List::Latest, &there)?, crew)?;
        self.redirect_map(all)?;
        self.shared(&there)
    }

    fn looks_at_all(&self) -> bool {
        self.scope == Scope::All || self.folder.made_anew
    }

    /// The lists of which some page may change. Pages name the same list in other languages, so
    /// where one comes or goes its sisters are made anew, too.
    fn lists_to_make(&self, there: &[Language], all: bool) -> Result<BTreeSet<OfLanguage>, Error> {
        let mut lists: BTreeSet<OfLanguage> = self.touched.keys().cloned().collect();
        for language in Language::ALL {
            lists.extend([(language, List::Latest), (language, List::Corrections)]);
            let known = if all { self.known(language, "")? } else { Vec::new() };
            lists.extend(known.into_iter().map(|list| (language, list)));
        }
        let mut sisters = BTreeSet::new();
        for (language, list) in &lists {
            let stood = self.folder.file(&list.path(*language, None))?.is_some();
            if stood != self.is_there(*language, list, there)? {
                sisters.extend(Language::ALL.map(|language| (language, list.clone())));
            }
        }
        lists.append(&mut sisters);
        Ok(lists)
    }

    /// A language that has a page has a front page and a list of corrections, though it be empty.
    fn is_there(&self, language: Language, list: &List, there: &[Language]) -> Result<bool, Error> {
        Ok(match list {
            List::Latest | List::Corrections => there.contains(&language),
            List::Section(_) | List::Author(_) => {
                self.folder.ledger.count_in(&key(language, list))? > 0
            }
        })
    }

    fn versions_of(&self, list: &List, there: &[Language]) -> Result<Versions, Error> {
        let mut paths = BTreeMap::new();
        for language in Language::ALL {
            if self.is_there(language, list, there)? {
                paths.insert(language, list.path(language, None));
            }
        }
        Ok(Versions { paths, original: None })
    }

    fn make_list(
        &mut self,
        language: Language,
        list: &List,
        there: &[Language],
        all: bool,
        shared: &mut Shared<'_, 'a, S>,
    ) -> Result<(), Error> {
        let versions = self.versions_of(list, there)?;
        let key = key(language, list);
        let count = self.folder.ledger.count_in(&key)?;
        let parts = List::parts(count);
        self.forget_parts_of(language, list, parts)?;
        if !versions.paths.contains_key(&language) {
            return self.folder.remove(&list.path(language, None));
        }
        let page = |part| ListPage {
            list: list.clone(),
            language,
            part,
            parts,
            versions: Versions::default(),
            stories: Vec::new(),
            sections: Vec::new(),
        };
        let touched = self.touched.get(&(language, list.clone()));
        for part in parts_to_make(touched, parts, all) {
            let stories = self.folder.ledger.slice(&key, part * PART, PART)?;
            self.make_list_page(page(Some(part + 1)), stories, shared)?;
        }
        let stories = self.folder.ledger.slice(&key, parts * PART, 2 * PART)?;
        let sections = match list {
            List::Latest => self.sections(language)?,
            List::Section(_) | List::Author(_) | List::Corrections => Vec::new(),
        };
        self.make_list_page(ListPage { versions, sections, ..page(None) }, stories, shared)
    }

    /// `stories`: as the ledger keeps them.
    fn make_list_page(
        &mut self,
        page: ListPage,
        stories: Vec<String>,
        shared: &mut Shared<'_, 'a, S>,
    ) -> Result<(), Error> {
        let (path, language) = (page.list.path(page.language, page.part), page.language);
        self.make_shared(shared, path, Kind::Index, Some(language), move |pages| {
            pages.list(&ListPage { stories: read(&stories), ..page })
        })
    }

    /// Takes away the parts behind the last that there is.
    fn forget_parts_of(
        &mut self,
        language: Language,
        list: &List,
        parts: usize,
    ) -> Result<(), Error> {
        for number in parts + 1.. {
            let path = list.path(language, Some(number));
            if self.folder.file(&path)?.is_none() {
                return Ok(());
            }
            self.folder.remove(&path)?;
        }
        Ok(())
    }

    /// Lists that no story is in any more.
    fn forget_lost_lists(&mut self) -> Result<(), Error> {
        for page in self.folder.files_of(Kind::Index)? {
            self.folder.remove(&page.path)?;
        }
        Ok(())
    }

    /// The lists of a language whose names begin so.
    fn known(&self, language: Language, beginning: &str) -> Result<Vec<List>, Error> {
        let language = format!("{}/", language.code());
        let names = self.folder.ledger.list_names(&format!("{language}{beginning}"))?;
        Ok(names.iter().filter_map(|name| List::from_name(&name[language.len()..])).collect())
    }

    /// The sections of a language, by their names.
    fn sections(&self, language: Language) -> Result<Vec<(List, String)>, Error> {
        let mut sections = Vec::new();
        for list in self.known(language, "section/")? {
            let newest = self.folder.ledger.newest_in(&key(language, &list), 1)?;
            let newest = newest.first().and_then(|newest| listed(newest));
            sections.extend(newest.and_then(|story| story.section).map(|name| (list, name)));
        }
        sections.sort_by(|(_, a), (_, b)| shpalta_language::collate::compare(language, a, b));
        Ok(sections)
    }

    fn newest(&self, language: Language) -> Result<Vec<Listed>, Error> {
        let latest = key(language, &List::Latest);
        Ok(read(&self.folder.ledger.newest_in(&latest, LONGEST_FEED)?))
    }

    /// Says what lists show of a page; equal instants go by the story's age.
    pub(super) fn list(
        &mut self,
        path: &str,
        language: Option<Language>,
        showing: Option<&Showing>,
        story: Option<StoryId>,
    ) -> Result<(), Error> {
        let json = showing.map(|showing| showing.json.as_str());
        let place = |at| Place { at, story };
        let mut lists = BTreeMap::new();
        if let (Some(showing), Some(language)) = (showing, language) {
            let entries = showing.listed.lists(language).into_iter();
            lists.extend(entries.map(|(list, at)| ((language, list), place(at))));
        }
        let before = self.folder.ledger.entries(path)?;
        let before: BTreeMap<OfLanguage, Place> =
            before.into_iter().filter_map(|(name, place)| Some((parsed(&name)?, place))).collect();
        let looks_as_before = self.folder.ledger.listed(path)?.as_deref() == json;
        for (list, place) in &before {
            let stays = lists.get(list) == Some(place);
            if !(stays && looks_as_before) {
                self.touch(list, path, *place, stays)?;
            }
            if !stays {
                self.folder.ledger.leave(&key(list.0, &list.1), path)?;
            }
        }
        for (list, place) in &lists {
            if before.get(list) != Some(place) {
                self.folder.ledger.enter(&key(list.0, &list.1), path, *place)?;
                self.touch(list, path, *place, false)?;
            }
        }
        match looks_as_before {
            true => Ok(()),
            false => Ok(self.folder.ledger.list(path, json)?),
        }
    }

    /// Keeps in mind that a story of a list came, went or moved, or `stays` and is shown otherwise.
    fn touch(
        &mut self,
        list: &OfLanguage,
        path: &str,
        place: Place,
        stays: bool,
    ) -> Result<(), Error> {
        // Where all lists are made anew, nobody asks; counting for each story would be slow.
        let rank = match self.looks_at_all() {
            true => 0,
            false => self.folder.ledger.rank(&key(list.0, &list.1), path, place)?,
        };
        let touched = self.touched.entry(list.clone()).or_default();
        if stays {
            touched.shown.insert(rank / PART);
        } else {
            touched.moved = Some(touched.moved.map_or(rank, |moved| moved.min(rank)));
        }
        Ok(())
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
            self.folder.ledger.link(&page.path, &links::named(&html))?;
            let showing = Showing::of_page(&page.path, &html)?;
            self.list(&page.path, page.lang, showing.as_ref(), story)?;
        }
        Ok(())
    }
}

/// The parts of a list to make anew, counted from 0. A part leads to the one that is newer, which
/// may have come or gone: so the two before the first change are among them.
fn parts_to_make(touched: Option<&Touched>, parts: usize, all: bool) -> BTreeSet<usize> {
    if all {
        return (0..parts).collect();
    }
    let Some(touched) = touched else { return BTreeSet::new() };
    let first = touched.moved.map_or(parts, |moved| (moved / PART).saturating_sub(2));
    (first..parts).chain(touched.shown.iter().copied().filter(|part| *part < parts)).collect()
}

/// What the ledger calls a list.
pub(super) fn key(language: Language, list: &List) -> String {
    format!("{}/{}", language.code(), list.name())
}

fn parsed(key: &str) -> Option<OfLanguage> {
    let (code, name) = key.split_once('/')?;
    Some((Language::from_code(code)?, List::from_name(name)?))
}

fn read(stories: &[String]) -> Vec<Listed> {
    stories.iter().filter_map(|story| listed(story)).collect()
}

/// A story as the ledger keeps it.
fn listed(story: &str) -> Option<Listed> {
    serde_json::from_str(story).ok()
}
