//! The whole site, against other programs that make one of the same texts.
//!
//! Each program is a process of its own that reads what it needs and writes into an empty folder:
//! Shpalta its database, the others Markdown with front matter. The templates below `peers` show
//! what ours do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::{Html, Selector};
use serde_json::Value;
use shpalta_language::Language;
use shpalta_tests::cli::binary;
use shpalta_tests::desk;
use tempfile::TempDir;

use crate::desk::{Desk, sync, write_again};
use crate::export;
use crate::news::Story;
use crate::once;
use crate::process::{self, Taken};
use crate::table::{Figure, Table};

/// When it is at the desk: after the last of the news.
const NOW: &str = "2026-02-20T10:00:00Z";

/// Another program.
struct Peer {
    name: &'static str,
    /// Where its templates lie, below `tests/perf/peers`.
    templates: &'static str,
    /// The program, below `target/tools`.
    program: &'static str,
    arguments: &'static [&'static str],
}

const PEERS: [Peer; 2] = [
    Peer {
        name: "Hugo",
        templates: "hugo",
        program: "hugo/bin/hugo",
        arguments: &["--quiet", "--destination"],
    },
    Peer {
        name: "Eleventy",
        templates: "eleventy",
        program: "eleventy/node_modules/.bin/eleventy",
        arguments: &["--quiet", "--output"],
    },
];

pub fn measure(table: &mut Table) {
    let stories = export::stories();
    let mut desk = Desk::in_memory();
    desk.found_site();
    desk.approved_stories(0..stories);
    println!("Zola is not measured: no package registry that this checkout uses has it");
    for (place, folder) in places() {
        Bench::new(&folder, &desk.folder(), stories).measure(table, place);
    }
}

/// File systems to write to.
fn places() -> Vec<(&'static str, PathBuf)> {
    let memory = PathBuf::from("/dev/shm");
    let all = [("tmpfs", memory), ("disk", binary::target())];
    all.into_iter().filter(|(_, folder)| folder.is_dir()).collect()
}

/// A folder on one file system: the newsroom, what others read, and the sites.
struct Bench {
    folder: TempDir,
    stories: usize,
}

impl Bench {
    fn new(place: &Path, newsroom: &Path, stories: usize) -> Self {
        let bench = Self { folder: TempDir::new_in(place).expect("a folder"), stories };
        desk::copy(newsroom, &bench.at("newsroom"));
        for peer in &PEERS {
            bench.prepare(peer);
        }
        bench
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a peer's templates, and the stories as it reads them, into a folder.
    fn prepare(&self, peer: &Peer) {
        let folder = self.at(peer.templates);
        desk::copy(&binary::root().join("tests/perf/peers").join(peer.templates), &folder);
        let assets = binary::root().join("src-tauri/publish/templates");
        fs::create_dir_all(folder.join("static")).expect("a folder");
        for asset in ["style.css", "icon.svg"] {
            fs::copy(assets.join(asset), folder.join("static").join(asset)).expect("an asset");
        }
        for language in Language::ALL {
            let texts = folder.join("content").join(language.code()).join("news");
            fs::create_dir_all(&texts).expect("a folder");
            for story in (0..self.stories).map(Story) {
                let file = texts.join(format!("{}.md", story.slug()));
                fs::write(file, story.for_peers(language)).expect("a text");
            }
        }
    }

    fn measure(&self, table: &mut Table, place: &str) {
        let mut peers: Vec<(&str, Taken)> = Vec::new();
        for peer in &PEERS {
            match self.build(peer) {
                Ok(taken) => peers.push((peer.name, taken)),
                Err(why) => println!("{} is not measured: {why}", peer.name),
            }
        }
        peers.sort_by_key(|(_, taken)| taken.time);
        let ours = self.export();
        for (peer, _) in &peers {
            self.compare(peer);
        }
        let whole = format!("{} × 3, {place}", self.stories);
        rows(table, &format!("whole site, {whole}"), &peers, ours, |taken| taken.time.into());
        rows(table, &format!("its memory, {whole}"), &peers, ours, |taken| {
            Figure::Memory(taken.memory)
        });
        sync(self.folder.path());
        let (copy, bytes) = once(|| write_again(&self.at("Shpalta.site"), &self.at("again")));
        let files = count(&self.at("again"), &|_| true);
        table.baseline("the same bytes, one sync", copy, format!("{bytes} bytes, {files} files"));
        table.row("durable full export", ours.time, place.to_owned());
    }

    fn build(&self, peer: &Peer) -> Result<Taken, String> {
        let program = binary::target().join("tools").join(peer.program);
        if !program.is_file() {
            return Err(format!("{} is missing: `make bench` brings it", program.display()));
        }
        let mut command = Command::new(program);
        command.args(peer.arguments).arg(self.site(peer.name));
        sync(self.folder.path());
        process::run(command.current_dir(self.at(peer.templates)))
    }

    fn export(&self) -> Taken {
        let mut command = Command::new(binary::shpalta());
        command.arg("--newsroom").arg(self.at("newsroom")).args(["export", "--to"]);
        command.arg(self.site("Shpalta")).env("SHPALTA_NOW", NOW);
        for home in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
            command.env(home, self.at("xdg"));
        }
        sync(self.folder.path());
        process::run(&mut command).expect("Shpalta exports")
    }

