//! An article of the agency itself, from the corpora: three files and a copied page.

use std::env;
use std::path::PathBuf;

use serde_json::json;

use crate::cli::{Desk, text, texts};

/// The folder of the seed, where the corpora lie.
fn seed() -> Option<PathBuf> {
    let folder = env::var_os("TESTDATA").map(|folder| PathBuf::from(folder).join("seed"));
    if folder.is_none() {
        println!("skipped: TESTDATA names no folder with corpora");
    }
    folder
}

#[test]
fn the_agencys_article_comes_in_as_one_story() {
    let Some(seed) = seed() else { return };
    let desk = Desk::new();
    let file = |language: &str| {
        let file = seed.join(format!("umerov-carignan.{language}.md"));
        file.to_str().unwrap().to_owned()
    };
    let imported = desk.ok(["story", "import", &file("ru"), &file("en"), &file("uk")]);
    assert_eq!(imported["stories"][0]["contradictions"], json!([]));
    let slug = text(&imported["stories"][0]["story"]);
    for (language, place, source) in
        [("uk", "Київ", "УНН"), ("en", "Kyiv", "UNN"), ("ru", "Киев", "УНН")]
    {
        let shown = desk.show(&slug, language);
        assert_eq!(shown["dateline"], json!({ "place": place, "source": source }));
        assert_eq!((&shown["views"], &shown["date"]), (&json!(30209), &json!("2025-01-20")));
        assert_eq!(texts(&shown["authors"]).len(), 1);
        assert_eq!(desk.edition(&slug, language)["behind"], 0, "{language}");
    }
    assert_eq!(desk.ok("author list")["authors"].as_array().unwrap().len(), 1);
    let before = desk.ok("status");
    desk.ok(["story", "import", &file("ru"), &file("en"), &file("uk")]);
    assert_eq!(desk.ok("status"), before);
}

#[test]
fn the_agencys_copied_page_says_what_its_file_says() {
    let Some(seed) = seed() else { return };
    let desk = Desk::new();
    let page = seed.join("article.en.txt");
    let imported = desk.ok(["story", "import", page.to_str().unwrap()]);
    let copied = desk.show(&text(&imported["stories"][0]["story"]), "en");
    let file = seed.join("umerov-carignan.en.md");
    desk.ok(["story", "import", file.to_str().unwrap()]);
    let written = desk.show("umerov-carignan", "en");
    for key in ["headline", "lead", "date", "dateline", "views", "authors"] {
        assert_eq!(copied[key], written[key], "{key}");
    }
    let kinds = |shown: &serde_json::Value| {
        let blocks = shown["blocks"].as_array().unwrap();
        let kinds = blocks.iter().map(|block| text(&block["kind"]));
        kinds.filter(|kind| kind != "image").collect::<Vec<_>>()
    };
    assert_eq!(kinds(&copied), kinds(&written));
}
