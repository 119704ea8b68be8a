//! What the window may fetch: photos of the newsroom by hash, and the preview of a page.

use std::borrow::Cow;
use std::fs;

use shpalta_language::Language;
use shpalta_newsroom::id::MediaHash;
use tauri::http::{Response, StatusCode, header};
use tauri::{AppHandle, Manager};

use crate::desk::Desk;
use crate::failure::Failure;

type Answer = Response<Cow<'static, [u8]>>;

/// A preview loads its own style and photos, and nothing else from anywhere.
const PREVIEW_CSP: &str = "default-src 'none'; style-src preview: http://preview.localhost; \
     img-src preview: http://preview.localhost";

/// `media://localhost/HASH`: the newsroom's own file.
pub(crate) fn media(app: &AppHandle, path: &str) -> Answer {
    let file = MediaHash::from_hex(path.trim_matches('/')).and_then(|hash| {
        let open = app.state::<Desk>().opened()?;
        let known = open.read(|newsroom| newsroom.media_file(hash)).ok().flatten()?;
        let bytes = fs::read(open.reader().media_path(hash)).ok()?;
        Some((mime(&known.extension), bytes))
    });
    match file {
        Some((mime, bytes)) => answer(mime, bytes),
        None => missing(),
    }
}

/// `preview://localhost/STORY/LANGUAGE`, and what that page loads.
pub(crate) fn preview(app: &AppHandle, path: &str) -> Answer {
    let desk = app.state::<Desk>();
    let parts: Vec<_> = path.trim_matches('/').split('/').collect();
    match parts[..] {
        ["style.css"] => answer("text/css; charset=utf-8", shpalta_publish::page::CSS),
        ["media", hash] => photo(&desk, hash),
        [story, code] => match Language::from_code(code) {
            Some(language) => page(&desk, story, language),
            None => missing(),
        },
        _ => missing(),
    }
}

fn page(desk: &Desk, slug: &str, language: Language) -> Answer {
    let made = desk.newsroom().and_then(|open| {
        let newsroom = open.reader();
        let story = newsroom.story_id(slug)?;
        Ok::<_, Failure>(shpalta_publish::preview::page(&*newsroom, story, language)?)
    });
    match made {
        Ok(html) => {
            let mut page = answer("text/html; charset=utf-8", html);
            let csp = header::HeaderValue::from_static(PREVIEW_CSP);
            page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, csp);
            page
        }
        Err(failure) => {
            let mut page = answer("text/plain; charset=utf-8", failure.code);
            *page.status_mut() = StatusCode::NOT_FOUND;
            page
        }
    }
}

fn photo(desk: &Desk, hash: &str) -> Answer {
    let hash = hash.split('.').next().and_then(MediaHash::from_hex);
    let photo = hash.zip(desk.opened()).and_then(|(hash, open)| {
        shpalta_publish::preview::photo(&*open.reader(), hash).ok().flatten()
    });
    photo.map_or_else(missing, |photo| answer(photo.mime, photo.bytes))
}

fn answer(mime: &'static str, body: impl Into<Body>) -> Answer {
    let mut answer = Response::new(body.into().0);
    answer.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(mime));
    let nosniff = header::HeaderValue::from_static("nosniff");
    answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    answer
}

fn missing() -> Answer {
    let mut answer = answer("text/plain", "");
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}

struct Body(Cow<'static, [u8]>);

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text.as_bytes()))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text.into_bytes()))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Cow::Owned(bytes))
    }
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "heic" => "image/heic",
        _ => "application/octet-stream",
    }
}
