//! The site as Markdown, built by Hugo: every story is there with all its words, photos and links.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::newspaper::{LINKING, MOVED, WITHDRAWN, newspaper};
use super::pages::{addresses, target};
use super::site::{Page, Site, UK, plain};
use crate::cli::Desk;
use shpalta_tests::validators::Hugo;

/// What of an article its words stand in.
const WORDS: &str = "h1, .lead, h2, h3, article > p:not([class]), li, blockquote p, \
                     blockquote footer, td, th, figcaption";

fn page(site: &Path, path: &str) -> Page {
    Site(site.to_owned()).page(path)
}

/// All that an article says, without the signs between its parts.
fn said(page: &Page, selector: &str) -> String {
    plain(&page.texts(selector).join(" ")).replace(['↩', '\u{fe0e}', '.'], "")
}

#[test]
fn hugo_builds_the_newspaper_with_every_word_photo_and_link() {
    let Some(hugo) = Hugo::found() else { return };
    let paper = newspaper();
    let copy = Site(paper.copy("for-hugo"));
    let archive = paper.copy("for-hugo.md.zip");
    let built = hugo.build(&archive, &archive.with_file_name("hugo"));
    let articles = copy.of_kind("page");
    assert!(articles.len() > 60, "{} articles", articles.len());
    for path in &articles {
        let (ours, theirs) = (copy.page(path), page(&built, path));
        let whole = said(&theirs, "article");
        for words in ours.texts(WORDS) {
            // The mark of a footnote stands at another place, and a caption ends with a full stop.
            let words = words.replace(['↩', '.'], "");
            assert!(whole.contains(words.trim()), "{path} lacks “{words}”:\n{whole}");
        }
        let photos = |page: &Page| {
            let alts = page.values("article figure img", "alt").into_iter();
            alts.map(|alt| plain(&alt)).collect::<Vec<_>>()
        };
        assert_eq!(photos(&theirs), photos(&ours), "{path}");
        let versions = |page: &Page| page.switch().into_keys().collect::<BTreeSet<_>>();
        assert!(versions(&theirs).is_superset(&versions(&ours)), "{path}");
        assert!(!fs::read_to_string(built.join(path)).unwrap().contains("omitted"), "{path}");
        for address in addresses(&theirs) {
            let from_root = address.strip_prefix('/').map(str::to_owned);
            let Some(target) = from_root.or_else(|| target(path, &address)) else { continue };
            assert!(built.join(&target).exists(), "{path} leads to {target}, which is not there");
        }
    }
    let moved = copy.of_kind("redirect");
    assert!(!moved.is_empty(), "{MOVED} moved");
    for path in moved {
        assert!(built.join(&path).is_file(), "nothing leads on from {path}");
    }
    let withdrawn = page(&built, &paper.path(WITHDRAWN, "uk"));
    assert!(withdrawn.text("main").contains("Організатори перенесли ярмарок"));
    let front = page(&built, "index.html");
    assert!(front.all(".stories li").len() > 20);
    assert!(!front.text("main").contains("перенесли ярмарок"));
    assert_eq!(page(&built, &paper.path(LINKING, "ru")).all("article p a").len(), 1);
}

#[test]
fn what_reads_as_a_template_of_hugo_is_words() {
    let Some(hugo) = Hugo::found() else { return };
    let desk = Desk::new();
    let text = "---\ntitle: \"{{< figure >}} {{ now }}\"\ndescription: \"{{% x %}}\"\n\
                slug: index\n---\n\n{{< figure src=\"a\" >}} {{% no %}} `{{< code >}}`\n\n\
                ## {{ .Site }} {#top}\n\n```\n{{< block\n```\n\n<script>alert(1)</script>\n";
    let file = desk.file("braces.uk.md", text);
    desk.ok(["story", "import", &file, "--by", "Rosa"]);
    desk.ok("approve index --lang uk --by Edyta");
    desk.import_tram_museum();
    desk.pass("tram-museum", "uk");
    desk.run("export --to braces.md.zip");
    let archive = desk.beside("braces.md.zip");
    let built = hugo.build(&archive, &archive.with_file_name("hugo"));
    assert!(built.join(UK).is_file(), "a story called “index” swallowed another");
    let page = page(&built, "news/index.html");
    assert_eq!(page.text("h1"), "{{< figure >}} {{ now }}");
    let article = page.text("article");
    let parts =
        ["{{% x %}}", "{{< figure src=", "{{% no %}}", "{{< code >}}", "{{ .Site }} {#top}"];
    for part in parts {
        assert!(article.contains(part), "no {part}: {article}");
    }
    assert!(article.contains("{{< block") && page.all("script").is_empty(), "{article}");
}
