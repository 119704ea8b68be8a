//! What stands where a page used to be: it leads on to where the page is now.

use serde::Serialize;
use shpalta_language::{Language, page as words, typography};

use super::{Frame, Pages, Versions};
use crate::address;
use crate::error::Error;

#[derive(Serialize)]
struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    to: String,
    canonical: Option<String>,
    moved: String,
    go: &'static str,
}

impl Pages<'_> {
    /// The page at `from` that leads to the one at `to`.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn redirect(&self, language: Language, from: &str, to: &str) -> Result<String, Error> {
        let moved = words::moved(language);
        let url = self.site.url.as_deref();
        self.render(
            "redirect.html",
            Context {
                frame: self.frame(language, from, moved),
                versions: Versions::default().switch(language, from, url),
                to: address::relative(from, to),
                canonical: self.absolute(to),
                moved: typography::polish_headline(language, moved),
                go: words::go_to_new_address(language),
            },
        )
    }

    /// What a server is told of redirects, by old path: a line for each, as Netlify and Cloudflare
    /// Pages read it (<https://docs.netlify.com/routing/redirects/>); the first two words of a line
    /// are what a map of Apache or nginx is made of.
    pub fn redirect_map<'p>(&self, leads: impl Iterator<Item = (&'p str, &'p str)>) -> String {
        let root = self.site.url.as_deref().map_or("", below_host);
        leads.map(|(from, to)| format!("{root}/{from} {root}/{to} 301\n")).collect()
    }
}

/// The path of an address, without a slash at its end.
fn below_host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("", |at| rest[at..].trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_may_stand_below_its_host() {
        assert_eq!(below_host("https://example.org"), "");
        assert_eq!(below_host("https://example.org/"), "");
        assert_eq!(below_host("https://example.org/new/desk/"), "/new/desk");
    }
}
