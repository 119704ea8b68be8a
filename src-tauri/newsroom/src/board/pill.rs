//! The pill of an edition: of all that is so, the first that matters. Pure.

use serde::Serialize;
use ts_rs::TS;

use super::facts::Facts;
use crate::publication::WithdrawalKind;
use crate::status::{Editorial, Publication};

/// What the pill of an edition says, in the order in which one hides the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Pill {
    /// The page is a notice.
    Withdrawn,
    /// The page is a notice while facts are checked.
    Held,
    /// There is no text.
    NotStarted,
    Returned,
    /// A translation that was never approved and is not done: so many of its rows are.
    DraftPart {
        written: usize,
        rows: usize,
    },
    /// So many findings hold the text back.
    Errors {
        count: usize,
    },
    /// So many rows are behind the original.
    Behind {
        count: usize,
    },
    InReview,
    Draft,
    /// Approved, and something else is out.
    NewerText,
    /// Approved, and out.
    Exported,
    /// Approved, and never out.
    Approved,
}

impl Facts {
    /// The first that holds.
    pub(super) fn pill(&self) -> Pill {
        match (self.withdrawal, self.editorial) {
            (Some(WithdrawalKind::Withdrawn), _) => return Pill::Withdrawn,
            (Some(WithdrawalKind::Held), _) => return Pill::Held,
            (None, Editorial::NotStarted) => return Pill::NotStarted,
            (None, Editorial::Returned) => return Pill::Returned,
            (None, Editorial::Draft | Editorial::InReview | Editorial::Approved) => {}
        }
        if !self.once_approved && self.written < self.rows {
            return Pill::DraftPart { written: self.written, rows: self.rows };
        }
        if self.findings.stop > 0 {
            return Pill::Errors { count: self.findings.stop };
        }
        if self.behind > 0 {
            return Pill::Behind { count: self.behind };
        }
        match (self.editorial, self.exported) {
            (Editorial::InReview, _) => Pill::InReview,
            (Editorial::Approved, Publication::Outdated) => Pill::NewerText,
            (Editorial::Approved, Publication::Exported) => Pill::Exported,
            (Editorial::Approved, _) => Pill::Approved,
            (Editorial::NotStarted | Editorial::Draft | Editorial::Returned, _) => Pill::Draft,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;
    use shpalta_language::Language;

    use super::*;
    use crate::finding::FindingCounts;

    /// An approved text that is out, and nothing else about it.
    fn exported() -> Facts {
        Facts {
            editorial: Editorial::Approved,
            once_approved: true,
            rows: 5,
            written: 5,
            exported: Publication::Exported,
            ..Facts::empty(Language::En)
        }
    }

    #[test]
    fn a_withdrawal_hides_everything_else() {
        let facts = Facts { behind: 2, editorial: Editorial::Returned, ..exported() };
        let held = Facts { withdrawal: Some(WithdrawalKind::Held), ..facts.clone() };
        let withdrawn = Facts { withdrawal: Some(WithdrawalKind::Withdrawn), ..facts };
        assert_eq!((held.pill(), withdrawn.pill()), (Pill::Held, Pill::Withdrawn));
    }

    #[test]
    fn each_state_hides_those_that_come_after_it() {
        let findings = FindingCounts { stop: 3, warn: 1 };
        let worst = Facts {
            editorial: Editorial::Returned,
            once_approved: false,
            written: 4,
            findings,
            behind: 2,
            exported: Publication::Outdated,
            ..exported()
        };
        assert_eq!(worst.pill(), Pill::Returned);
        let in_part = Facts { editorial: Editorial::InReview, ..worst };
        assert_eq!(in_part.pill(), Pill::DraftPart { written: 4, rows: 5 });
        let errors = Facts { written: 5, ..in_part };
        assert_eq!(errors.pill(), Pill::Errors { count: 3 });
        let behind = Facts { findings: FindingCounts { stop: 0, warn: 1 }, ..errors };
        assert_eq!(behind.pill(), Pill::Behind { count: 2 });
        let in_review = Facts { behind: 0, ..behind };
        assert_eq!(in_review.pill(), Pill::InReview);
        let draft = Facts { editorial: Editorial::Draft, ..in_review };
        assert_eq!(draft.pill(), Pill::Draft);
        let newer = Facts { editorial: Editorial::Approved, ..draft };
        assert_eq!(newer.pill(), Pill::NewerText);
        let out = Facts { exported: Publication::Exported, ..newer };
        assert_eq!(out.pill(), Pill::Exported);
        let approved = Facts { exported: Publication::Never, ..out };
        assert_eq!(approved.pill(), Pill::Approved);
    }

    #[test]
    fn a_translation_that_was_approved_once_is_behind_not_half_done() {
        let facts = Facts { written: 4, behind: 1, editorial: Editorial::Draft, ..exported() };
        assert_eq!(facts.pill(), Pill::Behind { count: 1 });
        let never = Facts { once_approved: false, ..facts };
        assert_eq!(never.pill(), Pill::DraftPart { written: 4, rows: 5 });
    }

    #[test]
    fn what_was_never_written_is_not_started_whatever_its_rows_miss() {
        let facts = Facts { rows: 5, behind: 5, ..Facts::empty(Language::Ru) };
        assert_eq!(facts.pill(), Pill::NotStarted);
    }

    proptest! {
        #[test]
        fn a_pill_of_an_approval_hides_no_trouble(
            stop in 0..2_usize, behind in 0..2_usize, written in 4..=5_usize,
            state in 0..5_usize, once_approved: bool,
        ) {
            use Editorial::{Approved, Draft, InReview, NotStarted, Returned};
            let editorial = [NotStarted, Draft, InReview, Returned, Approved][state];
            let findings = FindingCounts { stop, warn: 0 };
            let facts = Facts { editorial, once_approved, written, findings, behind, ..exported() };
            if facts.pill() == Pill::Exported {
                prop_assert_eq!((stop, behind, editorial), (0, 0, Approved));
            }
        }
    }
}
