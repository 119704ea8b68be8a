//! Writing at the desk.

use shpalta_language::Language;
use shpalta_newsroom::Result;
use shpalta_newsroom::draft::{Save, Saved};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::revision::Reason;

use super::{Desk, How, Who};
use crate::news;

impl Desk {
    /// Saves a text on top of the draft. `seen` is the original's revision that the writer saw.
    pub fn save(
        &mut self,
        who: Who,
        language: Language,
        text: &EditionText,
        seen: Option<u32>,
        how: How,
    ) -> Result<Saved> {
        let based_on = self.newsroom.draft(self.story, language)?.save;
        let act = self.act(who);
        let save = Save { story: self.story, language, text, based_on, seen, sitting: None };
        match how {
            How::Typed => self.newsroom.save_draft(&act, &save),
            How::Cut(reason) => self.newsroom.write(&act, &save, reason),
        }
    }

    /// The language's writer, who sees everything, writes these paragraphs.
    pub fn write(&mut self, language: Language, paragraphs: &[&str]) -> Saved {
        self.write_by(Self::writer(language), language, paragraphs)
    }

    pub fn write_by(&mut self, who: Who, language: Language, paragraphs: &[&str]) -> Saved {
        let text = news::edition(language, paragraphs);
        self.save(who, language, &text, None, How::Cut(Reason::Write)).unwrap()
    }

    /// Types these paragraphs; no revision is cut.
    pub fn type_in(&mut self, language: Language, paragraphs: &[&str]) -> Saved {
        let text = news::edition(language, paragraphs);
        self.save(Self::writer(language), language, &text, None, How::Typed).unwrap()
    }

    /// Writes these paragraphs having seen a certain revision of the original.
    pub fn write_seeing(&mut self, seen: u32, language: Language, paragraphs: &[&str]) -> Saved {
        let text = news::edition(language, paragraphs);
        let how = How::Cut(Reason::Write);
        self.save(Self::writer(language), language, &text, Some(seen), how).unwrap()
    }

    /// Writes these paragraphs and has them approved.
    pub fn publish(&mut self, language: Language, paragraphs: &[&str]) {
        self.write(language, paragraphs);
        self.approve(language);
    }
}
