//! Addresses: where files stand below the site's folder, and links between them.

use shpalta_language::Language;

use crate::error::Error;

/// The folder of photos.
pub(crate) const MEDIA: &str = "media/";

/// Long enough for any headline, short enough for any file system.
const LONGEST_ADDRESS: usize = 200;

/// Path of an article or notice: `news/ADDRESS.html`, below the language's folder.
///
/// # Errors
/// [`Error::BadAddress`] unless the address is made of ASCII letters, digits, `-` and `_`.
pub fn article(language: Language, address: &str) -> Result<String, Error> {
    if !is_plain(address) {
        return Err(Error::BadAddress(address.to_owned()));
    }
    Ok(format!("{}news/{address}.html", folder(language)))
}

/// Whether a file may be named so.
pub(crate) fn is_plain(address: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !address.is_empty() && address.len() <= LONGEST_ADDRESS && address.bytes().all(plain)
}

/// Path of a language's front page.
pub fn front(language: Language) -> String {
    format!("{}index.html", folder(language))
}

/// Ukrainian stands at the root, as at the agency.
pub(crate) fn folder(language: Language) -> &'static str {
    match language {
        Language::Uk => "",
        Language::En => "en/",
        Language::Ru => "ru/",
    }
}

/// The link from one file of the site to another.
pub fn relative(from: &str, to: &str) -> String {
    let shared = from
        .bytes()
        .zip(to.bytes())
        .take_while(|(a, b)| a == b)
        .enumerate()
        .filter(|(_, (byte, _))| *byte == b'/')
        .last()
        .map_or(0, |(at, _)| at + 1);
    let up = from[shared..].matches('/').count();
    format!("{}{}", "../".repeat(up), &to[shared..])
}

/// The link to a file from anywhere; a front page goes by its folder.
pub fn absolute(url: &str, path: &str) -> String {
    let path = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    format!("{}/{path}", url.trim_end_matches('/'))
}

/// Whether a path stays below the folder it is joined to and hides nothing: what a manifest from
/// another hand may not make us write or remove.
pub fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.');
    !path.contains(['\\', ':', '\0']) && path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn articles_stand_where_the_agency_puts_them() {
        let path = |language| article(language, "zustrich").unwrap();
        assert_eq!(path(Language::Uk), "news/zustrich.html");
        assert_eq!(path(Language::En), "en/news/zustrich.html");
        assert_eq!(path(Language::Ru), "ru/news/zustrich.html");
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in
            ["", "..", "../x", "a/b", "/etc", ".hidden", "a b", "a.html", "умєров", "a\\b"]
        {
            assert!(article(Language::En, address).is_err(), "{address}");
        }
        assert!(article(Language::En, &"a".repeat(201)).is_err());
    }

    #[test]
    fn links_are_relative_to_the_page_they_stand_on() {
        for (from, to, link) in [
            ("news/a.html", "news/b.html", "b.html"),
            ("news/a.html", "en/news/a.html", "../en/news/a.html"),
            ("en/news/a.html", "ru/news/a.html", "../../ru/news/a.html"),
            ("en/news/a.html", "en/index.html", "../index.html"),
            ("en/news/a.html", "news/a.html", "../../news/a.html"),
            ("index.html", "en/index.html", "en/index.html"),
            ("index.html", "style.css", "style.css"),
            ("ru/news/a.html", "ru/news/ab.html", "ab.html"),
        ] {
            assert_eq!(relative(from, to), link, "{from} → {to}");
        }
    }

    #[test]
    fn a_front_page_goes_by_its_folder() {
        let of = |path| absolute("https://example.org/", path);
        assert_eq!(of("index.html"), "https://example.org/");
        assert_eq!(of("en/index.html"), "https://example.org/en/");
        assert_eq!(of("news/index.html"), "https://example.org/news/");
        assert_eq!(of("news/a-index.html"), "https://example.org/news/a-index.html");
    }

    #[test]
    fn paths_that_leave_or_hide_are_refused() {
        assert!(stays_inside("en/news/a.html"));
        for path in ["../a", "/a", "a//b", "a/../../b", ".git/config", "a\\b", "C:a", "a/"] {
            assert!(!stays_inside(path), "{path}");
        }
    }
}
