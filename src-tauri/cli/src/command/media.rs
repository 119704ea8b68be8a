//! Photos.

use std::path::Path;

use serde_json::{Value, json};
use shpalta_language::Language;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::media::Media;
use shpalta_newsroom::story::names_of;

use super::{Answer, names};
use crate::arguments::By;
use crate::desk::Desk;

/// `media add`
pub(super) fn add(desk: &mut Desk, file: &Path, credit: Option<&str>, by: &By) -> Answer {
    let credit = credit.map(|names| names_of(names, Language::Uk)).unwrap_or_default();
    let act = desk.act(by)?;
    let address = address(desk.newsroom.add_media(&act, file, &credit)?);
    Ok(desk.format.reply(|| json!({ "media": address }), || address.clone()))
}

/// What stands in texts for a photo.
pub(super) fn address(hash: MediaHash) -> String {
    format!("media:{hash}")
}

/// `media list`
pub(super) fn list(desk: &Desk) -> Answer {
    let media = desk.newsroom.media()?;
    let value = || json!({ "media": media.iter().map(as_json).collect::<Vec<_>>() });
    Ok(desk.format.reply(value, || media.iter().map(line).collect()))
}

fn as_json(media: &Media) -> Value {
    json!({
        "media": address(media.hash),
        "file": media.file_name,
        "extension": media.extension,
        "bytes": media.bytes,
        "width": media.size.map(|size| size.0),
        "height": media.size.map(|size| size.1),
        "credit": media.credit,
    })
}

fn line(media: &Media) -> String {
    let size = media.size.map(|(width, height)| format!(", {width} × {height}"));
    let credit = match media.credit.is_empty() {
        true => "no credit".to_owned(),
        false => names::by_language(&media.credit),
    };
    format!("{}  {}{}  {credit}\n", address(media.hash), media.file_name, size.unwrap_or_default())
}
