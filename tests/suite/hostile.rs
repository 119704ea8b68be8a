//! Random bytes and mutated real files, for everything that reads what others made: no panic, no
//! more than two seconds of processor time for a file, no more than 500 MB of memory.
//!
//! Each importer runs in a process of its own, so that its memory is its own and an abort is told,
//! too. `SHPALTA_CAMPAIGN=40` feeds forty times as many files; a failure names the round, and
//! `HOSTILE=parcel HOSTILE_ROUND=17 cargo test -p shpalta-tests hostile -- --ignored` repeats it.

mod importer;
mod mutate;

use std::env;
use std::fs;
use std::process::{Command, Output};
use std::time::Duration;

use shpalta_tests::campaign::{Dice, rounds};

use importer::Importer;

/// Processor time for one file.
const PATIENCE: Duration = Duration::from_secs(2);

/// Memory for all files of one importer, in kilobytes.
const MEMORY: u64 = 500_000;

/// How many files a short run feeds to each importer.
const FILES: u64 = 120;

/// The importer's name, for the process that runs it.
const IMPORTER: &str = "HOSTILE";

/// One round alone.
const ROUND: &str = "HOSTILE_ROUND";

/// Runs an importer in a process of its own.
fn run(importer: &str) -> Output {
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--exact", "hostile::an_importer_is_fed", "--ignored", "--nocapture"]);
    child.env(IMPORTER, importer).env_remove(ROUND).env("RUST_BACKTRACE", "0");
    child.output().expect("the test starts itself")
}

fn is_unharmed(importer: &str) {
    let output = run(importer);
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{importer}: {}", String::from_utf8_lossy(&said));
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(said.contains("1 passed"), "{importer} was fed nothing: {said}");
}

#[test]
#[ignore = "runs in a process of its own, which the tests below start"]
fn an_importer_is_fed() {
    let Ok(name) = env::var(IMPORTER) else { return };
    let mut importer = Importer::named(&name);
    let one = env::var(ROUND).ok().and_then(|round| round.parse().ok());
    let all = one.map_or(0..rounds(FILES), |round| round..round + 1);
    for round in all {
        let mut dice = Dice::of(round);
        let before = busy();
        importer.feed(&mut dice);
        let spent = busy() - before;
        assert!(spent < PATIENCE, "{name}, round {round}: {spent:?}");
        let memory = most_memory();
        assert!(memory < MEMORY, "{name}, round {round}: {memory} kB");
        eprint!("{name} {round}\r");
    }
    importer.end();
}

#[test]
fn markdown_harms_nothing() {
    is_unharmed("markdown");
}

#[test]
fn files_of_editions_harm_nothing() {
    is_unharmed("file");
}

#[test]
fn parcels_harm_nothing() {
    is_unharmed("parcel");
}

#[test]
fn databases_harm_nothing() {
    is_unharmed("database");
}

/// What the tests above would miss, were they blind.
#[test]
fn whoever_panics_dawdles_or_hoards_is_told() {
    for (control, told) in [("panics", "a control"), ("dawdles", "round 0: "), ("hoards", "kB")] {
        let output = run(control);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(!output.status.success() && said.contains(told), "{control}: {said}");
    }
}

/// How long this thread had a processor: waiting for one that other tests hold is nobody's. Where
/// the system does not tell, the clock's time.
fn busy() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = told.split(' ').next().and_then(|word| word.parse().ok());
    nanos.map_or_else(|| BEGIN.elapsed(), Duration::from_nanos)
}

/// The most memory that this process ever had, in kilobytes; none where the system does not tell.
fn most_memory() -> u64 {
    let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let word = line.and_then(|line| line.split_whitespace().next());
    word.and_then(|word| word.parse().ok()).unwrap_or(0)
}
