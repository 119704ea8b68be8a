//! The page of an edition.

use std::cell::Cell;

use jiff::Timestamp;
use serde::Serialize;
use shpalta_language::date::When;
use shpalta_language::{Language, page as words, section, typography};
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::publication::{Byline, ChangeKind, PageDetails, PageText};
use shpalta_newsroom::story::Story;
use shpalta_text::html::{HtmlOptions, Urgency, html};

use super::photos::{Photos, Portrait, Preview};
use super::structured::{self, Named, NewsArticle};
use super::{Frame, Moment, Pages, Versions};
use crate::address;
use crate::error::Error;

/// An edition as its page shows it.
pub struct Article<'a> {
    pub story: &'a Story,
    pub language: Language,
    pub text: &'a PageText,
    pub details: &'a PageDetails,
    pub path: &'a str,
    pub versions: &'a Versions,
    /// Photos of the text and of the authors, as they stand on the site.
    pub photos: &'a Photos,
    pub published: When,
}

#[derive(Serialize)]
struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    canonical: Option<String>,
    locale: &'static str,
    image: Option<Preview>,
    headline: String,
    lead: String,
    dateline: Option<String>,
    published: Moment,
    modified: Option<String>,
    updated: Option<String>,
    views: Option<String>,
    note: Option<Note>,
    body: String,
    authors: Vec<Author>,
    byline: Names,
    structured: String,
}

#[derive(Serialize)]
struct Note {
    /// What it is and since when.
    name: String,
    text: String,
}

#[derive(Serialize)]
struct Author {
    photo: Option<Portrait>,
    initials: String,
}

#[derive(Serialize)]
struct Names {
    prefix: &'static str,
    names: String,
}

impl Pages<'_> {
    /// The page of an edition as HTML.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn article(&self, article: &Article<'_>) -> Result<String, Error> {
        let Article { story, language, text, details, path, versions, .. } = *article;
        let headline = typography::polish_headline(language, &text.headline);
        let lead = typography::polish(language, &text.lead);
        let body = body(article);
        let previews = self.previews(article.photos);
        let image = previews.iter().map(Preview::href).collect();
        let published = self.moment(language, article.published);
        let modified = modified(story, text);
        let structured = self.structured(article, &headline, &lead, image).json()?;
        self.render(
            "article.html",
            Context {
                frame: self.frame(language, path, &headline),
                versions: versions.switch(language, path, self.site.url.as_deref()),
                canonical: self.absolute(path),
                locale: locale(language),
                image: previews.into_iter().next(),
                dateline: joined(details, " • "),
                modified: modified.map(|at| self.moment(language, When::Instant(at)).machine),
                updated: modified
                    .filter(|_| text.change == ChangeKind::Update)
                    .map(|at| self.moment(language, When::Instant(at)).stamp)
                    .map(|stamp| words::updated(language, &stamp)),
                views: story
                    .views
                    .filter(|_| self.site.shows_views)
                    .map(|views| typography::polish(language, &words::views(language, views))),
                note: self.note(language, text),
                authors: details.authors.iter().map(|author| portrait(article, author)).collect(),
                byline: byline(language, &details.authors),
                headline,
                lead,
                published,
                body,
                structured,
            },
        )
    }

    /// The page of an edition without the script element that tells machines what it is.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn article_for_people(&self, article: &Article<'_>) -> Result<String, Error> {
        Ok(structured::removed(&self.article(article)?))
    }

    fn structured(
        &self,
        article: &Article<'_>,
        headline: &str,
        lead: &str,
        image: Vec<String>,
    ) -> NewsArticle {
        let Article { story, language, text, details, path, versions, published, .. } = *article;
        let site = self.site.name.get(&language).or(details.source.as_ref());
        let canonical = self.absolute(path);
        // Section and tags are in the words of the original.
        let is_original = language == story.original;
        let machine = |when| self.moment(language, when).machine;
        let mut structured = NewsArticle {
            context: "https://schema.org".to_owned(),
            kind: "NewsArticle".to_owned(),
            headline: headline.to_owned(),
            description: lead.to_owned(),
            in_language: language,
            date_published: machine(published),
            date_modified: modified(story, text).map(|at| machine(When::Instant(at))),
            author: details.authors.iter().map(|one| Named::new("Person", &one.name)).collect(),
            publisher: site.map(|name| Named {
                url: self.site.url.clone(),
                ..Named::new("Organization", name)
            }),
            dateline: joined(details, ", "),
            content_location: details.place.as_deref().map(|place| Named::new("Place", place)),
            article_section: story.section.clone().filter(|_| is_original),
            keywords: if is_original { story.tags.clone() } else { Vec::new() },
            image,
            url: canonical.clone(),
            main_entity_of_page: canonical,
            translation_of_work: None,
            work_translation: Vec::new(),
        };
        structured.name_versions(versions, self.site.url.as_deref());
        structured
    }

    fn note(&self, language: Language, text: &PageText) -> Option<Note> {
        let name = match text.change {
            ChangeKind::Correction => words::correction(language),
            ChangeKind::Clarification => words::clarification(language),
            ChangeKind::Update | ChangeKind::Silent => return None,
        };
        let stamp = self.moment(language, When::Instant(text.since)).stamp;
        let note = text.note.as_deref().unwrap_or_default();
        Some(Note {
            name: words::note(language, name, &stamp, "").trim_end().to_owned(),
            text: typography::polish(language, note),
        })
    }
}

