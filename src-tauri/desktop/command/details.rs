//! What a story's pages show besides the text.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::id::{MediaHash, NameId};
use shpalta_newsroom::media::Media;
use shpalta_newsroom::names::{NameEntry, NameKind};
use ts_rs::TS;
use uuid::Uuid;

use super::Nothing;
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetDetail {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    /// One of the newsroom's keys of a story: `date`, `dateline`, `authors`, `address.uk` …
    pub(crate) key: String,
    pub(crate) value: String,
}

/// What a change of a detail deserves to be told of.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Warned {
    /// A code.
    pub(crate) warning: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetCredit {
    pub(crate) operation: Uuid,
    /// The hash.
    pub(crate) media: String,
    pub(crate) language: Language,
    pub(crate) credit: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetMedia {
    pub(crate) operation: Uuid,
    /// The hash.
    pub(crate) media: String,
    /// One of the newsroom's keys of a photo: `origin`, `until`, `banned`, `shows` …
    pub(crate) key: String,
    pub(crate) value: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Names {
    pub(crate) kind: NameKind,
    /// The language whose order the list is in.
    pub(crate) language: Language,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetName {
    pub(crate) operation: Uuid,
    pub(crate) kind: NameKind,
    pub(crate) names: shpalta_newsroom::names::Names,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectName {
    pub(crate) operation: Uuid,
    pub(crate) id: Uuid,
    /// All that it has from now on.
    pub(crate) names: shpalta_newsroom::names::Names,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddImage {
    pub(crate) operation: Uuid,
    pub(crate) token: Uuid,
}

pub(crate) fn set(desk: &Desk, wanted: SetDetail) -> Result<Warned, Failure> {
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let warning = newsroom.set_story(act, story, &wanted.key, &wanted.value)?;
        Ok(Warned { warning })
    })
}

pub(crate) fn set_credit(desk: &Desk, wanted: SetCredit) -> Result<(), Failure> {
    let media = named(&wanted.media)?;
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.set_credit(act, media, wanted.language, &wanted.credit)
    })
}

pub(crate) fn set_media(desk: &Desk, wanted: SetMedia) -> Result<(), Failure> {
    let media = named(&wanted.media)?;
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.set_media(act, media, &wanted.key, &wanted.value)
    })
}

fn named(media: &str) -> Result<MediaHash, Failure> {
    MediaHash::from_hex(media).ok_or_else(|| Failure::bad_request(media))
}

pub(crate) fn names(desk: &Desk, wanted: Names) -> Result<Vec<NameEntry>, Failure> {
    desk.read(|newsroom| newsroom.names(wanted.kind, wanted.language))
}

pub(crate) fn set_name(desk: &Desk, wanted: SetName) -> Result<(), Failure> {
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.set_name(act, wanted.kind, &wanted.names, None).map(drop)
    })
}

pub(crate) fn correct_name(desk: &Desk, wanted: CorrectName) -> Result<(), Failure> {
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.correct_name(act, NameId(wanted.id), &wanted.names).map(drop)
    })
}

pub(crate) fn media(desk: &Desk, _: Nothing) -> Result<Vec<Media>, Failure> {
    desk.read(Newsroom::media)
}

pub(crate) fn add_image(desk: &Desk, wanted: AddImage) -> Result<Media, Failure> {
    let file: PathBuf = desk.picking.path(wanted.token)?;
    let hash = desk.change(wanted.operation, |newsroom, act| {
        newsroom.add_media(act, &file, &shpalta_newsroom::names::Names::new())
    })?;
    let media = desk.read(|newsroom| newsroom.media_file(hash))?;
    media.ok_or_else(|| Failure::of("bad_media"))
}
