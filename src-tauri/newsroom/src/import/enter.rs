//! Entering the files of one story.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::params;
use shpalta_language::Language;

use super::parsed::Parsed;
use super::plain::Plain;
use super::{Contradiction, Group, ImportedEdition, ImportedStory, Saving};
use crate::Result;
use crate::draft::{self, Save, Saved};
use crate::edition::{self, Edition};
use crate::error::{Error, Expected};
use crate::id::{NameId, StoryId};
use crate::names::{self, NameEntry, NameKind, Names};
use crate::story::{self, Story};
use crate::transact::Tx;

/// Enters the files of one story; `existing` says that it must be there.
pub(super) fn group(tx: &Tx<'_>, existing: bool, group: &Group) -> Result<ImportedStory> {
    let original = original_of(group);
    let slug = match group.editions.get(&original) {
        Some((_, parsed)) if !existing => parsed.slug.clone().unwrap_or(group.slug.clone()),
        _ => group.slug.clone(),
    };
    let id = match story::find(tx, &slug)? {
        Some(id) => id,
        None if existing => return Err(Error::NoStory(slug)),
        None => new_story(tx, &slug, original)?,
    };
    let mut story = story::get(tx, id)?;
    let mut contradictions = Vec::new();
    set_details(tx, &story, group, &mut contradictions)?;
    story = story::get(tx, id)?;
    let mut editions = Vec::new();
    for language in original_first(story.original) {
        if let Some((file, parsed)) = group.editions.get(&language) {
            editions.push(enter_edition(tx, id, language, file, parsed, group.saving)?);
        }
    }
    let headline = draft::get(tx, Edition::of(tx, id, story.original)?.id)?.text.headline;
    Ok(ImportedStory { story: slug, headline, editions, contradictions })
}

fn new_story(tx: &Tx<'_>, slug: &str, original: Language) -> Result<StoryId> {
    if shpalta_language::romanise::address(slug, original) != slug || slug.is_empty() {
        return Err(Error::bad_value("slug", slug, Expected::Address));
    }
    story::insert(tx, slug, original)
}

/// The language that the files name as original, else the first that came of uk, en, ru.
fn original_of(group: &Group) -> Language {
    let said = group.editions.values().find_map(|(_, parsed)| parsed.original);
    let first = group.editions.keys().next().copied();
    said.filter(|said| group.editions.contains_key(said)).or(first).unwrap_or(Language::Uk)
}

fn original_first(original: Language) -> Vec<Language> {
    let others = Language::ALL.into_iter().filter(|language| *language != original);
    std::iter::once(original).chain(others).collect()
}

fn enter_edition(
    tx: &Tx<'_>,
    story: StoryId,
    language: Language,
    file: &Path,
    parsed: &Parsed,
    saving: Saving,
) -> Result<ImportedEdition> {
    let edition = Edition::of(tx, story, language)?;
    let current = draft::get(tx, edition.id)?;
    let text = parsed.over(current.text);
    let based_on = saving.based_on.unwrap_or(current.save);
    let save = Save { story, language, text: &text, based_on, seen: saving.seen, sitting: None };
    let (revision, kept_aside) = match draft::store(tx, &save, Some(saving.reason))? {
        Saved::Saved { revision, .. } => (revision, None),
        Saved::Unchanged { .. } => (None, None),
        Saved::Conflict { kept, .. } => (None, Some(kept)),
    };
    if let Some(address) = &parsed.slug {
        edition::give_address(tx, &edition, address)?;
    }
    if !parsed.unknown.is_empty() {
        let extra = serde_json::Value::from_iter(parsed.unknown.clone()).to_string();
        tx.prepare_cached("UPDATE edition SET extra = ? WHERE id = ?")?
            .execute(params![extra, edition.id])?;
    }
    let (file, notes) = (file.to_owned(), parsed.notes.clone());
    Ok(ImportedEdition { language, file, revision, kept_aside, notes })
}

/// The details that the files name; what they do not name stays.
fn set_details(
    tx: &Tx<'_>,
    story: &Story,
    group: &Group,
    contradictions: &mut Vec<Contradiction>,
) -> Result<()> {
    let mut said = Said { story, group, contradictions };
    if let Some(when) = said.settled("date", story.when, |parsed| parsed.date) {
        story::set_when(tx, story.id, Some(when))?;
    }
    if let Some(views) = said.settled("views", story.views, |parsed| parsed.views) {
        story::set_views(tx, story.id, views)?;
    }
    let tags = (!story.tags.is_empty()).then_some(&story.tags);
    if let Some(tags) = said.own(tags, |parsed| parsed.tags.clone()) {
        story::set_tags(tx, story.id, &tags)?;
    }
    if let Some(section) = said.own(story.section.as_ref(), |parsed| parsed.section.clone()) {
        story::set_section(tx, story.id, &section)?;
    }
    if let Some(embargo) = said.settled("embargo", story.embargo, |parsed| parsed.embargo) {
        story::set_embargo(tx, story, Some(embargo))?;
    }
    if let Some(original) = said.agreed("original", |parsed| parsed.original)
        && original != story.original
    {
        said.report("original", story.original.code(), original.code());
    }
    let places = said.names(|parsed| parsed.place.clone());
    if let Some(place) = said.entered(tx, NameKind::Place, story.place.as_ref(), places)? {
        story::set_place(tx, story.id, place)?;
    }
    let sources = said.names(|parsed| parsed.source.clone());
    if let Some(source) = said.entered(tx, NameKind::Source, story.source.as_ref(), sources)? {
        story::set_source(tx, story.id, source)?;
    }
    if let Some(authors) = said.authors(tx)? {
        story::set_authors(tx, story.id, &authors)?;
    }
    tx.changed(story.id, None)
}

