//! What a value has to be.

use std::fmt;

/// What was expected of a value that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Name,
    /// A name in at least one language.
    Names,
    NameOrNames,
    Text,
    Headline,
    /// A page address or slug.
    Address,
    WebAddress,
    Language,
    /// For a translation to follow.
    OtherEdition,
    WholeNumber,
    OnOrOff,
    /// With or without a time.
    Date,
    /// A date with a time.
    Instant,
    Json,
    /// Without a time.
    Day,
    /// One that the list of keys names.
    Word,
}

impl Expected {
    /// For programs; it never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Names => "names",
            Self::NameOrNames => "name_or_names",
            Self::Text => "text",
            Self::Headline => "headline",
            Self::Address => "address",
            Self::WebAddress => "web_address",
            Self::Language => "language",
            Self::OtherEdition => "other_edition",
            Self::WholeNumber => "whole_number",
            Self::OnOrOff => "on_or_off",
            Self::Date => "date",
            Self::Instant => "instant",
            Self::Json => "json",
            Self::Day => "day",
            Self::Word => "word",
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "a name",
            Self::Names => "a name in at least one language",
            Self::NameOrNames => "a name or a list of names",
            Self::Text => "text",
            Self::Headline => "a text with letters or digits",
            Self::Address => "small Latin letters, digits and hyphens, at most 80",
            Self::WebAddress => "an address like https://example.org",
            Self::Language => "uk, en or ru",
            Self::OtherEdition => "another edition that does not follow it",
            Self::WholeNumber => "a whole number, 0 or more",
            Self::OnOrOff => "on or off",
            Self::Date => "a date, such as 2025-01-20 or 2025-01-20 11:56",
            Self::Instant => "a date with a time, such as 2025-01-20 14:00",
            Self::Json => "JSON",
            Self::Day => "a date, such as 2025-01-20",
            Self::Word => "a word that the list of keys names",
        })
    }
}
