//! Markdown with front matter: YAML between two lines `---`, under Hugo's names and ours.

use std::{borrow::Cow, collections::HashSet};

use shpalta_language::Language;
use shpalta_text::normalise;

use crate::error::Expected;

use super::{
    error::{Fault, Refusal},
    moment::{self, Moment},
    parsed::{Parsed, Remark},
    yaml::{self, Node},
};

#[cfg(test)]
mod tests;

/// The text of a `.md` file. `language` is what the caller or the file's name says; `lang` in the
/// front matter must not say otherwise. A file without `title` takes its headline from a first
/// line `# …`; its first paragraph stays in the body.
pub fn parse(text: &str, language: Option<Language>) -> Result<Parsed, Fault> {
    let text = unix_lines(text);
    let parts = split(&text)?;
    let mut parsed = match parts.yaml {
        Some(yaml) => read_entries(yaml, parts.above)?,
        None => Parsed::default(),
    };
    if let (Some(given), Some(said)) = (language, parsed.language)
        && given != said
    {
        return Err(Fault::whole(Refusal::LanguageOther { given, said }));
    }
    parsed.language = language.or(parsed.language);
    take_body(&mut parsed, parts.body);
    Ok(parsed)
}

/// Line ends of Windows and of old Macs as line feeds; lines keep their numbers.
pub(super) fn unix_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The lines of the front matter, if there is any, and the text after it.
struct Parts<'a> {
    yaml: Option<&'a str>,
    body: &'a str,
    /// Lines of the file above the YAML.
    above: usize,
}

fn split(text: &str) -> Result<Parts<'_>, Fault> {
    let content = text.trim_start();
    let above = text[..text.len() - content.len()].matches('\n').count() + 1;
    let (first, rest) = content.split_once('\n').unwrap_or((content, ""));
    match first.trim_end() {
        "+++" => return Err(Fault::at(above, Refusal::Toml)),
        "---" => {}
        _ => return Ok(Parts { yaml: None, body: text, above }),
    }
    let end = closing_line(rest).ok_or_else(|| Fault::at(above, Refusal::FrontMatterOpen))?;
    let (_, body) = rest[end..].split_once('\n').unwrap_or_default();
    Ok(Parts { yaml: Some(&rest[..end]), body, above })
}

fn closing_line(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn read_entries(yaml: &str, above: usize) -> Result<Parsed, Fault> {
    let entries = yaml::entries(yaml).map_err(|fault| Fault {
        line: fault.line.map(|line| line.saturating_add(above)),
        ..fault
    })?;
    let mut parsed = Parsed::default();
    let mut seen = HashSet::new();
    for entry in entries {
        let line = entry.line.saturating_add(above);
        let field = Field::of(&entry.key);
        let name = field.map_or_else(|| entry.key.clone(), |field| format!("{field:?}"));
        if !seen.insert(name) {
            return Err(Fault::at(line, Refusal::YamlTwice { key: entry.key }));
        }
        let Some(field) = field else {
            parsed.note(line, Remark::UnknownKey { key: entry.key.clone() });
            parsed.unknown.insert(entry.key, entry.node.json());
            continue;
        };
        if entry.node != Node::Nothing {
            set(&mut parsed, field, &Entry { key: &entry.key, node: &entry.node, line })?;
        }
    }
    Ok(parsed)
}

/// What the desk knows of a file. Each is named once, under one of its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Headline,
    Lead,
    Date,
    Slug,
    Authors,
    Tags,
    Place,
    Source,
    Views,
    Original,
    Language,
    Section,
    Categories,
    Embargo,
}

impl Field {
    /// Hugo does not tell `Title` from `title`; neither do we.
    fn of(key: &str) -> Option<Self> {
        Some(match key.to_lowercase().as_str() {
            "title" => Self::Headline,
            "description" => Self::Lead,
            "date" => Self::Date,
            "slug" => Self::Slug,
            "author" | "authors" => Self::Authors,
            "tags" => Self::Tags,
            "dateline" => Self::Place,
            "source" => Self::Source,
            "views" => Self::Views,
            "original" => Self::Original,
            "lang" | "language" => Self::Language,
            "section" => Self::Section,
            "categories" => Self::Categories,
            "embargo" => Self::Embargo,
            _ => return None,
        })
    }
}

