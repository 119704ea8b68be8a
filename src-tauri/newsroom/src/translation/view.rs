//! A translation row by row, as the window shows it beside its original.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use rusqlite::Connection;
use serde::Serialize;
use shpalta_language::Language;
use shpalta_language::facts::{self, Fact, FactKind};
use shpalta_text::diff::{self, Run};
use shpalta_text::{BlockKind, Field};
use ts_rs::TS;

use super::bringer::{Bringer, bringers};
use super::claim::{Claim, Claims};
use super::row::{Matched, RowState, is_language_neutral};
use crate::decision::Verdicts;
use crate::edition::{Edition, EditionText};
use crate::id::{BlockId, PairsHash, RevisionId, StoryId};
use crate::revision::{Revision, Stand};
use crate::status::Picture;
use crate::{Newsroom, Result, story};

/// A translation and what it is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranslateView {
    /// The story's slug.
    pub story: String,
    pub language: Language,
    /// The language of the edition that it is made from.
    pub original: Language,
    /// The revision of the original that rows are shown against: the approved one, or the newest
    /// while none is approved.
    pub original_revision: Option<u32>,
    /// When that was approved; none for the newest, not approved.
    #[ts(type = "string | null")]
    pub original_approved: Option<Timestamp>,
    #[ts(type = "number")]
    pub save: u64,
    /// What a confirmation names as looked at.
    pub content: PairsHash,
    /// The newest revision of the translation.
    pub revision: Option<u32>,
    /// What a save from this view names as seen: the revision that is shown.
    pub seen: Option<u32>,
    pub text: EditionText,
    pub behind: usize,
    pub coming: usize,
    pub fresh: usize,
    pub rows: Vec<TranslateRow>,
}

/// One row: a block of the translation and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranslateRow {
    /// Counted from 1.
    pub row: usize,
    /// The block that the row is about, whatever becomes of its number.
    pub id: BlockId,
    pub kind: BlockKind,
    pub state: RowState,
    pub coming: bool,
    /// The translation's block, counted from 1.
    pub block: Option<usize>,
    /// The field of the text that it stands in, and from where to where, in UTF-16 units.
    pub field: Option<Field>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub translation: String,
    /// The original's blocks, counted from 1.
    pub originals: Vec<usize>,
    pub original: String,
    /// From what the translation was last made from to what counts now; for a row that only has
    /// something coming, to the newest. None where nothing changed or nothing was before.
    pub diff: Option<Vec<Run>>,
    /// The revision of the original that brought what the diff leads to.
    #[ts(type = "string | null")]
    pub changed_at: Option<Timestamp>,
    pub changed_by: Option<String>,
    pub facts: Vec<FactPair>,
    /// Old facts that make a confirmation need a reason.
    pub kept: Vec<String>,
    pub suggestions: Vec<Suggestion>,
}

/// A fact of the original beside the same one of the translation, or alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FactPair {
    pub kind: FactKind,
    pub original: Option<String>,
    pub translation: Option<String>,
    pub agrees: bool,
}

/// What could be replaced in a row's translation, by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion {
    pub from: String,
    pub to: String,
}

impl Newsroom {
    /// A translation row by row.
    ///
    /// # Errors
    /// [`Error::IsOriginal`](crate::Error::IsOriginal).
    pub fn translate(&self, story: StoryId, language: Language) -> Result<TranslateView> {
        self.read(|sql| view(sql, story, language))
    }
}

