//! Media files, kept by the SHA-256 of their bytes.

pub mod care;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use sha2::{Digest, Sha256};
use shpalta_language::Language;
use shpalta_text::{BlockHash, BlockKind};
use ts_rs::TS;

use crate::act::Act;
use crate::error::Error;
use crate::id::MediaHash;
use crate::names::Names;
use crate::revision::instant_column;
use crate::transact::Tx;
use crate::{Newsroom, Result};
use care::Care;

/// The largest file taken in, in bytes.
pub(crate) const LARGEST: u64 = 100 * 1024 * 1024;

/// A media file of the newsroom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Media {
    pub hash: MediaHash,
    #[ts(type = "number")]
    pub bytes: u64,
    /// The ending of its name, from its content: `jpg`, `png`, `webp`, `gif`, `heic`.
    pub extension: String,
    /// Width and height in pixels, as stored in the file.
    pub size: Option<(u32, u32)>,
    /// The name that it came under.
    pub file_name: String,
    /// When it was taken in.
    #[ts(type = "string")]
    pub added: Timestamp,
    /// Who is to be named, per language.
    pub credit: Names,
    pub care: Care,
}

/// Why a file cannot be used as media.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    NoFile,
    NoImage,
    /// The newsroom holds no file with this hash.
    NotHere,
    /// In bytes.
    TooLarge {
        limit: u64,
    },
}

impl Unusable {
    /// For programs; it never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoFile => "no_file",
            Self::NoImage => "no_image",
            Self::NotHere => "not_here",
            Self::TooLarge { .. } => "too_large",
        }
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile => f.write_str("it is not a file"),
            Self::NoImage => f.write_str("it is no JPEG, PNG, WebP, GIF or HEIC image"),
            Self::NotHere => f.write_str("the newsroom does not hold it"),
            Self::TooLarge { limit } => write!(f, "it has more than {limit} bytes"),
        }
    }
}

impl Newsroom {
    /// Where the bytes of a media file are.
    pub fn media_path(&self, hash: MediaHash) -> PathBuf {
        path(self.folder(), hash)
    }

    /// Where what is made of a media file is kept: it may go at any time, and does with the file.
    pub fn made_of_media(&self, hash: MediaHash) -> PathBuf {
        self.folder().join("cache").join("photos").join(hash.to_string())
    }

    /// A media file that the newsroom holds.
    pub fn media_file(&self, hash: MediaHash) -> Result<Option<Media>> {
        self.read(|sql| find(sql, hash))
    }

    /// All media, the newest first.
    pub fn media(&self) -> Result<Vec<Media>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached(include_str!("media/all.sql"))?;
            let all = query.query_map([], from_row)?.collect::<Result<Vec<_>, _>>()?;
            all.into_iter().map(|media| with_credit(sql, media)).collect()
        })
    }

    /// Takes a file in. Its bytes are on disk before the newsroom knows of it. The same file again
    /// is the same media; a credit given then replaces the old one.
    ///
    /// # Errors
    /// [`Error::BadMedia`] for what is no image or too large, [`Error::Files`],
    /// [`Error::NotAllowed`] without a role.
    pub fn add_media(&mut self, act: &Act, file: &Path, credit: &Names) -> Result<MediaHash> {
        let bytes = read_image(file)?;
        let image = Image::of(&bytes).ok_or(Error::BadMedia(Unusable::NoImage))?;
        keep(self.folder(), image.hash, &bytes)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.transact(act, "media", |tx| {
            tx.person.must_be_on_staff()?;
            let undone = "DELETE FROM erased_media WHERE hash = ?";
            tx.prepare_cached(undone)?.execute([image.hash])?;
            enter(tx, &image, &name, credit)?;
            Ok(image.hash)
        })
    }

    /// Says who is to be named under a photo in a language; an empty credit takes the name away.
    /// It is a detail of the pages that show the photo.
    ///
    /// # Errors
    /// [`Error::BadMedia`] for a photo that is not in the newsroom, [`Error::NotAllowed`] without
    /// a role for the language.
    pub fn set_credit(
        &mut self,
        act: &Act,
        media: MediaHash,
        language: Language,
        credit: &str,
    ) -> Result<()> {
        let credit = shpalta_text::normalise::line(credit);
        self.transact(act, "credit", |tx| {
            tx.person.must_write(language)?;
            must_exist(tx, media)?;
            store_credit(tx, media, language, &credit)?;
            follow(tx, media)
        })
    }
}

/// What the bytes of an image say of it.
#[derive(Debug, Clone)]
pub(crate) struct Image {
    pub(crate) hash: MediaHash,
    bytes: u64,
    extension: &'static str,
    size: Option<(u32, u32)>,
}

impl Image {
    /// None for bytes that are no image.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let extension = imagesize::image_type(bytes).ok().and_then(extension)?;
        let size = imagesize::blob_size(bytes).ok().and_then(|size| {
            Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
        });
        let hash = MediaHash(Sha256::digest(bytes).into());
        Some(Self { hash, bytes: bytes.len() as u64, extension, size })
    }
}

/// Enters an image whose bytes are in their place, and has the stories follow that show it.
pub(crate) fn enter(tx: &Tx<'_>, image: &Image, name: &str, credit: &Names) -> Result<()> {
    tx.prepare_cached(include_str!("media/insert.sql"))?.execute(params![
        image.hash,
        image.bytes,
        image.extension,
        image.size.map(|size| size.0),
        image.size.map(|size| size.1),
        name,
        tx.act.at.as_millisecond(),
        tx.act.by,
    ])?;
    for (language, credit) in credit {
        store_credit(tx, image.hash, *language, credit)?;
    }
    follow(tx, image.hash)
}

