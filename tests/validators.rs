//! What others say of exported pages: the Nu Html Checker (<https://validator.github.io>),
//! html-validate (<https://html-validate.org>) and Lighthouse
//! (<https://developer.chrome.com/docs/lighthouse>). axe is in [`crate::axe`].
//!
//! Each is none where it is not installed: then this is said, and the test is to end. A server of
//! continuous integration must have all of them.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;
use serde_json::Value;

use crate::cli::{binary, root, text};

/// Says what is missing; a server of continuous integration must not miss it.
pub fn skipped(missing: &str) {
    assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "{missing}");
    eprintln!("skipped: {missing}");
}

/// Hugo (<https://gohugo.io>), which builds sites of Markdown.
#[derive(Debug)]
pub struct Hugo(PathBuf);

impl Hugo {
    pub fn found() -> Option<Self> {
        let folder = binary::target().join("tools/hugo/bin");
        if !folder.join("hugo").is_file() {
            skipped("Hugo is missing: run `tools/setup.sh pages`");
            return None;
        }
        Some(Self(folder))
    }

    /// Unpacks an archive into a folder and builds what is in it, without a warning; the folder of
    /// what was built.
    pub fn build(&self, archive: &Path, folder: &Path) -> PathBuf {
        let mut unpack = Command::new(self.0.join("python"));
        unpack.args(["-m", "zipfile", "-e"]).arg(archive).arg(folder);
        let mut build = Command::new(self.0.join("hugo"));
        build.args(["--panicOnWarning", "--source"]).arg(folder);
        for mut command in [unpack, build] {
            let output = command.output().expect("it starts");
            assert!(output.status.success(), "{command:?}: {output:?}");
        }
        folder.join("public")
    }
}

/// A program that looks at files.
#[derive(Debug)]
pub struct Checker {
    command: Vec<PathBuf>,
    /// Has the program write its report, and reads what it says.
    read: fn(Command) -> Vec<String>,
}

impl Checker {
    /// The Nu Html Checker: HTML and CSS.
    pub fn nu() -> Option<Self> {
        let jar = package("vnu-jar/build/dist/vnu.jar")?;
        if !Command::new("java").arg("-version").output().is_ok_and(|said| said.status.success()) {
            skipped("Java is missing: run `tools/setup.sh pages`");
            return None;
        }
        Some(Self { command: nu_command(jar), read: said_by_nu })
    }

    /// html-validate with the rules that it recommends, and those for whole documents. The style
    /// needs no hash in each page: it comes from the same place, and may change without them.
    pub fn html_validate() -> Option<Self> {
        let program = package("html-validate/bin/html-validate.mjs")?;
        Some(Self { command: vec!["node".into(), program], read: said_by_html_validate })
    }

    /// The schema of ninjs, wherever it lies.
    pub fn ninjs(schema: &Path) -> Option<Self> {
        package("ajv/dist/2020.js")?;
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("validators/ninjs.js");
        let command = vec!["node".into(), program, schema.to_owned()];
        Some(Self { command, read: said_by_ajv })
    }

    /// What it finds in files: the file, the line and what is wrong.
    pub fn look_at(&self, files: &[PathBuf]) -> Vec<String> {
        assert!(files.iter().all(|file| file.is_file()), "not all are there: {files:?}");
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).args(files);
        (self.read)(command)
    }
}

fn nu_command(jar: PathBuf) -> Vec<PathBuf> {
    let options = ["--format", "json", "--also-check-css"].map(PathBuf::from);
    ["java".into(), "-jar".into(), jar].into_iter().chain(options).collect()
}

fn said_by_nu(mut command: Command) -> Vec<String> {
    let output = command.output().expect("java starts");
    let report = report(&output.stderr, &output);
    let in_words = |message: &Value| {
        let [kind, url, said] = ["type", "url", "message"].map(|key| text(&message[key]));
        format!("{url} line {}, {kind}: {said}", message["lastLine"])
    };
    report["messages"].as_array().expect("messages").iter().map(in_words).collect()
}

fn said_by_ajv(mut command: Command) -> Vec<String> {
    let output = command.output().expect("node starts");
    let report = report(&output.stdout, &output);
    report.as_array().expect("a list of faults").iter().map(text).collect()
}

fn said_by_html_validate(mut command: Command) -> Vec<String> {
    let folder = crate::desk::folder();
    let file = folder.path().join("report.json");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("validators/html-validate.json");
    command.arg("--formatter").arg(format!("json={}", file.display())).arg("--config").arg(rules);
    let output = command.output().expect("node starts");
    let report = report(&std::fs::read(&file).unwrap_or_default(), &output);
    let of_file = |file: &Value| -> Vec<String> {
        let in_words = |message: &Value| {
            let [rule, said] = ["ruleId", "message"].map(|key| text(&message[key]));
            format!("{} line {}, {rule}: {said}", text(&file["filePath"]), message["line"])
        };
        file["messages"].as_array().expect("messages").iter().map(in_words).collect()
    };
    report.as_array().expect("a list of files").iter().flat_map(of_file).collect()
}

fn report(bytes: &[u8], output: &Output) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("no report: {error}: {output:?}"))
}

/// A file of a package of Node.js.
pub fn package(file: &str) -> Option<PathBuf> {
    let file = root().join("node_modules").join(file);
    if !file.is_file() {
        skipped(&format!("{} is missing: run `npm ci`", file.display()));
        return None;
    }
    Some(file)
}

/// What Lighthouse says of a page in a category.
#[derive(Debug, Deserialize)]
pub struct Verdict {
    /// Of 1.
    pub score: f64,
    /// The audits that took something from it, in words.
    pub faults: Vec<String>,
}

/// Verdicts by page and category.
pub type Verdicts = BTreeMap<String, BTreeMap<String, Verdict>>;

/// What Lighthouse says of pages of a site, by path. The folder is served to it under an address of
/// this machine, which stands in for `address` in the pages.
#[cfg(target_os = "linux")]
pub fn lighthouse(site: &Path, address: &str, pages: &[&str]) -> Option<Verdicts> {
    package("lighthouse/core/index.js")?;
    let browser = crate::browser::binary_or_skip()?;
    let profile = crate::desk::folder();
    let mut node = crate::window::started::program("node");
    node.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("validators/lighthouse.js"));
    node.args([browser.as_path(), profile.path(), site]).arg(address).args(pages);
    let output = node.output().expect("node starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("verdicts"))
}
