//! The front page of a language: its newest stories.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use shpalta_language::date::{When, kyiv};
use shpalta_language::{Language, page as words};

use super::card::{Card, Kind};
use super::feed::FeedPaths;
use super::{Frame, Moment, Pages, Versions, structured};
use crate::address;
use crate::error::Error;

/// How many headlines describe a front page.
const DESCRIBING: usize = 3;

/// How many stories a front page shows.
pub const LONGEST: usize = 50;

/// A story as a front page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub path: String,
    pub headline: String,
    pub lead: String,
    pub place: Option<String>,
    pub published: When,
    /// When readers were told of something new.
    pub modified: Option<Timestamp>,
    pub authors: Vec<String>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    /// The address of its first picture.
    pub image: Option<String>,
    /// The story's original, if it is another one than this and is there.
    pub original: Option<Language>,
}

#[derive(Serialize)]
struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    card: Card,
    feeds: Vec<Link>,
    latest: &'static str,
    stories: Vec<Story>,
}

/// A feed as a page names it.
#[derive(Serialize)]
struct Link {
    mime: &'static str,
    href: String,
}

#[derive(Serialize)]
struct Story {
    href: String,
    headline: String,
    place: Option<String>,
    published: Moment,
}

impl Listed {
    /// Reads it from the page itself, wherever and whenever that was exported; none when the page
    /// is not one of ours.
    pub fn in_page(path: &str, html: &str) -> Option<Self> {
        let article = structured::in_page(html)?;
        let published = &article.date_published;
        let day = || published.parse::<Date>().ok().map(When::Day);
        let instant = || published.parse::<Timestamp>().ok().map(When::Instant);
        Some(Self {
            path: path.to_owned(),
            published: if published.contains('T') { instant() } else { day() }?,
            headline: article.headline,
            lead: article.description,
            place: article.content_location.map(|place| place.name),
            modified: article.date_modified.and_then(|modified| modified.parse().ok()),
            authors: article.author.into_iter().map(|author| author.name).collect(),
            section: article.article_section,
            tags: article.keywords,
            image: article.image.into_iter().next(),
            original: article.translation_of_work.map(|original| original.in_language),
        })
    }

    /// The instant by which the story is news. A day begins at midnight in Kyiv.
    pub fn at(&self) -> Timestamp {
        match self.published {
            When::Instant(instant) => instant,
            When::Day(day) => day
                .to_zoned_datetime(kyiv())
                .map_or(Timestamp::UNIX_EPOCH, |midnight| midnight.timestamp()),
        }
    }
}

impl Pages<'_> {
    /// A front page as HTML.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn front(
        &self,
        language: Language,
        path: &str,
        versions: &Versions,
        stories: &[Listed],
    ) -> Result<String, Error> {
        let shown = stories.iter().map(|story| Story {
            href: address::relative(path, &story.path),
            headline: story.headline.clone(),
            place: story.place.clone(),
            published: self.moment(language, story.published),
        });
        self.render(
            "front.html",
            Context {
                frame: self.frame(language, path, words::latest(language)),
                versions: versions.switch(language, path, self.site.url.as_deref()),
                card: self.card(
                    Kind::Front,
                    language,
                    path,
                    words::latest(language),
                    &description(language, stories),
                ),
                feeds: self.feed_links(language, path),
                latest: words::latest(language),
                stories: shown.collect(),
            },
        )
    }
}

impl Pages<'_> {
    /// None where the site has no address: then it has no feeds.
    fn feed_links(&self, language: Language, from: &str) -> Vec<Link> {
        if !self.are_addressed() {
            return Vec::new();
        }
        let FeedPaths { rss, atom, json } = FeedPaths::of(language);
        let feeds = [
            ("application/rss+xml", rss),
            ("application/atom+xml", atom),
            ("application/feed+json", json),
        ];
        let link = |(mime, path): (&'static str, String)| Link {
            mime,
            href: address::relative(from, &path),
        };
        feeds.into_iter().map(link).collect()
    }
}

fn description(language: Language, stories: &[Listed]) -> String {
    let newest: Vec<_> =
        stories.iter().take(DESCRIBING).map(|story| story.headline.as_str()).collect();
    match newest.is_empty() {
        true => words::latest(language).to_owned(),
        false => format!("{}: {}", words::latest(language), newest.join("; ")),
    }
}
