//! Authors, places and sources: each has a name per language.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use shpalta_language::{Language, collate, fold, place};
use ts_rs::TS;

use crate::act::Act;
use crate::error::{Error, Expected};
use crate::id::{MediaHash, NameId, NamesHash, StoryId};
use crate::transact::Tx;
use crate::{Newsroom, Result};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    Author,
    Place,
    Source,
}

impl NameKind {
    /// The kind's name, as stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Place => "place",
            Self::Source => "source",
        }
    }

    fn from_name(name: &str) -> Self {
        match name {
            "author" => Self::Author,
            "place" => Self::Place,
            _ => Self::Source,
        }
    }
}

/// A name per language; a language without one shows another's.
pub type Names = BTreeMap<Language, String>;

/// An author, a place or a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NameEntry {
    pub id: NameId,
    pub kind: NameKind,
    pub names: Names,
    pub photo: Option<MediaHash>,
}

/// A name as a page spells it: in the page's language, or in the one that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelt {
    pub name: String,
    pub language: Language,
}

impl NameEntry {
    /// The name in a language, or else in any: in the order uk, en, ru.
    pub fn in_language(&self, language: Language) -> Option<&str> {
        self.known(language).map(|(_, name)| name)
    }

    /// The name for a page in a language, with the language that it is in.
    pub fn spelt(&self, language: Language) -> Option<Spelt> {
        let (language, name) = self.known(language)?;
        Some(Spelt { name: name.to_owned(), language })
    }

    fn known(&self, language: Language) -> Option<(Language, &str)> {
        let own = self.names.get_key_value(&language);
        own.or_else(|| self.names.iter().next()).map(|(language, name)| (*language, name.as_str()))
    }
}

impl Newsroom {
    /// All entries of a kind, sorted by their name in `language`.
    pub fn names(&self, kind: NameKind, language: Language) -> Result<Vec<NameEntry>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached("SELECT id FROM name_entry WHERE kind = ?")?;
            let ids = query.query_map([kind.name()], |row| row.get::<_, NameId>(0))?;
            let mut entries = ids.map(|id| entry(sql, id?)).collect::<Result<Vec<_>>>()?;
            entries.sort_by(|a, b| {
                let (a, b) = (a.in_language(language), b.in_language(language));
                collate::compare(language, a.unwrap_or_default(), b.unwrap_or_default())
            });
            Ok(entries)
        })
    }

    /// Enters an author, place or source, or corrects the spelling of one that is known by any of
    /// the names. Texts stay approved; the publication of their pages becomes outdated.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without a role, [`Error::BadValue`] without any name or for a photo
    /// that is not in the newsroom.
    pub fn set_name(
        &mut self,
        act: &Act,
        kind: NameKind,
        names: &Names,
        photo: Option<MediaHash>,
    ) -> Result<NameId> {
        let names = tidied(kind, names)?;
        self.transact(act, "names", |tx| {
            tx.person.must_be_on_staff()?;
            let known = find_any(tx, kind, &names)?;
            let id = match known {
                Some(id) => id,
                None => {
                    let id = NameId(tx.ids.next());
                    insert(tx, id, kind, &names)?;
                    id
                }
            };
            write_names(tx, id, &names)?;
            if let Some(photo) = photo {
                crate::media::must_exist(tx, photo)?;
                tx.execute("UPDATE name_entry SET photo = ? WHERE id = ?", params![photo, id])?;
            }
            spread(tx, id)?;
            Ok(id)
        })
    }

    /// Gives an entry the names that it has from now on; a language without one has none any more.
    /// Texts stay approved; the publication of their pages becomes outdated.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without a role, [`Error::NoName`] for an id that is none,
    /// [`Error::BadValue`] without any name, [`Error::NameTaken`] when another entry of the kind is
    /// known by one of them.
    pub fn correct_name(&mut self, act: &Act, id: NameId, names: &Names) -> Result<NameId> {
        self.transact(act, "names", |tx| {
            tx.person.must_be_on_staff()?;
            let kind = kind_of(tx, id)?.ok_or_else(|| Error::NoName(id.to_string()))?;
            let names = tidied(kind, names)?;
            for (language, name) in &names {
                if find(tx, kind, *language, name)?.is_some_and(|known| known != id) {
                    return Err(Error::NameTaken(name.clone()));
                }
            }
            tx.prepare_cached("DELETE FROM name WHERE entry = ?")?.execute([id])?;
            write_names(tx, id, &names)?;
            spread(tx, id)?;
            Ok(id)
        })
    }
}

/// Names on one line each, without those that are empty.
fn tidied(kind: NameKind, names: &Names) -> Result<Names> {
    let names = names
        .iter()
        .map(|(language, name)| (*language, shpalta_text::normalise::line(name)))
        .filter(|(_, name)| !name.is_empty());
    let names: Names = names.collect();
    if names.is_empty() {
        return Err(Error::bad_value(kind.name(), "", Expected::Names));
    }
    Ok(names)
}

/// Has all follow that shows an entry's names.
fn spread(tx: &Tx<'_>, id: NameId) -> Result<()> {
    for story in stories_naming(tx, id)? {
        tx.affected(story)?;
    }
    tx.changed_newsroom()
}

