//! When a revision is due of what stands in a draft and in no revision yet. Pure.

use std::time::Duration;

use jiff::Timestamp;

use super::Draft;
use crate::edition::EditionText;
use crate::id::{PersonId, SittingId};

/// How long somebody may type before a revision is cut.
pub const LONG_SPELL: Duration = Duration::from_secs(5 * 60);

/// Characters in one stretch whose going is worth a revision: a short paragraph of news. The going
/// of everything is, however little there was.
pub const MUCH: usize = 200;

/// Who goes on with a draft, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hand {
    pub(super) person: PersonId,
    pub(super) sitting: Option<SittingId>,
    pub(super) at: Timestamp,
}

/// Whether a revision of what stands there is due before `next` replaces it.
pub(super) fn is_due(stands: &Draft, next: &EditionText, hand: Hand) -> bool {
    let same_hand = stands.person == Some(hand.person) && stands.sitting == hand.sitting;
    let since = stands.uncut_since.or(stands.at);
    let spell = since.and_then(|since| Duration::try_from(hand.at.duration_since(since)).ok());
    !same_hand || spell.is_some_and(|spell| spell >= LONG_SPELL) || removes_much(&stands.text, next)
}

fn removes_much(old: &EditionText, new: &EditionText) -> bool {
    let fields = [(&old.headline, &new.headline), (&old.lead, &new.lead), (&old.body, &new.body)];
    let variants = old
        .variants
        .iter()
        .map(|(name, text)| (text.as_str(), new.variants.get(name).map_or("", String::as_str)));
    let fields = fields.into_iter().map(|(old, new)| (old.as_str(), new.as_str()));
    new.is_empty() || fields.chain(variants).any(|(old, new)| removed(old, new) >= MUCH)
}

/// Characters of the old text between its first and its last difference from the new one.
fn removed(old: &str, new: &str) -> usize {
    let same = |(a, b): &(char, char)| a == b;
    let width = |(a, _): (char, char)| a.len_utf8();
    let before: usize = old.chars().zip(new.chars()).take_while(same).map(width).sum();
    let rest = &old[before..];
    let after: usize =
        rest.chars().rev().zip(new[before..].chars().rev()).take_while(same).map(width).sum();
    rest[..rest.len() - after].chars().count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn text(body: &str) -> EditionText {
        EditionText { headline: "Дощ".to_owned(), body: body.to_owned(), ..Default::default() }
    }

    fn draft(body: &str) -> Draft {
        let Hand { person, sitting, at } = hand(0);
        Draft {
            save: 1,
            text: text(body),
            person: Some(person),
            at: Some(at),
            content: None,
            seen: None,
            sitting,
            uncut_since: Some(at),
        }
    }

    fn hand(seconds: i64) -> Hand {
        Hand {
            person: PersonId(Uuid::from_u128(1)),
            sitting: Some(SittingId(Uuid::from_u128(2))),
            at: Timestamp::from_second(1_737_352_800 + seconds).unwrap(),
        }
    }

    #[test]
    fn somebody_who_goes_on_typing_is_left_alone() {
        let draft = draft("Уранці почався дощ.");
        assert!(!is_due(&draft, &text("Уранці почався сильний дощ."), hand(299)));
        assert!(!is_due(&draft, &text("Уранці"), hand(1)));
    }

    #[test]
    fn another_person_another_sitting_and_a_long_spell_make_a_revision_due() {
        let draft = draft("Уранці почався дощ.");
        let next = text("Уранці почався сильний дощ.");
        assert!(is_due(&draft, &next, hand(300)));
        assert!(is_due(&draft, &next, Hand { person: PersonId(Uuid::from_u128(9)), ..hand(1) }));
        assert!(is_due(&draft, &next, Hand { sitting: None, ..hand(1) }));
    }

    #[test]
    fn a_paragraph_that_goes_makes_a_revision_due_and_so_does_everything() {
        let paragraph = "дощ ".repeat(60);
        let long = draft(&format!("Уранці.\n\n{paragraph}\n\nВечір."));
        assert!(is_due(&long, &text("Уранці.\n\nВечір."), hand(1)));
        let pasted = format!("Уранці.\n\n{}\n\nВечір.", "сніг ".repeat(50));
        assert!(is_due(&long, &text(&pasted), hand(1)));
        assert!(is_due(&draft("Дощ."), &EditionText::default(), hand(1)));
    }

    proptest! {
        #[test]
        fn what_is_put_in_removes_nothing(
            start in "\\PC{0,9}", added in "\\PC{0,9}", end in "\\PC{0,9}",
        ) {
            let (old, new) = (format!("{start}{end}"), format!("{start}{added}{end}"));
            prop_assert_eq!(removed(&old, &new), 0);
            prop_assert!(removed(&new, &old) <= added.chars().count());
        }
    }
}
