//! Why a file cannot be imported.

use std::fmt;
use std::path::PathBuf;

use shpalta_language::Language;
use thiserror::Error;

use crate::error::Expected;

/// A file that was refused. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{}: {refusal}.", file.display(), line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct ImportError {
    pub file: PathBuf,
    /// Counted from 1, where one is known.
    pub line: Option<usize>,
    pub refusal: Refusal,
}

impl ImportError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.refusal.code()
    }

    /// What the person can do about it: a sentence.
    pub fn remedy(&self) -> String {
        self.refusal.remedy()
    }
}

/// A refusal with the line it is about; the file is added by whoever knows its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub line: Option<usize>,
    pub refusal: Refusal,
}

impl Fault {
    /// A fault of the file as a whole.
    pub(super) fn whole(refusal: Refusal) -> Self {
        Self { line: None, refusal }
    }

    /// A fault of one line, counted from 1.
    pub(super) fn at(line: usize, refusal: Refusal) -> Self {
        Self { line: Some(line), refusal }
    }

    /// The same fault, of a named file.
    pub fn of(self, file: impl Into<PathBuf>) -> ImportError {
        ImportError { file: file.into(), line: self.line, refusal: self.refusal }
    }
}

/// What stands in a file's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAFile {
    Folder,
    /// A pipe, a socket or a device.
    Special,
}

impl fmt::Display for NotAFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Folder => "a folder",
            Self::Special => "a pipe, a socket or a device",
        })
    }
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("there is no such file")]
    Missing,
    #[error("it cannot be read ({detail})")]
    Unreadable { detail: String },
    #[error("it is not a file with text but {what}")]
    NotAFile { what: NotAFile },
    #[error("its symbolic links lead in a circle")]
    SymlinkLoop,
    #[error("it lies outside {}", root.display())]
    Outside { root: PathBuf },
    #[error("it is larger than {} MB", limit / 1_000_000)]
    TooLarge { limit: u64 },
    #[error("it is not UTF-8 text{}", guess.map(|guess| format!("; it looks like {guess}")).unwrap_or_default())]
    NotUtf8 { guess: Option<&'static str> },
    #[error("it holds a NUL byte, which no text does")]
    Nul,
    #[error("files ending in “{extension}” cannot be imported")]
    KindUnknown { extension: String },
    #[error("the front matter is not valid YAML: {detail}")]
    Yaml { detail: String },
    #[error("the front matter says “{key}” twice")]
    YamlTwice { key: String },
    #[error("“{key}” must be {expected}")]
    YamlType { key: String, expected: Expected },
    #[error("the front matter is not closed")]
    FrontMatterOpen,
    #[error("the front matter is TOML")]
    Toml,
    #[error("“{said}” is not a language of the desk")]
    LanguageUnknown { said: String, meant: Option<&'static str> },
    #[error("it says that it is {} and was given as {}", said.code(), given.code())]
    LanguageOther { given: Language, said: Language },
    #[error("its language cannot be told from its letters")]
    LanguageUnsaid,
    #[error("the {} version comes from {} already", language.code(), other.display())]
    EditionTwice { language: Language, other: PathBuf },
    #[error("it has no headline")]
    HeadlineMissing,
    #[error("its elements are nested too deeply, or are too many, for a page of news")]
    PageTooDeep,
}

impl Refusal {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "import_missing",
            Self::Unreadable { .. } => "import_unreadable",
            Self::NotAFile { .. } => "import_not_a_file",
            Self::SymlinkLoop => "import_symlink_loop",
            Self::Outside { .. } => "import_outside",
            Self::TooLarge { .. } => "import_too_large",
            Self::NotUtf8 { .. } => "import_not_utf8",
            Self::Nul => "import_nul",
            Self::KindUnknown { .. } => "import_kind_unknown",
            Self::Yaml { .. } => "import_yaml",
            Self::YamlTwice { .. } => "import_yaml_twice",
            Self::YamlType { .. } => "import_yaml_type",
            Self::FrontMatterOpen => "import_front_matter_open",
            Self::Toml => "import_toml",
            Self::LanguageUnknown { .. } => "import_language_unknown",
            Self::LanguageOther { .. } => "import_language_other",
            Self::LanguageUnsaid => "import_language_unsaid",
            Self::EditionTwice { .. } => "import_edition_twice",
            Self::HeadlineMissing => "import_headline_missing",
            Self::PageTooDeep => "import_page_too_deep",
        }
    }

    fn remedy(&self) -> String {
        match self {
            Self::Missing => "Check the path and the file's name.".into(),
            Self::Unreadable { .. } => "Check the rights to the file and its folder.".into(),
            Self::NotAFile { .. } => "Name a text file.".into(),
            Self::SymlinkLoop => "Name the file itself instead of a link to it.".into(),
            Self::Outside { root } => format!("Move the file into {}.", root.display()),
            Self::TooLarge { .. } => {
                "Split the file, or save the page without its pictures inside.".into()
            }
            Self::NotUtf8 { guess: Some(guess) } => {
                format!("Convert it from {guess}: save it again as UTF-8.")
            }
            Self::NotUtf8 { guess: None } => "Save it again as UTF-8 text.".into(),
            Self::Nul => "Save it again as plain text.".into(),
            Self::KindUnknown { .. } => {
                "Save it as .md (Markdown), .txt (a copied page) or .html (a saved page).".into()
            }
            Self::Yaml { .. } => {
                "Mend that line; text with a colon or a quotation mark goes in quotes.".into()
            }
            Self::YamlTwice { .. } => "Keep one of the two.".into(),
            Self::YamlType { expected, .. } => format!("Write {expected} there."),
            Self::FrontMatterOpen => "Put a line “---” between front matter and text.".into(),
            Self::Toml => "Write it as YAML: “key: value” between two lines “---”.".into(),
            Self::LanguageUnknown { meant: Some(meant), .. } => format!("Write “{meant}”."),
            Self::LanguageUnknown { meant: None, .. } => "Write uk, en or ru.".into(),
            Self::LanguageOther { .. } => {
                "Mend “lang”, the file's name or --lang: whichever is wrong.".into()
            }
            Self::LanguageUnsaid => "Name it: --lang uk, en or ru.".into(),
            Self::EditionTwice { .. } => "Import one file for each language.".into(),
            Self::HeadlineMissing => "Add a headline: “title:”, or a first line.".into(),
            Self::PageTooDeep => "Copy the text of the page into a .txt file.".into(),
        }
    }
}
