//! The file of a parcel: a header, a manifest and parts, each known by its SHA-256.
//!
//! Header: [`MAGIC`]; the format's number (4 bytes, big-endian like all numbers here); how many
//! bytes follow the header (8); SHA-256 over the format, that number and those bytes (32). Then the
//! manifest's length (4), the manifest (JSON) and the parts in its order, end to end. The header
//! stays as it is in every later format, so that each program can tell a whole parcel.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Result;
use crate::error::{Contradiction, Error};
use crate::id::{LogHash, MediaHash};
use crate::media;

/// The format that this program writes; it reads those before it, too.
pub const FORMAT: u32 = 2;

/// What a parcel begins with. The line break tells a file that was sent as text.
pub const MAGIC: &[u8; 16] = b"SHPALTA-PARCEL\r\n";

/// Bytes of the header.
pub const HEADER: u64 = 60;

/// The largest manifest, in bytes: some thousand photos.
const LARGEST_MANIFEST: u32 = 1_000_000;

/// The largest story without its photos, in bytes before packing: more than 1,000 revisions of
/// 20,000 letters.
pub(super) const LARGEST_STORY: u64 = 32 * 1024 * 1024;

/// The largest parcel, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

/// Name of the part that is the story.
const STORY: &str = "story";

/// What the names of photos begin with.
const MEDIA: &str = "media/";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Packing {
    Deflate,
    /// As it is: photos are compressed already.
    Stored,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    /// SHA-256 of its bytes as they are used.
    sha256: MediaHash,
    bytes: u64,
    /// Bytes in the file.
    packed: u64,
    packing: Packing,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    parts: Vec<Part>,
}

/// A parcel that is open for reading and whole.
#[derive(Debug)]
pub(super) struct Parcel<'a> {
    path: &'a Path,
    file: File,
    manifest: Manifest,
    /// Where the first part begins.
    parts: u64,
    /// The digest over all.
    pub(super) digest: LogHash,
}

impl<'a> Parcel<'a> {
    /// Opens a parcel. Its bytes are compared with their digest before anything is read of them.
    ///
    /// # Errors
    /// [`Error::NotAParcel`], [`Error::ParcelTruncated`], [`Error::ParcelAltered`],
    /// [`Error::NewerParcel`], [`Error::ParcelTooLarge`], [`Error::ParcelContradicts`],
    /// [`Error::Files`].
    pub(super) fn open(path: &'a Path) -> Result<Self> {
        let failed = |error: io::Error| Error::files(path, &error);
        let mut file = File::open(path).map_err(failed)?;
        let status = file.metadata().map_err(failed)?;
        if !status.is_file() {
            return Err(Error::NotAParcel(path.to_owned()));
        }
        let header = Header::read(path, &mut file)?;
        match status.len().cmp(&HEADER.saturating_add(header.length)) {
            std::cmp::Ordering::Less => return Err(Error::ParcelTruncated(path.to_owned())),
            std::cmp::Ordering::Greater => return Err(Error::ParcelAltered(path.to_owned())),
            std::cmp::Ordering::Equal => {}
        }
        if header.length > LARGEST {
            return Err(Error::ParcelTooLarge { path: path.to_owned(), limit: LARGEST });
        }
        if digest(header.format, header.length, &mut file).map_err(failed)? != header.digest {
            return Err(Error::ParcelAltered(path.to_owned()));
        }
        if !(1..=FORMAT).contains(&header.format) {
            let (found, known) = (header.format, FORMAT);
            return Err(Error::NewerParcel { path: path.to_owned(), found, known });
        }
        let (manifest, parts) = manifest(path, &mut file)?;
        let parcel = Self { path, file, manifest, parts, digest: header.digest };
        parcel.check(header.length)?;
        Ok(parcel)
    }

    /// The parts fill the file, each has its place and is no larger than it may be.
    fn check(&self, length: u64) -> Result<()> {
        let mut end = self.parts;
        for part in &self.manifest.parts {
            let limit = if part.name == STORY { LARGEST_STORY } else { media::LARGEST };
            if part.bytes > limit || part.packed > limit {
                return Err(Error::ParcelTooLarge { path: self.path.to_owned(), limit });
            }
            let is_stored = part.packing == Packing::Stored && part.packed == part.bytes;
            let is_known = match part.name.strip_prefix(MEDIA) {
                Some(hash) => is_stored && MediaHash::from_hex(hash) == Some(part.sha256),
                None => part.name == STORY,
            };
            if !is_known || part.packing == Packing::Stored && !is_stored {
                return Err(self.contradicts());
            }
            end += part.packed;
        }
        let mut names: Vec<_> = self.manifest.parts.iter().map(|part| &part.name).collect();
        names.sort();
        names.dedup();
        let is_whole = end == HEADER + length && names.len() == self.manifest.parts.len();
        if is_whole { Ok(()) } else { Err(self.contradicts()) }
    }

