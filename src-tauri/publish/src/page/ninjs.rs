//! What a page says as IPTC ninjs 3.1 (<https://iptc.org/standards/ninjs/>), for newsrooms and
//! programs that take the story on. Its `uri` is the edition's own and outlives every address.

use serde_json::{Value, json};
use shpalta_language::Language;
use shpalta_language::date::When;
use shpalta_newsroom::id::EditionId;
use shpalta_newsroom::publication::Withdrawal;

use super::article::{Article, Context, shown_tags};
use super::listed::day_begins;
use super::marked::spelling;
use super::photos::Preview;
use super::{Pages, links, structured};
use crate::address;
use crate::error::Error;

const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

/// Where the ninjs of a page stands: beside it.
pub fn path(page: &str) -> String {
    format!("{}.json", page.strip_suffix(".html").unwrap_or(page))
}

impl Pages<'_> {
    /// None where the site has no address: all links are absolute.
    pub(super) fn ninjs(
        &self,
        article: &Article<'_>,
        edition: EditionId,
        context: &Context,
    ) -> Result<Option<String>, Error> {
        let Some(url) = self.absolute(article.path) else { return Ok(None) };
        let Article { story, language, text, details, .. } = *article;
        let moment = |at| self.moment(language, When::Instant(at)).machine;
        let people = details.authors.iter().map(|author| spelling(&author.name));
        let people: Vec<_> = people.collect();
        let mut bodies = vec![json!({
            "role": "main",
            "contentType": "text/html",
            "value": self.with_absolute_links(article.path, &links::unlinked(&context.body)),
        })];
        bodies.extend(context.notes.iter().map(|note| {
            json!({ "role": "correction", "contentType": "text/plain", "value": note.line() })
        }));
        let subject = |rel: &str, name: &String| json!({ "rel": rel, "name": name });
        let keywords = shown_tags(article);
        let section = context.section.iter().map(|section| subject("section", &section.name));
        let tags = keywords.iter().map(|name| subject("keyword", name));
        let mut told = json!({
            "uri": uri(edition),
            "standard": standard(),
            "type": "text",
            "representationType": "full",
            "pubStatus": "usable",
            "language": language.code(),
            "firstCreated": moment(day_begins(article.published)),
            "versionCreated": moment(text.approved),
            "slugline": story.slug,
            "altIds": [{ "role": "story", "value": format!("urn:uuid:{}", story.id) }],
            "headlines": [{ "role": "main", "value": context.headline }],
            "descriptions": [{ "role": "lead", "value": context.lead }],
            "bodies": bodies,
            "people": people.iter().map(|name| json!({ "rel": "author", "name": name }))
                .collect::<Vec<_>>(),
            "subjects": section.chain(tags).collect::<Vec<_>>(),
            "renditions": [{ "name": "web", "href": url, "contentType": "text/html" }],
            "associations": picture(&self.previews(article.photos)).into_iter()
                .collect::<Vec<_>>(),
        });
        let site = self.site.name.get(&language).filter(|name| !name.is_empty());
        for (key, value) in [
            ("by", Some(people.join(", ")).filter(|by| !by.is_empty())),
            ("located", details.place.as_ref().map(spelling)),
            ("copyrightHolder", site.cloned()),
        ] {
            if let Some(value) = value {
                told[key] = json!(value);
            }
        }
        if let Some(source) = details.source.as_ref().map(spelling) {
            told["infoSources"] = json!([{ "role": "source", "name": source }]);
        }
        written(&told).map(Some)
    }

    /// Tells whoever took a page's story on that it is withdrawn; none where the site has no
    /// address.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn canceled(
        &self,
        language: Language,
        edition: EditionId,
        withdrawal: &Withdrawal,
    ) -> Result<Option<String>, Error> {
        if !self.are_addressed() {
            return Ok(None);
        }
        let told = json!({
            "uri": uri(edition),
            "standard": standard(),
            "type": "text",
            "pubStatus": "canceled",
            "language": language.code(),
            "versionCreated": self.moment(language, When::Instant(withdrawal.at)).machine,
        });
        written(&told).map(Some)
    }

    /// HTML that says the same wherever it is shown.
    fn with_absolute_links(&self, page: &str, html: &str) -> String {
        let (media, site) =
            (address::relative(page, address::MEDIA), self.absolute(address::MEDIA));
        match site.filter(|_| html.contains(&media)) {
            Some(site) => structured::in_tags(html, |tag| {
                tag.replace(&format!("\"{media}"), &format!("\"{site}"))
                    .replace(&format!(", {media}"), &format!(", {site}"))
            }),
            None => html.to_owned(),
        }
    }
}

fn uri(edition: EditionId) -> String {
    format!("urn:uuid:{edition}")
}

fn standard() -> Value {
    json!({ "name": "ninjs", "version": "3.1", "schema": SCHEMA })
}

fn picture(previews: &[Preview]) -> Option<Value> {
    let rendition = |preview: &Preview| {
        let (width, height) = preview.size();
        json!({
            "name": format!("{width}x{height}"),
            "href": preview.href(),
            "contentType": "image/jpeg",
            "width": width,
            "height": height,
        })
    };
    let first = previews.first()?;
    Some(json!({
        "name": "main picture",
        "rel": "featured",
        "uri": first.href(),
        "type": "picture",
        "renditions": previews.iter().map(rendition).collect::<Vec<_>>(),
    }))
}

fn written(told: &Value) -> Result<String, Error> {
    serde_json::to_string_pretty(told)
        .map(|json| json + "\n")
        .map_err(|error| Error::Template(error.to_string()))
}
