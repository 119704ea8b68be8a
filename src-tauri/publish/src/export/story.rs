//! One story: each edition goes out, becomes a notice, or is left as it stands.

use jiff::Timestamp;
use shpalta_language::date::{self, When};
use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::publication::{
    ApprovedText, ChangeKind, Dossier, EditionDossier, ExportedRow, Target, Withdrawal,
};

use super::outcome::{EditionFate, FateKind};
use super::{Run, Source};
use crate::address;
use crate::error::Error;
use crate::folder::Put;
use crate::manifest::{Entry, Kind};
use crate::page::Versions;
use crate::page::article::Article;
use crate::page::front::Listed;
use crate::preflight::{self, HeldBack, Verdict};

/// What becomes of an edition, and all that was found; nothing of one that was not asked for.
type Decided<'a> = (Fate<'a>, Vec<Finding>);

/// What becomes of an edition.
enum Fate<'a> {
    Article {
        path: String,
        text: &'a ApprovedText,
        verdict: Verdict,
    },
    Notice {
        path: String,
        withdrawal: &'a Withdrawal,
    },
    /// It stays as it stands, but for its switch.
    Left(Entry),
    Absent,
}

impl Fate<'_> {
    fn path(&self) -> Option<&str> {
        match self {
            Self::Article { path, .. } | Self::Notice { path, .. } => Some(path),
            Self::Left(entry) => Some(&entry.path),
            Self::Absent => None,
        }
    }

    /// Whether readers find the story there.
    fn is_version(&self) -> bool {
        match self {
            Self::Article { .. } => true,
            Self::Left(entry) => entry.kind == Kind::Page,
            Self::Notice { .. } | Self::Absent => false,
        }
    }
}

