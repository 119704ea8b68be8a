//! axe-core (<https://github.com/dequelabs/axe-core>) on the page as it stands.

use std::fs;

use serde_json::Value;

use super::desk::Desk;
use crate::cli::root;

/// WCAG 2.2 at level AA, and what axe calls best practice. A frame without scripts cannot be
/// asked; the style sheets need no loading for the rules that are run.
const RUN: &str = "
    const done = arguments[0];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const options = {
        runOnly: tags, resultTypes: ['violations'], iframes: false, preload: false,
    };
    const told = ({ id, impact, help, nodes }) => nodes.map(node =>
        `${id} (${impact}): ${help}: ${node.html}: ${node.failureSummary}`);
    axe.run(document, options).then(
        found => done(found.violations.flatMap(told)),
        failure => done([`axe failed: ${failure}`]));";

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
        let source = root().join("node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&source)
            .unwrap_or_else(|_| panic!("{} is missing: run npm ci", source.display()));
        desk.script::<Value>(&source, &[]);
    }
    desk.script_async(RUN, &[])
}
