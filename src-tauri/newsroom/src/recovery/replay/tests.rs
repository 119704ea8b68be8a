#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use uuid::Uuid;

use super::super::{Entry, journals, keep};
use super::*;
use crate::act::Act;
use crate::id::{OperationId, PersonId, SittingId, StoryId};
use crate::newsroom::Founding;

const OWNER: PersonId = PersonId(Uuid::from_u128(1));

struct Desk {
    _place: TempDir,
    newsroom: Newsroom,
    story: StoryId,
}

fn act() -> Act {
    let at = Timestamp::from_second(1_737_352_800).unwrap();
    Act { operation: OperationId(Uuid::now_v7()), by: OWNER, at }
}

fn text(body: &str) -> EditionText {
    EditionText { headline: "Дощ".into(), body: body.into(), ..Default::default() }
}

impl Desk {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let founding = Founding { owner: "Olha".into(), source: [].into(), site: None };
        let folder = place.path().join("newsroom");
        let mut newsroom = Newsroom::create(&folder, &act(), &founding).unwrap();
        let story = newsroom.new_story(&act(), Language::Uk, "Дощ").unwrap();
        Self { _place: place, newsroom, story }
    }

    fn folder(&self) -> &Path {
        self.newsroom.folder()
    }

    fn save(&mut self, body: &str) -> u64 {
        self.save_in(body, None)
    }

    fn save_in(&mut self, body: &str, sitting: Option<SittingId>) -> u64 {
        let stands = self.newsroom.draft(self.story, Language::Uk).unwrap().save;
        let text = text(body);
        let save = Save {
            story: self.story,
            language: Language::Uk,
            text: &text,
            based_on: stands,
            seen: None,
            sitting,
        };
        self.newsroom.save_draft(&act(), &save).unwrap();
        stands + 1
    }

    fn entry(&self, body: &str, based_on: u64) -> Entry {
        Entry {
            story: self.newsroom.story(self.story).unwrap().slug,
            language: Language::Uk,
            person: OWNER,
            sitting: SittingId(Uuid::from_u128(2)),
            operation: OperationId(Uuid::from_u128(3)),
            at: act().at,
            based_on,
            seen: None,
            text: text(body),
            loose: Vec::new(),
        }
    }

    /// Keeps an entry and replays what is there.
    fn replay(&mut self, entry: &Entry) -> Replayed {
        keep(self.folder(), entry).unwrap();
        let journal = journals(self.folder()).remove(0);
        self.newsroom.replay(&journal).unwrap()
    }

    fn body(&self) -> String {
        self.newsroom.draft(self.story, Language::Uk).unwrap().text.body
    }

    fn is_done(&self) -> bool {
        journals(self.folder()).is_empty()
    }
}

#[test]
fn a_kept_text_becomes_the_draft_that_it_was_based_on() {
    let mut desk = Desk::new();
    let save = desk.save("Дощ.");
    let entry = desk.entry("Дощ і сніг.", save);
    assert!(matches!(desk.replay(&entry), Replayed::Saved { .. }));
    assert_eq!((desk.body().trim_end(), desk.is_done()), ("Дощ і сніг.", true));
}

#[test]
fn a_journal_that_was_replayed_and_not_removed_changes_nothing() {
    let mut desk = Desk::new();
    let save = desk.save("Дощ.");
    let entry = desk.entry("Дощ і сніг.", save);
    desk.replay(&entry);
    desk.save("Дощ і сніг. А потім сонце.");
    let revisions = |desk: &Desk| desk.newsroom.history(desk.story, Language::Uk).unwrap();
    let before = revisions(&desk).revisions.len();
    assert!(matches!(desk.replay(&entry), Replayed::Saved { .. }));
    assert_eq!(desk.body().trim_end(), "Дощ і сніг. А потім сонце.");
    assert_eq!((revisions(&desk).revisions.len(), desk.is_done()), (before, true));
}

