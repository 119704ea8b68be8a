//! Which addresses a link may lead to.

use url::{Host, Url};

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// To another site.
    Web,
    /// To a mailbox.
    Mail,
    /// Within the site or the page.
    Site,
}

/// Only something to compare with: no real address lies under `invalid` (RFC 2606).
const SITE: &str = "https://site.invalid/a/";

/// Where an address leads, read as a browser reads it; none when a page may not link there: other
/// schemes than http, https and mailto, hosts that are an IP address in any notation, the reader's
/// own machine, and `//host`, which is a file share for a page that was opened from a disk.
pub(crate) fn reach(address: &str) -> Option<Reach> {
    match Url::parse(address) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => {
            is_public(url.host()?).then_some(Reach::Web)
        }
        Ok(url) => (url.scheme() == "mailto").then_some(Reach::Mail),
        Err(url::ParseError::RelativeUrlWithoutBase) => {
            let site = Url::parse(SITE).ok()?;
            let url = site.join(address).ok()?;
            (url.origin() == site.origin()).then_some(Reach::Site)
        }
        Err(_) => None,
    }
}

fn is_public(host: Host<&str>) -> bool {
    let Host::Domain(name) = host else { return false };
    let name = name.trim_end_matches('.');
    name != "localhost" && !name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::{Reach, reach};

    #[test]
    fn web_mail_and_the_site_itself_may_be_linked() {
        assert_eq!(reach("https://example.org/a?b#c"), Some(Reach::Web));
        assert_eq!(reach("HTTP://EXAMPLE.ORG"), Some(Reach::Web));
        assert_eq!(reach("mailto:desk@example.org"), Some(Reach::Mail));
        for address in ["#top", "../uk/a.html", "/a", "", "?page=2", "a b"] {
            assert_eq!(reach(address), Some(Reach::Site), "{address}");
        }
    }

    #[test]
    fn other_schemes_are_refused_however_written() {
        for address in [
            "javascript:alert(1)",
            " JaVa\nScript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "tauri://localhost/x",
            "asset://x/y",
            "smb://server/share",
            "file:///etc/passwd",
            "ftp://example.org/",
            "vbscript:x",
            "C:\\x",
        ] {
            assert_eq!(reach(address), None, "{address}");
        }
    }

    #[test]
    fn hosts_that_are_addresses_or_this_machine_are_refused() {
        for address in [
            "http://127.0.0.1/",
            "https://8.8.8.8",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://１２７.0.0.1/",
            "http://127.0.0.1./",
            "http://[::1]/",
            "http:127.0.0.1",
            "http:\\\\127.0.0.1",
            "http://user@127.0.0.1/",
            "http://localhost:8080/",
            "http://LOCALHOST./",
            "http://%6cocalhost/",
            "http://desk.localhost/",
            "//127.0.0.1/",
            "//example.org/",
            "\\\\server\\share",
            "/\\server",
            "http://[",
            "https://",
        ] {
            assert_eq!(reach(address), None, "{address}");
        }
    }
}
