//! Pictures of every screen, for people to look at.

use std::path::PathBuf;

use shpalta_language::Language;

use super::desk::Desk;
use super::start::{Start, Theme};
use crate::cli::{self, binary};

/// A screen, and how one comes to it from any other.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    pub name: &'static str,
    pub show: fn(&Desk),
}

/// The sizes that the window must look well in: the smallest, and a laptop's.
const SIZES: [(u32, u32); 2] = [(1024, 640), (1440, 900)];

/// How the window is set.
#[derive(Debug, Clone, Copy)]
struct Setting {
    size: (u32, u32),
    theme: Theme,
    language: Language,
}

/// Shows each screen in both sizes, both themes and the three languages, over a newsroom made
/// anew for each, and keeps a picture of it: `target/screens/<size>-<theme>-<lang>-<screen>.png`.
pub fn take(newsroom: fn() -> cli::Desk, screens: &[Screen]) {
    for setting in settings() {
        let start = Start::with_newsroom(newsroom()).size(setting.size.0, setting.size.1);
        let start = start.theme(setting.theme).language(setting.language);
        let Some(desk) = start.open() else { return };
        for screen in screens {
            (screen.show)(&desk);
            desk.still_picture().write(&setting.file(screen));
        }
    }
}

fn settings() -> impl Iterator<Item = Setting> {
    SIZES.into_iter().flat_map(|size| {
        [Theme::Light, Theme::Dark].into_iter().flat_map(move |theme| {
            Language::ALL.into_iter().map(move |language| Setting { size, theme, language })
        })
    })
}

impl Setting {
    fn file(&self, screen: &Screen) -> PathBuf {
        let (width, height) = self.size;
        let theme = match self.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let language = self.language.code();
        let name = format!("{width}x{height}-{theme}-{language}-{}.png", screen.name);
        binary::target().join("screens").join(name)
    }
}
