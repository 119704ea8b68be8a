//! The details of a story that came in a parcel. Like a file that is imported, it fills in what
//! ours lacks; where it says otherwise, ours stays.

use rusqlite::params;
use shpalta_language::date::When;
use shpalta_language::{Language, fold, romanise};

use super::contents::{Contents, NamePart, StoryPart};
use crate::Result;
use crate::edition::{self, Edition};
use crate::error::{Error, Expected};
use crate::id::{EditionId, NameId};
use crate::names::{self, NameEntry};
use crate::story::{self, Story};
use crate::transact::Tx;

/// Enters a story that is not here yet, with its three editions.
pub(super) fn enter(tx: &Tx<'_>, contents: &Contents) -> Result<()> {
    let part = &contents.story;
    let slug = romanise::address(&part.slug, part.original);
    if slug.is_empty() {
        return Err(Error::bad_value("slug", &part.slug, Expected::Address));
    }
    tx.prepare_cached(include_str!("enter_story.sql"))?.execute(params![
        part.id,
        story::free_slug(tx, &slug)?,
        part.original.code(),
        part.created,
        part.created_by,
        part.embargo,
        part.views,
    ])?;
    for edition in &contents.editions {
        let made_from = edition.made_from.map(|language| language.code());
        let extra = serde_json::Value::from(edition.extra.clone()).to_string();
        tx.prepare_cached(include_str!("enter_edition.sql"))?.execute(params![
            edition.id,
            part.id,
            edition.language.code(),
            made_from,
            extra,
        ])?;
        give_address(tx, contents, edition.id)?;
    }
    Ok(())
}

/// Gives a new edition the address that it had; one that is taken here it makes anew.
fn give_address(tx: &Tx<'_>, contents: &Contents, id: EditionId) -> Result<()> {
    let given = contents.editions.iter().find(|part| part.id == id && part.address_given);
    let Some((part, address)) = given.and_then(|part| Some((part, part.address.as_ref()?))) else {
        return Ok(());
    };
    let edition = Edition::of(tx, contents.story.id, part.language)?;
    match edition::give_address(tx, &edition, address) {
        Err(Error::AddressTaken(_) | Error::BadValue { .. }) => Ok(()),
        other => other,
    }
}

/// What became of the details of a parcel.
#[derive(Debug, Default)]
pub(super) struct Filled {
    /// Whether the story got any.
    pub(super) any: bool,
    /// Keys of those that ours has otherwise.
    pub(super) differing_details: Vec<String>,
}

/// One detail, on both sides.
struct Detail<T> {
    key: &'static str,
    theirs: Option<T>,
    is_lacking: bool,
    is_other: bool,
}

impl Filled {
    /// What ours lacks and theirs has is filled in by `fill`; what is otherwise is noted.
    fn note<T>(&mut self, detail: Detail<T>, fill: impl FnOnce(T) -> Result<()>) -> Result<()> {
        let Detail { key, theirs, is_lacking, is_other } = detail;
        let Some(theirs) = theirs else { return Ok(()) };
        if is_lacking {
            self.any = true;
            return fill(theirs);
        }
        self.differing_details.extend(is_other.then(|| key.to_owned()));
        Ok(())
    }
}

/// Fills in what the story lacks.
pub(super) fn fill(tx: &Tx<'_>, contents: &Contents) -> Result<Filled> {
    let (part, id) = (&contents.story, contents.story.id);
    let ours = story::get(tx, id)?;
    let mut filled = Filled::default();
    let is_switched = ours.original != part.original;
    filled.differing_details.extend(is_switched.then(|| "original".to_owned()));
    let date = Detail {
        key: "date",
        theirs: when(part),
        is_lacking: ours.when.is_none(),
        is_other: ours.when != when(part),
    };
    filled.note(date, |when| story::set_when(tx, id, Some(when)))?;
    let section = Detail {
        key: "section",
        theirs: part.section.as_ref(),
        is_lacking: ours.section.is_none(),
        is_other: ours.section != part.section,
    };
    filled.note(section, |section| story::set_section(tx, id, section))?;
    let tags = Detail {
        key: "tags",
        theirs: (!part.tags.is_empty()).then_some(&part.tags),
        is_lacking: ours.tags.is_empty(),
        is_other: ours.tags != part.tags,
    };
    filled.note(tags, |tags| story::set_tags(tx, id, tags))?;
    fill_names(tx, contents, &ours, &mut filled)?;
    Ok(filled)
}

fn fill_names(tx: &Tx<'_>, contents: &Contents, ours: &Story, filled: &mut Filled) -> Result<()> {
    let (part, id) = (&contents.story, ours.id);
    let name = |id: &NameId| contents.names.iter().find(|name| name.id == *id);
    let detail = |key, ours: Option<&NameEntry>, theirs: Option<&NameId>| {
        let theirs = theirs.and_then(name);
        let is_other = ours.zip(theirs).is_some_and(|(ours, theirs)| differ(ours, theirs));
        Detail { key, theirs, is_lacking: ours.is_none(), is_other }
    };
    let place = detail("dateline", ours.place.as_ref(), part.place.as_ref());
    filled.note(place, |place| story::set_place(tx, id, entered(tx, place)?))?;
    let source = detail("source", ours.source.as_ref(), part.source.as_ref());
    filled.note(source, |source| story::set_source(tx, id, entered(tx, source)?))?;
    let theirs: Vec<_> = part.authors.iter().filter_map(name).collect();
    let mut pairs = ours.authors.iter().zip(&theirs);
    let authors = Detail {
        key: "authors",
        is_lacking: ours.authors.is_empty(),
        is_other: ours.authors.len() != theirs.len()
            || pairs.any(|(ours, theirs)| differ(ours, theirs)),
        theirs: (!theirs.is_empty()).then_some(theirs),
    };
    filled.note(authors, |authors| {
        let ids = authors.iter().map(|author| entered(tx, author));
        story::set_authors(tx, id, &ids.collect::<Result<Vec<_>>>()?)
    })
}

fn when(part: &StoryPart) -> Option<When> {
    let day = part.day.as_ref().and_then(|day| day.parse().ok()).map(When::Day);
    let instant = part.instant.and_then(|at| jiff::Timestamp::from_millisecond(at).ok());
    day.or(instant.map(When::Instant))
}

/// The entry here that is known by one of the names; else it is entered.
fn entered(tx: &Tx<'_>, name: &NamePart) -> Result<NameId> {
    let names = name.names.iter();
    let names = names.map(|(language, name)| (*language, shpalta_text::normalise::line(name)));
    Ok(names::enter(tx, name.kind, None, &names.collect())?.id)
}

/// Whether two entries share no spelling.
fn differ(ours: &NameEntry, theirs: &NamePart) -> bool {
    let is_same = |(language, name): (&Language, &String)| {
        let known = ours.names.get(language);
        known.is_some_and(|known| fold::search_key(known) == fold::search_key(name))
    };
    ours.id != theirs.id && !theirs.names.iter().any(is_same)
}
