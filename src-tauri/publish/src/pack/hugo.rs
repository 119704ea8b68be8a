//! The site as Markdown that Hugo builds: a page of content for each edition, the photos, and as
//! much of a Hugo site as it takes to build it. Whoever has a site takes `content` and `static`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use shpalta_language::{Language, page as words};
use shpalta_newsroom::Error as NewsroomError;
use shpalta_newsroom::id::{ContentHash, EditionId};
use shpalta_newsroom::publication::{Dossier, EditionDossier, Target};
use shpalta_newsroom::setting::Site;

use super::Archive;
use crate::address;
use crate::error::Error;
use crate::export::{Outcome, Source, published};
use crate::manifest::{Entry, Files, Kind};
use crate::page::article::Article;
use crate::page::links::Place;
use crate::page::markdown::Ways;
use crate::page::photos::{Photos, Placed};
use crate::page::{Pages, SHARED, Versions};

/// What shows the content, by path.
const LAYOUTS: [(&str, &str); 4] = [
    ("layouts/_default/baseof.html", include_str!("../../templates/hugo/baseof.html")),
    ("layouts/_default/single.html", include_str!("../../templates/hugo/single.html")),
    ("layouts/_default/list.html", include_str!("../../templates/hugo/list.html")),
    (
        "layouts/_default/_markup/render-image.html",
        include_str!("../../templates/hugo/render-image.html"),
    ),
];

/// The text stands as it was approved: no quotation mark is changed, no address made a link. Images
/// that stand alone are blocks of their own.
const MARKUP: &str = "\
[markup.goldmark.extensions]
linkify = false

[markup.goldmark.extensions.typographer]
disable = true

[markup.goldmark.parser]
wrapStandAloneImageWithinParagraph = false
";

/// What an export of the site has come to, as content is made of it.
pub(super) struct Garden<'a, S> {
    source: &'a S,
    site: &'a Site,
    pages: &'a Pages<'a>,
    folder: &'a Path,
    outcome: &'a Outcome,
    /// Pages and what leads to them, by slug.
    stories: BTreeMap<String, Vec<Entry>>,
    rows: BTreeMap<EditionId, ContentHash>,
}

