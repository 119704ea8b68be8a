//! Export: which editions go out, which stay, and what the folder holds afterwards.

mod fate;
mod feeds;
mod images;
mod links;
mod lists;
mod memory;
mod newsroom;
mod outcome;
mod pages;
mod progress;
mod record;
mod redirects;
mod select;
mod shared;
mod story;
mod threads;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_newsroom::id::{MediaHash, StoryId};
use shpalta_newsroom::names::Names;
use shpalta_newsroom::publication::ledger::{Exports, Ledger};
use shpalta_newsroom::publication::{Dossier, ExportedRow, Found, HeldEdition, Target};
use shpalta_newsroom::setting::{Policy, Site};
use shpalta_photo::Developed;

use crate::error::Error;
use crate::folder::{Folder, Mode};
use crate::manifest::Kind;
use crate::pack::{self, Form};
use crate::page::list::List;
use crate::page::{Pages, Theme};
use crate::preflight::HeldBack;
use crate::server::{self, Server};
use links::Waiting;
use lists::Touched;
use redirects::Redirect;
use select::{Scope, Selection};
use threads::with_crew;

pub use outcome::{EditionFate, ExportOutcome, FateKind, News, Outcome};
pub(crate) use progress::step;
pub use progress::{Phase, Progress, Watch, unwatched};
pub use record::export_and_record;
pub use select::Looked;
pub(crate) use story::published;

/// What export reads. The newsroom is one; reading changes nothing.
pub trait Source: Sized + Send {
    /// The site that is published to.
    ///
    /// # Errors
    /// Those of reading the newsroom, here as below.
    fn site(&self) -> shpalta_newsroom::Result<Site>;
    /// The policies of the newsroom.
    fn policy(&self) -> shpalta_newsroom::Result<Policy>;
    /// Every story with its slug.
    fn stories(&self) -> shpalta_newsroom::Result<Vec<(StoryId, String)>>;
    /// The story of a slug, if there is one.
    fn story_named(&self, slug: &str) -> shpalta_newsroom::Result<Option<StoryId>>;
    /// All about one story.
    fn dossier(&self, story: StoryId) -> shpalta_newsroom::Result<Dossier>;
    /// Where the bytes of a media file are.
    fn media_path(&self, hash: MediaHash) -> PathBuf;
    /// Where what is made of it may be kept, if anywhere.
    fn made_of_media(&self, hash: MediaHash) -> Option<PathBuf>;
    /// Where the newsroom's own templates and style are, if anywhere.
    fn theme_folder(&self) -> Option<PathBuf>;
    /// Who is to be named for it, per language.
    fn credit(&self, hash: MediaHash) -> shpalta_newsroom::Result<Names>;
    /// The position of the last change in the newsroom's feed.
    fn last_change(&self) -> shpalta_newsroom::Result<i64>;
    /// The stories that changed since.
    fn changed_since(
        &self,
        position: i64,
        exports: Exports,
    ) -> shpalta_newsroom::Result<Vec<StoryId>>;
    /// The ledger that is kept of a folder, if one can be.
    fn ledger(&self, folder: &Path) -> Option<Ledger>;
    /// Where notes may be kept of the server that a folder is brought to, if anywhere.
    fn server_notes(&self, folder: &Path) -> Option<PathBuf>;
    /// The same by a connection of its own, for another thread.
    fn another(&self) -> shpalta_newsroom::Result<Self>;
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// None: all stories, and whatever stands there of stories that are no more goes.
    pub stories: Option<Vec<StoryId>>,
    pub languages: Vec<Language>,
    /// None: the site's folder. A name that ends in `.zip` or `.html` asks for one file: the site, or
    /// the page of one edition to send by mail.
    pub to: Option<PathBuf>,
    pub now: Timestamp,
    /// Why findings that may be overridden hold nothing back. Whether the person may is for the
    /// newsroom to say, before.
    pub override_reason: Option<String>,
    pub mode: Mode,
}

impl Request {
    pub(crate) fn is_of_one_edition(&self) -> bool {
        self.languages.len() == 1 && self.stories.as_ref().is_some_and(|stories| stories.len() == 1)
    }

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
    policy: Policy,
    pages: Arc<Pages<'a>>,
    folder: Folder,
    target: Target,
    /// How far the newsroom had come when the export began.
    looked: Looked,
    scope: Scope,
    /// Stories that this run looks at.
    stories: BTreeSet<StoryId>,
    /// Lists in which something changed.
    touched: BTreeMap<(Language, List), Touched>,
    /// By path: what is to lead to pages that this run looked at.
    redirects: BTreeMap<String, Redirect>,
    /// Stories that this run has yet to decide about.
    undecided: BTreeSet<StoryId>,
    /// Pages whose links are not known yet, and where they will stand, by slug.
    waiting: Vec<Waiting>,
    coming: BTreeMap<(String, Language), String>,
    /// Stories, by slug, of which pages came, went or moved.
    moved: BTreeSet<String>,
    /// Images that pages do not show any more.
    dropped: BTreeSet<String>,
    /// Photos of the story in work, and how many of all stories had to be decoded.
    photos: Developed,
    /// Where photos of texts stand.
    placed: BTreeMap<MediaHash, String>,
    decoded: usize,
    held_back: Vec<HeldBack>,
    editions: Vec<EditionFate>,
    rows: Vec<ExportedRow>,
    found: Found,
    held: Vec<HeldEdition>,
}

