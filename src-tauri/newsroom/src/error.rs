//! Errors of the newsroom. Each has a stable code; the sentence is the command's, the window words
//! the code in the person's language.

mod contradiction;
mod every;
mod expected;
mod params;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use shpalta_language::Language;
use shpalta_text::insert::Obstacle;

use crate::decision::DecisionKind;
use crate::erase::Use;
use crate::import::ImportError;
use crate::media::Unusable;
use crate::staff::{Needed, Role};

pub use contradiction::Contradiction;
pub use expected::Expected;
pub use params::Params;

/// Why something was not done. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("There is no newsroom in {0}.")]
    NoNewsroom(PathBuf),
    #[error("{0} is not a Shpalta newsroom.")]
    NotANewsroom(PathBuf),
    #[error("{path} was written by a newer Shpalta (schema {found}; this one knows {known}).")]
    NewerNewsroom { path: PathBuf, found: u32, known: u32 },
    #[error("{path} is damaged: {detail}.")]
    Damaged { path: PathBuf, detail: String },
    #[error("{0} can be read but not written.")]
    ReadOnly(PathBuf),
    #[error("Another program holds the newsroom {0}.")]
    Locked(PathBuf),
    #[error("The disk that holds {0} is full.")]
    DiskFull(PathBuf),
    #[error("There is a newsroom in {0} already.")]
    NewsroomExists(PathBuf),
    #[error("The folder {0} is not empty.")]
    FolderNotEmpty(PathBuf),
    #[error("{path} could not be read or written: {detail}.")]
    Files { path: PathBuf, detail: String },
    #[error("The backup {path} is damaged: {detail}.{}", newest_good(newest.as_deref()))]
    BackupDamaged { path: PathBuf, detail: String, newest: Option<PathBuf> },
    #[error("The copy {path} is not the same as the newsroom: {detail}.")]
    BackupUnverified { path: PathBuf, detail: String },
    #[error("{path} has no room for a backup: it takes {} MB, {} MB are free.", mb(*needed), mb(*free))]
    BackupNoRoom { path: PathBuf, needed: u64, free: u64 },
    #[error("Another backup is being written to {0}.")]
    BackupBusy(PathBuf),
    #[error("The database answered: {0}.")]
    Database(rusqlite::Error),

    #[error("Nobody called “{0}” is on the staff.")]
    NoPerson(String),
    #[error("There is no story “{0}”.")]
    NoStory(String),
    #[error("There is a story “{0}” already.")]
    StoryExists(String),
    #[error("“{slug}” has no {} text yet.", language.code())]
    NoText { slug: String, language: Language },
    #[error("There is no revision r{number} of the {} edition.", language.code())]
    NoRevision { language: Language, number: u32 },
    #[error("The text of r{number} of the {} edition was erased.", language.code())]
    TextErased { language: Language, number: u32 },
    #[error("The text of r{number} cannot be erased: {place}.")]
    TextInUse { number: u32, place: Use },
    #[error("There is no row {0}.")]
    NoRow(usize),
    #[error("There is no block {0}.")]
    NoBlock(usize),
    #[error("“{value}” is not a valid value for {key}: {expected}.")]
    BadValue { key: String, value: String, expected: Expected },
    #[error("“{0}” is not something that can be set.")]
    NoKey(String),
    #[error("The page address “{0}” belongs to another story.")]
    AddressTaken(String),
    #[error("{person} does not have the role of {} there.", role.name())]
    NoRole { person: String, role: Role },
    #[error("{0} is the owner and may do everything.")]
    OwnerStays(String),
    #[error("There is no author, place or source “{0}”.")]
    NoName(String),
    #[error("“{0}” is the name of another one already.")]
    NameTaken(String),

    #[error("{person} may not do this: it takes {needed}.")]
    NotAllowed { person: String, needed: Needed },
    #[error("{0} submitted this text and cannot be the one who approves it.")]
    FourEyes(String),
    #[error("The original has no approved revision yet.")]
    OriginalNotApproved,
    #[error("{0} of this translation's rows are behind the original.")]
    Behind(usize),
    #[error("The text has {0} finding(s) that hold it back.")]
    StopFindings(usize),
    #[error("The text is another by now than the one that was looked at.")]
    TextChanged,
    #[error("This text is approved already.")]
    AlreadyApproved,
    #[error("This very text is in review already.")]
    AlreadyInReview,
    #[error("Nothing is waiting for a decision in this edition.")]
    NotInReview,
    #[error("This edition has no approved revision.")]
    NotApproved,
    #[error("This is the original: it follows nothing.")]
    IsOriginal,
    #[error("Row {0} is fresh: there is nothing to confirm.")]
    NothingToConfirm(usize),
    #[error("The original changed and the translation of row {row} still says the old: {facts}.")]
    OldFactsKept { row: usize, facts: String },
    #[error("Nothing can be inserted for row {row}: {}.", hindrance(*obstacle))]
    NotInserted { row: usize, obstacle: Obstacle },
    #[error("Block {0} has not changed.")]
    NotChanged(usize),
    #[error("A silent change may not touch facts, but this one does: {0}.")]
    NotSilent(String),
    #[error("A {} needs a public note.", .0.name())]
    NoteNeeded(crate::publication::ChangeKind),
    #[error("A reason is needed.")]
    ReasonNeeded,
    #[error("To {} changes nothing: it is so already.", .0.name())]
    NoDecision(DecisionKind),
    #[error("This media file cannot be used: {0}.")]
    BadMedia(Unusable),
    #[error("The photo cannot be erased: a page of “{0}” that is out shows it.")]
    MediaInUse(String),
    #[error("{0} is there already and is no parcel.")]
    FileInTheWay(PathBuf),
    #[error("{0} is not a parcel.")]
    NotAParcel(PathBuf),
    #[error("{path} is a parcel of a newer Shpalta (format {found}; this one knows {known}).")]
    NewerParcel { path: PathBuf, found: u32, known: u32 },
    #[error("The end of the parcel {0} is missing.")]
    ParcelTruncated(PathBuf),
    #[error("The parcel {0} is not the one that was made: its bytes were changed.")]
    ParcelAltered(PathBuf),
    #[error("The parcel {path} holds something with more than {} MB.", mb(*limit))]
    ParcelTooLarge { path: PathBuf, limit: u64 },
    #[error("The parcel {path} cannot be taken in: {what}.")]
    ParcelContradicts { path: PathBuf, what: Contradiction },
    #[error("The draft has nothing to be merged with r{0}.")]
    NothingToMerge(u32),
    #[error("Both sides changed the same words in {0} place(s).")]
    MergeConflicts(usize),
    #[error("{0}")]
    Import(#[from] ImportError),
    #[error("The operation was run before with another kind of result.")]
    OperationReused,
}

