//! A page saved from a browser.

use std::rc::Rc;

use shpalta_language::{Language, fold::search_key, letters};
use shpalta_text::normalise;

use self::{dom::Node, metadata::Metadata};
use super::{
    error::{Fault, Refusal},
    moment,
    page_text::{self, furniture},
    parsed::{Parsed, Remark},
};

mod dom;
mod markdown;
mod metadata;
#[cfg(test)]
mod tests;

/// The article of an HTML page: what the page shows, completed from what it tells machines.
/// Pictures become empty slots with their alternative text and caption. Without `language` the
/// page's own counts, else the letters.
pub fn parse(html: &str, language: Option<Language>) -> Result<Parsed, Fault> {
    let document = dom::parse(html).ok_or_else(|| Fault::whole(Refusal::PageTooDeep))?;
    let metadata = Metadata::of(&document);
    let article = article(&document);
    let mut parsed = Parsed::default();
    drop_furniture(&article);
    take_headline(&mut parsed, &article, &metadata);
    if parsed.headline.is_none() {
        return Err(Fault::whole(Refusal::HeadlineMissing));
    }
    parsed.language = language.or(metadata.language);
    let language = match parsed.language {
        Some(language) => language,
        None => guess(&mut parsed, &article)?,
    };
    parsed.language = Some(language);
    take_lines(&mut parsed, &article);
    take_lead(&mut parsed, &article, &metadata);
    complete(&mut parsed, metadata);
    note_pictures(&mut parsed, &article);
    parsed.body = normalise::body(&markdown::convert(&article, language));
    Ok(parsed)
}

/// The article with the most words, else the main part of the page, else all of it.
fn article(document: &Rc<Node>) -> Rc<Node> {
    let nodes = dom::all(document);
    let largest = |tag: &str| {
        let candidates = nodes.iter().filter(|node| dom::tag(node) == Some(tag));
        candidates.max_by_key(|node| dom::text(node).len()).cloned()
    };
    largest("article")
        .or_else(|| largest("main"))
        .or_else(|| largest("body"))
        .unwrap_or_else(|| Rc::clone(document))
}

/// Takes out what belongs to the page and not to the news.
fn drop_furniture(article: &Rc<Node>) {
    for node in dom::all(article).iter().skip(1) {
        if is_furniture(node) {
            dom::remove(node);
        }
    }
}

fn is_furniture(node: &Rc<Node>) -> bool {
    const FURNITURE: [&str; 20] = [
        "script", "style", "noscript", "template", "nav", "form", "button", "input", "select",
        "textarea", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "dialog",
        "link", "meta",
    ];
    let is_hidden = dom::attribute(node, "aria-hidden").is_some_and(|hidden| hidden == "true");
    dom::is_any(node, &FURNITURE) || is_hidden || is_list_of_links(node)
}

/// A box beside the text with nothing but links: related news.
fn is_list_of_links(node: &Rc<Node>) -> bool {
    if !dom::is_any(node, &["aside", "section"]) {
        return false;
    }
    let letters = |text: String| text.chars().filter(|c| c.is_alphanumeric()).count();
    let links = dom::all(node).into_iter().filter(|node| dom::tag(node) == Some("a"));
    let linked: usize = links.map(|link| letters(dom::text(&link))).sum();
    linked * 10 > letters(dom::text(node)) * 7
}

fn take_headline(parsed: &mut Parsed, article: &Rc<Node>, metadata: &Metadata) {
    let heading = dom::find(article, |node| dom::tag(node) == Some("h1"));
    let shown = heading.map(|heading| {
        dom::remove(&heading);
        normalise::line(&dom::text(&heading))
    });
    let told = || metadata.headline.as_deref().map(normalise::line);
    parsed.headline = shown.filter(|headline| !headline.is_empty()).or_else(told);
}

fn guess(parsed: &mut Parsed, article: &Rc<Node>) -> Result<Language, Fault> {
    let language = letters::language(&dom::text(article));
    let language = language.ok_or_else(|| Fault::whole(Refusal::LanguageUnsaid))?;
    parsed.note(None, Remark::LanguageGuessed { language });
    Ok(language)
}

