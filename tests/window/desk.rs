//! Working at the window.

use std::cell::Cell;
use std::process::ExitStatus;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::bus::{Bus, Notifications};
use super::display::Display;
use super::driver::{Driver, Element};
use super::evidence::Evidence;
use super::keyboard::{self, Layout, Typing};
use super::locate::By;
use super::picture::Picture;
use super::program::{Program, is_argument};
use super::wait::{PATIENCE, PAUSE};
use crate::cli;

/// How long the page takes to hear of a key or a click, if it hears of it at all.
const USUALLY: Duration = Duration::from_secs(1);

/// A window, the screen and keyboard before it, and the command beside it.
#[derive(Debug)]
pub struct Desk {
    pub(super) driver: Option<Driver>,
    pub(super) program: Program,
    layout: Cell<Layout>,
    pub(super) evidence: Evidence,
    bus: Bus,
    pub(super) display: Display,
    /// The command on the same newsroom, by the clock of the machine.
    pub cli: cli::Desk,
}

/// Opening and closing.
impl Desk {
    pub(super) fn open(program: Program, bus: Bus, display: Display, cli: cli::Desk) -> Self {
        let evidence = Evidence::of_this_test();
        let layout = Cell::new(Layout::Us);
        let mut desk = Self { driver: None, program, layout, evidence, bus, display, cli };
        desk.start();
        desk
    }

    /// Starts the program again after [`Desk::kill`] or [`Desk::close`].
    #[track_caller]
    pub fn start(&mut self) {
        self.driver = None;
        self.driver = Some(self.program.start());
        self.wait_until("a screen is there and has the keyboard", || {
            self.script(
                "return document.readyState === 'complete' && document.hasFocus()
                     && document.querySelector('main :is(h1, h2)') !== null",
                &[],
            )
        });
    }

    /// Kills the program as a power cut does.
    #[track_caller]
    pub fn kill(&self) {
        self.program.kill();
        self.wait_until("the program is dead", || !self.is_running());
    }

    /// Closes the window as a person does, and waits until the program has ended by itself.
    #[track_caller]
    pub fn close(&self) {
        self.display.strike(&[keyboard::chord("Alt+F4")]);
        self.wait_until("the program has ended", || !self.is_running());
    }

    /// Listens to what the program notifies of.
    pub fn notifications(&self) -> Notifications {
        self.bus.notifications(&self.cli.beside("window"))
    }

    /// Another window has the keyboard from now on.
    #[track_caller]
    pub fn look_elsewhere(&self) {
        self.display.look_elsewhere();
        self.wait_until("the window has no keyboard", || {
            !self.script::<bool>("return document.hasFocus()", &[])
        });
    }

    /// The number of the program's process.
    #[track_caller]
    pub fn process(&self) -> u32 {
        self.program.process().expect("it runs")
    }

    /// Whether the program runs.
    pub fn is_running(&self) -> bool {
        self.program.process().is_some()
    }

    /// Whether any process of the program works on the newsroom: one without a window, too.
    pub fn is_at_newsroom(&self) -> bool {
        is_argument(&self.cli.newsroom())
    }

    /// Starts the program a second time beside the first, with more words, and waits until it has
    /// ended.
    pub fn start_another(&self, words: &[&str]) -> ExitStatus {
        self.program.start_another(words)
    }

    /// What the program has said so far.
    pub fn log(&self) -> String {
        self.program.log()
    }

    pub(super) fn driver(&self) -> &Driver {
        self.driver.as_ref().expect("the window is open")
    }
}

/// The keyboard and the mouse. Keys go through X, as a person's do.
impl Desk {
    /// Gives the keyboard a layout.
    pub fn set_layout(&self, layout: Layout) {
        self.display.set_layout(layout);
        self.layout.set(layout);
    }

