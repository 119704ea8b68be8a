//! Lines of revisions: which revision came of which, and where two lines part. Pure.

use std::collections::{BTreeSet, HashMap};

use crate::id::{ContentHash, RevisionId};
use crate::revision::Reason;

/// A revision in its line. Its number is larger than those of the ones that it came of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) id: RevisionId,
    pub(crate) number: u32,
    /// The one that it was written on, and the one that was merged into it.
    pub(crate) from: [Option<RevisionId>; 2],
    pub(crate) content: ContentHash,
    pub(crate) reason: String,
}

/// All revisions of an edition.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    all: HashMap<RevisionId, Link>,
}

impl Lines {
    pub(crate) fn new(links: impl IntoIterator<Item = Link>) -> Self {
        Self { all: links.into_iter().map(|link| (link.id, link)).collect() }
    }

    pub(crate) fn get(&self, id: RevisionId) -> Option<&Link> {
        self.all.get(&id)
    }

    /// A revision and all that it came of.
    pub(crate) fn line(&self, of: RevisionId) -> BTreeSet<RevisionId> {
        let mut line = BTreeSet::new();
        let mut left = vec![of];
        while let Some(id) = left.pop() {
            if line.insert(id) {
                let link = self.all.get(&id);
                left.extend(link.into_iter().flat_map(|link| link.from).flatten());
            }
        }
        line
    }

    /// The last revision that two lines have in common.
    pub(crate) fn base(&self, one: RevisionId, other: RevisionId) -> Option<RevisionId> {
        let other = self.line(other);
        let common = self.line(one).into_iter().filter(|id| other.contains(id));
        common.max_by_key(|id| self.number(*id))
    }

    fn number(&self, id: RevisionId) -> u32 {
        self.all.get(&id).map_or(0, |link| link.number)
    }

    /// Whether what `newer` says came of what `older` says: of that revision, or of one with the
    /// very same text that was written after the lines parted.
    pub(crate) fn goes_on(&self, newer: RevisionId, older: RevisionId) -> bool {
        let line = self.line(newer);
        if line.contains(&older) {
            return true;
        }
        let Some(said) = self.all.get(&older).map(|link| link.content) else { return false };
        let base = self.base(newer, older).map_or(0, |base| self.number(base));
        line.into_iter()
            .filter_map(|id| self.all.get(&id))
            .any(|link| link.number > base && link.content == said)
    }

    /// Ends of lines that are not part of the draft's line: what somebody wrote elsewhere and
    /// nobody merged yet, the newest first. What lost a race here is not among them: its writer was
    /// shown both texts.
    pub(crate) fn beside(&self, head: RevisionId) -> Vec<&Link> {
        let written = || self.all.values().filter(|link| link.reason != Reason::Conflict.name());
        let came_of: BTreeSet<RevisionId> =
            written().flat_map(|link| link.from).flatten().collect();
        let mut ends: Vec<_> = written()
            .filter(|link| !came_of.contains(&link.id) && !self.goes_on(head, link.id))
            .collect();
        ends.sort_by_key(|link| std::cmp::Reverse(link.number));
        ends
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use uuid::Uuid;

    use super::*;

    fn id(number: u32) -> RevisionId {
        RevisionId(Uuid::from_u128(u128::from(number)))
    }

    fn link(number: u32, from: &[u32], says: u8) -> Link {
        let mut from = from.iter().map(|number| id(*number));
        Link {
            id: id(number),
            number,
            from: [from.next(), from.next()],
            content: ContentHash([says; 32]),
            reason: "write".to_owned(),
        }
    }

    #[test]
    fn two_lines_part_at_their_last_common_revision() {
        let lines =
            Lines::new([link(1, &[], 1), link(2, &[1], 2), link(3, &[2], 3), link(4, &[2], 4)]);
        assert_eq!(lines.base(id(3), id(4)), Some(id(2)));
        assert!(lines.goes_on(id(4), id(2)) && !lines.goes_on(id(4), id(3)));
        assert_eq!(lines.beside(id(3)).iter().map(|link| link.number).collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn a_merge_has_both_lines_in_it() {
        let parted = [link(1, &[], 1), link(2, &[1], 2), link(3, &[1], 3)];
        let lines = Lines::new(parted.into_iter().chain([link(4, &[2, 3], 4), link(5, &[3], 5)]));
        assert!(lines.goes_on(id(4), id(3)));
        assert_eq!(lines.base(id(4), id(5)), Some(id(3)));
        assert_eq!(lines.beside(id(4)).iter().map(|link| link.number).collect::<Vec<_>>(), [5]);
    }

    #[test]
    fn the_same_text_written_twice_is_no_difference_but_one_taken_back_is() {
        let twice = Lines::new([link(1, &[], 1), link(2, &[1], 2), link(3, &[1], 2)]);
        assert!(twice.goes_on(id(2), id(3)) && twice.beside(id(2)).is_empty());
        // r2 and r3 were written on r1; r3 says again what stood before r1.
        let back =
            Lines::new([link(1, &[], 1), link(2, &[1], 2), link(3, &[2], 3), link(4, &[2], 1)]);
        assert!(!back.goes_on(id(3), id(4)), "going back to an older text is a change");
    }

    #[test]
    fn what_lost_a_race_is_not_beside() {
        let mut lost = link(3, &[1], 3);
        lost.reason = Reason::Conflict.name().to_owned();
        let lines = Lines::new([link(1, &[], 1), link(2, &[1], 2), lost]);
        assert!(lines.beside(id(2)).is_empty());
    }
}
