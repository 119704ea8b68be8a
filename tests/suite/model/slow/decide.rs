//! Decisions in the model. Each answers with the codes of all that speaks against it; none means
//! that it was done.

use std::collections::BTreeSet;

use shpalta_newsroom::status::Editorial;
use shpalta_tests::desk::Who;

use super::{Edition, Model, Row, VerdictKind, one_key};
use crate::model::text::{Block, Key};

impl Model {
    pub fn approve(&mut self, translation: bool, by: Who) -> Vec<&'static str> {
        let mut against = Vec::new();
        let (edition, state) = match translation {
            true => (&self.translation, self.translation_state()),
            false => (&self.original, self.original_state()),
        };
        if state == Editorial::Approved {
            against.push("already_approved");
        }
        if edition.submitter() == by {
            against.push("four_eyes");
        }
        if translation && self.original.approval().is_none() {
            against.push("original_not_approved");
        }
        if translation && self.behind() > 0 {
            against.push("behind");
        }
        if against.is_empty() {
            self.decide(translation, VerdictKind::Approve, by);
        }
        against
    }

    pub fn submit(&mut self, translation: bool, by: Who) -> Vec<&'static str> {
        let state = match translation {
            true => self.translation_state(),
            false => self.original_state(),
        };
        let against = match state {
            Editorial::Approved => vec!["already_approved"],
            Editorial::InReview => vec!["already_in_review"],
            _ => vec![],
        };
        if against.is_empty() {
            self.decide(translation, VerdictKind::Submit, by);
        }
        against
    }

    pub fn decide(&mut self, translation: bool, kind: VerdictKind, by: Who) {
        self.clock += 1;
        let edition = if translation { &mut self.translation } else { &mut self.original };
        edition.decide(kind, by, self.clock);
    }

    /// Confirms rows, by their index in [`Model::draft_rows`].
    pub fn confirm(&mut self, rows: &[usize], by: Who, nodded: bool) {
        self.translation.cut();
        let draft = self.translation.draft.clone();
        let newest = self.rows(&draft, self.original.newest());
        let (now, _) = self.draft_rows();
        for row in rows.iter().map(|index| &now[*index]) {
            let then = newest.iter().find(|then| match row.block {
                Some(_) => then.block == row.block,
                None => then.block.is_none() && one_key(then) == one_key(row),
            });
            let pair = if row.is_fresh() { then.unwrap_or(row) } else { row };
            self.base(pair.translation.clone(), pair.wordings.clone(), nodded);
        }
        self.translation.last_hand = by;
    }

    /// The wording before the only change that a block of the original ever had, if its mark as
    /// minor can mean one thing alone.
    pub fn before_only_change(&self, key: Key) -> Option<String> {
        let draft = &self.original.draft;
        let current = draft.block(key)?.wording();
        let all = self.original.wordings(key);
        let first = self.original.revisions.iter().find_map(|text| text.block(key))?.wording();
        let counting = self.original.counting();
        let others_agree = draft.0.iter().filter(|other| other.key != key).all(|other| {
            counting.block(other.key).is_none_or(|counts| counts.words == other.words)
        });
        let simple = all.len() == 2 && current != first && counting.block(key).is_some();
        let alone = !draft.has_twin(draft.position(key)?) && !self.broken.contains(&key);
        (simple && alone && others_agree).then_some(first)
    }

    /// Marks a changed block of the original as minor. Returns how many rows that is.
    pub fn minor(&mut self, key: Key, before: &str) -> usize {
        self.original.cut();
        // A basis names wordings of revisions, so what is only typed is cut on both sides.
        self.translation.cut();
        let rows = self.rows(&self.translation.draft, &self.original.draft);
        let mut passed = 0;
        for row in rows {
            let earlier = |(other, wording): &(Key, String)| match *other == key {
                true => (key, before.to_owned()),
                false => (*other, wording.clone()),
            };
            let pair_before: BTreeSet<(Key, String)> = row.wordings.iter().map(earlier).collect();
            if pair_before == row.wordings {
                continue;
            }
            if self.is_fresh(row.translation.as_deref(), &pair_before) {
                self.base(row.translation, row.wordings, true);
                passed += 1;
            }
        }
        passed
    }

    /// Makes the translation the original. All rows are fresh then.
    pub fn switch(&mut self) {
        let rows = self.rows(self.translation.newest(), self.original.newest());
        std::mem::swap(&mut self.original, &mut self.translation);
        self.links.clear();
        self.bases.clear();
        for group in groups(&rows) {
            let (originals, translations) = group_keys(&group, &self.original, &self.translation);
            let made_from = self.stand(self.original.newest(), &originals);
            for key in &translations {
                self.links.extend(originals.iter().map(|theirs| (*key, *theirs)));
                let wording = self.translation.newest().block(*key).map(Block::wording);
                self.base(wording, made_from.clone(), true);
            }
            if translations.is_empty() {
                self.base(None, made_from, true);
            }
        }
    }
}

/// Rows that share an original belong together.
fn groups(rows: &[Row]) -> Vec<Vec<&Row>> {
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let shares = |group: &Vec<&Row>| {
            group.iter().any(|one| one.originals.iter().any(|at| row.originals.contains(at)))
        };
        let (mut mine, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
        let mut joined: Vec<&Row> = mine.drain(..).flatten().collect();
        joined.push(row);
        groups = others;
        groups.push(joined);
    }
    groups
}

/// The keys of a group's blocks after the switch: of the new original, of the new translation.
fn group_keys(
    group: &[&Row],
    original: &Edition,
    translation: &Edition,
) -> (BTreeSet<Key>, BTreeSet<Key>) {
    let (original, translation) = (original.newest(), translation.newest());
    let blocks = group.iter().filter_map(|row| row.block);
    let places = group.iter().flat_map(|row| &row.originals);
    (
        blocks.map(|at| original.0[at].key).collect(),
        places.map(|at| translation.0[*at].key).collect(),
    )
}
