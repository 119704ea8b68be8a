//! Random saves, leavings and restorings of several sittings: every text that was acknowledged and
//! stood at a moment when a revision was due is found again, and the last one is the draft.

use std::collections::BTreeSet;

use jiff::ToSpan;
use proptest::collection::vec;
use proptest::prelude::*;
use shpalta_language::Language::Uk;
use shpalta_newsroom::Act;
use shpalta_newsroom::draft::{LONG_SPELL, MUCH, Save, Saved};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::revision::Reason;
use shpalta_tests::desk::{Desk, Who};

use super::sitting;

#[derive(Debug, Clone, Copy)]
enum Doing {
    /// Puts a sentence in.
    Type(u8),
    /// Takes a paragraph or the whole text away.
    Remove {
        everything: bool,
    },
    /// Saves what was based on an older draft.
    SaveLate(u8),
    Leave,
    Restore(u8),
    Command(u8),
    Submit,
    Wait(u8),
}

#[derive(Debug, Clone, Copy)]
struct Step {
    doing: Doing,
    editor: bool,
    sitting: u8,
}

fn step() -> impl Strategy<Value = Step> {
    let doing = prop_oneof![
        8 => any::<u8>().prop_map(Doing::Type),
        2 => prop::bool::weighted(0.3).prop_map(|everything| Doing::Remove { everything }),
        1 => any::<u8>().prop_map(Doing::SaveLate),
        2 => Just(Doing::Leave),
        1 => any::<u8>().prop_map(Doing::Restore),
        1 => any::<u8>().prop_map(Doing::Command),
        1 => Just(Doing::Submit),
        2 => (0_u8..4).prop_map(Doing::Wait),
    ];
    (doing, prop::bool::weighted(0.2), 0_u8..2).prop_map(|(doing, editor, sitting)| Step {
        doing,
        editor,
        sitting,
    })
}

/// What stands in the draft, as the test knows it.
#[derive(Debug, Clone)]
struct Standing {
    paragraphs: Vec<String>,
    save: u64,
    hand: Option<(Who, Option<u8>)>,
    /// The minute of the first save that is in no revision.
    uncut: Option<i64>,
}

struct Run {
    desk: Desk,
    standing: Standing,
    /// Texts that must be among the revisions.
    cut: BTreeSet<String>,
    minutes: i64,
    words: u32,
}

fn edition(paragraphs: &[String]) -> EditionText {
    match paragraphs {
        [] => EditionText::default(),
        _ => EditionText {
            headline: "Дощ".to_owned(),
            body: paragraphs.join("\n\n"),
            ..EditionText::default()
        },
    }
}

impl Run {
    fn new() -> Self {
        let standing = Standing { paragraphs: vec![], save: 0, hand: None, uncut: None };
        Self { desk: Desk::new(), standing, cut: BTreeSet::new(), minutes: 0, words: 0 }
    }

    fn act(&mut self, who: Who) -> Act {
        let act = self.desk.act(who);
        Act { at: jiff::Timestamp::UNIX_EPOCH + self.minutes.minutes(), ..act }
    }

    fn sentence(&mut self) -> String {
        self.words += 1;
        format!("Речення {} про дощ над містом.", self.words)
    }

    fn stands(&self) -> String {
        edition(&self.standing.paragraphs).body
    }

    /// The rule: what stands uncut is cut first when this is so.
    fn is_due(&self, next: &[String], who: Who, sitting: Option<u8>) -> bool {
        let gone: usize = self
            .standing
            .paragraphs
            .iter()
            .filter(|paragraph| !next.contains(paragraph))
            .map(|paragraph| paragraph.chars().count())
            .sum();
        let spell = i64::try_from(LONG_SPELL.as_secs() / 60).unwrap();
        self.standing.hand != Some((who, sitting))
            || self.standing.uncut.is_some_and(|since| self.minutes - since >= spell)
            || gone >= MUCH
            || next.is_empty()
    }

    fn save(&mut self, who: Who, sitting_number: u8, next: Vec<String>) {
        let changes = next != self.standing.paragraphs;
        if changes && self.is_due(&next, who, Some(sitting_number)) && self.standing.uncut.is_some()
        {
            self.cut.insert(self.stands());
            self.standing.uncut = None;
        }
        let text = edition(&next);
        let (story, based_on) = (self.desk.story, self.standing.save);
        let sitting = sitting(u128::from(sitting_number) + 1);
        let save = Save { story, language: Uk, text: &text, based_on, seen: None, sitting };
        let act = self.act(who);
        match self.desk.newsroom.save_draft(&act, &save).unwrap() {
            Saved::Saved { save, .. } => {
                self.standing.save = save;
                self.standing.hand = Some((who, Some(sitting_number)));
                self.standing.uncut = self.standing.uncut.or(Some(self.minutes));
            }
            Saved::Unchanged { save } => assert_eq!(save, self.standing.save),
            Saved::Conflict { .. } => panic!("based on what stands there"),
        }
        self.standing.paragraphs = next;
    }

