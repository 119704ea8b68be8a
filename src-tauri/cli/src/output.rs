//! What the command prints, and where.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::failure::Failure;

/// Whether people or programs read the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

/// The answer of a command.
#[derive(Debug, Default)]
pub(crate) struct Reply {
    /// For stdout; with `--json` one value or nothing.
    body: String,
    /// Remarks for people, on stderr; left out with `--json`, where the value has them.
    remarks: Vec<String>,
    /// What was refused or held back although the rest was done.
    failure: Option<Failure>,
}

impl Format {
    /// Looks for `--json` before the parser does: what it cannot parse is answered in JSON, too.
    pub(crate) fn asked_for(arguments: &[OsString]) -> Self {
        let options = arguments.iter().take_while(|argument| *argument != "--");
        match options.into_iter().any(|argument| argument == "--json") {
            true => Self::Json,
            false => Self::Text,
        }
    }

    /// An answer in this format; only that one is made.
    pub(crate) fn reply<J: Serialize>(
        self,
        value: impl FnOnce() -> J,
        text: impl FnOnce() -> String,
    ) -> Reply {
        let body = match self {
            Self::Text => text(),
            Self::Json => json(value()),
        };
        Reply { body, ..Reply::default() }
    }

    /// A text for people; programs get it as the one string of an object.
    pub(crate) fn text_only(self, name: &str, text: &str) -> Reply {
        let text = text.trim_end();
        self.reply(|| json!({ name: text }), || text.to_owned())
    }
}

/// A value whose keys are strings, as all of ours are, can always be written.
fn json(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap_or_else(|_| Value::Null.to_string())
}

impl Reply {
    /// An answer for people.
    pub(crate) fn text(body: impl Into<String>) -> Self {
        Self { body: body.into(), ..Self::default() }
    }

    /// Nothing was done.
    pub(crate) fn failed(failure: Failure) -> Self {
        Self { failure: Some(failure), ..Self::default() }
    }

    /// Adds what was refused although the rest was done.
    pub(crate) fn but(mut self, failure: Option<Failure>) -> Self {
        self.failure = failure;
        self
    }

    /// Adds a remark for people.
    pub(crate) fn remark(mut self, remark: impl Display) -> Self {
        self.remarks.push(remark.to_string());
        self
    }
}

/// Prints; answers the exit status. A reader who has gone away is no error.
pub(crate) fn print(reply: &Reply, format: Format) -> u8 {
    let unprinted = match print_body(&reply.body) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Some(Failure::output(&error)),
        _ => None,
    };
    let failure = reply.failure.as_ref().or(unprinted.as_ref());
    let mut stderr = anstream::stderr();
    // Nobody is left to be told when stderr is closed.
    let _ = print_failure(&mut stderr, reply, failure, format);
    failure.map_or(0, |failure| failure.status)
}

fn print_body(body: &str) -> io::Result<()> {
    if body.is_empty() {
        return Ok(());
    }
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(body.as_bytes())?;
    if !body.ends_with('\n') {
        stdout.write_all(b"\n")?;
    }
    stdout.flush()
}

fn print_failure(
    to: &mut impl Write,
    reply: &Reply,
    failure: Option<&Failure>,
    format: Format,
) -> io::Result<()> {
    match (format, failure) {
        (Format::Json, None) => Ok(()),
        (Format::Json, Some(failure)) => writeln!(to, "{}", json(json!({ "error": failure }))),
        (Format::Text, failure) => {
            for remark in &reply.remarks {
                writeln!(to, "{remark}")?;
            }
            match failure {
                Some(failure) => writeln!(to, "{}\n{}", failure.message, failure.remedy),
                None => Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(arguments: &[&str]) -> Format {
        Format::asked_for(&arguments.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn json_is_asked_for_anywhere_but_behind_two_hyphens() {
        assert_eq!(format(&["shpalta", "status", "--json"]), Format::Json);
        assert_eq!(format(&["shpalta", "--json", "status"]), Format::Json);
        assert_eq!(format(&["shpalta", "status", "--", "--json"]), Format::Text);
    }

    #[test]
    fn a_failure_in_json_is_the_last_line() {
        let reply = Reply::default().remark("a remark");
        let failure = Failure::refused("held_back", "No.".to_owned(), "Wait.");
        let mut printed = Vec::new();
        assert!(print_failure(&mut printed, &reply, Some(&failure), Format::Json).is_ok());
        let expected =
            "{\"error\":{\"code\":\"held_back\",\"message\":\"No.\",\"remedy\":\"Wait.\"}}\n";
        assert_eq!(String::from_utf8_lossy(&printed), expected);
    }
}
