//! A newspaper of our own: the stories of `fixtures/newspaper` and `fixtures/news`, exported when
//! they were approved, and once more after what may become of stories had become of some.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::cli::{Answer, Desk, Words, fixture, text};
use crate::faults::strace;

use super::site::Site;

/// The address that its pages take for their own.
pub const ADDRESS: &str = "https://shpalta.example";

/// When it goes out for the second time: an hour after the first.
const LATER: &str = "2026-03-05T11:00:00Z";

/// Pictures, and what their credit says in each language.
const PICTURES: [(&str, &str); 6] = [
    ("bridge", "uk=Канівська міськрада,en=Kaniv City Council,ru=Каневский горсовет"),
    ("greenhouse", "uk=Левко Томатенко,en=Levko Tomatenko,ru=Лев Томатенко"),
    ("observatory", "uk=обсерваторія,en=the observatory,ru=обсерватория"),
    ("portrait", "uk=Шпальта,en=Shpalta,ru=Шпальта"),
    ("sledge", "uk=Ростислав Крига,en=Rostyslav Kryha,ru=Ростислав Крыга"),
    ("turbines", "uk=консервний завод,en=the cannery,ru=консервный завод"),
];

/// Corrected in all languages.
pub const CORRECTED: &str = "footbridge";
/// Corrected in the original; the Russian page is behind and says so.
pub const BEHIND: &str = "bus-routes";
/// Made clearer in all languages.
pub const CLARIFIED: &str = "siren-drill";
/// Brought up to date in all languages.
pub const UPDATED: &str = "water-main";
/// Its English page moved after it was out.
pub const MOVED: &str = "library-cats";
/// Withdrawn in all languages, for a reason that is given in Ukrainian.
pub const WITHDRAWN: &str = "honey-fair";
/// Held in English only.
pub const HELD: &str = "tower-clock";
/// It links to a story that has no Russian page, and to the one that is not to go out yet.
pub const LINKING: &str = "quiet-tram";
/// Not to go out yet.
pub const EMBARGOED: &str = "premiere";

/// Under the longest headline.
pub const LONG: &str = "attic-letters";
/// With a table and footnotes.
pub const TABLE: &str = "budget-vote";

/// The newsroom, its site, and the languages of each story, its original's first.
pub struct Newspaper {
    desk: Desk,
    pub site: Site,
    pub stories: BTreeMap<String, Vec<String>>,
}

/// The newspaper; tests that run at the same time share one.
pub fn newspaper() -> Arc<Newspaper> {
    static SHARED: Mutex<Weak<Newspaper>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let made = Arc::new(Newspaper::made());
        *shared = Arc::downgrade(&made);
        made
    })
}

impl Newspaper {
    fn made() -> Self {
        let desk = Desk::new();
        let site = Site::of(&desk);
        let mut paper = Self { desk, site, stories: BTreeMap::new() };
        paper.furnish();
        paper.import();
        for (slug, languages) in &paper.stories {
            languages.iter().for_each(|language| paper.approve(slug, language, &[]));
        }
        paper.say(&["story", "set", EMBARGOED, "embargo", "2026-03-20T18:00:00+02:00"]);
        paper.desk.run("export");
        paper.desk.clock(LATER);
        paper.change();
        paper.desk.run("export");
        paper
    }

    fn furnish(&self) {
        for (name, credit) in PICTURES {
            let file = fixture(&format!("newspaper/{name}.png"));
            self.say(&["media", "add", file.to_str().unwrap(), "--credit", credit]);
        }
        let photo = fixture("newspaper/portrait.png");
        let name = "uk=Дем'ян Лук'яненко,en=Demian Lukianenko,ru=Демьян Лукьяненко";
        self.say(&["author", "add", name, "--photo", photo.to_str().unwrap()]);
        let settings = [("url", ADDRESS), ("folder", "site"), ("name.uk", "Шпальта")];
        let names = [("name.en", "Shpalta"), ("name.ru", "Шпальта")];
        for (key, value) in settings.into_iter().chain(names) {
            self.say(&["site", "set", key, value]);
        }
    }

    fn import(&mut self) {
        self.desk.import_tram_museum();
        self.desk.import(&["weather.uk.md", "weather.en.md"]);
        let files = fs::read_dir(fixture("newspaper")).unwrap().map(|file| file.unwrap().path());
        let mut files: Vec<_> = files.filter(|file| file.extension().unwrap() == "md").collect();
        files.sort_unstable();
        let words = files.iter().map(|file| file.to_str().unwrap().to_owned());
        let import = "story import --by Rosa".words();
        self.desk.ok(import.into_iter().chain(words).collect::<Vec<_>>());
        let status = self.desk.ok("status");
        for story in status["stories"].as_array().unwrap() {
            let original = text(&story["original"]);
            let editions = story["editions"].as_object().unwrap().iter();
            let written = editions.filter(|(_, edition)| !edition["revision"].is_null());
            let mut languages: Vec<_> = written.map(|(language, _)| language.clone()).collect();
            languages.sort_by_key(|language| *language != original);
            self.stories.insert(text(&story["story"]), languages);
        }
    }

