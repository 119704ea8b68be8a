//! Export: which editions go out, which stay, and what the folder holds afterwards.

mod fronts;
mod images;
mod newsroom;
mod outcome;
mod progress;
mod record;
mod story;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_newsroom::id::{MediaHash, StoryId};
use shpalta_newsroom::names::Names;
use shpalta_newsroom::publication::{Dossier, ExportedRow, Target};
use shpalta_newsroom::setting::Site;

use crate::error::Error;
use crate::folder::{Folder, Mode};
use crate::manifest::Kind;
use crate::page::Pages;
use crate::page::front::Listed;
use crate::photo::Developed;
use crate::preflight::HeldBack;

pub use outcome::{EditionFate, ExportOutcome, FateKind, Outcome};
pub use progress::{Phase, Progress, Watch, unwatched};
pub use record::export_and_record;

/// What export reads. The newsroom is one; reading changes nothing.
pub trait Source {
    /// The site that is published to.
    ///
    /// # Errors
    /// Those of reading the newsroom, here as below.
    fn site(&self) -> shpalta_newsroom::Result<Site>;
    /// Every story with its slug, the newest news first: the order of front pages.
    fn stories(&self) -> shpalta_newsroom::Result<Vec<(StoryId, String)>>;
    /// All about one story.
    fn dossier(&self, story: StoryId) -> shpalta_newsroom::Result<Dossier>;
    /// Where the bytes of a media file are.
    fn media_path(&self, hash: MediaHash) -> PathBuf;
    /// Where what is made of it may be kept, if anywhere.
    fn made_of_media(&self, hash: MediaHash) -> Option<PathBuf>;
    /// Who is to be named for it, per language.
    fn credit(&self, hash: MediaHash) -> shpalta_newsroom::Result<Names>;
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// None: all stories, and whatever stands there of stories that are no more goes.
    pub stories: Option<Vec<StoryId>>,
    pub languages: Vec<Language>,
    /// None: the site's folder.
    pub to: Option<PathBuf>,
    pub now: Timestamp,
    /// Why findings that may be overridden hold nothing back. Whether the person may is for the
    /// newsroom to say, before.
    pub override_reason: Option<String>,
    pub mode: Mode,
}

impl Request {
    /// # Errors
    /// `reason_needed` of the newsroom, for an override whose reason says nothing.
    fn must_give_reason(&self) -> Result<(), Error> {
        match self.override_reason.as_deref().map(str::trim) {
            Some("") => Err(shpalta_newsroom::Error::ReasonNeeded.into()),
            _ => Ok(()),
        }
    }
}

/// One export at work.
struct Run<'a, S> {
    source: &'a S,
    request: &'a Request,
    pages: Pages<'a>,
    folder: Folder,
    target: Target,
    /// Images named on pages as they stood before, and on those that this run decided on.
    named_before: BTreeSet<String>,
    named_now: BTreeSet<String>,
    /// What front pages show of the pages decided on, by path.
    listed: BTreeMap<String, Listed>,
    /// Photos of the story in work, and how many of all stories had to be decoded.
    photos: Developed,
    decoded: usize,
    held_back: Vec<HeldBack>,
    editions: Vec<EditionFate>,
    rows: Vec<ExportedRow>,
}

/// Exports. A language with a stop finding is left as it was last exported, the others go out.
/// When nothing changed, nothing is written. `watch` hears of each step and may stop the export
/// until files are put in place; then nothing of the folder has changed.
///
/// # Errors
/// See [`Error`]: what stops the export as a whole.
pub fn export(
    source: &impl Source,
    request: &Request,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    request.must_give_reason()?;
    let site = source.site()?;
    let (to, target) = destination(site.folder.as_deref(), request.to.as_deref())?;
    let mut run = Run {
        source,
        request,
        pages: Pages::new(&site)?,
        folder: Folder::open(&to, request.mode)?,
        target,
        named_before: BTreeSet::new(),
        named_now: BTreeSet::new(),
        listed: BTreeMap::new(),
        photos: Developed::default(),
        decoded: 0,
        held_back: Vec::new(),
        editions: Vec::new(),
        rows: Vec::new(),
    };
    let all = source.stories()?;
    let of = request.stories.as_ref().map_or(all.len(), Vec::len);
    let mut step = |phase, done| progress::step(watch, Progress { phase, done, of });
    match &request.stories {
        Some(stories) => run.stories(stories.iter().copied(), &mut step)?,
        None => {
            run.stories(all.iter().map(|(story, _)| *story), &mut step)?;
            run.forget_lost_stories(&all)?;
        }
    }
    step(Phase::Fronts, of)?;
    run.fronts(&all)?;
    run.forget_unnamed_images()?;
    step(Phase::Switch, of)?;
    run.finish()
}

/// The folder to write to, and whether it is the site.
fn destination(site: Option<&Path>, to: Option<&Path>) -> Result<(PathBuf, Target), Error> {
    let real = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
    match (site, to) {
        (None, None) => Err(Error::NoSiteFolder),
        (Some(site), None) => Ok((site.to_owned(), Target::Site)),
        (Some(site), Some(to)) if real(site) == real(to) => Ok((to.to_owned(), Target::Site)),
        (_, Some(to)) => {
            let shown = real(to).unwrap_or_else(|| to.to_owned()).display().to_string();
            Ok((to.to_owned(), Target::Copy(shown)))
        }
    }
}

impl<S: Source> Run<'_, S> {
    fn stories(
        &mut self,
        stories: impl Iterator<Item = StoryId>,
        step: &mut impl FnMut(Phase, usize) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (done, story) in stories.enumerate() {
            step(Phase::Stories, done)?;
            self.story(story, &mut || step(Phase::Stories, done))?;
        }
        Ok(())
    }

    /// Pages of stories that the newsroom does not know leave with a full export.
    fn forget_lost_stories(&mut self, all: &[(StoryId, String)]) -> Result<(), Error> {
        let known: BTreeSet<&str> = all.iter().map(|(_, slug)| slug.as_str()).collect();
        let lost = self.folder.files().values().filter(|file| {
            matches!(file.kind, Kind::Page | Kind::Notice)
                && file.story.as_deref().is_none_or(|story| !known.contains(story))
        });
        let lost: Vec<_> = lost.map(|file| file.path.clone()).collect();
        lost.iter().try_for_each(|path| self.forget_page(path))
    }

    fn finish(self) -> Result<Outcome, Error> {
        let to = self.folder.root().to_owned();
        let switched = self.folder.switch()?;
        Ok(Outcome {
            to,
            written: switched.written,
            removed: switched.removed,
            unchanged: switched.unchanged,
            decoded: self.decoded,
            held_back: self.held_back,
            editions: self.editions,
            rows: self.rows,
            target: self.target,
        })
    }
}

#[cfg(test)]
mod tests;
