//! Authors and places, with a name per language.

use std::path::Path;

use serde_json::{Value, json};
use shpalta_language::{Language, place};
use shpalta_newsroom::names::{NameEntry, NameKind, Names};
use shpalta_newsroom::story::names_of;

use super::{Answer, media};
use crate::arguments::By;
use crate::desk::Desk;

/// `author add`
pub(super) fn add_author(desk: &mut Desk, names: &str, photo: Option<&Path>, by: &By) -> Answer {
    let act = desk.act(by)?;
    let photo = match photo {
        Some(file) => Some(desk.newsroom.add_media(&act, file, &Names::new())?),
        None => None,
    };
    let names = names_of(names, Language::Uk);
    desk.newsroom.set_name(&Desk::next(&act), NameKind::Author, &names, photo)?;
    list_of(desk, NameKind::Author, Some(&names))
}

/// `place add`: what the gazetteer knows completes the names.
pub(super) fn add_place(desk: &mut Desk, names: &str, by: &By) -> Answer {
    let act = desk.act(by)?;
    let mut names = names_of(names, Language::Uk);
    if let Some(place) = names.values().find_map(|name| place::find(name)) {
        for language in Language::ALL {
            names.entry(language).or_insert_with(|| place.name(language).to_owned());
        }
    }
    desk.newsroom.set_name(&act, NameKind::Place, &names, None)?;
    list_of(desk, NameKind::Place, Some(&names))
}

/// `author list`
pub(super) fn list_authors(desk: &Desk) -> Answer {
    list_of(desk, NameKind::Author, None)
}

/// `place list`
pub(super) fn list_places(desk: &Desk) -> Answer {
    list_of(desk, NameKind::Place, None)
}

/// All entries of a kind, or only the one that bears these names.
fn list_of(desk: &Desk, kind: NameKind, only: Option<&Names>) -> Answer {
    let mut entries = desk.newsroom.names(kind, Language::Uk)?;
    if let Some(names) = only {
        entries.retain(|entry| {
            names.iter().any(|(language, _)| entry.names.get(language) == names.get(language))
        });
    }
    let key = format!("{}s", kind.name());
    let value = || {
        let entries: Vec<_> = entries.iter().map(as_json).collect();
        json!({ key: entries })
    };
    Ok(desk.format.reply(value, || entries.iter().map(line).collect()))
}

fn as_json(entry: &NameEntry) -> Value {
    json!({ "names": entry.names, "photo": entry.photo.map(media::address) })
}

fn line(entry: &NameEntry) -> String {
    let photo = if entry.photo.is_some() { " (photo)" } else { "" };
    format!("{}{photo}\n", by_language(&entry.names))
}

/// “uk=Київ, en=Kyiv, ru=Киев”
pub(super) fn by_language(names: &Names) -> String {
    let names = names.iter().map(|(language, name)| format!("{}={name}", language.code()));
    names.collect::<Vec<_>>().join(", ")
}
