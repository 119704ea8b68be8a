//! A page that stays as it was last exported while its sister pages come and go: only its language
//! switch, its alternates and the notice of a correction under way are made anew.
//!
//! The page in the folder is the only source, so a copy in another folder is mended as truly as
//! the site. Our templates begin each part on a line of its own, and nothing of a story can forge
//! such a line: its text is escaped, and its HTML comes after them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use shpalta_language::{Language, date, page as words, typography};

use super::{Pages, Versions, structured};
use crate::error::Error;

const ALTERNATE: &str = "<link rel=\"alternate\"";
const CANONICAL: &str = "<link rel=\"canonical\" href=\"";
const HEAD_END: &str = "</head>";
const STYLE: &str = "<link rel=\"stylesheet\"";
const SWITCH: &str = "<nav class=\"languages\"";
const SWITCH_END: &str = "</nav>";
const UNDER_WAY: &str = "<p class=\"under-way\"";
const META: &str = "<p class=\"meta\">";

impl Pages<'_> {
    /// The page mended; `awaited` is when the original was corrected, if that has not come to it. A
    /// page that is not of our making comes back as it is.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn left(
        &self,
        html: &str,
        language: Language,
        path: &str,
        versions: &Versions,
        awaited: Option<Timestamp>,
    ) -> Result<String, Error> {
        let url = self.site.url.as_deref();
        let versions_of = BTreeMap::from([("versions", versions.switch(language, path, url))]);
        let alternates = self.render("alternates.html", &versions_of)?;
        let switch = self.render("switch.html", &versions_of)?;
        let notice = match awaited {
            Some(at) => {
                let notice = BTreeMap::from([("notice", under_way(language, at))]);
                self.render("under_way.html", notice)?
            }
            None => String::new(),
        };
        let html = &*at_home(html, path, url);
        let mended = mended(html, &alternates, &switch, &notice);
        let Some(mut article) = structured::in_page(&mended) else { return Ok(mended) };
        article.name_versions(versions, url);
        Ok(structured::replaced(&mended, &article)?.unwrap_or(mended))
    }
}

/// What readers of a language are told of a correction of the original that has not come to it.
pub(super) fn under_way(language: Language, corrected: Timestamp) -> String {
    let clock = date::clock(corrected, &date::kyiv());
    typography::polish(language, &words::correction_under_way(language, &clock))
}

/// The page that calls itself by the site's address as it is now: all of a head leads to one site.
fn at_home<'h>(html: &'h str, path: &str, url: Option<&str>) -> Cow<'h, str> {
    let called = html.split_once(CANONICAL).and_then(|(_, rest)| rest.split_once('"'));
    let before = called.and_then(|(called, _)| called.strip_suffix(path)?.strip_suffix('/'));
    let now = url.map(|url| url.trim_end_matches('/'));
    match (before, now, html.split_once(HEAD_END)) {
        (Some(before), Some(now), Some((head, body))) if before != now => {
            // The site itself ends with its name, what is on it goes on.
            let moved = ["/", "\""].iter().fold(head.to_owned(), |head, next| {
                head.replace(&format!("{before}{next}"), &format!("{now}{next}"))
            });
            Cow::Owned([&moved, HEAD_END, body].concat())
        }
        _ => Cow::Borrowed(html),
    }
}

/// A mark that mending needs and a page lacks.
pub(super) fn missing_mark(html: &str) -> Option<&'static str> {
    let stands = |mark: &str| html.lines().any(|line| line.starts_with(mark));
    [STYLE, SWITCH, META].into_iter().find(|mark| !stands(mark))
}

fn mended(html: &str, alternates: &str, switch: &str, notice: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut lines = html.split_inclusive('\n');
    let mut notice = Some(notice);
    while let Some(line) = lines.next() {
        if line.starts_with(ALTERNATE) || line.starts_with(UNDER_WAY) {
            continue;
        }
        if line.starts_with(SWITCH) {
            lines.by_ref().find(|line| line.starts_with(SWITCH_END));
            out.push_str(switch);
            continue;
        }
        out.push_str(line);
        if line.starts_with(STYLE) {
            out.push_str(alternates);
        } else if line.starts_with(META) {
            out.push_str(notice.take().unwrap_or_default());
        }
    }
    out
}
