//! Deciding, in the newsroom and in the model.

use shpalta_newsroom::Result;
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::publication::ChangeKind;
use shpalta_newsroom::status::Editorial;
use shpalta_newsroom::translation::Which;
use shpalta_tests::desk::Who;

use super::{Run, Step};
use crate::model::slow::{Row, VerdictKind};

impl Run {
    pub(super) fn approve(&mut self, translation: bool, who: Who, again: bool) {
        let (story, language) = (self.desk.story, self.language(translation));
        let review = self.desk.newsroom.review(story, language, self.desk.person(who)).unwrap();
        let (change, content) = (ChangeKind::Update, review.content);
        let approving = Approving { change, note: None, content };
        let answer = self
            .perform(who, again, |newsroom, act| newsroom.approve(act, story, language, approving));
        let foretold = review.refusal.map(|refused| (refused.code, refused.params));
        let refused = answer.as_ref().err().map(|error| (error.code(), error.params()));
        assert_eq!(foretold, refused, "a review foretells what approving answers");
        let against = self.model.approve(translation, who);
        self.agree("approve", answer, &against);
        if against.is_empty() {
            self.approved = None;
        }
    }

    fn agree<T>(&self, what: &str, answer: Result<T>, against: &[&str]) {
        match answer {
            Ok(_) => assert!(against.is_empty(), "{what} was done in spite of {against:?}"),
            Err(error) => assert!(
                against.contains(&error.code()),
                "{what} was refused as {}, not as {against:?}",
                error.code()
            ),
        }
    }

    pub(super) fn submit(&mut self, step: Step) {
        let (story, language) = (self.desk.story, self.language(step.translation));
        let who = self.writer(step.translation, step.hand);
        let answer = self
            .perform(who, step.again, |newsroom, act| newsroom.submit(act, story, language, None));
        let against = self.model.submit(step.translation, who);
        self.agree("submit", answer, &against);
    }

    pub(super) fn return_text(&mut self, step: Step) {
        let state = match step.translation {
            true => self.model.translation_state(),
            false => self.model.original_state(),
        };
        if state != Editorial::InReview {
            return;
        }
        let (story, language) = (self.desk.story, self.language(step.translation));
        let answer = self.perform(Who::Editor, step.again, |newsroom, act| {
            newsroom.return_text(act, story, language, Some("Ще раз."))
        });
        self.model.decide(step.translation, VerdictKind::Return, Who::Editor);
        self.agree("return", answer, &[]);
    }

    pub(super) fn revoke(&mut self, step: Step) {
        let (story, language) = (self.desk.story, self.language(step.translation));
        let answer = self.perform(Who::Editor, step.again, |newsroom, act| {
            newsroom.revoke(act, story, language, None)
        });
        if self.edition(step.translation).approval().is_none() {
            return self.agree("revoke", answer, &["not_approved"]);
        }
        self.agree("revoke", answer, &[]);
        self.model.decide(step.translation, VerdictKind::Revoke, Who::Editor);
        self.approved = None;
    }

    pub(super) fn confirm(&mut self, step: Step) {
        let (rows, _) = self.model.draft_rows();
        let at = usize::from(step.dice.pick) % rows.len();
        let needed = !rows[at].is_fresh() || rows[at].coming;
        let number = self.number_of(&rows[at]);
        let answer = self.confirm_in_newsroom(step, Which::Row(number));
        self.agree("confirm", answer, if needed { &[] } else { &["nothing_to_confirm"] });
        if needed {
            self.confirm_in_model(step, &[at]);
        }
    }

    pub(super) fn confirm_all(&mut self, step: Step) {
        let (rows, _) = self.model.draft_rows();
        let open = |at: &usize| !rows[*at].is_fresh() || rows[*at].coming;
        let needed: Vec<usize> = (0..rows.len()).filter(open).collect();
        if !needed.is_empty() {
            let answer = self.confirm_in_newsroom(step, Which::All);
            self.agree("confirm all", answer, &[]);
            self.confirm_in_model(step, &needed);
        }
    }

    fn confirm_in_newsroom(&mut self, step: Step, which: Which) -> Result<Vec<usize>> {
        let (story, language) = (self.desk.story, self.translation);
        let who = self.writer(true, step.hand);
        self.perform(who, step.again, |newsroom, act| {
            newsroom
                .confirm(act, story, language, which, Some("Звірено."), None)
                .map(|done| done.rows)
        })
    }

    fn confirm_in_model(&mut self, step: Step, rows: &[usize]) {
        self.model.confirm(rows, self.writer(true, step.hand), step.hand);
    }

    /// What the newsroom calls a row of the model.
    fn number_of(&self, row: &Row) -> usize {
        let rows = self.desk.status(self.translation).rows;
        let found = rows.iter().find(|shown| match row.block {
            Some(at) => shown.block == Some(at + 1),
            None => shown.block.is_none() && shown.original == [row.originals[0] + 1],
        });
        found.expect("a row that both know").row
    }

    pub(super) fn minor(&mut self, step: Step) {
        let draft = &self.model.original.draft;
        let clear = draft.0.iter().enumerate().filter_map(|(at, block)| {
            Some((at, block.key, self.model.before_only_change(block.key)?))
        });
        let clear: Vec<_> = clear.collect();
        if clear.is_empty() {
            return;
        }
        let (at, key, before) = clear[usize::from(step.dice.pick) % clear.len()].clone();
        let story = self.desk.story;
        let answer = self.perform(Who::Editor, step.again, |newsroom, act| {
            newsroom.mark_minor(act, story, at + 1, None)
        });
        assert_eq!(answer.unwrap(), self.model.minor(key, &before), "rows passed as minor");
    }

    pub(super) fn switch(&mut self, step: Step) {
        let settled = self.approved.as_ref().is_some_and(|(original, translation)| {
            original.content() == self.model.original.draft.content()
                && translation.content() == self.model.translation.draft.content()
        });
        let (_, coming) = self.model.draft_rows();
        if self.switched || !settled || coming + self.model.behind() > 0 {
            return;
        }
        let (story, language) = (self.desk.story, self.translation.code());
        let answer = self.perform(Who::Chief, step.again, |newsroom, act| {
            newsroom.set_story(act, story, "original", language)
        });
        answer.unwrap();
        self.model.switch();
        std::mem::swap(&mut self.original, &mut self.translation);
        let (original, translation) = (&self.model.original, &self.model.translation);
        self.floors = (original.revisions.len() - 1, translation.revisions.len() - 1);
        self.switched = true;
        self.approved = None;
    }
}
