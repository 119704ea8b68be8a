//! Chromium without a screen, driven and watched through the DevTools protocol
//! (<https://chromedevtools.github.io/devtools-protocol/>).
//!
//! It shows pages of a site that exists only here: every request is answered from memory or not at
//! all, and no name is ever looked up. All that a page does beyond showing itself is told; unless
//! its content-security policy is to be kept, it is shown without that.

mod look;
mod pipe;
mod view;
mod watch;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Display;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use self::look::faults;
use self::pipe::Pipe;
use crate::validators::skipped;
use crate::window::started::program;

pub use look::LOOK;
pub use view::View;

/// Where the site stands, as far as its pages know.
pub const SITE: &str = "https://shpalta.example/";

/// The names that the browser goes by.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// It keeps to itself: no name has an address. The pages are ours, so it needs no sandbox, which
/// many machines that run tests do not let it have.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-site-isolation-trials",
    "--host-resolver-rules=MAP * ~NOTFOUND",
];

/// The protocol's pipes are the descriptors 3 and 4; a program is started with 0 and 1.
const PIPES: &str = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null";

/// A browser with one page.
#[derive(Debug)]
pub struct Browser {
    pipe: Pipe,
    /// The page's name in the protocol.
    page: String,
    /// What the site has, by path.
    site: BTreeMap<String, Vec<u8>>,
    /// The address that is shown.
    shown: String,
    is_loaded: bool,
    /// What was done beyond showing a page.
    told: Vec<String>,
    _profile: TempDir,
}

/// What becomes of the content-security policy that a page brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The page is shown without it: what would run does.
    Bypassed,
    /// It holds, and what it forbids is told.
    Kept,
}

impl Browser {
    /// Starts it. Where there is none, this is said, and the test is to end; a server of continuous
    /// integration must have one.
    pub fn open(policy: Policy) -> Option<Self> {
        let binary = binary_or_skip()?;
        let profile = crate::desk::folder();
        let mut command = program("sh");
        command.args(["-c", PIPES, "sh"]).arg(binary).args(ARGUMENTS);
        command.arg(format!("--user-data-dir={}", profile.path().display())).arg("about:blank");
        Some(Self::watching(&mut command, profile, policy))
    }

    fn watching(command: &mut Command, profile: TempDir, policy: Policy) -> Self {
        let mut browser = Self {
            pipe: Pipe::open(command.stderr(Stdio::null())),
            page: String::new(),
            site: BTreeMap::new(),
            shown: String::new(),
            is_loaded: false,
            told: Vec::new(),
            _profile: profile,
        };
        let target = browser.ask("Target.createTarget", json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let page = browser.ask("Target.attachToTarget", attach);
        page["sessionId"].as_str().expect("a session").clone_into(&mut browser.page);
        for domain in ["Page", "Network", "Runtime", "Debugger"] {
            browser.ask(&format!("{domain}.enable"), json!({}));
        }
        match policy {
            Policy::Bypassed => browser.ask("Page.setBypassCSP", json!({ "enabled": true })),
            Policy::Kept => browser.ask("Log.enable", json!({})),
        };
        browser.ask("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*" }] }));
        browser.told.clear();
        browser
    }

    /// Puts a file on the site that pages may load.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.site.insert(path.to_owned(), bytes.into());
    }

    /// Shows a page that stands at a path. What it did beyond that, since the last one, and what
    /// stands in it that may do something: nothing of a page of ours.
    pub fn show(&mut self, path: &str, html: &str) -> Vec<String> {
        self.put(path, html);
        self.shown = format!("{SITE}{path}");
        self.is_loaded = false;
        self.ask("Page.navigate", json!({ "url": self.shown }));
        while !self.is_loaded {
            let said = self.pipe.hear();
            self.heed(&said);
        }
        let looked = self.evaluate(LOOK);
        self.told.extend(faults(&looked));
        self.site.remove(path);
        std::mem::take(&mut self.told)
    }

    /// The value of an expression in the page that is shown; a promise is waited for.
    pub fn evaluate(&mut self, expression: impl Display) -> Value {
        let named = format!("{expression}\n//# sourceURL={}", watch::OURS);
        let evaluate = json!({ "expression": named, "returnByValue": true, "awaitPromise": true });
        self.ask("Runtime.evaluate", evaluate)["result"]["value"].take()
    }

    /// Has the browser do something, and answers what came of it.
    fn ask(&mut self, method: &str, parameters: Value) -> Value {
        let number = self.pipe.say(&self.page, method, &parameters);
        loop {
            let mut said = self.pipe.hear();
            if said["id"] == number {
                return said["result"].take();
            }
            self.heed(&said);
        }
    }
}

/// The browser's program; where there is none, this is said.
pub fn binary_or_skip() -> Option<PathBuf> {
    let found = binary();
    if found.is_none() {
        skipped("there is no Chromium: `tools/setup.sh pages` brings it");
    }
    found
}

fn binary() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    let all = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.into_iter().find(|file| file.is_file())
}