    /// Presses keys together, each by its place on the keyboard: `Control+KeyS`, `F1`, `Escape`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let last = keys.rsplit('+').next().unwrap_or(keys);
        self.hear("keyup", Some(last), USUALLY, || self.display.strike(&[keyboard::chord(keys)]));
    }

    /// Types a text by the layout that is set, and waits until the page has taken it.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.display.strike(&self.layout.get().keys(text));
        self.settle();
    }

    /// Starts to type a text, so many milliseconds a key, and goes on.
    #[track_caller]
    pub fn start_typing(&self, text: &str, apart: u32) -> Typing {
        self.display.start_striking(&self.layout.get().keys(text), apart)
    }

    /// Waits until the page has dealt with every key that was pressed: with a last one, which
    /// means nothing to it.
    #[track_caller]
    pub fn settle(&self) {
        let heard = self.hear("keyup", Some("ControlRight"), PATIENCE, || {
            self.display.strike(&["Control_R".to_owned()]);
        });
        if !heard {
            self.fail("the page does not hear the keyboard");
        }
    }

    /// Does something at the keyboard or with the mouse, and waits until the page hears of it. It
    /// may never do so: a menu or a dialog of the system keeps what it hears to itself. Keys and
    /// clicks come to the page on ways of their own, and would pass each other without this.
    #[track_caller]
    fn hear(&self, event: &str, code: Option<&str>, limit: Duration, act: impl FnOnce()) -> bool {
        self.run(
            "const [event, code] = arguments;
             window.hasHeard = false;
             addEventListener(event, function hear(heard) {
                 if (code !== null && heard.code !== code) return;
                 window.hasHeard = true;
                 window.heardBy = heard.target.cloneNode(false).outerHTML;
                 removeEventListener(event, hear, true);
             }, true);",
            &[json!(event), json!(code)],
        );
        act();
        let begun = Instant::now();
        while begun.elapsed() < limit {
            if self.driver().script("return window.hasHeard === true", &[]) == Ok(true) {
                return true;
            }
            thread::sleep(PAUSE);
        }
        false
    }

    /// Clicks on the one such element.
    #[track_caller]
    pub fn click<'b>(&self, by: impl Into<By<'b>>) {
        let middle = self.try_until_on(by.into(), "can be clicked", |element| element.middle());
        self.click_in_page(middle);
    }

    /// Clicks on an element that was found.
    #[track_caller]
    pub fn click_on(&self, element: &Element<'_>) {
        let middle = self.wait("the element can be clicked", || self.answer(element.middle()));
        self.click_in_page(middle);
    }

    /// Clicks on a point of the page. The page fills the screen but for a menu bar on top.
    fn click_in_page(&self, at: (f64, f64)) {
        let (x, y) = self.on_screen(at);
        self.hear("mousedown", None, USUALLY, || self.display.click(x, y));
    }

    /// Where a point of the page is on the screen.
    fn on_screen(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (width, height): (f64, f64) = self.script("return [innerWidth, innerHeight]", &[]);
        let (screen_width, screen_height) = self.display.size();
        let zoom = f64::from(screen_width) / width;
        let top = f64::from(screen_height) - height * zoom;
        (x * zoom, top + y * zoom)
    }

    /// Drags files from elsewhere and lets them go over the one such element.
    #[track_caller]
    pub fn drop_files<'b>(&self, files: &[&str], by: impl Into<By<'b>>) {
        let middle = self.try_until_on(by.into(), "can be seen", |element| element.middle());
        self.display.drop_files(files, self.on_screen(middle));
    }

    /// Clicks into a field and types.
    #[track_caller]
    pub fn write_in<'b>(&self, by: impl Into<By<'b>>, text: &str) {
        self.click(by);
        self.type_text(text);
    }

    /// Clicks into a field and types in the place of what it holds.
    #[track_caller]
    pub fn rewrite<'b>(&self, by: impl Into<By<'b>>, text: &str) {
        self.click(by);
        self.press("Control+Home");
        self.press("Control+Shift+End");
        self.press("Delete");
        self.type_text(text);
    }

    /// Chooses an option of a list by its value.
    #[track_caller]
    pub fn choose<'b>(&self, by: impl Into<By<'b>>, value: &str) {
        let list = self.see(by).to_json();
        self.run(
            "const [list, value] = arguments;
             list.value = value;
             list.dispatchEvent(new Event('input', { bubbles: true }));
             list.dispatchEvent(new Event('change', { bubbles: true }));",
            &[list, json!(value)],
        );
    }
}

