//! Pages: templates, and what they are filled with.

pub mod article;
pub mod front;
mod left;
pub mod notice;
pub mod photos;
mod structured;
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

pub use versions::Versions;

use crate::address;
use crate::error::Error;

/// Path of the one stylesheet.
pub const STYLE: &str = "style.css";

/// The stylesheet.
pub const CSS: &str = include_str!("../templates/style.css");

const TEMPLATES: [(&str, &str); 7] = [
    ("base.html", include_str!("../templates/base.html")),
    ("alternates.html", include_str!("../templates/alternates.html")),
    ("switch.html", include_str!("../templates/switch.html")),
    ("under_way.html", include_str!("../templates/under_way.html")),
    ("article.html", include_str!("../templates/article.html")),
    ("notice.html", include_str!("../templates/notice.html")),
    ("front.html", include_str!("../templates/front.html")),
];

/// What makes pages.
pub struct Pages<'a> {
    templates: Environment<'static>,
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
    title: String,
    site: String,
    home: String,
    style: String,
    skip: &'static str,
}

impl<'a> Pages<'a> {
    /// Pages of a site, in Kyiv's time.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn new(site: &'a Site) -> Result<Self, Error> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::Html);
        templates.set_formatter(escaped);
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
        templates.set_syntax(syntax.build().map_err(|error| template(&error))?);
        for (name, source) in TEMPLATES {
            templates.add_template(name, source).map_err(|error| template(&error))?;
        }
        Ok(Self { templates, site, zone: date::kyiv() })
    }

    fn render(&self, name: &str, context: impl Serialize) -> Result<String, Error> {
        let template_of = self.templates.get_template(name).map_err(|error| template(&error))?;
        template_of.render(Serde(context)).map_err(|error| template(&error))
    }

    fn frame(&self, language: Language, path: &str, title: &str) -> Frame {
        let name = self.site.name.get(&language).map_or("", String::as_str);
        Frame {
            language: language.code(),
            title: if name.is_empty() { title.to_owned() } else { format!("{title} • {name}") },
            site: if name.is_empty() { words::home(language) } else { name }.to_owned(),
            home: address::relative(path, &address::front(language)),
            style: address::relative(path, STYLE),
            skip: words::skip(language),
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

fn template(error: &minijinja::Error) -> Error {
    Error::Template(format!("{error:#}"))
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
