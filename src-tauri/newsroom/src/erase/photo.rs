//! A photo goes for good: its file, what was made of it, its name and its credits. The hash and the decision stay.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use serde::Serialize;

use super::Gone;
use crate::act::Act;
use crate::decision::DecisionKind;
use crate::edition::Edition;
use crate::error::Error;
use crate::id::{MediaHash, NameId, StoryId};
use crate::log::Entry;
use crate::media::{self, Unusable};
use crate::transact::Tx;
use crate::{Newsroom, Result, names, publication, story};

/// What became of a photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErasedPhoto {
    pub media: MediaHash,
    /// Slugs of the stories that ever showed it. Their texts keep its place, which is a finding.
    pub stories: Vec<String>,
    /// Whether no byte of the name and the credits is left in the newsroom's files.
    pub cleared: bool,
    /// Backups that still hold the photo.
    pub backups: Vec<PathBuf>,
}

impl Newsroom {
    /// Erases a photo. Texts that show it stay as they are; an author whose portrait it is has none
    /// then. Erasing what is erased changes nothing but removes traces again. Who takes the very
    /// same file in again has it again.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless a chief asks, [`Error::ReasonNeeded`], [`Error::BadMedia`] for
    /// a photo that was never here, [`Error::MediaInUse`] while a page that is out shows it,
    /// [`Error::Files`] when its file cannot be removed: then it is erased for the newsroom, and
    /// `verify` says that the file is there.
    pub fn erase_photo(
        &mut self,
        act: &Act,
        media: MediaHash,
        reason: &str,
    ) -> Result<ErasedPhoto> {
        let stories = self.transact(act, "erase_photo", |tx| {
            tx.person.must_be_chief()?;
            let reason = reason.trim();
            if reason.is_empty() {
                return Err(Error::ReasonNeeded);
            }
            let stories = shown_in(tx, media)?;
            if !media::is_erased(tx, media)? {
                erase(tx, media, &stories, reason)?;
            }
            let slugs = stories.into_iter().map(|id| Ok(story::get(tx, id)?.slug));
            let mut slugs = slugs.collect::<Result<Vec<_>>>()?;
            slugs.sort();
            Ok(slugs)
        })?;
        let (file, made) = (self.media_path(media), self.made_of_media(media));
        must_be_gone(&file, fs::remove_file(&file))?;
        must_be_gone(&made, fs::remove_dir_all(&made))?;
        let cleared = self.clear();
        let backups = self.backups_holding(&Gone::photo(media))?;
        Ok(ErasedPhoto { media, stories, cleared, backups })
    }
}

fn must_be_gone(path: &Path, removed: std::io::Result<()>) -> Result<()> {
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::files(path, &error))
        }
        _ => Ok(()),
    }
}

fn erase(tx: &Tx<'_>, media: MediaHash, stories: &BTreeSet<StoryId>, reason: &str) -> Result<()> {
    let Some(file) = media::find(tx, media)? else {
        return Err(Error::BadMedia(Unusable::NotHere));
    };
    if let Some(slug) = shown_outside(tx, media, stories)? {
        return Err(Error::MediaInUse(slug));
    }
    let mut entry = Entry::of(DecisionKind::Erase).with("media", media.to_string());
    entry.note = Some(reason.to_owned());
    let position = tx.log(entry)?;
    for portrayed in portrayed(tx, media)? {
        names::without_photo(tx, portrayed)?;
    }
    tx.prepare_cached("DELETE FROM media_credit WHERE media = ?")?.execute([media])?;
    tx.prepare_cached("DELETE FROM media WHERE hash = ?")?.execute([media])?;
    let insert = "INSERT INTO erased_media (hash, bytes, log) VALUES (?, ?, ?)";
    tx.prepare_cached(insert)?.execute(params![media, file.bytes, position])?;
    stories.iter().try_for_each(|story| tx.changed(*story, None))?;
    tx.changed_newsroom()
}

/// The stories whose editions ever showed a photo or show it now, or whose authors it portrays.
fn shown_in(sql: &Connection, media: MediaHash) -> Result<BTreeSet<StoryId>> {
    let mut stories = story::using_media(sql, media)?;
    let mut typed = sql.prepare_cached(include_str!("typed.sql"))?;
    for story in typed.query_map([format!("media:{media}")], |row| row.get(0))? {
        stories.insert(story?);
    }
    for portrayed in portrayed(sql, media)? {
        stories.extend(names::stories_naming(sql, portrayed)?);
    }
    Ok(stories)
}

/// Authors whose portrait a photo is.
fn portrayed(sql: &Connection, media: MediaHash) -> Result<Vec<NameId>> {
    let mut query = sql.prepare_cached("SELECT id FROM name_entry WHERE photo = ?")?;
    Ok(query.query_map([media], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The slug of a story that has a page out with the photo.
fn shown_outside(
    sql: &Connection,
    media: MediaHash,
    stories: &BTreeSet<StoryId>,
) -> Result<Option<String>> {
    for story in stories {
        for edition in Edition::all(sql, *story)? {
            let out = publication::last_row(sql, edition.id)?.and_then(|row| row.revision);
            let Some(revision) = out else { continue };
            let hash = media::block_hash(media).0;
            let shows: bool = sql
                .prepare_cached(include_str!("shows.sql"))?
                .query_row(params![revision, hash, edition.story, media], |row| row.get(0))?;
            if shows {
                return Ok(Some(story::get(sql, *story)?.slug));
            }
        }
    }
    Ok(None)
}
