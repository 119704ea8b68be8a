//! One of each error, for lists of what can go wrong.
//!
//! The list is a chain: from one error the next follows, in a match over all of them. An error
//! that is new does not compile until it has its place.

use std::iter;
use std::path::PathBuf;

use rusqlite::ffi;
use shpalta_language::Language;
use shpalta_text::insert::Obstacle;

use super::{Contradiction, Error, Expected};
use crate::decision::DecisionKind;
use crate::erase::Use;
use crate::import::ImportError;
use crate::import::error::{NotAFile, Refusal};
use crate::media::Unusable;
use crate::publication::ChangeKind;
use crate::staff::{Needed, Role};

impl Error {
    /// One of each error; what differs from case to case stands in capitals.
    pub fn every() -> impl Iterator<Item = Self> {
        let import = iter::successors(after_refusal(None), |last| after_refusal(Some(last)));
        let file = || PathBuf::from("FILE");
        let import = import.map(move |refusal| ImportError { file: file(), line: None, refusal });
        iter::successors(after(None), |last| after(Some(last))).chain(import.map(Self::Import))
    }

    /// Every code that [`Error::code`] answers with.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        Self::every().map(|error| error.code())
    }
}

/// The error after another; none stands before the first and after the last.
fn after(error: Option<&Error>) -> Option<Error> {
    let folder = || PathBuf::from("DIR");
    let (file, detail) = (PathBuf::from("FILE"), "DETAIL".to_owned());
    let text = |text: &str| text.to_owned();
    Some(match error {
        None => Error::NoNewsroom(folder()),
        Some(Error::NoNewsroom(_)) => Error::NotANewsroom(file),
        Some(Error::NotANewsroom(_)) => Error::NewerNewsroom { path: file, found: 2, known: 1 },
        Some(Error::NewerNewsroom { .. }) => Error::Damaged { path: file, detail },
        Some(Error::Damaged { .. }) => Error::ReadOnly(file),
        Some(Error::ReadOnly(_)) => Error::Locked(file),
        Some(Error::Locked(_)) => Error::DiskFull(folder()),
        Some(Error::DiskFull(_)) => Error::NewsroomExists(folder()),
        Some(Error::NewsroomExists(_)) => Error::FolderNotEmpty(folder()),
        Some(Error::FolderNotEmpty(_)) => Error::Files { path: file, detail },
        Some(Error::Files { .. }) => Error::BackupDamaged { path: file, detail, newest: None },
        Some(Error::BackupDamaged { .. }) => Error::BackupUnverified { path: file, detail },
        Some(Error::BackupUnverified { .. }) => {
            Error::BackupNoRoom { path: folder(), needed: 9_000_000, free: 1_000_000 }
        }
        Some(Error::BackupNoRoom { .. }) => Error::BackupBusy(folder()),
        Some(Error::BackupBusy(_)) => {
            Error::Database(rusqlite::Error::SqliteFailure(ffi::Error::new(1), Some(detail)))
        }
        Some(Error::Database(_)) => Error::NoPerson(text("NAME")),
        Some(Error::NoPerson(_)) => Error::NoStory(text("SLUG")),
        Some(Error::NoStory(_)) => Error::StoryExists(text("SLUG")),
        Some(Error::StoryExists(_)) => Error::NoText { slug: text("SLUG"), language: Language::En },
        Some(Error::NoText { .. }) => Error::NoRevision { language: Language::En, number: 9 },
        Some(Error::NoRevision { .. }) => Error::TextErased { language: Language::En, number: 9 },
        Some(Error::TextErased { .. }) => Error::TextInUse { number: 9, place: Use::Draft },
        Some(Error::TextInUse { .. }) => Error::NoRow(9),
        Some(Error::NoRow(_)) => Error::NoBlock(9),
        Some(Error::NoBlock(_)) => {
            Error::BadValue { key: text("KEY"), value: text("VALUE"), expected: Expected::Text }
        }
        Some(Error::BadValue { .. }) => Error::NoKey(text("KEY")),
        Some(Error::NoKey(_)) => Error::AddressTaken(text("ADDRESS")),
        Some(Error::AddressTaken(_)) => Error::NoRole { person: text("NAME"), role: Role::Editor },
        Some(Error::NoRole { .. }) => Error::OwnerStays(text("NAME")),
        Some(Error::OwnerStays(_)) => Error::NoName(text("NAME")),
        Some(Error::NoName(_)) => Error::NameTaken(text("NAME")),
        Some(Error::NameTaken(_)) => {
            Error::NotAllowed { person: text("NAME"), needed: Needed::EditorOf(Language::En) }
        }
        Some(Error::NotAllowed { .. }) => Error::FourEyes(text("NAME")),
        Some(Error::FourEyes(_)) => Error::OriginalNotApproved,
        Some(Error::OriginalNotApproved) => Error::Behind(2),
        Some(Error::Behind(_)) => Error::StopFindings(2),
        Some(Error::StopFindings(_)) => Error::TextChanged,
        Some(Error::TextChanged) => Error::AlreadyApproved,
        Some(Error::AlreadyApproved) => Error::AlreadyInReview,
        Some(Error::AlreadyInReview) => Error::NotInReview,
        Some(Error::NotInReview) => Error::NotApproved,
        Some(Error::NotApproved) => Error::IsOriginal,
        Some(Error::IsOriginal) => Error::NothingToConfirm(9),
        Some(Error::NothingToConfirm(_)) => Error::OldFactsKept { row: 9, facts: text("12") },
        Some(Error::OldFactsKept { .. }) => {
            Error::NotInserted { row: 9, obstacle: Obstacle::Shape }
        }
        Some(Error::NotInserted { .. }) => Error::NotChanged(9),
        Some(Error::NotChanged(_)) => Error::NotSilent(text("12")),
        Some(Error::NotSilent(_)) => Error::NoteNeeded(ChangeKind::Correction),
        Some(Error::NoteNeeded(_)) => Error::ReasonNeeded,
        Some(Error::ReasonNeeded) => Error::NoDecision(DecisionKind::Hold),
        Some(Error::NoDecision(_)) => Error::BadMedia(Unusable::NoImage),
        Some(Error::BadMedia(_)) => Error::MediaInUse(text("SLUG")),
        Some(Error::MediaInUse(_)) => Error::FileInTheWay(file),
        Some(Error::FileInTheWay(_)) => Error::NotAParcel(file),
        Some(Error::NotAParcel(_)) => Error::NewerParcel { path: file, found: 2, known: 1 },
        Some(Error::NewerParcel { .. }) => Error::ParcelTruncated(file),
        Some(Error::ParcelTruncated(_)) => Error::ParcelAltered(file),
        Some(Error::ParcelAltered(_)) => Error::ParcelTooLarge { path: file, limit: 100_000_000 },
        Some(Error::ParcelTooLarge { .. }) => {
            Error::ParcelContradicts { path: file, what: Contradiction::Itself }
        }
        Some(Error::ParcelContradicts { .. }) => Error::NothingToMerge(9),
        Some(Error::NothingToMerge(_)) => Error::MergeConflicts(2),
        Some(Error::MergeConflicts(_)) => Error::OperationReused,
        // What importing refuses has a chain of its own.
        Some(Error::OperationReused | Error::Import(_)) => return None,
    })
}

