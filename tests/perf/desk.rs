//! A newsroom to measure.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_newsroom::board::{BoardFilter, BoardQuery};
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::draft::Save;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::{OperationId, PersonId, SittingId, StoryId};
use shpalta_newsroom::import::Batch;
use shpalta_newsroom::publication::ChangeKind;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::staff::Role;
use shpalta_newsroom::{Act, Founding, Newsroom};
use tempfile::TempDir;
use uuid::Uuid;

use crate::text;

/// A newsroom of its own in a temporary folder. Its clock ticks a second an act.
pub struct Desk {
    newsroom: Newsroom,
    folder: TempDir,
    second: i64,
    writer: PersonId,
    editor: PersonId,
    sitting: SittingId,
}

impl Desk {
    /// On the disk that holds temporary files.
    pub fn new() -> Self {
        Self::within(TempDir::new().expect("a temporary folder"))
    }

    /// In memory where there is such a thing: 100,000 stories are twice as many durable writes.
    pub fn in_memory() -> Self {
        Self::within(shpalta_tests::desk::folder())
    }

    fn within(folder: TempDir) -> Self {
        let owner = PersonId(Uuid::now_v7());
        let founding = Founding {
            owner: "Owner".into(),
            source: [(Language::Uk, "УНП".to_owned())].into(),
            site: None,
        };
        let act = act_of(owner, 0);
        let newsroom = Newsroom::create(&folder.path().join("newsroom"), &act, &founding);
        let newsroom = newsroom.expect("a new newsroom");
        let sitting = SittingId(Uuid::now_v7());
        let mut desk = Self { newsroom, folder, second: 0, writer: owner, editor: owner, sitting };
        let act = desk.act(owner);
        let editor = desk.newsroom.add_staff(&act, "Editor", Role::Editor, &Language::ALL);
        desk.editor = editor.expect("an editor");
        desk
    }

    fn act(&mut self, by: PersonId) -> Act {
        self.second += 1;
        act_of(by, self.second)
    }

    /// A story with a headline.
    pub fn headed_story(&mut self, number: usize) {
        let act = self.act(self.writer);
        let headline = format!("Новина {number} про потяги до Вінниці");
        let story = self.newsroom.new_story(&act, Language::Uk, &headline).expect("a new story");
        let text = EditionText { headline, ..EditionText::default() };
        let (language, based_on) = (Language::Uk, 0);
        let save = Save { story, language, text: &text, based_on, seen: None, sitting: None };
        let act = self.act(self.writer);
        self.newsroom.save_draft(&act, &save).expect("saved");
    }

    /// A story with so many paragraphs in three languages.
    pub fn story(&mut self, slug: &str, paragraphs: usize) -> StoryId {
        let act = self.act(self.writer);
        let story = self.newsroom.new_story(&act, Language::Uk, slug).expect("a new story");
        for language in Language::ALL {
            self.write(story, language, &text::paragraphs(language, paragraphs));
        }
        story
    }

    pub fn write(&mut self, story: StoryId, language: Language, body: &str) {
        let act = self.act(self.writer);
        let based_on = self.newsroom.draft(story, language).expect("a draft").save;
        let text = EditionText {
            headline: format!("Потяги {}", language.code()),
            lead: format!("Розклад {}", language.code()),
            body: body.to_owned(),
            ..EditionText::default()
        };
        let save = Save { story, language, text: &text, based_on, seen: None, sitting: None };
        self.newsroom.write(&act, &save, Reason::Write).expect("saved");
    }

    /// What stands in the Ukrainian draft, with one more word typed into its middle.
    pub fn typed(&self, story: StoryId, number: usize) -> EditionText {
        let mut text = self.newsroom.draft(story, Language::Uk).expect("a draft").text;
        let spaces: Vec<_> = text.body.match_indices(' ').map(|(at, _)| at).collect();
        text.body.insert_str(spaces[spaces.len() / 2], &format!(" слово{number}"));
        text
    }

    /// Saves as the window does while somebody types.
    pub fn save(&mut self, story: StoryId, text: &EditionText) {
        let act = self.act(self.writer);
        let language = Language::Uk;
        let based_on = self.newsroom.draft(story, language).expect("a draft").save;
        let sitting = Some(self.sitting);
        let save = Save { story, language, text, based_on, seen: None, sitting };
        self.newsroom.save_draft(&act, &save).expect("saved");
    }

    /// Does something with the newsroom by a connection and a thread of its own; how long it took.
    pub fn start(&self, work: fn(Newsroom)) -> JoinHandle<Duration> {
        let folder = self.folder();
        thread::spawn(move || {
            let begun = Instant::now();
            work(Newsroom::open(&folder).expect("a newsroom"));
            begun.elapsed()
        })
    }

    pub fn back_up(newsroom: Newsroom) {
        newsroom.back_up(Timestamp::now()).expect("a backup");
    }

