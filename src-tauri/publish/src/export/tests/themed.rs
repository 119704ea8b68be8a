//! A newsroom's own templates and style.

use super::*;
use crate::preview;

impl Scene {
    fn theme(&self, file: &str, text: &str) {
        let folder = self.folder.path().join("theme");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(file), text).unwrap();
    }

    /// Why an export cannot be: file, line and detail.
    fn fault(&self) -> (String, Option<usize>, String) {
        match export(&self.desk, &request(&self.site()), &mut unwatched) {
            Err(Error::Theme { file, line, detail }) => (file, line, detail),
            other => panic!("{other:?}"),
        }
    }
}

fn built_in(name: &str) -> String {
    fs::read_to_string(format!("{}/templates/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn a_theme_stands_in_for_one_file_and_the_others_stay() {
    let scene = Scene::new();
    scene.export();
    let before = scene.read(UK);
    scene.theme("style.css", "body { color: #123 }\n");
    scene.theme("switch.html", &built_in("switch.html").replace("</nav>", "<i>Степ</i>\n</nav>"));
    scene.theme("notes.txt", "not a template: {% broken");
    let outcome = scene.export();
    assert_eq!(scene.read("style.css"), "body { color: #123 }\n");
    assert_eq!(scene.read(UK).replace("<i>Степ</i>\n", ""), before);
    assert!(scene.read("en/index.html").contains("<i>Степ</i>"));
    assert!(outcome.written.iter().any(|path| path == UK));
    fs::remove_dir_all(scene.folder.path().join("theme")).unwrap();
    scene.export();
    assert_eq!(scene.read(UK), before);
    assert_eq!(scene.read("style.css"), crate::page::CSS);
}

#[test]
fn a_broken_template_is_named_with_its_line_before_anything_is_written() {
    let scene = Scene::new();
    scene.export();
    let (before, times) = (scene.read(UK), scene.times());
    let switch = built_in("switch.html");
    for (text, line, detail) in [
        (format!("{switch}{{% if %}}\n"), 6, "syntax error"),
        (switch.replace("link.name", "link.title"), 3, "undefined"),
        (format!("{switch}\n{{{{ versions|shout }}}}\n"), 7, "unknown filter"),
        (format!("{switch}{{% include 'nowhere.html' %}}\n"), 6, "template not found"),
    ] {
        scene.theme("switch.html", &text);
        let fault = scene.fault();
        assert_eq!((&*fault.0, fault.1), ("switch.html", Some(line)), "{}", fault.2);
        assert!(fault.2.contains(detail), "{}", fault.2);
        assert_eq!((scene.read(UK), scene.times()), (before.clone(), times.clone()));
    }
}

#[test]
fn a_template_reads_no_file_and_does_not_run_for_ever() {
    let scene = Scene::new();
    fs::write(scene.folder.path().join("secret"), "SECRET").unwrap();
    let switch = built_in("switch.html");
    for path in ["../secret", "/etc/hostname", "secret"] {
        scene.theme("switch.html", &format!("{switch}{{% include '{path}' %}}\n"));
        assert!(scene.fault().2.contains("template not found"), "{path}");
    }
    let loops = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}";
    scene.theme("switch.html", &format!("{switch}{loops}\n"));
    assert!(scene.fault().2.contains("fuel"), "{}", scene.fault().2);
    scene.theme("switch.html", "{% include 'switch.html' %}\n");
    assert!(scene.fault().2.contains("recursion"), "{}", scene.fault().2);
    assert!(!scene.site().exists());
}

#[test]
fn everything_is_escaped_in_a_theme_too() {
    let mut scene = Scene::new();
    scene.desk.text(Language::En).headline = "<script>alert(1)</script>".to_owned();
    let article = built_in("article.html").replace("<h1>", "<h1 title=\"{{ headline }}\">");
    scene.theme("article.html", &article);
    scene.export();
    assert!(!scene.read(EN).contains("<script>alert"));
}

/// Without these a page is not safe, is in no list, or cannot be mended later.
#[test]
fn what_makes_a_page_whole_cannot_be_left_out() {
    let scene = Scene::new();
    let base = built_in("base.html");
    let policy = "{% for policy in frame.policies %}";
    for (file, text, lacks) in [
        ("base.html", base.replace(policy, "{% for policy in [] %}"), "the policy"),
        ("base.html", base.replace("{% include \"switch.html\" %}", ""), "class=\"languages\""),
        ("article.html", built_in("article.html").replace("structured|safe", "''"), "machines"),
        ("article.html", built_in("article.html").replace("class=\"meta\"", ""), "class=\"meta\""),
    ] {
        scene.theme(file, &text);
        let fault = scene.fault();
        assert!(fault.0 == file && fault.2.contains(lacks), "{fault:?}");
        fs::remove_file(scene.folder.path().join("theme").join(file)).unwrap();
    }
    scene.theme("style.css", &"a".repeat(600 * 1024));
    assert!(scene.fault().2.contains("larger"));
}

#[test]
fn the_preview_shows_the_theme() {
    let folder = tempfile::tempdir().unwrap();
    let (newsroom, _) = crate::sample::furnished(&folder.path().join("newsroom"));
    let theme = folder.path().join("newsroom/theme");
    fs::create_dir_all(&theme).unwrap();
    fs::write(theme.join("style.css"), "p { color: red }").unwrap();
    fs::write(
        theme.join("base.html"),
        built_in("base.html").replace("<main", "<main class=\"own\""),
    )
    .unwrap();
    let at = |path| preview::at(&newsroom, path, instant("2026-03-05T10:00:00Z")).unwrap().unwrap();
    assert_eq!(at("style.css").bytes, b"p { color: red }");
    let page = String::from_utf8(at("night-trains/uk").bytes).unwrap();
    assert!(page.contains("<main class=\"own\""));
}
