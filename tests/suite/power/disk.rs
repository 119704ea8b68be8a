//! A disk with an ext4 file system that can lose its power, as often as one likes, at any moment of
//! what was done to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use shpalta_tests::campaign::Dice;
use shpalta_tests::desk::folder;
use tempfile::TempDir;

use super::image::{Image, sectors};
use super::log::{self, Entry};
use super::mount::Mount;
use super::recorder::Recorder;

/// Whether a disk that says that everything is kept has done so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flushes {
    Done,
    Ignored,
}

/// A new ext4 file system with everything that lies in a folder.
pub fn formatted(content: &Path) -> Image {
    let place = folder();
    let [file, log] = ["disk", "log"].map(|name| place.path().join(name));
    Image::default().begin(&log);
    let recorder = Recorder::put(&file, &log);
    let mut command = Command::new("mkfs.ext4");
    command.args(["-q", "-b", "4096", "-N", "2048", "-J", "size=4"]);
    command.args(["-E", "lazy_itable_init=0,lazy_journal_init=0", "-d"]).arg(content).arg(file);
    let output = command.output().unwrap();
    assert!(output.status.success(), "mkfs.ext4: {output:?}");
    drop(recorder);
    Image::after(&log::read(&log))
}

/// A disk under power, mounted at a folder, that records all that is done to it.
#[derive(Debug)]
pub struct Disk {
    _mount: Mount,
    _recorder: Recorder,
    place: TempDir,
    first: u64,
}

impl Disk {
    /// # Errors
    /// What `mount` says when the file system does not recover.
    pub fn mounted(image: &Image, at: &Path) -> Result<Self, String> {
        let place = folder();
        let [file, log] = ["disk", "log"].map(|name| place.path().join(name));
        image.begin(&log);
        let first = fs::metadata(&log).unwrap().len();
        let recorder = Recorder::put(&file, &log);
        let mount = Mount::new(&["-t", "ext4", "-o", "loop", file.to_str().unwrap()], at)?;
        Ok(Self { _mount: mount, _recorder: recorder, place, first })
    }

    fn log(&self) -> PathBuf {
        self.place.path().join("log")
    }

    /// The moment: how long the log is that says what was done to the disk until now.
    pub fn now(&self) -> u64 {
        fs::metadata(self.log()).unwrap().len()
    }

    /// Any moment since it was mounted.
    pub fn any(&self, dice: &mut Dice) -> u64 {
        self.first + dice.below(self.now() - self.first + 1)
    }

    /// What is on the disk when its power goes at a moment. What was flushed is; of what was
    /// written since, any sectors may be.
    pub fn cut(&self, moment: u64, flushes: Flushes, dice: &mut Dice) -> Image {
        let first = entries_until(&self.log(), self.first).len();
        let done = entries_until(&self.log(), moment);
        let last = done.iter().rposition(|entry| matches!(entry, Entry::Flush)).unwrap_or(0);
        let flushed = if flushes == Flushes::Done { last.max(first) } else { first };
        let mut image = Image::after(&done[..flushed]);
        let kept = *dice.pick(&[0, 20, 80, 100]);
        for entry in &done[flushed..] {
            let Entry::Write { at, bytes } = entry else { continue };
            for (at, sector) in sectors(*at, bytes) {
                if dice.below(100) < kept {
                    image.write(at, sector);
                }
            }
        }
        image
    }
}

/// The entries that had ended at a moment.
fn entries_until(log: &Path, moment: u64) -> Vec<Entry> {
    let mut end = 0;
    let has_ended = |entry: &Entry| {
        end += entry.length() as u64;
        end <= moment
    };
    log::read(log).into_iter().take_while(has_ended).collect()
}
