//! What a file says of one edition, and what a person should be told about it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::{Language, date::When};
use ts_rs::TS;

use crate::edition::EditionText;

/// One edition as a file says it. `None` is what the file does not name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    pub language: Option<Language>,
    pub headline: Option<String>,
    pub lead: Option<String>,
    /// Markdown; empty when the file has no text.
    pub body: String,
    /// The edition's address.
    pub slug: Option<String>,
    pub date: Option<When>,
    /// The dateline's place as the file spells it.
    pub place: Option<String>,
    pub source: Option<String>,
    pub views: Option<u64>,
    /// The language that the story was written in.
    pub original: Option<Language>,
    pub authors: Option<Vec<String>>,
    pub tags: Option<Vec<String>>,
    pub section: Option<String>,
    pub embargo: Option<Timestamp>,
    /// Front matter that the desk has no place for, kept as it is.
    pub unknown: BTreeMap<String, serde_json::Value>,
    pub notes: Vec<Note>,
}

impl Parsed {
    /// The text of an edition; what the file does not name stays as it was.
    pub fn over(&self, current: EditionText) -> EditionText {
        EditionText {
            headline: self.headline.clone().unwrap_or(current.headline),
            lead: self.lead.clone().unwrap_or(current.lead),
            body: if self.body.is_empty() { current.body } else { self.body.clone() },
            variants: current.variants,
        }
    }

    /// Tells the person something about a line of the file, counted from 1.
    pub(super) fn note(&mut self, line: impl Into<Option<usize>>, remark: Remark) {
        self.notes.push(Note { line: line.into(), remark });
    }
}

/// Something that a person should be told about an import that went well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Note {
    /// The line of the file, counted from 1, where one is known.
    pub line: Option<usize>,
    pub remark: Remark,
}

/// What there is to say. The sentence is the command's; the window words the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Remark {
    #[error("the key “{key}” is not one of the desk's; it is kept")]
    UnknownKey { key: String },
    #[error("only the first category became the section; left out: {left}")]
    OneSection { left: String },
    #[error("“{text}” belongs to the page, not to the text; it is left out")]
    Furniture { text: String },
    #[error("“{text}” was taken for the author because it stands alone at the end")]
    AuthorGuessed { text: String },
    #[error("“{text}” was taken for a quote's attribution because it begins with a dash")]
    AttributionGuessed { text: String },
    #[error("the language was taken to be {} from the letters", language.code())]
    LanguageGuessed { language: Language },
    #[error("the dateline names no year; {day} is the latest such day")]
    YearGuessed { day: String },
    #[error("{local} comes twice when the clocks go back; the earlier was taken")]
    HourTwice { local: String },
    #[error("“{text}” is a rounded number of views; it is left out")]
    ViewsRounded { text: String },
    #[error("the picture {address} is not in the newsroom yet; its place is kept empty")]
    ImageSlot { address: String },
}

impl Remark {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } => "unknown_key",
            Self::OneSection { .. } => "one_section",
            Self::Furniture { .. } => "furniture",
            Self::AuthorGuessed { .. } => "author_guessed",
            Self::AttributionGuessed { .. } => "attribution_guessed",
            Self::LanguageGuessed { .. } => "language_guessed",
            Self::YearGuessed { .. } => "year_guessed",
            Self::HourTwice { .. } => "hour_twice",
            Self::ViewsRounded { .. } => "views_rounded",
            Self::ImageSlot { .. } => "image_slot",
        }
    }
}
