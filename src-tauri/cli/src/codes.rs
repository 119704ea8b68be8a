//! The stable codes of everything that can be refused, held back or found, for `help codes`.
//!
//! Each list is a chain: from one error the next follows, in a match over all of them. An error
//! that is new in its crate does not compile here until it has its place.

use std::path::PathBuf;

use serde::Serialize;
use shpalta_language::Language;
use shpalta_newsroom::Error;
use shpalta_newsroom::decision::DecisionKind;
use shpalta_newsroom::finding::{FindingCode, Severity};
use shpalta_newsroom::import::ImportError;
use shpalta_newsroom::import::error::Refusal;
use shpalta_newsroom::publication::ChangeKind;

use crate::command::{
    EXPORT_FAULTS_REMEDY, FAULTS_REMEDY, HELD_BACK_REMEDY, IMPORT_REFUSED_REMEDY,
};
use crate::failure::Failure;
use crate::words;

/// A code with what it means and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Code {
    pub code: String,
    /// A sentence; what stands in capitals differs from case to case.
    pub message: String,
    pub remedy: String,
}

/// All codes of errors.
pub fn errors() -> Vec<Code> {
    let own = [
        Failure::usage("The command was not understood.", "See: shpalta help."),
        Failure::refused("held_back", "N editions were held back.".into(), HELD_BACK_REMEDY),
        Failure::refused(
            "save_conflict",
            "Somebody else saved SLUG meanwhile; this text is kept as rN.".into(),
            "Compare the two: shpalta diff SLUG --lang L rA rN.",
        ),
        Failure::refused("import_refused", "N files were refused.".into(), IMPORT_REFUSED_REMEDY),
        Failure::refused("faults", "The newsroom has N faults.".into(), FAULTS_REMEDY),
        Failure::refused(
            "export_faults",
            "The exported folder has N faults.".into(),
            EXPORT_FAULTS_REMEDY,
        ),
        Failure::refused(
            "database",
            "The database answered: DETAIL.".into(),
            "Run: shpalta verify.",
        ),
        Failure::output(&std::io::ErrorKind::StorageFull.into()),
    ];
    let newsroom = chain(after).map(Failure::from);
    let import = chain(after_refusal)
        .map(|refusal| Failure::from(ImportError { file: "FILE".into(), line: None, refusal }));
    let export = chain(after_export).map(Failure::from);
    own.into_iter().chain(newsroom).chain(import).chain(export).map(Code::from).collect()
}

/// All codes of findings, stops and warnings apart.
pub fn findings(severity: Severity) -> Vec<Code> {
    let all = chain(after_finding).filter(|code| code.severity() == severity);
    all.map(|code| Code {
        code: words::finding_code(code),
        message: words::finding(code).to_owned(),
        remedy: words::finding_remedy(code).to_owned(),
    })
    .collect()
}

impl From<Failure> for Code {
    fn from(failure: Failure) -> Self {
        let Failure { code, message, remedy, .. } = failure;
        Self { code: code.to_owned(), message, remedy }
    }
}

/// Follows a chain from its beginning.
fn chain<T>(next: impl Fn(Option<&T>) -> Option<T>) -> impl Iterator<Item = T> {
    let mut upcoming = next(None);
    std::iter::from_fn(move || {
        let current = upcoming.take()?;
        upcoming = next(Some(&current));
        Some(current)
    })
}

