//! The text of an agency's page as copied from a browser: plain lines, with the page's furniture
//! (stamps, counters, the headline twice, the author twice) around the news.

use jiff::civil::Date;
use shpalta_language::{Language, date::When, fold::search_key, letters};
use shpalta_text::normalise;

pub(super) use self::body::attribution_dash;
use self::furniture::{OldDateline, OldDay, Part};
use super::{
    error::{Fault, Refusal},
    front_matter::unix_lines,
    moment,
    parsed::{Parsed, Remark},
};

mod body;
pub(super) mod furniture;
mod speech;
#[cfg(test)]
mod tests;

/// A line of text, spaces tidied; blank lines are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    /// Counted from 1 in the file.
    number: usize,
    text: String,
}

/// The text of a copied page. Without `language` the letters tell it. `today` gives a dateline
/// without year its year: the latest in which that day has come.
pub fn parse(text: &str, language: Option<Language>, today: Date) -> Result<Parsed, Fault> {
    let lines = lines(text);
    let mut parsed = Parsed::default();
    let language = match language {
        Some(language) => language,
        None => guess(text, &mut parsed)?,
    };
    parsed.language = Some(language);
    let (lines, authors) = split_authors(&lines, &mut parsed);
    let header = Header::take(lines, &authors, &mut parsed);
    if parsed.headline.is_none() {
        return Err(Fault::whole(Refusal::HeadlineMissing));
    }
    add_authors(&mut parsed, authors);
    let mut rest = &lines[header.length..];
    if let Some((first, after)) = rest.split_first()
        && is_lead(&first.text)
    {
        take_lead(&mut parsed, first, today);
        rest = if parsed.lead.is_some() { after } else { take_next_lead(&mut parsed, after) };
    }
    let lines: Vec<&Line> = header.images.into_iter().chain(rest).collect();
    parsed.body = normalise::body(&body::markdown(&lines, language, &mut parsed));
    Ok(parsed)
}

fn guess(text: &str, parsed: &mut Parsed) -> Result<Language, Fault> {
    let language = letters::language(text).ok_or_else(|| Fault::whole(Refusal::LanguageUnsaid))?;
    parsed.note(None, Remark::LanguageGuessed { language });
    Ok(language)
}

fn lines(text: &str) -> Vec<Line> {
    unix_lines(text)
        .split(['\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        .zip(1..)
        .map(|(line, number)| Line { number, text: tidy(line) })
        .filter(|line| !line.text.is_empty())
        .collect()
}

/// Composed letters, no spaces at the ends, one space where there were several. A single
/// no-break space stays: it may be meant.
fn tidy(line: &str) -> String {
    let mut tidy = String::with_capacity(line.len());
    let mut space = String::new();
    for c in normalise::line(line).chars() {
        if c.is_whitespace() || c.is_control() {
            space.push(c);
            continue;
        }
        if matches!(c, '\u{200b}' | '\u{feff}') {
            continue;
        }
        if !tidy.is_empty() {
            match space.as_str() {
                "" | "\u{a0}" | "\u{202f}" => tidy.push_str(&space),
                _ => tidy.push(' '),
            }
        }
        space.clear();
        tidy.push(c);
    }
    tidy
}

/// The lines above the text.
struct Header<'a> {
    /// How many of the lines it takes.
    length: usize,
    /// Pictures between headline and lead: they open the body.
    images: Vec<&'a Line>,
}

impl<'a> Header<'a> {
    fn take(lines: &'a [Line], authors: &[String], parsed: &mut Parsed) -> Self {
        let mut images = Vec::new();
        for (length, line) in lines.iter().enumerate() {
            let is_image = parsed.headline.is_some() && furniture::is_image(&line.text);
            if is_image {
                images.push(line);
            } else if !takes(parsed, authors, line) {
                return Self { length, images };
            }
        }
        Self { length: lines.len(), images }
    }
}

/// Whether a line belongs above the text; what it says is kept.
fn takes(parsed: &mut Parsed, authors: &[String], line: &Line) -> bool {
    let text = line.text.as_str();
    if let Some(parts) = furniture::parts(text) {
        parts.into_iter().for_each(|part| keep(parsed, part, Some(line.number)));
        return true;
    }
    if furniture::is_slug(text) && parsed.slug.is_none() {
        parsed.slug = Some(text.to_owned());
        return true;
    }
    let Some(headline) = &parsed.headline else {
        parsed.headline = Some(text.to_owned());
        return true;
    };
    let is_repeated = is_same(headline, text) || authors.iter().any(|author| author == text);
    if is_repeated {
        parsed.note(line.number, Remark::Furniture { text: text.to_owned() });
    }
    is_repeated
}

/// Whether two lines are the same but for typography and case.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.len().abs_diff(other.len()) < 80 && search_key(one) == search_key(other)
}