/// Exports. A language with a stop finding is left as it was last exported, the others go out.
/// Where the newsroom keeps a ledger of the folder, only stories that changed are looked at. When
/// nothing changed, nothing is written. `watch` hears of each step and may stop the export until
/// files are put in place; then nothing of the folder has changed.
///
/// # Errors
/// See [`Error`]: what stops the export as a whole.
pub fn export(
    source: &impl Source,
    request: &Request,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    let packed = request.to.as_deref().and_then(|to| Some((to, Form::of(to)?)));
    match packed {
        Some((to, form)) => pack::export(source, request, to, form, watch),
        None => export_and_bring(source, request, watch),
    }
}

/// Exports into a folder, and brings the site's to the server where it lives.
fn export_and_bring(
    source: &impl Source,
    request: &Request,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    let site = source.site()?;
    let (to, target) = destination(site.folder.as_deref(), request.to.as_deref())?;
    let server = site.server.filter(|_| target == Target::Site);
    let address = server.map(|server| server.parse()).transpose()?;
    let (Some(address), Some(notes)) = (address, source.server_notes(&to)) else {
        return export_into(source, request, Ledgers::Kept, watch);
    };
    if request.mode == Mode::DryRun {
        let outcome = export_into(source, request, Ledgers::Kept, watch)?;
        return Ok(Outcome { server_waits: server::waits(&address, &to, &notes), ..outcome });
    }
    let server = Server::reach(&address, &to, &notes)?;
    let outcome = export_into(source, request, Ledgers::Kept, watch)?;
    let brought = server.bring(watch)?;
    Ok(Outcome { brought: Some(brought), ..outcome })
}

/// Whether something is kept in mind of the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ledgers {
    Kept,
    None,
}

/// Exports into a folder.
///
/// # Errors
/// As [`export`].
pub(crate) fn export_into(
    source: &impl Source,
    request: &Request,
    ledgers: Ledgers,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    request.must_give_reason()?;
    let site = source.site()?;
    let (to, target) = destination(site.folder.as_deref(), request.to.as_deref())?;
    let theme = source.theme_folder().map(|folder| Theme::read(&folder)).transpose()?;
    let theme = theme.unwrap_or_default();
    let policy = source.policy()?;
    let looked = select::looked(source.last_change()?, &site, policy, &theme);
    let mut run = Run {
        source,
        request,
        policy,
        pages: Arc::new(Pages::new(&site, theme)?),
        folder: Folder::open(&to, request.mode, |folder| match ledgers {
            Ledgers::Kept => source.ledger(folder),
            Ledgers::None => None,
        })?,
        target,
        looked,
        scope: Scope::Named,
        stories: BTreeSet::new(),
        touched: BTreeMap::new(),
        redirects: BTreeMap::new(),
        undecided: BTreeSet::new(),
        waiting: Vec::new(),
        coming: BTreeMap::new(),
        moved: BTreeSet::new(),
        dropped: BTreeSet::new(),
        photos: Developed::default(),
        placed: BTreeMap::new(),
        decoded: 0,
        held_back: Vec::new(),
        editions: Vec::new(),
        rows: Vec::new(),
        found: Found::new(),
        held: Vec::new(),
    };
    if run.folder.made_anew {
        run.list_anew()?;
    }
    let Selection { stories, scope, altered } = run.selection()?;
    run.scope = scope;
    run.stories = stories.iter().copied().collect();
    run.undecided = run.stories.clone();
    let of = stories.len();
    let mut step = |phase, done| progress::step(watch, Progress { phase, done, of });
    with_crew(source, of, |crew| {
        run.look_at(&stories, crew, &mut step)?;
        if scope == Scope::All {
            run.forget_lost_stories()?;
        }
        run.settle_links()?;
        run.put_redirects()?;
        step(Phase::Fronts, of)?;
        if altered || of > 0 || run.news_is_stale()? {
            run.lists(altered, crew)?;
            run.forget_dropped_images()?;
        }
        Ok(())
    })?;
    step(Phase::Switch, of)?;
    let outcome = run.finish()?;
    let looked = outcome.looked.filter(|_| ledgers == Ledgers::Kept);
    Ok(Outcome { looked, ..outcome })
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
    /// Pages of stories that the newsroom does not know leave with an export of all.
    fn forget_lost_stories(&mut self) -> Result<(), Error> {
        let known: BTreeSet<String> =
            self.source.stories()?.into_iter().map(|(_, slug)| slug).collect();
        for kind in [Kind::Page, Kind::Notice, Kind::Redirect] {
            let pages = self.folder.files_of(kind)?.into_iter();
            let lost =
                pages.filter(|page| page.story.as_ref().is_none_or(|story| !known.contains(story)));
            for page in lost.collect::<Vec<_>>() {
                self.forget_page(&page.path)?;
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Outcome, Error> {
        if self.request.stories.is_none() && self.request.is_plain() {
            self.recall()?;
        }
        self.forget_other_recipe()?;
        let switched = self.folder.switch()?;
        let unchanged = match self.scope {
            Scope::Named => switched.unchanged,
            Scope::Changed | Scope::All => switched.files - switched.written.len(),
        };
        let all = self.scope != Scope::Named && self.request.is_plain();
        Ok(Outcome {
            to: self.folder.root().to_owned(),
            written: switched.written,
            removed: switched.removed,
            unchanged,
            decoded: self.decoded,
            held_back: self.held_back,
            editions: self.editions,
            photos: self.placed,
            rows: self.rows,
            found: self.found,
            held: self.held,
            target: self.target,
            brought: None,
            server_waits: false,
            looked: all.then_some(self.looked),
        })
    }
}

#[cfg(test)]
mod tests;
