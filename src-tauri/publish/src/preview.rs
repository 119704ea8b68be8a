//! The page of a draft as it would stand on the site: the same code and the same templates make it.
//!
//! A preview has no place on the site. Its page is at `SLUG/LANGUAGE`, what pages
//! share under its own name, a photo at `media/HASH` by the newsroom's own hash; the page names them by relative
//! links. Of the page as export makes it, only what machines read is missing: JSON-LD, and the
//! absolute addresses of a site that has one. A photo is the newsroom's own file without metadata,
//! not one of the many that the site gets.

use jiff::Timestamp;
use shpalta_language::date::When;
use shpalta_language::{Language, page as words};
use shpalta_newsroom::id::{MediaHash, StoryId};
use shpalta_newsroom::publication::PageDetails;
use shpalta_newsroom::setting::Site;
use shpalta_newsroom::{Error as NewsroomError, Newsroom};
use shpalta_photo::Photo;

use crate::error::Error;
use crate::export::Source;
use crate::page::article::Article;
use crate::page::photos::{Photos, Placed, PlacedFile};
use crate::page::{Pages, STYLE, Theme, Versions};

const MEDIA: &str = "media";

/// What stands at an address of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    pub bytes: Vec<u8>,
    pub mime: &'static str,
}

/// What stands at a path, `/` before it or not, a slash inside it written `%2F` or not; none where
/// nothing stands.
///
/// # Errors
/// As [`page`].
pub fn at(newsroom: &Newsroom, path: &str, now: Timestamp) -> Result<Option<Served>, Error> {
    let path = path.trim_start_matches('/').replace("%2F", "/").replace("%2f", "/");
    let Some((folder, name)) = path.split_once('/') else { return shared(newsroom, &path) };
    if let Some(hash) = MediaHash::from_hex(name).filter(|_| folder == MEDIA) {
        let photo = photo(newsroom, hash)?;
        return Ok(photo.map(|photo| Served { mime: photo.mime(), bytes: photo.bytes }));
    }
    let Some(language) = Language::from_code(name) else { return Ok(None) };
    match newsroom.story_id(folder) {
        Ok(story) => {
            let bytes = page(newsroom, story, language, now)?.into_bytes();
            Ok(Some(Served { bytes, mime: "text/html; charset=utf-8" }))
        }
        Err(NewsroomError::NoStory(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A file that all pages share.
fn shared(newsroom: &Newsroom, path: &str) -> Result<Option<Served>, Error> {
    let site = Site::default();
    let pages = Pages::new(&site, theme(newsroom)?)?;
    let mime = if path == STYLE { "text/css; charset=utf-8" } else { "image/svg+xml" };
    let file = pages.shared().into_iter().find(|(shared, _)| *shared == path);
    Ok(file.map(|(_, file)| Served { bytes: file.into(), mime }))
}

fn theme(newsroom: &Newsroom) -> Result<Theme, Error> {
    newsroom.theme_folder().map_or_else(|| Ok(Theme::default()), |folder| Theme::read(&folder))
}

/// The page of an edition's draft as HTML; on paper it says that it is a draft, unless an approval
/// stands for this very text. The language switch shows the languages in which something is written.
/// A photo that may not leave is not shown.
///
/// # Errors
/// [`Error::NotRead`] for a photo, [`Error::Theme`], [`Error::Template`], those of the newsroom.
pub fn page(
    newsroom: &Newsroom,
    story: StoryId,
    language: Language,
    now: Timestamp,
) -> Result<String, Error> {
    let draft = newsroom.draft_dossier(story, language, now)?;
    let site = Site { url: None, ..newsroom.site()? };
    let path = |language: Language| format!("{}/{}", draft.story.slug, language.code());
    let versions = Versions {
        paths: draft.written.iter().map(|language| (*language, path(*language))).collect(),
        original: Some(draft.story.original),
    };
    let first = draft.story.first_published.unwrap_or(now);
    let page = Pages::new(&site, theme(newsroom)?)?.article_for_people(&Article {
        story: &draft.story,
        language,
        text: &draft.text,
        details: &draft.page,
        path: &path(language),
        versions: &versions,
        photos: &placed(newsroom, &draft.page)?,
        published: draft.story.when.unwrap_or(When::Instant(first)),
    })?;
    Ok(match draft.is_approved {
        true => page,
        false => marked(page, language),
    })
}

/// The page with a line that says on paper, where nobody sees the desk around it, that its text is a
/// draft. It is in no template, so that no theme leaves it out.
fn marked(page: String, language: Language) -> String {
    let body = page.find("<body").and_then(|at| Some(at + page[at..].find('>')? + 1));
    let (before, after) = page.split_at(body.unwrap_or_default());
    format!("{before}\n<p class=\"draft\">{}</p>{after}", words::draft(language))
}

/// A photo as it may leave; none when it cannot be used.
///
/// # Errors
/// [`Error::NotRead`].
pub fn photo(newsroom: &Newsroom, hash: MediaHash) -> Result<Option<Photo>, Error> {
    Ok(shpalta_photo::of_media(&newsroom.media_path(hash), hash.0)?)
}

/// One file for each photo, as the preview serves it: the same for the text and for portraits.
fn placed(newsroom: &Newsroom, details: &PageDetails) -> Result<Photos, Error> {
    let path = |hash| format!("{MEDIA}/{hash}");
    let mut photos = Photos::default();
    for hash in details.media.keys().copied() {
        if let Some(photo) = photo(newsroom, hash)? {
            let placed = Placed { path: path(hash), size: photo.size, ..Placed::default() };
            photos.shown.insert(hash, placed);
        }
    }
    for hash in details.authors.iter().filter_map(|author| author.photo) {
        if let Some(photo) = photo(newsroom, hash)? {
            let size = photo.size.unwrap_or_default();
            photos.portraits.insert(hash, vec![PlacedFile { path: path(hash), size }]);
        }
    }
    Ok(photos)
}

#[cfg(test)]
mod tests;
