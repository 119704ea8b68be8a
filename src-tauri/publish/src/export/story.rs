//! One story: what becomes of its editions is decided together, made and put in place.

use std::sync::Arc;

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_language::date::When;
use shpalta_newsroom::finding::Finding;
use shpalta_newsroom::id::{EditionId, StoryId};
use shpalta_newsroom::publication::{
    ApprovedText, Dossier, EditionDossier, ExportedRow, HeldEdition, Target,
};

use super::fate::{Decided, Fate};
use super::links::{Links, Waiting};
use super::memory::Memory;
use super::outcome::{EditionFate, FateKind, News};
use super::pages::{Made, PageOf, made, weighed};
use super::progress::Phase;
use super::threads::{Crew, Given, Line};
use super::{Run, Source};
use crate::error::Error;
use crate::folder::{Disk, Weighed};
use crate::manifest::Kind;
use crate::page::article::{Article, Page};
use crate::page::photos::Photos;
use crate::page::{Pages, Versions};
use crate::preflight::{HeldBack, Verdict};

/// So many stories are asked for in one go: threads wake one another less often.
const AT_ONCE: usize = 4;

/// What becomes of a story.
struct Plan {
    dossier: Dossier,
    /// By edition.
    decided: Vec<Decided>,
    versions: Versions,
    /// By edition, as they stand on the site.
    photos: Vec<Photos>,
    /// By edition, of the pages that are made.
    links: Vec<Links>,
}

/// A story with its articles, in the order of their editions.
struct Ready {
    plan: Plan,
    articles: Vec<Result<Drawn, Error>>,
}

/// The page of an article.
enum Drawn {
    Whole(Box<Made>),
    /// Its links are open.
    Open {
        html: String,
        ninjs: Option<Weighed>,
    },
}

impl<'a, S: Source> Run<'a, S> {
    /// Looks at stories; a crew asks the newsroom about them and makes their pages.
    pub(super) fn look_at(
        &mut self,
        stories: &[StoryId],
        crew: &Crew<'a, S>,
        step: &mut impl FnMut(Phase, usize) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let ask = |stories: &[StoryId]| {
            let stories = stories.to_vec();
            move |source: &S| -> Vec<_> { stories.iter().map(|id| source.dossier(*id)).collect() }
        };
        let mut making = Line::default();
        let dossiers = crew.each(stories.chunks(AT_ONCE).map(ask)).flatten();
        for (done, dossier) in dossiers.enumerate() {
            let mut pulse = || step(Phase::Stories, done);
            pulse()?;
            let dossier = dossier?;
            self.develop(&dossier, &mut pulse)?;
            let plan = self.plan(dossier)?;
            if let Some(ready) = making.add(self.make(plan, crew)) {
                self.carry_out(ready)?;
            }
        }
        making.try_for_each(|ready| self.carry_out(ready))
    }

    /// Decides about all editions of a story: each page names the others.
    fn plan(&mut self, dossier: Dossier) -> Result<Plan, Error> {
        let mut decided: Vec<Decided> = Vec::new();
        for edition in &dossier.editions {
            // Ukrainian comes first.
            let is_ukrainian = edition.language == Language::Uk;
            let in_ukrainian = match decided.first() {
                Some(uk) => uk.fate.is_version() || self.is_out_elsewhere(&dossier.editions[0]),
                None => is_ukrainian,
            };
            decided.push(self.fate(&dossier, edition, in_ukrainian)?);
        }
        let fates = || dossier.editions.iter().zip(decided.iter().map(|decided| &decided.fate));
        let there = fates().filter(|(_, fate)| fate.is_version());
        let paths =
            there.filter_map(|(edition, fate)| Some((edition.language, fate.path()?.into())));
        let versions = Versions { paths: paths.collect(), original: Some(dossier.story.original) };
        for (edition, fate) in fates() {
            for old in self.folder.pages(&dossier.story.slug, edition.language)? {
                if fate.path() != Some(&old.path) {
                    self.moved.insert(dossier.story.slug.clone());
                    self.forget_page(&old.path)?;
                }
            }
        }
        for (edition, fate) in fates() {
            self.redirect(&dossier.story.slug, edition, fate.path())?;
        }
        let (mut photos, mut links) = (Vec::new(), Vec::new());
        for (edition, fate) in fates() {
            let Fate::Article { text, .. } = fate else {
                photos.push(Photos::default());
                links.push(Links::default());
                continue;
            };
            photos.push(self.place(edition, text)?);
            links.push(self.links(edition.language, shpalta_text::stories(&text.text.body))?);
        }
        Ok(Plan { dossier, decided, versions, photos, links })
    }

