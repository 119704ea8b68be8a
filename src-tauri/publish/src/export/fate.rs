//! What becomes of an edition: it goes out, becomes a notice, or is left as it stands.

use shpalta_language::Language;
use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::publication::{ApprovedText, Dossier, EditionDossier, Withdrawal};

use super::{Run, Source};
use crate::address;
use crate::error::Error;
use crate::manifest::{Entry, Kind};
use crate::preflight::{self, Moment, Verdict};

/// What becomes of an edition, and why.
pub(super) struct Decided {
    pub fate: Fate,
    /// All that was found; nothing of one that was not asked for.
    pub findings: Vec<Finding>,
    pub held: bool,
}

/// What becomes of an edition.
pub(super) enum Fate {
    Article {
        path: String,
        text: Box<ApprovedText>,
        verdict: Verdict,
    },
    Notice {
        path: String,
        withdrawal: Withdrawal,
    },
    /// It stays as it stands, but for its switch.
    Left(Entry),
    Absent,
}

impl Fate {
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Article { path, .. } | Self::Notice { path, .. } => Some(path),
            Self::Left(entry) => Some(&entry.path),
            Self::Absent => None,
        }
    }

    /// Whether readers find the story there.
    pub fn is_version(&self) -> bool {
        match self {
            Self::Article { .. } => true,
            Self::Left(entry) => entry.kind == Kind::Page,
            Self::Notice { .. } | Self::Absent => false,
        }
    }
}

impl<S: Source> Run<'_, S> {
    /// Whether readers of the site find an edition that this export was not asked for.
    pub(super) fn is_out_elsewhere(&self, edition: &EditionDossier) -> bool {
        !self.request.languages.contains(&edition.language)
            && edition.withdrawal.is_none()
            && edition.exported.as_ref().is_some_and(|row| row.revision.is_some())
    }

    /// Decides about an edition; `in_ukrainian`: readers find the story in Ukrainian.
    pub(super) fn fate(
        &mut self,
        dossier: &Dossier,
        edition: &EditionDossier,
        in_ukrainian: bool,
    ) -> Result<Decided, Error> {
        let stands = self.folder.pages(&dossier.story.slug, edition.language)?.into_iter().next();
        if !self.request.languages.contains(&edition.language) {
            return Ok(Decided { fate: self.left(stands)?, findings: Vec::new(), held: false });
        }
        if let Some(withdrawal) = &edition.withdrawal {
            let exported = edition.exported.as_ref().map(|row| row.path.clone());
            let findings = edition.findings.clone();
            return Ok(match stands.map(|entry| entry.path).or(exported) {
                Some(path) => {
                    let fate = Fate::Notice { path, withdrawal: withdrawal.clone() };
                    Decided { fate, findings, held: false }
                }
                None => Decided { fate: Fate::Absent, findings, held: true },
            });
        }
        let unfit = self.unfit(edition);
        let (mut findings, verdict) = self.judged(dossier, edition, unfit, in_ukrainian);
        match &edition.approved {
            Some(text) if verdict != Verdict::Held => {
                let path = address::article(edition.language, &edition.address)?;
                if let Some(owner) = self.other_owner(&dossier.story.slug, &path)? {
                    if self.stays(&owner, edition.language, &path)? {
                        findings.push(Finding::of(FindingCode::AddressTaken));
                        return Ok(Decided { fate: self.left(stands)?, findings, held: true });
                    }
                    self.must_be_free(&dossier.story.slug, &path)?;
                }
                let fate = Fate::Article { path, text: Box::new(text.clone()), verdict };
                Ok(Decided { fate, findings, held: false })
            }
            approved => {
                let known = |code| findings.iter().any(|finding| finding.code == code);
                if approved.is_none() && !known(FindingCode::NotApproved) {
                    findings.push(Finding::of(FindingCode::NotApproved));
                }
                Ok(Decided { fate: self.left(stands)?, findings, held: true })
            }
        }
    }

    /// What is found of an edition, `unfit` photos of which cannot leave, and what that means.
    fn judged(
        &self,
        dossier: &Dossier,
        edition: &EditionDossier,
        unfit: usize,
        in_ukrainian: bool,
    ) -> (Vec<Finding>, Verdict) {
        let moment = Moment { now: self.request.now, policy: self.policy, unfit, in_ukrainian };
        let findings = preflight::findings(dossier, edition, &moment);
        let verdict = preflight::verdict(&findings, self.request.override_reason.as_deref());
        (findings, verdict)
    }

    /// Whether the page that a story has at an address will stay there.
    fn stays(&self, slug: &str, language: Language, path: &str) -> Result<bool, Error> {
        let Some(owner) = self.source.story_named(slug)? else { return Ok(false) };
        let dossier = self.source.dossier(owner)?;
        let of_language = |one: &&EditionDossier| one.language == language;
        let Some(edition) = dossier.editions.iter().find(of_language) else { return Ok(false) };
        if edition.withdrawal.is_some() || !self.request.languages.contains(&language) {
            return Ok(true);
        }
        let (_, verdict) = self.judged(&dossier, edition, 0, true);
        Ok(verdict == Verdict::Held || address::article(language, &edition.address)? == path)
    }

    /// A page that somebody deleted by hand does not come back by itself.
    fn left(&self, stands: Option<Entry>) -> Result<Fate, Error> {
        Ok(match stands {
            Some(entry) if self.folder.read(&entry.path)?.is_some() => Fate::Left(entry),
            _ => Fate::Absent,
        })
    }
}