    /// The photos that it holds.
    pub(super) fn media(&self) -> impl Iterator<Item = MediaHash> {
        let photos = self.manifest.parts.iter().filter(|part| part.name != STORY);
        photos.map(|part| part.sha256)
    }

    /// The bytes of the story.
    pub(super) fn story(&mut self) -> Result<Vec<u8>> {
        self.read(|part| part.name == STORY)
    }

    /// The bytes of a photo.
    pub(super) fn photo(&mut self, hash: MediaHash) -> Result<Vec<u8>> {
        self.read(|part| part.name != STORY && part.sha256 == hash)
    }

    fn read(&mut self, wanted: impl Fn(&Part) -> bool) -> Result<Vec<u8>> {
        let failed = |error: io::Error| Error::files(self.path, &error);
        let mut at = self.parts;
        for part in &self.manifest.parts {
            if !wanted(part) {
                at += part.packed;
                continue;
            }
            self.file.seek(SeekFrom::Start(at)).map_err(failed)?;
            let packed = (&mut self.file).take(part.packed);
            let read = match part.packing {
                Packing::Stored => read_at_most(packed, part.bytes),
                Packing::Deflate => read_at_most(DeflateDecoder::new(packed), part.bytes),
            };
            let bytes = read.map_err(|_| self.contradicts())?;
            let is_so = bytes.len() as u64 == part.bytes
                && MediaHash(Sha256::digest(&bytes).into()) == part.sha256;
            return if is_so { Ok(bytes) } else { Err(self.contradicts()) };
        }
        Err(self.contradicts())
    }

    /// What it says of itself is not so.
    pub(super) fn contradicts(&self) -> Error {
        let path = self.path.to_owned();
        Error::ParcelContradicts { path, what: Contradiction::Itself }
    }
}

/// Reads to the end, but not past the first byte too many: what unpacks to more than it says is
/// not unpacked.
fn read_at_most(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

struct Header {
    format: u32,
    length: u64,
    digest: LogHash,
}

impl Header {
    fn read(path: &Path, file: &mut File) -> Result<Self> {
        let mut bytes = Vec::new();
        let read = file.take(HEADER).read_to_end(&mut bytes);
        read.map_err(|error| Error::files(path, &error))?;
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            return Err(Error::NotAParcel(path.to_owned()));
        };
        let number =
            |bytes: &[u8]| bytes.iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        match (rest.len() as u64 == HEADER - MAGIC.len() as u64).then_some(rest) {
            None => Err(Error::ParcelTruncated(path.to_owned())),
            Some(rest) => {
                let mut digest = [0; 32];
                digest.copy_from_slice(&rest[12..]);
                let format = u32::try_from(number(&rest[..4])).unwrap_or(u32::MAX);
                Ok(Self { format, length: number(&rest[4..12]), digest: LogHash(digest) })
            }
        }
    }
}

/// The digest of what follows the header; the file stands after the header.
fn digest(format: u32, length: u64, from: &mut impl Read) -> io::Result<LogHash> {
    let mut hash = Sha256::new();
    hash.update(b"shpalta parcel\0");
    hash.update(format.to_be_bytes());
    hash.update(length.to_be_bytes());
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(LogHash(hash.finalize().into())),
            read => hash.update(&buffer[..read]),
        }
    }
}