/// The first of several stamps, counters and names counts; the others are furniture.
pub(super) fn keep(parsed: &mut Parsed, part: Part<'_>, line: Option<usize>) {
    match part {
        Part::Place(place) if parsed.place.is_none() => parsed.place = Some(place.to_owned()),
        Part::Source(source) if parsed.source.is_none() => parsed.source = Some(source.to_owned()),
        Part::Views(views) if parsed.views.is_none() => parsed.views = Some(views),
        Part::Stamp(stamp) if parsed.date.is_none() => {
            stamp.remark(parsed, line);
            parsed.date = Some(stamp.when);
        }
        Part::Authors(authors) => add_authors(parsed, authors),
        Part::RoundedViews(text) => {
            parsed.note(line, Remark::ViewsRounded { text: text.to_owned() });
        }
        Part::Place(text) | Part::Source(text) | Part::Idle(text) => {
            parsed.note(line, Remark::Furniture { text: text.to_owned() });
        }
        Part::Views(_) | Part::Stamp(_) => {}
    }
}

pub(super) fn add_authors(parsed: &mut Parsed, authors: Vec<String>) {
    for author in authors {
        let known = parsed.authors.get_or_insert_default();
        if !known.contains(&author) {
            known.push(author);
        }
    }
}

/// Takes the authors from the end of the text: names printed twice, a line that says it names
/// them, or one name alone.
fn split_authors<'a>(lines: &'a [Line], parsed: &mut Parsed) -> (&'a [Line], Vec<String>) {
    let Some((_, text)) = lines.split_first() else { return (lines, Vec::new()) };
    let twice = names_printed_twice(text);
    if twice > 0 {
        let (before, names) = lines.split_at(lines.len() - twice);
        return (before, distinct(names.iter().flat_map(|line| listed(&line.text))));
    }
    let Some((last, before)) = text.split_last() else { return (lines, Vec::new()) };
    let before_lines = &lines[..lines.len() - 1];
    if let Some(authors) = furniture::byline(&last.text) {
        return (before_lines, authors);
    }
    let follows_text = before.last().is_some_and(|line| furniture::people(&line.text).is_none());
    match furniture::people(&last.text) {
        Some(authors) if follows_text && !furniture::is_section(&last.text) => {
            parsed.note(last.number, Remark::AuthorGuessed { text: last.text.clone() });
            (before_lines, authors)
        }
        _ => (lines, Vec::new()),
    }
}

/// The length of the longest run of names at the end in which each stands at least twice.
fn names_printed_twice(lines: &[Line]) -> usize {
    const MOST: usize = 24;
    let is_names = |line: &&Line| listed(&line.text).iter().all(|n| furniture::name_words(n) > 0);
    let run = lines.iter().rev().take(MOST).take_while(is_names).count();
    let repeats = |length: &usize| {
        let run = &lines[lines.len() - length..];
        run.iter().all(|line| run.iter().filter(|other| other.text == line.text).nth(1).is_some())
    };
    (2..=run).rev().find(repeats).unwrap_or(0)
}

/// The names of a line; a single word may be a pen name.
fn listed(line: &str) -> Vec<String> {
    furniture::people(line).unwrap_or_else(|| vec![line.to_owned()])
}

fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut distinct = Vec::new();
    for name in names {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    }
    distinct
}

/// The lead is the first paragraph; a heading or a list is none.
fn is_lead(line: &str) -> bool {
    !furniture::is_section(line) && body::item(line).is_none()
}

fn take_lead(parsed: &mut Parsed, line: &Line, today: Date) {
    let dateline = furniture::old_dateline(&line.text);
    let text = dateline.as_ref().map_or(line.text.as_str(), |dateline| dateline.rest);
    parsed.lead = (!text.is_empty()).then(|| text.to_owned());
    if let Some(dateline) = dateline {
        keep_dateline(parsed, &dateline, line, today);
    }
}

/// The line after a dateline that stood alone.
fn take_next_lead<'a>(parsed: &mut Parsed, lines: &'a [Line]) -> &'a [Line] {
    match lines.split_first() {
        Some((first, after)) if is_lead(&first.text) => {
            parsed.lead = Some(first.text.clone());
            after
        }
        _ => lines,
    }
}

fn keep_dateline(parsed: &mut Parsed, dateline: &OldDateline<'_>, line: &Line, today: Date) {
    keep(parsed, Part::Source(dateline.source), Some(line.number));
    if parsed.place.is_none() {
        parsed.place = Some(with_capitals(dateline.place));
    }
    if parsed.date.is_some() {
        return;
    }
    let day = match dateline.day {
        OldDay::Full(day) => Some(day),
        OldDay::MonthDay(month, day) => moment::latest(month, day, today),
    };
    parsed.date = day.map(When::Day);
    if let (Some(day), OldDay::MonthDay(..)) = (day, dateline.day) {
        parsed.note(line.number, Remark::YearGuessed { day: day.to_string() });
    }
}

/// «КРИВИЙ РІГ» as «Кривий Ріг».
fn with_capitals(name: &str) -> String {
    let mut inside = false;
    let mut spelt = String::with_capacity(name.len());
    for c in name.chars() {
        if inside {
            spelt.extend(c.to_lowercase());
        } else {
            spelt.push(c);
        }
        inside = c.is_alphabetic() || matches!(c, '\'' | '’' | 'ʼ');
    }
    spelt
}
