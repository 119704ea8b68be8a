//! What the program remembers on this computer: how the window looks, and who sat where.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use ts_rs::TS;

/// The person's choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// None: the system's language.
    pub(crate) language: Option<Language>,
    pub(crate) theme: Theme,
    /// In percent of the usual size, 80 to 160.
    pub(crate) text_size: u16,
    /// The folder where texts to be imported arrive.
    pub(crate) incoming: Option<String>,
    /// The folder where the last parcel was put.
    pub(crate) parcels: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

/// The smallest and the largest text.
const TEXT_SIZES: std::ops::RangeInclusive<u16> = 80..=160;

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, theme: Theme::System, text_size: 100, incoming: None, parcels: None }
    }
}

impl Settings {
    /// The language of the window: the one chosen, else the system's, else Ukrainian.
    pub(crate) fn spoken(&self) -> Language {
        self.language.unwrap_or_else(system_language)
    }

    pub(crate) fn are_valid(&self) -> bool {
        TEXT_SIZES.contains(&self.text_size)
            && [&self.incoming, &self.parcels].into_iter().flatten().all(is_absolute)
    }
}

fn is_absolute(folder: &String) -> bool {
    Path::new(folder).is_absolute()
}

/// The system's language if the window speaks it, else Ukrainian.
pub(crate) fn system_language() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default();
    let code = locale.split(['-', '_', '.']).next().unwrap_or_default();
    Language::from_code(code).unwrap_or(Language::Uk)
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Remembered {
    #[serde(default)]
    settings: Settings,
    /// Who sat last at the newsroom of a folder.
    #[serde(default)]
    sitting: BTreeMap<String, String>,
}

/// The settings with the file that keeps them. A file that cannot be read or written costs
/// nobody a text: the usual settings hold then.
pub(crate) struct SettingsFile {
    path: PathBuf,
    remembered: Mutex<Remembered>,
}

impl SettingsFile {
    pub(crate) fn load(folder: &Path) -> Self {
        let path = folder.join("desk.json");
        let remembered: Remembered = fs::read(&path)
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok())
            .filter(|found: &Remembered| found.settings.are_valid())
            .unwrap_or_default();
        Self { path, remembered: Mutex::new(remembered) }
    }

    pub(crate) fn get(&self) -> Settings {
        self.locked(|remembered| remembered.settings.clone())
    }

    pub(crate) fn set(&self, settings: Settings) {
        self.change(|remembered| remembered.settings = settings);
    }

    /// Who sat last at the newsroom of a folder.
    pub(crate) fn sitting_at(&self, folder: &Path) -> Option<String> {
        self.locked(|remembered| remembered.sitting.get(&*folder.to_string_lossy()).cloned())
    }

    pub(crate) fn remember_sitting(&self, folder: &Path, name: &str) {
        let folder = folder.to_string_lossy().into_owned();
        self.change(|remembered| {
            remembered.sitting.insert(folder, name.to_owned());
        });
    }

    /// What is changed last is on the disk last: nothing else is changed meanwhile.
    fn change(&self, change: impl FnOnce(&mut Remembered)) {
        self.locked(|remembered| {
            change(remembered);
            if let Err(error) = self.store(remembered) {
                eprintln!("settings not kept: {error}");
            }
        });
    }

    fn locked<T>(&self, use_it: impl FnOnce(&mut Remembered) -> T) -> T {
        use_it(&mut self.remembered.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn store(&self, remembered: &Remembered) -> io::Result<()> {
        let staged = self.path.with_extension("json.part");
        self.path.parent().map(fs::create_dir_all).transpose()?;
        let mut file = fs::File::create(&staged)?;
        file.write_all(&serde_json::to_vec_pretty(remembered)?)?;
        file.sync_all()?;
        fs::rename(&staged, &self.path)
    }
}
