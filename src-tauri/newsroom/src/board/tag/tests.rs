#![allow(clippy::unwrap_used)]

use super::*;
use crate::finding::FindingCounts;
use crate::status::Publication;

const BEGINNER: PersonId = PersonId(Uuid::from_u128(1));
const WRITER: PersonId = PersonId(Uuid::from_u128(2));
const SUBMITTER: PersonId = PersonId(Uuid::from_u128(3));

/// A story written in Ukrainian, its English and Russian made from that.
fn story(uk: Facts, en: Facts, ru: Facts) -> Vec<Standing> {
    let editions = [(uk, None), (en, Some(Language::Uk)), (ru, Some(Language::Uk))];
    editions
        .map(|(facts, follows)| Standing {
            facts,
            follows,
            writer: None,
            submitter: None,
            ready: false,
        })
        .into()
}

fn of(editorial: Editorial, language: Language) -> Facts {
    Facts { editorial, ..Facts::empty(language) }
}

fn exported(language: Language) -> Facts {
    Facts {
        once_approved: true,
        exported: Publication::Exported,
        ..of(Editorial::Approved, language)
    }
}

fn unbegun() -> [Facts; 3] {
    Language::ALL.map(Facts::empty)
}

fn languages(tags: &Tags, kind: Kind) -> Languages {
    tags.get(&(kind, NOBODY)).copied().unwrap_or_default()
}

#[test]
fn a_story_that_was_only_begun_is_open_and_waits_for_whoever_began_it() {
    let [uk, en, ru] = unbegun();
    let tags = tags(BEGINNER, &story(uk, en, ru));
    let ukrainian = Languages::of([Language::Uk]);
    assert_eq!(languages(&tags, Kind::Open), ukrainian);
    assert_eq!(tags[&(Kind::Write, BEGINNER)], ukrainian);
    assert_eq!(languages(&tags, Kind::Translate), Languages::NONE);
    assert_eq!(tags.len(), 3, "it is a story, too");
}

#[test]
fn an_exported_original_leaves_nothing_open_but_waits_for_translators() {
    let [_, en, ru] = unbegun();
    let tags = tags(BEGINNER, &story(exported(Language::Uk), en, ru));
    assert_eq!(languages(&tags, Kind::Open), Languages::NONE);
    let translate = Languages::of([Language::En, Language::Ru]);
    assert_eq!(languages(&tags, Kind::Translate), translate);
    assert!(!tags.contains_key(&(Kind::Write, BEGINNER)));
}

#[test]
fn an_original_waits_for_whoever_began_it_and_for_whoever_wrote_last() {
    let [_, en, ru] = unbegun();
    let mut editions = story(of(Editorial::Returned, Language::Uk), en, ru);
    editions[0].writer = Some(WRITER);
    let mut tags = tags(BEGINNER, &editions);
    assert!(tags.remove(&(Kind::Write, BEGINNER)).is_some());
    assert!(tags.remove(&(Kind::Write, WRITER)).is_some());
}

#[test]
fn a_text_in_review_waits_for_an_editor_and_is_known_by_its_submitter() {
    let [_, en, ru] = unbegun();
    let behind = Facts { behind: 1, rows: 3, written: 3, once_approved: true, ..en };
    let en = Facts { editorial: Editorial::InReview, ..behind };
    let mut editions = story(of(Editorial::InReview, Language::Uk), en, ru);
    editions[0].submitter = Some(SUBMITTER);
    editions[1].submitter = Some(WRITER);
    let tags = tags(BEGINNER, &editions);
    let (ukrainian, english) = (Languages::of([Language::Uk]), Languages::of([Language::En]));
    assert_eq!(languages(&tags, Kind::Approve).len(), 2);
    assert_eq!(tags[&(Kind::Submitted, SUBMITTER)], ukrainian);
    assert_eq!(tags[&(Kind::Submitted, WRITER)], english);
    assert_eq!(languages(&tags, Kind::Review), ukrainian, "the other's pill says behind");
    assert_eq!(languages(&tags, Kind::Behind), english);
    assert!(!tags.contains_key(&(Kind::Write, BEGINNER)));
}

#[test]
fn a_stop_finding_waits_for_the_hand_that_can_mend_it() {
    let stopped = |language| {
        let findings = FindingCounts { stop: 1, warn: 0 };
        Facts { findings, ..of(Editorial::InReview, language) }
    };
    let [_, _, ru] = unbegun();
    let tags = tags(BEGINNER, &story(stopped(Language::Uk), stopped(Language::En), ru));
    assert!(tags.contains_key(&(Kind::Write, BEGINNER)));
    let translate = Languages::of([Language::En, Language::Ru]);
    assert_eq!(languages(&tags, Kind::Translate), translate);
}

#[test]
fn what_is_withdrawn_for_good_is_closed_and_what_is_held_is_not() {
    let [uk, en, ru] = Language::ALL.map(|language| of(Editorial::Draft, language));
    let hold = |facts: Facts, kind| Facts { withdrawal: Some(kind), ..facts };
    for (kind, open) in [(WithdrawalKind::Withdrawn, 0), (WithdrawalKind::Held, 3)] {
        let editions =
            story(hold(uk.clone(), kind), hold(en.clone(), kind), hold(ru.clone(), kind));
        let tags = tags(BEGINNER, &editions);
        assert_eq!(languages(&tags, Kind::Withdrawn), Languages::ALL);
        assert_eq!(languages(&tags, Kind::Open).len(), open);
        assert_eq!(tags.contains_key(&(Kind::Write, BEGINNER)), open > 0);
    }
}

#[test]
fn a_translation_of_a_translation_waits_for_that_one() {
    let [_, en, ru] = unbegun();
    let mut editions = story(exported(Language::Uk), en, ru);
    editions[2].follows = Some(Language::En);
    let tags = tags(BEGINNER, &editions);
    assert_eq!(languages(&tags, Kind::Translate), Languages::of([Language::En]));
}

#[test]
fn kinds_are_stored_under_names_of_their_own() {
    let names: std::collections::BTreeSet<&str> =
        Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(names.len(), Kind::ALL.len());
}
