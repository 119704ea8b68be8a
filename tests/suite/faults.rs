//! A disk that fails while the command writes, at each of its calls: the command says so and ends,
//! nothing that was acknowledged is lost, nothing is half, and the next try succeeds.
//! `SHPALTA_CAMPAIGN=40` fails at every call, without it at some of each kind.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;
use shpalta_tests::campaign::rounds;
use shpalta_tests::cli::{Answer, Desk, WEATHER_UK};

use crate::export::newspaper::newspaper;

/// What happens at a call, as strace has it.
const FAULTS: [&str; 9] = [
    "pwrite64:error=ENOSPC",
    "pwrite64:error=EIO",
    "pwrite64:signal=KILL",
    "write:error=ENOSPC",
    "write:signal=KILL",
    "fsync:error=EIO",
    "fsync:signal=KILL",
    "ftruncate:error=EIO",
    "rename:error=EIO",
];

/// A command of a sitting, and how one sees that it was done.
struct Step {
    words: &'static str,
    is_done: fn(&Desk) -> bool,
}

const SITTING: [Step; 5] = [
    Step {
        words: "story write weather --lang uk --from longer.md --by Rosa",
        is_done: |desk| desk.show("weather", "uk")["body"].to_string().contains("30 см"),
    },
    Step {
        words: "submit weather --lang uk --by Rosa",
        is_done: |desk| desk.editorial("weather", "uk") == "in_review",
    },
    Step {
        words: "approve weather --lang uk --by Edyta",
        is_done: |desk| desk.editorial("weather", "uk") == "approved",
    },
    Step {
        words: "export weather --lang uk --by Edyta",
        is_done: |desk| desk.publication("weather", "uk") == "exported",
    },
    Step {
        words: "backup",
        is_done: |desk| desk.newsroom().join("backups").read_dir().unwrap().any(is_database),
    },
];

fn is_database(entry: std::io::Result<fs::DirEntry>) -> bool {
    entry.unwrap().path().extension().is_some_and(|ending| ending == "db")
}

/// A newsroom in which a sitting begins, and what the folder holds at that moment.
struct Sitting {
    desk: Desk,
}

impl Sitting {
    fn begin() -> Self {
        let desk = Desk::new();
        desk.import(&["weather.uk.md"]);
        desk.file("longer.md", WEATHER_UK.replace("20 см", "30 см"));
        desk.ok("site set folder site");
        Self { desk }
    }

    fn keep(&self) {
        copy(&self.desk.newsroom(), &self.desk.beside("kept"));
    }

    fn return_to_kept(&self) {
        copy(&self.desk.beside("kept"), &self.desk.newsroom());
        let _ = fs::remove_dir_all(self.desk.beside("site"));
    }

    /// Runs a command on a disk that fails at its Nth call of a kind; none when it has not so many.
    fn run(&self, step: &Step, fault: &str, number: u32) -> Option<Output> {
        let log = self.desk.beside("calls");
        let output =
            self.strace(step, &format!("{fault}:when={number}"), &[], &log).output().unwrap();
        let calls = fs::read_to_string(log).unwrap();
        (calls.contains("(INJECTED)") || calls.contains("killed by SIGKILL")).then_some(output)
    }

    /// A command on a disk that fails so, wherever it writes or in these files alone.
    fn strace(&self, step: &Step, fault: &str, paths: &[&str], log: &Path) -> Command {
        let (call, _) = fault.split_once(':').unwrap();
        let filters = [format!("trace={call}"), format!("inject={fault}")];
        let paths = paths.iter().flat_map(|path| ["-P", path]);
        let filters = filters.iter().flat_map(|filter| ["-e", filter]);
        strace(&self.desk, step.words, &paths.chain(filters).collect::<Vec<_>>(), log)
    }

