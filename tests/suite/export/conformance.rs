//! Every page of the newspaper before those who judge pages for a living.

use std::path::PathBuf;

use shpalta_tests::axe;
use shpalta_tests::validators::{Checker, package};

use super::newspaper::{CORRECTED, Newspaper, WITHDRAWN, newspaper};
use super::site::Site;
use crate::cli::Desk;

/// The files of a site whose names end so.
fn files(site: &Site, endings: &[&str]) -> Vec<PathBuf> {
    let listed = site.listed().into_iter();
    let judged = listed.filter(|path| endings.iter().any(|ending| path.ends_with(ending)));
    judged.map(|path| site.0.join(path)).collect()
}

/// Has a checker look at the newspaper, at the sample newsroom's site, which has no address, and at
/// a page that is broken, which it must see.
fn finds_nothing(checker: &Checker, endings: &[&str], fault: &str) {
    let paper = newspaper();
    let sample = Desk::sample();
    sample.run("export --to site");
    let broken = paper.file("broken.html", "<!DOCTYPE html><title>Broken</title><p><b>open");
    let mut all = files(&paper.site, endings);
    assert_eq!(
        all.len(),
        paper.pages() + endings.len() - 1,
        "pages, and a style if it is asked for"
    );
    all.extend(files(&Site::of(&sample), endings));
    all.push(broken);
    let (expected, found): (Vec<_>, Vec<_>) =
        checker.look_at(&all).into_iter().partition(|said| said.contains("broken.html"));
    assert!(expected.iter().any(|said| said.contains(fault)), "not seen: {expected:?}");
    assert!(found.is_empty(), "{}", found.join("\n"));
    println!("{} files, nothing found", all.len() - 1);
}

#[test]
fn the_nu_checker_has_nothing_to_say_about_any_exported_page() {
    let Some(checker) = Checker::nu() else { return };
    finds_nothing(&checker, &[".html", ".css"], "Unclosed element");
}

#[test]
fn html_validate_has_nothing_to_say_about_any_exported_page() {
    let Some(checker) = Checker::html_validate() else { return };
    finds_nothing(&checker, &[".html"], "close-order");
}

/// An article, a front page, another list and a notice of each language.
fn kinds(paper: &Newspaper) -> Vec<String> {
    let languages = ["uk", "en", "ru"];
    let articles = languages.map(|language| paper.path(CORRECTED, language));
    let fronts = ["index.html", "en/index.html", "ru/index.html"].map(str::to_owned);
    let notices = languages.map(|language| paper.path(WITHDRAWN, language));
    let lists = ["section/society.html", "en/corrections.html", "ru/corrections.html"];
    [articles, fronts, lists.map(str::to_owned), notices].concat()
}

#[cfg(target_os = "linux")]
mod browser {
    use std::fs;

    use shpalta_tests::browser::{Browser, Policy, View};
    use shpalta_tests::cli::binary::target;
    use shpalta_tests::validators::{self, Verdict};

    use super::*;
    use crate::export::newspaper::{ADDRESS, BEHIND, HELD, LONG, TABLE};

    /// A browser that keeps to the pages' policy, with all that the site has.
    fn open(site: &Site) -> Option<Browser> {
        let mut browser = Browser::open(Policy::Kept)?;
        for path in site.listed() {
            browser.put(&path, fs::read(site.0.join(&path)).unwrap());
        }
        Some(browser)
    }

    /// Shows a page; what it did beyond that.
    fn show(browser: &mut Browser, site: &Site, path: &str) -> Vec<String> {
        let told = browser.show(path, &site.read(path));
        browser.put(path, site.read(path));
        told
    }

    /// What axe finds on the page that is shown.
    fn found(browser: &mut Browser, script: &str) -> Vec<String> {
        browser.evaluate(format_args!("{script};0"));
        let found = browser.evaluate(axe::FINDINGS);
        serde_json::from_value(found).expect("a list of findings")
    }

