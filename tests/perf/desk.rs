//! A newsroom to measure.

use std::fs::{self, File};
use std::io::Write;
use std::ops::Range;
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
use shpalta_newsroom::names::NameKind;
use shpalta_newsroom::publication::ChangeKind;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::staff::Role;
use shpalta_newsroom::{Act, Founding, Newsroom};
use tempfile::TempDir;
use uuid::Uuid;

use crate::news::{self, Story};
use crate::text;

/// The site's name in each language.
const SITE_NAMES: [(&str, &str); 3] = [
    ("name.uk", "Залізничні новини"),
    ("name.en", "Railway News"),
    ("name.ru", "Железнодорожные новости"),
];

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
            source: [(Language::Uk, news::SOURCE.to_owned())].into(),
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

    /// Gives the site its address and its names, and says who writes and where things happen.
    pub fn found_site(&mut self) {
        for (key, value) in SITE_NAMES.into_iter().chain([("url", "https://example.org")]) {
            let act = self.act(self.writer);
            self.newsroom.set_site(&act, key, value).expect("a setting");
        }
        let authors = news::AUTHORS.map(|(names, _)| (NameKind::Author, names));
        let places = news::PLACES.map(|names| (NameKind::Place, names));
        for (kind, names) in authors.into_iter().chain(places) {
            let act = self.act(self.writer);
            let names = Language::ALL.map(|language| (language, news::of(language, names).into()));
            self.newsroom.set_name(&act, kind, &names.into(), None).expect("a name");
        }
    }

    /// Stories by their numbers, taken in from files in three languages and approved.
    pub fn approved_stories(&mut self, numbers: Range<usize>) -> Vec<StoryId> {
        numbers.map(|number| self.approved_story(Story(number))).collect()
    }

    fn approved_story(&mut self, story: Story) -> StoryId {
        let files = Language::ALL.map(|language| {
            let file = self.folder.path().join(format!("{}.{}.md", story.slug(), language.code()));
            fs::write(&file, story.for_the_desk(language)).expect("a file");
            file
        });
        self.import(&files, 1);
        files.iter().for_each(|file| fs::remove_file(file).expect("a file that goes"));
        let id = self.newsroom.story_id(&story.slug()).expect("a story");
        Language::ALL.into_iter().for_each(|language| self.approve(id, language));
        id
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

    /// Takes files in that make so many stories.
    pub fn import(&mut self, files: &[PathBuf], stories: usize) {
        let act = self.act(self.writer);
        let batch = Batch { files: files.to_vec(), ..Batch::default() };
        let summary = self.newsroom.import(&act, &batch);
        assert_eq!(summary.stories.len(), stories, "{:?}", summary.refused);
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
        let language = Language::Ru;
        let mut draft = self.newsroom.draft(story, language).expect("a draft");
        draft.text.body.push_str(&format!(" Слово {number}."));
        let act = self.act(self.writer);
        let (text, based_on) = (&draft.text, draft.save);
        let save = Save { story, language, text, based_on, seen: None, sitting: None };
        self.newsroom.write(&act, &save, Reason::Write).expect("saved");
        self.approve(story, language);
    }

    fn approve(&mut self, story: StoryId, language: Language) {
        let act = self.act(self.editor);
        let approving = Approving { change: ChangeKind::Update, note: None, content: None };
        self.newsroom.approve(&act, story, language, approving).expect("approved");
    }

    /// Writes the site's bytes to as many files of another folder with one sync at the end; how
    /// many they are.
    pub fn copy_site(&self) -> usize {
        write_again(&self.site(), &self.copy())
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

/// Writes what lies below a folder to another, and brings all of it to the disk by one sync; how
/// many bytes they are.
pub fn write_again(from: &Path, to: &Path) -> usize {
    let mut bytes = 0;
    copy(from, to, &mut bytes);
    sync(to);
    bytes
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

/// Brings the whole file system of a folder to the disk, where there is a call for that.
#[cfg(target_os = "linux")]
pub fn sync(folder: &Path) {
    let folder = File::open(folder).expect("a folder");
    rustix::fs::syncfs(folder).expect("synced");
}

#[cfg(not(target_os = "linux"))]
pub fn sync(folder: &Path) {
    File::open(folder).and_then(|folder| folder.sync_all()).expect("synced");
}

fn act_of(by: PersonId, second: i64) -> Act {
    let at = Timestamp::from_second(1_770_000_000 + second).expect("an instant");
    Act { operation: OperationId(Uuid::now_v7()), by, at }
}
