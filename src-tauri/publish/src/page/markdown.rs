//! The page of an edition as Markdown with front matter, under Hugo's names
//! (<https://gohugo.io/content-management/front-matter/>) and those that import reads.

use jiff::Timestamp;
use serde::Serialize;
use shpalta_language::date::When;
use shpalta_language::{Language, typography};
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::publication::Withdrawal;
use shpalta_text::{Lead, Picture, Surroundings, paragraph, portable};

use super::Pages;
use super::article::{Article, credit, modified, section_name, shown_tags};
use super::left::under_way;
use super::links::{Place, foreign_note};
use super::marked::{Marked, spelling};
use super::notice;
use super::photos::first_in;
use crate::address;

/// What is around a page: where it was before, what it waits for, and where its links lead.
pub(crate) struct Ways<'a> {
    pub aliases: Vec<String>,
    /// When the original was corrected, if that has not come to the text.
    pub awaited: Option<Timestamp>,
    /// By slug.
    pub place: &'a dyn Fn(&str) -> Option<Place>,
}

/// Values that JSON writes are values of YAML, too.
struct FrontMatter(String);

impl FrontMatter {
    fn new() -> Self {
        Self("---\n".to_owned())
    }

    /// Leaves out what is empty.
    fn list(self, name: &str, values: &[String]) -> Self {
        if values.is_empty() { self } else { self.any(name, &values) }
    }

    fn words(self, name: &str, words: Option<&str>) -> Self {
        match words.map(|words| words.replace(char::is_control, " ")) {
            Some(words) if !words.is_empty() => self.any(name, &words),
            _ => self,
        }
    }

    fn any(self, name: &str, value: &impl Serialize) -> Self {
        let value = serde_json::json!(value);
        Self(format!("{}{name}: {value}\n", self.0))
    }

    /// Dates have no quotes, so that they are dates.
    fn date(self, name: &str, date: Option<&str>) -> Self {
        match date {
            Some(date) => Self(format!("{}{name}: {date}\n", self.0)),
            None => self,
        }
    }

    fn then(self, body: &str) -> String {
        format!("{}---\n\n{}\n", self.0, body.trim_end())
    }
}

impl Pages<'_> {
    /// The page of an edition.
    pub(crate) fn markdown(&self, article: &Article<'_>, ways: &Ways<'_>) -> String {
        let Article { story, language, text, details, path, published, .. } = *article;
        let machine = |when| self.moment(language, when).machine;
        let place = details.place.as_ref().map(spelling);
        let source = details.source.as_ref().map(spelling);
        let authors: Vec<_> = details.authors.iter().map(|one| spelling(&one.name)).collect();
        let shown = &article.photos.shown;
        let first = first_in(&text.body, shown.keys()).and_then(|hash| shown.get(&hash));
        let images: Vec<_> = first.iter().map(|photo| format!("/{}", photo.path)).collect();
        let front = FrontMatter::new()
            .words("title", Some(&typography::polish_headline(language, &text.headline)))
            .words("description", Some(&typography::polish(language, &text.lead)))
            .date("date", Some(&machine(published)))
            .date("lastmod", modified(story, text).map(|at| machine(When::Instant(at))).as_deref())
            .words("slug", address_of(path))
            .words("url", Some(&format!("/{path}")))
            .list("aliases", &ways.aliases)
            .words("translationKey", Some(&story.slug))
            .any("original", &story.original)
            .words("dateline", place.as_deref())
            .words("source", source.as_deref())
            .list("authors", &authors)
            .list("categories", section_name(article).as_slice())
            .list("tags", &shown_tags(article))
            .list("images", &images);
        let front = match story.views.filter(|_| self.site.shows_views) {
            Some(views) => front.any("views", &views),
            None => front,
        };
        let waits = ways.awaited.map(|at| paragraph(&under_way(language, at)));
        let notes = text.notes.iter().map(|note| paragraph(&self.note(language, note).line()));
        let parts: Vec<_> =
            waits.into_iter().chain(notes).chain([body(article, ways.place)]).collect();
        front.then(&parts.join("\n"))
    }

    /// The notice in place of a page: no list names it.
    pub(crate) fn markdown_notice(
        &self,
        language: Language,
        story: &str,
        path: &str,
        withdrawal: &Withdrawal,
    ) -> String {
        let notice = notice::words_of(language, withdrawal);
        let reason = notice::reason(withdrawal).map(|note| Marked::note(language, note).text);
        FrontMatter::new()
            .words("title", Some(notice.trim_end_matches('.')))
            .date("date", Some(&self.moment(language, When::Instant(withdrawal.at)).machine))
            .words("url", Some(&format!("/{path}")))
            .words("translationKey", Some(&format!("{story}.{}", language.code())))
            .any("build", &serde_json::json!({ "list": "never" }))
            .any("sitemap", &serde_json::json!({ "disable": true }))
            .then(&reason.map(|reason| paragraph(&reason)).unwrap_or_default())
    }
}

fn body(article: &Article<'_>, place: &dyn Fn(&str) -> Option<Place>) -> String {
    let Article { language, path, .. } = *article;
    let picture = |address: &str| {
        let hash = MediaHash::from_hex(address.strip_prefix("media:")?)?;
        let photo = article.photos.shown.get(&hash)?;
        let credit = credit(article, hash);
        Some(Picture { src: address::relative(path, &photo.path), credit })
    };
    let lead = |slug: &str| {
        let place = place(slug)?;
        let note = (place.language != language).then(|| foreign_note(language, place.language));
        let href = address::relative(path, &place.path);
        Some(Lead { href, note: note.map(|note| format!(" {note}")) })
    };
    let polish = |words: &str| typography::polish(language, words);
    portable(&article.text.body, &Surroundings { picture: &picture, lead: &lead, polish: &polish })
}

/// What an edition's page goes by.
fn address_of(path: &str) -> Option<&str> {
    path.rsplit('/').next()?.strip_suffix(".html")
}
