//! What the window may fetch: photos of the newsroom by hash, and the preview of a page.

use std::fs;

use jiff::Timestamp;
use shpalta_newsroom::id::MediaHash;
use tauri::http::{Response, StatusCode, header};
use tauri::{AppHandle, Manager};

use crate::desk::Desk;

type Answer = Response<Vec<u8>>;

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
    let served = app.state::<Desk>().newsroom().and_then(|open| {
        let newsroom = open.reader();
        Ok(shpalta_publish::preview::at(&newsroom, path, Timestamp::now())?)
    });
    match served {
        Ok(Some(served)) => {
            let mut answer = answer(served.mime, served.bytes);
            let csp = header::HeaderValue::from_static(PREVIEW_CSP);
            answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, csp);
            answer
        }
        Ok(None) => missing(),
        Err(failure) => {
            eprintln!("no preview of {path}: {}", failure.code);
            missing()
        }
    }
}

fn answer(mime: &'static str, body: Vec<u8>) -> Answer {
    let mut answer = Response::new(body);
    answer.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(mime));
    let nosniff = header::HeaderValue::from_static("nosniff");
    answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    answer
}

fn missing() -> Answer {
    let mut answer = answer("text/plain", Vec::new());
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
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
