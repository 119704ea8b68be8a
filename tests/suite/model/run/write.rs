//! Writing, in the newsroom and in the model.

use shpalta_newsroom::draft::{Save, Saved};
use shpalta_newsroom::revision::Reason;
use shpalta_tests::desk::{Desk, Who};

use super::{Run, Step};
use crate::model::change::{Change, Place, changed, filled};
use crate::model::slow::{Model, Origins};
use crate::model::text::{FIELDS, Text};

#[derive(Debug, Clone, Copy)]
pub(super) struct Saving {
    reason: Option<Reason>,
    unaware: bool,
    again: bool,
}

impl Saving {
    pub(super) const CUT: Self = Self { reason: Some(Reason::Write), unaware: false, again: false };
}

impl Run {
    pub(super) fn writer(&self, translation: bool, hand: bool) -> Who {
        if hand { Who::Editor } else { Desk::writer(self.language(translation)) }
    }

    pub(super) fn change(&mut self, change: Change, step: Step) {
        let broken_up = matches!(change, Change::Split | Change::Join);
        if self.switched && broken_up {
            return;
        }
        let place = Place {
            translation: step.translation,
            language: self.language(step.translation),
            floor: if step.translation { self.floors.1 } else { self.floors.0 },
        };
        let Some((text, origins)) = changed(&self.model, &mut self.fresh, place, change, step.dice)
        else {
            return;
        };
        let may_be_unaware = matches!(change, Change::Edit | Change::Rewrite);
        let pending = self.edition(step.translation).is_pending();
        let saving = Saving {
            reason: (!step.typed || pending).then_some(Reason::Write),
            unaware: step.unaware && may_be_unaware,
            again: step.again,
        };
        self.save_if_clear(step, text, &origins, saving);
    }

    pub(super) fn translate(&mut self, step: Step) {
        let language = self.translation;
        if let Some((text, origins)) =
            filled(&self.model, &mut self.fresh, language, step.dice.pick)
        {
            let step = Step { translation: true, ..step };
            self.save_if_clear(step, text, &origins, Saving { again: step.again, ..Saving::CUT });
        }
    }

    pub(super) fn import_fewer(&mut self, step: Step) {
        let mut text = self.model.translation.draft.clone();
        for die in [step.dice.pick, step.dice.other] {
            let at = FIELDS + usize::from(die) % (text.0.len() - FIELDS);
            if text.0.len() > FIELDS + 1 && !text.has_twin(at) {
                text.0.remove(at);
            }
        }
        if text.content() != self.model.translation.draft.content() {
            let saving = Saving { reason: Some(Reason::Import), again: step.again, ..Saving::CUT };
            self.save_if_clear(Step { translation: true, ..step }, text, &Origins::new(), saving);
        }
    }

    /// Saves unless the parts of something split or joined would be left without a translation:
    /// which of them is the old block then is not for this model to say.
    fn save_if_clear(&mut self, step: Step, text: Text, origins: &Origins, saving: Saving) {
        let who = self.writer(step.translation, step.hand);
        let mut then = self.model.clone();
        save(&mut then, step.translation, text.clone(), origins, who, saving);
        let texts = [&then.original.draft, then.original.newest(), then.original.counting()];
        let unclear = texts.iter().any(|text| {
            let rows = then.rows(&then.translation.draft, text);
            rows.iter()
                .filter(|row| row.block.is_none())
                .any(|row| row.originals.iter().any(|at| then.broken.contains(&text.0[*at].key)))
        });
        if !unclear {
            self.save_in_both(step.translation, text, origins, who, saving);
        }
    }

    pub(super) fn save_in_both(
        &mut self,
        translation: bool,
        text: Text,
        origins: &Origins,
        who: Who,
        saving: Saving,
    ) {
        let seen = seen(&self.model, saving);
        let named = (translation && saving.unaware).then_some(seen);
        self.put(translation, &text, who, named, saving.reason, saving.again);
        save(&mut self.model, translation, text, origins, who, saving);
    }

    pub(super) fn put(
        &mut self,
        translation: bool,
        text: &Text,
        who: Who,
        seen: Option<usize>,
        reason: Option<Reason>,
        again: bool,
    ) {
        let (story, language) = (self.desk.story, self.language(translation));
        let based_on = self.desk.newsroom.draft(story, language).unwrap().save;
        let text = &text.to_edition();
        let seen = seen.map(|number| u32::try_from(number).unwrap());
        let save = Save { story, language, text, based_on, seen, sitting: None };
        let saved = self.perform(who, again, |newsroom, act| match reason {
            Some(reason) => newsroom.write(act, &save, reason),
            None => newsroom.save_draft(act, &save),
        });
        let saved = saved.unwrap();
        assert!(matches!(saved, Saved::Saved { .. }), "{saved:?}");
    }

    pub(super) fn save_the_same(&mut self, step: Step) {
        let (story, language) = (self.desk.story, self.language(step.translation));
        let draft = self.desk.newsroom.draft(story, language).unwrap();
        let changes = self.desk.changes();
        let based_on = draft.save;
        let (text, seen, sitting) = (&draft.text, None, None);
        let save = Save { story, language, text, based_on, seen, sitting };
        let who = self.writer(step.translation, step.hand);
        let saved = self.perform(who, step.again, |newsroom, act| match step.typed {
            true => newsroom.save_draft(act, &save),
            false => newsroom.write(act, &save, Reason::Write),
        });
        assert_eq!(saved.unwrap(), Saved::Unchanged { save: draft.save });
        assert_eq!(self.desk.newsroom.draft(story, language).unwrap(), draft);
        assert_eq!(self.desk.changes(), changes, "a save that changes nothing changes nothing");
    }
}

fn seen(model: &Model, saving: Saving) -> usize {
    let newest = model.original.revisions.len();
    if saving.unaware { (newest - 1).max(1) } else { newest }
}

fn save(
    model: &mut Model,
    translation: bool,
    text: Text,
    origins: &Origins,
    who: Who,
    saving: Saving,
) {
    let cut = saving.reason.is_some();
    if translation {
        model.save_translation(text, origins, seen(model, saving), cut, who);
    } else {
        model.save_original(text, origins, cut, who);
    }
}
