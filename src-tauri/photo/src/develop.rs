//! Photos are developed in worker threads: decoded once, and only what the cache lacks.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use sha2::{Digest, Sha256};

use super::cache;
use super::make::{Made, Negative, Purpose};
use crate::{Hash, NotRead};

/// Photos that are decoded at once, at most: each takes four bytes a pixel, and as much again while
/// it is decoded.
const WORKERS: usize = 3;
/// Of photos with more pixels than this only one is decoded at once.
const LARGE: u64 = 30_000_000;
/// How often whoever watches is asked while photos are in work.
const PULSE: Duration = Duration::from_millis(100);

/// A photo, and what it is wanted for.
#[derive(Debug, Clone)]
pub struct Job {
    pub hash: Hash,
    /// Where its bytes are.
    pub file: PathBuf,
    /// Where what is made of it may be kept.
    pub cache: Option<PathBuf>,
    pub purposes: Vec<Purpose>,
}

/// What photos became, by hash and purpose. One that cannot be used is missing.
#[derive(Debug, Default)]
pub struct Developed {
    pub photos: BTreeMap<Hash, BTreeMap<Purpose, Made>>,
    /// Photos that had to be decoded.
    pub decoded: usize,
}

/// A photo when a worker is done with it.
struct Done {
    made: Option<BTreeMap<Purpose, Made>>,
    was_decoded: bool,
}

/// Develops photos. `pulse` is asked now and then, and stops the work with its error.
///
/// # Errors
/// [`NotRead`], that of `pulse`.
pub fn develop<E: From<NotRead>>(
    jobs: &[Job],
    pulse: &mut dyn FnMut() -> Result<(), E>,
) -> Result<Developed, E> {
    let (next, stopped, large) = (AtomicUsize::new(0), AtomicBool::new(false), Mutex::new(()));
    let (sender, receiver) = channel();
    let work = |sender: std::sync::mpsc::Sender<_>| {
        while !stopped.load(Ordering::Relaxed) {
            let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
            if sender.send((job.hash, done(job, &large))).is_err() {
                break;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..workers(jobs.len()) {
            let sender = sender.clone();
            scope.spawn(|| work(sender));
        }
        drop(sender);
        let mut developed = Developed::default();
        let result = loop {
            match receiver.recv_timeout(PULSE) {
                Ok((hash, done)) => match done {
                    Ok(done) => developed.take(hash, done),
                    Err(error) => break Err(error.into()),
                },
                Err(RecvTimeoutError::Disconnected) => break Ok(developed),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Err(error) = pulse() {
                break Err(error);
            }
        };
        stopped.store(true, Ordering::Relaxed);
        result
    })
}

fn workers(jobs: usize) -> usize {
    match jobs {
        // Asking how many there may be takes as long as a story without photos.
        0 | 1 => jobs,
        _ => thread::available_parallelism().map_or(1, usize::from).min(WORKERS).min(jobs),
    }
}

impl Developed {
    fn take(&mut self, hash: Hash, done: Done) {
        self.decoded += usize::from(done.was_decoded);
        self.photos.extend(done.made.map(|made| (hash, made)));
    }
}

fn done(job: &Job, large: &Mutex<()>) -> Result<Done, NotRead> {
    let kept = |purpose| cache::read(job.cache.as_deref()?, purpose);
    let mut made: BTreeMap<_, _> =
        job.purposes.iter().filter_map(|purpose| Some((*purpose, kept(*purpose)?))).collect();
    let lacking: Vec<_> =
        job.purposes.iter().copied().filter(|purpose| !made.contains_key(purpose)).collect();
    if lacking.is_empty() {
        let made = Some(made).filter(|_| job.file.is_file());
        return Ok(Done { made, was_decoded: false });
    }
    let Some(file) = intact(&job.file, job.hash)? else {
        return Ok(Done { made: None, was_decoded: false });
    };
    let Some(new) = developed(&file, &lacking, large) else {
        return Ok(Done { made: None, was_decoded: true });
    };
    for (purpose, new) in lacking.into_iter().zip(new) {
        keep(job, purpose, &new);
        made.insert(purpose, new);
    }
    Ok(Done { made: Some(made), was_decoded: true })
}

/// A decoder that stumbles over a hostile file takes nothing but that file with it.
fn developed(file: &[u8], purposes: &[Purpose], large: &Mutex<()>) -> Option<Vec<Made>> {
    let develop = || {
        let negative = Negative::of(file)?;
        let is_large = negative.pixel_count() > LARGE;
        let _alone = is_large.then(|| large.lock().unwrap_or_else(PoisonError::into_inner));
        negative.developed(purposes)
    };
    catch_unwind(AssertUnwindSafe(develop)).ok().flatten()
}

/// What is made of a photo does not outlive it: it may have been erased while it was developed.
fn keep(job: &Job, purpose: Purpose, made: &Made) {
    let Some(folder) = &job.cache else { return };
    cache::keep(folder, purpose, made);
    if !job.file.exists() {
        let _ = fs::remove_dir_all(folder);
    }
}

/// The bytes of a media file; none when it is gone or altered.
pub(super) fn intact(path: &Path, hash: Hash) -> Result<Option<Vec<u8>>, NotRead> {
    match fs::read(path) {
        Ok(file) => Ok(Some(file).filter(|file| Sha256::digest(file)[..] == hash)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(NotRead { path: path.to_owned(), error }),
    }
}

#[cfg(test)]
mod tests;
