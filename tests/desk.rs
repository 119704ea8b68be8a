//! A newsroom with people, one story, and a clock that moves a minute with every act.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use shpalta_language::Language;
use shpalta_newsroom::board::BoardEdition;
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::draft::{Save, Saved};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::finding::{FindingCode, Severity};
use shpalta_newsroom::id::{ExportId, OperationId, PersonId, StoryId};
use shpalta_newsroom::publication::{ChangeKind, EditionDossier, ExportRun, ExportedRow, Target};
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::staff::Role;
use shpalta_newsroom::status::{EditionStatus, Editorial};
use shpalta_newsroom::translation::{Confirmed, RowState, Which};
use shpalta_newsroom::{Act, Founding, Newsroom, Result};
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

/// Writing.
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
        let save = Save { story: self.story, language, text, based_on, seen };
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

/// Deciding.
impl Desk {
    /// The editor approves what stands there.
    pub fn approve(&mut self, language: Language) {
        self.approve_by(Who::Editor, language).unwrap();
    }

    pub fn approve_by(&mut self, who: Who, language: Language) -> Result<()> {
        self.approve_as(who, language, ChangeKind::Update, None)
    }

    pub fn approve_as(
        &mut self,
        who: Who,
        language: Language,
        change: ChangeKind,
        note: Option<&str>,
    ) -> Result<()> {
        let act = self.act(who);
        self.newsroom.approve(&act, self.story, language, Approving { change, note })
    }

    pub fn submit(&mut self, who: Who, language: Language) -> Result<()> {
        let act = self.act(who);
        self.newsroom.submit(&act, self.story, language, None)
    }

    pub fn return_by(&mut self, who: Who, language: Language, comment: &str) -> Result<()> {
        let act = self.act(who);
        self.newsroom.return_text(&act, self.story, language, Some(comment))
    }

    pub fn revoke(&mut self, who: Who, language: Language) -> Result<()> {
        let act = self.act(who);
        self.newsroom.revoke(&act, self.story, language, None)
    }

    /// "Still right", or "done", about one paragraph of a translation (counted from 1).
    pub fn confirm(
        &mut self,
        who: Who,
        language: Language,
        paragraph: usize,
        reason: Option<&str>,
    ) -> Result<Confirmed> {
        let row = self.row_of(language, paragraph);
        self.confirm_row(who, language, row, reason)
    }

    pub fn confirm_row(
        &mut self,
        who: Who,
        language: Language,
        row: usize,
        reason: Option<&str>,
    ) -> Result<Confirmed> {
        let act = self.act(who);
        self.newsroom.confirm(&act, self.story, language, Which::Row(row), reason)
    }

    /// Marks a paragraph of the original (counted from 1) as a minor change.
    pub fn minor(&mut self, who: Who, paragraph: usize) -> Result<usize> {
        let act = self.act(who);
        self.newsroom.mark_minor(&act, self.story, block_of(paragraph), None)
    }

    pub fn set(&mut self, who: Who, key: &str, value: &str) -> Result<Option<String>> {
        let act = self.act(who);
        self.newsroom.set_story(&act, self.story, key, value)
    }

    /// Records that the approved texts of these languages are on the site now.
    pub fn export(&mut self, languages: &[Language]) {
        let rows = languages.iter().map(|language| exported_row(&self.dossier(*language)));
        let rows = rows.collect();
        let act = self.act(Who::Editor);
        let run = ExportRun { id: ExportId(act.operation.0), target: Target::Site, rows };
        self.newsroom.record_export(&act, &run).unwrap();
    }
}

/// Looking.
impl Desk {
    pub fn status(&self, language: Language) -> EditionStatus {
        let mut status = self.newsroom.status(self.story, self.now()).unwrap();
        status.editions.remove(&language).unwrap()
    }

    pub fn editorial(&self, language: Language) -> Editorial {
        self.status(language).editorial
    }

    pub fn behind(&self, language: Language) -> usize {
        self.status(language).behind
    }

    pub fn coming(&self, language: Language) -> usize {
        self.status(language).coming
    }

    /// Editorial state, behind, coming: what an edition's pill says.
    pub fn pill(&self, language: Language) -> (Editorial, usize, usize) {
        let status = self.status(language);
        (status.editorial, status.behind, status.coming)
    }

    /// The states of the rows that are not fresh, in their order.
    pub fn stale(&self, language: Language) -> Vec<RowState> {
        let rows = self.status(language).rows;
        rows.iter().map(|row| row.state).filter(|state| *state != RowState::Fresh).collect()
    }

    /// The row of a translation's paragraph, both counted from 1.
    pub fn row_of(&self, language: Language, paragraph: usize) -> usize {
        let rows = self.status(language).rows;
        let block = Some(block_of(paragraph));
        rows.iter().find(|row| row.block == block).expect("a row with this paragraph").row
    }

    pub fn dossier(&self, language: Language) -> EditionDossier {
        let dossier = self.newsroom.dossier(self.story).unwrap();
        dossier.editions.into_iter().find(|edition| edition.language == language).unwrap()
    }

    /// Codes of the findings that hold an edition back at export.
    pub fn stops(&self, language: Language) -> Vec<FindingCode> {
        let findings = self.dossier(language).findings;
        let stops = findings.iter().filter(|finding| finding.severity == Severity::Stop);
        let mut codes: Vec<FindingCode> = stops.map(|finding| finding.code).collect();
        codes.dedup();
        codes
    }

    pub fn is_exportable(&self, language: Language) -> bool {
        self.stops(language).is_empty()
    }

    /// The text of an edition's draft.
    pub fn body(&self, language: Language) -> String {
        self.newsroom.draft(self.story, language).unwrap().text.body
    }

    /// The edition as the board shows it.
    pub fn on_board(&self, language: Language) -> BoardEdition {
        let stories = self.newsroom.board(None, 100).unwrap();
        let story = stories.into_iter().find(|story| story.story == self.story).unwrap();
        story.editions.into_iter().find(|edition| edition.language == language).unwrap()
    }

    /// The decisions of an edition, the oldest first, as words.
    pub fn decisions(&self, language: Language) -> Vec<String> {
        let history = self.newsroom.history(self.story, language).unwrap();
        history.decisions.into_iter().rev().map(|decision| decision.decision).collect()
    }

    /// How many changes the newsroom has announced.
    pub fn changes(&self) -> u64 {
        self.peek().query_row("SELECT count(*) FROM change", [], |row| row.get(0)).unwrap()
    }

    /// A second, reading connection: for what the newsroom tells nobody.
    pub fn peek(&self) -> Connection {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        Connection::open_with_flags(self.folder().join("newsroom.db"), flags).unwrap()
    }

    /// Fails unless every hash, link, chain and cached row is what it should be.
    pub fn verify(&self) {
        assert_eq!(self.newsroom.verify().unwrap().faults, []);
    }
}

/// Headline and lead are the blocks before the first paragraph.
pub fn block_of(paragraph: usize) -> usize {
    paragraph + 2
}

fn exported_row(dossier: &EditionDossier) -> ExportedRow {
    let approved = dossier.approved.as_ref();
    let path = format!("{}/{}.html", dossier.language.code(), dossier.address);
    ExportedRow {
        edition: dossier.edition,
        revision: approved.map(|text| text.revision),
        content: approved.map(|text| text.content),
        details: dossier.details,
        names: dossier.names,
        followed: dossier.followed,
        path,
        sha256: "0".repeat(64),
        overridden: None,
    }
}
