#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

use super::*;
use crate::Founding;
use crate::id::PersonId;
use crate::status::{EditionStatus, Editorial, Publication, StoryStatus};

fn furnished(folder: &std::path::Path) -> (Newsroom, Vec<StoryStatus>) {
    let at = Timestamp::UNIX_EPOCH;
    let operation = OperationId(Uuid::from_u128(1));
    let act = Act { operation, by: PersonId(Uuid::from_u128(2)), at };
    let founding = Founding { owner: "Own".into(), source: source(), site: None };
    let mut newsroom = Newsroom::create(&folder.join("newsroom"), &act, &founding).unwrap();
    furnish(&mut newsroom, &act).unwrap();
    let stories = newsroom.story_ids().unwrap();
    let statuses = stories.iter().map(|story| newsroom.status(*story, at).unwrap()).collect();
    (newsroom, statuses)
}

#[test]
fn the_sample_shows_every_state_of_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    let (newsroom, stories) = furnished(folder.path());
    let editions: Vec<&EditionStatus> =
        stories.iter().flat_map(|story| story.editions.values()).collect();
    let has = |holds: &dyn Fn(&EditionStatus) -> bool| editions.iter().any(|one| holds(one));
    for state in [
        Editorial::NotStarted,
        Editorial::Draft,
        Editorial::InReview,
        Editorial::Returned,
        Editorial::Approved,
    ] {
        assert!(has(&|one| one.editorial == state), "{state:?}");
    }
    assert!(has(&|one| one.publication == Publication::Embargoed));
    assert!(has(&|one| one.publication == Publication::Withdrawn));
    assert!(has(&|one| one.editorial == Editorial::Approved && one.behind == 1));
    assert!(has(&|one| one.findings.stop == 1));
    let ready = |story: &StoryStatus| {
        let ready = |one: &EditionStatus| {
            one.editorial == Editorial::Approved
                && one.behind == 0
                && one.publication == Publication::Never
        };
        story.editions.values().all(ready)
    };
    assert!(stories.iter().any(ready));
    assert!(stories.len() >= 6);
    assert!(newsroom.verify().unwrap().faults.is_empty());
}

#[test]
fn translations_of_the_sample_pair_with_their_originals() {
    let folder = tempfile::tempdir().unwrap();
    let (_, stories) = furnished(folder.path());
    for story in stories.iter().filter(|story| story.story != "kharkiv-metro") {
        for (language, edition) in &story.editions {
            if edition.editorial == Editorial::Approved {
                assert_eq!(edition.behind, 0, "{} {language:?}", story.story);
            }
        }
    }
}

#[test]
fn the_sample_names_no_address_twice() {
    let slugs: Vec<_> = TEXTS
        .iter()
        .filter(|(name, _)| !name.contains("changed"))
        .filter_map(|(_, text)| text.lines().find_map(|line| line.strip_prefix("slug: ")))
        .collect();
    let unique: BTreeSet<_> = slugs.iter().collect();
    assert_eq!(unique.len(), slugs.len());
}

#[test]
fn the_texts_use_every_photo() {
    for (name, bytes) in PHOTOS {
        assert!(TEXTS.iter().any(|(_, text)| text.contains(&format!("media:{name}"))), "{name}");
        assert!(bytes.len() < 32 * 1024, "{name}");
    }
}
