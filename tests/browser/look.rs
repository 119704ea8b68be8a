//! What stands in a page, as the browser read it.

use serde_json::Value;

/// An expression that lists what no page of ours has; see the file.
pub const LOOK: &str = include_str!("look.js");

/// What [`LOOK`] answered.
pub(super) fn faults(looked: &Value) -> Vec<String> {
    match looked.as_array() {
        Some(faults) => faults.iter().map(|fault| fault.as_str().unwrap().to_owned()).collect(),
        None => vec![format!("nobody could look at the page: {looked}")],
    }
}
