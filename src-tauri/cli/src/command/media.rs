//! Photos.

use std::path::Path;

use serde_json::{Value, json};
use shpalta_language::Language;
use shpalta_newsroom::Error;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::media::care::Care;
use shpalta_newsroom::media::{Media, Unusable};
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

/// `media set`
pub(super) fn set(desk: &mut Desk, photo: MediaHash, key: &str, value: &str, by: &By) -> Answer {
    let act = desk.act(by)?;
    desk.newsroom.set_media(&act, photo, key, value)?;
    let media = desk.newsroom.media_file(photo)?.ok_or(Error::BadMedia(Unusable::NotHere))?;
    Ok(desk.format.reply(|| as_json(&media), || line(&media)))
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
        "care": media.care,
    })
}

fn line(media: &Media) -> String {
    let size = media.size.map(|(width, height)| format!(", {width} × {height}"));
    let credit = match media.credit.is_empty() {
        true => "no credit".to_owned(),
        false => names::by_language(&media.credit),
    };
    let care: String = care(&media.care).iter().map(|said| format!(", {said}")).collect();
    let (address, size) = (address(media.hash), size.unwrap_or_default());
    format!("{address}  {}{size}  {credit}{care}\n", media.file_name)
}

/// What is said of a photo, in the words that say it.
fn care(care: &Care) -> Vec<String> {
    let Value::Object(said) = json!(care) else { return Vec::new() };
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let said = said.iter().filter_map(|(key, value)| match value {
        Value::Bool(true) => Some(key.clone()),
        Value::String(text) => Some(format!("{key} {text}")),
        Value::Array(words) if !words.is_empty() => {
            let words: Vec<_> = words.iter().map(word).collect();
            Some(format!("{key} {}", words.join(", ")))
        }
        Value::Object(by) => Some(format!("{key} by {}", word(by.get("name")?))),
        _ => None,
    });
    said.collect()
}
