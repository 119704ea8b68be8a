//! Which backups are worth their place. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use shpalta_language::date::kyiv;

/// For how many days, weeks and months that have backups the newest of each is kept.
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// The instants of those that are kept: the newest of each of the last 12 days, 10 weeks and 9
/// months (by the newsroom's clock) that have any.
pub(crate) fn kept(made: &[Timestamp]) -> BTreeSet<Timestamp> {
    let day = |date: Date| (i32::from(date.year()), i32::from(date.day_of_year()));
    let week = |date: Date| {
        let week = date.iso_week_date();
        (i32::from(week.year()), i32::from(week.week()))
    };
    let month = |date: Date| (i32::from(date.year()), i32::from(date.month()));
    let newest = |count, period: &dyn Fn(Date) -> (i32, i32)| newest_of_each(made, count, period);
    [newest(DAYS, &day), newest(WEEKS, &week), newest(MONTHS, &month)]
        .concat()
        .into_iter()
        .collect()
}

fn newest_of_each(
    made: &[Timestamp],
    count: usize,
    period: &dyn Fn(Date) -> (i32, i32),
) -> Vec<Timestamp> {
    let mut newest_first = made.to_vec();
    newest_first.sort_by(|a, b| b.cmp(a));
    let mut seen = BTreeSet::new();
    let date = |at: &Timestamp| at.to_zoned_datetime(kyiv()).date();
    newest_first.retain(|at| seen.insert(period(date(at))));
    newest_first.truncate(count);
    newest_first
}

/// How many of the newest fit into a room; the newest stays however large it is.
pub(crate) fn fitting(newest_first: &[u64], room: u64) -> usize {
    let mut used: u64 = 0;
    let fits = newest_first.iter().take_while(|bytes| {
        used = used.saturating_add(**bytes);
        used <= room
    });
    fits.count().max(newest_first.len().min(1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + 3600 * hours).unwrap()
    }

    #[test]
    fn hourly_backups_of_two_years_become_thirty_one_at_most() {
        let made: Vec<_> = (0..2 * 365 * 24).map(at).collect();
        let kept = kept(&made);
        assert!((20..=DAYS + WEEKS + MONTHS).contains(&kept.len()), "{}", kept.len());
        let oldest = kept.first().unwrap().duration_until(*made.last().unwrap());
        assert!(oldest.as_hours() > 200 * 24, "{oldest:?}");
    }

    #[test]
    fn the_newest_stays_however_large_it_is() {
        assert_eq!(fitting(&[], 10), 0);
        assert_eq!(fitting(&[50, 1], 10), 1);
        assert_eq!(fitting(&[5, 5, 1], 10), 2);
        assert_eq!(fitting(&[u64::MAX, u64::MAX], 10), 1);
    }

    proptest! {
        #[test]
        fn thinning_after_each_backup_keeps_what_thinning_once_would(
            hours in prop::collection::btree_set(0_i64..20_000, 0..200),
        ) {
            let made: Vec<_> = hours.into_iter().map(at).collect();
            let mut standing = Vec::new();
            for one in &made {
                standing.push(*one);
                let stays = kept(&standing);
                prop_assert!(stays.contains(one), "the newest is kept");
                standing.retain(|at| stays.contains(at));
            }
            prop_assert_eq!(standing.into_iter().collect::<BTreeSet<_>>(), kept(&made));
        }

        #[test]
        fn every_one_of_the_last_days_weeks_and_months_has_its_newest(
            hours in prop::collection::btree_set(0_i64..20_000, 1..200),
        ) {
            let made: Vec<_> = hours.into_iter().map(at).collect();
            let kept = kept(&made);
            prop_assert!(kept.len() <= DAYS + WEEKS + MONTHS);
            let date = |at: &Timestamp| at.to_zoned_datetime(kyiv()).date();
            let days: BTreeSet<_> = made.iter().map(date).collect();
            for day in days.iter().rev().take(DAYS) {
                let newest = made.iter().filter(|at| date(at) == *day).max().unwrap();
                prop_assert!(kept.contains(newest));
            }
            let months: BTreeSet<_> = made.iter().map(|at| date(at).first_of_month()).collect();
            for month in months.iter().rev().take(MONTHS) {
                let newest = made.iter().filter(|at| date(at).first_of_month() == *month).max();
                prop_assert!(kept.contains(newest.unwrap()));
            }
        }
    }
}