    fn step(&mut self, step: Step) {
        let who = if step.editor { Who::Editor } else { Who::Reporter };
        let mut next = self.standing.paragraphs.clone();
        match step.doing {
            Doing::Type(place) => {
                let sentence = self.sentence();
                next.insert(usize::from(place) % (next.len() + 1), sentence);
                self.save(who, step.sitting, next);
            }
            Doing::Remove { everything } => {
                let kept = if everything { 0 } else { next.len().saturating_sub(9) };
                next.truncate(kept);
                self.save(who, step.sitting, next);
            }
            Doing::SaveLate(back) => self.save_late(who, back),
            Doing::Leave => self.leave(who),
            Doing::Restore(which) => self.restore(who, which),
            Doing::Command(place) => {
                let sentence = self.sentence();
                next.insert(usize::from(place) % (next.len() + 1), sentence);
                self.command(who, next);
            }
            Doing::Submit => self.submit(who),
            Doing::Wait(minutes) => self.minutes += i64::from(minutes),
        }
        self.compare();
    }

    fn save_late(&mut self, who: Who, back: u8) {
        let Some(based_on) = self.standing.save.checked_sub(u64::from(back % 3) + 1) else {
            return;
        };
        let ours = vec![self.sentence()];
        let text = edition(&ours);
        let story = self.desk.story;
        let save =
            Save { story, language: Uk, text: &text, based_on, seen: None, sitting: sitting(9) };
        let act = self.act(who);
        let saved = self.desk.newsroom.save_draft(&act, &save).unwrap();
        assert!(matches!(saved, Saved::Conflict { .. }), "{saved:?}");
        self.cut.insert(text.body);
    }

    fn leave(&mut self, who: Who) {
        let act = self.act(who);
        let mine = self.standing.hand.is_some_and(|(hand, _)| hand == who);
        self.desk.newsroom.leave(&act, self.desk.story, Uk).unwrap();
        if mine && self.standing.uncut.take().is_some() {
            self.cut.insert(self.stands());
        }
    }

    fn restore(&mut self, who: Who, which: u8) {
        let (story, based_on) = (self.desk.story, self.standing.save);
        let revisions = self.desk.newsroom.history(story, Uk).unwrap().revisions;
        let Some(last) = revisions.len().checked_sub(1) else { return };
        let number = revisions[usize::from(which) % (last + 1)].revision;
        let old = self.desk.newsroom.show(story, Uk, Some(number)).unwrap().text;
        let act = self.act(who);
        match self.desk.newsroom.restore(&act, story, Uk, number, based_on).unwrap() {
            Saved::Saved { save, .. } => {
                if self.standing.uncut.take().is_some() {
                    self.cut.insert(self.stands());
                }
                self.standing.save = save;
                self.standing.hand = Some((who, None));
            }
            Saved::Unchanged { .. } => {}
            Saved::Conflict { .. } => panic!("based on what stands there"),
        }
        let paragraphs = old.body.split("\n\n").filter(|paragraph| !paragraph.is_empty());
        self.standing.paragraphs = paragraphs.map(str::to_owned).collect();
        self.cut.insert(self.stands());
    }

    fn command(&mut self, who: Who, next: Vec<String>) {
        if self.standing.uncut.take().is_some() {
            self.cut.insert(self.stands());
        }
        let text = edition(&next);
        let (story, based_on) = (self.desk.story, self.standing.save);
        let save = Save { story, language: Uk, text: &text, based_on, seen: None, sitting: None };
        let act = self.act(who);
        let Saved::Saved { save, .. } =
            self.desk.newsroom.write(&act, &save, Reason::Write).unwrap()
        else {
            panic!("a new text");
        };
        self.standing = Standing { paragraphs: next, save, hand: Some((who, None)), uncut: None };
        self.cut.insert(self.stands());
    }

    /// A decision that is made cuts, one that is refused changes nothing.
    fn submit(&mut self, who: Who) {
        let act = self.act(who);
        if self.desk.newsroom.submit(&act, self.desk.story, Uk, None).is_ok()
            && self.standing.uncut.take().is_some()
        {
            self.cut.insert(self.stands());
        }
    }

    fn compare(&self) {
        let (newsroom, story) = (&self.desk.newsroom, self.desk.story);
        let draft = newsroom.draft(story, Uk).unwrap();
        assert_eq!(draft.text, edition(&self.standing.paragraphs), "what was said last stands");
        assert_eq!(draft.save, self.standing.save);
        let revisions = newsroom.history(story, Uk).unwrap().revisions;
        let found: BTreeSet<String> = revisions
            .iter()
            .map(|one| newsroom.show(story, Uk, Some(one.revision)).unwrap().text.body)
            .collect();
        let lost: Vec<_> = self.cut.difference(&found).collect();
        assert!(lost.is_empty(), "lost: {lost:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_acknowledged_is_lost(steps in vec(step(), 1..40)) {
        let mut run = Run::new();
        for step in steps {
            run.step(step);
        }
        run.desk.verify();
    }
}
