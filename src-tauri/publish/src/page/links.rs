//! Links from story to story. A text names the story; its page leads to where readers find that in
//! their language, else to the Ukrainian page and says so, else it has the words alone.
//!
//! The story’s name stays beside each link, so a page can be linked anew without being made anew:
//! nothing of a story can forge such a tag, for its text is escaped and its HTML has our tags only.

use std::collections::BTreeSet;

use shpalta_language::{Language, page as words};

use crate::address;

/// How links begin and end: those that lead to a page, and those that do not.
const FORMS: [(&str, &str); 2] =
    [("<a data-story=\"", "</a>"), ("<data value=\"story:", "</data>")];

/// What says that the page is in another language.
const FOREIGN: &str = "<small>";

/// Where readers of a page find a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Of its page, below the folder.
    pub path: String,
    pub language: Language,
}

impl Place {
    /// The languages of the pages that readers of a language are led to, the better first.
    pub const fn languages(reader: Language) -> [Language; 2] {
        [reader, Language::Uk]
    }
}

/// A link to a story in a page.
struct Link<'h> {
    /// Slug.
    story: &'h str,
    words: &'h str,
}

/// The stories that a page links to, by slug.
pub fn named(html: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    each(html, |_, link| {
        named.insert(link.story.to_owned());
    });
    named
}

/// The page of a language at a path with its links leading to where `place` says.
pub fn linked<'p>(
    html: &str,
    language: Language,
    path: &str,
    place: impl Fn(&str) -> Option<&'p Place>,
) -> String {
    each(html, |out, Link { story, words }| {
        let Some(place) = place(story) else {
            out.push_str(&format!("<data value=\"story:{story}\">{words}</data>"));
            return;
        };
        let href = address::relative(path, &place.path);
        let (tongue, note) = match place.language == language {
            true => Default::default(),
            false => foreign(language, place.language),
        };
        let link = format!("<a data-story=\"{story}\" href=\"{href}\"{tongue}>{words}{note}</a>");
        out.push_str(&link);
    })
}

/// What a link to a page in another language has besides.
fn foreign(reader: Language, page: Language) -> (String, String) {
    let note = foreign_note(reader, page);
    (format!(" hreflang=\"{}\"", page.code()), format!("{FOREIGN} {note}</small>"))
}

/// What says to a reader that a page is in another language.
pub(super) fn foreign_note(reader: Language, page: Language) -> &'static str {
    match page {
        Language::Uk => words::in_ukrainian(reader),
        Language::En | Language::Ru => words::language_name(page),
    }
}

/// HTML whose links to stories are left out but for their words.
pub fn unlinked(html: &str) -> String {
    each(html, |out, link| out.push_str(link.words))
}

/// The page with each of its links to stories as it is written anew.
fn each(html: &str, mut write: impl FnMut(&mut String, Link<'_>)) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, link, after)) = next(rest) {
        out.push_str(before);
        write(&mut out, link);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The first link, what stands before it and what after it.
fn next(html: &str) -> Option<(&str, Link<'_>, &str)> {
    let (at, begin, end) = html.match_indices('<').find_map(|(at, _)| {
        let form = FORMS.iter().find(|(begin, _)| html[at..].starts_with(begin))?;
        Some((at, form.0, form.1))
    })?;
    let (story, rest) = html[at + begin.len()..].split_once('"')?;
    let (_, rest) = rest.split_once('>')?;
    let (words, after) = rest.split_once(end)?;
    let words = words.split_once(FOREIGN).map_or(words, |(words, _)| words);
    Some((&html[..at], Link { story, words }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAW: &str = "<p>a <a data-story=\"b-1\">c <em>d</em></a>, <a href=\"e\">f</a>, \
                       <a data-story=\"g\">h</a></p>";

    fn place(path: &str, language: Language) -> Place {
        Place { path: path.to_owned(), language }
    }

    #[test]
    fn a_link_leads_to_the_page_in_the_readers_language_or_says_which_it_is() {
        let (own, other) =
            (place("en/news/b.html", Language::En), place("news/g.html", Language::Uk));
        let page = linked(RAW, Language::En, "en/news/a.html", |story| match story {
            "b-1" => Some(&own),
            _ => Some(&other),
        });
        assert_eq!(
            page,
            "<p>a <a data-story=\"b-1\" href=\"b.html\">c <em>d</em></a>, <a href=\"e\">f</a>, \
             <a data-story=\"g\" href=\"../../news/g.html\" hreflang=\"uk\">h\
             <small> (in Ukrainian)</small></a></p>"
        );
    }

    #[test]
    fn without_a_page_the_words_stand_alone() {
        let page = linked(RAW, Language::En, "en/news/a.html", |_| None);
        assert!(page.contains("<data value=\"story:b-1\">c <em>d</em></data>"), "{page}");
        assert_eq!(unlinked(&page), "<p>a c <em>d</em>, <a href=\"e\">f</a>, h</p>");
    }

    #[test]
    fn a_page_is_linked_anew_as_if_it_were_made_anew() {
        let uk = place("news/g.html", Language::Uk);
        let place = |state: usize, story: &str| match state {
            0 => None,
            1 => Some(&uk),
            _ => (story == "g").then_some(&uk),
        };
        let of = |html: &str, state: usize| {
            linked(html, Language::Ru, "ru/news/a.html", |story| place(state, story))
        };
        for (before, after) in [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0), (1, 1)] {
            assert_eq!(of(&of(RAW, before), after), of(RAW, after), "{before} → {after}");
        }
        assert_eq!(named(&of(RAW, 1)), ["b-1", "g"].map(String::from).into());
    }

    #[test]
    fn what_does_not_end_is_left_as_it_is() {
        for odd in ["<a data-story=\"b\">c", "<a data-story=\"b", "<data value=\"story:"] {
            assert_eq!(linked(odd, Language::Uk, "a", |_| None), odd);
            assert_eq!(named(odd), BTreeSet::new());
        }
    }
}
