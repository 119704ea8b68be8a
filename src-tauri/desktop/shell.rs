//! The program around the window: one instance, one window, what it may load and where it may go.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use clap::Parser;
use tauri::menu::Menu;
use tauri::webview::{NewWindowResponse, PageLoadEvent, WebviewWindowBuilder};
use tauri::{
    AppHandle, Builder, DragDropEvent, Emitter, Manager, RunEvent, Url, WebviewUrl, Window,
    WindowEvent, Wry, generate_context, generate_handler, ipc,
};

use crate::arguments::Arguments;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::settings::SettingsFile;
use crate::{MAIN, closing, command, guard, menu, protocol, watch};

/// Runs the program until the window is closed.
///
/// # Errors
/// Those of tauri: no display, no webview.
pub(crate) fn run(arguments: Arguments) -> tauri::Result<()> {
    let mut builder = Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(
            tauri_plugin_window_state::Builder::default()
                .with_filter(|label| label == MAIN)
                .build(),
        );
    if has_session_bus() {
        builder = builder.plugin(tauri_plugin_single_instance::init(started_again));
    }
    let app = builder
        .register_asynchronous_uri_scheme_protocol("media", |context, request, responder| {
            let (app, path) = (context.app_handle().clone(), request.uri().path().to_owned());
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(protocol::media(&app, &path));
            });
        })
        .register_asynchronous_uri_scheme_protocol("preview", |context, request, responder| {
            let (app, path) = (context.app_handle().clone(), request.uri().path().to_owned());
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(protocol::preview(&app, &path));
            });
        })
        .invoke_handler(generate_handler![call])
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(window_event)
        .setup(move |app| Ok(set_up(app.handle(), &arguments)?))
        .build(generate_context!())?;
    app.run(|app, event| match event {
        RunEvent::ExitRequested { code: None, api, .. }
            if !app.state::<Desk>().closing.is_agreed() =>
        {
            api.prevent_exit();
            closing::ask(app);
        }
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            hand_in(app, urls.iter().filter_map(|url| url.to_file_path().ok()));
        }
        _ => {}
    });
    Ok(())
}

/// The one door for the webview: each command that it may call is declared in [`command`].
#[tauri::command]
async fn call(
    app: AppHandle,
    name: String,
    args: serde_json::Value,
) -> Result<ipc::Response, Failure> {
    let run = move || command::run(&app.state::<Desk>(), &name, args);
    let answer = tauri::async_runtime::spawn_blocking(run).await;
    answer
        .map_err(|error| Failure::of("unknown").with("detail", error.to_string()))?
        .map(ipc::Response::new)
}

/// The plugin that keeps a single instance speaks over the session bus and takes one for granted.
fn has_session_bus() -> bool {
    !cfg!(target_os = "linux")
        || env::var("DBUS_SESSION_BUS_ADDRESS").is_ok_and(|address| address.starts_with("unix:"))
}

fn set_up(app: &AppHandle, arguments: &Arguments) -> tauri::Result<()> {
    let settings = SettingsFile::load(&app.path().app_config_dir()?);
    let language = settings.get().spoken();
    app.manage(Desk::new(app.clone(), arguments.clone(), settings));
    hand_in(app, arguments.files.iter().cloned());
    menu::show(app, language)?;
    open_window(app)?;
    watch::start(app.clone());
    guard::start(app.clone());
    Ok(())
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(is_ours)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .build()?;
    }
    Ok(())
}

/// The window shows our own pages and previews, and goes nowhere else.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" | "preview" => true,
        "http" | "https" => matches!(url.host_str(), Some("tauri.localhost" | "preview.localhost")),
        "about" => matches!(url.path(), "blank" | "srcdoc"),
        _ => false,
    }
}

/// Shows an edition's page in a window of its own, with the system's dialog that prints it or makes
/// a PDF of it. To be called beside the main thread.
pub(crate) fn print_page(app: &AppHandle, title: &str, page: Url) -> tauri::Result<()> {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let label = format!("page:{}", NEXT.fetch_add(1, Ordering::Relaxed));
    WebviewWindowBuilder::new(app, label, WebviewUrl::CustomProtocol(page))
        .title(title)
        .menu(Menu::new(app)?)
        .inner_size(880.0, 900.0)
        .on_navigation(|url| {
            url.scheme() == "preview" || url.host_str() == Some("preview.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Finished
                && let Err(error) = window.print()
            {
                eprintln!("not printed: {error}");
            }
        })
        .build()
        .map(drop)
}

/// Whoever starts the program again gets the window that is open, with the files meant for it.
fn started_again(app: &AppHandle, words: Vec<String>, folder: String) {
    if let Ok(arguments) = Arguments::try_parse_from(words) {
        hand_in(app, arguments.files.iter().map(|file| Path::new(&folder).join(file)));
    }
    show_again(app);
}

fn hand_in(app: &AppHandle, files: impl IntoIterator<Item = PathBuf>) {
    app.state::<Desk>().picking.hand_in(files);
    let _ = app.emit("handed_in", ());
}

fn show_again(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

fn window_event(window: &Window<Wry>, event: &WindowEvent) {
    let app = window.app_handle();
    match event {
        WindowEvent::CloseRequested { .. } if window.label() != MAIN => {}
        WindowEvent::CloseRequested { api, .. } if !app.state::<Desk>().closing.is_agreed() => {
            api.prevent_close();
            closing::ask(app);
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => dropped(app, paths.clone()),
        _ => {}
    }
}

fn dropped(app: &AppHandle, paths: Vec<PathBuf>) {
    let picked = app.state::<Desk>().picking.take(paths);
    if !picked.is_empty() {
        let _ = app.emit("dropped", picked);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_but_to_its_own_pages() {
        let goes = |url: &str| is_ours(&Url::parse(url).unwrap());
        for ours in ["tauri://localhost/", "preview://localhost/trains/uk?3", "about:blank"] {
            assert!(goes(ours), "{ours}");
        }
        for other in [
            "https://example.org/",
            "http://localhost:8000/",
            "file:///etc/hostname",
            "data:text/html,x",
            "javascript:alert(1)",
            "https://tauri.localhost.example.org/",
        ] {
            assert!(!goes(other), "{other}");
        }
    }
}
