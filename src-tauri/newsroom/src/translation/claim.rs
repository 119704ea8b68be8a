//! What confirming a row would claim: this wording stands for those, although they changed.

use rusqlite::Connection;
use shpalta_language::Language;
use shpalta_language::facts::{self, Fact};
use shpalta_text::BlockKind;

use super::basis::Pair;
use crate::Result;
use crate::edition::Edition;
use crate::id::RevisionId;
use crate::revision::{Side, Stands};
use crate::status::Picture;

/// The claims that can be made about a translation as it stands.
pub(crate) struct Claims<'a> {
    pub(crate) picture: &'a Picture,
    /// The language that the translation is made from.
    pub(crate) original: Language,
    pub(crate) stands: Stands<'a>,
}

/// One claim, with the texts that it is about.
pub(crate) struct Claim {
    pub(crate) pair: Pair,
    pub(crate) original_revision: Option<RevisionId>,
    /// What the wording was last made from, before any minor change; none if that is not known.
    pub(crate) old: Option<String>,
    pub(crate) new: String,
    pub(crate) translation: String,
    /// Facts that the original no longer says while the translation does: a reason is needed.
    pub(crate) kept: Vec<Fact>,
}

impl<'a> Claims<'a> {
    pub(crate) fn of(sql: &'a Connection, picture: &'a Picture, followed: &Edition) -> Self {
        let original = followed.language;
        Self { picture, original, stands: Stands::new(sql, original) }
    }

    /// Whether there is something to confirm in a row.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        let Picture { rows, .. } = self.picture;
        rows.rows[at].coming || !rows.matched[at].is_fresh()
    }

    /// What a confirmation of a row is against: what counts, or for a row that is fresh and has
    /// something coming, the newest.
    pub(crate) fn against(&self, at: usize) -> (Pair, &Side) {
        let row = &self.picture.rows.matched[at];
        match row.is_fresh() {
            true => (self.picture.newest_pair(row), &self.picture.newest),
            false => (row.pair.clone(), &self.picture.reference),
        }
    }

    pub(crate) fn claim(&self, at: usize) -> Result<Claim> {
        let row = &self.picture.rows.matched[at];
        let (pair, side) = self.against(at);
        let new = self.stands.get(side.revision)?.words_of(pair.originals());
        let translation = row.block.map(|at| self.picture.stand.blocks[at].text.clone());
        let start = row.pair.translation.and_then(|hash| self.picture.bases.start(hash));
        let old = match start {
            Some(start) => {
                let stood = self.stands.get(start.original_revision)?;
                Some(stood.words_of(start.pair.originals()))
            }
            None => None,
        };
        let mut claim = Claim {
            pair,
            original_revision: side.revision,
            old,
            new,
            translation: translation.unwrap_or_default(),
            kept: Vec::new(),
        };
        // The digits of an image's address are no facts.
        if row.kind != BlockKind::Image {
            claim.kept = self.kept(&claim);
        }
        Ok(claim)
    }

    fn kept(&self, claim: &Claim) -> Vec<Fact> {
        let old = claim.old.as_deref().unwrap_or_default();
        if old.is_empty() || claim.translation.is_empty() {
            return Vec::new();
        }
        let language = self.picture.edition.language;
        facts::kept(self.original, old, &claim.new, language, &claim.translation)
    }
}
