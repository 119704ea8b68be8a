//! The first moments: which newsroom, and who sits down at it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::id::{OperationId, PersonId};
use shpalta_newsroom::staff::Person;
use shpalta_newsroom::{Act, Founding as NewNewsroom, Newsroom, Opened, sample};
use tauri::Manager;
use ts_rs::TS;
use uuid::Uuid;

use super::Nothing;
use crate::desk::{Desk, Open};
use crate::failure::Failure;
use crate::settings::{Settings, system_language};

/// What the window starts with.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Start {
    pub(crate) version: &'static str,
    pub(crate) settings: Settings,
    pub(crate) system_language: Language,
    /// The newsroom that opened by itself.
    pub(crate) desk: Option<DeskView>,
    /// Why the newsroom that should have opened did not.
    pub(crate) failure: Option<Failure>,
    /// Its folder.
    pub(crate) failed: Option<String>,
    /// Folders of newsrooms that were open before, the last one first.
    pub(crate) recent: Vec<String>,
    /// A folder in which a new newsroom could lie.
    pub(crate) proposed: String,
}

/// An open newsroom as the window shows it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Desk")]
pub(crate) struct DeskView {
    pub(crate) folder: String,
    /// The newsroom's name per language.
    pub(crate) names: BTreeMap<Language, String>,
    pub(crate) me: Me,
    pub(crate) staff: Vec<Person>,
    pub(crate) writable: bool,
}

/// Who sits at the desk, and what they may do.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Me {
    #[serde(flatten)]
    pub(crate) person: Person,
    pub(crate) write: Vec<Language>,
    pub(crate) approve: Vec<Language>,
    pub(crate) chief: bool,
    pub(crate) edits: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Folder {
    pub(crate) folder: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    pub(crate) person: Uuid,
}

/// A newsroom to be founded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Founding {
    pub(crate) operation: Uuid,
    pub(crate) folder: String,
    /// The site's name; empty for none.
    pub(crate) name: String,
    /// The agency's name per language, for the dateline.
    pub(crate) source: BTreeMap<Language, String>,
    pub(crate) owner: String,
}

pub(crate) fn start(desk: &Desk, _: Nothing) -> Result<Start, Failure> {
    let wanted = desk.opened().map_or_else(|| first_folder(desk), |open| Some(open.folder.clone()));
    let opened = match desk.opened() {
        Some(open) => described(&open).map(Some),
        None => first(desk).and_then(|open| open.map(|open| described(&open)).transpose()),
    };
    let recent = Opened::here().map(|opened| opened.recent()).unwrap_or_default();
    let (open, failure) = match opened {
        Ok(open) => (open, None),
        Err(failure) => (None, Some(failure)),
    };
    let failed = wanted.filter(|_| failure.is_some()).map(|folder| folder.display().to_string());
    Ok(Start {
        version: env!("CARGO_PKG_VERSION"),
        settings: desk.settings.get(),
        system_language: system_language(),
        desk: open,
        failure,
        failed,
        recent: recent.iter().map(|folder| folder.display().to_string()).collect(),
        proposed: proposed(desk).display().to_string(),
    })
}

/// The newsroom that the program was started for, else the one that was open last.
fn first(desk: &Desk) -> Result<Option<Arc<Open>>, Failure> {
    if desk.arguments.sample {
        return sit_down_at_sample(desk).map(Some);
    }
    first_folder(desk).map(|folder| desk.sit_down(&folder)).transpose()
}

fn first_folder(desk: &Desk) -> Option<PathBuf> {
    let last = || Opened::here()?.last().filter(|_| !desk.arguments.sample);
    desk.arguments.newsroom.clone().or_else(last)
}

pub(crate) fn open(desk: &Desk, wanted: Folder) -> Result<DeskView, Failure> {
    described(&*desk.sit_down(&absolute(&wanted.folder)?)?)
}

