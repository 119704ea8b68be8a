//! A page that needs nothing beside it: style and photos are in it, and links lead to the site or,
//! where it has no address, nowhere.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::read;
use crate::error::Error;
use crate::page::STYLE;
use crate::page::structured::in_tags;

/// By this a page of ours is known.
pub(super) const GENERATOR: &str = "<meta name=\"generator\" content=\"Shpalta\">";

/// Photos are not wider than this if there is a smaller one: most mail is read on a telephone.
const WIDEST: u32 = 960;

/// Attributes of an image that say which file to load, and when: all is there.
const WAITING: [&str; 5] = ["srcset", "sizes", "loading", "decoding", "fetchpriority"];

/// What a page is made into a letter with.
pub(super) struct Letter<'a> {
    pub folder: &'a Path,
    /// Its path below the folder.
    pub page: &'a str,
    pub url: Option<&'a str>,
}

impl Letter<'_> {
    /// # Errors
    /// Those of reading what the page shows.
    pub fn of(&self, html: &str) -> Result<String, Error> {
        let style = String::from_utf8_lossy(&read(self.folder, STYLE)?).into_owned();
        let hash = BASE64.encode(Sha256::digest(&style));
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'\">"
        );
        let (mut failed, mut policies, mut plain) = (None, 0, false);
        let html = in_tags(html, |tag| {
            let is = |beginning: &str| tag.starts_with(beginning);
            if is("<meta charset") {
                return format!("{tag}\n{GENERATOR}");
            } else if is("<meta http-equiv=\"Content-Security-Policy\"") {
                policies += 1;
                return if policies == 1 { policy.clone() } else { String::new() };
            } else if is("<link rel=\"stylesheet\"") {
                return format!("<style>{style}</style>");
            } else if is("<source") || is("<link rel=\"icon\"") {
                return String::new();
            } else if is("<img") {
                return self.image(tag).unwrap_or_else(|error| {
                    failed = Some(error);
                    String::new()
                });
            } else if is("<a ") || is("<link rel=\"alternate\"") {
                let linked = self.linked(tag);
                plain = is("<a ") && linked.is_none();
                return linked.unwrap_or_else(|| match plain {
                    true => "<span>".to_owned(),
                    false => String::new(),
                });
            } else if is("</a>") && std::mem::take(&mut plain) {
                return "</span>".to_owned();
            }
            tag.to_owned()
        });
        failed.map_or(Ok(html), Err)
    }

    /// The tag of an image that is in it.
    fn image(&self, tag: &str) -> Result<String, Error> {
        let src = chosen(tag);
        let path = below(self.page, src);
        let bytes = read(self.folder, &path)?;
        let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("png") => "png",
            Some("webp") => "webp",
            Some("gif") => "gif",
            _ => "jpeg",
        };
        let data = format!("data:image/{kind};base64,{}", BASE64.encode(bytes));
        let tag = WAITING.iter().fold(tag.to_owned(), |tag, name| without(&tag, name));
        let old = attribute(&tag, "src").unwrap_or_default().to_owned();
        Ok(tag.replacen(&format!(" src=\"{old}\""), &format!(" src=\"{data}\""), 1))
    }

    /// The tag with a link that works anywhere; none where there is none.
    fn linked(&self, tag: &str) -> Option<String> {
        let href = attribute(tag, "href")?;
        if href.starts_with('#') || href.contains(':') {
            return Some(tag.to_owned());
        }
        let to = crate::address::absolute(self.url?, &below(self.page, href));
        Some(tag.replacen(&format!(" href=\"{href}\""), &format!(" href=\"{to}\""), 1))
    }
}

/// The address of the largest file of an image that is not too wide.
fn chosen(tag: &str) -> &str {
    let src = attribute(tag, "src").unwrap_or_default();
    let candidates = attribute(tag, "srcset").unwrap_or_default().split(", ");
    let widths = candidates.filter_map(|candidate| {
        let (address, width) = candidate.rsplit_once(' ')?;
        Some((width.strip_suffix('w')?.parse::<u32>().ok()?, address))
    });
    widths.filter(|(width, _)| *width <= WIDEST).max().map_or(src, |(_, address)| address)
}

/// The path that a link of a page means.
fn below(page: &str, link: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    folders.join("/")
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn without(tag: &str, name: &str) -> String {
    match attribute(tag, name) {
        Some(value) => tag.replacen(&format!(" {name}=\"{value}\""), "", 1),
        None => tag.to_owned(),
    }
}