fn view(sql: &Connection, story: StoryId, language: Language) -> Result<TranslateView> {
    let edition = Edition::of(sql, story, language)?;
    let followed = edition.followed(sql)?;
    let picture = Picture::of(sql, edition)?;
    let number = |id: RevisionId| Revision::get(sql, id).map(|revision| revision.number);
    let shown = picture.reference.revision;
    let approvals = Verdicts::load(sql, followed.id)?;
    let approval = approvals.approval().filter(|approval| approval.revision == shown);
    let original_revision = shown.map(number).transpose()?;
    let claims = Claims::of(sql, &picture, &followed);
    let rows = rows(sql, &claims)?;
    Ok(TranslateView {
        story: story::get(sql, story)?.slug,
        language,
        original: followed.language,
        original_revision,
        original_approved: approval.map(|approval| approval.at),
        save: picture.draft.save,
        content: picture.pairs_hash(),
        revision: picture.edition.head.map(number).transpose()?,
        seen: original_revision,
        text: picture.stand.text.clone(),
        behind: picture.rows.behind,
        coming: picture.rows.coming,
        fresh: rows.iter().filter(|row| row.state == RowState::Fresh).count(),
        rows,
    })
}

fn rows(sql: &Connection, claims: &Claims<'_>) -> Result<Vec<TranslateRow>> {
    let picture = claims.picture;
    let shown = claims.stands.get(picture.reference.revision)?;
    let spans = Spans::of(&picture.stand);
    let brought = brought(sql, claims)?;
    let mut rows = Vec::new();
    for (at, matched) in picture.rows.matched.iter().enumerate() {
        let original = shown.words_at(&matched.originals);
        let mut row = plain_row(picture, at, matched, original, &spans);
        row.facts = fact_pairs(claims, &row);
        if claims.is_open(at) {
            add_claim(claims, &mut row, claims.claim(at)?);
            let bringer = brought.get(&at).cloned();
            row.changed_at = bringer.as_ref().map(|bringer| bringer.at);
            row.changed_by = bringer.map(|bringer| bringer.person);
        }
        rows.push(row);
    }
    Ok(rows)
}

fn plain_row(
    picture: &Picture,
    at: usize,
    matched: &Matched,
    original: String,
    spans: &Spans,
) -> TranslateRow {
    let row = &picture.rows.rows[at];
    let block = matched.block.map(|at| &picture.stand.blocks[at]);
    let span = matched.block.and_then(|at| spans.0.get(at)).copied();
    TranslateRow {
        row: row.row,
        id: matched.subject(&picture.stand.side, &picture.reference),
        kind: row.kind,
        state: row.state,
        coming: row.coming,
        block: row.block,
        field: block.map(|block| block.field),
        start: span.map(|span| span.0),
        end: span.map(|span| span.1),
        translation: block.map(|block| block.text.clone()).unwrap_or_default(),
        originals: row.original.clone(),
        original,
        diff: None,
        changed_at: None,
        changed_by: None,
        facts: Vec::new(),
        kept: Vec::new(),
        suggestions: Vec::new(),
    }
}

fn add_claim(claims: &Claims<'_>, row: &mut TranslateRow, claim: Claim) {
    // What is fresh now was made from what counts, whichever of its texts that was.
    let old = match row.state {
        RowState::Fresh => claim.old.or_else(|| Some(row.original.clone())),
        RowState::Changed | RowState::Extra => claim.old,
        RowState::Missing => None,
    };
    let language = claims.picture.edition.language;
    if let Some(old) = &old {
        row.suggestions = suggestions(claims.original, old, &claim.new, language, row, &claim.kept);
    }
    row.diff = old.filter(|old| *old != claim.new).map(|old| diff::words(&old, &claim.new));
    row.kept = claim.kept.into_iter().map(|fact| fact.text).collect();
}

fn suggestions(
    original: Language,
    old: &str,
    new: &str,
    language: Language,
    row: &TranslateRow,
    kept: &[Fact],
) -> Vec<Suggestion> {
    let successors = facts::successors(original, old, new).into_iter();
    successors
        .filter(|(gone, _)| kept.iter().any(|kept| kept.agrees(gone)))
        .filter_map(|(gone, came)| facts::rewrite(language, &row.translation, &gone, &came))
        .map(|rewrite| Suggestion { from: rewrite.from, to: rewrite.to })
        .collect()
}

