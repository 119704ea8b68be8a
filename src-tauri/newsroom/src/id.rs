//! Identifiers. Each kind of thing has its own type, so that one cannot stand in for another.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.as_bytes().as_slice().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(
                value: rusqlite::types::ValueRef<'_>,
            ) -> rusqlite::types::FromSqlResult<Self> {
                let bytes = <[u8; 16]>::column_result(value)?;
                Ok(Self(Uuid::from_bytes(bytes)))
            }
        }
    )+};
}

uuid_ids! {
    /// A story.
    StoryId,
    /// One language of a story.
    EditionId,
    /// An immutable copy of an edition's text.
    RevisionId,
    /// A block; it lives through revisions.
    BlockId,
    /// Somebody on the staff.
    PersonId,
    /// An author, a place or a source in the newsroom's tables of names.
    NameId,
    /// One computer's copy of a newsroom: the owner of one chain of the log.
    DeviceId,
    /// What one mutation is called: running it twice equals running it once.
    OperationId,
    /// One stretch of work at an edition in one window.
    SittingId,
    /// One run of an export.
    ExportId,
}

macro_rules! hashes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, TS)]
        #[ts(type = "string")]
        pub struct $name(pub [u8; 32]);

        impl $name {
            /// The hash of 64 lower-case hexadecimal digits.
            pub fn from_hex(digits: &str) -> Option<Self> {
                hex_bytes(digits).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let digits = String::deserialize(from)?;
                Self::from_hex(&digits).ok_or_else(|| serde::de::Error::custom("not a SHA-256"))
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.as_slice().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(
                value: rusqlite::types::ValueRef<'_>,
            ) -> rusqlite::types::FromSqlResult<Self> {
                <[u8; 32]>::column_result(value).map(Self)
            }
        }
    )+};
}

hashes! {
    /// SHA-256 of an edition's whole text: what an approval is bound to.
    ContentHash,
    /// SHA-256 of a translation's draft and of the original's wordings beside it: what somebody
    /// looked at who confirms.
    PairsHash,
    /// SHA-256 of what a page shows besides the text.
    DetailsHash,
    /// SHA-256 of the names, as spelt, that a page shows.
    NamesHash,
    /// SHA-256 of a media file's bytes.
    MediaHash,
    /// SHA-256 of a block's kind and folded words ([`shpalta_text::BlockHash`]), as it is written
    /// down.
    WordingHash,
    /// SHA-256 of a row of the log.
    LogHash,
}

fn hex_bytes(digits: &str) -> Option<[u8; 32]> {
    let digits = digits.as_bytes();
    let mut bytes = [0; 32];
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = (hex_digit(pair[0])? << 4) | hex_digit(pair[1])?;
    }
    Some(bytes)
}

fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
