//! What readers are told of a correction or clarification.

use jiff::Timestamp;
use serde::Serialize;
use shpalta_language::date::When;
use shpalta_language::{Language, page as words};

use super::Pages;
use super::marked::{Dated, Marked};
use super::structured::Correction;

/// A note as pages show it.
#[derive(Serialize)]
pub(super) struct Note {
    /// What it is and since when.
    name: Dated,
    text: Marked,
    #[serde(skip)]
    called: String,
    #[serde(skip)]
    machine: String,
}

impl Pages<'_> {
    pub(super) fn note_of(
        &self,
        language: Language,
        name: &str,
        at: Timestamp,
        text: &str,
    ) -> Note {
        let since = self.moment(language, When::Instant(at));
        let line = words::note(language, name, &since.stamp, "");
        Note {
            called: name.to_owned(),
            machine: since.machine.clone(),
            name: Dated::new(&line, since),
            text: Marked::note(language, text),
        }
    }
}

impl Note {
    /// The note for machines.
    pub fn correction(&self) -> Correction {
        Correction::new(&self.called, &self.text.text, &self.machine)
    }

    /// The note as one line.
    pub fn line(&self) -> String {
        format!("{} {}", self.name.line(), self.text.text)
    }
}
