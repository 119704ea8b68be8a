//! Where the command's binary lies. Cargo tells a test only of the binaries of its own package.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

/// The binary beside this test's own, built when it is missing or older than its sources.
pub fn shpalta() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let profile = profile_folder();
        let binary = profile.join(format!("shpalta{}", env::consts::EXE_SUFFIX));
        if written(&binary) < newest(&root().join("src-tauri")) {
            build(&profile);
        }
        assert!(binary.is_file(), "{} is missing: build it with `make test`", binary.display());
        binary
    })
}

/// The checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the checkout")
}

/// `target/debug` or `target/release`: this test lies in `deps` below it.
fn profile_folder() -> PathBuf {
    let test = env::current_exe().expect("a test knows where it is");
    test.ancestors().nth(2).expect("a profile's folder").to_owned()
}

fn build(profile: &Path) {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--package", "shpalta-cli"]).current_dir(root());
    cargo.arg("--target-dir").arg(profile.parent().expect("a target folder"));
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    let status = cargo.status().expect("cargo starts");
    assert!(status.success(), "the command `shpalta` does not compile");
}

/// When a file was written; a missing one, long ago.
fn written(file: &Path) -> SystemTime {
    fs::metadata(file).and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// When the newest file below a folder was written.
fn newest(folder: &Path) -> SystemTime {
    let entries = fs::read_dir(folder).expect("the sources lie in the checkout");
    let times =
        entries.map(|entry| entry.expect("a source").path()).map(|path| match path.is_dir() {
            true => newest(&path),
            false => written(&path),
        });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}
