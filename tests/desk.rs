//! A newsroom with people, one story, and a clock that moves a minute with every act.

mod decide;
mod look;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_newsroom::id::{OperationId, PersonId, StoryId};
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::staff::Role;
use shpalta_newsroom::{Act, Founding, Newsroom};
use tempfile::TempDir;
use uuid::Uuid;

use crate::news;

/// 2025-01-20 06:00 UTC: the instant of a newsroom's founding.
const START: i64 = 1_737_352_800;

/// Somebody on the staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Made the newsroom.
    Owner,
    /// Writes Ukrainian.
    Reporter,
    /// Writes English and Russian.
    Translator,
    /// Edits all three languages.
    Editor,
    /// Edits all three languages, too.
    SecondEditor,
    /// Edits Ukrainian alone.
    UkrainianEditor,
    Chief,
}

/// How a text is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As it is typed: no revision is cut.
    Typed,
    /// A revision is cut.
    Cut(Reason),
}

/// A newsroom in a folder of its own, which goes with it.
#[derive(Debug)]
pub struct Desk {
    pub newsroom: Newsroom,
    pub story: StoryId,
    people: BTreeMap<Who, PersonId>,
    acts: i64,
    place: TempDir,
}

/// A folder in memory where there is such a thing: durable writes are slow on a disk.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    made.expect("a folder for the test")
}

/// Copies a folder with all that lies in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder for the copy");
    for entry in std::fs::read_dir(from).expect("a folder to copy").map(Result::unwrap) {
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => _ = std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap(),
        }
    }
}

/// The act of a number: its instant and its operation follow from it.
pub fn act(by: PersonId, number: i64) -> Act {
    let bits = 0x0194_7e5b_0000_7000_8000_0000_0000_0000 + u128::try_from(number).unwrap();
    let at = Timestamp::from_second(START + 60 * number).unwrap();
    Act { operation: OperationId(Uuid::from_u128(bits)), by, at }
}

/// Makes a newsroom with an owner and nobody else.
pub fn found(folder: &Path, owner: PersonId) -> Newsroom {
    let founding = Founding {
        owner: "Оксана Лисенко".into(), source: BTreeMap::new(), site: None
    };
    Newsroom::create(folder, &act(owner, 0), &founding).unwrap()
}

impl Desk {
    /// A newsroom with its staff and a story without text.
    pub fn new() -> Self {
        let place = folder();
        let owner = PersonId(Uuid::from_u128(0x0194_7e5b_0000_7000_9000_0000_0000_0001));
        let newsroom = found(&place.path().join("newsroom"), owner);
        let story = StoryId(Uuid::nil());
        let people = BTreeMap::from([(Who::Owner, owner)]);
        let mut desk = Self { newsroom, story, people, acts: 0, place };
        desk.hire();
        let act = desk.act(Who::Reporter);
        desk.story = desk.newsroom.new_story(&act, Language::Uk, "Пожежа на пристані").unwrap();
        desk
    }

    /// uk is the original A B C, en is a b c, all approved.
    pub fn published_fire() -> Self {
        let mut desk = Self::new();
        desk.publish(Language::Uk, &[news::uk::A, news::uk::B, news::uk::C]);
        desk.publish(Language::En, &[news::en::A, news::en::B, news::en::C]);
        desk
    }

    fn hire(&mut self) {
        use Language::{En, Ru, Uk};
        let staff: [(Who, &str, Role, &[Language]); 6] = [
            (Who::Reporter, "Ростислав Гай", Role::Reporter, &[Uk]),
            (Who::Translator, "Тамара Вільха", Role::Translator, &[En, Ru]),
            (Who::Editor, "Едуард Кравець", Role::Editor, &[Uk, En, Ru]),
            (Who::SecondEditor, "Дарина Мороз", Role::Editor, &[Uk, En, Ru]),
            (Who::UkrainianEditor, "Юлія Бойко", Role::Editor, &[Uk]),
            (Who::Chief, "Чеслав Рудий", Role::Chief, &[Uk, En, Ru]),
        ];
        for (who, name, role, languages) in staff {
            let act = self.act(Who::Owner);
            let id = self.newsroom.add_staff(&act, name, role, languages).unwrap();
            self.people.insert(who, id);
        }
    }

    /// The next act of somebody: a minute later, under a name of its own.
    pub fn act(&mut self, who: Who) -> Act {
        self.acts += 1;
        act(self.people[&who], self.acts)
    }

    /// The instant of the last act.
    pub fn now(&self) -> Timestamp {
        act(self.people[&Who::Owner], self.acts).at
    }

    pub fn person(&self, who: Who) -> PersonId {
        self.people[&who]
    }

    /// The newsroom's folder.
    pub fn folder(&self) -> PathBuf {
        self.newsroom.folder().to_owned()
    }

    /// Closes the newsroom: one file holds the database then. The place goes when it is dropped.
    pub fn close(self) -> (TempDir, PathBuf) {
        (self.place, self.newsroom.folder().to_owned())
    }

    /// A path beside the newsroom's folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Who writes a language as a rule.
    pub fn writer(language: Language) -> Who {
        match language {
            Language::Uk => Who::Reporter,
            Language::En | Language::Ru => Who::Translator,
        }
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Headline and lead are the blocks before the first paragraph.
pub fn block_of(paragraph: usize) -> usize {
    paragraph + 2
}
