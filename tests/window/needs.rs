//! What a window test needs of the machine.

use std::env;
use std::path::Path;
use std::sync::OnceLock;

use crate::cli::binary;

/// Programs that are run, each with the Debian package that carries it.
const PROGRAMS: [(&str, &str); 8] = [
    ("Xvfb", "xvfb"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("matchbox-window-manager", "matchbox-window-manager"),
    ("xdotool", "xdotool"),
    ("setxkbmap", "x11-xkb-utils"),
    ("dbus-daemon", "dbus-x11"),
    ("dbus-monitor", "dbus-bin"),
    ("setpriv", "util-linux"),
];

/// Whether the window can be tested here. Says that the test is skipped when it cannot; where
/// `SHPALTA_WINDOW=required` is set, it fails instead.
pub fn are_met() -> bool {
    let Some(missing) = missing() else { return true };
    let required = env::var_os("SHPALTA_WINDOW").is_some_and(|value| value == "required");
    assert!(!required, "the window cannot be tested: {missing}");
    println!("skipped: {missing}");
    false
}

/// What is missing to open the window here, in a sentence.
pub fn missing() -> Option<&'static str> {
    static MISSING: OnceLock<Option<String>> = OnceLock::new();
    MISSING.get_or_init(find_missing).as_deref()
}

fn find_missing() -> Option<String> {
    let window = binary::named("shpalta-desk");
    if !window.is_file() {
        return Some(format!("{} is missing: `make test` builds it", window.display()));
    }
    if binary::written(&window) < binary::written(&binary::root().join("ui/dist/index.html")) {
        return Some(format!("{} is older than ui/dist: `make test` builds it", window.display()));
    }
    let lacks = |(program, _): &&(&str, &str)| !is_on_path(program);
    let (program, package) = PROGRAMS.iter().find(lacks)?;
    Some(format!("there is no {program}: `tools/setup.sh window` brings {package}"))
}

fn is_on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| Path::new(&folder).join(program).is_file())
}
