//! The page of an edition.

use std::cell::Cell;

use jiff::Timestamp;
use serde::Serialize;
use shpalta_language::date::When;
use shpalta_language::{Language, page as words, section, typography};
use shpalta_newsroom::id::{EditionId, MediaHash};
use shpalta_newsroom::names::Spelt;
use shpalta_newsroom::publication::{Byline, ChangeKind, PageDetails, PageText, PublicNote};
use shpalta_newsroom::story::Story;
use shpalta_text::html::{HtmlOptions, Urgency, html};

use super::card::{Card, Kind};
use super::list::{Link, List};
use super::marked::{Dated, Marked, spelling};
use super::note::Note;
use super::photos::{Photos, Portrait, Preview};
use super::structured::{Named, NewsArticle};
use super::{Frame, Moment, Pages, Versions, links};
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

/// What the page is filled from.
#[derive(Serialize)]
pub(super) struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    card: Card,
    image: Option<Preview>,
    pub(super) section: Option<Link>,
    pub(super) headline: String,
    pub(super) lead: String,
    dateline: Vec<Marked>,
    published: Moment,
    modified: Option<String>,
    updated: Option<Dated>,
    views: Option<String>,
    pub(super) notes: Vec<Note>,
    pub(super) body: String,
    /// What stands before the authors' names.
    byline: &'static str,
    authors: Vec<Author>,
    tags: Option<Tags>,
    /// None in a preview: it is for people.
    structured: Option<String>,
}

#[derive(Serialize)]
struct Author {
    /// What joins the name to the one before it.
    joint: &'static str,
    name: Marked,
    /// To the author's page.
    href: String,
    photo: Option<Portrait>,
    initials: String,
}

#[derive(Serialize)]
struct Tags {
    label: &'static str,
    words: String,
}

/// What is made of an edition.
pub struct Page {
    pub html: String,
    /// The same as ninjs, if the site has an address.
    pub ninjs: Option<String>,
}

impl Pages<'_> {
    /// The page of an edition.
    ///
    /// # Errors
    /// [`Error::Theme`], [`Error::Template`].
    pub fn article(&self, article: &Article<'_>, edition: EditionId) -> Result<Page, Error> {
        let context = self.context(article)?;
        let ninjs = self.ninjs(article, edition, &context)?;
        let html = self.render("article.html", context)?;
        self.theme.must_be_whole(&html)?;
        Ok(Page { html, ninjs })
    }

    /// The page of an edition for the window, whose answer brings a policy of its own: without
    /// that of the site, and without what only machines read.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn article_for_people(&self, article: &Article<'_>) -> Result<String, Error> {
        let mut context = self.context(article)?;
        context.frame.policies = &[];
        context.structured = None;
        context.body = links::linked(&context.body, article.language, article.path, |_| None);
        self.render("article.html", context)
    }

    fn context(&self, article: &Article<'_>) -> Result<Context, Error> {
        let Article { story, language, text, details, path, versions, .. } = *article;
        let headline = typography::polish_headline(language, &text.headline);
        let lead = typography::polish(language, &text.lead);
        let body = body(article);
        let previews = self.previews(article.photos);
        let image = previews.iter().map(Preview::href).collect();
        let modified = modified(story, text).map(|at| self.moment(language, When::Instant(at)));
        let notes: Vec<_> = text.notes.iter().map(|note| self.note(language, note)).collect();
        let card = self.card(Kind::Article, language, path, &headline, &lead);
        let structured = NewsArticle {
            correction: notes.iter().map(Note::correction).collect(),
            ..self.structured(article, &headline, &lead, image)
        };
        Ok(Context {
            frame: self.frame(language, path, &headline),
            versions: versions.switch(language, path, self.site.url.as_deref()),
            card: if previews.is_empty() { card } else { card.with_photo() },
            image: previews.into_iter().next(),
            section: section_name(article).map(|name| section_link(article, name)),
            dateline: dateline(details).map(|name| Marked::name(language, name)).collect(),
            published: self.moment(language, article.published),
            modified: modified.as_ref().map(|moment| moment.machine.clone()),
            updated: modified
                .filter(|_| text.change == ChangeKind::Update)
                .map(|moment| Dated::new(&words::updated(language, &moment.stamp), moment)),
            views: story
                .views
                .filter(|_| self.site.shows_views)
                .map(|views| typography::polish(language, &words::views(language, views))),
            notes,
            byline: words::byline_prefix(language),
            authors: authors(article),
            tags: tags(article),
            headline,
            lead,
            body,
            structured: Some(structured.json()?),
        })
    }

    fn structured(
        &self,
        article: &Article<'_>,
        headline: &str,
        lead: &str,
        image: Vec<String>,
    ) -> NewsArticle {
        let Article { story, language, text, details, path, versions, published, .. } = *article;
        let source = || details.source.as_ref().map(spelling);
        let site = self.site.name.get(&language).cloned().or_else(source);
        let canonical = self.absolute(path);
        let dateline: Vec<_> = dateline(details).map(spelling).collect();
        let machine = |when| self.moment(language, when).machine;
        let mut structured = NewsArticle {
            context: "https://schema.org".to_owned(),
            kind: "NewsArticle".to_owned(),
            headline: headline.to_owned(),
            description: lead.to_owned(),
            in_language: language,
            date_published: machine(published),
            date_modified: modified(story, text).map(|at| machine(When::Instant(at))),
            author: details.authors.iter().map(|author| self.person(language, author)).collect(),
            publisher: site.map(|name| Named {
                url: self.site.url.clone(),
                ..Named::new("Organization", &name)
            }),
            dateline: Some(dateline.join(", ")).filter(|line| !line.is_empty()),
            content_location: details
                .place
                .as_ref()
                .map(|place| Named::new("Place", &spelling(place))),
            article_section: section_name(article),
            keywords: shown_tags(article),
            correction: Vec::new(),
            image,
            url: canonical.clone(),
            main_entity_of_page: canonical,
            translation_of_work: None,
            work_translation: Vec::new(),
        };
        structured.name_versions(versions, self.site.url.as_deref());
        structured
    }

    fn person(&self, language: Language, author: &Byline) -> Named {
        let page = List::Author(author.key.clone()).path(language, None);
        Named {
            identifier: Some(author.key.clone()),
            url: self.absolute(&page),
            ..Named::new("Person", &spelling(&author.name))
        }
    }

    pub(super) fn note(&self, language: Language, note: &PublicNote) -> Note {
        let name = match note.change {
            ChangeKind::Clarification => words::clarification(language),
            ChangeKind::Update | ChangeKind::Correction | ChangeKind::Silent => {
                words::correction(language)
            }
        };
        self.note_of(language, name, note.at, &note.text)
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
        let credit = credit(article, hash);
        Some(photo.figure(article.path, urgency.replace(Urgency::Later), credit))
    };
    let media_prefix = address::relative(article.path, address::MEDIA);
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

