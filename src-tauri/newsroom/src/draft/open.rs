//! Opening a draft to go on with it.

use jiff::Timestamp;
use serde::Serialize;
use shpalta_language::Language;
use ts_rs::TS;

use super::get;
use crate::edition::{Edition, EditionText};
use crate::id::StoryId;
use crate::revision::Revision;
use crate::{Newsroom, Result, staff, story};

/// A draft with what a writer has to know to go on with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftView {
    /// The story's slug.
    pub story: String,
    pub language: Language,
    pub original: Language,
    /// The save counter that the next save is based on.
    pub save: u64,
    pub text: EditionText,
    /// The number of the newest revision of the edition that this one follows.
    pub seen: Option<u32>,
    /// The number of the newest revision of the draft's line.
    pub revision: Option<u32>,
    /// Who saved last.
    pub person: Option<String>,
    #[ts(type = "string | null")]
    pub at: Option<Timestamp>,
}

impl Newsroom {
    /// The draft of an edition, to be gone on with.
    pub fn open_draft(&self, story: StoryId, language: Language) -> Result<DraftView> {
        self.read(|sql| {
            let edition = Edition::of(sql, story, language)?;
            let number = |id| Revision::get(sql, id).map(|revision| revision.number);
            let seen = match edition.follows {
                Some(_) => edition.followed(sql)?.head.map(number).transpose()?,
                None => None,
            };
            let story = story::get(sql, story)?;
            let draft = get(sql, edition.id)?;
            let person = draft.person.map(|id| staff::person(sql, id)).transpose()?;
            Ok(DraftView {
                story: story.slug,
                language,
                original: story.original,
                save: draft.save,
                text: draft.text,
                seen,
                revision: edition.head.map(number).transpose()?,
                person: person.map(|person| person.name),
                at: draft.at,
            })
        })
    }
}
