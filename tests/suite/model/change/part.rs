//! Splitting and joining blocks.

use super::Editing;
use crate::model::slow::Origin;
use crate::model::text::{Block, Key};

impl Editing<'_> {
    /// Splits a block in the middle. Parts that stood there before are themselves again; what was
    /// joined is split nowhere else, for its parts would mix what stood for whom.
    pub(super) fn split(&mut self) -> Option<()> {
        let long = |at: &usize| self.text.0[*at].words.len() >= 10 && self.is_linked(*at);
        let at = self.pick(self.singles().into_iter().filter(long).collect())?;
        let whole = &self.text.0[at];
        let (first, second) = whole.words.split_at(whole.words.len() / 2);
        let known = [first, second].map(|words| self.edition().gone(words));
        match known.iter().flatten().count() {
            0 if !self.model.broken.contains(&whole.key) => {}
            2 => {}
            _ => return None,
        }
        let parts = [first.to_vec(), second.to_vec()];
        let whole = self.text.0.remove(at);
        for (offset, (words, known)) in parts.into_iter().zip(known).enumerate() {
            let key = known.unwrap_or_else(|| self.new_key(vec![whole.key]));
            self.text.0.insert(at + offset, Block { key, words });
        }
        Some(())
    }

    /// Joins a block with the next. What stood there before it was split is itself again.
    pub(super) fn join(&mut self) -> Option<()> {
        let singles = self.singles();
        let fits = |at: usize| singles.contains(&at) && self.is_linked(at);
        let joinable = singles.iter().copied().filter(|at| fits(*at) && fits(at + 1)).collect();
        let at = self.pick(joinable)?;
        let second = self.text.0.remove(at + 1);
        let first = self.text.0.remove(at);
        let words: Vec<String> = first.words.into_iter().chain(second.words).collect();
        let known = self.edition().gone(&words);
        let key = known.unwrap_or_else(|| self.new_key(vec![first.key, second.key]));
        self.text.0.insert(at, Block { key, words });
        Some(())
    }

    fn new_key(&mut self, sources: Vec<Key>) -> Key {
        let key = self.fresh.key();
        self.origins.insert(key, Origin::From(sources));
        key
    }
}