impl<'a, S: Source> Garden<'a, S> {
    /// Of the files of a folder that an export has just made.
    pub fn new(
        source: &'a S,
        (site, pages): (&'a Site, &'a Pages<'a>),
        folder: &'a Path,
        outcome: &'a Outcome,
        files: Files,
    ) -> Self {
        let mut stories = BTreeMap::<String, Vec<Entry>>::new();
        for entry in files.into_values() {
            if entry.kind.is_page() || entry.kind == Kind::Redirect {
                stories.entry(entry.story.clone().unwrap_or_default()).or_default().push(entry);
            }
        }
        let rows = outcome.rows.iter().filter_map(|row| Some((row.edition, row.content?)));
        Self { source, site, pages, folder, outcome, stories, rows: rows.collect() }
    }

    /// # Errors
    /// Those of reading; `text_changed` of the newsroom where somebody approved another text while
    /// the export ran.
    pub fn put(&self, archive: &mut Archive) -> Result<(), Error> {
        archive.add("hugo.toml", config(self.site).as_bytes())?;
        for (path, layout) in LAYOUTS {
            archive.add(path, layout.as_bytes())?;
        }
        for (slug, entries) in &self.stories {
            let Some(story) = self.source.story_named(slug)? else { continue };
            let dossier = self.source.dossier(story)?;
            for entry in entries.iter().filter(|entry| entry.kind.is_page()) {
                let edition = dossier.editions.iter().find(|one| Some(one.language) == entry.lang);
                let Some(edition) = edition else { continue };
                let Some(page) = self.page(&dossier, edition, entry)? else { continue };
                let path =
                    format!("content/news/{}.{}.md", file_name(slug), edition.language.code());
                archive.add(&path, page.as_bytes())?;
            }
        }
        let shared = SHARED.iter().map(|(path, _)| *path);
        // Photos that differ in what they tell on their maker alone are one file.
        let photos: BTreeSet<_> = self.outcome.photos.values().map(String::as_str).collect();
        for path in shared.chain(photos) {
            archive.add(&format!("static/{path}"), &super::read(self.folder, path)?)?;
        }
        Ok(())
    }

    fn page(
        &self,
        dossier: &Dossier,
        edition: &EditionDossier,
        entry: &Entry,
    ) -> Result<Option<String>, Error> {
        let (language, path, story) = (edition.language, entry.path.as_str(), &dossier.story);
        if entry.kind == Kind::Notice {
            let notice = edition.withdrawal.as_ref().map(|withdrawal| {
                self.pages.markdown_notice(language, &story.slug, path, withdrawal)
            });
            return Ok(notice);
        }
        let went_out = self.rows.get(&edition.edition);
        let text = edition.approved.as_ref().filter(|text| went_out == Some(&text.content));
        let text = text.ok_or(NewsroomError::TextChanged)?;
        let shown = edition.page.media.keys().filter_map(|hash| {
            let path = self.outcome.photos.get(hash)?.clone();
            Some((*hash, Placed { path, ..Placed::default() }))
        });
        let article = Article {
            story,
            language,
            text: &text.text,
            details: &edition.page,
            path,
            versions: &Versions::default(),
            photos: &Photos { shown: shown.collect(), ..Photos::default() },
            published: published(dossier, text, &Target::Copy(String::new()), text.text.since),
        };
        let place = |slug: &str| self.place(slug, language);
        let aliases = self.aliases(&story.slug, language);
        let ways = Ways {
            aliases,
            awaited: edition.awaited.map(|correction| correction.at),
            place: &place,
        };
        Ok(Some(self.pages.markdown(&article, &ways)))
    }

    /// Where readers of a language find a story.
    fn place(&self, slug: &str, reader: Language) -> Option<Place> {
        Place::languages(reader).into_iter().find_map(|language| {
            let mut of = self.of(slug, language);
            let page = of.find(|entry| entry.kind == Kind::Page)?;
            Some(Place { path: page.path.clone(), language })
        })
    }

    /// Where the page of an edition used to be. Hugo takes them to stand below the language.
    fn aliases(&self, slug: &str, language: Language) -> Vec<String> {
        let redirects = self.of(slug, language).filter(|entry| entry.kind == Kind::Redirect);
        let below = redirects
            .map(|entry| entry.path.strip_prefix(address::folder(language)).unwrap_or(&entry.path));
        below.map(|path| format!("/{path}")).collect()
    }

    fn of(&self, slug: &str, language: Language) -> impl Iterator<Item = &Entry> {
        let story = self.stories.get(slug).into_iter().flatten();
        story.filter(move |entry| entry.lang == Some(language))
    }
}

/// A file's name. One called `index` would have Hugo take the whole folder for one page.
fn file_name(slug: &str) -> String {
    match slug {
        "index" | "_index" => format!("{slug}-page"),
        _ => slug.to_owned(),
    }
}

/// Strings that JSON writes are strings of TOML, too.
fn config(site: &Site) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let name = |language| site.name.get(&language).map_or(words::home(language), String::as_str);
    let url = site.url.as_deref().unwrap_or("/");
    let mut config = format!(
        "baseURL = {}\ntitle = {}\ndefaultContentLanguage = \"uk\"\n\
         disableKinds = [\"section\"]\nbuildFuture = true\n\n\
         [taxonomies]\nauthor = \"authors\"\ncategory = \"categories\"\ntag = \"tags\"\n\n",
        quoted(&format!("{}/", url.trim_end_matches('/'))),
        quoted(name(Language::Uk)),
    );
    for (language, weight) in Language::ALL.into_iter().zip(1..) {
        let code = language.code();
        config += &format!(
            "[languages.{code}]\nweight = {weight}\ntitle = {}\n\n\
             [languages.{code}.params]\ntongue = {}\nskip = {}\nswitch = {}\nnewer = {}\n\
             older = {}\n\n",
            quoted(name(language)),
            quoted(words::language_name(language)),
            quoted(words::skip(language)),
            quoted(words::language_switch(language)),
            quoted(words::newer(language)),
            quoted(words::older(language)),
        );
    }
    config + MARKUP
}
