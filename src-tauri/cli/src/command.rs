//! The verbs: each takes its arguments to the newsroom and answers.

mod backup;
mod check;
mod decide;
mod erase;
mod export;
mod history;
mod import;
mod init;
mod media;
mod names;
mod parcel;
mod restore;
mod setting;
mod show;
mod staff;
mod status;
mod story;
mod verify;
mod write;

use shpalta_newsroom::Newsroom;
use shpalta_newsroom::names::NameKind;

use crate::arguments::{AtDesk, Author, Cli, Command, Media, Place, Setting, Site, Staff, Story};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::guide;
use crate::output::{Format, Reply};

pub(crate) use backup::SECOND_PLACE_REMEDY;
pub(crate) use export::HELD_BACK_REMEDY;
pub(crate) use import::IMPORT_REFUSED_REMEDY;
pub(crate) use setting::NO_SERVER_REMEDY;
pub(crate) use verify::{EXPORT_FAULTS_REMEDY, FAULTS_REMEDY};

type Answer = Result<Reply, Failure>;

/// Runs one command.
pub(crate) fn run(cli: &Cli, format: Format) -> Answer {
    match &cli.command {
        None => Ok(format.text_only("help", guide::OVERVIEW)),
        Some(Command::Help { topic }) => guide::answer(topic, format),
        Some(Command::Init(init)) => init::run(cli, init, format),
        Some(Command::Restore(restore)) => restore::run(restore, format),
        Some(Command::AtDesk(command)) => at_desk(&mut Desk::open(cli, format)?, command),
    }
}

fn at_desk(desk: &mut Desk, command: &AtDesk) -> Answer {
    match command {
        AtDesk::Staff(Staff::Add(role)) => staff::change(desk, role, Newsroom::add_staff),
        AtDesk::Staff(Staff::Remove(role)) => staff::change(desk, role, Newsroom::remove_staff),
        AtDesk::Staff(Staff::List) => staff::list(desk),
        AtDesk::Author(Author::Add { names, photo, by }) => {
            names::add_author(desk, names, photo.as_deref(), by)
        }
        AtDesk::Author(Author::Correct(correct)) => names::correct(desk, NameKind::Author, correct),
        AtDesk::Author(Author::List) => names::list_authors(desk),
        AtDesk::Place(Place::Add { names, by }) => names::add_place(desk, names, by),
        AtDesk::Place(Place::Correct(correct)) => names::correct(desk, NameKind::Place, correct),
        AtDesk::Place(Place::List) => names::list_places(desk),
        AtDesk::Media(Media::Add { file, credit, by }) => {
            media::add(desk, file, credit.as_deref(), by)
        }
        AtDesk::Media(Media::Set { photo, key, value, by }) => {
            media::set(desk, *photo, key, value, by)
        }
        AtDesk::Media(Media::List) => media::list(desk),
        AtDesk::Site(Site::Setting(Setting::Show)) => setting::show_site(desk),
        AtDesk::Site(Site::Setting(Setting::Set { key, value, by })) => {
            setting::set_site(desk, key, value, by)
        }
        AtDesk::Site(Site::Secret { forget }) => setting::secret(desk, *forget),
        AtDesk::Policy(Setting::Show) => setting::show_policy(desk),
        AtDesk::Policy(Setting::Set { key, value, by }) => {
            setting::set_policy(desk, key, value, by)
        }
        AtDesk::Story(story) => on_story(desk, story),
        AtDesk::Status(status) => status::run(desk, status.slug.as_deref()),
        AtDesk::Check(check) => check::run(desk, check),
        AtDesk::History(history) => history::run(desk, history),
        AtDesk::Diff(diff) => history::diff(desk, diff),
        AtDesk::Submit(decide) => decide::submit(desk, decide),
        AtDesk::Return(decide) => decide::return_text(desk, decide),
        AtDesk::Approve(approve) => decide::approve(desk, approve),
        AtDesk::Revoke(decide) => decide::revoke(desk, decide),
        AtDesk::Confirm(confirm) => decide::confirm(desk, confirm),
        AtDesk::Minor(minor) => decide::minor(desk, minor),
        AtDesk::Hold(decide) => decide::hold(desk, decide),
        AtDesk::Withdraw(decide) => decide::withdraw(desk, decide),
        AtDesk::Reinstate(decide) => decide::reinstate(desk, decide),
        AtDesk::Export(export) => export::run(desk, export),
        AtDesk::Verify(verify) => verify::run(desk, verify),
        AtDesk::Backup(backup) => backup::run(desk, backup),
        AtDesk::Erase(erase) => erase::run(desk, erase),
        AtDesk::Parcel(parcel) => parcel::run(desk, parcel),
    }
}

fn on_story(desk: &mut Desk, story: &Story) -> Answer {
    match story {
        Story::Import { files, lang, story, by } => {
            import::run(desk, files, *lang, story.as_deref(), by)
        }
        Story::New { lang, headline, by } => story::new(desk, *lang, headline, by),
        Story::List => story::list(desk),
        Story::Show { slug, lang, revision } => show::run(desk, slug, *lang, *revision),
        Story::Write { slug, lang, from, seen, by } => {
            let written = write::Written { slug, language: *lang, from, seen: *seen };
            write::run(desk, &written, by)
        }
        Story::Set { slug, key, value, by } => story::set(desk, slug, key, value, by),
    }
}