fn newest_good(newest: Option<&Path>) -> String {
    newest.map(|path| format!(" The newest good one is {}.", path.display())).unwrap_or_default()
}

/// Megabytes, rounded up.
fn mb(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

fn hindrance(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Taken => "it has a translation",
        Obstacle::Table => "a part of its table is there already",
        Obstacle::Quote => "the quote that it belongs to is not there",
        Obstacle::Shape => "the text around it is built otherwise than the original",
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl Error {
    pub(crate) fn bad_value(key: &str, value: &str, expected: Expected) -> Self {
        Self::BadValue { key: key.to_owned(), value: value.to_owned(), expected }
    }

    pub(crate) fn files(path: &Path, error: &std::io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::StorageFull => Self::DiskFull(path),
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
            _ => Self::Files { path, detail: error.to_string() },
        }
    }

    /// What SQLite's answer means for this newsroom.
    pub(crate) fn explained(self, database: &Path) -> Self {
        use rusqlite::ErrorCode as Code;
        let Self::Database(error) = self else { return self };
        let path = database.to_owned();
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull(path),
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly(path),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked(path),
            Some(Code::NotADatabase) => Self::NotANewsroom(path),
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, detail: error.to_string() },
            Some(Code::CannotOpen | Code::SystemIoFailure) => {
                Self::Files { path, detail: error.to_string() }
            }
            _ => Self::Database(error),
        }
    }

    /// Whether the newsroom could not be opened at all.
    pub fn is_about_opening(&self) -> bool {
        matches!(
            self,
            Self::NoNewsroom(_)
                | Self::NotANewsroom(_)
                | Self::NewerNewsroom { .. }
                | Self::Damaged { .. }
                | Self::Locked(_)
        )
    }

    /// Whether the disk or the database did not do its part, or another program keeps it from
    /// doing so, so that a text is better kept elsewhere until it does.
    pub fn is_about_storage(&self) -> bool {
        matches!(
            self,
            Self::NoNewsroom(_)
                | Self::NotANewsroom(_)
                | Self::Damaged { .. }
                | Self::ReadOnly(_)
                | Self::Locked(_)
                | Self::DiskFull(_)
                | Self::Files { .. }
                | Self::Database(_)
        )
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoNewsroom(_) => "no_newsroom",
            Self::NotANewsroom(_) => "not_a_newsroom",
            Self::NewerNewsroom { .. } => "newer_newsroom",
            Self::Damaged { .. } => "damaged",
            Self::ReadOnly(_) => "read_only",
            Self::Locked(_) => "locked",
            Self::DiskFull(_) => "disk_full",
            Self::NewsroomExists(_) => "newsroom_exists",
            Self::FolderNotEmpty(_) => "folder_not_empty",
            Self::Files { .. } => "files",
            Self::BackupDamaged { .. } => "backup_damaged",
            Self::BackupUnverified { .. } => "backup_unverified",
            Self::BackupNoRoom { .. } => "backup_no_room",
            Self::BackupBusy(_) => "backup_busy",
            Self::Database(_) => "database",
            Self::NoPerson(_) => "no_person",
            Self::NoStory(_) => "no_story",
            Self::StoryExists(_) => "story_exists",
            Self::NoText { .. } => "no_text",
            Self::NoRevision { .. } => "no_revision",
            Self::TextErased { .. } => "text_erased",
            Self::TextInUse { .. } => "text_in_use",
            Self::NoRow(_) => "no_row",
            Self::NoBlock(_) => "no_block",
            Self::BadValue { .. } => "bad_value",
            Self::NoKey(_) => "no_key",
            Self::AddressTaken(_) => "address_taken",
            Self::NoRole { .. } => "no_role",
            Self::OwnerStays(_) => "owner_stays",
            Self::NoName(_) => "no_name",
            Self::NameTaken(_) => "name_taken",
            Self::NotAllowed { .. } => "not_allowed",
            Self::FourEyes(_) => "four_eyes",
            Self::OriginalNotApproved => "original_not_approved",
            Self::Behind(_) => "behind",
            Self::StopFindings(_) => "stop_findings",
            Self::TextChanged => "text_changed",
            Self::AlreadyApproved => "already_approved",
            Self::AlreadyInReview => "already_in_review",
            Self::NotInReview => "not_in_review",
            Self::NotApproved => "not_approved",
            Self::IsOriginal => "is_original",
            Self::NothingToConfirm(_) => "nothing_to_confirm",
            Self::OldFactsKept { .. } => "old_facts_kept",
            Self::NotInserted { .. } => "not_inserted",
            Self::NotChanged(_) => "not_changed",
            Self::NotSilent(_) => "not_silent",
            Self::NoteNeeded(_) => "note_needed",
            Self::ReasonNeeded => "reason_needed",
            Self::NoDecision(_) => "no_decision",
            Self::BadMedia(_) => "bad_media",
            Self::MediaInUse(_) => "media_in_use",
            Self::FileInTheWay(_) => "file_in_the_way",
            Self::NotAParcel(_) => "not_a_parcel",
            Self::NewerParcel { .. } => "newer_parcel",
            Self::ParcelTruncated(_) => "parcel_truncated",
            Self::ParcelAltered(_) => "parcel_altered",
            Self::ParcelTooLarge { .. } => "parcel_too_large",
            Self::ParcelContradicts { .. } => "parcel_contradicts",
            Self::NothingToMerge(_) => "nothing_to_merge",
            Self::MergeConflicts(_) => "merge_conflicts",
            Self::Import(error) => error.code(),
            Self::OperationReused => "operation_reused",
        }
    }

    /// What the person can do about it: a sentence.
    pub fn remedy(&self) -> String {
        let remedy = match self {
            Self::NoNewsroom(_) => "Name its folder with --newsroom, or make one: shpalta init.",
            Self::NotANewsroom(_) => "Name the folder of a newsroom with --newsroom.",
            Self::NewerNewsroom { .. } => "Update Shpalta on this computer.",
            Self::Damaged { .. } => {
                "Leave it as it is and restore the newest backup: shpalta restore FILE --to DIR."
            }
            Self::ReadOnly(_) => "Check the rights to the folder, or copy it to another place.",
            Self::Locked(_) => "Wait for the other program to finish, then try again.",
            Self::DiskFull(_) => "Free some space; nothing that was saved is lost.",
            Self::NewsroomExists(_) => "Use it as it is, or choose another folder.",
            Self::FolderNotEmpty(_) => "Choose a new or an empty folder.",
            Self::Files { .. } => "Check the path and the rights to it.",
            Self::BackupDamaged { .. } => "Restore another backup: the newest good one.",
            Self::BackupUnverified { .. } => {
                "Try again; if it happens again, back up to another disk: shpalta backup --to DIR."
            }
            Self::BackupNoRoom { .. } => {
                "Free some space, or back up to another disk: shpalta backup --to DIR."
            }
            Self::BackupBusy(_) => "Wait for it to finish; there is nothing else to do.",
            Self::Database(_) => "Run: shpalta verify.",
            Self::NoPerson(_) => "See: shpalta staff list.",
            Self::NoStory(_) => "See: shpalta story list.",
            Self::StoryExists(_) => "Choose another slug.",
            Self::NoText { .. } => "Write it: shpalta story write SLUG --lang L --from FILE.md.",
            Self::NoRevision { .. } => "See: shpalta history SLUG --lang L.",
            Self::TextErased { .. } => "Take another revision: shpalta history SLUG --lang L.",
            Self::TextInUse { place, .. } => place.remedy(),
            Self::NoRow(_) => "See the rows: shpalta status SLUG.",
            Self::NoBlock(_) => "See the blocks: shpalta story show SLUG --lang L.",
            Self::BadValue { expected, .. } => return format!("Give {expected}."),
            Self::NoKey(_) => "See: shpalta help.",
            Self::AddressTaken(_) => "Choose another address.",
            Self::NoRole { .. } => "See who has which role: shpalta staff list.",
            Self::OwnerStays(_) => "There is nothing to take away.",
            Self::NoName(_) => "See: shpalta author list, shpalta place list.",
            Self::NameTaken(_) => "Tell the two apart, by a first name or a region.",
            Self::NotAllowed { .. } => "Ask one of them, or a chief for the role.",
            Self::FourEyes(_) => "Another editor has to approve it.",
            Self::OriginalNotApproved => "Have the original approved first.",
            Self::Behind(_) => "Bring those rows up to date, or confirm that they are still right.",
            Self::StopFindings(_) => "See: shpalta check SLUG --lang L.",
            Self::TextChanged => "Look at it as it stands now, then decide.",
            Self::AlreadyApproved => "There is nothing to do.",
            Self::AlreadyInReview => "Wait for an editor.",
            Self::NotInReview => "It has to be submitted first.",
            Self::NotApproved => "There is nothing to revoke.",
            Self::IsOriginal => "Name the language of a translation.",
            Self::NothingToConfirm(_) => "See the rows: shpalta status SLUG.",
            Self::OldFactsKept { .. } => {
                "Correct the translation, or say why it is right: --reason TEXT."
            }
            Self::NotInserted { obstacle, .. } => match obstacle {
                Obstacle::Taken => "There is nothing to do.",
                Obstacle::Quote => "Insert the quote first.",
                Obstacle::Table | Obstacle::Shape => "Write it into the text by hand.",
            },
            Self::NotChanged(_) => "See: shpalta diff SLUG --lang L rA rB.",
            Self::NotSilent(_) => "Approve it --as update, correction or clarification.",
            Self::NoteNeeded(_) => "Add what readers should know: --note TEXT.",
            Self::ReasonNeeded => "Add it: --reason TEXT.",
            Self::NoDecision(_) => "There is nothing to do.",
            Self::MediaInUse(_) => "Export the story without the photo, or withdraw it, first.",
            Self::FileInTheWay(_) => "Name another file.",
            Self::NotAParcel(_) => "Name a file that `shpalta parcel out` made.",
            Self::NewerParcel { .. } => "Update Shpalta on this computer.",
            Self::ParcelTruncated(_) => "Fetch it again; it was not copied to its end.",
            Self::ParcelAltered(_) => "Have it sent again, and ask who had it in between.",
            Self::ParcelTooLarge { .. } => "Have the story sent with smaller photos.",
            Self::ParcelContradicts { what, .. } => what.remedy(),
            Self::NothingToMerge(_) => "See the revisions: shpalta history SLUG --lang L.",
            Self::MergeConflicts(_) => {
                "Write the text as it is to be: shpalta parcel merge SLUG --from FILE.md."
            }
            Self::BadMedia(_) => "Save the picture as JPEG or PNG and add it again.",
            Self::Import(error) => return error.remedy(),
            Self::OperationReused => "Run it again under a new operation id.",
        };
        remedy.to_owned()
    }
}
