//! Exported pages and their style against the Nu Html Checker (https://validator.github.io).

use std::env;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::site::Site;
use crate::cli::{Desk, root, text};

/// A page with faults, to see that the checker looks.
const BROKEN: &str = "broken.html";

#[test]
fn the_checker_has_nothing_to_say_about_any_exported_page() {
    let Some(mut checker) = checker() else { return };
    let sample = Desk::sample();
    sample.run("export --to site");
    let own = Desk::with_tram_museum();
    own.ok("export");
    own.ok("hold tram-museum --lang en --note Checking --by Edyta");
    own.ok("export");
    let mut files = Vec::new();
    for site in [Site::of(&sample), Site::of(&own)] {
        let listed = site.listed().into_iter();
        let checked = listed.filter(|path| path.ends_with(".html") || path.ends_with(".css"));
        files.extend(checked.map(|path| site.0.join(path)));
    }
    assert!(files.len() >= 16, "only {} files were exported", files.len());
    let broken = own.file(BROKEN, "<!doctype html><title>Broken</title><p><b>open");
    checker.args(["--format", "json", "--also-check-css", &broken]).args(&files);
    let output = checker.output().expect("java starts");
    let report: Value = serde_json::from_slice(&output.stderr)
        .unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));
    let messages = report["messages"].as_array().unwrap().iter().map(in_words);
    let (expected, messages): (Vec<_>, Vec<_>) = messages.partition(|said| said.contains(BROKEN));
    assert!(!expected.is_empty(), "the checker overlooks a page that is broken");
    assert!(messages.is_empty(), "{}", messages.join("\n"));
    println!("{} files, no message", files.len());
}

/// The checker, where Java and the jar are; a server of continuous integration must have both.
fn checker() -> Option<Command> {
    let jar = root().join("node_modules/vnu-jar/build/dist/vnu.jar");
    let missing = if !has_java() {
        "Java is missing: run `tools/setup.sh pages`"
    } else if !jar.is_file() {
        "the checker is missing: run `npm ci`"
    } else {
        let mut java = Command::new("java");
        java.arg("-jar").arg::<PathBuf>(jar);
        return Some(java);
    };
    assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "{missing}");
    println!("skipped: {missing}");
    None
}

fn has_java() -> bool {
    Command::new("java").arg("-version").output().is_ok_and(|output| output.status.success())
}

fn in_words(message: &Value) -> String {
    let kind = text(&message["type"]);
    let line = &message["lastLine"];
    format!("{} line {line}, {kind}: {}", text(&message["url"]), text(&message["message"]))
}