    #[test]
    fn axe_finds_nothing_and_the_policy_forbids_nothing_on_any_page() {
        let Some(script) = package(axe::SCRIPT).map(|file| axe::script(&file)) else { return };
        let paper = newspaper();
        let Some(mut browser) = open(&paper.site) else { return };
        let mut pages = paper.site.pages();
        assert_eq!(pages.len(), paper.pages());
        // What leads on at once is no page that anybody could look at; authors' pages differ in
        // nothing but words.
        let leading = paper.site.of_kind("redirect");
        let some = |path: &str| !path.contains("author/") || path.contains("author/hanna");
        pages.retain(|path| !leading.contains(path) && some(path));
        let mut faults = Vec::new();
        for view in [View::ALL[0], View::ALL[2]] {
            browser.look(view);
            for path in &pages {
                let mut told = show(&mut browser, &paper.site, path);
                told.extend(found(&mut browser, &script));
                faults.extend(told.iter().map(|fault| format!("{path}, {}: {fault}", view.name)));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        println!("{} pages, twice, nothing found", pages.len());
    }

    /// What axe and the policy must see, were it there.
    #[test]
    fn what_a_page_must_not_have_is_seen() {
        let Some(script) = package(axe::SCRIPT).map(|file| axe::script(&file)) else { return };
        let paper = newspaper();
        let Some(mut browser) = open(&paper.site) else { return };
        let path = paper.path(CORRECTED, "en");
        let page = paper.site.read(&path);
        for (raw, expected) in [
            ("<p style=\"color:red\">red</p>", "against the policy"),
            ("<script>document.title = ''</script>", "against the policy"),
            ("<img src=\"https://outside.example/a.png\" alt=\"\">", "against the policy"),
            ("<h4></h4>", "empty-heading"),
            ("<ul><p>a</p></ul>", "list"),
        ] {
            let html = page.replacen("<h1>", &format!("{raw}<h1>"), 1);
            let mut told = browser.show(&path, &html);
            told.extend(found(&mut browser, &script));
            assert!(told.iter().any(|one| one.contains(expected)), "{raw}: {told:#?}");
        }
    }

    /// Lighthouse's own figure of speed wobbles on a machine that is busy: `make bench` prints it.
    #[test]
    fn lighthouse_gives_a_hundred_to_a_page_of_each_kind_and_language() {
        let paper = newspaper();
        let kinds = kinds(&paper);
        // A front page is asked for by its folder.
        let pages: Vec<_> = kinds.iter().map(|path| path.trim_end_matches("index.html")).collect();
        let Some(verdicts) = validators::lighthouse(&paper.site.0, ADDRESS, &pages) else { return };
        assert_eq!(verdicts.len(), kinds.len());
        for (path, page) in kinds.iter().zip(&pages) {
            let is_notice = paper.site.read(path).contains("content=\"noindex\"");
            for category in ["accessibility", "best-practices", "seo"] {
                let verdict = &verdicts[*page][category];
                let meant = |fault: &String| is_notice && fault.starts_with("is-crawlable");
                assert!(verdict.score == 1.0 || is_notice, "{path}: {verdict:#?}");
                assert!(verdict.faults.iter().all(meant), "{path}: {verdict:#?}");
            }
        }
        println!("{} pages, each a hundred", kinds.len());
    }

    #[test]
    #[ignore = "a figure for people: `make bench`"]
    fn speed_of_a_page_of_each_kind_and_language() {
        let paper = newspaper();
        let kinds = kinds(&paper);
        let pages: Vec<_> = kinds.iter().map(String::as_str).collect();
        let Some(verdicts) = validators::lighthouse(&paper.site.0, ADDRESS, &pages) else { return };
        for (path, verdict) in &verdicts {
            let Verdict { score, faults } = &verdict["performance"];
            println!("{path:<44} {:>4.0} of 100  {}", score * 100.0, faults.join("; "));
        }
    }

    #[test]
    fn lighthouse_sees_what_is_wrong() {
        let paper = newspaper();
        let path = paper.path(CORRECTED, "en");
        let faulty = paper.site.read(&path).replace(" lang=\"en\"", "");
        let folder = paper.file(&format!("faulty/{path}"), &faulty);
        let folder = folder.ancestors().nth(path.split('/').count()).unwrap();
        let Some(verdicts) = validators::lighthouse(folder, ADDRESS, &[&path]) else { return };
        let sees = |category: &str, audit: &str| {
            let verdict = &verdicts[&path][category];
            verdict.score < 1.0 && verdict.faults.iter().any(|fault| fault.starts_with(audit))
        };
        assert!(sees("accessibility", "html-has-lang"), "{verdicts:#?}");
        assert!(sees("best-practices", "errors-in-console"), "{verdicts:#?}");
    }

    /// Pages of which something may look wrong.
    fn states(paper: &Newspaper) -> [String; 4] {
        [(BEHIND, "ru"), (HELD, "en"), (LONG, "uk"), (TABLE, "uk")]
            .map(|(slug, language)| paper.path(slug, language))
    }

    /// Pictures for people: `make screens`.
    #[test]
    #[ignore = "for people to look at"]
    fn screens_of_the_newspaper() {
        let paper = newspaper();
        let Some(mut browser) = open(&paper.site) else { return };
        let folder = target().join("screens/pages");
        fs::create_dir_all(&folder).unwrap();
        for view in View::ALL {
            browser.look(view);
            for path in kinds(&paper).into_iter().chain(states(&paper)) {
                assert_eq!(show(&mut browser, &paper.site, &path), [""; 0]);
                browser.evaluate("document.fonts.ready.then(() => 0)");
                let name = format!("{}-{}.png", path.replace('/', "-"), view.name);
                fs::write(folder.join(name), browser.picture()).unwrap();
            }
        }
        println!("{}", folder.display());
    }
}