/// What the files of a story say together; the original's file has the first word.
struct Said<'a> {
    story: &'a Story,
    group: &'a Group,
    contradictions: &'a mut Vec<Contradiction>,
}

impl Said<'_> {
    fn in_order(&self) -> impl Iterator<Item = (Language, &Parsed)> {
        original_first(self.story.original).into_iter().filter_map(|language| {
            self.group.editions.get(&language).map(|(_, parsed)| (language, parsed))
        })
    }

    fn has_original(&self) -> bool {
        self.group.editions.contains_key(&self.story.original)
    }

    /// Words that each language has its own of: those of the original's file, or of any while the
    /// story has none.
    fn own<T>(&self, current: Option<&T>, part: impl Fn(&Parsed) -> Option<T>) -> Option<T> {
        if !self.has_original() && current.is_some() {
            return None;
        }
        self.first(part)
    }

    /// A fact of the story: what the original's file says, or any while the story has none. A
    /// translation's file that says otherwise contradicts.
    fn settled<T: PartialEq + Plain>(
        &mut self,
        what: &str,
        current: Option<T>,
        part: impl Fn(&Parsed) -> Option<T>,
    ) -> Option<T> {
        let said = self.agreed(what, part)?;
        match current {
            Some(current) if !self.has_original() => {
                if current != said {
                    self.report(what, &current.plain(), &said.plain());
                }
                None
            }
            Some(current) if current == said => None,
            _ => Some(said),
        }
    }

    fn first<T>(&self, part: impl Fn(&Parsed) -> Option<T>) -> Option<T> {
        self.in_order().find_map(|(_, parsed)| part(parsed))
    }

    fn report(&mut self, what: &str, ours: &str, theirs: &str) {
        let [what, ours, theirs] = [what, ours, theirs].map(str::to_owned);
        self.contradictions.push(Contradiction { what, ours, theirs });
    }

    fn agreed<T: PartialEq + Plain>(
        &mut self,
        what: &str,
        part: impl Fn(&Parsed) -> Option<T>,
    ) -> Option<T> {
        let all: Vec<T> = self.in_order().filter_map(|(_, parsed)| part(parsed)).collect();
        let first = all.first()?;
        let others = all.iter().filter(|other| *other != first).map(Plain::plain);
        let others: BTreeSet<_> = others.collect();
        if !others.is_empty() {
            let others: Vec<_> = others.into_iter().collect();
            self.report(what, &first.plain(), &others.join(", "));
        }
        all.into_iter().next()
    }

    fn names(&self, part: impl Fn(&Parsed) -> Option<String>) -> Names {
        self.in_order()
            .filter_map(|(language, parsed)| Some((language, part(parsed)?)))
            .filter(|(_, name)| !name.trim().is_empty())
            .collect()
    }

    /// The entry for names that stand for one place, source or author. Another name in the
    /// original's language is somebody else; in a translation it contradicts.
    fn entered(
        &mut self,
        tx: &Tx<'_>,
        kind: NameKind,
        current: Option<&NameEntry>,
        names: Names,
    ) -> Result<Option<NameId>> {
        if names.is_empty() {
            return Ok(None);
        }
        let original = self.story.original;
        let other =
            |current: &&NameEntry| match (current.names.get(&original), names.get(&original)) {
                (Some(ours), Some(theirs)) => ours == theirs,
                _ => true,
            };
        let current = current.filter(other).map(|entry| entry.id);
        let entered = names::enter(tx, kind, current, &names)?;
        for (language, ours, theirs) in entered.contradictions {
            self.report(&format!("{} ({})", kind.name(), language.code()), &ours, &theirs);
        }
        Ok(Some(entered.id))
    }

    /// Authors pair by position into one author with a name per language.
    fn authors(&mut self, tx: &Tx<'_>) -> Result<Option<Vec<NameId>>> {
        let lists: BTreeMap<Language, Vec<String>> = self
            .in_order()
            .filter_map(|(language, parsed)| Some((language, parsed.authors.clone()?)))
            .collect();
        let Some(first) = self.first(|parsed| parsed.authors.clone()) else { return Ok(None) };
        let count = match lists.get(&self.story.original) {
            Some(list) => list.len(),
            None => first.len().max(self.story.authors.len()),
        };
        if lists.values().any(|list| list.len() != count) {
            let counts: Vec<_> = lists.values().map(|list| list.len().to_string()).collect();
            self.report("authors", &count.to_string(), &counts.join(", "));
        }
        let mut authors = Vec::new();
        for position in 0..count {
            let names: Names = lists
                .iter()
                .filter_map(|(language, list)| Some((*language, list.get(position)?.clone())))
                .collect();
            let current = self.story.authors.get(position).cloned();
            match self.entered(tx, NameKind::Author, current.as_ref(), names)? {
                Some(id) => authors.push(id),
                None => authors.extend(current.map(|entry| entry.id)),
            }
        }
        Ok(Some(authors))
    }
}