fn after_refusal(refusal: Option<&Refusal>) -> Option<Refusal> {
    let (detail, key) = ("DETAIL".to_owned(), "KEY".to_owned());
    Some(match refusal {
        None => Refusal::Missing,
        Some(Refusal::Missing) => Refusal::Unreadable { detail },
        Some(Refusal::Unreadable { .. }) => Refusal::NotAFile { what: NotAFile::Folder },
        Some(Refusal::NotAFile { .. }) => Refusal::SymlinkLoop,
        Some(Refusal::SymlinkLoop) => Refusal::Outside { root: "DIR".into() },
        Some(Refusal::Outside { .. }) => Refusal::TooLarge { limit: 5_000_000 },
        Some(Refusal::TooLarge { .. }) => Refusal::NotUtf8 { guess: None },
        Some(Refusal::NotUtf8 { .. }) => Refusal::Nul,
        Some(Refusal::Nul) => Refusal::KindUnknown { extension: "doc".into() },
        Some(Refusal::KindUnknown { .. }) => Refusal::Yaml { detail },
        Some(Refusal::Yaml { .. }) => Refusal::YamlTwice { key },
        Some(Refusal::YamlTwice { .. }) => Refusal::YamlType { key, expected: Expected::Text },
        Some(Refusal::YamlType { .. }) => Refusal::FrontMatterOpen,
        Some(Refusal::FrontMatterOpen) => Refusal::Toml,
        Some(Refusal::Toml) => Refusal::LanguageUnknown { said: "de".into(), meant: None },
        Some(Refusal::LanguageUnknown { .. }) => {
            Refusal::LanguageOther { given: Language::En, said: Language::Ru }
        }
        Some(Refusal::LanguageOther { .. }) => Refusal::LanguageUnsaid,
        Some(Refusal::LanguageUnsaid) => {
            Refusal::EditionTwice { language: Language::En, other: "OTHER".into() }
        }
        Some(Refusal::EditionTwice { .. }) => Refusal::HeadlineMissing,
        Some(Refusal::HeadlineMissing) => Refusal::PageTooDeep,
        Some(Refusal::PageTooDeep) => return None,
    })
}
