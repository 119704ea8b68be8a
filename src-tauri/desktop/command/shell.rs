//! What the system does for the window: native dialogs, folders, closing.

use std::path::PathBuf;

use serde::Deserialize;
use shpalta_language::Language;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use ts_rs::TS;

use super::Nothing;
use crate::closing;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::picked::{IMAGE_ENDINGS, INCOMING_ENDINGS, Picked};
use crate::shell::print_page as print_window;
use crate::words;

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FolderPurpose {
    Newsroom,
    Site,
    Copy,
    Incoming,
    Backups,
    Texts,
    Parcel,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChooseFolder {
    pub(crate) purpose: FolderPurpose,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FilesPurpose {
    Texts,
    Image,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChooseFiles {
    pub(crate) purpose: FilesPurpose,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub(crate) story: String,
    pub(crate) language: Language,
}

/// Folders that can be shown in the system's file manager.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Known {
    Newsroom,
    Media,
    Backups,
    /// Where journals lie, and what was moved aside.
    Recovery,
    Site,
    /// Where the last copy was exported to.
    Copy,
    /// Where the last parcel was put.
    Parcels,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenFolder {
    pub(crate) which: Known,
}

pub(crate) fn choose_folder(desk: &Desk, wanted: ChooseFolder) -> Result<Option<String>, Failure> {
    let key = match wanted.purpose {
        FolderPurpose::Newsroom => "dialog-folder-newsroom",
        FolderPurpose::Site => "dialog-folder-site",
        FolderPurpose::Copy => "dialog-folder-copy",
        FolderPurpose::Incoming => "dialog-folder-incoming",
        FolderPurpose::Backups => "dialog-folder-backups",
        FolderPurpose::Texts => "dialog-folder-texts",
        FolderPurpose::Parcel => "dialog-folder-parcel",
    };
    let folder = dialog(desk, key).blocking_pick_folder();
    let folder = folder.and_then(|folder| folder.into_path().ok());
    Ok(folder.map(|folder| folder.display().to_string()))
}

pub(crate) fn choose_files(desk: &Desk, wanted: ChooseFiles) -> Result<Vec<Picked>, Failure> {
    let language = desk.settings.get().spoken();
    let files = match wanted.purpose {
        FilesPurpose::Texts => dialog(desk, "dialog-texts")
            .add_filter(words::of(language, "dialog-filter-texts"), &INCOMING_ENDINGS)
            .blocking_pick_files(),
        FilesPurpose::Image => dialog(desk, "dialog-image")
            .add_filter(words::of(language, "dialog-filter-images"), &IMAGE_ENDINGS)
            .blocking_pick_file()
            .map(|file| vec![file]),
    };
    let paths = files.into_iter().flatten().filter_map(|file| file.into_path().ok());
    Ok(desk.picking.take(paths))
}

fn dialog(desk: &Desk, title: &str) -> FileDialogBuilder<tauri::Wry> {
    desk.app.dialog().file().set_title(words::of(desk.settings.get().spoken(), title))
}

/// The window names which folder, never a path.
pub(crate) fn open_folder(desk: &Desk, wanted: OpenFolder) -> Result<(), Failure> {
    let open = desk.newsroom()?;
    let folder = match wanted.which {
        Known::Newsroom => Some(open.folder.clone()),
        Known::Media => Some(open.folder.join("media")),
        Known::Backups => Some(open.folder.join("backups")),
        Known::Recovery => Some(open.folder.join("recovery")),
        Known::Site => open.read(shpalta_newsroom::Newsroom::site)?.folder,
        Known::Parcels => desk.settings.get().parcels.map(PathBuf::from),
        Known::Copy => open
            .read(|newsroom| newsroom.export_log(0, 1))?
            .into_iter()
            .find_map(|entry| entry.folder.map(PathBuf::from)),
    };
    let folder = folder.filter(|folder| folder.is_dir());
    let folder = folder.ok_or_else(|| Failure::of("folder_missing"))?;
    open::that_detached(&folder).map_err(|error| {
        let path = folder.display().to_string();
        Failure::of("folder_not_shown").with("path", path).with("detail", error.to_string())
    })
}

pub(crate) fn close(desk: &Desk, _: Nothing) -> Result<(), Failure> {
    closing::close(&desk.app);
    Ok(())
}

/// Something is not on disk, and the person has to decide: closing waits.
pub(crate) fn stay(desk: &Desk, _: Nothing) -> Result<(), Failure> {
    desk.closing.call_off();
    Ok(())
}

/// The page of a draft, for the system to print or to make a PDF of.
pub(crate) fn print_page(desk: &Desk, wanted: Page) -> Result<(), Failure> {
    desk.read(|newsroom| newsroom.story_id(&wanted.story))?;
    let address = format!("preview://localhost/{}/{}", wanted.story, wanted.language.code());
    let page = address.parse().map_err(Failure::bad_request)?;
    let title = words::of(desk.settings.get().spoken(), "preview-title");
    print_window(&desk.app, &title, page).map_err(Failure::bad_request)
}
