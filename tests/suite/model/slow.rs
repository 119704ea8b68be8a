//! The rules of the desk once more, slow and obvious, over texts whose blocks are known by name.
//! Nothing here compares wordings to find out which block is which.

mod decide;
mod save;

use std::collections::{BTreeMap, BTreeSet};

use shpalta_newsroom::status::Editorial;
use shpalta_newsroom::translation::RowState;
use shpalta_tests::desk::Who;

use super::text::{Block, Key, Text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerdictKind {
    Submit,
    Return,
    Approve,
    Revoke,
}

#[derive(Debug, Clone)]
pub struct Verdict {
    pub kind: VerdictKind,
    by: Who,
    content: Vec<String>,
    /// The revision that was decided on, counted from 1.
    pub revision: usize,
    at: usize,
}

#[derive(Debug, Clone)]
pub struct Edition {
    pub revisions: Vec<Text>,
    pub draft: Text,
    verdicts: Vec<Verdict>,
    last_hand: Who,
}

impl Edition {
    pub fn first(text: Text, by: Who) -> Self {
        Self { revisions: vec![text.clone()], draft: text, verdicts: vec![], last_hand: by }
    }

    pub fn newest(&self) -> &Text {
        &self.revisions[self.revisions.len() - 1]
    }

    /// Whether something typed is in no revision yet.
    pub fn is_pending(&self) -> bool {
        self.draft.content() != self.newest().content()
    }

    pub fn cut(&mut self) {
        if self.is_pending() {
            self.revisions.push(self.draft.clone());
        }
    }

    pub fn approval(&self) -> Option<&Verdict> {
        use VerdictKind::{Approve, Revoke};
        let last = self.verdicts.iter().rfind(|one| matches!(one.kind, Approve | Revoke))?;
        (last.kind == Approve).then_some(last)
    }

    pub fn approved_text(&self) -> Option<&Text> {
        self.approval().map(|approval| &self.revisions[approval.revision - 1])
    }

    /// What translations are behind of: the approved text, or the newest while there is none.
    pub fn counting(&self) -> &Text {
        self.approved_text().unwrap_or_else(|| self.newest())
    }

    fn submitter(&self) -> Who {
        match self.verdicts.last() {
            Some(Verdict { kind: VerdictKind::Submit, by, .. }) => *by,
            _ => self.last_hand,
        }
    }

    /// Whether the block ever said this.
    fn had(&self, key: Key, wording: &str) -> bool {
        let said = |text: &Text| text.block(key).is_some_and(|block| block.wording() == wording);
        self.revisions.iter().any(said) || said(&self.draft)
    }

    /// Everything the block ever said.
    fn wordings(&self, key: Key) -> BTreeSet<String> {
        let texts = self.revisions.iter().chain([&self.draft]);
        texts.filter_map(|text| text.block(key)).map(Block::wording).collect()
    }

    /// The block that once said this and stands in the draft no more.
    pub fn gone(&self, words: &[String]) -> Option<Key> {
        let standing = self.draft.keys();
        let mut blocks = self.revisions.iter().rev().flat_map(|text| &text.0);
        blocks.find(|b| b.words == words && !standing.contains(&b.key)).map(|b| b.key)
    }

    fn decide(&mut self, kind: VerdictKind, by: Who, at: usize) {
        self.cut();
        let (content, revision) = (self.draft.content(), self.revisions.len());
        self.verdicts.push(Verdict { kind, by, content, revision, at });
    }

    fn last_verdict(&self) -> Option<&Verdict> {
        self.verdicts.last()
    }
}

/// This wording (none: nothing there) was made from, or confirmed against, these originals.
#[derive(Debug, Clone)]
struct Basis {
    translation: Option<String>,
    originals: BTreeSet<(Key, String)>,
    at: usize,
    /// Somebody who may approve the translation said so.
    nodded: bool,
}

#[derive(Debug, Clone)]
pub struct Row {
    /// Places in the texts, counted from 0.
    pub block: Option<usize>,
    pub originals: Vec<usize>,
    pub state: RowState,
    pub coming: bool,
    /// What the pair says.
    translation: Option<String>,
    wordings: BTreeSet<(Key, String)>,
}

impl Row {
    pub fn is_fresh(&self) -> bool {
        self.state == RowState::Fresh
    }
}

/// Where a block of a new text comes from, if it is not simply the old block of that key.
#[derive(Debug, Clone)]
pub enum Origin {
    /// Parts or wholes of these blocks.
    From(Vec<Key>),
    /// New text that stands for these blocks of the original.
    For(Vec<Key>),
}

pub type Origins = BTreeMap<Key, Origin>;

#[derive(Debug, Clone)]
pub struct Model {
    pub original: Edition,
    pub translation: Edition,
    links: BTreeSet<(Key, Key)>,
    bases: Vec<Basis>,
    clock: usize,
    /// Blocks that were split or joined, and what became of them.
    pub broken: BTreeSet<Key>,
}

impl Model {
    /// Both texts say the same, block by block.
    pub fn new(original: Text, translation: Text, by: Who) -> Self {
        let keys = original.0.iter().map(|block| block.key);
        let pairs: Vec<(Key, Key)> = translation.0.iter().map(|b| b.key).zip(keys).collect();
        let mut model = Self {
            original: Edition::first(original, by),
            translation: Edition::first(translation, by),
            links: BTreeSet::new(),
            bases: Vec::new(),
            clock: 0,
            broken: BTreeSet::new(),
        };
        for (ours, theirs) in pairs {
            model.links.insert((ours, theirs));
            let made_from = model.stand(&model.original.draft, &[theirs].into());
            let wording = model.translation.draft.block(ours).map(Block::wording);
            model.base(wording, made_from, false);
        }
        model
    }

    fn base(
        &mut self,
        translation: Option<String>,
        originals: BTreeSet<(Key, String)>,
        nodded: bool,
    ) {
        self.clock += 1;
        self.bases.push(Basis { translation, originals, at: self.clock, nodded });
    }

    fn stand(&self, text: &Text, keys: &BTreeSet<Key>) -> BTreeSet<(Key, String)> {
        let blocks = text.0.iter().filter(|block| keys.contains(&block.key));
        blocks.map(|block| (block.key, block.wording())).collect()
    }

    pub fn linked(&self, key: Key) -> BTreeSet<Key> {
        self.links.iter().filter(|(ours, _)| *ours == key).map(|(_, theirs)| *theirs).collect()
    }

    fn bases_of<'a>(
        &'a self,
        translation: Option<&'a str>,
        originals: &'a BTreeSet<(Key, String)>,
    ) -> impl Iterator<Item = &'a Basis> {
        self.bases.iter().filter(move |basis| {
            basis.translation.as_deref() == translation
                && wordings(&basis.originals) == wordings(originals)
        })
    }

    fn is_fresh(&self, translation: Option<&str>, originals: &BTreeSet<(Key, String)>) -> bool {
        self.bases_of(translation, originals).next().is_some()
    }

    /// The rows of a translation against a text of the original.
    pub fn rows(&self, translation: &Text, original: &Text) -> Vec<Row> {
        let mut rows = Vec::new();
        for (place, block) in translation.0.iter().enumerate() {
            let linked = self.linked(block.key);
            rows.push(self.row(Some((place, block)), original, &linked));
        }
        for block in &original.0 {
            let stands_for = |(ours, theirs): &(Key, Key)| {
                *theirs == block.key && translation.position(*ours).is_some()
            };
            if !self.links.iter().any(stands_for) {
                rows.push(self.row(None, original, &[block.key].into()));
            }
        }
        rows
    }

    fn row(&self, block: Option<(usize, &Block)>, original: &Text, keys: &BTreeSet<Key>) -> Row {
        let wordings = self.stand(original, keys);
        let translation = block.map(|(_, block)| block.wording());
        let places = original.0.iter().enumerate();
        let originals: Vec<usize> =
            places.filter(|(_, block)| keys.contains(&block.key)).map(|(at, _)| at).collect();
        let state = if self.is_fresh(translation.as_deref(), &wordings) {
            RowState::Fresh
        } else if block.is_none() {
            RowState::Missing
        } else if originals.is_empty() {
            RowState::Extra
        } else {
            RowState::Changed
        };
        let block = block.map(|(place, _)| place);
        Row { block, originals, state, coming: false, translation, wordings }
    }

    /// The rows of the draft against the original that counts, with what is coming for them, and
    /// how many rows are coming altogether.
    pub fn draft_rows(&self) -> (Vec<Row>, usize) {
        let (counting, newest) = (self.original.counting(), self.original.newest());
        let mut rows = self.rows(&self.translation.draft, counting);
        let mut coming = 0;
        for then in self.rows(&self.translation.draft, newest) {
            let now = rows.iter_mut().find(|now| match then.block {
                Some(_) => now.block == then.block,
                None => now.block.is_none() && one_key(now) == one_key(&then),
            });
            let will_be_behind = !then.is_fresh() && now.as_ref().is_none_or(|now| now.is_fresh());
            if let Some(now) = now {
                now.coming = will_be_behind;
            }
            coming += usize::from(will_be_behind);
        }
        (rows, coming)
    }

    pub fn behind(&self) -> usize {
        self.draft_rows().0.iter().filter(|row| !row.is_fresh()).count()
    }

    /// Whether each pair that is fresh now was so at the approval, or an editor nodded since.
    fn nothing_awaits_a_nod(&self, translation: &Text, approval: &Verdict) -> bool {
        let rows = self.rows(translation, self.original.counting());
        rows.iter().filter(|row| row.is_fresh()).all(|row| {
            let mut bases = self.bases_of(row.translation.as_deref(), &row.wordings);
            bases.any(|basis| basis.at <= approval.at || basis.nodded)
        })
    }

    /// Whether export would hold the translation's approved text back as behind.
    pub fn approved_is_behind(&self) -> bool {
        let Some(approval) = self.translation.approval() else { return false };
        let text = &self.translation.revisions[approval.revision - 1];
        let rows = self.rows(text, self.original.counting());
        rows.iter().any(|row| !row.is_fresh()) || !self.nothing_awaits_a_nod(text, approval)
    }

    pub fn original_state(&self) -> Editorial {
        state(&self.original, |_| true)
    }

    pub fn translation_state(&self) -> Editorial {
        let draft = &self.translation.draft;
        state(&self.translation, |approval| self.nothing_awaits_a_nod(draft, approval))
    }
}

/// The first state that holds.
fn state(edition: &Edition, nothing_awaits_a_nod: impl Fn(&Verdict) -> bool) -> Editorial {
    let content = edition.draft.content();
    let approved =
        |approval: &&Verdict| approval.content == content && nothing_awaits_a_nod(approval);
    if edition.approval().filter(approved).is_some() {
        return Editorial::Approved;
    }
    match edition.last_verdict() {
        Some(last) if last.kind == VerdictKind::Submit && last.content == content => {
            Editorial::InReview
        }
        Some(last) if last.kind == VerdictKind::Return => Editorial::Returned,
        _ => Editorial::Draft,
    }
}

fn one_key(row: &Row) -> Option<Key> {
    row.wordings.iter().map(|(key, _)| *key).next()
}

fn wordings(originals: &BTreeSet<(Key, String)>) -> Vec<&str> {
    let mut wordings: Vec<&str> = originals.iter().map(|(_, wording)| wording.as_str()).collect();
    wordings.sort_unstable();
    wordings
}
