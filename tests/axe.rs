//! axe-core (<https://github.com/dequelabs/axe-core>): what stands on a page that some cannot use.

use std::fs;
use std::path::Path;

/// axe's script; none where it is not installed.
pub const SCRIPT: &str = "axe-core/axe.min.js";

/// An expression that promises what axe finds wrong in a page that has its script: the rule, its
/// weight, the element and what to do.
///
/// The rules are those of WCAG 2.2 at level AA, and what axe calls best practice. A frame without
/// scripts cannot be asked; the style sheets need no loading for the rules that are run.
pub const FINDINGS: &str = "(() => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const options = {
        runOnly: tags, resultTypes: ['violations'], iframes: false, preload: false,
    };
    const told = ({ id, impact, help, nodes }) => nodes.map(node =>
        `${id} (${impact}): ${help}: ${node.html}: ${node.failureSummary}`);
    return axe.run(document, options).then(
        found => found.violations.flatMap(told),
        failure => [`axe failed: ${failure}`]);
})()";

/// The script itself.
pub fn script(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|_| panic!("{} is missing: run npm ci", file.display()))
}
