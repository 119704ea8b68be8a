//! axe on the window's page as it stands.

use serde_json::Value;

use super::desk::Desk;
use crate::axe;
use crate::cli::root;

/// Fails with the list of what axe finds wrong.
#[track_caller]
pub fn accessible(desk: &Desk) {
    let violations = violations(desk);
    if !violations.is_empty() {
        desk.fail(&format!("axe finds {}:\n{}", violations.len(), violations.join("\n")));
    }
}

/// What axe finds wrong: the rule, its weight, the element and what to do.
#[track_caller]
pub fn violations(desk: &Desk) -> Vec<String> {
    if !desk.script::<bool>("return 'axe' in window", &[]) {
        let source = axe::script(&root().join("node_modules").join(axe::SCRIPT));
        desk.script::<Value>(&source, &[]);
    }
    desk.script_async(&format!("{}.then(arguments[0])", axe::FINDINGS), &[])
}
