//! Parcels: a story to hand over, and putting together what came in one.

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::parcel::{ENDING, MergeOffer, Sent, Taken};
use ts_rs::TS;
use uuid::Uuid;

use super::start::absolute;
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeParcel {
    pub(crate) operation: Uuid,
    /// A file that was picked, dropped, handed in or listed as incoming.
    pub(crate) token: Uuid,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SendParcel {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    /// Where the file is to lie; it is called as the story is.
    pub(crate) folder: String,
}

/// A revision that came in a parcel, beside an edition's draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Beside {
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) theirs: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Merge {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) theirs: u32,
    /// Both in one, as it was chosen.
    pub(crate) text: EditionText,
    /// The draft's save counter that was looked at.
    pub(crate) based_on: u64,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Merged {
    pub(crate) revision: u32,
}

pub(crate) fn take(desk: &Desk, wanted: TakeParcel) -> Result<Taken, Failure> {
    let file = desk.picking.path(wanted.token)?;
    desk.change_aside(wanted.operation, |newsroom, act| newsroom.parcel_in(act, &file))
}

pub(crate) fn send(desk: &Desk, wanted: SendParcel) -> Result<Sent, Failure> {
    let folder = absolute(&wanted.folder)?;
    desk.change_aside(wanted.operation, |newsroom, act| {
        let story = newsroom.story_id(&wanted.story)?;
        newsroom.parcel_out(act, story, &folder.join(format!("{}.{ENDING}", wanted.story)))
    })
}

pub(crate) fn offer(desk: &Desk, wanted: Beside) -> Result<MergeOffer, Failure> {
    desk.read_story(&wanted.story, |newsroom, story| {
        newsroom.merge_offer(story, wanted.language, wanted.theirs)
    })
}

pub(crate) fn merge(desk: &Desk, wanted: Merge) -> Result<Merged, Failure> {
    let Merge { language, theirs, text, based_on, .. } = &wanted;
    desk.change_story(wanted.operation, &wanted.story, |newsroom, act, story| {
        let revision =
            newsroom.merge(act, story, *language, *theirs, Some(text), Some(*based_on))?;
        Ok(Merged { revision })
    })
}
