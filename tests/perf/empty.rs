//! What `make bench` measures the window against: an empty window of tauri's, with the settings of
//! the desk's (`tauri.conf.json`), one page that never changes, and no program behind it.

use std::borrow::Cow;
use std::iter;

use tauri::utils::assets::{AssetKey, CspHash};
use tauri::webview::WebviewWindowBuilder;
use tauri::{Assets, Builder, Context, Runtime, generate_context};

const PAGE: &[u8] = b"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
    <title>Empty</title><main><h1>Empty</h1></main></html>";

/// The one page, whatever is asked for.
struct OnePage;

impl<R: Runtime> Assets<R> for OnePage {
    fn get(&self, _: &AssetKey) -> Option<Cow<'_, [u8]>> {
        Some(Cow::Borrowed(PAGE))
    }

    fn iter(&self) -> Box<dyn Iterator<Item = (Cow<'_, str>, Cow<'_, [u8]>)> + '_> {
        Box::new(iter::once((Cow::Borrowed("/index.html"), Cow::Borrowed(PAGE))))
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(iter::empty())
    }
}

fn main() -> tauri::Result<()> {
    let mut context: Context = generate_context!();
    context.set_assets(Box::new(OnePage));
    Builder::default()
        .setup(|app| {
            for config in &app.config().app.windows {
                WebviewWindowBuilder::from_config(app.handle(), config)?.build()?;
            }
            Ok(())
        })
        .run(context)
}
