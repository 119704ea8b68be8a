//! Waiting for the page. Each of these fails after [`PATIENCE`] and says where the picture lies.

use std::thread;
use std::time::{Duration, Instant};

use super::desk::Desk;
use super::driver::{Answer, Element};
use super::locate::By;

/// How long anything may take on a slow machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
pub const PAUSE: Duration = Duration::from_millis(20);

impl Desk {
    /// Waits until `check` finds something; `what` says what is awaited.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, mut check: impl FnMut() -> Option<T>) -> T {
        self.try_until(what, || Ok(check()))
    }

    /// Waits until something holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        self.wait(what, || holds().then_some(()));
    }

    /// Waits until exactly one such element is shown.
    #[track_caller]
    pub fn see<'b>(&self, by: impl Into<By<'b>>) -> Element<'_> {
        self.try_on(by.into(), "one is shown", Ok)
    }

    /// Waits until no such element is shown.
    #[track_caller]
    pub fn gone<'b>(&self, by: impl Into<By<'b>>) {
        let by = by.into();
        self.try_until(&format!("{by:?} is gone"), || {
            Ok(by.shown(self.driver())?.is_empty().then_some(()))
        });
    }

    /// Waits until an element's text is this.
    #[track_caller]
    pub fn reads<'b>(&self, by: impl Into<By<'b>>, text: &str) {
        self.try_where(by.into(), &format!("reads “{text}”"), |element| {
            Ok(element.text()? == text)
        });
    }

    /// Waits until an element's text has this part.
    #[track_caller]
    pub fn mentions<'b>(&self, by: impl Into<By<'b>>, part: &str) {
        let what = format!("mentions “{part}”");
        self.try_where(by.into(), &what, |element| Ok(element.text()?.contains(part)));
    }

    /// Waits until a field holds this.
    #[track_caller]
    pub fn holds<'b>(&self, by: impl Into<By<'b>>, value: &str) {
        let what = format!("holds “{value}”");
        self.try_where(by.into(), &what, |element| Ok(element.property("value")? == value));
    }

    /// Does something to the one element as soon as it can be done.
    #[track_caller]
    pub(super) fn try_on<'d, T>(
        &'d self,
        by: By<'_>,
        what: &str,
        act: impl Fn(Element<'d>) -> Answer<T>,
    ) -> T {
        self.try_until_on(by, what, |element| act(element).map(Some))
    }

    /// The same, for what can be done only now and then.
    #[track_caller]
    pub(super) fn try_until_on<'d, T>(
        &'d self,
        by: By<'_>,
        what: &str,
        act: impl Fn(Element<'d>) -> Answer<Option<T>>,
    ) -> T {
        self.try_until(&format!("the one {by:?}: {what}"), || {
            let mut shown = by.shown(self.driver())?;
            match (shown.pop(), shown.is_empty()) {
                (Some(only), true) => act(only),
                _ => Ok(None),
            }
        })
    }

    #[track_caller]
    fn try_where<'d>(
        &'d self,
        by: By<'_>,
        what: &str,
        holds: impl Fn(&Element<'d>) -> Answer<bool>,
    ) {
        self.try_until(&format!("{by:?} {what}"), || {
            for element in by.shown(self.driver())? {
                if holds(&element)? {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        });
    }

    /// Tries until there is something. A page that changes meanwhile is tried again.
    #[track_caller]
    pub(super) fn try_until<T>(
        &self,
        what: &str,
        mut attempt: impl FnMut() -> Answer<Option<T>>,
    ) -> T {
        let begun = Instant::now();
        loop {
            let refused = match attempt() {
                Ok(Some(found)) => return found,
                Ok(None) => None,
                Err(refused) if refused.may_pass() => Some(refused),
                Err(refused) => self.fail(&format!("{what}: {refused:?}")),
            };
            if begun.elapsed() > PATIENCE {
                let why = refused.map(|refused| format!(": {refused:?}")).unwrap_or_default();
                self.fail(&format!("{what}: not within {} s{why}", PATIENCE.as_secs()));
            }
            thread::sleep(PAUSE);
        }
    }
}