pub(crate) fn open_sample(desk: &Desk, _: Nothing) -> Result<DeskView, Failure> {
    described(&*sit_down_at_sample(desk)?)
}

fn sit_down_at_sample(desk: &Desk) -> Result<Arc<Open>, Failure> {
    let folder = data_folder(desk)?.join("sample");
    if !folder.join("newsroom.db").exists() {
        let act = act_of_nobody(Uuid::now_v7());
        let owner = sample::OWNER.to_owned();
        let founding = NewNewsroom { owner, source: sample::source(), site: None };
        let mut newsroom = Newsroom::create(&folder, &act, &founding)?;
        sample::furnish(&mut newsroom, &act)?;
    }
    desk.sit_down(&folder)
}

pub(crate) fn found(desk: &Desk, wanted: Founding) -> Result<DeskView, Failure> {
    let folder = absolute(&wanted.folder)?;
    let act = act_of_nobody(wanted.operation);
    let founding = NewNewsroom {
        owner: wanted.owner,
        source: wanted.source.into_iter().filter(|(_, name)| !name.trim().is_empty()).collect(),
        site: None,
    };
    let mut newsroom = Newsroom::create(&folder, &act, &founding)?;
    if !wanted.name.trim().is_empty() {
        let act = Act { operation: OperationId(Uuid::now_v7()), ..act };
        newsroom.set_site(&act, "name", &wanted.name)?;
    }
    drop(newsroom);
    described(&*desk.sit_down(&folder)?)
}

pub(crate) fn sign_in(desk: &Desk, who: SignIn) -> Result<DeskView, Failure> {
    let open = desk.newsroom()?;
    let staff = open.read(Newsroom::staff)?;
    let person = staff.into_iter().find(|person| person.id == PersonId(who.person));
    let person = person.ok_or_else(|| Failure::bad_request(who.person))?;
    open.seat(person.id);
    desk.settings.remember_sitting(&open.folder, &person.name);
    desk.nudge.now();
    described(&open)
}

/// Who sits at the desk and what they may do. Nobody sits down by that.
pub(crate) fn desk(desk: &Desk, _: Nothing) -> Result<DeskView, Failure> {
    described(&*desk.newsroom()?)
}

/// Whoever founds a newsroom is on no staff yet.
fn act_of_nobody(operation: Uuid) -> Act {
    let by = PersonId(Uuid::now_v7());
    Act { operation: OperationId(operation), by, at: Timestamp::now() }
}

pub(super) fn described(open: &Open) -> Result<DeskView, Failure> {
    let person = open.person()?;
    let (staff, site, writable) =
        open.read(|newsroom| Ok((newsroom.staff()?, newsroom.site()?, newsroom.is_writable())))?;
    let languages = |may: fn(&Person, Language) -> bool| {
        Language::ALL.into_iter().filter(|language| may(&person, *language)).collect()
    };
    let me = Me {
        write: languages(Person::may_write),
        approve: languages(Person::may_approve),
        chief: person.is_chief(),
        edits: person.may_edit(),
        person,
    };
    let folder = open.folder.display().to_string();
    Ok(DeskView { folder, names: site.name, me, staff, writable })
}

/// A folder as a person names it. One that is not absolute would depend on where the program was
/// started.
pub(super) fn absolute(folder: &str) -> Result<PathBuf, Failure> {
    let path = PathBuf::from(folder.trim());
    match path.is_absolute() {
        true => Ok(path),
        false => Err(Failure::of("folder_not_absolute").with("path", folder)),
    }
}

fn data_folder(desk: &Desk) -> Result<PathBuf, Failure> {
    let folder = desk.app.path().app_data_dir();
    folder.map_err(|error| Failure::of("unknown").with("detail", error.to_string()))
}

fn proposed(desk: &Desk) -> PathBuf {
    let home = desk.app.path().document_dir().or_else(|_| desk.app.path().home_dir());
    home.unwrap_or_else(|_| Path::new("/").to_owned()).join("Shpalta")
}
