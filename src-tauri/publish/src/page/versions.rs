//! The languages that a page is there in: the switch for readers, the alternates for machines.

use std::collections::BTreeMap;

use serde::Serialize;
use shpalta_language::{Language, page as words};

use crate::address;

/// Paths by language: exactly the pages that stand in the folder after the export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Versions {
    pub paths: BTreeMap<Language, String>,
    /// The story's original; a front page has none.
    pub original: Option<Language>,
}

/// The switch and alternates of one page.
#[derive(Serialize)]
pub(super) struct Switch {
    label: &'static str,
    links: Vec<Link>,
    alternates: Vec<Alternate>,
}

#[derive(Serialize)]
struct Link {
    language: &'static str,
    name: &'static str,
    href: String,
    current: bool,
}

#[derive(Serialize)]
pub(super) struct Alternate {
    language: &'static str,
    href: String,
}

impl Versions {
    /// For the page of a language at a path. The page itself is always in its own switch, even if
    /// it is a notice that the other versions do not lead to.
    pub(super) fn switch(&self, language: Language, path: &str, url: Option<&str>) -> Switch {
        let mut shown = self.paths.clone();
        shown.insert(language, path.to_owned());
        let links = shown.iter().map(|(version, to)| Link {
            language: version.code(),
            name: words::language_name(*version),
            href: address::relative(path, to),
            current: *version == language,
        });
        Switch {
            label: words::language_switch(language),
            links: links.collect(),
            alternates: self.alternates(path, url),
        }
    }

    pub(super) fn alternates(&self, from: &str, url: Option<&str>) -> Vec<Alternate> {
        let href = |to: &str| match url {
            Some(url) => address::absolute(url, to),
            None => address::relative(from, to),
        };
        let of = |language: &'static str, to: &str| Alternate { language, href: href(to) };
        let each = self.paths.iter().map(|(version, to)| of(version.code(), to));
        each.chain(self.preferred().map(|to| of("x-default", to))).collect()
    }

    /// For readers of no known language: Ukrainian, else the original, else what there is.
    fn preferred(&self) -> Option<&str> {
        let of = |language| self.paths.get(&language);
        of(Language::Uk)
            .or_else(|| self.original.and_then(of))
            .or_else(|| self.paths.values().next())
            .map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(languages: &[Language]) -> Versions {
        let path = |language: Language| address::article(language, "a").unwrap_or_default();
        let paths = languages.iter().map(|language| (*language, path(*language))).collect();
        Versions { paths, original: Some(Language::Ru) }
    }

    fn alternates(languages: &[Language], url: Option<&str>) -> Vec<(&'static str, String)> {
        let switch = versions(languages).switch(languages[0], "en/news/a.html", url);
        switch.alternates.into_iter().map(|one| (one.language, one.href)).collect()
    }

    #[test]
    fn alternates_are_absolute_when_the_site_has_an_address() {
        let found = alternates(&[Language::Uk, Language::En], Some("https://example.org"));
        let url = |path: &str| format!("https://example.org/{path}");
        assert_eq!(
            found,
            [
                ("uk", url("news/a.html")),
                ("en", url("en/news/a.html")),
                ("x-default", url("news/a.html")),
            ]
        );
    }

    #[test]
    fn without_ukrainian_the_original_is_the_default() {
        let found = alternates(&[Language::En, Language::Ru], None);
        assert_eq!(found[2], ("x-default", "../../ru/news/a.html".to_owned()));
        assert_eq!(alternates(&[Language::En], None)[1], ("x-default", "a.html".to_owned()));
    }

    #[test]
    fn the_switch_lists_the_versions_and_marks_the_current_one() {
        let both = versions(&[Language::Uk, Language::En]);
        let links = both.switch(Language::En, "en/news/a.html", None).links;
        let shown: Vec<_> = links.iter().map(|link| (link.name, link.current)).collect();
        assert_eq!(shown, [("Українська", false), ("English", true)]);
        assert_eq!(links[0].href, "../../news/a.html");
    }
}