fn set(parsed: &mut Parsed, field: Field, entry: &Entry<'_>) -> Result<(), Fault> {
    match field {
        Field::Headline => parsed.headline = Some(entry.text()?),
        Field::Lead => parsed.lead = Some(entry.text()?),
        Field::Slug => parsed.slug = Some(entry.text()?),
        Field::Place => parsed.place = Some(entry.text()?),
        Field::Source => parsed.source = Some(entry.text()?),
        Field::Section => parsed.section = Some(entry.text()?),
        Field::Authors => parsed.authors = Some(entry.names()?),
        Field::Tags => parsed.tags = Some(entry.names()?),
        Field::Views => parsed.views = Some(entry.count()?),
        Field::Original => parsed.original = Some(entry.language()?),
        Field::Language => parsed.language = Some(entry.language()?),
        Field::Categories => set_categories(parsed, entry)?,
        Field::Date => {
            let date = entry.moment()?;
            date.remark(parsed, entry.line);
            parsed.date = Some(date.when);
        }
        Field::Embargo => {
            let embargo = entry.moment()?;
            let no_time = || entry.must_be(Expected::Instant);
            parsed.embargo = Some(embargo.instant().ok_or_else(no_time)?);
            embargo.remark(parsed, entry.line);
        }
    }
    Ok(())
}

/// The first category is the section, unless `section` names one.
fn set_categories(parsed: &mut Parsed, entry: &Entry<'_>) -> Result<(), Fault> {
    let mut left = entry.names()?;
    if parsed.section.is_none() && !left.is_empty() {
        parsed.section = Some(left.remove(0));
    }
    left.retain(|category| Some(category) != parsed.section.as_ref());
    if !left.is_empty() {
        parsed.note(entry.line, Remark::OneSection { left: left.join(", ") });
    }
    Ok(())
}

/// An entry with its line in the file.
struct Entry<'a> {
    key: &'a str,
    node: &'a Node,
    line: usize,
}

impl Entry<'_> {
    fn text(&self) -> Result<String, Fault> {
        self.node.text().map(normalise::line).ok_or_else(|| self.must_be(Expected::Text))
    }

    fn names(&self) -> Result<Vec<String>, Fault> {
        let names = self.node.texts().ok_or_else(|| self.must_be(Expected::NameOrNames))?;
        let names = names.into_iter().map(normalise::line);
        Ok(names.filter(|name| !name.is_empty()).collect())
    }

    fn count(&self) -> Result<u64, Fault> {
        let count = self.node.text().and_then(|text| text.trim().parse().ok());
        count.ok_or_else(|| self.must_be(Expected::WholeNumber))
    }

    fn moment(&self) -> Result<Moment, Fault> {
        let moment = self.node.text().and_then(moment::read);
        moment.ok_or_else(|| self.must_be(Expected::Date))
    }

    fn language(&self) -> Result<Language, Fault> {
        let said = self.text()?;
        language_of_tag(&said).ok_or_else(|| {
            let meant = language_meant(&said);
            Fault::at(self.line, Refusal::LanguageUnknown { said, meant })
        })
    }

    fn must_be(&self, expected: Expected) -> Fault {
        let key = self.key.to_owned();
        Fault::at(self.line, Refusal::YamlType { key, expected })
    }
}

/// The language of a tag such as `uk`, `UK` or `uk-UA`.
pub(super) fn language_of_tag(tag: &str) -> Option<Language> {
    let code = tag.split(['-', '_']).next().unwrap_or_default();
    Language::from_code(&code.trim().to_lowercase())
}

/// The code that somebody meant: country codes and names are the usual slips.
fn language_meant(said: &str) -> Option<&'static str> {
    match said.to_lowercase().as_str() {
        "ua" | "ukr" | "ukrainian" | "укр" | "українська" => Some("uk"),
        "us" | "gb" | "eng" | "english" | "англ" | "англійська" => Some("en"),
        "rus" | "russian" | "рус" | "рос" | "русский" | "російська" => {
            Some("ru")
        }
        _ => None,
    }
}

/// A first heading becomes the headline when there is none yet; one that repeats it goes.
fn take_body(parsed: &mut Parsed, body: &str) {
    let body = body.trim_start_matches(['\n', '\u{feff}']);
    let body = match first_heading(body) {
        Some((heading, rest)) if parsed.headline.is_none() => {
            parsed.headline = Some(normalise::line(heading));
            rest
        }
        Some((heading, rest)) if parsed.headline.as_deref() == Some(&normalise::line(heading)) => {
            parsed.note(None, Remark::Furniture { text: heading.to_owned() });
            rest
        }
        _ => body,
    };
    parsed.body = normalise::body(body);
}

/// The text of a heading of the first level at the very start (`# …`, or underlined with `===`),
/// and what follows it.
fn first_heading(body: &str) -> Option<(&str, &str)> {
    let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
    if let Some(heading) = first.strip_prefix("# ") {
        let heading = heading.trim();
        let closed = heading.trim_end_matches('#');
        return Some((if closed.ends_with(' ') { closed.trim_end() } else { heading }, rest));
    }
    let (underline, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    let is_underlined =
        underline.starts_with('=') && underline.trim_end().trim_matches('=').is_empty();
    (is_underlined && !first.trim().is_empty()).then_some((first.trim(), rest))
}