/// Whose a photo is, as the page says it.
pub(super) fn credit(article: &Article<'_>, photo: MediaHash) -> Option<String> {
    let credit = article.details.media.get(&photo)?.credit.as_deref()?;
    Some(typography::polish(article.language, &words::photo_credit(article.language, credit)))
}

/// When the text changed last after readers had seen it. Spelling is no change to them.
pub(super) fn modified(story: &Story, text: &PageText) -> Option<Timestamp> {
    let seen = story.first_published?;
    (text.since > seen && text.change != ChangeKind::Silent).then_some(text.since)
}

/// Place and source, as far as there are such.
fn dateline(details: &PageDetails) -> impl Iterator<Item = &Spelt> {
    details.place.iter().chain(&details.source)
}

fn section_link(article: &Article<'_>, name: String) -> Link {
    let list = List::Section(words::section_key(article.language, &name));
    let href = address::relative(article.path, &list.path(article.language, None));
    Link { href, name }
}

pub(super) fn section_name(article: &Article<'_>) -> Option<String> {
    let Article { story, language, .. } = *article;
    let section = words::section_name(language, story.original, story.section.as_deref()?)?;
    Some(typography::polish(language, section))
}

/// Tags are in the words of the original, so only its page shows them.
pub(super) fn shown_tags(article: &Article<'_>) -> Vec<String> {
    let Article { story, language, .. } = *article;
    let shown = story.tags.iter().filter(|_| language == story.original);
    shown.map(|tag| typography::polish(language, tag)).collect()
}

fn tags(article: &Article<'_>) -> Option<Tags> {
    let tags = shown_tags(article);
    let label = words::tags_label(article.language);
    (!tags.is_empty()).then(|| Tags { label, words: tags.join(", ") })
}

fn authors(article: &Article<'_>) -> Vec<Author> {
    let Article { language, details, .. } = *article;
    let count = details.authors.len();
    let author = |(index, author): (usize, &Byline)| Author {
        joint: words::byline_joint(language, index, count),
        photo: author.photo.and_then(|hash| article.photos.portrait(article.path, hash)),
        href: address::relative(
            article.path,
            &List::Author(author.key.clone()).path(language, None),
        ),
        initials: initials(&author.name.name),
        name: Marked::name(language, &author.name),
    };
    details.authors.iter().enumerate().map(author).collect()
}

fn initials(name: &str) -> String {
    let initials = name.split_whitespace().filter_map(|word| word.chars().next());
    initials.take(2).flat_map(char::to_uppercase).collect()
}
