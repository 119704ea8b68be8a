//! What a failed test leaves behind.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::thread;

use super::desk::Desk;
use crate::cli::binary;

/// As many characters of the page as are told in a message.
const SAID: usize = 600;

/// Where the files of this thread's test lie, and whether they are written.
#[derive(Debug)]
pub struct Evidence {
    stem: PathBuf,
    kept: Cell<bool>,
}

impl Evidence {
    /// The evidence of the test that runs in this thread, whose name it bears. What an earlier
    /// run left is gone with this.
    pub fn of_this_test() -> Self {
        let test = thread::current().name().unwrap_or("window").replace("::", "-");
        let stem = binary::target().join("desktop").join(test);
        for ending in ["png", "html", "log"] {
            let _ = fs::remove_file(stem.with_extension(ending));
        }
        Self { stem, kept: Cell::new(false) }
    }
}

impl Desk {
    /// Fails with a message that says what the page shows, and where the rest of the evidence lies.
    #[track_caller]
    pub fn fail(&self, message: &str) -> ! {
        let shows = self.page_in_words();
        let where_it_lies = self.keep_evidence();
        panic!("{message}\n{shows}\n{where_it_lies}")
    }

    /// What a reader of the test's log alone has to know of the page.
    fn page_in_words(&self) -> String {
        let ask = |what: &str| -> String {
            let body = format!("return String({what} ?? '').replace(/\\s+/g, ' ')");
            let said = self.driver.as_ref().and_then(|driver| driver.script(&body, &[]).ok());
            said.map(|said: String| said.chars().take(SAID).collect()).unwrap_or_default()
        };
        let (page, heard) = (ask("document.body.innerText"), ask("window.heardBy"));
        format!("the page shows: {page}\nthe last key or click came to: {heard}")
    }

    /// Keeps a picture of the screen, the page, and what the program said; says where.
    fn keep_evidence(&self) -> String {
        let Evidence { stem, kept } = &self.evidence;
        kept.set(true);
        // Nothing here may hide the failure itself, so nothing here fails.
        if let Some(picture) = self.display.try_picture() {
            let _ = picture.try_write(&stem.with_extension("png"));
        }
        let page = self.driver.as_ref().and_then(|driver| driver.source().ok());
        let _ = fs::write(stem.with_extension("html"), page.unwrap_or_default());
        let _ = fs::write(stem.with_extension("log"), self.program.log());
        format!("see {}.png, .html and .log", stem.display())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if thread::panicking() && !self.evidence.kept.get() {
            let where_it_lies = self.keep_evidence();
            eprintln!("{where_it_lies}");
        }
    }
}