pub(crate) fn insert(sql: &Connection, id: NameId, kind: NameKind, names: &Names) -> Result<()> {
    sql.prepare_cached("INSERT INTO name_entry (id, kind) VALUES (?, ?)")?
        .execute(params![id, kind.name()])?;
    write_names(sql, id, names)
}

fn write_names(sql: &Connection, id: NameId, names: &Names) -> Result<()> {
    let mut write = sql.prepare_cached("INSERT OR REPLACE INTO name VALUES (?, ?, ?, ?)")?;
    for (language, text) in names {
        write.execute(params![id, language.code(), text, fold::search_key(text)])?;
    }
    Ok(())
}

fn kind_of(sql: &Connection, id: NameId) -> Result<Option<NameKind>> {
    let mut query = sql.prepare_cached("SELECT kind FROM name_entry WHERE id = ?")?;
    let kind: Option<String> = query.query_row([id], |row| row.get(0)).optional()?;
    Ok(kind.map(|kind| NameKind::from_name(&kind)))
}

pub(crate) fn entry(sql: &Connection, id: NameId) -> Result<NameEntry> {
    let (kind, photo): (String, _) = sql
        .prepare_cached("SELECT kind, photo FROM name_entry WHERE id = ?")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kind = NameKind::from_name(&kind);
    let mut names = Names::new();
    let mut query = sql.prepare_cached("SELECT language, text FROM name WHERE entry = ?")?;
    let mut rows = query.query([id])?;
    while let Some(row) = rows.next()? {
        if let Some(language) = Language::from_code(row.get_ref(0)?.as_str().unwrap_or_default()) {
            names.insert(language, row.get(1)?);
        }
    }
    Ok(NameEntry { id, kind, names, photo })
}

/// The entry known by one of the names in its language.
fn find_any(sql: &Connection, kind: NameKind, names: &Names) -> Result<Option<NameId>> {
    for (language, name) in names {
        let found = find(sql, kind, *language, name)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The entry known by a name in a language.
fn find(
    sql: &Connection,
    kind: NameKind,
    language: Language,
    name: &str,
) -> Result<Option<NameId>> {
    let mut query = sql.prepare_cached(include_str!("names/find.sql"))?;
    let key = fold::search_key(name);
    let known = query.query_row(params![key, language.code(), kind.name()], |row| row.get(0));
    Ok(known.optional()?)
}

/// What became of names that came in with a text.
pub(crate) struct Entered {
    pub(crate) id: NameId,
    /// Languages in which the tables know another spelling: (language, ours, theirs).
    pub(crate) contradictions: Vec<(Language, String, String)>,
}

/// Finds or makes the entry for names that came in together: missing languages are filled in,
/// spellings that are known stay. Places are completed from the gazetteer.
pub(crate) fn enter(
    tx: &Tx<'_>,
    kind: NameKind,
    current: Option<NameId>,
    names: &Names,
) -> Result<Entered> {
    let known = match find_any(tx, kind, names)? {
        Some(id) => Some(id),
        None => current,
    };
    let id = match known {
        Some(id) => id,
        None => {
            let id = NameId(tx.ids.next());
            insert(tx, id, kind, &completed(kind, names))?;
            id
        }
    };
    let ours = entry(tx, id)?.names;
    let missing: Names = names
        .iter()
        .filter(|(language, _)| !ours.contains_key(language))
        .map(|(language, name)| (*language, name.clone()))
        .collect();
    write_names(tx, id, &missing)?;
    let contradictions = names
        .iter()
        .filter_map(|(language, theirs)| {
            let ours = ours.get(language)?;
            (fold::search_key(ours) != fold::search_key(theirs))
                .then(|| (*language, ours.clone(), theirs.clone()))
        })
        .collect();
    Ok(Entered { id, contradictions })
}

/// The names of a new entry. A place of the gazetteer has its names from there; what came in
/// under another name for it contradicts.
fn completed(kind: NameKind, names: &Names) -> Names {
    let known = names.values().find_map(|name| place::find(name));
    match known.filter(|_| kind == NameKind::Place) {
        Some(place) => Language::ALL
            .into_iter()
            .map(|language| (language, of_place(place, language, names.get(&language))))
            .collect(),
        None => names.clone(),
    }
}

/// A former or other name of the same place stays as it was written.
fn of_place(place: &'static place::Place, language: Language, written: Option<&String>) -> String {
    let same = |name: &&String| place::find(name).is_some_and(|found| found.key == place.key);
    written.filter(same).cloned().unwrap_or_else(|| place.name(language).to_owned())
}

/// Takes an entry's portrait away.
pub(crate) fn without_photo(sql: &Connection, id: NameId) -> Result<()> {
    sql.prepare_cached("UPDATE name_entry SET photo = NULL WHERE id = ?")?.execute([id])?;
    Ok(())
}

pub(crate) fn stories_naming(sql: &Connection, id: NameId) -> Result<Vec<StoryId>> {
    let mut query = sql.prepare_cached(include_str!("names/stories.sql"))?;
    Ok(query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The hash of names as a page spells them.
pub(crate) fn names_hash<'a>(names: impl Iterator<Item = &'a str>) -> NamesHash {
    let mut hash = crate::edition::Hasher::new("shpalta names 1");
    names.for_each(|name| hash.part(name.as_bytes()));
    NamesHash(hash.finish())
}
