//! Authors and places, with a name per language.

use std::path::Path;

use serde_json::{Value, json};
use shpalta_language::{Language, place};
use shpalta_newsroom::Error;
use shpalta_newsroom::names::{NameEntry, NameKind, Names};
use shpalta_newsroom::story::names_of;

use super::{Answer, media};
use crate::arguments::{By, Correct};
use crate::desk::Desk;
use crate::failure::Failure;

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

/// `author correct`, `place correct`
pub(super) fn correct(desk: &mut Desk, kind: NameKind, wanted: &Correct) -> Answer {
    let act = desk.act(&wanted.by)?;
    let entry = known(desk, kind, &wanted.known)?;
    let mut names = entry.names;
    names.extend(names_of(&wanted.names, Language::Uk));
    names.retain(|_, name| !name.is_empty());
    desk.newsroom.correct_name(&act, entry.id, &names)?;
    list_of(desk, kind, Some(&names))
}

/// The one entry that has a name now, or an id.
fn known(desk: &Desk, kind: NameKind, said: &str) -> Result<NameEntry, Failure> {
    let said = said.trim();
    let mut entries = desk.newsroom.names(kind, Language::Uk)?;
    entries.retain(|entry| {
        entry.id.to_string() == said || entry.names.values().any(|name| name == said)
    });
    if entries.len() > 1 {
        let many = format!("{} entries are called “{said}”.", entries.len());
        let remedy = format!("Take the id of one: shpalta {} list --json.", kind.name());
        return Err(Failure::usage(many, &remedy));
    }
    entries.pop().ok_or_else(|| Error::NoName(said.to_owned()).into())
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
    json!({ "id": entry.id, "names": entry.names, "photo": entry.photo.map(media::address) })
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
