//! The stable codes of everything that can be refused, held back or found, for `help codes`.
//!
//! Each list is a chain: from one error the next follows, in a match over all of them. An error
//! that is new in its crate does not compile here until it has its place.

use std::path::PathBuf;

use serde::Serialize;
use shpalta_newsroom::Error;
use shpalta_newsroom::finding::{FindingCode, Severity};
use shpalta_publish::ServerError;

use crate::command::{
    EXPORT_FAULTS_REMEDY, FAULTS_REMEDY, HELD_BACK_REMEDY, IMPORT_REFUSED_REMEDY, NO_SERVER_REMEDY,
    SECOND_PLACE_REMEDY,
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
            "second_place",
            "The copy in DIR was not made: DETAIL.".into(),
            SECOND_PLACE_REMEDY,
        ),
        Failure::refused("no_server", "The site has no server.".into(), NO_SERVER_REMEDY),
        Failure::output(&std::io::ErrorKind::StorageFull.into()),
    ];
    let newsroom = Error::every().map(Failure::from);
    let export = chain(after_export).map(Failure::from);
    let server =
        chain(after_server).map(|error| Failure::from(shpalta_publish::Error::from(error)));
    own.into_iter().chain(newsroom).chain(export).chain(server).map(Code::from).collect()
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
        Some(Export::NotWritten { .. }) => {
            Export::Theme { file: "FILE".into(), line: None, detail }
        }
        Some(Export::Theme { .. }) => Export::NotOneEdition(file()),
        Some(Export::NotOneEdition(_)) => Export::Template(detail),
        Some(Export::Template(_)) => Export::Cancelled,
        // The newsroom's errors have a chain of their own, and so have those of a server.
        Some(Export::Cancelled | Export::Newsroom(_) | Export::Server(_)) => return None,
    })
}

fn after_server(error: Option<&ServerError>) -> Option<ServerError> {
    let server = || "ADDRESS".to_owned();
    let fingerprint = || "KEY".to_owned();
    let detail = || "DETAIL".to_owned();
    Some(match error {
        None => ServerError::BadServer { server: server() },
        Some(ServerError::BadServer { .. }) => {
            ServerError::Unreachable { server: server(), detail: detail() }
        }
        Some(ServerError::Unreachable { .. }) => ServerError::Refused { server: server() },
        Some(ServerError::Refused { .. }) => ServerError::NoSecret { server: server() },
        Some(ServerError::NoSecret { .. }) => {
            ServerError::HostUnknown { server: server(), fingerprint: fingerprint() }
        }
        Some(ServerError::HostUnknown { .. }) => {
            ServerError::HostChanged { server: server(), fingerprint: fingerprint() }
        }
        Some(ServerError::HostChanged { .. }) => ServerError::NoFolder { server: server() },
        Some(ServerError::NoFolder { .. }) => {
            ServerError::Forbidden { server: server(), path: "FILE".to_owned() }
        }
        Some(ServerError::Forbidden { .. }) => ServerError::Keyring { detail: detail() },
        Some(ServerError::Keyring { .. }) => return None,
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
        Some(FindingCode::EmptyLead) => FindingCode::LongHeadline,
        Some(FindingCode::LongHeadline) => FindingCode::MissingMedia,
        Some(FindingCode::MissingMedia) => FindingCode::EmptyImageSlot,
        Some(FindingCode::EmptyImageSlot) => FindingCode::UnusableMedia,
        Some(FindingCode::UnusableMedia) => FindingCode::MissingAlt,
        Some(FindingCode::MissingAlt) => FindingCode::MissingCaption,
        Some(FindingCode::MissingCaption) => FindingCode::MissingCredit,
        Some(FindingCode::MissingCredit) => FindingCode::PhotoBanned,
        Some(FindingCode::PhotoBanned) => FindingCode::PhotoExpired,
        Some(FindingCode::PhotoExpired) => FindingCode::PhotoWaits,
        Some(FindingCode::PhotoWaits) => FindingCode::PhotoUnchecked,
        Some(FindingCode::PhotoUnchecked) => FindingCode::NoUkrainian,
        Some(FindingCode::NoUkrainian) => FindingCode::ShortUkrainian,
        Some(FindingCode::ShortUkrainian) => FindingCode::DeadLink,
        Some(FindingCode::DeadLink) => FindingCode::AddressTaken,
        Some(FindingCode::AddressTaken) => return None,
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
            include_str!("../../remote/src/error.rs"),
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
