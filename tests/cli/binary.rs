//! Where the binaries lie. Cargo tells a test only of those of its own package.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

/// The command beside this test's own binary, built when it is missing or older than its sources.
pub fn shpalta() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let binary = named("shpalta");
        if written(&binary) < newest(&root().join("src-tauri")) {
            build(&profile_folder());
        }
        assert!(binary.is_file(), "{} is missing: build it with `make test`", binary.display());
        binary
    })
}

/// Where a binary of the workspace lies when it is built like this test.
pub fn named(name: &str) -> PathBuf {
    profile_folder().join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the checkout")
}

/// The target folder, of which all but what cargo made may be thrown away.
pub fn target() -> PathBuf {
    profile_folder().parent().expect("a target folder").to_owned()
}

/// `target/debug` or `target/release`. A test lies in `deps` below it, a binary in the folder
/// itself.
fn profile_folder() -> PathBuf {
    let own = env::current_exe().expect("a program knows where it is");
    let folder = own.parent().expect("a folder");
    match folder.ends_with("deps") {
        true => folder.parent().expect("a profile's folder").to_owned(),
        false => folder.to_owned(),
    }
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
pub fn written(file: &Path) -> SystemTime {
    fs::metadata(file).and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// When the newest file below a folder was written.
pub fn newest(folder: &Path) -> SystemTime {
    let entries = fs::read_dir(folder).expect("the sources lie in the checkout");
    let times =
        entries.map(|entry| entry.expect("a source").path()).map(|path| match path.is_dir() {
            true => newest(&path),
            false => written(&path),
        });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}
