//! Failures: what the command could not do, under a stable code.

use serde::Serialize;

/// Something asked for was refused or held back.
const REFUSED: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;
/// The newsroom cannot be opened.
const UNOPENED: u8 = 3;

/// Why the command, or a part of it, was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Stable; listed by `shpalta help codes`.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
    /// What the person can do about it: one sentence.
    pub remedy: String,
    /// The exit status.
    #[serde(skip)]
    pub status: u8,
}

impl Failure {
    /// Something was refused.
    pub fn refused(code: &'static str, message: String, remedy: &str) -> Self {
        Self { code, message, remedy: remedy.to_owned(), status: REFUSED }
    }

    /// The command was not understood.
    pub fn usage(message: impl Into<String>, remedy: &str) -> Self {
        let (message, remedy) = (message.into(), remedy.to_owned());
        Self { code: "usage", message, remedy, status: USAGE }
    }

    /// What the parser of the arguments says.
    pub(crate) fn usage_of(error: &clap::Error) -> Self {
        let said = error.render().to_string();
        let mut parts = said.trim().splitn(2, "\n\n");
        let first = parts.next().unwrap_or_default();
        let message = first.trim_start_matches("error: ").split_whitespace();
        let message = message.collect::<Vec<_>>().join(" ");
        let hint = |start: &str| said.lines().find_map(|line| line.trim().strip_prefix(start));
        let remedy = match (hint("tip: "), hint("Usage: ")) {
            (Some(tip), _) => sentence(tip.trim()),
            (None, Some(usage)) => format!("Write: {}.", usage.trim()),
            (None, None) => "See: shpalta help.".to_owned(),
        };
        Self { code: "usage", message: sentence(&message), remedy, status: USAGE }
    }

    /// An error of the newsroom while it was being opened.
    pub fn unopened(error: &shpalta_newsroom::Error) -> Self {
        Self { status: UNOPENED, ..Self::from_newsroom(error) }
    }

    /// No newsroom was named and none was opened before.
    pub fn no_newsroom() -> Self {
        Self {
            code: "no_newsroom",
            message: "No newsroom is named, and none was opened before.".to_owned(),
            remedy: "Name its folder with --newsroom, or make one: shpalta --newsroom DIR init."
                .to_owned(),
            status: UNOPENED,
        }
    }

    /// The answer could not be printed.
    pub(crate) fn output(error: &std::io::Error) -> Self {
        Self::refused(
            "output",
            format!("The answer could not be written: {error}."),
            "Check where it goes; what was asked for is done.",
        )
    }

    fn from_newsroom(error: &shpalta_newsroom::Error) -> Self {
        let status = if error.is_about_opening() { UNOPENED } else { REFUSED };
        Self { code: error.code(), message: error.to_string(), remedy: error.remedy(), status }
    }
}

/// A capital at the start, a full stop at the end.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

impl From<shpalta_newsroom::Error> for Failure {
    fn from(error: shpalta_newsroom::Error) -> Self {
        Self::from_newsroom(&error)
    }
}

impl From<shpalta_newsroom::import::ImportError> for Failure {
    fn from(error: shpalta_newsroom::import::ImportError) -> Self {
        Self::from_newsroom(&error.into())
    }
}

impl From<shpalta_publish::Error> for Failure {
    fn from(error: shpalta_publish::Error) -> Self {
        match (error.code(), error.remedy(), error) {
            (_, _, shpalta_publish::Error::Newsroom(error)) => error.into(),
            (code, remedy, error) => Self::refused(
                code.unwrap_or("export"),
                error.to_string(),
                remedy.unwrap_or_default(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_a_sentence() {
        assert_eq!(sentence("unexpected argument"), "Unexpected argument.");
        assert_eq!(sentence("Done."), "Done.");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn a_newsroom_that_cannot_be_opened_has_a_status_of_its_own() {
        use shpalta_newsroom::Error;
        let status = |error: Error| Failure::from(error).status;
        assert_eq!(status(Error::NoNewsroom("x".into())), UNOPENED);
        assert_eq!(status(Error::AlreadyApproved), REFUSED);
        let files = Error::Files { path: "x".into(), detail: "denied".into() };
        assert_eq!(Failure::unopened(&files).status, UNOPENED);
    }
}
