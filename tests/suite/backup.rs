//! Backups: verified, thinned, and of use without the newsroom that they are of.

mod place;
mod restore;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use jiff::{SignedDuration, Timestamp};
use shpalta_language::Language::Uk;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::backup::{INTERVAL, Limits, OLD, restore as restore_backup};
use shpalta_tests::cli;
use shpalta_tests::desk::{self, Desk, How, Who};
use shpalta_tests::news::{self, uk};

pub(crate) use restore::rows;

/// A photo for tests, and the desk's own act of adding it.
pub(crate) fn add_photo(desk: &mut Desk) -> PathBuf {
    let act = desk.act(Who::Reporter);
    let photo = cli::fixture("news/tram.png");
    let hash = desk.newsroom.add_media(&act, &photo, &Default::default()).unwrap();
    desk.newsroom.media_path(hash)
}

fn later(desk: &Desk, hours: i64) -> Timestamp {
    desk.now() + SignedDuration::from_hours(hours)
}

/// Names in a folder that end in `.db`, sorted.
pub(crate) fn databases(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".db")).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_named_by_its_instant_and_counts_as_good() {
    let desk = Desk::published_fire();
    let at = later(&desk, 1);
    assert!(desk.newsroom.backup_state().unwrap().is_due(at));
    let made = desk.newsroom.back_up(at).unwrap();
    assert_eq!((made.faults.as_slice(), made.second), (&[][..], None));
    let name = at.strftime("%Y-%m-%dT%H-%M-%SZ.db").to_string();
    assert_eq!(databases(&desk.folder().join("backups")), [name]);
    let state = desk.newsroom.backup_state().unwrap();
    assert_eq!((state.last_good, state.changed), (Some(at), false));
    desk.verify();
}

#[test]
fn a_backup_is_due_an_hour_after_the_last_when_something_changed() {
    let mut desk = Desk::published_fire();
    let at = later(&desk, 1);
    desk.newsroom.back_up(at).unwrap();
    let state = |desk: &Desk| desk.newsroom.backup_state().unwrap();
    assert!(!state(&desk).is_due(at + INTERVAL), "nothing changed");
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert!(state(&desk).changed, "closing would make one");
    assert!(!state(&desk).is_due(at + INTERVAL - SignedDuration::from_secs(1)));
    assert!(state(&desk).is_due(at + INTERVAL));
    // A clock that went back holds no backup up for long.
    assert!(state(&desk).is_due(at - INTERVAL));
}

#[test]
fn a_day_of_work_without_a_good_backup_is_worth_a_warning() {
    let mut desk = Desk::published_fire();
    let at = later(&desk, 1);
    let state = |desk: &Desk| desk.newsroom.backup_state().unwrap();
    let founded = state(&desk).founded;
    assert!(!state(&desk).is_old(founded + OLD - SignedDuration::from_secs(1)));
    assert!(state(&desk).is_old(founded + OLD), "there is none");
    desk.newsroom.back_up(at).unwrap();
    assert!(!state(&desk).is_old(at + OLD * 9), "nothing changed");
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert!(!state(&desk).is_old(at + OLD - SignedDuration::from_secs(1)));
    assert!(state(&desk).is_old(at + OLD));
}

#[test]
fn somebody_may_write_while_a_backup_is_made() {
    let mut desk = Desk::published_fire();
    let (folder, at) = (desk.folder(), later(&desk, 1));
    let done = AtomicBool::new(false);
    let mut saves = 0;
    thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0..5 {
                let newsroom = Newsroom::open(&folder).unwrap();
                let at = at + SignedDuration::from_hours(24 * number);
                assert_eq!(newsroom.back_up(at).unwrap().faults, []);
            }
            done.store(true, Ordering::SeqCst);
        });
        while !done.load(Ordering::SeqCst) {
            let text = format!("{} {saves}", uk::B);
            let text = news::edition(Uk, &[uk::A, &text]);
            desk.save(Who::Reporter, Uk, &text, None, How::Typed).unwrap();
            saves += 1;
        }
    });
    assert!(saves > 5, "writing waited for the backups: {saves}");
    for backup in desk.newsroom.backups().unwrap() {
        let place = desk::folder();
        let restored = restore_backup(&backup.path, &place.path().join("restored")).unwrap();
        assert_eq!((restored.faults.as_slice(), restored.compared), (&[][..], true));
    }
}

