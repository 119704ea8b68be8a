//! Bugs that were mended: each test fails without the mending.

use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::cli::Desk;

/// Runs at once into a folder that was not there yet cleared each other's staging away.
#[test]
fn first_exports_at_the_same_time_do_not_mix() {
    let desk = Desk::with_tram_museum();
    let runs: Vec<Child> = (0..6)
        .map(|_| {
            let mut command = desk.command();
            command.arg("--newsroom").arg(desk.newsroom()).args(["--json", "export"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut done = 0;
    for run in runs {
        let output = run.wait_with_output().unwrap();
        if output.status.success() {
            done += 1;
            continue;
        }
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["error"]["code"], "export_busy", "{error}");
    }
    assert!(done > 0, "one of them has the folder");
    assert_eq!(desk.ok("verify --export site")["export"]["faults"], json!([]));
}