/// An empty credit is none.
fn store_credit(
    sql: &Connection,
    media: MediaHash,
    language: Language,
    credit: &str,
) -> Result<()> {
    let credit = credit.trim();
    if credit.is_empty() {
        sql.prepare_cached("DELETE FROM media_credit WHERE media = ? AND language = ?")?
            .execute(params![media, language.code()])?;
        return Ok(());
    }
    sql.prepare_cached("INSERT OR REPLACE INTO media_credit VALUES (?, ?, ?)")?
        .execute(params![media, language.code(), credit])?;
    Ok(())
}

/// Has the board follow a change of a photo in the stories that show it.
pub(crate) fn follow(tx: &Tx<'_>, media: MediaHash) -> Result<()> {
    crate::story::using_media(tx, media)?.into_iter().try_for_each(|story| tx.affected(story))?;
    tx.changed_newsroom()
}

pub(crate) fn path(folder: &Path, hash: MediaHash) -> PathBuf {
    folder.join("media").join(hash.to_string())
}

fn read_image(file: &Path) -> Result<Vec<u8>> {
    let failed = |error: std::io::Error| Error::files(file, &error);
    let status = fs::metadata(file).map_err(failed)?;
    if !status.is_file() {
        return Err(Error::BadMedia(Unusable::NoFile));
    }
    if status.len() > LARGEST {
        return Err(Error::BadMedia(Unusable::TooLarge { limit: LARGEST }));
    }
    fs::read(file).map_err(failed)
}

fn extension(kind: imagesize::ImageType) -> Option<&'static str> {
    use imagesize::ImageType;
    match kind {
        ImageType::Jpeg => Some("jpg"),
        ImageType::Png => Some("png"),
        ImageType::Webp => Some("webp"),
        ImageType::Gif => Some("gif"),
        ImageType::Heif(_) => Some("heic"),
        _ => None,
    }
}

/// Writes the bytes beside their place, then renames: a name in `media/` always has its bytes.
pub(crate) fn keep(folder: &Path, hash: MediaHash, bytes: &[u8]) -> Result<()> {
    let place = path(folder, hash);
    if fs::metadata(&place).is_ok_and(|file| file.len() == bytes.len() as u64) {
        return Ok(());
    }
    let failed = |error: std::io::Error| Error::files(&place, &error);
    let staged = place.with_extension(format!("{}.part", std::process::id()));
    let mut file = fs::File::create(&staged).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    fs::rename(&staged, &place).map_err(failed)?;
    let media = fs::File::open(folder.join("media")).map_err(failed)?;
    media.sync_all().map_err(failed)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Media> {
    let size = row.get::<_, Option<u32>>(3)?.zip(row.get::<_, Option<u32>>(4)?);
    Ok(Media {
        hash: row.get(0)?,
        bytes: row.get(1)?,
        extension: row.get(2)?,
        size,
        file_name: row.get(5)?,
        added: instant_column(row, 6)?,
        credit: BTreeMap::new(),
        care: care_column(row, 7)?,
    })
}

fn care_column(row: &Row<'_>, column: usize) -> rusqlite::Result<Care> {
    let Some(json) = row.get::<_, Option<String>>(column)? else { return Ok(Care::default()) };
    serde_json::from_str(&json).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
    })
}

fn with_credit(sql: &Connection, mut media: Media) -> Result<Media> {
    let query = "SELECT language, credit FROM media_credit WHERE media = ?";
    let mut query = sql.prepare_cached(query)?;
    let mut rows = query.query([media.hash])?;
    while let Some(row) = rows.next()? {
        media.credit.insert(crate::edition::language_column(row, 0)?, row.get(1)?);
    }
    Ok(media)
}

/// A media file that the newsroom holds.
pub(crate) fn find(sql: &Connection, hash: MediaHash) -> Result<Option<Media>> {
    let mut query = sql.prepare_cached(include_str!("media/find.sql"))?;
    query.query_row([hash], from_row).optional()?.map(|media| with_credit(sql, media)).transpose()
}

/// Whether a media file was erased and not taken in again since.
pub(crate) fn is_erased(sql: &Connection, hash: MediaHash) -> Result<bool> {
    Ok(sql.prepare_cached("SELECT 1 FROM erased_media WHERE hash = ?")?.exists([hash])?)
}

/// The photos whose addresses stand in a text.
pub(crate) fn addressed(body: &str) -> impl Iterator<Item = MediaHash> {
    let addresses = body.match_indices("media:");
    addresses.filter_map(|(at, word)| {
        let start = at + word.len();
        body.get(start..start + 64).and_then(MediaHash::from_hex)
    })
}

/// The hash of the block that shows a media file.
pub(crate) fn block_hash(hash: MediaHash) -> BlockHash {
    BlockHash::of(BlockKind::Image, &format!("media:{hash}"))
}

pub(crate) fn must_exist(sql: &Connection, hash: MediaHash) -> Result<()> {
    match find(sql, hash)? {
        Some(_) => Ok(()),
        None => Err(Error::BadMedia(Unusable::NotHere)),
    }
}

/// The credit in a language.
pub(crate) fn credit(media: &Media, language: Language) -> Option<&str> {
    media.credit.get(&language).map(String::as_str)
}