/// The newsroom's error after another; none stands before the first and after the last.
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
        Some(Error::NewsroomExists(_)) => Error::Files { path: file, detail },
        Some(Error::Files { .. }) => Error::NoPerson(text("NAME")),
        Some(Error::NoPerson(_)) => Error::NoStory(text("SLUG")),
        Some(Error::NoStory(_)) => Error::StoryExists(text("SLUG")),
        Some(Error::StoryExists(_)) => Error::NoText { slug: text("SLUG"), language: Language::En },
        Some(Error::NoText { .. }) => Error::NoRevision { language: Language::En, number: 9 },
        Some(Error::NoRevision { .. }) => Error::NoRow(9),
        Some(Error::NoRow(_)) => Error::NoBlock(9),
        Some(Error::NoBlock(_)) => {
            Error::BadValue { key: text("KEY"), value: text("VALUE"), expected: "what it says" }
        }
        Some(Error::BadValue { .. }) => Error::NoKey(text("KEY")),
        Some(Error::NoKey(_)) => Error::AddressTaken(text("ADDRESS")),
        Some(Error::AddressTaken(_)) => {
            Error::NotAllowed { person: text("NAME"), needed: text("an editor for en") }
        }
        Some(Error::NotAllowed { .. }) => Error::FourEyes(text("NAME")),
        Some(Error::FourEyes(_)) => Error::OriginalNotApproved,
        Some(Error::OriginalNotApproved) => Error::Behind(2),
        Some(Error::Behind(_)) => Error::StopFindings(2),
        Some(Error::StopFindings(_)) => Error::AlreadyApproved,
        Some(Error::AlreadyApproved) => Error::AlreadyInReview,
        Some(Error::AlreadyInReview) => Error::NotInReview,
        Some(Error::NotInReview) => Error::NotApproved,
        Some(Error::NotApproved) => Error::IsOriginal,
        Some(Error::IsOriginal) => Error::NothingToConfirm(9),
        Some(Error::NothingToConfirm(_)) => Error::OldFactsKept { row: 9, facts: text("12") },
        Some(Error::OldFactsKept { .. }) => Error::NotChanged(9),
        Some(Error::NotChanged(_)) => Error::NotSilent(text("12")),
        Some(Error::NotSilent(_)) => Error::NoteNeeded(ChangeKind::Correction),
        Some(Error::NoteNeeded(_)) => Error::ReasonNeeded,
        Some(Error::ReasonNeeded) => Error::NoDecision(DecisionKind::Hold),
        Some(Error::NoDecision(_)) => Error::BadMedia(detail),
        Some(Error::BadMedia(_)) => Error::OperationReused,
        // What importing refuses has a chain of its own; the database's error is SQLite's to make.
        Some(Error::OperationReused | Error::Import(_) | Error::Database(_)) => return None,
    })
}

