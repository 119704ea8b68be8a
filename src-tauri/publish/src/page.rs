//! Pages: templates, and what they are filled with.

pub mod article;
mod card;
pub mod feed;
mod left;
pub mod links;
pub mod list;
pub mod listed;
pub(crate) mod markdown;
mod marked;
pub mod ninjs;
mod note;
pub mod notice;
pub mod photos;
mod redirect;
pub mod sitemap;
pub(crate) mod structured;
pub mod theme;
pub mod versions;

use jiff::tz::TimeZone;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{
    AutoEscape, Environment, Output, State, UndefinedBehavior, Value, escape_formatter,
};
use serde::Serialize;
use shpalta_language::Language;
use shpalta_language::date::{self, When};
use shpalta_language::{page as words, typography};
use shpalta_newsroom::setting::Site;

use list::{Link, List};
pub use theme::Theme;
pub use versions::Versions;

use crate::address;
use crate::error::Error;

/// Path of the one stylesheet.
pub const STYLE: &str = "style.css";

/// The stylesheet.
pub const CSS: &str = include_str!("../templates/style.css");

/// Path of the site's icon. Browsers ask for one; without it they are told of an error.
pub const ICON: &str = "icon.svg";

/// The built-in files that all pages share, by path.
pub const SHARED: [(&str, &str); 2] = [(STYLE, CSS), (ICON, include_str!("../templates/icon.svg"))];

/// What a page may load: its style and photos, from the site. Nothing runs; JSON-LD is data, which
/// no policy is asked about (HTML Standard, "Prepare the script element"). Nothing connects
/// either, but in a page's name Lighthouse asks for the site's `robots.txt`.
///
/// The second repeats a part of the first. The Nu checker looks at the last policy only; it takes
/// JSON-LD for a script, and each file of a folder for a site of its own.
pub const POLICIES: [&str; 2] = [
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
     form-action 'none'",
    "base-uri 'none'; form-action 'none'",
];

/// Most characters of a page's title: more are not shown in results of a search.
const LONGEST_TITLE: usize = 70;

const TEMPLATES: [(&str, &str); 15] = [
    ("base.html", include_str!("../templates/base.html")),
    ("card.html", include_str!("../templates/card.html")),
    ("alternates.html", include_str!("../templates/alternates.html")),
    ("switch.html", include_str!("../templates/switch.html")),
    ("under_way.html", include_str!("../templates/under_way.html")),
    ("article.html", include_str!("../templates/article.html")),
    ("note.html", include_str!("../templates/note.html")),
    ("notice.html", include_str!("../templates/notice.html")),
    ("list.html", include_str!("../templates/list.html")),
    ("redirect.html", include_str!("../templates/redirect.html")),
    ("feed.xml", include_str!("../templates/feed.xml")),
    ("atom.xml", include_str!("../templates/atom.xml")),
    ("sitemap.xml", include_str!("../templates/sitemap.xml")),
    ("sitemaps.xml", include_str!("../templates/sitemaps.xml")),
    ("news.xml", include_str!("../templates/news.xml")),
];

/// What makes pages.
pub struct Pages<'a> {
    templates: Environment<'static>,
    theme: Theme,
    site: &'a Site,
    zone: TimeZone,
}

/// A moment as a page shows it: for people and for machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    pub stamp: String,
    pub machine: String,
}

/// What every page has around its text.
#[derive(Serialize)]
struct Frame {
    language: &'static str,
    /// None where whoever serves the page brings one.
    policies: &'static [&'static str],
    title: String,
    site: String,
    home: String,
    style: String,
    icon: String,
    skip: &'static str,
    corrections: Link,
}

impl<'a> Pages<'a> {
    /// Pages of a site, in Kyiv's time.
    ///
    /// # Errors
    /// [`Error::Theme`] for a template that cannot be read, [`Error::Template`].
    pub fn new(site: &'a Site, theme: Theme) -> Result<Self, Error> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::Html);
        templates.set_formatter(escaped);
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
        templates.set_syntax(syntax.build().map_err(|error| theme.error(&error))?);
        for (name, source) in TEMPLATES {
            templates.add_template(name, source).map_err(|error| theme.error(&error))?;
        }
        for (name, source) in theme.templates() {
            templates
                .add_template_owned(name.to_owned(), source.to_owned())
                .map_err(|error| theme.error(&error))?;
        }
        templates.set_fuel(Some(theme::FUEL));
        Ok(Self { templates, theme, site, zone: date::kyiv() })
    }

    /// The files that all pages share, by path.
    pub fn shared(&self) -> [(&'static str, &str); 2] {
        SHARED.map(|(path, file)| (path, self.theme.file(path).unwrap_or(file)))
    }

    fn render(&self, name: &str, context: impl Serialize) -> Result<String, Error> {
        let template = self.templates.get_template(name);
        let page = template.and_then(|template| template.render(Serde(context)));
        page.map_err(|error| self.theme.error(&error))
    }

    fn frame(&self, language: Language, path: &str, title: &str) -> Frame {
        let name = self.site.name.get(&language).map_or("", String::as_str);
        Frame {
            language: language.code(),
            policies: &POLICIES,
            title: titled(title, name),
            site: if name.is_empty() { words::home(language) } else { name }.to_owned(),
            home: address::relative(path, &address::front(language)),
            style: address::relative(path, STYLE),
            icon: address::relative(path, ICON),
            skip: words::skip(language),
            corrections: Link {
                href: address::relative(path, &List::Corrections.path(language, None)),
                name: words::corrections(language).to_owned(),
            },
        }
    }

    fn moment(&self, language: Language, when: When) -> Moment {
        let stamp = date::stamp(language, when, &self.zone);
        Moment {
            stamp: typography::polish(language, &stamp),
            machine: date::machine(when, &self.zone),
        }
    }

    /// The address of a file for machines, if the site has one.
    fn absolute(&self, path: &str) -> Option<String> {
        self.site.url.as_deref().map(|url| address::absolute(url, path))
    }
}

/// A page's title: with the site's name where both have room; cut after a word where even alone it
/// has none.
fn titled(title: &str, site: &str) -> String {
    let whole = format!("{title} • {site}");
    let fits = |text: &str| text.chars().count() <= LONGEST_TITLE;
    if !site.is_empty() && fits(&whole) {
        return whole;
    }
    if fits(title) {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST_TITLE - 1).collect();
    let words = cut.rfind(char::is_whitespace).map_or(cut.as_str(), |end| &cut[..end]);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// All text is escaped. Attributes are always in double quotes, so apostrophes and slashes stay
/// readable.
fn escaped(out: &mut Output, state: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    let Some(text) = value.as_str().filter(|_| !value.is_safe()) else {
        return escape_formatter(out, state, value);
    };
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        })?;
        rest = &rest[at + 1..];
    }
    Ok(out.write_str(rest)?)
}

#[cfg(test)]
mod tests;
