//! Putting two texts of one edition together.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_text::merge::{self, Choice, Piece};
use ts_rs::TS;

use super::{Differing, differing_of};
use crate::act::Act;
use crate::draft::{self, Putting, Saved};
use crate::edition::{self, Edition, EditionText};
use crate::error::Error;
use crate::id::StoryId;
use crate::revision::{self, Reason, Revision, Writer};
use crate::{Newsroom, Result};

/// Ours and theirs in one, word by word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergeOffer {
    /// The story's revisions that it is made of.
    pub differing: Differing,
    /// The draft's save counter that merging is based on.
    pub save: u64,
    pub fields: Vec<MergedField>,
    /// Places where somebody has to choose.
    pub conflicts: usize,
    /// The whole text where there are none.
    pub text: Option<EditionText>,
}

/// One field of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergedField {
    /// `headline`, `lead`, `body`, or a variant's name after `variant.`.
    pub field: String,
    pub pieces: Vec<Piece>,
}

/// What the names of variants' fields begin with.
const VARIANT: &str = "variant.";

impl Newsroom {
    /// Puts the draft and a revision that came in a parcel together. What either changed is there;
    /// where both changed the same words it is a conflict.
    ///
    /// # Errors
    /// [`Error::NothingToMerge`] for a revision that the draft goes on from or that is none of
    /// these, [`Error::NoRevision`], [`Error::TextErased`].
    pub fn merge_offer(
        &self,
        story: StoryId,
        language: Language,
        theirs: u32,
    ) -> Result<MergeOffer> {
        self.read(|sql| offer(sql, &Edition::of(sql, story, language)?, theirs))
    }

    /// Makes one text of the draft and a revision that came in a parcel: `text`, or else what
    /// [`Newsroom::merge_offer`] says. `based_on` is the save counter of the draft that was looked
    /// at; none for whatever stands there. Whoever has the parcel's newsroom goes on from it.
    ///
    /// # Errors
    /// As [`Newsroom::merge_offer`]; [`Error::MergeConflicts`] without a text while there are
    /// conflicts, [`Error::TextChanged`] when the draft is another by now, [`Error::NotAllowed`].
    pub fn merge(
        &mut self,
        act: &Act,
        story: StoryId,
        language: Language,
        theirs: u32,
        text: Option<&EditionText>,
        based_on: Option<u64>,
    ) -> Result<u32> {
        self.transact(act, "merge", |tx| {
            tx.person.must_write(language)?;
            let (edition, _) = draft::cut_pending(tx, Edition::of(tx, story, language)?)?;
            let draft = draft::get(tx, edition.id)?;
            if based_on.is_some_and(|save| save != draft.save) {
                return Err(Error::TextChanged);
            }
            let offer = offer(tx, &edition, theirs)?;
            let text = match text {
                Some(text) => text.normalised(),
                None => offer.text.ok_or(Error::MergeConflicts(offer.conflicts))?.normalised(),
            };
            let merged = Revision::numbered(tx, &edition, theirs)?;
            let (based_on, seen) = (draft.save, draft.seen);
            let number = if text == draft.text {
                let writer = Writer { person: tx.act.by, reason: Reason::Merge, seen };
                revision::cut_again(tx, &edition, writer)?.number
            } else {
                let putting = Putting { text: &text, based_on, seen, sitting: None, told: &[] };
                match draft::put(tx, edition.clone(), &putting, Some(Reason::Merge))? {
                    Saved::Saved { revision: Some(number), .. } => number,
                    _ => return Err(Error::TextChanged),
                }
            };
            tx.prepare_cached("UPDATE revision SET merged = ? WHERE edition = ? AND number = ?")?
                .execute(rusqlite::params![merged.id, edition.id, number])?;
            tx.changed(story, Some(edition.id))?;
            Ok(number)
        })
    }
}

fn offer(sql: &Connection, edition: &Edition, theirs: u32) -> Result<MergeOffer> {
    let revision = Revision::worded(sql, edition, theirs)?;
    let differing = differing_of(sql, edition)?;
    let differing = differing.into_iter().find(|differing| differing.theirs == theirs);
    let differing = differing.ok_or(Error::NothingToMerge(theirs))?;
    let base = match differing.base {
        Some(number) => base_text(sql, edition, number)?,
        None => EditionText::default(),
    };
    let draft = draft::get(sql, edition.id)?;
    let fields = merged(&base, &draft.text, &edition::text(sql, revision.content)?);
    let conflicts = fields.iter().map(|field| merge::conflicts(&field.pieces)).sum();
    let text = (conflicts == 0).then(|| put_together(&fields));
    Ok(MergeOffer { differing, save: draft.save, fields, conflicts, text })
}

/// Erased words are none that both could have started from.
fn base_text(sql: &Connection, edition: &Edition, number: u32) -> Result<EditionText> {
    match Revision::worded(sql, edition, number) {
        Ok(revision) => edition::text(sql, revision.content),
        Err(Error::TextErased { .. }) => Ok(EditionText::default()),
        Err(error) => Err(error),
    }
}

fn merged(base: &EditionText, ours: &EditionText, theirs: &EditionText) -> Vec<MergedField> {
    let field = |name: String, [base, ours, theirs]: [&str; 3]| MergedField {
        field: name,
        pieces: merge::merge(base, ours, theirs),
    };
    let mut fields = vec![
        field("headline".to_owned(), [&base.headline, &ours.headline, &theirs.headline]),
        field("lead".to_owned(), [&base.lead, &ours.lead, &theirs.lead]),
        field("body".to_owned(), [&base.body, &ours.body, &theirs.body]),
    ];
    let all = [base, ours, theirs].map(|text| &text.variants);
    let names: std::collections::BTreeSet<_> = all.into_iter().flat_map(BTreeMap::keys).collect();
    for name in names {
        let said = all.map(|variants| variants.get(name).map_or("", String::as_str));
        fields.push(field(format!("{VARIANT}{name}"), said));
    }
    fields
}

/// The text of fields without conflicts.
fn put_together(fields: &[MergedField]) -> EditionText {
    let mut text = EditionText::default();
    for MergedField { field, pieces } in fields {
        let said = merge::text(pieces, Choice::Ours);
        match (field.as_str(), field.strip_prefix(VARIANT)) {
            ("headline", _) => text.headline = said,
            ("lead", _) => text.lead = said,
            (_, Some(name)) => _ = text.variants.insert(name.to_owned(), said),
            _ => text.body = said,
        }
    }
    text
}
