//! Which element of the page is meant.

use serde_json::json;

use super::driver::{Answer, Driver, Element};

/// What an element is found by. `"nav a"` is a CSS selector; `("button", "Затвердити")` a role and
/// a name as assistive technology hears them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By<'a> {
    Css(&'a str),
    Role(&'a str, &'a str),
}

impl<'a> From<&'a str> for By<'a> {
    fn from(css: &'a str) -> Self {
        Self::Css(css)
    }
}

impl<'a> From<&'a String> for By<'a> {
    fn from(css: &'a String) -> Self {
        Self::Css(css)
    }
}

impl<'a> From<(&'a str, &'a str)> for By<'a> {
    fn from((role, name): (&'a str, &'a str)) -> Self {
        Self::Role(role, name)
    }
}

/// The elements that have a role by their nature, unless they claim another
/// (<https://www.w3.org/TR/html-aam-1.0/>).
const NATURAL: [(&str, &str); 21] = [
    ("article", "article"),
    ("button", "button, summary, input:is([type=button], [type=submit], [type=reset])"),
    ("checkbox", "input[type=checkbox]"),
    ("columnheader", "th"),
    ("combobox", "select:not([multiple], [size])"),
    ("dialog", "dialog"),
    ("group", "fieldset, details"),
    ("heading", "h1, h2, h3, h4, h5, h6"),
    ("img", "img"),
    ("link", "a[href]"),
    ("list", "ul, ol"),
    ("listbox", "select:is([multiple], [size])"),
    ("listitem", "li"),
    ("main", "main"),
    ("navigation", "nav"),
    ("progressbar", "progress"),
    ("radio", "input[type=radio]"),
    ("region", "section"),
    ("searchbox", "input[type=search]"),
    ("table", "table"),
    (
        "textbox",
        "textarea, input:is(:not([type]), [type=text], [type=email], [type=url], [type=tel])",
    ),
];

const SHOWN: &str = "
    const shown = element => element.checkVisibility({ visibilityProperty: true });
    return [...document.querySelectorAll(arguments[0])].filter(shown);";

impl By<'_> {
    /// The elements that are shown now.
    pub fn shown<'d>(&self, driver: &'d Driver) -> Answer<Vec<Element<'d>>> {
        match self {
            Self::Css(css) => driver.elements(SHOWN, &[json!(css)]),
            Self::Role(role, name) => {
                let mut named = Vec::new();
                for element in driver.elements(SHOWN, &[json!(css_of(role))])? {
                    if is_called(&element, name)? {
                        named.push(element);
                    }
                }
                Ok(named)
            }
        }
    }
}

/// Whether an element has this name. WebKit lets a field's own content be part of its name where
/// the label stands around the field, which the standard does not
/// (<https://www.w3.org/TR/accname-1.2/#comp_embedded_control>).
fn is_called(element: &Element<'_>, name: &str) -> Answer<bool> {
    let said = element.name()?;
    let Some(rest) = said.strip_prefix(name) else { return Ok(false) };
    Ok(rest.is_empty() || (rest.starts_with(' ') && rest.trim() == element.content()?.trim()))
}

fn css_of(role: &str) -> String {
    let natural = NATURAL.iter().find(|(known, _)| *known == role);
    let natural = natural.map(|(_, css)| format!(", :is({css}):not([role])")).unwrap_or_default();
    format!("[role={role}]{natural}")
}
