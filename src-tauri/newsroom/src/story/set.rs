//! Setting a story's details.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rusqlite::params;
use shpalta_language::Language;
use shpalta_language::date::{When, kyiv};

use super::{Story, get};
use crate::act::Act;
use crate::decision::DecisionKind;
use crate::edition::{self, Edition};
use crate::error::{Error, Expected};
use crate::id::{NameId, StoryId};
use crate::log::Entry;
use crate::names::{self, NameKind, Names};
use crate::transact::Tx;
use crate::translation::switch;
use crate::{Newsroom, Result};

/// What can be set, and what its value is.
pub const STORY_KEYS: [(&str, &str); 12] = [
    ("date", "2025-01-20, or with a time: 2025-01-20 11:56 (Kyiv) or 2025-01-20T11:56:00+02:00"),
    ("dateline", "the place, in any of the three languages"),
    ("source", "the agency: NAME, or uk=…,en=…,ru=…"),
    ("authors", "names, the authors apart by semicolons: NAME; uk=…,en=…,ru=…"),
    ("section", "the section"),
    ("tags", "tags, apart by commas"),
    ("views", "the site's counter, a whole number"),
    ("embargo", "the instant before which nothing leaves, as in date"),
    ("original", "uk, en or ru: switches the original (a chief's decision)"),
    ("address.LANG", "the page address of one edition, for example address.uk"),
    ("follows.LANG", "the edition that a translation is made from, for example follows.ru en"),
    ("(any)", "none: takes the value away, where that makes sense"),
];

impl Newsroom {
    /// Sets one of [`STORY_KEYS`]. Names that the newsroom does not know are entered under the
    /// language of their script. Returns a warning's code where something deserves one.
    ///
    /// # Errors
    /// [`Error::NoKey`], [`Error::BadValue`], [`Error::NotAllowed`], [`Error::AddressTaken`].
    pub fn set_story(
        &mut self,
        act: &Act,
        story: StoryId,
        key: &str,
        value: &str,
    ) -> Result<Option<String>> {
        let value = value.trim();
        self.transact(act, "details", |tx| {
            let before = get(tx, story)?;
            let warning = apply(tx, &before, key, value)?;
            tx.changed(story, None)?;
            Ok(warning.map(str::to_owned))
        })
    }
}

