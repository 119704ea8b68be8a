//! How a page is looked at: the window's size, its colours, on paper.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::Browser;

/// A way to look at a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    pub name: &'static str,
    /// Width and height of the window, in pixels of CSS.
    pub size: (u32, u32),
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// `screen` or `print`.
    pub media: &'static str,
}

impl View {
    /// A wide screen, a narrow one, a dark one, and paper.
    pub const ALL: [Self; 4] = [
        Self { name: "wide", size: (1440, 900), scheme: "light", media: "screen" },
        Self { name: "narrow", size: (400, 800), scheme: "light", media: "screen" },
        Self { name: "dark", size: (400, 800), scheme: "dark", media: "screen" },
        Self { name: "print", size: (794, 1123), scheme: "light", media: "print" },
    ];
}

impl Browser {
    /// From now on pages are looked at so.
    pub fn look(&mut self, view: View) {
        let (width, height) = view.size;
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        self.ask("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        let scheme = json!([{ "name": "prefers-color-scheme", "value": view.scheme }]);
        let media = json!({ "media": view.media, "features": scheme });
        self.ask("Emulation.setEmulatedMedia", media);
    }

    /// A PNG of the whole page that is shown.
    pub fn picture(&mut self) -> Vec<u8> {
        let whole = json!({ "format": "png", "captureBeyondViewport": true });
        let taken = self.ask("Page.captureScreenshot", whole);
        STANDARD.decode(taken["data"].as_str().expect("a picture")).expect("base64")
    }
}
