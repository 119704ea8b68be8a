//! Files: reads what may be read, and picks the parser by the name's ending.

use std::{
    fs::{self, File, Metadata},
    io::{self, Read},
    path::Path,
};

use jiff::civil::Date;
use shpalta_language::Language;

use super::{
    error::{Fault, ImportError, NotAFile, Refusal},
    front_matter, page_text,
    parsed::Parsed,
    web_page,
};

#[cfg(test)]
mod tests;

/// The largest file that is read, in bytes. A long news story has some 20 thousand.
pub const LIMIT: u64 = 5_000_000;

/// Reads a file and parses it by its ending: `.md` and `.markdown` with front matter, `.txt` as a
/// page's copied text, `.html` and `.htm` as a saved page. The language is `language`, else what
/// the file or its name says, else what its letters say. `root`, when given, is the folder that
/// the file must lie in. `today` dates old datelines.
pub fn parse(
    path: &Path,
    root: Option<&Path>,
    language: Option<Language>,
    today: Date,
) -> Result<Parsed, ImportError> {
    let refused = |refusal| Fault::whole(refusal).of(path);
    // What is not there is missing, whatever its name ends in.
    check_place(path, root).map_err(refused)?;
    let kind = kind(path).map_err(refused)?;
    let text = read(path, root)?;
    let language = language.or_else(|| language_of_name(path));
    let parsed = match kind {
        Kind::Markdown => front_matter::parse(&text, language),
        Kind::PageText => page_text::parse(&text, language, today),
        Kind::WebPage => web_page::parse(&text, language),
    };
    parsed.map_err(|fault| fault.of(path))
}

/// Parses Markdown with front matter that comes without a file; `name` is what messages call it.
pub fn parse_markdown(
    name: &Path,
    bytes: Vec<u8>,
    language: Option<Language>,
) -> Result<Parsed, ImportError> {
    if !u64::try_from(bytes.len()).is_ok_and(|length| length <= LIMIT) {
        return Err(Fault::whole(Refusal::TooLarge { limit: LIMIT }).of(name));
    }
    let parsed = text(bytes).and_then(|text| front_matter::parse(&text, language));
    parsed.map_err(|fault| fault.of(name))
}

/// The text of a file: UTF-8, without byte order mark and NUL bytes, at most [`LIMIT`] bytes.
/// Only regular files are opened, so a pipe or a device never hangs the desk.
pub fn read(path: &Path, root: Option<&Path>) -> Result<String, ImportError> {
    let refused = |refusal| Fault::whole(refusal).of(path);
    check_place(path, root).map_err(refused)?;
    let bytes = bytes(path).map_err(refused)?;
    text(bytes).map_err(|fault| fault.of(path))
}

/// The language in a name such as `umerov-carignan.uk.md`.
pub fn language_of_name(path: &Path) -> Option<Language> {
    let stem = path.file_stem()?.to_str()?;
    let (_, code) = stem.rsplit_once('.')?;
    Language::from_code(&code.to_lowercase())
}

/// The name without its ending and its language: `umerov-carignan` of `umerov-carignan.uk.md`.
pub fn stem_before_language(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match (language_of_name(path), stem.rsplit_once('.')) {
        (Some(_), Some((before, _))) => before.to_owned(),
        _ => stem,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Markdown,
    PageText,
    WebPage,
}

fn kind(path: &Path) -> Result<Kind, Refusal> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "md" | "markdown" => Ok(Kind::Markdown),
        "txt" => Ok(Kind::PageText),
        "html" | "htm" => Ok(Kind::WebPage),
        _ => Err(Refusal::KindUnknown { extension }),
    }
}

fn check_place(path: &Path, root: Option<&Path>) -> Result<(), Refusal> {
    let metadata = fs::metadata(path).map_err(|error| refusal(path, &error))?;
    if let Some(root) = root {
        let file = path.canonicalize().map_err(|error| refusal(path, &error))?;
        let folder = root.canonicalize().map_err(|error| refusal(root, &error))?;
        if !file.starts_with(&folder) {
            return Err(Refusal::Outside { root: root.to_owned() });
        }
    }
    check_kind(&metadata)
}

fn check_kind(metadata: &Metadata) -> Result<(), Refusal> {
    if metadata.is_dir() {
        return Err(Refusal::NotAFile { what: NotAFile::Folder });
    }
    if !metadata.is_file() {
        return Err(Refusal::NotAFile { what: NotAFile::Special });
    }
    if metadata.len() > LIMIT {
        return Err(Refusal::TooLarge { limit: LIMIT });
    }
    Ok(())
}

fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let file = File::open(path).map_err(|error| refusal(path, &error))?;
    let mut bytes = Vec::new();
    // One byte more than allowed shows that the file has grown since it was looked at.
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| refusal(path, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= LIMIT) {
        return Ok(bytes);
    }
    Err(Refusal::TooLarge { limit: LIMIT })
}

fn refusal(path: &Path, error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Refusal::Missing,
        io::ErrorKind::PermissionDenied => Refusal::Unreadable { detail: error.to_string() },
        _ if path.ancestors().any(is_broken_link) => Refusal::SymlinkLoop,
        _ => Refusal::Unreadable { detail: error.to_string() },
    }
}

fn is_broken_link(path: &Path) -> bool {
    path.is_symlink() && fs::metadata(path).is_err()
}

fn text(bytes: Vec<u8>) -> Result<String, Fault> {
    if let Some(guess) = utf16(&bytes) {
        return Err(Fault::at(1, Refusal::NotUtf8 { guess: Some(guess) }));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), sound);
        Fault::at(line, Refusal::NotUtf8 { guess: windows_1251(error.as_bytes()) })
    })?;
    if let Some(place) = text.find('\0') {
        return Err(Fault::at(line_of(text.as_bytes(), place), Refusal::Nul));
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn line_of(bytes: &[u8], place: usize) -> usize {
    bytes.iter().take(place).filter(|byte| **byte == b'\n').count() + 1
}

/// UTF-16 shows in its byte order mark, or in a NUL as every second byte of ASCII.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    let nuls_at = |start: usize| {
        let head = bytes.iter().take(64).skip(start).step_by(2);
        bytes.len() >= 8 && head.filter(|byte| **byte == 0).count() * 4 > bytes.len().min(64)
    };
    let mark = bytes.get(..2);
    let marked = mark == Some(&[0xff, 0xfe]) || mark == Some(&[0xfe, 0xff]);
    (marked || nuls_at(0) || nuls_at(1)).then_some("UTF-16")
}

/// Windows-1251 has its small Cyrillic letters from 0xE0 up; KOI8 has them from 0xC0 to 0xDF.
fn windows_1251(bytes: &[u8]) -> Option<&'static str> {
    let small = bytes.iter().filter(|byte| **byte >= 0xe0).count();
    let large = bytes.iter().filter(|byte| (0xc0..0xe0).contains(*byte)).count();
    (small > large && (small + large) * 4 > bytes.len()).then_some("Windows-1251")
}