impl<S: Source> Run<'_, S> {
    /// Decides about all editions first: each page names the others.
    pub(super) fn story(
        &mut self,
        story: StoryId,
        pulse: &mut dyn FnMut() -> Result<(), Error>,
    ) -> Result<(), Error> {
        let dossier = self.source.dossier(story)?;
        self.develop(&dossier, pulse)?;
        let mut fates = Vec::new();
        for edition in &dossier.editions {
            let (fate, findings) = self.fate(&dossier, edition)?;
            fates.push((edition, fate, findings));
        }
        let there = fates.iter().filter(|(_, fate, _)| fate.is_version());
        let paths =
            there.filter_map(|(edition, fate, _)| Some((edition.language, fate.path()?.into())));
        let original = Some(dossier.story.original);
        let versions = Versions { paths: paths.collect(), original };
        for (edition, fate, findings) in fates {
            for old in self.folder.pages(&dossier.story.slug, edition.language) {
                if fate.path() != Some(&old.path) {
                    self.forget_page(&old.path)?;
                }
            }
            let kind = self.carry_out(&dossier, edition, &fate, &versions)?;
            self.editions.extend(shown(&dossier, edition, &fate, kind, findings));
        }
        Ok(())
    }

    fn fate<'d>(
        &mut self,
        dossier: &Dossier,
        edition: &'d EditionDossier,
    ) -> Result<Decided<'d>, Error> {
        let stands = self.folder.pages(&dossier.story.slug, edition.language).into_iter().next();
        if !self.request.languages.contains(&edition.language) {
            return Ok((self.left(stands)?, Vec::new()));
        }
        if let Some(withdrawal) = &edition.withdrawal {
            let exported = edition.exported.as_ref().map(|row| row.path.clone());
            if let Some(path) = stands.map(|entry| entry.path).or(exported) {
                return Ok((Fate::Notice { path, withdrawal }, edition.findings.clone()));
            }
            self.hold(dossier, edition, &edition.findings);
            return Ok((Fate::Absent, edition.findings.clone()));
        }
        let unfit = self.unfit(edition);
        let mut findings = preflight::findings(dossier, edition, self.request.now, unfit);
        let verdict = preflight::verdict(&findings, self.request.override_reason.as_deref());
        match &edition.approved {
            Some(text) if verdict != Verdict::Held => {
                let path = address::article(edition.language, &edition.address)?;
                Ok((Fate::Article { path, text, verdict }, findings))
            }
            approved => {
                let known = |code| findings.iter().any(|finding| finding.code == code);
                if approved.is_none() && !known(FindingCode::NotApproved) {
                    findings.push(Finding::of(FindingCode::NotApproved));
                }
                self.hold(dossier, edition, &findings);
                Ok((self.left(stands)?, findings))
            }
        }
    }

    /// A page that somebody deleted by hand does not come back by itself.
    fn left<'d>(&self, stands: Option<Entry>) -> Result<Fate<'d>, Error> {
        Ok(match stands {
            Some(entry) if self.folder.read(&entry.path)?.is_some() => Fate::Left(entry),
            _ => Fate::Absent,
        })
    }

    fn hold(&mut self, dossier: &Dossier, edition: &EditionDossier, findings: &[Finding]) {
        let (story, lang) = (dossier.story.slug.clone(), edition.language);
        self.held_back.push(HeldBack { story, lang, findings: findings.to_vec() });
    }

    fn carry_out(
        &mut self,
        dossier: &Dossier,
        edition: &EditionDossier,
        fate: &Fate<'_>,
        versions: &Versions,
    ) -> Result<FateKind, Error> {
        match fate {
            Fate::Absent => Ok(FateKind::Absent),
            Fate::Left(entry) => {
                self.leave(dossier, edition, entry, versions)?;
                Ok(FateKind::Left)
            }
            Fate::Notice { path, withdrawal } => {
                let html = self.pages.notice(edition.language, path, versions, withdrawal)?;
                let put = self.put_page(dossier, edition, Kind::Notice, path, &html)?;
                self.rows.push(row(edition, path, put.sha256));
                Ok(FateKind::Notice)
            }
            Fate::Article { path, text, verdict } => {
                let photos = self.place(edition, text)?;
                let html = self.pages.article(&Article {
                    story: &dossier.story,
                    language: edition.language,
                    text: &text.text,
                    details: &edition.page,
                    path,
                    versions,
                    photos: &photos,
                    published: self.published(dossier, text),
                })?;
                let put = self.put_page(dossier, edition, Kind::Page, path, &html)?;
                let reason = self.request.override_reason.as_deref().map(str::trim);
                let overridden = reason.filter(|_| *verdict == Verdict::Overridden);
                self.rows.push(ExportedRow {
                    revision: Some(text.revision),
                    content: Some(text.content),
                    overridden: overridden.map(str::to_owned),
                    ..row(edition, path, put.sha256)
                });
                Ok(if put.stood { FateKind::Unchanged } else { FateKind::Written })
            }
        }
    }

    /// A page that somebody changed by hand is left as they made it.
    fn leave(
        &mut self,
        dossier: &Dossier,
        edition: &EditionDossier,
        entry: &Entry,
        versions: &Versions,
    ) -> Result<(), Error> {
        let Some(html) = self.folder.intact(entry)?.and_then(|html| String::from_utf8(html).ok())
        else {
            return Ok(());
        };
        let clock = corrected(dossier, edition).map(|at| date::clock(at, &date::kyiv()));
        let (language, path) = (edition.language, entry.path.as_str());
        let html = self.pages.left(&html, language, path, versions, clock.as_deref())?;
        let sha256 = self.put_page(dossier, edition, entry.kind, path, &html)?.sha256;
        let last = edition.exported.as_ref().filter(|_| self.target == Target::Site);
        if let Some(last) = last.filter(|last| last.path == path && last.sha256 != sha256) {
            self.rows.push(ExportedRow { sha256, ..last.clone() });
        }
        Ok(())
    }

    fn put_page(
        &mut self,
        dossier: &Dossier,
        edition: &EditionDossier,
        kind: Kind,
        path: &str,
        html: &str,
    ) -> Result<Put, Error> {
        self.must_be_free(&dossier.story.slug, path)?;
        self.note_old_names(path)?;
        self.note_names(html);
        if let Some(listed) = Listed::in_page(path, html) {
            self.listed.insert(path.to_owned(), listed);
        }
        let (story, lang) = (Some(dossier.story.slug.clone()), Some(edition.language));
        let entry = Entry { path: path.to_owned(), sha256: String::new(), kind, story, lang };
        self.folder.put(entry, html.as_bytes())
    }

    /// A page of a story that this run does not touch may not be overwritten.
    fn must_be_free(&self, slug: &str, path: &str) -> Result<(), Error> {
        let owner = self.folder.files().get(path).and_then(|file| file.story.as_deref());
        match owner {
            Some(owner) if owner != slug && self.request.stories.is_some() => {
                Err(Error::AddressTaken { path: path.to_owned(), story: owner.to_owned() })
            }
            _ => Ok(()),
        }
    }

    /// Takes a page out of the folder.
    pub(super) fn forget_page(&mut self, path: &str) -> Result<(), Error> {
        self.note_old_names(path)?;
        self.folder.remove(path);
        Ok(())
    }

    /// The date of the news; else of its first publication, which this export is if there was
    /// none. A copy publishes nothing: there the approval is the only instant that stays.
    fn published(&self, dossier: &Dossier, text: &ApprovedText) -> When {
        let first = dossier.story.first_published.unwrap_or(match self.target {
            Target::Site => self.request.now,
            Target::Copy(_) => text.text.since,
        });
        dossier.story.when.unwrap_or(When::Instant(first))
    }
}

/// When the original was corrected, if this page does not say so yet.
fn corrected(dossier: &Dossier, edition: &EditionDossier) -> Option<Timestamp> {
    let behind = edition.findings.iter().any(|finding| finding.code == FindingCode::Behind);
    let original = dossier.editions.iter().find(|one| one.language == dossier.story.original)?;
    let text = &original.approved.as_ref()?.text;
    (behind && text.change == ChangeKind::Correction).then_some(text.since)
}

/// An edition as the outcome lists it, if it has a text or a page.
fn shown(
    dossier: &Dossier,
    edition: &EditionDossier,
    decided: &Fate<'_>,
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
    })
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
