//! How a window is opened.

use std::fs;
use std::path::Path;

use shpalta_language::Language;

use super::bus::Bus;
use super::desk::Desk;
use super::display::Display;
use super::needs;
use super::program::Program;
use crate::cli;

/// Light or dark, as the person's desktop has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// What the window finds when it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opens {
    Nothing,
    Newsroom,
}

/// A window that is about to open: in Ukrainian, light, 1280×800, unless something else is said.
#[derive(Debug)]
#[must_use = "`open` opens it"]
pub struct Start {
    cli: cli::Desk,
    opens: Opens,
    language: Language,
    theme: Theme,
    size: (u32, u32),
    arguments: Vec<String>,
}

impl Start {
    /// The window of somebody who has no newsroom yet. The command's `init` may make one.
    pub fn without_newsroom() -> Self {
        Self::new(cli::Desk::empty(), Opens::Nothing)
    }

    /// The window opens a newsroom that the command has made.
    pub fn with_newsroom(cli: cli::Desk) -> Self {
        Self::new(cli, Opens::Newsroom)
    }

    fn new(cli: cli::Desk, opens: Opens) -> Self {
        let (language, theme) = (Language::Uk, Theme::Light);
        let arguments = Vec::new();
        Self { cli: cli.live(), opens, language, theme, size: (1280, 800), arguments }
    }

    /// The language of the person's system.
    pub fn language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The person's desktop is light or dark.
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// The size of the screen, all of which the window takes.
    pub fn size(self, width: u32, height: u32) -> Self {
        Self { size: (width, height), ..self }
    }

    /// One more argument of the program.
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// Opens the window. Where windows cannot be tested there is none, and the test is to end:
    ///
    /// ```ignore
    /// let Some(desk) = Start::without_newsroom().open() else { return };
    /// ```
    pub fn open(self) -> Option<Desk> {
        if !needs::are_met() {
            return None;
        }
        let folder = self.cli.beside("window");
        fs::create_dir_all(&folder).expect("a folder of the window's own");
        let mut arguments = self.arguments;
        if self.opens == Opens::Newsroom {
            let newsroom = self.cli.newsroom().display().to_string();
            arguments.splice(0..0, ["--newsroom".to_owned(), newsroom]);
        }
        let program = Program::new("shpalta-desk", &folder, arguments);
        let (program, bus, display) = surround(program, &folder, self.size, self.language);
        // Where no graphics card is, this halves what drawing costs. What is measured goes without.
        let program = program.with("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        program.set_theme(self.theme);
        Some(Desk::open(program, bus, display, self.cli))
    }
}

/// Gives a program a screen of so many pixels, a bus whose socket lies in a folder, and a language.
pub(super) fn surround(
    program: Program,
    folder: &Path,
    (width, height): (u32, u32),
    language: Language,
) -> (Program, Bus, Display) {
    let display = Display::open(width, height);
    let bus = Bus::open(folder);
    let program = program
        .with("DISPLAY", display.name())
        .with("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .with("LC_ALL", locale(language));
    (program, bus, display)
}

fn locale(language: Language) -> &'static str {
    match language {
        Language::Uk => "uk_UA.UTF-8",
        Language::En => "en_US.UTF-8",
        Language::Ru => "ru_UA.UTF-8",
    }
}
