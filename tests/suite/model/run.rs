//! Running one sequence of steps against the newsroom and against the model.

mod compare;
mod decide;
mod write;

use shpalta_language::Language;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::status::Editorial;
use shpalta_newsroom::{Act, Newsroom, Result};
use shpalta_tests::desk::{Desk, Who};

use super::change::{Change, Dice};
use super::slow::{Edition, Model, Origins};
use super::text::{FIELDS, Fresh, Text};
use write::Saving;

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Text(Change),
    Translate,
    ImportFewer,
    SaveTheSame,
    Submit,
    Return,
    Approve,
    Revoke,
    Confirm,
    ConfirmAll,
    Minor,
    Switch,
}

#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub doing: Doing,
    /// In the translation, or in the original.
    pub translation: bool,
    pub dice: Dice,
    /// Which of those who may.
    pub hand: bool,
    /// No revision is cut.
    pub typed: bool,
    /// The writer has not seen the original's newest revision.
    pub unaware: bool,
    /// The operation runs twice.
    pub again: bool,
}

/// A newsroom, the model of it, and two texts to go back to.
#[derive(Debug)]
pub struct Run {
    desk: Desk,
    model: Model,
    fresh: Fresh,
    original: Language,
    translation: Language,
    /// Revisions (counted from 0) before which nothing is taken up again: original, translation.
    floors: (usize, usize),
    switched: bool,
    approved: Option<(Text, Text)>,
}

impl Run {
    /// The original and its translation, four paragraphs each, both approved.
    pub fn new() -> Self {
        let (original, translation) = (Language::Uk, Language::En);
        let mut fresh = Fresh::default();
        let mut text = |language| Text((0..FIELDS + 4).map(|_| fresh.block(language)).collect());
        let (ours, theirs) = (text(original), text(translation));
        let mut run = Self {
            desk: Desk::new(),
            model: Model::new(ours, theirs, Who::Owner),
            fresh,
            original,
            translation,
            floors: (0, 0),
            switched: false,
            approved: None,
        };
        for translation in [false, true] {
            let text = run.edition(translation).draft.clone();
            run.put(translation, &text, Who::Owner, None, Some(Reason::Write), false);
            run.approve(translation, Who::Editor, false);
        }
        run.compare();
        run
    }

    fn edition(&self, translation: bool) -> &Edition {
        if translation { &self.model.translation } else { &self.model.original }
    }

    fn language(&self, translation: bool) -> Language {
        if translation { self.translation } else { self.original }
    }

    /// Runs an operation, if asked twice: the second time it changes nothing.
    fn perform<T: PartialEq + std::fmt::Debug>(
        &mut self,
        who: Who,
        again: bool,
        operation: impl Fn(&mut Newsroom, &Act) -> Result<T>,
    ) -> Result<T> {
        let act = self.desk.act(who);
        let first = operation(&mut self.desk.newsroom, &act)?;
        if again {
            let changes = self.desk.changes();
            assert_eq!(operation(&mut self.desk.newsroom, &act).unwrap(), first);
            assert_eq!(self.desk.changes(), changes, "an operation ran twice");
        }
        Ok(first)
    }

    pub fn step(&mut self, step: Step) {
        match step.doing {
            Doing::Text(change) => self.change(change, step),
            Doing::Translate => self.translate(step),
            Doing::ImportFewer => self.import_fewer(step),
            Doing::SaveTheSame => self.save_the_same(step),
            Doing::Submit => self.submit(step),
            Doing::Return => self.return_text(step),
            Doing::Approve => self.approve(step.translation, approver(step.hand), step.again),
            Doing::Revoke => self.revoke(step),
            Doing::Confirm => self.confirm(step),
            Doing::ConfirmAll => self.confirm_all(step),
            Doing::Minor => self.minor(step),
            Doing::Switch => self.switch(step),
        }
        self.compare();
        let all_approved = [false, true].into_iter().all(|translation| {
            let pill = self.desk.pill(self.language(translation));
            pill == (Editorial::Approved, 0, 0)
        });
        if all_approved {
            let (original, translation) = (&self.model.original, &self.model.translation);
            self.approved = Some((original.draft.clone(), translation.draft.clone()));
        }
    }

    /// Undoing everything typed since all was approved makes it approved and fresh by itself.
    pub fn end(mut self, translation_first: bool) {
        if let Some((original, translation)) = self.approved.clone() {
            let order = if translation_first { [true, false] } else { [false, true] };
            for side in order {
                let text = if side { &translation } else { &original };
                if text.content() != self.edition(side).draft.content() {
                    let who = Desk::writer(self.language(side));
                    self.save_in_both(side, text.clone(), &Origins::new(), who, Saving::CUT);
                }
            }
            self.compare();
            // What was only typed back is in no revision: the newest one still says the other.
            let coming =
                if self.model.original.is_pending() { self.model.draft_rows().1 } else { 0 };
            assert_eq!(self.desk.pill(self.original), (Editorial::Approved, 0, 0));
            assert_eq!(self.desk.pill(self.translation), (Editorial::Approved, 0, coming));
        }
        self.desk.verify();
    }
}

fn approver(hand: bool) -> Who {
    if hand { Who::Editor } else { Who::SecondEditor }
}
