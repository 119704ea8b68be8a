//! Pages with payloads in every field that a page shows. A story's texts for other places (search,
//! push …) are in none: what makes a page is not even given them.

use jiff::Timestamp;
use shpalta_language::date::When;
use shpalta_language::{Language, section};
use shpalta_newsroom::id::{EditionId, MediaHash, StoryId};
use shpalta_newsroom::names::Spelt;
use shpalta_newsroom::publication::{
    Byline, ChangeKind, MediaFacts, PageDetails, PageText, PublicNote, Withdrawal, WithdrawalKind,
};
use shpalta_newsroom::setting::Site;
use shpalta_newsroom::story::Story;
use shpalta_publish::address;
use shpalta_publish::page::article::Article;
use shpalta_publish::page::list::{List, ListPage};
use shpalta_publish::page::listed::Listed;
use shpalta_publish::page::photos::{Photos, Placed};
use shpalta_publish::page::{Pages, Theme, Versions};
use shpalta_tests::payloads;
use shpalta_text::Section;
use uuid::Uuid;

/// How many fields show one text: headline, lead, place, source, section, note, and the site's
/// name. An article takes as many payloads, one for each of them; the other fields take all.
pub(super) const SINGLE: usize = 7;

/// A page of the site.
pub(super) struct Page {
    pub(super) path: String,
    pub(super) html: String,
}

/// The path of the photo: each payload has one, and all of them look alike.
pub(super) const PHOTO: &str = "media/photo.png";

/// Whether the body of a page has payloads, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    Full,
    Plain,
}

fn photo(number: u8) -> MediaHash {
    MediaHash([number; 32])
}

fn now() -> Timestamp {
    crate::cli::NOON.parse().unwrap()
}

fn site(payload: &str) -> Site {
    let name = Language::ALL.map(|language| (language, payload.to_owned()));
    let url = Some("https://shpalta.example".to_owned());
    Site { url, name: name.into(), folder: None, server: None, shows_views: true, has_avif: false }
}

fn versions(story: &str) -> Versions {
    let path = |language| (language, address::article(language, story).unwrap());
    Versions { paths: Language::ALL.map(path).into(), original: None }
}

/// The page of a story: one payload in each [`SINGLE`] field, all of them in authors, tags, and
/// everything that a full body has.
pub(super) fn article(number: usize, payloads: &[String], of: Body) -> Page {
    let language = Language::ALL[number % 3];
    let name = format!("story-{number}");
    let path = address::article(language, &name).unwrap();
    let mut fields = payloads.iter().cycle().cloned();
    let mut field = || fields.next().unwrap();
    let change = match number.is_multiple_of(2) {
        true => ChangeKind::Correction,
        false => ChangeKind::Clarification,
    };
    let text = PageText {
        headline: field(),
        lead: field(),
        body: match of {
            Body::Full => {
                let background = section::word(language, Section::Background);
                payloads::body(payloads, background, |of| photo(of).to_string())
            }
            Body::Plain => "Слово.".to_owned(),
        },
        approved: now(),
        since: now(),
        change,
        notes: vec![PublicNote { change, at: now(), text: field() }],
    };
    let spelt = |name| Spelt { name, language };
    let byline = |name| Byline { name: spelt(name), key: "author".to_owned(), photo: None };
    let details = PageDetails {
        place: Some(spelt(field())),
        source: Some(spelt(field())),
        authors: payloads.iter().cloned().map(byline).collect(),
        media: payloads.iter().zip(0..).map(|(payload, of)| (photo(of), facts(payload))).collect(),
    };
    let story = story(language, field(), payloads);
    let site = site(&field());
    let article = Article {
        story: &story,
        language,
        text: &text,
        details: &details,
        path: &path,
        versions: &versions(&name),
        photos: &photos(payloads),
        published: When::Instant(now()),
    };
    let page = Pages::new(&site, Theme::default())
        .unwrap()
        .article(&article, EditionId(Uuid::nil()))
        .unwrap();
    Page { path, html: page.html }
}

/// The notice in place of a withdrawn page, whose reason is all payloads.
pub(super) fn notice(number: usize, payloads: &[String]) -> Page {
    let language = Language::ALL[number % 3];
    let name = format!("notice-{number}");
    let path = address::article(language, &name).unwrap();
    let withdrawal =
        Withdrawal { kind: WithdrawalKind::Held, at: now(), note: Some(payloads.join(" ")) };
    let site = site(&payloads[0]);
    let pages = Pages::new(&site, Theme::default()).unwrap();
    let html = pages.notice(language, &path, &versions(&name), &withdrawal).unwrap();
    Page { path, html }
}

/// The front page of stories whose pages these are.
pub(super) fn front(number: usize, articles: &[Page], payload: &str) -> Page {
    let language = Language::ALL[number % 3];
    let path = address::front(language);
    let listed = articles.iter().map(|page| Listed::in_page(&page.path, &page.html).unwrap());
    let site = site(payload);
    let pages = Pages::new(&site, Theme::default()).unwrap();
    let stories: Vec<_> = listed.collect();
    let page = ListPage {
        list: List::Latest,
        language,
        part: None,
        parts: 0,
        versions: versions("front"),
        stories,
        sections: Vec::new(),
    };
    let html = pages.list(&page).unwrap();
    Page { path, html }
}

fn story(original: Language, section: String, tags: &[String]) -> Story {
    Story {
        id: StoryId(Uuid::nil()),
        slug: "story".to_owned(),
        original,
        place: None,
        source: None,
        authors: Vec::new(),
        when: None,
        section: Some(section),
        tags: tags.to_vec(),
        embargo: None,
        views: Some(1911),
        first_published: None,
    }
}

fn facts(credit: &str) -> MediaFacts {
    MediaFacts {
        extension: "png".to_owned(),
        size: Some((1, 1)),
        credit: Some(credit.to_owned()),
        ends: None,
        waits: None,
    }
}

fn photos(payloads: &[String]) -> Photos {
    let size = Some((1, 1));
    let placed = |of| (photo(of), Placed { path: PHOTO.to_owned(), size, ..Placed::default() });
    let shown = payloads.iter().zip(0..).map(|(_, of)| placed(of)).collect();
    Photos { shown, ..Photos::default() }
}
