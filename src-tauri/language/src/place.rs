//! The cities of the dateline: their names in the three languages, today's and former ones.

use std::{collections::HashMap, sync::LazyLock};

use jiff::civil::Date;

use crate::{Language, date::parse_day, fold::search_key};

#[cfg(test)]
mod tests;

/// The table of places. Its columns are described in its first lines.
const TABLE: &str = include_str!("place/places.tsv");

/// A city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its English name as a page address has it; names it for good.
    pub key: String,
    pub uk: String,
    pub en: String,
    pub ru: String,
    /// «у Києві»: where something happens, with its preposition; empty where the table has none.
    pub uk_in: String,
    /// «в Киеве».
    pub ru_in: String,
    /// Names it had before, the latest first.
    pub former: Vec<Former>,
}

/// A name that a city no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The first day of the next name; none when only the spelling changed.
    pub until: Option<Date>,
    pub uk: String,
    pub en: String,
    pub ru: String,
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| TABLE.lines().filter_map(place).collect());

/// Folded name → place. Today's names win over former ones.
static BY_NAME: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut by_name = HashMap::new();
    for (at, place) in PLACES.iter().enumerate() {
        for language in Language::ALL {
            by_name.insert(search_key(place.name(language)), at);
        }
    }
    for (at, place) in PLACES.iter().enumerate() {
        for name in place.former.iter().flat_map(|former| [&former.uk, &former.en, &former.ru]) {
            by_name.entry(search_key(name)).or_insert(at);
        }
    }
    by_name
});

/// Every place we know, in the order of the table.
pub fn all() -> &'static [Place] {
    &PLACES
}

/// The place of a name, whatever its language, case and apostrophe, today's or a former one.
pub fn find(name: &str) -> Option<&'static Place> {
    BY_NAME.get(&search_key(name.trim())).and_then(|at| PLACES.get(*at))
}

impl Place {
    /// Today's name.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Uk => &self.uk,
            Language::En => &self.en,
            Language::Ru => &self.ru,
        }
    }

    /// The name that it had on a day: an archive story keeps its dateline.
    pub fn name_on(&self, language: Language, day: Date) -> &str {
        self.former
            .iter()
            .filter(|former| former.until.is_some_and(|until| day < until))
            .min_by_key(|former| former.until)
            .map_or(self.name(language), |former| former.name(language))
    }
}

impl Former {
    /// The former name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Uk => &self.uk,
            Language::En => &self.en,
            Language::Ru => &self.ru,
        }
    }
}

/// A row of the table; none for a blank line or a remark.
fn place(row: &str) -> Option<Place> {
    if row.starts_with('#') {
        return None;
    }
    let mut cells = row.split('\t').map(str::trim);
    let [uk, en, ru, uk_in, ru_in] = std::array::from_fn(|_| cells.next().unwrap_or_default());
    if uk.is_empty() {
        return None;
    }
    Some(Place {
        key: crate::romanise::address(en, Language::En),
        uk: uk.to_owned(),
        en: en.to_owned(),
        ru: ru.to_owned(),
        uk_in: uk_in.to_owned(),
        ru_in: ru_in.to_owned(),
        former: cells.filter_map(former).collect(),
    })
}

/// A former name: `2016-05-19 | uk | en | ru`, the day empty for a mere spelling.
fn former(cell: &str) -> Option<Former> {
    let mut parts = cell.split('|').map(str::trim);
    let [until, uk, en, ru] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    (!uk.is_empty() && !en.is_empty() && !ru.is_empty()).then(|| Former {
        until: parse_day(until),
        uk: uk.to_owned(),
        en: en.to_owned(),
        ru: ru.to_owned(),
    })
}
