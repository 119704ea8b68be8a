//! Where pages used to be: whoever comes there by an old link is led on.

use std::collections::BTreeSet;

use shpalta_language::Language;
use shpalta_newsroom::publication::EditionDossier;

use super::{Run, Source};
use crate::error::Error;
use crate::manifest::{Entry, Kind};

/// All redirects in a form for servers.
const MAP: &str = "_redirects";

/// A place that leads to where a page is now.
pub(super) struct Redirect {
    story: String,
    language: Language,
    to: String,
}

impl<S: Source> Run<'_, S> {
    /// Decides what leads to an edition's page; `to` is where it stands after this export.
    pub(super) fn redirect(
        &mut self,
        story: &str,
        edition: &EditionDossier,
        to: Option<&str>,
    ) -> Result<(), Error> {
        let last = edition.exported.iter().map(|row| &row.path);
        let former: BTreeSet<&String> = edition.former.iter().chain(last).collect();
        let leading = |path: &&&String| to.is_some_and(|to| to != path.as_str());
        let leading: Vec<_> = former.iter().filter(leading).copied().collect();
        for old in self.folder.redirects(story, edition.language)? {
            if !leading.contains(&&old.path) {
                self.folder.remove(&old.path)?;
            }
        }
        let Some(to) = to else { return Ok(()) };
        for from in leading {
            let (story, to) = (story.to_owned(), to.to_owned());
            self.redirects.insert(from.clone(), Redirect { story, language: edition.language, to });
        }
        Ok(())
    }

    /// Puts redirects in place, where no page is.
    pub(super) fn put_redirects(&mut self) -> Result<(), Error> {
        for (path, Redirect { story, language, to }) in std::mem::take(&mut self.redirects) {
            if self.folder.file(&path)?.is_some_and(|there| there.kind != Kind::Redirect) {
                continue;
            }
            let html = self.pages.redirect(language, &path, &to)?;
            let (sha256, story, lang) = (String::new(), Some(story), Some(language));
            let entry = Entry { path, sha256, kind: Kind::Redirect, story, lang };
            self.folder.put(entry, html.as_bytes())?;
        }
        Ok(())
    }

    /// The map of all redirects, if `altered` or if one of them came, went or leads elsewhere. A site
    /// may have a map of its own.
    pub(super) fn redirect_map(&mut self, altered: bool) -> Result<(), Error> {
        if !altered && !self.folder.changes_of(Kind::Redirect) {
            return Ok(());
        }
        let mut leads = Vec::new();
        for redirect in self.folder.files_of(Kind::Redirect)? {
            let (Some(story), Some(language)) = (redirect.story, redirect.lang) else { continue };
            if let Some(page) = self.folder.page_now(&story, language)? {
                leads.push((redirect.path, page.path));
            }
        }
        if leads.is_empty() {
            return self.folder.remove(MAP);
        }
        let map = self.pages.redirect_map(leads.iter().map(|(from, to)| (&**from, &**to)));
        self.put_unless_foreign(MAP, Kind::Data, &map)
    }
}
