//! Media that cannot be written: a read-only mount, a full disk. Both take the right to mount;
//! without it the tests say so and pass.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use shpalta_language::Language::Uk;
use shpalta_newsroom::draft::{Save, Saved};
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::{Newsroom, Result};
use shpalta_tests::desk;
use shpalta_tests::news::{self, uk};
use tempfile::TempDir;

use super::fixture::fixture;
use super::{Closed, inventory, refused};

/// A mount that goes with the test.
struct Mount {
    place: TempDir,
}

impl Mount {
    /// Mounts something on a folder of its own; none where that is not allowed.
    fn new(arguments: &[&str]) -> Option<Self> {
        let mount = Self { place: desk::folder() };
        if run(Command::new("mount").args(arguments).arg(mount.folder())) {
            return Some(mount);
        }
        println!("skipped: mounting is not allowed here");
        None
    }

    fn folder(&self) -> &Path {
        self.place.path()
    }

    fn make_read_only(&self) {
        let remount = ["-o", "remount,ro,bind"];
        assert!(run(Command::new("mount").args(remount).arg(self.folder())));
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        run(Command::new("umount").arg("--lazy").arg(self.folder()));
    }
}

fn run(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

#[test]
fn a_newsroom_on_a_read_only_medium_can_be_read_and_says_that_it_cannot_be_written() {
    let closed = Closed::new();
    let source = closed.folder().to_str().unwrap();
    let Some(mount) = Mount::new(&["--bind", source]) else { return };
    mount.make_read_only();
    let before = inventory(mount.folder());
    let mut newsroom = Newsroom::open(mount.folder()).unwrap();
    let story = newsroom.story_ids().unwrap()[0];
    assert!(newsroom.draft(story, Uk).unwrap().text.body.contains(uk::A));
    assert_eq!(newsroom.verify().unwrap().faults, []);
    let error = save(&mut newsroom, story).unwrap_err();
    assert_eq!(error.code(), "read_only");
    drop(newsroom);
    assert_eq!(inventory(mount.folder()), before);
}

#[test]
fn an_older_newsroom_on_a_read_only_medium_cannot_be_brought_up_and_stays_as_it_is() {
    let place = desk::folder();
    fs::copy(fixture(1), place.path().join("newsroom.db")).unwrap();
    let source = place.path().to_str().unwrap();
    let Some(mount) = Mount::new(&["--bind", source]) else { return };
    mount.make_read_only();
    refused(mount.folder(), "read_only");
}

#[test]
fn a_newsroom_on_a_full_disk_opens_and_refuses_to_save_without_losing_anything() {
    let Some(mount) = Mount::new(&["-t", "tmpfs", "-o", "size=4m", "tmpfs"]) else { return };
    let closed = Closed::new();
    fs::copy(closed.database(), mount.folder().join("newsroom.db")).unwrap();
    let filler = fill(mount.folder());
    let before = inventory(mount.folder());

    let mut newsroom = Newsroom::open(mount.folder()).unwrap();
    let story = newsroom.story_ids().unwrap()[0];
    let draft = newsroom.draft(story, Uk).unwrap();
    let refused = save(&mut newsroom, story).unwrap_err();
    assert_eq!(refused.code(), "disk_full");
    assert_eq!(newsroom.draft(story, Uk).unwrap(), draft);
    drop(newsroom);
    assert_eq!(inventory(mount.folder()), before);

    fs::remove_file(filler).unwrap();
    let mut newsroom = Newsroom::open(mount.folder()).unwrap();
    assert!(matches!(save(&mut newsroom, story).unwrap(), Saved::Saved { .. }));
    assert_eq!(newsroom.verify().unwrap().faults, []);
}

#[test]
fn a_disk_that_fills_up_while_the_newsroom_is_open_loses_nothing_that_was_saved() {
    let Some(mount) = Mount::new(&["-t", "tmpfs", "-o", "size=4m", "tmpfs"]) else { return };
    let closed = Closed::new();
    fs::copy(closed.database(), mount.folder().join("newsroom.db")).unwrap();
    let mut newsroom = Newsroom::open(mount.folder()).unwrap();
    let story = newsroom.story_ids().unwrap()[0];
    let filler = fill(mount.folder());
    assert_eq!(save(&mut newsroom, story).unwrap_err().code(), "disk_full");
    assert_eq!(newsroom.verify().unwrap().faults, []);

    fs::remove_file(filler).unwrap();
    save(&mut newsroom, story).unwrap();
    assert!(newsroom.draft(story, Uk).unwrap().text.body.contains(uk::A_DAWN));
    assert_eq!(newsroom.verify().unwrap().faults, []);
}

/// Fills a medium to its last byte.
fn fill(folder: &Path) -> PathBuf {
    let filler = folder.join("filler");
    let chunk = vec![7_u8; 4096];
    let mut file = File::create(&filler).unwrap();
    while file.write_all(&chunk).is_ok() {}
    filler
}

fn save(newsroom: &mut Newsroom, story: StoryId) -> Result<Saved> {
    let text = news::edition(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let based_on = newsroom.draft(story, Uk)?.save;
    let by = newsroom.owner()?.id;
    let save = Save { story, language: Uk, text: &text, based_on, seen: None, sitting: None };
    newsroom.save_draft(&desk::act(by, 10_000 + i64::try_from(based_on).unwrap()), &save)
}
