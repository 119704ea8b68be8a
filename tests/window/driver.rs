//! The page of the window, through WebKit's WebDriver (<https://www.w3.org/TR/webdriver2/>).

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::http;
use super::started::Started;

/// The key under which an element's name stands in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long the driver has to listen.
const STARTING: Duration = Duration::from_secs(10);

/// Why the driver did not do something: its error code, and what it says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub error: String,
    pub message: String,
}

/// What the driver answered.
pub type Answer<T> = Result<T, Refused>;

/// A session with one window.
#[derive(Debug)]
pub struct Driver {
    session: String,
    port: u16,
    _process: Started,
}

/// An element of the page, until the page puts another in its place.
#[derive(Debug, Clone)]
pub struct Element<'d> {
    driver: &'d Driver,
    id: String,
}

impl Driver {
    /// Has the driver, which is started by `command`, start a program with arguments.
    pub fn start(command: &mut Command, program: &Path, arguments: &[String]) -> Self {
        let port = free_port();
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        let mut process = Started::new(command.stdout(Stdio::null()).stderr(Stdio::null()));
        let begun = Instant::now();
        while http::ask(port, "GET", "/status", None).is_err() {
            assert!(process.is_running(), "WebKitWebDriver ends at once");
            assert!(begun.elapsed() < STARTING, "WebKitWebDriver does not listen");
            thread::sleep(Duration::from_millis(5));
        }
        let options = json!({ "binary": program, "args": arguments });
        let capabilities = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let body = json!({ "capabilities": capabilities });
        let mut driver = Self { session: String::new(), port, _process: process };
        let session = driver.ask("POST", "/session", Some(&body));
        let session = session.unwrap_or_else(|why| panic!("the window does not open: {why:?}"));
        session["sessionId"]
            .as_str()
            .expect("a session has a name")
            .clone_into(&mut driver.session);
        driver
    }

    /// Runs the body of a function in the page and answers what it returns.
    pub fn script<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Answer<T> {
        let body = json!({ "script": body, "args": arguments });
        self.session("POST", "/execute/sync", Some(&body)).map(read)
    }

    /// Runs the body of a function in the page and answers what it gives to its last argument.
    pub fn script_async<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Answer<T> {
        let body = json!({ "script": body, "args": arguments });
        self.session("POST", "/execute/async", Some(&body)).map(read)
    }

    /// Goes into a frame, or out of all: scripts run there from now on.
    pub fn enter(&self, frame: Option<&Element<'_>>) -> Answer<()> {
        let body = json!({ "id": frame.map(Element::to_json) });
        self.session("POST", "/frame", Some(&body)).map(drop)
    }

    /// Runs the body of a function that returns elements.
    pub fn elements(&self, body: &str, arguments: &[Value]) -> Answer<Vec<Element<'_>>> {
        let found: Vec<Value> = self.script(body, arguments)?;
        Ok(found.iter().map(|element| self.element(element)).collect())
    }

    /// The elements that a CSS selector means.
    pub fn find(&self, css: &str) -> Answer<Vec<Element<'_>>> {
        let body = json!({ "using": "css selector", "value": css });
        let found = self.session("POST", "/elements", Some(&body))?;
        let found = found.as_array().cloned().unwrap_or_default();
        Ok(found.iter().map(|element| self.element(element)).collect())
    }

    /// The page as it stands.
    pub fn source(&self) -> Answer<String> {
        self.session("GET", "/source", None).map(read)
    }

    /// What the window says in its title.
    pub fn title(&self) -> Answer<String> {
        self.session("GET", "/title", None).map(read)
    }

    fn element(&self, value: &Value) -> Element<'_> {
        let id = value[ELEMENT].as_str().unwrap_or_else(|| panic!("{value} is no element"));
        Element { driver: self, id: id.to_owned() }
    }

    fn session(&self, method: &str, path: &str, body: Option<&Value>) -> Answer<Value> {
        self.ask(method, &format!("/session/{}{path}", self.session), body)
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Answer<Value> {
        let body = body.map(Value::to_string);
        let answer = http::ask(self.port, method, path, body.as_deref());
        let answer = answer.map_err(|error| Refused::new("no answer", &error.to_string()))?;
        let mut answer: Value = serde_json::from_str(&answer)
            .map_err(|_| Refused::new("no JSON in the answer", &answer))?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(Refused::new(error, value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }
}

impl Element<'_> {
    /// Its text as it is shown.
    pub fn text(&self) -> Answer<String> {
        self.ask("text").map(read)
    }

    /// An attribute, when it has it.
    pub fn attribute(&self, name: &str) -> Answer<Option<String>> {
        self.ask(&format!("attribute/{name}")).map(read)
    }

    /// A property of the DOM, such as `value` or `checked`.
    pub fn property(&self, name: &str) -> Answer<Value> {
        self.ask(&format!("property/{name}"))
    }

    /// What a field holds, as it is shown.
    pub fn content(&self) -> Answer<String> {
        self.driver.script(
            "const [field] = arguments;
             return field.selectedOptions?.[0]?.text ?? field.value ?? '';",
            &[self.to_json()],
        )
    }

    /// Its role, as assistive technology hears it.
    pub fn role(&self) -> Answer<String> {
        self.ask("computedrole").map(read)
    }

    /// Its name, as assistive technology hears it.
    pub fn name(&self) -> Answer<String> {
        self.ask("computedlabel").map(read)
    }

    /// Scrolls it into view. Where its middle is in the page's own pixels, unless it is disabled,
    /// something lies over it, or it is about to stand elsewhere: nobody clicks on what moves. A
    /// font that is still on its way moves what it is for; and the page is as high as the screen
    /// while the menu bar above it is made anew.
    pub fn middle(&self) -> Answer<Option<(f64, f64)>> {
        self.driver.script_async(
            "const [element, done] = arguments;
             if (element.matches(':disabled')) return done(null);
             element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
             const middle = () => {
                 const { left, top, width, height } = element.getBoundingClientRect();
                 const [x, y] = [left + width / 2, top + height / 2];
                 const hit = document.elementFromPoint(x, y);
                 return hit && (element.contains(hit) || hit.contains(element)) ? [x, y] : null;
             };
             const settled = () => {
                 const above = screen.height - innerHeight * (screen.width / innerWidth);
                 return above >= 1 && document.fonts.status === 'loaded';
             };
             const before = String(middle());
             requestAnimationFrame(() => requestAnimationFrame(() => {
                 const now = middle();
                 done(settled() && String(now) === before ? now : null);
             }));",
            &[self.to_json()],
        )
    }

    /// Whether it can be seen by scrolling.
    pub fn is_displayed(&self) -> Answer<bool> {
        self.ask("displayed").map(read)
    }

    /// Whether a control can be used.
    pub fn is_enabled(&self) -> Answer<bool> {
        self.ask("enabled").map(read)
    }

    /// As an argument of a script.
    pub fn to_json(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    fn ask(&self, what: &str) -> Answer<Value> {
        self.driver.session("GET", &format!("/element/{}/{what}", self.id), None)
    }
}

impl Refused {
    fn new(error: &str, message: &str) -> Self {
        Self { error: error.to_owned(), message: message.to_owned() }
    }

    /// Whether the same may well succeed in a moment: the page was still changing.
    pub fn may_pass(&self) -> bool {
        matches!(self.error.as_str(), "stale element reference" | "no such element")
    }
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    let shown = value.to_string();
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{shown}: {error}"))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("it is bound").port()
}