    /// Has a crew make the articles of a story.
    fn make(&self, plan: Plan, crew: &Crew<'a, S>) -> Given<Ready> {
        let (pages, disk) = (Arc::clone(&self.pages), Arc::clone(self.folder.disk()));
        let (target, now) = (self.target.clone(), self.request.now);
        crew.give(move |_| {
            let articles = plan.articles(&target, now);
            let made = articles.map(|article| drawn(&article, &pages, &disk)).collect();
            Ready { articles: made, plan }
        })
    }

    fn carry_out(&mut self, Ready { plan, articles }: Ready) -> Result<(), Error> {
        let dossier = &plan.dossier;
        let mut articles = articles.into_iter();
        let mut told = Memory::default();
        let awaits: Vec<_> = dossier.editions.iter().map(|one| plan.awaited(one)).collect();
        let around = plan.decided.into_iter().zip(plan.links).zip(awaits);
        for (edition, ((decided, links), awaited)) in dossier.editions.iter().zip(around) {
            let Decided { fate, mut findings, held } = decided;
            if held {
                let (story, lang) = (dossier.story.slug.clone(), edition.language);
                told.held_back.push(HeldBack { story, lang, findings: findings.clone() });
                let path = fate.path().map(str::to_owned);
                if edition.headline.is_some() || path.is_some() {
                    let (edition, findings) = (edition.edition, findings.clone());
                    self.held.push(HeldEdition { edition, path, findings });
                }
            }
            let kind = match &fate {
                Fate::Absent => FateKind::Absent,
                Fate::Left(entry) => {
                    self.leave(dossier, edition, entry, (&plan.versions, awaited))?;
                    FateKind::Left
                }
                Fate::Notice { path, withdrawal } => {
                    let put = self.withdraw(&plan.versions, dossier, edition, path, withdrawal)?;
                    self.rows.push(row(edition, path, put.sha256));
                    FateKind::Notice
                }
                Fate::Article { path, text, verdict } => {
                    let Some(drawn) = articles.next() else { continue };
                    let reason = self.request.override_reason.as_deref().map(str::trim);
                    let overridden = reason.filter(|_| *verdict == Verdict::Overridden);
                    let row = ExportedRow {
                        revision: Some(text.revision),
                        content: Some(text.content),
                        overridden: overridden.map(str::to_owned),
                        ..row(edition, path, String::new())
                    };
                    let page = PageOf::new(dossier, edition, Kind::Page, path);
                    let at = self.editions.len() + told.editions.len();
                    let stood = self.put_article(page, drawn?, row, at)?;
                    if stood.is_some() {
                        findings.extend(links.findings());
                    }
                    self.keep_found(path, findings.iter().cloned());
                    if stood == Some(true) { FateKind::Unchanged } else { FateKind::Written }
                }
            };
            let news = match &fate {
                Fate::Article { text, .. }
                    if kind == FateKind::Written && self.target == Target::Site =>
                {
                    Some(news(edition, text))
                }
                _ => None,
            };
            let shown = shown(dossier, edition, &fate, kind, findings);
            told.editions.extend(shown.map(|shown| EditionFate { news, ..shown }));
        }
        self.undecided.remove(&dossier.story.id);
        self.remember(dossier, &told)?;
        self.tell(told);
        Ok(())
    }

    /// Whether the page stood there as it is; none of one that waits. `told`: which edition it is.
    fn put_article(
        &mut self,
        page: PageOf,
        drawn: Drawn,
        row: ExportedRow,
        told: usize,
    ) -> Result<Option<bool>, Error> {
        Ok(match drawn {
            Drawn::Whole(made) => {
                let put = self.accept_page(&page, *made)?;
                self.record(Some(row), put.sha256);
                Some(put.stood)
            }
            Drawn::Open { html, ninjs } => {
                self.wait(Waiting { page, html, ninjs, row: Some(row), told: Some(told) });
                None
            }
        })
    }
}