#[test]
fn both_texts_are_there_when_the_draft_went_on() {
    let mut desk = Desk::new();
    let save = desk.save("Дощ.");
    desk.save("Дощ ущух.");
    let entry = desk.entry("Дощ і сніг.", save);
    let Replayed::Aside { kept, .. } = desk.replay(&entry) else { panic!("it is not beside") };
    assert_eq!((desk.body().trim_end(), desk.is_done()), ("Дощ ущух.", true));
    let beside = desk.newsroom.show(desk.story, Language::Uk, Some(kept)).unwrap();
    assert_eq!(beside.text.body.trim_end(), "Дощ і сніг.");
}

#[test]
fn a_text_goes_on_from_an_earlier_save_of_its_own_sitting_that_came_through_late() {
    let mut desk = Desk::new();
    let based_on = desk.save("Дощ.");
    let later = desk.entry("Дощ. Сніг. Град.", based_on);
    desk.save_in("Дощ. Сніг.", Some(later.sitting));
    assert!(matches!(desk.replay(&later), Replayed::Saved { .. }));
    assert_eq!(desk.body(), "Дощ. Сніг. Град.");
    // What was kept before that save, or in another sitting, is another text beside it.
    let another = |body: &str| Entry {
        operation: OperationId(Uuid::now_v7()),
        text: text(body),
        ..later.clone()
    };
    let at = later.at - SignedDuration::from_secs(1);
    let earlier = Entry { at, ..another("Дощ. Сні") };
    assert!(matches!(desk.replay(&earlier), Replayed::Aside { .. }));
    let elsewhere = Entry { sitting: SittingId(Uuid::from_u128(9)), ..another("Сонце.") };
    assert!(matches!(desk.replay(&elsewhere), Replayed::Aside { .. }));
}

#[test]
fn a_draft_that_is_older_than_what_the_text_was_based_on_gets_it_on_top() {
    let mut desk = Desk::new();
    desk.save("Дощ.");
    let entry = desk.entry("Дощ і сніг.", 40);
    assert!(matches!(desk.replay(&entry), Replayed::Saved { .. }));
    assert_eq!(desk.body().trim_end(), "Дощ і сніг.");
    let revisions = desk.newsroom.history(desk.story, Language::Uk).unwrap().revisions;
    assert_eq!(revisions.len(), 1, "what stood there is a revision");
}

#[test]
fn words_without_a_place_are_seen_at_the_end() {
    let mut desk = Desk::new();
    let save = desk.save("Дощ.");
    let entry = Entry { loose: vec!["Сніг.".into()], ..desk.entry("Дощ.", save) };
    desk.replay(&entry);
    assert_eq!(desk.body().trim_end(), "Дощ.\n\nСніг.");
}

#[test]
fn a_text_of_an_unknown_story_stays_in_its_file() {
    let mut desk = Desk::new();
    let entry = Entry { story: "gone".into(), ..desk.entry("Дощ і сніг.", 1) };
    let Replayed::Left { path, code, .. } = desk.replay(&entry) else { panic!("it is not left") };
    assert_eq!(code, "no_story");
    assert!(fs::read_to_string(path).unwrap().contains("Дощ і сніг."));
}

#[test]
fn what_is_written_to_a_folder_that_went_is_refused_and_taken_when_it_is_back() {
    let mut desk = Desk::new();
    let save = desk.save("Дощ.");
    let entry = desk.entry("Дощ і сніг.", save);
    let (folder, away) = (desk.folder().to_owned(), desk.folder().with_extension("away"));
    fs::rename(&folder, &away).unwrap();
    let journal = crate::recovery::Journal { path: folder.join("x.txt"), entry: entry.clone() };
    assert_eq!(desk.newsroom.replay(&journal).unwrap_err().code(), "no_newsroom");
    assert_eq!(keep(&folder, &entry).unwrap_err().code(), "no_newsroom");
    fs::rename(&away, &folder).unwrap();
    assert!(matches!(desk.replay(&entry), Replayed::Saved { .. }));
}