/// Takes the lines around the text that are none of it: dateline, stamp, counter, authors, the
/// headline again.
fn take_lines(parsed: &mut Parsed, article: &Rc<Node>) {
    take_machine_date(parsed, article);
    let lines = dom::all(article).into_iter().skip(1).filter(is_line).collect::<Vec<_>>();
    let (bylines, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(is_byline);
    for line in bylines {
        if let Some(authors) = authors(&line) {
            page_text::add_authors(parsed, authors);
            dom::remove(&line);
        }
    }
    let above = lines.iter().filter(|line| !is_lead(line));
    above.take_while(|line| takes(parsed, line)).for_each(dom::remove);
    let below = lines.iter().rev().filter(|line| line_text(line).split(' ').count() <= 12);
    below.take_while(|line| takes(parsed, line)).for_each(dom::remove);
}

/// Whether a line belongs to the page; what it says is kept.
fn takes(parsed: &mut Parsed, line: &Rc<Node>) -> bool {
    let text = line_text(line);
    if let Some(parts) = furniture::parts(&text) {
        parts.into_iter().for_each(|part| page_text::keep(parsed, part, None));
        return true;
    }
    parsed.headline.as_ref().is_some_and(|headline| page_text::is_same(headline, &text))
}

/// The date for machines is the more exact one.
fn take_machine_date(parsed: &mut Parsed, article: &Rc<Node>) {
    let times = dom::all(article).into_iter().filter(|node| dom::tag(node) == Some("time"));
    let mut dates = times.filter_map(|time| dom::attribute(&time, "datetime"));
    parsed.date = dates.find_map(|date| moment::read(&date)).map(|date| date.when);
}

fn line_text(line: &Rc<Node>) -> String {
    normalise::line(&dom::text(line))
}

/// A block with words and without blocks that have some.
fn is_line(node: &Rc<Node>) -> bool {
    const LINES: [&str; 5] = ["p", "div", "header", "footer", "address"];
    const BLOCKS: [&str; 16] = [
        "p",
        "div",
        "header",
        "footer",
        "address",
        "ul",
        "ol",
        "table",
        "blockquote",
        "figure",
        "pre",
        "section",
        "aside",
        "h2",
        "h3",
        "h4",
    ];
    let has_words = |node: &Rc<Node>| !dom::text(node).is_empty();
    let in_quote = dom::ancestors(node).any(|above| dom::is_any(&above, &["blockquote", "figure"]));
    let has_blocks = || {
        let below = dom::all(node).into_iter().skip(1);
        below.filter(|below| dom::is_any(below, &BLOCKS)).any(|below| has_words(&below))
    };
    dom::is_any(node, &LINES) && !in_quote && has_words(node) && !has_blocks()
}

fn is_byline(node: &Rc<Node>) -> bool {
    dom::tag(node) == Some("address") || has_word(node, &["by", "byline", "author", "authors"])
}

fn is_lead(node: &Rc<Node>) -> bool {
    has_word(node, &["lead", "lede", "standfirst", "deck", "description"])
}

/// Whether a class or property of an element is one of these words.
fn has_word(node: &Rc<Node>, words: &[&str]) -> bool {
    ["class", "itemprop", "rel"].iter().any(|name| {
        let value = dom::attribute(node, name).unwrap_or_default().to_lowercase();
        value.split_whitespace().any(|word| words.contains(&word))
    })
}

fn authors(line: &Rc<Node>) -> Option<Vec<String>> {
    let text = line_text(line);
    furniture::byline(&text).or_else(|| furniture::people(&text))
}

/// The lead is what the page marks as such, else its description, else the first paragraph.
fn take_lead(parsed: &mut Parsed, article: &Rc<Node>, metadata: &Metadata) {
    let lines = dom::all(article).into_iter().skip(1).filter(is_line).collect::<Vec<_>>();
    if let Some(lead) = lines.iter().find(|line| is_lead(line)) {
        parsed.lead = Some(line_text(lead));
        return dom::remove(lead);
    }
    let Some(description) = &metadata.description else {
        let first = lines.first().filter(|line| dom::tag(line) == Some("p"));
        parsed.lead = first.map(line_text);
        return first.into_iter().for_each(dom::remove);
    };
    parsed.lead = Some(normalise::line(description));
    // Descriptions are often the first paragraph, cut short.
    let start = search_key(description.trim_end_matches(['…', '.', ' ']));
    if let Some(first) =
        lines.first().filter(|line| search_key(&line_text(line)).starts_with(&start))
    {
        parsed.lead = Some(line_text(first));
        dom::remove(first);
    }
}

/// What the page does not show and tells machines.
fn complete(parsed: &mut Parsed, metadata: Metadata) {
    if parsed.authors.is_none() && !metadata.authors.is_empty() {
        parsed.authors = Some(metadata.authors);
    }
    if let (None, Some(date)) = (parsed.date, metadata.date) {
        date.remark(parsed, None);
        parsed.date = Some(date.when);
    }
    parsed.source = parsed.source.take().or(metadata.source);
    parsed.section = metadata.section;
    parsed.slug = metadata.slug;
    parsed.tags = (!metadata.tags.is_empty()).then_some(metadata.tags);
}

fn note_pictures(parsed: &mut Parsed, article: &Rc<Node>) {
    for picture in dom::all(article).iter().filter(|node| dom::tag(node) == Some("img")) {
        let address = dom::attribute(picture, "src").unwrap_or_default();
        // Pictures inside the page's file have addresses as long as themselves.
        let address = address.chars().take(200).collect();
        parsed.note(None, Remark::ImageSlot { address });
    }
}
