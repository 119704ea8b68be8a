//! The front page of a language: its newest stories.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use shpalta_language::date::{When, kyiv};
use shpalta_language::{Language, page as words};

use super::card::{Card, Kind};
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
    pub place: Option<String>,
    pub published: When,
}

#[derive(Serialize)]
struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    card: Card,
    latest: &'static str,
    stories: Vec<Story>,
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
            place: article.content_location.map(|place| place.name),
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
                latest: words::latest(language),
                stories: shown.collect(),
            },
        )
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