fn after_refusal(refusal: Option<&Refusal>) -> Option<Refusal> {
    let (detail, key) = ("DETAIL".to_owned(), "KEY".to_owned());
    Some(match refusal {
        None => Refusal::Missing,
        Some(Refusal::Missing) => Refusal::Unreadable { detail },
        Some(Refusal::Unreadable { .. }) => Refusal::NotAFile { what: "a folder" },
        Some(Refusal::NotAFile { .. }) => Refusal::SymlinkLoop,
        Some(Refusal::SymlinkLoop) => Refusal::Outside { root: "DIR".into() },
        Some(Refusal::Outside { .. }) => Refusal::TooLarge { limit: 5_000_000 },
        Some(Refusal::TooLarge { .. }) => Refusal::NotUtf8 { guess: None },
        Some(Refusal::NotUtf8 { .. }) => Refusal::Nul,
        Some(Refusal::Nul) => Refusal::KindUnknown { extension: "doc".into() },
        Some(Refusal::KindUnknown { .. }) => Refusal::Yaml { detail },
        Some(Refusal::Yaml { .. }) => Refusal::YamlTwice { key },
        Some(Refusal::YamlTwice { .. }) => Refusal::YamlType { key, expected: "what it says" },
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

fn after_export(error: Option<&shpalta_publish::Error>) -> Option<shpalta_publish::Error> {
    use shpalta_publish::Error as Export;
    let (folder, file) = (|| PathBuf::from("DIR"), || PathBuf::from("FILE"));
    let detail = "DETAIL".to_owned();
    Some(match error {
        None => Export::NoSiteFolder,
        Some(Export::NoSiteFolder) => Export::NoFolder(folder()),
        Some(Export::NoFolder(_)) => Export::InNewsroom(folder()),
        Some(Export::InNewsroom(_)) => Export::Busy(folder()),
        Some(Export::Busy(_)) => Export::ForeignFile(file()),
        Some(Export::ForeignFile(_)) => Export::LeadsOut(file()),
        Some(Export::LeadsOut(_)) => Export::BadManifest { path: file(), detail },
        Some(Export::BadManifest { .. }) => Export::BadAddress("ADDRESS".into()),
        Some(Export::BadAddress(_)) => {
            Export::AddressTaken { path: "FILE".into(), story: "SLUG".into() }
        }
        Some(Export::AddressTaken { .. }) => Export::DiskFull(folder()),
        Some(Export::DiskFull(_)) => Export::NotAllowed(folder()),
        Some(Export::NotAllowed(_)) => Export::NotRead { path: file(), detail },
        Some(Export::NotRead { .. }) => Export::NotWritten { path: file(), detail },
        Some(Export::NotWritten { .. }) => Export::Template(detail),
        Some(Export::Template(_)) => Export::Cancelled,
        // The newsroom's errors have a chain of their own.
        Some(Export::Cancelled | Export::Newsroom(_)) => return None,
    })
}

fn after_finding(code: Option<&FindingCode>) -> Option<FindingCode> {
    Some(match code {
        None => FindingCode::NotApproved,
        Some(FindingCode::NotApproved) => FindingCode::Behind,
        Some(FindingCode::Behind) => FindingCode::DetailsChanged,
        Some(FindingCode::DetailsChanged) => FindingCode::Embargo,
        Some(FindingCode::Embargo) => FindingCode::Withdrawn,
        Some(FindingCode::Withdrawn) => FindingCode::EmptyHeadline,
        Some(FindingCode::EmptyHeadline) => FindingCode::EmptyLead,
        Some(FindingCode::EmptyLead) => FindingCode::MissingMedia,
        Some(FindingCode::MissingMedia) => FindingCode::EmptyImageSlot,
        Some(FindingCode::EmptyImageSlot) => FindingCode::UnusableMedia,
        Some(FindingCode::UnusableMedia) => FindingCode::MissingAlt,
        Some(FindingCode::MissingAlt) => FindingCode::MissingCaption,
        Some(FindingCode::MissingCaption) => FindingCode::MissingCredit,
        Some(FindingCode::MissingCredit) => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_errors_share_a_code() {
        let codes: Vec<_> = errors().into_iter().map(|code| code.code).collect();
        let unique: BTreeSet<_> = codes.iter().collect();
        assert_eq!(unique.len(), codes.len(), "{codes:?}");
    }

    #[test]
    fn every_code_has_a_sentence_and_a_remedy() {
        let findings = [Severity::Stop, Severity::Warn].into_iter().flat_map(findings);
        for Code { code, message, remedy } in errors().into_iter().chain(findings) {
            assert!(message.ends_with('.'), "{code}: {message}");
            assert!(remedy.ends_with(['.', ')']), "{code}: {remedy}");
            assert!(code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        }
    }

    /// The chains cannot be built without every error; this finds one that they leave out.
    #[test]
    fn no_code_in_the_sources_is_left_out() {
        let listed: BTreeSet<_> = errors().into_iter().map(|code| code.code).collect();
        for source in [
            include_str!("../../newsroom/src/error.rs"),
            include_str!("../../newsroom/src/import/error.rs"),
            include_str!("../../publish/src/error.rs"),
        ] {
            for code in source.lines().filter_map(|line| {
                let (_, code) = line.trim().split_once(" => \"")?;
                code.strip_suffix("\",").filter(|code| !code.contains(' '))
            }) {
                assert!(listed.contains(code), "{code} is not in `help codes`");
            }
        }
    }
}
