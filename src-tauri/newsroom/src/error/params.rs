//! What a window needs to word an error in any language.

use std::collections::BTreeMap;
use std::path::Path;

use super::Error;
use crate::import::ImportError;
use crate::import::error::{NotAFile, Refusal};
use crate::media::Unusable;

/// The particulars of an error by name.
pub type Params = BTreeMap<&'static str, String>;

/// Stands where a particular is not known.
const NONE: &str = "none";

impl Error {
    /// The particulars by name; each code has always the same ones. Values are in no language:
    /// names, numbers, paths, codes and words for programs; `none` stands for what is not known.
    /// Only `detail` is what the system or a parser answered, word for word.
    pub fn params(&self) -> Params {
        match self {
            Self::NoNewsroom(path)
            | Self::NotANewsroom(path)
            | Self::ReadOnly(path)
            | Self::Locked(path)
            | Self::DiskFull(path)
            | Self::NewsroomExists(path)
            | Self::FolderNotEmpty(path)
            | Self::FileInTheWay(path)
            | Self::NotAParcel(path)
            | Self::ParcelTruncated(path)
            | Self::ParcelAltered(path)
            | Self::BackupBusy(path) => params([("path", shown(path))]),
            Self::ParcelTooLarge { path, limit } => {
                params([("path", shown(path)), ("limit", megabytes(*limit))])
            }
            Self::ParcelContradicts { path, what } => {
                params([("path", shown(path)), ("what", what.word().to_owned())])
            }
            Self::NothingToMerge(number) => params([("number", number.to_string())]),
            Self::NewerNewsroom { path, found, known }
            | Self::NewerParcel { path, found, known } => params([
                ("path", shown(path)),
                ("found", found.to_string()),
                ("known", known.to_string()),
            ]),
            Self::BackupDamaged { path, detail, newest } => params([
                ("path", shown(path)),
                ("detail", detail.clone()),
                ("newest", newest.as_deref().map_or(NONE.to_owned(), shown)),
            ]),
            Self::BackupNoRoom { path, needed, free } => params([
                ("path", shown(path)),
                ("needed", megabytes(*needed)),
                ("free", megabytes(*free)),
            ]),
            Self::Damaged { path, detail }
            | Self::Files { path, detail }
            | Self::BackupUnverified { path, detail } => {
                params([("path", shown(path)), ("detail", detail.clone())])
            }
            Self::Database(error) => params([("detail", error.to_string())]),
            Self::NoPerson(person) | Self::FourEyes(person) | Self::OwnerStays(person) => {
                params([("person", person.clone())])
            }
            Self::NoRole { person, role } => {
                params([("person", person.clone()), ("role", role.name().to_owned())])
            }
            Self::NoName(name) | Self::NameTaken(name) => params([("name", name.clone())]),
            Self::NoStory(slug) | Self::StoryExists(slug) | Self::MediaInUse(slug) => {
                params([("slug", slug.clone())])
            }
            Self::NoText { slug, language } => {
                params([("slug", slug.clone()), ("language", language.code().to_owned())])
            }
            Self::TextInUse { number, place } => {
                params([("number", number.to_string()), ("place", place.word().to_owned())])
            }
            Self::NoRevision { language, number } | Self::TextErased { language, number } => {
                params([("language", language.code().to_owned()), ("number", number.to_string())])
            }
            Self::NoRow(row) | Self::NothingToConfirm(row) => params([("row", row.to_string())]),
            Self::NoBlock(block) | Self::NotChanged(block) => {
                params([("block", block.to_string())])
            }
            Self::BadValue { key, value, expected } => params([
                ("key", key.clone()),
                ("value", value.clone()),
                ("expected", expected.word().to_owned()),
            ]),
            Self::NoKey(key) => params([("key", key.clone())]),
            Self::AddressTaken(address) => params([("address", address.clone())]),
            Self::NotAllowed { person, needed } => {
                params([("person", person.clone()), ("needed", needed.word())])
            }
            Self::Behind(number) | Self::StopFindings(number) | Self::MergeConflicts(number) => {
                params([("number", number.to_string())])
            }
            Self::OldFactsKept { row, facts } => {
                params([("row", row.to_string()), ("facts", facts.clone())])
            }
            Self::NotInserted { row, obstacle } => {
                params([("row", row.to_string()), ("obstacle", obstacle.word().to_owned())])
            }
            Self::NotSilent(facts) => params([("facts", facts.clone())]),
            Self::NoteNeeded(change) => params([("change", change.name().to_owned())]),
            Self::NoDecision(kind) => params([("decision", kind.name().to_owned())]),
            Self::BadMedia(unusable) => of_media(*unusable),
            Self::Import(error) => of_import(error),
            Self::OriginalNotApproved
            | Self::TextChanged
            | Self::AlreadyApproved
            | Self::AlreadyInReview
            | Self::NotInReview
            | Self::NotApproved
            | Self::IsOriginal
            | Self::ReasonNeeded
            | Self::OperationReused => Params::new(),
        }
    }
}

