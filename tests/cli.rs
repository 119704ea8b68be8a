//! The command as people and scripts use it: the real binary, in folders of its own.
//!
//! Whatever is run here with `--json` is held to the command's contract on the way: stdout is one
//! value or nothing, and a refusal is one line of JSON under a code that `help codes` lists.

pub mod binary;
mod stories;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

use crate::desk::folder;

pub use binary::{root, shpalta};
pub use stories::{WEATHER_EN, WEATHER_UK};

/// When it is at the desk, unless a test says otherwise: Thursday noon in Kyiv.
pub const NOON: &str = "2026-03-05T10:00:00Z";

/// Folders, a clock, and a newsroom that commands are run in.
#[derive(Debug)]
pub struct Desk {
    place: TempDir,
    now: Option<String>,
}

/// What a command with `--json` answered.
#[derive(Debug)]
pub struct Answer {
    pub status: i32,
    pub value: Option<Value>,
    pub refusal: Option<Refusal>,
}

/// The error object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: String,
    pub message: String,
    pub remedy: String,
}

/// The words of a command: one line, or a list where a word holds spaces.
pub trait Words {
    fn words(&self) -> Vec<String>;
}

impl Words for &str {
    fn words(&self) -> Vec<String> {
        self.split_whitespace().map(str::to_owned).collect()
    }
}

impl Words for String {
    fn words(&self) -> Vec<String> {
        self.as_str().words()
    }
}

impl<const N: usize> Words for [&str; N] {
    fn words(&self) -> Vec<String> {
        self.iter().map(|word| (*word).to_owned()).collect()
    }
}

impl Words for Vec<String> {
    fn words(&self) -> Vec<String> {
        self.clone()
    }
}

impl Desk {
    /// Folders without a newsroom.
    pub fn empty() -> Self {
        Self { place: folder(), now: Some(NOON.to_owned()) }
    }

    /// A newsroom of the owner Olha with the reporter Rosa, the translator Taras, the editors
    /// Edyta and Emil, and the chief Chrystia.
    pub fn new() -> Self {
        let desk = Self::empty();
        desk.ok("init --owner Olha");
        let staff = [
            ("Rosa", "reporter"),
            ("Taras", "translator"),
            ("Edyta", "editor"),
            ("Emil", "editor"),
            ("Chrystia", "chief"),
        ];
        for (name, role) in staff {
            desk.ok(["staff", "add", name, "--role", role]);
        }
        desk
    }

    /// The newsroom of `init --sample`.
    pub fn sample() -> Self {
        let desk = Self::empty();
        desk.ok("init --sample --owner Olha");
        desk
    }

    /// Moves the clock to an instant.
    pub fn clock(&mut self, now: &str) {
        self.now = Some(now.to_owned());
    }

    /// From now on it goes by the clock of the machine, as a window does.
    pub fn live(mut self) -> Self {
        self.now = None;
        self
    }

    /// The folder that all its folders lie in.
    pub fn place(&self) -> &Path {
        self.place.path()
    }

    /// The newsroom's folder.
    pub fn newsroom(&self) -> PathBuf {
        self.beside("newsroom")
    }

    /// A path beside the newsroom's folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Writes a file beside the newsroom.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.beside(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Running.
impl Desk {
    /// The command with its clock and its folders, and without a newsroom.
    pub fn command(&self) -> Command {
        let mut command = Command::new(shpalta());
        command.current_dir(self.place.path()).stdin(Stdio::null());
        command.env_remove("SHPALTA_NEWSROOM").env_remove("SHPALTA_NOW");
        command.envs(self.now.iter().map(|now| ("SHPALTA_NOW", now)));
        for home in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"]
        {
            command.env(home, self.beside("home").join(home));
        }
        command
    }

    /// Runs a command as a person does, without `--json`.
    pub fn say(&self, words: impl Words) -> Output {
        let mut command = self.command();
        command.arg("--newsroom").arg(self.newsroom()).args(words.words());
        command.output().expect("the command starts")
    }

    /// Runs a command with `--json`.
    pub fn run(&self, words: impl Words) -> Answer {
        let words = words.words();
        let mut command = self.command();
        command.arg("--newsroom").arg(self.newsroom()).arg("--json").args(&words);
        Answer::of(&words.join(" "), &command.output().expect("the command starts"))
    }

    /// Runs a command that must succeed; answers its value.
    pub fn ok(&self, words: impl Words) -> Value {
        let words = words.words();
        let answer = self.run(words.clone());
        assert_eq!(answer.status, 0, "{}: {answer:?}", words.join(" "));
        answer.value.unwrap_or_default()
    }

    /// Runs a command that must be refused, or hold something back; answers the code.
    pub fn refused(&self, words: impl Words) -> String {
        let words = words.words();
        let answer = self.run(words.clone());
        assert_eq!(answer.status, 1, "{}: {answer:?}", words.join(" "));
        answer.refusal.expect("a refusal says why").code
    }
}

impl Answer {
    /// What a command with `--json` answered, held to the contract of answers.
    pub fn of(said: &str, output: &Output) -> Self {
        let stdout = String::from_utf8(output.stdout.clone()).expect("stdout is UTF-8");
        let stderr = String::from_utf8(output.stderr.clone()).expect("stderr is UTF-8");
        let value = (!stdout.is_empty()).then(|| {
            serde_json::from_str(&stdout).unwrap_or_else(|error| {
                panic!("{said}: stdout is not one value: {error}\n{stdout}")
            })
        });
        let status = output.status.code().expect("the command ends by itself");
        let refusal = (status != 0).then(|| Refusal::last_of(said, &stderr));
        assert!(status != 0 || stderr.is_empty(), "{said}: done, and yet it says {stderr}");
        Self { status, value, refusal }
    }
}

impl Refusal {
    fn last_of(said: &str, stderr: &str) -> Self {
        let last = stderr.lines().last().unwrap_or_default();
        let object: Value = serde_json::from_str(last)
            .unwrap_or_else(|_| panic!("{said}: the last line is no object: {stderr}"));
        assert_eq!(keys(&object), ["error"], "{said}");
        let error = &object["error"];
        assert_eq!(keys(error), ["code", "message", "remedy"], "{said}");
        let [code, message, remedy] = ["code", "message", "remedy"].map(|key| text(&error[key]));
        assert!(listed_codes().contains(&code), "{said}: `help codes` does not list {code}");
        assert!(!message.is_empty() && !remedy.is_empty(), "{said}: {last}");
        Self { code, message, remedy }
    }
}

/// The codes of errors that `help codes` lists.
pub fn listed_codes() -> &'static BTreeSet<String> {
    static CODES: OnceLock<BTreeSet<String>> = OnceLock::new();
    CODES.get_or_init(|| {
        let output = Command::new(shpalta()).args(["help", "codes", "--json"]).output().unwrap();
        let codes: Value = serde_json::from_slice(&output.stdout).expect("`help codes` answers");
        codes["errors"].as_array().unwrap().iter().map(|code| text(&code["code"])).collect()
    })
}

/// The keys of an object, sorted.
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> =
        value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// A string in JSON, without its quotes.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no string")).to_owned()
}

/// The strings of a list, in its order.
pub fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap_or_else(|| panic!("{list} is no list")).iter().map(text).collect()
}

/// Every file of a folder by its path below it.
pub fn files_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(below) = folders.pop() {
        for path in fs::read_dir(below).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file() {
                found.insert(path.strip_prefix(folder).unwrap().into(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// A file of the suite's own.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}
