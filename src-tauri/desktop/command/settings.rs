//! Settings: of this computer, and of the newsroom.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::staff::{Person, Role};
use ts_rs::TS;
use uuid::Uuid;

use super::Nothing;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::menu;
use crate::settings::Settings;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetSettings {
    pub(crate) settings: Settings,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct StaffRole {
    pub(crate) operation: Uuid,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) languages: Vec<Language>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetValue {
    pub(crate) operation: Uuid,
    pub(crate) key: String,
    pub(crate) value: String,
}

#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Secret {
    pub(crate) secret: String,
}

/// Values by key; what is not set is left out.
pub(crate) type Values = BTreeMap<String, String>;

/// Where things lie.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Folders {
    pub(crate) newsroom: String,
    pub(crate) media: String,
    pub(crate) backups: String,
    pub(crate) site: Option<String>,
    /// The address that the site's folder is brought to.
    pub(crate) server: Option<String>,
}

pub(crate) fn set(desk: &Desk, wanted: SetSettings) -> Result<Settings, Failure> {
    if !wanted.settings.are_valid() {
        return Err(Failure::bad_request("settings"));
    }
    let before = desk.settings.get().spoken();
    desk.settings.set(wanted.settings);
    let now = desk.settings.get();
    if now.spoken() != before {
        relabel_menu(desk, now.spoken());
    }
    Ok(now)
}

/// Menus belong to the main thread.
fn relabel_menu(desk: &Desk, language: Language) {
    let app = desk.app.clone();
    let show = move || {
        if let Err(error) = menu::show(&app, language) {
            eprintln!("menu not shown: {error}");
        }
    };
    if let Err(error) = desk.app.run_on_main_thread(show) {
        eprintln!("menu not shown: {error}");
    }
}

pub(crate) fn staff(desk: &Desk, _: Nothing) -> Result<Vec<Person>, Failure> {
    desk.read(Newsroom::staff)
}

pub(crate) fn add_staff(desk: &Desk, wanted: StaffRole) -> Result<(), Failure> {
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.add_staff(act, &wanted.name, wanted.role, &wanted.languages).map(drop)
    })
}

pub(crate) fn remove_staff(desk: &Desk, wanted: StaffRole) -> Result<(), Failure> {
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.remove_staff(act, &wanted.name, wanted.role, &wanted.languages).map(drop)
    })
}

pub(crate) fn site(desk: &Desk, _: Nothing) -> Result<Values, Failure> {
    desk.read(|newsroom| Ok(newsroom.site_settings()?.into_iter().collect()))
}

pub(crate) fn set_site(desk: &Desk, wanted: SetValue) -> Result<(), Failure> {
    shpalta_publish::check_site(&wanted.key, &wanted.value)?;
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.set_site(act, &wanted.key, &wanted.value)
    })
}

/// Keeps the secret for the site's server in the system's keyring; an empty one is forgotten.
pub(crate) fn keep_secret(desk: &Desk, wanted: Secret) -> Result<(), Failure> {
    let Some(server) = desk.read(Newsroom::site)?.server else {
        return Err(Failure::bad_request("no server"));
    };
    let kept = server.parse().and_then(|address| {
        shpalta_publish::keep_secret(&address, wanted.secret.trim_end_matches(['\r', '\n']))
    });
    Ok(kept.map_err(shpalta_publish::Error::from)?)
}

pub(crate) fn policy(desk: &Desk, _: Nothing) -> Result<Values, Failure> {
    desk.read(|newsroom| Ok(newsroom.policy_settings()?.into_iter().collect()))
}

pub(crate) fn set_policy(desk: &Desk, wanted: SetValue) -> Result<(), Failure> {
    desk.change(wanted.operation, |newsroom, act| {
        newsroom.set_policy(act, &wanted.key, &wanted.value)
    })
}

pub(crate) fn folders(desk: &Desk, _: Nothing) -> Result<Folders, Failure> {
    let open = desk.newsroom()?;
    let site = open.read(Newsroom::site)?;
    let backups = open.folder.join("backups");
    Ok(Folders {
        newsroom: open.folder.display().to_string(),
        media: open.folder.join("media").display().to_string(),
        backups: backups.display().to_string(),
        site: site.folder.map(|folder| folder.display().to_string()),
        server: site.server.map(|server| shpalta_publish::without_key(&server)),
    })
}
