//! One story: each edition goes out, becomes a notice, or is left as it stands.

use std::collections::BTreeMap;

use jiff::Timestamp;
use shpalta_language::date::{self, When};
use shpalta_newsroom::finding::{Finding, FindingCode};
use shpalta_newsroom::id::{MediaHash, StoryId};
use shpalta_newsroom::publication::{
    ApprovedText, ChangeKind, Dossier, EditionDossier, ExportedRow, Target, Withdrawal,
};

use super::{Run, Source};
use crate::address;
use crate::error::Error;
use crate::manifest::{Entry, Kind};
use crate::page::Versions;
use crate::page::article::{Article, Placed};
use crate::page::front::Listed;
use crate::photo::Photo;
use crate::preflight::{self, HeldBack, Verdict};

type Photos = BTreeMap<MediaHash, Photo>;

/// What becomes of an edition.
enum Fate<'a> {
    Article {
        path: String,
        text: &'a ApprovedText,
        photos: Photos,
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
    pub(super) fn story(&mut self, story: StoryId) -> Result<(), Error> {
        let dossier = self.source.dossier(story)?;
        let mut fates = Vec::new();
        for edition in &dossier.editions {
            fates.push((edition, self.fate(&dossier, edition)?));
        }
        let there = fates.iter().filter(|(_, fate)| fate.is_version());
        let paths =
            there.filter_map(|(edition, fate)| Some((edition.language, fate.path()?.into())));
        let versions = Versions { paths: paths.collect(), original: Some(dossier.original) };
        for (edition, fate) in &fates {
            for old in self.folder.pages(&dossier.slug, edition.language) {
                if fate.path() != Some(&old.path) {
                    self.forget_page(&old.path)?;
                }
            }
            self.carry_out(&dossier, edition, fate, &versions)?;
        }
        Ok(())
    }

    fn fate<'d>(
        &mut self,
        dossier: &Dossier,
        edition: &'d EditionDossier,
    ) -> Result<Fate<'d>, Error> {
        let stands = self.folder.pages(&dossier.slug, edition.language).into_iter().next();
        if !self.request.languages.contains(&edition.language) {
            return self.left(stands);
        }
        if let Some(withdrawal) = &edition.withdrawal {
            let exported = edition.exported.as_ref().map(|row| row.path.clone());
            if let Some(path) = stands.map(|entry| entry.path).or(exported) {
                return Ok(Fate::Notice { path, withdrawal });
            }
            self.hold(dossier, edition, edition.findings.clone());
            return Ok(Fate::Absent);
        }
        let (photos, unfit) = self.photos(edition)?;
        let mut findings = preflight::findings(dossier, edition, self.request.now, unfit);
        let verdict = preflight::verdict(&findings, self.request.override_reason.as_deref());
        match &edition.approved {
            Some(text) if verdict != Verdict::Held => {
                let path = address::article(edition.language, &edition.address)?;
                Ok(Fate::Article { path, text, photos, verdict })
            }
            approved => {
                let known = |code| findings.iter().any(|finding| finding.code == code);
                if approved.is_none() && !known(FindingCode::NotApproved) {
                    findings.push(Finding::of(FindingCode::NotApproved));
                }
                self.hold(dossier, edition, findings);
                self.left(stands)
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

    fn hold(&mut self, dossier: &Dossier, edition: &EditionDossier, findings: Vec<Finding>) {
        let (story, lang) = (dossier.slug.clone(), edition.language);
        self.held_back.push(HeldBack { story, lang, findings });
    }

    /// The photos that can leave, and how many of the text's cannot.
    fn photos(&self, edition: &EditionDossier) -> Result<(Photos, usize), Error> {
        let mut photos = Photos::new();
        for hash in edition.media.keys() {
            photos.extend(self.photo(*hash)?.map(|photo| (*hash, photo)));
        }
        let unfit = edition.media.len() - photos.len();
        // Without a portrait the page shows the author's initials.
        for hash in edition.authors.iter().filter_map(|author| author.photo) {
            photos.extend(self.photo(hash)?.map(|photo| (hash, photo)));
        }
        Ok((photos, unfit))
    }

    fn carry_out(
        &mut self,
        dossier: &Dossier,
        edition: &EditionDossier,
        fate: &Fate<'_>,
        versions: &Versions,
    ) -> Result<(), Error> {
        match fate {
            Fate::Absent => Ok(()),
            Fate::Left(entry) => self.leave(dossier, edition, entry, versions),
            Fate::Notice { path, withdrawal } => {
                let html = self.pages.notice(edition.language, path, versions, withdrawal)?;
                let sha256 = self.put_page(dossier, edition, Kind::Notice, path, &html)?;
                self.rows.push(row(edition, path, sha256));
                Ok(())
            }
            Fate::Article { path, text, photos, verdict } => {
                let photos = self.place(photos)?;
                let published = self.published(dossier, text);
                let article =
                    Article { dossier, edition, text, path, versions, photos: &photos, published };
                let html = self.pages.article(&article)?;
                let sha256 = self.put_page(dossier, edition, Kind::Page, path, &html)?;
                let overridden = (*verdict == Verdict::Overridden)
                    .then(|| self.request.override_reason.clone())
                    .flatten();
                self.rows.push(ExportedRow {
                    revision: Some(text.revision),
                    content: Some(text.content),
                    overridden,
                    ..row(edition, path, sha256)
                });
                Ok(())
            }
        }
    }

    fn place(&mut self, photos: &Photos) -> Result<BTreeMap<MediaHash, Placed>, Error> {
        let mut placed = BTreeMap::new();
        for (hash, photo) in photos {
            placed.insert(*hash, self.put_photo(photo)?);
        }
        Ok(placed)
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
        let sha256 = self.put_page(dossier, edition, entry.kind, path, &html)?;
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
    ) -> Result<String, Error> {
        self.must_be_free(&dossier.slug, path)?;
        self.note_old_names(path)?;
        self.note_names(html);
        if let Some(listed) = Listed::in_page(path, html) {
            self.listed.insert(path.to_owned(), listed);
        }
        let (story, lang) = (Some(dossier.slug.clone()), Some(edition.language));
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
        let first = dossier.first_published.unwrap_or(match self.target {
            Target::Site => self.request.now,
            Target::Copy(_) => text.approved_at,
        });
        dossier.when.unwrap_or(When::Instant(first))
    }
}

/// When the original was corrected, if this page does not say so yet.
fn corrected(dossier: &Dossier, edition: &EditionDossier) -> Option<Timestamp> {
    let behind = edition.findings.iter().any(|finding| finding.code == FindingCode::Behind);
    let original = dossier.editions.iter().find(|one| one.language == dossier.original)?;
    let text = original.approved.as_ref().filter(|text| text.change == ChangeKind::Correction)?;
    behind.then_some(text.approved_at)
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
