//! One change of a text at a time, so that its words leave no doubt which block became which.

mod fill;
mod part;

use shpalta_language::Language;

use super::slow::{Edition, Model, Origin, Origins};
use super::text::{Block, FIELDS, Fresh, Text};

pub use fill::filled;

/// What happens to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Edit,
    Rewrite,
    Move,
    Swap,
    Split,
    Join,
    Delete,
    Insert,
    Twin,
    Undo,
}

/// The dice of one step: which of the possible places, and which of the places besides.
#[derive(Debug, Clone, Copy)]
pub struct Dice {
    pub pick: u8,
    pub other: u8,
}

/// Which text changes, and the revision before which nothing is taken up again.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub translation: bool,
    pub language: Language,
    pub floor: usize,
}

fn choose<T: Clone>(from: &[T], die: u8) -> Option<T> {
    (!from.is_empty()).then(|| from[usize::from(die) % from.len()].clone())
}

/// The text after a change, if the change is possible there.
pub fn changed(
    model: &Model,
    fresh: &mut Fresh,
    place: Place,
    change: Change,
    dice: Dice,
) -> Option<(Text, Origins)> {
    let draft = if place.translation { &model.translation.draft } else { &model.original.draft };
    let (text, origins) = (draft.clone(), Origins::new());
    let mut editing = Editing { model, fresh, place, dice, text, origins };
    match change {
        Change::Edit => editing.edit()?,
        Change::Rewrite => editing.rewrite()?,
        Change::Move => editing.move_one()?,
        Change::Swap => editing.swap()?,
        Change::Split => editing.split()?,
        Change::Join => editing.join()?,
        Change::Delete => editing.delete()?,
        Change::Insert => editing.insert()?,
        Change::Twin => editing.twin()?,
        Change::Undo => editing.undo()?,
    }
    let Editing { text, origins, .. } = editing;
    (text.content() != draft.content()).then_some((text, origins))
}

/// A text on its way. Each change says whether it was possible.
struct Editing<'a> {
    model: &'a Model,
    fresh: &'a mut Fresh,
    place: Place,
    dice: Dice,
    text: Text,
    origins: Origins,
}

impl Editing<'_> {
    fn edition(&self) -> &Edition {
        if self.place.translation { &self.model.translation } else { &self.model.original }
    }

    fn pick(&self, places: Vec<usize>) -> Option<usize> {
        choose(&places, self.dice.pick)
    }

    /// All blocks but those that say the same as a later one: of twins, only the last can change
    /// without leaving a doubt which of them did.
    fn changeable(&self) -> Vec<usize> {
        let places = 0..self.text.0.len();
        places.filter(|at| self.text.twins(*at).last() == Some(at)).collect()
    }

    fn changeable_paragraphs(&self) -> Vec<usize> {
        self.changeable().into_iter().filter(|at| *at >= FIELDS).collect()
    }

    /// Paragraphs that say what no other says.
    fn singles(&self) -> Vec<usize> {
        (FIELDS..self.text.0.len()).filter(|at| !self.text.has_twin(*at)).collect()
    }

    /// A place between paragraphs, before the first or behind the last.
    fn gap(&self, die: u8) -> usize {
        FIELDS + usize::from(die) % (self.text.0.len() + 1 - FIELDS)
    }

    fn edit(&mut self) -> Option<()> {
        let at = self.pick(self.changeable())?;
        let words = &mut self.text.0[at].words;
        let word = usize::from(self.dice.other) % words.len();
        words[word] = self.fresh.word(self.place.language);
        Some(())
    }

    fn rewrite(&mut self) -> Option<()> {
        let at = self.pick(self.changeable())?;
        let words = &mut self.text.0[at].words;
        *words = self.fresh.words(self.place.language, words.len());
        Some(())
    }

    fn move_one(&mut self) -> Option<()> {
        let at = self.pick(self.singles())?;
        let block = self.text.0.remove(at);
        self.text.0.insert(self.gap(self.dice.other), block);
        Some(())
    }

    fn swap(&mut self) -> Option<()> {
        let singles = self.singles();
        self.text.0.swap(choose(&singles, self.dice.pick)?, choose(&singles, self.dice.other)?);
        Some(())
    }

    fn delete(&mut self) -> Option<()> {
        let at = self.pick(self.changeable_paragraphs())?;
        (self.text.0.len() > FIELDS + 1).then(|| drop(self.text.0.remove(at)))
    }

    fn insert(&mut self) -> Option<()> {
        let at = self.gap(self.dice.pick);
        let between_twins = at < self.text.0.len() && self.text.twins(at).contains(&(at - 1));
        if between_twins {
            return None;
        }
        let block = self.fresh.block(self.place.language);
        self.add(at, block)
    }

    fn twin(&mut self) -> Option<()> {
        let at = self.pick(self.changeable_paragraphs())?;
        let twin = Block { key: self.fresh.key(), words: self.text.0[at].words.clone() };
        self.add(at + 1, twin)
    }

    /// Adds a block that stands for nothing. In a translation that is clear only while nothing
    /// of the original waits for one.
    fn add(&mut self, at: usize, block: Block) -> Option<()> {
        let rows = self.model.rows(&self.model.translation.draft, self.model.original.newest());
        if self.place.translation && rows.iter().any(|row| row.block.is_none()) {
            return None;
        }
        self.origins.insert(block.key, Origin::For(vec![]));
        self.text.0.insert(at, block);
        Some(())
    }

    fn undo(&mut self) -> Option<()> {
        self.text = choose(&self.edition().revisions[self.place.floor..], self.dice.pick)?;
        Some(())
    }

    /// Whether somebody stands for the block, or it stands for somebody.
    fn is_linked(&self, at: usize) -> bool {
        let Some(block) = self.text.0.get(at) else { return false };
        let Model { original, translation, .. } = self.model;
        if self.place.translation {
            let linked = self.model.linked(block.key);
            return linked.iter().any(|theirs| original.draft.block(*theirs).is_some());
        }
        let mut ours = translation.draft.0.iter();
        ours.any(|ours| self.model.linked(ours.key).contains(&block.key))
    }
}
