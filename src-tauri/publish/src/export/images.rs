//! The images that pages use: put beside them, and taken away when no page names them.

use std::collections::{BTreeMap, BTreeSet};

use shpalta_language::Language;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::names::Names;
use shpalta_newsroom::publication::{ApprovedText, Dossier, EditionDossier};
use shpalta_photo::{Facts, Job, Purpose};

use super::{Run, Source};
use crate::address::MEDIA;
use crate::error::Error;
use crate::folder::sha256;
use crate::manifest::{Entry, Kind};
use crate::page::photos::{Photos, Placed, PlacedFile, first_in};

const HASH_DIGITS: usize = 64;

impl<S: Source> Run<'_, S> {
    /// Has all photos of a story ready that its pages may show.
    pub(super) fn develop(
        &mut self,
        dossier: &Dossier,
        pulse: &mut dyn FnMut() -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut wanted = BTreeMap::<MediaHash, BTreeSet<Purpose>>::new();
        let leaving = dossier.editions.iter().filter(|edition| {
            self.request.languages.contains(&edition.language) && edition.withdrawal.is_none()
        });
        for (hash, purpose) in leaving.flat_map(|edition| self.wanted(edition)) {
            wanted.entry(hash).or_default().insert(purpose);
        }
        let job = |(hash, purposes): (MediaHash, BTreeSet<Purpose>)| Job {
            hash: hash.0,
            file: self.source.media_path(hash),
            cache: self.source.made_of_media(hash),
            purposes: purposes.into_iter().collect(),
        };
        let jobs: Vec<_> = wanted.into_iter().map(job).collect();
        self.photos = shpalta_photo::develop(&jobs, pulse)?;
        self.decoded += self.photos.decoded;
        Ok(())
    }

    /// What an edition needs photos for. Only the first is for machines, and only where the site has
    /// an address that they can be given.
    fn wanted(&self, edition: &EditionDossier) -> Vec<(MediaHash, Purpose)> {
        let purposes = self.pages.shown_as();
        let shown = edition.page.media.keys();
        let shown = shown.flat_map(|hash| purposes.iter().map(|purpose| (*hash, *purpose)));
        let first = edition.approved.as_ref().and_then(|text| first(edition, text));
        let first = first.filter(|_| self.pages.are_addressed());
        let portraits = edition.page.authors.iter().filter_map(|author| author.photo);
        shown
            .chain(first.map(|hash| (hash, Purpose::Machines)))
            .chain(portraits.map(|hash| (hash, Purpose::Portrait)))
            .collect()
    }

    /// How many photos of an edition's text cannot leave.
    pub(super) fn unfit(&self, edition: &EditionDossier) -> usize {
        let is_fit = |hash: &&MediaHash| self.photos.photos.contains_key(&hash.0);
        edition.page.media.len() - edition.page.media.keys().filter(is_fit).count()
    }

    /// Puts the photos of an edition beside its page. Without a portrait the page shows the
    /// author's initials.
    pub(super) fn place(
        &mut self,
        edition: &EditionDossier,
        text: &ApprovedText,
    ) -> Result<Photos, Error> {
        let mut photos = Photos::default();
        for hash in edition.page.media.keys() {
            let mut files = Vec::new();
            for purpose in self.pages.shown_as() {
                files.extend(self.put_photo(*hash, *purpose)?);
            }
            let Some(placed) = Placed::of(files) else { continue };
            self.placed.insert(*hash, placed.path.clone());
            photos.shown.insert(*hash, placed);
        }
        if let Some(hash) = first(edition, text) {
            photos.for_machines = self.put_photo(hash, Purpose::Machines)?;
        }
        for hash in edition.page.authors.iter().filter_map(|author| author.photo) {
            photos.portraits.insert(hash, self.put_photo(hash, Purpose::Portrait)?);
        }
        Ok(photos)
    }

    /// The files of a photo for a purpose, smallest first; none of one that was not developed for
    /// it.
    fn put_photo(&mut self, hash: MediaHash, purpose: Purpose) -> Result<Vec<PlacedFile>, Error> {
        let made = self.photos.photos.get(&hash.0).and_then(|made| made.get(&purpose));
        let Some(made) = made else { return Ok(Vec::new()) };
        let facts = with_credit(&made.facts, &self.source.credit(hash)?);
        let mut placed = Vec::new();
        for one in &made.renditions {
            let with_words = shpalta_photo::with_words(&one.bytes, one.extension, &facts);
            let bytes = with_words.as_deref().unwrap_or(&one.bytes);
            // Its name says what it holds, so a name once seen may be cached for ever.
            let path = format!("{MEDIA}{}.{}", sha256(bytes), one.extension);
            let (sha256, kind) = (String::new(), Kind::Image);
            let entry = Entry { path: path.clone(), sha256, kind, story: None, lang: None };
            self.folder.put(entry, bytes)?;
            placed.push(PlacedFile { path, size: one.size });
        }
        Ok(placed)
    }

    /// Says which images a page shows now.
    pub(super) fn show(&mut self, page: &str, images: &[String]) -> Result<(), Error> {
        self.dropped.extend(self.folder.ledger.show(page, images)?);
        Ok(())
    }

    /// An image that pages stopped showing goes, unless another page shows it, too: the photo of a
    /// withdrawn story does not stay behind.
    pub(super) fn forget_dropped_images(&mut self) -> Result<(), Error> {
        for path in std::mem::take(&mut self.dropped) {
            let file = self.folder.file(&path)?;
            if file.is_some_and(|file| file.kind == Kind::Image)
                && !self.folder.ledger.is_shown(&path)?
            {
                self.folder.remove(&path)?;
            }
        }
        Ok(())
    }
}

/// The photo that stands first in a text.
fn first(edition: &EditionDossier, text: &ApprovedText) -> Option<MediaHash> {
    first_in(&text.text.body, edition.page.media.keys())
}

/// What a photo's files say of it. The newsroom's credit stands before the file's own; of its
/// languages the first, for all pages show the same files.
fn with_credit(facts: &Facts, credit: &Names) -> Facts {
    let credit = Language::ALL.iter().find_map(|language| credit.get(language));
    Facts { credit: credit.cloned().or_else(|| facts.credit.clone()), ..facts.clone() }
}

/// The paths of images that a page names.
pub(super) fn named(html: &str) -> Vec<String> {
    let names = html.split(MEDIA).skip(1).filter_map(|rest| {
        let (hash, rest) = rest.split_at_checked(HASH_DIGITS)?;
        let ending = rest.strip_prefix('.')?;
        let end = ending.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(ending.len());
        let is_hash = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| format!("{MEDIA}{hash}.{}", &ending[..end]))
    });
    let names: BTreeSet<String> = names.collect();
    names.into_iter().collect()
}