    fn site(&self, name: &str) -> PathBuf {
        self.at(&format!("{name}.site"))
    }

    /// A peer's site has as many articles as ours, as pages and as ninjs, and some of them the same
    /// words.
    fn compare(&self, peer: &str) {
        let (ours, theirs) = (self.site("Shpalta"), self.site(peer));
        for (whose, site) in [("ours", &ours), (peer, &theirs)] {
            for extension in ["html", "json"] {
                let is_article = |path: &Path| {
                    path.extension().is_some_and(|its| its == extension)
                        && path.parent().is_some_and(|folder| folder.ends_with("news"))
                };
                assert_eq!(count(site, &is_article), self.stories * 3, "{extension} of {whose}");
            }
        }
        for language in Language::ALL {
            for number in [0, self.stories / 2, self.stories - 1] {
                let page = Story(number).page(language);
                assert_eq!(words(&ours.join(&page)), words(&theirs.join(&page)), "{peer}: {page}");
                let ninjs = page.replace(".html", ".json");
                assert_eq!(told(&ours.join(&ninjs)), told(&theirs.join(&ninjs)), "{peer}: {ninjs}");
            }
        }
    }
}

/// What was measured of each program, against the fastest of the others.
fn rows(
    table: &mut Table,
    what: &str,
    peers: &[(&str, Taken)],
    ours: Taken,
    figure: impl Fn(&Taken) -> Figure,
) {
    let Some(((fastest, taken), others)) = peers.split_first() else {
        return table.baseline(&format!("{what}: Shpalta"), figure(&ours), String::new());
    };
    table.baseline(what, figure(taken), (*fastest).to_owned());
    for (name, taken) in others {
        table.row(what, figure(taken), (*name).to_owned());
    }
    table.row(what, figure(&ours), "Shpalta".to_owned());
}

/// How many files of a kind lie below a folder.
fn count(folder: &Path, is_meant: &impl Fn(&Path) -> bool) -> usize {
    let entries = fs::read_dir(folder).expect("a folder of a site");
    let files =
        entries.map(|entry| entry.expect("an entry").path()).map(|path| match path.is_dir() {
            true => count(&path, is_meant),
            false => usize::from(is_meant(&path)),
        });
    files.sum()
}

/// The words of an article, whatever stands between them.
fn words(page: &Path) -> Vec<String> {
    let html = Html::parse_document(&fs::read_to_string(page).expect("a page"));
    let article = Selector::parse("article").expect("a selector");
    split(&html.select(&article).flat_map(|article| article.text()).collect::<String>())
}

/// The words that ninjs says: of the headline and of the body.
fn told(file: &Path) -> Vec<String> {
    let ninjs: Value = serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON");
    let told = |part: &str| ninjs[part][0]["value"].as_str().expect("a text");
    let body = Html::parse_fragment(told("bodies"));
    let body: String = body.root_element().text().collect();
    [split(told("headlines")), split(&body)].concat()
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