/// Looking.
impl Desk {
    /// The text of the one such element.
    #[track_caller]
    pub fn text<'b>(&self, by: impl Into<By<'b>>) -> String {
        self.try_on(by.into(), "has a text", |element| element.text())
    }

    /// The value of the one such field.
    #[track_caller]
    pub fn value<'b>(&self, by: impl Into<By<'b>>) -> String {
        let value = self.try_on(by.into(), "has a value", |element| element.property("value"));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// An attribute of the one such element.
    #[track_caller]
    pub fn attribute<'b>(&self, by: impl Into<By<'b>>, name: &str) -> Option<String> {
        self.try_on(by.into(), name, |element| element.attribute(name))
    }

    /// The elements that are shown at this moment.
    #[track_caller]
    pub fn shown<'b>(&self, by: impl Into<By<'b>>) -> Vec<Element<'_>> {
        let by = by.into();
        self.try_until(&format!("{by:?} is looked for"), || by.shown(self.driver()).map(Some))
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.answer(self.driver().title())
    }

    /// The titles of the windows that are there, the program's and the system's.
    pub fn titles(&self) -> Vec<String> {
        self.display.titles()
    }

    /// What stands on the screen.
    pub fn picture(&self) -> Picture {
        self.display.picture()
    }

    /// What stands on the screen once nothing moves any more, or after two seconds.
    #[track_caller]
    pub fn still_picture(&self) -> Picture {
        self.answer(self.driver().script_async::<Value>(
            "const done = arguments[0];
             document.fonts.ready.then(() =>
                 requestAnimationFrame(() => requestAnimationFrame(() => done(null))));",
            &[],
        ));
        let begun = Instant::now();
        let mut last = self.picture();
        loop {
            thread::sleep(Duration::from_millis(100));
            let picture = self.picture();
            if picture == last || begun.elapsed() > Duration::from_secs(2) {
                return picture;
            }
            last = picture;
        }
    }
}

/// In the page.
impl Desk {
    /// Runs the body of a function in the page and answers what it returns.
    #[track_caller]
    pub fn script<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        self.answer(self.driver().script(body, arguments))
    }

    /// Runs the body of a function in a frame of the page and answers what it returns.
    #[track_caller]
    pub fn script_in<T: DeserializeOwned>(&self, frame: &Element<'_>, body: &str) -> T {
        self.answer(self.driver().enter(Some(frame)));
        let value = self.driver().script(body, &[]);
        self.answer(self.driver().enter(None));
        self.answer(value)
    }

    /// Runs the body of a function in the page that returns nothing.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: &[Value]) {
        self.script::<Value>(body, arguments);
    }

    /// Runs the body of a function in the page and answers what it gives to its last argument.
    #[track_caller]
    pub fn script_async<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        self.answer(self.driver().script_async(body, arguments))
    }

    /// Calls a command of the shell as the page could, and as an attacker in it would.
    #[track_caller]
    pub fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let [kept, value]: [Value; 2] = self.script_async(
            "const [command, args, done] = arguments;
             const { invoke } = window.__TAURI_INTERNALS__;
             invoke(command, args).then(value => done([true, value ?? null]),
                                        failure => done([false, failure]));",
            &[json!(command), arguments],
        );
        if kept == true { Ok(value) } else { Err(value) }
    }

    #[track_caller]
    fn answer<T>(&self, answer: super::driver::Answer<T>) -> T {
        answer.unwrap_or_else(|refused| self.fail(&format!("{refused:?}")))
    }
}