/// The manifest, and where the parts begin.
fn manifest(path: &Path, file: &mut File) -> Result<(Manifest, u64)> {
    let failed = |error: io::Error| Error::files(path, &error);
    let contradicts =
        || Error::ParcelContradicts { path: path.to_owned(), what: Contradiction::Itself };
    file.seek(SeekFrom::Start(HEADER)).map_err(failed)?;
    let mut length = [0; 4];
    file.read_exact(&mut length).map_err(|_| contradicts())?;
    let length = u32::from_be_bytes(length);
    if length > LARGEST_MANIFEST {
        let limit = u64::from(LARGEST_MANIFEST);
        return Err(Error::ParcelTooLarge { path: path.to_owned(), limit });
    }
    let mut bytes = vec![0; length as usize];
    file.read_exact(&mut bytes).map_err(|_| contradicts())?;
    let manifest = serde_json::from_slice(&bytes).map_err(|_| contradicts())?;
    Ok((manifest, HEADER + 4 + u64::from(length)))
}

/// A photo that goes into a parcel: its hash and where its bytes lie.
pub(super) struct Photo<'a> {
    pub(super) hash: MediaHash,
    pub(super) file: &'a Path,
}

/// Writes a parcel under another name, then renames it: `path` is the whole parcel or what it was.
/// Returns its length in bytes.
///
/// # Errors
/// [`Error::FileInTheWay`] for a file there that is no parcel, [`Error::ParcelTooLarge`] for a
/// story that nobody could take in, [`Error::Files`].
pub(super) fn write(path: &Path, story: &[u8], photos: &[Photo<'_>]) -> Result<u64> {
    let failed = |error: io::Error| Error::files(path, &error);
    if !may_replace(path) {
        return Err(Error::FileInTheWay(path.to_owned()));
    }
    if story.len() as u64 > LARGEST_STORY {
        return Err(Error::ParcelTooLarge { path: path.to_owned(), limit: LARGEST_STORY });
    }
    let packed = deflated(story).map_err(failed)?;
    let mut parts = vec![Part {
        name: STORY.to_owned(),
        sha256: MediaHash(Sha256::digest(story).into()),
        bytes: story.len() as u64,
        packed: packed.len() as u64,
        packing: Packing::Deflate,
    }];
    for Photo { hash, file } in photos {
        let bytes = fs::metadata(file).map_err(|error| Error::files(file, &error))?.len();
        let (name, packing) = (format!("{MEDIA}{hash}"), Packing::Stored);
        parts.push(Part { name, sha256: *hash, bytes, packed: bytes, packing });
    }
    let length: u64 = parts.iter().map(|part| part.packed).sum();
    let manifest =
        serde_json::to_vec(&Manifest { parts }).map_err(|error| failed(io::Error::other(error)))?;
    let length = 4 + manifest.len() as u64 + length;
    let staged = staged(path);
    let written = stage(&staged, length, &manifest, &packed, photos)
        .and_then(|()| fs::rename(&staged, path).map_err(failed));
    if written.is_err() {
        let _ = fs::remove_file(&staged);
    }
    written.map(|()| HEADER + length)
}

/// Whether nothing is there, or a parcel is.
fn may_replace(path: &Path) -> bool {
    let mut start = [0; MAGIC.len()];
    match File::open(path) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(mut file) => file.read_exact(&mut start).is_ok() && &start == MAGIC,
    }
}

fn staged(path: &Path) -> std::path::PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn deflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

/// Writes all but the digest, reads it back for the digest, and puts that in.
fn stage(
    path: &Path,
    length: u64,
    manifest: &[u8],
    story: &[u8],
    photos: &[Photo<'_>],
) -> Result<()> {
    let failed = |error: io::Error| Error::files(path, &error);
    let open = File::options().read(true).write(true).create(true).truncate(true).open(path);
    let mut file = open.map_err(failed)?;
    let manifest_length = u32::try_from(manifest.len()).unwrap_or(u32::MAX);
    let mut start = MAGIC.to_vec();
    start.extend(FORMAT.to_be_bytes());
    start.extend(length.to_be_bytes());
    start.extend([0; 32]);
    start.extend(manifest_length.to_be_bytes());
    start.extend(manifest);
    start.extend(story);
    file.write_all(&start).map_err(failed)?;
    for Photo { file: photo, .. } in photos {
        let mut from = File::open(photo).map_err(|error| Error::files(photo, &error))?;
        io::copy(&mut from, &mut file).map_err(failed)?;
    }
    let seal = |file: &mut File| -> io::Result<()> {
        file.seek(SeekFrom::Start(HEADER))?;
        let digest = digest(FORMAT, length, file)?;
        file.seek(SeekFrom::Start(HEADER - 32))?;
        file.write_all(&digest.0)?;
        file.sync_all()
    };
    seal(&mut file).map_err(failed)
}