fn fact_pairs(claims: &Claims<'_>, row: &TranslateRow) -> Vec<FactPair> {
    let both = !row.original.is_empty() && !row.translation.is_empty();
    if is_language_neutral(row.kind) || !both {
        return Vec::new();
    }
    let language = claims.picture.edition.language;
    facts::pairs((claims.original, &row.original), (language, &row.translation))
        .into_iter()
        .filter_map(|(original, translation)| {
            let kind = original.as_ref().or(translation.as_ref())?.kind;
            let agrees = original.is_some() && translation.is_some();
            let text = |fact: Option<Fact>| fact.map(|fact| fact.text);
            let (original, translation) = (text(original), text(translation));
            Some(FactPair { kind, original, translation, agrees })
        })
        .collect()
}

/// Who brought what the open rows stand against, by the row's index.
fn brought(sql: &Connection, claims: &Claims<'_>) -> Result<HashMap<usize, Bringer>> {
    let picture = claims.picture;
    let open = |at: &usize| claims.is_open(*at);
    let rows: Vec<_> = (0..picture.rows.matched.len()).filter(open).collect();
    let (coming, now): (Vec<usize>, Vec<usize>) =
        rows.into_iter().partition(|at| picture.rows.matched[*at].is_fresh());
    let mut all = HashMap::new();
    for (side, rows) in [(&picture.reference, now), (&picture.newest, coming)] {
        let blocks = |at: &usize| {
            let row = &picture.rows.matched[*at];
            let linked = row.block.map(|at| {
                let ids = picture.stand.side.identities(at).into_iter();
                let standing = picture.links.originals(&picture.stand.side, at, side).into_iter();
                let standing = standing.map(|at| side.blocks[at].id);
                ids.flat_map(|id| picture.links.of(id)).chain(standing).collect()
            });
            let alone =
                || row.originals.iter().map(|at| picture.reference.blocks[*at].id).collect();
            linked.unwrap_or_else(alone)
        };
        let sets: Vec<BTreeSet<BlockId>> = rows.iter().map(blocks).collect();
        let found = bringers(sql, side.revision, &sets)?;
        all.extend(rows.into_iter().zip(found).filter_map(|(at, found)| Some((at, found?))));
    }
    Ok(all)
}

/// From where to where each block stands in its field, in UTF-16 units.
struct Spans(Vec<(usize, usize)>);

impl Spans {
    fn of(stand: &Stand) -> Self {
        let mut field = Field::Headline;
        let (mut bytes, mut units) = (0, 0);
        let mut spans = Vec::new();
        for block in &stand.blocks {
            if block.field != field {
                (field, bytes, units) = (block.field, 0, 0);
            }
            let text = match field {
                Field::Headline => &stand.text.headline,
                Field::Lead => &stand.text.lead,
                Field::Body => &stand.text.body,
            };
            let mut unit_of = |byte: usize| {
                let gap = text.get(bytes..byte).unwrap_or_default();
                units += gap.encode_utf16().count();
                bytes = byte;
                units
            };
            spans.push((unit_of(block.span.start), unit_of(block.span.end)));
        }
        Self(spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_counted_as_the_window_counts() {
        let text = EditionText {
            headline: "😀 Дощ".to_owned(),
            body: "Перший 😀.\n\n- другий\n- 😀 третій".to_owned(),
            ..EditionText::default()
        };
        let blocks = text.blocks(Language::Uk);
        let stand = Stand { text: text.clone(), blocks, ..Stand::default() };
        let units: Vec<u16> = text.body.encode_utf16().collect();
        let parts: Vec<_> = Spans::of(&stand).0.iter().map(|(start, end)| *start..*end).collect();
        assert_eq!(parts[0], 0..6);
        let words =
            |range: &std::ops::Range<usize>| String::from_utf16_lossy(&units[range.clone()]);
        let words: Vec<_> = parts[1..].iter().map(words).collect();
        assert_eq!(words, ["Перший 😀.", "- другий", "- 😀 третій"]);
    }
}
