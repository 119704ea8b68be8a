//! What in a parcel cannot be so.

use std::fmt;

/// Why a whole parcel is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// Its parts do not fit together: no Shpalta wrote it.
    Itself,
    /// It says otherwise of a story or a revision that is here.
    Known,
    /// One device made two decisions under one number: its newsroom was put back to an earlier
    /// state and went on.
    Chain,
}

impl Contradiction {
    /// For programs; it never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::Known => "known",
            Self::Chain => "chain",
        }
    }

    pub(super) fn remedy(self) -> &'static str {
        match self {
            Self::Itself | Self::Known => "Ask whoever sent it how it was made.",
            Self::Chain => {
                "Ask for the story as Markdown files, and take these in: shpalta story import."
            }
        }
    }
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Itself => "its parts do not fit together",
            Self::Known => "it says otherwise of a revision that is here",
            Self::Chain => "its decisions contradict those that are here",
        })
    }
}
