//! Parcels: one file with a story's editions, revisions, decisions and photos, to hand a story to a
//! colleague by messenger or stick.
//!
//! Everything in it is known by its hash, so that what is here already is not taken twice. What was
//! decided elsewhere is told in the history and decides nothing here: no signature says yet who it
//! was. Where both sides wrote on, both texts stay, and [`Newsroom::merge_offer`] puts them
//! together.

mod check;
mod contents;
mod details;
mod file;
mod gather;
mod line;
mod merge;
mod people;
mod plan;
mod take;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

use crate::act::Act;
use crate::backup::hash_file;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::{DeviceId, EditionId, MediaHash, StoryId};
use crate::media::{self, Image};
use crate::newsroom::device;
use crate::{Newsroom, Result, draft};

use contents::Contents;
use file::{Parcel, Photo};
use line::{Lines, Link};
use plan::Plan;

pub use file::{FORMAT, HEADER, MAGIC};
pub use merge::{MergeOffer, MergedField};
pub(crate) use take::decisions_hash;

/// The ending of a parcel's name.
pub const ENDING: &str = "shpalta";

/// A parcel that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sent {
    /// The story's slug.
    pub story: String,
    #[ts(type = "string")]
    pub file: PathBuf,
    #[ts(type = "number")]
    pub bytes: u64,
    pub revisions: usize,
    pub decisions: usize,
    pub media: usize,
    /// Photos that are not in it, because their files are lost or damaged.
    #[ts(type = "string[]")]
    pub missing: Vec<MediaHash>,
}

/// What a parcel brought. Where all is zero and empty it was here already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Taken {
    /// The slug that the story has here.
    pub story: String,
    /// Whether the story was not here before.
    pub is_new: bool,
    pub revisions: Vec<TakenRevision>,
    pub decisions: usize,
    pub media: usize,
    /// Names of people who were not known here: they have no rights.
    pub people: Vec<String>,
    /// Editions that were written on here and there.
    pub differing: Vec<Differing>,
    /// Keys of details that ours has otherwise; ours stay.
    pub differing_details: Vec<String>,
}

/// A revision under the number that it has here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakenRevision {
    pub language: Language,
    pub number: u32,
}

/// Two texts of one edition: ours is the draft, theirs stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Differing {
    pub language: Language,
    /// The number of the last revision that both came of.
    pub base: Option<u32>,
    pub ours: u32,
    pub theirs: u32,
}

impl Newsroom {
    /// Writes a story as a parcel. What is typed in its drafts and in no revision yet is cut first.
    /// The file is whole or as it was before.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without a role, [`Error::FileInTheWay`], [`Error::ParcelTooLarge`],
    /// [`Error::Damaged`] where nobody could take the story in, [`Error::Files`].
    pub fn parcel_out(&mut self, act: &Act, story: StoryId, to: &Path) -> Result<Sent> {
        self.cut_all(act, story)?;
        let mut contents = self.read(|sql| gather::gather(sql, story))?;
        let (media, missing) = self.whole_photos(&contents);
        contents.media.retain(|part| media.iter().any(|(hash, _)| *hash == part.hash));
        let photos: Vec<_> = media.iter().map(|(hash, file)| Photo { hash: *hash, file }).collect();
        if !check::agrees(&contents, &media.iter().map(|(hash, _)| *hash).collect()) {
            let detail = "what it says of this story contradicts itself".to_owned();
            return Err(Error::Damaged { path: self.database.clone(), detail });
        }
        let failed = |error| Error::files(to, &std::io::Error::other::<serde_json::Error>(error));
        let bytes = file::write(to, &serde_json::to_vec(&contents).map_err(failed)?, &photos)?;
        Ok(Sent {
            bytes,
            file: to.to_owned(),
            revisions: contents.editions.iter().map(|edition| edition.revisions.len()).sum(),
            decisions: contents.decisions.len(),
            media: photos.len(),
            missing,
            story: contents.story.slug,
        })
    }

    /// Takes a parcel in: what is new of its story, or the story. Nothing is changed unless all of
    /// the file is what it says.
    ///
    /// # Errors
    /// [`Error::NotAParcel`], [`Error::ParcelTruncated`], [`Error::ParcelAltered`],
    /// [`Error::NewerParcel`], [`Error::ParcelTooLarge`], [`Error::ParcelContradicts`],
    /// [`Error::NotAllowed`] without a role for the languages that it has texts in.
    pub fn parcel_in(&mut self, act: &Act, from: &Path) -> Result<Taken> {
        self.must_be_writable()?;
        let mut parcel = Parcel::open(from)?;
        let contents: Contents =
            serde_json::from_slice(&parcel.story()?).map_err(|_| parcel.contradicts())?;
        let media: BTreeSet<MediaHash> = parcel.media().collect();
        if !check::agrees(&contents, &media) {
            return Err(parcel.contradicts());
        }
        // Refused before the photos lie in their places, and once more while nobody else writes.
        let own = self.own_device()?;
        self.read(|sql| planned(sql, &contents, own, from).map(drop))?;
        let (photos, kept) = self.keep_photos(&mut parcel, &media)?;
        let digest = parcel.digest;
        let taken = self.transact(act, "parcel", |tx| {
            let plan = planned(tx, &contents, Some(tx.device), from)?;
            match plan.is_empty() && photos.is_empty() {
                true => take::nothing(tx, &contents),
                false => take::take(tx, &contents, &plan, &photos, digest),
            }
        });
        if taken.is_err() {
            kept.iter().for_each(|file| _ = fs::remove_file(file));
        }
        taken
    }

