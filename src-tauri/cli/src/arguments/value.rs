//! Values of arguments.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, StringValueParser, TypedValueParser};
use shpalta_language::Language;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::staff::Role;

/// The number of a revision, written `r3` or `3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision(pub u32);

impl FromStr for Revision {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = text.strip_prefix(['r', 'R']).unwrap_or(text);
        match number.parse() {
            Ok(number) if number > 0 => Ok(Self(number)),
            _ => Err("revisions are written r1, r2, r3 …".to_owned()),
        }
    }
}

/// A language by its code.
pub fn language() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.map(Language::code);
    PossibleValuesParser::new(codes)
        .try_map(|code| Language::from_code(&code).ok_or("write uk, en or ru"))
}

/// A photo by its hash, or by what stands in texts for it.
pub(super) fn media() -> impl TypedValueParser<Value = MediaHash> {
    StringValueParser::new().try_map(|said| {
        let hash = said.strip_prefix("media:").unwrap_or(&said);
        MediaHash::from_hex(hash).ok_or("write the 64 digits that `media list` shows")
    })
}

/// A role by its name.
pub(super) fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::name))
        .try_map(|name| Role::from_name(&name).ok_or("not a role"))
}