fn apply(tx: &Tx<'_>, story: &Story, key: &str, value: &str) -> Result<Option<&'static str>> {
    match key.split_once('.') {
        Some(("address", language)) => {
            let edition = Edition::of(tx, story.id, language_of(key, language)?)?;
            tx.person.must_write(edition.language)?;
            edition::give_address(tx, &edition, value)?;
            return Ok(None);
        }
        Some(("follows", language)) => {
            let language = language_of(key, language)?;
            switch::follow(tx, story, language, language_of(key, value)?)?;
            return Ok(None);
        }
        _ => {}
    }
    match key {
        "original" => return switch::original(tx, story, language_of(key, value)?).map(|()| None),
        "embargo" => return embargo(tx, story, value),
        _ => tx.person.must_write(story.original)?,
    }
    let given = (value != "none" && !value.is_empty()).then_some(value);
    match key {
        "date" => {
            let when = given.map(|value| when(key, value)).transpose()?;
            set_when(tx, story.id, when)?;
        }
        "dateline" => set_name(tx, story, NameKind::Place, "place", given)?,
        "source" => set_name(tx, story, NameKind::Source, "source", given)?,
        "authors" => {
            let authors = given.into_iter().flat_map(|value| value.split(';'));
            let authors = authors.map(|name| entered(tx, NameKind::Author, story, name));
            set_authors(tx, story.id, &authors.collect::<Result<Vec<_>>>()?)?;
        }
        "section" => column(tx, story.id, "section", given)?,
        "tags" => {
            let tags = given.into_iter().flat_map(|value| value.split(',')).map(str::trim);
            let tags: Vec<_> = tags.filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
            set_tags(tx, story.id, &tags)?;
        }
        "views" => {
            let views = given.map(|value| value.parse::<u32>());
            let bad = |_| Error::bad_value(key, value, Expected::WholeNumber);
            column(tx, story.id, "views", views.transpose().map_err(bad)?)?;
        }
        _ => return Err(Error::NoKey(key.to_owned())),
    }
    Ok(None)
}

fn language_of(key: &str, code: &str) -> Result<Language> {
    Language::from_code(code).ok_or_else(|| Error::bad_value(key, code, Expected::Language))
}

fn embargo(tx: &Tx<'_>, story: &Story, value: &str) -> Result<Option<&'static str>> {
    let until = match value {
        "none" | "" => None,
        _ => Some(instant("embargo", value)?),
    };
    set_embargo(tx, story, until)?;
    let is_out = Edition::all(tx, story.id)?
        .iter()
        .map(|edition| crate::publication::is_out(tx, edition.id))
        .collect::<Result<Vec<_>>>()?;
    Ok((until.is_some() && is_out.contains(&true)).then_some("embargo_after_export"))
}

pub(crate) fn set_embargo(tx: &Tx<'_>, story: &Story, until: Option<Timestamp>) -> Result<()> {
    tx.person.must_edit()?;
    column(tx, story.id, "embargo", until.map(Timestamp::as_millisecond))?;
    let mut entry = Entry::of(DecisionKind::Embargo);
    entry.story = Some(story.id);
    tx.log(entry.with("until", until.map_or("none".to_owned(), |until| until.to_string())))?;
    Ok(())
}

fn column(
    tx: &Tx<'_>,
    story: StoryId,
    name: &'static str,
    value: impl rusqlite::ToSql,
) -> Result<()> {
    tx.prepare_cached(&format!("UPDATE story SET {name} = ? WHERE id = ?"))?
        .execute(params![value, story])?;
    Ok(())
}

pub(crate) fn set_when(tx: &Tx<'_>, story: StoryId, when: Option<When>) -> Result<()> {
    let (day, instant) = match when {
        None => (None, None),
        Some(When::Day(day)) => (Some(day.to_string()), None),
        Some(When::Instant(instant)) => (None, Some(instant.as_millisecond())),
    };
    tx.prepare_cached("UPDATE story SET day = ?, instant = ? WHERE id = ?")?
        .execute(params![day, instant, story])?;
    Ok(())
}

pub(crate) fn set_views(tx: &Tx<'_>, story: StoryId, views: u64) -> Result<()> {
    column(tx, story, "views", views)
}

pub(crate) fn set_section(tx: &Tx<'_>, story: StoryId, section: &str) -> Result<()> {
    column(tx, story, "section", section)
}

pub(crate) fn set_place(tx: &Tx<'_>, story: StoryId, place: NameId) -> Result<()> {
    column(tx, story, "place", place)
}

pub(crate) fn set_source(tx: &Tx<'_>, story: StoryId, source: NameId) -> Result<()> {
    column(tx, story, "source", source)
}

pub(crate) fn set_authors(tx: &Tx<'_>, story: StoryId, authors: &[NameId]) -> Result<()> {
    tx.prepare_cached("DELETE FROM story_author WHERE story = ?")?.execute([story])?;
    let mut insert = tx.prepare_cached("INSERT INTO story_author VALUES (?, ?, ?)")?;
    for (ordinal, author) in authors.iter().enumerate() {
        insert.execute(params![story, ordinal, author])?;
    }
    Ok(())
}

pub(crate) fn set_tags(tx: &Tx<'_>, story: StoryId, tags: &[String]) -> Result<()> {
    tx.prepare_cached("DELETE FROM story_tag WHERE story = ?")?.execute([story])?;
    let mut insert = tx.prepare_cached("INSERT INTO story_tag VALUES (?, ?, ?)")?;
    for (ordinal, tag) in tags.iter().enumerate() {
        insert.execute(params![story, ordinal, tag])?;
    }
    Ok(())
}

fn set_name(
    tx: &Tx<'_>,
    story: &Story,
    kind: NameKind,
    name: &'static str,
    value: Option<&str>,
) -> Result<()> {
    let id = value.map(|value| entered(tx, kind, story, value)).transpose()?;
    column(tx, story.id, name, id)
}

fn entered(tx: &Tx<'_>, kind: NameKind, story: &Story, value: &str) -> Result<NameId> {
    let names = names_of(value, story.original);
    if names.is_empty() {
        return Err(Error::bad_value(kind.name(), value, Expected::Name));
    }
    Ok(names::enter(tx, kind, None, &names)?.id)
}

/// Names as a value gives them: `uk=…,en=…,ru=…`, or one name, in the language of its script.
pub fn names_of(value: &str, cyrillic: Language) -> Names {
    let by_language: Option<Names> = value
        .split(',')
        .map(|part| {
            let (code, name) = part.split_once('=')?;
            Some((Language::from_code(code.trim())?, name.trim().to_owned()))
        })
        .collect();
    if let Some(names) = by_language {
        return names;
    }
    let name = value.trim();
    if name.is_empty() {
        return Names::new();
    }
    let is_cyrillic = name.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c));
    let language = match (is_cyrillic, cyrillic) {
        (false, _) => Language::En,
        (true, Language::En) => Language::Uk,
        (true, language) => language,
    };
    Names::from([(language, name.to_owned())])
}

fn when(key: &str, value: &str) -> Result<When> {
    match value.parse::<Date>() {
        Ok(day) if value.len() == 10 => Ok(When::Day(day)),
        _ => instant(key, value).map(When::Instant),
    }
}

/// An instant with its offset, or a Kyiv clock time.
pub(crate) fn instant(key: &str, value: &str) -> Result<Timestamp> {
    if let Ok(instant) = value.parse::<Timestamp>() {
        return Ok(instant);
    }
    let bad = || Error::bad_value(key, value, Expected::Instant);
    let local: DateTime = value.replacen(' ', "T", 1).parse().map_err(|_| bad())?;
    if !value.contains(':') {
        return Err(bad());
    }
    Ok(local.to_zoned_datetime(kyiv()).map_err(|_| bad())?.timestamp())
}
