//! What the window is told when something was not done.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// A stable code with its parameters; the window words it in the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Failure {
    pub(crate) code: String,
    pub(crate) params: BTreeMap<String, String>,
}

impl Failure {
    pub(crate) fn of(code: &str) -> Self {
        Self { code: code.to_owned(), params: BTreeMap::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// An error that was told apart from its kind.
    pub(crate) fn told(code: &str, params: &shpalta_newsroom::error::Params) -> Self {
        Self { code: code.to_owned(), params: owned(params.clone()) }
    }

    /// A call that is not one of ours, or not as it was declared.
    pub(crate) fn bad_request(detail: impl std::fmt::Display) -> Self {
        Self::of("bad_request").with("detail", detail.to_string())
    }
}

fn owned(params: BTreeMap<&'static str, String>) -> BTreeMap<String, String> {
    params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

impl From<&shpalta_newsroom::Error> for Failure {
    fn from(error: &shpalta_newsroom::Error) -> Self {
        Self { code: error.code().to_owned(), params: owned(error.params()) }
    }
}

impl From<shpalta_newsroom::Error> for Failure {
    fn from(error: shpalta_newsroom::Error) -> Self {
        Self::from(&error)
    }
}

impl From<shpalta_publish::Error> for Failure {
    fn from(error: shpalta_publish::Error) -> Self {
        match error {
            shpalta_publish::Error::Newsroom(error) => error.into(),
            error => Self {
                code: error.code().unwrap_or("unknown").to_owned(),
                params: owned(error.params()),
            },
        }
    }
}
