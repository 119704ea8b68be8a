//! A newsroom to try things on: a staff, and stories in different states. Each state comes about
//! as it would at the desk, through import, submit, approve and the other decisions.

mod texts;

use std::fs;
use std::path::PathBuf;

use jiff::{SignedDuration, Unit};
use shpalta_language::Language::{self, En, Ru, Uk};

use crate::act::Ids;
use crate::decision::Approving;
use crate::id::{OperationId, StoryId};
use crate::import::Batch;
use crate::names::Names;
use crate::publication::{ChangeKind, WithdrawalKind};
use crate::staff::Role;
use crate::{Act, Error, Newsroom, Result};
use texts::{PHOTOS, TEXTS};

/// Who founds a sample newsroom that nobody else claims.
pub const OWNER: &str = "Олена Гнатюк";

const REPORTER: &str = "Надія Коваль";
const TRANSLATOR: &str = "Ірина Ткач";
const CHIEF: &str = "Тарас Мельник";

/// Who approves each language.
const EDITORS: [(Language, &str); 3] =
    [(Uk, "Петро Лисенко"), (En, "Олена Шевчук"), (Ru, "Дмитро Гончар")];

/// How far ahead the embargo lies.
const EMBARGO: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The agency of a sample newsroom that was founded without one.
pub fn source() -> Names {
    Names::from([(Uk, "Шпальта".into()), (En, "Shpalta".into()), (Ru, "Шпальта".into())])
}

/// Furnishes a newsroom that was just founded; `act.by` is its owner.
///
/// # Errors
/// [`Error::Files`], [`Error::DiskFull`] and the like; nothing of the sample itself is refused.
pub fn furnish(newsroom: &mut Newsroom, act: &Act) -> Result<()> {
    let folder = newsroom.folder().join("cache").join("sample");
    let ids = Ids::new(act.operation, act.at);
    let mut sample = Sample { newsroom, owner: *act, ids, folder };
    sample.staff()?;
    sample.site()?;
    sample.unpack()?;
    sample.approved_in_all_languages()?;
    sample.original_changed_since()?;
    sample.waiting_for_an_editor()?;
    sample.returned_with_a_comment()?;
    sample.half_translated()?;
    sample.under_embargo()?;
    sample.held()?;
    sample.without_its_photo()?;
    fs::remove_dir_all(&sample.folder).map_err(|error| sample.files(&error))
}

struct Sample<'a> {
    newsroom: &'a mut Newsroom,
    owner: Act,
    /// Each step is an operation of its own.
    ids: Ids,
    /// Where the files lie that come in.
    folder: PathBuf,
}