    /// What must hold after a fault.
    fn look(&self, step: &Step, output: &Output) -> Result<(), String> {
        let was_killed = output.status.code().is_none();
        let was_acknowledged = output.status.success();
        if !was_killed && !was_acknowledged {
            let answer = Answer::of(step.words, output);
            if answer.status != 1 {
                return Err(format!("ends with {}", answer.status));
            }
        }
        let verified = self.desk.run("verify");
        if verified.value.as_ref().is_none_or(|said| said["faults"] != json!([])) {
            return Err(format!("the newsroom has faults: {verified:?}"));
        }
        if was_acknowledged && !(step.is_done)(&self.desk) {
            return Err("what was acknowledged is lost".to_owned());
        }
        if !(step.is_done)(&self.desk) {
            let again = self.desk.run(step.words);
            if again.status != 0 || !(step.is_done)(&self.desk) {
                return Err(format!("does not go on: {again:?}"));
            }
        }
        Ok(())
    }
}

/// A command that strace watches with these options, and what it saw in a file.
pub fn strace(desk: &Desk, words: &str, options: &[&str], log: &Path) -> Command {
    let plain = desk.command();
    let mut command = Command::new("strace");
    command.arg("-f").arg("-o").arg(log).args(options).arg("--").arg(plain.get_program());
    command.arg("--newsroom").arg(desk.newsroom()).arg("--json").args(words.split(' '));
    command.current_dir(plain.get_current_dir().unwrap());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &place),
            false => _ = fs::copy(entry.path(), place).unwrap(),
        }
    }
}

/// Whether programs can be run under strace here.
pub fn can_fail() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    let can = tried.is_ok_and(|output| output.status.success());
    if !can {
        eprintln!("skipped: strace cannot be run here");
    }
    can
}

#[test]
fn a_disk_that_fails_at_any_call_costs_nothing_acknowledged() {
    if !can_fail() {
        return;
    }
    let stride = if rounds(1) > 1 { 1 } else { 17 };
    let (sitting, mut failed) = (Sitting::begin(), 0);
    for (at, step) in SITTING.iter().enumerate() {
        sitting.keep();
        for (kind, fault) in FAULTS.iter().enumerate() {
            let first = 1 + (5 * at + 3 * kind) % stride;
            for number in (first..).step_by(stride) {
                let Some(output) = sitting.run(step, fault, u32::try_from(number).unwrap()) else {
                    break;
                };
                failed += 1;
                sitting.look(step, &output).unwrap_or_else(|why| {
                    panic!("{} with {fault} at {number}: {why}; {output:?}", step.words)
                });
                sitting.return_to_kept();
            }
            sitting.return_to_kept();
        }
        sitting.desk.ok(step.words);
    }
    eprintln!("the disk failed {failed} times");
    assert!(failed > 20, "the disk failed {failed} times only");
}

/// What looks after a fault is looked at itself: a disk that takes everything and keeps nothing.
#[test]
fn a_disk_that_lies_is_found_out() {
    if !can_fail() {
        return;
    }
    let sitting = Sitting::begin();
    let log = sitting.desk.beside("calls");
    let file = sitting.desk.newsroom().join("newsroom.db-wal");
    let file = [file.to_str().unwrap()];
    let mut lying = sitting.strace(&SITTING[0], "pwrite64:retval=4096", &file, &log);
    let output = lying.output().unwrap();
    assert!(output.status.success(), "the command believes the disk: {output:?}");
    let found = sitting.look(&SITTING[0], &output);
    assert!(found.is_err(), "a save that is nowhere is not missed");
}

/// The system tells once of a page that did not reach the disk: whoever hears of it may not ask again.
#[test]
fn an_export_ends_with_the_first_word_of_a_page_that_did_not_reach_the_disk() {
    if !can_fail() {
        return;
    }
    let paper = newspaper();
    let (answer, failed) = paper.copy_on_a_failing_disk("failing", "syncfs:error=EIO");
    assert_eq!(answer.refusal.unwrap().code, "export_not_written");
    assert_eq!(failed, 1, "it asked until it heard nothing");
    assert!(paper.copy("failing").join("manifest.json").is_file());
}