    pub fn verify(newsroom: Newsroom) {
        let found = newsroom.verify().expect("all of it can be read");
        assert_eq!(found.faults, []);
    }

    /// The newsroom's folder.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("newsroom")
    }

    /// A file on the disk of the newsroom.
    pub fn bare_file(&self) -> BareFile {
        BareFile(File::create(self.folder.path().join("bare")).expect("a file"))
    }

    pub fn approved_story(&mut self, number: usize) -> StoryId {
        let story = self.story(&format!("Новина {number}"), 8);
        Language::ALL.into_iter().for_each(|language| self.approve(story, language));
        story
    }

    pub fn status(&self, story: StoryId) {
        std::hint::black_box(self.newsroom.status(story, Timestamp::UNIX_EPOCH).expect("a status"));
    }

    /// Reads 50 stories of the board.
    pub fn page(&self, filter: BoardFilter, search: &str, offset: usize) {
        let search = search.to_owned();
        let query = BoardQuery { filter, search, language: Language::Uk, offset, limit: 50 };
        let page = self.newsroom.board(&query, Some(self.editor), Timestamp::UNIX_EPOCH);
        std::hint::black_box(page.expect("a board"));
    }

    pub fn counts(&self) {
        let counts = self.newsroom.board_counts(Some(self.editor), Timestamp::UNIX_EPOCH);
        std::hint::black_box(counts.expect("counts"));
    }

    /// Files with front matter, one story each.
    pub fn files(&self, count: usize) -> Vec<PathBuf> {
        let body = text::paragraphs(Language::Uk, 12);
        let front = |number| {
            format!("---\ntitle: Новина {number}\ndescription: Коротко\ndate: 2026-02-12\n---\n")
        };
        (0..count)
            .map(|number| {
                let file = self.folder.path().join(format!("story-{number}.uk.md"));
                fs::write(&file, front(number) + &body).expect("a file");
                file
            })
            .collect()
    }

    pub fn import(&mut self, files: &[PathBuf]) {
        let act = self.act(self.writer);
        let batch = Batch { files: files.to_vec(), ..Batch::default() };
        let summary = self.newsroom.import(&act, &batch);
        assert_eq!(summary.stories.len(), files.len());
    }

    /// Exports some stories or all, and puts it on record; how many files were written.
    pub fn export(&mut self, stories: Option<Vec<StoryId>>) -> usize {
        let act = self.act(self.editor);
        let request = shpalta_publish::Request {
            stories,
            languages: Language::ALL.to_vec(),
            to: Some(self.site()),
            now: act.at,
            override_reason: None,
            mode: shpalta_publish::Mode::Write,
        };
        let watch = &mut shpalta_publish::unwatched;
        let outcome = shpalta_publish::export_and_record(&mut self.newsroom, &act, &request, watch);
        outcome.expect("an export").written.len()
    }

    /// One more word in a story's Russian text, approved.
    pub fn reword(&mut self, story: StoryId, number: usize) {
        let text = text::paragraphs(Language::Ru, 8);
        self.write(story, Language::Ru, &format!("{text} Слово {number}."));
        self.approve(story, Language::Ru);
    }

    fn approve(&mut self, story: StoryId, language: Language) {
        let act = self.act(self.editor);
        let approving = Approving { change: ChangeKind::Update, note: None, content: None };
        self.newsroom.approve(&act, story, language, approving).expect("approved");
    }

    /// Writes the site's bytes to another folder with one sync at the end; how many they are.
    pub fn copy_site(&self) -> usize {
        let target = self.copy();
        let mut bytes = 0;
        copy(&self.site(), &target, &mut bytes);
        File::open(&target).and_then(|folder| folder.sync_all()).expect("synced");
        bytes
    }

    /// Takes the site away, so that the next export is of all.
    pub fn clear_site(&self) {
        for folder in [self.site(), self.copy()] {
            if folder.exists() {
                fs::remove_dir_all(folder).expect("removed");
            }
        }
    }

    fn copy(&self) -> PathBuf {
        self.folder.path().join("copy")
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }
}

/// What a save would cost if there were no newsroom.
pub struct BareFile(File);

impl BareFile {
    pub fn write_and_sync(&mut self, text: &EditionText) {
        for part in [&text.headline, &text.lead, &text.body] {
            self.0.write_all(part.as_bytes()).expect("written");
        }
        self.0.sync_all().expect("synced");
    }
}

fn copy(from: &Path, to: &Path, bytes: &mut usize) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target, bytes);
            continue;
        }
        let content = fs::read(entry.path()).expect("a file to copy");
        File::create(&target).and_then(|mut file| file.write_all(&content)).expect("a copy");
        *bytes += content.len();
    }
}

fn act_of(by: PersonId, second: i64) -> Act {
    let at = Timestamp::from_second(1_770_000_000 + second).expect("an instant");
    Act { operation: OperationId(Uuid::now_v7()), by, at }
}
