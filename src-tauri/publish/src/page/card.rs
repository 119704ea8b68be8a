//! What search engines and networks show of a page: description, canonical address, Open Graph
//! (<https://ogp.me>) and the size of the card.

use serde::Serialize;
use shpalta_language::Language;

use super::Pages;

#[derive(Serialize)]
pub(super) struct Card {
    kind: &'static str,
    title: String,
    description: String,
    url: Option<String>,
    site: Option<String>,
    locale: &'static str,
    size: &'static str,
}

/// What a page is to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Article,
    List,
}

impl Pages<'_> {
    pub(super) fn card(
        &self,
        kind: Kind,
        language: Language,
        path: &str,
        title: &str,
        description: &str,
    ) -> Card {
        Card {
            kind: match kind {
                Kind::Article => "article",
                Kind::List => "website",
            },
            title: title.to_owned(),
            description: description.to_owned(),
            url: self.absolute(path),
            site: self.site.name.get(&language).filter(|name| !name.is_empty()).cloned(),
            locale: locale(language),
            size: "summary",
        }
    }
}

impl Card {
    /// With a photo that is shown large.
    pub fn with_photo(self) -> Self {
        Self { size: "summary_large_image", ..self }
    }
}

/// Open Graph wants a territory: that of the newsroom's readers, for English that of its spelling.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Uk => "uk_UA",
        Language::En => "en_US",
        Language::Ru => "ru_UA",
    }
}