/// The body as HTML. The headline is the page's only `h1`:
/// where the body has its own, all its headings move down.
fn body(article: &Article<'_>) -> String {
    let language = article.language;
    let urgency = Cell::new(Urgency::First);
    let figure = |address: &str| {
        let hash = MediaHash::from_hex(address.strip_prefix("media:")?)?;
        let photo = article.photos.shown.get(&hash)?;
        let credit = article.details.media.get(&hash).and_then(|facts| facts.credit.as_deref());
        let credit = credit
            .map(|credit| typography::polish(language, &words::photo_credit(language, credit)));
        Some(photo.figure(article.path, urgency.replace(Urgency::Later), credit))
    };
    let media_prefix = address::relative(article.path, "media/");
    let body = |heading_shift| {
        urgency.set(Urgency::First);
        html(
            &article.text.body,
            &HtmlOptions {
                figure: &figure,
                media_prefix: &media_prefix,
                section: &|heading| section::section(language, heading),
                polish: &|text| typography::polish(language, text),
                heading_shift,
            },
        )
    };
    Some(body(0)).filter(|html| !html.contains("<h1")).unwrap_or_else(|| body(1))
}

/// When the text changed after readers had seen it. Spelling is no change to them.
fn modified(story: &Story, text: &PageText) -> Option<Timestamp> {
    let seen = story.first_published?;
    (text.since > seen && text.change != ChangeKind::Silent).then_some(text.since)
}

fn joined(details: &PageDetails, by: &str) -> Option<String> {
    let parts: Vec<_> = details.place.iter().chain(&details.source).map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(by))
}

fn portrait(article: &Article<'_>, author: &Byline) -> Author {
    let photo = author.photo.and_then(|hash| article.photos.portrait(article.path, hash));
    let initials = author.name.split_whitespace().filter_map(|word| word.chars().next());
    Author { photo, initials: initials.take(2).flat_map(char::to_uppercase).collect() }
}

fn byline(language: Language, authors: &[Byline]) -> Names {
    let names: Vec<_> = authors.iter().map(|author| author.name.clone()).collect();
    let line = words::byline(language, &names);
    let prefix = words::byline_prefix(language);
    Names { prefix, names: line.strip_prefix(prefix).unwrap_or_default().to_owned() }
}

/// Open Graph wants a territory: that of the newsroom's readers, for English that of its spelling.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Uk => "uk_UA",
        Language::En => "en_US",
        Language::Ru => "ru_UA",
    }
}
