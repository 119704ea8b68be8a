//! Pictures of every screen, for people to look at.

use std::env;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use shpalta_language::Language;

use super::desk::Desk;
use super::picture::Picture;
use super::start::{Start, Theme};
use crate::cli::binary;

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

/// A newsroom, or none, and the screens that are to be seen over it.
pub type Set<'a> = (fn() -> Start, &'a [Screen]);

/// Nothing has moved for so long when a picture is taken. WebKit paints a list that has just come a
/// good while after the page has it.
const STILL: Duration = Duration::from_millis(450);

/// Shows each screen in both sizes, both themes and the three languages, over a newsroom made
/// anew for each, and keeps a picture of it: `target/screens/<size>-<theme>-<lang>-<screen>.png`.
/// With `SHPALTA_SCREENS`, those only whose name has this part, such as `light-uk` or `-board.`.
pub fn take(sets: &[Set<'_>]) {
    let part = env::var("SHPALTA_SCREENS").unwrap_or_default();
    for setting in settings() {
        for (start, screens) in sets {
            let wanted = |screen: &&Screen| setting.name(screen).contains(&part);
            let screens: Vec<_> = screens.iter().filter(wanted).collect();
            if screens.is_empty() {
                continue;
            }
            let start = start().size(setting.size.0, setting.size.1);
            let Some(desk) = start.theme(setting.theme).language(setting.language).open() else {
                return;
            };
            for screen in screens {
                (screen.show)(&desk);
                painted(&desk).write(&setting.file(screen));
            }
        }
    }
}

fn painted(desk: &Desk) -> Picture {
    let mut last = desk.still_picture();
    loop {
        thread::sleep(STILL);
        let picture = desk.still_picture();
        if picture == last {
            return picture;
        }
        last = picture;
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
        binary::target().join("screens").join(self.name(screen))
    }

    fn name(&self, screen: &Screen) -> String {
        let (width, height) = self.size;
        let theme = match self.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let language = self.language.code();
        format!("{width}x{height}-{theme}-{language}-{}.png", screen.name)
    }
}
