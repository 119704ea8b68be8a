#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::atomic::AtomicU32;

use tempfile::TempDir;

use super::*;
use crate::sample::{colourful, jpeg};

fn job(folder: &TempDir, bytes: &[u8], purposes: &[Purpose]) -> Job {
    let hash: Hash = Sha256::digest(bytes).into();
    let name: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let file = folder.path().join(&name);
    fs::write(&file, bytes).unwrap();
    let cache = Some(folder.path().join("cache").join(name));
    Job { hash, file, cache, purposes: purposes.to_vec() }
}

fn all(jobs: &[Job]) -> Developed {
    develop(jobs, &mut || Ok::<_, NotRead>(())).unwrap()
}

fn photo(width: u32) -> Vec<u8> {
    jpeg(&colourful(width, 40), &[])
}

#[test]
fn a_photo_is_decoded_once_ever() {
    let folder = tempfile::tempdir().unwrap();
    let both = [Purpose::Text, Purpose::Portrait];
    let jobs = [job(&folder, &photo(50), &both), job(&folder, &photo(60), &both)];
    let first = all(&jobs);
    assert_eq!((first.decoded, first.photos.len()), (2, 2));
    let again = all(&jobs);
    assert_eq!(again.decoded, 0);
    assert_eq!(again.photos, first.photos);
    let more = Job { purposes: vec![Purpose::Text, Purpose::Machines], ..jobs[0].clone() };
    assert_eq!(all(std::slice::from_ref(&more)).decoded, 1);
    assert_eq!(all(&[more]).decoded, 0);
}

#[test]
fn what_is_damaged_in_the_cache_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let job = job(&folder, &photo(50), &[Purpose::Text]);
    let first = all(std::slice::from_ref(&job));
    let kept = fs::read_dir(job.cache.as_ref().unwrap()).unwrap().next().unwrap().unwrap().path();
    fs::write(&kept, "torn").unwrap();
    let again = all(&[job]);
    assert_eq!((again.decoded, again.photos), (1, first.photos));
}

#[test]
fn a_photo_that_is_gone_altered_or_broken_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let purposes = [Purpose::Text];
    let jobs = [
        job(&folder, &photo(50), &purposes),
        job(&folder, &photo(51), &purposes),
        job(&folder, b"no photo", &purposes),
        job(&folder, &photo(52), &purposes),
    ];
    fs::remove_file(&jobs[0].file).unwrap();
    fs::write(&jobs[1].file, photo(53)).unwrap();
    let developed = all(&jobs);
    assert_eq!(developed.photos.keys().collect::<Vec<_>>(), [&jobs[3].hash]);
    fs::remove_file(&jobs[3].file).unwrap();
    assert!(all(&jobs).photos.is_empty(), "the cache does not bring back what is gone");
}

#[test]
fn what_was_made_of_a_photo_goes_when_it_went_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let job = job(&folder, &photo(50), &[Purpose::Text]);
    let made = all(std::slice::from_ref(&job)).photos.remove(&job.hash).unwrap();
    fs::remove_file(&job.file).unwrap();
    keep(&job, Purpose::Text, &made[&Purpose::Text]);
    assert!(!job.cache.unwrap().exists());
}

#[derive(Debug, PartialEq)]
struct Stopped;

impl From<NotRead> for Stopped {
    fn from(_: NotRead) -> Self {
        panic!("all photos can be read")
    }
}

#[test]
fn whoever_watches_can_stop_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let jobs: Vec<_> =
        (0..40).map(|number| job(&folder, &photo(50 + number), &[Purpose::Text])).collect();
    let asked = AtomicU32::new(0);
    let stopped = develop(&jobs, &mut || {
        asked.fetch_add(1, Ordering::Relaxed);
        Err(Stopped)
    });
    assert_eq!(stopped.unwrap_err(), Stopped);
    assert_eq!(asked.into_inner(), 1);
    let kept = |job: &&Job| job.cache.as_ref().is_some_and(|cache| cache.exists());
    assert!(jobs.iter().filter(kept).count() < jobs.len());
}

#[test]
fn without_a_cache_photos_are_developed_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let job = Job { cache: None, ..job(&folder, &photo(50), &[Purpose::Text]) };
    assert_eq!(all(std::slice::from_ref(&job)).photos, all(&[job]).photos);
}
