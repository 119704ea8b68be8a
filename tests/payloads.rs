//! Text that would be markup, a script or a request if anything took it for more than text.

mod body;
mod mutate;
mod ours;

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

pub use body::body;
pub use mutate::mutated;

/// Payloads of our own, one or more of each known family. Each runs `run`, an expression of
/// JavaScript, or asks for something below `out`, an address that ends in a slash.
pub fn ours(run: &str, out: &str) -> Vec<String> {
    ours::OURS.iter().map(|payload| payload.replace("RUN", run).replace("OUT/", out)).collect()
}

/// Payloads that others collected; says that they were skipped where they are not at hand.
pub fn collected() -> Vec<String> {
    let Some(folder) = env::var_os("TESTDATA") else {
        eprintln!("skipped: TESTDATA names no folder with sanitiser/");
        return Vec::new();
    };
    let folder = PathBuf::from(folder).join("sanitiser");
    let read = |file: &str| -> Vec<Value> {
        serde_json::from_str(&fs::read_to_string(folder.join(file)).unwrap()).unwrap()
    };
    let plain = read("payloads.json").into_iter();
    let purified = read("dompurify.json").into_iter().map(|mut case| case["payload"].take());
    let all: Vec<_> =
        plain.chain(purified).map(|payload| payload.as_str().unwrap().to_owned()).collect();
    assert!(all.len() > 1000, "only {} payloads were found", all.len());
    all
}
