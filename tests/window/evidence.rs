//! What a failed test leaves behind.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::thread;

use super::desk::Desk;
use crate::cli::binary;

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
    /// Fails with a message that says where the evidence lies.
    #[track_caller]
    pub fn fail(&self, message: &str) -> ! {
        let where_it_lies = self.keep_evidence();
        panic!("{message}\n{where_it_lies}")
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