impl Plan {
    /// When the original was corrected, where an edition lacks that and readers of the original find
    /// it on the site, or will after this export.
    fn awaited(&self, edition: &EditionDossier) -> Option<Timestamp> {
        let original = self.dossier.story.original;
        let mut editions = self.dossier.editions.iter().zip(&self.decided);
        let goes_out = editions.any(|(one, decided)| {
            one.language == original && matches!(decided.fate, Fate::Article { .. })
        });
        edition.awaited.filter(|correction| correction.is_out || goes_out).map(|one| one.at)
    }

    /// The articles, in the order of their editions.
    fn articles(&self, target: &Target, now: Timestamp) -> impl Iterator<Item = Linked<'_>> {
        let Self { dossier, decided, versions, photos, links } = self;
        let editions = dossier.editions.iter().zip(decided).zip(photos.iter().zip(links));
        editions.filter_map(move |((edition, decided), (photos, links))| match &decided.fate {
            Fate::Article { path, text, .. } => {
                let article = Article {
                    story: &dossier.story,
                    language: edition.language,
                    text: &text.text,
                    details: &edition.page,
                    path,
                    versions,
                    photos,
                    published: published(dossier, text, target, now),
                };
                let (awaited, edition) = (self.awaited(edition), edition.edition);
                Some(Linked { edition, awaited, article, links })
            }
            Fate::Notice { .. } | Fate::Left(_) | Fate::Absent => None,
        })
    }
}

/// An article and where its links lead.
struct Linked<'p> {
    edition: EditionId,
    /// When the original was corrected, if that has not come to the text: a chief let it out.
    awaited: Option<Timestamp>,
    article: Article<'p>,
    links: &'p Links,
}

fn drawn(linked: &Linked<'_>, pages: &Pages<'_>, disk: &Disk) -> Result<Drawn, Error> {
    let Linked { edition, awaited, article, links } = linked;
    let Article { language, path, versions, .. } = *article;
    let Page { mut html, ninjs } = pages.article(article, *edition)?;
    if awaited.is_some() {
        html = pages.left(&html, language, path, versions, *awaited)?;
    }
    let ninjs = weighed(disk, path, ninjs.as_deref())?;
    if links.open {
        return Ok(Drawn::Open { html, ninjs });
    }
    let html = links.applied(html, language, path);
    made(disk, path, &html, ninjs).map(|made| Drawn::Whole(Box::new(made)))
}

/// The date of the news; else of its first publication, which an export to the site is if there was
/// none. A copy publishes nothing: there the approval is the only instant that stays.
pub(crate) fn published(
    dossier: &Dossier,
    text: &ApprovedText,
    target: &Target,
    now: Timestamp,
) -> When {
    let first = dossier.story.first_published.unwrap_or(match target {
        Target::Site => now,
        Target::Copy(_) => text.text.since,
    });
    dossier.story.when.unwrap_or(When::Instant(first))
}

/// An edition as the outcome lists it, if it has a text or a page.
fn shown(
    dossier: &Dossier,
    edition: &EditionDossier,
    decided: &Fate,
    fate: FateKind,
    findings: Vec<Finding>,
) -> Option<EditionFate> {
    let path = decided.path().map(str::to_owned);
    let overridden = matches!(decided, Fate::Article { verdict: Verdict::Overridden, .. });
    (edition.headline.is_some() || path.is_some()).then(|| EditionFate {
        story: dossier.story.slug.clone(),
        headline: edition.headline.clone().unwrap_or_default(),
        lang: edition.language,
        fate,
        path,
        overridden,
        findings,
        news: None,
    })
}

/// What of an edition's page readers of the site have not seen.
fn news(edition: &EditionDossier, text: &ApprovedText) -> News {
    let (Some(last), Some(old)) = (&edition.exported, edition.went_out) else {
        return News::First;
    };
    if last.content != Some(text.content) {
        return News::Text { old, new: text.number };
    }
    match (last.details, last.names) == (edition.details, edition.names) {
        true => News::Around,
        false => News::Details,
    }
}

fn row(edition: &EditionDossier, path: &str, sha256: String) -> ExportedRow {
    ExportedRow {
        edition: edition.edition,
        revision: None,
        content: None,
        details: edition.details,
        names: edition.names,
        followed: edition.followed,
        path: path.to_owned(),
        sha256,
        overridden: None,
    }
}