impl Sample<'_> {
    fn staff(&mut self) -> Result<()> {
        let people = [
            (REPORTER, Role::Reporter, &Language::ALL[..]),
            (TRANSLATOR, Role::Translator, &Language::ALL[..]),
            (CHIEF, Role::Chief, &Language::ALL[..]),
        ];
        for (name, role, languages) in people {
            self.newsroom.add_staff(&self.owner_acts(), name, role, languages)?;
        }
        for (language, name) in EDITORS {
            self.newsroom.add_staff(&self.owner_acts(), name, Role::Editor, &[language])?;
        }
        Ok(())
    }

    fn site(&mut self) -> Result<()> {
        for (language, name) in source() {
            let key = format!("name.{}", language.code());
            self.newsroom.set_site(&self.owner_acts(), &key, &name)?;
        }
        Ok(())
    }

    /// Takes the photos in and lays the texts out as files, with the photos' addresses in them.
    fn unpack(&mut self) -> Result<()> {
        fs::create_dir_all(&self.folder).map_err(|error| self.files(&error))?;
        let credit = Names::from([
            (Uk, "Ілюстрація редакції".to_owned()),
            (En, "Newsroom illustration".to_owned()),
            (Ru, "Иллюстрация редакции".to_owned()),
        ]);
        let mut addresses = Vec::new();
        for (name, bytes) in PHOTOS {
            let file = self.lay_out(name, bytes)?;
            let hash = self.newsroom.add_media(&self.acts(REPORTER)?, &file, &credit)?;
            addresses.push((format!("media:{name}"), format!("media:{hash}")));
        }
        for (name, text) in TEXTS {
            let text = addresses
                .iter()
                .fold((*text).to_owned(), |text, (name, address)| text.replace(name, address));
            self.lay_out(name, text.as_bytes())?;
        }
        Ok(())
    }

    fn approved_in_all_languages(&mut self) -> Result<()> {
        self.translated_and_approved("night-trains", Uk, [En, Ru])
    }

    fn original_changed_since(&mut self) -> Result<()> {
        self.translated_and_approved("kharkiv-metro", Uk, [En, Ru])?;
        self.comes_in(REPORTER, &["kharkiv-metro-changed.uk.md"], Some("kharkiv-metro"))?;
        self.passes("kharkiv-metro", Uk, REPORTER)
    }

    fn waiting_for_an_editor(&mut self) -> Result<()> {
        let slug = "university-exchange";
        self.comes_in(REPORTER, &["university-exchange.uk.md"], None)?;
        self.comes_in(TRANSLATOR, &["university-exchange.en.md"], Some(slug))?;
        self.submit(slug, Uk, REPORTER)
    }

    fn returned_with_a_comment(&mut self) -> Result<()> {
        let slug = "library-reopens";
        self.comes_in(REPORTER, &["library-reopens.uk.md"], None)?;
        self.passes(slug, Uk, REPORTER)?;
        let translations = ["library-reopens.en.md", "library-reopens.ru.md"];
        self.comes_in(TRANSLATOR, &translations, Some(slug))?;
        self.submit(slug, Ru, TRANSLATOR)?;
        self.submit(slug, En, TRANSLATOR)?;
        let note = "Opening hours: 10 a.m. to 6 p.m., please, not 18:00";
        let act = self.acts(editor(En))?;
        self.newsroom.return_text(&act, self.story(slug)?, En, Some(note))
    }

    fn half_translated(&mut self) -> Result<()> {
        self.comes_in(REPORTER, &["apple-record.uk.md"], None)?;
        self.passes("apple-record", Uk, REPORTER)?;
        self.comes_in(TRANSLATOR, &["apple-record.en.md"], Some("apple-record"))
    }

    fn under_embargo(&mut self) -> Result<()> {
        let slug = "transport-summit";
        self.translated_and_approved(slug, En, [Uk, Ru])?;
        let until = self.owner.at.checked_add(EMBARGO).and_then(|until| until.round(Unit::Hour));
        let until = until.unwrap_or(self.owner.at).to_string();
        let act = self.acts(editor(En))?;
        self.newsroom.set_story(&act, self.story(slug)?, "embargo", &until)?;
        Ok(())
    }

    fn held(&mut self) -> Result<()> {
        let slug = "planetarium-night";
        self.translated_and_approved(slug, Uk, [En, Ru])?;
        let act = self.acts(editor(Uk))?;
        let note = Some("Організатори уточнюють дату");
        self.newsroom.withdraw(&act, self.story(slug)?, None, WithdrawalKind::Held, note)
    }

    fn without_its_photo(&mut self) -> Result<()> {
        self.comes_in(REPORTER, &["port-photographs.uk.md"], None)
    }

    fn translated_and_approved(
        &mut self,
        slug: &str,
        original: Language,
        translations: [Language; 2],
    ) -> Result<()> {
        let file = |language: Language| format!("{slug}.{}.md", language.code());
        self.comes_in(REPORTER, &[&file(original)], None)?;
        self.passes(slug, original, REPORTER)?;
        for language in translations {
            self.comes_in(TRANSLATOR, &[&file(language)], Some(slug))?;
            self.passes(slug, language, TRANSLATOR)?;
        }
        Ok(())
    }

    fn comes_in(&mut self, by: &str, files: &[&str], story: Option<&str>) -> Result<()> {
        let batch = Batch {
            files: files.iter().map(|name| self.folder.join(name)).collect(),
            language: None,
            story: story.map(str::to_owned),
        };
        let summary = self.newsroom.import(&self.acts(by)?, &batch);
        match summary.refused.into_iter().next() {
            Some(refused) => Err(refused.error),
            None => Ok(()),
        }
    }

    fn submit(&mut self, slug: &str, language: Language, by: &str) -> Result<()> {
        let act = self.acts(by)?;
        self.newsroom.submit(&act, self.story(slug)?, language, None)
    }

    /// Submitted by its writer, approved by the language's editor.
    fn passes(&mut self, slug: &str, language: Language, writer: &str) -> Result<()> {
        self.submit(slug, language, writer)?;
        let act = self.acts(editor(language))?;
        let approving = Approving { change: ChangeKind::Update, note: None, content: None };
        self.newsroom.approve(&act, self.story(slug)?, language, approving)
    }

    fn story(&self, slug: &str) -> Result<StoryId> {
        self.newsroom.story_id(slug)
    }

    fn acts(&self, name: &str) -> Result<Act> {
        let by = self.newsroom.person_named(name)?.id;
        Ok(Act { by, ..self.owner_acts() })
    }

    fn owner_acts(&self) -> Act {
        Act { operation: OperationId(self.ids.next()), ..self.owner }
    }

    fn lay_out(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let file = self.folder.join(name);
        fs::write(&file, bytes).map_err(|error| self.files(&error))?;
        Ok(file)
    }

    fn files(&self, error: &std::io::Error) -> Error {
        Error::files(&self.folder, error)
    }
}

fn editor(language: Language) -> &'static str {
    let [(_, uk), (_, en), (_, ru)] = EDITORS;
    match language {
        Uk => uk,
        En => en,
        Ru => ru,
    }
}

#[cfg(test)]
mod tests;
