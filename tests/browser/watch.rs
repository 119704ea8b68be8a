//! What a browser tells of itself: requests are answered, and whatever a page of ours never does is
//! noted.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Browser, SITE};

/// The name of our own scripts.
pub(super) const OURS: &str = "look-of-the-test";

/// The browser asks for it by itself.
const ICON: &str = "favicon.ico";

impl Browser {
    /// Deals with a message that answers nothing.
    pub(super) fn heed(&mut self, said: &Value) {
        let about = &said["params"];
        let event = said["method"].as_str().unwrap_or_default();
        match event {
            "Page.loadEventFired" => self.is_loaded = true,
            "Fetch.requestPaused" => self.answer(about),
            "Page.javascriptDialogOpening" => {
                self.told.push(format!("a dialog: {}", about["message"]));
                self.tell("Page.handleJavaScriptDialog", &json!({ "accept": true }));
            }
            _ => self.told.extend(misdeed(event, about).filter(|_| !self.is_own(event, about))),
        }
    }

    /// Whether an event is of showing the page.
    fn is_own(&self, event: &str, about: &Value) -> bool {
        match event {
            "Debugger.scriptParsed" | "Debugger.scriptFailedToParse" => about["url"] == OURS,
            "Network.requestWillBeSent" => self.has(url(&about["request"])),
            "Page.frameNavigated" => url(&about["frame"]) == self.shown,
            _ => false,
        }
    }

    fn has(&self, url: &str) -> bool {
        let path = url.strip_prefix(SITE);
        path.is_some_and(|path| self.site.contains_key(path) || path == ICON)
    }

    /// Answers a request from the site; what it does not have is nowhere.
    fn answer(&mut self, paused: &Value) {
        let path = url(&paused["request"]).strip_prefix(SITE).unwrap_or_default();
        let request = &paused["requestId"];
        let Some(bytes) = self.site.get(path) else {
            let reason = json!({ "requestId": request, "errorReason": "BlockedByClient" });
            return self.tell("Fetch.failRequest", &reason);
        };
        let answer = json!({
            "requestId": request,
            "responseCode": 200,
            "responseHeaders": [{ "name": "Content-Type", "value": mime(path) }],
            "body": STANDARD.encode(bytes),
        });
        self.tell("Fetch.fulfillRequest", &answer);
    }

    /// Says something that needs no answer.
    fn tell(&mut self, method: &str, parameters: &Value) {
        self.pipe.say(&self.page, method, parameters);
    }
}

/// What an event says was done, if a page of ours never does it.
fn misdeed(event: &str, about: &Value) -> Option<String> {
    let of = |key: &str| about[key].as_str().unwrap_or_default().to_owned();
    Some(match event {
        "Debugger.scriptParsed" => format!("a script ran: {}", of("url")),
        "Debugger.scriptFailedToParse" => format!("a script was read: {}", of("url")),
        "Runtime.consoleAPICalled" => format!("the console was told: {}", about["args"]),
        "Runtime.exceptionThrown" => format!("a script failed: {}", about["exceptionDetails"]),
        "Network.requestWillBeSent" => format!("a request: {}", url(&about["request"])),
        "Network.webSocketCreated" => format!("a socket: {}", of("url")),
        "Log.entryAdded" if about["entry"]["source"] == "security" => {
            format!("against the policy: {}", about["entry"]["text"])
        }
        "Page.frameAttached" => "a frame".to_owned(),
        "Page.frameNavigated" => format!("a page: {}", url(&about["frame"])),
        "Page.frameRequestedNavigation" => format!("a navigation: {}", of("url")),
        "Page.windowOpen" => format!("a window: {}", of("url")),
        "Page.downloadWillBegin" => format!("a download: {}", of("url")),
        _ => return None,
    })
}

fn url(about: &Value) -> &str {
    about["url"].as_str().unwrap_or_default()
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "image/png",
    }
}