    /// Texts that came in parcels and that nobody put together with ours yet, the newest first.
    pub fn differing(&self, story: StoryId) -> Result<Vec<Differing>> {
        self.read(|sql| differing(sql, story))
    }

    fn cut_all(&mut self, act: &Act, story: StoryId) -> Result<()> {
        self.read(|sql| crate::staff::person(sql, act.by)?.must_be_on_staff())?;
        let is_uncut = self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("parcel/uncut.sql"))?;
            Ok(query.exists([story])?)
        })?;
        if !is_uncut {
            return Ok(());
        }
        self.transact(act, "parcel_out", |tx| {
            for edition in Edition::all(tx, story)? {
                let id = edition.id;
                if draft::cut_pending(tx, edition)?.1.is_some() {
                    tx.changed(story, Some(id))?;
                }
            }
            Ok(())
        })
    }

    /// The photos whose files are what they were, and the others.
    fn whole_photos(&self, contents: &Contents) -> (Vec<(MediaHash, PathBuf)>, Vec<MediaHash>) {
        let (mut whole, mut missing) = (Vec::new(), Vec::new());
        for part in &contents.media {
            let file = self.media_path(part.hash);
            match hash_file(&file) {
                Ok(hash) if hash == part.hash.to_string() => whole.push((part.hash, file)),
                _ => missing.push(part.hash),
            }
        }
        (whole, missing)
    }

    /// Puts the photos in their places that are not here. What was erased here stays away. Returns
    /// the photos and the files that are new.
    fn keep_photos(
        &self,
        parcel: &mut Parcel<'_>,
        all: &BTreeSet<MediaHash>,
    ) -> Result<(Vec<Image>, Vec<PathBuf>)> {
        let (mut images, mut kept) = (Vec::new(), Vec::new());
        for hash in all {
            let is_wanted = self.read(|sql| {
                Ok(media::find(sql, *hash)?.is_none() && !media::is_erased(sql, *hash)?)
            })?;
            if !is_wanted {
                continue;
            }
            let put = parcel.photo(*hash).and_then(|bytes| {
                let image = Image::of(&bytes).ok_or_else(|| parcel.contradicts())?;
                let is_there = self.media_path(*hash).exists();
                media::keep(self.folder(), *hash, &bytes)?;
                kept.extend((!is_there).then(|| self.media_path(*hash)));
                Ok(image)
            });
            match put {
                Ok(image) => images.push(image),
                Err(error) => {
                    kept.iter().for_each(|file| _ = fs::remove_file(file));
                    return Err(error);
                }
            }
        }
        Ok((images, kept))
    }

    /// The device that writes here; none before the first writing.
    fn own_device(&self) -> Result<Option<DeviceId>> {
        self.read(|sql| device::known(sql, self.fingerprint))
    }
}

fn planned<'a>(
    sql: &Connection,
    contents: &'a Contents,
    own: Option<DeviceId>,
    from: &Path,
) -> Result<Plan<'a>> {
    let path = from.to_owned();
    plan::plan(sql, contents, own)?.map_err(|what| Error::ParcelContradicts { path, what })
}

/// The revisions of an edition with what they came of.
fn lines(sql: &Connection, edition: EditionId) -> Result<Lines> {
    let mut query = sql.prepare_cached(include_str!("parcel/lines.sql"))?;
    let links = query.query_map([edition], |row| {
        Ok(Link {
            id: row.get(0)?,
            number: row.get(1)?,
            from: [row.get(2)?, row.get(3)?],
            content: row.get(4)?,
            reason: row.get(5)?,
        })
    })?;
    Ok(Lines::new(links.collect::<Result<Vec<_>, _>>()?))
}

pub(crate) fn differing(sql: &Connection, story: StoryId) -> Result<Vec<Differing>> {
    let mut differing = Vec::new();
    for edition in Edition::all(sql, story)? {
        differing.extend(differing_of(sql, &edition)?);
    }
    Ok(differing)
}

fn differing_of(sql: &Connection, edition: &Edition) -> Result<Vec<Differing>> {
    let Some(head) = edition.head else { return Ok(Vec::new()) };
    let lines = lines(sql, edition.id)?;
    let number = |id| lines.get(id).map_or(0, |link| link.number);
    let differing = lines.beside(head).into_iter().map(|link| Differing {
        language: edition.language,
        base: lines.base(head, link.id).map(number),
        ours: number(head),
        theirs: link.number,
    });
    Ok(differing.collect())
}