#[test]
fn what_an_interrupted_backup_leaves_counts_for_nothing_and_is_cleared_away() {
    let desk = Desk::published_fire();
    let backups = desk.folder().join("backups");
    fs::create_dir_all(backups.join("media")).unwrap();
    let left = ["2025-01-20T09-00-00Z.db.part", "2025-01-20T09-00-00Z.json.part", "media/ab.part"];
    left.iter().for_each(|name| fs::write(backups.join(name), "half").unwrap());
    fs::write(backups.join("2025-01-20T08-00-00Z.json"), "{}").unwrap();
    fs::write(backups.join("somebody's.db"), "not a backup").unwrap();
    assert_eq!(desk.newsroom.backups().unwrap(), []);
    desk.newsroom.back_up(later(&desk, 1)).unwrap();
    left.iter().for_each(|name| assert!(!backups.join(name).exists(), "{name}"));
    assert!(backups.join("somebody's.db").exists(), "a file that is not ours stays");
    assert_eq!(desk.newsroom.backups().unwrap().len(), 1);
}

#[test]
fn two_backups_at_the_same_time_do_not_mix() {
    let desk = Desk::published_fire();
    let backups = desk.folder().join("backups");
    let lock = fs::File::create(backups.join(".lock")).unwrap();
    lock.try_lock().unwrap();
    let refused = desk.newsroom.back_up(later(&desk, 1)).unwrap_err();
    assert_eq!(refused.code(), "backup_busy");
    drop(lock);
    desk.newsroom.back_up(later(&desk, 1)).unwrap();
}

#[test]
fn a_disk_without_room_takes_no_backup_and_loses_none() {
    let desk = Desk::published_fire();
    let backups = desk.folder().join("backups");
    desk.newsroom.back_up(later(&desk, 1)).unwrap();
    let limits = Limits { reserve: u64::MAX / 2, ..Limits::default() };
    let refused = desk.newsroom.back_up_within(later(&desk, 2), &backups, limits).unwrap_err();
    assert_eq!(refused.code(), "backup_no_room");
    assert_eq!(desk.newsroom.backups().unwrap().len(), 1);
    assert_eq!(databases(&backups).len(), 1, "no half file stays");
}

#[test]
fn the_size_leaves_the_newest_however_small_it_is() {
    let desk = Desk::published_fire();
    let backups = desk.folder().join("backups");
    let limits = Limits { size: 1, ..Limits::default() };
    for day in 1..4 {
        let at = later(&desk, 24 * day);
        desk.newsroom.back_up_within(at, &backups, limits).unwrap();
        let left = desk.newsroom.backups().unwrap();
        assert_eq!(left.iter().map(|backup| backup.record.made).collect::<Vec<_>>(), [at]);
    }
}

#[test]
fn a_year_of_backups_is_thinned_and_their_photos_go_with_the_last_of_them() {
    let mut desk = Desk::published_fire();
    add_photo(&mut desk);
    let backups = desk.folder().join("backups");
    for day in 0..60 {
        desk.newsroom.back_up(later(&desk, 24 * day)).unwrap();
        desk.newsroom.back_up(later(&desk, 24 * day + 1)).unwrap();
    }
    let left = desk.newsroom.backups().unwrap();
    assert!((18..=31).contains(&left.len()), "{}", left.len());
    assert_eq!(left[0].record.made, later(&desk, 24 * 59 + 1));
    assert_eq!(fs::read_dir(backups.join("media")).unwrap().count(), 1, "once for all");
}

#[test]
fn a_backup_of_a_newsroom_with_faults_is_kept_and_pushes_no_good_one_out() {
    let mut desk = Desk::published_fire();
    let photo = add_photo(&mut desk);
    let (first, second) = (later(&desk, 1), later(&desk, 2));
    desk.newsroom.back_up(first).unwrap();
    fs::remove_file(&photo).unwrap();
    fs::remove_dir_all(desk.folder().join("backups/media")).unwrap();
    let made = desk.newsroom.back_up(second).unwrap();
    assert_eq!(made.faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["media_missing"]);
    let state = desk.newsroom.backup_state().unwrap();
    assert_eq!((state.last_good, state.last), (Some(first), Some(second)));
}
