//! The commands that the window may call, and nothing else: each is declared here once, with what
//! it takes and what it answers. What it takes is checked before it runs.

mod board;
mod details;
pub(crate) mod export;
mod history;
mod import;
mod parcel;
mod review;
mod safety;
mod settings;
mod shell;
mod start;
mod story;
mod translate;
mod write;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use shpalta_language::Language;
use ts_rs::TS;
use uuid::Uuid;

use crate::desk::Desk;
use crate::failure::Failure;

/// Declares the commands: name, the function that runs it, what it takes, what it answers.
macro_rules! commands {
    ($($name:ident = $run:path: $args:ty => $answer:ty;)+) => {
        /// Runs a command; answers JSON.
        ///
        /// # Errors
        /// `bad_request` for what is not declared; else those of the command.
        pub(crate) fn run(desk: &Desk, name: &str, args: Value) -> Result<String, Failure> {
            match name {
                $(stringify!($name) => answer::<$args, $answer>(desk, args, $run),)+
                _ => Err(Failure::bad_request(name)),
            }
        }

        #[cfg(test)]
        pub(crate) fn declare(to: &mut crate::bindings::Declarations) {
            $(to.command::<$args, $answer>(stringify!($name));)+
        }
    };
}

fn answer<A: DeserializeOwned, B: Serialize>(
    desk: &Desk,
    args: Value,
    run: fn(&Desk, A) -> Result<B, Failure>,
) -> Result<String, Failure> {
    let args = serde_json::from_value(args).map_err(Failure::bad_request)?;
    serde_json::to_string(&run(desk, args)?).map_err(Failure::bad_request)
}

commands! {
    start = start::start: Nothing => start::Start;
    open_newsroom = start::open: start::Folder => start::DeskView;
    open_sample = start::open_sample: Nothing => start::DeskView;
    found_newsroom = start::found: start::Founding => start::DeskView;
    sign_in = start::sign_in: start::SignIn => start::DeskView;
    desk = start::desk: Nothing => start::DeskView;

    set_settings = settings::set: settings::SetSettings => crate::settings::Settings;
    staff = settings::staff: Nothing => Vec<shpalta_newsroom::staff::Person>;
    add_staff = settings::add_staff: settings::StaffRole => ();
    remove_staff = settings::remove_staff: settings::StaffRole => ();
    site = settings::site: Nothing => settings::Values;
    set_site = settings::set_site: settings::SetValue => ();
    keep_secret = settings::keep_secret: settings::Secret => ();
    policy = settings::policy: Nothing => settings::Values;
    set_policy = settings::set_policy: settings::SetValue => ();
    folders = settings::folders: Nothing => settings::Folders;

    safety = safety::safety: Nothing => crate::guard::Safety;
    back_up = safety::back_up: Nothing => ();
    backups = safety::backups: Nothing => Vec<safety::BackupFile>;
    rescuable = safety::rescuable: start::Folder => Option<safety::Rescuable>;
    rescue = safety::rescue: start::Folder => safety::Rescued;
    recovered = safety::recovered: Nothing => Vec<shpalta_newsroom::recovery::Replayed>;
    keep_draft = safety::keep_draft: safety::KeepDraft => safety::KeptDraft;
    drop_kept = safety::drop_kept: Edition => ();
    let_go = safety::let_go: Edition => ();
    write_texts = safety::write_texts: safety::WriteTexts => safety::WrittenTexts;

    choose_folder = shell::choose_folder: shell::ChooseFolder => Option<String>;
    choose_files = shell::choose_files: shell::ChooseFiles => Vec<crate::picked::Picked>;
    open_folder = shell::open_folder: shell::OpenFolder => ();
    print_page = shell::print_page: shell::Page => ();
    close = shell::close: Nothing => ();
    stay = shell::stay: Nothing => ();

    board = board::page: board::Query => shpalta_newsroom::board::BoardPage;
    board_counts = board::counts: Nothing => shpalta_newsroom::board::BoardCounts;

    story = story::view: Story => shpalta_newsroom::story::StoryView;
    new_story = story::new: story::NewStory => story::Made;
    absent = story::absent: Story => ();
    present = story::present: Edition => Vec<shpalta_newsroom::presence::Present>;

    set_detail = details::set: details::SetDetail => details::Warned;
    set_credit = details::set_credit: details::SetCredit => ();
    set_media = details::set_media: details::SetMedia => ();
    names = details::names: details::Names => Vec<shpalta_newsroom::names::NameEntry>;
    set_name = details::set_name: details::SetName => ();
    correct_name = details::correct_name: details::CorrectName => ();
    media = details::media: Nothing => Vec<shpalta_newsroom::media::Media>;
    add_image = details::add_image: details::AddImage => shpalta_newsroom::media::Media;

    open_edition = write::open: Edition => write::OpenedDraft;
    save_draft = write::save: write::SaveDraft => write::SaveAnswer;
    leave_edition = write::leave: LeaveEdition => write::Left;
    show_revision = write::show: write::Show => shpalta_newsroom::history::ShownEdition;

    translate = translate::view: Edition => shpalta_newsroom::translation::TranslateView;
    confirm = translate::confirm: translate::Confirm => shpalta_newsroom::translation::Confirmed;
    insert_row = translate::insert: translate::InsertRow => write::SaveAnswer;
    minor = translate::minor: translate::Minor => translate::Passed;

    review = review::view: Edition => shpalta_newsroom::decision::ReviewView;
    submit = review::submit: Decide => ();
    return_edition = review::return_edition: Decide => ();
    revoke = review::revoke: Decide => ();
    approve = review::approve: review::Approve => ();
    withdraw = review::withdraw: review::Withdraw => ();

    history = history::view: Edition => shpalta_newsroom::history::History;
    diff = history::diff: history::Diff => Vec<shpalta_newsroom::history::FieldDiff>;
    restore = history::restore: history::Restore => write::SaveAnswer;

    handed_in = import::handed_in: Nothing => Vec<crate::picked::Picked>;
    incoming = import::incoming: Nothing => Vec<crate::picked::Picked>;
    import = import::import: import::Import => import::ImportSummary;

    take_parcel = parcel::take: parcel::TakeParcel => shpalta_newsroom::parcel::Taken;
    send_parcel = parcel::send: parcel::SendParcel => shpalta_newsroom::parcel::Sent;
    merge_offer = parcel::offer: parcel::Beside => shpalta_newsroom::parcel::MergeOffer;
    merge = parcel::merge: parcel::Merge => parcel::Merged;

    preflight = export::preflight: export::Selection => export::Job;
    export = export::export: export::Export => export::Job;
    cancel_export = export::cancel: export::Job => ();
    export_log = export::log: export::Log => Vec<shpalta_newsroom::publication::ExportLogEntry>;
    logged_pages = export::logged: export::Logged => Vec<shpalta_newsroom::publication::LoggedPage>;
    logged_held = export::held: export::Logged => Vec<shpalta_newsroom::publication::LoggedHeld>;
}

/// For commands that take nothing.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// One edition of a story.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    /// The story's slug.
    pub(crate) story: String,
    pub(crate) language: Language,
}

/// A story.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Story {
    /// The slug.
    pub(crate) story: String,
}

/// The window shows an edition no longer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LeaveEdition {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
}

/// A decision with its comment.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decide {
    pub(crate) operation: Uuid,
    pub(crate) story: String,
    pub(crate) language: Language,
    pub(crate) note: Option<String>,
}

/// Text that says nothing is no text.
pub(crate) fn said(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