    /// What becomes of stories after they went out.
    fn change(&self) {
        let three = ["uk", "en", "ru"];
        let longer = [("142 м", "144 м"), ("142 m", "144 m"), ("142 м", "144 м")];
        let notes = [
            "У попередній версії йшлося про 142 м; правильно – 144.",
            "An earlier version of this story said the bridge was 142 m long. It is 144 m.",
            "В предыдущей версии говорилось о 142 м; правильно — 144.",
        ];
        for ((language, (old, new)), note) in three.into_iter().zip(longer).zip(notes) {
            self.rewrite(CORRECTED, language, old, new);
            self.approve(CORRECTED, language, &["--as", "correction", "--note", note]);
        }
        self.rewrite(BEHIND, "uk", "7 хвилин", "9 хвилин");
        let note = "Інтервал – 9 хвилин, а не 7.";
        self.approve(BEHIND, "uk", &["--as", "correction", "--note", note]);
        let clearer = [
            (
                "uk",
                "84 цифрові",
                "84 цифрові по всьому місту",
                "Нові гучномовці стоять по всьому місту.",
            ),
            (
                "en",
                "84 digital",
                "across the city, 84 digital",
                "The new loudspeakers are all over the city.",
            ),
        ];
        for (language, old, new, note) in clearer {
            self.rewrite(CLARIFIED, language, old, new);
            self.approve(CLARIFIED, language, &["--as", "clarification", "--note", note]);
        }
        for (language, old, new) in [("uk", "46", "52"), ("en", "46", "52"), ("ru", "46", "52")] {
            self.rewrite(UPDATED, language, old, new);
            self.approve(UPDATED, language, &["--as", "update"]);
        }
        let reason = "Організатори перенесли ярмарок, нової дати ще немає";
        self.say(&["story", "set", MOVED, "address.en", "moved", "--by", "Edyta"]);
        self.approve(MOVED, "en", &[]);
        self.say(&["withdraw", WITHDRAWN, "--note", reason]);
        self.say(&["hold", HELD, "--lang", "en", "--note", "We are asking the keeper again"]);
    }

    /// Has an edition say something else; a translation then follows its original.
    fn rewrite(&self, slug: &str, language: &str, old: &str, new: &str) {
        let shown = self.desk.show(slug, language);
        let [headline, lead, body] = ["headline", "lead", "body"].map(|key| text(&shown[key]));
        assert!(body.contains(old), "{slug} in {language} does not say {old}");
        let body = body.replacen(old, new, 1);
        let [headline, lead] = [headline, lead].map(|line| line.replace('"', "\\\""));
        let file = format!("---\ntitle: \"{headline}\"\ndescription: \"{lead}\"\n---\n\n{body}\n");
        self.desk.write(slug, language, &file);
        self.desk.run(format!("confirm {slug} --lang {language} --all --by Rosa"));
    }

    fn approve(&self, slug: &str, language: &str, more: &[&str]) {
        let approve = ["approve", slug, "--lang", language, "--by", "Edyta"];
        self.say(&[&approve, more].concat());
    }

    fn say(&self, words: &[&str]) {
        self.desk.ok(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    }

    /// How many pages it has: of each edition but those under embargo, the lists, and what leads to
    /// where a page is now.
    pub fn pages(&self) -> usize {
        let out = self.stories.iter().filter(|(slug, _)| *slug != EMBARGOED);
        let editions = out.map(|(_, languages)| languages.len()).sum::<usize>();
        editions + self.site.of_kind("index").len() + self.site.of_kind("redirect").len()
    }

    /// Exports a copy of that name beside the newsroom.
    pub fn copy(&self, name: &str) -> std::path::PathBuf {
        let copy = self.desk.beside(name);
        self.desk.run(format!("export --to {name}"));
        assert!(copy.exists(), "there is no {name}");
        copy
    }

    /// Exports a copy on a disk that fails so, as strace has it; what the command said, and how often
    /// the disk failed.
    pub fn copy_on_a_failing_disk(&self, name: &str, fault: &str) -> (Answer, usize) {
        let (call, _) = fault.split_once(':').unwrap();
        let filters = [format!("trace={call}"), format!("inject={fault}")];
        let filters: Vec<&str> = filters.iter().flat_map(|filter| ["-e", filter]).collect();
        let (words, log) = (format!("export --to {name}"), self.desk.beside("calls"));
        let output = strace(&self.desk, &words, &filters, &log).output().unwrap();
        let failed = fs::read_to_string(log).unwrap().matches("(INJECTED)").count();
        (Answer::of(&words, &output), failed)
    }

    /// A file beside the newsroom.
    pub fn file(&self, name: &str, content: &str) -> std::path::PathBuf {
        self.desk.file(name, content).into()
    }

    /// The path of an edition's page.
    pub fn path(&self, slug: &str, language: &str) -> String {
        let address = text(&self.desk.show(slug, language)["address"]);
        match language {
            "uk" => format!("news/{address}.html"),
            other => format!("{other}/news/{address}.html"),
        }
    }
}