fn params<const N: usize>(all: [(&'static str, String); N]) -> Params {
    Params::from(all)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Megabytes, rounded up.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

fn of_media(unusable: Unusable) -> Params {
    let limit = match unusable {
        Unusable::TooLarge { limit } => limit.to_string(),
        Unusable::NoFile | Unusable::NoImage | Unusable::NotHere => NONE.to_owned(),
    };
    params([("reason", unusable.word().to_owned()), ("limit", limit)])
}

/// The file and the line (counted from 1), and what the refusal adds.
fn of_import(error: &ImportError) -> Params {
    let line = error.line.map_or(NONE.to_owned(), |line| line.to_string());
    let mut all = of_refusal(&error.refusal);
    all.extend([("file", shown(&error.file)), ("line", line)]);
    all
}

fn of_refusal(refusal: &Refusal) -> Params {
    let known = |value: Option<&'static str>| value.unwrap_or(NONE).to_owned();
    match refusal {
        Refusal::Unreadable { detail } | Refusal::Yaml { detail } => {
            params([("detail", detail.clone())])
        }
        Refusal::NotAFile { what: NotAFile::Folder } => params([("what", "folder".to_owned())]),
        Refusal::NotAFile { what: NotAFile::Special } => params([("what", "special".to_owned())]),
        Refusal::Outside { root } => params([("root", shown(root))]),
        Refusal::TooLarge { limit } => params([("limit", limit.to_string())]),
        Refusal::NotUtf8 { guess } => params([("guess", known(*guess))]),
        Refusal::KindUnknown { extension } => params([("extension", extension.clone())]),
        Refusal::YamlTwice { key } => params([("key", key.clone())]),
        Refusal::YamlType { key, expected } => {
            params([("key", key.clone()), ("expected", expected.word().to_owned())])
        }
        Refusal::LanguageUnknown { said, meant } => {
            params([("said", said.clone()), ("meant", known(*meant))])
        }
        Refusal::LanguageOther { given, said } => {
            params([("given", given.code().to_owned()), ("said", said.code().to_owned())])
        }
        Refusal::EditionTwice { language, other } => {
            params([("language", language.code().to_owned()), ("other", shown(other))])
        }
        Refusal::Missing
        | Refusal::SymlinkLoop
        | Refusal::Nul
        | Refusal::FrontMatterOpen
        | Refusal::Toml
        | Refusal::LanguageUnsaid
        | Refusal::HeadlineMissing
        | Refusal::PageTooDeep => Params::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The window's sentences name these; a change here breaks them in three languages.
    #[test]
    fn every_code_has_its_particulars() {
        let table: Vec<_> = Error::every()
            .map(|error| {
                let names: Vec<_> = error.params().into_keys().collect();
                format!("{}: {}", error.code(), names.join(" ")).trim_end().to_owned()
            })
            .collect();
        assert_eq!(table.join("\n"), include_str!("params.txt").trim_end());
    }

    #[test]
    fn particulars_are_in_no_language() {
        use crate::staff::Needed;
        use shpalta_language::Language::En;
        let needed = |needed| {
            let error = Error::NotAllowed { person: "Ірина".to_owned(), needed };
            error.params().remove("needed")
        };
        assert_eq!(needed(Needed::Chief).as_deref(), Some("chief"));
        assert_eq!(needed(Needed::EditorOf(En)).as_deref(), Some("editor_en"));
        assert_eq!(needed(Needed::RoleIn(En)).as_deref(), Some("role_en"));
        let error = ImportError { file: "a.md".into(), line: None, refusal: Refusal::Nul };
        assert_eq!(Error::from(error).params()["line"], "none");
    }
}
