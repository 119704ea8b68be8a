//! What Shpalta knows of Ukrainian, English and Russian. Pure: no files, no clock, no database.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub mod collate;
pub mod date;
pub mod facts;
pub mod fold;
pub mod letters;
pub mod number;
pub mod page;
pub mod place;
pub mod plural;
pub mod romanise;
pub mod section;
pub mod typography;

/// A language of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Uk,
    En,
    Ru,
}

impl Language {
    /// All three, in the order of the desk.
    pub const ALL: [Self; 3] = [Self::Uk, Self::En, Self::Ru];

    /// The code, as in `lang` attributes (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}
