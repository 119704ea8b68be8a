//! What a save says of the pairs, in the model.

use std::collections::BTreeSet;

use shpalta_tests::desk::Who;

use super::{Basis, Edition, Model, Origin, Origins};
use crate::model::text::{Block, Key, Text};

impl Model {
    pub fn save_original(&mut self, text: Text, origins: &Origins, cut: bool, by: Who) {
        for (key, origin) in origins {
            if let Origin::From(sources) = origin {
                let stood: Vec<(Key, Key)> =
                    self.links.iter().filter(|(_, old)| sources.contains(old)).copied().collect();
                self.links.extend(stood.into_iter().map(|(ours, _)| (ours, *key)));
                self.broken.insert(*key);
                self.broken.extend(sources);
            }
        }
        put(&mut self.original, text, cut, by);
    }

    /// `seen` is the original's revision that the writer saw, counted from 1.
    pub fn save_translation(
        &mut self,
        text: Text,
        origins: &Origins,
        seen: usize,
        cut: bool,
        by: Who,
    ) {
        let seen = self.original.revisions[seen - 1].clone();
        let old = self.translation.draft.clone();
        for block in &text.0 {
            match origins.get(&block.key) {
                Some(Origin::For(originals)) => {
                    self.links.extend(originals.iter().map(|theirs| (block.key, *theirs)));
                    let made_from = self.stand(&seen, &originals.iter().copied().collect());
                    if !made_from.is_empty() {
                        self.base(Some(block.wording()), made_from, false);
                    }
                }
                Some(Origin::From(sources)) => {
                    let linked = sources.iter().flat_map(|key| self.linked(*key));
                    let linked: Vec<Key> = linked.collect();
                    self.links.extend(linked.into_iter().map(|theirs| (block.key, theirs)));
                    self.carry(&old, sources, block.wording(), &seen);
                    self.broken.insert(block.key);
                    self.broken.extend(sources);
                }
                None if !self.translation.had(block.key, &block.wording()) => {
                    self.carry(&old, &[block.key], block.wording(), &seen);
                }
                None => {}
            }
        }
        put(&mut self.translation, text, cut, by);
    }

    /// A later edit carries freshness along and adds none.
    fn carry(&mut self, old: &Text, sources: &[Key], wording: String, seen: &Text) {
        let mut made_from = BTreeSet::new();
        for key in sources {
            let Some(source) = old.block(*key).map(Block::wording) else { return };
            let standing = self.stand(seen, &self.linked(*key));
            if self.is_fresh(Some(&source), &standing) {
                made_from.extend(standing);
                continue;
            }
            let of_source = |basis: &&Basis| basis.translation.as_ref() == Some(&source);
            let Some(last) = self.bases.iter().rfind(of_source) else { return };
            made_from.extend(last.originals.clone());
        }
        self.base(Some(wording), made_from, false);
    }
}

fn put(edition: &mut Edition, text: Text, cut: bool, by: Who) {
    if cut {
        edition.cut();
    }
    edition.draft = text;
    if cut {
        edition.cut();
    }
    edition.last_hand = by;
}
